//! Which pairs are written and how: the options that the command line has, too.

use super::super::fonts::bold;
use super::super::keyboard;
use super::super::texts::{self, Text, Tongue};
use super::super::theme::Palette;
use super::FORMATS;
use egui::{Checkbox, ComboBox, Grid, Response, RichText, Slider, TextEdit, Ui};
use jjak_core::bitext::{State, Verdict};
use jjak_formats::exchange::{self, Duplicates, Format, Options, Order};
use std::collections::BTreeSet;

/// Width of the names before the options.
const NAMES: f32 = 92.0;

/// `counts` are the rows of each of [`State::ALL`], as far as they are known.
pub fn show(
    ui: &mut Ui,
    options: &mut Options,
    format: &mut Format,
    counts: Option<[usize; 3]>,
    tongue: Tongue,
) {
    Grid::new("export options")
        .num_columns(2)
        .min_col_width(NAMES)
        .show(ui, |ui| {
            name(ui, Text::FormatName, tongue);
            show_format(ui, format, tongue);
            ui.end_row();
            name(ui, Text::CodesName, tongue);
            ui.horizontal(|ui| show_codes(ui, options, tongue));
            ui.end_row();
            name(ui, Text::StatesName, tongue);
            ui.horizontal(|ui| {
                for (at, state) in State::ALL.into_iter().enumerate() {
                    let count = counts.and_then(|counts| counts.get(at).copied());
                    let count = count.map_or(String::new(), |count| format!(" ({count})"));
                    let label = format!("{}{count}", texts::state(state, tongue));
                    member(ui, &mut options.states, state, &label);
                }
            });
            ui.end_row();
            name(ui, Text::Verdict, tongue);
            ui.vertical(|ui| show_verdicts(ui, options, tongue));
            ui.end_row();
            let label = name(ui, Text::LeastConfidence, tongue).id;
            let slider = Slider::new(&mut options.min_confidence, 0.0..=1.0)
                .step_by(0.05)
                .custom_formatter(|value, _| format!("{:.0}%", value * 100.0))
                .custom_parser(|text| {
                    Some(text.trim().trim_end_matches('%').parse::<f64>().ok()? / 100.0)
                });
            ui.add(slider)
                .labelled_by(label)
                .on_hover_text(Text::LeastConfidenceHelp.in_(tongue));
            ui.end_row();
            name(ui, Text::IncludeName, tongue);
            ui.vertical(|ui| show_shapes(ui, options, *format, tongue));
            ui.end_row();
            name(ui, Text::DuplicatesName, tongue);
            ui.horizontal(|ui| {
                for (value, text) in [
                    (Duplicates::KeepAll, Text::KeepAll),
                    (Duplicates::KeepFirst, Text::KeepFirst),
                ] {
                    ui.radio_value(&mut options.duplicates, value, text.in_(tongue));
                }
            });
            ui.end_row();
            name(ui, Text::OrderName, tongue);
            let list = ComboBox::from_id_salt("export order")
                .selected_text(order(options.order).in_(tongue))
                .show_ui(ui, |ui| {
                    for value in Order::ALL {
                        ui.selectable_value(&mut options.order, value, order(value).in_(tongue));
                    }
                })
                .response
                .accessible_name(Text::OrderName.in_(tongue));
            keyboard::step_through(&list, &mut options.order, &Order::ALL);
            ui.end_row();
            name(ui, Text::NormalName, tongue);
            ui.horizontal(|ui| {
                let normal = &mut options.normal;
                for (switch, text) in [
                    (&mut normal.nfc, Text::NormalNfc),
                    (&mut normal.quotes, Text::NormalQuotes),
                    (&mut normal.spaces, Text::NormalSpaces),
                ] {
                    ui.checkbox(switch, text.in_(tongue));
                }
            });
            ui.end_row();
        });
}

fn show_format(ui: &mut Ui, format: &mut Format, tongue: Tongue) {
    let name = |format: Format| {
        let found = FORMATS.iter().find(|(offered, _)| *offered == format);
        found.map_or("", |(_, text)| text.in_(tongue))
    };
    let list = ComboBox::from_id_salt("export format")
        .selected_text(name(*format))
        .width(330.0)
        .height(400.0)
        .show_ui(ui, |ui| {
            for (offered, text) in FORMATS {
                ui.selectable_value(format, offered, text.in_(tongue));
            }
        })
        .response
        .accessible_name(Text::FormatName.in_(tongue));
    let formats = FORMATS.map(|(offered, _)| offered);
    keyboard::step_through(&list, format, &formats);
}

pub fn are_ready(options: &Options) -> bool {
    let (en, ko) = (&options.en_code, &options.ko_code);
    exchange::is_language_code(en) && exchange::is_language_code(ko) && !en.eq_ignore_ascii_case(ko)
}

fn name(ui: &mut Ui, text: Text, tongue: Tongue) -> Response {
    ui.label(RichText::new(text.in_(tongue)).font(bold(13.5)))
}

fn order(order: Order) -> Text {
    match order {
        Order::Document => Text::OrderDocument,
        Order::English => Text::OrderEnglish,
        Order::Korean => Text::OrderKorean,
    }
}

/// A box that puts `value` into `set` or takes it out.
fn member<T: Ord>(ui: &mut Ui, set: &mut BTreeSet<T>, value: T, label: &str) {
    let mut within = set.contains(&value);
    if ui.checkbox(&mut within, label).changed() {
        match within {
            true => set.insert(value),
            false => set.remove(&value),
        };
    }
}

fn show_codes(ui: &mut Ui, options: &mut Options, tongue: Tongue) {
    for (label, name, code) in [
        (Text::English, Text::CodeEnglish, &mut options.en_code),
        (Text::Korean, Text::CodeKorean, &mut options.ko_code),
    ] {
        ui.label(label.in_(tongue));
        let field = ui.add(TextEdit::singleline(code).desired_width(62.0));
        field.accessible_name(name.in_(tongue));
    }
    if !are_ready(options) {
        let colour = Palette::of(ui.ctx()).low;
        ui.label(RichText::new(Text::BadCode.in_(tongue)).color(colour));
    }
}

/// Two lines of them: a grid's cell does not wrap.
fn show_verdicts(ui: &mut Ui, options: &mut Options, tongue: Tongue) {
    let all: Vec<Option<Verdict>> = Options::all_verdicts().collect();
    for line in all.chunks(3) {
        ui.horizontal(|ui| {
            for &verdict in line {
                let label = match verdict {
                    Some(verdict) => texts::verdict(verdict, tongue),
                    None => Text::NoVerdict.in_(tongue),
                };
                member(ui, &mut options.verdicts, verdict, label);
            }
        });
    }
}

fn show_shapes(ui: &mut Ui, options: &mut Options, format: Format, tongue: Tongue) {
    ui.horizontal(|ui| {
        let many = Checkbox::new(&mut options.many, Text::IncludeMany.in_(tongue));
        ui.add_enabled(!options.paragraphs, many);
        let one_sided = Checkbox::new(&mut options.one_sided, Text::IncludeOneSided.in_(tongue));
        ui.add_enabled(format.holds_one_sided(), one_sided)
            .on_disabled_hover_text(Text::NotInFormat.in_(tongue));
    });
    ui.horizontal(|ui| {
        ui.checkbox(&mut options.paragraphs, Text::WholeParagraphs.in_(tongue));
        ui.checkbox(&mut options.notes, Text::IncludeNotes.in_(tongue));
    });
}
