//! Tables for notebooks.

use crate::evidence::kind_word;
use jjak_core::article::{Article, Lang, PerLang};
use jjak_core::evidence::{Evidence, EvidencePlace};
use jjak_formats::exchange::xml::escape;
use std::fmt::Write;

/// A longer table is cut: a notebook keeps what it shows.
const MOST_ROWS: usize = 100;
const TABLE: &str = "<table style=\"border-collapse:collapse;text-align:left\">";
const CELL: &str =
    "style=\"text-align:left;vertical-align:top;padding:.25em .6em;border-top:1px solid #8884\"";
const FAINT: &str = "style=\"text-align:left;vertical-align:top;padding:.25em .6em;border-top:1px solid #8884;opacity:.55\"";
const MATCHED: &str =
    "style=\"text-decoration:underline;text-decoration-color:#3a6ea5;text-underline-offset:.2em\"";
const LONE: &str = "style=\"text-decoration:underline wavy #c77700;text-underline-offset:.2em\"";

/// What is shown of a row.
pub(crate) struct Row<'a> {
    /// From 0.
    pub number: usize,
    pub sentences: PerLang<&'a [String]>,
    /// What is underlined; nothing of a row without a counterpart.
    pub evidence: Option<Evidence>,
    pub confidence: f32,
    pub state: &'a str,
}

/// The rows with what matches in them.
pub(crate) fn beads<'a>(head: &str, rows: impl ExactSizeIterator<Item = Row<'a>>) -> String {
    let count = rows.len();
    let mut out = String::new();
    if !head.is_empty() {
        let _ = write!(out, "<p>{}</p>", escape(head));
    }
    let _ = write!(
        out,
        "{TABLE}<tr><th {CELL}></th><th {CELL}>English</th><th {CELL}>Korean</th><th {CELL}>Confidence</th><th {CELL}>State</th></tr>"
    );
    for row in rows.take(MOST_ROWS) {
        let [en, ko] = Lang::BOTH.map(|lang| side(&row, lang));
        let _ = write!(
            out,
            "<tr><td {FAINT}>{}</td><td {CELL} lang=\"en\">{en}</td><td {CELL} lang=\"ko\">{ko}</td><td {CELL}>{}</td><td {CELL}>{}</td></tr>",
            row.number,
            sureness(row.confidence),
            row.state,
        );
    }
    out.push_str("</table>");
    if count > MOST_ROWS {
        let _ = write!(out, "<p>… {} more rows</p>", count - MOST_ROWS);
    }
    out
}

/// A number with a bar of its colour; the number says it, too.
fn sureness(confidence: f32) -> String {
    let colour = match confidence {
        0.9.. => "#2e8b57",
        0.5.. => "#c79a00",
        _ => "#c0392b",
    };
    format!(
        "<span style=\"border-left:.4em solid {colour};padding-left:.4em\">{confidence:.2}</span>"
    )
}

/// The sentences of a side, a line each, with what matches underlined.
fn side(row: &Row, lang: Lang) -> String {
    let mut marks: Vec<(&EvidencePlace, &str, String)> = Vec::new();
    if let Some(evidence) = &row.evidence {
        marks.extend(evidence.matches.iter().map(|found| {
            let place = match lang {
                Lang::En => &found.en,
                Lang::Ko => &found.ko,
            };
            (place, MATCHED, kind_word(found.kind).to_owned())
        }));
        let lone = evidence.lone.iter().filter(|lone| lone.lang == lang);
        marks.extend(lone.map(|lone| {
            let title = format!("{}, not on the other side", kind_word(lone.kind));
            (&lone.place, LONE, title)
        }));
    }
    marks.sort_by_key(|(place, ..)| (place.sentence, place.span.start));
    let sentences = row.sentences[lang].iter().enumerate();
    let lines: Vec<String> = sentences
        .map(|(at, sentence)| {
            let (mut line, mut last) = (String::new(), 0);
            for (place, style, title) in marks.iter().filter(|(place, ..)| place.sentence == at) {
                let before = sentence.get(last..place.span.start);
                let words = sentence.get(place.span.clone());
                if let (Some(before), Some(words)) = (before, words) {
                    let _ = write!(
                        line,
                        "{}<span {style} title=\"{title}\">{}</span>",
                        escape(before),
                        escape(words)
                    );
                    last = place.span.end;
                }
            }
            line + &escape(sentence.get(last..).unwrap_or_default())
        })
        .collect();
    lines.join("<br>")
}

/// The blocks of a page, those that are no part of the article faint and with the reason.
pub(crate) fn page(title: &str, article: &Article) -> String {
    let mut out = format!("<p>{}</p>{TABLE}", escape(title));
    for (at, block) in article.blocks.iter().enumerate().take(MOST_ROWS) {
        let (style, why) = match &block.excluded {
            Some(why) => (FAINT, why.reason.as_str()),
            None => (CELL, ""),
        };
        let _ = write!(
            out,
            "<tr><td {style}>{why}</td><td {style}>{}</td></tr>",
            escape(article.block_text(at))
        );
    }
    out.push_str("</table>");
    if article.blocks.len() > MOST_ROWS {
        let _ = write!(
            out,
            "<p>… {} more blocks</p>",
            article.blocks.len() - MOST_ROWS
        );
    }
    out
}
