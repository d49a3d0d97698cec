//! What runs on worker threads: opening a pair and re-aligning, with their progress and their end.

use super::Workbench;
use crate::command::Command;
use crate::explain;
use crate::hints::Hints;
use crate::jobs::{Job, Outcome};
use crate::opening::{self, OpenError, Opened};
use crate::review::Review;
use crate::session::Session;
use crate::settings::Recent;
use crate::start::{Source, StartRequest};
use crate::texts::{self, Text};
use crate::toasts::ToastKind;
use egui::Ui;
use jjak_core::article::Lang;
use jjak_core::bitext::{Operation, Refusal, RowIndex};
use jjak_formats::exchange;
use jjak_formats::import::{Encoding, Imported};
use jjak_formats::job;
use jjak_formats::project::{ProjectError, unsaved};
use jjak_pipeline::custom::append_never;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A pair being opened.
pub(super) struct Opening {
    job: Job<Result<Opened, OpenError>>,
    recent: Option<Recent>,
    /// The pair of the job that it is.
    pair: Option<u64>,
}

/// Whether a file is a job.
pub(super) fn is_job(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(job::EXTENSION))
}

impl Workbench {
    pub(super) fn start_request(&mut self, ctx: &egui::Context, request: StartRequest) {
        match request {
            StartRequest::Open { en, ko } => self.open(ctx, en, ko),
            StartRequest::NewJob => self.set_up(Vec::new(), false),
            StartRequest::OpenSample => {
                self.hints = (!self.settings.hinted).then(Hints::default);
                self.begin(ctx, opening::sample, None);
            }
            StartRequest::Project(path) => self.open_project(ctx, path),
            StartRequest::Recent(at) => match self.settings.recent.get(at).cloned() {
                Some(Recent::Pair { en, ko }) => {
                    self.open(ctx, Source::File(en), Source::File(ko));
                }
                Some(Recent::Project { project }) => self.open_project(ctx, project),
                Some(Recent::Job { job }) => self.open_job(ctx, job),
                None => {}
            },
            StartRequest::Forget(at) => {
                if at < self.settings.recent.len() {
                    self.settings.recent.remove(at);
                    self.write_settings();
                }
            }
            StartRequest::Discard(path) => {
                if let Err(error) = std::fs::remove_file(&path) {
                    let error = format!("{}: {error}", path.display());
                    self.toasts.push(ToastKind::Error, error);
                }
                self.unsaved.retain(|work| work.path != path);
            }
        }
    }

    pub(super) fn open(&mut self, ctx: &egui::Context, en: Source, ko: Source) {
        let recent = match (&en, &ko) {
            (Source::File(en), Source::File(ko)) => Some(Recent::Pair {
                en: en.clone(),
                ko: ko.clone(),
            }),
            _ => None,
        };
        self.begin(ctx, move || Ok((en.read()?, ko.read()?)), recent);
    }

    fn begin(
        &mut self,
        ctx: &egui::Context,
        texts: impl FnOnce() -> Result<(Imported, Imported), OpenError> + Send + 'static,
        recent: Option<Recent>,
    ) {
        let options = self.settings.opening();
        let job = Job::start(ctx, move |progress| {
            opening::open(texts(), &options, progress)
        });
        self.opening = Some(Opening {
            job,
            recent,
            pair: None,
        });
    }

    /// Begins the open work anew, with one of its texts read in another encoding.
    pub(super) fn reread(&mut self, ctx: &egui::Context, lang: Lang, encoding: Encoding) {
        let Some(review) = &self.review else { return };
        let project = review.session.project().clone();
        let options = self.settings.opening();
        let job = Job::start(ctx, move |progress| {
            opening::reread(&project, (lang, encoding), &options, progress)
        });
        self.opening = Some(Opening {
            job,
            recent: None,
            pair: None,
        });
    }

    pub(super) fn open_project(&mut self, ctx: &egui::Context, path: PathBuf) {
        if is_job(&path) {
            return self.open_job(ctx, path);
        }
        let unsaved = self.settings.unsaved.clone();
        let is_named = path.parent() != unsaved.as_deref();
        let recent = is_named.then(|| Recent::Project {
            project: path.clone(),
        });
        let (lists, cutting) = (self.settings.lists.clone(), self.settings.cutting.clone());
        let job = Job::start(ctx, move |_| {
            let unsaved = unsaved.as_deref();
            let (custom, _) = opening::custom(lists.as_deref(), &cutting);
            Ok(if exchange::can_open(&path) {
                opening::open_pairs(&path, unsaved, custom)
            } else {
                opening::open_project(&path, unsaved, custom)
            })
        });
        self.opening = Some(Opening {
            job,
            recent,
            pair: None,
        });
    }

    /// Opens the work on a pair of the job; if somebody else has it, it is shown.
    pub(super) fn open_work(&mut self, ctx: &egui::Context, id: u64, path: PathBuf) {
        let unsaved = self.settings.unsaved.clone();
        let own = self.own();
        let job = Job::start(ctx, move |_| {
            Ok(
                match opening::open_project(&path, unsaved.as_deref(), own()) {
                    Err(OpenError::Project(ProjectError::Locked { who, .. })) => {
                        opening::show_project(&path, who, own())
                    }
                    opened => opened,
                },
            )
        });
        self.opening = Some(Opening {
            job,
            recent: None,
            pair: Some(id),
        });
    }

    /// Looks for work that an earlier run left behind.
    pub(super) fn look_for_unsaved(&mut self, ctx: &egui::Context) {
        if let Some(folder) = self.settings.unsaved.clone() {
            self.looking = Some(Job::start(ctx, move |_| Ok(unsaved::list(&folder))));
        }
    }

    /// Aligns the selection anew, or the rest from the cursor on.
    pub(crate) fn realign_from_here(&mut self, ctx: &egui::Context) {
        let Some(Review { session, .. }) = &self.review else {
            return;
        };
        let row = session.cursor().row;
        // What lies beyond rows that are sure or settled comes out as it is.
        let rows = if session.has_selection() {
            session.selection()
        } else {
            row..session.bitext().stretch(row).end
        };
        self.realign(ctx, rows);
    }

    /// Aligns anew what lies between the settled rows around the cursor.
    pub(crate) fn realign_between(&mut self, ctx: &egui::Context) {
        if let Some(Review { session, .. }) = &self.review {
            let rows = session.bitext().stretch(session.cursor().row);
            self.realign(ctx, rows);
        }
    }

    fn realign(&mut self, ctx: &egui::Context, rows: Range<RowIndex>) {
        let Some(review) = &self.review else { return };
        let bitext = review.session.bitext().clone();
        let lexicon = review.session.lexicon().clone();
        let job = Job::start(ctx, move |progress| {
            bitext.realign(rows, &lexicon, progress)
        });
        self.realigning = Some((review.session.revision(), job));
    }

    /// Keeps the rule of the paragraph under the cursor in the user's lists, and excludes by it here.
    pub(crate) fn never_again(&mut self, _: &egui::Context) {
        let locale = self.locale();
        let Some(review) = &mut self.review else {
            return;
        };
        if let Some(rule) = review.rule_of_block() {
            let kept = match &self.settings.lists {
                None => (ToastKind::Warning, Text::NoLists.in_(locale).to_owned()),
                Some(folder) => match append_never(folder, &rule) {
                    Ok(_) => (ToastKind::Info, locale.fill(Text::NeverAgainKept, &[&rule])),
                    Err(error) => (ToastKind::Error, error.to_string()),
                },
            };
            self.toasts.push(kept.0, kept.1);
        }
        let answer = review.act(Command::ExcludeAlike, Review::exclude_alike);
        self.tell(&answer);
    }

    /// Takes what the worker threads have finished.
    pub(super) fn hear_jobs(&mut self, ui: &Ui) {
        let locale = self.locale();
        if let Some(opening) = &self.opening
            && let Some(outcome) = opening.job.wait(Duration::from_millis(1))
        {
            let (recent, pair) = match self.opening.take() {
                Some(opening) => (opening.recent, opening.pair),
                None => (None, None),
            };
            match outcome {
                Outcome::Done(Ok(opened)) => {
                    if let Some(pair) = recent {
                        self.settings.remember(pair);
                        self.unkept = true;
                    }
                    for note in &opened.notes {
                        let note = explain::note(note, locale);
                        self.toasts.push(ToastKind::Warning, note);
                    }
                    if let Some(journal) = &opened.journal {
                        self.unsaved.retain(|work| work.path != journal.path());
                    }
                    let Opened {
                        project,
                        journal,
                        named,
                        held_by,
                        rules,
                        lexicon,
                        ..
                    } = opened;
                    let session = Session::new(project, journal, named).with_lexicon(lexicon);
                    self.show_session(session, rules);
                    if let Some(review) = &mut self.review {
                        review.held_by = held_by;
                    }
                    self.pair_is_open(ui.ctx(), pair);
                }
                Outcome::Done(Err(error)) => self
                    .toasts
                    .push(ToastKind::Error, explain::open_error(&error, locale)),
                Outcome::Cancelled => self
                    .toasts
                    .push(ToastKind::Info, Text::Cancelled.in_(locale).into()),
                Outcome::Failed(why) => self
                    .toasts
                    .push(ToastKind::Error, locale.fill(Text::JobFailed, &[&why])),
            }
        }
        if let Some(Outcome::Done(found)) = self.looking.as_ref().and_then(Job::poll) {
            (self.unsaved, self.looking) = (found, None);
        }
        if let Some((revision, job)) = &self.realigning
            && let Some(outcome) = job.poll()
        {
            let fresh = self
                .review
                .as_ref()
                .is_some_and(|review| review.session.revision() == *revision);
            self.realigning = None;
            match outcome {
                Outcome::Done(operation) if fresh => self.take_realignment(operation),
                Outcome::Failed(why) => self
                    .toasts
                    .push(ToastKind::Error, locale.fill(Text::JobFailed, &[&why])),
                Outcome::Done(_) | Outcome::Cancelled => {
                    self.toasts
                        .push(ToastKind::Info, Text::Cancelled.in_(locale).into());
                }
            }
        }
        if self.opening.is_some() || self.realigning.is_some() {
            ui.request_repaint_after(Duration::from_millis(40));
        }
    }

    fn take_realignment(&mut self, operation: Operation) {
        let Some(review) = &mut self.review else {
            return;
        };
        let text = match review.operate(operation) {
            Ok(_) => {
                let rows = review.session.fresh();
                self.locale().fill(Text::Realigned, &[&rows])
            }
            Err(Refusal::NoChange) => Text::RealignedNone.in_(self.locale()).to_owned(),
            Err(refusal) => texts::refusal(refusal, self.locale()),
        };
        self.toasts.push(ToastKind::Info, text);
    }

    pub(super) fn progress_panel(&mut self, ui: &mut Ui) {
        let locale = self.locale();
        let opening = self
            .opening
            .as_ref()
            .map(|opening| (opening.job.is_slow(), opening.job.fraction()));
        let realigning = self
            .realigning
            .as_ref()
            .map(|(_, job)| (job.is_slow(), job.fraction()));
        let Some((true, fraction)) = opening.or(realigning) else {
            return;
        };
        let cancel = egui::Panel::top("progress").show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(Text::Aligning.in_(locale));
                ui.add(
                    egui::ProgressBar::new(fraction)
                        .desired_width(260.0)
                        .show_percentage(),
                );
                ui.button(Text::Cancel.in_(locale)).clicked()
            })
        });
        if cancel.inner.inner {
            if let Some(opening) = &self.opening {
                opening.job.cancel();
            }
            if let Some((_, job)) = &self.realigning {
                job.cancel();
            }
        }
    }
}
