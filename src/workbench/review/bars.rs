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
use egui::accesskit::Role;
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{
    PopupCloseBehavior, Rect, Sense, Shape, Slider, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

impl Review {
    pub(super) fn status(&self, ui: &mut Ui, tongue: Tongue) {
        egui::Panel::bottom("status").show(ui, |ui| {
            ui.horizontal(|ui| {
                let hint = match self.mode {
                    Mode::Edit(_) => Text::Editing.in_(tongue).to_owned(),
                    Mode::Cut(cutting) => cutting.hint(tongue),
                    Mode::Grid if self.session.linking.is_some() => {
                        Text::Linking.in_(tongue).to_owned()
                    }
                    Mode::Grid if self.session.has_selection() => {
                        let rows = self.session.selection().len();
                        selection_hints(rows, tongue)
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
        ring(ui, rows - left.min(rows), rows, &accepted);
        ui.label(egui::RichText::new(accepted).size(12.0));
    }
}

/// How much of the work is done, as a ring that closes.
fn ring(ui: &mut Ui, done: usize, rows: usize, name: &str) {
    let palette = Palette::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    let (middle, radius) = (rect.center(), 7.5);
    let painter = ui.painter();
    painter.circle_stroke(middle, radius, Stroke::new(3.0, palette.line));
    let share = done as f32 / rows.max(1) as f32;
    let steps = (share * 48.0).ceil() as usize;
    let arc = (0..=steps).map(|step| {
        let turn = std::f32::consts::TAU * share * step as f32 / steps.max(1) as f32;
        middle + radius * vec2(turn.sin(), -turn.cos())
    });
    if steps > 0 {
        painter.add(Shape::line(arc.collect(), Stroke::new(3.0, palette.high)));
    }
    response.on_hover_text(format!("{:.0}%", share * 100.0));
}

fn selection_hints(rows: usize, tongue: Tongue) -> String {
    let commands = [
        Command::Accept,
        Command::Flag,
        Command::Merge,
        Command::RealignFromHere,
    ];
    let hints = commands.map(|command| format!("{} {}", command.key_text(), command.label(tongue)));
    let selected = tongue.fill(Text::Selected, &[&rows]);
    format!("{selected}  ·  {}", hints.join("  ·  "))
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
