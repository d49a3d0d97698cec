//! The open job: how it is made and opened, what runs in the background for it, and what its commands do.

mod background;
mod commands;
mod making;
mod panels;
mod screen;

pub(super) use making::are_for_job;

use super::{Screen, Workbench};
use crate::explain;
use crate::job::setup::Setup;
use crate::job::{JobTable, title};
use crate::opening;
use crate::settings::Recent;
use crate::texts::{JobText, lang_name};
use crate::toasts::ToastKind;
use egui::Context;
use jjak_core::article::Lang;
use jjak_core::bitext::RowIndex;
use jjak_formats::job::JobPair;
use jjak_pipeline::custom::Custom;
use jjak_pipeline::job::{Lessons, Seen};
use jjak_review::crew::Crew;
use jjak_review::job::{JobSession, Refusal, single};
use making::Making;
use panels::{Exporting, Panel, ReplacingWorks};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// Most threads that work for a job in the background.
const THREADS: usize = 4;

/// The open job, and what is to become one.
#[derive(Default)]
pub(super) struct Desk {
    job: Option<OpenJob>,
    setup: Option<Setup>,
    making: Option<Making>,
}

/// An open job with its table and what runs for it.
struct OpenJob {
    session: JobSession,
    table: JobTable,
    pairing: Option<Crew<JobPair>>,
    /// One that is to be opened is paired before all others.
    hurried: Option<Crew<JobPair>>,
    looking: Option<Crew<Seen>>,
    /// What the works teach that were read for that.
    lessons: Arc<Mutex<Lessons>>,
    /// Works that were not there, as far as was looked.
    missing: usize,
    /// The pair whose rows are open.
    open: Option<u64>,
    /// The pair to open as soon as it is paired.
    wanted: Option<u64>,
    /// The pair that is as well paired as can be now, to be opened.
    ready: Option<u64>,
    /// The row of that pair to go to.
    wanted_row: Option<RowIndex>,
    panel: Option<Panel>,
    replacing: Option<ReplacingWorks>,
    exporting: Option<Exporting>,
}

impl Desk {
    /// Whether a panel floats over the table.
    pub(super) fn has_panel(&self) -> bool {
        let job = self.job.as_ref();
        job.is_some_and(|job| job.panel.is_some())
    }
}

impl OpenJob {
    fn new(session: JobSession, table: JobTable) -> OpenJob {
        OpenJob {
            session,
            table,
            pairing: None,
            hurried: None,
            looking: None,
            lessons: Arc::default(),
            missing: 0,
            open: None,
            wanted: None,
            ready: None,
            wanted_row: None,
            panel: None,
            replacing: None,
            exporting: None,
        }
    }

    fn title(&self, id: u64) -> String {
        let pair = self.session.pair(id);
        pair.map(|pair| title(pair, Lang::En)).unwrap_or_default()
    }
}

fn threads() -> usize {
    let there = std::thread::available_parallelism().map_or(1, usize::from);
    there.min(THREADS)
}

impl Workbench {
    /// Opens a job in the place of the one before.
    pub(super) fn open_job(&mut self, ctx: &Context, path: PathBuf) {
        let path = std::path::absolute(&path).unwrap_or(path);
        let is_open = |job: &OpenJob| job.session.path() == path;
        if self.desk.job.as_ref().is_some_and(is_open) {
            self.screen = Screen::Table;
            return;
        }
        let locale = self.locale();
        match JobSession::open(&path) {
            Ok((session, damage)) => {
                if damage.is_some() {
                    let words = JobText::Damaged.in_(locale).to_owned();
                    self.toasts.push(ToastKind::Warning, words);
                }
                self.show_job(ctx, session);
                self.look_at_works(ctx, None);
            }
            Err(error) => {
                let words = explain::job_error(&error, locale);
                self.toasts.push(ToastKind::Error, words);
            }
        }
    }

    fn show_job(&mut self, ctx: &Context, session: JobSession) {
        self.close_job();
        let path = session.path().to_path_buf();
        let (view, pair) = self.settings.view_of(&path);
        self.settings.remember(Recent::Job { job: path });
        self.unkept = true;
        let mut job = OpenJob::new(session, JobTable::of(&view));
        job.table.refresh(&job.session);
        let is_there = |id: &u64| {
            job.session
                .pair(*id)
                .is_some_and(|pair| pair.work.is_some())
        };
        let pair = pair.filter(is_there);
        self.desk.job = Some(job);
        self.screen = Screen::Table;
        // Where the person was.
        if let Some(pair) = pair {
            self.leave(ctx, super::Leaving::Pair(pair));
        }
    }

    /// Keeps how the job was looked at, and lets go of its file.
    pub(super) fn close_job(&mut self) {
        let Some(mut job) = self.desk.job.take() else {
            return;
        };
        let open = job.open.filter(|_| self.shows_rows());
        let (path, view) = (job.session.path().to_path_buf(), job.table.kept());
        self.settings.keep_view(&path, view, open);
        self.write_settings();
        // The file is whole without it, only longer.
        let _ = job.session.fold();
    }

    pub(super) fn job_name(&self) -> Option<String> {
        let job = self.desk.job.as_ref()?;
        let is_shown = self.screen == Screen::Table;
        is_shown.then(|| job.session.name())
    }

    /// The file of the open job.
    pub(super) fn job_path(&self) -> Option<PathBuf> {
        let job = self.desk.job.as_ref()?;
        Some(job.session.path().to_path_buf())
    }

    /// The works of the open job.
    pub(super) fn works_of_job(&self) -> Vec<PathBuf> {
        let works = self.desk.job.as_ref().map(OpenJob::works);
        works.into_iter().flatten().map(|(_, work)| work).collect()
    }

    /// Whether the open rows are of a pair of the job.
    pub(super) fn of_job(&self) -> bool {
        let job = self.desk.job.as_ref();
        job.is_some_and(|job| job.open.is_some())
    }

    /// The user's lists, with the glossary of the open job.
    pub(super) fn own(&self) -> impl Fn() -> Custom + Send + Sync + 'static {
        let (lists, cutting) = (self.settings.lists.clone(), self.settings.cutting.clone());
        let job = self.job_path();
        move || {
            let mut custom = opening::custom(lists.as_deref(), &cutting).0;
            if let Some(job) = &job {
                custom.add_glossaries_beside(job);
            }
            custom
        }
    }

    /// Takes note of a pair whose rows are on the screen now.
    pub(super) fn pair_is_open(&mut self, ctx: &Context, pair: Option<u64>) {
        let before = match &mut self.desk.job {
            Some(job) => {
                let before = std::mem::replace(&mut job.open, pair);
                if let Some(pair) = pair {
                    job.table.go(pair);
                }
                if let (Some(row), Some(review)) = (job.wanted_row.take(), &mut self.review) {
                    review.go_to_row(row);
                }
                before
            }
            None => None,
        };
        if let Some(before) = before.filter(|before| Some(*before) != pair) {
            self.look_at_works(ctx, Some(before));
        }
    }

    fn tell_refusal(&mut self, refusal: &Refusal) {
        let locale = self.locale();
        let words = match refusal {
            Refusal::ReadOnly => JobText::RefusedReadOnly.in_(locale).to_owned(),
            Refusal::OtherKind => JobText::RefusedKind.in_(locale).to_owned(),
            Refusal::SameSide => {
                let job = self.desk.job.as_ref();
                let lang = job.and_then(|job| {
                    let pair = job.session.pair(job.table.cursor()?)?;
                    Some(single(pair)?.0)
                });
                let lang = lang_name(lang.unwrap_or(Lang::En), locale);
                locale.fill(JobText::RefusedSide, &[&lang])
            }
            Refusal::File(error) => explain::job_error(error, locale),
        };
        let kind = match refusal {
            Refusal::File(_) => ToastKind::Error,
            _ => ToastKind::Info,
        };
        self.toasts.push(kind, words);
    }
}
