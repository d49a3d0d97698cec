//! What the commands of the job do.

use super::super::{Leaving, Screen, Workbench};
use crate::command::{Command, JobNeed};
use crate::job::JobTable;
use crate::texts::JobText;
use crate::toasts::ToastKind;
use egui::Context;
use jjak_core::article::Lang;
use jjak_formats::job::{JobPair, PairState};
use jjak_review::job::{JobSession, NONE, Refusal, Repair, single};

impl Workbench {
    pub(in super::super) fn wants_search(&self) -> bool {
        let job = self.desk.job.as_ref();
        self.screen == Screen::Table && job.is_some_and(|job| job.table.wants_search())
    }

    /// Whether there is a job, and what `need` says of it holds.
    pub(in super::super) fn job_meets(&self, need: JobNeed) -> bool {
        let Some(job) = &self.desk.job else {
            return false;
        };
        let at_table = self.screen == Screen::Table && !self.is_setting_up();
        let in_rows = self.shows_rows() && job.open.is_some();
        let may_change = !job.session.is_read_only();
        let line = job.table.cursor().filter(|_| at_table);
        let line = line.and_then(|id| job.session.pair(id));
        let on_pair = line.is_some_and(JobPair::is_pair);
        match need {
            JobNeed::Away => !at_table,
            JobNeed::Open => at_table || in_rows,
            JobNeed::Markable => may_change && (on_pair || in_rows),
            JobNeed::Reviewed => self.is_reviewed(),
            JobNeed::Writable => may_change,
            JobNeed::Unpaired => {
                may_change && job.pairing.is_none() && !job.session.unpaired().is_empty()
            }
            JobNeed::Table => at_table,
            JobNeed::Line => may_change && line.is_some(),
            JobNeed::Pair => on_pair,
            JobNeed::OwnPair => may_change && on_pair,
            JobNeed::Text => may_change && line.is_some_and(|pair| single(pair).is_some()),
            JobNeed::AnyWork => {
                at_table && job.session.pairs().iter().any(|pair| pair.work.is_some())
            }
            JobNeed::Undo => at_table && job.session.can_undo(),
            JobNeed::Redo => at_table && job.session.can_redo(),
        }
    }

    pub(in super::super) fn do_in_table(&mut self, act: fn(&mut JobTable, &JobSession)) {
        if let Some(job) = &mut self.desk.job {
            act(&mut job.table, &job.session);
        }
    }

    /// The row under the cursor of the table.
    fn line_here(&self) -> Option<&JobPair> {
        let job = self.desk.job.as_ref()?;
        job.session.pair(job.table.cursor()?)
    }

    pub(crate) fn new_job(&mut self, _: &Context) {
        self.set_up(Vec::new(), false);
    }

    pub(crate) fn add_texts(&mut self, _: &Context) {
        self.set_up(Vec::new(), true);
    }

    pub(crate) fn open_pair_here(&mut self, ctx: &Context) {
        if let Some(id) = self.line_here().map(|pair| pair.id) {
            self.want_pair(ctx, id);
        }
    }

    pub(crate) fn next_pair(&mut self, ctx: &Context) {
        self.go_to_pair(ctx, true);
    }

    pub(crate) fn previous_pair(&mut self, ctx: &Context) {
        self.go_to_pair(ctx, false);
    }

    pub(crate) fn mark_done(&mut self, ctx: &Context) {
        self.mark(ctx, PairState::Done);
    }

    pub(crate) fn park_pair(&mut self, ctx: &Context) {
        self.mark(ctx, PairState::Parked);
    }

    pub(crate) fn take_apart(&mut self, ctx: &Context) {
        if let Some(id) = self.line_here().map(|pair| pair.id) {
            self.repair_job(ctx, &Repair::TakeApart(id));
        }
    }

    pub(crate) fn show_counterparts(&mut self, ctx: &Context) {
        if let Some(id) = self.line_here().map(|pair| pair.id) {
            self.rank_counterparts(ctx, id, Lang::En);
        }
    }

    /// Says that the text under the cursor has no counterpart, or that it may have one.
    pub(crate) fn turn_no_counterpart(&mut self, ctx: &Context) {
        if let Some(pair) = self.line_here() {
            let none = pair.matched != NONE;
            self.repair_job(ctx, &Repair::NoCounterpart(pair.id, none));
        }
    }

    pub(crate) fn undo_in_job(&mut self, ctx: &Context) {
        self.step_back(ctx, JobSession::undo);
    }

    pub(crate) fn redo_in_job(&mut self, ctx: &Context) {
        self.step_back(ctx, JobSession::redo);
    }

    /// Whether every row of the open pair of the job is accepted.
    pub(in super::super) fn is_reviewed(&self) -> bool {
        let is_of_job = self.desk.job.as_ref().is_some_and(|job| job.open.is_some());
        is_of_job
            && self.reviewing().is_some_and(|review| {
                let session = &review.session;
                session.left() == 0 && session.accepted() == session.bitext().beads.len()
            })
    }

    /// Says that the pair is through, and how to go on.
    pub(in super::super) fn tell_reviewed(&mut self) {
        let locale = self.locale();
        let Some(job) = &self.desk.job else { return };
        let open = job.open.and_then(|id| job.session.pair(id));
        let counted = open.and_then(|pair| pair.figures.as_ref());
        let counted = counted.map_or(0, |figures| figures.left);
        let left = job.session.progress().left.saturating_sub(counted);
        let key = self.settings.keys.text(Command::PairDone);
        let words = locale.fill(JobText::NothingHere, &[&key, &left]);
        self.toasts.push(ToastKind::Info, words);
    }

    /// To the table, with what was done to the open pair counted.
    pub(crate) fn go_to_table(&mut self, ctx: &Context) {
        let open = self.desk.job.as_ref().and_then(|job| job.open);
        if let Some(review) = self.reviewing_mut() {
            let answer = review.keep_text(ctx);
            self.tell(&answer);
        }
        self.desk.setup = None;
        self.screen = Screen::Table;
        self.keep_place();
        if let (Some(open), Some(job)) = (open, &mut self.desk.job) {
            job.table.go(open);
            self.look_at_works(ctx, Some(open));
        }
    }

    /// Opens a pair, or goes back to its rows if it is open.
    fn want_pair(&mut self, ctx: &Context, id: u64) {
        let is_open =
            self.review.is_some() && self.desk.job.as_ref().and_then(|job| job.open) == Some(id);
        if is_open {
            self.screen = Screen::Rows
        } else {
            self.leave(ctx, Leaving::Pair(id))
        }
    }

    /// To the next pair that has rows left, or the one before.
    fn go_to_pair(&mut self, ctx: &Context, forward: bool) {
        let locale = self.locale();
        let in_rows = self.shows_rows();
        let Some(job) = &mut self.desk.job else {
            return;
        };
        job.table.refresh(&job.session);
        let from = if in_rows {
            job.open
        } else {
            job.table.cursor()
        };
        let shown = job.table.pairs();
        let next = job.session.next_with_rows_left(shown, from, forward);
        let next = next.filter(|next| !in_rows || Some(*next) != from);
        match next {
            Some(next) => {
                if in_rows {
                    let words = locale.fill(JobText::OpenedNext, &[&job.title(next)]);
                    self.toasts.push(ToastKind::Info, words);
                }
                self.want_pair(ctx, next);
            }
            None => {
                let words = JobText::NoneLeft.in_(locale).to_owned();
                self.toasts.push(ToastKind::Info, words);
                if in_rows {
                    self.go_to_table(ctx);
                }
            }
        }
    }

    /// Says how far a pair is: in the rows the open one, and goes on; in the table the one under the cursor, or takes
    /// the mark away.
    fn mark(&mut self, ctx: &Context, state: PairState) {
        let locale = self.locale();
        let in_rows = self.shows_rows();
        if in_rows && let Some(review) = self.reviewing_mut() {
            let answer = review.keep_text(ctx);
            self.tell(&answer);
        }
        let here = self.reviewing().map(|review| review.session.left());
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let id = if in_rows {
            job.open
        } else {
            job.table.cursor()
        };
        let Some(pair) = id.and_then(|id| job.session.pair(id)) else {
            return;
        };
        let (id, before) = (pair.id, pair.state);
        let left = here.or(pair.figures.as_ref().map(|figures| figures.left));
        let to = if before == state {
            // What had no work done is in work, too: somebody has looked at it.
            PairState::InWork
        } else {
            state
        };
        if let Err(refusal) = job.session.set_state(&[id], to) {
            return self.tell_refusal(&refusal);
        }
        if to == PairState::Done {
            let title = job.title(id);
            let words = match left {
                Some(left) if left > 0 => locale.fill(JobText::DoneWithLeft, &[&left, &title]),
                _ => locale.fill(JobText::MarkedDone, &[&title]),
            };
            self.toasts.push(ToastKind::Info, words);
        }
        match in_rows {
            true if to == state => self.go_to_pair(ctx, true),
            true => {}
            false => {
                let Some(job) = &mut self.desk.job else {
                    return;
                };
                job.table.refresh(&job.session);
                if to == state {
                    job.table.next_row(&job.session);
                }
            }
        }
    }

    fn step_back(
        &mut self,
        ctx: &Context,
        step: impl FnOnce(&mut JobSession) -> Result<Option<u64>, Refusal>,
    ) {
        let Some(job) = &mut self.desk.job else {
            return;
        };
        match step(&mut job.session) {
            Ok(row) => {
                if let Some(row) = row {
                    job.table.go(row);
                    self.pair_if_new(ctx, row);
                }
            }
            Err(refusal) => self.tell_refusal(&refusal),
        }
    }

    /// Marks the text under the cursor, or makes a pair of it and the one that was marked.
    pub(crate) fn pair_texts(&mut self, ctx: &Context) {
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let Some(here) = job.table.cursor() else {
            return;
        };
        match job.table.marked() {
            None => job.table.mark(Some(here)),
            Some(marked) if marked == here => job.table.mark(None),
            Some(marked) => self.repair_job(ctx, &Repair::Pair(marked, here)),
        }
    }

    /// Repairs which text belongs to which, and pairs what is new.
    pub(in super::super) fn repair_job(&mut self, ctx: &Context, repair: &Repair) {
        let locale = self.locale();
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let work = match repair {
            Repair::TakeApart(id) => job.session.pair(*id).cloned(),
            _ => None,
        };
        let open = job.open;
        match job.session.repair(repair) {
            Ok(row) => {
                job.table.mark(None);
                job.table.go(row);
                // The rows of a pair that is no more stay open, but belong to nothing here.
                job.open = open.filter(|id| job.session.pair(*id).is_some());
                let words = match (repair, work) {
                    (Repair::Pair(..) | Repair::Rematch { .. }, _) => {
                        Some(JobText::PairedByHand.in_(locale).to_owned())
                    }
                    (Repair::TakeApart(_), Some(pair)) => Some(taken_apart(&pair, locale)),
                    _ => None,
                };
                if let Some(words) = words {
                    self.toasts.push(ToastKind::Info, words);
                }
                self.pair_if_new(ctx, row);
            }
            Err(refusal) => self.tell_refusal(&refusal),
        }
    }

    /// What a repair has made is paired at once.
    fn pair_if_new(&mut self, ctx: &Context, id: u64) {
        let job = self.desk.job.as_ref();
        if job.is_some_and(|job| job.session.unpaired().contains(&id)) {
            self.start_pairing(ctx, vec![id]);
        }
    }
}

/// What becomes of the work on a pair that is none any more.
fn taken_apart(pair: &JobPair, locale: crate::texts::Locale) -> String {
    let is_worked_on = pair.state != PairState::New;
    match pair.work.as_ref().filter(|_| is_worked_on) {
        Some(work) => locale.fill(JobText::TakenApart, &[&work.display()]),
        None => JobText::TakenApartNew.in_(locale).to_owned(),
    }
}
