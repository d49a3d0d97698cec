//! Where to save the project: a small window with a path, which stays usable where the system has no dialog.

use super::dialog::{Answer, Dialog};
use super::floating;
use super::fonts::bold;
use super::keyboard;
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{Button, Key, RichText, TextEdit, Ui, vec2};
use jjak_core::article::Lang;
use jjak_formats::project::{EXTENSION, Labels};
use std::path::{Path, PathBuf};

const WIDTH: f32 = 560.0;

pub(crate) struct SavePanel {
    path: String,
    domain: String,
    reviewer: String,
    licence: String,
    source: Lang,
    dialog: Option<Dialog>,
    no_dialog: bool,
    closed: bool,
    fresh: bool,
}

impl SavePanel {
    /// Suggests the project's own file, or else a name beside the English article, such as `ferry.jjak` for
    /// `ferry.en.txt`.
    pub(crate) fn new(
        project: Option<&Path>,
        english: Option<&Path>,
        labels: &Labels,
    ) -> SavePanel {
        let stem = english
            .and_then(Path::file_stem)
            .unwrap_or("article".as_ref());
        let stem = stem.to_string_lossy();
        let name = format!("{}.{EXTENSION}", stem.trim_end_matches(".en"));
        let folder = english.and_then(Path::parent).unwrap_or(Path::new(""));
        let beside = folder.join(name);
        let path = project.unwrap_or(&beside);
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        SavePanel {
            path: path.display().to_string(),
            domain: labels.domain.clone().unwrap_or_default(),
            reviewer: labels.reviewer.clone().unwrap_or_default(),
            licence: labels.licence.clone().unwrap_or_default(),
            source: labels.source(),
            dialog: None,
            no_dialog: false,
            closed: false,
            fresh: true,
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// What the person calls the work.
    pub(crate) fn labels(&self) -> Labels {
        Labels {
            source: (self.source == Lang::Ko).then_some(Lang::Ko),
            licence: Labels::label(&self.licence),
            ..Labels::new(&self.domain, &self.reviewer)
        }
    }

    /// Shows the panel; returns the path once the person has decided.
    pub(crate) fn show(&mut self, ui: &Ui, locale: Locale) -> Option<PathBuf> {
        if let Some(answer) = self.dialog.as_ref().and_then(Dialog::poll) {
            self.dialog = None;
            match answer {
                Answer::Chosen(path) => self.path = path.display().to_string(),
                Answer::Closed => {}
                Answer::Missing => self.no_dialog = true,
            }
        }
        let decided = floating::show(ui, Text::SaveTitle, WIDTH, locale, |ui| {
            ui.label(RichText::new(Text::SaveHint.in_(locale)).weak());
            ui.add_space(4.0);
            let entered = self.show_path(ui, locale);
            self.show_labels(ui, locale);
            ui.add_space(8.0);
            self.show_buttons(ui, locale) || entered
        });
        let decided = decided.unwrap_or(false);
        if keyboard::escapes(ui) {
            self.closed = true;
        }
        self.target().filter(|_| decided)
    }

    fn show_path(&mut self, ui: &mut Ui, locale: Locale) -> bool {
        let palette = Palette::of(ui.ctx());
        let mut entered = false;
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.path).desired_width(WIDTH - 130.0);
            let field = ui.add(field);
            if std::mem::take(&mut self.fresh) {
                field.request_focus();
            }
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            field.accessible_name(Text::FileName.in_(locale));
            if ui.button(Text::Browse.in_(locale)).clicked() && self.dialog.is_none() {
                let name = Path::new(self.path.trim()).file_name().unwrap_or_default();
                let title = Text::SaveTitle.in_(locale);
                let dialog = Dialog::save_file(ui.ctx(), title, &name.to_string_lossy());
                (self.dialog, self.no_dialog) = (Some(dialog), false);
            }
        });
        // A line that is always there, so that nothing jumps.
        let (words, colour) = match self.target() {
            _ if self.no_dialog => (Text::NoDialog.in_(locale), palette.low),
            Some(path) if path.is_file() => (Text::WillReplace.in_(locale), palette.middle),
            _ => ("", palette.weak),
        };
        ui.label(RichText::new(words).size(13.0).color(colour));
        entered
    }

    fn show_labels(&mut self, ui: &mut Ui, locale: Locale) {
        ui.horizontal(|ui| {
            for (text, hint, value) in [
                (Text::Domain, Text::DomainHint, &mut self.domain),
                (Text::Reviewer, Text::ReviewerHint, &mut self.reviewer),
                (Text::Licence, Text::LicenceHint, &mut self.licence),
            ] {
                ui.label(text.in_(locale));
                let field = TextEdit::singleline(value)
                    .desired_width(110.0)
                    .hint_text(hint.in_(locale));
                ui.add(field).accessible_name(text.in_(locale));
            }
        });
        ui.horizontal(|ui| {
            ui.label(Text::Direction.in_(locale));
            for (source, text) in [(Lang::En, Text::FromEnglish), (Lang::Ko, Text::FromKorean)] {
                ui.radio_value(&mut self.source, source, text.in_(locale));
            }
        });
    }

    fn show_buttons(&mut self, ui: &mut Ui, locale: Locale) -> bool {
        let palette = Palette::of(ui.ctx());
        let ready = self.target().is_some();
        let mut asked = false;
        ui.horizontal(|ui| {
            let text = RichText::new(Text::SaveNow.in_(locale)).font(bold(14.5));
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

    /// What was typed, with the extension if it has none.
    fn target(&self) -> Option<PathBuf> {
        let path = Path::new(self.path.trim().trim_matches(['"', '\'']));
        path.file_name()?;
        Some(match path.extension() {
            Some(_) => path.to_owned(),
            None => path.with_extension(EXTENSION),
        })
    }
}
