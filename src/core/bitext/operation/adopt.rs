//! Taking over the rows of another person's work on the same texts.

use super::Refusal;
use crate::article::Lang;
use crate::bitext::rows::BeadRows;
use crate::bitext::{Bead, Bitext, Change, Edit, RowIndex, RowRange, SegmentId};
use crate::segment::Segment;
use std::collections::BTreeSet;

/// The edit that puts `beads` of `segments` in the place of `rows`, pinned ones too.
pub(super) fn adopt(
    bitext: &Bitext,
    rows: &[RowIndex],
    segments: [Vec<Segment>; 2],
    beads: Vec<Bead>,
) -> Result<Edit, Refusal> {
    let (Some(&first), Some(&last)) = (rows.iter().min(), rows.iter().max()) else {
        return Err(Refusal::NoChange);
    };
    if last >= bitext.beads.end() {
        return Err(Refusal::NoSuchRow);
    }
    let is_taken = |row: RowIndex| rows.contains(&row);
    let mut changes = Vec::new();
    for (lang, mut segments) in Lang::BOTH.into_iter().zip(segments) {
        segments.sort_by_key(|segment| segment.span.start);
        let named: Vec<SegmentId> = segments.iter().map(|segment| segment.id()).collect();
        let mut held: Vec<SegmentId> = beads
            .iter()
            .flat_map(|bead| bead.ids(lang))
            .copied()
            .collect();
        held.sort_unstable();
        if held != named || !held.is_sorted_by(|a, b| a < b) {
            return Err(Refusal::WrongAlignment);
        }
        let taken = rows.iter().filter_map(|&row| bitext.beads.get(row));
        let old: BTreeSet<SegmentId> = taken.flat_map(|bead| bead.ids(lang)).copied().collect();
        changes.extend(exchange(bitext, lang, &old, segments));
    }
    let mut taken = BeadRows::take(bitext, first..last.below());
    let kept = std::mem::take(&mut taken.beads);
    let mut beads = Some(beads);
    for (row, bead) in (first..last.below()).each().zip(kept) {
        if is_taken(row) {
            taken.beads.extend(beads.take().into_iter().flatten())
        } else {
            taken.beads.push(bead)
        }
    }
    let mut edit = taken.edit();
    edit.changes.extend(changes);
    // The other work may leave out what is kept here.
    match bitext.clone().try_apply(&edit) {
        Ok(()) => Ok(edit),
        Err(_) => Err(Refusal::WrongAlignment),
    }
}

/// Puts segments in the place of the `old` ones.
fn exchange(
    bitext: &Bitext,
    lang: Lang,
    old: &BTreeSet<SegmentId>,
    segments: Vec<Segment>,
) -> Option<Change> {
    let side = bitext.side(lang);
    let at = side.position(*old.first()?)?;
    let end = side.position(*old.last()?)? + 1;
    let before = side.segments.get(at..end)?;
    let is_kept = |segment: &&Segment| !old.contains(&segment.id());
    let mut after: Vec<Segment> = before.iter().filter(is_kept).cloned().collect();
    after.extend(segments);
    after.sort_by_key(|segment| segment.span.start);
    let same_start = before
        .iter()
        .zip(&after)
        .take_while(|(a, b)| a == b)
        .count();
    let rest = before.len().min(after.len()) - same_start;
    let both = before.iter().rev().zip(after.iter().rev()).take(rest);
    let same_end = both.take_while(|(a, b)| a == b).count();
    let removed = before.get(same_start..before.len() - same_end)?.to_vec();
    let inserted = after.get(same_start..after.len() - same_end)?.to_vec();
    (removed != inserted).then_some(Change::Segments {
        lang,
        at: at + same_start,
        removed,
        inserted,
    })
}
