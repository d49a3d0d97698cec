//! A panel that floats over the grid, at its upper right, while the grid stays in use.

use super::fonts::bold;
use super::texts::{Text, Tongue};
use egui::{Id, RichText, Ui, Window, vec2};

/// Shows a panel `width` points wide under `title`; `None` where nothing of it is on the screen.
pub(super) fn show<T>(
    ui: &Ui,
    title: Text,
    width: f32,
    tongue: Tongue,
    content: impl FnOnce(&mut Ui) -> T,
) -> Option<T> {
    let screen = ui.ctx().content_rect();
    let shown = Window::new(title.in_(tongue))
        .id(Id::unique(("floating", title)))
        .title_bar(false)
        .resizable(false)
        .collapsible(false)
        .default_pos(screen.right_top() + vec2(-width - 40.0, 52.0))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
            ui.label(RichText::new(title.in_(tongue)).font(bold(17.0)));
            content(ui)
        });
    shown?.inner
}
