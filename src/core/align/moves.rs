//! Sentences that a translation moved elsewhere: blocks of beads that cross the rest.
//!
//! Greedy: the best chain of beads off the path is taken out, and stays out if the rest, aligned anew, and
//! the block are worth more together than all was before.

use super::bead::{EN_ONLY, Placed, SHAPES};
use super::cancellation::CancellationToken;
use super::score::{NEVER, Scores};
use super::search::{Stretch, search};
use crate::progress::Cancelled;

/// The price of a block.
const JUMP: f64 = 7.5;
/// Chains that gain less are not tried.
const LEAST_GAIN: f64 = JUMP / 2.0;
/// The price of a sentence skipped inside a chain.
const GAP: f64 = 3.0;
const MOST_REJECTIONS: usize = 12;
/// A bead was not moved where other sentences have so much more evidence with its own, in the mean of its block: what was
/// cut and what was added resemble their neighbours, too.
const MOST_OUTDONE: f64 = 2.0;
/// No bead takes a sentence away from a block.
const TAKEN: f64 = 1e6;

/// Beads that were moved together.
pub(super) struct Block {
    pub beads: Vec<Placed>,
    /// What the move is worth.
    pub gain: f64,
}

/// All beads of some stretches: those in order, stretch by stretch, and the blocks that cross them.
pub(super) struct Alignment {
    /// What is left of each stretch without the blocks, and its beads.
    pub ordered: Vec<(Stretch, Vec<Placed>)>,
    pub blocks: Vec<Block>,
    ordered_worth: f64,
}

impl Alignment {
    /// The best beads in order.
    pub(super) fn in_order(
        scores: &Scores,
        stretches: Vec<Stretch>,
        cancellation: &CancellationToken,
    ) -> Result<Alignment, Cancelled> {
        let mut ordered_worth = 0.0;
        let mut ordered = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            let (total, beads) = search(scores, &stretch, cancellation)?;
            ordered_worth += total;
            ordered.push((stretch, beads));
        }
        Ok(Alignment {
            ordered,
            blocks: Vec::new(),
            ordered_worth,
        })
    }

    pub(super) fn beads(&self) -> impl Iterator<Item = Placed> {
        let moved = self.blocks.iter().flat_map(|block| &block.beads);
        self.ordered
            .iter()
            .flat_map(|(_, beads)| beads)
            .chain(moved)
            .copied()
    }

    /// Moves blocks as long as that pays.
    pub(super) fn with_moves(
        mut self,
        scores: &Scores,
        cancellation: &CancellationToken,
    ) -> Result<Alignment, Cancelled> {
        let mut refused = vec![false; scores.en * scores.ko];
        let mut rejections = 0;
        while rejections < MOST_REJECTIONS && self.blocks.len() < (scores.en / 4).max(12) {
            let (gain, beads) = self.best_chain(scores, &refused, cancellation)?;
            if gain < LEAST_GAIN {
                break;
            }
            let rest = Alignment::in_order(scores, self.without(&beads), cancellation)?;
            let block = beads
                .iter()
                .map(|bead| scores.value(bead.shape, bead.en, bead.ko))
                .sum::<f64>()
                - JUMP;
            let gain = rest.ordered_worth + block - self.ordered_worth;
            let outdone = || beads.iter().map(|&bead| scores.outdone(bead)).sum::<f64>();
            if gain > 0.0 && outdone() <= MOST_OUTDONE * beads.len() as f64 {
                self.ordered = rest.ordered;
                self.ordered_worth = rest.ordered_worth;
                self.blocks.push(Block { beads, gain });
                rejections = 0;
            } else {
                rejections += 1;
                for bead in beads {
                    refused[bead.en * scores.ko + bead.ko] = true;
                }
            }
        }
        Ok(self)
    }

    /// The stretches without the sentences of some more beads.
    fn without(&self, beads: &[Placed]) -> Vec<Stretch> {
        let left = |sentences: &[usize], taken: fn(&Placed) -> std::ops::Range<usize>| {
            sentences
                .iter()
                .copied()
                .filter(|at| !beads.iter().any(|bead| taken(bead).contains(at)))
                .collect()
        };
        self.ordered
            .iter()
            .map(|(stretch, _)| {
                let en = left(&stretch.en, |bead| bead.en());
                let ko = left(&stretch.ko, |bead| bead.ko());
                Stretch::new(en, ko, stretch.begins_text)
            })
            .collect()
    }

    /// The chain of beads that gains most over the beads as they are, and its gain: a local alignment after Smith
    /// and Waterman (1981).
    fn best_chain(
        &self,
        scores: &Scores,
        refused: &[bool],
        cancellation: &CancellationToken,
    ) -> Result<(f64, Vec<Placed>), Cancelled> {
        let (n, m) = (scores.en, scores.ko);
        let standing = self.standing(scores);
        let width = m + 1;
        let mut gains = vec![0.0; (n + 1) * width];
        let mut by = vec![Step::Start; gains.len()];
        let mut chained: Vec<(f64, usize)> = Vec::with_capacity(width);
        let (mut best, mut best_at) = (0.0, (0, 0));
        for i in 0..=n {
            cancellation.check()?;
            // Beads of both sides come from rows above, so a shape is followed along the whole row.
            chained.clear();
            chained.resize(width, (0.0, EN_ONLY));
            for (shape, size) in SHAPES.iter().enumerate() {
                if size.is_null() || size.en > i || size.ko > m {
                    continue;
                }
                let en = i - size.en;
                let worth = scores.row(shape, en);
                let price = scores.penalties[shape];
                let loss = standing.en[i] - standing.en[en];
                let before = &gains[en * width..][..width - size.ko];
                let losses = standing.ko.iter().zip(&standing.ko[size.ko..]);
                let ends = chained[size.ko..].iter_mut().zip(before).zip(losses);
                for (ko, ((chain, &before), (&from, &to))) in ends.enumerate() {
                    let value = f64::from(worth[ko]) - price;
                    let total = before + value - (loss + to - from);
                    if total > chain.0
                        && value > NEVER / 2.0
                        && !refused[en * m + ko]
                        && standing.beads[en] != Some(Placed { shape, en, ko })
                    {
                        *chain = (total, shape);
                    }
                }
            }
            for (j, &(chain, shape)) in chained.iter().enumerate() {
                let at = i * width + j;
                let (mut gain, mut step) = (0.0, Step::Start);
                if i > 0 && gains[at - width] - GAP > gain {
                    (gain, step) = (gains[at - width] - GAP, Step::SkipEn);
                }
                if j > 0 && gains[at - 1] - GAP > gain {
                    (gain, step) = (gains[at - 1] - GAP, Step::SkipKo);
                }
                if chain > gain {
                    let (en, ko) = (i - SHAPES[shape].en, j - SHAPES[shape].ko);
                    (gain, step) = (chain, Step::Bead(Placed { shape, en, ko }));
                }
                (gains[at], by[at]) = (gain, step);
                if gain > best {
                    (best, best_at) = (gain, (i, j));
                }
            }
        }
        let mut beads = Vec::new();
        let (mut i, mut j) = best_at;
        loop {
            match by[i * width + j] {
                Step::Start => break,
                Step::SkipEn => i -= 1,
                Step::SkipKo => j -= 1,
                Step::Bead(bead) => {
                    (i, j) = (bead.en, bead.ko);
                    beads.push(bead);
                }
            }
        }
        beads.reverse();
        Ok((best, beads))
    }

    /// What each sentence is worth where it is.
    fn standing(&self, scores: &Scores) -> Standing {
        let mut en = vec![TAKEN; scores.en];
        let mut ko = vec![TAKEN; scores.ko];
        let mut beads_at = vec![None; scores.en];
        for (stretch, beads) in &self.ordered {
            stretch
                .en
                .iter()
                .for_each(|&at| en[at] = -scores.en_alone(at));
            stretch
                .ko
                .iter()
                .for_each(|&at| ko[at] = -scores.ko_alone(at));
            for bead in beads.iter().filter(|bead| !bead.shape().is_null()) {
                let size = bead.shape();
                let worth = scores.value(bead.shape, bead.en, bead.ko) / (size.en + size.ko) as f64;
                en[bead.en()].fill(worth);
                ko[bead.ko()].fill(worth);
                beads_at[bead.en] = Some(*bead);
            }
        }
        Standing {
            en: sums(&en),
            ko: sums(&ko),
            beads: beads_at,
        }
    }
}

/// What is lost by taking sentences from where they are.
struct Standing {
    /// Sums of the worth of the first none, one, two ... sentences.
    en: Vec<f64>,
    ko: Vec<f64>,
    /// The bead that begins at each English sentence.
    beads: Vec<Option<Placed>>,
}

#[derive(Clone, Copy)]
enum Step {
    Start,
    SkipEn,
    SkipKo,
    Bead(Placed),
}

/// The sums of the first none, one, two ... values.
fn sums(values: &[f64]) -> Vec<f64> {
    let mut total = 0.0;
    let rest = values.iter().map(|value| {
        total += value;
        total
    });
    std::iter::once(0.0).chain(rest).collect()
}
