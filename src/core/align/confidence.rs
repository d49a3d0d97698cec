//! How sure to be of a bead: its posterior, put right by what came out on development data (calibration after Platt 1999).
//! Pairs, sentences alone and moved beads err in different ways.

use super::bead::Placed;

/// Posteriors of sentences alone are far too sure: a piece of a longer bead has no words that say so. Their log odds
/// count for less.
const NULL_ODDS: (f64, f64) = (0.26, 0.475);
/// What a pair loses in log odds among sentences alone, all around it, and what if it joins two sentences with two or
/// more, or four and more of a side.
const LONELY: f64 = 1.5;
const LARGE: f64 = 1.8;
/// Beads on either side that are around one.
const NEAR: usize = 4;
/// The log odds of a moved bead by what the move gains; and no more than that.
const MOVED_ODDS: (f64, f64) = (-0.6, 0.33);
const MOST_SURE_OF_MOVED: f64 = 0.97;

/// The confidence in each of `beads`, which stand in order and have these posteriors.
pub fn in_order(beads: &[Placed], posteriors: &[f64]) -> Vec<f64> {
    let all = beads.iter().zip(posteriors).enumerate();
    all.map(|(at, (bead, &posterior))| {
        let odds = log_odds(posterior);
        if bead.shape().is_null() {
            return probability(NULL_ODDS.0 + NULL_ODDS.1 * odds);
        }
        let size = bead.shape();
        let large = size.en.min(size.ko) > 1 || size.en + size.ko > 4;
        let penalty = LONELY * lonely(beads, at) + if large { LARGE } else { 0.0 };
        probability(odds - penalty)
    })
    .collect()
}

/// The confidence in a bead that was moved, by what its block gains.
pub fn moved(gain: f64) -> f64 {
    probability(MOVED_ODDS.0 + MOVED_ODDS.1 * gain).min(MOST_SURE_OF_MOVED)
}

/// The share of sentences alone among the beads around one.
fn lonely(beads: &[Placed], at: usize) -> f64 {
    let around = at.saturating_sub(NEAR)..(at + NEAR + 1).min(beads.len());
    let alone = beads[around.clone()].iter();
    let alone = alone.filter(|bead| bead.shape().is_null()).count();
    alone as f64 / (around.len() - 1).max(1) as f64
}

fn log_odds(probability: f64) -> f64 {
    let inside = probability.clamp(1e-4, 1.0 - 1e-4);
    (inside / (1.0 - inside)).ln()
}

fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beads(shapes: &[usize]) -> Vec<Placed> {
        let bead = |&shape: &usize| Placed {
            shape,
            en: 0,
            ko: 0,
        };
        shapes.iter().map(bead).collect()
    }

    #[test]
    fn a_sentence_alone_is_less_sure_than_a_pair() {
        let sure = in_order(&beads(&[0, 0, 0, 0, 1, 0, 0, 0, 0]), &[0.98; 9]);
        assert!(sure[4] < 0.9 && sure[0] > 0.95, "{sure:?}");
        let lonely = in_order(&beads(&[1, 2, 1, 0, 1, 2]), &[0.98; 6]);
        assert!(lonely[3] < 0.93, "{lonely:?}");
        assert!(in_order(&beads(&[0, 5]), &[0.98; 2])[1] < 0.9);
        assert_eq!(in_order(&beads(&[0]), &[0.5]), [0.5]);
    }

    #[test]
    fn a_move_is_surer_the_more_it_gains() {
        assert!(moved(0.5) < 0.5 && moved(6.0) > 0.7 && moved(100.0) == 0.97);
    }
}
