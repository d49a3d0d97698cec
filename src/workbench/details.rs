//! The pane beside the grid: a bar of actions that stands still, and below it how sure the model is, what the checks say,
//! what matches, and the note. In a narrow window it lies below the grid, in a low one only its bar does.

mod actions;
mod note;

pub use note::unkept_note;

use super::cell::kind_color;
use super::command::Command;
use super::difference;
use super::finding_list;
use super::finding_panel;
use super::fonts;
use super::keymap::Keymap;
use super::row_evidence::RowEvidence;
use super::session::Session;
use super::texts::{self, Locale, Text};
use super::theme::Palette;
use super::why;
use egui::{Panel, Rect, RichText, ScrollArea, Sense, Ui, vec2};
use jjak_core::bitext::{Operation, Origin, RowIndex};
use jjak_core::evidence::EvidenceKind;
use note::{note, note_id};

const SCROLL_BAR: f32 = 8.0;
/// Room for the evidence below the grid; in a window lower than the second it is left away.
const BELOW: f32 = 150.0;
const LOW_WINDOW: f32 = 560.0;

/// What the pane was asked for.
pub(crate) enum Asked {
    Operation(Operation),
    /// What this would have done was left by Esc.
    Dropped(Operation),
    Command(Command),
    Finding(finding_panel::Asked),
}

/// Where the pane lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Beside,
    Below,
}

impl Place {
    const WIDTHS: std::ops::RangeInclusive<f32> = 200.0..=400.0;
    const USUAL_WIDTH: f32 = 260.0;

    /// Beside the grid if `width` points leave it `least` of them, else below.
    pub fn within(ui: &Ui, least: f32) -> Place {
        let id = super::panels::panel_id(ui, "details");
        let drawn = egui::containers::panel::PanelState::load(ui.ctx(), id);
        let pane = drawn.map_or(Place::USUAL_WIDTH, |state| state.size().x);
        if ui.available_width() - pane >= least {
            Place::Beside
        } else {
            Place::Below
        }
    }
}

/// Shows the pane.
pub(crate) fn show(
    ui: &mut Ui,
    session: &Session,
    evidence: &RowEvidence,
    place: Place,
    note_wanted: &mut bool,
    locale: Locale,
) -> Option<Asked> {
    let row = session.cursor().row;
    session.bitext().beads.get(row)?;
    let mut asked = None;
    let wants_note = *note_wanted;
    let mut content = |ui: &mut Ui, asked: &mut Option<Asked>, has_room: bool| {
        crate::panels::name_region(ui, Command::Details.label(locale));
        ui.add_space(4.0);
        *asked = actions::show(ui, session, row, locale);
        if !has_room {
            return;
        }
        ui.separator();
        ScrollArea::vertical()
            .id_salt("evidence")
            .auto_shrink(false)
            .show(ui, |ui| {
                // The bar floats over the right edge.
                ui.set_max_width((ui.available_width() - SCROLL_BAR).max(0.0));
                let noted = what_is_known(ui, session, evidence, row, note_wanted, locale);
                *asked = asked.take().or(noted);
            });
    };
    match place {
        Place::Beside => {
            Panel::right("details")
                .default_size(Place::USUAL_WIDTH)
                .size_range(Place::WIDTHS)
                .show(ui, |ui| content(ui, &mut asked, true));
        }
        Place::Below => {
            // A note that is being written is seen in the lowest window.
            let has_room = ui.ctx().content_rect().height() >= LOW_WINDOW
                || wants_note
                || ui.memory(|memory| memory.has_focus(note_id()));
            let panel = Panel::bottom("details below").resizable(false);
            panel.show(ui, |ui| {
                if has_room {
                    ui.set_min_height(BELOW + actions::HEIGHT_BELOW);
                    ui.set_max_height(BELOW + actions::HEIGHT_BELOW);
                }
                content(ui, &mut asked, has_room);
            });
        }
    }
    asked
}

/// All that the pane says of the row, and its note.
fn what_is_known(
    ui: &mut Ui,
    session: &Session,
    evidence: &RowEvidence,
    row: RowIndex,
    note_wanted: &mut bool,
    locale: Locale,
) -> Option<Asked> {
    head(ui, session, evidence, row, locale);
    let asked = findings(ui, session, row, locale);
    differences(ui, session, row, locale);
    ui.label(RichText::new(Text::Note.in_(locale)).font(fonts::bold(13.0)));
    let noted = note(ui, session, row, note_wanted, locale);
    ui.add_space(6.0);
    ui.label(RichText::new(Text::Matches.in_(locale)).font(fonts::bold(13.0)));
    matches(ui, evidence, locale);
    doubts(ui, evidence, locale);
    asked.or(noted)
}

fn head(ui: &mut Ui, session: &Session, evidence: &RowEvidence, row: RowIndex, locale: Locale) {
    let palette = Palette::of(ui.ctx());
    let Some(bead) = session.bitext().beads.get(row) else {
        return;
    };
    let words = match (bead.origin, bead.confidence) {
        (Origin::Person, _) => Text::ByPerson.in_(locale).to_owned(),
        (Origin::Remainder, _) => Text::ByEdit.in_(locale).to_owned(),
        (Origin::Engine, confidence) => {
            let word = match confidence {
                c if c >= 0.9 => Text::Sure,
                c if c >= 0.5 => Text::Likely,
                _ => Text::Unsure,
            };
            let percent = locale.fill(Text::Confidence, &[&(confidence * 100.0).round()]);
            texts::capital(&format!("{percent} · {}", word.in_(locale)))
        }
    };
    let shown = ui.label(words);
    crate::hints::Spot::Confidence.is_at(ui.ctx(), shown.rect);
    if bead.origin == Origin::Engine {
        let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
        ui.painter().rect_filled(bar, 2.0, palette.line);
        let filled = vec2(bar.width() * bead.confidence.clamp(0.0, 1.0), bar.height());
        ui.painter().rect_filled(
            Rect::from_min_size(bar.min, filled),
            2.0,
            palette.confidence(bead.confidence),
        );
    }
    let why = why::confidence(evidence, locale);
    if !why.is_empty() {
        ui.label(RichText::new(why).size(13.0));
    }
    if session.is_crossing(row) {
        ui.label(Text::Crossing.in_(locale));
    }
    if session.is_fresh(row) {
        ui.label(Text::Fresh.in_(locale));
    }
    ui.add_space(4.0);
}

/// What the checks say, each after a mark, so that it is not told by colour alone.
fn findings(ui: &mut Ui, session: &Session, row: RowIndex, locale: Locale) -> Option<Asked> {
    let palette = Palette::of(ui.ctx());
    let told = finding_list::of_row(session, row);
    if told.is_empty() {
        return None;
    }
    let mut asked = None;
    ui.label(RichText::new(Text::FindingsTitle.in_(locale)).font(fonts::bold(13.0)));
    for told in &told {
        let said = why::finding(&told.finding, locale);
        ui.horizontal_top(|ui| {
            let (mark, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
            super::zone::warning_mark(ui.painter(), mark.center(), palette.low);
            ui.add(egui::Label::new(RichText::new(said).size(13.0)).wrap());
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
            let own = finding_panel::show_own(ui, told, locale);
            asked = asked.take().or(own.map(Asked::Finding));
        });
    }
    ui.add_space(4.0);
    asked
}

/// The edited sentences of the row against their originals.
fn differences(ui: &mut Ui, session: &Session, row: RowIndex, locale: Locale) {
    let palette = Palette::of(ui.ctx());
    let mut titled = false;
    for lang in session.sides() {
        let side = session.bitext().side(lang);
        for segment in session
            .bitext()
            .ids(row, lang)
            .iter()
            .filter_map(|&id| side.segment(id))
        {
            let Some(edited) = &segment.edited else {
                continue;
            };
            if !std::mem::replace(&mut titled, true) {
                let title = format!(
                    "{} ({})",
                    Text::EditedMark.in_(locale),
                    Keymap::of(ui.ctx()).text(Command::OriginalText)
                );
                ui.label(RichText::new(title).font(fonts::bold(13.0)));
            }
            let original = side.article.line(&segment.span);
            let pieces = difference::pieces(&original, edited);
            ui.add(egui::Label::new(difference::job(&pieces, 13.0, palette)).wrap())
                .on_hover_text(format!("{}: {original}", Text::OriginalTitle.in_(locale)));
        }
    }
    if titled {
        ui.add_space(6.0);
    }
}

fn matches(ui: &mut Ui, evidence: &RowEvidence, locale: Locale) {
    let palette = Palette::of(ui.ctx());
    if evidence.pairs.is_empty() {
        ui.label(RichText::new(Text::NoMatches.in_(locale)).color(palette.weak));
    }
    for kind in [
        EvidenceKind::Number,
        EvidenceKind::Date,
        EvidenceKind::Name,
        EvidenceKind::Term,
        EvidenceKind::Copy,
    ] {
        for (_, en, ko) in evidence.pairs.iter().filter(|(of, ..)| *of == kind) {
            ui.horizontal_wrapped(|ui| {
                let (dot, _) = ui.allocate_exact_size(vec2(8.0, 8.0), Sense::hover());
                ui.painter()
                    .circle_filled(dot.center(), 3.5, kind_color(kind, palette));
                ui.label(RichText::new(format!("{en} = {ko}")).size(13.0));
                ui.label(
                    RichText::new(kind_name(kind).in_(locale))
                        .size(11.0)
                        .color(palette.weak),
                );
            });
        }
    }
}

/// What speaks against the pair: figures and names that one side alone has.
fn doubts(ui: &mut Ui, evidence: &RowEvidence, locale: Locale) {
    if evidence.lone.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(RichText::new(Text::LoneFigures.in_(locale)).font(fonts::bold(13.0)));
    let palette = Palette::of(ui.ctx());
    for (lang, kind, word) in &evidence.lone {
        ui.horizontal_wrapped(|ui| {
            let (dot, _) = ui.allocate_exact_size(vec2(8.0, 8.0), Sense::hover());
            let stroke = egui::Stroke::new(1.5, kind_color(*kind, palette));
            ui.painter().circle_stroke(dot.center(), 3.0, stroke);
            ui.label(RichText::new(word).size(13.0));
            let what = format!(
                "{} · {}",
                texts::lang_name(*lang, locale),
                kind_name(*kind).in_(locale)
            );
            ui.label(RichText::new(what).size(11.0).color(palette.weak));
        });
    }
}

fn kind_name(kind: EvidenceKind) -> Text {
    match kind {
        EvidenceKind::Number => Text::KindNumber,
        EvidenceKind::Date => Text::KindDate,
        EvidenceKind::Name => Text::KindName,
        EvidenceKind::Term => Text::KindTerm,
        EvidenceKind::Copy => Text::KindCopy,
    }
}
