//! What leaves the window for files: the export and the project, each by its panel.

use super::Workbench;
use crate::explain;
use crate::export_panel::ExportPanel;
use crate::review::Answer;
use crate::save_panel::SavePanel;
use crate::settings::Recent;
use crate::texts::{Locale, Text};
use crate::toasts::ToastKind;
use egui::{Context, Ui};
use jjak_core::article::Lang;
use jjak_formats::exchange;
use jjak_formats::project::{Labels, ProjectError};
use std::path::{Path, PathBuf};

impl Workbench {
    pub(super) fn export_panel(&mut self, ui: &mut Ui) {
        let locale = self.locale();
        let away = !self.shows_rows();
        let (Some(panel), Some(review), false) = (&mut self.export, &mut self.review, away) else {
            self.export = None;
            return;
        };
        let revision = review.session.revision();
        if let Some(request) = panel.show(ui, &review.session.work(), revision, locale) {
            self.export_states = Some(panel.states().clone());
            self.settings.export = panel.choices();
            self.unkept = true;
            let works = [review.session.work()];
            let written = request.files.iter().map(|(path, format)| {
                exchange::write_files(path, &works, *format, &request.options)
            });
            match written.collect::<Result<Vec<usize>, _>>() {
                Ok(units) => {
                    let pairs = units.first().copied().unwrap_or_default();
                    let paths = request.files.iter().map(|(path, _)| path.display());
                    let paths: Vec<String> = paths.map(|path| path.to_string()).collect();
                    let text = locale.fill(Text::Exported, &[&pairs, &paths.join(", ")]);
                    review.session.mark_exported();
                    self.toasts.push(ToastKind::Info, text);
                    self.export = None;
                }
                Err(error) => {
                    let korean = format!("내보내지 못했습니다. 다른 폴더를 골라 보세요. ({error})");
                    self.toasts
                        .push(ToastKind::Error, locale.pick(error.to_string(), korean));
                }
            }
        } else if panel.is_closed() {
            self.export = None;
        }
    }

    /// Keeps what is being written in the work, which is about to be kept or written itself.
    fn keep_text(&mut self, ctx: &Context) {
        let answer = self.reviewing_mut().map(|review| review.keep_text(ctx));
        self.tell(&answer.unwrap_or(Answer::Done));
    }

    /// Saves the work in its file, or asks for one.
    pub(crate) fn save(&mut self, ctx: &Context) {
        self.keep_text(ctx);
        self.save_in_place();
    }

    pub(crate) fn save_as(&mut self, ctx: &Context) {
        self.keep_text(ctx);
        self.ask_where_to_save();
    }

    pub(crate) fn export(&mut self, ctx: &Context) {
        self.keep_text(ctx);

        if let Some(bitext) = self.bitext() {
            let states = self.export_states.as_ref();
            self.export = Some(ExportPanel::new(&self.settings.export, bitext, states));
        }
    }

    fn save_in_place(&mut self) {
        let locale = self.locale();
        let Some(review) = self.reviewing_mut() else {
            return;
        };
        let Some(file) = review.session.file().map(Path::to_owned) else {
            return self.ask_where_to_save();
        };
        let saved = review.session.save();
        self.say_saved(saved, &file, locale);
    }

    fn ask_where_to_save(&mut self) {
        let english = self.bitext().map(|bitext| &bitext.en.article.provenance);
        let english = english.and_then(|provenance| provenance.file.as_deref());
        let mut labels = match &self.review {
            Some(review) => review.session.labels().clone(),
            None => Labels::default(),
        };
        labels.reviewer = labels.reviewer.or(self.settings.reviewer.clone());
        let project = self
            .review
            .as_ref()
            .and_then(|review| review.session.file());
        self.save = Some(SavePanel::new(project, english, &labels));
    }

    /// Says that the work is in `file`, and where what was there before stays if that was kept.
    fn say_saved(
        &mut self,
        saved: Result<Option<PathBuf>, ProjectError>,
        file: &Path,
        locale: Locale,
    ) -> bool {
        match &saved {
            Ok(kept) => {
                let text = match kept {
                    Some(kept) => {
                        locale.fill(Text::SavedBeside, &[&file.display(), &kept.display()])
                    }
                    None => locale.fill(Text::Saved, &[&file.display()]),
                };
                self.toasts.push(ToastKind::Info, text);
            }
            Err(error) => self
                .toasts
                .push(ToastKind::Error, explain::project_error(error, locale)),
        }
        saved.is_ok()
    }

    pub(super) fn save_panel(&mut self, ui: &Ui) {
        let locale = self.locale();
        let (Some(mut panel), Some(review)) = (self.save.take(), &mut self.review) else {
            return;
        };
        let chosen = panel.show(ui, locale);
        let mut done = panel.is_closed();
        if let Some(path) = chosen {
            let labels = panel.labels();
            self.settings.reviewer.clone_from(&labels.reviewer);
            review.session.set_labels(labels);
            let saved = review.session.save_as(&path);
            let files = Lang::BOTH.map(|lang| {
                let side = review.session.bitext().side(lang);
                side.article.provenance.file.clone()
            });
            done = self.say_saved(saved, &path, locale);
            if done {
                // Its two texts are this work now.
                if let [Some(en), Some(ko)] = files {
                    self.settings.forget(Recent::Pair { en, ko });
                }
                self.settings.remember(Recent::Project { project: path });
                self.unkept = true;
            }
        }
        if !done {
            self.save = Some(panel);
        }
    }
}
