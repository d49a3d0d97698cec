//! What a person changed of the segments, so that it survives other rules.

use super::{Rule, Segment};
use crate::article::{Article, Span};
use std::collections::BTreeMap;

/// How much of the text on each side of a place is kept to know it again, in characters.
const CONTEXT: usize = 12;

/// A person's splits, merges and edits of one article's segments, by offset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Where a person let a segment begin.
    splits: BTreeMap<usize, Context>,
    /// Where a person let none begin.
    merges: BTreeMap<usize, Context>,
    /// Segments that stay as they are: a person wrote their text, or settled them otherwise.
    kept: Vec<Segment>,
}

/// The text around a place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Context {
    before: String,
    after: String,
}

/// A person's change that fits the text no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostMark {
    /// The byte of the text where it was.
    pub at: usize,
    /// What the text said after it.
    pub after: String,
}

impl Marks {
    /// What was changed by hand in `segments`, and those of them that `is_kept` names or a person wrote.
    pub fn of(text: &str, segments: &[Segment], is_kept: impl Fn(&Segment) -> bool) -> Marks {
        let with_context = |at: usize| (at, Context::of(text, at));
        let by_hand = segments
            .iter()
            .filter(|segment| segment.rule == Rule::ByHand);
        let joined = segments.iter().flat_map(|segment| &segment.joined);
        Marks {
            splits: by_hand
                .map(|segment| with_context(segment.start()))
                .collect(),
            merges: joined.map(|&at| with_context(at)).collect(),
            kept: segments
                .iter()
                .filter(|segment| segment.edited.is_some() || is_kept(segment))
                .cloned()
                .collect(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.splits.is_empty() && self.merges.is_empty() && self.kept.is_empty()
    }

    /// `fresh`, the segments of `article` by other rules, with the person's changes in them; and those changes that
    /// could not be kept, because the text is another there or the place is in no kept block.
    pub fn apply(&self, article: &Article, fresh: Vec<Segment>) -> (Vec<Segment>, Vec<LostMark>) {
        let text = article.text.as_str();
        let mut lost = Vec::new();
        let mut segments = fresh;
        for (&at, context) in &self.merges {
            if !context.is_at(text, at) {
                lost.push(context.lost(at));
            } else {
                merge(article, &mut segments, at);
            }
        }
        for (&at, context) in &self.splits {
            let fits = context.is_at(text, at);
            if !fits || !split(text, &mut segments, at) {
                lost.push(context.lost(at));
            }
        }
        for kept in &self.kept {
            if !overlay(article, &mut segments, kept) {
                lost.push(Context::of(text, kept.span.start).lost(kept.span.start));
            }
        }
        lost.sort_by_key(|mark| mark.at);
        (segments, lost)
    }
}

/// Lets no segment begin at `at`: what begins there joins the segment before it, unless an excluded block stands
/// between them. Where none begins, the mark is kept for the next rules.
fn merge(article: &Article, segments: &mut Vec<Segment>, at: usize) {
    let Some(before) = segments
        .partition_point(|segment| segment.start() < at)
        .checked_sub(1)
    else {
        return;
    };
    match segments.get(before + 1) {
        Some(next) if next.start() == at => {
            if reaches_over_excluded(article, &(segments[before].span.end..at)) {
                return;
            }
            let next = segments.remove(before + 1);
            segments[before].join(next);
        }
        _ if segments[before].span.contains(&at) => segments[before].joined.push(at),
        _ => {}
    }
}

fn reaches_over_excluded(article: &Article, span: &Span) -> bool {
    let first = article
        .blocks
        .partition_point(|block| block.span.end <= span.start);
    article.blocks[first..]
        .iter()
        .take_while(|block| block.span.start < span.end)
        .any(|block| block.excluded.is_some())
}

/// Cuts the segment that holds byte `at` there, even from its list marker; `false` if none does.
fn split(text: &str, segments: &mut Vec<Segment>, at: usize) -> bool {
    let after = segments.partition_point(|segment| segment.start() <= at);
    let Some(place) = after.checked_sub(1) else {
        return false;
    };
    let segment = &mut segments[place];
    if segment.start() == at {
        segment.rule = Rule::ByHand;
        return true;
    }
    let pieces = segment.cut(text, at);
    let Some((first, second)) = pieces.or_else(|| segment.cut_marker(text, at)) else {
        return false;
    };
    segments.splice(place..place + 1, [first, second]);
    true
}

/// Puts an edited segment back in the place of what is there now; `false` if it would cut a block that is left out.
fn overlay(article: &Article, segments: &mut Vec<Segment>, edited: &Segment) -> bool {
    let text = article.text.as_str();
    let span = &edited.span;
    let sound = text
        .get(span.clone())
        .is_some_and(|inner| inner.trim().len() == inner.len() && !inner.is_empty());
    if !sound || reaches_over_excluded(article, span) {
        return false;
    }
    if !split(text, segments, edited.start()) {
        return false;
    }
    let next = text[span.end..].trim_start();
    let next = text.len() - next.len();
    let held = segments
        .iter()
        .any(|segment| segment.span.start < next && next < segment.span.end);
    if held && !split(text, segments, next) {
        return false;
    }
    let first = segments.partition_point(|segment| segment.span.end <= span.start);
    let last = segments.partition_point(|segment| segment.span.start < span.end);
    if first >= last {
        return false;
    }
    segments.splice(first..last, [edited.clone()]);
    true
}

impl Context {
    fn of(text: &str, at: usize) -> Context {
        let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
        let from = before.char_indices().rev().take(CONTEXT).last();
        Context {
            before: before[from.map_or(before.len(), |(from, _)| from)..].to_owned(),
            after: after.chars().take(CONTEXT).collect(),
        }
    }

    fn is_at(&self, text: &str, at: usize) -> bool {
        text.split_at_checked(at).is_some_and(|(before, after)| {
            before.ends_with(&self.before) && after.starts_with(&self.after)
        })
    }

    fn lost(&self, at: usize) -> LostMark {
        LostMark {
            at,
            after: self.after.clone(),
        }
    }
}
