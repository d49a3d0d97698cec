//! Note of a row, in a field.

use super::Asked;
use crate::session::Session;
use crate::texts::{Locale, Text};
use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, TextEdit, Ui, WidgetInfo};
use jjak_core::bitext::{Operation, RowIndex};

/// A note being written: the row it is of, and the text so far.
#[derive(Clone, Default)]
struct Draft {
    row: RowIndex,
    revision: u64,
    text: String,
}

pub(super) fn note_id() -> Id {
    Id::unique("note")
}

fn draft_id() -> Id {
    Id::unique("note draft")
}

/// The note that is being written and not yet in the bitext, as the operation that would put it there.
pub fn unkept_note(ctx: &egui::Context, session: &Session) -> Option<Operation> {
    let draft: Draft = ctx.data(|data| data.get_temp(draft_id()))?;
    let bead = session.bitext().beads.get(draft.row)?;
    let fresh = draft.revision == session.revision() && draft.text != bead.note;
    fresh.then_some(Operation::SetNote {
        row: draft.row,
        note: draft.text,
    })
}

/// The note field. What was typed is kept when the field is left, for the row it was typed for; Esc drops it.
pub(super) fn note(
    ui: &mut Ui,
    session: &Session,
    row: RowIndex,
    wanted: &mut bool,
    locale: Locale,
) -> Option<Asked> {
    let stored = |row: RowIndex| {
        session
            .bitext()
            .beads
            .get(row)
            .map(|bead| bead.note.as_str())
            .unwrap_or_default()
    };
    let mut draft: Draft = ui
        .data(|data| data.get_temp(draft_id()))
        .unwrap_or_default();
    let stale = draft.row != row || draft.revision != session.revision();
    let left_behind = (draft.row != row && draft.revision == session.revision())
        .then(|| draft.clone())
        .filter(|draft| draft.text != stored(draft.row));
    if stale {
        draft = Draft {
            row,
            revision: session.revision(),
            text: stored(row).to_owned(),
        };
    }
    let had_focus = ui.memory(|memory| memory.has_focus(note_id()));
    let pressed =
        |modifiers, key| had_focus && ui.input_mut(|input| input.consume_key(modifiers, key));
    let dropped = pressed(Modifiers::NONE, Key::Escape);
    let kept = pressed(Modifiers::COMMAND, Key::Enter);
    let field = TextEdit::multiline(&mut draft.text)
        .id(note_id())
        // Or Esc takes the focus away before it is heard here.
        .event_filter(EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        })
        .desired_rows(2)
        .desired_width(f32::INFINITY)
        .hint_text(Text::NoteHint.in_(locale));
    let response = ui.add(field);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::MultilineTextInput, true, Text::Note.in_(locale))
    });
    // A menu that closes takes the focus back once.
    if *wanted {
        *wanted = !response.has_focus();
        response.request_focus();
    }
    if dropped || kept {
        response.surrender_focus();
    }
    let rect = response.rect;
    if response.has_focus() {
        ui.output_mut(|output| {
            if let Some(ime) = &mut output.ime {
                (ime.cursor_rect, ime.rect) = (rect, rect);
            }
        });
    }
    let finished = (dropped || response.lost_focus()) && draft.text != stored(row);
    let done = left_behind.or_else(|| finished.then(|| draft.clone()));
    if dropped {
        stored(row).clone_into(&mut draft.text);
    }
    ui.data_mut(|data| data.insert_temp(draft_id(), draft));
    let operation = done.map(|draft| Operation::SetNote {
        row: draft.row,
        note: draft.text,
    })?;
    Some(if dropped {
        Asked::Dropped(operation)
    } else {
        Asked::Operation(operation)
    })
}
