//! What a job is to be made of, and where it is to lie: a page in the place of the start screen.

use crate::dialog::{Answer, Dialog};
use crate::fonts::{bold, regular};
use crate::keyboard;
use crate::texts::{JobText, Locale, Text};
use crate::theme::Palette;
use egui::{
    Align, Button, CentralPanel, Frame, Key, Label, Layout, Margin, ProgressBar, RichText,
    ScrollArea, Stroke, TextEdit, Ui, vec2,
};
use jjak_formats::import::part;
use jjak_formats::job::EXTENSION;
use jjak_review::job::making;
use std::path::{Path, PathBuf};

const WIDTH: f32 = 680.0;
const LIST_HEIGHT: f32 = 190.0;

/// What the person wants matched.
pub struct Setup {
    given: Vec<Given>,
    /// Where the job is to lie; `None` of one that is open already.
    path: Option<String>,
    /// The person has said where.
    is_own_path: bool,
    to_add: String,
    missing: Option<PathBuf>,
    dialog: Option<(Dialog, For)>,
    no_dialog: bool,
    shown: bool,
}

/// A file or folder, and what it is.
struct Given {
    path: PathBuf,
    kind: JobText,
}

/// What a dialog is open for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    Texts,
    Job,
}

/// What was decided.
pub enum Decided {
    /// Make a job of these there, or add them to the open one.
    Start(Vec<PathBuf>, Option<PathBuf>),
    Cancel,
}

impl Setup {
    /// For a job of its own, or for the one that is open.
    pub fn new(given: Vec<PathBuf>, is_for_open_job: bool) -> Setup {
        let mut setup = Setup {
            given: Vec::new(),
            path: (!is_for_open_job).then(String::new),
            is_own_path: false,
            to_add: String::new(),
            missing: None,
            dialog: None,
            no_dialog: false,
            shown: false,
        };
        setup.give(given);
        setup
    }

    /// Takes more; each once.
    pub fn give(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let path = std::path::absolute(&path).unwrap_or(path);
            if !part::file_of(&path).exists() {
                self.missing = Some(path);
            } else if !self.given.iter().any(|given| given.path == path) {
                self.missing = None;
                let kind = kind(&path);
                self.given.push(Given { path, kind });
            }
        }
        self.suggest();
    }

    fn paths(&self) -> Vec<PathBuf> {
        self.given.iter().map(|given| given.path.clone()).collect()
    }

    fn suggest(&mut self) {
        let given = self.paths();
        if let Some(path) = self.path.as_mut().filter(|_| !self.is_own_path) {
            *path = if given.is_empty() {
                String::new()
            } else {
                making::suggestion(&given).display().to_string()
            };
        }
    }

    /// Shows the page; `progress` is of the matching that is under way.
    pub fn show(&mut self, ui: &mut Ui, progress: Option<f32>, locale: Locale) -> Option<Decided> {
        self.hear_dialog();
        let mut decided = None;
        CentralPanel::default().show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let width = (ui.available_width() - 32.0).clamp(0.0, WIDTH);
                let margin = ((ui.available_width() - width) / 2.0).max(0.0);
                ui.add_space((ui.available_height() * 0.12).min(90.0));
                ui.horizontal_top(|ui| {
                    ui.add_space(margin);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        decided = keyboard::ring(ui, "setup", |ui| {
                            self.page(ui, width, progress, locale)
                        });
                    });
                });
            });
        });
        if keyboard::escapes(ui) {
            decided = Some(Decided::Cancel);
        }
        decided
    }

    fn page(
        &mut self,
        ui: &mut Ui,
        width: f32,
        progress: Option<f32>,
        locale: Locale,
    ) -> Option<Decided> {
        let is_new = self.path.is_some();
        let title = if is_new {
            JobText::SetupTitle
        } else {
            JobText::AddTitle
        };
        crate::panels::name_region(ui, title.in_(locale));
        ui.label(RichText::new(title.in_(locale)).font(bold(24.0)));
        ui.add_space(4.0);
        ui.add(Label::new(RichText::new(JobText::SetupHint.in_(locale)).weak()).wrap());
        ui.add_space(14.0);
        ui.add_enabled_ui(progress.is_none(), |ui| {
            self.list(ui, width, locale);
            if is_new {
                ui.add_space(14.0);
                self.place(ui, width, locale);
            }
        });
        ui.add_space(16.0);
        match progress {
            Some(share) => running(ui, share, locale),
            None => self.buttons(ui, locale),
        }
    }

    fn list(&mut self, ui: &mut Ui, width: f32, locale: Locale) {
        let palette = Palette::of(ui.ctx());
        ui.label(RichText::new(JobText::Given.in_(locale)).font(bold(14.0)));
        Frame::new()
            .fill(palette.page)
            .stroke(Stroke::new(1.0, palette.line))
            .corner_radius(6)
            .inner_margin(Margin::symmetric(12, 8))
            .show(ui, |ui| {
                ui.set_width((width - 26.0).max(0.0));
                if self.given.is_empty() {
                    ui.label(RichText::new(JobText::GivenNone.in_(locale)).weak());
                }
                let mut gone = None;
                ScrollArea::vertical()
                    .max_height(LIST_HEIGHT)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        for (at, given) in self.given.iter().enumerate() {
                            if show_given(ui, given, locale) {
                                gone = Some(at);
                            }
                        }
                    });
                if let Some(at) = gone {
                    self.given.remove(at);
                    self.suggest();
                }
            });
        ui.horizontal(|ui| {
            let folder = ui.button(JobText::AddFolder.in_(locale));
            if folder.clicked() && self.dialog.is_none() {
                let title = JobText::AddFolder.in_(locale);
                let dialog = Dialog::open_folder(ui.ctx(), title);
                (self.dialog, self.no_dialog) = (Some((dialog, For::Texts)), false);
            }
            let hint = JobText::AddPathHint.in_(locale);
            let field = TextEdit::singleline(&mut self.to_add)
                .desired_width(f32::INFINITY)
                .hint_text(hint);
            let field = ui.add(field);
            if field.lost_focus()
                && ui.input(|input| input.key_pressed(Key::Enter))
                && !self.to_add.trim().is_empty()
            {
                let typed = std::mem::take(&mut self.to_add);
                self.give(vec![typed.trim().trim_matches(['"', '\'']).into()]);
                field.request_focus();
            }
            field.accessible_name(JobText::AddPathName.in_(locale));
        });
        let words = match &self.missing {
            Some(path) => locale.fill(JobText::NotThere, &[&path.display()]),
            None if self.no_dialog => Text::NoDialog.in_(locale).to_owned(),
            None => return,
        };
        ui.label(RichText::new(words).color(palette.low));
    }

    fn place(&mut self, ui: &mut Ui, width: f32, locale: Locale) {
        let target = self.target();
        let Some(path) = &mut self.path else { return };
        ui.label(RichText::new(JobText::JobFileName.in_(locale)).font(bold(14.0)));
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(path).desired_width(width - 140.0);
            let field = ui.add(field);
            self.is_own_path |= field.changed();
            field.accessible_name(JobText::JobFileName.in_(locale));
            if ui.button(Text::Browse.in_(locale)).clicked() && self.dialog.is_none() {
                let name = Path::new(path.trim()).file_name().unwrap_or_default();
                let title = JobText::JobFileName.in_(locale);
                let dialog = Dialog::save_file(ui.ctx(), title, &name.to_string_lossy());
                (self.dialog, self.no_dialog) = (Some((dialog, For::Job)), false);
            }
        });
        // A line that is always there, so that nothing jumps.
        let palette = Palette::of(ui.ctx());
        let (words, colour) = if target.is_some_and(|path| path.is_file()) {
            (JobText::JobThere, palette.middle)
        } else {
            (JobText::JobFileHint, palette.weak)
        };
        let words = RichText::new(words.in_(locale)).font(regular(13.0));
        ui.add(Label::new(words.color(colour)).wrap());
    }

    fn buttons(&mut self, ui: &mut Ui, locale: Locale) -> Option<Decided> {
        let palette = Palette::of(ui.ctx());
        let is_table = matches!(&self.given[..], [only] if only.kind == JobText::Table);
        let target = self.target();
        let ready = !self.given.is_empty() && (self.path.is_none() || target.is_some());
        let mut decided = None;
        ui.horizontal(|ui| {
            let name = if is_table {
                JobText::StartTable
            } else {
                JobText::Start
            };
            let mut text = RichText::new(name.in_(locale)).font(bold(15.0));
            if ready {
                text = text.color(palette.on_accent);
            }
            let mut button = Button::new(text).min_size(vec2(180.0, 38.0));
            if ready {
                button = button.fill(palette.accent);
            }
            let start = ui.add_enabled(ready, button);
            if ready && !std::mem::replace(&mut self.shown, true) {
                start.request_focus();
            }
            if start.clicked() {
                decided = Some(Decided::Start(self.paths(), target));
            }
            let cancel = Button::new(Text::Cancel.in_(locale)).min_size(vec2(90.0, 38.0));
            if ui.add(cancel).on_hover_text("Esc").clicked() {
                decided = Some(Decided::Cancel);
            }
        });
        decided
    }

    /// Where the job is to lie, with the extension if it has none.
    fn target(&self) -> Option<PathBuf> {
        let typed = self.path.as_deref()?.trim().trim_matches(['"', '\'']);
        let path = Path::new(typed);
        path.file_name()?;
        let is_named = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case(EXTENSION));
        Some(if is_named {
            path.to_owned()
        } else {
            PathBuf::from(format!("{typed}.{EXTENSION}"))
        })
    }

    fn hear_dialog(&mut self) {
        let Some((dialog, what)) = &self.dialog else {
            return;
        };
        let (Some(answer), what) = (dialog.poll(), *what) else {
            return;
        };
        self.dialog = None;
        match answer {
            Answer::Chosen(path) if what == For::Texts => self.give(vec![path]),
            Answer::Chosen(path) => {
                (self.path, self.is_own_path) = (Some(path.display().to_string()), true);
            }
            Answer::Closed => {}
            Answer::Missing => self.no_dialog = true,
        }
    }
}

fn kind(path: &Path) -> JobText {
    match path {
        path if path.is_dir() => JobText::Folder,
        path if making::is_table_of_files(path) => JobText::Table,
        _ => JobText::TextFile,
    }
}

/// One line of the list; whether it is to go.
fn show_given(ui: &mut Ui, given: &Given, locale: Locale) -> bool {
    let (path, kind) = (&given.path, given.kind);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = Button::new(Text::Remove.in_(locale)).small();
            let name = format!("{}: {}", Text::Remove.in_(locale), path.display());
            let is_gone = ui.add(remove).accessible_name(name).clicked();
            ui.label(RichText::new(kind.in_(locale)).font(regular(12.5)).weak());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = path.file_name().unwrap_or(path.as_os_str());
                let name = RichText::new(name.to_string_lossy()).font(regular(14.0));
                ui.label(name);
                let folder = path.parent().map(|folder| folder.display().to_string());
                let folder = RichText::new(folder.unwrap_or_default()).font(regular(12.5));
                ui.add(Label::new(folder.weak()).truncate());
            });
            is_gone
        })
        .inner
    })
    .inner
}

fn running(ui: &mut Ui, share: f32, locale: Locale) -> Option<Decided> {
    let mut decided = None;
    ui.label(RichText::new(JobText::Matching.in_(locale)).font(bold(14.0)));
    ui.horizontal(|ui| {
        let bar = ProgressBar::new(share).desired_width(360.0);
        ui.add(bar.show_percentage());
        let cancel = ui.button(Text::Cancel.in_(locale)).on_hover_text("Esc");
        if cancel.clicked() {
            decided = Some(Decided::Cancel);
        }
    });
    decided
}
