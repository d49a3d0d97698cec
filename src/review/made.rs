//! The rows that a person has put together by hand in this project, told from those that came in paired.

use jjak_core::bitext::{Bead, Change, Edit, History, Origin, SegmentId};
use std::collections::HashSet;

/// By their sentences: a row that was taken apart again and is another's now is not among them.
#[derive(Default)]
pub struct Made(HashSet<(Vec<SegmentId>, Vec<SegmentId>)>);

impl Made {
    /// Those of the edits in force.
    pub fn of(history: &History) -> Made {
        let mut made = Made::default();
        for edit in history.past() {
            made.changed(edit);
        }
        made
    }

    /// Takes up an edit that was made.
    pub fn changed(&mut self, edit: &Edit) {
        for change in &edit.changes {
            let Change::Beads {
                removed, inserted, ..
            } = change
            else {
                continue;
            };
            let before: HashSet<_> = removed.iter().map(sentences).collect();
            let made = inserted.iter().filter(|bead| bead.origin == Origin::Person);
            for bead in made.filter(|bead| !before.contains(&sentences(bead))) {
                self.0.insert((bead.en.clone(), bead.ko.clone()));
            }
        }
    }

    pub fn holds(&self, bead: &Bead) -> bool {
        bead.origin == Origin::Person
            && !self.0.is_empty()
            && self.0.contains(&(bead.en.clone(), bead.ko.clone()))
    }
}

fn sentences(bead: &Bead) -> (&[SegmentId], &[SegmentId]) {
    (&bead.en, &bead.ko)
}
