//! `jjak check`: what the checks say of the rows of projects and of bilingual files of any tool; of a project also
//! whether it is sound, with the proof that nothing in it was lost.

mod format;
mod html;
mod options;
mod report;

use super::custom::{self, add_terms_beside};
use super::files::{self, Target};
use super::harmless::Harmless;
use super::outputs::keep_apart;
use super::sources::{self, Opened, texts};
use super::tell::has_warned;
use super::{Outcome, Stop};
use format::ReportFormat;
use jjak_core::bitext::{RowIndex, RowRange};
use jjak_core::check::{Finding, Gathered, Level, Suspect, Waived, readings, told_once};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_pipeline::custom::{Custom, glossaries_beside};
use options::Args;
pub(crate) use options::PAGE;
use report::{Report, Row};
use std::collections::{HashMap, HashSet};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

fn run(args: Args) -> Result<Outcome, Stop> {
    if args.inputs.is_empty() {
        return Err(Stop::usage(
            "give a project, a bilingual file (TMX, XLIFF, TSV ...) or a folder of them",
        ));
    }
    let outputs = args.outputs()?;
    let files = sources::files(&args.inputs)?;
    let mut read: Vec<PathBuf> = files.clone();
    read.extend(args.glossary.clone());
    read.extend(args.ignored_file.clone());
    let targets: Vec<&Target> = outputs.iter().map(|(target, _)| target).collect();
    keep_apart(&targets, &read)?;
    let mut custom = custom::load();
    if let Some(path) = &args.glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    let lexicon = custom.lexicon();
    let mut report = Report {
        several: files.len() > 1,
        ..Report::default()
    };
    let mut proofs = Vec::new();
    for file in &files {
        let opened = match sources::open(file, args.columns.as_ref(), args.skip_bad) {
            Ok(opened) => opened,
            Err(Stop::Failed(why)) if args.skip_bad && files.len() > 1 => {
                super::tell::fail(format_args!("{why}; left out"));
                continue;
            }
            Err(stop) => return Err(stop),
        };
        proofs.extend(opened.proof.clone());
        report.pairs += opened.pairs.count();
        let own = own_lexicon(&custom, file);
        let lexicon = own.as_ref().unwrap_or(&lexicon);
        report.rows.extend(args.rows(file, &opened, lexicon)?);
    }
    args.write(&outputs, &report, &proofs)?;
    let errors = report
        .rows
        .iter()
        .any(|row| row.finding.level() == Level::Error);
    Ok(if (args.strict && errors) || has_warned(args.strict) {
        Outcome::Warned
    } else {
        Outcome::Done
    })
}

/// The lexicon for a file that has a glossary beside it.
fn own_lexicon(custom: &Custom, file: &Path) -> Option<Lexicon> {
    let has_own = !glossaries_beside(file).is_empty();
    has_own.then(|| {
        let mut custom = custom.clone();
        add_terms_beside(&mut custom, file);
        custom.lexicon()
    })
}

impl Args {
    /// The reports, and in which format each.
    fn outputs(&self) -> Result<Vec<(Target, ReportFormat)>, Stop> {
        let places = self.outputs.iter().cloned();
        let format_of = |place: PathBuf| match ReportFormat::of(&place).or(self.format) {
            Some(format) => Ok((place.into(), format)),
            None => Err(Stop::Usage(format!(
                "-o {}: which format? End the name in .html, .xlsx, .tsv, .json or .txt, or add --format",
                place.display()
            ))),
        };
        places.map(format_of).collect()
    }

    /// What the checks say of the pairs of `file`, as far as that was asked for. Of the pairs only those stay in memory
    /// that something is said of.
    fn rows(&self, file: &Path, opened: &Opened, lexicon: &Lexicon) -> Result<Vec<Row>, Stop> {
        let source = self.source.unwrap_or(opened.source);
        let name = file.display().to_string();
        let row = |row: RowIndex, finding: Finding, [en, ko]: [String; 2]| Row {
            file: name.clone(),
            number: row.number(),
            finding,
            source,
            en,
            ko,
        };
        let mut rows = Vec::new();
        let mut gathered = Gathered::new(source);
        let mut waived = Waived::default();
        let total = opened.pairs.count().max(1) as f32;
        super::bar::with_bar("Checking", |progress| {
            opened.pairs.each(|bitext, base| {
                let told = |read: usize| progress.at((base + read).0 as f32 / total);
                let readings = readings(bitext, source, lexicon, told).map_err(Stop::failed)?;
                waived.add(bitext, base);
                for (at, reading) in bitext.beads.rows().each().zip(&readings) {
                    gathered.add(reading);
                    let wanted = reading.found().iter().filter(|found| self.wants(found));
                    let wanted = wanted.filter(|found| !waived.holds(base + at.0, found));
                    rows.extend(
                        wanted.map(|found| row(base + at.0, found.clone(), texts(bitext, at))),
                    );
                }
                Ok(())
            })
        })?;
        // What a row says among the others is known when all are read: a second look finds its texts.
        let suspects = gathered.suspects();
        let mut told: HashMap<RowIndex, [String; 2]> = HashMap::new();
        let needed: HashSet<RowIndex> = suspects.iter().flat_map(Suspect::rows).collect();
        if !needed.is_empty() {
            opened.pairs.each(|bitext, base| {
                let here = bitext
                    .beads
                    .rows()
                    .each()
                    .filter(|at| needed.contains(&(base + at.0)));
                told.extend(here.map(|at| (base + at.0, texts(bitext, at))));
                Ok(())
            })?;
        }
        let text = |row: RowIndex| told.get(&row).cloned().unwrap_or_default();
        let translation = |row: RowIndex| std::mem::take(&mut text(row)[source.other() as usize]);
        for suspect in &suspects {
            let found = gathered.finding(suspect, translation);
            let told = |found: &Finding| self.wants(found) && !waived.holds(suspect.row, found);
            if let Some(found) = found.filter(told) {
                rows.push(row(suspect.row, found, text(suspect.row)));
            }
        }
        rows.sort_by_key(|row| row.number);
        let mut told = Vec::with_capacity(rows.len());
        let mut rows = rows.into_iter().peekable();
        while let Some(first) = rows.next() {
            let number = first.number;
            let mut of_row = vec![first];
            of_row.extend(std::iter::from_fn(|| {
                rows.next_if(|row| row.number == number)
            }));
            told.extend(told_once(of_row, |row| &row.finding));
        }
        Ok(told)
    }

    /// Whether a finding is asked for and was not seen before.
    fn wants(&self, finding: &Finding) -> bool {
        let only = self.only.as_ref();
        only.is_none_or(|only| only.contains(&finding.check()))
            && !self.ignored.holds(RowIndex(0), finding)
    }

    fn write(
        &self,
        outputs: &[(Target, ReportFormat)],
        report: &Report,
        proofs: &[String],
    ) -> Result<(), Stop> {
        if outputs.is_empty() {
            return match self.format.unwrap_or(ReportFormat::Text) {
                ReportFormat::Text => {
                    let mut out = Harmless::new(BufWriter::new(io::stdout().lock()));
                    for proof in proofs {
                        out.write_all(proof.as_bytes())?;
                    }
                    ReportFormat::Text.write(report, &mut out)?;
                    Ok(out.flush()?)
                }
                format => Target::Stdout.write(|out| format.write(report, out)),
            };
        }
        for (target, format) in outputs {
            target.write(|out| format.write(report, out))?;
        }
        super::tell::tell(report.counts());
        Ok(())
    }
}
