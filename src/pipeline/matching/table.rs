//! The table of pairs that people read and edit.

use super::gather::FoundText;
use crate::manifest::{Input, Record};
use jjak_core::article::{Lang, PerLang, Span};
use jjak_core::matching::{DocumentPair, GUESS, How, MatchReason, Matching, SURE};
use jjak_formats::import::part;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

/// What is known of the files of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowState {
    /// A pair without doubt, one to look at, a part of a page with its counterpart.
    Sure,
    Look,
    Part,
    /// No pair, but the likeliest there is.
    Guess,
    /// Another version of a file that is in a pair; the same text once more.
    Version,
    Duplicate,
    /// No counterpart; a person said so.
    Alone,
    None,
}

impl RowState {
    const ALL: [RowState; 8] = [
        RowState::Sure,
        RowState::Look,
        RowState::Part,
        RowState::Guess,
        RowState::Version,
        RowState::Duplicate,
        RowState::Alone,
        RowState::None,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            RowState::Sure => "sure",
            RowState::Look => "look",
            RowState::Part => "part",
            RowState::Guess => "guess",
            RowState::Version => "version",
            RowState::Duplicate => "duplicate",
            RowState::Alone => "alone",
            RowState::None => "none",
        }
    }

    pub fn named(word: &str) -> Option<RowState> {
        RowState::ALL
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchRow {
    pub en: Option<PathBuf>,
    pub ko: Option<PathBuf>,
    pub score: Option<f64>,
    pub margin: Option<f64>,
    pub how: String,
    pub why: String,
    pub state: RowState,
    pub of: Option<PathBuf>,
}

impl From<MatchRow> for Record {
    fn from(row: MatchRow) -> Record {
        let input = |path| Input {
            path,
            ..Input::default()
        };
        Record {
            en: input(row.en),
            ko: input(row.ko),
            score: row.score,
            margin: row.margin,
            how: row.how,
            why: row.why,
            state: Some(row.state.as_str().to_owned()),
            of: row.of,
            ..Record::default()
        }
    }
}

const COLUMNS: [&str; 8] = ["en", "ko", "score", "margin", "how", "why", "state", "of"];

/// A row of one file.
fn single(lang: Lang, name: &Path, state: RowState) -> MatchRow {
    let mut row = MatchRow {
        en: None,
        ko: None,
        score: None,
        margin: None,
        how: String::new(),
        why: String::new(),
        state,
        of: None,
    };
    match lang {
        Lang::En => row.en = Some(name.into()),
        Lang::Ko => row.ko = Some(name.into()),
    }
    row
}

/// A file that cannot be used. It stands on the side of the folder it is in.
pub(super) fn unusable(found: &FoundText, why: &str) -> MatchRow {
    let lang = if found.argument == 1 {
        Lang::Ko
    } else {
        Lang::En
    };
    MatchRow {
        why: one_cell(why),
        ..single(lang, &found.name, RowState::Alone)
    }
}

/// A file that holds both languages.
pub(super) fn both(found: &FoundText) -> MatchRow {
    MatchRow {
        en: Some(found.name.clone()),
        ko: Some(found.name.clone()),
        score: Some(1.0),
        how: "content".to_owned(),
        why: "one file holds both languages".to_owned(),
        ..single(Lang::En, &found.name, RowState::Sure)
    }
}

/// The rows of what was matched.
pub(super) fn rows(
    matching: &Matching,
    names: &PerLang<Vec<&FoundText>>,
    blocks: &PerLang<Vec<&[Span]>>,
) -> Vec<MatchRow> {
    let name = |lang: Lang, at: usize| -> PathBuf {
        names[lang]
            .get(at)
            .map(|found| found.name.clone())
            .unwrap_or_default()
    };
    let of_pair = |pair: &DocumentPair, state: RowState| MatchRow {
        en: Some(name(Lang::En, pair.en)),
        ko: Some(name(Lang::Ko, pair.ko)),
        score: Some(pair.score),
        margin: Some(pair.margin),
        how: match pair.how {
            How::Name => "name",
            How::Content => "content",
            How::Both => "both",
        }
        .to_owned(),
        why: why(pair),
        state,
        of: None,
    };
    let mut rows = Vec::new();
    for pair in &matching.pairs {
        let state = if pair.score >= SURE {
            RowState::Sure
        } else {
            RowState::Look
        };
        rows.push(of_pair(pair, state));
    }
    for part in &matching.parts {
        let mut row = of_pair(&part.pair, RowState::Part);
        let document = match part.whole {
            Lang::En => part.pair.en,
            Lang::Ko => part.pair.ko,
        };
        let whole = name(part.whole, document);
        let blocks = blocks[part.whole].get(document);
        let blocks = blocks.and_then(|blocks| blocks.get(part.sentences.clone()));
        if let Some([first, .., last] | [first @ last]) = blocks {
            let named = part::name(&whole, &(first.start..last.end));
            match part.whole {
                Lang::En => row.en = Some(named),
                Lang::Ko => row.ko = Some(named),
            }
        }
        row.of = Some(whole);
        rows.push(row);
    }
    for pair in &matching.guesses {
        debug_assert!(pair.score >= GUESS);
        rows.push(of_pair(pair, RowState::Guess));
    }
    for (list, state) in [
        (&matching.versions, RowState::Version),
        (&matching.duplicates, RowState::Duplicate),
    ] {
        for same in list {
            rows.push(MatchRow {
                of: Some(name(same.lang, same.of)),
                ..single(same.lang, &name(same.lang, same.document), state)
            });
        }
    }
    for (lang, alone) in Lang::BOTH.into_iter().zip(&matching.alone) {
        let alone = alone
            .iter()
            .map(|&at| single(lang, &name(lang, at), RowState::Alone));
        rows.extend(alone);
    }
    rows
}

/// What speaks for a pair, and what against it.
pub(super) fn why(pair: &DocumentPair) -> String {
    let reasons: Vec<String> = pair.reasons.iter().map(MatchReason::to_string).collect();
    let mut why = reasons.join(", ");
    let [[en, all_en], [ko, all_ko]] = pair.paired;
    if !why.is_empty() {
        why.push_str("; ");
    }
    let _ = write!(why, "{en} of {all_en} and {ko} of {all_ko} sentences pair");
    if pair.other_title {
        why.push_str("; against it: their titles name other figures");
    }
    one_cell(&why)
}

/// Pairs first, then what a person may look at, then the rest; each in order of the names.
pub(super) fn sort(rows: &mut [MatchRow]) {
    let rank = |state: RowState| match state {
        RowState::Sure | RowState::Look | RowState::Part => 0,
        RowState::Guess => 1,
        RowState::Version | RowState::Duplicate => 2,
        RowState::Alone | RowState::None => 3,
    };
    rows.sort_by(|a, b| {
        let key = |row: &MatchRow| {
            (
                rank(row.state),
                row.en.is_none(),
                row.en.clone(),
                row.ko.clone(),
            )
        };
        key(a).cmp(&key(b))
    });
}

/// Text that stays in its cell.
fn one_cell(text: &str) -> String {
    text.split(|c: char| c.is_control())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A score as it is written: what is no pair never looks like one.
fn written(score: f64) -> String {
    let rounded = (score * 1000.0).floor() / 1000.0;
    format!("{rounded:.3}")
}

/// Writes the table, tab-separated, with the names of its columns first.
///
/// # Errors
/// Of writing.
pub fn write_tsv(rows: &[MatchRow], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", COLUMNS.join("\t"))?;
    for row in rows {
        writeln!(out, "{}", cells(row).join("\t"))?;
    }
    Ok(())
}

/// Writes an object a line.
///
/// # Errors
/// Of writing.
pub fn write_json_lines(rows: &[MatchRow], out: &mut dyn Write) -> io::Result<()> {
    for row in rows {
        let fields = COLUMNS.into_iter().zip(cells(row));
        let object: serde_json::Map<String, serde_json::Value> = fields
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| {
                let number = match name {
                    "score" | "margin" => cell.parse::<f64>().ok(),
                    _ => None,
                };
                let value = number.map_or_else(|| cell.into(), serde_json::Value::from);
                (name.to_owned(), value)
            })
            .collect();
        writeln!(out, "{}", serde_json::Value::from(object))?;
    }
    Ok(())
}

/// Whether the file at `path` begins as a table of either form does.
pub fn is_table(path: &Path) -> bool {
    /// Longest first line that is looked at, in bytes.
    const FIRST: u64 = 1 << 16;
    let mut line = String::new();
    let read = File::open(path).and_then(|file| {
        let mut file = BufReader::new(file.take(FIRST));
        file.read_line(&mut line)
    });
    if read.is_err() {
        return false;
    }
    let row: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&line).ok();
    line.trim_end() == COLUMNS.join("\t")
        || row.is_some_and(|row| {
            let is_known = |name: &String| COLUMNS.contains(&name.as_str());
            row.contains_key("state") && row.keys().all(is_known)
        })
}

fn cells(row: &MatchRow) -> [String; 8] {
    let path = |path: &Option<PathBuf>| {
        let path = path.as_ref().map(|path| path.to_string_lossy());
        path.map_or_else(String::new, |path| one_cell(&path))
    };
    [
        path(&row.en),
        path(&row.ko),
        row.score.map_or_else(String::new, written),
        row.margin.map_or_else(String::new, written),
        row.how.clone(),
        one_cell(&row.why),
        row.state.as_str().to_owned(),
        path(&row.of),
    ]
}
