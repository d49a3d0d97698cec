//! The panel of terms that the pairs suggest, of the open work or of the job.

use super::{Screen, Workbench};
use crate::jobs::Job;
use crate::term_candidates::{Asked, Suggested, TermCandidates};
use crate::term_panel::Scope;
use crate::texts::Text;
use crate::toasts::ToastKind;
use egui::{Context, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::Bitext;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::exchange::{GlossaryFormat, write_glossary};
use jjak_formats::project;
use jjak_formats::whole_file::write_file;
use jjak_pipeline::custom::Custom;
use jjak_pipeline::term_candidates::{LEAST, candidates, entry, telling_pairs};
use std::path::{Path, PathBuf};

/// Whose pairs are looked through.
enum Works {
    Open(Box<Bitext>),
    OfJob(Vec<PathBuf>),
}

impl Workbench {
    /// Looks for terms: at the table of a job in all its works, else in the open one.
    pub(crate) fn open_term_candidates(&mut self, ctx: &Context) {
        let works = match (self.screen, self.reviewing()) {
            (Screen::Table, _) => Works::OfJob(self.works_of_job()),
            (_, Some(review)) => Works::Open(Box::new(review.session.bitext().clone())),
            (Screen::Start | Screen::Rows, None) => return,
        };
        let places = self.glossaries();
        let scope = self.usual_scope();
        let own = self.own();
        let beside = self.reviewing().and_then(|review| review.session.file());
        let beside = beside.map(Path::to_path_buf);
        let looking = Job::start(ctx, move |progress| {
            let mut custom = own();
            if let Some(work) = &beside {
                custom.add_glossaries_beside(work);
            }
            suggest(&works, &custom, progress)
        });
        self.candidates = Some(TermCandidates::new(looking, places, scope));
    }

    pub(super) fn candidates_panel(&mut self, ui: &Ui) {
        if self.screen == Screen::Start {
            self.candidates = None;
        }
        let locale = self.locale();
        let Some(mut panel) = self.candidates.take() else {
            return;
        };
        match panel.show(ui, locale) {
            None => {}
            Some(Asked::Close) => return,
            Some(Asked::NoDialog) => {
                let words = Text::NoDialog.in_(locale).to_owned();
                self.toasts.push(ToastKind::Warning, words);
            }
            Some(Asked::Add(place, en, ko)) => {
                self.add_term(ui.ctx(), &place, &en, &ko);
                panel.forget(&en, &ko);
            }
            Some(Asked::Save(path)) => self.save_candidates(&path, panel.found()),
        }
        self.candidates = Some(panel);
    }

    fn save_candidates(&mut self, path: &Path, found: &Suggested) {
        let locale = self.locale();
        let Some(format) = GlossaryFormat::of(path) else {
            let words = locale.fill(Text::CandidatesKinds, &[&path.display()]);
            return self.toasts.push(ToastKind::Warning, words);
        };
        let examples = found.examples.iter().cloned();
        let entries = found.candidates.iter().cloned().zip(examples);
        let entries: Vec<_> = entries.map(|(one, example)| entry(one, example)).collect();
        match write_file(path, |out| write_glossary(&entries, format, Lang::En, out)) {
            Ok(_) => {
                let words = locale.fill(Text::CandidatesSaved, &[&entries.len(), &path.display()]);
                self.toasts.push(ToastKind::Info, words);
            }
            Err(error) => self.toasts.push(ToastKind::Error, error.to_string()),
        }
    }

    /// The scope that a term is added to unless the person says another.
    pub(super) fn usual_scope(&self) -> Scope {
        let usual = if self.job_path().is_some() {
            Scope::Job
        } else {
            Scope::Own
        };
        self.term_scope.unwrap_or(usual)
    }
}

/// The terms of the accepted pairs; where nobody has accepted any, of all.
fn suggest(works: &Works, custom: &Custom, progress: &Progress) -> Result<Suggested, Cancelled> {
    let mut pairs = [Vec::new(), Vec::new()];
    let mut unread = Vec::new();
    let mut take = |bitext: &Bitext| {
        for (pairs, all) in pairs.iter_mut().zip([false, true]) {
            pairs.extend(telling_pairs(bitext, all));
        }
    };
    match works {
        Works::Open(bitext) => take(bitext),
        Works::OfJob(paths) => {
            for path in paths {
                progress.at(0.0)?;
                match project::read(path) {
                    Ok(loaded) => take(&loaded.project.bitext),
                    Err(error) => unread.push(error.to_string()),
                }
            }
        }
    }
    let [accepted, all] = pairs;
    let of_all = accepted.is_empty();
    let pairs = if of_all { all } else { accepted };
    let found = candidates(&pairs, LEAST, &custom.glossary, &custom.lexicon(), progress)?;
    let examples = found.iter().map(|one| pairs.get(one.example).cloned());
    Ok(Suggested {
        examples: examples.map(Option::unwrap_or_default).collect(),
        candidates: found,
        pairs: pairs.len(),
        of_all,
        unread,
    })
}
