//! The review's bars: key hints and the proof below, column titles above, what is left to do at the top.

use super::Review;
use crate::article::Lang;
use crate::workbench::command::Command;
use crate::workbench::fonts;
use crate::workbench::grid::{GUTTER, MARGIN};
use crate::workbench::mode::Mode;
use crate::workbench::queue::Queue;
use crate::workbench::texts::{Text, Tongue};
use crate::workbench::theme::Palette;
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{PopupCloseBehavior, Rect, Slider, Ui, UiBuilder, pos2, vec2};

impl Review {
    pub(super) fn status(&self, ui: &mut Ui, tongue: Tongue) {
        egui::Panel::bottom("status").show(ui, |ui| {
            ui.horizontal(|ui| {
                let hint = match self.mode {
                    Mode::Edit(_) => Text::Editing.in_(tongue).to_owned(),
                    Mode::Cut(_) => Text::Cutting.in_(tongue).to_owned(),
                    Mode::Grid if self.session.linking.is_some() => {
                        Text::Linking.in_(tongue).to_owned()
                    }
                    Mode::Grid => key_hints(tongue),
                };
                ui.label(egui::RichText::new(hint).size(12.0));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if let Some(proof) = self.session.conservation() {
                        let nothing_lost = tongue.fill(
                            Text::NothingLost,
                            &[
                                &proof.en.accounted(),
                                &proof.en.total,
                                &proof.ko.accounted(),
                                &proof.ko.total,
                            ],
                        );
                        ui.label(egui::RichText::new(nothing_lost).size(12.0))
                            .on_hover_text(proof.to_string());
                    }
                });
            });
        });
    }

    /// What each column holds, above it.
    pub(super) fn titles(&self, ui: &mut Ui, tongue: Tongue) {
        let bitext = self.session.bitext();
        let palette = Palette::of(ui.ctx());
        egui::Panel::top("titles").show(ui, |ui| {
            let column = (ui.available_width() - 14.0 - MARGIN - GUTTER) / 2.0;
            let (left, top) = (ui.max_rect().left() + MARGIN, ui.max_rect().top());
            for (lang, x) in [(Lang::En, left), (Lang::Ko, left + column + GUTTER)] {
                let side = bitext.side(lang);
                let name = if lang == Lang::En {
                    Text::English
                } else {
                    Text::Korean
                };
                let file = side
                    .article
                    .provenance
                    .file
                    .as_deref()
                    .and_then(|file| file.file_name());
                let file = file
                    .map(|file| file.to_string_lossy().into_owned())
                    .unwrap_or_default();
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
    pub fn progress(&self, ui: &mut Ui, queue: &mut Queue, tongue: Tongue) {
        let (left, rows) = (self.session.left(), self.session.bitext().beads.len());
        let text = match left {
            0 => Text::AllReviewed.in_(tongue).to_owned(),
            left => tongue.fill(Text::Left, &[&left]),
        };
        let accepted = tongue.fill(Text::Accepted, &[&self.session.accepted(), &rows]);
        let stays_open = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let text = egui::RichText::new(text).font(fonts::bold(13.0));
        let (response, _) = MenuButton::new(text).config(stays_open).ui(ui, |ui| {
            let mut percent = (queue.sure * 100.0).round();
            let slider = Slider::new(&mut percent, 0.0..=100.0)
                .integer()
                .suffix("%")
                .text(Text::QueueSure.in_(tongue));
            if ui.add(slider).changed() {
                queue.sure = percent / 100.0;
            }
            ui.checkbox(
                &mut queue.least_sure_first,
                Text::QueueLeastSureFirst.in_(tongue),
            );
        });
        response.on_hover_text(Text::QueueHelp.in_(tongue));
        ui.label(egui::RichText::new(accepted).size(12.0));
    }
}

fn key_hints(tongue: Tongue) -> String {
    let hints = [
        Command::Accept,
        Command::NextUnsure,
        Command::Merge,
        Command::Split,
        Command::PushTail,
        Command::Link,
        Command::EditText,
        Command::Help,
    ];
    let hints = hints.map(|command| format!("{} {}", command.key_text(), command.label(tongue)));
    hints.join("  ·  ")
}
