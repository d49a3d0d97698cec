//! Running heads and page numbers: what stands at the edges of many pages.

use super::lines::PdfLine;
use std::collections::HashMap;

/// Lines from the top or bottom of a page that may be one.
const EDGE_LINES: usize = 3;
/// On how many pages, of a hundred, a line must stand: every second has another in books.
const PAGES_PER_HUNDRED: usize = 30;
/// With the same numbers; with others it must be one page more.
const FEWEST_PAGES: usize = 2;
/// How far apart they may stand on different pages, in points.
const SAME_PLACE: f64 = 4.0;

/// Why a line is no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boilerplate {
    RunningHead,
    PageNumber,
}

impl Boilerplate {
    pub(super) fn rule(self) -> &'static str {
        match self {
            Boilerplate::RunningHead => "running-head",
            Boilerplate::PageNumber => "page-number",
        }
    }
}

/// The lines that stand at the edges of many pages, whatever the numbers in them.
pub(super) struct Heads {
    pages: usize,
    places: HashMap<String, Vec<Place>>,
}

/// Where a line stands, with its numbers.
struct Place {
    text: String,
    baseline: f64,
}

impl Heads {
    /// Of the pages' lines, from top to bottom.
    pub(super) fn of<'a>(pages: impl Iterator<Item = Vec<&'a PdfLine>>) -> Heads {
        let mut heads = Heads {
            pages: 0,
            places: HashMap::new(),
        };
        for page in pages {
            heads.pages += 1;
            for line in edges(&page) {
                let places = heads.places.entry(key(&line.text)).or_default();
                places.push(Place {
                    text: line.text.clone(),
                    baseline: line.baseline,
                });
            }
        }
        heads
    }

    /// What `line` is if it is among `page`'s first or last lines.
    pub(super) fn judge(&self, line: &PdfLine, page: &[&PdfLine]) -> Option<Boilerplate> {
        if line.is_artifact {
            return Some(Boilerplate::RunningHead);
        }
        if !edges(page).any(|edge| std::ptr::eq(edge, line)) {
            return None;
        }
        let is_outermost = page.first().is_some_and(|first| std::ptr::eq(*first, line))
            || page.last().is_some_and(|last| std::ptr::eq(*last, line));
        if is_outermost && is_page_number(&line.text) {
            return Some(Boilerplate::PageNumber);
        }
        let places = self
            .places
            .get(&key(&line.text))
            .map_or(&[][..], Vec::as_slice);
        let near = |place: &&Place| (place.baseline - line.baseline).abs() < SAME_PLACE;
        let here: Vec<&Place> = places.iter().filter(near).collect();
        let exactly = here.iter().filter(|place| place.text == line.text).count();
        let is_common = exactly >= FEWEST_PAGES || here.len() > FEWEST_PAGES;
        let is_often = here.len() * 100 >= self.pages * PAGES_PER_HUNDRED;
        (is_common && is_often).then_some(Boilerplate::RunningHead)
    }
}

fn edges<'p, 'a>(page: &'p [&'a PdfLine]) -> impl Iterator<Item = &'a PdfLine> + 'p {
    let last = page.len().saturating_sub(EDGE_LINES);
    let both = page
        .iter()
        .enumerate()
        .filter(move |(at, _)| *at < EDGE_LINES || *at >= last);
    both.map(|(_, line)| *line)
}

/// A line without its numbers.
fn key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            c if !c.is_numeric() => key.push(c),
            _ if !key.ends_with('#') => key.push('#'),
            _ => {}
        }
    }
    key
}

/// `12`, `- 12 -`, `12 / 30`, `Page 12 of 30`, `12쪽`.
fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &str| {
        let word = word.trim_end_matches(['쪽', '면']);
        let roman = word.len() <= 5 && word.chars().all(|c| "ivxl".contains(c));
        !word.is_empty()
            && word.len() <= 5
            && (word.bytes().all(|byte| byte.is_ascii_digit()) || roman)
    };
    match words[..] {
        [number] => is_number(number),
        [page, number] => (page == "page" || page == "p" || is_number(page)) && is_number(number),
        [page, number, of, all] => {
            page == "page" && of == "of" && is_number(number) && is_number(all)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers() {
        for number in ["12", "- 3 -", "12 / 30", "Page 4 of 9", "iv", "7쪽", "p. 5"] {
            assert!(is_page_number(number), "{number}");
        }
        for text in ["2026", "In 12", "12 boats came", "mill"] {
            assert_eq!(is_page_number(text), text == "2026", "{text}");
        }
    }
}
