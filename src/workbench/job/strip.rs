//! The strip above the rows of a pair that belongs to a job: where in the job it is, and what is left.

use crate::command::Command;
use crate::fonts::{bold, regular};
use crate::keymap::Keymap;
use crate::texts::{JobText, Locale, grouped, pair_state};
use crate::theme::Palette;
use egui::{Align, Button, Label, Layout, Panel, RichText, Ui};
use jjak_formats::job::{JobPair, PairState};
use jjak_formats::project::Taught;
use std::fmt::Display;

/// What the strip says.
pub struct Strip<'a> {
    pub pair: &'a JobPair,
    pub title: String,
    /// Its place among those that are shown, from 1, and how many these are.
    pub place: (usize, usize),
    /// Rows left in the pair, and in the job with it.
    pub left: (usize, usize),
    /// What others taught the pairing.
    pub taught: Option<&'a Taught>,
    /// Who has the work open elsewhere.
    pub held_by: Option<&'a str>,
}

/// Shows the strip; gives what was asked for.
pub fn show(ui: &mut Ui, strip: &Strip, locale: Locale) -> Option<Command> {
    let mut asked = None;
    let keymap = Keymap::of(ui.ctx());
    let palette = Palette::of(ui.ctx());
    Panel::top("job strip").show(ui, |ui| {
        crate::panels::name_region(ui, Command::JobTable.label(locale));
        ui.horizontal(|ui| {
            let mut button = |ui: &mut Ui, words: &str, command: Command, on: bool| {
                let button = Button::selectable(on, RichText::new(words).font(regular(13.0)));
                let button = ui.add(button.frame_when_inactive(true));
                let button = button.accessible_name(command.label(locale));
                if button.on_hover_text(keymap.tip(command, locale)).clicked() {
                    asked = Some(command);
                }
            };
            let table = format!("≡ {}", Command::JobTable.label(locale));
            button(ui, &table, Command::JobTable, false);
            button(ui, "◀", Command::PreviousPair, false);
            let (place, of) = strip.place;
            ui.label(locale.fill(JobText::StripPlace, &[&grouped(place), &grouped(of)]));
            button(ui, "▶", Command::NextPair, false);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let is_done = strip.pair.state == PairState::Done;
                let done = if is_done {
                    format!("✓ {}", pair_state(PairState::Done, locale))
                } else {
                    Command::PairDone.label(locale).to_owned()
                };
                button(ui, &done, Command::PairDone, is_done);
                let (here, all) = strip.left;
                let left = locale.fill(JobText::StripLeft, &[&grouped(here), &grouped(all)]);
                ui.label(RichText::new(left).font(bold(13.0)));
                if let Some(taught) = strip.taught {
                    let words = locale.fill(JobText::LearnedFrom, &[&grouped(taught.articles)]);
                    let tip: [&dyn Display; 2] = [&grouped(taught.rows), &grouped(taught.articles)];
                    let label = ui.label(RichText::new(words).font(regular(13.0)).weak());
                    label.on_hover_text(locale.fill(JobText::LearnedTip, &tip));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = RichText::new(&strip.title).font(regular(13.0)).weak();
                    ui.add(Label::new(title).truncate());
                });
            });
        });
        if let Some(who) = strip.held_by {
            let words = locale.fill(JobText::ReadOnlyWork, &[&who]);
            ui.label(RichText::new(words).color(palette.middle));
        }
    });
    asked
}
