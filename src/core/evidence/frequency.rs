//! How often words, numbers and marks are met in any text, whatever it is about.
//!
//! A short text does not tell which of its words are rare: `ferry` and `is` both stand in it once. The bands of
//! `assets/lexicon/frequency.tsv` were written for this project by hand, in steps of about two. A Korean running word
//! counts for the stem that [`super::korean::stem`] finds in it.

use super::tokens::{Class, Key, KeyMap};
use super::{english, korean};
use crate::article::Lang;
use std::sync::LazyLock;

/// What no band holds, per token of a text.
const RARE: f64 = 2e-5;
const MONTH_OR_WEEKDAY: f64 = 3e-4;
/// A sentence has a mark once at most, and marks come in bunches: in dialogue every sentence has quotation marks, in a
/// list of questions a question mark. So these are rates where they are met at all.
const MARKS: [(char, f64); 7] = [
    ('?', 0.036),
    ('!', 0.024),
    ('"', 0.06),
    ('(', 0.036),
    ('%', 0.018),
    ('/', 0.003),
    (':', 0.018),
];

struct Bands {
    english: KeyMap<f64>,
    korean: KeyMap<f64>,
    /// Numbers and marks, which are the same in both languages.
    literal: KeyMap<f64>,
}

/// The probability that a token of any text of the language is this one.
pub fn rate(key: Key, class: Class, lang: Lang) -> f64 {
    static BANDS: LazyLock<Bands> = LazyLock::new(|| Bands::read(jjak_assets::FREQUENCY));
    let bands = &*BANDS;
    let known = match (class, lang) {
        (Class::Word, Lang::En) => bands.english.get(&key),
        (Class::Word, Lang::Ko) => bands.korean.get(&key),
        (Class::Number | Class::Mark, _) => bands.literal.get(&key),
        (Class::Date, _) => Some(&MONTH_OR_WEEKDAY),
        (Class::Latin | Class::Phrase, _) => None,
    };
    known.copied().unwrap_or(RARE)
}

impl Bands {
    /// Reads lines of a rate per million tokens, a language and its words, separated by tabs; the first is a header. A
    /// word in several lines counts by the highest.
    fn read(text: &str) -> Bands {
        let mut bands = Bands {
            english: KeyMap::default(),
            korean: KeyMap::default(),
            literal: literal(),
        };
        for line in text.lines().skip(1) {
            let mut fields = line.split('\t');
            let (Some(rate), Some(lang), Some(words)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let rate = rate.parse::<f64>().unwrap_or(0.0) / 1e6;
            let (tokens, band) = if lang == "en" {
                (english::terms(words), &mut bands.english)
            } else {
                (korean::tokens(words), &mut bands.korean)
            };
            for token in tokens.iter().filter(|token| token.class == Class::Word) {
                let known = band.entry(token.key).or_default();
                *known = known.max(rate);
            }
        }
        bands
    }
}

/// Numbers by value, the smaller and the rounder the commoner, and marks by name.
fn literal() -> KeyMap<f64> {
    const SMALL: [f64; 10] = [
        6e-3, 4e-3, 3e-3, 1.5e-3, 1.5e-3, 8e-4, 8e-4, 8e-4, 8e-4, 1.2e-3,
    ];
    const ROUND: [f64; 12] = [
        40.0, 60.0, 70.0, 80.0, 90.0, 200.0, 500.0, 1e3, 1e4, 1e5, 1e6, 1e8,
    ];
    const COMMON: [f64; 6] = [0.5, 15.0, 20.0, 30.0, 50.0, 100.0];
    let days = (11..=31).map(|day| (f64::from(day), 3e-4));
    let others = (32..=100).map(|number| (f64::from(number), 1e-4));
    let years = (1900..=2050).map(|year| (f64::from(year), 1e-4));
    let small = (1..=10).map(f64::from).zip(SMALL);
    let numbers = days
        .chain(others)
        .chain(years)
        .chain(ROUND.map(|number| (number, 2e-4)))
        .chain(COMMON.map(|number| (number, 5e-4)))
        .chain(small)
        .map(|(number, rate)| (Key::number(number), rate));
    let marks = MARKS.map(|(mark, rate)| (Key::of(['#', mark]), rate));
    numbers.chain(marks).collect()
}

#[cfg(test)]
mod tests {
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
                fields[0].parse::<f64>().is_ok() && matches!(fields[1], "en" | "ko"),
                "{line}"
            );
        }
    }
}
