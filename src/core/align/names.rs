//! Names that no lexicon holds, found by how they sound.

use super::table::{Row, Table, keep_best};
use super::text::{Sentence, Units};
use crate::evidence::Sounds;
use crate::evidence::korean::stem;
use crate::evidence::tokens::{Class, Key, KeyMap, KeySet, Letters};

/// What a name is worth in the table that sounds quite the same in the other language, and how alike it must be to be
/// worth anything.
const SAME: f64 = 0.2;
const LEAST: f32 = 0.7;
/// Names that are looked at, and Korean words.
const MOST: (usize, usize) = (300, 3_000);

/// Adds to the table the English words that the lexicon does not know and that begin with a capital, with all Korean words
/// that sound like them.
pub(super) fn add(
    table: &mut Table,
    en: &Units,
    ko: &Units,
    english: &[&Sentence],
    korean: &[&Sentence],
) {
    let mut names: KeyMap<(usize, Sounds)> = KeyMap::default();
    for (key, word) in words(english) {
        let unit = en.numbers[&key];
        let is_name = !table.known_en[unit] && word.starts_with(char::is_uppercase);
        if is_name && word.len() > 2 && names.len() < MOST.0 {
            names
                .entry(key)
                .or_insert_with(|| (unit, Sounds::of_name(word)));
        }
    }
    if names.is_empty() {
        return;
    }
    let mut seen = KeySet::default();
    for (key, word) in words(korean) {
        if seen.len() >= MOST.1 || !seen.insert(key) {
            continue;
        }
        let letters = Letters::of(word);
        let (k, stem) = (ko.numbers[&key], stem(&letters));
        // Of the words that the lexicon knows only long ones may be names all the same.
        if stem.len() < if table.known_ko[k] { 3 } else { 2 } {
            continue;
        }
        let sounds = Sounds::of_hangul(stem);
        for (e, name) in names.values() {
            let likeness = name.likeness(&sounds);
            if likeness > LEAST {
                let worth = SAME * f64::from((likeness - LEAST) / (1.0 - LEAST));
                put(&mut table.ko_given_en[k], *e, worth);
                put(&mut table.en_given_ko[*e], k, worth);
            }
        }
    }
}

fn words<'a>(sentences: &[&'a Sentence]) -> impl Iterator<Item = (Key, &'a str)> {
    sentences.iter().flat_map(|sentence| {
        let words = sentence.tokens.iter();
        let words = words.filter(|token| token.class == Class::Word);
        words.map(|token| (token.key, &sentence.text[token.span.clone()]))
    })
}

fn put(row: &mut Row, unit: usize, probability: f64) {
    row.push((unit, probability));
    keep_best(row);
}
