//! What can be done with a row of the table, under the right button or a key.

use crate::command::Command;
use crate::keymap::Keymap;
use crate::texts::{Locale, Text};
use egui::containers::menu::menu_style;
use egui::{Align, Button, Id, Layout, Popup, PopupKind, Pos2, SetOpenCommand, Ui};

const OF_PAIR: [Command; 5] = [
    Command::OpenPair,
    Command::PairDone,
    Command::ParkPair,
    Command::Counterparts,
    Command::TakeApart,
];
const OF_TEXT: [Command; 3] = [
    Command::PairTexts,
    Command::Counterparts,
    Command::NoCounterpart,
];

/// An open menu.
pub(super) struct Menu {
    pub at: Pos2,
    pub is_pair: bool,
    /// Which menu it is, and whether it was on the screen.
    pub number: u64,
    pub is_new: bool,
}

impl Menu {
    /// Shows the menu; whether it stays, and what was chosen.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        allows: &dyn Fn(Command) -> bool,
        locale: Locale,
    ) -> (bool, Option<Command>) {
        let id = Id::unique(("job menu", self.number));
        let is_new = std::mem::take(&mut self.is_new);
        let commands: &[Command] = if self.is_pair { &OF_PAIR } else { &OF_TEXT };
        let keymap = Keymap::of(ui.ctx());
        let mut first = None;
        let popup = Popup::new(id, ui.ctx().clone(), self.at, ui.layer_id())
            .kind(PopupKind::Menu)
            .layout(Layout::top_down_justified(Align::Min))
            .style(menu_style)
            .accessible_name(Text::MenuName.in_(locale))
            .open_memory(is_new.then_some(SetOpenCommand::Bool(true)))
            .show(|ui| {
                let mut asked = None;
                for &command in commands {
                    let name = command.label(locale);
                    let button = Button::new(name).shortcut_text(keymap.text(command));
                    let button = ui.add_enabled(allows(command), button);
                    first = first.or(button.enabled().then_some(button.id));
                    if button.on_hover_text(command.help(locale)).clicked() {
                        asked = Some(command);
                    }
                }
                asked
            });
        let Some(popup) = popup else {
            return (false, None);
        };
        if let Some(first) = first.filter(|_| is_new) {
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        if popup.inner.is_some() {
            Popup::close_id(ui.ctx(), id);
        }
        (popup.inner.is_none(), popup.inner)
    }
}
