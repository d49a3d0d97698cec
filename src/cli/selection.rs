//! The options that say which pairs are written and how: those of [`Options`], by the same names as in the window.

use super::Stop;
use jjak_core::article::Lang;
use jjak_core::bitext::{State, Verdict};
use jjak_formats::exchange::{Duplicates, Normal, Options, Order, is_language_code};
use lexopt::prelude::*;
use std::collections::BTreeSet;

/// The name for beads without a verdict.
const NO_VERDICT: &str = "none";

#[derive(Clone, Copy)]
pub enum Selection {
    EnCode,
    KoCode,
    States,
    Verdicts,
    MinConfidence,
    OneToOne,
    OneSided,
    Paragraphs,
    Duplicates,
    Order,
    Source,
    Normalize,
    NoNotes,
    Plain,
    SpreadsheetSafe,
    Report,
}

impl Selection {
    pub fn of(argument: &lexopt::Arg) -> Option<Selection> {
        Some(match argument {
            Long("en-code") => Selection::EnCode,
            Long("ko-code") => Selection::KoCode,
            Long("states") => Selection::States,
            Long("verdicts") => Selection::Verdicts,
            Long("min-confidence") => Selection::MinConfidence,
            Long("one-to-one") => Selection::OneToOne,
            Long("one-sided") => Selection::OneSided,
            Long("paragraphs") => Selection::Paragraphs,
            Long("duplicates") => Selection::Duplicates,
            Long("order") => Selection::Order,
            Long("source") => Selection::Source,
            Long("normalize") => Selection::Normalize,
            Long("no-notes") => Selection::NoNotes,
            Long("plain") => Selection::Plain,
            Long("spreadsheet-safe") => Selection::SpreadsheetSafe,
            Long("report-language") => Selection::Report,
            _ => return None,
        })
    }

    /// Takes its value, if it has one, off the command line.
    pub fn take(self, options: &mut Options, parser: &mut lexopt::Parser) -> Result<(), Stop> {
        let mut value = || -> Result<String, Stop> { Ok(parser.value()?.string()?) };
        match self {
            Selection::EnCode => options.en_code = language_code(value()?)?,
            Selection::KoCode => options.ko_code = language_code(value()?)?,
            Selection::States => {
                let states = State::ALL.map(|state| (state.as_str(), state));
                options.states = several("--states", &value()?, &states)?;
            }
            Selection::Verdicts => {
                let name = |verdict: Verdict| verdict.as_str();
                let verdicts: Vec<(&str, Option<Verdict>)> = Options::all_verdicts()
                    .map(|verdict| (verdict.map_or(NO_VERDICT, name), verdict))
                    .collect();
                options.verdicts = several("--verdicts", &value()?, &verdicts)?;
            }
            Selection::MinConfidence => options.min_confidence = confidence(&value()?)?,
            Selection::OneToOne => options.many = false,
            Selection::OneSided => options.one_sided = true,
            Selection::Paragraphs => options.paragraphs = true,
            Selection::Duplicates => {
                let all = Duplicates::ALL.map(|duplicates| (duplicates.as_str(), duplicates));
                options.duplicates = one("--duplicates", &value()?, &all)?;
            }
            Selection::Order => {
                let all = Order::ALL.map(|order| (order.as_str(), order));
                options.order = one("--order", &value()?, &all)?;
            }
            Selection::Source => options.source = Some(language("--source", &value()?)?),
            Selection::Normalize => {
                let names = Normal::NAMES.map(|name| (name, name));
                for name in several("--normalize", &value()?, &names)? {
                    if let Some(switch) = options.normal.switch(name) {
                        *switch = true;
                    }
                }
            }
            Selection::NoNotes => options.notes = false,
            Selection::Plain => options.plain = true,
            Selection::SpreadsheetSafe => {
                let known = [("yes", true), ("no", false)];
                options.spreadsheet_safe = one("--spreadsheet-safe", &value()?, &known)?;
            }
            Selection::Report => {
                let known = [("en", Lang::En), ("ko", Lang::Ko)];
                options.report = one("--report-language", &value()?, &known)?;
            }
        }
        Ok(())
    }
}

/// The language that the value of `option` names.
pub fn language(option: &str, name: &str) -> Result<Lang, Stop> {
    one(option, name, &Lang::BOTH.map(|lang| (lang.code(), lang)))
}

/// The value of `option` that is called `name`.
fn one<T: Copy>(option: &str, name: &str, known: &[(&str, T)]) -> Result<T, Stop> {
    let found = known.iter().find(|(known, _)| *known == name.trim());
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        Stop::Usage(format!(
            "{option} knows {}, not \"{}\"",
            names.join(", "),
            name.trim()
        ))
    })
}

/// The values that are called as `names` says, with commas between them.
fn several<T: Copy + Ord>(
    option: &str,
    names: &str,
    known: &[(&str, T)],
) -> Result<BTreeSet<T>, Stop> {
    names
        .split(',')
        .map(|name| one(option, name, known))
        .collect()
}

fn language_code(code: String) -> Result<String, Stop> {
    if is_language_code(&code) {
        Ok(code)
    } else {
        Err(Stop::Usage(format!(
            "\"{code}\" is no language code; one looks like en-US or ko"
        )))
    }
}

fn confidence(value: &str) -> Result<f32, Stop> {
    match value.parse() {
        Ok(confidence @ 0.0..=1.0) => Ok(confidence),
        _ => Err(Stop::Usage(format!(
            "--min-confidence takes a number from 0 to 1, not \"{value}\""
        ))),
    }
}
