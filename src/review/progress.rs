//! How the review of a bitext stands: which rows cross and need eyes, how many are left, and that nothing is lost.

use super::findings::Findings;
use super::made::Made;
use super::queue::{Queue, RowFacts};
use jjak_core::article::{Lang, PerLang};
use jjak_core::bitext::{Bead, Bitext, Conservation, Edit, RowIndex, RowRange, SegmentId, State};
use std::collections::{BTreeSet, HashSet};

/// What rows are judged by.
#[derive(Clone, Copy)]
pub struct Judge<'a> {
    pub bitext: &'a Bitext,
    pub queue: Queue,
    pub findings: &'a Findings,
    pub made: &'a Made,
}

impl Judge<'_> {
    fn needs(&self, row: RowIndex, bead: &Bead, crossing: bool, is_edited: bool) -> bool {
        let by_hand = bead.state == State::Unreviewed && (self.made.holds(bead) || is_edited);
        let about = RowFacts {
            stands_out: crossing || self.findings.has(row),
            by_hand,
        };
        self.queue.needs(bead, about)
    }

    fn all(&self, crossing: &BTreeSet<RowIndex>) -> Vec<bool> {
        let edited = EditedSentences::of(self.bitext);
        let rows = self.bitext.beads.numbered();
        rows.map(|(row, bead)| self.needs(row, bead, crossing.contains(&row), edited.are_in(bead)))
            .collect()
    }
}

/// The sentences that a person edited, to be asked of many rows: few are edited, and looking each up takes its time.
pub struct EditedSentences(PerLang<HashSet<SegmentId>>);

impl EditedSentences {
    pub fn of(bitext: &Bitext) -> EditedSentences {
        EditedSentences(PerLang::from_fn(|lang| {
            let segments = bitext.side(lang).segments.iter();
            let edited = segments.filter(|segment| segment.edited.is_some());
            edited.map(|segment| segment.id()).collect()
        }))
    }

    pub fn are_in(&self, bead: &Bead) -> bool {
        Lang::BOTH.into_iter().any(|lang| {
            let edited = &self.0[lang];
            !edited.is_empty() && bead.ids(lang).iter().any(|id| edited.contains(id))
        })
    }
}

/// Whether a person edited a sentence of the row.
pub fn is_edited(bitext: &Bitext, bead: &Bead) -> bool {
    Lang::BOTH.into_iter().any(|lang| {
        let side = bitext.side(lang);
        let mut segments = bead.ids(lang).iter().filter_map(|&id| side.segment(id));
        segments.any(|segment| segment.edited.is_some())
    })
}

/// Kept in step with every edit.
pub struct ReviewProgress {
    /// The rows that cross others.
    pub crossing: BTreeSet<RowIndex>,
    /// For every row whether it needs eyes.
    pub needs_eyes: Vec<bool>,
    /// How many rows need eyes.
    pub left: usize,
    pub accepted: usize,
    pub conservation: Option<Conservation>,
}

impl ReviewProgress {
    pub fn new(judge: Judge) -> ReviewProgress {
        ReviewProgress::of(judge, judge.bitext.check().ok())
    }

    fn of(judge: Judge, conservation: Option<Conservation>) -> ReviewProgress {
        let crossing = judge.bitext.crossing();
        let needs_eyes = judge.all(&crossing);
        ReviewProgress {
            left: count(&needs_eyes),
            accepted: count_accepted(judge.bitext),
            crossing,
            needs_eyes,
            conservation,
        }
    }

    /// Takes up an edit that the bitext and what it is judged by hold already.
    pub fn changed(&mut self, judge: Judge, edit: &Edit) {
        if let Some(rows) = edit.rows_in_place() {
            self.judge_anew(judge, rows.each());
            self.accepted = count_accepted(judge.bitext);
            return;
        }
        let moves_text = edit.changes.iter().any(|change| !change.is_beads());
        let proof = if moves_text {
            judge.bitext.check().ok()
        } else {
            self.conservation
        };
        *self = ReviewProgress::of(judge, proof);
    }

    /// Judges all rows anew, by another queue.
    pub fn look_again(&mut self, judge: Judge) {
        self.needs_eyes = judge.all(&self.crossing);
        self.left = count(&self.needs_eyes);
    }

    /// Judges `rows` anew, of which something else is said or known; no sentence has moved.
    pub fn judge_anew(&mut self, judge: Judge, rows: impl IntoIterator<Item = RowIndex>) {
        for row in rows {
            let (Some(bead), Some(before)) =
                (judge.bitext.beads.get(row), self.needs_eyes.get_mut(row.0))
            else {
                continue;
            };
            let crossing = self.crossing.contains(&row);
            let needed = judge.needs(row, bead, crossing, is_edited(judge.bitext, bead));
            let before = std::mem::replace(before, needed);
            self.left = self.left + usize::from(needed) - usize::from(before);
        }
    }
}

fn count_accepted(bitext: &Bitext) -> usize {
    let beads = bitext.beads.iter();
    beads.filter(|bead| bead.state == State::Accepted).count()
}

fn count(needed: &[bool]) -> usize {
    needed.iter().filter(|&&needed| needed).count()
}
