//! The open job: how it is made and opened, what runs in the background for it, and what its commands do.

mod commands;
mod panels;
mod screen;

use super::work::is_job;
use super::{Screen, Workbench};
use crate::explain;
use crate::job::setup::Setup;
use crate::job::{JobTable, title};
use crate::jobs::{Job, Outcome};
use crate::opening;
use crate::settings::Recent;
use crate::start::is_project;
use crate::texts::{JobText, Text, lang_name};
use crate::toasts::Kind;
use egui::Context;
use jjak_core::article::Lang;
use jjak_core::progress::Cancelled;
use jjak_formats::job::{JobError, JobFile, JobPair};
use jjak_formats::project::Damage;
use jjak_pipeline::custom::Custom;
use jjak_pipeline::job::{Seen, is_as_seen, pair_one, see};
use jjak_pipeline::queue::Queue;
use jjak_review::crew::Crew;
use jjak_review::job::making::{self, Gathered, MakeError};
use jjak_review::job::{JobSession, Refusal, single};
use panels::{Exporting, Panel, ReplacingWorks};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Most threads that work for a job in the background.
const THREADS: usize = 4;
/// As many results are taken in one frame; each is written to the disk.
const AT_ONCE: usize = 8;

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
    /// Works that were not there, as far as was looked.
    missing: usize,
    /// The pair whose rows are open.
    open: Option<u64>,
    /// The pair to open as soon as it is paired.
    wanted: Option<u64>,
    /// The row of that pair to go to.
    wanted_row: Option<usize>,
    panel: Option<Panel>,
    replacing: Option<ReplacingWorks>,
    exporting: Option<Exporting>,
}

/// What is being made of what was given.
enum Making {
    Job(Job<Result<Made, Unmade>>),
    Texts(Job<Result<Gathered, MakeError>>),
}

struct Made {
    session: JobSession,
    damage: Option<Damage>,
    added: usize,
    unusable: usize,
}

/// Why no job was made.
enum Unmade {
    Gather(MakeError),
    Job(JobError),
    Refused(Refusal),
}

/// Whether what was given or dropped is more than a pair: folders, a table of pairs, many files.
pub(super) fn are_for_job(paths: &[PathBuf]) -> bool {
    let is_folder = |path: &PathBuf| path.is_dir();
    paths.len() > 2
        || paths.iter().any(is_folder)
        || matches!(paths, [only] if making::is_table_of_files(only))
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
            missing: 0,
            open: None,
            wanted: None,
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
    /// Takes files and folders that were dropped or named: to the start screen, or to a job.
    pub(super) fn take_files(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if let Some(job) = paths.iter().find(|path| is_job(path)) {
            return self.leave(ctx, super::Leaving::Job(job.clone()));
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
    pub(super) fn set_up(&mut self, given: Vec<PathBuf>, is_for_open_job: bool) {
        let is_writable = |job: &OpenJob| !job.session.is_read_only();
        let adds = is_for_open_job && self.desk.job.as_ref().is_some_and(is_writable);
        self.desk.setup = Some(Setup::new(given, adds));
    }

    pub(super) fn is_setting_up(&self) -> bool {
        self.desk.setup.is_some()
    }

    /// Opens a job in the place of the one before.
    pub(super) fn open_job(&mut self, ctx: &Context, path: PathBuf) {
        let path = std::path::absolute(&path).unwrap_or(path);
        let is_open = |job: &OpenJob| job.session.path() == path;
        if self.desk.job.as_ref().is_some_and(is_open) {
            self.screen = Screen::Table;
            return;
        }
        let tongue = self.tongue();
        match JobSession::open(&path) {
            Ok((session, damage)) => {
                if damage.is_some() {
                    let words = JobText::Damaged.in_(tongue).to_owned();
                    self.toasts.push(Kind::Warning, words);
                }
                self.show_job(ctx, session);
                self.look_at_works(ctx, None);
            }
            Err(error) => {
                let words = explain::job_error(&error, tongue);
                self.toasts.push(Kind::Error, words);
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

    fn own(&self) -> impl Fn() -> Custom + Send + Sync + 'static {
        let (lists, cutting) = (self.settings.lists.clone(), self.settings.cutting.clone());
        move || opening::custom(lists.as_deref(), &cutting).0
    }

    /// Matches what was given, into a job at `path` or into the open one.
    fn start_making(&mut self, ctx: &Context, given: Vec<PathBuf>, path: Option<PathBuf>) {
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

    /// Pairs all that is not paired in the background.
    pub(crate) fn pair_all(&mut self, ctx: &Context) {
        let job = self.desk.job.as_ref();
        let ids = job.map(|job| job.session.unpaired()).unwrap_or_default();
        self.start_pairing(ctx, ids);
    }

    /// Pairs these in the background, in this order, if nothing is under way.
    pub(super) fn start_pairing(&mut self, ctx: &Context, ids: Vec<u64>) {
        let own = self.own();
        let queue = self.settings.queue;
        let Some(job) = &mut self.desk.job else {
            return;
        };
        if job.session.is_read_only() || job.pairing.is_some() || ids.is_empty() {
            return;
        }
        let work = pairing_of(&job.session, &ids, own, queue);
        let waker = ctx.clone();
        job.pairing = Some(Crew::start(ids, threads(), work, move || {
            waker.request_repaint();
        }));
    }

    /// Looks at works, of all pairs or of one, and counts those that were gone on with.
    pub(super) fn look_at_works(&mut self, ctx: &Context, only: Option<u64>) {
        let own = self.own();
        let queue = self.settings.queue;
        let Some(job) = &mut self.desk.job else {
            return;
        };
        // One more than is under way: all of them once more.
        let only = only.filter(|_| job.looking.is_none());
        let wanted = |pair: &&JobPair| only.is_none_or(|id| id == pair.id) && pair.work.is_some();
        let pairs: HashMap<u64, JobPair> = job
            .session
            .pairs()
            .iter()
            .filter(wanted)
            .map(|pair| (pair.id, pair.clone()))
            .collect();
        let mut ids: Vec<u64> = pairs.keys().copied().collect();
        ids.sort_unstable();
        if ids.is_empty() {
            return;
        }
        let lexicon = OnceLock::new();
        let work = move |id: u64, progress: &jjak_core::progress::Progress| {
            let pair = pairs.get(&id).ok_or(Cancelled)?;
            if is_as_seen(pair) {
                return Ok(Seen::Same);
            }
            let lexicon = lexicon.get_or_init(|| own().lexicon());
            see(pair, queue, lexicon, progress)
        };
        let waker = ctx.clone();
        job.looking = Some(Crew::start(ids, 1, work, move || waker.request_repaint()));
    }

    /// Opens the rows of a pair; one that is not paired yet is paired first, before all others.
    pub(super) fn open_pair(&mut self, ctx: &Context, id: u64) {
        let own = self.own();
        let queue = self.settings.queue;
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let Some(pair) = job.session.pair(id) else {
            return;
        };
        let work = pair.work.clone();
        if let Some(work) = work.filter(|work| work.exists()) {
            job.wanted = None;
            return self.open_work(ctx, id, work);
        }
        if job.session.is_read_only() {
            let words = JobText::RefusedReadOnly.in_(self.settings.tongue());
            return self.toasts.push(Kind::Info, words.to_owned());
        }
        job.wanted = Some(id);
        let is_under_way = match &mut job.pairing {
            Some(pairing) => !pairing.take(id),
            None => false,
        };
        // Somebody is at it already, or was; what comes of it is heard.
        let is_under_way = is_under_way && !job.pairing.as_ref().is_some_and(Crew::is_over);
        if is_under_way && job.session.fault(id).is_none() {
            return;
        }
        let work = pairing_of(&job.session, &[id], own, queue);
        let waker = ctx.clone();
        job.hurried = Some(Crew::start(vec![id], 1, work, move || {
            waker.request_repaint();
        }));
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

    /// Takes what the background has done for the job.
    pub(super) fn hear_job(&mut self, ui: &egui::Ui) {
        self.hear_making(ui.ctx());
        self.hear_panels(ui.ctx());
        let ctx = ui.ctx().clone();
        let tongue = self.tongue();
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let mut refused = None;
        let mut come = Vec::new();
        let mut over = None;
        if let Some(pairing) = &mut job.pairing {
            pairing.prefer(&job.table.in_sight(&job.session));
            come.extend(pairing.poll(AT_ONCE));
            if pairing.is_over() {
                over = Some(pairing.counts());
                job.pairing = None;
            }
        }
        if let Some(hurried) = &mut job.hurried {
            come.extend(hurried.poll(1));
            if hurried.is_over() {
                job.hurried = None;
            }
        }
        let mut open = None;
        for (id, paired) in come {
            let paired = paired.unwrap_or_else(|why| JobPair {
                failure: Some(tongue.fill(Text::JobFailed, &[&why])),
                ..job.session.pair(id).cloned().unwrap_or_default()
            });
            refused = job.session.take_paired(&paired).err().or(refused);
            if job.wanted == Some(id) {
                job.wanted = None;
                match &paired.failure {
                    None => open = Some(id),
                    Some(why) => {
                        let words = tongue.fill(JobText::CannotPair, &[why]);
                        self.toasts.push(Kind::Error, words);
                    }
                }
            }
        }
        if let Some(looking) = &mut job.looking {
            // What has not changed is nothing to write.
            for (id, seen) in looking.poll(AT_ONCE * 32) {
                let Ok(seen) = seen else { continue };
                job.missing += usize::from(matches!(seen, Seen::Missing));
                refused = job.session.take_seen(id, seen).err().or(refused);
            }
            if looking.is_over() {
                job.looking = None;
                let missing = std::mem::take(&mut job.missing);
                if missing > 0 {
                    let words = tongue.fill(JobText::Missing, &[&missing]);
                    self.toasts.push(Kind::Warning, words);
                }
            }
        }
        if let Some(refusal) = refused {
            self.tell_refusal(&refusal);
        }
        if let Some((done, total)) = over {
            self.pairing_is_over(&ctx, done == total);
        }
        if let Some(id) = open {
            self.leave(&ctx, super::Leaving::Pair(id));
        }
    }

    /// Goes on with what has come to the job meanwhile, or tells how it went.
    fn pairing_is_over(&mut self, ctx: &Context, is_whole: bool) {
        let tongue = self.tongue();
        let Some(job) = &self.desk.job else { return };
        let left = job.session.unpaired();
        let is_new = |id: &u64| job.session.fault(*id).is_none();
        let new: Vec<u64> = left.iter().copied().filter(is_new).collect();
        if is_whole && !new.is_empty() {
            return self.start_pairing(ctx, new);
        }
        let left = left.len();
        let failed = job.session.pairs().iter();
        let failed = failed.filter(|pair| pair.failure.is_some()).count();
        let told = match (is_whole, left, failed) {
            (false, left, _) if left > 0 => {
                (Kind::Info, tongue.fill(JobText::PairingStopped, &[&left]))
            }
            (_, _, 0) => (Kind::Info, JobText::PairingOver.in_(tongue).to_owned()),
            (_, _, failed) => (
                Kind::Warning,
                tongue.fill(JobText::PairingFailed, &[&failed]),
            ),
        };
        self.toasts.push(told.0, told.1);
    }

    fn hear_making(&mut self, ctx: &Context) {
        let tongue = self.tongue();
        match self.desk.making.take() {
            None => {}
            Some(Making::Job(job)) => match job.poll() {
                None => self.desk.making = Some(Making::Job(job)),
                Some(Outcome::Done(Ok(made))) => {
                    self.desk.setup = None;
                    self.show_job(ctx, made.session);
                    if made.damage.is_some() {
                        let words = JobText::Damaged.in_(tongue).to_owned();
                        self.toasts.push(Kind::Warning, words);
                    }
                    self.tell_added(made.added, made.unusable);
                    self.pair_all(ctx);
                }
                Some(Outcome::Done(Err(why))) => {
                    let words = match &why {
                        Unmade::Gather(error) => explain::make_error(error, tongue),
                        Unmade::Job(error) => explain::job_error(error, tongue),
                        Unmade::Refused(Refusal::File(error)) => explain::job_error(error, tongue),
                        Unmade::Refused(refusal) => refusal.to_string(),
                    };
                    self.toasts.push(Kind::Error, words);
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
                    let words = explain::make_error(&error, tongue);
                    self.toasts.push(Kind::Error, words);
                }
                Some(ended) => self.tell_ended(&ended),
            },
        }
    }

    fn tell_added(&mut self, added: usize, unusable: usize) {
        let tongue = self.tongue();
        let words = match added {
            0 => JobText::NothingNew.in_(tongue).to_owned(),
            added => tongue.fill(JobText::Made, &[&added]),
        };
        self.toasts.push(Kind::Info, words);
        if unusable > 0 {
            let words = tongue.fill(JobText::Unusable, &[&unusable]);
            self.toasts.push(Kind::Warning, words);
        }
    }

    fn tell_ended<T>(&mut self, ended: &Outcome<T>) {
        let tongue = self.tongue();
        match ended {
            Outcome::Failed(why) => {
                let words = tongue.fill(Text::JobFailed, &[why]);
                self.toasts.push(Kind::Error, words);
            }
            Outcome::Done(_) | Outcome::Cancelled => {
                let words = Text::Cancelled.in_(tongue).to_owned();
                self.toasts.push(Kind::Info, words);
            }
        }
    }

    fn tell_refusal(&mut self, refusal: &Refusal) {
        let tongue = self.tongue();
        let words = match refusal {
            Refusal::ReadOnly => JobText::RefusedReadOnly.in_(tongue).to_owned(),
            Refusal::OtherKind => JobText::RefusedKind.in_(tongue).to_owned(),
            Refusal::SameSide => {
                let job = self.desk.job.as_ref();
                let lang = job.and_then(|job| {
                    let pair = job.session.pair(job.table.cursor()?)?;
                    Some(single(pair)?.0)
                });
                let lang = lang_name(lang.unwrap_or(Lang::En), tongue);
                tongue.fill(JobText::RefusedSide, &[&lang])
            }
            Refusal::File(error) => explain::job_error(error, tongue),
        };
        let kind = match refusal {
            Refusal::File(_) => Kind::Error,
            _ => Kind::Info,
        };
        self.toasts.push(kind, words);
    }
}

/// The file of a job that is at `path` already.
fn there_already(path: &Path) -> Result<Option<(JobFile, Option<Damage>)>, JobError> {
    match path.exists() {
        true => JobFile::open(path).map(Some),
        false => Ok(None),
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

/// The work of pairing these pairs of a job.
fn pairing_of(
    session: &JobSession,
    ids: &[u64],
    own: impl Fn() -> Custom + Send + Sync + 'static,
    queue: Queue,
) -> impl Fn(u64, &jjak_core::progress::Progress) -> Result<JobPair, Cancelled> + Send + Sync + 'static
{
    let works = session.works();
    let pairs = ids.iter().filter_map(|&id| session.pair(id).cloned());
    let pairs: HashMap<u64, JobPair> = pairs.map(|pair| (pair.id, pair)).collect();
    let custom: Arc<OnceLock<Custom>> = Arc::default();
    move |id, _| {
        let custom = custom.get_or_init(&own);
        match pairs.get(&id) {
            Some(pair) => pair_one(pair, &works, custom, queue),
            None => Err(Cancelled),
        }
    }
}
