//! The review screen: the grid with its bars and panes.

mod bars;
mod commands;

use super::command::Command;
use super::details::{self, Asked, Place};
use super::excluded;
use super::filter_strip::FilterStrip;
use super::find::{Find, FindRequest};
use super::grid::{self, Grid, GridEvent, View};
use super::look::Look;
use super::map::Map;
use super::mode::{Editing, Mode};
use super::reading::Reading;
use super::row_evidence::RowEvidence;
use super::session::{Cursor, Session};
use super::texts::{self, Text, Tongue};
use super::theme::Palette;
use egui::{Key, Modifiers, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::{Edit, Operation, Refusal};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::segment::Rules;
use jjak_formats::import::Encoding;
use std::sync::Arc;

pub struct Review {
    pub session: Session,
    /// How the sentences of a block that comes back are cut.
    pub rules: Rules,
    grid: Grid,
    mode: Mode,
    find: Find,
    filter: FilterStrip,
    /// The rows had the keys in the frame before. A filter that leaves no row leaves no cell to have them, either.
    had_focus: bool,
    evidence: RowEvidence,
    map: Map,
    reading: Reading,
    pub show_excluded: bool,
    pub show_details: bool,
    pub show_map: bool,
    /// The texts as a whole are shown in the grid's place.
    pub show_reading: bool,
}

/// What a command came to.
pub enum Answer {
    Done,
    Refused(Refusal),
    Says(Text),
    /// No row needs eyes; so many sure ones are not accepted.
    SureLeft(usize),
    /// So many rows need eyes that the filter hides.
    Hidden(usize),
    /// The person wants this done, by whoever can.
    Run(Command),
    /// The person wants a term of the glossary made of these words, English and Korean; one of them may be empty.
    Term(String, String),
    /// The person wants this text read in another encoding.
    Reread(Lang, Encoding),
}

impl From<Result<Edit, Refusal>> for Answer {
    fn from(result: Result<Edit, Refusal>) -> Answer {
        result.map_or_else(Answer::Refused, |_| Answer::Done)
    }
}

impl Review {
    pub fn new(session: Session, rules: Rules) -> Review {
        let mut review = Review {
            session,
            rules,
            grid: Grid::default(),
            mode: Mode::Grid,
            find: Find::default(),
            filter: FilterStrip::default(),
            had_focus: false,
            evidence: RowEvidence::default(),
            map: Map::default(),
            reading: Reading::default(),
            show_excluded: false,
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

    /// Does `operation` and keeps the views in step.
    pub fn operate(&mut self, operation: Operation) -> Result<Edit, Refusal> {
        let edit = self.session.operate(operation)?;
        self.grid.changed(&self.session, &edit);
        self.grid.reveal();
        self.reading.reveal();
        Ok(edit)
    }

    /// To the row of that number, from 0.
    pub fn go_to_row(&mut self, row: usize) {
        let leaving = std::mem::take(&mut self.mode);
        self.commit(leaving);
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
    fn leave_for(&mut self, row: usize) -> Answer {
        let leaving = std::mem::take(&mut self.mode);
        let answer = self.commit(leaving);
        self.session.go_to_row(row);
        self.grid.reveal();
        self.reading.reveal();
        answer
    }

    /// Shows the screen; the answers are of what the mouse and the editor did.
    pub fn show(&mut self, ui: &mut Ui, look: &mut Look, tongue: Tongue) -> Vec<Answer> {
        let mut answers = vec![self.cut_keys(ui)];
        if self.session.read_on() {
            ui.request_repaint();
        }
        if matches!(self.mode, Mode::Grid)
            && (self.session.linking.is_some() || self.session.has_selection())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.session.linking = None;
            self.session.clear_selection();
        }
        self.leave_filter_by_key(ui);
        self.status(ui, tongue);
        if self.show_excluded
            && let Some(asked) = excluded::show(ui, self.session.bitext(), tongue)
        {
            answers.push(match asked {
                excluded::Asked::Restore(lang, block) => self.restore(lang, block),
                excluded::Asked::Go(row) => self.leave_for(row),
            });
        }
        if self.show_map
            && let Some(row) = self.map.show(ui, &self.session, tongue)
        {
            answers.push(self.leave_for(row));
        }
        self.evidence.refresh(&self.session);
        if self.show_details {
            let place = Place::within(ui, grid::least_width(*look));
            match details::show(ui, &self.session, &self.evidence, place, tongue) {
                Some(Asked::Operation(operation)) => answers.push(self.operate(operation).into()),
                Some(Asked::Command(command)) => answers.push(self.run(command)),
                None => {}
            }
        }
        match self.find.show(ui, &self.session, tongue) {
            Some(FindRequest::Go(cursor)) => self.go(cursor),
            Some(FindRequest::Replace(texts)) => {
                answers.push(self.operate(Operation::SetTexts { texts }).into());
            }
            None => {}
        }
        if self.show_reading && matches!(self.mode, Mode::Grid) {
            if let Some(cursor) = self.reading.show(ui, &self.session, look.text_size, tongue) {
                self.session.set_cursor(cursor);
            }
            return answers;
        }
        let shown = self.session.shown_revision();
        self.filter.show(ui, &mut self.session, tongue);
        if self.session.shown_revision() != shown {
            self.grid.reveal();
        }
        if let Some((lang, encoding)) = self.titles(ui, look, tongue) {
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
                    tongue,
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
        self.had_focus = is_free || grid::has_focus(ui.ctx());
        answers
    }

    /// Esc in the grid shows all rows again.
    fn leave_filter_by_key(&mut self, ui: &Ui) {
        if self.had_focus
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
                let leaving = std::mem::take(&mut self.mode);
                self.session.set_cursor(cursor);
                self.commit(leaving)
            }
            GridEvent::Edit(cursor) => {
                let leaving = std::mem::take(&mut self.mode);
                let answer = self.commit(leaving);
                self.session.set_cursor(cursor);
                self.edit_text();
                answer
            }
            GridEvent::Save => {
                let leaving = std::mem::take(&mut self.mode);
                self.commit(leaving)
            }
            GridEvent::Restore(lang, block) => {
                let leaving = std::mem::take(&mut self.mode);
                match self.commit(leaving) {
                    Answer::Done => self.restore(lang, block),
                    refused => refused,
                }
            }
            GridEvent::SelectTo(row) => {
                self.session.select_to(row);
                Answer::Done
            }
            GridEvent::Move { lang, id, to } => {
                let leaving = std::mem::take(&mut self.mode);
                match self.commit(leaving) {
                    Answer::Done => self.operate(Operation::MoveSegment { lang, id, to }).into(),
                    refused => refused,
                }
            }
            GridEvent::Run(command) => Answer::Run(command),
            GridEvent::LookUp(word) => {
                self.filter.look_up(&mut self.session, &word);
                self.grid.reveal();
                Answer::Done
            }
            GridEvent::Term(word) => self.term_of(word),
            GridEvent::CutAt(at) => self.cut_at(at),
            // The grid's own affair.
            GridEvent::Unfold(..)
            | GridEvent::Fold(..)
            | GridEvent::Menu(..)
            | GridEvent::Drag(..)
            | GridEvent::Over(..) => Answer::Done,
            GridEvent::Drop => {
                self.mode = Mode::Grid;
                Answer::Done
            }
        }
    }

    /// Writes what was being edited, if anything was.
    fn commit(&mut self, mode: Mode) -> Answer {
        let Mode::Edit(Editing { lang, id, text, .. }) = mode else {
            return Answer::Done;
        };
        match self.operate(Operation::SetText {
            lang,
            id,
            text: Some(text),
        }) {
            Ok(_) | Err(Refusal::NoChange) => Answer::Done,
            Err(refusal) => Answer::Refused(refusal),
        }
    }
}

/// A refusal or remark as the person reads it.
pub fn say(answer: &Answer, tongue: Tongue) -> Option<String> {
    match answer {
        Answer::Done | Answer::Reread(..) | Answer::Run(_) | Answer::Term(..) => None,
        Answer::Refused(refusal) => Some(texts::refusal(*refusal, tongue)),
        Answer::Says(text) => Some(text.in_(tongue).to_owned()),
        Answer::SureLeft(rows) => {
            let accept = Command::AcceptConfident.label(tongue);
            Some(tongue.fill(Text::SureLeft, &[rows, &accept]))
        }
        Answer::Hidden(rows) => Some(tongue.fill(Text::HiddenLeft, &[rows])),
    }
}
