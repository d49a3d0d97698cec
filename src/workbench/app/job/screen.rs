//! The job's screens: the page it is set up on, its table, and the strip above the rows of one of its pairs.

use super::super::{Screen, Workbench};
use super::Making;
use crate::command::Command;
use crate::job::setup::Decided;
use crate::job::strip::{self, Strip};
use crate::job::{Asked, Background, Outcome, Shown, title};
use egui::Ui;
use jjak_core::article::Lang;
use jjak_formats::job::PairState;

impl Workbench {
    pub(in super::super) fn setup_page(&mut self, ui: &mut Ui) {
        let locale = self.locale();
        crate::toasts::lie_over(ui.ctx(), None);
        let progress = self.desk.making.as_ref().map(|making| match making {
            Making::Job(job) => job.fraction(),
            Making::Texts(job) => job.fraction(),
        });
        let Some(setup) = &mut self.desk.setup else {
            return;
        };
        match setup.show(ui, progress, locale) {
            Some(Decided::Start(given, path)) => self.start_making(ui.ctx(), given, path),
            // What is under way is stopped; the page goes with a second look.
            Some(Decided::Cancel) => match &self.desk.making {
                Some(Making::Job(job)) => job.cancel(),
                Some(Making::Texts(job)) => job.cancel(),
                None => self.desk.setup = None,
            },
            None => {}
        }
        if self.desk.making.is_some() {
            ui.request_repaint_after(std::time::Duration::from_millis(60));
        }
    }

    pub(in super::super) fn table_screen(&mut self, ui: &mut Ui) {
        let locale = self.locale();
        let allowed = Command::ALL.iter().copied();
        let allowed: Vec<Command> = allowed.filter(|command| self.allows(*command)).collect();
        let Some(job) = &mut self.desk.job else {
            self.screen = Screen::Start;
            return;
        };
        let background = Background {
            pairing: job.pairing.as_ref().map(jjak_review::crew::Crew::counts),
            looking: job.looking.is_some(),
        };
        job.table.refresh(&job.session);
        let asked = job.table.bars(ui, &job.session, background, locale);
        let is_pairing = job.pairing.is_some();
        let (wanted, failed) = (job.wanted, |id| job.session.fault(id).is_some());
        let shown = Shown {
            job: &job.session,
            waits: &|id| wanted == Some(id) || is_pairing && !failed(id),
            allows: &|command| allowed.contains(&command),
            locale,
        };
        let outcomes = job.table.show(ui, &shown);
        match asked {
            Some(Asked::Run(command)) => self.run(ui.ctx(), command),
            Some(Asked::StopPairing) => {
                if let Some(pairing) = &job.pairing {
                    pairing.cancel();
                }
            }
            Some(Asked::ReadAgain) => self.read_job_again(ui.ctx()),
            None => {}
        }
        for outcome in outcomes {
            match outcome {
                Outcome::Run(command) => self.run(ui.ctx(), command),
                Outcome::Repair(repair) => self.repair_job(ui.ctx(), &repair),
            }
        }
    }

    /// Reads a job that is only shown once more; if it is free by now, it is this window's.
    fn read_job_again(&mut self, ctx: &egui::Context) {
        if let Some(job) = &self.desk.job {
            let path = job.session.path().to_path_buf();
            self.close_job();
            self.open_job(ctx, path);
        }
    }

    /// The strip above the rows, while these are of a pair of the job.
    pub(in super::super) fn job_strip(&mut self, ui: &mut Ui) {
        let locale = self.locale();
        let (Some(review), Some(job)) = (self.reviewing(), &self.desk.job) else {
            return;
        };
        let Some(pair) = job.open.and_then(|id| job.session.pair(id)) else {
            return;
        };
        let here = review.session.left();
        let counted = match pair.state {
            PairState::Done | PairState::Parked => 0,
            PairState::New | PairState::InWork => {
                pair.figures.as_ref().map_or(0, |figures| figures.left)
            }
        };
        let progress = job.session.progress();
        let pairs = job.table.pairs();
        let place = job.session.place(pair.id);
        let place = pairs.iter().position(|at| Some(*at) == place);
        let strip = Strip {
            pair,
            title: title(pair, Lang::En),
            place: (place.map_or(0, |at| at + 1), pairs.len()),
            left: (here, (progress.left + here).saturating_sub(counted)),
            taught: review.session.project().about.taught.as_ref(),
            held_by: review.held_by.as_deref(),
        };
        if let Some(command) = strip::show(ui, &strip, locale) {
            self.run(ui.ctx(), command);
        }
    }
}
