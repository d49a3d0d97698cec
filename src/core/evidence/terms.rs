//! Where an English text uses the terms of a glossary.

use super::english;
use super::glossary::Glossary;
use super::tokens::{Key, KeyMap};
use std::collections::BTreeMap;
use std::ops::Range;

/// A term of a glossary with every Korean that it gives for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub en: String,
    pub ko: Vec<String>,
    /// Its words without their endings.
    words: Vec<Key>,
}

/// The terms of a glossary by their first word. Verbs (`to lease`) are left out: of their Korean forms only the aligner
/// needs to know.
#[derive(Debug, Default)]
pub struct Terms(KeyMap<Vec<Entry>>);

impl Terms {
    pub fn of(glossary: &Glossary) -> Terms {
        let mut by_english: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let nouns = glossary.terms().filter(|term| !term.en.starts_with("to "));
        for term in nouns {
            by_english
                .entry(&term.en)
                .or_default()
                .push(term.ko.clone());
        }
        let mut terms: KeyMap<Vec<Entry>> = KeyMap::default();
        for (en, ko) in by_english {
            let words: Vec<Key> = words(en).into_iter().map(|(key, _)| key).collect();
            if let Some(&first) = words.first() {
                let en = en.to_owned();
                terms
                    .entry(first)
                    .or_default()
                    .push(Entry { en, ko, words });
            }
        }
        for entries in terms.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
        }
        Terms(terms)
    }

    /// The terms of an English text in order, each with its bytes; of two that begin at the same word the longer.
    pub fn used_in(&self, text: &str) -> Vec<(Range<usize>, &Entry)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let (mut used, mut at) = (Vec::new(), 0);
        while let Some((first, span)) = words.get(at) {
            let stands_here = |entry: &&Entry| {
                let here = words[at..].iter().map(|(key, _)| key);
                here.take(entry.words.len()).eq(&entry.words)
            };
            let entry = self.0.get(first).and_then(|of| of.iter().find(stands_here));
            at += match entry {
                Some(entry) => {
                    let last = &words[at + entry.words.len() - 1].1;
                    used.push((span.start..last.end, entry));
                    entry.words.len()
                }
                None => 1,
            };
        }
        used
    }
}

fn words(text: &str) -> Vec<(Key, Range<usize>)> {
    let tokens = english::terms(text).into_iter();
    tokens.map(|token| (token.key, token.span)).collect()
}
