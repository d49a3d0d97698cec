//! What the form of a line tells of its place: that it goes on with the line before it, or that it is a title.

use crate::evidence::korean::is_hangul;
use crate::segment::is_speech_tag;

/// Where more than one line in so many begins like this, and more than a few, the lines were cut by their width.
const CUT_LINES: (usize, usize) = (4, 1);
/// Likewise for lines without a mark at their end: lists, subtitles.
const UNMARKED_LINES: (usize, usize) = (3, 1);

/// Marks around a quotation.
const OPENING: [char; 6] = ['“', '"', '‘', '\'', '「', '『'];
const CLOSING: [char; 6] = ['”', '"', '’', '\'', '」', '』'];

/// Words that Korean puts after a quotation, so that no sentence begins with them.
const QUOTATIVE: [&str; 14] = [
    "라고",
    "이라고",
    "라고도",
    "라며",
    "이라며",
    "라면서",
    "이라면서",
    "라는",
    "이라는",
    "라더니",
    "고",
    "며",
    "하고",
    "하며",
];

/// For the boundary before each line and the one after the last: whether the line goes on with the one before, as
/// `라고 그는 덧붙였다` or `said the mayor` do, and behind a quotation `꽃들이 말했다`.
pub(super) fn continuing(texts: &[&str]) -> Vec<bool> {
    let before = std::iter::once(None).chain(texts.iter().map(Some));
    let goes_on = before.zip(texts).map(|(before, text)| {
        before.is_some_and(|before| continues(text) || is_quotation(before) && is_speech_tag(text))
    });
    let mut all = told_by_few(goes_on.collect(), CUT_LINES);
    all.push(false);
    all
}

/// Which lines are titles: they end in a letter or digit where most lines end with a mark.
pub(super) fn titles(texts: &[&str]) -> Vec<bool> {
    let unmarked = |text: &&str| text.trim_end().ends_with(char::is_alphanumeric);
    told_by_few(texts.iter().map(unmarked).collect(), UNMARKED_LINES)
}

/// What is true of too many lines tells nothing of any.
fn told_by_few(mut lines: Vec<bool>, (one_in, more): (usize, usize)) -> Vec<bool> {
    let count = lines.iter().filter(|&&line| line).count();
    if count * one_in > lines.len() + one_in * more {
        lines.fill(false);
    }
    lines
}

/// Whether nothing but a quotation stands in a line.
fn is_quotation(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(OPENING) && text.ends_with(CLOSING)
}

fn continues(text: &str) -> bool {
    let text = text.trim_start();
    let word = |belongs: fn(char) -> bool| {
        let end = text
            .find(|letter: char| !belongs(letter))
            .unwrap_or(text.len());
        &text[..end]
    };
    let korean = word(is_hangul);
    if !korean.is_empty() {
        return QUOTATIVE.contains(&korean);
    }
    let latin = word(char::is_alphabetic);
    latin.chars().nth(1).is_some() && latin.chars().all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_goes_on_with_the_quotation_before_it() {
        let ko = [
            "“우리는 백합이야.”",
            "라고 꽃들이 말했다.",
            "고양이가 왔다.",
            "며칠 뒤였다.",
        ];
        assert_eq!(continuing(&ko), [false, true, false, false, false]);
        let novel = [
            "“가자.”",
            "꽃들이 말했다.",
            "“그래.”",
            "벌이 왔다.",
            "그는 물었다.",
        ];
        assert_eq!(
            continuing(&novel),
            [false, true, false, false, false, false]
        );
        let tags = [
            "“Is it far?”",
            "She asked.",
            "Nobody answered him that day in any way.",
            "It rained.",
        ];
        assert_eq!(continuing(&tags), [false, true, false, false, false]);
        let en = [
            "“We are lilies.”",
            "said the flowers.",
            "A cat came.",
            "iPhones rang.",
        ];
        assert_eq!(continuing(&en), [false, true, false, false, false]);
        assert_eq!(continuing(&["said nobody."]), [false, false]);
        let cut = [
            "The lines of",
            "this text were",
            "cut by their",
            "width and not",
            "by their sense.",
        ];
        assert!(!continuing(&cut).contains(&true));
    }

    #[test]
    fn a_title_has_no_mark_where_sentences_do() {
        let page = [
            "Nets bought back",
            "It pays.",
            "“Well.”",
            "How to apply",
            "Come (soon).",
            "Bring a net.",
        ];
        assert_eq!(titles(&page), [true, false, false, true, false, false]);
        assert!(!titles(&["One", "Two", "Three", "Four."]).contains(&true));
    }
}
