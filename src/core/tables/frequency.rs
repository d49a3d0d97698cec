//! The bands of `assets/lexicon/frequency.tsv` as rates by key.

use crate::evidence::tokens::{Class, Key, KeyMap};
use crate::evidence::{english, korean};
use crate::packed::Rows;

/// The rates of the bands' words in English, those in Korean, those of Korean verbs in all their forms, and those of
/// numbers and marks; laid out as `evidence::frequency` reads them.
pub fn tables(text: &str) -> [Vec<u8>; 4] {
    let bands = Bands::read(text);
    [bands.english, bands.korean, bands.verbs, bands.literal].map(|band| {
        let rates = band.into_iter().map(|(key, rate)| {
            let [key, rate] = [key.bits().to_le_bytes(), rate.to_le_bytes()];
            super::row([key, rate].as_flattened())
        });
        Rows::<16>::pack(rates.collect())
    })
}

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

/// The probability of a token by its key, for a word of either language and for literals.
struct Bands {
    english: KeyMap<f64>,
    korean: KeyMap<f64>,
    /// Korean verbs by their dictionary forms.
    verbs: KeyMap<f64>,
    /// Numbers and marks, which are the same in both languages.
    literal: KeyMap<f64>,
}

impl Bands {
    /// Reads lines of a rate per million tokens, `en`, `ko` or `verb`, and words, separated by tabs; the first is a header.
    /// A word in several lines counts by the highest.
    fn read(text: &str) -> Bands {
        let mut bands = Bands {
            english: KeyMap::default(),
            korean: KeyMap::default(),
            verbs: KeyMap::default(),
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
            if lang == "verb" {
                let words = words.split(' ').map(|word| Key::of(word.chars()));
                bands.verbs.extend(words.map(|word| (word, rate)));
                continue;
            }
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
