//! The user's own words for segmentation: added, taken out, kept in the folder of lists.

use crate::keyboard;
use crate::texts::{Locale, Text};
use crate::theme::Palette;
use egui::{Button, ComboBox, Key, RichText, TextEdit, Ui};
use jjak_core::segment::Words;
use jjak_pipeline::custom::{append_word, forget_word, own_words};
use std::path::Path;

/// The lists that people ask for; the others are for whoever edits the files.
const LISTS: [(&str, Text); 5] = [
    ("abbreviations", Text::ListTitles),
    ("abbreviations-before-numbers", Text::ListBeforeNumbers),
    ("abbreviations-that-may-end", Text::ListMayEnd),
    ("starters", Text::ListStarters),
    ("brands", Text::ListBrands),
];

#[derive(Default)]
pub(super) struct WordLists {
    list: usize,
    word: String,
    own: Option<Vec<String>>,
    trouble: Option<String>,
}

impl WordLists {
    /// Shows them; gives whether a list has changed.
    pub(super) fn show(&mut self, ui: &mut Ui, folder: &Path, locale: Locale) -> bool {
        let Some(&(name, label)) = LISTS.get(self.list) else {
            return false;
        };
        let before = self.list;
        ui.horizontal(|ui| {
            let list = ComboBox::from_id_salt("word list")
                .selected_text(label.in_(locale))
                .width(250.0)
                .show_ui(ui, |ui| {
                    for (at, (_, label)) in LISTS.iter().enumerate() {
                        ui.selectable_value(&mut self.list, at, label.in_(locale));
                    }
                })
                .response
                .accessible_name(Text::CuttingWords.in_(locale));
            let lists: Vec<usize> = (0..LISTS.len()).collect();
            keyboard::step_through(&list, &mut self.list, &lists);
        });
        if before != self.list {
            (self.own, self.trouble) = (None, None);
        }
        let mut changed = false;
        ui.horizontal(|ui| {
            let field = ui.add(TextEdit::singleline(&mut self.word).desired_width(170.0));
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            field.accessible_name(Text::NewWord.in_(locale));
            let add = Button::new(Text::AddWord.in_(locale));
            let filled = !self.word.trim().is_empty();
            if (ui.add_enabled(filled, add).clicked() || entered) && filled {
                changed = self.add(folder, name);
            }
        });
        if let Some(trouble) = &self.trouble {
            ui.label(RichText::new(trouble).color(Palette::of(ui.ctx()).low));
        }
        let own = self.own.get_or_insert_with(|| own_words(folder, name));
        let mut gone = None;
        ui.horizontal_wrapped(|ui| {
            for word in own.iter() {
                let button = ui.button(format!("{word}  ×"));
                if button.on_hover_text(Text::ForgetWord.in_(locale)).clicked() {
                    gone = Some(word.clone());
                }
            }
        });
        if let Some(word) = gone {
            match forget_word(folder, name, &word) {
                Ok(_) => (self.own, self.trouble, changed) = (None, None, true),
                Err(error) => self.trouble = Some(error.to_string()),
            }
        }
        changed
    }

    fn add(&mut self, folder: &Path, list: &str) -> bool {
        // Whether the list would take it, before it is written.
        let mut trial = Words::builtin().clone();
        if let Err(fault) = trial.add(list, &self.word) {
            self.trouble = Some(fault.to_string());
            return false;
        }
        match append_word(folder, list, &self.word) {
            Ok(changed) => {
                self.word.clear();
                (self.own, self.trouble) = (None, None);
                changed
            }
            Err(error) => {
                self.trouble = Some(error.to_string());
                false
            }
        }
    }
}
