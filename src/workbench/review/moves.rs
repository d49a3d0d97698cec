//! Where the cursor goes.

use super::{Answer, Review};
use crate::session::Cursor;
use crate::texts::Text;
use jjak_core::article::Lang;
use jjak_core::bitext::{RowIndex, RowRange};

impl Review {
    pub fn next_row(&mut self) -> Answer {
        self.step(true)
    }

    pub fn previous_row(&mut self) -> Answer {
        self.step(false)
    }

    fn step(&mut self, down: bool) -> Answer {
        self.session.step(down);
        self.grid.reveal();
        Answer::Done
    }

    pub fn go_left(&mut self) -> Answer {
        let [left, _] = self.session.sides();
        self.go_to_side(left)
    }

    pub fn go_right(&mut self) -> Answer {
        let [_, right] = self.session.sides();
        self.go_to_side(right)
    }

    fn go_to_side(&mut self, lang: Lang) -> Answer {
        let cursor = self.session.cursor();
        self.go(Cursor { lang, ..cursor });
        Answer::Done
    }

    pub fn next_unsure(&mut self) -> Answer {
        self.go_to_unsure(true)
    }

    pub fn previous_unsure(&mut self) -> Answer {
        self.go_to_unsure(false)
    }

    /// To the next row that needs eyes, or the one before; with none, to one that is not accepted.
    fn go_to_unsure(&mut self, forward: bool) -> Answer {
        let found = self.session.go_to_unsure(forward);
        self.grid.reveal();
        if found {
            return Answer::Done;
        }
        self.session.go_to_unaccepted(forward);
        self.what_is_left()
    }

    pub fn select_down(&mut self) -> Answer {
        self.select(true)
    }

    pub fn select_up(&mut self) -> Answer {
        self.select(false)
    }

    fn select(&mut self, down: bool) -> Answer {
        let row = self.session.cursor().row;
        let to = self.session.next_shown(row, down).unwrap_or(row);
        self.session.select_to(to);
        self.grid.reveal();
        Answer::Done
    }

    pub fn next_bookmark(&mut self) -> Answer {
        self.go_to_bookmark(true)
    }

    pub fn previous_bookmark(&mut self) -> Answer {
        self.go_to_bookmark(false)
    }

    /// To the next row (or the one before) with a bookmark or a note, around the end.
    fn go_to_bookmark(&mut self, forward: bool) -> Answer {
        let (row, beads) = (self.session.cursor().row, &self.session.bitext().beads);
        let is_marked = |at: &RowIndex| {
            let bead = beads.get(*at);
            bead.is_some_and(|bead| bead.bookmark || !bead.note.is_empty())
        };
        let above = (RowIndex(0)..row).each();
        let below = (row.below()..beads.end()).each();
        let found = if forward {
            below.chain(above).find(is_marked)
        } else {
            above.rev().chain(below.rev()).find(is_marked)
        };
        let here = is_marked(&row);
        match found {
            Some(row) => self.jump(row),
            None if here => Answer::Done,
            None => Answer::Says(Text::NoBookmarks),
        }
    }

    pub fn page_down(&mut self) -> Answer {
        self.page(true)
    }

    pub fn page_up(&mut self) -> Answer {
        self.page(false)
    }

    fn page(&mut self, down: bool) -> Answer {
        let row = self.session.cursor().row;
        let to = self.grid.page(row, down);
        // A filter hides rows; the page ends on one that is seen.
        let nearest = if self.session.is_shown(to) {
            Some(to)
        } else {
            self.session.next_shown(to, !down)
        };
        let beyond = |at: &RowIndex| if down { *at > row } else { *at < row };
        let next = || self.session.next_shown(row, down).unwrap_or(row);
        self.jump(nearest.filter(beyond).unwrap_or_else(next))
    }

    pub fn first_row(&mut self) -> Answer {
        self.end(false)
    }

    pub fn last_row(&mut self) -> Answer {
        self.end(true)
    }

    fn end(&mut self, last: bool) -> Answer {
        let rows = self.session.bitext().beads.len();
        let row = self.session.cursor().row;
        self.jump(self.session.shown_row_at(row, rows, last))
    }

    fn jump(&mut self, row: RowIndex) -> Answer {
        self.session.go_to_row(row);
        self.grid.reveal();
        Answer::Done
    }

    /// Asks for the text that the rows in sight must hold.
    pub fn filter_rows(&mut self) -> Answer {
        self.show_reading = false;
        self.filter.focus();
        Answer::Done
    }

    pub fn show_all_rows(&mut self) -> Answer {
        self.show_all();
        Answer::Done
    }
}
