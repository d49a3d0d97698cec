//! Some neighbouring rows taken out to be rearranged, and put back in order as one change.

use super::{Bead, Bitext, Change, Edit, Origin, SegmentId, State};
use crate::article::Lang;
use std::ops::Range;

pub(super) struct Rows<'a> {
    bitext: &'a Bitext,
    at: usize,
    end: usize,
    pub beads: Vec<Bead>,
}

impl<'a> Rows<'a> {
    pub fn take(bitext: &'a Bitext, range: Range<usize>) -> Rows<'a> {
        Rows {
            bitext,
            at: range.start,
            end: range.end,
            beads: bitext.beads[range].to_vec(),
        }
    }

    /// The edit that puts the rows back: empty ones dropped, those with English in English order, and
    /// nothing in it that is as it was.
    pub fn edit(mut self) -> Edit {
        self.beads.retain(|bead| !bead.is_empty());
        self.take_in_rows_that_must_come_before();
        sort_english(&mut self.beads);
        let old = &self.bitext.beads[self.at..self.end];
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

    /// A bead may hold distant sentences; when the later one becomes a row of its own, the rows in between
    /// move above it.
    fn take_in_rows_that_must_come_before(&mut self) {
        let Some(last) = self
            .beads
            .iter()
            .filter_map(|bead| bead.en.first())
            .max()
            .copied()
        else {
            return;
        };
        let below = &self.bitext.beads[self.end..];
        let first_after = below
            .iter()
            .position(|bead| bead.en.first().is_some_and(|&first| first > last))
            .unwrap_or(below.len());
        let needed = below[..first_after]
            .iter()
            .rposition(|bead| !bead.en.is_empty())
            .map_or(0, |at| at + 1);
        self.beads.extend_from_slice(&below[..needed]);
        self.end += needed;
    }
}

/// Sorts the rows that have English among the places they hold; the others stay where they are.
fn sort_english(beads: &mut [Bead]) {
    let places: Vec<usize> = (0..beads.len())
        .filter(|&at| !beads[at].en.is_empty())
        .collect();
    if places.is_sorted_by_key(|&at| beads[at].en[0]) {
        return;
    }
    let mut rows: Vec<Bead> = places
        .iter()
        .map(|&at| std::mem::take(&mut beads[at]))
        .collect();
    rows.sort_by_key(|bead| bead.en[0]);
    for (at, row) in places.into_iter().zip(rows) {
        beads[at] = row;
    }
}

/// One column of some rows, moved while the other keeps still.
pub(super) struct Cells {
    lang: Lang,
    cells: Vec<Vec<SegmentId>>,
}

impl Cells {
    pub fn take(beads: &mut [Bead], lang: Lang) -> Cells {
        Cells {
            lang,
            cells: beads
                .iter_mut()
                .map(|bead| std::mem::take(bead.ids_mut(lang)))
                .collect(),
        }
    }

    pub fn rotate_right(&mut self, by: usize) {
        self.cells.rotate_right(by);
    }

    pub fn rotate_left(&mut self, by: usize) {
        self.cells.rotate_left(by);
    }

    /// The second cell joins the first, and all below move up.
    pub fn join_first_two(&mut self) {
        let second = self.cells.remove(1);
        self.cells[0].extend(second);
        self.cells[0].sort_unstable();
        self.cells.push(Vec::new());
    }

    pub fn put_back(self, beads: &mut [Bead]) {
        for (bead, ids) in beads.iter_mut().zip(self.cells) {
            *bead.ids_mut(self.lang) = ids;
            bead.become_remainder();
        }
    }
}

impl Bead {
    /// A person made it: it is right by definition, but not yet reviewed.
    pub(super) fn become_made(&mut self) {
        self.confidence = 1.0;
        self.origin = Origin::Person;
        self.state = State::Unreviewed;
    }

    /// It lost or changed sentences beside an edit: what was said of it no longer holds.
    pub(super) fn become_remainder(&mut self) {
        self.confidence = 0.0;
        self.origin = Origin::Remainder;
        self.state = State::Unreviewed;
        self.verdict = None;
    }
}
