//! What runs in the background for the open job: pairing, looking at works that others went on with, and what is made of
//! it when it comes.

use super::super::{Leaving, Workbench};
use super::{OpenJob, threads};
use crate::texts::{JobText, Text};
use crate::toasts::ToastKind;
use egui::Context;
use jjak_core::article::Lang;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::job::JobPair;
use jjak_pipeline::custom::Custom;
use jjak_pipeline::job::{Learned, Lessons, Seen, is_as_seen, is_begun, pair_one, renew_one, see};
use jjak_pipeline::queue::Queue;
use jjak_review::crew::Crew;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// As many results are taken in one frame; each is written to the disk.
const AT_ONCE: usize = 8;

impl Workbench {
    /// Pairs all that is not paired in the background.
    pub(crate) fn pair_all(&mut self, ctx: &Context) {
        let job = self.desk.job.as_ref();
        let ids = job.map(|job| job.session.unpaired()).unwrap_or_default();
        self.start_pairing(ctx, ids);
    }

    /// Pairs these in the background, in this order, if nothing is under way.
    pub(in super::super) fn start_pairing(&mut self, ctx: &Context, ids: Vec<u64>) {
        let own = self.own();
        let (queue, source) = (self.settings.queue, self.settings.source());
        let Some(job) = &mut self.desk.job else {
            return;
        };
        if job.session.is_read_only() || job.pairing.is_some() || ids.is_empty() {
            return;
        }
        let teacher = Teacher::of(job, self.settings.lone_pairing);
        let work = pairing_of(job, &ids, teacher, own, (queue, source));
        let waker = ctx.clone();
        job.pairing = Some(Crew::start(ids, threads(), work, move || {
            waker.request_repaint();
        }));
    }

    /// Looks at works, of all pairs or of one, and counts those that were gone on with.
    pub(in super::super) fn look_at_works(&mut self, ctx: &Context, only: Option<u64>) {
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
        let work = move |id: u64, progress: &Progress| {
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
    pub(in super::super) fn open_pair(&mut self, ctx: &Context, id: u64) {
        let own = self.own();
        let (queue, source) = (self.settings.queue, self.settings.source());
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let Some(pair) = job.session.pair(id) else {
            return;
        };
        let is_ready = job.ready.take() == Some(id);
        let teacher = Teacher::of(job, self.settings.lone_pairing);
        // What others teach is of use only before a person has begun.
        let learns = teacher.is_some() && !is_begun(pair) && !job.session.is_read_only();
        let work = pair.work.clone();
        let work = work.filter(|work| work.exists());
        let is_paired = work.is_some();
        if let Some(work) = work.filter(|_| is_ready || !learns) {
            job.wanted = None;
            return self.open_work(ctx, id, work);
        }
        if job.session.is_read_only() {
            let words = JobText::RefusedReadOnly.in_(self.settings.locale());
            return self.toasts.push(ToastKind::Info, words.to_owned());
        }
        job.wanted = Some(id);
        let is_under_way = match &mut job.pairing {
            Some(pairing) if !is_paired => !pairing.take(id),
            _ => false,
        };
        // Somebody is at it already, or was; what comes of it is heard.
        let is_under_way = is_under_way && !job.pairing.as_ref().is_some_and(Crew::is_over);
        if is_under_way && job.session.fault(id).is_none() {
            return;
        }
        let work = pairing_of(job, &[id], teacher, own, (queue, source));
        let waker = ctx.clone();
        job.hurried = Some(Crew::start(vec![id], 1, work, move || {
            waker.request_repaint();
        }));
    }

    /// Takes what the background has done for the job.
    pub(in super::super) fn hear_job(&mut self, ui: &egui::Ui) {
        self.hear_making(ui.ctx());
        self.hear_panels(ui.ctx());
        let ctx = ui.ctx().clone();
        let locale = self.locale();
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
                failure: Some(locale.fill(Text::JobFailed, &[&why])),
                ..job.session.pair(id).cloned().unwrap_or_default()
            });
            refused = job.session.take_paired(&paired).err().or(refused);
            if job.wanted == Some(id) {
                job.wanted = None;
                job.ready = Some(id);
                match &paired.failure {
                    None => open = Some(id),
                    Some(why) => {
                        let words = locale.fill(JobText::CannotPair, &[why]);
                        self.toasts.push(ToastKind::Error, words);
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
                    let words = locale.fill(JobText::Missing, &[&missing]);
                    self.toasts.push(ToastKind::Warning, words);
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
            self.leave(&ctx, Leaving::Pair(id));
        }
    }

    /// Goes on with what has come to the job meanwhile, or tells how it went.
    fn pairing_is_over(&mut self, ctx: &Context, is_whole: bool) {
        let locale = self.locale();
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
            (false, left, _) if left > 0 => (
                ToastKind::Info,
                locale.fill(JobText::PairingStopped, &[&left]),
            ),
            (_, _, 0) => (ToastKind::Info, JobText::PairingOver.in_(locale).to_owned()),
            (_, _, failed) => (
                ToastKind::Warning,
                locale.fill(JobText::PairingFailed, &[&failed]),
            ),
        };
        self.toasts.push(told.0, told.1);
    }
}

/// What teaches the pairing of a job: its works as they are when it begins.
struct Teacher {
    lessons: Arc<Mutex<Lessons>>,
    pairs: Vec<JobPair>,
}

impl Teacher {
    /// `None` of a job in which nothing can have been accepted yet, or where each article is to be paired by itself.
    fn of(job: &OpenJob, is_alone: bool) -> Option<Teacher> {
        let pairs = job.session.pairs();
        // What was done in the open one is in its file before the job knows.
        let is_open = |pair: &JobPair| job.open == Some(pair.id);
        let teaches = |pair: &JobPair| pair.work.is_some() && (is_begun(pair) || is_open(pair));
        let has_any = !is_alone && pairs.iter().any(teaches);
        has_any.then(|| Teacher {
            lessons: job.lessons.clone(),
            pairs: pairs.iter().filter(|pair| teaches(pair)).cloned().collect(),
        })
    }

    fn learned(&self, custom: &Custom, progress: &Progress) -> Option<Arc<Learned>> {
        let mut lessons = self.lessons.lock().unwrap_or_else(PoisonError::into_inner);
        let learned = lessons.learned(&self.pairs, &custom.lexicon(), progress);
        learned.ok().flatten()
    }
}

/// The work of pairing these pairs of a job, or of pairing them anew with what was learned since.
fn pairing_of(
    job: &OpenJob,
    ids: &[u64],
    teacher: Option<Teacher>,
    own: impl Fn() -> Custom + Send + Sync + 'static,
    (queue, source): (Queue, Lang),
) -> impl Fn(u64, &Progress) -> Result<JobPair, Cancelled> + Send + Sync + 'static {
    let works = job.session.works();
    let pairs = ids.iter().filter_map(|&id| job.session.pair(id).cloned());
    let pairs = pairs.map(|pair| JobPair {
        source_lang: pair
            .source_lang
            .or(Some(source).filter(|lang| *lang == Lang::Ko)),
        ..pair
    });
    let pairs: HashMap<u64, JobPair> = pairs.map(|pair| (pair.id, pair)).collect();
    let custom: OnceLock<Custom> = OnceLock::new();
    let learned: OnceLock<Option<Arc<Learned>>> = OnceLock::new();
    move |id, progress| {
        let custom = custom.get_or_init(&own);
        let pair = pairs.get(&id).ok_or(Cancelled)?;
        let learn = || teacher.as_ref()?.learned(custom, progress);
        let learned = learned.get_or_init(learn).as_deref();
        if pair.work.as_ref().is_some_and(|work| work.exists()) {
            let renewed = match learned {
                Some(learned) => renew_one(pair, learned, custom, queue, progress)?,
                None => None,
            };
            return Ok(renewed.unwrap_or_else(|| pair.clone()));
        }
        pair_one(pair, &works, custom, learned, queue)
    }
}
