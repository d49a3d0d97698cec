//! A side that is far longer or shorter than the other asks for.

use super::{Finding, Reading};
use crate::align::{TYPICAL_RATIO, length_deviation};
use crate::article::{Lang, is_hangul};

/// Standard deviations from the usual length that are told.
const UNUSUAL: f64 = 3.0;
/// Rows that count as one more row of a typical text, so that a text of few rows has a usual length, too.
const PRIOR_ROWS: usize = 4;
/// Characters of an English row whose length tells anything.
const LONG: usize = 30;

/// Characters other than white space, without names and words in brackets that only one language adds:
/// 트럼프(Trump).
pub fn of(text: &str) -> usize {
    let mut rest = text;
    let mut characters = 0;
    let count = |text: &str| {
        text.chars()
            .filter(|letter| !letter.is_whitespace())
            .count()
    };
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, behind)) = after.split_once(')') else {
            break;
        };
        characters += count(before);
        if inside.contains(is_hangul) || !before.contains(is_hangul) {
            characters += count(inside) + 2;
        }
        rest = behind;
    }
    characters + count(rest)
}

pub fn unusual(readings: &[&Reading], source: Lang, found: &mut [Vec<Finding>]) {
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
        if en >= LONG && ko > 0 && length_deviation(en as f64, ko as f64, usual).abs() >= UNUSUAL {
            let times = (log_ratio(reading.lengths) - usual).exp();
            found.push(Finding::Length {
                lang: source.other(),
                times: match source {
                    Lang::En => times,
                    Lang::Ko => times.recip(),
                },
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_brackets_beside_its_korean_does_not_count() {
        assert_eq!(
            of("트럼프(Trump)가 집회를 열다"),
            of("트럼프가 집회를 열다")
        );
        assert_eq!(of("He (the boss) left."), 16);
        assert_eq!(of("그는 (어제 떠났다"), 8);
    }

    #[test]
    fn half_a_sentence_is_told_and_a_close_one_is_not() {
        let lengths = |en, ko| Reading {
            lengths: [en, ko],
            ..Reading::default()
        };
        let readings: Vec<Reading> = (0..12)
            .map(|row| lengths(150, 68 + row))
            .chain([lengths(200, 30), lengths(150, 60)])
            .collect();
        let all: Vec<&Reading> = readings.iter().collect();
        let mut found = vec![Vec::new(); all.len()];
        unusual(&all, Lang::En, &mut found);
        let rows: Vec<usize> = (0..all.len())
            .filter(|&row| !found[row].is_empty())
            .collect();
        assert_eq!(rows, [12]);
    }
}
