//! A side that is far longer or shorter than the other asks for.

use crate::align::{TYPICAL_RATIO, length_deviation};
use crate::article::is_hangul;

/// Standard deviations from the usual length that are told.
const UNUSUAL: f64 = 3.0;
/// Rows that count as one more row of a typical text, so that a text of few rows has a usual length, too.
const PRIOR_ROWS: usize = 4;
/// Characters of an English row whose length tells anything.
const LONG: u32 = 30;

/// Characters other than white space, without names and words in brackets that only one language adds:
/// 트럼프(Trump).
pub(super) fn of(text: &str) -> usize {
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

/// The rows of another length than usual, and how many times the Korean is as long as it should be. `lengths` are those
/// of both sides of each row, by [`of`].
pub(super) fn unusual(lengths: &[[u32; 2]]) -> Vec<(usize, f64)> {
    let log_ratio = |[en, ko]: [u32; 2]| (f64::from(ko) / f64::from(en)).ln();
    let tells = |[en, ko]: [u32; 2]| en >= LONG && ko > 0;
    let all = lengths.iter().copied();
    let mut ratios: Vec<f64> = all.filter(|&row| tells(row)).map(log_ratio).collect();
    ratios.extend([TYPICAL_RATIO.ln(); PRIOR_ROWS]);
    // The middle one, which single odd rows do not move.
    let middle = ratios.len() / 2;
    let (_, usual, _) = ratios.select_nth_unstable_by(middle, f64::total_cmp);
    let usual = *usual;
    let is_odd = |[en, ko]: [u32; 2]| {
        let deviation = length_deviation(f64::from(en), f64::from(ko), usual);
        tells([en, ko]) && deviation.abs() >= UNUSUAL
    };
    let rows = lengths.iter().copied().enumerate();
    rows.filter(|&(_, row)| is_odd(row))
        .map(|(at, row)| (at, (log_ratio(row) - usual).exp()))
        .collect()
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
        let lengths: Vec<[u32; 2]> = (0..12)
            .map(|row| [150, 68 + row])
            .chain([[200, 30], [150, 60]])
            .collect();
        let rows: Vec<usize> = unusual(&lengths).iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [12]);
    }
}
