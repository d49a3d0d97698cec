//! `jjak score`: how right an alignment is, against one that people made.

use super::files::Target;
use super::page::{Flag, Page, Section};
use super::{Outcome, Stop};
use jjak_formats::exchange::beads::{self, Numbered};
use jjak_pipeline::scoring::Score;
use std::path::PathBuf;

#[derive(Default)]
pub(crate) struct Args {
    files: Vec<PathBuf>,
    strict: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "score",
    call: "GOLD PREDICTED",
    summary: "compare pairs with the pairs that people made",
    usage: &["GOLD PREDICTED [GOLD PREDICTED ...]"],
    about: "\
Compares pairs that a program made with pairs that people made.

Both are files of pairs as numbers, as `jjak align --beads FILE` writes them. With several documents the
counts are added up.

What it prints (P: how many of the predicted are right; R: how many of the gold are found; F1: both in one):
  strict      exactly the same sentences on both sides
  lax         at least one sentence of each side belongs together
  null        sentences without a counterpart
  crossing    pairs that stand elsewhere in the Korean text than in the English",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &[
        "jjak align --segmented en.sent ko.sent --beads predicted.tsv",
        "jjak score gold.tsv predicted.tsv",
    ],
    operand: |args, file| args.files.push(file.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[Flag::switch(
    "strict",
    "exit with 1 if there was a warning",
    |args| args.strict = true,
)];

fn run(args: Args) -> Result<Outcome, Stop> {
    let (pairs, rest) = args.files.as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() {
        return Err(Stop::usage(
            "give two bead files, the right one (GOLD) and the one to judge (PREDICTED)",
        ));
    }
    let mut score = Score::default();
    for [gold, predicted] in pairs {
        let gold = beads::read(gold).map_err(Stop::failed)?;
        let predicted = beads::read(predicted).map_err(Stop::failed)?;
        score.add(
            gold.into_iter().map(Numbered::into_pin),
            predicted.into_iter().map(Numbered::into_pin),
        );
    }
    Target::Stdout.write(|out| writeln!(out, "{score}"))?;
    Ok(Outcome::of(args.strict))
}
