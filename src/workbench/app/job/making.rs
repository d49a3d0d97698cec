//! How a job is made of what a person gave: the page that says what it is to be, and the matching in the background.
use super::super::work::is_job;
use super::super::{Leaving, Screen, Workbench};
use super::{OpenJob, threads};
use crate::explain;
use crate::job::setup::Setup;
use crate::jobs::{Job, Outcome};
use crate::start::is_project;
use crate::texts::{JobText, Text};
use crate::toasts::ToastKind;
use egui::Context;
use jjak_formats::job::{JobError, JobFile, JobPair};
use jjak_formats::project::Damage;
use jjak_review::job::making::{self, Gathered, MakeError};
use jjak_review::job::{JobSession, Refusal};
use std::path::{Path, PathBuf};

/// What is being made of what was given.
pub(super) enum Making {
    Job(Job<Result<Made, Unmade>>),
    Texts(Job<Result<Gathered, MakeError>>),
}

pub(super) struct Made {
    session: JobSession,
    damage: Option<Damage>,
    added: usize,
    unusable: usize,
}

/// Why no job was made.
pub(super) enum Unmade {
    Gather(MakeError),
    Job(JobError),
    Refused(Refusal),
}

/// Whether what was given or dropped is more than a pair: folders, a table of pairs, many files.
pub(in super::super) fn are_for_job(paths: &[PathBuf]) -> bool {
    let is_folder = |path: &PathBuf| path.is_dir();
    paths.len() > 2
        || paths.iter().any(is_folder)
        || matches!(paths, [only] if making::is_table_of_files(only))
}

impl Workbench {
    /// Takes files and folders that were dropped or named: to the start screen, or to a job.
    pub(in super::super) fn take_files(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if let Some(job) = paths.iter().find(|path| is_job(path)) {
            return self.leave(ctx, Leaving::Job(job.clone()));
        }
        if let Some(setup) = &mut self.desk.setup {
            return setup.give(paths);
        }
        let is_work = |path: &PathBuf| is_project(path) && !making::is_table_of_files(path);
        let is_at_table = self.screen == Screen::Table && !paths.iter().any(is_work);
        if is_at_table || are_for_job(&paths) {
            return self.set_up(paths, is_at_table);
        }
        self.screen = Screen::Start;
        self.start.drop_files(paths);
    }

    /// Shows the page that says what a job is to be made of, or what is to be added to the open one.
    pub(in super::super) fn set_up(&mut self, given: Vec<PathBuf>, is_for_open_job: bool) {
        let is_writable = |job: &OpenJob| !job.session.is_read_only();
        let adds = is_for_open_job && self.desk.job.as_ref().is_some_and(is_writable);
        self.desk.setup = Some(Setup::new(given, adds));
    }

    pub(in super::super) fn is_setting_up(&self) -> bool {
        self.desk.setup.is_some()
    }

    /// Matches what was given, into a job at `path` or into the open one.
    pub(super) fn start_making(
        &mut self,
        ctx: &Context,
        given: Vec<PathBuf>,
        path: Option<PathBuf>,
    ) {
        let own = self.own();
        let threads = threads();
        let Some(path) = path else {
            let known = match &self.desk.job {
                Some(job) => job.session.pairs().to_vec(),
                None => return,
            };
            let job = Job::start(ctx, move |progress| {
                making::gather_pairs(&given, &known, &own(), threads, progress)
            });
            self.desk.making = Some(Making::Texts(job));
            return;
        };
        // A job that is open already takes it itself.
        let path = std::path::absolute(&path).unwrap_or(path);
        let is_open = |job: &OpenJob| job.session.path() == path;
        if self.desk.job.as_ref().is_some_and(is_open) {
            return self.start_making(ctx, given, None);
        }
        let job = Job::start(ctx, move |progress| {
            let (file, damage) = match there_already(&path) {
                Ok(Some((file, damage))) => (Some(file), damage),
                Ok(None) => (None, None),
                Err(error) => return Ok(Err(Unmade::Job(error))),
            };
            let known = file.iter().flat_map(JobFile::pairs).cloned();
            let known: Vec<JobPair> = known.collect();
            let gathered = making::gather_pairs(&given, &known, &own(), threads, progress)?;
            Ok(made(file, damage, &path, gathered))
        });
        self.desk.making = Some(Making::Job(job));
    }

    pub(super) fn hear_making(&mut self, ctx: &Context) {
        let locale = self.locale();
        match self.desk.making.take() {
            None => {}
            Some(Making::Job(job)) => match job.poll() {
                None => self.desk.making = Some(Making::Job(job)),
                Some(Outcome::Done(Ok(made))) => {
                    self.desk.setup = None;
                    self.show_job(ctx, made.session);
                    if made.damage.is_some() {
                        let words = JobText::Damaged.in_(locale).to_owned();
                        self.toasts.push(ToastKind::Warning, words);
                    }
                    self.tell_added(made.added, made.unusable);
                    self.pair_all(ctx);
                }
                Some(Outcome::Done(Err(why))) => {
                    let words = match &why {
                        Unmade::Gather(error) => explain::make_error(error, locale),
                        Unmade::Job(error) => explain::job_error(error, locale),
                        Unmade::Refused(Refusal::File(error)) => explain::job_error(error, locale),
                        Unmade::Refused(refusal) => refusal.to_string(),
                    };
                    self.toasts.push(ToastKind::Error, words);
                }
                Some(ended) => self.tell_ended(&ended),
            },
            Some(Making::Texts(job)) => match job.poll() {
                None => self.desk.making = Some(Making::Texts(job)),
                Some(Outcome::Done(Ok(gathered))) => {
                    self.desk.setup = None;
                    let Some(open) = &mut self.desk.job else {
                        return;
                    };
                    let added = open
                        .session
                        .add(&gathered.records, gathered.table.as_deref());
                    match added {
                        Ok(added) => {
                            self.screen = Screen::Table;
                            self.tell_added(added, gathered.unusable.len());
                            self.pair_all(ctx);
                        }
                        Err(refusal) => self.tell_refusal(&refusal),
                    }
                }
                Some(Outcome::Done(Err(error))) => {
                    let words = explain::make_error(&error, locale);
                    self.toasts.push(ToastKind::Error, words);
                }
                Some(ended) => self.tell_ended(&ended),
            },
        }
    }

    fn tell_added(&mut self, added: usize, unusable: usize) {
        let locale = self.locale();
        let words = match added {
            0 => JobText::NothingNew.in_(locale).to_owned(),
            added => locale.fill(JobText::Made, &[&added]),
        };
        self.toasts.push(ToastKind::Info, words);
        if unusable > 0 {
            let words = locale.fill(JobText::Unusable, &[&unusable]);
            self.toasts.push(ToastKind::Warning, words);
        }
    }

    fn tell_ended<T>(&mut self, ended: &Outcome<T>) {
        let locale = self.locale();
        match ended {
            Outcome::Failed(why) => {
                let words = locale.fill(Text::JobFailed, &[why]);
                self.toasts.push(ToastKind::Error, words);
            }
            Outcome::Done(_) | Outcome::Cancelled => {
                let words = Text::Cancelled.in_(locale).to_owned();
                self.toasts.push(ToastKind::Info, words);
            }
        }
    }
}

/// The file of a job that is at `path` already.
fn there_already(path: &Path) -> Result<Option<(JobFile, Option<Damage>)>, JobError> {
    if path.exists() {
        JobFile::open(path).map(Some)
    } else {
        Ok(None)
    }
}

/// Puts what was gathered into a job; a file is made only if there is something to put into it.
fn made(
    file: Option<JobFile>,
    damage: Option<Damage>,
    path: &Path,
    gathered: Result<Gathered, MakeError>,
) -> Result<Made, Unmade> {
    let gathered = gathered.map_err(Unmade::Gather)?;
    let file = match file {
        Some(file) => file,
        None => JobFile::create(path).map_err(Unmade::Job)?.0,
    };
    let mut session = JobSession::of(file);
    let added = session
        .add(&gathered.records, gathered.table.as_deref())
        .map_err(Unmade::Refused)?;
    Ok(Made {
        session,
        damage,
        added,
        unusable: gathered.unusable.len(),
    })
}
