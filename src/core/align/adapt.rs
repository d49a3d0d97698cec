//! What the text itself teaches: Model 1 (Brown et al. 1993) on the beads found so far, on top of the lexicon,
//! and which shapes are common here.
//!
//! A pair of words is judged without the bead that speaks most for it, or every bead would prove itself.

use super::bead::{Placed, SHAPES};
use super::cancellation::CancellationToken;
use super::table::{Row, Table, keep_best};
use super::text::Units;
use crate::evidence::tokens::{Key, KeyMap};
use crate::progress::Cancelled;

const ROUNDS: usize = 3;
/// How many observations the lexicon counts for.
const PRIOR: f64 = 0.7;
/// What a pair that the lexicon does not know begins with, and below what it is forgotten.
const OPEN: f64 = 1e-3;
const FORGOTTEN: f64 = 1e-6;
/// Beads less sure than this teach nothing, nor do beads of more pairs of tokens than this.
const LEAST_WEIGHT: f64 = 0.3;
const MOST_PAIRS: usize = 40_000;
/// How much of each token is left to chance.
const CHANCE: f64 = 0.5;
/// The lexicon is believed nearly as before whatever the text says.
const KEPT: f64 = 0.999;
/// How many beads the prices of the shapes count for.
const SHAPE_PRIOR: f64 = 30.0;
/// Likewise for the price of a sentence alone, which each side has its own of; and the least and the most it can be.
const NULL_PRIOR: f64 = 50.0;
const NULL_PRICES: (f64, f64) = (1.4, 3.5);

/// A bead and the evidence for it, without the price of its shape.
pub(super) type Weighed = (Placed, f64);

/// The table after learning from `beads`.
pub(super) fn adapt(
    table: &Table,
    en: &Units,
    ko: &Units,
    beads: &[Weighed],
    cancellation: &CancellationToken,
) -> Result<Table, Cancelled> {
    let mut forth = Vec::new();
    let mut back = Vec::new();
    for &(bead, evidence) in beads {
        let weight = 1.0 / (1.0 + (-evidence / 3.0).exp());
        if bead.shape().is_null() || weight < LEAST_WEIGHT {
            continue;
        }
        let english = en.sentences[bead.en()].concat();
        let korean = ko.sentences[bead.ko()].concat();
        if english.len().saturating_mul(korean.len()) <= MOST_PAIRS {
            forth.push((weight, english.clone(), korean.clone()));
            back.push((weight, korean, english));
        }
    }
    let learn = |rows, units, beads| {
        Lessons::of(rows, beads).learn(rows, units, Proof::Elsewhere, cancellation)
    };
    Ok(Table {
        ko_given_en: learn(&table.ko_given_en, ko, forth)?,
        en_given_ko: learn(&table.en_given_ko, en, back)?,
        ..table.clone()
    })
}

/// The table after learning from beads that a person accepted: every English sentence of `en` translates the Korean
/// one of `ko` in the same place.
pub(super) fn adapt_to_accepted(
    table: &Table,
    en: &Units,
    ko: &Units,
    cancellation: &CancellationToken,
) -> Result<Table, Cancelled> {
    let pairs = || en.sentences.iter().zip(&ko.sentences);
    let short = |en: &[usize], ko: &[usize]| en.len().saturating_mul(ko.len()) <= MOST_PAIRS;
    let beads = |swapped: bool| -> Vec<(f64, Vec<usize>, Vec<usize>)> {
        pairs()
            .filter(|(en, ko)| short(en, ko))
            .map(|(en, ko)| if swapped { (ko, en) } else { (en, ko) })
            .map(|(given, units)| (1.0, given.clone(), units.clone()))
            .collect()
    };
    let learn =
        |rows, units, beads| Lessons::of(rows, beads).learn(rows, units, Proof::Once, cancellation);
    Ok(Table {
        ko_given_en: learn(&table.ko_given_en, ko, beads(false))?,
        en_given_ko: learn(&table.en_given_ko, en, beads(true))?,
        ..table.clone()
    })
}

/// How often a pair of words must have met to be believed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// Once: the bead is known to be right.
    Once,
    /// In another bead than the one that speaks most for it.
    Elsewhere,
}

/// Two units that stand in one bead.
struct Pair {
    given: usize,
    unit: usize,
    prior: f64,
}

struct Lesson {
    weight: f64,
    /// The units to explain.
    units: Vec<usize>,
    /// For each of them the pairs with all given units.
    pairs: Vec<usize>,
}

/// The beads to learn one direction from.
struct Lessons {
    pairs: Vec<Pair>,
    lessons: Vec<Lesson>,
}

impl Lessons {
    /// Each bead is a weight, the given units and the units to explain.
    fn of(rows: &[Row], beads: Vec<(f64, Vec<usize>, Vec<usize>)>) -> Lessons {
        let mut numbers: KeyMap<usize> = KeyMap::default();
        let mut pairs = Vec::new();
        let mut number = |unit: usize, given: usize| {
            *numbers.entry(Key::pair(unit, given)).or_insert_with(|| {
                let row = &rows[unit];
                let prior = row
                    .binary_search_by_key(&given, |&(known, _)| known)
                    .map_or(0.0, |at| row[at].1);
                pairs.push(Pair { given, unit, prior });
                pairs.len() - 1
            })
        };
        let lessons = beads
            .into_iter()
            .filter(|(_, given, units)| !given.is_empty() && !units.is_empty())
            .map(|(weight, given, units)| Lesson {
                weight,
                pairs: units
                    .iter()
                    .flat_map(|&unit| given.iter().map(move |&given| (unit, given)))
                    .map(|(unit, given)| number(unit, given))
                    .collect(),
                units,
            })
            .collect();
        Lessons { pairs, lessons }
    }

    /// Expectation and maximisation; the last round leaves one out if the proof must come from elsewhere.
    fn learn(
        &self,
        rows: &[Row],
        units: &Units,
        proof: Proof,
        cancellation: &CancellationToken,
    ) -> Result<Vec<Row>, Cancelled> {
        let mut now: Vec<f64> = self.pairs.iter().map(|pair| pair.prior + OPEN).collect();
        let mut own = vec![0.0; now.len()];
        let givens = self
            .pairs
            .iter()
            .map(|pair| pair.given + 1)
            .max()
            .unwrap_or(0);
        for round in 1..=ROUNDS {
            let mut counts = vec![0.0; now.len()];
            let mut most = vec![0.0_f64; now.len()];
            for lesson in &self.lessons {
                cancellation.check()?;
                let given = lesson.pairs.len() / lesson.units.len();
                for (&unit, pairs) in lesson.units.iter().zip(lesson.pairs.chunks(given)) {
                    let explained: f64 = pairs.iter().map(|&pair| now[pair]).sum();
                    let all = CHANCE * units.units[unit].chance * given as f64 + explained;
                    for &pair in pairs {
                        own[pair] += lesson.weight * now[pair] / all;
                    }
                }
                for &pair in &lesson.pairs {
                    let share = std::mem::take(&mut own[pair]);
                    counts[pair] += share;
                    most[pair] = most[pair].max(share);
                }
            }
            if round == ROUNDS && proof == Proof::Elsewhere {
                for (count, most) in counts.iter_mut().zip(&most) {
                    *count -= most;
                }
            }
            let mut totals = vec![PRIOR; givens];
            for (pair, count) in self.pairs.iter().zip(&counts) {
                totals[pair.given] += count;
            }
            for ((now, pair), count) in now.iter_mut().zip(&self.pairs).zip(&counts) {
                *now = (count + PRIOR * pair.prior) / totals[pair.given];
            }
        }
        let mut learned: Vec<Row> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|&(given, prior)| (given, KEPT * prior))
                    .collect()
            })
            .collect();
        for (pair, &probability) in self.pairs.iter().zip(&now) {
            if probability > FORGOTTEN {
                learned[pair.unit].push((pair.given, probability));
            }
        }
        learned.iter_mut().for_each(keep_best);
        Ok(learned)
    }
}

/// The prices of the shapes, which were `prices`, after counting those of `beads`.
pub(super) fn adapted(prices: [f64; SHAPES.len()], beads: &[Weighed]) -> [f64; SHAPES.len()] {
    let base = prices.map(|price| (-price).exp());
    let all: f64 = base.iter().sum();
    let mut counts = [0.0; SHAPES.len()];
    for (bead, _) in beads {
        counts[bead.shape] += 1.0;
    }
    let share = |shape: usize| counts[shape] + SHAPE_PRIOR * base[shape] / all;
    let lone = |shape: usize| {
        let price = (counts[0] + NULL_PRIOR) / (counts[shape] + NULL_PRIOR * base[shape]);
        price.ln().clamp(NULL_PRICES.0, NULL_PRICES.1)
    };
    std::array::from_fn(|shape| {
        if SHAPES[shape].is_null() {
            lone(shape)
        } else {
            (share(0) / share(shape)).ln()
        }
    })
}
