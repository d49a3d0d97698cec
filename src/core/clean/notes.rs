//! Footnote marks that a note in the same text answers: `… is thin.[1]` and, further down, `[1] The rule …`.

use super::mark::Mark;
use crate::article::{Article, Reason};
use std::collections::HashSet;

/// `[12]`
const LONGEST: usize = 4;

/// The marks that stand both before a note and behind a sentence.
pub(super) fn labels(article: &Article) -> HashSet<String> {
    let blocks = || {
        let kept = article
            .blocks
            .iter()
            .filter(|block| block.excluded.is_none());
        kept.map(|block| &article.text[block.span.clone()])
    };
    let mut labels: HashSet<String> = blocks()
        .filter_map(|text| leading(text).map(|end| text[..end].to_owned()))
        .collect();
    if labels.is_empty() {
        return labels;
    }
    let mut cited = HashSet::new();
    for text in blocks() {
        for (_, label) in trailing(text) {
            cited.insert(label.to_owned());
        }
    }
    labels.retain(|label| cited.contains(label));
    labels
}

/// Adds the marks of `text` to those that it has, in order.
pub(super) fn add(text: &str, labels: &HashSet<String>, marks: &mut Vec<Mark>) {
    let mark = |start: usize, end: usize| Mark {
        span: start..end,
        reason: Reason::NoteMark,
    };
    let before = leading(text)
        .filter(|&end| text.starts_with('[') && labels.contains(&text[..end]))
        .map(|end| mark(0, end));
    let cited = trailing(text)
        .into_iter()
        .filter(|(_, label)| labels.contains(*label))
        .map(|(at, label)| mark(at, at + label.len()));
    for mark in before.into_iter().chain(cited) {
        let overlaps =
            |other: &Mark| other.span.start < mark.span.end && mark.span.start < other.span.end;
        if !marks.iter().any(overlaps) {
            marks.push(mark);
        }
    }
    marks.sort_by_key(|mark| mark.span.start);
}

/// The end of `[1]` or `1)` at the beginning of a note.
fn leading(text: &str) -> Option<usize> {
    let end = label_end(text)?;
    text[end..].starts_with(char::is_whitespace).then_some(end)
}

/// The marks directly behind a stop, with the byte of each.
fn trailing(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(stop) = text[from..]
        .find(['.', '?', '!', '”', '"'])
        .map(|at| from + at)
    {
        let mut at = stop + text[stop..].chars().next().map_or(1, char::len_utf8);
        from = at;
        while let Some(end) = label_end(&text[at..]).map(|length| at + length) {
            let apart = text[end..]
                .chars()
                .next()
                .is_none_or(|c| c.is_whitespace() || c == '[');
            if !apart {
                break;
            }
            found.push((at, &text[at..end]));
            at = end;
            from = end;
        }
    }
    found
}

/// The end of `[1]` or `1)` at the beginning of `text`.
fn label_end(text: &str) -> Option<usize> {
    let (inside, open) = match text.strip_prefix('[') {
        Some(inside) => (inside, 1),
        None => (text, 0),
    };
    let digits = inside
        .bytes()
        .take(LONGEST)
        .take_while(u8::is_ascii_digit)
        .count();
    let close = if open == 1 { ']' } else { ')' };
    ((1..=2).contains(&digits) && inside[digits..].starts_with(close)).then_some(open + digits + 1)
}
