//! Operations on beads: which sentences stand together in a row.

use super::Refusal;
use crate::article::Lang;
use crate::bitext::rows::{BeadRows, Cells};
use crate::bitext::{Bead, Bitext, Edit, Origin, RowIndex, RowRange, SegmentId};
use std::ops::Range;

pub(super) fn merge(bitext: &Bitext, range: Range<RowIndex>) -> Result<Edit, Refusal> {
    if range.count() < 2 || range.end > bitext.beads.end() {
        return Err(Refusal::NothingToMerge);
    }
    let mut rows = BeadRows::take(bitext, range.clone());
    let mut merged = rows.beads.remove(0);
    for bead in rows.beads.drain(..) {
        merged.take_remarks(&bead);
        merged.en.extend(bead.en);
        merged.ko.extend(bead.ko);
    }
    merged.en.sort_unstable();
    merged.ko.sort_unstable();
    rows.beads = by_person(vec![merged]);
    Ok(rows.edit())
}

pub(super) fn split(bitext: &Bitext, row: RowIndex, en: usize, ko: usize) -> Result<Edit, Refusal> {
    let bead = &bitext.beads[row];
    let (en, ko) = (en.min(bead.en.len()), ko.min(bead.ko.len()));
    let whole = (bead.en.len(), bead.ko.len());
    if (en, ko) == (0, 0) || (en, ko) == whole {
        return Err(Refusal::NothingToSplit);
    }
    let mut rows = BeadRows::take(bitext, row.alone());
    let mut first = rows.beads.remove(0);
    let rest = Bead {
        en: first.en.split_off(en),
        ko: first.ko.split_off(ko),
        ..Bead::default()
    };
    rows.beads = by_person(vec![first, rest]);
    Ok(rows.edit())
}

pub(super) fn move_segment(
    bitext: &Bitext,
    lang: Lang,
    id: SegmentId,
    to: RowIndex,
) -> Result<Edit, Refusal> {
    let from = bitext.row_of(lang, id).ok_or(Refusal::NoSuchSegment)?;
    if from == to {
        return Err(Refusal::AlreadyThere);
    }
    let first = from.min(to);
    let mut rows = BeadRows::take(bitext, first..from.max(to).below());
    let source = &mut rows.beads[from - first];
    source.remove(lang, &[id]);
    let target = &mut rows.beads[to - first];
    target.ids_mut(lang).push(id);
    target.ids_mut(lang).sort_unstable();
    target.become_made();
    rows.hand_on_remarks(from - first, to - first);
    Ok(rows.edit())
}

pub(super) fn push_tail(bitext: &Bitext, lang: Lang, row: RowIndex) -> Result<Edit, Refusal> {
    if bitext.beads[row].ids(lang).is_empty() {
        return Err(Refusal::NoTail);
    }
    let end = tail_end(bitext, lang, row.below());
    let has_gap = end < bitext.beads.end() && !bitext.is_fixed(end);
    let mut rows = BeadRows::take(bitext, row..end + usize::from(has_gap));
    if !has_gap {
        rows.beads.push(Bead::default());
    }
    let mut cells = Cells::take(&mut rows.beads, lang);
    cells.rotate_right(1);
    cells.put_back(&mut rows.beads);
    rows.hand_on_remarks(0, 1);
    Ok(rows.edit())
}

pub(super) fn pull_tail(bitext: &Bitext, lang: Lang, row: RowIndex) -> Result<Edit, Refusal> {
    let fills_a_gap = bitext.beads[row].ids(lang).is_empty();
    let top = if fills_a_gap {
        row
    } else {
        row.above().ok_or(Refusal::NothingToMerge)?
    };
    let end = tail_end(bitext, lang, row.below());
    if end - top < 2 {
        return Err(Refusal::NoTail);
    }
    let mut rows = BeadRows::take(bitext, top..end);
    let mut cells = Cells::take(&mut rows.beads, lang);
    if fills_a_gap {
        cells.rotate_left(1);
    } else {
        cells.join_first_two();
    }
    cells.put_back(&mut rows.beads);
    rows.hand_on_remarks(end - top - 1, end - top - 2);
    Ok(rows.edit())
}

/// The first row from `row` on where a moving column stops: an empty cell, a bead that must stay, or the end.
fn tail_end(bitext: &Bitext, lang: Lang, row: RowIndex) -> RowIndex {
    let mut below = (row..bitext.beads.end()).each();
    below
        .find(|&at| bitext.beads[at].ids(lang).is_empty() || bitext.is_fixed(at))
        .unwrap_or(bitext.beads.end())
}

pub(super) fn link(
    bitext: &Bitext,
    mut en: Vec<SegmentId>,
    mut ko: Vec<SegmentId>,
) -> Result<Edit, Refusal> {
    if en.is_empty() || ko.is_empty() {
        return Err(Refusal::OneSided);
    }
    for (lang, ids) in [(Lang::En, &mut en), (Lang::Ko, &mut ko)] {
        ids.sort_unstable();
        ids.dedup();
        if ids
            .iter()
            .any(|&id| bitext.side(lang).position(id).is_none())
        {
            return Err(Refusal::NoSuchSegment);
        }
    }
    let holders = BeadRows::range_of(bitext, |bead| {
        bead.has_any(Lang::En, &en) || bead.has_any(Lang::Ko, &ko)
    });
    let mut rows = BeadRows::take(bitext, holders.ok_or(Refusal::NoSuchSegment)?);
    if let [bead] = &mut rows.beads[..]
        && (&bead.en, &bead.ko) == (&en, &ko)
    {
        // Together already: what was said of the bead stays, and now it is pinned.
        bead.origin = Origin::Person;
        bead.confidence = 1.0;
        return Ok(rows.edit());
    }
    let home = rows
        .beads
        .iter()
        .position(|bead| bead.has_any(Lang::En, &en[..1]))
        .unwrap_or(0);
    let mut linked = Bead::default();
    for bead in &mut rows.beads {
        bead.remove(Lang::En, &en);
        bead.remove(Lang::Ko, &ko);
        if bead.is_empty() {
            linked.take_remarks(bead);
        }
    }
    // Beside the row its English comes from, so that the Korean left there stays in order.
    let below = rows.beads[home].ko.first() < ko.first();
    (linked.en, linked.ko) = (en, ko);
    linked.become_made();
    rows.beads.insert(home + usize::from(below), linked);
    Ok(rows.edit())
}

pub(super) fn unlink(bitext: &Bitext, row: RowIndex) -> Result<Edit, Refusal> {
    let bead = &bitext.beads[row];
    if bead.en.len() + bead.ko.len() < 2 {
        return Err(Refusal::NothingToUnlink);
    }
    let mut rows = BeadRows::take(bitext, row.alone());
    let en = bead.en.iter().map(|&id| Bead {
        en: vec![id],
        ..Bead::default()
    });
    let ko = bead.ko.iter().map(|&id| Bead {
        ko: vec![id],
        ..Bead::default()
    });
    rows.beads = by_person(en.chain(ko).collect());
    rows.beads[0].take_remarks(bead);
    Ok(rows.edit())
}

/// Beads a person made.
fn by_person(mut beads: Vec<Bead>) -> Vec<Bead> {
    beads.iter_mut().for_each(Bead::become_made);
    beads
}
