//! The bar of actions: what can be said of the row and done to it. No text that changes stands above a button, so that
//! each stays where it is from row to row.

use super::Asked;
use crate::command::{Command, VERDICTS};
use crate::fonts;
use crate::hints::Spot;
use crate::keymap::Keymap;
use crate::session::Session;
use crate::texts::{self, Locale, Text};
use crate::theme::Palette;
use egui::{Align, Button, Label, Layout, RichText, Ui, vec2};
use jjak_core::bitext::{Bead, RowIndex, State};

/// About how high the bar is where it has the window's width.
pub(super) const HEIGHT_BELOW: f32 = 96.0;
const TITLE_HEIGHT: f32 = 22.0;

const SAYS: [Command; 3] = [Command::Accept, Command::Flag, Command::Bookmark];
const REPAIRS: [Command; 6] = [
    Command::Merge,
    Command::Split,
    Command::PushTail,
    Command::PullTail,
    Command::Link,
    Command::Unlink,
];

/// Shows the bar; gives what was clicked.
pub(super) fn show(ui: &mut Ui, session: &Session, row: RowIndex, locale: Locale) -> Option<Asked> {
    let bead = session.bitext().beads.get(row)?;
    title(ui, bead, row, locale);
    ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
    let keymap = Keymap::of(ui.ctx());
    let mut asked = None;
    let mut button = |ui: &mut Ui, command: Command, name: &str, on: bool| {
        let button = Button::selectable(on, name).frame_when_inactive(true);
        let tip = keymap.tip(command, locale);
        if ui.add(button).on_hover_text(tip).clicked() {
            asked = Some(command);
        }
    };
    for commands in [&SAYS[..], &REPAIRS[..]] {
        let shown = ui.horizontal_wrapped(|ui| {
            for &command in commands {
                button(ui, command, command.label(locale), holds(bead, command));
            }
        });
        if commands == REPAIRS {
            Spot::Repairs.is_at(ui.ctx(), shown.response.rect);
        }
    }
    ui.horizontal_wrapped(|ui| {
        for (command, verdict) in VERDICTS {
            let name = format!("{} {}", keymap.text(command), command.label(locale));
            button(
                ui,
                command,
                name.trim_start(),
                bead.verdict == Some(verdict),
            );
        }
    });
    asked.map(Asked::Command)
}

/// The row, its shape and its state, on one line whatever they are.
fn title(ui: &mut Ui, bead: &Bead, row: RowIndex, locale: Locale) {
    let number = locale.fill(Text::Row, &[&row.number()]);
    let title = RichText::new(format!("{number} · {}", bead.shape())).font(fonts::bold(15.0));
    let state = RichText::new(texts::state(bead.state, locale));
    let size = vec2(ui.available_width(), TITLE_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(TITLE_HEIGHT);
        ui.label(state.color(Palette::of(ui.ctx()).weak));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(title).truncate());
        });
    });
}

/// Whether what the button asks for is so already.
fn holds(bead: &Bead, command: Command) -> bool {
    match command {
        Command::Accept => bead.state == State::Accepted,
        Command::Flag => bead.state == State::Flagged,
        Command::Bookmark => bead.bookmark,
        _ => false,
    }
}
