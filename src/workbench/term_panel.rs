//! A term for the glossary: an English and a Korean word, one of them taken from the text.

use super::floating;
use super::fonts::bold;
use super::keyboard;
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{Button, Grid, Key, RichText, TextEdit, Ui, vec2};
use jjak_core::evidence::glossary::Glossary;

const WIDTH: f32 = 400.0;

pub(crate) struct TermPanel {
    en: String,
    ko: String,
    closed: bool,
    fresh: bool,
}

impl TermPanel {
    pub(crate) fn new(en: String, ko: String) -> TermPanel {
        TermPanel {
            en,
            ko,
            closed: false,
            fresh: true,
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Shows the panel; gives the term once the person has decided.
    pub(crate) fn show(&mut self, ui: &Ui, locale: Locale) -> Option<(String, String)> {
        let decided = floating::show(ui, Text::TermTitle, WIDTH, locale, |ui| {
            ui.label(RichText::new(Text::TermHint.in_(locale)).weak());
            ui.add_space(4.0);
            let entered = self.show_fields(ui, locale);
            ui.add_space(8.0);
            self.show_buttons(ui, locale) || entered
        });
        if keyboard::escapes(ui) {
            self.closed = true;
        }
        let decided = decided.unwrap_or(false) && self.is_ready();
        decided.then(|| (self.en.trim().to_owned(), self.ko.trim().to_owned()))
    }

    /// The two fields; the empty one has the keys at first. Whether Enter was pressed in one.
    fn show_fields(&mut self, ui: &mut Ui, locale: Locale) -> bool {
        let mut entered = false;
        let mut fresh = std::mem::take(&mut self.fresh);
        let all_filled = !self.en.is_empty() && !self.ko.is_empty();
        Grid::new("term").num_columns(2).show(ui, |ui| {
            for (text, value) in [
                (Text::TermEnglish, &mut self.en),
                (Text::TermKorean, &mut self.ko),
            ] {
                ui.label(text.in_(locale));
                let wanted = fresh && (value.is_empty() || all_filled);
                let field = ui.add(TextEdit::singleline(value).desired_width(f32::INFINITY));
                if wanted {
                    field.request_focus();
                    fresh = false;
                }
                entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                field.accessible_name(text.in_(locale));
                ui.end_row();
            }
        });
        entered
    }

    fn show_buttons(&mut self, ui: &mut Ui, locale: Locale) -> bool {
        let palette = Palette::of(ui.ctx());
        let ready = self.is_ready();
        let mut asked = false;
        ui.horizontal(|ui| {
            let text = RichText::new(Text::TermAdd.in_(locale)).font(bold(14.5));
            let button = if ready {
                Button::new(text.color(palette.on_accent)).fill(palette.accent)
            } else {
                Button::new(text)
            };
            asked = ui
                .add_enabled(ready, button.min_size(vec2(120.0, 32.0)))
                .clicked();
            let cancel = Button::new(Text::Cancel.in_(locale)).min_size(vec2(90.0, 32.0));
            self.closed |= ui.add(cancel).on_hover_text("Esc").clicked();
        });
        asked
    }

    /// Whether the glossary can hold it.
    fn is_ready(&self) -> bool {
        let line = format!("{}\t{}", self.en.trim(), self.ko.trim());
        !self.en.trim().starts_with('#')
            && !self.en.contains('\t')
            && Glossary::read(&line).is_ok_and(|glossary| !glossary.is_empty())
    }
}
