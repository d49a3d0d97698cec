//! The review screen: the grid with its bars and panes.

mod answer;
mod bars;
mod commands;
mod finding;
mod moves;
mod repairs;

pub use answer::{Answer, say};

use super::command::Command;
use super::details::{self, Asked, Place};
use super::excluded;
use super::filter_strip::FilterStrip;
use super::find::{Find, FindRequest};
use super::finding_panel::FindingPanel;
use super::findings;
use super::grid::{self, Grid, GridEvent, View};
use super::keyboard::{Owner, is_at_work, is_on_rows};
use super::look::Look;
use super::map::Map;
use super::mode::Mode;
use super::reading::Reading;
use super::row_evidence::RowEvidence;
use super::session::{Cursor, Session};
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{Key, Modifiers, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::{Edit, Operation, Refusal, RowIndex};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::segment::Rules;
use std::sync::Arc;

pub struct Review {
    pub session: Session,
    /// How the sentences of a block that comes back are cut.
    pub rules: Rules,
    /// Who has the work open elsewhere; nothing is changed here then.
    pub held_by: Option<String>,
    grid: Grid,
    mode: Mode,
    find: Find,
    filter: FilterStrip,
    /// The rows had the keys in the frame before. A filter that leaves no row leaves no cell to have them, either.
    had_focus: bool,
    evidence: RowEvidence,
    map: Map,
    findings: FindingPanel,
    reading: Reading,
    /// The note field takes the focus when it is shown.
    note_wanted: bool,
    pub show_excluded: bool,
    pub show_findings: bool,
    pub show_details: bool,
    pub show_map: bool,
    /// The texts as a whole are shown in the grid's place.
    pub show_reading: bool,
}

impl Review {
    pub fn new(session: Session, rules: Rules) -> Review {
        let mut review = Review {
            session,
            rules,
            held_by: None,
            grid: Grid::default(),
            mode: Mode::Grid,
            find: Find::default(),
            filter: FilterStrip::default(),
            had_focus: false,
            evidence: RowEvidence::default(),
            map: Map::default(),
            findings: FindingPanel::default(),
            reading: Reading::default(),
            note_wanted: false,
            show_excluded: false,
            show_findings: false,
            show_details: true,
            show_map: false,
            show_reading: false,
        };
        review.grid.reveal();
        review
    }

    pub fn is_choosing_cut(&self) -> bool {
        matches!(self.mode, Mode::Cut(_))
    }

    pub fn is_editing(&self) -> bool {
        matches!(self.mode, Mode::Edit(_))
    }

    pub fn is_finding(&self) -> bool {
        self.find.is_open()
    }

    /// Whether a text field was asked for that has not been shown yet.
    pub fn wants_field(&self) -> bool {
        let has_row = !self.session.bitext().beads.is_empty();
        let writes_note = self.note_wanted && self.show_details && has_row;
        let filters = self.filter.wants_focus() && !self.show_reading;
        writes_note || filters || self.find.wants_focus()
    }

    /// Puts what is being written into the bitext; its field stays as it is.
    pub fn keep_text(&mut self, ctx: &egui::Context) -> Answer {
        let note = details::unkept_note(ctx, &self.session);
        let text = match &self.mode {
            Mode::Edit(editing) => Some(editing.operation()),
            Mode::Grid | Mode::Cut(_) => None,
        };
        let mut answer = Answer::Done;
        for operation in note.into_iter().chain(text) {
            match self.apply(operation) {
                Ok(_) | Err(Refusal::NoChange) => {}
                Err(refusal) => answer = Answer::Refused(refusal),
            }
        }
        answer
    }

    /// Leaves the editor, with what is in it in the bitext, or the choice of a cut.
    fn leave_mode(&mut self) -> Answer {
        let leaving = std::mem::take(&mut self.mode);
        self.commit(leaving)
    }

    /// Does `operation` and keeps the views in step. What is being edited is written first.
    pub fn operate(&mut self, operation: Operation) -> Result<Edit, Refusal> {
        self.leave_mode();
        self.apply(operation)
    }

    pub fn is_read_only(&self) -> bool {
        self.held_by.is_some()
    }

    fn apply(&mut self, operation: Operation) -> Result<Edit, Refusal> {
        if self.is_read_only() {
            return Err(Refusal::ReadOnly);
        }
        let edit = self.session.operate(operation)?;
        self.grid.changed(&self.session, &edit);
        self.grid.reveal();
        self.reading.reveal();
        Ok(edit)
    }

    /// To a row.
    pub fn go_to_row(&mut self, row: RowIndex) {
        self.leave_mode();
        self.session.look_at_row(row);
        self.grid.reveal();
        self.reading.reveal();
    }

    /// Has the checks and the evidence know another lexicon.
    pub fn take_lexicon(&mut self, lexicon: Arc<Lexicon>) {
        self.session.set_lexicon(lexicon);
        self.evidence = RowEvidence::default();
    }

    fn restore(&mut self, lang: Lang, block: usize) -> Answer {
        let restored = self.session.bitext().restored(lang, block, &self.rules);
        self.operate(restored).into()
    }

    fn go(&mut self, cursor: Cursor) {
        self.session.set_cursor(cursor);
        self.grid.reveal();
    }

    /// Leaves what was being edited for another row.
    fn leave_for(&mut self, row: RowIndex) -> Answer {
        let answer = self.leave_mode();
        self.session.go_to_row(row);
        self.grid.reveal();
        self.reading.reveal();
        answer
    }

    /// Shows the screen; the answers are of what the mouse and the editor did.
    pub fn show(&mut self, ui: &mut Ui, look: &mut Look, locale: Locale) -> Vec<Answer> {
        let mut answers = vec![self.cut_keys(ui)];
        // Whoever scrolls or types waits for no check.
        let slice = if is_at_work(ui.ctx()) {
            findings::BUSY_SLICE
        } else {
            findings::IDLE_SLICE
        };
        if self.session.read_on(slice) {
            ui.request_repaint();
        }
        if matches!(self.mode, Mode::Grid)
            && Owner::of(ui.ctx()) == Owner::Grid
            && (self.session.linking.is_some() || self.session.has_selection())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.session.linking = None;
            self.session.clear_selection();
        }
        self.leave_filter_by_key(ui);
        self.status(ui, locale);
        if self.show_excluded
            && let Some(asked) = excluded::show(ui, self.session.bitext(), locale)
        {
            answers.push(match asked {
                excluded::Asked::Restore(lang, block) => self.restore(lang, block),
                excluded::Asked::Go(row) => self.leave_for(row),
            });
        }
        if self.show_findings
            && let Some(asked) = self.findings.show(ui, &self.session, locale)
        {
            answers.push(self.heed_findings(asked));
        }
        if self.show_map
            && let Some(row) = self.map.show(ui, &self.session, locale)
        {
            answers.push(self.leave_for(row));
        }
        self.evidence.refresh(&self.session);
        if self.show_details {
            let place = Place::within(ui, grid::least_width(*look));
            let wanted = &mut self.note_wanted;
            match details::show(ui, &self.session, &self.evidence, place, wanted, locale) {
                Some(Asked::Operation(operation)) => answers.push(self.operate(operation).into()),
                Some(Asked::Dropped(operation)) => answers.push(self.dropped(operation)),
                Some(Asked::Command(command)) => answers.push(Answer::Run(command)),
                Some(Asked::Finding(asked)) => answers.push(self.heed_findings(asked)),
                None => {}
            }
        }
        match self.find.show(ui, &self.session, locale) {
            Some(FindRequest::Go(cursor)) => {
                answers.push(self.leave_mode());
                self.go(cursor);
            }
            Some(FindRequest::Replace(texts)) => {
                answers.push(self.operate(Operation::SetTexts { texts }).into());
            }
            None => {}
        }
        if self.show_reading && matches!(self.mode, Mode::Grid) {
            if let Some(cursor) = self.reading.show(ui, &self.session, look.text_size, locale) {
                self.session.set_cursor(cursor);
            }
            return answers;
        }
        let shown = self.session.shown_revision();
        self.filter.show(ui, &mut self.session, locale);
        if self.session.shown_revision() != shown {
            answers.push(self.leave_mode());
            self.grid.reveal();
        }
        if let Some((lang, encoding)) = self.titles(ui, look, locale) {
            answers.push(Answer::Reread(lang, encoding));
        }
        let palette = Palette::of(ui.ctx());
        let frame = egui::Frame::NONE.fill(palette.page);
        let events = egui::CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| {
                let view = View {
                    session: &self.session,
                    pattern: self.find.pattern(),
                    evidence: &self.evidence,
                    look: *look,
                    locale,
                };
                let allowed = Command::ALL.iter().copied();
                let allowed: Vec<Command> =
                    allowed.filter(|command| self.allows(*command)).collect();
                let allows = |command: Command| allowed.contains(&command);
                self.grid.show(ui, &view, &mut self.mode, &allows)
            })
            .inner;
        for event in events {
            answers.push(self.grid_event(event));
        }
        let is_free = ui.memory(|memory| memory.focused().is_none());
        self.had_focus = is_free || is_on_rows(ui.ctx());
        answers
    }

    /// Esc in the grid shows all rows again.
    fn leave_filter_by_key(&mut self, ui: &Ui) {
        if self.had_focus
            && Owner::of(ui.ctx()) == Owner::Grid
            && matches!(self.mode, Mode::Grid)
            && self.session.shown().is_some()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.show_all();
        }
    }

    fn show_all(&mut self) {
        if self.filter.leave(&mut self.session) {
            self.grid.reveal();
        }
    }

    fn grid_event(&mut self, event: GridEvent) -> Answer {
        match event {
            GridEvent::Go(cursor) => {
                let answer = self.leave_mode();
                self.session.set_cursor(cursor);
                answer
            }
            GridEvent::Edit(cursor) => {
                let answer = self.leave_mode();
                self.session.set_cursor(cursor);
                self.edit_text();
                answer
            }
            GridEvent::Confirm => match self.leave_mode() {
                Answer::Done => self.accept(),
                refused => refused,
            },
            GridEvent::OtherSide => match self.leave_mode() {
                Answer::Done => self.edit_other_side(),
                refused => refused,
            },
            GridEvent::Restore(lang, block) => match self.leave_mode() {
                Answer::Done => self.restore(lang, block),
                refused => refused,
            },
            GridEvent::SelectTo(row) => {
                self.session.select_to(row);
                Answer::Done
            }
            GridEvent::Move { lang, id, to } => match self.leave_mode() {
                Answer::Done => self.operate(Operation::MoveSegment { lang, id, to }).into(),
                refused => refused,
            },
            GridEvent::Run(command) => Answer::Run(command),
            GridEvent::LookUp(word) => {
                let answer = self.leave_mode();
                self.filter.look_up(&mut self.session, &word);
                self.grid.reveal();
                answer
            }
            GridEvent::Term(word) => self.term_of(word),
            GridEvent::InContext(word) => Answer::InContext(word),
            GridEvent::CutAt(at) => match self.leave_mode() {
                Answer::Done => self.cut_at(at),
                refused => refused,
            },
            // The grid's own affair.
            GridEvent::Unfold(..)
            | GridEvent::Fold(..)
            | GridEvent::Menu(..)
            | GridEvent::Drag(..)
            | GridEvent::Over(..) => Answer::Done,
            GridEvent::Drop => match std::mem::take(&mut self.mode) {
                Mode::Edit(editing) => self.dropped(editing.operation()),
                Mode::Grid | Mode::Cut(_) => Answer::Done,
            },
        }
    }

    /// Esc has dropped what `operation` would have kept: undo brings it back.
    fn dropped(&mut self, operation: Operation) -> Answer {
        if operation.clone().edit(self.session.bitext()).is_err() {
            return Answer::Done;
        }
        self.session.drop_text(operation);
        Answer::Says(Text::TextDropped)
    }

    /// Goes on editing on the other side of the row.
    fn edit_other_side(&mut self) -> Answer {
        let cursor = self.session.cursor();
        let lang = cursor.lang.other();
        self.go(Cursor { lang, ..cursor });
        match self.session.id() {
            Some(_) => self.edit_text(),
            None => Answer::Done,
        }
    }

    /// Writes what was being edited, if anything was.
    fn commit(&mut self, mode: Mode) -> Answer {
        let Mode::Edit(editing) = mode else {
            return Answer::Done;
        };
        match self.apply(editing.operation()) {
            Ok(_) | Err(Refusal::NoChange) => Answer::Done,
            Err(refusal) => Answer::Refused(refusal),
        }
    }
}
