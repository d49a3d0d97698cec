//! How much of two documents the aligner pairs.

use super::document::MatchingDocument;
use crate::align::{Known, align_on};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Key, KeyMap};
use crate::progress::{Cancelled, Progress};

/// Letters beyond which a sentence weighs no more, and what the shortest one weighs beside them.
const LONG: usize = 400;
const SHORT: usize = 10;

/// What every sentence of a side weighs: longer ones more, those that stand in many documents less.
pub(super) fn weights(documents: &[MatchingDocument]) -> Vec<Vec<f32>> {
    let key = |sentence: &String| Key::of(sentence.chars());
    let mut holders: KeyMap<u32> = KeyMap::default();
    for document in documents {
        let mut keys: Vec<Key> = document.sentences.iter().map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *holders.entry(key).or_default() += 1;
        }
    }
    let weight = |sentence: &String| {
        let length = sentence.chars().count().min(LONG) + SHORT;
        let holders = holders.get(&key(sentence)).copied().unwrap_or(1);
        (length as f32).sqrt() / holders as f32
    };
    documents
        .iter()
        .map(|document| document.sentences.iter().map(weight).collect())
        .collect()
}

/// What the aligner says of a pair of documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Share {
    /// Of the weight of each side, how much is paired, by confidence: 0 to 1.
    pub en: f64,
    pub ko: f64,
    /// How sure each sentence is paired; 0 without a counterpart.
    pub paired_en: Vec<f32>,
    pub paired_ko: Vec<f32>,
}

impl Share {
    pub(super) fn of(
        [en, ko]: [&MatchingDocument; 2],
        [weights_en, weights_ko]: [&[f32]; 2],
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Result<Share, Cancelled> {
        let known = Known {
            lexicon,
            ..Known::default()
        };
        let links = align_on(1, &en.texts(), &ko.texts(), known, progress)?;
        let mut share = Share {
            paired_en: vec![0.0; en.sentences.len()],
            paired_ko: vec![0.0; ko.sentences.len()],
            ..Share::default()
        };
        for link in links
            .iter()
            .filter(|link| !link.en.is_empty() && !link.ko.is_empty())
        {
            for (positions, paired) in [
                (&link.en, &mut share.paired_en),
                (&link.ko, &mut share.paired_ko),
            ] {
                for &at in positions {
                    if let Some(paired) = paired.get_mut(at) {
                        *paired = link.confidence;
                    }
                }
            }
        }
        share.en = weighted(&share.paired_en, weights_en);
        share.ko = weighted(&share.paired_ko, weights_ko);
        Ok(share)
    }

    /// One figure for both sides, their harmonic mean.
    pub(super) fn both(&self) -> f64 {
        if self.en + self.ko > 0.0 {
            2.0 * self.en * self.ko / (self.en + self.ko)
        } else {
            0.0
        }
    }
}

/// The mean of `values` by `weights`.
pub(super) fn weighted(values: &[f32], weights: &[f32]) -> f64 {
    let all: f64 = weights.iter().map(|&weight| f64::from(weight)).sum();
    let sum: f64 = values
        .iter()
        .zip(weights)
        .map(|(&value, &weight)| f64::from(value) * f64::from(weight))
        .sum();
    if all > 0.0 { sum / all } else { 0.0 }
}
