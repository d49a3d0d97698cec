//! One sentence translated in two ways.

use super::{Finding, Reading};
use crate::article::Lang;
use crate::bitext::Bitext;
use std::collections::HashMap;

/// Words of an English sentence that is compared; shorter ones, such as answers, depend on their place.
const WORDS: usize = 4;

/// A pair as it is compared: letters and digits alone, the English in small letters. `None` if it is too short.
pub fn key(en: &str, ko: &str) -> Option<(String, String)> {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    (en.split_whitespace().count() >= WORDS).then(|| (letters(en), letters(ko)))
}

/// The text of the source and that of the translation.
pub fn from_and_to((en, ko): &(String, String), source: Lang) -> [&str; 2] {
    match source {
        Lang::En => [en, ko],
        Lang::Ko => [ko, en],
    }
}

/// Tells the rows that do not translate a sentence as most of the rows with it do.
pub fn translated_otherwise(
    bitext: &Bitext,
    source: Lang,
    readings: &[&Reading],
    found: &mut [Vec<Finding>],
) {
    let mut rows: HashMap<&str, Vec<(usize, &str)>> = HashMap::new();
    for (row, reading) in readings.iter().enumerate() {
        if let Some(texts) = &reading.repeat {
            let [from, to] = from_and_to(texts, source);
            rows.entry(from).or_default().push((row, to));
        }
    }
    for rows in rows.values().filter(|rows| rows.len() > 1) {
        let count = |ko: &str| rows.iter().filter(|(_, other)| *other == ko).count();
        // Of equally many the first counts.
        let Some(&(usual_row, usual)) = rows.iter().rev().max_by_key(|(_, ko)| count(ko)) else {
            continue;
        };
        for &(row, ko) in rows {
            if ko != usual {
                let elsewhere: Vec<_> = bitext.texts(usual_row, source.other()).collect();
                found[row].push(Finding::Repeat {
                    lang: source,
                    elsewhere: elsewhere.join(" "),
                });
            }
        }
    }
}
