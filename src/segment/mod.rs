//! Kept blocks to segments: ranges of the article's text, each with the rule that began it.

mod rule;

pub use rule::Rule;

use crate::article::{Article, Span};
use serde::{Deserialize, Serialize};

/// A sentence (or heading, caption ...): a byte range of its article's text.
///
/// `span.start` identifies a segment within its article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    pub span: Span,
    /// The bullet or step number that stands before it and belongs to no sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<Span>,
    /// Why it starts where it starts.
    pub rule: Rule,
    /// What a person wrote in its place; the article's own text stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<String>,
}

/// The segments of every kept block, in text order.
pub fn segment(article: &Article) -> Vec<Segment> {
    article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_none())
        .flat_map(|block| segment_block(&article.text, &block.span))
        .collect()
}

/// The segments of one block. Between them, and around them, is only white space and list markers.
/// A block of nothing but a marker is one segment.
pub fn segment_block(text: &str, block: &Span) -> Vec<Segment> {
    let inner = &text[block.clone()];
    let start = block.start + (inner.len() - inner.trim_start().len());
    let end = start + inner.trim().len();
    if start == end {
        return Vec::new();
    }
    vec![Segment {
        span: start..end,
        marker: None,
        rule: Rule::BlockStart,
        edited: None,
    }]
}
