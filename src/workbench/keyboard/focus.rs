//! Focus of the rows: where they lie, which widget has the keys there, and which is their editor. The rows of a pair and the
//! table of a job say so here.

use egui::{Context, Id, Pos2, Rect};

/// What has the focus while the rows have the keys.
pub(crate) fn cursor_id() -> Id {
    Id::unique("cursor cell")
}

/// The editor's of a sentence, wherever it stands.
pub(crate) fn editor_id() -> Id {
    Id::unique("editor")
}

/// Whether the focus is on the rows, so that every key is their own.
pub(crate) fn is_on_rows(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.has_focus(cursor_id()))
}

/// Says where the rows are.
pub(crate) fn set_rows(ctx: &Context, place: Rect) {
    ctx.data_mut(|data| data.insert_temp(place_id(), place));
}

/// Whether the rows are at `at`, with nothing over them.
pub(crate) fn are_rows_at(ctx: &Context, at: Pos2) -> bool {
    let place: Option<Rect> = ctx.data(|data| data.get_temp(place_id()));
    place.is_some_and(|place| super::is_pressed_in(ctx, place, at))
}

fn place_id() -> Id {
    Id::unique("rows place")
}
