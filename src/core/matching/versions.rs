//! Texts of one side that are nearly the same: versions of one text, by the word 4-grams they share (Broder 1997).

use super::document::MatchingDocument;
use super::features::Features;
use crate::evidence::tokens::{Key, KeyMap};

/// Words of a shingle.
const SHINGLE: usize = 4;
/// Shared of the smaller and of the larger text.
const OF_SMALLER: f64 = 0.5;
const OF_LARGER: f64 = 0.3;
/// How alike titles must be.
const TITLES: f64 = 0.75;
/// How alike words of titles are that may stand for each other.
const WORDS: f64 = 0.6;
/// A shingle in more texts than this is a phrase of the house.
const COMMON: usize = 20;
/// Titles beyond this many letters are compared up to here.
const LONGEST_TITLE: usize = 200;

/// Documents of one side in groups of versions.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions {
    group: Vec<usize>,
}

/// Those of both sides.
pub(super) struct Groups {
    pub en: Versions,
    pub ko: Versions,
}

impl Versions {
    pub(super) fn of(documents: &[MatchingDocument], features: &[Features]) -> Versions {
        let shingles: Vec<Vec<Key>> = documents.iter().map(shingles).collect();
        let mut holders: KeyMap<Vec<u32>> = KeyMap::default();
        for (document, keys) in shingles.iter().enumerate() {
            for &key in keys {
                holders.entry(key).or_default().push(document as u32);
            }
        }
        let mut shared: std::collections::BTreeMap<(u32, u32), usize> = Default::default();
        for list in holders
            .into_values()
            .filter(|list| (2..=COMMON).contains(&list.len()))
        {
            for (at, &a) in list.iter().enumerate() {
                for &b in list.iter().skip(at + 1) {
                    *shared.entry((a, b)).or_default() += 1;
                }
            }
        }
        let mut versions = Versions {
            group: (0..documents.len()).collect(),
        };
        for ((a, b), count) in shared {
            let (a, b) = (a as usize, b as usize);
            let size = |at: usize| shingles.get(at).map_or(0, Vec::len) as f64;
            let (small, large) = (size(a).min(size(b)), size(a).max(size(b)));
            let is_close = count as f64 >= OF_SMALLER * small && count as f64 >= OF_LARGER * large;
            let (Some(one), Some(two)) = (documents.get(a), documents.get(b)) else {
                continue;
            };
            let title = |at: usize| features.get(at).map(|features| &features.title);
            let are_alike = || {
                let (one, two) = (one.title(), two.title());
                alike(one, two) >= TITLES && !names_another(one, two)
            };
            if is_close && title(a) == title(b) && are_alike() {
                versions.join(a, b);
            }
        }
        versions
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.group_of(a), self.group_of(b));
        let (first, last) = (a.min(b), a.max(b));
        self.group
            .iter_mut()
            .filter(|group| **group == last)
            .for_each(|group| *group = first);
    }

    pub(super) fn group_of(&self, document: usize) -> usize {
        self.group.get(document).copied().unwrap_or(document)
    }

    /// Whether two documents are one, in some version.
    pub(super) fn are_one(&self, a: usize, b: usize) -> bool {
        a == b || self.group_of(a) == self.group_of(b)
    }
}

/// The shingles of a text, each once, in order of their keys.
fn shingles(document: &MatchingDocument) -> Vec<Key> {
    let words: Vec<Key> = document
        .sentences
        .iter()
        .flat_map(|sentence| sentence.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| Key::of(word.chars().flat_map(char::to_lowercase)))
        .collect();
    let joined = |words: &[Key]| {
        words
            .iter()
            .fold(Key::default(), |key, &word| key.joined(word))
    };
    let mut shingles: Vec<Key> = words.windows(SHINGLE).map(joined).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// Whether each of two titles has a word that is nothing like any of the other's: `get notes` and `get values` are pages
/// of one kind, not versions of one page.
fn names_another(a: &str, b: &str) -> bool {
    fn words(title: &str) -> Vec<&str> {
        let words = title.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).collect()
    }
    let (a, b) = (words(a), words(b));
    let has_own = |own: &[&str], other: &[&str]| {
        own.iter()
            .any(|word| other.iter().all(|other| alike(word, other) < WORDS))
    };
    has_own(&a, &b) && has_own(&b, &a)
}

/// How alike two titles are, 0 to 1: twice the letters in common, in order, of all.
fn alike(a: &str, b: &str) -> f64 {
    let letters = |text: &str| -> Vec<char> {
        let letters = text.chars().flat_map(char::to_lowercase);
        letters.take(LONGEST_TITLE).collect()
    };
    let (a, b) = (letters(a), letters(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let mut row = vec![0_usize; b.len() + 1];
    for x in &a {
        let mut diagonal = 0;
        let mut left = 0;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let above = *cell;
            *cell = if x == y {
                diagonal + 1
            } else {
                above.max(left)
            };
            (diagonal, left) = (above, *cell);
        }
    }
    let common = row.last().copied().unwrap_or_default();
    2.0 * common as f64 / (a.len() + b.len()) as f64
}
