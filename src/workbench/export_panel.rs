//! The export pane: format, language codes, what to include, and the first lines as they will be.

use super::dialog::{Answer, Dialog};
use super::fonts;
use super::texts::{Text, Tongue};
use super::theme::Palette;
use crate::article::Lang;
use crate::bitext::Bitext;
use crate::export::{Format, Options, is_language_code, preview};
use egui::accesskit::Role;
use egui::{Button, RichText, ScrollArea, TextEdit, Ui, WidgetInfo};
use std::path::PathBuf;

const PREVIEW_LINES: usize = 24;

pub struct ExportPanel {
    format: Format,
    options: Options,
    /// As typed; empty until the pane is first shown.
    path: String,
    dialog: Option<Dialog>,
    closed: bool,
    preview: Option<(Format, Options, String)>,
}

/// What to write, and where.
pub struct ExportRequest {
    pub path: PathBuf,
    pub format: Format,
    pub options: Options,
}

impl Default for ExportPanel {
    fn default() -> ExportPanel {
        ExportPanel {
            format: Format::Tmx,
            options: Options::default(),
            path: String::new(),
            dialog: None,
            closed: false,
            preview: None,
        }
    }
}

impl ExportPanel {
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Shows the pane on the right; the bitext does not change while it is open.
    pub fn show(&mut self, ui: &mut Ui, bitext: &Bitext, tongue: Tongue) -> Option<ExportRequest> {
        if self.path.is_empty() {
            self.path = proposed(bitext, self.format);
        }
        self.hear_dialog();
        let mut request = None;
        egui::Panel::right("export").default_size(440.0).size_range(360.0..=640.0).show(ui, |ui| {
            ui.add_space(4.0);
            ui.label(RichText::new(Text::ExportTitle.in_(tongue)).font(fonts::bold(15.0)));
            self.format_choice(ui, tongue);
            let codes_fit = self.codes(ui, tongue);
            self.contents(ui, tongue);
            self.path_field(ui, tongue);
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                let ready = codes_fit && !self.path.trim().is_empty();
                let palette = Palette::of(ui.ctx());
                let name = RichText::new(Text::ExportButton.in_(tongue)).font(fonts::bold(14.0));
                let button = Button::new(if ready { name.color(palette.on_accent) } else { name });
                let button = if ready { button.fill(palette.accent) } else { button };
                let response = ui.add_enabled(ready, button);
                let spoken = format!("{}: {}", Text::ExportButton.in_(tongue), self.format.as_str().to_uppercase());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, ready, &spoken));
                if response.clicked() {
                    let path = PathBuf::from(self.path.trim());
                    request = Some(ExportRequest { path, format: self.format, options: self.options.clone() });
                }
                let escape = !ui.ctx().text_edit_focused()
                    && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
                self.closed = ui.button(Text::Close.in_(tongue)).clicked() || escape;
            });
            ui.add_space(6.0);
            self.first_lines(ui, bitext, tongue);
        });
        request
    }

    fn format_choice(&mut self, ui: &mut Ui, tongue: Tongue) {
        heading(ui, Text::ExportFormat, tongue);
        ui.horizontal(|ui| {
            for format in Format::ALL {
                if ui.radio(self.format == format, format.as_str().to_uppercase()).clicked() {
                    self.format = format;
                    let path = PathBuf::from(&self.path).with_extension(format.as_str());
                    self.path = path.display().to_string();
                }
            }
        });
    }

    /// The two codes; says whether both have the form of one.
    fn codes(&mut self, ui: &mut Ui, tongue: Tongue) -> bool {
        heading(ui, Text::ExportCodes, tongue);
        ui.horizontal(|ui| {
            for (code, name) in
                [(&mut self.options.en_code, Text::English), (&mut self.options.ko_code, Text::Korean)]
            {
                let label = ui.label(name.in_(tongue));
                ui.add(TextEdit::singleline(code).desired_width(80.0)).labelled_by(label.id);
            }
        });
        let fit = is_language_code(&self.options.en_code) && is_language_code(&self.options.ko_code);
        if !fit {
            ui.label(RichText::new(Text::ExportBadCode.in_(tongue)).color(Palette::of(ui.ctx()).low));
        }
        fit
    }

    fn contents(&mut self, ui: &mut Ui, tongue: Tongue) {
        heading(ui, Text::ExportWhich, tongue);
        ui.horizontal(|ui| {
            ui.radio_value(&mut self.options.accepted_only, false, Text::ExportAll.in_(tongue));
            ui.radio_value(&mut self.options.accepted_only, true, Text::ExportAccepted.in_(tongue));
        });
        ui.checkbox(&mut self.options.many, Text::ExportMany.in_(tongue));
        let one_sided = egui::Checkbox::new(&mut self.options.one_sided, Text::ExportOneSided.in_(tongue));
        ui.add_enabled(self.format == Format::Tsv, one_sided);
        ui.checkbox(&mut self.options.notes, Text::ExportNotes.in_(tongue));
    }

    fn path_field(&mut self, ui: &mut Ui, tongue: Tongue) {
        heading(ui, Text::ExportPath, tongue);
        ui.horizontal(|ui| {
            let browse = ui.button(Text::Browse.in_(tongue));
            if browse.clicked() {
                let name = PathBuf::from(&self.path);
                let name = name.file_name().map(|name| name.to_string_lossy().into_owned());
                let title = Text::ExportTitle.in_(tongue);
                self.dialog = Some(Dialog::save_file(ui.ctx(), title, &name.unwrap_or_default()));
            }
            let field = ui.add(TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY));
            let name = Text::ExportPath.in_(tongue);
            field.widget_info(|| {
                let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
                info.current_text_value = Some(self.path.clone());
                info
            });
        });
    }

    fn hear_dialog(&mut self) {
        let Some(answer) = self.dialog.as_ref().and_then(Dialog::poll) else { return };
        self.dialog = None;
        if let Answer::Chosen(path) = answer {
            if let Some(format) = Format::of(&path) {
                self.format = format;
            }
            self.path = path.display().to_string();
        }
    }

    fn first_lines(&mut self, ui: &mut Ui, bitext: &Bitext, tongue: Tongue) {
        heading(ui, Text::ExportPreview, tongue);
        let fresh = self
            .preview
            .as_ref()
            .is_some_and(|(format, options, _)| *format == self.format && *options == self.options);
        if !fresh {
            let text = preview(bitext, self.format, &self.options, PREVIEW_LINES);
            self.preview = Some((self.format, self.options.clone(), text));
        }
        let Some((_, _, text)) = &self.preview else { return };
        let palette = Palette::of(ui.ctx());
        egui::Frame::NONE.fill(palette.page).inner_margin(8.0).show(ui, |ui| {
            ScrollArea::both().auto_shrink(false).show(ui, |ui| {
                ui.add(egui::Label::new(RichText::new(text).size(12.0)).extend());
            });
        });
    }
}

fn heading(ui: &mut Ui, text: Text, tongue: Tongue) {
    ui.add_space(4.0);
    ui.label(RichText::new(text.in_(tongue)).font(fonts::bold(13.0)));
}

/// A name beside the English file, such as `harbor.tmx`.
fn proposed(bitext: &Bitext, format: Format) -> String {
    let file = bitext.side(Lang::En).article.provenance.file.clone();
    let mut path = file.unwrap_or_else(|| PathBuf::from("bitext"));
    while path.extension().is_some() {
        path = path.with_extension("");
    }
    format!("{}.{}", path.display(), format.as_str())
}
