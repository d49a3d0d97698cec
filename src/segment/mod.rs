//! Kept blocks to segments: ranges of the article's text, each with the rule that began it.
//!
//! ```text
//! block -> paragraph (characters, protected pairs and addresses) -> candidates -> veto chain -> segments
//! ```
//!
//! A candidate is a place where a sentence may end. The chain decides it by the script of the characters
//! around it, not by the article's language, because articles mix. Everything is read once from left to
//! right: the time is linear in the length of the block.

mod candidate;
mod chain;
mod character;
mod credit;
mod emoticon;
mod english;
mod frame;
mod korean;
mod marker;
mod paragraph;
mod protect;
mod quotation;
mod rule;
mod words;

pub use quotation::Quotations;
pub use rule::Rule;
pub use words::Words;

use crate::article::{Article, Span};
use marker::Items;
use paragraph::Paragraph;
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

/// A place in a block where a segment might begin, and the rule that decided whether it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The byte of the article's text where the segment would begin.
    pub at: usize,
    pub breaks: bool,
    pub rule: Rule,
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
    segment_block_with(text, block, Quotations::default())
}

/// [`segment_block`] with a choice for quotations of several sentences.
pub fn segment_block_with(text: &str, block: &Span, quotations: Quotations) -> Vec<Segment> {
    let paragraph = Paragraph::new(text, block, quotations, Words::builtin());
    if paragraph.len() == 0 {
        return Vec::new();
    }
    let items = Items::new(&paragraph, text, block);
    let rulings = chain::rulings(&paragraph, &items);
    let mut starts = vec![(0, Rule::BlockStart)];
    let breaks = rulings.iter().filter(|ruling| ruling.rule.breaks());
    starts.extend(breaks.map(|ruling| (ruling.at, ruling.rule)));
    let ends = starts
        .iter()
        .skip(1)
        .map(|&(start, _)| start)
        .chain([paragraph.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&(start, rule), next)| {
            let end = paragraph.trim_end(start, next);
            let marker = items
                .marker_end(&paragraph, start)
                .filter(|&marker| paragraph.skip_space(marker) < end);
            let body = marker.map_or(start, |marker| paragraph.skip_space(marker));
            Segment {
                span: paragraph.span(body, end),
                marker: marker.map(|marker| paragraph.span(start, marker)),
                rule,
                edited: None,
            }
        })
        .collect()
}

/// Every place in a block where a segment might begin, with the rule that decided.
pub fn explain(text: &str, block: &Span) -> Vec<Decision> {
    let paragraph = Paragraph::new(text, block, Quotations::default(), Words::builtin());
    let items = Items::new(&paragraph, text, block);
    chain::rulings(&paragraph, &items)
        .into_iter()
        .map(|ruling| Decision {
            at: paragraph.byte(ruling.at),
            breaks: ruling.rule.breaks(),
            rule: ruling.rule,
        })
        .collect()
}
