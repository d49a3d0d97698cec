//! How sure to be of a bead: its posterior, put right by what came out on development data (calibration after Platt 1999).
//! Pairs, sentences alone and moved beads err in different ways.

use super::bead::Placed;
use super::support::ENOUGH;

/// Posteriors of sentences alone are far too sure: a piece of a longer bead has no words that say so. Their log odds
/// count for less, the less the shorter the text, and beside another sentence alone they may be a pair, or pieces of one.
const NULL_ODDS: (f64, f64) = (-1.0, 0.5);
const NULL_TEXT: f64 = 0.42;
const NULL_BESIDE: f64 = 0.9;
/// The log odds of a pair count for a little less, too.
const PAIR_ODDS: f64 = 0.95;
/// What a pair loses in log odds among sentences alone, all around it; if it joins two sentences with one; if two
/// with two or more, or four and more of a side.
const LONELY: f64 = 2.1;
const JOINED: f64 = 0.6;
const LARGE: f64 = 1.3;
/// What it loses for each log of support that the text lacks, which then may have nothing to do with the other one.
const UNSUPPORTED: f64 = 1.0;
/// And for each log of evidence by which another sentence outdoes it, but for the first.
const OUTDONE: f64 = 0.3;
const BARELY_OUTDONE: f64 = 1.0;
/// Beads on either side that are around one.
const NEAR: usize = 4;
/// The log odds of a moved bead by what the move gains; and no more than that.
const MOVED_ODDS: (f64, f64) = (-0.6, 0.33);
const MOST_SURE_OF_MOVED: f64 = 0.94;

/// The confidence in each of `beads`, which stand in order, have these posteriors and are outdone by so much, in a text that
/// has this support.
pub(super) fn in_order(
    beads: &[Placed],
    posteriors: &[f64],
    outdone: &[f64],
    support: f64,
) -> Vec<f64> {
    let text = beads.len() as f64;
    let unsupported = UNSUPPORTED * (ENOUGH - support).max(0.0);
    let all = beads.iter().zip(posteriors).zip(outdone).enumerate();
    all.map(|(at, ((bead, &posterior), &outdone))| {
        let odds = log_odds(posterior);
        let size = bead.shape();
        if size.is_null() {
            let text = NULL_TEXT * text.ln();
            return probability(
                NULL_ODDS.0 + NULL_ODDS.1 * odds + text - NULL_BESIDE * beside(beads, at),
            );
        }
        let shape = match size.en + size.ko {
            2 => 0.0,
            sentences if sentences > 4 || size.en.min(size.ko) > 1 => LARGE,
            _ => JOINED,
        };
        let outdone = OUTDONE * (outdone - BARELY_OUTDONE).max(0.0);
        probability(PAIR_ODDS * odds - LONELY * lonely(beads, at) - shape - outdone - unsupported)
    })
    .collect()
}

/// The confidence in a bead that was moved, by what its block gains.
pub(super) fn moved(gain: f64) -> f64 {
    probability(MOVED_ODDS.0 + MOVED_ODDS.1 * gain).min(MOST_SURE_OF_MOVED)
}

/// The share of sentences alone among the beads around one.
fn lonely(beads: &[Placed], at: usize) -> f64 {
    let around = at.saturating_sub(NEAR)..(at + NEAR + 1).min(beads.len());
    let alone = beads[around.clone()].iter();
    let alone = alone.filter(|bead| bead.shape().is_null()).count();
    alone as f64 / (around.len() - 1).max(1) as f64
}

/// How many of the two beads beside one are sentences alone.
fn beside(beads: &[Placed], at: usize) -> f64 {
    let before = at.checked_sub(1).and_then(|before| beads.get(before));
    let both = before.into_iter().chain(beads.get(at + 1));
    both.filter(|bead| bead.shape().is_null()).count() as f64
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

    fn sure(shapes: &[usize], posterior: f64) -> Vec<f64> {
        in_order(
            &beads(shapes),
            &vec![posterior; shapes.len()],
            &vec![0.0; shapes.len()],
            ENOUGH,
        )
    }

    #[test]
    fn a_sentence_alone_is_less_sure_than_a_pair() {
        let all = sure(&[0, 0, 0, 0, 1, 0, 0, 0, 0], 0.98);
        assert!(all[4] < 0.9 && all[0] > 0.93, "{all:?}");
        let lonely = sure(&[1, 2, 1, 0, 1, 2], 0.98);
        assert!(lonely[3] < 0.93, "{lonely:?}");
        let joined = sure(&[0, 5], 0.98);
        assert!(joined[1] + 0.04 < joined[0], "{joined:?}");
        let unsupported = in_order(&beads(&[0, 5]), &[0.98; 2], &[0.0; 2], ENOUGH - 1.0);
        assert!(unsupported[1] < 0.9, "{unsupported:?}");
        let facing = sure(&[0, 0, 1, 2, 0, 0], 0.99);
        let single = sure(&[0, 0, 1, 0, 0, 0], 0.99);
        assert!(facing[2] < single[2], "{facing:?} {single:?}");
    }

    #[test]
    fn a_pair_is_less_sure_where_little_supports_the_text() {
        let sure = |support| in_order(&beads(&[0]), &[0.95], &[0.0], support)[0];
        assert!(sure(ENOUGH) > 0.9 && sure(3.0) < 0.6 && sure(0.0) < 0.1);
        assert_eq!(sure(ENOUGH), sure(2.0 * ENOUGH));
    }

    #[test]
    fn a_pair_that_another_sentence_outdoes_is_less_sure() {
        let sure = |outdone| in_order(&beads(&[0]), &[0.98], &[outdone], ENOUGH)[0];
        assert_eq!(sure(-20.0), sure(1.0));
        assert!(sure(3.0) < sure(1.0) && sure(15.0) < 0.5);
    }

    #[test]
    fn a_move_is_surer_the_more_it_gains() {
        assert!(moved(0.5) < 0.5 && moved(6.0) > 0.7 && moved(100.0) == 0.94);
    }
}
