//! The review's bars: key hints and the proof below, column titles above, what is left to do at the top.

use super::Review;
use crate::command::Command;
use crate::encoding_menu;
use crate::fonts;
use crate::grid::{self, GUTTER, MARGIN};
use crate::keymap::Keymap;
use crate::look::Look;
use crate::mode::Mode;
use crate::queue::Queue;
use crate::settings_page::queue_controls;
use crate::texts::{Locale, Text};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{
    CursorIcon, Id, PopupCloseBehavior, Rect, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use jjak_core::article::Lang;
use jjak_core::bitext::RowRange;
use jjak_formats::import::Encoding;

impl Review {
    pub(super) fn status(&self, ui: &mut Ui, locale: Locale) {
        egui::Panel::bottom("status").show(ui, |ui| {
            ui.horizontal(|ui| {
                let hint = match &self.mode {
                    Mode::Edit(_) => Text::Editing.in_(locale).to_owned(),
                    Mode::Cut(cutting) => cutting.hint(locale),
                    Mode::Grid if self.session.linking.is_some() => {
                        Text::Linking.in_(locale).to_owned()
                    }
                    Mode::Grid if self.session.has_selection() => {
                        let rows = self.session.selection().count();
                        selection_hints(rows, &Keymap::of(ui.ctx()), locale)
                    }
                    Mode::Grid => key_hints(&Keymap::of(ui.ctx()), locale),
                };
                // The proof is whole; of the hints as much as there is room for.
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if let Some(proof) = self.session.conservation() {
                        let nothing_lost = locale.fill(
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
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let hint = egui::RichText::new(hint).size(12.0);
                        ui.add(egui::Label::new(hint).truncate());
                    });
                });
            });
        });
    }

    /// What each column holds, above it, and between the two a handle that moves their border.
    /// Gives the encoding that the person wants a text read in instead.
    pub(super) fn titles(
        &self,
        ui: &mut Ui,
        look: &mut Look,
        locale: Locale,
    ) -> Option<(Lang, Encoding)> {
        let mut asked = None;
        let bitext = self.session.bitext();
        let palette = Palette::of(ui.ctx());
        // The grid below has no margin at its sides, either.
        let margin = egui::Margin::symmetric(0, 2);
        let frame = egui::Frame::side_top_panel(ui.style()).inner_margin(margin);
        egui::Panel::top("titles").frame(frame).show(ui, |ui| {
            let width = grid::columns_width(ui.available_width());
            let [first, second] = look.columns(width);
            let (left, top) = (ui.max_rect().left() + MARGIN, ui.max_rect().top());
            let right = left + first + GUTTER;
            let gutter = Rect::from_min_size(pos2(left + first, top), vec2(GUTTER, 20.0));
            split_handle(ui, gutter, width, look, locale);
            let columns = [(left, first), (right, second)];
            for (lang, (x, column)) in self.session.sides().into_iter().zip(columns) {
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
                        ui.label(egui::RichText::new(name.in_(locale)).font(fonts::bold(13.0)));
                        ui.label(egui::RichText::new(file).size(12.0).color(palette.weak));
                        let found = &side.article.provenance.encoding;
                        if self.session.has_encoding(lang) {
                            ui.spacing_mut().button_padding = vec2(4.0, 0.0);
                            ui.visuals_mut().button_frame = false;
                            let other = encoding_menu::show(ui, found, lang, 12.0, locale);
                            asked = other.map(|encoding| (lang, encoding)).or(asked);
                        }
                    });
                });
            }
        });
        asked
    }

    /// Progress for the top bar: "12 left" and a thin bar.
    pub fn progress(&self, ui: &mut Ui, queue: &mut Queue, locale: Locale) {
        let (left, rows) = (self.session.left(), self.session.bitext().beads.len());
        let done = self.session.accepted();
        let text = match (left, rows.saturating_sub(done)) {
            (0, 0) => Text::AllReviewed.in_(locale).to_owned(),
            (0, sure) => locale.fill(Text::ToAccept, &[&sure]),
            (left, _) => locale.fill(Text::Left, &[&left]),
        };
        let accepted = locale.fill(Text::Accepted, &[&done, &rows]);
        let stays_open = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let text = egui::RichText::new(text).font(fonts::bold(13.0));
        let (response, _) = MenuButton::new(text).config(stays_open).ui(ui, |ui| {
            queue_controls(ui, queue, locale);
        });
        crate::hints::Spot::Left.is_at(ui.ctx(), response.rect);
        response.on_hover_text(Text::QueueHelp.in_(locale));
        if let Some(share) = self.session.findings().share_read() {
            let checking = locale.fill(Text::Checking, &[&(share * 100.0).floor()]);
            let checking = ui.label(egui::RichText::new(checking).size(12.0));
            checking.on_hover_text(Text::CheckingHelp.in_(locale));
        }
        ring(ui, done, rows, &accepted);
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

fn selection_hints(rows: usize, keymap: &Keymap, locale: Locale) -> String {
    let commands = [
        Command::Accept,
        Command::Flag,
        Command::Merge,
        Command::RealignFromHere,
    ];
    let hints =
        commands.map(|command| format!("{} {}", keymap.text(command), command.label(locale)));
    let selected = locale.fill(Text::Selected, &[&rows]);
    format!("{selected}  ·  {}", hints.join("  ·  "))
}

/// Moves the border of the columns: drag it, or double-click it for halves.
fn split_handle(ui: &Ui, gutter: Rect, width: f32, look: &mut Look, locale: Locale) {
    let handle = Rect::from_center_size(gutter.center(), vec2(28.0, gutter.height()));
    let id = Id::unique("split handle");
    let response = ui.interact(handle, id, Sense::CLICK | Sense::DRAG);
    let name = Text::SplitHandle.in_(locale);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    if response.dragged() {
        let moved = Look {
            split: look.split + response.drag_delta().x / width,
            ..*look
        };
        *look = moved.within_limits();
    }
    if response.double_clicked() {
        look.split = Look::default().split;
    }
    let palette = Palette::of(ui.ctx());
    let colour = if response.hovered() || response.dragged() {
        palette.accent
    } else {
        palette.weak
    };
    for x in [-2.5, 2.5] {
        let (x, y) = (handle.center().x + x, handle.center().y);
        let stroke = Stroke::new(1.5, colour);
        ui.painter().vline(x, y - 5.0..=y + 5.0, stroke);
    }
    response
        .on_hover_cursor(CursorIcon::ResizeHorizontal)
        .on_hover_text(name);
}

/// The keys that are needed most; a command without one is left out.
fn key_hints(keymap: &Keymap, locale: Locale) -> String {
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
    let hints = hints.into_iter().filter_map(|command| {
        let key = keymap.chords(command).first()?;
        Some(format!("{key} {}", command.label(locale)))
    });
    hints.collect::<Vec<_>>().join("  ·  ")
}
