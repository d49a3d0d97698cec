//! How sure each bead is: its share of all alignments, each weighed by what it is worth (forward-backward).

use super::bead::{EN_ONLY, Placed, SHAPES};
use super::cancellation::CancellationToken;
use super::score::Scores;
use super::search::Stretch;
use crate::progress::Cancelled;

/// Flattens the scores, which count the same evidence more than once; chosen on development data so that of the beads
/// at .9 and above 99 in 100 are right.
const TEMPERATURE: f64 = 0.58;

/// What it costs here that a text begins in noise: less than in the search, which pairs what may be a free translation;
/// but two texts may also have nothing to do with each other, and then nobody should be sure.
const BEGIN_IN_NOISE: f64 = 0.3;

/// Worth less than this in logs is not worth an exponential.
const NEGLIGIBLE: f64 = -25.0;

/// Cells whose best way is this much worse than the best of all, in logs, are left out.
const HOPELESS: f64 = 20.0;

/// Sums of worths as logs, for all ways from the start, or to the end, of which the cell is a part in some state. An
/// alignment is one way only: of sentences alone that follow each other, the English ones come first.
#[derive(Clone, Copy)]
struct Cell {
    text: f64,
    /// After a Korean sentence alone: no English one alone comes next.
    after_ko: f64,
    noise_en: f64,
    noise_ko: f64,
    /// Forward, the sum of the four; backward, of the ways that begin with a bead of both sides.
    all: f64,
}

impl Cell {
    const NONE: Cell = Cell {
        text: f64::NEG_INFINITY,
        after_ko: f64::NEG_INFINITY,
        noise_en: f64::NEG_INFINITY,
        noise_ko: f64::NEG_INFINITY,
        all: f64::NEG_INFINITY,
    };
}

/// The posterior of each of `beads`, which are a path through the stretch.
pub(super) fn posteriors(
    scores: &Scores,
    stretch: &Stretch,
    beads: &[Placed],
    cancellation: &CancellationToken,
) -> Result<Vec<f64>, Cancelled> {
    let (n, m) = (stretch.en.len(), stretch.ko.len());
    let width = m + 1;
    let lattice = Lattice { scores, stretch };
    let live = lattice.live(cancellation)?;
    let forward = lattice.forward(&live, log_sum, cancellation)?;
    let backward = lattice.backward(&live, log_sum, cancellation)?;
    let all = forward[n * width + m].all;
    let posterior = |shape: usize, i: usize, j: usize| {
        let size = SHAPES[shape];
        let from = (i - size.en) * width + j - size.ko;
        forward[from].all + lattice.bead(shape, i, j) + backward[i * width + j].text - all
    };
    let (mut held_en, mut held_ko) = (vec![0.0; n], vec![0.0; m]);
    for i in 1..=n {
        cancellation.check()?;
        for j in 1..=m {
            if !live[i * width + j] {
                continue;
            }
            for (shape, size) in SHAPES.iter().enumerate() {
                if size.is_null() || !stretch.fits(shape, i, j) {
                    continue;
                }
                let log = posterior(shape, i, j);
                if log > NEGLIGIBLE {
                    let share = log.exp();
                    held_en[i - size.en..i]
                        .iter_mut()
                        .for_each(|held| *held += share);
                    held_ko[j - size.ko..j]
                        .iter_mut()
                        .for_each(|held| *held += share);
                }
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    Ok(beads
        .iter()
        .map(|bead| {
            let size = bead.shape();
            (i, j) = (i + size.en, j + size.ko);
            if !size.is_null() {
                posterior(bead.shape, i, j).min(0.0).exp()
            } else if bead.shape == EN_ONLY {
                1.0 - held_en[i - 1]
            } else {
                1.0 - held_ko[j - 1]
            }
        })
        .collect())
}

struct Lattice<'a> {
    scores: &'a Scores,
    stretch: &'a Stretch,
}

impl Lattice<'_> {
    /// Which cells matter: those that the best way through comes near to the best of all.
    fn live(&self, cancellation: &CancellationToken) -> Result<Vec<bool>, Cancelled> {
        let every = vec![true; (self.stretch.en.len() + 1) * (self.stretch.ko.len() + 1)];
        let forward = self.forward(&every, greatest, cancellation)?;
        let backward = self.backward(&every, greatest, cancellation)?;
        let best = forward.last().map_or(0.0, |cell| cell.all);
        let through = |(before, after): (&Cell, &Cell)| {
            let text = (before.text + after.text).max(before.after_ko + after.after_ko);
            let noise = (before.noise_en + after.noise_en).max(before.noise_ko + after.noise_ko);
            text.max(noise) > best - HOPELESS
        };
        Ok(forward.iter().zip(&backward).map(through).collect())
    }

    /// The worth of a bead of both sides that ends after the first `i` and `j` sentences.
    fn bead(&self, shape: usize, i: usize, j: usize) -> f64 {
        TEMPERATURE * self.stretch.value(self.scores, shape, i, j)
    }

    /// The worth of an English sentence alone, or a Korean one.
    fn alone_en(&self, i: usize) -> f64 {
        -TEMPERATURE * self.scores.en_alone(self.stretch.en[i])
    }

    fn alone_ko(&self, j: usize) -> f64 {
        -TEMPERATURE * self.scores.ko_alone(self.stretch.ko[j])
    }

    fn noise_en(&self, i: usize) -> f64 {
        -TEMPERATURE * self.scores.en_noise[self.stretch.en[i]]
    }

    fn noise_ko(&self, j: usize) -> f64 {
        -TEMPERATURE * self.scores.ko_noise[self.stretch.ko[j]]
    }

    /// The worth of going over to noise at a cell.
    fn enter(&self, cell: usize) -> f64 {
        -TEMPERATURE * self.stretch.enter(cell, BEGIN_IN_NOISE)
    }

    /// The worth of all ways from the start to each cell; `total` says how those of several, given as logs, become one.
    fn forward(
        &self,
        live: &[bool],
        total: impl Fn(&[f64]) -> f64,
        cancellation: &CancellationToken,
    ) -> Result<Vec<Cell>, Cancelled> {
        let (n, m) = (self.stretch.en.len(), self.stretch.ko.len());
        let width = m + 1;
        let mut cells = vec![Cell::NONE; (n + 1) * width];
        let mut ways = Vec::with_capacity(SHAPES.len());
        for i in 0..=n {
            cancellation.check()?;
            for j in 0..=m {
                let at = i * width + j;
                if !live[at] {
                    continue;
                }
                let mut cell = Cell::NONE;
                ways.clear();
                ways.extend((at == 0).then_some(0.0));
                if i > 0 {
                    let up = &cells[at - width];
                    ways.push(up.text + self.alone_en(i - 1));
                    let enter = self.enter(at - width);
                    let inside = [up.text + enter, up.after_ko + enter, up.noise_en];
                    cell.noise_en = total(&inside) + self.noise_en(i - 1);
                }
                if i > 0 && j > 0 {
                    for (shape, size) in SHAPES.iter().enumerate() {
                        if !size.is_null() && self.stretch.fits(shape, i, j) {
                            let from = &cells[at - size.en * width - size.ko];
                            ways.push(from.all + self.bead(shape, i, j));
                        }
                    }
                }
                cell.text = total(&ways);
                if j > 0 {
                    let left = &cells[at - 1];
                    cell.after_ko = total(&[left.text, left.after_ko]) + self.alone_ko(j - 1);
                    let enter = self.enter(at - 1);
                    let entered = [left.text + enter, left.after_ko + enter];
                    let inside = [entered[0], entered[1], left.noise_en, left.noise_ko];
                    cell.noise_ko = total(&inside) + self.noise_ko(j - 1);
                }
                cell.all = total(&[cell.text, cell.after_ko, cell.noise_en, cell.noise_ko]);
                cells[at] = cell;
            }
        }
        Ok(cells)
    }

    /// The worth of all ways from each cell to the end.
    fn backward(
        &self,
        live: &[bool],
        total: impl Fn(&[f64]) -> f64,
        cancellation: &CancellationToken,
    ) -> Result<Vec<Cell>, Cancelled> {
        let (n, m) = (self.stretch.en.len(), self.stretch.ko.len());
        let width = m + 1;
        let mut cells = vec![Cell::NONE; (n + 1) * width];
        let mut ways = Vec::with_capacity(SHAPES.len());
        for i in (0..=n).rev() {
            cancellation.check()?;
            for j in (0..=m).rev() {
                let at = i * width + j;
                if !live[at] {
                    continue;
                }
                ways.clear();
                ways.extend((i == n && j == m).then_some(0.0));
                for (shape, size) in SHAPES.iter().enumerate() {
                    let (i, j) = (i + size.en, j + size.ko);
                    if !size.is_null() && i <= n && j <= m && self.stretch.fits(shape, i, j) {
                        ways.push(cells[i * width + j].text + self.bead(shape, i, j));
                    }
                }
                let all = total(&ways);
                let (mut en_alone, mut en_inside) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
                let (mut ko_alone, mut ko_inside) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
                if i < n {
                    let down = &cells[at + width];
                    en_alone = down.text + self.alone_en(i);
                    en_inside = down.noise_en + self.noise_en(i);
                }
                if j < m {
                    let right = &cells[at + 1];
                    ko_alone = right.after_ko + self.alone_ko(j);
                    ko_inside = right.noise_ko + self.noise_ko(j);
                }
                let enter = self.enter(at);
                let entered = [en_inside + enter, ko_inside + enter];
                cells[at] = Cell {
                    text: total(&[all, en_alone, ko_alone, entered[0], entered[1]]),
                    after_ko: total(&[all, ko_alone, entered[0], entered[1]]),
                    noise_en: total(&[all, en_inside, ko_inside]),
                    noise_ko: total(&[all, ko_inside]),
                    all,
                };
            }
        }
        Ok(cells)
    }
}

/// The greatest of some logs, of which none is no number.
fn greatest(logs: &[f64]) -> f64 {
    let greater = |most: f64, &log: &f64| if log > most { log } else { most };
    logs.iter().fold(f64::NEG_INFINITY, greater)
}

/// The log of the sum of worths given as logs.
fn log_sum(logs: &[f64]) -> f64 {
    let most = greatest(logs);
    if most == f64::NEG_INFINITY {
        return most;
    }
    let sum: f64 = logs
        .iter()
        .map(|log| log - most)
        .filter(|&below| below > NEGLIGIBLE)
        .map(f64::exp)
        .sum();
    most + sum.ln()
}
