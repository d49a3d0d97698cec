//! Terms for a glossary: the panel, and the lexicon read anew on a worker thread.

use super::{Screen, Workbench};
use crate::concordance::{self, Concordance};
use crate::jobs::{Job, Outcome};
use crate::opening;
use crate::review::Review;
use crate::term_panel::{Asked, Place, Scope, TermPanel};
use crate::texts::Text;
use crate::toasts::ToastKind;
use egui::{Context, Ui};
use jjak_pipeline::custom::{add_glossary_beside, append_term, forget_term};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

impl Workbench {
    /// The glossaries that a term can be added to now.
    pub(super) fn glossaries(&self) -> Vec<Place> {
        let at_job = self.screen == Screen::Table || self.of_job();
        let job = self.job_path().filter(|_| at_job);
        let work = self.reviewing().and_then(|review| review.session.file());
        let work = work.filter(|_| job.is_none());
        let places = [
            (Scope::Job, job),
            (Scope::Work, work.map(PathBuf::from)),
            (Scope::Own, self.settings.lists.clone()),
        ];
        let there = places.into_iter();
        let there = there.filter_map(|(scope, of)| Some(Place { scope, of: of? }));
        there.collect()
    }

    /// Opens the panel with a term that is not there yet.
    pub(super) fn ask_for_term(&mut self, en: String, ko: String) {
        let places = self.glossaries();
        if places.is_empty() {
            let text = Text::NoGlossary.in_(self.locale()).to_owned();
            return self.toasts.push(ToastKind::Warning, text);
        }
        let offered = self.reviewing().map(Review::terms_here);
        let scope = self.usual_scope();
        let offered = offered.unwrap_or_default();
        self.term = Some(TermPanel::new((en, ko), offered, places, scope));
    }

    /// Opens the panel at the table of a job.
    pub(crate) fn open_glossary(&mut self, _: &Context) {
        self.ask_for_term(String::new(), String::new());
    }

    pub(super) fn term_panel(&mut self, ui: &Ui) {
        let locale = self.locale();
        if self.screen == Screen::Start {
            self.term = None;
        }
        let Some(mut panel) = self.term.take() else {
            return;
        };
        let asked = panel.show(ui, locale);
        let changed = match asked {
            None => {
                self.term = Some(panel);
                return;
            }
            Some(Asked::Close) => return,
            Some(Asked::NoDialog) => {
                let words = Text::NoDialog.in_(locale).to_owned();
                self.toasts.push(ToastKind::Warning, words);
                false
            }
            Some(Asked::Add(place, en, ko)) => {
                self.term_scope = Some(place.scope);
                return self.add_term(ui.ctx(), &place, &en, &ko);
            }
            Some(Asked::Forget(place, line)) => match forget_term(&place.glossary(), &line) {
                Ok(_) => {
                    let words = locale.fill(Text::TermForgotten, &[&line.en, &line.ko]);
                    self.toasts.push(ToastKind::Info, words);
                    true
                }
                Err(error) => {
                    self.toasts.push(ToastKind::Error, error.to_string());
                    false
                }
            },
            Some(Asked::AddFile(place, from)) => self.add_glossary(&place, &from),
        };
        if changed {
            panel.refresh();
            self.read_lexicon(ui.ctx());
        }
        self.term = Some(panel);
    }

    /// Opens the concordance with nothing looked for yet.
    pub(crate) fn open_concordance(&mut self, _: &Context) {
        self.look_up_in_context(String::new());
    }

    pub(super) fn look_up_in_context(&mut self, word: String) {
        self.concordance = Some(Concordance::of(word));
    }

    pub(super) fn concordance_panel(&mut self, ui: &Ui) {
        let locale = self.locale();
        let shows = self.shows_rows();
        let (Some(mut panel), Some(review)) = (self.concordance.take(), &mut self.review) else {
            return;
        };
        if !shows {
            return;
        }
        match panel.show(ui, &review.session, locale) {
            Some(concordance::Asked::Close) => return,
            Some(concordance::Asked::Go(row)) => review.go_to_row(row),
            None => {}
        }
        self.concordance = Some(panel);
    }

    /// Takes a file that was dropped while the panel is open; whether it was one for it.
    pub(super) fn take_glossary(&mut self, ctx: &Context, dropped: &[PathBuf]) -> bool {
        let place = self.term.as_ref().and_then(TermPanel::place);
        let place = place.filter(|place| place.scope != Scope::Own);
        let (Some(place), [from]) = (place, dropped) else {
            return false;
        };
        if self.add_glossary(&place, from) {
            self.read_lexicon(ctx);
            if let Some(panel) = &mut self.term {
                panel.refresh();
            }
        }
        true
    }

    pub(super) fn add_term(&mut self, ctx: &Context, place: &Place, en: &str, ko: &str) {
        let locale = self.locale();
        match append_term(&place.glossary(), en, ko) {
            Ok(added) => {
                let text = if added {
                    Text::TermAdded
                } else {
                    Text::TermThere
                };
                self.toasts
                    .push(ToastKind::Info, locale.fill(text, &[&en, &ko]));
                self.read_lexicon(ctx);
            }
            Err(error) => self.toasts.push(ToastKind::Error, error.to_string()),
        }
    }

    /// Puts a client's glossary beside the job or the work; whether it is there now.
    fn add_glossary(&mut self, place: &Place, from: &Path) -> bool {
        let locale = self.locale();
        match add_glossary_beside(&place.of, from) {
            Ok((there, terms)) => {
                let name = there.file_name().unwrap_or_default().to_string_lossy();
                let words = locale.fill(Text::TermFileAdded, &[&terms, &name]);
                self.toasts.push(ToastKind::Info, words);
                true
            }
            Err(error) => {
                self.toasts.push(ToastKind::Error, error.to_string());
                false
            }
        }
    }

    /// Has the checks and the evidence of the open rows know the glossaries as they are now.
    fn read_lexicon(&mut self, ctx: &Context) {
        let Some(review) = &self.review else { return };
        let folder = self.settings.lists.clone();
        let job = self.job_path().filter(|_| self.of_job());
        let work = review.session.file().map(PathBuf::from);
        let beside: Vec<PathBuf> = job.into_iter().chain(work).collect();
        let read = move || opening::lexicon(folder.as_deref(), &beside);
        self.lexicon = Some(Job::start(ctx, move |_| Ok(read())));
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
