//! What accepted beads teach: the words that were seen to translate each other.

use super::adapt::adapt_to_accepted;
use super::table::{Row, Table};
use super::text::{Analyses, Sentence, Units};
use super::watch::Watch;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Key, KeyMap};
use crate::progress::Cancelled;

/// Pairs of words less likely than this are not kept.
const LEAST: f64 = 0.01;

/// Translation probabilities by word, for texts whose words are numbered otherwise.
#[derive(Default)]
pub struct Memory {
    /// By Korean word, the English ones with `P(ko | en)`.
    ko_given_en: KeyMap<Vec<(Key, f64)>>,
    /// By English word, the Korean ones with `P(en | ko)`.
    en_given_ko: KeyMap<Vec<(Key, f64)>>,
}

impl Memory {
    /// Learns from texts that translate each other.
    pub fn of(
        accepted: &[(String, String)],
        lexicon: &Lexicon,
        watch: &Watch,
    ) -> Result<Memory, Cancelled> {
        if accepted.is_empty() {
            return Ok(Memory::default());
        }
        let mut analyses = Analyses::default();
        let (mut english, mut korean) = (Vec::new(), Vec::new());
        for (en, ko) in accepted {
            watch.check()?;
            english.push(Sentence::english(en, lexicon));
            korean.push(Sentence::korean(ko));
            analyses.add(&korean[korean.len() - 1], lexicon);
        }
        let (english, korean): (Vec<&Sentence>, Vec<&Sentence>) =
            (english.iter().collect(), korean.iter().collect());
        let (en, ko) = (Units::english(&english), Units::korean(&korean, &analyses));
        let table = Table::of(&en, &ko, &korean, &analyses, lexicon, &Memory::default());
        let learned = adapt_to_accepted(&table, &en, &ko, watch)?;
        Ok(Memory {
            ko_given_en: by_word(&learned.ko_given_en, &ko, &en),
            en_given_ko: by_word(&learned.en_given_ko, &en, &ko),
        })
    }

    /// The English words that a Korean one translated, with `P(ko | en)`.
    pub fn english_of(&self, korean: Key) -> &[(Key, f64)] {
        self.ko_given_en.get(&korean).map_or(&[], Vec::as_slice)
    }

    /// The Korean words that translated an English one, with `P(en | ko)`.
    pub fn korean_of(&self, english: Key) -> &[(Key, f64)] {
        self.en_given_ko.get(&english).map_or(&[], Vec::as_slice)
    }
}

fn by_word(rows: &[Row], units: &Units, given: &Units) -> KeyMap<Vec<(Key, f64)>> {
    units
        .units
        .iter()
        .zip(rows)
        .map(|(unit, row)| {
            let likely = row.iter().filter(|&&(_, probability)| probability >= LEAST);
            let words = likely.map(|&(at, probability)| (given.units[at].key, probability));
            (unit.key, words.collect())
        })
        .collect()
}
