//! The one in-place editor. It keeps a single `Id` wherever it stands, or the input method would fall back
//! to Latin at every move.

use super::GridEvent;
use crate::fonts;
use crate::keyboard::{Owner, editor_id};
use crate::look::Look;
use crate::mode::Editing;
use crate::texts::{Locale, Text};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{
    Color32, EventFilter, Key, Modifiers, Rect, Stroke, StrokeKind, TextEdit, Ui, UiBuilder,
    WidgetInfo,
};

/// Shows the editor in `rect`; says when the person saved or dropped the text.
pub(super) fn show(
    ui: &mut Ui,
    editing: &mut Editing,
    rect: Rect,
    look: Look,
    locale: Locale,
    palette: &Palette,
) -> Option<GridEvent> {
    let focused = ui.memory(|memory| memory.has_focus(editor_id()));
    let pressed =
        |modifiers, key| focused && ui.input_mut(|input| input.consume_key(modifiers, key));
    let asked = [
        (Modifiers::COMMAND, Key::Enter, GridEvent::Confirm),
        (Modifiers::SHIFT, Key::Tab, GridEvent::OtherSide),
        (Modifiers::NONE, Key::Tab, GridEvent::OtherSide),
        (Modifiers::NONE, Key::Escape, GridEvent::Drop),
    ];
    let asked = asked
        .into_iter()
        .find_map(|(modifiers, key, event)| pressed(modifiers, key).then_some(event));
    ui.painter().rect_filled(rect, 4.0, palette.page);
    ui.painter().rect_stroke(
        rect,
        4.0,
        Stroke::new(2.0, palette.accent),
        StrokeKind::Inside,
    );
    let inner = rect.shrink2(egui::vec2(7.0, 3.5));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
    let line_height = look.line_height();
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        let mut job = egui::text::LayoutJob::simple(
            text.as_str().to_owned(),
            fonts::regular(look.text_size),
            palette.text,
            width,
        );
        job.sections
            .iter_mut()
            .for_each(|section| section.format.line_height = Some(line_height));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let output = TextEdit::multiline(&mut editing.text)
        .id(editor_id())
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::ZERO)
        .background_color(Color32::TRANSPARENT)
        .desired_width(inner.width())
        .desired_rows(1)
        .return_key(None)
        // Or Esc and Tab take the focus away before they are heard here.
        .event_filter(EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: true,
        })
        .layouter(&mut layouter)
        .show(&mut child);
    let response = output.response.response;
    response.widget_info(|| {
        let mut info =
            WidgetInfo::labeled(Role::MultilineTextInput, true, Text::EditorName.in_(locale));
        info.current_text_value = Some(editing.text.clone());
        info
    });
    let has_keys = Owner::of(ui.ctx()) == Owner::Editor;
    if std::mem::take(&mut editing.fresh) || has_keys && !response.has_focus() {
        response.request_focus();
    }
    // On X11 moving the input method's rectangle makes a round trip that brings pending keys in the wrong order.
    ui.output_mut(|output| {
        if let Some(ime) = &mut output.ime {
            ime.cursor_rect = rect;
            ime.rect = rect;
        }
    });
    asked
}
