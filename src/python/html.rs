//! Tables for notebooks.

use crate::bead::{Bead, kind_word};
use jjak_core::article::{Article, Lang};
use jjak_core::evidence::Place;
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

/// The rows with what matches in them.
pub(crate) fn beads(head: &str, beads: &[Bead]) -> String {
    let mut out = String::new();
    if !head.is_empty() {
        let _ = write!(out, "<p>{}</p>", escape(head));
    }
    let _ = write!(
        out,
        "{TABLE}<tr><th {CELL}></th><th {CELL}>English</th><th {CELL}>Korean</th><th {CELL}>Confidence</th><th {CELL}>State</th></tr>"
    );
    for bead in beads.iter().take(MOST_ROWS) {
        let [en, ko] = Lang::BOTH.map(|lang| side(bead, lang));
        let _ = write!(
            out,
            "<tr><td {FAINT}>{}</td><td {CELL} lang=\"en\">{en}</td><td {CELL} lang=\"ko\">{ko}</td><td {CELL}>{}</td><td {CELL}>{}</td></tr>",
            bead.row,
            sureness(bead.confidence),
            bead.state,
        );
    }
    out.push_str("</table>");
    if beads.len() > MOST_ROWS {
        let _ = write!(out, "<p>… {} more rows</p>", beads.len() - MOST_ROWS);
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
fn side(bead: &Bead, lang: Lang) -> String {
    let mut marks: Vec<(Place, &str, String)> = Vec::new();
    if !bead.is_one_sided() {
        let found = bead.found();
        for found in found.matches {
            let title = kind_word(found.kind).to_owned();
            let place = match lang {
                Lang::En => found.en,
                Lang::Ko => found.ko,
            };
            marks.push((place, MATCHED, title));
        }
        let lone = found.lone.into_iter().filter(|lone| lone.lang == lang);
        marks.extend(lone.map(|lone| {
            let title = format!("{}, not on the other side", kind_word(lone.kind));
            (lone.place, LONE, title)
        }));
    }
    marks.sort_by_key(|(place, ..)| (place.sentence, place.span.start));
    let sentences = bead.sentences(lang).iter().enumerate();
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
