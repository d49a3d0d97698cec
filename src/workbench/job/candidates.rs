//! The likeliest counterparts of a text by rank, with what speaks for each: one key takes one.

use super::cells::{file_name, title};
use crate::floating;
use crate::fonts::{bold, regular};
use crate::jobs::{Job, Outcome};
use crate::keyboard::{self, Owner};
use crate::texts::{JobText, Locale, Text, lang_name};
use crate::theme::Palette;
use egui::{Button, Key, Label, Modifiers, ProgressBar, RichText, ScrollArea, Ui, vec2};
use jjak_core::article::Lang;
use jjak_formats::job::JobPair;
use jjak_pipeline::matching::Ranked;
use jjak_review::job::{JobSession, text};
use std::path::{Path, PathBuf};

const WIDTH: f32 = 560.0;
const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// Finds the counterparts on a thread of its own.
pub type Ranking = Job<Result<Vec<Ranked>, String>>;

pub struct Candidates {
    /// The row, and the side whose text keeps its place.
    row: u64,
    lang: Lang,
    ranking: Option<Ranking>,
    found: Result<Vec<Ranked>, String>,
    fresh: bool,
}

/// What the panel asks for.
pub enum Asked {
    /// Take this text for the counterpart.
    Take(PathBuf),
    /// The counterparts of the text of the other side.
    OtherSide,
    Close,
}

impl Candidates {
    pub fn new(row: u64, lang: Lang, ranking: Ranking) -> Candidates {
        Candidates {
            row,
            lang,
            ranking: Some(ranking),
            found: Ok(Vec::new()),
            fresh: true,
        }
    }

    pub fn row(&self) -> u64 {
        self.row
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Shows the panel.
    pub fn show(&mut self, ui: &Ui, job: &JobSession, locale: Locale) -> Option<Asked> {
        self.hear(locale);
        let Some(pair) = job.pair(self.row) else {
            return Some(Asked::Close);
        };
        let asked = floating::show(ui, JobText::CandidatesTitle, WIDTH, locale, |ui| {
            let mut asked = None;
            ui.horizontal(|ui| {
                let of = locale.fill(JobText::CandidatesOf, &[&title(pair, self.lang)]);
                let other = self.lang.other();
                if pair.is_pair() {
                    let name = lang_name(other, locale);
                    let other = locale.fill(JobText::CandidatesOther, &[&name]);
                    if ui.button(other).clicked() {
                        asked = Some(Asked::OtherSide);
                    }
                }
                ui.add(Label::new(RichText::new(of).font(bold(14.0))).truncate());
            });
            if let Some(ranking) = &self.ranking {
                ui.label(JobText::CandidatesLooking.in_(locale));
                ui.horizontal(|ui| {
                    let bar = ProgressBar::new(ranking.fraction()).desired_width(320.0);
                    ui.add(bar.show_percentage());
                    if ui.button(Text::Cancel.in_(locale)).clicked() {
                        ranking.cancel();
                        asked = Some(Asked::Close);
                    }
                });
                ui.request_repaint_after(std::time::Duration::from_millis(60));
                return asked;
            }
            asked = self.list(ui, pair, job, locale).or(asked);
            let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
            if close.clicked() {
                asked = Some(Asked::Close);
            }
            asked
        });
        let digit = self.digit(ui);
        let taken = digit.map(Asked::Take);
        let closed = keyboard::escapes(ui).then_some(Asked::Close);
        taken.or(closed).or(asked.flatten())
    }

    fn hear(&mut self, locale: Locale) {
        let Some(outcome) = self.ranking.as_ref().and_then(Job::poll) else {
            return;
        };
        self.ranking = None;
        self.found = match outcome {
            Outcome::Done(found) => found.map(worth_showing),
            Outcome::Cancelled => Ok(Vec::new()),
            Outcome::Failed(why) => Err(locale.fill(Text::JobFailed, &[&why])),
        };
    }

    /// The text whose number was pressed.
    fn digit(&self, ui: &Ui) -> Option<PathBuf> {
        if Owner::of(ui.ctx()) != Owner::Panel {
            return None;
        }
        let found = self.found.as_ref().ok()?;
        let mut numbered = DIGITS.into_iter().zip(found);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        numbered.find_map(|(key, ranked)| pressed(key).then(|| ranked.path.clone()))
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        pair: &JobPair,
        job: &JobSession,
        locale: Locale,
    ) -> Option<Asked> {
        let palette = Palette::of(ui.ctx());
        let found = match &self.found {
            Ok(found) => found,
            Err(why) => {
                ui.label(RichText::new(why).color(palette.low));
                return None;
            }
        };
        if found.is_empty() {
            ui.label(JobText::CandidatesNone.in_(locale));
            return None;
        }
        ui.add(Label::new(RichText::new(JobText::CandidatesHint.in_(locale)).weak()).wrap());
        let room = ui.ctx().content_rect().height() - 330.0;
        let fresh = std::mem::take(&mut self.fresh);
        let mut asked = None;
        ScrollArea::vertical()
            .max_height(room.max(120.0))
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_max_width(WIDTH - 14.0);
                for (at, ranked) in found.iter().enumerate() {
                    let (name, progress) = self.known(ranked, pair, job, locale);
                    let percent = (ranked.score * 100.0).floor();
                    let label = locale.fill(JobText::CandidateName, &[&(at + 1), &name, &percent]);
                    let colour = palette.confidence(ranked.score as f32);
                    ui.horizontal(|ui| {
                        let text = RichText::new(format!("{}", at + 1)).font(bold(14.0));
                        let button = Button::new(text).min_size(vec2(26.0, 24.0));
                        let button = ui.add(button).accessible_name(label);
                        if fresh && at == 0 {
                            button.request_focus();
                        }
                        if button.clicked() {
                            asked = Some(Asked::Take(ranked.path.clone()));
                        }
                        let percent = RichText::new(format!("{percent}%")).font(bold(13.5));
                        ui.label(percent.color(colour));
                        let progress = RichText::new(&progress).font(regular(12.5)).weak();
                        ui.label(progress);
                        ui.add(Label::new(RichText::new(&name).font(regular(14.0))).truncate());
                    });
                    ui.indent(("why", at), |ui| {
                        let why = RichText::new(&ranked.why).font(regular(12.5)).weak();
                        ui.add(Label::new(why).wrap());
                    });
                }
            });
        asked
    }

    /// What a candidate is called, and what it is paired with now.
    fn known(
        &self,
        ranked: &Ranked,
        pair: &JobPair,
        job: &JobSession,
        locale: Locale,
    ) -> (String, String) {
        let side = self.lang.other();
        let is_it = |row: &&JobPair| text(row, side) == Some(ranked.path.as_path());
        let theirs = job.pairs().iter().find(is_it);
        let name = theirs.map_or_else(|| file_name(&ranked.path), |row| title(row, side));
        let progress = match theirs {
            Some(row) if row.id == pair.id => JobText::CandidateNow.in_(locale).to_owned(),
            Some(row) if row.is_pair() => locale.fill(JobText::CandidateTaken, &[&row.id]),
            _ => JobText::CandidateFree.in_(locale).to_owned(),
        };
        (name, progress)
    }
}

/// Those that may be it, and a few more where there is none.
fn worth_showing(mut found: Vec<Ranked>) -> Vec<Ranked> {
    const LEAST: f64 = 0.01;
    const AT_LEAST: usize = 4;
    let likely = found.iter().filter(|ranked| ranked.score >= LEAST).count();
    found.truncate(likely.max(AT_LEAST));
    found
}

/// The texts that the counterparts of one are looked for among: all, so that what is common is known; in a large job
/// those of the other side alone.
pub fn compared(job: &JobSession, of: &Path, lang: Lang) -> Vec<(PathBuf, Lang)> {
    /// More than this would take too long.
    const ALL: usize = 600;
    let rows = job.pairs();
    let sides = |row: &JobPair| {
        Lang::BOTH.map(|lang| text(row, lang).map(|path| (path.to_path_buf(), lang)))
    };
    let is_few = rows.len() * 2 <= ALL;
    let mut texts: Vec<(PathBuf, Lang)> = rows
        .iter()
        .flat_map(sides)
        .flatten()
        .filter(|(path, side)| is_few || *side != lang || path == of)
        .collect();
    let mut seen = std::collections::HashSet::new();
    texts.retain(|(path, _)| seen.insert(path.clone()));
    texts
}
