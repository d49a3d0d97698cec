//! `jjak diff`: the rows that two projects hold differently.

use super::harmless::Harmless;
use super::page::{Flag, Page, Section};
use super::project::load;
use super::{Outcome, Stop};
use jjak_core::article::Lang;
use jjak_core::bitext::Bitext;
use jjak_formats::project::diff;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

#[derive(Default)]
pub struct Args {
    inputs: Vec<PathBuf>,
    strict: bool,
}

pub const PAGE: Page<Args> = Page {
    name: "diff",
    call: "A.jjak B.jjak",
    summary: "show the rows that two projects hold differently",
    usage: &["A.jjak B.jjak"],
    about: "\
Shows the rows that two projects hold differently: - for those of the first, + for those of the second. Rows
are compared by their sentences, state, verdict and note, wherever they stand.

Each line is: row number, English, Korean, state, verdict, note, with tabs between.
Exit code: 0 no difference, 1 some, 2 could not run.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &[],
    operand: |args, file| args.inputs.push(file.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[Flag::switch(
    "strict",
    "exit with 1 if there was a warning, too",
    |args| args.strict = true,
)];

fn run(args: Args) -> Result<Outcome, Stop> {
    let Ok([a, b]) = <[PathBuf; 2]>::try_from(args.inputs) else {
        return Err(Stop::usage("give two projects"));
    };
    let (a, b) = (load(&a)?.project.bitext, load(&b)?.project.bitext);
    let (only_a, only_b) = diff(&a, &b);
    let mut out = Harmless::new(BufWriter::new(io::stdout().lock()));
    for (sign, bitext, rows) in [('-', &a, &only_a), ('+', &b, &only_b)] {
        for &row in rows {
            writeln!(out, "{sign}{}", line(bitext, row))?;
        }
    }
    out.flush()?;
    Ok(if only_a.is_empty() && only_b.is_empty() {
        Outcome::of(args.strict)
    } else {
        Outcome::Warned
    })
}

/// A row on one line: number, English, Korean, state, verdict, note.
fn line(bitext: &Bitext, row: usize) -> String {
    let cell = |lang| {
        let texts: Vec<_> = bitext.texts(row, lang).collect();
        texts.join(" | ")
    };
    let bead = &bitext.beads[row];
    format!(
        "{}\t{}\t{}\t{}\t{}\t{}",
        row + 1,
        cell(Lang::En),
        cell(Lang::Ko),
        bead.state.as_str(),
        bead.verdict.map_or("", |verdict| verdict.as_str()),
        bead.note.replace(['\t', '\n'], " ")
    )
}
