//! Two people's works on one pair side by side: the rows that differ, and a key that takes one or the other.

mod entry;

use super::dialog::{Answer, Dialog};
use super::floating;
use super::fonts::bold;
use super::jobs::{Job, Outcome};
use super::keyboard::{self, Owner};
use super::texts::{ComparisonText, Locale, Text, grouped};
use super::theme::Palette;
use egui::{Button, Key, Label, Modifiers, RichText, ScrollArea, TextEdit, Ui};
use entry::{Decision, Entry};
use jjak_core::bitext::{Bitext, Operation, RowIndex, SegmentId};
use jjak_core::comparison::{Agreement, Comparison, Group};
use jjak_review::comparing::Other;
use jjak_review::opening::OpenError;
use std::collections::HashSet;
use std::fmt::Display;
use std::path::{Path, PathBuf};

const WIDTH: f32 = 940.0;
/// Least room of a difference in the list.
const ENTRY: f32 = 96.0;

/// Reads the other work.
pub(crate) type Reading = Job<Result<Other, OpenError>>;

/// What tells a difference from others, whatever becomes of one's own rows: the other's rows, or one's own sentences.
type Name = (Vec<RowIndex>, Vec<SegmentId>);

#[derive(Default)]
pub(crate) struct ComparisonPanel {
    path: String,
    dialog: Option<Dialog>,
    no_dialog: bool,
    /// The field has not had the keys yet.
    is_asked: bool,
    reading: Option<Reading>,
    failed: Option<String>,
    other: Option<Other>,
    /// Of which revision of one's own work.
    compared: Option<(u64, Comparison)>,
    settled: HashSet<Name>,
    /// The difference under the cursor.
    at: usize,
    /// It is to be brought into sight, and to have the keys.
    fresh: bool,
}

/// What the panel asks for.
pub(crate) enum Asked {
    Read(PathBuf),
    /// To do this, and what to say of it.
    Do(Operation, ComparisonText),
    /// To one's own row.
    Look(RowIndex),
    Close,
}

impl ComparisonPanel {
    pub(crate) fn read(&mut self, reading: Reading) {
        (self.reading, self.failed) = (Some(reading), None);
    }

    /// Shows the panel beside `mine`, whose `revision` grows with every change.
    pub(crate) fn show(
        &mut self,
        ui: &Ui,
        mine: &Bitext,
        revision: u64,
        locale: Locale,
        explain: impl Fn(&OpenError) -> String,
    ) -> Option<Asked> {
        self.hear(locale, explain);
        self.compare(mine, revision);
        let mut asked = None;
        floating::show(ui, ComparisonText::Title, WIDTH, locale, |ui| {
            asked = self.ask(ui, locale);
            if let Some(reading) = &self.reading {
                ui.label(ComparisonText::Reading.in_(locale));
                if ui.button(Text::Cancel.in_(locale)).clicked() {
                    reading.cancel();
                }
                ui.request_repaint_after(std::time::Duration::from_millis(60));
            } else {
                asked = self.differences(ui, mine, locale).or(asked.take());
            }
            let close = ui.button(Text::Close.in_(locale)).on_hover_text("Esc");
            if close.clicked() {
                asked = Some(Asked::Close);
            }
        });
        let closed = keyboard::escapes(ui).then_some(Asked::Close);
        closed.or(asked)
    }

    fn hear(&mut self, locale: Locale, explain: impl Fn(&OpenError) -> String) {
        if let Some(answer) = self.dialog.as_ref().and_then(Dialog::poll) {
            self.dialog = None;
            match answer {
                Answer::Chosen(path) => self.path = path.display().to_string(),
                Answer::Closed => {}
                Answer::Missing => self.no_dialog = true,
            }
        }
        let Some(outcome) = self.reading.as_ref().and_then(Job::poll) else {
            return;
        };
        self.reading = None;
        match outcome {
            Outcome::Done(Ok(other)) => {
                (self.other, self.compared) = (Some(other), None);
                (self.at, self.fresh) = (0, true);
                self.settled.clear();
            }
            Outcome::Done(Err(error)) => self.failed = Some(explain(&error)),
            Outcome::Failed(why) => self.failed = Some(locale.fill(Text::JobFailed, &[&why])),
            Outcome::Cancelled => {}
        }
    }

    fn compare(&mut self, mine: &Bitext, revision: u64) {
        let is_new = self.compared.as_ref().is_none_or(|(of, _)| *of != revision);
        if let Some(other) = self.other.as_ref().filter(|_| is_new) {
            let mut comparison = Comparison::of(mine, &other.bitext);
            // What was written anew is what a person wants to see first.
            comparison
                .groups
                .sort_by_key(|group| !group.differences.text);
            self.compared = Some((revision, comparison));
        }
    }

    /// The field that names the other work.
    fn ask(&mut self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let palette = Palette::of(ui.ctx());
        if self.other.is_none() {
            let hint = RichText::new(ComparisonText::Hint.in_(locale)).weak();
            ui.add(Label::new(hint).wrap());
        }
        let mut asked = false;
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.path)
                .hint_text(ComparisonText::PathHint.in_(locale))
                .desired_width((ui.available_width() - 210.0).max(160.0));
            let field = ui.add(field);
            if !std::mem::replace(&mut self.is_asked, true) {
                field.request_focus();
            }
            asked = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            field.accessible_name(ComparisonText::PathName.in_(locale));
            if ui.button(Text::Browse.in_(locale)).clicked() && self.dialog.is_none() {
                let kinds = [
                    "jjak", "xlsx", "tmx", "xlf", "xliff", "tsv", "csv", "jsonl", "po",
                ];
                let title = ComparisonText::Title.in_(locale);
                self.dialog = Some(Dialog::open_file(ui.ctx(), title, &kinds, locale));
                self.no_dialog = false;
            }
            let is_named = !self.path.trim().is_empty();
            let start = Button::new(ComparisonText::Start.in_(locale));
            asked |= ui.add_enabled(is_named, start).clicked();
            asked &= is_named;
        });
        let told = match &self.failed {
            Some(why) => Some(why.as_str()),
            None => self.no_dialog.then(|| Text::NoDialog.in_(locale)),
        };
        if let Some(told) = told {
            ui.add(Label::new(RichText::new(told).color(palette.low)).wrap());
        }
        let path = self.path.trim().trim_matches(['"', '\'']);
        asked.then(|| Asked::Read(Path::new(path).to_path_buf()))
    }

    /// The places in the comparison of what nobody has decided yet.
    fn open(&self, mine: &Bitext, comparison: &Comparison) -> Vec<usize> {
        let groups = comparison.groups.iter().enumerate();
        let is_open = |group: &Group| !self.settled.contains(&name(mine, group));
        groups
            .filter(|(_, group)| is_open(group))
            .map(|(at, _)| at)
            .collect()
    }

    fn differences(&mut self, ui: &mut Ui, mine: &Bitext, locale: Locale) -> Option<Asked> {
        let other = self.other.take()?;
        let compared = self.compared.take();
        let asked = compared
            .as_ref()
            .and_then(|(_, comparison)| self.decide(ui, mine, &other, comparison, locale));
        (self.other, self.compared) = (Some(other), compared);
        asked
    }

    fn decide(
        &mut self,
        ui: &mut Ui,
        mine: &Bitext,
        other: &Other,
        comparison: &Comparison,
        locale: Locale,
    ) -> Option<Asked> {
        agreement(ui, &comparison.agreement, &other.who, locale);
        let open = self.open(mine, comparison);
        ui.horizontal(|ui| {
            let left = match open.len() {
                0 => ComparisonText::Alike.in_(locale).to_owned(),
                left => locale.fill(ComparisonText::Left, &[&grouped(left)]),
            };
            ui.label(RichText::new(left).font(bold(14.0)));
            if !self.settled.is_empty() {
                let words = locale.fill(ComparisonText::Settled, &[&grouped(self.settled.len())]);
                if ui.link(words).clicked() {
                    self.settled.clear();
                }
            }
        });
        self.at = self.at.min(open.len().saturating_sub(1));
        let before = self.at;
        let decision = self.pressed(ui, open.len());
        let group = |at: usize| comparison.groups.get(*open.get(at)?);
        let mut asked = None;
        if !open.is_empty() {
            ui.label(RichText::new(ComparisonText::Keys.in_(locale)).weak());
            let shown = self.list(ui, mine, other, comparison, &open, locale);
            let decision = decision.or(shown);
            if let Some((decision, group)) = decision.zip(group(self.at)) {
                asked = self.act(decision, mine, other, comparison, group);
            }
        }
        if asked.is_none() && (self.at != before || std::mem::take(&mut self.fresh)) {
            let row = group(self.at).and_then(|group| group.mine.first().copied());
            self.fresh = self.at != before;
            asked = row.map(Asked::Look);
        }
        asked
    }

    fn act(
        &mut self,
        decision: Decision,
        mine: &Bitext,
        other: &Other,
        comparison: &Comparison,
        group: &Group,
    ) -> Option<Asked> {
        self.fresh = true;
        match decision {
            Decision::Mine => {
                self.settled.insert(name(mine, group));
                None
            }
            Decision::Theirs => {
                let operation = comparison.take(mine, &other.bitext, group)?;
                Some(Asked::Do(operation, ComparisonText::Took))
            }
            Decision::Both => {
                let both = comparison.keep_both(mine, &other.bitext, group, &other.who)?;
                self.settled.insert(name(mine, group));
                Some(Asked::Do(both, ComparisonText::KeptBoth))
            }
        }
    }

    /// What the keys say, as long as they are the panel's.
    fn pressed(&mut self, ui: &Ui, open: usize) -> Option<Decision> {
        if Owner::of(ui.ctx()) != Owner::Panel || open == 0 {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.at = (self.at + 1).min(open - 1);
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
        let decisions = [
            (Key::Num1, Decision::Mine),
            (Key::ArrowLeft, Decision::Mine),
            (Key::Num2, Decision::Theirs),
            (Key::ArrowRight, Decision::Theirs),
            (Key::Num3, Decision::Both),
        ];
        let found = decisions.into_iter().find(|(key, _)| pressed(*key));
        found.map(|(_, decision)| decision)
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        mine: &Bitext,
        other: &Other,
        comparison: &Comparison,
        open: &[usize],
        locale: Locale,
    ) -> Option<Decision> {
        let room = (ui.ctx().content_rect().height() - 330.0).max(140.0);
        let height = room.min(open.len() as f32 * ENTRY + 60.0);
        let width = ui.available_width() - 14.0;
        let mut decision = None;
        // Far ones are not laid out: a difference may be long, so what is shown is a window around the cursor.
        let first = self.at.saturating_sub(NEAR);
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_max_width(width);
                for (at, place) in open.iter().enumerate().skip(first).take(2 * NEAR + 1) {
                    let Some(group) = comparison.groups.get(*place) else {
                        continue;
                    };
                    let is_here = at == self.at;
                    let entry = Entry {
                        mine,
                        other,
                        group,
                        is_here,
                        can_take: comparison.take(mine, &other.bitext, group).is_some(),
                        number: at + 1,
                        locale,
                    };
                    let (pressed, decided) = entry.show(ui, self.fresh && is_here);
                    if pressed || decided.is_some() {
                        self.at = at;
                    }
                    decision = decision.or(decided);
                }
            });
        decision
    }
}

/// Differences that are laid out on either side of the cursor.
const NEAR: usize = 12;

fn name(mine: &Bitext, group: &Group) -> Name {
    let own = group.mine.iter().filter_map(|&row| mine.beads.get(row));
    let own = if group.theirs.is_empty() {
        own.flat_map(|bead| bead.en.iter().chain(&bead.ko))
            .copied()
            .collect()
    } else {
        Vec::new()
    };
    (group.theirs.clone(), own)
}

fn agreement(ui: &mut Ui, agreement: &Agreement, who: &str, locale: Locale) {
    ui.label(RichText::new(locale.fill(ComparisonText::Against, &[&who])).font(bold(14.0)));
    ui.horizontal_wrapped(|ui| {
        let f1 = format!("{:.3}", agreement.bead_f1());
        let words = locale.fill(ComparisonText::Beads, &[&grouped(agreement.same), &f1]);
        let rows: [&dyn Display; 2] = [&grouped(agreement.mine), &grouped(agreement.theirs)];
        ui.label(words)
            .on_hover_text(locale.fill(ComparisonText::BeadsTip, &rows));
        ui.label("·");
        let verdicts = agreement.verdicts;
        let words = match verdicts.judged {
            0 => ComparisonText::NoVerdicts.in_(locale).to_owned(),
            judged => {
                let kappa = verdicts.kappa().map(|kappa| format!("{kappa:.3}"));
                let kappa = kappa.unwrap_or_else(|| ComparisonText::NoKappa.in_(locale).to_owned());
                let values: [&dyn Display; 3] =
                    [&grouped(verdicts.alike), &grouped(judged), &kappa];
                locale.fill(ComparisonText::Verdicts, &values)
            }
        };
        ui.label(words);
    });
}
