//! The settings, in a panel beside the work: every change shows at once.

mod keys;

use super::command::Command;
use super::fonts::bold;
use super::keyboard;
use super::keymap::Keymap;
use super::look::Look;
use super::queue::Queue;
use super::settings::Settings;
use super::texts::{Locale, Text};
use egui::{
    Align, Event, Grid, Layout, Modifiers, Panel, Response, RichText, ScrollArea, Slider, Ui,
};
use keys::KeyList;

/// The open settings.
#[derive(Default)]
pub(crate) struct SettingsPage {
    keys: KeyList,
}

impl SettingsPage {
    /// Whether the next keys are an answer to the panel.
    pub(crate) fn is_asking(&self) -> bool {
        self.keys.is_asking()
    }

    /// Takes the keys that answer the panel out of `events`.
    pub(crate) fn hear(&mut self, events: &mut Vec<Event>, held: Modifiers, keymap: &mut Keymap) {
        self.keys.hear(events, held, keymap);
    }

    /// Shows the panel on the right. Returns whether it stays open.
    pub(crate) fn show(&mut self, ui: &mut Ui, settings: &mut Settings, locale: Locale) -> bool {
        let escape = !self.is_asking() && keyboard::escapes(ui);
        let panel = Panel::right("settings")
            .default_size(440.0)
            .size_range(360.0..=680.0)
            .show(ui, |ui| {
                crate::panels::name_region(ui, Command::Settings.label(locale));
                keyboard::ring(ui, "settings", |ui| {
                    ui.add_space(4.0);
                    let closed = self.head(ui, locale);
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        // Room for the scroll bar beside the key caps.
                        ui.set_max_width((ui.available_width() - 14.0).max(0.0));
                        look(ui, settings, locale);
                        title(ui, Text::Direction, locale);
                        for (from_korean, text) in
                            [(false, Text::FromEnglish), (true, Text::FromKorean)]
                        {
                            let choice = &mut settings.from_korean;
                            ui.radio_value(choice, from_korean, text.in_(locale))
                                .on_hover_text(Text::DirectionHelp.in_(locale));
                        }
                        title(ui, Text::QueueTitle, locale);
                        queue_controls(ui, &mut settings.queue, locale);
                        title(ui, Text::LearningTitle, locale);
                        let mut learns = !settings.lone_pairing;
                        let learn = ui.checkbox(&mut learns, Text::Learning.in_(locale));
                        learn.on_hover_text(Text::LearningHelp.in_(locale));
                        settings.lone_pairing = !learns;
                        title(ui, Text::KeysTitle, locale);
                        self.keys.show(ui, &mut settings.keys, locale);
                        ui.add_space(12.0);
                    });
                    closed
                })
            });
        !(escape || panel.inner)
    }

    /// Returns whether it was closed.
    fn head(&self, ui: &mut Ui, locale: Locale) -> bool {
        ui.horizontal(|ui| {
            ui.label(RichText::new(Command::Settings.label(locale)).font(bold(18.0)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = ui.button(Text::Close.in_(locale));
                close.on_hover_text("Esc").clicked()
            })
            .inner
        })
        .inner
    }
}

fn title(ui: &mut Ui, text: Text, locale: Locale) {
    ui.add_space(14.0);
    ui.label(RichText::new(text.in_(locale)).font(bold(14.0)));
    ui.add_space(2.0);
}

fn look(ui: &mut Ui, settings: &mut Settings, locale: Locale) {
    title(ui, Text::LookTitle, locale);
    Grid::new("look")
        .num_columns(2)
        .spacing([16.0, 8.0])
        .show(ui, |ui| {
            let mut row = |text: Text, control: &mut dyn FnMut(&mut Ui) -> Response| {
                let label = ui.label(text.in_(locale)).id;
                control(ui).labelled_by(label);
                ui.end_row();
            };
            row(Text::LanguageName, &mut |ui| {
                let choices = [
                    (Text::AsSystem.in_(locale), None),
                    ("English", Some(Locale::English)),
                    ("한국어", Some(Locale::Korean)),
                ];
                choose(ui, &mut settings.locale, &choices)
            });
            row(Text::ThemeName, &mut |ui| {
                let choices = [
                    (Text::AsSystem.in_(locale), None),
                    (Text::Light.in_(locale), Some(false)),
                    (Text::Dark.in_(locale), Some(true)),
                ];
                choose(ui, &mut settings.dark, &choices)
            });
            let look = &mut settings.look;
            row(Text::ZoomName, &mut |ui| {
                let choices = [
                    ("80%", 0.8),
                    ("100%", 1.0),
                    ("125%", 1.25),
                    ("150%", 1.5),
                    ("200%", 2.0),
                ];
                choose(ui, &mut look.zoom, &choices)
            });
            row(Text::TextSize, &mut |ui| {
                ui.add(Slider::new(&mut look.text_size, Look::TEXT_SIZES).step_by(1.0))
            });
            row(Text::LineSpacing, &mut |ui| {
                let slider = Slider::new(&mut look.line_spacing, Look::LINE_SPACINGS);
                ui.add(slider.step_by(0.05).fixed_decimals(2))
            });
            row(Text::EnglishColumn, &mut |ui| {
                let slider = Slider::new(&mut look.split, Look::SPLITS).step_by(0.01);
                let percent = |share: f64, _| format!("{:.0}%", share * 100.0);
                let share = |text: &str| {
                    let percent = text.trim().trim_end_matches('%').trim();
                    Some(percent.parse::<f64>().ok()? / 100.0)
                };
                ui.add(slider.custom_formatter(percent).custom_parser(share))
            });
        });
}

/// One of a few values, each a button.
fn choose<T: Copy + PartialEq>(ui: &mut Ui, value: &mut T, choices: &[(&str, T)]) -> Response {
    ui.horizontal(|ui| {
        for &(name, choice) in choices {
            ui.selectable_value(value, choice, name);
        }
    })
    .response
}

/// What needs eyes and in which order, here and at the top bar's count of rows.
pub(crate) fn queue_controls(ui: &mut Ui, queue: &mut Queue, locale: Locale) {
    let mut percent = (queue.sure * 100.0).round();
    let slider = Slider::new(&mut percent, 0.0..=100.0)
        .integer()
        .suffix("%")
        .text(Text::QueueSure.in_(locale));
    if ui.add(slider).changed() {
        queue.sure = percent / 100.0;
    }
    ui.checkbox(
        &mut queue.least_sure_first,
        Text::QueueLeastSureFirst.in_(locale),
    );
}
