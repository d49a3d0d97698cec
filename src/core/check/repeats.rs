//! One sentence translated in two ways.

use crate::article::{Lang, is_hangul};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words of an English sentence that is compared; shorter ones, such as answers, depend on their place.
const WORDS: usize = 4;

/// The prints of a pair, English first: what is alike but for case, spaces and marks has one print. `None` if it is too
/// short.
pub(super) fn prints(en: &str, ko: &str) -> Option<[u64; 2]> {
    let print = |text: &str| {
        let mut hasher = DefaultHasher::new();
        for letter in text.chars() {
            // Syllables of Hangul have no case.
            if is_hangul(letter) {
                letter.hash(&mut hasher);
            } else if letter.is_alphanumeric() {
                let small = letter.to_lowercase();
                small.for_each(|letter| letter.hash(&mut hasher));
            }
        }
        // 0 stands for a row that is not compared.
        hasher.finish().max(1)
    };
    (en.split_whitespace().count() >= WORDS).then(|| [print(en), print(ko)])
}

/// The print of the source and that of the translation.
pub(super) fn from_and_to([en, ko]: [u64; 2], source: Lang) -> [u64; 2] {
    match source {
        Lang::En => [en, ko],
        Lang::Ko => [ko, en],
    }
}

/// The rows that do not translate a sentence as most of the rows with it do, and one that does. `rows` are the prints of
/// source and translation.
pub(super) fn translated_otherwise(rows: &[[u64; 2]]) -> Vec<(usize, usize)> {
    let mut first: HashMap<u64, usize> = HashMap::with_capacity(rows.len());
    let mut groups: HashMap<u64, Vec<usize>> = HashMap::new();
    for (row, &[from, _]) in rows.iter().enumerate().filter(|(_, [from, _])| *from > 0) {
        match first.get(&from) {
            Some(&before) => groups.entry(from).or_insert_with(|| vec![before]).push(row),
            None => drop(first.insert(from, row)),
        }
    }
    let to = |row: &usize| rows.get(*row).map_or(0, |[_, to]| *to);
    let mut found = Vec::new();
    for group in groups.values() {
        let mut counts: HashMap<u64, usize> = HashMap::new();
        for row in group {
            *counts.entry(to(row)).or_default() += 1;
        }
        // Of equally many the first counts.
        let Some(&usual) = group.iter().rev().max_by_key(|row| counts.get(&to(row))) else {
            continue;
        };
        let others = group.iter().filter(|row| to(row) != to(&usual));
        found.extend(others.map(|&row| (row, usual)));
    }
    found
}
