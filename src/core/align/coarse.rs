//! The rough course of a long text: which single sentences stand beside which, by the concepts that they share.
//!
//! The path that shares most, within a band around the anchors. Texts that repeat themselves have no anchors; there
//! the band is wider and the path's two ends decide.

use super::cancellation::CancellationToken;
use super::concepts::Concepts;
use crate::progress::Cancelled;

/// Rectangles between anchors of at most this many pairs are looked at whole.
const WHOLE: usize = 300 * 300;
/// How far from the straight line between two anchors the path may be: sentences, and per root of the way's length.
const WIDTH: f64 = 60.0;
const DRIFT: f64 = 1.0;
/// The band around an anchor, which may be wrong.
const SLACK: usize = 20;
/// Concepts that more than this share of the sentences speak of are passed over.
const COMMON: f64 = 0.1;
/// A pair must share this many times what a sentence shares with its whole band on average.
const BACKGROUND: f32 = 2.0;

const BOTH: u8 = 0;
const EN: u8 = 1;
const KO: u8 = 2;

/// Pairs of sentences that may well be beads, in the order of both texts: each has a neighbour before and after.
pub(super) fn coarse_path(
    concepts: &Concepts,
    anchors: &[(usize, usize)],
    cancellation: &CancellationToken,
) -> Result<Vec<(usize, usize)>, Cancelled> {
    let (n, m) = (concepts.en_sizes.len(), concepts.ko_sizes.len());
    let bands = bands(anchors, n, m);
    let weights = concepts.weights((COMMON * n as f64).max(20.0));
    let mut steps: Vec<u8> =
        Vec::with_capacity(bands.iter().map(|&(from, to)| to - from + 1).sum());
    let mut starts = Vec::with_capacity(n + 1);
    let mut shared = vec![0.0_f32; m];
    let mut before: Vec<f32> = Vec::new();
    let mut now: Vec<f32> = Vec::new();
    for (i, &(from, to)) in bands.iter().enumerate() {
        if i % 16 == 0 {
            cancellation.check()?;
        }
        starts.push(steps.len());
        let floor = if i == 0 {
            0.0
        } else {
            share(concepts, &weights, i - 1, from, to, &mut shared)
        };
        let above = if i == 0 { (0, 0) } else { bands[i - 1] };
        now.clear();
        for j in from..=to {
            let (mut best, mut step) = (f32::NEG_INFINITY, KO);
            if i > 0 && j <= above.1 && j >= above.0 {
                (best, step) = (before[j - above.0], EN);
            }
            if j > from && now[j - 1 - from] > best {
                (best, step) = (now[j - 1 - from], KO);
            }
            if i > 0 && j > above.0 && j - 1 <= above.1 {
                let gain = shared[j - 1] - floor;
                if gain > 0.0 && before[j - 1 - above.0] + gain > best {
                    (best, step) = (before[j - 1 - above.0] + gain, BOTH);
                }
            }
            if i == 0 && j == 0 {
                best = 0.0;
            }
            now.push(best);
            steps.push(step);
        }
        shared[from.saturating_sub(1)..to].fill(0.0);
        std::mem::swap(&mut before, &mut now);
    }
    let mut path = Vec::new();
    let (mut i, mut j) = (n, m);
    while i > 0 && j > 0 {
        match steps[starts[i] + j - bands[i].0] {
            BOTH => {
                (i, j) = (i - 1, j - 1);
                path.push((i, j));
            }
            EN => i -= 1,
            _ => j -= 1,
        }
    }
    path.reverse();
    Ok(path
        .windows(3)
        .filter(|w| {
            w[0].0 + 1 == w[1].0
                && w[0].1 + 1 == w[1].1
                && w[1].0 + 1 == w[2].0
                && w[1].1 + 1 == w[2].1
        })
        .map(|w| w[1])
        .collect())
}

/// Adds up in `shared` what an English sentence shares with the Korean ones from `from` on that end before `to`;
/// returns what a pair must exceed.
fn share(
    concepts: &Concepts,
    weights: &[f32],
    i: usize,
    from: usize,
    to: usize,
    shared: &mut [f32],
) -> f32 {
    let from = from.saturating_sub(1);
    for &concept in concepts.of_english(i) {
        let weight = weights[concept as usize];
        if weight == 0.0 {
            continue;
        }
        let places = concepts.in_korean(concept);
        let first = places.partition_point(|&j| (j as usize) < from);
        for &j in places[first..].iter().take_while(|&&j| (j as usize) < to) {
            shared[j as usize] += weight;
        }
    }
    let mut sum = 0.0;
    for (shared, size) in shared[from..to]
        .iter_mut()
        .zip(&concepts.ko_sizes[from..to])
    {
        *shared *= concepts.en_sizes[i] * size;
        sum += *shared;
    }
    BACKGROUND * sum / (to - from).max(1) as f32
}

/// For none, one, two ... English sentences how many Korean ones may stand before the path, at least and at most.
fn bands(anchors: &[(usize, usize)], n: usize, m: usize) -> Vec<(usize, usize)> {
    let mut bands = vec![(0, m); n + 1];
    let (mut en, mut ko) = (0, 0);
    for &(to_en, to_ko) in anchors.iter().chain(&[(n, m)]) {
        let (rows, columns) = (to_en - en, to_ko - ko);
        let (least, most) = (ko.saturating_sub(SLACK), (to_ko + SLACK).min(m));
        for (i, band) in bands.iter_mut().enumerate().take(to_en + 1).skip(en) {
            let (mut from, mut to) = (least, most);
            if (rows + 1) * (columns + 1) > WHOLE {
                let at = ko as f64 + columns as f64 * (i - en) as f64 / rows.max(1) as f64;
                let slope = columns as f64 / rows.max(1) as f64;
                let width = WIDTH + slope + DRIFT * (rows.max(columns) as f64).sqrt();
                from = from.max((at - width).max(0.0) as usize);
                to = to.min((at + width) as usize);
            }
            *band = (from, to);
        }
        (en, ko) = (to_en, to_ko);
    }
    // The path goes forward only, and from corner to corner.
    bands[0].0 = 0;
    bands[n].1 = m;
    for i in 1..=n {
        bands[i].0 = bands[i].0.max(bands[i - 1].0).min(bands[i - 1].1);
        bands[i].1 = bands[i].1.max(bands[i - 1].1);
    }
    bands
}
