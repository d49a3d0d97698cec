//! The table of a job, as a person and as programs read it.

use jjak_formats::job::{JobPair, PairState};
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// A row of the table as programs read it.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    id: u64,
    state: &'a str,
    en: Option<&'a Path>,
    ko: Option<&'a Path>,
    work: Option<&'a Path>,
    en_title: &'a str,
    ko_title: &'a str,
    matched: &'a str,
    how: &'a str,
    score: Option<f64>,
    en_sentences: Option<usize>,
    ko_sentences: Option<usize>,
    rows: Option<usize>,
    /// 0 to 1.
    paired: Option<f64>,
    left: Option<usize>,
    findings: Option<usize>,
    /// 0 to 1, of the rows.
    accepted: Option<f64>,
    changed: Option<String>,
    fault: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub(super) fn of(pair: &'a JobPair, fault: Option<&'a str>) -> Row<'a> {
        let figures = pair.figures.as_ref();
        let rounded = |share: f64| (share * 1000.0).round() / 1000.0;
        Row {
            id: pair.id,
            state: if pair.is_pair() {
                pair.state.as_str()
            } else {
                "no-counterpart"
            },
            en: pair.en.as_deref(),
            ko: pair.ko.as_deref(),
            work: pair.work.as_deref(),
            en_title: figures.map_or("", |figures| &figures.en_title),
            ko_title: figures.map_or("", |figures| &figures.ko_title),
            matched: &pair.matched,
            how: &pair.how,
            score: pair.score,
            en_sentences: figures.map(|figures| figures.en),
            ko_sentences: figures.map(|figures| figures.ko),
            rows: figures.map(|figures| figures.rows),
            paired: figures.map(|figures| rounded(figures.paired)),
            left: figures.map(|figures| figures.left),
            findings: figures.map(|figures| figures.findings),
            accepted: figures
                .map(|figures| rounded(figures.accepted as f64 / figures.rows.max(1) as f64)),
            changed: pair
                .at
                .map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            fault,
        }
    }
}

pub(super) fn write_tsv(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    const NAMES: [&str; 19] = [
        "id",
        "state",
        "en",
        "ko",
        "work",
        "en_title",
        "ko_title",
        "matched",
        "how",
        "score",
        "en_sentences",
        "ko_sentences",
        "rows",
        "paired",
        "left",
        "findings",
        "accepted",
        "changed",
        "fault",
    ];
    writeln!(out, "{}", NAMES.join("\t"))?;
    for row in rows {
        let value = serde_json::to_value(row)?;
        let cells = NAMES.map(|name| match &value[name] {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => {
                text.split(char::is_control).collect::<Vec<_>>().join(" ")
            }
            other => other.to_string(),
        });
        writeln!(out, "{}", cells.join("\t"))?;
    }
    Ok(())
}

pub(super) fn write_text(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    const TITLE: usize = 32;
    let short = |text: &str| -> String {
        let mut letters = text.chars();
        let title: String = letters.by_ref().take(TITLE).collect();
        match letters.next() {
            Some(_) => format!("{title}…"),
            None => title,
        }
    };
    let percent = |share: Option<f64>| {
        share.map_or_else(|| "-".into(), |share| format!("{:.0}%", share * 100.0))
    };
    let count = |count: Option<usize>| count.map_or_else(|| "-".into(), |count| count.to_string());
    let (pairs, texts): (Vec<&Row>, Vec<&Row>) =
        rows.iter().partition(|row| row.state != "no-counterpart");
    writeln!(
        out,
        "   no  state    left  findings  accepted  paired  sentences  score  title"
    )?;
    for row in &pairs {
        let sentences = match (row.en_sentences, row.ko_sentences) {
            (Some(en), Some(ko)) => format!("{en}/{ko}"),
            _ => "-".into(),
        };
        let score = row
            .score
            .map_or_else(|| "-".into(), |score| format!("{score:.2}"));
        let title = if !row.en_title.is_empty() {
            format!("{} | {}", short(row.en_title), short(row.ko_title))
        } else {
            let name = |path: Option<&Path>| {
                path.map_or_else(String::new, |path| path.display().to_string())
            };
            format!("{} | {}", name(row.en), name(row.ko))
        };
        writeln!(
            out,
            "{:>5}  {:<7}{:>6}{:>10}{:>10}{:>8}{:>11}{:>7}  {title}",
            row.id,
            row.state,
            count(row.left),
            count(row.findings),
            percent(row.accepted),
            percent(row.paired),
            sentences,
            score
        )?;
    }
    let sum = |of: fn(&Row) -> Option<usize>| pairs.iter().filter_map(|row| of(row)).sum::<usize>();
    let state = |state: PairState| {
        pairs
            .iter()
            .filter(|row| row.state == state.as_str())
            .count()
    };
    writeln!(
        out,
        "{} pairs: {} new, {} in work, {} done, {} parked; {} rows left to look at, {} with findings",
        pairs.len(),
        state(PairState::New),
        state(PairState::InWork),
        state(PairState::Done),
        state(PairState::Parked),
        sum(|row| row.left),
        sum(|row| row.findings)
    )?;
    for row in &texts {
        let name = row.en.or(row.ko).unwrap_or(Path::new(""));
        writeln!(
            out,
            "{:>5}  without counterpart: {}",
            row.id,
            name.display()
        )?;
    }
    Ok(())
}
