//! Terms that the pairs suggest: a list, from which a press puts one into a glossary.

use super::dialog::{Answer, Dialog};
use super::floating;
use super::fonts::{bold, regular};
use super::job::findings::reading;
use super::jobs::{Job, Outcome};
use super::keyboard;
use super::term_panel::{Place, Scope, choose_place};
use super::texts::{JobText, Locale, Text};
use super::theme::Palette;
use egui::{Button, Label, RichText, ScrollArea, Ui, vec2};
use jjak_core::extraction::Candidate;
use std::path::PathBuf;

const WIDTH: f32 = 560.0;
const ENTRY: f32 = 44.0;

/// What was found, and in how many pairs.
#[derive(Default)]
pub(crate) struct Suggested {
    pub(crate) candidates: Vec<Candidate>,
    /// A pair that has the candidate, for each.
    pub(crate) examples: Vec<[String; 2]>,
    pub(crate) pairs: usize,
    /// None was accepted, so that all that are paired were looked at.
    pub(crate) of_all: bool,
    /// Works of the job that cannot be read; why.
    pub(crate) unread: Vec<String>,
}

/// The panel.
pub(crate) struct TermCandidates {
    looking: Option<Job<Suggested>>,
    found: Suggested,
    failed: Option<String>,
    places: Vec<Place>,
    chosen: usize,
    dialog: Option<Dialog>,
    fresh: bool,
}

/// What it was asked for.
pub(crate) enum Asked {
    Add(Place, String, String),
    /// To write all of them into a file.
    Save(PathBuf),
    NoDialog,
    Close,
}

impl TermCandidates {
    pub(crate) fn new(looking: Job<Suggested>, places: Vec<Place>, scope: Scope) -> Self {
        let chosen = places.iter().position(|place| place.scope == scope);
        TermCandidates {
            looking: Some(looking),
            found: Suggested::default(),
            failed: None,
            places,
            chosen: chosen.unwrap_or(0),
            dialog: None,
            fresh: true,
        }
    }

    /// What was found so far, without what was added.
    pub(crate) fn found(&self) -> &Suggested {
        &self.found
    }

    /// Takes one that was added off the list.
    pub(crate) fn forget(&mut self, en: &str, ko: &str) {
        let at = self.found.candidates.iter();
        let mut at = at
            .enumerate()
            .filter(|(_, one)| one.en == en && one.ko == ko);
        if let Some((at, _)) = at.next() {
            self.found.candidates.remove(at);
            if at < self.found.examples.len() {
                self.found.examples.remove(at);
            }
        }
    }

    pub(crate) fn show(&mut self, ui: &Ui, locale: Locale) -> Option<Asked> {
        if let Some(outcome) = self.looking.as_ref().and_then(Job::poll) {
            self.looking = None;
            match outcome {
                Outcome::Done(found) => self.found = found,
                Outcome::Cancelled => return Some(Asked::Close),
                Outcome::Failed(why) => self.failed = Some(why),
            }
        }
        if let Some(answer) = self.dialog.as_ref().and_then(Dialog::poll) {
            self.dialog = None;
            match answer {
                Answer::Chosen(path) => return Some(Asked::Save(path)),
                Answer::Closed => {}
                Answer::Missing => return Some(Asked::NoDialog),
            }
        }
        let asked = floating::show(ui, Text::CandidatesTitle, WIDTH, locale, |ui| {
            let hint = RichText::new(Text::CandidatesHint.in_(locale)).weak();
            ui.add(Label::new(hint).wrap());
            if let Some(looking) = &self.looking {
                let stopped = reading(ui, looking.fraction(), locale);
                if stopped {
                    looking.cancel();
                }
                return stopped.then_some(Asked::Close);
            }
            if let Some(why) = &self.failed {
                ui.label(locale.fill(Text::JobFailed, &[why]));
            }
            choose_place(ui, &self.places, &mut self.chosen, locale);
            let asked = self.list(ui, locale);
            asked.or(self.show_buttons(ui, locale))
        });
        let closed = keyboard::escapes(ui).then_some(Asked::Close);
        closed.or(asked.flatten())
    }

    fn show_buttons(&mut self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let mut asked = None;
        ui.horizontal(|ui| {
            let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
            if std::mem::take(&mut self.fresh) && self.found.candidates.is_empty() {
                close.request_focus();
            }
            if close.clicked() {
                asked = Some(Asked::Close);
            }
            let can_save = self.dialog.is_none() && !self.found.candidates.is_empty();
            let save = Button::new(Text::CandidatesSave.in_(locale));
            let help = Text::CandidatesSaveHelp.in_(locale);
            if ui.add_enabled(can_save, save).on_hover_text(help).clicked() {
                let title = Text::CandidatesSave.in_(locale);
                self.dialog = Some(Dialog::save_file(ui.ctx(), title, "terms.xlsx"));
            }
        });
        asked
    }

    fn list(&mut self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let found = &self.found;
        let of = if found.of_all {
            Text::CandidatesOfAll
        } else {
            Text::CandidatesOfAccepted
        };
        let words = locale.fill(of, &[&found.candidates.len(), &found.pairs]);
        ui.add(Label::new(RichText::new(words).font(bold(13.5))).wrap());
        if !found.unread.is_empty() {
            let words = locale.fill(JobText::Unread, &[&found.unread.len()]);
            let words = RichText::new(words).color(Palette::of(ui.ctx()).low);
            ui.label(words).on_hover_text(found.unread.join("\n"));
        }
        let place = self.places.get(self.chosen);
        let room = (ui.ctx().content_rect().height() - 320.0).max(ENTRY * 2.0);
        let height = room.min(found.candidates.len() as f32 * (ENTRY + 4.0) + 8.0);
        let mut asked = None;
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, ENTRY, found.candidates.len(), |ui, rows| {
                ui.set_max_width(WIDTH - 14.0);
                for at in rows {
                    let Some(one) = found.candidates.get(at) else {
                        continue;
                    };
                    let size = vec2(ui.available_width().max(0.0), ENTRY);
                    ui.allocate_ui(size, |ui| {
                        ui.set_min_size(size);
                        ui.spacing_mut().item_spacing.y = 1.0;
                        if entry(ui, one, found.examples.get(at), place.is_some(), locale) {
                            let (en, ko) = (one.en.clone(), one.ko.clone());
                            asked = place.map(|place| Asked::Add(place.clone(), en, ko));
                        }
                    });
                }
            });
        asked
    }
}

/// A candidate; whether it is to be added.
fn entry(
    ui: &mut Ui,
    one: &Candidate,
    example: Option<&[String; 2]>,
    can_add: bool,
    locale: Locale,
) -> bool {
    let mut asked = false;
    ui.horizontal(|ui| {
        let name = locale.fill(Text::CandidateAdd, &[&one.en, &one.ko]);
        let add = ui.add_enabled(can_add, Button::new("+").small());
        asked = add.on_hover_text(&name).accessible_name(name).clicked();
        let percent = format!("{:.0}%", one.confidence * 100.0);
        ui.label(RichText::new(percent).font(regular(12.5)).weak());
        let term = RichText::new(format!("{} = {}", one.en, one.ko)).font(bold(14.0));
        let label = ui.add(Label::new(term).truncate());
        if !one.others.is_empty() {
            let others = one.others.iter();
            let others = others.map(|(ko, pairs)| format!("{ko} ({pairs})"));
            let others: Vec<String> = others.collect();
            label.on_hover_text(locale.fill(Text::CandidateOthers, &[&others.join(", ")]));
        }
        let mut about = locale.fill(Text::CandidatePairs, &[&one.together]);
        if one.is_name {
            about = format!("{} · {about}", Text::KindName.in_(locale));
        }
        ui.label(RichText::new(about).font(regular(12.5)).weak());
    });
    if let Some([en, ko]) = example {
        let text = format!("{en}  ·  {ko}");
        let label = Label::new(RichText::new(&text).font(regular(12.5)).weak());
        ui.add(label.truncate().show_tooltip_when_elided(false))
            .on_hover_text(&text);
    }
    asked
}
