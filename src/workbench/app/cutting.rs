//! Sentence rules: the panel, and the open pair cut by them on a worker thread.

use super::Workbench;
use crate::cutting::CuttingPanel;
use crate::jobs::{Job, Outcome};
use crate::opening;
use crate::texts::{self, Text};
use crate::toasts::ToastKind;
use egui::Ui;
use jjak_core::bitext::{Refusal, Resegmented, RowRange};
use jjak_core::segment::Rules;
use jjak_pipeline::custom::Cutting;

/// A pair being cut by other rules, and the revision it was asked for.
pub(super) struct Resegmenting {
    revision: u64,
    /// What the rules make of it, and the rules.
    job: Job<(Resegmented, Rules)>,
}

impl Workbench {
    pub(super) fn cutting_panel(&mut self, ui: &Ui) {
        let locale = self.locale();
        let away = !self.shows_rows();
        let (Some(mut panel), Some(review), false) = (self.cutting.take(), &self.review, away)
        else {
            return;
        };
        let lists = self.settings.lists.as_deref();
        let chosen = panel.show(ui, &review.session, lists, locale);
        if !panel.is_closed() {
            self.cutting = Some(panel);
        }
        if let Some(cutting) = chosen {
            self.settings.cutting = cutting;
            self.unkept = true;
            self.resegment(ui.ctx());
        }
    }

    pub(crate) fn open_cutting_panel(&mut self, _: &egui::Context) {
        self.cutting = Some(CuttingPanel::new(&self.settings.cutting));
    }

    fn resegment(&mut self, ctx: &egui::Context) {
        let Some(review) = &self.review else { return };
        let (bitext, revision) = (review.session.bitext().clone(), review.session.revision());
        let lists = self.settings.lists.clone();
        let cutting: Cutting = self.settings.cutting.clone();
        let job = Job::start(ctx, move |progress| {
            let (custom, _) = opening::custom(lists.as_deref(), &cutting);
            let cut = bitext.resegment(&custom.rules, &custom.lexicon(), progress)?;
            Ok((cut, custom.rules))
        });
        self.resegmenting = Some(Resegmenting { revision, job });
    }

    pub(super) fn hear_resegmenting(&mut self, ui: &Ui) {
        let Some(Resegmenting { revision, job }) = &self.resegmenting else {
            return;
        };
        let Some(outcome) = job.poll() else {
            return ui.request_repaint_after(std::time::Duration::from_millis(40));
        };
        let fresh = self
            .review
            .as_ref()
            .is_some_and(|review| review.session.revision() == *revision);
        self.resegmenting = None;
        let locale = self.locale();
        let told = match outcome {
            Outcome::Done((cut, rules)) if fresh => self.take_cut(cut, rules),
            Outcome::Failed(why) => (ToastKind::Error, locale.fill(Text::JobFailed, &[&why])),
            Outcome::Done(_) | Outcome::Cancelled => {
                (ToastKind::Info, Text::Cancelled.in_(locale).to_owned())
            }
        };
        self.toasts.push(told.0, told.1);
    }

    fn take_cut(&mut self, cut: Resegmented, rules: Rules) -> (ToastKind, String) {
        let locale = self.locale();
        let Some(review) = &mut self.review else {
            return (ToastKind::Info, Text::Cancelled.in_(locale).to_owned());
        };
        review.rules = rules;
        let text = match review.operate(cut.operation) {
            Ok(edit) => {
                let rows = edit.rows().map_or(0, |rows| rows.count());
                locale.fill(Text::CuttingDone, &[&rows])
            }
            Err(Refusal::NoChange) => Text::CuttingNone.in_(locale).to_owned(),
            Err(refusal) => texts::refusal(refusal, locale),
        };
        match cut.lost.len() {
            0 => (ToastKind::Info, text),
            lost => {
                let lost = locale.fill(Text::CuttingLost, &[&lost]);
                (ToastKind::Warning, format!("{text} {lost}"))
            }
        }
    }
}
