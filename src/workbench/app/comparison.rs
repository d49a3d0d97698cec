//! Comparing the open work with another person's: the panel, and what it asks for.

use super::Workbench;
use crate::comparison::{Asked, ComparisonPanel};
use crate::explain;
use crate::jobs::Job;
use crate::texts;
use crate::toasts::ToastKind;
use egui::{Context, Ui};
use jjak_core::bitext::Refusal;
use jjak_review::comparing::Other;

impl Workbench {
    pub(crate) fn compare_works(&mut self, ctx: &Context) {
        // What is being written belongs to the work.
        if let Some(review) = self.reviewing_mut() {
            let answer = review.keep_text(ctx);
            self.tell(&answer);
        }
        self.comparison = Some(ComparisonPanel::default());
    }

    pub(super) fn comparison_panel(&mut self, ui: &Ui) {
        let locale = self.locale();
        let (Some(mut panel), Some(review)) = (self.comparison.take(), self.reviewing_mut()) else {
            return;
        };
        let (bitext, revision) = (review.session.bitext(), review.session.revision());
        let why = |error: &_| explain::open_error(error, locale);
        match panel.show(ui, bitext, revision, locale, why) {
            Some(Asked::Close) => return,
            Some(Asked::Read(path)) => {
                let path = std::path::absolute(&path).unwrap_or(path);
                panel.read(Job::start(ui.ctx(), move |_| Ok(Other::read(&path))));
            }
            Some(Asked::Look(row)) => review.go_to_row(row),
            Some(Asked::Do(operation, said)) => {
                let told = match review.operate(operation) {
                    Ok(_) => Some(said.in_(locale).to_owned()),
                    Err(Refusal::NoChange) => None,
                    Err(refusal) => Some(texts::refusal(refusal, locale)),
                };
                if let Some(told) = told {
                    self.toasts.push(ToastKind::Info, told);
                }
            }
            None => {}
        }
        self.comparison = Some(panel);
    }
}
