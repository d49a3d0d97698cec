//! The review screen: the grid with its bars and panes, and what each command does to the bitext.

use super::command::Command;
use super::find::Find;
use super::grid::{GUTTER, Grid, GridEvent, MARGIN};
use super::mode::{Cutting, Editing, Mode};
use super::row_evidence::RowEvidence;
use super::session::{Cursor, Session};
use super::texts::{self, Text, Tongue};
use super::theme::Palette;
use super::details::{self, Asked};
use super::{excluded, fonts};
use crate::article::{Exclusion, Lang, Reason};
use crate::bitext::{Edit, Operation, Refusal, State, Verdict};
use egui::{Key, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};

pub struct Review {
    pub session: Session,
    grid: Grid,
    mode: Mode,
    find: Find,
    evidence: RowEvidence,
    pub show_excluded: bool,
    pub show_details: bool,
}

/// What a command came to.
pub enum Answer {
    Done,
    Refused(Refusal),
    Says(Text),
}

impl From<Result<Edit, Refusal>> for Answer {
    fn from(result: Result<Edit, Refusal>) -> Answer {
        result.map_or_else(Answer::Refused, |_| Answer::Done)
    }
}

impl Review {
    pub fn new(session: Session) -> Review {
        let mut review = Review {
            session,
            grid: Grid::default(),
            mode: Mode::Grid,
            find: Find::default(),
            evidence: RowEvidence::default(),
            show_excluded: false,
            show_details: true,
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
        Ok(edit)
    }

    fn go(&mut self, cursor: Cursor) {
        self.session.set_cursor(cursor);
        self.grid.reveal();
    }

    pub fn allows(&self, command: Command) -> bool {
        let sentence = self.session.id().is_some();
        match command {
            Command::Undo => self.session.can_undo(),
            Command::Redo => self.session.can_redo(),
            Command::EditText | Command::CutSentence | Command::JoinSentence | Command::ExcludeBlock => sentence,
            Command::OriginalText => self.is_edited(),
            _ => true,
        }
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
        match command {
            Command::Undo | Command::Redo => {
                let edit = if command == Command::Undo { self.session.undo() } else { self.session.redo() };
                if let Some(edit) = edit {
                    self.grid.changed(&self.session, &edit);
                    self.grid.reveal();
                }
                Answer::Done
            }
            Command::EditText => self.edit_text(),
            Command::OriginalText => self.with_sentence(|lang, id| Operation::SetText { lang, id, text: None }),
            Command::Find => {
                self.find.open();
                Answer::Done
            }
            Command::FindNext | Command::FindPrevious => {
                match self.find.go(self.session.cursor(), command == Command::FindNext) {
                    Some(cursor) => self.go(cursor),
                    None => self.find.open(),
                }
                Answer::Done
            }
            Command::Accept => self.accept(),
            Command::AcceptAbove => {
                self.operate(Operation::SetState { rows: 0..row + 1, state: State::Accepted }).into()
            }
            Command::Flag => {
                let flagged = self.session.bitext().beads[row].state == State::Flagged;
                let state = if flagged { State::Unreviewed } else { State::Flagged };
                self.operate(Operation::SetState { rows: row..row + 1, state }).into()
            }
            Command::Unreview => {
                self.operate(Operation::SetState { rows: row..row + 1, state: State::Unreviewed }).into()
            }
            Command::VerdictExact => self.judge(Verdict::Exact),
            Command::VerdictFree => self.judge(Verdict::Free),
            Command::VerdictPartial => self.judge(Verdict::Partial),
            Command::VerdictNot => self.judge(Verdict::NotATranslation),
            Command::VerdictOmission => self.judge(Verdict::IntendedOmission),
            Command::PushTail => self.operate(Operation::PushTail { lang, row }).into(),
            Command::PullTail => self.operate(Operation::PullTail { lang, row }).into(),
            Command::MoveDown | Command::MoveUp => {
                let to = if command == Command::MoveDown { Some(row + 1) } else { row.checked_sub(1) };
                match to {
                    Some(to) => self.with_sentence(|lang, id| Operation::MoveSegment { lang, id, to }),
                    None => Answer::Refused(Refusal::NoSuchRow),
                }
            }
            Command::Merge => self.operate(Operation::MergeBeads { rows: row..row + 2 }).into(),
            Command::Split => self.split(row, lang, at),
            Command::Link => self.link(),
            Command::Unlink => self.operate(Operation::Unlink { row }).into(),
            Command::CutSentence => self.choose_cut(),
            Command::JoinSentence => self.with_sentence(|lang, id| Operation::MergeSegments { lang, id }),
            Command::ExcludeBlock => self.exclude(),
            Command::NextRow | Command::PreviousRow => {
                self.session.step(command == Command::NextRow);
                self.grid.reveal();
                Answer::Done
            }
            Command::EnglishSide | Command::KoreanSide => {
                let lang = if command == Command::EnglishSide { Lang::En } else { Lang::Ko };
                self.go(Cursor { lang, ..self.session.cursor() });
                Answer::Done
            }
            Command::NextUnsure | Command::PreviousUnsure => {
                let found = self.session.go_to_unsure(command == Command::NextUnsure);
                self.grid.reveal();
                if found { Answer::Done } else { Answer::Says(Text::AllReviewed) }
            }
            Command::PageDown => self.jump(row + 10),
            Command::PageUp => self.jump(row.saturating_sub(10)),
            Command::FirstRow => self.jump(0),
            Command::LastRow => self.jump(rows.saturating_sub(1)),
            Command::ExcludedList => {
                self.show_excluded = !self.show_excluded;
                Answer::Done
            }
            Command::Details => {
                self.show_details = !self.show_details;
                Answer::Done
            }
            _ => Answer::Done,
        }
    }

    fn jump(&mut self, row: usize) -> Answer {
        self.session.go_to_row(row);
        self.grid.reveal();
        Answer::Done
    }

    fn with_sentence(&mut self, operation: impl FnOnce(Lang, usize) -> Operation) -> Answer {
        match self.session.id() {
            Some(id) => self.operate(operation(self.session.cursor().lang, id)).into(),
            None => Answer::Refused(Refusal::NoSuchSegment),
        }
    }

    fn accept(&mut self) -> Answer {
        let row = self.session.cursor().row;
        if self.session.bitext().beads[row].state != State::Accepted
            && let Err(refusal) =
                self.operate(Operation::SetState { rows: row..row + 1, state: State::Accepted })
        {
            return Answer::Refused(refusal);
        }
        let more = self.session.go_to_unsure(true);
        self.grid.reveal();
        if more { Answer::Done } else { Answer::Says(Text::AllReviewed) }
    }

    fn judge(&mut self, verdict: Verdict) -> Answer {
        let row = self.session.cursor().row;
        let same = self.session.bitext().beads[row].verdict == Some(verdict);
        self.operate(Operation::SetVerdict { row, verdict: (!same).then_some(verdict) }).into()
    }

    /// Cuts before the sentence under the cursor; the other column at the same place, if it has as many.
    fn split(&mut self, row: usize, lang: Lang, at: usize) -> Answer {
        let bead = &self.session.bitext().beads[row];
        let here = at.max(1).min(bead.ids(lang).len());
        let there = here.min(bead.ids(lang.other()).len());
        let (en, ko) = if lang == Lang::En { (here, there) } else { (there, here) };
        self.operate(Operation::SplitBead { row, en, ko }).into()
    }

    fn link(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(id) = self.session.id() else { return Answer::Refused(Refusal::NoSuchSegment) };
        match self.session.linking {
            Some(marked) if marked == (lang, id) => {
                self.session.linking = None;
                Answer::Done
            }
            Some((other, marked)) if other != lang => {
                let (en, ko) = if lang == Lang::En { (id, marked) } else { (marked, id) };
                self.operate(Operation::Link { en: vec![en], ko: vec![ko] }).into()
            }
            _ => {
                self.session.linking = Some((lang, id));
                Answer::Says(Text::Linking)
            }
        }
    }

    fn exclude(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let article = &self.session.bitext().side(lang).article;
        let block = self.session.id().and_then(|id| article.block_at(id));
        match block {
            Some(block) => {
                let why = Exclusion { reason: Reason::ByHand, rule: String::new() };
                self.operate(Operation::Exclude { lang, block, why }).into()
            }
            None => Answer::Refused(Refusal::NoSuchSegment),
        }
    }

    fn edit_text(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(id) = self.session.id() else { return Answer::Refused(Refusal::NoSuchSegment) };
        let text = self.session.bitext().side(lang).text(id).into_owned();
        self.mode = Mode::Edit(Editing { lang, id, text, fresh: true });
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
        match Cutting::of(lang, &side.article.text, &segment.span) {
            Some(cutting) => {
                self.mode = Mode::Cut(cutting);
                Answer::Says(Text::Cutting)
            }
            None => Answer::Refused(Refusal::NoCutThere),
        }
    }

    /// The keys of choosing a cut point.
    fn cut_keys(&mut self, ui: &Ui) -> Answer {
        let Mode::Cut(cutting) = &mut self.mode else { return Answer::Done };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowLeft) {
            cutting.step(false);
        }
        if pressed(Key::ArrowRight) {
            cutting.step(true);
        }
        if pressed(Key::Enter) {
            let (lang, id, at) = (cutting.lang, cutting.id, cutting.point());
            self.mode = Mode::Grid;
            return self.operate(Operation::SplitSegment { lang, id, at }).into();
        }
        if pressed(Key::Escape) {
            self.mode = Mode::Grid;
        }
        Answer::Done
    }

    /// Shows the screen; the answers are of what the mouse and the editor did.
    pub fn show(&mut self, ui: &mut Ui, size: f32, tongue: Tongue) -> Vec<Answer> {
        let mut answers = vec![self.cut_keys(ui)];
        if matches!(self.mode, Mode::Grid)
            && self.session.linking.is_some()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.session.linking = None;
        }
        self.status(ui, tongue);
        if self.show_excluded
            && let Some(operation) = excluded::show(ui, self.session.bitext(), tongue)
        {
            answers.push(self.operate(operation).into());
        }
        self.evidence.refresh(&self.session);
        if self.show_details {
            match details::show(ui, &self.session, &self.evidence, tongue) {
                Some(Asked::Operation(operation)) => answers.push(self.operate(operation).into()),
                Some(Asked::Command(command)) => answers.push(self.run(command)),
                None => {}
            }
        }
        if let Some(cursor) = self.find.show(ui, &self.session, tongue) {
            self.go(cursor);
        }
        let palette = Palette::of(ui.ctx());
        let frame = egui::Frame::NONE.fill(palette.page);
        let events = egui::CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| {
                self.grid.show(ui, &self.session, &mut self.mode, self.find.query(), &self.evidence, size, tongue)
            })
            .inner;
        for event in events {
            answers.push(self.grid_event(event));
        }
        answers
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
            GridEvent::Drop => {
                self.mode = Mode::Grid;
                Answer::Done
            }
        }
    }

    /// Writes what was being edited, if anything was.
    fn commit(&mut self, mode: Mode) -> Answer {
        let Mode::Edit(Editing { lang, id, text, .. }) = mode else { return Answer::Done };
        match self.operate(Operation::SetText { lang, id, text: Some(text) }) {
            Ok(_) | Err(Refusal::NoChange) => Answer::Done,
            Err(refusal) => Answer::Refused(refusal),
        }
    }

    fn status(&self, ui: &mut Ui, tongue: Tongue) {
        let bitext = self.session.bitext();
        egui::Panel::bottom("status").show(ui, |ui| {
            ui.horizontal(|ui| {
                let hint = match self.mode {
                    Mode::Edit(_) => Text::Editing.in_(tongue).to_owned(),
                    Mode::Cut(_) => Text::Cutting.in_(tongue).to_owned(),
                    Mode::Grid if self.session.linking.is_some() => Text::Linking.in_(tongue).to_owned(),
                    Mode::Grid => key_hints(tongue),
                };
                ui.label(egui::RichText::new(hint).size(12.0));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if let Some(proof) = self.session.conservation() {
                        let nothing_lost = tongue.fill(
                            Text::NothingLost,
                            &[&proof.en.accounted(), &proof.en.total, &proof.ko.accounted(), &proof.ko.total],
                        );
                        ui.label(egui::RichText::new(nothing_lost).size(12.0)).on_hover_text(proof.to_string());
                    }
                });
            });
        });
        let palette = Palette::of(ui.ctx());
        egui::Panel::top("titles").show(ui, |ui| {
            let column = (ui.available_width() - 14.0 - MARGIN - GUTTER) / 2.0;
            let (left, top) = (ui.max_rect().left() + MARGIN, ui.max_rect().top());
            for (lang, x) in [(Lang::En, left), (Lang::Ko, left + column + GUTTER)] {
                let side = bitext.side(lang);
                let name = if lang == Lang::En { Text::English } else { Text::Korean };
                let file = side.article.provenance.file.as_deref().and_then(|file| file.file_name());
                let file = file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
                let place = Rect::from_min_size(pos2(x, top), vec2(column, 20.0));
                ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                    ui.horizontal(|ui| {
                        ui.label(egui::RichText::new(name.in_(tongue)).font(fonts::bold(13.0)));
                        ui.label(egui::RichText::new(file).size(12.0).color(palette.weak));
                    });
                });
            }
        });
    }

    /// Progress for the top bar: "12 left" and a thin bar.
    pub fn progress(&self, ui: &mut Ui, tongue: Tongue) {
        let (left, rows) = (self.session.left(), self.session.bitext().beads.len());
        let text = match left {
            0 => Text::AllReviewed.in_(tongue).to_owned(),
            left => tongue.fill(Text::Left, &[&left]),
        };
        let accepted = tongue.fill(Text::Accepted, &[&self.session.accepted(), &rows]);
        ui.label(egui::RichText::new(text).font(fonts::bold(13.0))).on_hover_text(&accepted);
        ui.label(egui::RichText::new(accepted).size(12.0));
    }
}

fn key_hints(tongue: Tongue) -> String {
    let hints = [Command::Accept, Command::NextUnsure, Command::Merge, Command::Split, Command::PushTail, Command::Link, Command::EditText, Command::Help];
    let hints = hints.map(|command| format!("{} {}", command.key_text(), command.label(tongue)));
    hints.join("  ·  ")
}

/// A refusal or remark as the person reads it.
pub fn say(answer: &Answer, tongue: Tongue) -> Option<String> {
    match answer {
        Answer::Done => None,
        Answer::Refused(refusal) => Some(texts::refusal(*refusal, tongue)),
        Answer::Says(text) => Some(text.in_(tongue).to_owned()),
    }
}
