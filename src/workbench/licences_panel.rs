//! Whose work Jjak is built with, and under which licences.

use super::floating;
use super::fonts::regular;
use super::keyboard;
use super::texts::{Locale, Text};
use egui::{Label, RichText, ScrollArea, Ui};

const WIDTH: f32 = 640.0;
const HEIGHT: f32 = 420.0;
const LINE: f32 = 17.0;

/// Shows the panel. Returns whether it stays open.
pub(crate) fn show(ui: &Ui, locale: Locale) -> bool {
    let closed = floating::show(ui, Text::LicencesTitle, WIDTH, locale, |ui| {
        let lines: Vec<&str> = jjak_assets::LICENCES.lines().collect();
        let room = (ui.ctx().content_rect().height() - 200.0).clamp(LINE * 4.0, HEIGHT);
        ScrollArea::both()
            .max_height(room)
            .auto_shrink(false)
            .show_rows(ui, LINE, lines.len(), |ui, rows| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for line in lines.get(rows).unwrap_or_default() {
                    let line = RichText::new(*line).font(regular(13.0));
                    ui.add_sized([0.0, LINE], Label::new(line).extend());
                }
            });
        let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
        close.clicked()
    });
    !(keyboard::escapes(ui) || closed.unwrap_or(false))
}
