//! What the articles of a job have in two ways: a list, from which a click leads to the row.

use super::cells::title;
use crate::floating;
use crate::fonts::{bold, regular};
use crate::jobs::{Job, Outcome};
use crate::keyboard;
use crate::texts::{JobText, Locale, Text};
use crate::theme::Palette;
use crate::why;
use egui::{Button, Label, ProgressBar, RichText, ScrollArea, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::RowIndex;
use jjak_pipeline::job::Together;
use jjak_review::job::JobSession;

const WIDTH: f32 = 620.0;
const ENTRY: f32 = 66.0;

pub struct JobFindings {
    looking: Option<Job<Together>>,
    found: Together,
    failed: Option<String>,
    fresh: bool,
}

/// What the panel asks for.
pub enum Asked {
    /// To a row of a pair.
    Go(u64, RowIndex),
    Close,
}

impl JobFindings {
    pub fn new(looking: Job<Together>) -> JobFindings {
        JobFindings {
            looking: Some(looking),
            found: Together::default(),
            failed: None,
            fresh: true,
        }
    }

    /// Shows the panel.
    pub fn show(&mut self, ui: &Ui, job: &JobSession, locale: Locale) -> Option<Asked> {
        if let Some(outcome) = self.looking.as_ref().and_then(Job::poll) {
            self.looking = None;
            match outcome {
                Outcome::Done(found) => self.found = found,
                Outcome::Cancelled => return Some(Asked::Close),
                Outcome::Failed(why) => self.failed = Some(why),
            }
        }
        let asked = floating::show(ui, JobText::FindingsTitle, WIDTH, locale, |ui| {
            let hint = RichText::new(JobText::FindingsHint.in_(locale)).weak();
            ui.add(Label::new(hint).wrap());
            if let Some(looking) = &self.looking {
                return reading(ui, looking.fraction(), locale).then_some(Asked::Close);
            }
            let asked = self.list(ui, job, locale);
            let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
            if std::mem::take(&mut self.fresh) && self.found.told.is_empty() {
                close.request_focus();
            }
            asked.or(close.clicked().then_some(Asked::Close))
        });
        let closed = keyboard::escapes(ui).then_some(Asked::Close);
        closed.or(asked.flatten())
    }

    fn list(&mut self, ui: &mut Ui, job: &JobSession, locale: Locale) -> Option<Asked> {
        let palette = Palette::of(ui.ctx());
        if let Some(why) = &self.failed {
            let words = locale.fill(Text::JobFailed, &[why]);
            ui.label(RichText::new(words).color(palette.low));
        }
        if !self.found.unread.is_empty() {
            let count = self.found.unread.len();
            let words = locale.fill(JobText::Unread, &[&count]);
            let whys: Vec<&str> = self.found.unread.iter().map(|(_, why)| &**why).collect();
            let words = RichText::new(words).color(palette.low);
            ui.label(words).on_hover_text(whys.join("\n"));
        }
        let told = &self.found.told;
        let count = match told.len() {
            0 => JobText::FindingsNone.in_(locale).to_owned(),
            count => locale.fill(JobText::FindingsCount, &[&count]),
        };
        ui.label(RichText::new(count).font(bold(14.0)));
        let room = (ui.ctx().content_rect().height() - 300.0).max(120.0);
        let height = room.min(told.len() as f32 * (ENTRY + 4.0) + 8.0);
        let fresh = self.fresh;
        let mut asked = None;
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, ENTRY, told.len(), |ui, rows| {
                ui.set_max_width(WIDTH - 14.0);
                for at in rows {
                    let Some(told) = told.get(at) else { continue };
                    let size = egui::vec2(ui.available_width().max(0.0), ENTRY);
                    ui.allocate_ui(size, |ui| {
                        ui.set_min_size(size);
                        ui.spacing_mut().item_spacing.y = 1.0;
                        let title = job.pair(told.pair);
                        let title = title.map(title_of).unwrap_or_default();
                        let place =
                            locale.fill(JobText::FindingsPlace, &[&title, &told.row.number()]);
                        ui.horizontal(|ui| {
                            let go = Button::new(RichText::new(&place).font(regular(12.5)));
                            let go = ui.add(go.small().truncate());
                            if fresh && at == 0 {
                                go.request_focus();
                            }
                            if go.clicked() {
                                asked = Some(Asked::Go(told.pair, told.row));
                            }
                        });
                        let words = why::finding(&told.finding, locale);
                        let words = RichText::new(words).font(regular(13.5));
                        ui.add(Label::new(words).truncate());
                        let text = format!("{}  ·  {}", told.en, told.ko);
                        let text = RichText::new(text).font(regular(12.5)).weak();
                        ui.add(Label::new(text).truncate());
                    });
                }
            });
        asked
    }
}

fn title_of(pair: &jjak_formats::job::JobPair) -> String {
    title(pair, Lang::En)
}

/// How much of the works is read; whether it is to stop.
pub fn reading(ui: &mut Ui, share: f32, locale: Locale) -> bool {
    ui.label(JobText::ReadingWorks.in_(locale));
    let stopped = ui
        .horizontal(|ui| {
            let bar = ProgressBar::new(share).desired_width(320.0);
            ui.add(bar.show_percentage());
            ui.button(Text::Cancel.in_(locale)).clicked()
        })
        .inner;
    ui.request_repaint_after(std::time::Duration::from_millis(60));
    stopped
}
