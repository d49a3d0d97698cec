//! Learns a lexicon from beads that a person has accepted, as Model 1 does (Brown et al. 1993).

use super::adapt::adapt_to_accepted;
use super::cancellation::CancellationToken;
use super::learned::LearnedLexicon;
use super::table::{Row, Table};
use super::text::{Analyses, Sentence, Units};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Key, KeyMap};
use crate::progress::{Cancelled, Progress};

/// Pairs of words less likely than this are not kept.
const LEAST: f64 = 0.01;
/// Of other texts only words that translate each other both ways at least so likely: what stands beside them by chance
/// there would mislead here.
const LEAST_ELSEWHERE: f64 = 0.1;

impl LearnedLexicon {
    /// Learns names and other words that `lexicon` does not know from texts that translate each other, English first, to
    /// align other texts with. The same texts in the same order teach the same.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn of(
        accepted: &[(String, String)],
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Result<LearnedLexicon, Cancelled> {
        let cancellation = CancellationToken::new(progress);
        let lessons = Lessons::of(accepted, lexicon, &cancellation)?;
        let probability = |row: &Row, of: usize| {
            let found = row.iter().find(|(unit, _)| *unit == of);
            found.map_or(0.0, |(_, probability)| *probability)
        };
        let Lessons {
            en, ko, known_en, ..
        } = &lessons;
        Ok(lessons.lexicon(|e, k| {
            let (english, korean) = (&en.units[e], &ko.units[k]);
            let is_name = english.class == Class::Word && !known_en[e] && !english.function;
            let both_ways = probability(&lessons.ko_given_en[k], e)
                .min(probability(&lessons.en_given_ko[e], k));
            is_name && !korean.function && both_ways >= LEAST_ELSEWHERE
        }))
    }
}

/// All words of texts that translate each other, English and Korean, to align the rest of the same text with.
///
/// # Errors
/// [`Cancelled`] when nobody waits for it any more.
pub(super) fn learn(
    accepted: &[(String, String)],
    lexicon: &Lexicon,
    cancellation: &CancellationToken,
) -> Result<LearnedLexicon, Cancelled> {
    Ok(Lessons::of(accepted, lexicon, cancellation)?.lexicon(|_, _| true))
}

/// What texts teach, by the number of each word.
struct Lessons {
    en: Units,
    ko: Units,
    ko_given_en: Vec<Row>,
    en_given_ko: Vec<Row>,
    /// Which English words the lexicon knew before.
    known_en: Vec<bool>,
}

impl Lessons {
    fn of(
        accepted: &[(String, String)],
        lexicon: &Lexicon,
        cancellation: &CancellationToken,
    ) -> Result<Lessons, Cancelled> {
        let mut analyses = Analyses::default();
        let (mut english, mut korean) = (Vec::new(), Vec::new());
        for (en, ko) in accepted {
            cancellation.check()?;
            english.push(Sentence::english(en, lexicon));
            let sentence = Sentence::korean(ko);
            analyses.add(&sentence, lexicon);
            korean.push(sentence);
        }
        let (english, korean): (Vec<&Sentence>, Vec<&Sentence>) =
            (english.iter().collect(), korean.iter().collect());
        let (en, ko) = (Units::english(&english), Units::korean(&korean, &analyses));
        let before = Table::of(&en, &ko, &korean, &analyses, lexicon, &[]);
        let learned = adapt_to_accepted(&before, &en, &ko, cancellation)?;
        Ok(Lessons {
            en,
            ko,
            ko_given_en: learned.ko_given_en,
            en_given_ko: learned.en_given_ko,
            known_en: before.known_en,
        })
    }

    /// The pairs of an English and a Korean word that `keeps` says.
    fn lexicon(&self, keeps: impl Fn(usize, usize) -> bool) -> LearnedLexicon {
        LearnedLexicon {
            ko_given_en: by_word(&self.ko_given_en, &self.ko, &self.en, |k, e| keeps(e, k)),
            en_given_ko: by_word(&self.en_given_ko, &self.en, &self.ko, &keeps),
        }
    }
}

fn by_word(
    rows: &[Row],
    units: &Units,
    given: &Units,
    keeps: impl Fn(usize, usize) -> bool,
) -> KeyMap<Vec<(Key, f64)>> {
    let rows = units.units.iter().zip(rows).enumerate();
    rows.map(|(number, (unit, row))| {
        let likely = row
            .iter()
            .filter(|&&(at, probability)| probability >= LEAST && keeps(number, at));
        let words = likely.map(|&(at, probability)| (given.units[at].key, probability));
        (unit.key, words.collect::<Vec<_>>())
    })
    .filter(|(_, words)| !words.is_empty())
    .collect()
}
