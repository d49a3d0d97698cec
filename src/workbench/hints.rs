//! Five hints for a person's first work, each beside what it speaks of. They are left at once if one likes, and come back
//! only when they are asked for.

use super::fonts::{bold, regular};
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{
    Align2, Area, Button, Context, Frame, Id, Label, Order, Rect, RichText, Stroke, StrokeKind, Ui,
    pos2, vec2,
};

const WIDTH: f32 = 300.0;
/// About how high a hint is.
const HEIGHT: f32 = 150.0;
const APART: f32 = 10.0;

/// What a hint speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Spot {
    Row,
    Confidence,
    Left,
    Repairs,
    Export,
}

/// In their order.
const HINTS: [(Spot, Text); 5] = [
    (Spot::Row, Text::HintRow),
    (Spot::Confidence, Text::HintConfidence),
    (Spot::Left, Text::HintLeft),
    (Spot::Repairs, Text::HintRepairs),
    (Spot::Export, Text::HintExport),
];

impl Spot {
    /// Says where it is in this frame.
    pub(crate) fn is_at(self, ctx: &Context, rect: Rect) {
        let frame = ctx.cumulative_pass_nr();
        ctx.data_mut(|data| data.insert_temp(self.id(), (frame, rect)));
    }

    /// Where it was last, if it is on the screen.
    fn place(self, ctx: &Context) -> Option<Rect> {
        let frame = ctx.cumulative_pass_nr();
        let seen: (u64, Rect) = ctx.data(|data| data.get_temp(self.id()))?;
        (seen.0 + 1 >= frame).then_some(seen.1)
    }

    fn id(self) -> Id {
        Id::unique(("hint", self))
    }
}

/// How far the person is in the hints.
#[derive(Default)]
pub(crate) struct Hints {
    at: usize,
}

impl Hints {
    /// Shows the hint. Returns whether there is one to come.
    pub(crate) fn show(&mut self, ui: &Ui, locale: Locale) -> bool {
        let Some(&(spot, text)) = HINTS.get(self.at) else {
            return false;
        };
        let ctx = ui.ctx();
        let screen = ctx.content_rect();
        let target = spot.place(ctx).map(|rect| rect.intersect(screen));
        let palette = Palette::of(ctx);
        if let Some(rect) = target {
            let painter = ctx.layer_painter(egui::LayerId::new(
                Order::Foreground,
                Id::unique("hint mark"),
            ));
            let stroke = Stroke::new(2.0, palette.accent);
            painter.rect_stroke(rect.expand(3.0), 6, stroke, StrokeKind::Outside);
        }
        let at = beside(
            target.unwrap_or(Rect::from_center_size(screen.center(), vec2(0.0, 0.0))),
            screen,
        );
        let (mut next, mut leave) = (false, false);
        Area::new(Id::unique("hints"))
            .order(Order::Foreground)
            .fixed_pos(at)
            .accessible_name(Text::HintsTitle.in_(locale))
            .show(ctx, |ui| {
                Frame::popup(ui.style()).inner_margin(14).show(ui, |ui| {
                    ui.set_width(WIDTH);
                    let place = format!("{} / {}", self.at + 1, HINTS.len());
                    ui.label(RichText::new(place).font(bold(12.5)).color(palette.accent));
                    ui.add(Label::new(RichText::new(text.in_(locale)).font(regular(14.5))).wrap());
                    ui.add_space(6.0);
                    ui.horizontal(|ui| {
                        let is_last = self.at + 1 == HINTS.len();
                        let name = if is_last {
                            Text::HintsEnd
                        } else {
                            Text::HintsNext
                        };
                        let button =
                            Button::new(RichText::new(name.in_(locale)).color(palette.on_accent));
                        next = ui.add(button.fill(palette.accent)).clicked();
                        if !is_last {
                            leave = ui.button(Text::HintsLeave.in_(locale)).clicked();
                        }
                    });
                });
            });
        self.at += usize::from(next);
        !leave && self.at < HINTS.len()
    }
}

/// Below what it speaks of, or above it where there is no room; within the screen.
fn beside(target: Rect, screen: Rect) -> egui::Pos2 {
    let width = WIDTH + 28.0;
    let left = target
        .left()
        .min(screen.right() - width - APART)
        .max(screen.left() + APART);
    let below = target.bottom() + APART;
    let top = if below + HEIGHT <= screen.bottom() {
        below
    } else {
        (target.top() - APART - HEIGHT).max(screen.top() + APART)
    };
    let pivot = Align2::LEFT_TOP;
    pivot.anchor_size(pos2(left, top), vec2(width, HEIGHT)).min
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_lies_beside_what_it_speaks_of_and_on_the_screen() {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1024.0, 700.0));
        for corner in [
            pos2(0.0, 0.0),
            pos2(1000.0, 0.0),
            pos2(0.0, 690.0),
            pos2(1000.0, 690.0),
        ] {
            let target = Rect::from_min_size(corner, vec2(20.0, 8.0));
            let hint = Rect::from_min_size(beside(target, screen), vec2(WIDTH + 28.0, HEIGHT));
            assert!(screen.contains_rect(hint), "{hint:?}");
            assert!(!hint.intersects(target), "{hint:?} over {target:?}");
        }
    }
}
