//! What a model from outside thinks of pairs of sentences: one more signal beside words and lengths.

use crate::evidence::tokens::{Key, KeyMap};
use std::ops::Range;

/// A position in the English list, one in the Korean list, and how similar the sentences are: from 0, surely no
/// translation, over .5, which says nothing, to 1.
pub type Opinion = (usize, usize, f32);

/// What the surest opinion is worth, in logs: about as much as two words of the lexicon that match.
const WEIGHT: f32 = 6.0;

/// The opinions about some sentences of both sides, in their own numbers.
#[derive(Default)]
pub(super) struct Opinions(KeyMap<f32>);

impl Opinions {
    /// Those on sentences of `en` and `ko`, numbered by their place there. Of several about a pair the last counts.
    pub(super) fn among(opinions: &[Opinion], en: &[usize], ko: &[usize]) -> Opinions {
        if opinions.is_empty() {
            return Opinions::default();
        }
        let numbers = |side: &[usize]| -> KeyMap<usize> {
            let places = side.iter().enumerate();
            places
                .map(|(at, &number)| (Key::pair(number, 0), at))
                .collect()
        };
        let (en, ko) = (numbers(en), numbers(ko));
        let own = opinions.iter().filter_map(|&(i, j, similarity)| {
            let (i, j) = (en.get(&Key::pair(i, 0))?, ko.get(&Key::pair(j, 0))?);
            Some((Key::pair(*i, *j), similarity.clamp(0.0, 1.0)))
        });
        Opinions(own.collect())
    }

    /// What they say of a bead: the best opinion on each sentence, the mean of each side, and the mean of both. 0 where
    /// there is none.
    pub(super) fn of(&self, en: Range<usize>, ko: Range<usize>) -> f32 {
        if self.0.is_empty() {
            return 0.0;
        }
        let on = |i: usize, j: usize| self.0.get(&Key::pair(i, j)).copied();
        let english = mean(en.clone().map(|i| best(ko.clone().map(|j| on(i, j)))));
        let korean = mean(ko.clone().map(|j| best(en.clone().map(|i| on(i, j)))));
        english
            .zip(korean)
            .map_or(0.0, |(english, korean)| WEIGHT * (english + korean - 1.0))
    }
}

fn best(opinions: impl Iterator<Item = Option<f32>>) -> Option<f32> {
    opinions.flatten().reduce(f32::max)
}

fn mean(opinions: impl Iterator<Item = Option<f32>>) -> Option<f32> {
    let (mut sum, mut count) = (0.0, 0.0);
    for opinion in opinions.flatten() {
        sum += opinion;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bead_is_worth_what_its_sentences_find_in_it() {
        let opinions = Opinions::among(&[(7, 3, 0.9), (7, 4, 0.1), (8, 4, 0.5)], &[7, 8], &[3, 4]);
        assert!((opinions.of(0..1, 0..1) - 0.8 * WEIGHT).abs() < 1e-4);
        assert!(opinions.of(0..1, 0..2) < opinions.of(0..1, 0..1));
        assert!(opinions.of(0..1, 1..2) < 0.0);
        assert_eq!(opinions.of(1..2, 1..2), 0.0);
        assert_eq!(opinions.of(1..2, 0..1), 0.0, "no opinion");
    }
}
