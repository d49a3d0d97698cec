//! How sure each bead is: its share of all alignments, each weighed by what it is worth (forward-backward).

use super::bead::{EN_ONLY, Placed, SHAPES};
use super::score::Scores;
use super::search::{ENTER_NOISE, Stretch};
use super::watch::Watch;
use crate::progress::Cancelled;

/// Flattens the scores, which count the same evidence more than once; chosen on development data so that of the beads
/// at .9 and above 99 in 100 are right.
const TEMPERATURE: f64 = 0.58;

/// What it costs here that a text begins in noise: less than in the search, which pairs what may be a free translation;
/// but two texts may also have nothing to do with each other, and then nobody should be sure.
const BEGIN_IN_NOISE: f64 = 1.0;

/// Worth less than this in logs is not worth an exponential.
const NEGLIGIBLE: f64 = -25.0;

/// Cells whose best way is this much worse than the best of all, in logs, are left out.
const HOPELESS: f64 = 20.0;

/// Sums of worths as logs, for text and noise.
struct Lattice {
    text: Vec<f64>,
    noise: Vec<f64>,
}

/// The posterior of each of `beads`, which are a path through the stretch.
pub fn posteriors(
    scores: &Scores,
    stretch: &Stretch,
    beads: &[Placed],
    watch: &Watch,
) -> Result<Vec<f64>, Cancelled> {
    let (n, m) = (stretch.en.len(), stretch.ko.len());
    let width = m + 1;
    let live = live(scores, stretch, watch)?;
    let forward = forward(scores, stretch, &live, log_sum, watch)?;
    let backward = backward(scores, stretch, &live, log_sum, watch)?;
    let all = log_add(forward.text[n * width + m], forward.noise[n * width + m]);
    let posterior = |shape: usize, i: usize, j: usize| {
        let size = SHAPES[shape];
        let from = (i - size.en) * width + j - size.ko;
        let before = if size.is_null() {
            forward.text[from]
        } else {
            log_add(forward.text[from], forward.noise[from])
        };
        let worth = TEMPERATURE * stretch.value(scores, shape, i, j);
        before + worth + backward.text[i * width + j] - all
    };
    let (mut held_en, mut held_ko) = (vec![0.0; n], vec![0.0; m]);
    for i in 1..=n {
        watch.check()?;
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

/// Which cells matter: those that the best way through comes near to the best of all.
fn live(scores: &Scores, stretch: &Stretch, watch: &Watch) -> Result<Vec<bool>, Cancelled> {
    let every = vec![true; (stretch.en.len() + 1) * (stretch.ko.len() + 1)];
    let forward = forward(scores, stretch, &every, greatest, watch)?;
    let backward = backward(scores, stretch, &every, greatest, watch)?;
    let through = |at: usize| {
        let text = forward.text[at] + backward.text[at];
        text.max(forward.noise[at] + backward.noise[at])
    };
    let best = through(0);
    Ok((0..every.len())
        .map(|at| through(at) > best - HOPELESS)
        .collect())
}

/// The worth of all ways from the start to each cell.
fn forward(
    scores: &Scores,
    stretch: &Stretch,
    live: &[bool],
    total: Total,
    watch: &Watch,
) -> Result<Lattice, Cancelled> {
    let (n, m) = (stretch.en.len(), stretch.ko.len());
    let width = m + 1;
    let mut text = vec![f64::NEG_INFINITY; (n + 1) * width];
    let mut noise = text.clone();
    text[0] = 0.0;
    noise[0] = -begin(stretch) * TEMPERATURE;
    let mut ways = Vec::with_capacity(2 * SHAPES.len());
    for i in 0..=n {
        watch.check()?;
        for j in 0..=m {
            let at = i * width + j;
            if at == 0 || !live[at] {
                continue;
            }
            for (shape, size) in SHAPES.iter().enumerate() {
                if !stretch.fits(shape, i, j) {
                    continue;
                }
                let worth = TEMPERATURE * stretch.value(scores, shape, i, j);
                let from = at - size.en * width - size.ko;
                ways.push(text[from] + worth);
                if !size.is_null() {
                    ways.push(noise[from] + worth);
                }
            }
            text[at] = total(&mut ways);
            ways.push(text[at] - ENTER_NOISE * TEMPERATURE);
            if i > 0 {
                ways.push(noise[at - width] - TEMPERATURE * scores.en_noise[stretch.en[i - 1]]);
            }
            if j > 0 {
                ways.push(noise[at - 1] - TEMPERATURE * scores.ko_noise[stretch.ko[j - 1]]);
            }
            noise[at] = total(&mut ways);
        }
    }
    Ok(Lattice { text, noise })
}

/// The worth of all ways from each cell to the end.
fn backward(
    scores: &Scores,
    stretch: &Stretch,
    live: &[bool],
    total: Total,
    watch: &Watch,
) -> Result<Lattice, Cancelled> {
    let (n, m) = (stretch.en.len(), stretch.ko.len());
    let width = m + 1;
    let mut text = vec![f64::NEG_INFINITY; (n + 1) * width];
    let mut noise = text.clone();
    let mut ways = Vec::with_capacity(2 * SHAPES.len());
    let mut noise_ways = Vec::with_capacity(2 * SHAPES.len());
    for i in (0..=n).rev() {
        watch.check()?;
        for j in (0..=m).rev() {
            let at = i * width + j;
            if !live[at] {
                continue;
            }
            if i == n && j == m {
                ways.push(0.0);
                noise_ways.push(0.0);
            }
            for (shape, size) in SHAPES.iter().enumerate() {
                let (i, j) = (i + size.en, j + size.ko);
                if i > n || j > m || !stretch.fits(shape, i, j) {
                    continue;
                }
                let worth = TEMPERATURE * stretch.value(scores, shape, i, j);
                let way = text[i * width + j] + worth;
                ways.push(way);
                if !size.is_null() {
                    noise_ways.push(way);
                }
            }
            if i < n {
                noise_ways.push(noise[at + width] - TEMPERATURE * scores.en_noise[stretch.en[i]]);
            }
            if j < m {
                noise_ways.push(noise[at + 1] - TEMPERATURE * scores.ko_noise[stretch.ko[j]]);
            }
            noise[at] = total(&mut noise_ways);
            let enter = if at == 0 { begin(stretch) } else { ENTER_NOISE };
            ways.push(noise[at] - enter * TEMPERATURE);
            text[at] = total(&mut ways);
        }
    }
    Ok(Lattice { text, noise })
}

/// The price of noise at the start of a stretch.
fn begin(stretch: &Stretch) -> f64 {
    if stretch.begins_text {
        BEGIN_IN_NOISE
    } else {
        ENTER_NOISE
    }
}

/// How the worths of several ways, given as logs, become one; empties the list.
type Total = fn(&mut Vec<f64>) -> f64;

fn greatest(logs: &mut Vec<f64>) -> f64 {
    logs.drain(..).fold(f64::NEG_INFINITY, f64::max)
}

/// The log of the sum of worths given as logs.
fn log_sum(logs: &mut Vec<f64>) -> f64 {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = logs
        .drain(..)
        .map(|log| log - most)
        .filter(|&below| below > NEGLIGIBLE)
        .map(f64::exp)
        .sum();
    if most == f64::NEG_INFINITY {
        most
    } else {
        most + sum.ln()
    }
}

fn log_add(a: f64, b: f64) -> f64 {
    let (most, least) = if a > b { (a, b) } else { (b, a) };
    if least == f64::NEG_INFINITY {
        most
    } else {
        most + (least - most).exp().ln_1p()
    }
}
