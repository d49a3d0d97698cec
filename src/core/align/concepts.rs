//! What sentences of both sides speak of, so that far too many pairs of them can be compared cheaply.

use super::cancellation::CancellationToken;
use super::solve::Sentences;
use crate::evidence::tokens::{Class, Key, KeyMap};
use crate::progress::Cancelled;

/// Lemmas, numbers and Latin words of both sides, numbered.
pub(super) struct Concepts {
    /// How many English sentences speak of each.
    counts: Vec<u32>,
    /// Which Korean sentences do.
    korean: Vec<Vec<u32>>,
    english: Vec<Vec<u32>>,
    /// One over the root of the sentences' lengths: what a shared concept tells in a long sentence.
    pub en_sizes: Vec<f32>,
    pub ko_sizes: Vec<f32>,
}

impl Concepts {
    pub(super) fn of(
        sentences: &Sentences,
        cancellation: &CancellationToken,
    ) -> Result<Concepts, Cancelled> {
        let mut numbers: KeyMap<u32> = KeyMap::default();
        let mut korean: Vec<Vec<u32>> = Vec::new();
        let mut keys: Vec<Key> = Vec::new();
        for (j, sentence) in sentences.ko.iter().enumerate() {
            if j % 64 == 0 {
                cancellation.check()?;
            }
            for token in &sentence.tokens {
                match token.class {
                    Class::Word => keys.extend(
                        sentences
                            .analyses
                            .of(token.surface)
                            .iter()
                            .map(|&(lemma, _)| lemma),
                    ),
                    Class::Mark => {}
                    _ => keys.push(token.key),
                }
            }
            keys.sort_unstable();
            keys.dedup();
            for key in keys.drain(..) {
                let number = *numbers.entry(key).or_insert_with(|| {
                    korean.push(Vec::new());
                    korean.len() as u32 - 1
                });
                korean[number as usize].push(j as u32);
            }
        }
        let mut counts = vec![0_u32; korean.len()];
        let mut english = Vec::with_capacity(sentences.en.len());
        for (i, sentence) in sentences.en.iter().enumerate() {
            if i % 64 == 0 {
                cancellation.check()?;
            }
            let mut concepts: Vec<u32> = Vec::new();
            for token in sentence
                .tokens
                .iter()
                .filter(|token| token.class != Class::Mark)
            {
                concepts.extend(numbers.get(&token.key));
                let entries = sentences.lexicon.entries(token.key);
                concepts.extend(
                    entries
                        .into_iter()
                        .flatten()
                        .flat_map(|entry| entry.lemmas())
                        .filter_map(|lemma| numbers.get(&lemma)),
                );
            }
            concepts.sort_unstable();
            concepts.dedup();
            concepts
                .iter()
                .for_each(|&concept| counts[concept as usize] += 1);
            english.push(concepts);
        }
        let size = |tokens: usize| (tokens as f32 + 2.0).sqrt().recip();
        Ok(Concepts {
            counts,
            korean,
            english,
            en_sizes: sentences.en.iter().map(|s| size(s.tokens.len())).collect(),
            ko_sizes: sentences.ko.iter().map(|s| size(s.tokens.len())).collect(),
        })
    }

    /// The concepts of an English sentence that a Korean one has as well.
    pub(super) fn of_english(&self, i: usize) -> &[u32] {
        &self.english[i]
    }

    /// The Korean sentences that speak of a concept, in order.
    pub(super) fn in_korean(&self, concept: u32) -> &[u32] {
        &self.korean[concept as usize]
    }

    /// What sharing a concept is worth: much for a rare one. 0 where more than `common` sentences of a side speak of it.
    pub(super) fn weights(&self, common: f64) -> Vec<f32> {
        let (n, m) = (self.en_sizes.len() as f64, self.ko_sizes.len() as f64);
        self.counts
            .iter()
            .zip(&self.korean)
            .map(|(&en, ko)| {
                let (en, ko) = (f64::from(en), ko.len() as f64);
                if en == 0.0 || en > common || ko > common {
                    0.0
                } else {
                    ((1.0 + n / en).ln() * (1.0 + m / ko).ln()) as f32
                }
            })
            .collect()
    }
}
