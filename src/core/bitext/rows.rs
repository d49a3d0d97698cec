//! Some neighbouring rows taken out to be rearranged, and put back in order as one change.

use super::{Bead, Bitext, Change, Edit, RowIndex, SegmentId};
use crate::article::Lang;
use std::ops::Range;

pub(super) struct BeadRows<'a> {
    bitext: &'a Bitext,
    at: RowIndex,
    end: RowIndex,
    pub beads: Vec<Bead>,
}

impl<'a> BeadRows<'a> {
    pub(super) fn take(bitext: &'a Bitext, range: Range<RowIndex>) -> BeadRows<'a> {
        BeadRows {
            bitext,
            at: range.start,
            end: range.end,
            beads: bitext.beads.range(range).unwrap_or_default().to_vec(),
        }
    }

    /// The rows from the first to the last that `holds` is true of.
    pub(super) fn range_of(
        bitext: &Bitext,
        holds: impl Fn(&Bead) -> bool,
    ) -> Option<Range<RowIndex>> {
        let first = bitext.beads.iter().position(&holds)?;
        let last = bitext.beads.iter().rposition(&holds)?;
        Some(RowIndex(first)..RowIndex(last).below())
    }

    /// The rows as they are in the bitext.
    fn old(&self) -> &'a [Bead] {
        let old = self.bitext.beads.range(self.at..self.end);
        old.unwrap_or_default()
    }

    /// When the row at `from` has lost all its sentences to the row at `to`, its note and flag go with them.
    pub(super) fn hand_on_remarks(&mut self, from: usize, to: usize) {
        if self.beads[from].is_empty() {
            let vanished = std::mem::take(&mut self.beads[from]);
            self.beads[to].take_remarks(&vanished);
        }
    }

    /// The edit that puts the rows back: empty ones dropped, those with English in English order, and
    /// nothing in it that is as it was.
    pub(super) fn edit(mut self) -> Edit {
        self.beads.retain(|bead| !bead.is_empty());
        self.sort_english();
        let old = self.old();
        let same_start = old
            .iter()
            .zip(&self.beads)
            .take_while(|(a, b)| a == b)
            .count();
        let rest = old.len().min(self.beads.len()) - same_start;
        let same_end = old
            .iter()
            .rev()
            .zip(self.beads.iter().rev())
            .take(rest)
            .take_while(|(a, b)| a == b)
            .count();
        let removed = old[same_start..old.len() - same_end].to_vec();
        let inserted = self.beads[same_start..self.beads.len() - same_end].to_vec();
        if removed.is_empty() && inserted.is_empty() {
            return Edit {
                changes: Vec::new(),
            };
        }
        Edit {
            changes: vec![Change::Beads {
                at: self.at + same_start,
                removed,
                inserted,
            }],
        }
    }

    /// Sorts the rows by their English; rows without it stay below the row they stood below. A bead may hold
    /// distant sentences: when the later one becomes a row of its own, the rows in between move above it.
    fn sort_english(&mut self) {
        let Some(last) = self.beads.iter().filter_map(|bead| bead.en.first()).max() else {
            return;
        };
        let beads = &self.bitext.beads;
        let below = beads.range(self.end..beads.end()).unwrap_or_default();
        let until = below
            .iter()
            .position(|bead| bead.en.first().is_some_and(|first| first > last))
            .unwrap_or(below.len());
        let between = if below[..until].iter().all(|bead| bead.en.is_empty()) {
            &[]
        } else {
            &below[..until]
        };
        if between.is_empty()
            && self
                .beads
                .iter()
                .filter_map(|bead| bead.en.first())
                .is_sorted()
        {
            return;
        }
        let last_before =
            |beads: &[Bead]| beads.iter().rev().find_map(|bead| bead.en.first().copied());
        let mut above = None;
        let mut keyed = Vec::with_capacity(self.beads.len() + between.len());
        for bead in self.beads.drain(..) {
            above = bead.en.first().copied().or(above);
            keyed.push((above, bead));
        }
        above = last_before(self.old());
        for bead in between {
            above = bead.en.first().copied().or(above);
            keyed.push((above, bead.clone()));
        }
        self.end = self.end + between.len();
        keyed.sort_by_key(|&(above, _)| above);
        self.beads = keyed.into_iter().map(|(_, bead)| bead).collect();
    }
}

/// One column of some rows, moved while the other keeps still.
pub(super) struct Cells {
    lang: Lang,
    cells: Vec<Vec<SegmentId>>,
}

impl Cells {
    pub(super) fn take(beads: &mut [Bead], lang: Lang) -> Cells {
        Cells {
            lang,
            cells: beads
                .iter_mut()
                .map(|bead| std::mem::take(bead.ids_mut(lang)))
                .collect(),
        }
    }

    pub(super) fn rotate_right(&mut self, by: usize) {
        self.cells.rotate_right(by);
    }

    pub(super) fn rotate_left(&mut self, by: usize) {
        self.cells.rotate_left(by);
    }

    /// The second cell joins the first, and all below move up.
    pub(super) fn join_first_two(&mut self) {
        let second = self.cells.remove(1);
        self.cells[0].extend(second);
        self.cells[0].sort_unstable();
        self.cells.push(Vec::new());
    }

    pub(super) fn put_back(self, beads: &mut [Bead]) {
        for (bead, ids) in beads.iter_mut().zip(self.cells) {
            *bead.ids_mut(self.lang) = ids;
            bead.become_remainder();
        }
    }
}
