//! Whether an edit from outside kept the invariants: those of [`Bitext::check`], looked at only where it changed
//! something, so that a long journal can be replayed with every edit checked.

use super::{Bitext, Change, Edit, RowIndex, SegmentId, Side};
use crate::article::{Lang, PerLang, Span};
use std::collections::HashMap;
use std::ops::Range;

/// What an edit touched, as it is after it.
#[derive(Default)]
struct Touched {
    /// The first and one past the last row.
    rows: Option<Range<RowIndex>>,
    /// Of each side likewise the segments, and the bytes they and the blocks span.
    segments: PerLang<Option<Range<usize>>>,
    bytes: PerLang<Option<Span>>,
    /// How many segments of a name came, less how many went; likewise of the names in rows.
    segment_counts: PerLang<HashMap<SegmentId, i64>>,
    bead_counts: PerLang<HashMap<SegmentId, i64>>,
}

impl Bitext {
    /// Whether the invariants hold after `edit`, which was just made, given that they held before it.
    pub(super) fn is_sound_after(&self, edit: &Edit) -> bool {
        let Some(touched) = Touched::by(edit, self) else {
            return false;
        };
        Lang::BOTH.into_iter().all(|lang| {
            let side = self.side(lang);
            let in_order = |range: &Range<usize>| segments_rise(side, range);
            let covered = |bytes: &Span| is_covered(side, bytes);
            touched.segments[lang].as_ref().is_none_or(in_order)
                && touched.bytes[lang].as_ref().is_none_or(covered)
                && same(&touched.segment_counts[lang], &touched.bead_counts[lang])
        }) && touched.rows.is_none_or(|rows| self.rows_are_sound(&rows))
    }

    /// Whether each of these rows is one, and they and their neighbours stand in English order.
    fn rows_are_sound(&self, rows: &Range<RowIndex>) -> bool {
        let rises = |ids: &[SegmentId]| ids.is_sorted_by(|a, b| a < b);
        let Some(beads) = self.beads.range(rows.clone()) else {
            return false;
        };
        let whole = |bead: &super::Bead| !bead.is_empty() && rises(&bead.en) && rises(&bead.ko);
        let first = |bead: &super::Bead| bead.en.first().copied();
        let before = self.beads.range(RowIndex(0)..rows.start);
        let after = self.beads.range(rows.end..self.beads.end());
        let before = before.unwrap_or_default().iter().rev().find_map(first);
        let after = after.unwrap_or_default().iter().find_map(first);
        let firsts = before
            .into_iter()
            .chain(beads.iter().filter_map(first))
            .chain(after);
        beads.iter().all(whole) && firsts.is_sorted_by(|a, b| a < b)
    }
}

impl Touched {
    /// `None` if a span is none of the text.
    fn by(edit: &Edit, bitext: &Bitext) -> Option<Touched> {
        let mut touched = Touched::default();
        for change in &edit.changes {
            match change {
                Change::Beads {
                    at,
                    removed,
                    inserted,
                } => {
                    let mut range = touched.rows.take().map(|rows| rows.start.0..rows.end.0);
                    widen(&mut range, at.0, removed.len(), inserted.len());
                    touched.rows = range.map(|rows| RowIndex(rows.start)..RowIndex(rows.end));
                    for (beads, sign) in [(removed, -1), (inserted, 1)] {
                        for bead in beads {
                            for lang in Lang::BOTH {
                                let counts = &mut touched.bead_counts[lang];
                                for &id in bead.ids(lang) {
                                    *counts.entry(id).or_default() += sign;
                                }
                            }
                        }
                    }
                }
                Change::Segments {
                    lang,
                    at,
                    removed,
                    inserted,
                } => {
                    let range = &mut touched.segments[*lang];
                    widen(range, *at, removed.len(), inserted.len());
                    for (segments, sign) in [(removed, -1), (inserted, 1)] {
                        for segment in segments {
                            let counts = &mut touched.segment_counts[*lang];
                            *counts.entry(segment.id()).or_default() += sign;
                            let spans = [Some(&segment.span), segment.marker.as_ref()];
                            for span in spans.into_iter().flatten() {
                                bitext.side(*lang).article.text.get(span.clone())?;
                                stretch(&mut touched.bytes[*lang], span);
                            }
                        }
                    }
                }
                Change::Block { lang, block, .. } => {
                    let block = bitext.side(*lang).article.blocks.get(*block)?;
                    stretch(&mut touched.bytes[*lang], &block.span);
                }
            }
        }
        Some(touched)
    }
}

/// Takes `inserted` places at `at`, where `removed` were, into `range`.
fn widen(range: &mut Option<Range<usize>>, at: usize, removed: usize, inserted: usize) {
    let end = at + inserted;
    *range = Some(match range.take() {
        None => at..end,
        Some(range) => {
            // What lay behind it has moved.
            let moved = (range.end.max(at + removed) - removed) + inserted;
            range.start.min(at)..moved.max(end)
        }
    });
}

fn stretch(bytes: &mut Option<Span>, span: &Span) {
    *bytes = Some(match bytes.take() {
        None => span.clone(),
        Some(bytes) => bytes.start.min(span.start)..bytes.end.max(span.end),
    });
}

/// Whether as many came of each name here as there.
fn same(a: &HashMap<SegmentId, i64>, b: &HashMap<SegmentId, i64>) -> bool {
    let in_both = |a: &HashMap<SegmentId, i64>, b: &HashMap<SegmentId, i64>| {
        a.iter()
            .all(|(id, count)| b.get(id).copied().unwrap_or_default() == *count)
    };
    in_both(a, b) && in_both(b, a)
}

/// Whether the segments of `range` and those beside it stand in text order, each under a name of its own.
fn segments_rise(side: &Side, range: &Range<usize>) -> bool {
    let around = range.start.saturating_sub(1)..(range.end + 1).min(side.segments.len());
    side.segments.get(around).is_some_and(|segments| {
        segments.is_sorted_by(|a, b| a.span.start < b.span.start && a.span.end <= b.span.start)
    })
}

/// Whether what is no white space in `bytes` is in exactly one segment, marker or excluded block.
fn is_covered(side: &Side, bytes: &Span) -> bool {
    let text = &side.article.text;
    let mut spans: Vec<&Span> = Vec::new();
    let segments = &side.segments;
    // A marker stands before its segment, so the one behind is looked at, too.
    let from = segments.partition_point(|segment| segment.span.end < bytes.start);
    let to = segments.partition_point(|segment| segment.span.start <= bytes.end);
    let near = segments.get(from.saturating_sub(1)..(to + 1).min(segments.len()));
    for segment in near.into_iter().flatten() {
        spans.extend(segment.marker.iter());
        spans.push(&segment.span);
    }
    let blocks = &side.article.blocks;
    let from = blocks.partition_point(|block| block.span.end < bytes.start);
    let to = blocks.partition_point(|block| block.span.start <= bytes.end);
    let near = blocks.get(from..to).into_iter().flatten();
    let excluded = near.filter(|block| block.excluded.is_some());
    spans.extend(excluded.map(|block| &block.span));
    spans.sort_by_key(|span| (span.start, span.end));
    let mut end = 0;
    for span in spans {
        if span.start < end {
            return false;
        }
        if !is_blank(text, end.max(bytes.start), span.start.min(bytes.end)) {
            return false;
        }
        end = span.end;
    }
    is_blank(text, end.max(bytes.start), bytes.end)
}

/// Whether nothing but white space is between two bytes, of which the second may come first.
fn is_blank(text: &str, from: usize, to: usize) -> bool {
    from >= to || text.get(from..to).is_some_and(|gap| gap.trim().is_empty())
}
