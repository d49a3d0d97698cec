//! A glossary as a table, with what was found of its terms if it is one of candidates.

use super::{GlossaryEntry, TermStatistics};
use crate::exchange::WorkbookWriter;
use crate::exchange::delimited::csv;
use crate::exchange::units::text::plain;
use jjak_core::article::Lang;
use jjak_core::evidence::glossary::Term;
use std::borrow::Cow;
use std::io::{self, Write};

/// Columns of a glossary, and further ones of candidates.
const OWN: usize = 5;
const FROM_ENGLISH: [&str; 12] = columns(["en", "ko"], ["en_example", "ko_example"]);
const FROM_KOREAN: [&str; 12] = columns(["ko", "en"], ["ko_example", "en_example"]);

const fn columns(texts: [&'static str; 2], examples: [&'static str; 2]) -> [&'static str; 12] {
    [
        texts[0],
        texts[1],
        "part_of_speech",
        "status",
        "note",
        "confidence",
        "together",
        "en_rows",
        "ko_rows",
        "score",
        examples[0],
        examples[1],
    ]
}

fn names(entries: &[GlossaryEntry], source: Lang) -> &'static [&'static str] {
    let names = match source {
        Lang::En => &FROM_ENGLISH,
        Lang::Ko => &FROM_KOREAN,
    };
    if entries.iter().any(|entry| entry.found.is_some()) {
        names
    } else {
        &names[..OWN]
    }
}

/// The words of a status, which are read again.
fn status(forbidden: Option<Lang>) -> &'static str {
    match forbidden {
        None => "",
        Some(Lang::Ko) => "forbidden",
        Some(Lang::En) => "forbidden english",
    }
}

/// The rows: terms that differ in the words of the other language alone share one.
fn rows(entries: &[GlossaryEntry], source: Lang) -> Vec<Vec<String>> {
    let words = |term: &Term| match source {
        Lang::En => [term.en.clone(), term.ko.clone()],
        Lang::Ko => [term.ko.clone(), term.en.clone()],
    };
    let mut sorted: Vec<&GlossaryEntry> = entries.iter().collect();
    if source == Lang::Ko && entries.iter().all(|entry| entry.found.is_none()) {
        sorted.sort_by(|a, b| a.term.ko.cmp(&b.term.ko));
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    for GlossaryEntry { term, found } in sorted {
        let [first, second] = words(term);
        let about = [
            term.part_of_speech.clone(),
            status(term.forbidden).to_owned(),
            term.note.clone(),
        ];
        if let (Some(last), None) = (rows.last_mut(), found)
            && last.first() == Some(&first)
            && last.get(2..OWN) == Some(&about[..])
            && let Some(words) = last.get_mut(1)
        {
            *words += "|";
            *words += &second;
            continue;
        }
        let mut row = vec![first, second];
        row.extend(about);
        row.extend(
            found
                .as_ref()
                .map(|found| figures(found, source))
                .into_iter()
                .flatten(),
        );
        rows.push(row);
    }
    for cell in rows.iter_mut().flatten() {
        if let Cow::Owned(flat) = plain(cell) {
            *cell = flat;
        }
    }
    rows
}

fn figures(found: &TermStatistics, source: Lang) -> [String; 7] {
    let [en, ko] = found.example.clone();
    let [first, second] = match source {
        Lang::En => [en, ko],
        Lang::Ko => [ko, en],
    };
    [
        format!("{:.3}", found.confidence),
        found.together.to_string(),
        found.en.to_string(),
        found.ko.to_string(),
        format!("{:.1}", found.score),
        first,
        second,
    ]
}

pub(super) fn write_tsv(
    entries: &[GlossaryEntry],
    source: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", names(entries, source).join("\t"))?;
    for row in rows(entries, source) {
        writeln!(out, "{}", row.join("\t"))?;
    }
    Ok(())
}

pub(super) fn write_csv(
    entries: &[GlossaryEntry],
    source: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    csv::write_header(names(entries, source), true, out)?;
    for row in rows(entries, source) {
        csv::write_row(row.iter(), true, out)?;
    }
    Ok(())
}

pub(super) fn write_xlsx(
    entries: &[GlossaryEntry],
    source: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut workbook = WorkbookWriter::begin(names(entries, source), out)?;
    for row in rows(entries, source) {
        let cells: Vec<Cow<str>> = row.into_iter().map(Cow::Owned).collect();
        workbook.push(&cells)?;
    }
    workbook.end().map(drop)
}
