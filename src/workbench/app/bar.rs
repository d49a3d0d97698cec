//! The bar at the top: menus from the commands' table, progress, and the buttons that are always there.

use super::Workbench;
use crate::command::{Command, Group};
use crate::fonts::bold;
use crate::hints::Spot;
use crate::keymap::Keymap;
use crate::texts::Text;
use egui::containers::menu::MenuButton;
use egui::{Button, MenuBar, RichText, Ui};

/// What the menu at the right holds besides the messages.
const MORE: [Command; 5] = [
    Command::Settings,
    Command::LightDark,
    Command::Language,
    Command::Help,
    Command::Log,
];

impl Workbench {
    pub(super) fn top_bar(&mut self, ui: &mut Ui) {
        let locale = self.locale();
        let mut asked = None;
        let mut queue = self.settings.queue;
        let keymap = Keymap::of(ui.ctx());
        let mut toasts = std::mem::take(&mut self.toasts);
        egui::Panel::top("menu").show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                for group in Group::ALL {
                    ui.menu_button(group.label(locale), |ui| {
                        for command in Command::ALL
                            .iter()
                            .filter(|command| command.group() == group)
                        {
                            let button = Button::new(command.label(locale))
                                .shortcut_text(keymap.text(*command));
                            let response = ui.add_enabled(self.allows(*command), button);
                            if response.on_hover_text(command.help(locale)).clicked() {
                                asked = Some(*command);
                            }
                        }
                    });
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let more = Button::new(RichText::new("⋯").font(bold(16.0)));
                    let (more, _) = MenuButton::from_button(more).ui(ui, |ui| {
                        toasts.button(ui, locale);
                        for command in MORE {
                            let button = Button::new(command.label(locale))
                                .shortcut_text(keymap.text(command));
                            let tip = command.help(locale);
                            if ui.add(button).on_hover_text(tip).clicked() {
                                asked = Some(command);
                            }
                        }
                    });
                    let name = Text::MoreName.in_(locale);
                    more.on_hover_text(name).accessible_name(name);
                    if let Some(review) = self.reviewing() {
                        let export = Button::new(Command::Export.label(locale));
                        let tip = keymap.tip(Command::Export, locale);
                        let export = ui.add(export).on_hover_text(tip);
                        Spot::Export.is_at(ui.ctx(), export.rect);
                        if export.clicked() {
                            asked = Some(Command::Export);
                        }
                        ui.add_space(12.0);
                        review.progress(ui, &mut queue, locale);
                    }
                });
            });
        });
        self.change_settings(ui.ctx(), |settings| settings.queue = queue);
        self.toasts = toasts;
        if let Some(command) = asked {
            self.run(ui.ctx(), command);
        }
    }
}
