//! The best beads in both orders: dynamic programming with two states, text and noise.
//!
//! Noise is page furniture that one page has and the other has not: entering it costs once, each sentence inside
//! costs nothing unless another sentence is much like it.

use super::bead::{EN_ONLY, KO_ONLY, Placed, SHAPES};
use super::score::Scores;
use super::watch::Watch;
use crate::progress::Cancelled;

/// What it costs to enter noise, and what at the very start of the text. All of a text may be noise, so that is also what
/// keeps texts together that say the same in other words.
pub const ENTER_NOISE: f64 = 6.5;
const BEGIN_IN_NOISE: f64 = 5.0;

/// Sentences of both sides that are aligned in order, apart from those before and after.
pub struct Stretch {
    pub en: Vec<usize>,
    pub ko: Vec<usize>,
    /// How many sentences without a gap end after the first none, one, two ...
    en_runs: Vec<usize>,
    ko_runs: Vec<usize>,
    /// Whether it is the first of the text.
    pub begins_text: bool,
}

impl Stretch {
    pub fn new(en: Vec<usize>, ko: Vec<usize>, begins_text: bool) -> Stretch {
        Stretch {
            en_runs: runs(&en),
            ko_runs: runs(&ko),
            en,
            ko,
            begins_text,
        }
    }

    /// Whether a bead of this shape can end after the first `i` and `j` sentences.
    pub fn fits(&self, shape: usize, i: usize, j: usize) -> bool {
        SHAPES[shape].en <= self.en_runs[i] && SHAPES[shape].ko <= self.ko_runs[j]
    }

    /// What a bead is worth that ends after the first `i` and `j` sentences.
    pub fn value(&self, scores: &Scores, shape: usize, i: usize, j: usize) -> f64 {
        let size = SHAPES[shape];
        if size.is_null() {
            -scores.penalties[shape]
        } else {
            scores.value(shape, self.en[i - size.en], self.ko[j - size.ko])
        }
    }
}

fn runs(sentences: &[usize]) -> Vec<usize> {
    let mut runs = vec![0; sentences.len() + 1];
    for at in 0..sentences.len() {
        let follows = at > 0 && sentences[at] == sentences[at - 1] + 1;
        runs[at + 1] = if follows { runs[at] + 1 } else { 1 };
    }
    runs
}

/// How a cell was reached: a bead after text or after noise, or a step of noise.
const AFTER_NOISE: u8 = 0x40;
const ENTERED: u8 = 0;
const SKIPPED_EN: u8 = 1;
const SKIPPED_KO: u8 = 2;

/// The best beads of a stretch, in order, and what they are worth together.
pub fn search(
    scores: &Scores,
    stretch: &Stretch,
    watch: &Watch,
) -> Result<(f64, Vec<Placed>), Cancelled> {
    let (n, m) = (stretch.en.len(), stretch.ko.len());
    let width = m + 1;
    let mut text = vec![f64::NEG_INFINITY; (n + 1) * width];
    let mut noise = text.clone();
    let mut by = vec![0u8; text.len()];
    let mut noise_by = vec![ENTERED; text.len()];
    text[0] = 0.0;
    noise[0] = if stretch.begins_text {
        -BEGIN_IN_NOISE
    } else {
        -ENTER_NOISE
    };
    for i in 0..=n {
        watch.check()?;
        for j in 0..=m {
            let at = i * width + j;
            if at == 0 {
                continue;
            }
            let (mut best, mut best_by) = (f64::NEG_INFINITY, 0);
            for (shape, size) in SHAPES.iter().enumerate() {
                if !stretch.fits(shape, i, j) {
                    continue;
                }
                let from = at - size.en * width - size.ko;
                let (before, state) = if !size.is_null() && noise[from] > text[from] {
                    (noise[from], AFTER_NOISE)
                } else {
                    (text[from], 0)
                };
                let total = before + stretch.value(scores, shape, i, j);
                if total > best {
                    (best, best_by) = (total, shape as u8 | state);
                }
            }
            (text[at], by[at]) = (best, best_by);
            let mut inside = (best - ENTER_NOISE, ENTERED);
            if i > 0 {
                let skipped = noise[at - width] - scores.en_noise[stretch.en[i - 1]];
                if skipped > inside.0 {
                    inside = (skipped, SKIPPED_EN);
                }
            }
            if j > 0 {
                let skipped = noise[at - 1] - scores.ko_noise[stretch.ko[j - 1]];
                if skipped > inside.0 {
                    inside = (skipped, SKIPPED_KO);
                }
            }
            (noise[at], noise_by[at]) = inside;
        }
    }
    let last = text.len() - 1;
    let total = text[last].max(noise[last]);
    let mut beads = Vec::new();
    let (mut i, mut j, mut in_noise) = (n, m, noise[last] > text[last]);
    while i > 0 || j > 0 {
        let at = i * width + j;
        let shape = match (in_noise, noise_by[at]) {
            (true, ENTERED) => {
                in_noise = false;
                continue;
            }
            (true, SKIPPED_EN) => EN_ONLY,
            (true, _) => KO_ONLY,
            (false, _) => {
                in_noise = by[at] & AFTER_NOISE != 0;
                usize::from(by[at] & !AFTER_NOISE)
            }
        };
        i -= SHAPES[shape].en;
        j -= SHAPES[shape].ko;
        beads.push(Placed {
            shape,
            en: if SHAPES[shape].en > 0 {
                stretch.en[i]
            } else {
                0
            },
            ko: if SHAPES[shape].ko > 0 {
                stretch.ko[j]
            } else {
                0
            },
        });
    }
    beads.reverse();
    Ok((total, beads))
}
