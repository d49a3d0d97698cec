//! What a person may have meant by a name that nothing has.

/// Letters that may differ in a name of that many.
const LETTERS_A_SLIP: usize = 3;

/// The one of `known` that is like `name` or begins so, if one is.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    let most = length.div_ceil(LETTERS_A_SLIP);
    let slips = |known: &str| {
        if length > 1 && known.starts_with(name) {
            1
        } else {
            slips(name, known)
        }
    };
    let like = known.map(|known| (slips(known), known));
    let like = like.filter(|(slips, known)| *slips <= most && *slips < known.chars().count());
    like.min_by_key(|(slips, _)| *slips).map(|(_, known)| known)
}

/// How many letters were left out, put in, taken for another or for their neighbour: the optimal string alignment
/// distance (Damerau 1964).
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut previous = None;
    for (row, letter) in a.chars().enumerate() {
        let mut next = Vec::with_capacity(last.len());
        next.push(row + 1);
        for (at, &other) in b.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let changed = cell(&last, at) + usize::from(letter != other);
            let mut best = changed
                .min(cell(&last, at + 1) + 1)
                .min(cell(&next, at) + 1);
            let swapped = previous == Some(other) && at > 0 && b.get(at - 1) == Some(&letter);
            if swapped && let Some(at) = at.checked_sub(1) {
                best = best.min(cell(&before, at) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut last, next);
        previous = Some(letter);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        assert_eq!(slips("", "abc"), 3);
        assert_eq!(slips("align", "align"), 0);
        assert_eq!(slips("allign", "align"), 1);
        assert_eq!(slips("aling", "align"), 1);
        assert_eq!(slips("pairs", "spare"), 3);
    }

    #[test]
    fn a_name_is_offered_only_when_it_is_like() {
        let known = || ["align", "batch", "segment"].into_iter();
        assert_eq!(nearest("allign", known()), Some("align"));
        assert_eq!(nearest("segmnet", known()), Some("segment"));
        assert_eq!(nearest("seg", known()), Some("segment"));
        assert_eq!(nearest("export", known()), None);
        assert_eq!(nearest("x", ["a"].into_iter()), None);
    }
}
