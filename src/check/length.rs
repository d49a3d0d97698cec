//! A side that is far longer or shorter than the other asks for.

use super::{Finding, Reading};
use crate::align::{TYPICAL_RATIO, length_deviation};

/// Standard deviations from the usual length that are told.
const UNUSUAL: f64 = 3.0;
/// Rows that count as one more row of a typical text, so that a text of few rows has a usual length, too.
const PRIOR_ROWS: usize = 4;
/// Characters of an English row that tells what is usual.
const LONG: usize = 30;

pub fn unusual(readings: &[&Reading], found: &mut [Vec<Finding>]) {
    let log_ratio = |[en, ko]: [usize; 2]| (ko as f64 / en as f64).ln();
    let mut ratios: Vec<f64> = readings
        .iter()
        .filter(|reading| reading.lengths[0] >= LONG && reading.lengths[1] > 0)
        .map(|reading| log_ratio(reading.lengths))
        .collect();
    ratios.extend([TYPICAL_RATIO.ln(); PRIOR_ROWS]);
    // The middle one, which single odd rows do not move.
    let middle = ratios.len() / 2;
    let (_, usual, _) = ratios.select_nth_unstable_by(middle, f64::total_cmp);
    let usual = *usual;
    for (reading, found) in readings.iter().zip(found) {
        let [en, ko] = reading.lengths;
        if en > 0 && ko > 0 && length_deviation(en as f64, ko as f64, usual).abs() >= UNUSUAL {
            found.push(Finding::Length {
                times: (log_ratio(reading.lengths) - usual).exp(),
            });
        }
    }
}
