//! The rows that a filter leaves on the screen.

use jjak_core::bitext::{Change, Edit, RowIndex, RowRange, SegmentId};
use std::collections::HashMap;

/// One mark for every row. A row that was shown stays so, whatever becomes of it: what is accepted in a list of rows to
/// accept does not vanish from under the cursor. What an edit makes is shown, too.
pub struct Shown {
    rows: Vec<bool>,
    count: usize,
}

impl Shown {
    pub fn new(rows: Vec<bool>) -> Shown {
        let count = rows.iter().filter(|&&shown| shown).count();
        Shown { rows, count }
    }

    pub fn holds(&self, row: RowIndex) -> bool {
        self.rows.get(row.0).copied().unwrap_or(false)
    }

    pub fn count(&self) -> usize {
        self.count
    }

    /// Shows `row`, too; whether it was hidden.
    pub fn add(&mut self, row: RowIndex) -> bool {
        let Some(shown) = self.rows.get_mut(row.0) else {
            return false;
        };
        let was_hidden = !std::mem::replace(shown, true);
        self.count += usize::from(was_hidden);
        was_hidden
    }

    /// The nearest row that is shown, beyond `row` in one direction.
    pub fn next(&self, row: RowIndex, forward: bool) -> Option<RowIndex> {
        let end = RowIndex(self.rows.len());
        if forward {
            (row.below()..end).each().find(|&row| self.holds(row))
        } else {
            let above = (RowIndex(0)..row.min(end)).each();
            above.rev().find(|&row| self.holds(row))
        }
    }

    /// Takes up an edit, so that there is one mark for every row again.
    pub fn changed(&mut self, edit: &Edit) {
        for change in &edit.changes {
            let Change::Beads {
                at,
                removed,
                inserted,
            } = change
            else {
                continue;
            };
            let place = at.0..(*at + removed.len()).0;
            let Some(marks) = self.rows.get(place.clone()) else {
                continue;
            };
            let sentences = removed.iter().map(|bead| (&bead.en, &bead.ko));
            let before: HashMap<(&Vec<SegmentId>, &Vec<SegmentId>), bool> =
                sentences.zip(marks.iter().copied()).collect();
            let marks: Vec<bool> = inserted
                .iter()
                .map(|bead| before.get(&(&bead.en, &bead.ko)).copied().unwrap_or(true))
                .collect();
            self.rows.splice(place, marks);
        }
        self.count = self.rows.iter().filter(|&&shown| shown).count();
    }
}
