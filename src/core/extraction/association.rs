//! How far from chance it is that two words stand in the same pairs.

/// The log-likelihood ratio of a two-by-two table of pairs (Dunning 1993, "Accurate methods for the statistics of surprise
/// and coincidence"): `together` of `all` pairs have both words, `en` the one, `ko` the other. 0 where they are apart more
/// often than chance has it.
pub fn log_likelihood(together: usize, en: usize, ko: usize, all: usize) -> f64 {
    let [both, en, ko, all] = [together, en, ko, all].map(|count| count as f64);
    if both * all <= en * ko {
        return 0.0;
    }
    let cells = [
        (both, en, ko),
        (en - both, en, all - ko),
        (ko - both, all - en, ko),
        (all - en - ko + both, all - en, all - ko),
    ];
    let term = |(count, row, column): (f64, f64, f64)| {
        if count > 0.0 {
            count * (count * all / (row * column)).ln()
        } else {
            0.0
        }
    };
    2.0 * cells.into_iter().map(term).sum::<f64>()
}

/// The share of the pairs with either word that have both (Dice 1945).
pub fn dice(together: usize, en: usize, ko: usize) -> f64 {
    2.0 * together as f64 / (en + ko).max(1) as f64
}

/// The lower end of an interval of a share that was seen in `some` of `all` cases (Wilson 1927), nine times in ten below
/// the true one.
pub fn at_least(some: f64, all: f64) -> f64 {
    const Z: f64 = 1.2816;
    if all <= 0.0 {
        return 0.0;
    }
    let share = (some / all).min(1.0);
    let middle = share + Z * Z / (2.0 * all);
    let width = Z * (share * (1.0 - share) / all + Z * Z / (4.0 * all * all)).sqrt();
    ((middle - width) / (1.0 + Z * Z / all)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_together_more_often_than_by_chance_is_told_by_how_much() {
        assert_eq!(log_likelihood(1, 10, 10, 100), 0.0);
        let (few, many) = (log_likelihood(2, 2, 2, 100), log_likelihood(8, 8, 8, 100));
        assert!(few > 10.0 && many > few, "{few} {many}");
        // Dunning's own example, the first of his table of bigrams: 110 together, 2442 and 111 apart, 29114 neither.
        assert!((log_likelihood(110, 2552, 221, 31777) - 270.7).abs() < 1.0);
    }

    #[test]
    fn a_share_of_few_cases_is_less_sure() {
        assert!(at_least(2.0, 2.0) < at_least(20.0, 20.0));
        assert!(at_least(1.0, 2.0) < at_least(2.0, 2.0));
        assert_eq!(at_least(0.0, 0.0), 0.0);
    }
}
