//! How right an alignment is, against one that people made.

use jjak_core::align::Pin as Bead;
use jjak_core::sequence::longest_increasing;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

/// Found, predicted and gold counts of one measure, over all documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasureCounts {
    /// Predicted ones that are right.
    pub right: usize,
    pub predicted: usize,
    /// Gold ones that are found.
    pub found: usize,
    pub gold: usize,
}

/// Everything that is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub documents: usize,
    /// Exactly the gold bead; beads with an empty side are not in it.
    pub strict: MeasureCounts,
    /// A predicted bead is right if it shares a gold bead on both sides.
    pub lax: MeasureCounts,
    /// Single sentences without a counterpart.
    pub null: MeasureCounts,
    /// Strict, over all beads, with an empty side or not (vecalign's precision).
    pub all: MeasureCounts,
    /// Gold beads out of order that are found exactly, and how many predicted ones are right.
    pub crossing: MeasureCounts,
    /// Gold beads found exactly and in all, by type: how many sentences each side has.
    pub types: BTreeMap<(usize, usize), (usize, usize)>,
}

impl Score {
    /// Counts a document, whose beads are the numbers of sentences, English and Korean.
    pub fn add(
        &mut self,
        gold: impl IntoIterator<Item = Bead>,
        predicted: impl IntoIterator<Item = Bead>,
    ) {
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

    /// Takes in what was counted of other documents.
    pub fn extend(&mut self, other: &Score) {
        self.documents += other.documents;
        for (tally, other) in [
            (&mut self.strict, &other.strict),
            (&mut self.lax, &other.lax),
            (&mut self.null, &other.null),
            (&mut self.all, &other.all),
            (&mut self.crossing, &other.crossing),
        ] {
            tally.right += other.right;
            tally.predicted += other.predicted;
            tally.found += other.found;
            tally.gold += other.gold;
        }
        for (shape, (found, all)) in &other.types {
            let of_shape = self.types.entry(*shape).or_default();
            of_shape.0 += found;
            of_shape.1 += all;
        }
    }
}

/// As `jjak score` writes it.
impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
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
        write!(out, "recall by type: {}", types.join("  "))
    }
}

impl MeasureCounts {
    fn add<T: Eq + std::hash::Hash>(&mut self, gold: &HashSet<T>, predicted: &HashSet<T>) {
        let common = gold.intersection(predicted).count();
        self.right += common;
        self.found += common;
        self.gold += gold.len();
        self.predicted += predicted.len();
    }

    /// How many predicted ones are right, 0 to 1.
    pub fn precision(&self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// How many gold ones are found, 0 to 1.
    pub fn recall(&self) -> f64 {
        ratio(self.found, self.gold)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        }
    }

    /// Precision, recall and F1 in columns.
    fn figures(&self) -> String {
        format!(
            "{:.4} {:.4} {:.4}",
            self.precision(),
            self.recall(),
            self.f1()
        )
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
    fn new(beads: impl IntoIterator<Item = Bead>) -> Document {
        let all: HashSet<Bead> = beads.into_iter().collect();
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

    fn beads(list: &[(&[usize], &[usize])]) -> Vec<Bead> {
        list.iter()
            .map(|(en, ko)| (en.to_vec(), ko.to_vec()))
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
