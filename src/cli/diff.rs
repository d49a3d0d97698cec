//! `jjak diff`: the rows that two works on one pair hold differently, and how far the two agree.

use super::files::Target;
use super::harmless::Harmless;
use super::page::{Flag, Page, Section, Value};
use super::project::{is_project, load};
use super::tell::{tell, warn};
use super::{Outcome, Stop};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, RowIndex};
use jjak_core::comparison::{Agreement, Comparison, Differences};
use jjak_formats::exchange;
use jjak_formats::project::diff;
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

#[derive(Default)]
pub(crate) struct Args {
    inputs: Vec<PathBuf>,
    format: Option<String>,
    strict: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "diff",
    call: "A.jjak B",
    summary: "show the rows that two works hold differently, and how far they agree",
    usage: &["A.jjak B.jjak", "A.jjak B.xlsx     a table that was sent out and came back"],
    about: "\
Shows the rows that two works on one pair hold differently: - for those of the first, + for those of the
second. Rows are compared by their sentences, state, verdict and note, wherever they stand. B may be any file
of pairs that Jjak reads, such as XLSX or TMX.

Each line is: row number, English, Korean, state, verdict, note, with tabs between. Standard error has how far
the two agree: F1 over the rows with both sides (exactly alike or not), and Cohen's kappa of the verdicts over
the rows that both judged. --format json gives the differences and these figures.
Exit code: 0 no difference, 1 some, 2 could not run.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &["jjak diff kim.jjak lee.jjak --format json", "jjak diff kim.jjak from-lee.xlsx"],
    operand: |args, file| args.inputs.push(file.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "format",
        Value::text("FORMAT"),
        "text (if you say nothing) or json: every difference with its kinds, and the figures of agreement",
        |args: &mut Args, given| given.text().map(|name| args.format = Some(name)),
    ),
    Flag::switch(
        "strict",
        "exit with 1 if there was a warning, too",
        |args| args.strict = true,
    ),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let format = args.format.as_deref().unwrap_or("text");
    if !["text", "json"].contains(&format) {
        return Err(Stop::Usage(format!(
            "--format {format}: the formats are text and json"
        )));
    }
    let Ok([a, b]) = <[PathBuf; 2]>::try_from(args.inputs) else {
        return Err(Stop::usage("give two works"));
    };
    let (a, b) = (read(&a)?, read(&b)?);
    let comparison = Comparison::of(&a, &b);
    let is_same = match format {
        "json" => json(&a, &b, &comparison)?,
        _ => {
            tell(told(&comparison.agreement));
            text(&a, &b)?
        }
    };
    Ok(if is_same {
        Outcome::of(args.strict)
    } else {
        Outcome::Warned
    })
}

/// A project, or a file of pairs.
fn read(path: &Path) -> Result<Bitext, Stop> {
    if is_project(path) || !exchange::can_open(path) {
        return Ok(load(path)?.project.bitext);
    }
    let (project, warnings) = exchange::open(path, None).map_err(Stop::failed)?;
    for warning in &warnings {
        warn(format_args!("{}: {warning}", path.display()));
    }
    Ok(project.bitext)
}

/// How far two works agree, in words.
fn told(agreement: &Agreement) -> String {
    let Agreement {
        mine,
        theirs,
        same,
        verdicts,
    } = agreement;
    let f1 = agreement.bead_f1();
    let rows = format!(
        "agreement: rows with both sides: {mine} and {theirs}, {same} exactly alike (F1 {f1:.3})"
    );
    match verdicts.judged {
        0 => format!("{rows}; no row has a verdict in both"),
        judged => {
            let kappa = verdicts.kappa();
            let kappa = kappa.map_or_else(|| "undefined".to_owned(), |kappa| format!("{kappa:.3}"));
            let alike = verdicts.alike;
            format!("{rows}; verdicts: {alike} of {judged} alike (Cohen's kappa {kappa})")
        }
    }
}

fn text(a: &Bitext, b: &Bitext) -> Result<bool, Stop> {
    let (only_a, only_b) = diff(a, b);
    let mut out = Harmless::new(BufWriter::new(io::stdout().lock()));
    for (sign, bitext, rows) in [('-', a, &only_a), ('+', b, &only_b)] {
        for &row in rows {
            writeln!(out, "{sign}{}", line(bitext, row))?;
        }
    }
    out.flush()?;
    Ok(only_a.is_empty() && only_b.is_empty())
}

/// A row on one line: number, English, Korean, state, verdict, note.
fn line(bitext: &Bitext, row: RowIndex) -> String {
    let Row {
        row,
        en,
        ko,
        state,
        verdict,
        note,
    } = Row::of(bitext, row);
    let verdict = verdict.unwrap_or_default();
    let (en, ko) = (en.join(" | "), ko.join(" | "));
    let note = note.replace(['\t', '\n'], " ");
    format!("{row}\t{en}\t{ko}\t{state}\t{verdict}\t{note}")
}

/// A row as programs read it.
#[derive(Serialize)]
struct Row {
    /// From 1.
    row: usize,
    en: Vec<String>,
    ko: Vec<String>,
    state: &'static str,
    verdict: Option<&'static str>,
    note: String,
}

impl Row {
    fn of(bitext: &Bitext, row: RowIndex) -> Row {
        let texts = |lang| bitext.texts(row, lang).map(|text| text.into_owned());
        let bead = bitext.beads.get(row).cloned().unwrap_or_default();
        Row {
            row: row.number(),
            en: texts(Lang::En).collect(),
            ko: texts(Lang::Ko).collect(),
            state: bead.state.as_str(),
            verdict: bead.verdict.map(|verdict| verdict.as_str()),
            note: bead.note,
        }
    }
}

/// Writes all differences and the agreement; whether there is no difference.
fn json(a: &Bitext, b: &Bitext, comparison: &Comparison) -> Result<bool, Stop> {
    #[derive(Serialize)]
    struct Difference {
        kinds: Vec<&'static str>,
        first: Vec<Row>,
        second: Vec<Row>,
    }
    #[derive(Serialize)]
    struct Figures {
        rows: [usize; 2],
        alike: usize,
        f1: f64,
        judged: usize,
        judged_alike: usize,
        kappa: Option<f64>,
    }
    #[derive(Serialize)]
    struct Told {
        agreement: Figures,
        differences: Vec<Difference>,
    }
    let rows = |bitext: &Bitext, rows: &[RowIndex]| -> Vec<Row> {
        rows.iter().map(|&row| Row::of(bitext, row)).collect()
    };
    let groups = comparison.groups.iter();
    let differences: Vec<Difference> = groups
        .map(|group| Difference {
            kinds: kinds(group.differences),
            first: rows(a, &group.mine),
            second: rows(b, &group.theirs),
        })
        .collect();
    let agreement = comparison.agreement;
    let is_same = differences.is_empty();
    let told = Told {
        agreement: Figures {
            rows: [agreement.mine, agreement.theirs],
            alike: agreement.same,
            f1: agreement.bead_f1(),
            judged: agreement.verdicts.judged,
            judged_alike: agreement.verdicts.alike,
            kappa: agreement.verdicts.kappa(),
        },
        differences,
    };
    Target::Stdout.write(|out| {
        serde_json::to_writer_pretty(&mut *out, &told)?;
        writeln!(out)
    })?;
    Ok(is_same)
}

fn kinds(differences: Differences) -> Vec<&'static str> {
    let kinds = [
        (differences.text, "text"),
        (differences.pairing, "pairing"),
        (differences.cutting, "cutting"),
        (differences.state, "state"),
        (differences.verdict, "verdict"),
        (differences.note, "note"),
    ];
    let kinds = kinds.into_iter().filter(|(is, _)| *is);
    kinds.map(|(_, name)| name).collect()
}
