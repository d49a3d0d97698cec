//! What stands above the table: the job's name and how far it is, what runs in the background, which pairs are shown;
//! and below it the keys.

use super::table::JobTable;
use crate::command::Command;
use crate::fonts::{bold, regular};
use crate::keymap::Keymap;
use crate::texts::{JobText, Locale, Text, grouped, pair_state};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{
    Align, Button, EventFilter, Id, Key, Label, Layout, Modifiers, Panel, ProgressBar, Rect,
    RichText, Sense, TextEdit, Ui, WidgetInfo, vec2,
};
use jjak_formats::job::PairState;
use jjak_review::job::{JobSession, ReviewProgress};

const FIELD: f32 = 220.0;

/// What runs in the background.
#[derive(Clone, Copy, Debug, Default)]
pub struct Background {
    /// Pairs that are paired, of how many.
    pub pairing: Option<(usize, usize)>,
    pub looking: bool,
}

/// What the bars ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Run(Command),
    StopPairing,
    ReadAgain,
}

impl JobTable {
    /// Shows the bars around the table.
    pub fn bars(
        &mut self,
        ui: &mut Ui,
        job: &JobSession,
        background: Background,
        locale: Locale,
    ) -> Option<Asked> {
        let progress = job.progress();
        let mut asked = None;
        Panel::top("job").show(ui, |ui| {
            ui.add_space(4.0);
            asked = title(ui, job, &progress, locale);
            if job.is_read_only() {
                asked = read_only(ui, job, locale).or(asked);
            }
            asked = running(ui, background, locale).or(asked);
            ui.add_space(2.0);
        });
        Panel::top("job filter").show(ui, |ui| self.filter(ui, &progress, locale));
        Panel::bottom("job keys").show(ui, |ui| self.keys(ui, locale));
        asked
    }

    fn filter(&mut self, ui: &mut Ui, progress: &ReviewProgress, locale: Locale) {
        let id = Id::unique("job search");
        let wants = self.take_wish_to_search();
        let view = self.view_mut();
        let mut left = false;
        ui.horizontal_wrapped(|ui| {
            let has_focus = ui.memory(|memory| memory.has_focus(id));
            // Down and Enter lead from the field to what it found.
            let to_rows = has_focus
                && ui.input_mut(|input| {
                    input.consume_key(Modifiers::NONE, Key::ArrowDown)
                        || input.consume_key(Modifiers::NONE, Key::Enter)
                });
            let escaped =
                has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            let field = TextEdit::singleline(&mut view.search)
                .id(id)
                .desired_width(FIELD)
                .hint_text(JobText::SearchHint.in_(locale));
            let field = ui.add(field).on_hover_text(JobText::SearchHelp.in_(locale));
            let field = field.accessible_name(JobText::SearchHint.in_(locale));
            if wants {
                field.request_focus();
            }
            let keys = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                tab: false,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
            if escaped {
                view.search.clear();
            }
            left = to_rows || escaped;
            ui.add_space(6.0);
            let all = locale.fill(JobText::All, &[&grouped(progress.pairs)]);
            let chip = |name: String, on: bool| {
                Button::selectable(on, RichText::new(name).font(regular(13.0)))
            };
            if ui.add(chip(all, view.states.is_empty())).clicked() {
                view.states.clear();
            }
            for (state, count) in PairState::ALL.into_iter().zip(progress.states) {
                let on = view.states.contains(&state);
                let name = crate::texts::capital(pair_state(state, locale));
                let name = format!("{name} {}", grouped(count));
                if ui.add_enabled(count > 0 || on, chip(name, on)).clicked() {
                    // A second click on what is shown leads back.
                    view.states = if on { Vec::new() } else { vec![state] };
                }
            }
        });
        if left {
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
    }

    fn keys(&self, ui: &mut Ui, locale: Locale) {
        let keymap = Keymap::of(ui.ctx());
        let hint = match self.marked() {
            Some(_) => locale.fill(JobText::MarkedText, &[&keymap.text(Command::PairTexts)]),
            None => {
                let commands = [
                    Command::OpenPair,
                    Command::PairDone,
                    Command::ParkPair,
                    Command::NextPair,
                    Command::Counterparts,
                    Command::PairTexts,
                    Command::TakeApart,
                    Command::Help,
                ];
                let hints = commands.into_iter().filter_map(|command| {
                    let key = keymap.chords(command).first()?;
                    Some(format!("{key} {}", command.label(locale)))
                });
                hints.collect::<Vec<_>>().join("  ·  ")
            }
        };
        let hint = RichText::new(hint).size(12.0);
        ui.add(Label::new(hint).truncate());
    }
}

/// The name, how far the job is, and what is done with it as a whole.
fn title(
    ui: &mut Ui,
    job: &JobSession,
    progress: &ReviewProgress,
    locale: Locale,
) -> Option<Asked> {
    let mut asked = None;
    ui.horizontal(|ui| {
        let name = RichText::new(job.name()).font(bold(18.0));
        ui.add(Label::new(name).truncate())
            .on_hover_text(job.path().display().to_string());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for command in BUTTONS {
                let may = !(command == Command::AddTexts && job.is_read_only());
                let button = ui.add_enabled(may, Button::new(command.label(locale)));
                let tip = Keymap::of(ui.ctx()).tip(command, locale);
                if button.on_hover_text(tip).clicked() {
                    asked = Some(Asked::Run(command));
                }
            }
        });
    });
    ui.horizontal(|ui| {
        let [.., done, parked] = progress.states;
        let share = done as f32 / progress.pairs.max(1) as f32;
        let palette = Palette::of(ui.ctx());
        let summary = summary(progress, done, locale);
        let (bar, response) = ui.allocate_exact_size(vec2(140.0, 8.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &summary));
        ui.painter().rect_filled(bar, 4.0, palette.line);
        if done > 0 {
            let filled = vec2((bar.width() * share).max(8.0), bar.height());
            let filled = Rect::from_min_size(bar.min, filled);
            ui.painter().rect_filled(filled, 4.0, palette.high);
        }
        ui.label(RichText::new(&summary).font(bold(13.0)));
        let mut rest = vec![locale.fill(JobText::SummaryLeft, &[&grouped(progress.left)])];
        if let Some(percent) = (progress.accepted * 100).checked_div(progress.rows) {
            let rows = grouped(progress.rows);
            rest.push(locale.fill(JobText::SummaryRows, &[&percent, &rows]));
        }
        if parked > 0 {
            rest.push(locale.fill(JobText::SummaryParked, &[&grouped(parked)]));
        }
        let rest = RichText::new(rest.join("  ·  ")).font(regular(13.0));
        ui.add(Label::new(rest.weak()).truncate());
    });
    asked
}

/// What stands at the right, from the right.
const BUTTONS: [Command; 4] = [
    Command::Export,
    Command::JobStatistics,
    Command::JobFindings,
    Command::AddTexts,
];

pub fn summary(progress: &ReviewProgress, done: usize, locale: Locale) -> String {
    let (done, pairs) = (grouped(done), grouped(progress.pairs));
    locale.fill(JobText::Summary, &[&done, &pairs])
}

fn read_only(ui: &mut Ui, job: &JobSession, locale: Locale) -> Option<Asked> {
    let words = match job.held_by() {
        Some(who) => locale.fill(JobText::HeldBy, &[&who]),
        None => JobText::Unwritable.in_(locale).to_owned(),
    };
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let palette = Palette::of(ui.ctx());
        ui.label(RichText::new(words).color(palette.middle));
        if ui.button(JobText::ReadAgain.in_(locale)).clicked() {
            asked = Some(Asked::ReadAgain);
        }
    });
    asked
}

fn running(ui: &mut Ui, background: Background, locale: Locale) -> Option<Asked> {
    let mut asked = None;
    if let Some((done, all)) = background.pairing {
        ui.horizontal(|ui| {
            let words = locale.fill(JobText::PairingBar, &[&grouped(done), &grouped(all)]);
            ui.label(words);
            let share = done as f32 / all.max(1) as f32;
            ui.add(
                ProgressBar::new(share)
                    .desired_width(220.0)
                    .show_percentage(),
            );
            if ui.button(Text::Cancel.in_(locale)).clicked() {
                asked = Some(Asked::StopPairing);
            }
        });
    } else if background.looking {
        let words = RichText::new(JobText::LookingBar.in_(locale)).font(regular(12.5));
        ui.label(words.weak());
    }
    asked
}
