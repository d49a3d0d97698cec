//! Each line as a sentence, for texts that are cut already.

use super::character::is_line_break;
use super::{Decision, Rule, Segment};
use crate::article::Span;

/// The lines of a block that hold more than white space.
pub(super) fn segments(text: &str, block: &Span) -> Vec<Segment> {
    let mut start = block.start;
    let mut segments = Vec::new();
    for line in text[block.clone()].split_inclusive(is_line_break) {
        let from = start + (line.len() - line.trim_start().len());
        start += line.len();
        let sentence = line.trim();
        if !sentence.is_empty() {
            let rule = if segments.is_empty() {
                Rule::BlockStart
            } else {
                Rule::LineStart
            };
            segments.push(Segment::new(from..from + sentence.len(), rule));
        }
    }
    segments
}

/// Where its lines begin, but the first.
pub(super) fn decisions(text: &str, block: &Span) -> Vec<Decision> {
    let later = segments(text, block).into_iter().skip(1);
    later
        .map(|segment| Decision {
            at: segment.span.start,
            breaks: true,
            rule: segment.rule,
        })
        .collect()
}
