//! How well two lengths fit: the log of a ratio, after Gale and Church (1993), against a wider background.

/// Spread of the log ratio whatever the length.
const SPREAD: f64 = 0.15;
/// Spread that shrinks with the length.
const SHORT_SPREAD: f64 = 1.2;
const BACKGROUND: f64 = 1.0;
/// Worse than this no misfit counts.
const FLOOR: f64 = -12.0;

/// Lengths are counted in characters other than white space; `ratio` is the log of Korean to English in the whole text.
pub fn length_score(en: f64, ko: f64, ratio: f64) -> f64 {
    let misfit = ((ko + 3.0) / (en + 3.0)).ln() - ratio;
    let variance = SPREAD * SPREAD + SHORT_SPREAD * SHORT_SPREAD / (en * ko.max(1.0)).sqrt();
    let background = BACKGROUND * BACKGROUND + variance;
    let squared = misfit * misfit;
    (-squared / (2.0 * variance) + squared / (2.0 * background)
        - 0.5 * (variance / background).ln())
    .max(FLOOR)
}
