//! How well two lengths fit: the log of a ratio, after Gale and Church (1993), against a wider background.

/// Spread of the log ratio whatever the length.
const SPREAD: f64 = 0.15;
/// Spread that shrinks with the length.
const SHORT_SPREAD: f64 = 1.1;
const BACKGROUND: f64 = 1.0;
/// Worse than this no misfit counts.
const FLOOR: f64 = -12.0;

/// The length of some sentences together, in characters other than white space.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    log: f64,
    inverse_root: f64,
}

impl Length {
    pub fn of(characters: &[f64]) -> Length {
        let sum: f64 = characters.iter().sum();
        Length {
            log: (sum + 3.0).ln(),
            inverse_root: sum.max(1.0).sqrt().recip(),
        }
    }
}

/// `ratio` is the log of Korean to English in the whole text.
pub fn length_score(en: Length, ko: Length, ratio: f64) -> f64 {
    let misfit = ko.log - en.log - ratio;
    let short = SHORT_SPREAD * SHORT_SPREAD * en.inverse_root * ko.inverse_root;
    let variance = SPREAD * SPREAD + short;
    let background = BACKGROUND * BACKGROUND + variance;
    let against = misfit * misfit / 2.0 * (1.0 / variance - 1.0 / background);
    (-against - 0.5 * (variance / background).ln()).max(FLOOR)
}
