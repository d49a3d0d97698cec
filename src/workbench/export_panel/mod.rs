//! What to write, how and where: a window beside the grid, which stays in use.

mod choices;
mod options;
mod outlook;
mod suggestion;

pub use choices::Choices;

use super::dialog::{Answer, Dialog};
use super::floating;
use super::fonts::{bold, regular};
use super::keyboard;
use super::texts::{JobText, Locale, Text};
use super::theme::Palette;
use egui::{Button, Frame, Label, RichText, ScrollArea, TextEdit, Ui, vec2};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, State, Verdict};
use jjak_formats::exchange::{ExportedWork, Format, Options, moses_pair};
use outlook::Outlook;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const WIDTH: f32 = 500.0;
const PREVIEW_HEIGHT: f32 = 120.0;
/// What lies above the panel's scrolling part and below it: its title, the counts, the file and the buttons.
const FIXED_HEIGHT: f32 = 340.0;
/// The scrolling part is at least this high, however low the window is.
const LEAST_HEIGHT: f32 = 90.0;

/// The formats as they are offered. A Moses pair is one choice and two files.
fn offered() -> impl Iterator<Item = Format> {
    Format::written().filter(|format| *format != Format::Moses(Lang::Ko))
}

/// Files that the person wants written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    pub files: Vec<(PathBuf, Format)>,
    pub options: Options,
    /// The only one of `files` is a folder, for a file of each work.
    pub each: bool,
}

pub struct ExportPanel {
    format: Format,
    options: Options,
    /// `None` until a name was made from the article's.
    path: Option<String>,
    dialog: Option<Dialog>,
    no_dialog: bool,
    outlook: Option<Outlook>,
    /// Of the works of a job: where this lies, and whether each is to have a file of its own.
    job: Option<(PathBuf, bool)>,
    closed: bool,
    shown: bool,
}

impl ExportPanel {
    /// A panel for `bitext`; `states` are those that were exported of it before.
    pub fn new(
        choices: &Choices,
        bitext: &Bitext,
        states: Option<&BTreeSet<State>>,
    ) -> ExportPanel {
        ExportPanel::of(choices, &[bitext], states)
    }

    fn of(choices: &Choices, bitexts: &[&Bitext], states: Option<&BTreeSet<State>>) -> ExportPanel {
        let named = Format::named(&choices.format);
        let offered = named.filter(|format| offered().any(|offered| offered == *format));
        ExportPanel {
            format: offered.unwrap_or(Format::Tmx),
            options: choices.options_for(bitexts, states),
            path: None,
            dialog: None,
            no_dialog: false,
            outlook: None,
            job: None,
            closed: false,
            shown: false,
        }
    }

    /// A panel for the works of the job at `job`.
    pub fn of_job(choices: &Choices, bitexts: &[&Bitext], job: &Path) -> ExportPanel {
        let mut panel = ExportPanel::of(choices, bitexts, None);
        let path = suggestion::of_job(job, panel.format, false);
        panel.path = Some(path.display().to_string());
        panel.job = Some((job.to_path_buf(), false));
        panel
    }

    fn is_each(&self) -> bool {
        self.job.as_ref().is_some_and(|(_, each)| *each)
    }

    /// What to begin with the next time.
    pub fn choices(&self) -> Choices {
        let not = Some(Verdict::NotATranslation);
        Choices {
            format: self.format.as_str().into(),
            options: self.options.clone(),
            not_translations: self.options.verdicts.contains(&not),
        }
    }

    /// The states that are asked for.
    pub fn states(&self) -> &BTreeSet<State> {
        &self.options.states
    }

    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Shows the panel for `work` as it is at `revision`; gives what is to be written once the person has decided.
    pub fn show(
        &mut self,
        ui: &Ui,
        work: &ExportedWork,
        revision: u64,
        locale: Locale,
    ) -> Option<ExportRequest> {
        let works = std::slice::from_ref(work);
        self.show_all(ui, works, revision, locale, |_| {})
    }

    /// As [`ExportPanel::show`] for several works, with what there is to say of them above the options.
    pub fn show_all(
        &mut self,
        ui: &Ui,
        works: &[ExportedWork],
        revision: u64,
        locale: Locale,
        head: impl FnOnce(&mut Ui),
    ) -> Option<ExportRequest> {
        self.hear_dialog();
        if let Some(work) = works.first() {
            self.path
                .get_or_insert_with(|| suggestion::of_pair(work, self.format));
        }
        let asked = floating::show(ui, Text::ExportTitle, WIDTH, locale, |ui| {
            let room = ui.ctx().content_rect().height() - FIXED_HEIGHT;
            ScrollArea::vertical()
                .max_height(room.max(LEAST_HEIGHT))
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    // The bar floats over the right edge.
                    ui.set_max_width(WIDTH - 12.0);
                    head(ui);
                    self.show_each(ui, locale);
                    self.look_ahead(ui, works, revision);
                    let counts = self.outlook.as_ref().map(Outlook::states);
                    let before = self.format;
                    let (options, format) = (&mut self.options, &mut self.format);
                    options::show(ui, options, format, counts, locale);
                    if self.format != before {
                        self.rename();
                    }
                    self.show_preview(ui, locale);
                });
            self.show_counts(ui, locale);
            self.show_path(ui, locale);
            self.show_buttons(ui, locale)
        });
        if keyboard::escapes(ui) {
            self.closed = true;
        }
        asked?
    }

    fn hear_dialog(&mut self) {
        let Some(answer) = self.dialog.as_ref().and_then(Dialog::poll) else {
            return;
        };
        self.dialog = None;
        match answer {
            Answer::Chosen(path) => {
                self.take_format_of(&path);
                self.path = Some(path.display().to_string());
            }
            Answer::Closed => {}
            Answer::Missing => self.no_dialog = true,
        }
    }

    fn take_format_of(&mut self, path: &Path) {
        match Format::of(path) {
            Some(Format::Moses(_)) => self.format = Format::Moses(Lang::En),
            Some(format) => self.format = format,
            None => {}
        }
    }

    /// Gives the file the extension of another format.
    fn rename(&mut self) {
        if let Some((job, each @ true)) = &self.job {
            let path = suggestion::of_job(job, self.format, *each);
            self.path = Some(path.display().to_string());
            return;
        }
        if let Some(path) = &mut self.path {
            let renamed = Path::new(path.trim()).with_extension(self.format.as_str());
            *path = renamed.display().to_string();
        }
    }

    /// Of several works: one file for all, or one for each.
    fn show_each(&mut self, ui: &mut Ui, locale: Locale) {
        let Some((job, each)) = &mut self.job else {
            return;
        };
        let before = *each;
        ui.horizontal(|ui| {
            ui.radio_value(each, false, JobText::ExportOne.in_(locale));
            ui.radio_value(each, true, JobText::ExportEach.in_(locale));
        });
        if before != *each {
            let path = suggestion::of_job(job, self.format, *each);
            self.path = Some(path.display().to_string());
        }
    }

    /// Counts and previews anew if the choices or the work changed.
    fn look_ahead(&mut self, ui: &Ui, works: &[ExportedWork], revision: u64) {
        let now = ui.input(|input| input.time);
        let stale = match &self.outlook {
            None => true,
            Some(outlook) if outlook.is_of(revision, self.format, &self.options) => false,
            Some(outlook) => match outlook.wait(now) {
                Some(time) => {
                    ui.request_repaint_after(time);
                    false
                }
                None => true,
            },
        };
        if stale {
            let outlook = Outlook::of(works, revision, self.format, &self.options, now);
            self.outlook = Some(outlook);
        }
    }

    /// How many rows go where, and how many stay out and why.
    fn show_counts(&self, ui: &mut Ui, locale: Locale) {
        let (Some(outlook), Some(path)) = (&self.outlook, self.target()) else {
            return;
        };
        ui.add_space(2.0);
        let files = self.files(&path);
        for line in outlook.lines(&files, locale) {
            ui.add(Label::new(RichText::new(line).font(regular(13.5))).wrap());
        }
    }

    fn show_preview(&mut self, ui: &mut Ui, locale: Locale) {
        heading(ui, Text::PreviewName.in_(locale));
        let palette = Palette::of(ui.ctx());
        let text = self.outlook.as_ref().map_or("", Outlook::preview);
        Frame::new()
            .fill(palette.page)
            .stroke(egui::Stroke::new(1.0, palette.line))
            .corner_radius(4)
            .inner_margin(8)
            .show(ui, |ui| {
                ScrollArea::both()
                    .max_height(PREVIEW_HEIGHT)
                    .min_scrolled_height(PREVIEW_HEIGHT)
                    .auto_shrink(false)
                    .show(ui, |ui| match text.trim() {
                        "" => {
                            let none = Text::PreviewNone.in_(locale);
                            ui.label(RichText::new(none).weak());
                        }
                        text => {
                            let text = RichText::new(text).font(regular(12.5));
                            ui.add(Label::new(text).extend());
                        }
                    });
            });
    }

    fn show_path(&mut self, ui: &mut Ui, locale: Locale) {
        let palette = Palette::of(ui.ctx());
        let name = if self.is_each() {
            JobText::ExportFolder.in_(locale)
        } else {
            Text::FileName.in_(locale)
        };
        heading(ui, name);
        let is_each = self.is_each();
        let path = self.path.get_or_insert_default();
        let mut browse = false;
        ui.horizontal(|ui| {
            let width = WIDTH - 130.0;
            let field = ui.add(TextEdit::singleline(path).desired_width(width));
            field.accessible_name(name);
            browse = ui.button(Text::Browse.in_(locale)).clicked();
        });
        if browse && self.dialog.is_none() {
            let name = Path::new(path.trim()).file_name().unwrap_or_default();
            let title = Text::SaveAs.in_(locale);
            let dialog = if is_each {
                Dialog::open_folder(ui.ctx(), title)
            } else {
                Dialog::save_file(ui.ctx(), title, &name.to_string_lossy())
            };
            (self.dialog, self.no_dialog) = (Some(dialog), false);
        }
        let target = self.target();
        // A line that is always there, so that nothing jumps.
        let (words, colour) = match target {
            _ if self.no_dialog => (Text::NoDialog.in_(locale), palette.low),
            Some(path) if self.replaces(&path) => (Text::WillReplace.in_(locale), palette.middle),
            _ => ("", palette.weak),
        };
        let words = RichText::new(words).font(regular(13.0)).color(colour);
        ui.add(Label::new(words).wrap());
    }

    fn show_buttons(&mut self, ui: &mut Ui, locale: Locale) -> Option<ExportRequest> {
        let palette = Palette::of(ui.ctx());
        let target = self.target();
        let holds_any = self.outlook.as_ref().is_some_and(Outlook::holds_any);
        let ready = target.is_some() && options::are_ready(&self.options) && holds_any;
        let mut asked = false;
        ui.horizontal(|ui| {
            let size = vec2(120.0, 32.0);
            let mut text = RichText::new(Text::ExportNow.in_(locale)).font(bold(14.5));
            if ready {
                text = text.color(palette.on_accent);
            }
            let mut button = Button::new(text).min_size(size);
            if ready {
                button = button.fill(palette.accent);
            }
            let export = ui.add_enabled(ready, button);
            // Enter exports at once; what is to be other is a few Shift+Tab away.
            if !std::mem::replace(&mut self.shown, true) {
                export.request_focus();
            }
            asked = export.clicked();
            let cancel = Button::new(Text::Cancel.in_(locale)).min_size(vec2(90.0, 32.0));
            self.closed |= ui.add(cancel).on_hover_text("Esc").clicked();
        });
        let path = target.filter(|_| asked)?;
        let created = Options::default().created;
        Some(ExportRequest {
            each: self.is_each(),
            files: self.files(&path),
            options: Options {
                created,
                report: locale.pick(Lang::En, Lang::Ko),
                ..self.options.clone()
            },
        })
    }

    /// The files that a name stands for.
    fn files(&self, path: &Path) -> Vec<(PathBuf, Format)> {
        match self.format {
            format if self.is_each() => vec![(path.to_owned(), format)],
            Format::Moses(_) => moses_pair(&path.with_extension("")).into(),
            format => vec![(path.to_owned(), format)],
        }
    }

    /// Whether one of the files that are written is there already.
    fn replaces(&self, path: &Path) -> bool {
        if self.is_each() {
            return std::fs::read_dir(path).is_ok_and(|mut there| there.next().is_some());
        }
        self.files(path).iter().any(|(file, format)| {
            let beside = format.texts_beside(file).into_iter().flatten();
            beside.chain([file.clone()]).any(|file| file.is_file())
        })
    }

    /// Where to write: what was typed, with the format's extension if it has none.
    fn target(&self) -> Option<PathBuf> {
        let typed = self.path.as_deref()?.trim().trim_matches(['"', '\'']);
        let path = Path::new(typed);
        path.file_name()?;
        if self.is_each() {
            return Some(path.to_owned());
        }
        Some(match path.extension() {
            Some(_) => path.to_owned(),
            None => path.with_extension(self.format.as_str()),
        })
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(5.0);
    ui.label(RichText::new(text).font(bold(13.5)));
}
