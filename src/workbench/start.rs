//! The start screen: two places for two articles, and what was opened before.

use super::dialog::{Answer, Dialog};
use super::fonts::{bold, regular};
use super::intake::{Given, Intake, Problem};
use super::jobs::{Job, Outcome};
use super::settings::RecentPair;
use super::texts::{Text, Tongue, lang_name};
use super::theme::Palette;
use super::zone::{Zone, ZoneRequest};
use crate::article::Lang;
use crate::import::ImportError;
use egui::{Align2, Button, Event, Frame, Label, Layout, Rect, RichText, ScrollArea, Ui, vec2};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::Duration;

pub use super::intake::Source;

const WIDTH: f32 = 920.0;
const GAP: f32 = 20.0;
/// What stands above and below the zones, to centre all of it.
const OTHER_HEIGHT: f32 = 260.0;
const NO_FLICKER: Duration = Duration::from_millis(60);

/// What the person asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartRequest {
    Open {
        en: Source,
        ko: Source,
    },
    OpenSample,
    /// Position in the list of recent pairs.
    Recent(usize),
}

#[derive(Default)]
pub struct Start {
    intake: Intake,
    zones: [Zone; 2],
    /// Files to read, with the place each was meant for.
    given: VecDeque<(PathBuf, Option<Lang>, usize)>,
    reading: VecDeque<Reading>,
    to_choose: Option<Lang>,
    dialog: Option<(Dialog, Lang)>,
    batches: usize,
    was_ready: bool,
}

struct Reading {
    job: Job<Result<Given, ImportError>>,
    meant: Option<Lang>,
    batch: usize,
}

impl Start {
    /// Takes files that were dropped on the window; their languages are found by script.
    pub fn drop_files(&mut self, paths: Vec<PathBuf>) {
        self.batches += 1;
        let batch = self.batches;
        self.given
            .extend(paths.into_iter().map(|path| (path, None, batch)));
    }

    /// Opens the system's dialog for one of the two articles.
    pub fn choose(&mut self, lang: Lang) {
        self.to_choose = Some(lang);
    }

    pub fn show(
        &mut self,
        ui: &mut Ui,
        recent: &[RecentPair],
        tongue: Tongue,
    ) -> Option<StartRequest> {
        self.ask(ui, tongue);
        self.read(ui);
        self.take_pasted(ui);
        let mut request = None;
        let whole = ui.max_rect();
        ScrollArea::vertical()
            .auto_shrink(false)
            .show_viewport(ui, |ui, _| {
                let width = WIDTH.min(ui.available_width() - 48.0);
                let margin = (ui.available_width() - width) / 2.0;
                let recent_height = 26.0 * recent.len().min(4) as f32;
                let height = Zone::HEIGHT + OTHER_HEIGHT + recent_height;
                let top = ((whole.height() - height) / 2.2).max(28.0);
                ui.add_space(top);
                ui.horizontal_top(|ui| {
                    ui.add_space(margin);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        title(ui, tongue);
                        self.show_zones(ui, width, tongue);
                        request = self.show_actions(ui, tongue);
                        if let Some(at) = show_recent(ui, recent, tongue) {
                            request = Some(StartRequest::Recent(at));
                        }
                        ui.add_space(24.0);
                    });
                });
            });
        show_hovering(ui, whole, tongue);
        request
    }

    /// Opens the dialog that was asked for, and takes the answer of the open one.
    fn ask(&mut self, ui: &Ui, tongue: Tongue) {
        if let Some(lang) = self.to_choose.take()
            && self.dialog.is_none()
        {
            let title = match lang {
                Lang::En => Text::ChooseEnglish,
                Lang::Ko => Text::ChooseKorean,
            };
            let dialog = Dialog::open_file(ui.ctx(), title.in_(tongue));
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

    fn give(&mut self, path: PathBuf, meant: Option<Lang>) {
        self.batches += 1;
        self.given.push_back((path, meant, self.batches));
    }

    /// Reads what was given, off this thread, and takes it in the order it was given.
    fn read(&mut self, ui: &Ui) {
        for (path, meant, batch) in self.given.drain(..) {
            let job = Job::start(ui.ctx(), move |_| Ok(Given::read(&path)));
            self.reading.push_back(Reading { job, meant, batch });
        }
        while let Some(Reading { job, meant, batch }) = self.reading.front() {
            let (meant, batch) = (*meant, *batch);
            let ended = match job.is_slow() {
                true => job.poll(),
                false => job.wait(NO_FLICKER),
            };
            let Some(outcome) = ended else { break };
            self.reading.pop_front();
            match outcome {
                Outcome::Done(Ok(given)) => self.intake.take(given, meant, batch),
                Outcome::Done(Err(error)) => self.intake.refuse(Problem::Import(error), meant),
                Outcome::Failed(why) => self.intake.refuse(Problem::Failed(why), meant),
                Outcome::Cancelled => {}
            }
        }
    }

    /// Text pasted onto the screen, rather than into a field of it, is an article.
    fn take_pasted(&mut self, ui: &Ui) {
        if ui.ctx().text_edit_focused() {
            return;
        }
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(text) = pasted {
            self.batches += 1;
            self.intake.take(Given::pasted(text), None, self.batches);
        }
    }

    fn show_zones(&mut self, ui: &mut Ui, width: f32, tongue: Tongue) {
        let each = vec2((width - GAP) / 2.0, Zone::HEIGHT);
        let top_left = ui.cursor().min;
        for lang in Lang::BOTH {
            let at = top_left + vec2((each.x + GAP) * lang as usize as f32, 0.0);
            let zone = &mut self.zones[lang as usize];
            let rect = Rect::from_min_size(at, each);
            match zone.show(ui, rect, lang, self.intake.place(lang), tongue) {
                Some(ZoneRequest::Browse) => self.choose(lang),
                Some(ZoneRequest::Path(path)) => self.give(path, Some(lang)),
                Some(ZoneRequest::Text(text)) => {
                    self.batches += 1;
                    let given = Given::pasted(text);
                    self.intake.take(given, Some(lang), self.batches);
                }
                Some(ZoneRequest::Remove) => self.intake.remove(lang),
                None => {}
            }
        }
        ui.allocate_rect(
            Rect::from_min_size(top_left, vec2(width, Zone::HEIGHT)),
            egui::Sense::hover(),
        );
        let quiet = match self.intake.moved {
            _ if !self.reading.is_empty() => Text::Reading.in_(tongue).to_owned(),
            Some(lang) => tongue.fill(Text::Moved, &[&lang_name(lang, tongue)]),
            None => String::new(),
        };
        ui.allocate_ui_with_layout(
            vec2(width, 22.0),
            Layout::centered_and_justified(egui::Direction::TopDown),
            |ui| ui.label(RichText::new(quiet).font(regular(13.5)).weak()),
        );
    }

    fn show_actions(&mut self, ui: &mut Ui, tongue: Tongue) -> Option<StartRequest> {
        let palette = Palette::of(ui.ctx());
        let both = self.intake.both();
        let ready = both.is_some();
        let mut request = None;
        ui.add_space(6.0);
        ui.vertical_centered(|ui| {
            let name = Text::PairSentences.in_(tongue);
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
            let primary = primary.on_disabled_hover_text(Text::BothNeeded.in_(tongue));
            if ready && !self.was_ready && !ui.ctx().text_edit_focused() {
                primary.request_focus();
            }
            if primary.clicked()
                && let Some((en, ko)) = both
            {
                request = Some(StartRequest::Open { en, ko });
            }
            ui.add_space(4.0);
            let sample = RichText::new(Text::OpenSample.in_(tongue)).color(palette.accent);
            if ui.add(Button::new(sample).frame(false)).clicked() {
                request = Some(StartRequest::OpenSample);
            }
        });
        self.was_ready = ready;
        request
    }
}

fn title(ui: &mut Ui, tongue: Tongue) {
    ui.vertical_centered(|ui| {
        ui.label(RichText::new("Jjak · 짝").font(bold(34.0)));
        let line = RichText::new(Text::Tagline.in_(tongue)).font(regular(15.5));
        ui.label(line.weak());
    });
    ui.add_space(22.0);
}

/// The pairs opened before. Returns the one that was clicked.
fn show_recent(ui: &mut Ui, recent: &[RecentPair], tongue: Tongue) -> Option<usize> {
    if recent.is_empty() {
        return None;
    }
    ui.add_space(20.0);
    ui.label(
        RichText::new(Text::RecentPairs.in_(tongue))
            .font(bold(13.5))
            .weak(),
    );
    let name = |path: &PathBuf| {
        path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        )
    };
    let mut clicked = None;
    for (at, pair) in recent.iter().enumerate() {
        ui.horizontal(|ui| {
            let names = format!("{}  ·  {}", name(&pair.en), name(&pair.ko));
            let row = ui.add(Button::new(names).frame_when_inactive(false));
            let both = format!("{}\n{}", pair.en.display(), pair.ko.display());
            if row.on_hover_text(both).clicked() {
                clicked = Some(at);
            }
            if let Some(folder) = pair.en.parent() {
                let folder = RichText::new(folder.display().to_string()).weak();
                ui.add(Label::new(folder.font(regular(12.5))).truncate());
            }
        });
    }
    clicked
}

/// Says that files held over the window can be let go.
fn show_hovering(ui: &Ui, whole: Rect, tongue: Tongue) {
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
        Text::LetGo.in_(tongue),
        bold(22.0),
        palette.accent,
    );
}
