//! How often words, numbers and marks are met in any text, whatever it is about.
//!
//! A short text does not tell which of its words are rare: `ferry` and `is` both stand in it once. The bands of
//! `assets/lexicon/frequency.tsv` (which the build makes tables of: `tables/frequency.rs`) were written for this project by
//! hand, in steps of about two. A Korean running word counts for the stem that [`super::korean::stem`] finds in it; verbs,
//! which have more forms than a list can hold, stand there in their dictionary forms, too.

use super::tokens::{Class, Key};
use crate::article::Lang;
use crate::packed::Rows;

/// What no band holds, per token of a text.
const RARE: f64 = 2e-5;
const MONTH_OR_WEEKDAY: f64 = 3e-4;
/// What one form of a verb has of all its occurrences.
const FORM: f64 = 0.03;

/// `key: u64 | rate: f64`
const RATE: usize = 16;

const ENGLISH: Rows<RATE> = Rows(include_bytes!(concat!(env!("OUT_DIR"), "/frequency-en")));
const KOREAN: Rows<RATE> = Rows(include_bytes!(concat!(env!("OUT_DIR"), "/frequency-ko")));
/// Korean verbs in all their forms.
const VERBS: Rows<RATE> = Rows(include_bytes!(concat!(env!("OUT_DIR"), "/frequency-verbs")));
/// Numbers and marks, which are the same in both languages.
const LITERAL: Rows<RATE> = Rows(include_bytes!(concat!(
    env!("OUT_DIR"),
    "/frequency-literal"
)));

/// The probability that a token of any text of the language is this one.
pub fn rate(key: Key, class: Class, lang: Lang) -> f64 {
    let known = match (class, lang) {
        (Class::Word, Lang::En) => of(ENGLISH, key),
        (Class::Word, Lang::Ko) => of(KOREAN, key),
        (Class::Number | Class::Mark, _) => of(LITERAL, key),
        (Class::Date, _) => Some(MONTH_OR_WEEKDAY),
        (Class::Latin | Class::Phrase, _) => None,
    };
    known.unwrap_or(RARE)
}

/// Likewise for a Korean running word that may be a form of this lemma.
pub fn rate_of_form(lemma: Key) -> f64 {
    FORM * of(VERBS, lemma).unwrap_or(0.0)
}

fn of(band: Rows<RATE>, key: Key) -> Option<f64> {
    let [row, ..] = band.get(key.bits()) else {
        return None;
    };
    row.last_chunk().map(|&rate| f64::from_le_bytes(rate))
}

#[cfg(test)]
mod tests {
    use super::super::{english, korean};
    use super::*;

    fn of(text: &str, lang: Lang) -> f64 {
        let tokens = match lang {
            Lang::En => english::tokens(text),
            Lang::Ko => korean::tokens(text),
        };
        rate(tokens[0].key, tokens[0].class, lang)
    }

    #[test]
    fn what_is_in_every_text_is_commoner_than_what_is_in_few() {
        let en = |text| of(text, Lang::En);
        assert!(
            en("the") > en("says") && en("says") > en("Windows") && en("windows") > en("ferry")
        );
        assert!(en("two") > en("12") && en("12") > en("1234") && en("?") > en("two"));
        let ko = |text| of(text, Lang::Ko);
        assert!(
            ko("것은") > ko("사람이") && ko("사람이") > ko("날씨가") && ko("날씨가") > ko("여객선")
        );
        assert_eq!(ko("두"), en("two"));
    }

    #[test]
    fn every_line_of_the_bands_is_read() {
        for line in jjak_assets::FREQUENCY.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), 3, "{line}");
            assert!(
                fields[0].parse::<f64>().is_ok() && matches!(fields[1], "en" | "ko" | "verb"),
                "{line}"
            );
        }
    }
}
