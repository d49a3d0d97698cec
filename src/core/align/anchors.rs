//! Pairs of sentences that are each other's best match by far: the fixed points of a long text.

use super::cancellation::CancellationToken;
use super::concepts::Concepts;
use crate::progress::Cancelled;
use crate::sequence::longest_increasing;

/// How much better than the second the best match must be, on both sides.
const MARGIN: f32 = 1.5;
/// Anchors on either side that an anchor must agree with, and by how many sentences it may differ from them.
const NEIGHBOURS: usize = 4;
const DRIFT: isize = 8;
/// Concepts in more sentences than this tell nothing: at least, by the root of all sentences, and at most.
const COMMON: (f64, f64, f64) = (20.0, 3.0, 300.0);

/// Sentences of both texts that anchor each other.
pub(super) struct Anchors {
    /// In the order of both texts, as English and Korean positions.
    pub chain: Vec<(usize, usize)>,
    /// Those that stand elsewhere, in English order.
    pub astray: Vec<(usize, usize)>,
}

impl Anchors {
    pub(super) fn of(
        concepts: &Concepts,
        cancellation: &CancellationToken,
    ) -> Result<Anchors, Cancelled> {
        let (best_en, best_ko) = best(concepts, cancellation)?;
        let candidates: Vec<(usize, usize)> = best_en
            .iter()
            .enumerate()
            .filter_map(|(i, best)| best.clear().map(|j| (i, j)))
            .filter(|&(i, j)| best_ko[j].clear() == Some(i))
            .collect();
        let chain = longest_increasing(candidates.iter().map(|&(_, j)| j));
        let mut in_chain = vec![false; candidates.len()];
        chain.iter().for_each(|&at| in_chain[at] = true);
        let chain: Vec<(usize, usize)> = chain.into_iter().map(|at| candidates[at]).collect();
        Ok(Anchors {
            chain: steady(&chain),
            astray: candidates
                .into_iter()
                .zip(in_chain)
                .filter_map(|(anchor, kept)| (!kept).then_some(anchor))
                .collect(),
        })
    }
}

/// The best matches of the English and of the Korean sentences.
fn best(
    concepts: &Concepts,
    cancellation: &CancellationToken,
) -> Result<(Vec<Best>, Vec<Best>), Cancelled> {
    let (n, m) = (concepts.en_sizes.len(), concepts.ko_sizes.len());
    let (least, root, most) = COMMON;
    let weights = concepts.weights((root * (n as f64).sqrt()).clamp(least, most));
    let mut best_en = vec![Best::default(); n];
    let mut best_ko = vec![Best::default(); m];
    let mut shared = vec![0.0; m];
    let mut touched: Vec<u32> = Vec::new();
    for (i, best_en) in best_en.iter_mut().enumerate() {
        if i % 16 == 0 {
            cancellation.check()?;
        }
        for &concept in concepts.of_english(i) {
            let weight = weights[concept as usize];
            if weight == 0.0 {
                continue;
            }
            for &j in concepts.in_korean(concept) {
                if shared[j as usize] == 0.0 {
                    touched.push(j);
                }
                shared[j as usize] += weight;
            }
        }
        for j in touched.drain(..).map(|j| j as usize) {
            let score =
                std::mem::take(&mut shared[j]) * concepts.en_sizes[i] * concepts.ko_sizes[j];
            best_en.see(j, score);
            best_ko[j].see(i, score);
        }
    }
    Ok((best_en, best_ko))
}

/// The anchors that lie where their neighbours would have them.
fn steady(chain: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let offset = |&(i, j): &(usize, usize)| j as isize - i as isize;
    (0..chain.len())
        .filter(|&at| {
            let from = at.saturating_sub(NEIGHBOURS);
            let to = (at + NEIGHBOURS + 1).min(chain.len());
            let mut near: Vec<isize> = (from..to)
                .filter(|&other| other != at)
                .map(|other| offset(&chain[other]))
                .collect();
            near.sort_unstable();
            near.get(near.len() / 2)
                .is_some_and(|median| (offset(&chain[at]) - median).abs() <= DRIFT)
        })
        .map(|at| chain[at])
        .collect()
}

/// The best and the second best match of a sentence.
#[derive(Clone, Copy, Default)]
struct Best {
    at: usize,
    score: f32,
    second: f32,
}

impl Best {
    fn see(&mut self, at: usize, score: f32) {
        if score > self.score {
            *self = Best {
                at,
                score,
                second: self.score,
            };
        } else {
            self.second = self.second.max(score);
        }
    }

    /// The best match, if it is clearly the best.
    fn clear(&self) -> Option<usize> {
        (self.score > 0.0 && self.score >= MARGIN * self.second).then_some(self.at)
    }
}
