//! A text that the mouse drags onto another, or onto a pair.

use super::super::cells;
use super::{JobTable, Outcome, Shown};
use crate::fonts::regular;
use crate::theme::Palette;
use egui::{
    Context, CursorIcon, Id, Key, LayerId, Order as Layer, Rect, Stroke, StrokeKind, Ui, vec2,
};
use jjak_formats::job::JobPair;
use jjak_review::job::{JobSession, Repair, single};

impl JobTable {
    /// Whether the text that the mouse holds was let go over `rect`, which is of another row; shows that it could be.
    pub(super) fn is_dropped(&self, ui: &Ui, rect: Rect, id: u64) -> bool {
        if self.dragged.is_none_or(|dragged| dragged == id) {
            return false;
        }
        let pointer = ui.input(|input| input.pointer.interact_pos());
        if !pointer.is_some_and(|at| rect.contains(at) && ui.clip_rect().contains(at)) {
            return false;
        }
        let palette = Palette::of(ui.ctx());
        ui.painter().rect_stroke(
            rect.shrink(2.0),
            4.0,
            Stroke::new(2.0, palette.accent),
            StrokeKind::Inside,
        );
        ui.input(|input| input.pointer.any_released() && !input.key_pressed(Key::Escape))
    }

    /// A text let go on a pair takes the place of its own side there.
    pub(super) fn onto_pair(&self, pair: &JobPair, job: &JobSession) -> Option<Repair> {
        let (lang, path) = single(job.pair(self.dragged?)?)?;
        Some(Repair::Rematch {
            row: pair.id,
            lang: lang.other(),
            other: path.into(),
        })
    }

    /// Follows a text that is being dragged until it is let go.
    pub(super) fn drag(&mut self, ui: &Ui, shown: &Shown, outcomes: &mut Vec<Outcome>) {
        let Some(pair) = self.dragged.and_then(|id| shown.job.pair(id)) else {
            return;
        };
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let (is_over, is_escaped, pointer) = ui.input(|input| {
            let is_over = input.pointer.any_released() || !input.pointer.any_down();
            let is_escaped = input.key_pressed(Key::Escape);
            (is_over, is_escaped, input.pointer.interact_pos())
        });
        if let (Some(at), Some((_, path))) = (pointer, single(pair)) {
            label(ui.ctx(), at, cells::file_name(path));
        }
        if is_over || is_escaped {
            self.dragged = None;
        }
        if is_escaped {
            outcomes.retain(|outcome| !matches!(outcome, Outcome::Repair(_)));
        }
    }
}

/// What is dragged, beside the pointer.
fn label(ctx: &Context, at: egui::Pos2, words: String) {
    let palette = Palette::of(ctx);
    let painter = ctx.layer_painter(LayerId::new(Layer::Tooltip, Id::unique("dragged text")));
    let galley = painter.layout_no_wrap(words, regular(13.0), palette.on_accent);
    let origin = at + vec2(14.0, 10.0);
    let frame = Rect::from_min_size(origin, galley.size()).expand2(vec2(8.0, 4.0));
    painter.rect_filled(frame, 4.0, palette.accent);
    painter.galley(origin, galley, palette.on_accent);
}
