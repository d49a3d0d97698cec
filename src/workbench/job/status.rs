//! What stands above the table: the job's name and how far it is, what runs in the background, which pairs are shown;
//! and below it the keys.

use super::table::JobTable;
use crate::command::Command;
use crate::fonts::{bold, regular};
use crate::keymap::Keymap;
use crate::texts::{JobText, Text, Tongue, grouped, pair_state};
use crate::theme::Palette;
use egui::accesskit::Role;
use egui::{
    Align, Button, EventFilter, Id, Key, Label, Layout, Modifiers, Panel, ProgressBar, Rect,
    RichText, Sense, TextEdit, Ui, WidgetInfo, vec2,
};
use jjak_formats::job::PairState;
use jjak_review::job::{JobSession, Standing};

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
        tongue: Tongue,
    ) -> Option<Asked> {
        let standing = job.standing();
        let mut asked = None;
        Panel::top("job").show(ui, |ui| {
            ui.add_space(4.0);
            asked = title(ui, job, &standing, tongue);
            if job.is_read_only() {
                asked = read_only(ui, job, tongue).or(asked);
            }
            asked = running(ui, background, tongue).or(asked);
            ui.add_space(2.0);
        });
        Panel::top("job filter").show(ui, |ui| self.filter(ui, &standing, tongue));
        Panel::bottom("job keys").show(ui, |ui| self.keys(ui, tongue));
        asked
    }

    fn filter(&mut self, ui: &mut Ui, standing: &Standing, tongue: Tongue) {
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
                .hint_text(JobText::SearchHint.in_(tongue));
            let field = ui.add(field).on_hover_text(JobText::SearchHelp.in_(tongue));
            let field = field.accessible_name(JobText::SearchHint.in_(tongue));
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
            let all = tongue.fill(JobText::All, &[&grouped(standing.pairs)]);
            let chip = |name: String, on: bool| {
                Button::selectable(on, RichText::new(name).font(regular(13.0)))
            };
            if ui.add(chip(all, view.states.is_empty())).clicked() {
                view.states.clear();
            }
            for (state, count) in PairState::ALL.into_iter().zip(standing.states) {
                let on = view.states.contains(&state);
                let name = crate::texts::capital(pair_state(state, tongue));
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

    fn keys(&self, ui: &mut Ui, tongue: Tongue) {
        let keymap = Keymap::of(ui.ctx());
        let hint = match self.marked() {
            Some(_) => tongue.fill(JobText::MarkedText, &[&keymap.text(Command::PairTexts)]),
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
                    Some(format!("{key} {}", command.label(tongue)))
                });
                hints.collect::<Vec<_>>().join("  ·  ")
            }
        };
        let hint = RichText::new(hint).size(12.0);
        ui.add(Label::new(hint).truncate());
    }
}

/// The name, how far the job is, and what is done with it as a whole.
fn title(ui: &mut Ui, job: &JobSession, standing: &Standing, tongue: Tongue) -> Option<Asked> {
    let mut asked = None;
    ui.horizontal(|ui| {
        let name = RichText::new(job.name()).font(bold(18.0));
        ui.add(Label::new(name).truncate())
            .on_hover_text(job.path().display().to_string());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for command in BUTTONS {
                let may = !(command == Command::AddTexts && job.is_read_only());
                let button = ui.add_enabled(may, Button::new(command.label(tongue)));
                let tip = Keymap::of(ui.ctx()).tip(command, tongue);
                if button.on_hover_text(tip).clicked() {
                    asked = Some(Asked::Run(command));
                }
            }
        });
    });
    ui.horizontal(|ui| {
        let [.., done, parked] = standing.states;
        let share = done as f32 / standing.pairs.max(1) as f32;
        let palette = Palette::of(ui.ctx());
        let summary = summary(standing, done, tongue);
        let (bar, response) = ui.allocate_exact_size(vec2(140.0, 8.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &summary));
        ui.painter().rect_filled(bar, 4.0, palette.line);
        if done > 0 {
            let filled = vec2((bar.width() * share).max(8.0), bar.height());
            let filled = Rect::from_min_size(bar.min, filled);
            ui.painter().rect_filled(filled, 4.0, palette.high);
        }
        ui.label(RichText::new(&summary).font(bold(13.0)));
        let mut rest = vec![tongue.fill(JobText::SummaryLeft, &[&grouped(standing.left)])];
        if let Some(percent) = (standing.accepted * 100).checked_div(standing.rows) {
            let rows = grouped(standing.rows);
            rest.push(tongue.fill(JobText::SummaryRows, &[&percent, &rows]));
        }
        if parked > 0 {
            rest.push(tongue.fill(JobText::SummaryParked, &[&grouped(parked)]));
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

pub fn summary(standing: &Standing, done: usize, tongue: Tongue) -> String {
    let (done, pairs) = (grouped(done), grouped(standing.pairs));
    tongue.fill(JobText::Summary, &[&done, &pairs])
}

fn read_only(ui: &mut Ui, job: &JobSession, tongue: Tongue) -> Option<Asked> {
    let words = match job.held_by() {
        Some(who) => tongue.fill(JobText::HeldBy, &[&who]),
        None => JobText::Unwritable.in_(tongue).to_owned(),
    };
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let palette = Palette::of(ui.ctx());
        ui.label(RichText::new(words).color(palette.middle));
        if ui.button(JobText::ReadAgain.in_(tongue)).clicked() {
            asked = Some(Asked::ReadAgain);
        }
    });
    asked
}

fn running(ui: &mut Ui, background: Background, tongue: Tongue) -> Option<Asked> {
    let mut asked = None;
    if let Some((done, all)) = background.pairing {
        ui.horizontal(|ui| {
            let words = tongue.fill(JobText::PairingBar, &[&grouped(done), &grouped(all)]);
            ui.label(words);
            let share = done as f32 / all.max(1) as f32;
            ui.add(
                ProgressBar::new(share)
                    .desired_width(220.0)
                    .show_percentage(),
            );
            if ui.button(Text::Cancel.in_(tongue)).clicked() {
                asked = Some(Asked::StopPairing);
            }
        });
    } else if background.looking {
        let words = RichText::new(JobText::LookingBar.in_(tongue)).font(regular(12.5));
        ui.label(words.weak());
    }
    asked
}
