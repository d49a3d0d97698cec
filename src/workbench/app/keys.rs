//! Keys: whose they are in a frame, and the commands that they ask for.

use super::{Screen, Workbench};
use crate::clipboard;
use crate::command::CommandPlace;
use crate::keyboard::{Owner, Scene};
use crate::keymap::Keymap;
use crate::manual::Subject;
use crate::review::{Answer, Review};
use crate::settings_page::SettingsPage;
use crate::texts::Text;
use egui::{Event, InputState, Key, Modifiers, Ui};

impl Workbench {
    /// What is open that the keyboard may belong to.
    pub(super) fn scene(&self) -> Scene {
        let review = self.reviewing();
        let asks = self.settings_page.as_ref();
        let panels = [
            self.leaving.is_some(),
            self.settings_page.is_some(),
            review.is_some() && self.export.is_some(),
            self.review.is_some() && self.save.is_some(),
            review.is_some() && self.cutting.is_some(),
            self.term.is_some(),
            self.candidates.is_some(),
            review.is_some() && self.concordance.is_some(),
            review.is_some() && self.comparison.is_some(),
            self.log,
            self.licences,
            review.is_some_and(Review::is_finding),
            self.is_setting_up(),
            self.screen == Screen::Table && self.desk.has_panel(),
        ];
        Scene {
            menu: self.palette.is_some()
                || self.shows_help()
                || asks.is_some_and(SettingsPage::is_asking),
            panels: panels.into_iter().filter(|open| *open).count(),
            field: review.is_some_and(Review::wants_field) || self.wants_search(),
            editing: review.is_some_and(Review::is_editing),
            cutting: review.is_some_and(Review::is_choosing_cut),
        }
    }

    /// Whether a page of help covers the window.
    pub(super) fn shows_help(&self) -> bool {
        self.help || self.manual.is_some()
    }

    /// What of the manual tells of what the person is doing.
    pub(super) fn subject(&self) -> Subject {
        let review = self.reviewing();
        match self.screen {
            _ if self.settings_page.is_some() || self.cutting.is_some() => Subject::OwnRules,
            _ if self.is_setting_up() => Subject::ManyPairs,
            _ if review.is_some() && (self.export.is_some() || self.save.is_some()) => {
                Subject::Exchange
            }
            Screen::Start => Subject::FirstPair,
            Screen::Table => Subject::ManyPairs,
            Screen::Rows => Subject::Repairing,
        }
    }

    pub(super) fn hear_keys(&mut self, ui: &mut Ui) {
        let owner = self.keyboard.settle(ui.ctx(), self.scene());
        if let Some(mut page) = self.settings_page.take_if(|page| page.is_asking()) {
            let mut keys = self.settings.keys.clone();
            ui.input_mut(|input| page.hear(&mut input.events, input.modifiers, &mut keys));
            self.settings_page = Some(page);
            self.change_settings(ui.ctx(), |settings| settings.keys = keys);
            return;
        }
        let (keymap, mut owner) = (Keymap::of(ui.ctx()), owner);
        if owner == Owner::Grid && self.reviewing().is_some() {
            let is_paste = |event: &Event| matches!(event, Event::Paste(_) | Event::Cut);
            if ui.input(|input| input.events.iter().any(is_paste)) {
                self.tell(&Answer::Says(Text::PasteWhere));
            }
        }
        if owner == Owner::Grid && self.shows_hints() {
            let escape = |input: &mut InputState| input.consume_key(Modifiers::NONE, Key::Escape);
            if ui.input_mut(escape) {
                self.leave_hints(ui.ctx());
            }
        }
        // Words of a label that the mouse has selected are what is copied then; egui does it.
        let words = clipboard::has_selected_words(ui.ctx())
            && ui.input_mut(|input| take_copy(&mut input.events));
        // One after the other: what a command opens has the keyboard at once.
        let place = match self.screen {
            Screen::Table => CommandPlace::Table,
            Screen::Start | Screen::Rows => CommandPlace::Rows,
        };
        while let Some(command) = ui.input_mut(|input| {
            keymap.take_command(&mut input.events, input.modifiers, owner, place)
        }) {
            self.run(ui.ctx(), command);
            owner = self.keyboard.after(owner, self.scene());
        }
        if words {
            ui.input_mut(|input| input.events.push(Event::Copy));
        }
    }
}

/// Takes the wish to copy out of `events`; whether it was there.
fn take_copy(events: &mut Vec<Event>) -> bool {
    let before = events.len();
    events.retain(|event| *event != Event::Copy);
    events.len() < before
}
