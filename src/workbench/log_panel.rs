//! The log, to look at and to copy.

use super::floating;
use super::fonts::regular;
use super::keyboard;
use super::log;
use super::texts::{Locale, Text};
use egui::{Label, RichText, ScrollArea, Ui};

const WIDTH: f32 = 520.0;
const HEIGHT: f32 = 320.0;

/// Shows the panel. Returns whether it stays open.
pub(crate) fn show(ui: &Ui, locale: Locale) -> bool {
    let closed = floating::show(ui, Text::LogTitle, WIDTH, locale, |ui| {
        ui.add(Label::new(RichText::new(Text::LogHint.in_(locale)).weak()).wrap());
        let text = log::text();
        ScrollArea::both()
            .max_height(HEIGHT)
            .auto_shrink(false)
            .stick_to_bottom(true)
            .show(ui, |ui| {
                ui.add(Label::new(RichText::new(&text).font(regular(12.5))).extend());
            });
        ui.horizontal(|ui| {
            if ui.button(Text::LogCopy.in_(locale)).clicked() {
                ui.ctx().copy_text(text);
            }
            let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
            close.clicked()
        })
        .inner
    });
    !(keyboard::escapes(ui) || closed.unwrap_or(false))
}
