//! The options that say which pairs are written and how: those of [`Options`], by the same names as in the window.

use super::Stop;
use super::page::{Flag, Value, names};
use jjak_core::article::Lang;
use jjak_core::bitext::{State, Verdict};
use jjak_formats::exchange::{Duplicates, Normal, Options, UnitOrder, is_language_code};
use std::collections::BTreeSet;

/// The name for beads without a verdict.
const NO_VERDICT: &str = "none";

const YES_NO: &[(&str, bool)] = &[("yes", true), ("no", false)];
/// By their codes.
pub(crate) const LANGUAGES: &[(&str, Lang)] = &[("en", Lang::En), ("ko", Lang::Ko)];

fn states() -> [(&'static str, State); State::ALL.len()] {
    State::ALL.map(|state| (state.as_str(), state))
}

fn verdicts() -> Vec<(&'static str, Option<Verdict>)> {
    let all = Options::all_verdicts();
    all.map(|verdict| (verdict.map_or(NO_VERDICT, Verdict::as_str), verdict))
        .collect()
}

fn duplicates() -> [(&'static str, Duplicates); Duplicates::ALL.len()] {
    Duplicates::ALL.map(|duplicates| (duplicates.as_str(), duplicates))
}

fn orders() -> [(&'static str, UnitOrder); UnitOrder::ALL.len()] {
    UnitOrder::ALL.map(|order| (order.as_str(), order))
}

/// Which pairs are written, and how.
pub(crate) const FLAGS: &[Flag<Options>] = &[
    Flag::value(
        "states",
        Value::one_of("LIST", || names(&states())),
        "only pairs of these states: unreviewed, accepted, flagged (commas between them)",
        |options, given| {
            given
                .several(&states())
                .map(|states| options.states = states)
        },
    ),
    Flag::value(
        "verdicts",
        Value::one_of("LIST", || names(&verdicts())),
        "only of these verdicts: exact, free, partial, not-a-translation, intended-omission, none (without one)",
        |options, given| {
            let verdicts = given.several(&verdicts());
            verdicts.map(|verdicts| options.verdicts = verdicts)
        },
    ),
    Flag::value(
        "min-confidence",
        Value::text("N"),
        "leave out pairs that Jjak is less sure of than N (0 to 1); what a person accepted or made stays",
        |options, given| {
            options.min_confidence = confidence(&given.text()?)?;
            Ok(())
        },
    ),
    Flag::switch(
        "one-to-one",
        "leave out pairs of several sentences",
        |options| options.many = false,
    ),
    Flag::switch(
        "one-sided",
        "keep sentences without a counterpart, too (not in TMX and .moses)",
        |options| options.one_sided = true,
    ),
    Flag::switch(
        "paragraphs",
        "whole paragraphs instead of sentences; one of which a pair is left out is left out",
        |options| options.paragraphs = true,
    ),
    Flag::value(
        "duplicates",
        Value::one_of("HOW", || names(&duplicates())),
        "keep-all (if you say nothing); keep-first of pairs that say the same, of all files",
        |options, given| {
            given
                .one_of(&duplicates())
                .map(|how| options.duplicates = how)
        },
    ),
    Flag::value(
        "source",
        Value::one_of("LANG", || names(LANGUAGES)),
        "en or ko: the language translated from, which is srclang and the first text of TMX, the source of XLIFF and the first column of tables. If you say nothing, what the project or file says (TMX, XLIFF and PO say it, of a table the first of the two columns is the source), else English. A project keeps it",
        |options, given| {
            given
                .one_of(LANGUAGES)
                .map(|source| options.source = Some(source))
        },
    ),
    Flag::value(
        "order",
        Value::one_of("ORDER", || names(&orders())),
        "document: as the rows stand (if you say nothing), in XLIFF as in the text translated from; english, korean: as in that text",
        |options, given| given.one_of(&orders()).map(|order| options.order = order),
    ),
    Flag::value(
        "normalize",
        Value::one_of("LIST", || Normal::NAMES.to_vec()),
        "make alike: nfc (composed letters), quotes (straight ones), spaces (one for any white space, none at the ends, no invisible characters); commas between. What came in a file of pairs else stays as it is, byte for byte.",
        |options, given| {
            let known = Normal::NAMES.map(|name| (name, name));
            for name in given.several::<_, BTreeSet<&str>>(&known)? {
                if let Some(switch) = options.normal.switch(name) {
                    *switch = true;
                }
            }
            Ok(())
        },
    ),
    Flag::value(
        "spreadsheet-safe",
        Value::one_of("HOW", || names(YES_NO)),
        "yes (if you say nothing): an apostrophe before each cell of .csv that a spreadsheet would take for a formula; convert takes it away again. no: cells as they are",
        |options, given| {
            given
                .one_of(YES_NO)
                .map(|safe| options.spreadsheet_safe = safe)
        },
    ),
    Flag::switch(
        "quality",
        "of each pair what filters of corpora go by, as further columns (tables, .jsonl, .parquet): length_ratio (Korean characters for one English), en_script and ko_script (letters in the side's own script), numbers_agree, overlap (how much of both sides stands in words that match)",
        |options| options.quality = true,
    ),
    Flag::switch(
        "context",
        "by what tools tell a match in context, 101%: of each pair of .tmx the source sentence before and after it, for memoQ (x-context-pre, x-context-post) and OmegaT (prev, next, and the file of what is translated otherwise elsewhere); .xliff, whose order tells it, keeps source sentences without a counterpart",
        |options| options.context = true,
    ),
    Flag::switch(
        "mask",
        "[EMAIL], [PHONE] and [RRN] for e-mail addresses, telephone and resident registration numbers in texts and notes; where the texts came from is not told (not for .html, .tei, .xces and .jjak)",
        |options| options.mask = true,
    ),
    Flag::switch("no-notes", "leave out the notes on pairs", |options| {
        options.notes = false;
    }),
    Flag::switch(
        "plain",
        "the texts alone, without states, confidence, sources and the like: smaller files that tell nothing of whose they are (not for .html, .md and .jjak)",
        |options| options.plain = true,
    ),
    Flag::value(
        "report-language",
        Value::one_of("L", || names(LANGUAGES)),
        "the language that an HTML report speaks: en (if you say nothing), ko",
        |options, given| given.one_of(LANGUAGES).map(|lang| options.report = lang),
    ),
    Flag::value(
        "en-code",
        Value::text("CODE"),
        "the language codes in TMX: en-US",
        |options, given| {
            options.en_code = language_code(given.text()?)?;
            Ok(())
        },
    ),
    Flag::value(
        "ko-code",
        Value::text("CODE"),
        "and ko-KR if you say nothing",
        |options, given| {
            options.ko_code = language_code(given.text()?)?;
            Ok(())
        },
    ),
];

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
