//! Terms for the user's glossary: the panel, and the lexicon read anew on a worker thread.

use super::Workbench;
use crate::jobs::{Job, Outcome};
use crate::opening;
use crate::term_panel::TermPanel;
use crate::texts::Text;
use crate::toasts::Kind;
use egui::Ui;
use jjak_pipeline::custom::append_term;
use std::sync::Arc;
use std::time::Duration;

impl Workbench {
    pub(super) fn ask_for_term(&mut self, en: String, ko: String) {
        self.term = Some(TermPanel::new(en, ko));
    }

    pub(super) fn term_panel(&mut self, ui: &Ui) {
        let locale = self.locale();
        let away = !self.shows_rows();
        let (Some(mut panel), false) = (self.term.take(), away) else {
            return;
        };
        match panel.show(ui, locale) {
            Some((en, ko)) => self.add_term(ui.ctx(), &en, &ko),
            None if panel.is_closed() => {}
            None => self.term = Some(panel),
        }
    }

    fn add_term(&mut self, ctx: &egui::Context, en: &str, ko: &str) {
        let locale = self.locale();
        let Some(folder) = self.settings.lists.clone() else {
            let text = Text::NoGlossary.in_(locale).to_owned();
            return self.toasts.push(Kind::Warning, text);
        };
        match append_term(&folder, en, ko) {
            Ok(added) => {
                let text = if added {
                    Text::TermAdded
                } else {
                    Text::TermThere
                };
                self.toasts.push(Kind::Info, locale.fill(text, &[&en, &ko]));
                let read = move || opening::lexicon(Some(&folder));
                self.lexicon = Some(Job::start(ctx, move |_| Ok(read())));
            }
            Err(error) => self.toasts.push(Kind::Error, error.to_string()),
        }
    }

    pub(super) fn hear_lexicon(&mut self, ui: &Ui) {
        let Some(job) = &self.lexicon else { return };
        match job.poll() {
            None => ui.request_repaint_after(Duration::from_millis(40)),
            Some(outcome) => {
                self.lexicon = None;
                if let (Outcome::Done(lexicon), Some(review)) = (outcome, &mut self.review) {
                    review.take_lexicon(Arc::new(lexicon));
                }
            }
        }
    }
}
