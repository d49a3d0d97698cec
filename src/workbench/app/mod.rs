//! The workbench as a whole: which screen shows, and who hears a command.

mod action;
mod bar;
mod commands;
mod comparison;
mod cutting;
mod job;
mod leaving;
mod preferences;
mod saving;
mod term_candidates;
mod terms;
mod work;

pub use action::run_in_rows;

use super::command::Place;
use super::comparison::ComparisonPanel;
use super::concordance::Concordance;
use super::cutting::CuttingPanel;
use super::export_panel::ExportPanel;
use super::hints::Hints;
use super::jobs::Job;
use super::keyboard::{Keyboard, Owner, Scene};
use super::keymap::Keymap;
use super::manual::Subject;
use super::manual_page::ManualPage;
use super::palette::{PaletteBox, PaletteOutcome};
use super::review::{Answer, Review, say};
use super::save_panel::SavePanel;
use super::session::Session;
use super::settings::Settings;
use super::settings_page::SettingsPage;
use super::start::{Source, Start, StartRequest};
use super::term_candidates::TermCandidates;
use super::term_panel::{Scope, TermPanel};
use super::texts::{Locale, Text};
use super::toasts::{self, Kind, Toasts};
use super::{clipboard, explain, help, licences_panel, log, log_panel, theme};
use cutting::Resegmenting;
use egui::{Event, Ui};
use jjak_core::bitext::{Bitext, Operation, State};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::segment::Rules;
use jjak_formats::import::Originals;
use jjak_formats::project::{Project, Unsaved};
use job::Desk;
use leaving::Leaving;
use std::collections::BTreeSet;
use std::path::PathBuf;
use work::Opening;

/// What is shown; the rest is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Start,
    /// The table of the job.
    Table,
    /// The rows of a pair.
    Rows,
}

pub struct Workbench {
    settings: Settings,
    /// The settings are other than their file.
    unkept: bool,
    /// The panels have got their widths from the settings.
    has_widths: bool,
    settings_page: Option<SettingsPage>,
    start: Start,
    review: Option<Review>,
    screen: Screen,
    /// The open job, and what is to become one.
    desk: Desk,
    leaving: Option<Leaving>,
    /// The question before leaving has not been shown yet.
    fresh_question: bool,
    may_close: bool,
    /// The system has the window close.
    ends: bool,
    opening: Option<Opening>,
    /// A re-alignment under way, and the revision it was asked for.
    realigning: Option<(u64, Job<Operation>)>,
    resegmenting: Option<Resegmenting>,
    /// Work that an earlier run left behind, and the search for it.
    unsaved: Vec<Unsaved>,
    looking: Option<Job<Vec<Unsaved>>>,
    export: Option<ExportPanel>,
    /// The states that were exported of the open work before.
    export_states: Option<BTreeSet<State>>,
    save: Option<SavePanel>,
    cutting: Option<CuttingPanel>,
    comparison: Option<ComparisonPanel>,
    term: Option<TermPanel>,
    candidates: Option<TermCandidates>,
    concordance: Option<Concordance>,
    /// The glossary that a term was added to last.
    term_scope: Option<Scope>,
    /// The lexicon with a term that was just added, being read.
    lexicon: Option<Job<Lexicon>>,
    palette: Option<PaletteBox>,
    help: bool,
    manual: Option<ManualPage>,
    hints: Option<Hints>,
    /// The log is shown.
    log: bool,
    /// The licences are shown.
    licences: bool,
    keyboard: Keyboard,
    /// What the clipboard holds as HTML; a window without a desktop knows of none.
    html: fn() -> Option<String>,
    toasts: Toasts,
    /// What the window is called.
    title: String,
}

impl Workbench {
    /// The window at its start screen, with fonts and colours given to `ctx`.
    pub fn new(ctx: &egui::Context, settings: Settings) -> Workbench {
        super::fonts::install(ctx);
        theme::install(ctx);
        let mut workbench = Workbench {
            settings,
            unkept: false,
            has_widths: false,
            settings_page: None,
            start: Start::default(),
            review: None,
            screen: Screen::Start,
            desk: Desk::default(),
            leaving: None,
            fresh_question: false,
            may_close: false,
            ends: false,
            opening: None,
            realigning: None,
            resegmenting: None,
            unsaved: Vec::new(),
            looking: None,
            export: None,
            export_states: None,
            save: None,
            cutting: None,
            comparison: None,
            term: None,
            candidates: None,
            concordance: None,
            term_scope: None,
            lexicon: None,
            palette: None,
            help: false,
            manual: None,
            hints: None,
            log: false,
            licences: false,
            keyboard: Keyboard::default(),
            html: || None,
            toasts: Toasts::default(),
            title: String::new(),
        };
        workbench.apply_theme(ctx);
        // The zoom is a setting, and its keys are commands.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_zoom_factor(workbench.settings.look.zoom);
        workbench.settings.keys.install(ctx);
        workbench.look_for_unsaved(ctx);
        workbench
    }

    /// Has pasted text read as HTML where `html` says that the clipboard holds some.
    pub fn read_html_with(&mut self, html: fn() -> Option<String>) {
        self.html = html;
    }

    /// Shows a bitext that is there already.
    pub fn show_bitext(&mut self, bitext: Bitext) {
        let project = Project::new(Originals::default(), bitext, false);
        self.show_session(Session::new(project, None, false), Rules::default());
    }

    /// Shows a session in place of the one before, which the person has left.
    fn show_session(&mut self, mut session: Session, rules: Rules) {
        session.set_queue(self.settings.queue);
        let rows = session.bitext().beads.len();
        log::note("opened", "", &[("rows", rows as u64)]);
        self.keep_place();
        if let Some(place) = session.file().and_then(|path| self.settings.place_of(path)) {
            session.set_cursor(place);
        } else {
            session.go_to_last_edit();
        }
        let review = Review::new(session, rules);
        if let Some(before) = self.review.replace(review) {
            before.session.leave();
        }
        self.screen = Screen::Rows;
        self.export_states = None;
    }

    /// Opens two files given by name, or fills the start screen with one; folders and more files make a job.
    pub fn open_files(&mut self, ctx: &egui::Context, files: Vec<PathBuf>) {
        match <[PathBuf; 2]>::try_from(files) {
            Ok(files) if job::are_for_job(&files) => self.take_files(ctx, files.into()),
            Ok([en, ko]) => match (Source::named(en), Source::named(ko)) {
                (Ok(en), Ok(ko)) => self.open(ctx, en, ko),
                (Err(error), _) | (_, Err(error)) => {
                    let words = explain::fetch_error(&error.clone().into());
                    let words = self.settings.locale().pick(error.to_string(), words);
                    self.toasts.push(Kind::Error, words);
                }
            },
            Err(files) => self.take_files(ctx, files),
        }
    }

    /// What the window is called: the work, after a dot while it is in no file of the person's.
    pub fn title(&self) -> &str {
        &self.title
    }

    fn set_title(&mut self, ctx: &egui::Context) {
        let title = match self.reviewing() {
            None => match self.job_name() {
                Some(name) => format!("{name} – {}", super::TITLE),
                None => super::TITLE.to_owned(),
            },
            Some(review) => {
                let mark = if review.session.is_unsaved() {
                    "● "
                } else {
                    ""
                };
                format!("{mark}{} – {}", review.session.name(), super::TITLE)
            }
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    /// The open bitext, if there is one.
    pub fn bitext(&self) -> Option<&Bitext> {
        self.review.as_ref().map(|review| review.session.bitext())
    }

    /// Whether a pair is being opened, aligned or cut anew.
    pub fn is_busy(&self) -> bool {
        self.opening.is_some() || self.realigning.is_some() || self.resegmenting.is_some()
    }

    /// Whether there is an edit to undo.
    pub fn can_undo(&self) -> bool {
        let review = self.review.as_ref();
        review.is_some_and(|review| review.session.can_undo())
    }

    /// The review, while it is on the screen.
    fn reviewing(&self) -> Option<&Review> {
        self.review.as_ref().filter(|_| self.shows_rows())
    }

    fn reviewing_mut(&mut self) -> Option<&mut Review> {
        let shows = self.shows_rows();
        self.review.as_mut().filter(|_| shows)
    }

    fn shows_rows(&self) -> bool {
        self.screen == Screen::Rows
    }

    fn locale(&self) -> Locale {
        self.settings.locale()
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.hear_jobs(ui);
        self.set_title(ui.ctx());
        self.hear_resegmenting(ui);
        self.hear_lexicon(ui);
        self.hear_job(ui);
        self.hear_close(ui);
        self.hear_keys(ui);
        self.hear_drops(ui);
        self.top_bar(ui);
        self.leaving_bar(ui);
        self.export_panel(ui);
        self.save_panel(ui);
        self.cutting_panel(ui);
        self.term_panel(ui);
        self.candidates_panel(ui);
        self.concordance_panel(ui);
        self.comparison_panel(ui);
        self.job_panel(ui);
        if self.licences {
            self.licences = licences_panel::show(ui, self.locale());
        }
        if self.log {
            self.log = log_panel::show(ui, self.locale());
        }
        if self.opening.is_some() || self.realigning.is_some() {
            self.progress_panel(ui);
        }
        self.settings_panel(ui);
        let locale = self.locale();
        let mut look = self.settings.look;
        if !self.shows_help() && !self.is_setting_up() {
            self.job_strip(ui);
        }
        if self.help {
            self.help = help::show(ui, locale);
        } else if let Some(manual) = &mut self.manual {
            if !manual.show(ui, locale) {
                self.manual = None;
            }
        } else if self.is_setting_up() {
            self.setup_page(ui);
        } else if self.screen == Screen::Table {
            self.table_screen(ui);
        } else if let Some(review) = self.reviewing_mut() {
            let answers = review.show(ui, &mut look, locale);
            let trouble = review.session.take_trouble();
            for answer in answers {
                match answer {
                    Answer::Reread(lang, encoding) => {
                        self.leave(ui.ctx(), Leaving::Reread(lang, encoding));
                    }
                    Answer::Run(command) => self.run(ui.ctx(), command),
                    Answer::Term(en, ko) => self.ask_for_term(en, ko),
                    Answer::InContext(word) => self.look_up_in_context(word),
                    answer => self.tell(&answer),
                }
            }
            if let Some(trouble) = trouble {
                let trouble = explain::project_error(&trouble, locale);
                self.toasts.push(Kind::Error, trouble);
            }
        } else {
            toasts::lie_over(ui.ctx(), None);
            let shown = egui::CentralPanel::default().show(ui, |ui| {
                let recent = &self.settings.recent;
                self.start
                    .show(ui, recent, &self.unsaved, self.html, locale)
            });
            match shown.inner {
                Some(request @ (StartRequest::Discard(_) | StartRequest::Forget(_))) => {
                    self.start_request(ui.ctx(), request);
                }
                Some(request) => self.leave(ui.ctx(), Leaving::Open(request)),
                None => {}
            }
        }
        self.change_settings(ui.ctx(), |settings| settings.look = look);
        self.overlays(ui);
        self.toasts.show(ui.ctx(), locale);
        self.keep_settings(ui);
    }

    /// What is open that the keyboard may belong to.
    fn scene(&self) -> Scene {
        let review = self.reviewing();
        let asks = self.settings_page.as_ref();
        let panels = [
            self.leaving.is_some(),
            self.settings_page.is_some(),
            review.is_some() && self.export.is_some(),
            self.review.is_some() && self.save.is_some(),
            review.is_some() && self.cutting.is_some(),
            self.term.is_some(),
            self.candidates.is_some(),
            review.is_some() && self.concordance.is_some(),
            review.is_some() && self.comparison.is_some(),
            self.log,
            self.licences,
            review.is_some_and(Review::is_finding),
            self.is_setting_up(),
            self.screen == Screen::Table && self.desk.has_panel(),
        ];
        Scene {
            menu: self.palette.is_some()
                || self.shows_help()
                || asks.is_some_and(SettingsPage::is_asking),
            panels: panels.into_iter().filter(|open| *open).count(),
            field: review.is_some_and(Review::wants_field) || self.wants_search(),
            editing: review.is_some_and(Review::is_editing),
            cutting: review.is_some_and(Review::is_choosing_cut),
        }
    }

    /// Whether a page of help covers the window.
    fn shows_help(&self) -> bool {
        self.help || self.manual.is_some()
    }

    /// What of the manual tells of what the person is doing.
    fn subject(&self) -> Subject {
        let review = self.reviewing();
        match self.screen {
            _ if self.settings_page.is_some() || self.cutting.is_some() => Subject::OwnRules,
            _ if self.is_setting_up() => Subject::ManyPairs,
            _ if review.is_some() && (self.export.is_some() || self.save.is_some()) => {
                Subject::Exchange
            }
            Screen::Start => Subject::FirstPair,
            Screen::Table => Subject::ManyPairs,
            Screen::Rows => Subject::Repairing,
        }
    }

    fn hear_keys(&mut self, ui: &mut Ui) {
        let owner = self.keyboard.settle(ui.ctx(), self.scene());
        if let Some(mut page) = self.settings_page.take_if(|page| page.is_asking()) {
            let mut keys = self.settings.keys.clone();
            ui.input_mut(|input| page.hear(&mut input.events, input.modifiers, &mut keys));
            self.settings_page = Some(page);
            self.change_settings(ui.ctx(), |settings| settings.keys = keys);
            return;
        }
        let (keymap, mut owner) = (Keymap::of(ui.ctx()), owner);
        if owner == Owner::Grid && self.reviewing().is_some() {
            let is_paste = |event: &Event| matches!(event, Event::Paste(_) | Event::Cut);
            if ui.input(|input| input.events.iter().any(is_paste)) {
                self.tell(&Answer::Says(Text::PasteWhere));
            }
        }
        // Words of a label that the mouse has selected are what is copied then; egui does it.
        let words = clipboard::has_selected_words(ui.ctx())
            && ui.input_mut(|input| take_copy(&mut input.events));
        // One after the other: what a command opens has the keyboard at once.
        let place = match self.screen {
            Screen::Table => Place::Table,
            Screen::Start | Screen::Rows => Place::Rows,
        };
        while let Some(command) = ui.input_mut(|input| {
            keymap.take_command(&mut input.events, input.modifiers, owner, place)
        }) {
            self.run(ui.ctx(), command);
            owner = self.keyboard.after(owner, self.scene());
        }
        if words {
            ui.input_mut(|input| input.events.push(Event::Copy));
        }
    }

    fn hear_drops(&mut self, ui: &Ui) {
        let dropped: Vec<PathBuf> = ui.input_mut(|input| {
            input
                .raw
                .dropped_files
                .drain(..)
                .map(|file| file.path().to_path_buf())
                .collect()
        });
        if !dropped.is_empty() && !self.take_glossary(ui.ctx(), &dropped) {
            self.take_files(ui.ctx(), dropped);
        }
    }

    fn tell(&mut self, answer: &Answer) {
        if let Some(text) = say(answer, self.locale()) {
            let kind = match answer {
                Answer::Fails(_) => Kind::Error,
                _ => Kind::Info,
            };
            self.toasts.push(kind, text);
        }
    }

    fn overlays(&mut self, ui: &Ui) {
        let locale = self.locale();
        let shows = self.reviewing().is_some() && !self.is_busy() && self.scene().is_bare();
        if let Some(hints) = self.hints.as_mut().filter(|_| shows)
            && !hints.show(ui, locale)
        {
            self.hints = None;
            self.change_settings(ui.ctx(), |settings| settings.hinted = true);
        }
        if let Some(mut palette) = self.palette.take() {
            match palette.show(ui.ctx(), locale, &|command| self.allows(command)) {
                PaletteOutcome::Stay => self.palette = Some(palette),
                PaletteOutcome::Close => {}
                PaletteOutcome::Run(command) => self.run(ui.ctx(), command),
                PaletteOutcome::Go(row) => {
                    if let Some(review) = self.reviewing_mut() {
                        review.go_to_row(row);
                    }
                }
            }
        }
    }
}

/// Takes the wish to copy out of `events`; whether it was there.
fn take_copy(events: &mut Vec<Event>) -> bool {
    let before = events.len();
    events.retain(|event| *event != Event::Copy);
    events.len() < before
}
