//! The workbench: what is open in the window, and which screen shows.

mod action;
mod bar;
mod commands;
mod comparison;
mod cutting;
mod frame;
mod job;
mod keys;
mod leaving;
mod preferences;
mod saving;
mod term_candidates;
mod terms;
mod work;

pub use action::run_in_rows;

use super::comparison::ComparisonPanel;
use super::concordance::Concordance;
use super::cutting::CuttingPanel;
use super::export_panel::ExportPanel;
use super::hints::Hints;
use super::jobs::Job;
use super::keyboard::Keyboard;
use super::manual_page::ManualPage;
use super::palette::PaletteBox;
use super::review::{Answer, Review, say};
use super::save_panel::SavePanel;
use super::session::Session;
use super::settings::Settings;
use super::settings_page::SettingsPage;
use super::start::{Source, Start};
use super::term_candidates::TermCandidates;
use super::term_panel::{Scope, TermPanel};
use super::texts::Locale;
use super::toasts::{ToastKind, Toasts};
use super::{explain, log, theme};
use cutting::Resegmenting;
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
                    self.toasts.push(ToastKind::Error, words);
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

    fn tell(&mut self, answer: &Answer) {
        if let Some(text) = say(answer, self.locale()) {
            let kind = match answer {
                Answer::Fails(_) => ToastKind::Error,
                _ => ToastKind::Info,
            };
            self.toasts.push(kind, text);
        }
    }
}
