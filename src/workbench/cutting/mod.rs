//! How texts are cut into sentences: the choices, with what they would do to the paragraph under the cursor and why.

mod preview;
mod words;

use super::dialog::{Answer, Dialog};
use super::floating;
use super::fonts::bold;
use super::keyboard;
use super::session::Session;
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::{Button, RichText, ScrollArea, TextEdit, Ui};
use jjak_core::clean::Wrapped;
use jjak_core::segment::{Endings, Quotations, Rules};
use jjak_pipeline::custom::{Custom, Cutting};
use preview::Preview;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use words::WordLists;

const WIDTH: f32 = 470.0;

pub(crate) struct CuttingPanel {
    cutting: Cutting,
    srx: String,
    /// The rules as chosen so far.
    rules: Arc<Rules>,
    /// What of the lists and the SRX file cannot be used.
    faults: Vec<String>,
    stale: bool,
    preview: Preview,
    words: WordLists,
    dialog: Option<Dialog>,
    closed: bool,
}

impl CuttingPanel {
    pub(crate) fn new(cutting: &Cutting) -> CuttingPanel {
        let srx = cutting.srx.as_deref().map(Path::display);
        CuttingPanel {
            cutting: cutting.clone(),
            srx: srx.map(|path| path.to_string()).unwrap_or_default(),
            rules: Arc::default(),
            faults: Vec::new(),
            stale: true,
            preview: Preview::default(),
            words: WordLists::default(),
            dialog: None,
            closed: false,
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Shows the panel; gives the choices once the person wants the pair cut by them.
    pub(crate) fn show(
        &mut self,
        ui: &Ui,
        session: &Session,
        lists: Option<&Path>,
        locale: Locale,
    ) -> Option<Cutting> {
        if let Some(answer) = self.dialog.as_ref().and_then(Dialog::poll) {
            self.dialog = None;
            if let Answer::Chosen(path) = answer {
                self.srx = path.display().to_string();
            }
        }
        if std::mem::take(&mut self.stale) {
            self.read(lists);
        }
        let room = ui.ctx().content_rect().height() - 180.0;
        let chosen = floating::show(ui, Text::CuttingTitle, WIDTH, locale, |ui| {
            ScrollArea::vertical()
                .max_height(room)
                .min_scrolled_height(room)
                .show(ui, |ui| {
                    self.show_choices(ui, lists, locale);
                    heading(ui, Text::CuttingPreview, locale);
                    self.preview.show(ui, session, &self.rules, locale);
                });
            self.show_buttons(ui, locale)
        });
        if keyboard::escapes(ui) {
            self.closed = true;
        }
        chosen?
    }

    /// Reads lists and file anew.
    fn read(&mut self, lists: Option<&Path>) {
        let mut custom = lists.map_or_else(Custom::builtin, Custom::read);
        let cut = custom.cut_by(&self.cutting);
        self.faults = custom.warnings.iter().map(ToString::to_string).collect();
        self.faults.extend(cut.err().map(|error| error.to_string()));
        self.rules = Arc::new(custom.rules);
        self.preview.renew();
    }

    fn show_choices(&mut self, ui: &mut Ui, lists: Option<&Path>, locale: Locale) {
        let before = self.cutting.clone();
        let lines = &mut self.cutting.lines;
        ui.checkbox(lines, Text::CuttingLines.in_(locale));
        let by_rules = !*lines;
        ui.add_enabled_ui(by_rules, |ui| {
            heading(ui, Text::CuttingQuotations, locale);
            for (how, text) in [
                (Quotations::Split, Text::QuotationsSplit),
                (Quotations::Whole, Text::QuotationsWhole),
                (Quotations::Always, Text::QuotationsAlways),
            ] {
                ui.radio_value(&mut self.cutting.quotations, how, text.in_(locale));
            }
            heading(ui, Text::CuttingEndings, locale);
            for (endings, text) in [
                (Endings::Marked, Text::EndingsMarked),
                (Endings::Polite, Text::EndingsPolite),
                (Endings::Plain, Text::EndingsPlain),
            ] {
                ui.radio_value(&mut self.cutting.endings, endings, text.in_(locale));
            }
            heading(ui, Text::CuttingWrapped, locale);
            ui.horizontal_wrapped(|ui| {
                for (how, text) in [
                    (Wrapped::Auto, Text::WrappedAuto),
                    (Wrapped::Yes, Text::WrappedYes),
                    (Wrapped::No, Text::WrappedNo),
                ] {
                    ui.radio_value(&mut self.cutting.wrapped, how, text.in_(locale));
                }
            });
            heading(ui, Text::CuttingSrx, locale);
            self.show_srx(ui, locale);
            if let Some(folder) = lists {
                heading(ui, Text::CuttingWords, locale);
                self.stale |= self.words.show(ui, folder, locale);
            }
        });
        self.stale |= before != self.cutting;
        let palette = Palette::of(ui.ctx());
        for fault in &self.faults {
            ui.label(RichText::new(fault).size(13.0).color(palette.low));
        }
    }

    fn show_srx(&mut self, ui: &mut Ui, locale: Locale) {
        ui.horizontal(|ui| {
            let field = ui.add(TextEdit::singleline(&mut self.srx).desired_width(WIDTH - 140.0));
            field.accessible_name(Text::CuttingSrx.in_(locale));
            if ui.button(Text::Browse.in_(locale)).clicked() && self.dialog.is_none() {
                let title = Text::CuttingSrx.in_(locale);
                self.dialog = Some(Dialog::open_file(ui.ctx(), title, &["srx"], locale));
            }
        });
        let path = self.srx.trim();
        self.cutting.srx = (!path.is_empty()).then(|| PathBuf::from(path));
        ui.add_enabled_ui(self.cutting.srx.is_some(), |ui| {
            let only = &mut self.cutting.srx_only;
            ui.horizontal(|ui| {
                ui.radio_value(only, false, Text::SrxExtend.in_(locale));
                ui.radio_value(only, true, Text::SrxReplace.in_(locale));
            });
        });
    }

    fn show_buttons(&mut self, ui: &mut Ui, locale: Locale) -> Option<Cutting> {
        let mut chosen = None;
        ui.separator();
        ui.horizontal(|ui| {
            let palette = Palette::of(ui.ctx());
            let apply = RichText::new(Text::CuttingApply.in_(locale)).color(palette.on_accent);
            let apply = ui.add(Button::new(apply).fill(palette.accent));
            if apply
                .on_hover_text(Text::CuttingApplyHint.in_(locale))
                .clicked()
            {
                chosen = Some(self.cutting.clone());
            }
            let close = ui.button(Text::Close.in_(locale));
            if close.on_hover_text("Esc").clicked() {
                self.closed = true;
            }
        });
        chosen
    }
}

fn heading(ui: &mut Ui, text: Text, locale: Locale) {
    ui.add_space(5.0);
    ui.label(RichText::new(text.in_(locale)).font(bold(13.0)));
}
