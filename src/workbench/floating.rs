//! A panel that floats over the grid, at its upper right, while the grid stays in use.

use super::fonts::bold;
use super::keyboard;
use super::texts::{Locale, Words};
use egui::{Context, Id, Rect, RichText, Ui, Window, vec2};

/// Shows a panel `width` points wide under `title`; `None` where nothing of it is on the screen.
pub(super) fn show<T>(
    ui: &Ui,
    title: impl Words,
    width: f32,
    locale: Locale,
    content: impl FnOnce(&mut Ui) -> T,
) -> Option<T> {
    let screen = ui.ctx().content_rect();
    let width = (screen.width() - 40.0).clamp(0.0, width);
    let shown = Window::new(title.in_(locale))
        .id(Id::unique(("floating", title)))
        .title_bar(false)
        .resizable(false)
        .collapsible(false)
        .default_pos(screen.right_top() + vec2(-width - 40.0, 52.0))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
            super::panels::name_region(ui, title.in_(locale));
            ui.label(RichText::new(title.in_(locale)).font(bold(17.0)));
            keyboard::ring(ui, title.in_(Locale::English), content)
        })?;
    let frame = ui.ctx().cumulative_pass_nr();
    let rect = shown.response.rect;
    ui.data_mut(|data| {
        let taken = data.get_temp_mut_or_default::<Vec<(u64, Rect)>>(taken_id());
        taken.retain(|(seen, _)| *seen == frame);
        taken.push((frame, rect));
    });
    shown.inner
}

fn taken_id() -> Id {
    Id::unique("floating panels")
}

/// Where panels float in this frame.
pub(super) fn taken(ctx: &Context) -> Vec<Rect> {
    let frame = ctx.cumulative_pass_nr();
    let taken: Vec<(u64, Rect)> = ctx.data(|data| data.get_temp(taken_id()).unwrap_or_default());
    let taken = taken.into_iter().filter(|(seen, _)| *seen == frame);
    taken.map(|(_, rect)| rect).collect()
}
