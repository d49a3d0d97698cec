//! What each command does to the bitext, or to the place in it.

use super::{Answer, Review};
use crate::command::{Command, Group};
use crate::cut_points::CutPoints;
use crate::keyboard::Owner;
use crate::mode::{Editing, Mode};
use crate::session::Cursor;
use crate::texts::Text;
use egui::{Key, Modifiers, Ui};
use jjak_core::article::{Exclusion, Lang, Reason, one_line};
use jjak_core::bitext::{Bead, Operation, Refusal, State, Verdict};
use jjak_core::clean::NeverRule;

impl Review {
    pub fn allows(&self, command: Command) -> bool {
        self.why_not(command).is_none()
    }

    /// Why `command` cannot be done where the cursor is, as far as that can be told before trying.
    pub fn why_not(&self, command: Command) -> Option<Text> {
        let (why, holds) = match command {
            Command::Undo => (Text::NothingToUndo, !self.session.can_undo()),
            Command::Redo => (Text::NothingToRedo, !self.session.can_redo()),
            _ if command.needs_row() && self.session.bitext().beads.is_empty() => {
                (Text::NoRows, true)
            }
            Command::EditText
            | Command::CutSentence
            | Command::JoinSentence
            | Command::ExcludeAlike
            | Command::NeverAgain => (Text::NoSentenceHere, self.session.id().is_none()),
            Command::Copy => {
                let is_cell = !self.session.has_selection();
                (Text::NoSentenceHere, is_cell && self.session.id().is_none())
            }
            Command::OriginalText => (Text::NotEdited, !self.is_edited()),
            Command::ShowAllRows => (Text::NothingHidden, self.session.shown().is_none()),
            _ => return None,
        };
        holds.then_some(why)
    }

    /// The row under the cursor.
    fn bead(&self) -> Option<&Bead> {
        let row = self.session.cursor().row;
        self.session.bitext().beads.get(row)
    }

    fn is_edited(&self) -> bool {
        let side = self.session.bitext().side(self.session.cursor().lang);
        let segment = self.session.id().and_then(|id| side.segment(id));
        segment.is_some_and(|segment| segment.edited.is_some())
    }

    /// Runs a command that concerns the bitext or the place in it.
    pub fn run(&mut self, command: Command) -> Answer {
        let Cursor { row, lang, at } = self.session.cursor();
        let rows = self.session.bitext().beads.len();
        if let Some(why) = self.why_not(command) {
            return Answer::Says(why);
        }
        // What is being edited is in the bitext before anything is done to it, or goes elsewhere.
        let stays =
            command.group() == Group::View || matches!(command, Command::Find | Command::Replace);
        if !stays && let refused @ Answer::Refused(_) = self.leave_mode() {
            return refused;
        }
        match command {
            Command::Undo | Command::Redo if self.is_read_only() => {
                Answer::Refused(Refusal::ReadOnly)
            }
            Command::Undo | Command::Redo => {
                let edit = if command == Command::Undo {
                    self.session.undo()
                } else {
                    self.session.redo()
                };
                if let Some(edit) = edit {
                    self.grid.changed(&self.session, &edit);
                    self.grid.reveal();
                }
                Answer::Done
            }
            Command::EditText => self.edit_text(),
            Command::OriginalText => self.with_sentence(|lang, id| Operation::SetText {
                lang,
                id,
                text: None,
            }),
            Command::Find => {
                self.find.open();
                Answer::Done
            }
            Command::Replace => {
                self.find.open_replace();
                Answer::Done
            }
            Command::FindNext | Command::FindPrevious => {
                match self
                    .find
                    .go(self.session.cursor(), command == Command::FindNext)
                {
                    Some(cursor) => self.go(cursor),
                    None => self.find.open(),
                }
                Answer::Done
            }
            Command::Accept => self.accept(),
            Command::AcceptAbove => {
                let above = 0..row.saturating_add(1);
                let above: Vec<usize> = above.filter(|&row| self.session.is_shown(row)).collect();
                self.set_states(above, State::Accepted)
            }
            Command::AcceptConfident => self.accept_confident(),
            Command::Flag => {
                let flagged = self.bead().is_some_and(|bead| bead.state == State::Flagged);
                let state = if flagged {
                    State::Unreviewed
                } else {
                    State::Flagged
                };
                self.set_states(self.session.selected_rows(), state)
            }
            Command::Unreview => self.set_states(self.session.selected_rows(), State::Unreviewed),
            Command::Bookmark => {
                let on = !self.bead().is_some_and(|bead| bead.bookmark);
                let rows = self.session.selected_rows();
                self.operate(Operation::SetBookmark { rows, on }).into()
            }
            Command::VerdictExact => self.judge(Verdict::Exact),
            Command::VerdictFree => self.judge(Verdict::Free),
            Command::VerdictPartial => self.judge(Verdict::Partial),
            Command::VerdictNot => self.judge(Verdict::NotATranslation),
            Command::VerdictOmission => self.judge(Verdict::IntendedOmission),
            Command::PushTail => self.operate(Operation::PushTail { lang, row }).into(),
            Command::PullTail => self.operate(Operation::PullTail { lang, row }).into(),
            Command::MoveDown | Command::MoveUp => {
                let to = if command == Command::MoveDown {
                    Some(row + 1)
                } else {
                    row.checked_sub(1)
                };
                match to {
                    Some(to) => {
                        self.with_sentence(|lang, id| Operation::MoveSegment { lang, id, to })
                    }
                    None => Answer::Refused(Refusal::NoSuchRow),
                }
            }
            Command::Merge => {
                let rows = match self.session.has_selection() {
                    true => self.session.selection(),
                    false => row..row + 2,
                };
                self.operate(Operation::MergeBeads { rows }).into()
            }
            Command::Split => self.split(row, lang, at),
            Command::Link => self.link(),
            Command::Unlink => self.operate(Operation::Unlink { row }).into(),
            Command::CutSentence => self.choose_cut(),
            Command::JoinSentence => {
                self.with_sentence(|lang, id| Operation::MergeSegments { lang, id })
            }
            Command::ExcludeBlock => self.exclude(),
            Command::ExcludeAlike => self.exclude_alike(),
            Command::NextRow | Command::PreviousRow => {
                self.session.step(command == Command::NextRow);
                self.grid.reveal();
                Answer::Done
            }
            Command::EnglishSide | Command::KoreanSide => {
                let lang = if command == Command::EnglishSide {
                    Lang::En
                } else {
                    Lang::Ko
                };
                self.go(Cursor {
                    lang,
                    ..self.session.cursor()
                });
                Answer::Done
            }
            Command::NextUnsure | Command::PreviousUnsure => {
                let forward = command == Command::NextUnsure;
                let found = self.session.go_to_unsure(forward);
                self.grid.reveal();
                if found {
                    return Answer::Done;
                }
                self.session.go_to_unaccepted(forward);
                self.what_is_left()
            }
            Command::SelectDown | Command::SelectUp => {
                let down = command == Command::SelectDown;
                let to = self.session.next_shown(row, down).unwrap_or(row);
                self.session.select_to(to);
                self.grid.reveal();
                Answer::Done
            }
            Command::NextBookmark | Command::PreviousBookmark => {
                self.go_to_bookmark(command == Command::NextBookmark)
            }
            Command::PageDown | Command::PageUp => {
                let down = command == Command::PageDown;
                let to = self.grid.page(row, down);
                // A filter hides rows; the page ends on one that is seen.
                let nearest = match self.session.is_shown(to) {
                    true => Some(to),
                    false => self.session.next_shown(to, !down),
                };
                let beyond = |at: &usize| if down { *at > row } else { *at < row };
                let next = || self.session.next_shown(row, down).unwrap_or(row);
                self.jump(nearest.filter(beyond).unwrap_or_else(next))
            }
            Command::FirstRow => self.jump(self.session.shown_row_at(row, rows, false)),
            Command::LastRow => self.jump(self.session.shown_row_at(row, rows, true)),
            Command::ExcludedList => {
                self.show_excluded = !self.show_excluded;
                Answer::Done
            }
            Command::Map => {
                self.show_map = !self.show_map;
                Answer::Done
            }
            Command::Reading => {
                self.show_reading = !self.show_reading;
                self.reading.reveal();
                self.grid.reveal();
                Answer::Done
            }
            Command::FilterRows => {
                self.show_reading = false;
                self.filter.focus();
                Answer::Done
            }
            Command::ShowAllRows => {
                self.show_all();
                Answer::Done
            }
            Command::RowMenu => {
                self.grid.ask_for_menu();
                Answer::Done
            }
            Command::AddTerm => self.term_of(String::new()),
            Command::Details => {
                self.show_details = !self.show_details;
                Answer::Done
            }
            _ => Answer::Done,
        }
    }

    /// The cell under the cursor as text; of selected rows both sides, a line for each row.
    pub fn copied(&self) -> String {
        let bitext = self.session.bitext();
        let cell = |row, lang| -> String {
            let texts: Vec<_> = bitext.texts(row, lang).collect();
            texts.join(" ")
        };
        let Cursor { row, lang, .. } = self.session.cursor();
        match self.session.has_selection() {
            false => cell(row, lang),
            true => {
                let rows = self.session.selection();
                let line = |row| format!("{}\t{}\n", cell(row, Lang::En), cell(row, Lang::Ko));
                rows.map(line).collect()
            }
        }
    }

    fn jump(&mut self, row: usize) -> Answer {
        self.session.go_to_row(row);
        self.grid.reveal();
        Answer::Done
    }

    fn with_sentence(&mut self, operation: impl FnOnce(Lang, usize) -> Operation) -> Answer {
        match self.session.id() {
            Some(id) => self
                .operate(operation(self.session.cursor().lang, id))
                .into(),
            None => Answer::Refused(Refusal::NoSuchSegment),
        }
    }

    /// To the next row (or the one before) with a bookmark or a note, around the end.
    fn go_to_bookmark(&mut self, forward: bool) -> Answer {
        let (row, beads) = (self.session.cursor().row, &self.session.bitext().beads);
        let is_marked = |at: &usize| {
            let bead = beads.get(*at);
            bead.is_some_and(|bead| bead.bookmark || !bead.note.is_empty())
        };
        let found = match forward {
            true => (row + 1..beads.len()).chain(0..row).find(is_marked),
            false => {
                let above = (0..row).rev();
                above.chain((row + 1..beads.len()).rev()).find(is_marked)
            }
        };
        let here = is_marked(&row);
        match found {
            Some(row) => self.jump(row),
            None if here => Answer::Done,
            None => Answer::Says(Text::NoBookmarks),
        }
    }

    fn set_states(&mut self, rows: Vec<usize>, state: State) -> Answer {
        self.operate(Operation::SetStates { rows, state }).into()
    }

    /// Accepts the selected rows and goes to the next that needs eyes; with none left, to the next that is not
    /// accepted. What ends the queue stays on the screen.
    fn accept(&mut self) -> Answer {
        let rows = self.session.selected_rows();
        let had_left = self.session.left() > 0;
        let beads = &self.session.bitext().beads;
        let open = |&row: &usize| {
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
        match more {
            true => Answer::Done,
            false => self.what_is_left(),
        }
    }

    /// What to say when no row in sight needs eyes.
    fn what_is_left(&self) -> Answer {
        let session = &self.session;
        let rows = session.bitext().beads.len();
        match (session.left(), rows.saturating_sub(session.accepted())) {
            (0, 0) => Answer::Says(Text::AllReviewed),
            (0, sure) => Answer::SureLeft(sure),
            (hidden, _) => Answer::Hidden(hidden),
        }
    }

    /// Accepts every row that nobody has spoken of and that needs no eyes.
    fn accept_confident(&mut self) -> Answer {
        let beads = self.session.bitext().beads.iter().enumerate();
        let sure = beads.filter(|(row, bead)| {
            bead.state == State::Unreviewed && !self.session.needs_eyes(*row)
        });
        let rows: Vec<usize> = sure.map(|(row, _)| row).collect();
        let state = State::Accepted;
        self.operate(Operation::SetStates { rows, state }).into()
    }

    fn judge(&mut self, verdict: Verdict) -> Answer {
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

    /// Cuts before the sentence under the cursor; the other column at the same place, if it has as many.
    fn split(&mut self, row: usize, lang: Lang, at: usize) -> Answer {
        let count = |lang| self.session.bitext().ids(row, lang).len();
        let here = at.max(1).min(count(lang));
        let there = here.min(count(lang.other()));
        let (en, ko) = if lang == Lang::En {
            (here, there)
        } else {
            (there, here)
        };
        self.operate(Operation::SplitBead { row, en, ko }).into()
    }

    fn link(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(id) = self.session.id() else {
            return Answer::Refused(Refusal::NoSuchSegment);
        };
        match self.session.linking {
            Some(marked) if marked == (lang, id) => {
                self.session.linking = None;
                Answer::Done
            }
            Some((other, marked)) if other != lang => {
                let (en, ko) = if lang == Lang::En {
                    (id, marked)
                } else {
                    (marked, id)
                };
                self.operate(Operation::Link {
                    en: vec![en],
                    ko: vec![ko],
                })
                .into()
            }
            _ => {
                self.session.linking = Some((lang, id));
                Answer::Says(Text::Linking)
            }
        }
    }

    /// Excludes the paragraph under the cursor; in an empty cell that of the other side.
    fn exclude(&mut self) -> Answer {
        if self.session.id().is_none() {
            self.session.look_at_row(self.session.cursor().row);
        }
        let lang = self.session.cursor().lang;
        let article = &self.session.bitext().side(lang).article;
        let block = self.session.id().and_then(|id| article.block_at(id));
        match block {
            Some(block) => {
                let why = Exclusion {
                    reason: Reason::ByHand,
                    rule: String::new(),
                };
                self.operate(Operation::Exclude { lang, block, why }).into()
            }
            None => Answer::Refused(Refusal::NoSuchSegment),
        }
    }

    /// The rule that excludes the paragraph under the cursor and those like it.
    pub fn rule_of_block(&self) -> Option<NeverRule> {
        let lang = self.session.cursor().lang;
        let article = &self.session.bitext().side(lang).article;
        let block = article.block_at(self.session.id()?)?;
        NeverRule::like(&one_line(article.block_text(block)))
    }

    fn exclude_alike(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(rule) = self.rule_of_block() else {
            return Answer::Says(Text::NothingAlike);
        };
        let article = &self.session.bitext().side(lang).article;
        let mut blocks = rule.alike(article);
        let is_kept = |block: &usize| {
            let block = article.blocks.get(*block);
            block.is_some_and(|block| block.excluded.is_none())
        };
        blocks.retain(is_kept);
        let why = Exclusion {
            reason: Reason::ByHand,
            rule: rule.to_string(),
        };
        self.operate(Operation::ExcludeAll { lang, blocks, why })
            .into()
    }

    /// A term of `word`, which is of the sentence under the cursor, with what it matches on the other side.
    pub(super) fn term_of(&self, word: String) -> Answer {
        let (en, ko) = self.evidence.partner(self.session.cursor().lang, &word);
        Answer::Term(en, ko)
    }

    /// Cuts the sentence under the cursor where what it says has the byte `at`, or as near as may be.
    pub(super) fn cut_at(&mut self, at: usize) -> Answer {
        if let refused @ Answer::Refused(_) = self.choose_cut() {
            return refused;
        }
        let Mode::Cut(mut cutting) = std::mem::take(&mut self.mode) else {
            return Answer::Done;
        };
        let (id, article) = (
            cutting.id,
            &self.session.bitext().side(cutting.lang).article,
        );
        // A space stands between the head and the second part.
        cutting.go_near(|place| (article.line(&(id..place)).len() + 1).abs_diff(at));
        self.operate(cutting.operation(false)).into()
    }

    pub(super) fn edit_text(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(id) = self.session.id() else {
            return Answer::Refused(Refusal::NoSuchSegment);
        };
        let text = self.session.bitext().side(lang).text(id).into_owned();
        self.mode = Mode::Edit(Editing {
            lang,
            id,
            text,
            fresh: true,
        });
        self.grid.reveal();
        Answer::Done
    }

    fn choose_cut(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let side = self.session.bitext().side(lang);
        let Some(segment) = self.session.id().and_then(|id| side.segment(id)) else {
            return Answer::Refused(Refusal::NoSuchSegment);
        };
        if segment.edited.is_some() {
            return Answer::Refused(Refusal::Edited);
        }
        match CutPoints::of(&self.session) {
            Some(cutting) => {
                self.mode = Mode::Cut(cutting);
                self.grid.reveal();
                Answer::Done
            }
            None => Answer::Refused(Refusal::NoCutThere),
        }
    }

    /// The keys of choosing a cut point.
    pub(super) fn cut_keys(&mut self, ui: &Ui) -> Answer {
        let Mode::Cut(cutting) = &mut self.mode else {
            return Answer::Done;
        };
        if Owner::of(ui.ctx()) != Owner::Cut {
            return Answer::Done;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, forward) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if pressed(Modifiers::NONE, key) {
                cutting.step(forward);
            }
        }
        for (key, worse) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if pressed(Modifiers::NONE, key) {
                cutting.step_rank(worse);
            }
        }
        let with_row = pressed(Modifiers::SHIFT, Key::Enter);
        if with_row || pressed(Modifiers::NONE, Key::Enter) {
            let operation = cutting.operation(with_row);
            self.mode = Mode::Grid;
            return self.operate(operation).into();
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            self.mode = Mode::Grid;
        }
        Answer::Done
    }
}
