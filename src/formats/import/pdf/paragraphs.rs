//! Lines joined into the paragraphs that they were broken from.

use super::lines::{Column, PdfLine};
use jjak_core::article::{BlockKind, is_hangul};
use std::collections::HashSet;

/// A paragraph, and how its last line stood.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub text: String,
    pub kind: BlockKind,
    size: f64,
    /// It may go on in the next column or on the next page.
    is_open: bool,
    ends_with_space: bool,
}

/// What is the same in all of a document.
pub(super) struct LayoutStatistics {
    /// Size of most of the text.
    size: f64,
    /// From one baseline to the next, of the size.
    pitch: f64,
    /// Korean is broken within words, too, and where it is not the file has a space, as a rule.
    parts_words: bool,
    /// Words with a hyphen inside, and words without.
    words: HashSet<String>,
}

/// Shares of the size.
const SAME_SIZE: f64 = 0.12;
const INDENT: f64 = 0.8;
/// Of the usual distance of lines.
const APART: f64 = 1.35;
/// Longest heading, in characters.
const LONGEST_HEADING: usize = 160;

impl LayoutStatistics {
    pub(super) fn of<'a>(columns: impl Iterator<Item = &'a Column> + Clone) -> LayoutStatistics {
        let lines = || columns.clone().flat_map(|column| &column.lines);
        let mut sizes: Vec<(f64, usize)> =
            lines().map(|line| (line.size, line.text.len())).collect();
        let size = weighted_median(&mut sizes).unwrap_or(10.0);
        let mut pitches: Vec<(f64, usize)> = columns
            .clone()
            .flat_map(|column| column.lines.windows(2))
            .filter(|pair| is_same(pair[0].size, size) && is_same(pair[1].size, size))
            .map(|pair| ((pair[1].baseline - pair[0].baseline) / size, 1))
            .filter(|(pitch, _)| (0.8..4.0).contains(pitch))
            .collect();
        let pitch = weighted_median(&mut pitches).unwrap_or(1.5);
        let words = lines().flat_map(|line| {
            let count = line.text.split_whitespace().count();
            // The first and the last word of a line may be parts.
            line.text
                .split_whitespace()
                .skip(1)
                .take(count.saturating_sub(2))
                .map(bare)
        });
        LayoutStatistics {
            size,
            pitch,
            parts_words: parts_words(columns),
            words: words.collect(),
        }
    }
}

/// Whether a document breaks Korean within words. It does not where room is left at the end of lines for more than a
/// syllable; and it cannot be told where no line ends with a space.
fn parts_words<'a>(columns: impl Iterator<Item = &'a Column>) -> bool {
    const SPACED_PER_HUNDRED: usize = 10;
    const LOOSE_PER_HUNDRED: usize = 5;
    let (mut lines, mut spaced, mut korean, mut loose) = (0usize, 0usize, 0usize, 0usize);
    for column in columns {
        for pair in column.lines.windows(2) {
            lines += 1;
            spaced += usize::from(pair[0].ends_with_space);
            if !pair[0].text.ends_with(is_hangul) {
                continue;
            }
            korean += 1;
            let room = column.right - pair[0].right;
            loose += usize::from(room > 1.3 * pair[0].size && room < pair[1].first_word());
        }
    }
    spaced * 100 >= lines * SPACED_PER_HUNDRED && loose * 100 < korean.max(1) * LOOSE_PER_HUNDRED
}

/// A word in small letters, without marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= SAME_SIZE * a.max(b)
}

fn weighted_median(values: &mut [(f64, usize)]) -> Option<f64> {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<usize>() / 2;
    let mut sum = 0;
    values.iter().find_map(|(value, weight)| {
        sum += weight;
        (sum > half).then_some(*value)
    })
}

/// Adds the lines of a column, `kept` of them in order, to the paragraphs so far.
pub(super) fn add(
    column: &Column,
    kept: &[&PdfLine],
    habits: &LayoutStatistics,
    paragraphs: &mut Vec<Paragraph>,
) {
    let mut before: Option<&PdfLine> = None;
    let mut before_that: Option<&PdfLine> = None;
    for (at, &line) in kept.iter().enumerate() {
        let goes_on = match (before, paragraphs.last()) {
            (Some(before), Some(paragraph)) => {
                within_column(paragraph, before_that, before, line, column, habits)
            }
            (None, Some(paragraph)) => across(paragraph, line, column),
            _ => false,
        };
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => join(paragraph, line, habits),
            _ => {
                paragraphs.push(Paragraph {
                    text: line.text.clone(),
                    kind: kind(line, habits),
                    size: line.size,
                    is_open: false,
                    ends_with_space: false,
                });
                before = None;
            }
        }
        // Where the next line would have had room at this one's end, it was broken on purpose.
        let room = column.right - line.right;
        let is_full = match kept.get(at + 1) {
            Some(next) => room < next.first_word() + line.size,
            None => room < 0.25 * (column.right - column.left),
        };
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.ends_with_space = line.ends_with_space;
            paragraph.is_open = is_full && !ends_sentence(&paragraph.text);
        }
        before_that = before;
        before = Some(line);
    }
}

fn within_column(
    paragraph: &Paragraph,
    before_that: Option<&PdfLine>,
    before: &PdfLine,
    line: &PdfLine,
    column: &Column,
    habits: &LayoutStatistics,
) -> bool {
    if !is_same(before.size, line.size)
        || before.is_bold != line.is_bold && kind(line, habits) != kind(before, habits)
    {
        return false;
    }
    if marker(&line.text) || line.is_cell || before.is_cell {
        return false;
    }
    let distance = (line.baseline - before.baseline) / before.size;
    let usual = if is_same(before.size, habits.size) {
        habits.pitch
    } else {
        habits.pitch.min(1.6)
    };
    if !(0.0..=usual * APART).contains(&distance) {
        return false;
    }
    if paragraph.kind == BlockKind::Heading {
        return true;
    }
    let indented = line.left - before.left > INDENT * line.size;
    // The second line of a list item stands under its text.
    let hangs = before_that.is_none() && marker(&before.text);
    if indented && !hangs {
        return false;
    }
    let room = column.right - before.right;
    room < line.first_word() + line.size
}

/// Whether a paragraph goes on at the top of the next column or page.
fn across(paragraph: &Paragraph, line: &PdfLine, column: &Column) -> bool {
    paragraph.is_open
        && !matches!(paragraph.kind, BlockKind::Heading | BlockKind::Cell)
        && !line.is_cell
        && is_same(paragraph.size, line.size)
        && !marker(&line.text)
        && line.left - column.left <= INDENT * line.size
}

fn kind(line: &PdfLine, habits: &LayoutStatistics) -> BlockKind {
    let length = line.text.chars().count();
    let is_large = line.size > habits.size * (1.0 + SAME_SIZE);
    let is_small = line.size < habits.size * 0.92;
    match () {
        () if line.is_cell => BlockKind::Cell,
        () if is_large && length <= LONGEST_HEADING => BlockKind::Heading,
        () if line.is_bold && length <= LONGEST_HEADING / 2 && !ends_sentence(&line.text) => {
            BlockKind::Heading
        }
        () if marker(&line.text) => BlockKind::ListItem,
        () if is_small && begins_as_note(&line.text) => BlockKind::Footnote,
        () => BlockKind::Body,
    }
}

/// A bullet or number before a list item.
fn marker(text: &str) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    if matches!(
        first,
        '•' | '●'
            | '○'
            | '■'
            | '□'
            | '▪'
            | '◦'
            | '‣'
            | '◆'
            | '◇'
            | '▶'
            | '※'
            | '☞'
            | '–'
            | '·'
    ) || ('①'..='⑳').contains(&first)
    {
        return true;
    }
    let word = text.split_whitespace().next().unwrap_or_default();
    let inner = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_short = inner.len() < word.len() && text.len() > word.len();
    let number =
        inner.len() <= 2 && !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit());
    let hangul = matches!(inner, "가" | "나" | "다" | "라" | "마" | "바" | "사" | "아");
    is_short && (number || hangul)
}

fn begins_as_note(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '¹' | '²' | '³'))
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['"', '”', '\'', '’', ')', ']', '」', '』'])
        .ends_with(['.', '!', '?', '…', '。', ':'])
}

/// Words that stand before a hyphen far more often than a part of a word looks like them.
const COMPOUNDING: [&str; 34] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "well", "self", "ex",
    "high", "low", "long", "short", "full", "half", "state", "year", "month", "day", "so", "much",
    "family",
];

/// What Korean words end with far more often than they have it inside.
const PARTICLES: [char; 18] = [
    '는', '은', '을', '를', '에', '의', '고', '며', '도', '와', '과', '면', '다', '던', '할', '될',
    '된', '서',
];

/// Adds a line to its paragraph: without the hyphen that parted a word, and without a space where Korean was broken
/// within one.
fn join(paragraph: &mut Paragraph, line: &PdfLine, habits: &LayoutStatistics) {
    let text = &mut paragraph.text;
    let first = line.text.split_whitespace().next().unwrap_or_default();
    let last = text
        .split_whitespace()
        .next_back()
        .unwrap_or_default()
        .to_owned();
    let is_known = |word: &str| habits.words.contains(&bare(word));
    let whole = |part: &str| format!("{part}{first}");
    if last.len() > 2 && last.ends_with('\u{AD}') {
        text.pop();
    } else if let Some(part) = last.strip_suffix(['-', '\u{2010}'])
        && part.ends_with(char::is_alphabetic)
    {
        // A word that has a hyphen elsewhere, too, keeps it, and so do two that are words by themselves.
        let is_compound = is_known(&whole(&last))
            || COMPOUNDING.contains(&bare(part).as_str())
            || is_known(part) && is_known(first);
        if first.starts_with(char::is_lowercase) && (is_known(&whole(part)) || !is_compound) {
            text.pop();
        }
    } else if text.ends_with(is_hangul) && line.text.starts_with(is_hangul) {
        let is_one_word = is_known(&whole(&last)) && !(is_known(&last) && is_known(first));
        let is_parted = habits.parts_words && !text.ends_with(PARTICLES);
        if paragraph.ends_with_space || !is_one_word && !is_parted {
            text.push(' ');
        }
    } else {
        text.push(' ');
    }
    paragraph.text.push_str(&line.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, baseline: f64, right: f64) -> PdfLine {
        PdfLine {
            text: text.trim_end().into(),
            left: 0.0,
            right,
            baseline,
            size: 10.0,
            is_bold: false,
            is_artifact: false,
            is_cell: false,
            ends_with_space: text.ends_with(' '),
        }
    }

    fn paragraphs(lines: Vec<PdfLine>) -> Vec<String> {
        let column = Column {
            lines,
            left: 0.0,
            right: 200.0,
        };
        let habits = LayoutStatistics::of(std::iter::once(&column));
        let mut paragraphs = Vec::new();
        let kept: Vec<&PdfLine> = column.lines.iter().collect();
        add(&column, &kept, &habits, &mut paragraphs);
        paragraphs
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect()
    }

    #[test]
    fn words_parted_by_a_hyphen_are_whole_again() {
        let lines = vec![
            line("The well-known har-", 0.0, 199.0),
            line("bour is a well-", 14.0, 199.0),
            line("known place of rest.", 28.0, 90.0),
        ];
        assert_eq!(
            paragraphs(lines),
            ["The well-known harbour is a well-known place of rest."]
        );
    }

    #[test]
    fn korean_broken_within_a_word_has_no_space_there() {
        let lines = vec![
            line("한국은행은 기준금", 0.0, 199.0),
            line("리를 동결했고 ", 14.0, 199.0),
            line("총재는 말을 아꼈다.", 28.0, 90.0),
            line("둘째 문단이다.", 42.0, 90.0),
        ];
        assert_eq!(
            paragraphs(lines),
            [
                "한국은행은 기준금리를 동결했고 총재는 말을 아꼈다.",
                "둘째 문단이다."
            ]
        );
    }
}
