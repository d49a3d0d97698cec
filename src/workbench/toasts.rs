//! Short messages that come and go over a corner of the rows, where no button lies, and the list of those that went.

use super::command::Command;
use super::fonts::{bold, regular};
use super::keyboard::Owner;
use super::keymap::Keymap;
use super::log;
use super::texts::{Locale, Text};
use super::theme::Palette;
use super::zone::warning_mark;
use egui::{
    Align, Align2, Area, Button, Color32, Context, Frame, Id, Key, Label, Layout, Modifiers, Order,
    Pos2, Rect, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, vec2,
};
use std::time::Duration;

const WIDTH: f32 = 340.0;
/// Above the status line.
const FROM_CORNER: egui::Vec2 = vec2(-16.0, -44.0);
/// From the corner of the rows.
const APART: f32 = 12.0;
const MOST_SHOWN: usize = 4;
const MOST_KEPT: usize = 200;
const FADE: f64 = 0.6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    Info,
    Warning,
    Error,
}

#[derive(Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    history: Vec<Message>,
    open: bool,
}

struct Toast {
    message: Message,
    /// When it was first on the screen, in seconds of egui's clock.
    since: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Message {
    kind: ToastKind,
    text: String,
    /// How often it was said in a row.
    times: usize,
}

impl ToastKind {
    fn name(self) -> &'static str {
        match self {
            ToastKind::Info => "info",
            ToastKind::Warning => "warning",
            ToastKind::Error => "error",
        }
    }

    /// How long a message stays; errors stay until they are closed.
    fn seconds(self) -> Option<f64> {
        match self {
            ToastKind::Info => Some(5.0),
            ToastKind::Warning => Some(10.0),
            ToastKind::Error => None,
        }
    }

    fn colour(self, palette: &Palette) -> Color32 {
        match self {
            ToastKind::Info => palette.accent,
            ToastKind::Warning => palette.middle,
            ToastKind::Error => palette.low,
        }
    }
}

impl Toasts {
    pub fn push(&mut self, kind: ToastKind, text: String) {
        if kind != ToastKind::Info {
            log::note("told", kind.name(), &[]);
        }
        let times = match self.history.last() {
            Some(last) if last.kind == kind && last.text == text => last.times + 1,
            _ => 1,
        };
        let message = Message { kind, text, times };
        if times > 1 {
            self.history.pop();
        }
        self.history.push(message.clone());
        if self.history.len() > MOST_KEPT {
            self.history.remove(0);
        }
        self.shown
            .retain(|toast| toast.message.text != message.text);
        self.shown.push(Toast {
            message,
            since: None,
        });
        while self.shown.len() > MOST_SHOWN {
            // An error is not pushed out while there is anything else.
            let passing = |toast: &Toast| toast.message.kind != ToastKind::Error;
            let out = self.shown.iter().position(passing).unwrap_or(0);
            self.shown.remove(out);
        }
    }

    /// Opens or closes the list of messages.
    pub fn turn_list(&mut self) {
        self.open = !self.open;
        self.shown.clear();
    }

    /// The button that opens and closes the list of messages; nothing while there are none.
    pub fn button(&mut self, ui: &mut Ui, locale: Locale) {
        if self.history.is_empty() {
            return;
        }
        let text = locale.fill(Text::Messages, &[&self.history.len()]);
        let keys = Keymap::of(ui.ctx()).text(Command::Messages);
        let button = Button::new(text)
            .shortcut_text(keys)
            .frame_when_inactive(false);
        let tip = Keymap::of(ui.ctx()).tip(Command::Messages, locale);
        let button = ui.add(button.selected(self.open));
        if button.on_hover_text(tip).clicked() {
            self.turn_list();
        }
    }

    pub fn show(&mut self, ctx: &Context, locale: Locale) {
        let now = ctx.input(|input| input.time);
        for toast in &mut self.shown {
            toast.since.get_or_insert(now);
        }
        self.shown.retain(|toast| toast.left(now) > 0.0);
        let is_free = Owner::of(ctx) != Owner::Editor;
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if self.open && is_free && pressed(Key::Escape) {
            self.open = false;
        }
        if self.open {
            self.show_history(ctx, locale);
        } else if !self.shown.is_empty() {
            self.show_passing(ctx, locale, now);
        }
    }

    fn show_passing(&mut self, ctx: &Context, locale: Locale, now: f64) {
        let mut closed = None;
        let id = Id::unique("toasts");
        let (pivot, at) = place(ctx, id);
        Area::new(id)
            .order(Order::Tooltip)
            .pivot(pivot)
            .fixed_pos(at)
            .accessible_name(Text::MessagesTitle.in_(locale))
            .show(ctx, |ui| {
                for (at, toast) in self.shown.iter().enumerate() {
                    let left = toast.left(now);
                    ui.set_opacity((left / FADE).clamp(0.0, 1.0) as f32);
                    if show_toast(ui, &toast.message, locale) {
                        closed = Some(at);
                    }
                    if left <= FADE {
                        ctx.request_repaint();
                    } else if left.is_finite() {
                        ctx.request_repaint_after(Duration::from_secs_f64(left - FADE));
                    }
                }
            });
        if let Some(at) = closed {
            self.shown.remove(at);
        }
    }

    fn show_history(&mut self, ctx: &Context, locale: Locale) {
        Area::new(Id::unique("messages"))
            .order(Order::Foreground)
            .anchor(Align2::RIGHT_BOTTOM, FROM_CORNER)
            .accessible_name(Text::MessagesTitle.in_(locale))
            .show(ctx, |ui| {
                Frame::popup(ui.style()).inner_margin(12).show(ui, |ui| {
                    ui.set_width(WIDTH + 60.0);
                    ui.horizontal(|ui| {
                        let title = Text::MessagesTitle.in_(locale);
                        ui.label(RichText::new(title).font(bold(15.0)));
                        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                            if ui.button(Text::Close.in_(locale)).clicked() {
                                self.open = false;
                            }
                        });
                    });
                    ui.separator();
                    if self.history.is_empty() {
                        ui.label(RichText::new(Text::MessagesNone.in_(locale)).weak());
                    }
                    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                        for message in self.history.iter().rev() {
                            show_message(ui, message, WIDTH, locale);
                        }
                    });
                });
            });
    }
}

/// Has messages lie over `rows`; `None` for a screen without any.
pub fn lie_over(ctx: &Context, rows: Option<Rect>) {
    ctx.data_mut(|data| match rows {
        Some(rows) => {
            data.insert_temp(rows_id(), rows);
        }
        None => data.remove::<Rect>(rows_id()),
    });
}

fn rows_id() -> Id {
    Id::unique("rows under messages")
}

/// Where the messages lie: in the first corner of the rows over which no panel floats.
fn place(ctx: &Context, id: Id) -> (Align2, Pos2) {
    let rows: Option<Rect> = ctx.data(|data| data.get_temp(rows_id()));
    let corner = |pivot: Align2, rows: Rect| (pivot, pivot.pos_in_rect(&rows.shrink(APART)));
    let Some(rows) = rows else {
        let corner = ctx.content_rect().right_bottom() + FROM_CORNER;
        return (Align2::RIGHT_BOTTOM, corner);
    };
    let size = ctx.memory(|memory| memory.area_rect(id));
    let size = size.map_or(vec2(WIDTH, 60.0), |rect| rect.size());
    let taken = super::floating::taken(ctx);
    let is_free = |&(pivot, at): &(Align2, Pos2)| {
        let rect = pivot.anchor_size(at, size);
        !taken.iter().any(|panel| panel.intersects(rect))
    };
    let corners = [
        Align2::LEFT_BOTTOM,
        Align2::RIGHT_BOTTOM,
        Align2::LEFT_TOP,
        Align2::RIGHT_TOP,
    ];
    let free = corners
        .into_iter()
        .map(|pivot| corner(pivot, rows))
        .find(is_free);
    free.unwrap_or_else(|| corner(Align2::LEFT_BOTTOM, rows))
}

impl Toast {
    /// Seconds until it is gone.
    fn left(&self, now: f64) -> f64 {
        match (self.message.kind.seconds(), self.since) {
            (Some(seconds), Some(since)) => since + seconds - now,
            _ => f64::INFINITY,
        }
    }
}

/// Returns whether it was closed.
fn show_toast(ui: &mut Ui, message: &Message, locale: Locale) -> bool {
    let palette = Palette::of(ui.ctx());
    let colour = message.kind.colour(palette);
    Frame::popup(ui.style())
        .stroke(Stroke::new(1.0, colour))
        .inner_margin(egui::Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                show_message(ui, message, WIDTH - 30.0, locale);
                let close = Button::new(RichText::new("×").font(regular(16.0))).frame(false);
                let close = ui.add(close);
                let name = format!("{}: {}", Text::Close.in_(locale), message.text);
                close.accessible_name(name).clicked()
            })
            .inner
        })
        .inner
}

fn show_message(ui: &mut Ui, message: &Message, width: f32, locale: Locale) {
    let palette = Palette::of(ui.ctx());
    let colour = message.kind.colour(palette);
    ui.horizontal_top(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
        let painter = ui.painter();
        match message.kind {
            ToastKind::Info => {
                painter.circle_filled(mark.center(), 4.0, colour);
            }
            ToastKind::Warning | ToastKind::Error => warning_mark(painter, mark.center(), colour),
        }
        ui.vertical(|ui| {
            ui.set_width((width - 24.0).max(0.0));
            let mut text = message.text.clone();
            if message.times > 1 {
                text = format!("{text} {}", locale.fill(Text::Times, &[&message.times]));
            }
            let label = ui.add(Label::new(RichText::new(&text).font(regular(14.0))).wrap());
            let role = match message.kind {
                ToastKind::Error => Role::Alert,
                _ => Role::Status,
            };
            label.widget_info(|| WidgetInfo::labeled(role, true, &message.text));
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_not_pushed_out_and_repeats_are_counted() {
        let mut toasts = Toasts::default();
        toasts.push(ToastKind::Error, "disk full".into());
        for at in 0..6 {
            toasts.push(ToastKind::Info, format!("row {at}"));
        }
        assert_eq!(toasts.shown.len(), MOST_SHOWN);
        assert_eq!(toasts.shown[0].message.kind, ToastKind::Error);
        toasts.push(ToastKind::Info, "row 5".into());
        assert_eq!(toasts.history.last().map(|last| last.times), Some(2));
        assert_eq!(toasts.history.len(), 7);
    }
}
