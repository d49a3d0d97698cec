//! How well two lengths fit: the log of a ratio, after Gale and Church (1993), against a wider background.

/// Spread of the log ratio whatever the length.
const SPREAD: f64 = 0.15;
/// Spread that shrinks with the length.
const SHORT_SPREAD: f64 = 1.2;
const BACKGROUND: f64 = 1.0;
/// Worse than this no misfit counts.
const FLOOR: f64 = -12.0;
/// What speaks against more than this is at the floor whatever the logarithm adds, which is at most half that of
/// `BACKGROUND` and `SPREAD` against `SPREAD`, squared: 1.9.
const MOST_AGAINST: f64 = 14.0;

/// The length of some sentences together, in characters other than white space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    log: f64,
    inverse_root: f64,
}

impl Length {
    pub(super) fn of(characters: &[f64]) -> Length {
        let sum: f64 = characters.iter().sum();
        Length {
            log: (sum + 3.0).ln(),
            inverse_root: sum.max(1.0).sqrt().recip(),
        }
    }
}

/// Korean characters for an English one where nothing is left out, and how much of the first guess that makes up: the
/// whole texts mislead where one side lacks a part or carries a page's boilerplate.
pub const TYPICAL: f64 = 0.47;
const TYPICAL_SHARE: f64 = 0.8;

/// The log of Korean to English before any bead is known.
pub(super) fn expected_ratio(en: &[f64], ko: &[f64]) -> f64 {
    let whole = (ko.iter().sum::<f64>() / en.iter().sum::<f64>()).ln();
    (1.0 - TYPICAL_SHARE) * whole + TYPICAL_SHARE * TYPICAL.ln()
}

/// How far the log of a ratio is from the usual one, and the variance of that.
fn misfit(en: Length, ko: Length, ratio: f64) -> (f64, f64) {
    let short = SHORT_SPREAD * SHORT_SPREAD * en.inverse_root * ko.inverse_root;
    (ko.log - en.log - ratio, SPREAD * SPREAD + short)
}

/// By how many standard deviations the Korean is longer than usual for such an English (shorter, below 0); lengths in
/// characters other than white space. `ratio` is the log of Korean to English that is usual.
pub fn length_deviation(en: f64, ko: f64, ratio: f64) -> f64 {
    let (misfit, variance) = misfit(Length::of(&[en]), Length::of(&[ko]), ratio);
    misfit / variance.sqrt()
}

/// `ratio` is the log of Korean to English in what is translated.
pub(super) fn length_score(en: Length, ko: Length, ratio: f64) -> f64 {
    let (misfit, variance) = misfit(en, ko, ratio);
    let background = BACKGROUND * BACKGROUND + variance;
    let against = misfit * misfit / 2.0 * (1.0 / variance - 1.0 / background);
    if against > MOST_AGAINST {
        return FLOOR;
    }
    (-against - 0.5 * (variance / background).ln()).max(FLOOR)
}
