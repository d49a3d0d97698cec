//! The start screen: two places for two articles, and what was opened before.

mod history;
mod reading;

use super::command::Command;
use super::dialog::{Answer, Dialog};
use super::fonts::{bold, regular};
use super::intake::{Intake, Problem};
use super::settings::Recent;
use super::texts::{JobText, Locale, Text, lang_name};
use super::theme::Palette;
use super::zone::{Zone, ZoneRequest};
use egui::{Align2, Button, Frame, Layout, Rect, RichText, ScrollArea, Ui, vec2};
use history::{show_recent, show_unsaved};
use jjak_core::article::{Lang, PerLang};
use jjak_formats::exchange;
use jjak_formats::import;
use jjak_formats::job;
use jjak_formats::project::{self, Unsaved};
use reading::Reading;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};

pub use super::intake::Source;

const WIDTH: f32 = 920.0;
const GAP: f32 = 20.0;
/// What stands above and below the zones, to centre all of it.
const OTHER_HEIGHT: f32 = 290.0;

/// What the person asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartRequest {
    Open {
        en: Source,
        ko: Source,
    },
    OpenSample,
    /// Many articles at once.
    NewJob,
    /// A project file, or a job.
    Project(PathBuf),
    /// Position in the list of recent ones.
    Recent(usize),
    /// Take it out of that list.
    Forget(usize),
    /// Work that was not saved is not wanted.
    Discard(PathBuf),
}

#[derive(Default)]
pub struct Start {
    intake: Intake,
    zones: PerLang<Zone>,
    /// Files to read, with the place each was meant for.
    given: VecDeque<(Source, Option<Lang>, usize)>,
    reading: VecDeque<Reading>,
    to_choose: Option<Lang>,
    dialog: Option<(Dialog, Lang)>,
    batches: usize,
    was_ready: bool,
    /// A project file that was given, to be asked for in the next frame.
    project: Option<PathBuf>,
    choosing_project: Option<Dialog>,
    /// Work that was not saved, about which the person is asked whether it can go.
    discarding: Option<PathBuf>,
}

impl Start {
    /// Takes files that were dropped on the window; their languages are found by script.
    pub fn drop_files(&mut self, paths: Vec<PathBuf>) {
        self.batches += 1;
        let batch = self.batches;
        for path in paths {
            if is_project(&path) {
                self.project = Some(path)
            } else {
                match Source::named(path) {
                    Ok(source) => self.given.push_back((source, None, batch)),
                    Err(error) => self.intake.refuse(Problem::Fetch(error.into()), None),
                }
            }
        }
    }

    /// Opens the system's dialog for one of the two articles.
    pub fn choose(&mut self, lang: Lang) {
        self.to_choose = Some(lang);
    }

    /// Opens the system's dialog for a project file.
    pub fn choose_project(&mut self, ctx: &egui::Context, locale: Locale) {
        let title = Text::OpenProjectTitle.in_(locale);
        let mut kinds = vec![project::EXTENSION, job::EXTENSION];
        kinds.extend(exchange::Format::read_extensions());
        self.choosing_project = Some(Dialog::open_file(ctx, title, &kinds, locale));
    }

    pub fn show(
        &mut self,
        ui: &mut Ui,
        recent: &[Recent],
        unsaved: &[Unsaved],
        html: fn() -> Option<String>,
        locale: Locale,
    ) -> Option<StartRequest> {
        self.ask(ui, locale);
        self.hear_project();
        self.read(ui);
        self.take_pasted(ui, html);
        let mut request = self.project.take().map(StartRequest::Project);
        let whole = ui.max_rect();
        ScrollArea::vertical()
            .auto_shrink(false)
            .show_viewport(ui, |ui, _| {
                let width = (ui.available_width() - 48.0).clamp(0.0, WIDTH);
                let margin = ((ui.available_width() - width) / 2.0).max(0.0);
                let recent_height = 26.0 * (recent.len().min(4) + unsaved.len()) as f32;
                let height = Zone::HEIGHT + OTHER_HEIGHT + recent_height;
                let top = ((whole.height() - height) / 2.2).max(28.0);
                ui.add_space(top);
                ui.horizontal_top(|ui| {
                    ui.add_space(margin);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        title(ui, locale);
                        self.show_zones(ui, width, locale);
                        let asked = self
                            .show_actions(ui, locale)
                            .or_else(|| show_unsaved(ui, unsaved, &mut self.discarding, locale))
                            .or_else(|| show_recent(ui, recent, locale));
                        request = asked.or(request.take());
                        ui.add_space(24.0);
                    });
                });
            });
        show_hovering(ui, whole, locale);
        request
    }

    /// Opens the dialog that was asked for, and takes the answer of the open one.
    fn ask(&mut self, ui: &Ui, locale: Locale) {
        if let Some(lang) = self.to_choose.take()
            && self.dialog.is_none()
        {
            let title = match lang {
                Lang::En => Text::ChooseEnglish,
                Lang::Ko => Text::ChooseKorean,
            };
            let dialog =
                Dialog::open_file(ui.ctx(), title.in_(locale), &import::EXTENSIONS, locale);
            self.dialog = Some((dialog, lang));
        }
        let Some((dialog, lang)) = &self.dialog else {
            return;
        };
        let (Some(answer), lang) = (dialog.poll(), *lang) else {
            return;
        };
        self.dialog = None;
        match answer {
            Answer::Chosen(path) => self.give(path, Some(lang)),
            Answer::Closed => {}
            Answer::Missing => self.intake.refuse(Problem::NoDialog, Some(lang)),
        }
    }

    fn hear_project(&mut self) {
        match self.choosing_project.as_ref().and_then(Dialog::poll) {
            Some(Answer::Chosen(path)) => self.project = Some(path),
            Some(Answer::Missing) => self.intake.refuse(Problem::NoDialog, None),
            Some(Answer::Closed) => {}
            None => return,
        }
        self.choosing_project = None;
    }

    fn give(&mut self, path: PathBuf, meant: Option<Lang>) {
        // One half of a Moses pair that was given for its side is an article.
        if is_project(&path) && meant.is_none_or(|lang| !is_half(&path, lang)) {
            self.project = Some(path);
            return;
        }
        self.give_source(Source::named(path), meant);
    }

    fn show_zones(&mut self, ui: &mut Ui, width: f32, locale: Locale) {
        let each = vec2((width - GAP) / 2.0, Zone::HEIGHT);
        let top_left = ui.cursor().min;
        for lang in Lang::BOTH {
            let at = top_left
                + vec2(
                    match lang {
                        Lang::En => 0.0,
                        Lang::Ko => each.x + GAP,
                    },
                    0.0,
                );
            let zone = &mut self.zones[lang];
            let rect = Rect::from_min_size(at, each);
            match zone.show(ui, rect, lang, self.intake.place(lang), locale) {
                Some(ZoneRequest::Browse) => self.choose(lang),
                Some(ZoneRequest::Path(path)) => self.give(path, Some(lang)),
                Some(ZoneRequest::Text(text)) => {
                    self.give_source(Source::pasted(text), Some(lang));
                    ui.ctx().request_repaint();
                }
                Some(ZoneRequest::Encoding(path, encoding)) => {
                    let source = Source::Encoded(path, encoding);
                    self.given.push_back((source, Some(lang), self.batches));
                    ui.ctx().request_repaint();
                }
                Some(ZoneRequest::Separate) => self.intake.separate(lang),
                Some(ZoneRequest::Remove) => self.intake.remove(lang),
                None => {}
            }
        }
        ui.allocate_rect(
            Rect::from_min_size(top_left, vec2(width, Zone::HEIGHT)),
            egui::Sense::hover(),
        );
        let quiet = match self.intake.moved {
            _ if !self.reading.is_empty() => Text::Reading.in_(locale).to_owned(),
            Some(lang) => locale.fill(Text::Moved, &[&lang_name(lang, locale)]),
            None => String::new(),
        };
        ui.allocate_ui_with_layout(
            vec2(width, 22.0),
            Layout::centered_and_justified(egui::Direction::TopDown),
            |ui| ui.label(RichText::new(quiet).font(regular(13.5)).weak()),
        );
    }

    fn show_actions(&mut self, ui: &mut Ui, locale: Locale) -> Option<StartRequest> {
        let palette = Palette::of(ui.ctx());
        let both = self.intake.both();
        let ready = both.is_some();
        let mut request = None;
        ui.add_space(6.0);
        ui.vertical_centered(|ui| {
            let name = Text::PairSentences.in_(locale);
            let colour = if ready {
                palette.on_accent
            } else {
                palette.weak
            };
            let mut button = Button::new(RichText::new(name).font(bold(16.0)).color(colour))
                .min_size(vec2(260.0, 44.0))
                .corner_radius(6);
            if ready {
                button = button.fill(palette.accent);
            }
            let primary = ui.add_enabled(ready, button);
            let primary = primary
                .on_hover_text(Text::PairTip.in_(locale))
                .on_disabled_hover_text(Text::BothNeeded.in_(locale));
            if ready && !self.was_ready && !ui.ctx().text_edit_focused() {
                primary.request_focus();
            }
            if primary.clicked()
                && let Some((en, ko)) = both
            {
                request = Some(StartRequest::Open { en, ko });
            }
            ui.add_space(4.0);
            let sample = RichText::new(Text::OpenSample.in_(locale)).color(palette.accent);
            let sample = ui.add(Button::new(sample).frame_when_inactive(false));
            let tip = Command::OpenSample.help(locale);
            if sample.on_hover_text(tip).clicked() {
                request = Some(StartRequest::OpenSample);
            }
            let many = RichText::new(JobText::ManyTitle.in_(locale)).color(palette.accent);
            let many = ui.add(Button::new(many).frame_when_inactive(false));
            if many.on_hover_text(JobText::ManyTip.in_(locale)).clicked() {
                request = Some(StartRequest::NewJob);
            }
        });
        self.was_ready = ready;
        request
    }
}

fn title(ui: &mut Ui, locale: Locale) {
    ui.vertical_centered(|ui| {
        ui.label(RichText::new("Jjak · 짝").font(bold(34.0)));
        let line = RichText::new(Text::Tagline.in_(locale)).font(regular(15.5));
        ui.label(line.weak());
    });
    ui.add_space(22.0);
}

/// Whether one file holds both sides: a project, or pairs of another tool.
pub(super) fn is_project(path: &Path) -> bool {
    let project = path.extension().is_some_and(|end| {
        let kinds = [project::EXTENSION, job::EXTENSION];
        kinds.iter().any(|kind| end.eq_ignore_ascii_case(kind))
    });
    project || exchange::is_pairs(path)
}

/// Whether the extension says that `path` is the text of one side.
fn is_half(path: &Path, lang: Lang) -> bool {
    exchange::Format::of(path) == Some(exchange::Format::Moses(lang))
}

/// Says that files held over the window can be let go.
fn show_hovering(ui: &Ui, whole: Rect, locale: Locale) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = Palette::of(ui.ctx());
    let painter = ui.painter();
    let fill = palette.panel.gamma_multiply(0.92);
    let inner = whole.shrink(16.0);
    painter.add(Frame::new().fill(fill).paint(whole));
    super::zone::dashes(painter, inner, palette.accent, 2.0);
    painter.text(
        inner.center(),
        Align2::CENTER_CENTER,
        Text::LetGo.in_(locale),
        bold(22.0),
        palette.accent,
    );
}
