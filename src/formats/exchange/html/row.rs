//! A row of the report: what was said of the pair, and its sentences with their evidence.

use super::code;
use super::summary::level;
use super::words;
use crate::exchange::units::document::ExportedWork;
use crate::exchange::units::text::plain;
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml::escape;
use jjak_core::article::Lang;
use jjak_core::bitext::State;
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::evidence::{Evidence, EvidenceKind};
use std::io::{self, Write};
use std::ops::Range;

/// A piece of a sentence and the class of its mark.
type Mark = (Range<usize>, &'static str);

pub(super) fn write(
    work: &ExportedWork,
    unit: &TranslationUnit,
    tongue: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bitext = work.bitext;
    let texts = Lang::BOTH.map(|lang| -> Vec<String> {
        let ids = unit.bead.ids(lang).iter();
        ids.map(|&id| plain(&bitext.side(lang).text(id)).into_owned())
            .collect()
    });
    let [en, ko] = texts
        .each_ref()
        .map(|side| -> Vec<&str> { side.iter().map(String::as_str).collect() });
    let evidence = Evidence::of(&en, &ko, Lexicon::shipped());
    let state = unit.bead.state.as_str();
    let sign = match unit.bead.state {
        State::Unreviewed => "",
        State::Accepted => "✓ ",
        State::Flagged => "⚑ ",
    };
    let confidence = unit.bead.confidence;
    write!(
        out,
        "<tr class=\"{state}\"><td>{} <span class=\"{}\">{:.0}%</span><p class=\"weak\">{sign}{}</p>",
        unit.row.number(),
        level(confidence),
        confidence * 100.0,
        words::state(unit.bead.state, tongue),
    )?;
    if let Some(verdict) = unit.bead.verdict {
        let verdict = words::verdict(verdict, tongue);
        write!(out, "<p class=\"weak\">{verdict}</p>")?;
    }
    write!(out, "</td>")?;
    for lang in work.languages() {
        let sentences = match lang {
            Lang::En => &en,
            Lang::Ko => &ko,
        };
        write!(out, "<td lang=\"{}\">", code(lang))?;
        for (at, text) in sentences.iter().enumerate() {
            write!(
                out,
                "<p>{}</p>",
                marked(text, &marks(&evidence, unit, lang, at))
            )?;
        }
        if sentences.is_empty() {
            write!(out, "<p class=\"none\">—</p>")?;
        }
        if lang != work.source && !unit.note.is_empty() {
            write!(out, "<p class=\"weak note\">{}</p>", escape(&unit.note))?;
        }
        write!(out, "</td>")?;
    }
    writeln!(out, "</tr>")
}

/// The marks of one sentence, in order and apart.
fn marks(evidence: &Evidence, unit: &TranslationUnit, lang: Lang, sentence: usize) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for found in &evidence.matches {
        let place = match lang {
            Lang::En => &found.en,
            Lang::Ko => &found.ko,
        };
        if place.sentence == sentence {
            marks.push((place.span.clone(), class(found.kind)));
        }
    }
    // Without a counterpart everything lacks one.
    for lone in evidence.lone.iter().filter(|_| !unit.is_one_sided()) {
        if lone.lang == lang && lone.place.sentence == sentence {
            marks.push((lone.place.span.clone(), "lone"));
        }
    }
    marks.sort_by_key(|(span, _)| span.start);
    marks
}

fn class(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Number => "number",
        EvidenceKind::Date => "date",
        EvidenceKind::Name => "name",
        EvidenceKind::Term => "term",
        EvidenceKind::Copy => "copy",
    }
}

/// `text` with the pieces of `marks` marked; one that overlaps the one before it is not.
fn marked(text: &str, marks: &[Mark]) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (span, class) in marks.iter().filter(|(span, _)| !span.is_empty()) {
        if span.start < at {
            continue;
        }
        html += &escape(&text[at..span.start]);
        let piece = escape(&text[span.clone()]);
        html += &format!("<mark class=\"{class}\">{piece}</mark>");
        at = span.end;
    }
    html + &escape(&text[at..])
}
