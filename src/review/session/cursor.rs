//! Where the keys are: the cursor, the selection, the rows that are shown, and going from one to another.

use super::Session;
use crate::shown::Shown;
use jjak_core::article::Lang;
use jjak_core::bitext::{Edit, RowIndex, RowRange, SegmentId, State};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A sentence under the keys: row, column, and place within the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cursor {
    pub row: RowIndex,
    pub lang: Lang,
    pub at: usize,
}

impl Default for Cursor {
    fn default() -> Cursor {
        Cursor {
            row: RowIndex(0),
            lang: Lang::En,
            at: 0,
        }
    }
}

impl Session {
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The selected rows: those from where the selection began to the cursor, or the cursor's own. None where no
    /// rows are left.
    pub fn selection(&self) -> Range<RowIndex> {
        let row = self.cursor.row;
        let from = self.anchor.unwrap_or(row);
        let end = self.project.bitext.beads.end();
        from.min(row).min(end)..from.max(row).below().min(end)
    }

    pub fn has_selection(&self) -> bool {
        self.anchor.is_some()
    }

    /// Stretches the selection to `row`.
    pub fn select_to(&mut self, row: RowIndex) {
        let anchor = self.anchor.unwrap_or(self.cursor.row);
        self.go_to_row(row);
        self.anchor = Some(anchor).filter(|&anchor| anchor != self.cursor.row);
    }

    pub fn clear_selection(&mut self) {
        self.anchor = None;
    }

    /// The segment under the cursor; `None` in an empty cell.
    pub fn id(&self) -> Option<SegmentId> {
        let Cursor { row, lang, at } = self.cursor;
        self.project
            .bitext
            .beads
            .get(row)?
            .ids(lang)
            .get(at)
            .copied()
    }

    /// Puts the cursor there, or as near as the bitext allows.
    pub fn set_cursor(&mut self, cursor: Cursor) {
        let row = cursor.row.min(self.project.bitext.beads.end() - 1);
        let cell = self
            .project
            .bitext
            .beads
            .get(row)
            .map_or(0, |bead| bead.ids(cursor.lang).len());
        if row != self.cursor.row {
            self.anchor = None;
        }
        self.cursor = Cursor {
            row,
            at: cursor.at.min(cell.saturating_sub(1)),
            ..cursor
        };
        // Whoever goes to a row wants to see it.
        if self.shown.as_mut().is_some_and(|shown| shown.add(row)) {
            self.shown_revision += 1;
        }
    }

    pub fn go_to_row(&mut self, row: RowIndex) {
        self.set_cursor(Cursor {
            row,
            at: 0,
            ..self.cursor
        });
    }

    /// To a row that is to be looked at: on the side that has text, the cursor's own if it has.
    pub fn look_at_row(&mut self, row: RowIndex) {
        let lang = self.cursor.lang;
        let bead = self.project.bitext.beads.get(row);
        let is_empty = bead.is_some_and(|bead| bead.ids(lang).is_empty());
        let lang = if is_empty { lang.other() } else { lang };
        self.set_cursor(Cursor { row, lang, at: 0 });
    }

    /// Goes to where the last edit in force was made.
    pub fn go_to_last_edit(&mut self) {
        let last = self.project.history.past().last().and_then(Edit::rows);
        if let Some(rows) = last {
            self.look_at_row(rows.start);
        }
    }

    /// Shows the marked rows alone, or all of them. The cursor goes to the nearest that is shown.
    pub fn show_rows_of(&mut self, rows: Option<Vec<bool>>) {
        self.shown = rows.map(Shown::new);
        self.shown_revision += 1;
        let row = self.cursor.row;
        if !self.is_shown(row)
            && let Some(row) = self.next_shown(row, true).or(self.next_shown(row, false))
        {
            self.go_to_row(row);
        }
    }

    /// Shows the marked rows besides those that are shown.
    pub fn show_also(&mut self, rows: &[bool]) {
        let Some(shown) = &mut self.shown else { return };
        let marked = rows.iter().enumerate().filter(|(_, marked)| **marked);
        let added = marked.fold(false, |added, (row, _)| shown.add(RowIndex(row)) | added);
        self.shown_revision += u64::from(added);
    }

    pub fn is_shown(&self, row: RowIndex) -> bool {
        self.shown.as_ref().is_none_or(|shown| shown.holds(row))
    }

    /// How many rows a filter leaves; `None` without one.
    pub fn shown(&self) -> Option<usize> {
        self.shown.as_ref().map(Shown::count)
    }

    pub fn shown_revision(&self) -> u64 {
        self.shown_revision
    }

    /// The next row (or the one before) that is shown.
    pub fn next_shown(&self, row: RowIndex, forward: bool) -> Option<RowIndex> {
        let end = self.project.bitext.beads.end();
        match &self.shown {
            Some(shown) => shown.next(row, forward),
            None if forward => Some(row.below()).filter(|&row| row < end),
            None => row.above(),
        }
    }

    /// The row `by` shown rows further down or up, or the last there is.
    pub fn shown_row_at(&self, row: RowIndex, by: usize, forward: bool) -> RowIndex {
        match self.shown {
            None if forward => (row + by).min(self.project.bitext.beads.end() - 1),
            None => row - by,
            Some(_) => (0..by).fold(row, |row, _| self.next_shown(row, forward).unwrap_or(row)),
        }
    }

    /// The selected rows that are shown, or the cursor's own.
    pub fn selected_rows(&self) -> Vec<RowIndex> {
        let rows = self.selection().each();
        rows.filter(|&row| self.is_shown(row)).collect()
    }

    /// One sentence down or up the column, through cells of several sentences.
    pub fn step(&mut self, down: bool) {
        let Cursor { row, lang, at } = self.cursor;
        let cell = |row: RowIndex| self.project.bitext.ids(row, lang).len();
        let beyond = self.next_shown(row, down);
        let next = match down {
            true if at + 1 < cell(row) => Cursor {
                at: at + 1,
                ..self.cursor
            },
            false if at > 0 => Cursor {
                at: at - 1,
                ..self.cursor
            },
            _ => match beyond {
                Some(row) if down => Cursor { row, at: 0, lang },
                Some(row) => Cursor {
                    row,
                    at: cell(row).saturating_sub(1),
                    lang,
                },
                None => return,
            },
        };
        self.set_cursor(next);
    }

    /// Goes to the next (or previous) shown row that needs eyes, around the end. Says whether there is one.
    pub fn go_to_unsure(&mut self, forward: bool) -> bool {
        let needed = self.progress.needs_eyes.iter().enumerate();
        let needed: Vec<bool> = needed
            .map(|(row, &needed)| needed && self.is_shown(RowIndex(row)))
            .collect();
        self.go_to_one_of(&needed, forward)
    }

    /// Goes to the next (or previous) shown row that is not accepted, around the end. Says whether there is one.
    pub fn go_to_unaccepted(&mut self, forward: bool) -> bool {
        let beads = self.project.bitext.beads.numbered();
        let open: Vec<bool> = beads
            .map(|(row, bead)| bead.state != State::Accepted && self.is_shown(row))
            .collect();
        self.go_to_one_of(&open, forward)
    }

    /// Goes to the next (or previous) shown row of which a check says something, around the end. Says whether there is one.
    pub fn go_to_finding(&mut self, forward: bool) -> bool {
        let rows = self.project.bitext.beads.rows().each();
        let found = rows.map(|row| self.findings.has(row) && self.is_shown(row));
        let found: Vec<bool> = found.collect();
        self.go_to_one_of(&found, forward)
    }

    fn go_to_one_of(&mut self, wanted: &[bool], forward: bool) -> bool {
        let (bitext, row) = (&self.project.bitext, self.cursor.row);
        let Some(row) = self.queue.next(bitext, wanted, row, forward) else {
            return false;
        };
        self.look_at_row(row);
        true
    }
}
