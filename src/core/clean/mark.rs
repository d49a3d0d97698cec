//! A mark within a paragraph that is no part of its sentences, and the brackets that marks stand in.

use crate::article::Reason;
use std::ops::Range;

/// Longest bracket that is a mark.
const LONGEST_BRACKET: usize = 90;

pub(super) const OPEN: [char; 4] = ['(', '[', '【', '<'];
pub(super) const CLOSE: [char; 4] = [')', ']', '】', '>'];

/// What those are called who write.
pub(super) const ROLES: [&str; 7] = [
    "기자",
    "특파원",
    "인턴기자",
    "선임기자",
    "논설위원",
    "통신원",
    "리포터",
];

/// A mark within a paragraph's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub span: Range<usize>,
    pub reason: Reason,
}

/// The end of the bracket that `text` begins with, its closing mark included, if it is near.
pub(super) fn bracket_end(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let kind = OPEN.iter().position(|&c| c == open)?;
    let (at, close) = text
        .char_indices()
        .take(LONGEST_BRACKET)
        .find(|&(_, c)| c == CLOSE[kind])?;
    Some(at + close.len_utf8())
}

/// What stands between the marks of a bracket.
pub(super) fn inner(bracket: &str) -> &str {
    bracket
        .trim_start_matches(OPEN)
        .trim_end_matches(CLOSE)
        .trim()
}
