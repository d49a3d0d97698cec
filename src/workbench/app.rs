//! The workbench as a whole: which screen shows, what runs beside it, and who hears a command.

use super::command::{Command, Group};
use super::export_panel::ExportPanel;
use super::jobs::{Job, Outcome};
use super::keymap;
use super::opening::{self, OpenError, Opened};
use super::palette::{PaletteBox, PaletteOutcome};
use super::review::{Answer, Review, say};
use super::session::Session;
use super::settings::{RecentPair, Settings};
use super::start::{Source, Start, StartRequest};
use super::texts::{self, Text, Tongue};
use super::toasts::{Kind, Toasts};
use super::{help, theme};
use crate::article::Lang;
use crate::bitext::{Bitext, Operation};
use crate::export;
use egui::{Button, MenuBar, ThemePreference, Ui, ViewportCommand};
use std::path::PathBuf;
use std::time::Duration;

/// Sizes of sentence text that the zoom commands step through, in points.
const TEXT_SIZES: std::ops::RangeInclusive<f32> = 11.0..=26.0;

pub struct Workbench {
    settings: Settings,
    start: Start,
    review: Option<Review>,
    opening: Option<Opening>,
    /// A re-alignment under way, and the revision it was asked for.
    realigning: Option<(u64, Job<Operation>)>,
    export: Option<ExportPanel>,
    palette: Option<PaletteBox>,
    help: bool,
    toasts: Toasts,
}

struct Opening {
    job: Job<Result<Opened, OpenError>>,
    recent: Option<RecentPair>,
}

impl Workbench {
    /// The window at its start screen, with fonts and colours given to `ctx`.
    pub fn new(ctx: &egui::Context, settings: Settings) -> Workbench {
        super::fonts::install(ctx);
        theme::install(ctx);
        let workbench = Workbench {
            settings,
            start: Start::default(),
            review: None,
            opening: None,
            realigning: None,
            export: None,
            palette: None,
            help: false,
            toasts: Toasts::default(),
        };
        workbench.apply_theme(ctx);
        workbench
    }

    /// Shows a bitext that is there already.
    pub fn show_bitext(&mut self, bitext: Bitext) {
        self.review = Some(Review::new(Session::new(bitext)));
    }

    /// Opens two files given by name, or fills the start screen with one.
    pub fn open_files(&mut self, ctx: &egui::Context, files: Vec<PathBuf>) {
        match <[PathBuf; 2]>::try_from(files) {
            Ok([en, ko]) => self.open(ctx, Source::File(en), Source::File(ko)),
            Err(files) => self.start.drop_files(files),
        }
    }

    /// The open bitext, if there is one.
    pub fn bitext(&self) -> Option<&Bitext> {
        self.review.as_ref().map(|review| review.session.bitext())
    }

    fn tongue(&self) -> Tongue {
        self.settings.tongue()
    }

    fn apply_theme(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.settings.dark {
            None => ThemePreference::System,
            Some(true) => ThemePreference::Dark,
            Some(false) => ThemePreference::Light,
        });
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.hear_jobs(ui);
        self.hear_keys(ui);
        self.hear_drops(ui);
        self.top_bar(ui);
        self.export_panel(ui);
        if self.opening.is_some() || self.realigning.is_some() {
            self.progress_panel(ui);
        }
        let tongue = self.tongue();
        if let Some(review) = &mut self.review {
            let answers = review.show(ui, self.settings.text_size, tongue);
            answers.iter().for_each(|answer| self.tell(answer));
        } else {
            let shown = egui::CentralPanel::default().show(ui, |ui| self.start.show(ui, &self.settings.recent, tongue));
            if let Some(request) = shown.inner {
                self.start_request(ui.ctx(), request);
            }
        }
        self.overlays(ui);
        self.toasts.show(ui.ctx(), tongue);
    }

    fn hear_keys(&mut self, ui: &mut Ui) {
        let choosing_cut = self.review.as_ref().is_some_and(Review::is_choosing_cut);
        if self.palette.is_some() || self.help || choosing_cut {
            return;
        }
        let typing = ui.ctx().text_edit_focused();
        // A focused button hears Space and Enter itself.
        let on_widget = !typing && ui.memory(|memory| memory.focused().is_some());
        let commands = ui.input_mut(|input| {
            let mut events = std::mem::take(&mut input.events);
            let commands = keymap::take_commands(&mut events, typing || (on_widget && self.review.is_none()));
            input.events = events;
            commands
        });
        for command in commands {
            self.run(ui.ctx(), command);
        }
    }

    fn hear_drops(&mut self, ui: &Ui) {
        let dropped: Vec<PathBuf> = ui.input_mut(|input| {
            input.raw.dropped_files.drain(..).map(|file| file.path().to_path_buf()).collect()
        });
        if !dropped.is_empty() {
            self.review = None;
            self.start.drop_files(dropped);
        }
    }

    /// Whether `command` can be asked for now.
    pub fn allows(&self, command: Command) -> bool {
        let for_any_screen = matches!(
            command,
            Command::OpenEnglish
                | Command::OpenKorean
                | Command::OpenSample
                | Command::Quit
                | Command::Palette
                | Command::Help
                | Command::LightDark
                | Command::Language
                | Command::ZoomIn
                | Command::ZoomOut
                | Command::ZoomReset
        );
        let busy = self.opening.is_some() || self.realigning.is_some();
        for_any_screen || (!busy && self.review.as_ref().is_some_and(|review| review.allows(command)))
    }

    /// Does what `command` asks for, if it is allowed now.
    pub fn run(&mut self, ctx: &egui::Context, command: Command) {
        if !self.allows(command) {
            return;
        }
        match command {
            Command::NewPair => {
                self.review = None;
                self.start = Start::default();
            }
            Command::OpenEnglish => self.choose(Lang::En),
            Command::OpenKorean => self.choose(Lang::Ko),
            Command::OpenSample => self.begin(ctx, opening::sample, None),
            Command::Export => self.export = Some(ExportPanel::default()),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Palette => self.palette = Some(PaletteBox::default()),
            Command::Help => self.help = true,
            Command::LightDark => {
                self.settings.dark = Some(ctx.theme() == egui::Theme::Light);
                self.apply_theme(ctx);
                self.settings.save();
            }
            Command::Language => {
                self.settings.tongue = Some(self.tongue().other());
                self.settings.save();
            }
            Command::ZoomIn => self.zoom(self.settings.text_size + 1.0),
            Command::ZoomOut => self.zoom(self.settings.text_size - 1.0),
            Command::ZoomReset => self.zoom(Settings::default().text_size),
            Command::RealignFromHere => self.realign(ctx),
            Command::Note => {
                if let Some(review) = &mut self.review {
                    review.show_details = true;
                    super::details::focus_note(ctx);
                }
            }
            _ => {
                if let Some(review) = &mut self.review {
                    let answer = review.run(command);
                    self.tell(&answer);
                }
            }
        }
    }

    fn choose(&mut self, lang: Lang) {
        self.review = None;
        self.start.choose(lang);
    }

    fn zoom(&mut self, size: f32) {
        self.settings.text_size = size.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
        self.settings.save();
    }

    fn tell(&mut self, answer: &Answer) {
        if let Some(text) = say(answer, self.tongue()) {
            self.toasts.push(Kind::Info, text);
        }
    }

    fn start_request(&mut self, ctx: &egui::Context, request: StartRequest) {
        match request {
            StartRequest::Open { en, ko } => self.open(ctx, en, ko),
            StartRequest::OpenSample => self.begin(ctx, opening::sample, None),
            StartRequest::Recent(at) => {
                if let Some(pair) = self.settings.recent.get(at).cloned() {
                    self.open(ctx, Source::File(pair.en), Source::File(pair.ko));
                }
            }
        }
    }

    fn open(&mut self, ctx: &egui::Context, en: Source, ko: Source) {
        let recent = match (&en, &ko) {
            (Source::File(en), Source::File(ko)) => Some(RecentPair { en: en.clone(), ko: ko.clone() }),
            _ => None,
        };
        self.begin(ctx, move || Ok((opening::read(en)?, opening::read(ko)?)), recent);
    }

    fn begin(
        &mut self,
        ctx: &egui::Context,
        texts: impl FnOnce() -> Result<(crate::import::Imported, crate::import::Imported), OpenError>
        + Send
        + 'static,
        recent: Option<RecentPair>,
    ) {
        let job = Job::start(ctx, move |progress| opening::open(texts(), progress));
        self.opening = Some(Opening { job, recent });
    }

    fn realign(&mut self, ctx: &egui::Context) {
        let Some(review) = &self.review else { return };
        let (bitext, row) = (review.session.bitext().clone(), review.session.cursor().row);
        let rows = row..bitext.beads.len();
        let job = Job::start(ctx, move |progress| bitext.realign(rows, progress));
        self.realigning = Some((review.session.revision(), job));
    }

    /// Takes what the worker threads have finished.
    fn hear_jobs(&mut self, ui: &Ui) {
        let tongue = self.tongue();
        if let Some(opening) = &self.opening
            && let Some(outcome) = opening.job.wait(Duration::from_millis(1))
        {
            let recent = self.opening.take().and_then(|opening| opening.recent);
            match outcome {
                Outcome::Done(Ok(opened)) => {
                    if let Some(pair) = recent {
                        self.settings.remember(pair);
                        self.settings.save();
                    }
                    for warning in &opened.warnings {
                        self.toasts.push(Kind::Warning, opening::warning(warning, tongue));
                    }
                    self.show_bitext(opened.bitext);
                }
                Outcome::Done(Err(error)) => self.toasts.push(Kind::Error, opening::explain(&error, tongue)),
                Outcome::Cancelled => self.toasts.push(Kind::Info, Text::Cancelled.in_(tongue).into()),
                Outcome::Failed(why) => self.toasts.push(Kind::Error, tongue.fill(Text::JobFailed, &[&why])),
            }
        }
        if let Some((revision, job)) = &self.realigning
            && let Some(outcome) = job.poll()
        {
            let fresh = self.review.as_ref().is_some_and(|review| review.session.revision() == *revision);
            self.realigning = None;
            match outcome {
                Outcome::Done(operation) if fresh => self.take_realignment(operation),
                Outcome::Failed(why) => self.toasts.push(Kind::Error, tongue.fill(Text::JobFailed, &[&why])),
                Outcome::Done(_) | Outcome::Cancelled => {
                    self.toasts.push(Kind::Info, Text::Cancelled.in_(tongue).into());
                }
            }
        }
        if self.opening.is_some() || self.realigning.is_some() {
            ui.request_repaint_after(Duration::from_millis(40));
        }
    }

    fn take_realignment(&mut self, operation: Operation) {
        let Some(review) = &mut self.review else { return };
        let text = match review.operate(operation) {
            Ok(edit) => {
                let rows = edit.rows().map_or(0, |(first, end)| end - first);
                self.tongue().fill(Text::Realigned, &[&rows])
            }
            Err(crate::bitext::Refusal::NoChange) => Text::RealignedNone.in_(self.tongue()).to_owned(),
            Err(refusal) => texts::refusal(refusal, self.tongue()),
        };
        self.toasts.push(Kind::Info, text);
    }

    fn progress_panel(&mut self, ui: &mut Ui) {
        let tongue = self.tongue();
        let opening = self.opening.as_ref().map(|opening| (opening.job.is_slow(), opening.job.fraction()));
        let realigning = self.realigning.as_ref().map(|(_, job)| (job.is_slow(), job.fraction()));
        let Some((true, fraction)) = opening.or(realigning) else { return };
        let cancel = egui::Panel::top("progress").show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(Text::Aligning.in_(tongue));
                ui.add(egui::ProgressBar::new(fraction).desired_width(260.0).show_percentage());
                ui.button(Text::Cancel.in_(tongue)).clicked()
            })
        });
        if cancel.inner.inner {
            if let Some(opening) = &self.opening {
                opening.job.cancel();
            }
            if let Some((_, job)) = &self.realigning {
                job.cancel();
            }
        }
    }

    fn top_bar(&mut self, ui: &mut Ui) {
        let tongue = self.tongue();
        let mut asked = None;
        egui::Panel::top("menu").show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                for group in Group::ALL {
                    ui.menu_button(group.label(tongue), |ui| {
                        for command in Command::ALL.iter().filter(|command| command.group() == group) {
                            let button = Button::new(command.label(tongue)).shortcut_text(command.key_text());
                            let response = ui.add_enabled(self.allows(*command), button);
                            if response.on_hover_text(command.help(tongue)).clicked() {
                                asked = Some(*command);
                            }
                        }
                    });
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    for command in [Command::LightDark, Command::Language] {
                        let button = Button::new(command.label(tongue)).frame(false);
                        if ui.add(button).on_hover_text(command.help(tongue)).clicked() {
                            asked = Some(command);
                        }
                    }
                    if let Some(review) = &self.review {
                        let export = Button::new(Command::Export.label(tongue));
                        let tip = format!("{} ({})", Command::Export.help(tongue), Command::Export.key_text());
                        if ui.add(export).on_hover_text(tip).clicked() {
                            asked = Some(Command::Export);
                        }
                        ui.add_space(12.0);
                        review.progress(ui, tongue);
                    }
                });
            });
        });
        if let Some(command) = asked {
            self.run(ui.ctx(), command);
        }
    }

    fn export_panel(&mut self, ui: &mut Ui) {
        let tongue = self.tongue();
        let (Some(panel), Some(review)) = (&mut self.export, &self.review) else {
            self.export = None;
            return;
        };
        if let Some(request) = panel.show(ui, review.session.bitext(), tongue) {
            let written =
                export::write_file(&request.path, |out| {
                    export::write(review.session.bitext(), request.format, &request.options, out)
                });
            match written {
                Ok(units) => {
                    let text = tongue.fill(Text::Exported, &[&units, &request.path.display()]);
                    self.toasts.push(Kind::Info, text);
                    self.export = None;
                }
                Err(error) => {
                    let korean = format!(
                        "{}: 저장하지 못했습니다({error}). 다른 폴더를 골라 보세요.",
                        request.path.display()
                    );
                    self.toasts.push(Kind::Error, tongue.pick(error.to_string(), korean));
                }
            }
        } else if panel.is_closed() {
            self.export = None;
        }
    }

    fn overlays(&mut self, ui: &Ui) {
        let tongue = self.tongue();
        if let Some(mut palette) = self.palette.take() {
            match palette.show(ui.ctx(), tongue, &|command| self.allows(command)) {
                PaletteOutcome::Stay => self.palette = Some(palette),
                PaletteOutcome::Close => {}
                PaletteOutcome::Run(command) => self.run(ui.ctx(), command),
            }
        }
        if self.help {
            self.help = help::show(ui.ctx(), tongue);
        }
    }
}
