//! Which pairs are written and how: the options that the command line has, too.

use super::super::fonts::bold;
use super::super::keyboard;
use super::super::texts::{self, Locale, Text};
use super::super::theme::Palette;
use super::offered;
use egui::{Checkbox, ComboBox, Grid, Response, RichText, Slider, TextEdit, Ui};
use jjak_core::bitext::{State, Verdict};
use jjak_formats::exchange::{self, Duplicates, Format, Options, UnitOrder};
use std::collections::BTreeSet;

/// Width of the names before the options.
const NAMES: f32 = 92.0;

/// `counts` are the rows of each of [`State::ALL`], as far as they are known.
pub(super) fn show(
    ui: &mut Ui,
    options: &mut Options,
    format: &mut Format,
    counts: Option<[usize; 3]>,
    locale: Locale,
) {
    Grid::new("export options")
        .num_columns(2)
        .min_col_width(NAMES)
        .show(ui, |ui| {
            name(ui, Text::FormatName, locale);
            show_format(ui, format, locale);
            ui.end_row();
            name(ui, Text::CodesName, locale);
            ui.horizontal(|ui| show_codes(ui, options, locale));
            ui.end_row();
            name(ui, Text::StatesName, locale);
            ui.horizontal(|ui| {
                for (at, state) in State::ALL.into_iter().enumerate() {
                    let count = counts.and_then(|counts| counts.get(at).copied());
                    let count = count.map_or(String::new(), |count| format!(" ({count})"));
                    let label = format!("{}{count}", texts::state(state, locale));
                    member(ui, &mut options.states, state, &label);
                }
            });
            ui.end_row();
            name(ui, Text::Verdict, locale);
            ui.vertical(|ui| show_verdicts(ui, options, locale));
            ui.end_row();
            let label = name(ui, Text::LeastConfidence, locale).id;
            let slider = Slider::new(&mut options.min_confidence, 0.0..=1.0)
                .step_by(0.05)
                .custom_formatter(|value, _| format!("{:.0}%", value * 100.0))
                .custom_parser(|text| {
                    Some(text.trim().trim_end_matches('%').parse::<f64>().ok()? / 100.0)
                });
            ui.add(slider)
                .labelled_by(label)
                .on_hover_text(Text::LeastConfidenceHelp.in_(locale));
            ui.end_row();
            name(ui, Text::IncludeName, locale);
            ui.vertical(|ui| show_shapes(ui, options, *format, locale));
            ui.end_row();
            name(ui, Text::DuplicatesName, locale);
            ui.horizontal(|ui| {
                for (value, text) in [
                    (Duplicates::KeepAll, Text::KeepAll),
                    (Duplicates::KeepFirst, Text::KeepFirst),
                ] {
                    ui.radio_value(&mut options.duplicates, value, text.in_(locale));
                }
            });
            ui.end_row();
            name(ui, Text::OrderName, locale);
            let list = ComboBox::from_id_salt("export order")
                .selected_text(order(options.order).in_(locale))
                .show_ui(ui, |ui| {
                    for value in UnitOrder::ALL {
                        ui.selectable_value(&mut options.order, value, order(value).in_(locale));
                    }
                })
                .response
                .accessible_name(Text::OrderName.in_(locale));
            keyboard::step_through(&list, &mut options.order, &UnitOrder::ALL);
            ui.end_row();
            name(ui, Text::NormalName, locale);
            ui.horizontal(|ui| {
                let normal = &mut options.normal;
                for (switch, text) in [
                    (&mut normal.nfc, Text::NormalNfc),
                    (&mut normal.quotes, Text::NormalQuotes),
                    (&mut normal.spaces, Text::NormalSpaces),
                ] {
                    ui.checkbox(switch, text.in_(locale));
                }
            });
            ui.end_row();
        });
}

fn show_format(ui: &mut Ui, format: &mut Format, locale: Locale) {
    let list = ComboBox::from_id_salt("export format")
        .selected_text(texts::format(*format, locale))
        .width(330.0)
        .height(400.0)
        .show_ui(ui, |ui| {
            for offered in offered() {
                ui.selectable_value(format, offered, texts::format(offered, locale));
            }
        })
        .response
        .accessible_name(Text::FormatName.in_(locale));
    let formats: Vec<Format> = offered().collect();
    keyboard::step_through(&list, format, &formats);
}

pub(super) fn are_ready(options: &Options) -> bool {
    let (en, ko) = (&options.en_code, &options.ko_code);
    exchange::is_language_code(en) && exchange::is_language_code(ko) && !en.eq_ignore_ascii_case(ko)
}

fn name(ui: &mut Ui, text: Text, locale: Locale) -> Response {
    ui.label(RichText::new(text.in_(locale)).font(bold(13.5)))
}

fn order(order: UnitOrder) -> Text {
    match order {
        UnitOrder::Document => Text::OrderDocument,
        UnitOrder::English => Text::OrderEnglish,
        UnitOrder::Korean => Text::OrderKorean,
    }
}

/// A box that puts `value` into `set` or takes it out.
fn member<T: Ord>(ui: &mut Ui, set: &mut BTreeSet<T>, value: T, label: &str) {
    let mut within = set.contains(&value);
    if ui.checkbox(&mut within, label).changed() {
        if within {
            set.insert(value)
        } else {
            set.remove(&value)
        };
    }
}

fn show_codes(ui: &mut Ui, options: &mut Options, locale: Locale) {
    for (label, name, code) in [
        (Text::English, Text::CodeEnglish, &mut options.en_code),
        (Text::Korean, Text::CodeKorean, &mut options.ko_code),
    ] {
        ui.label(label.in_(locale));
        let field = ui.add(TextEdit::singleline(code).desired_width(62.0));
        field.accessible_name(name.in_(locale));
    }
    if !are_ready(options) {
        let colour = Palette::of(ui.ctx()).low;
        ui.label(RichText::new(Text::BadCode.in_(locale)).color(colour));
    }
}

/// Two lines of them: a grid's cell does not wrap.
fn show_verdicts(ui: &mut Ui, options: &mut Options, locale: Locale) {
    let all: Vec<Option<Verdict>> = Options::all_verdicts().collect();
    for line in all.chunks(3) {
        ui.horizontal(|ui| {
            for &verdict in line {
                let label = match verdict {
                    Some(verdict) => texts::verdict(verdict, locale),
                    None => Text::NoVerdict.in_(locale),
                };
                member(ui, &mut options.verdicts, verdict, label);
            }
        });
    }
}

fn show_shapes(ui: &mut Ui, options: &mut Options, format: Format, locale: Locale) {
    ui.horizontal(|ui| {
        let many = Checkbox::new(&mut options.many, Text::IncludeMany.in_(locale));
        ui.add_enabled(!options.paragraphs, many);
        let one_sided = Checkbox::new(&mut options.one_sided, Text::IncludeOneSided.in_(locale));
        ui.add_enabled(format.holds_one_sided(), one_sided)
            .on_disabled_hover_text(Text::NotInFormat.in_(locale));
    });
    ui.horizontal(|ui| {
        ui.checkbox(&mut options.paragraphs, Text::WholeParagraphs.in_(locale));
        ui.checkbox(&mut options.notes, Text::IncludeNotes.in_(locale));
    });
}
