//! What can be done to the rows now, and what judges them, finds in them or shows more of them.

use super::{Answer, Review};
use crate::command::{Command, Group, RowNeed};
use crate::session::{Cursor, Session};
use crate::texts::Text;
use jjak_core::bitext::{Bead, Edit, Operation, Refusal, RowIndex, RowRange, State, Verdict};
use jjak_core::evidence::EvidenceKind;
use jjak_core::evidence::korean::stem;

impl Review {
    /// Whether `command` can be done to the rows now.
    pub fn allows(&self, command: Command) -> bool {
        command
            .needs_of_rows()
            .any(|need| self.lacks(need).is_none())
    }

    /// What is missing of `need`, if anything is.
    pub fn lacks(&self, need: RowNeed) -> Option<Text> {
        let session = &self.session;
        let (why, holds) = match need {
            RowNeed::Nothing => return None,
            RowNeed::Undo => (Text::NothingToUndo, !session.can_undo()),
            RowNeed::Redo => (Text::NothingToRedo, !session.can_redo()),
            RowNeed::Filter => (Text::NothingHidden, session.shown().is_none()),
            RowNeed::Row | RowNeed::Sentence | RowNeed::Cell | RowNeed::Edited
                if session.bitext().beads.is_empty() =>
            {
                (Text::NoRows, true)
            }
            RowNeed::Row => return None,
            RowNeed::Sentence => (Text::NoSentenceHere, session.id().is_none()),
            RowNeed::Cell => {
                let is_empty = !session.has_selection() && session.id().is_none();
                (Text::NoSentenceHere, is_empty)
            }
            RowNeed::Edited => (Text::NotEdited, !self.is_edited()),
        };
        holds.then_some(why)
    }

    /// The row under the cursor.
    pub(super) fn bead(&self) -> Option<&Bead> {
        let row = self.session.cursor().row;
        self.session.bitext().beads.get(row)
    }

    fn is_edited(&self) -> bool {
        let side = self.session.bitext().side(self.session.cursor().lang);
        let segment = self.session.id().and_then(|id| side.segment(id));
        segment.is_some_and(|segment| segment.edited.is_some())
    }

    /// Does what a command does to the rows. What is being edited is in the bitext before, unless the command only shows
    /// something beside it.
    pub fn act(&mut self, command: Command, act: fn(&mut Review) -> Answer) -> Answer {
        let stays =
            command.group() == Group::View || matches!(command, Command::Find | Command::Replace);
        if !stays && let refused @ Answer::Refused(_) = self.leave_mode() {
            return refused;
        }
        act(self)
    }

    pub fn undo(&mut self) -> Answer {
        self.step_back(Session::undo)
    }

    pub fn redo(&mut self) -> Answer {
        self.step_back(Session::redo)
    }

    fn step_back(&mut self, step: impl FnOnce(&mut Session) -> Option<Edit>) -> Answer {
        if self.is_read_only() {
            return Answer::Refused(Refusal::ReadOnly);
        }
        if let Some(edit) = step(&mut self.session) {
            self.grid.changed(&self.session, &edit);
            self.grid.reveal();
        }
        Answer::Done
    }

    pub fn open_find(&mut self) -> Answer {
        self.find.open();
        Answer::Done
    }

    pub fn open_replace(&mut self) -> Answer {
        self.find.open_replace();
        Answer::Done
    }

    pub fn find_next(&mut self) -> Answer {
        self.find_on(true)
    }

    pub fn find_previous(&mut self) -> Answer {
        self.find_on(false)
    }

    fn find_on(&mut self, forward: bool) -> Answer {
        match self.find.go(self.session.cursor(), forward) {
            Some(cursor) => self.go(cursor),
            None => self.find.open(),
        }
        Answer::Done
    }

    fn set_states(&mut self, rows: Vec<RowIndex>, state: State) -> Answer {
        self.operate(Operation::SetStates { rows, state }).into()
    }

    /// Accepts the selected rows and goes to the next that needs eyes; with none left, to the next that is not
    /// accepted. What ends the queue stays on the screen.
    pub fn accept(&mut self) -> Answer {
        let rows = self.session.selected_rows();
        let had_left = self.session.left() > 0;
        let beads = &self.session.bitext().beads;
        let open = |&row: &RowIndex| {
            let bead = beads.get(row);
            bead.is_some_and(|bead| bead.state != State::Accepted)
        };
        if rows.iter().any(open)
            && let refused @ Answer::Refused(_) = self.set_states(rows, State::Accepted)
        {
            return refused;
        }
        let more =
            self.session.go_to_unsure(true) || !had_left && self.session.go_to_unaccepted(true);
        self.grid.reveal();
        if more {
            Answer::Done
        } else {
            self.what_is_left()
        }
    }

    /// What to say when no row in sight needs eyes.
    pub(super) fn what_is_left(&self) -> Answer {
        let session = &self.session;
        let rows = session.bitext().beads.len();
        match (session.left(), rows.saturating_sub(session.accepted())) {
            (0, 0) => Answer::Says(Text::AllReviewed),
            (0, sure) => Answer::SureLeft(sure),
            (hidden, _) => Answer::Hidden(hidden),
        }
    }

    /// Accepts every row in sight down to the cursor.
    pub fn accept_above(&mut self) -> Answer {
        let above = (RowIndex(0)..self.session.cursor().row.below()).each();
        let above: Vec<RowIndex> = above.filter(|&row| self.session.is_shown(row)).collect();
        self.set_states(above, State::Accepted)
    }

    /// Accepts every row that nobody has spoken of and that needs no eyes.
    pub fn accept_confident(&mut self) -> Answer {
        let beads = self.session.bitext().beads.numbered();
        let sure = beads.filter(|(row, bead)| {
            bead.state == State::Unreviewed && !self.session.needs_eyes(*row)
        });
        let rows: Vec<RowIndex> = sure.map(|(row, _)| row).collect();
        let state = State::Accepted;
        self.operate(Operation::SetStates { rows, state }).into()
    }

    /// Flags the selected rows, or takes the flag away.
    pub fn flag(&mut self) -> Answer {
        let flagged = self.bead().is_some_and(|bead| bead.state == State::Flagged);
        let state = if flagged {
            State::Unreviewed
        } else {
            State::Flagged
        };
        self.set_states(self.session.selected_rows(), state)
    }

    pub fn unreview(&mut self) -> Answer {
        self.set_states(self.session.selected_rows(), State::Unreviewed)
    }

    /// Gives the row under the cursor a verdict, or takes that one away.
    pub fn judge(&mut self, verdict: Verdict) -> Answer {
        let row = self.session.cursor().row;
        let same = self
            .bead()
            .is_some_and(|bead| bead.verdict == Some(verdict));
        self.operate(Operation::SetVerdict {
            row,
            verdict: (!same).then_some(verdict),
        })
        .into()
    }

    /// Shows the note of the row, with the keys in it.
    pub fn write_note(&mut self) -> Answer {
        (self.show_details, self.note_wanted) = (true, true);
        Answer::Done
    }

    pub fn bookmark(&mut self) -> Answer {
        let on = !self.bead().is_some_and(|bead| bead.bookmark);
        let rows = self.session.selected_rows();
        self.operate(Operation::SetBookmark { rows, on }).into()
    }

    /// The cell under the cursor as text; of selected rows both sides, a line for each row.
    pub fn copied(&self) -> String {
        let bitext = self.session.bitext();
        let cell = |row, lang| -> String {
            let texts: Vec<_> = bitext.texts(row, lang).collect();
            texts.join(" ")
        };
        let Cursor { row, lang, .. } = self.session.cursor();
        if !self.session.has_selection() {
            cell(row, lang)
        } else {
            let rows = self.session.selection();
            let [first, second] = self.session.sides();
            let line = |row| format!("{}\t{}\n", cell(row, first), cell(row, second));
            rows.each().map(line).collect()
        }
    }

    /// Asks for a term of nothing yet.
    pub fn add_term(&mut self) -> Answer {
        self.term_of(String::new())
    }

    /// A term of `word`, which is of the sentence under the cursor, with what it matches on the other side.
    pub(super) fn term_of(&self, word: String) -> Answer {
        let (en, ko) = self.evidence.partner(self.session.cursor().lang, &word);
        Answer::Term(en, ko)
    }

    /// The names and words that match in the row, English first, longer ones before shorter ones.
    pub fn terms_here(&self) -> Vec<(String, String)> {
        let pairs = self.evidence.pairs.iter();
        let named =
            pairs.filter(|(kind, ..)| matches!(kind, EvidenceKind::Name | EvidenceKind::Term));
        let mut terms: Vec<(String, String)> = named
            .map(|(_, en, ko)| (en.clone(), without_particle(ko)))
            .collect();
        terms.dedup();
        terms.sort_by_key(|(en, _)| std::cmp::Reverse(en.chars().count()));
        terms
    }

    pub fn ask_for_menu(&mut self) -> Answer {
        self.grid.ask_for_menu();
        Answer::Done
    }

    pub fn turn_excluded(&mut self) -> Answer {
        self.show_excluded = !self.show_excluded;
        self.show_findings &= !self.show_excluded;
        Answer::Done
    }

    pub fn turn_details(&mut self) -> Answer {
        self.show_details = !self.show_details;
        Answer::Done
    }

    pub fn turn_map(&mut self) -> Answer {
        self.show_map = !self.show_map;
        Answer::Done
    }

    pub fn turn_reading(&mut self) -> Answer {
        self.show_reading = !self.show_reading;
        self.reading.reveal();
        self.grid.reveal();
        Answer::Done
    }
}

fn without_particle(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    stem(&letters).iter().collect()
}
