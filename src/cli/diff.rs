//! `jjak diff`: the rows that two projects hold differently.

use super::harmless::Harmless;
use super::project::load;
use super::{Outcome, Stop, help, print};
use jjak_core::article::Lang;
use jjak_core::bitext::Bitext;
use jjak_formats::project::diff;
use lexopt::prelude::*;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let (mut inputs, mut strict) = (Vec::<PathBuf>::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return print(help::DIFF),
            Long("strict") => strict = true,
            Value(file) => inputs.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let Ok([a, b]) = <[PathBuf; 2]>::try_from(inputs) else {
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
        Outcome::of(strict)
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
