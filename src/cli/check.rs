//! `jjak check`: whether a project is sound, the proof that nothing in it was lost, and what the checks say of its rows.

use super::custom;
use super::files::{self, Target};
use super::harmless::Harmless;
use super::project::load;
use super::{Outcome, Stop, help, print};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, State};
use jjak_core::check::{Finding, check};
use jjak_core::progress::Progress;
use jjak_formats::project::{Labels, Loaded};
use lexopt::prelude::*;
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Tsv,
    Json,
}

/// A finding as it is written.
#[derive(Serialize)]
struct Line<'a> {
    /// From 1.
    row: usize,
    check: &'a str,
    finding: String,
    en: String,
    ko: String,
}

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let mut inputs = Vec::new();
    let (mut format, mut strict) = (Format::Text, false);
    let mut glossary = None::<PathBuf>;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return print(help::CHECK),
            Long("format") => {
                format = match parser.value()?.string()?.as_str() {
                    "text" => Format::Text,
                    "tsv" => Format::Tsv,
                    "json" => Format::Json,
                    other => {
                        return Err(Stop::Usage(format!(
                            "--format {other}: the formats are text, tsv and json"
                        )));
                    }
                };
            }
            Long("strict") => strict = true,
            Long("glossary") => glossary = Some(parser.value()?.into()),
            Value(file) => inputs.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let loaded = load(&files::only(inputs)?)?;
    let project = &loaded.project;
    let mut undone = project.clone();
    while undone.history.undo(&mut undone.bitext).is_some() {}
    let proof = project.bitext.check().and_then(|proof| {
        // Undo must lead to a sound bitext, too.
        undone.bitext.check().map(|_| proof)
    });
    let proof = proof.map_err(Stop::failed)?;
    if !undone.history.is_empty() {
        return Err(Stop::failed(
            "its history does not fit its rows; undo would stop half way",
        ));
    }
    let mut custom = custom::load();
    if let Some(path) = &glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    let lexicon = custom.lexicon();
    let found = check(&project.bitext, &lexicon, &Progress::default());
    let found = found.map_err(Stop::failed)?;
    match format {
        Format::Text => {
            let mut out = Harmless::new(BufWriter::new(io::stdout().lock()));
            write_proof(&mut out, &loaded, &proof.to_string())?;
            write_findings(&mut out, &project.bitext, &found, format)?;
            out.flush()?;
        }
        Format::Tsv | Format::Json => {
            Target::Stdout.write(|out| write_findings(out, &project.bitext, &found, format))?;
        }
    }
    let findings = strict && found.iter().any(|found| !found.is_empty());
    Ok(match findings {
        true => Outcome::Warned,
        false => Outcome::of(strict),
    })
}

fn write_proof(out: &mut impl Write, loaded: &Loaded, proof: &str) -> io::Result<()> {
    let project = &loaded.project;
    let (history, beads) = (&project.history, &project.bitext.beads);
    let accepted = beads.iter().filter(|bead| bead.state == State::Accepted);
    writeln!(
        out,
        "{}\n{proof}\n{} beads, {} accepted; {} edits to undo, {} to redo, {} in the journal",
        project.title(),
        beads.len(),
        accepted.count(),
        history.len(),
        history.undone().len(),
        loaded.journaled
    )?;
    let Labels { domain, reviewer } = &project.about.labels;
    for (what, label) in [("domain", domain), ("reviewer", reviewer)] {
        if let Some(label) = label {
            writeln!(out, "{what}: {label}")?;
        }
    }
    for path in &project.about.shaped_by {
        writeln!(out, "shaped by: {}", path.display())?;
    }
    Ok(())
}

fn write_findings(
    out: &mut dyn Write,
    bitext: &Bitext,
    found: &[Vec<Finding>],
    format: Format,
) -> io::Result<()> {
    let text = |row: usize, lang| {
        let texts: Vec<_> = bitext.texts(row, lang).collect();
        texts.join(" ")
    };
    let rows = found.iter().enumerate();
    let lines = rows.flat_map(|(row, found)| found.iter().map(move |finding| (row, finding)));
    let lines: Vec<Line> = lines
        .map(|(row, finding)| Line {
            row: row + 1,
            check: finding.check().as_str(),
            finding: finding.to_string(),
            en: text(row, Lang::En),
            ko: text(row, Lang::Ko),
        })
        .collect();
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &lines)?;
            writeln!(out)
        }
        Format::Tsv => {
            writeln!(out, "row\tcheck\tfinding\ten\tko")?;
            for line in &lines {
                let cells = [line.check, &line.finding, &line.en, &line.ko];
                let cells = cells.map(|cell| cell.replace(['\t', '\n', '\r', '\u{2028}'], " "));
                writeln!(out, "{}\t{}", line.row, cells.join("\t"))?;
            }
            Ok(())
        }
        Format::Text => {
            let rows = found.iter().filter(|found| !found.is_empty()).count();
            match lines.len() {
                0 => writeln!(out, "no findings")?,
                1 => writeln!(out, "1 finding")?,
                count => writeln!(out, "{count} findings in {rows} rows")?,
            }
            for line in &lines {
                writeln!(out, "row {}: {} ({})", line.row, line.finding, line.check)?;
            }
            Ok(())
        }
    }
}
