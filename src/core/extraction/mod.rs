//! Bilingual term extraction: English word groups and the Korean they are said in, by how often both stand in the same
//! pairs.
//!
//! Word groups are found by the words that no term begins or ends with (`english`) and by particles (`korean`); which
//! belong together is told by the log-likelihood ratio ([`association`], Dunning 1993) and, where few pairs have them, by
//! the words of the lexicon in both. Pairs are read twice: [`Counts`] first, then [`Links`] of the groups that are there
//! often enough. Groups are counted within bounds: of the rare ones some are forgotten where a corpus has millions (lossy
//! counting, Manku and Motwani 2002).

pub mod association;
mod english;
mod korean;
mod links;

pub use links::Links;

use std::collections::HashMap;

/// Groups of a side that are counted at once; beyond that the rarest are forgotten.
const MOST_GROUPS: usize = 3_000_000;
/// Longest text that is looked at, in bytes: terms stand in sentences.
const MOST_BYTES: usize = 4_000;

/// A term and how it is said in Korean.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The English, as it is written most often.
    pub en: String,
    /// The Korean, likewise.
    pub ko: String,
    /// A person, place, firm or the like.
    pub is_name: bool,
    /// Pairs that have both.
    pub together: usize,
    /// Pairs with the English.
    pub en_pairs: usize,
    /// Pairs with the Korean.
    pub ko_pairs: usize,
    /// The log-likelihood ratio.
    pub score: f64,
    /// 0 to 1: the lower end of what share of the pairs with the one have the other, by what the lexicon says.
    pub confidence: f64,
    /// A pair that has both, by its number from 0 in the order of reading.
    pub example: usize,
    /// Other Korean that the English is said in where it is not said so, and in how many pairs.
    pub others: Vec<(String, usize)>,
}

/// How often each group stands in how many pairs.
#[derive(Debug, Default)]
pub struct Counts {
    pairs: usize,
    en: HashMap<u64, u32>,
    ko: HashMap<u64, u32>,
    /// What was forgotten may have been there so often.
    forgotten: u32,
}

impl Counts {
    /// Takes up a pair.
    pub fn add(&mut self, en: &str, ko: &str) {
        self.pairs += 1;
        let (mut english, mut korean): (Vec<u64>, Vec<u64>) = (
            english::groups(head(en))
                .iter()
                .map(|group| group.key)
                .collect(),
            korean::groups(head(ko))
                .iter()
                .map(|group| group.key)
                .collect(),
        );
        for (keys, counts) in [(&mut english, &mut self.en), (&mut korean, &mut self.ko)] {
            keys.sort_unstable();
            keys.dedup();
            for &key in keys.iter() {
                *counts.entry(key).or_default() += 1;
            }
            if counts.len() > MOST_GROUPS {
                self.forgotten += 1;
                let rare = self.forgotten;
                counts.retain(|_, count| *count > rare);
            }
        }
    }

    /// The groups that stand in at least `least` pairs, to be linked.
    pub fn often(mut self, least: usize) -> Links {
        let is_often = |_: &u64, count: &mut u32| *count as usize >= least.max(2);
        self.en.retain(is_often);
        self.ko.retain(is_often);
        Links::of(self)
    }
}

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST_BYTES)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::lexicon::Lexicon;

    #[test]
    fn a_term_is_found_with_its_korean_and_names_are_told_apart() {
        let pairs = [
            (
                "The Bank of Norland held the base rate.",
                "노르란트 은행은 기준금리를 유지했다.",
            ),
            (
                "A higher base rate hurts builders.",
                "기준금리가 높으면 건설업자가 힘들다.",
            ),
            (
                "Salt pans dried up near Bramwick.",
                "브램윅 근처의 염전이 말랐다.",
            ),
            (
                "The salt pans of Bramwick are old.",
                "브램윅의 염전은 오래되었다.",
            ),
            (
                "Nobody walked to the shore.",
                "아무도 바닷가로 걸어가지 않았다.",
            ),
            (
                "It rained on the base rate hearing.",
                "기준금리 청문회 날 비가 왔다.",
            ),
        ];
        let mut counts = Counts::default();
        pairs.iter().for_each(|(en, ko)| counts.add(en, ko));
        let mut links = counts.often(2);
        for (en, ko) in pairs {
            links.add(en, ko, Lexicon::shipped());
        }
        let found = links.candidates();
        let of = |en: &str| found.iter().find(|candidate| candidate.en == en);
        let rate = of("base rate").unwrap();
        assert_eq!(
            (&*rate.ko, rate.together, rate.is_name),
            ("기준금리", 3, false)
        );
        let town = of("Bramwick").unwrap();
        assert_eq!((&*town.ko, town.example, town.is_name), ("브램윅", 2, true));
        // Two pairs are too few for what the lexicon does not know.
        assert_eq!(of("salt pans"), None);
    }
}
