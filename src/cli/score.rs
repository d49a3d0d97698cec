//! `jjak score`: how right an alignment is, against one that people made.

use super::files::Target;
use super::page::{Flag, Page, Section};
use super::{Outcome, Stop};
use jjak_core::sequence::longest_increasing;
use jjak_formats::exchange::beads::{self, Numbered};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, Write};
use std::path::PathBuf;

type Bead = (Vec<usize>, Vec<usize>);

/// Found, predicted and gold counts of one measure, over all documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    /// Predicted ones that are right.
    right: usize,
    predicted: usize,
    /// Gold ones that are found.
    found: usize,
    gold: usize,
}

/// Everything that is counted.
#[derive(Debug, Default)]
struct Score {
    documents: usize,
    /// Exactly the gold bead; beads with an empty side are not in it.
    strict: Tally,
    /// A predicted bead is right if it shares a gold bead on both sides.
    lax: Tally,
    /// Single sentences without a counterpart.
    null: Tally,
    /// Strict, over all beads, with an empty side or not (vecalign's precision).
    all: Tally,
    /// Gold beads out of order that are found exactly, and how many predicted ones are right.
    crossing: Tally,
    /// Gold beads found exactly and in all, by type.
    types: BTreeMap<(usize, usize), (usize, usize)>,
}

#[derive(Default)]
pub struct Args {
    files: Vec<PathBuf>,
    strict: bool,
}

pub const PAGE: Page<Args> = Page {
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
        score.add(gold, predicted);
    }
    Target::Stdout.write(|out| score.write(out))?;
    Ok(Outcome::of(args.strict))
}

impl Score {
    fn add(&mut self, gold: Vec<Numbered>, predicted: Vec<Numbered>) {
        let (gold, predicted) = (Document::new(gold), Document::new(predicted));
        self.documents += 1;
        self.strict.add(&gold.full, &predicted.full);
        self.null.add(&gold.nulls, &predicted.nulls);
        self.all.add(&gold.all, &predicted.all);
        self.lax.right += predicted.sharing(&gold);
        self.lax.predicted += predicted.full.len();
        self.lax.found += gold.sharing(&predicted);
        self.lax.gold += gold.full.len();
        let (gold_moved, predicted_moved) = (gold.moved(), predicted.moved());
        let common = |moved: &[&Bead], of: &Document| {
            moved.iter().filter(|&&bead| of.full.contains(bead)).count()
        };
        self.crossing.gold += gold_moved.len();
        self.crossing.found += common(&gold_moved, &predicted);
        self.crossing.predicted += predicted_moved.len();
        self.crossing.right += common(&predicted_moved, &gold);
        for bead in &gold.full {
            let (found, all) = self.types.entry((bead.0.len(), bead.1.len())).or_default();
            *found += usize::from(predicted.full.contains(bead));
            *all += 1;
        }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(
            out,
            "docs {}  gold beads {}  predicted {}  gold nulls {}",
            self.documents, self.strict.gold, self.strict.predicted, self.null.gold
        )?;
        writeln!(out, "            P      R      F1")?;
        writeln!(
            out,
            "strict   {}   (vecalign-P {:.4})",
            self.strict.figures(),
            self.all.precision()
        )?;
        writeln!(out, "lax      {}", self.lax.figures())?;
        writeln!(out, "null     {}", self.null.figures())?;
        writeln!(
            out,
            "crossing beads: {} of {} found, {} of {} proposed are right",
            self.crossing.found, self.crossing.gold, self.crossing.right, self.crossing.predicted
        )?;
        let mut types: Vec<_> = self.types.iter().collect();
        types.sort_by_key(|(_, (_, all))| std::cmp::Reverse(*all));
        let types: Vec<String> = types
            .into_iter()
            .map(|((en, ko), &(found, all))| {
                format!("{en}-{ko} {found}/{all}={:.3}", ratio(found, all))
            })
            .collect();
        writeln!(out, "recall by type: {}", types.join("  "))
    }
}

impl Tally {
    fn add<T: Eq + std::hash::Hash>(&mut self, gold: &HashSet<T>, predicted: &HashSet<T>) {
        let common = gold.intersection(predicted).count();
        self.right += common;
        self.found += common;
        self.gold += gold.len();
        self.predicted += predicted.len();
    }

    fn precision(&self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// Precision, recall and F1 in columns.
    fn figures(&self) -> String {
        let (precision, recall) = (self.precision(), ratio(self.found, self.gold));
        let f1 = if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        };
        format!("{precision:.4} {recall:.4} {f1:.4}")
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// The beads of one document as the measures need them.
struct Document {
    all: HashSet<Bead>,
    full: HashSet<Bead>,
    /// Sentences without a counterpart: whether English, and the number.
    nulls: HashSet<(bool, usize)>,
}

impl Document {
    fn new(beads: Vec<Numbered>) -> Document {
        let all: HashSet<Bead> = beads.into_iter().map(|bead| (bead.en, bead.ko)).collect();
        let (full, empty): (Vec<_>, Vec<_>) = all
            .iter()
            .cloned()
            .partition(|(en, ko)| !en.is_empty() && !ko.is_empty());
        let nulls = empty
            .into_iter()
            .flat_map(|(en, ko)| {
                let en = en.into_iter().map(|number| (true, number));
                en.chain(ko.into_iter().map(|number| (false, number)))
            })
            .collect();
        Document {
            all,
            full: full.into_iter().collect(),
            nulls,
        }
    }

    /// How many beads share a bead of `other`: one of their sentences on each side is in it.
    fn sharing(&self, other: &Document) -> usize {
        let mut counterparts: HashMap<usize, HashSet<usize>> = HashMap::new();
        for (en, ko) in &other.full {
            for &number in en {
                counterparts.entry(number).or_default().extend(ko);
            }
        }
        let shares = |(en, ko): &&Bead| {
            en.iter()
                .filter_map(|number| counterparts.get(number))
                .any(|of| ko.iter().any(|number| of.contains(number)))
        };
        self.full.iter().filter(shares).count()
    }

    /// The beads that moved: the fewest to take out so that the rest stands in both orders.
    fn moved(&self) -> Vec<&Bead> {
        let mut beads: Vec<&Bead> = self.full.iter().collect();
        beads.sort();
        let in_order: HashSet<usize> = longest_increasing(beads.iter().map(|(_, ko)| ko[0]))
            .into_iter()
            .collect();
        beads
            .into_iter()
            .enumerate()
            .filter(|(at, _)| !in_order.contains(at))
            .map(|(_, bead)| bead)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beads(list: &[(&[usize], &[usize])]) -> Vec<Numbered> {
        list.iter()
            .map(|(en, ko)| Numbered {
                line: 0,
                en: en.to_vec(),
                ko: ko.to_vec(),
            })
            .collect()
    }

    #[test]
    fn exact_overlapping_and_missing_beads_are_told_apart() {
        let mut score = Score::default();
        score.add(
            beads(&[(&[0], &[0]), (&[1], &[1, 2]), (&[2], &[]), (&[3], &[3])]),
            beads(&[(&[0], &[0]), (&[1], &[1]), (&[2], &[2]), (&[3], &[])]),
        );
        assert_eq!(score.strict.figures(), "0.3333 0.3333 0.3333");
        assert_eq!(score.lax.figures(), "0.6667 0.6667 0.6667");
        assert_eq!(score.null.figures(), "0.0000 0.0000 0.0000");
        assert_eq!(score.all.precision(), 0.25);
    }

    #[test]
    fn one_sentence_moved_far_is_one_crossing_bead() {
        let mut score = Score::default();
        let gold: [(&[usize], &[usize]); 4] =
            [(&[0], &[3]), (&[1], &[0]), (&[2], &[1]), (&[3], &[2])];
        score.add(beads(&gold), beads(&gold));
        assert_eq!((score.crossing.found, score.crossing.gold), (1, 1));
        assert_eq!((score.crossing.right, score.crossing.predicted), (1, 1));
    }
}
