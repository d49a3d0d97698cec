//! Frame of the window: what has come is heard, then bars, panels and the screen are shown.

use super::leaving::Leaving;
use super::{Screen, Workbench};
use crate::palette::PaletteOutcome;
use crate::review::Answer;
use crate::start::StartRequest;
use crate::toasts::{self, ToastKind};
use crate::{explain, help, licences_panel, log_panel};
use egui::{Context, Ui};
use std::path::PathBuf;

impl Workbench {
    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.hear_jobs(ui);
        self.set_title(ui.ctx());
        self.hear_resegmenting(ui);
        self.hear_lexicon(ui);
        self.hear_job(ui);
        self.hear_close(ui);
        self.hear_keys(ui);
        self.hear_drops(ui);
        self.top_bar(ui);
        self.leaving_bar(ui);
        self.export_panel(ui);
        self.save_panel(ui);
        self.cutting_panel(ui);
        self.term_panel(ui);
        self.candidates_panel(ui);
        self.concordance_panel(ui);
        self.comparison_panel(ui);
        self.job_panel(ui);
        if self.licences {
            self.licences = licences_panel::show(ui, self.locale());
        }
        if self.log {
            self.log = log_panel::show(ui, self.locale());
        }
        if self.opening.is_some() || self.realigning.is_some() {
            self.progress_panel(ui);
        }
        self.settings_panel(ui);
        let locale = self.locale();
        let mut look = self.settings.look;
        if !self.shows_help() && !self.is_setting_up() {
            self.job_strip(ui);
        }
        if self.help {
            self.help = help::show(ui, locale);
        } else if let Some(manual) = &mut self.manual {
            if !manual.show(ui, locale) {
                self.manual = None;
            }
        } else if self.is_setting_up() {
            self.setup_page(ui);
        } else if self.screen == Screen::Table {
            self.table_screen(ui);
        } else if let Some(review) = self.reviewing_mut() {
            let answers = review.show(ui, &mut look, locale);
            let trouble = review.session.take_trouble();
            for answer in answers {
                match answer {
                    Answer::Reread(lang, encoding) => {
                        self.leave(ui.ctx(), Leaving::Reread(lang, encoding));
                    }
                    Answer::Run(command) => self.run(ui.ctx(), command),
                    Answer::Term(en, ko) => self.ask_for_term(en, ko),
                    Answer::InContext(word) => self.look_up_in_context(word),
                    answer => self.tell(&answer),
                }
            }
            if let Some(trouble) = trouble {
                let trouble = explain::project_error(&trouble, locale);
                self.toasts.push(ToastKind::Error, trouble);
            }
        } else {
            toasts::lie_over(ui.ctx(), None);
            let shown = egui::CentralPanel::default().show(ui, |ui| {
                let recent = &self.settings.recent;
                self.start
                    .show(ui, recent, &self.unsaved, self.html, locale)
            });
            match shown.inner {
                Some(request @ (StartRequest::Discard(_) | StartRequest::Forget(_))) => {
                    self.start_request(ui.ctx(), request);
                }
                Some(request) => self.leave(ui.ctx(), Leaving::Open(request)),
                None => {}
            }
        }
        self.change_settings(ui.ctx(), |settings| settings.look = look);
        self.overlays(ui);
        self.toasts.show(ui.ctx(), locale);
        self.keep_settings(ui);
    }

    fn hear_drops(&mut self, ui: &Ui) {
        let dropped: Vec<PathBuf> = ui.input_mut(|input| {
            input
                .raw
                .dropped_files
                .drain(..)
                .map(|file| file.path().to_path_buf())
                .collect()
        });
        if !dropped.is_empty() && !self.take_glossary(ui.ctx(), &dropped) {
            self.take_files(ui.ctx(), dropped);
        }
    }

    /// Whether there are hints, and nothing lies over the rows that they speak of.
    pub(super) fn shows_hints(&self) -> bool {
        let is_clear = self.reviewing().is_some() && !self.is_busy() && self.scene().is_bare();
        is_clear && self.hints.is_some()
    }

    /// Takes the hints away; they come back when they are asked for.
    pub(super) fn leave_hints(&mut self, ctx: &Context) {
        self.hints = None;
        self.change_settings(ctx, |settings| settings.hinted = true);
    }

    fn overlays(&mut self, ui: &Ui) {
        let locale = self.locale();
        let shows = self.shows_hints();
        if let Some(hints) = self.hints.as_mut().filter(|_| shows)
            && !hints.show(ui, locale)
        {
            self.leave_hints(ui.ctx());
        }
        if let Some(mut palette) = self.palette.take() {
            match palette.show(ui.ctx(), locale, &|command| self.allows(command)) {
                PaletteOutcome::Stay => self.palette = Some(palette),
                PaletteOutcome::Close => {}
                PaletteOutcome::Run(command) => self.run(ui.ctx(), command),
                PaletteOutcome::Go(row) => {
                    if let Some(review) = self.reviewing_mut() {
                        review.go_to_row(row);
                    }
                }
            }
        }
    }
}
