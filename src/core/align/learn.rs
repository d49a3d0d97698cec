//! Learns a lexicon from beads that a person has accepted, as Model 1 does (Brown et al. 1993).

use super::adapt::adapt_to_accepted;
use super::cancellation::CancellationToken;
use super::learned::LearnedLexicon;
use super::table::{Row, Table};
use super::text::{Analyses, Sentence, Units};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Key, KeyMap};
use crate::progress::Cancelled;

/// Pairs of words less likely than this are not kept.
const LEAST: f64 = 0.01;

/// The words of texts that translate each other, English and Korean.
///
/// # Errors
/// [`Cancelled`] when nobody waits for it any more.
pub fn learn(
    accepted: &[(String, String)],
    lexicon: &Lexicon,
    cancellation: &CancellationToken,
) -> Result<LearnedLexicon, Cancelled> {
    if accepted.is_empty() {
        return Ok(LearnedLexicon::default());
    }
    let mut analyses = Analyses::default();
    let (mut english, mut korean) = (Vec::new(), Vec::new());
    for (en, ko) in accepted {
        cancellation.check()?;
        english.push(Sentence::english(en, lexicon));
        korean.push(Sentence::korean(ko));
        analyses.add(&korean[korean.len() - 1], lexicon);
    }
    let (english, korean): (Vec<&Sentence>, Vec<&Sentence>) =
        (english.iter().collect(), korean.iter().collect());
    let (en, ko) = (Units::english(&english), Units::korean(&korean, &analyses));
    let table = Table::of(
        &en,
        &ko,
        &korean,
        &analyses,
        lexicon,
        &LearnedLexicon::default(),
    );
    let learned = adapt_to_accepted(&table, &en, &ko, cancellation)?;
    Ok(LearnedLexicon {
        ko_given_en: by_word(&learned.ko_given_en, &ko, &en),
        en_given_ko: by_word(&learned.en_given_ko, &en, &ko),
    })
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
