//! The panels over the table: counterparts by rank, find and replace, findings, statistics, the export.

use super::super::{Leaving, Screen, Workbench};
use super::{OpenJob, threads};
use crate::job::candidates::{self, Candidates};
use crate::job::export::{self, JobExport};
use crate::job::findings::{self, JobFindings};
use crate::job::replace::{self, JobReplace};
use crate::job::statistics;
use crate::jobs::{Job, Outcome};
use crate::texts::{JobText, Text};
use crate::toasts::ToastKind;
use egui::{Context, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::{Refusal, RowIndex};
use jjak_core::progress::Cancelled;
use jjak_pipeline::job::find_together;
use jjak_pipeline::matching::{FoundText, Request, rank};
use jjak_review::crew::Crew;
use jjak_review::job::replacing::Replacing;
use jjak_review::job::{Repair, single, text};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The panel that floats over the table.
pub(super) enum Panel {
    Candidates(Candidates),
    Replace(JobReplace),
    Findings(JobFindings),
    Statistics,
    Export(Box<JobExport>),
}

/// Sentences being replaced in the works of a job.
pub(super) struct ReplacingWorks {
    crew: Crew<Result<usize, String>>,
    sentences: usize,
    articles: usize,
    failed: Vec<String>,
}

/// An export being written.
pub(super) type Exporting = Job<Result<(usize, String), String>>;

impl OpenJob {
    /// The works of all pairs, by number, in the order of the job.
    pub(super) fn works(&self) -> Vec<(u64, PathBuf)> {
        let pairs = self.session.pairs().iter();
        pairs
            .filter(|pair| self.session.is_openable(pair))
            .filter_map(|pair| Some((pair.id, pair.work.clone()?)))
            .collect()
    }
}

impl Workbench {
    /// Looks for the likeliest counterparts of a text: of the one that a row has, or of this side of a pair.
    pub(super) fn rank_counterparts(&mut self, ctx: &Context, id: u64, lang: Lang) {
        let own = self.own();
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let Some(pair) = job.session.pair(id) else {
            return;
        };
        let lang = single(pair).map_or(lang, |(lang, _)| lang);
        let Some(of) = text(pair, lang).map(Path::to_path_buf) else {
            return;
        };
        let compared = candidates::compared(&job.session, &of, lang);
        let texts: Vec<FoundText> = compared
            .into_iter()
            .map(|(name, side)| FoundText {
                below: name.file_name().unwrap_or_default().into(),
                name,
                argument: usize::from(side == Lang::Ko),
            })
            .collect();
        let ranking = Job::start(ctx, move |progress| {
            let custom = own();
            let request = Request {
                texts: &texts,
                custom: &custom,
                lexicon: &custom.lexicon(),
                known: &[],
                known_table: None,
                names: false,
                threads: threads(),
            };
            rank(&of, &request, progress)
        });
        job.panel = Some(Panel::Candidates(Candidates::new(id, lang, ranking)));
    }

    /// Reads the works that the table shows, to be exported.
    pub(crate) fn export_job(&mut self, ctx: &Context) {
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let shown = job.table.pairs().iter();
        let shown: Vec<u64> = shown
            .filter_map(|at| job.session.pairs().get(*at))
            .map(|pair| pair.id)
            .collect();
        let works: HashMap<u64, PathBuf> = job.works().into_iter().collect();
        let order: Vec<u64> = shown
            .into_iter()
            .filter(|id| works.contains_key(id))
            .collect();
        let waker = ctx.clone();
        let reading = Crew::start(
            order.clone(),
            threads(),
            move |id, _| match works.get(&id) {
                Some(path) => Ok(export::read(path)),
                None => Err(Cancelled),
            },
            move || waker.request_repaint(),
        );
        let export = JobExport::new(job.session.path(), order, reading);
        job.panel = Some(Panel::Export(Box::new(export)));
    }

    pub(crate) fn replace_in_job(&mut self, _: &Context) {
        if let Some(job) = &mut self.desk.job {
            job.panel = Some(Panel::Replace(JobReplace::default()));
        }
    }

    pub(crate) fn open_job_statistics(&mut self, ctx: &Context) {
        self.show_table(ctx);
        if let Some(job) = &mut self.desk.job {
            job.panel = Some(Panel::Statistics);
        }
    }

    /// Looks for what the articles of the job have in two ways.
    pub(crate) fn open_job_findings(&mut self, ctx: &Context) {
        self.show_table(ctx);
        let own = self.own();
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let works = job.works();
        let looking = Job::start(ctx, move |progress| {
            find_together(&works, &own().lexicon(), progress)
        });
        job.panel = Some(Panel::Findings(JobFindings::new(looking)));
    }

    /// To the table, unless it is on the screen.
    fn show_table(&mut self, ctx: &Context) {
        if self.screen != Screen::Table {
            self.go_to_table(ctx);
        }
    }

    pub(in super::super) fn job_panel(&mut self, ui: &Ui) {
        let locale = self.locale();
        let at_table = self.screen == Screen::Table;
        let choices = self.settings.export.clone();
        let Some(job) = self.desk.job.as_mut().filter(|_| at_table) else {
            return;
        };
        let Some(panel) = job.panel.take() else {
            return;
        };
        match panel {
            Panel::Candidates(mut panel) => match panel.show(ui, &job.session, locale) {
                None => job.panel = Some(Panel::Candidates(panel)),
                Some(candidates::Asked::Close) => {}
                Some(candidates::Asked::OtherSide) => {
                    self.rank_counterparts(ui.ctx(), panel.row(), panel.lang().other());
                }
                Some(candidates::Asked::Take(other)) => {
                    let (row, lang) = (panel.row(), panel.lang());
                    let pair = job.session.pair(row);
                    // It is taken already.
                    if pair.is_none_or(|pair| text(pair, lang.other()) != Some(&other)) {
                        let repair = Repair::Rematch { row, lang, other };
                        self.repair_job(ui.ctx(), &repair);
                    }
                }
            },
            Panel::Statistics => {
                if statistics::show(ui, &job.session, locale) {
                    job.panel = Some(Panel::Statistics);
                }
            }
            Panel::Findings(mut panel) => {
                let asked = panel.show(ui, &job.session, locale);
                if !matches!(asked, Some(findings::Asked::Close)) {
                    job.panel = Some(Panel::Findings(panel));
                }
                if let Some(findings::Asked::Go(pair, row)) = asked {
                    self.go_to_row_of(ui.ctx(), pair, row);
                }
            }
            Panel::Replace(mut panel) => {
                let asked = panel.show(ui, &job.session, locale);
                match asked {
                    Some(replace::Asked::Close) => {}
                    Some(replace::Asked::Look(sought)) => {
                        let crew = look_for(ui.ctx(), job, sought.clone());
                        panel.look(sought, crew);
                        job.panel = Some(Panel::Replace(panel));
                    }
                    Some(replace::Asked::Replace(sought, ids)) => {
                        job.panel = Some(Panel::Replace(panel));
                        self.replace_in_works(ui.ctx(), sought, ids);
                    }
                    None => job.panel = Some(Panel::Replace(panel)),
                }
            }
            Panel::Export(mut panel) => match panel.show(ui, &choices, locale) {
                None => job.panel = Some(Panel::Export(panel)),
                Some(export::Asked::Close) => {}
                Some(export::Asked::Write(request)) => {
                    if let Some(choices) = panel.choices() {
                        self.settings.export = choices;
                        self.unkept = true;
                    }
                    let works = panel.into_works();
                    let writing =
                        Job::start(ui.ctx(), move |_| Ok(export::write(&works, &request)));
                    job.exporting = Some(writing);
                }
            },
        }
    }

    /// Opens a pair at one of its rows.
    fn go_to_row_of(&mut self, ctx: &Context, pair: u64, row: RowIndex) {
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let is_open = job.open == Some(pair) && self.review.is_some();
        job.wanted_row = (!is_open).then_some(row);
        match &mut self.review {
            Some(review) if is_open => {
                review.go_to_row(row);
                self.screen = Screen::Rows;
            }
            _ => self.leave(ctx, Leaving::Pair(pair)),
        }
    }

    /// Replaces in these works; in the open one through its own session.
    fn replace_in_works(&mut self, ctx: &Context, sought: Replacing, ids: Vec<u64>) {
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let mut done = (0, 0);
        let mut failed = Vec::new();
        let open = job.open.filter(|open| ids.contains(open));
        if open.is_some()
            && let Some(review) = &mut self.review
        {
            let count = sought.changes(review.session.bitext()).len();
            let operation = sought.operation(review.session.bitext());
            match review.operate(operation) {
                Ok(_) => done = (count, 1),
                Err(Refusal::NoChange) => {}
                Err(refusal) => failed.push(refusal.to_string()),
            }
        }
        let works: HashMap<u64, PathBuf> = job.works().into_iter().collect();
        let others = ids.into_iter().filter(|id| Some(*id) != open).collect();
        let waker = ctx.clone();
        let crew = Crew::start(
            others,
            threads(),
            move |id, _| match works.get(&id) {
                Some(path) => Ok(sought.change(path).map_err(|error| error.to_string())),
                None => Err(Cancelled),
            },
            move || waker.request_repaint(),
        );
        job.replacing = Some(ReplacingWorks {
            crew,
            sentences: done.0,
            articles: done.1,
            failed,
        });
    }

    /// Takes what has become of what was asked for in the panels.
    pub(super) fn hear_panels(&mut self, ctx: &Context) {
        let locale = self.locale();
        let Some(job) = &mut self.desk.job else {
            return;
        };
        let mut told = Vec::new();
        let mut is_replaced = false;
        if let Some(mut replacing) = job.replacing.take() {
            for (_, changed) in replacing.crew.poll(usize::MAX) {
                match changed.unwrap_or_else(Err) {
                    Ok(0) => {}
                    Ok(sentences) => {
                        replacing.sentences += sentences;
                        replacing.articles += 1;
                    }
                    Err(why) => replacing.failed.push(why),
                }
            }
            if replacing.crew.is_over() {
                is_replaced = true;
                let values: [&dyn std::fmt::Display; 2] =
                    [&replacing.sentences, &replacing.articles];
                told.push((ToastKind::Info, locale.fill(JobText::Replaced, &values)));
                for why in replacing.failed {
                    told.push((
                        ToastKind::Error,
                        locale.fill(JobText::ReplaceFailed, &[&why]),
                    ));
                }
            } else {
                job.replacing = Some(replacing);
            }
        }
        if let Some(outcome) = job.exporting.as_ref().and_then(Job::poll) {
            job.exporting = None;
            told.push(match outcome {
                Outcome::Done(Ok((pairs, place))) => (
                    ToastKind::Info,
                    locale.fill(Text::Exported, &[&pairs, &place]),
                ),
                Outcome::Done(Err(why)) => {
                    let korean = format!("내보내지 못했습니다. 다른 폴더를 골라 보세요. ({why})");
                    (ToastKind::Error, locale.pick(why, korean))
                }
                Outcome::Failed(why) => (ToastKind::Error, locale.fill(Text::JobFailed, &[&why])),
                Outcome::Cancelled => (ToastKind::Info, Text::Cancelled.in_(locale).to_owned()),
            });
        }
        for (kind, words) in told {
            self.toasts.push(kind, words);
        }
        if is_replaced {
            self.look_at_works(ctx, None);
        }
    }
}

/// Looks through the works of a job.
fn look_for(ctx: &Context, job: &OpenJob, sought: Replacing) -> Crew<replace::Looked> {
    let works: HashMap<u64, PathBuf> = job.works().into_iter().collect();
    let mut ids: Vec<u64> = works.keys().copied().collect();
    ids.sort_unstable();
    let waker = ctx.clone();
    Crew::start(
        ids,
        threads(),
        move |id, _| match works.get(&id) {
            Some(path) => Ok(sought.look(path).map_err(|error| error.to_string())),
            None => Err(Cancelled),
        },
        move || waker.request_repaint(),
    )
}
