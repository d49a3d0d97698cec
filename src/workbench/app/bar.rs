//! The bar at the top: menus from the commands' table, progress, and the buttons that are always there.

use super::Workbench;
use crate::workbench::command::{Command, Group};
use egui::{Button, MenuBar, Ui};

impl Workbench {
    pub(super) fn top_bar(&mut self, ui: &mut Ui) {
        let tongue = self.tongue();
        let mut asked = None;
        let mut queue = self.settings.queue;
        egui::Panel::top("menu").show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                for group in Group::ALL {
                    ui.menu_button(group.label(tongue), |ui| {
                        for command in Command::ALL
                            .iter()
                            .filter(|command| command.group() == group)
                        {
                            let button = Button::new(command.label(tongue))
                                .shortcut_text(command.key_text());
                            let response = ui.add_enabled(self.allows(*command), button);
                            if response.on_hover_text(command.help(tongue)).clicked() {
                                asked = Some(*command);
                            }
                        }
                    });
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    for command in [Command::LightDark, Command::Language] {
                        let button = Button::new(command.label(tongue)).frame(false);
                        if ui.add(button).on_hover_text(command.help(tongue)).clicked() {
                            asked = Some(command);
                        }
                    }
                    if let Some(review) = self.reviewing() {
                        let export = Button::new(Command::Export.label(tongue));
                        let tip = format!(
                            "{} ({})",
                            Command::Export.help(tongue),
                            Command::Export.key_text()
                        );
                        if ui.add(export).on_hover_text(tip).clicked() {
                            asked = Some(Command::Export);
                        }
                        ui.add_space(12.0);
                        review.progress(ui, &mut queue, tongue);
                    }
                });
            });
        });
        if queue != self.settings.queue {
            self.settings.queue = queue;
            self.settings.save();
            if let Some(review) = &mut self.review {
                review.session.set_queue(queue);
            }
        }
        if let Some(command) = asked {
            self.run(ui.ctx(), command);
        }
    }
}
