//! Where a text uses the terms of a glossary.

use super::english;
use super::glossary::Glossary;
use super::tokens::{Key, KeyMap};
use crate::article::Lang;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A term of a glossary with every Korean that it gives for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermEntry {
    /// The term.
    pub en: String,
    /// What it may be in Korean.
    pub ko: Vec<String>,
    /// Korean that is not to be said for it.
    pub forbidden: Vec<String>,
    /// Its words without their endings.
    words: Vec<Key>,
}

/// A Korean term with every English that a glossary gives for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KoreanEntry {
    /// The term.
    pub ko: String,
    /// Its letters, without spaces, which Korean sets as it likes.
    letters: Vec<char>,
    /// Each with its words without their endings.
    en: Vec<(String, Vec<Key>)>,
    /// English that is not to be said for it.
    forbidden: Vec<(String, Vec<Key>)>,
}

impl KoreanEntry {
    /// Whether an English text has any English of it, in whatever form.
    pub fn is_said_in(&self, text: &str) -> bool {
        let words = keys(text);
        self.en.iter().any(|(_, wanted)| stands_in(&words, wanted))
    }

    /// The English that is not to be said for it, of what an English text has.
    pub fn forbidden_in(&self, text: &str) -> Option<&str> {
        let words = keys(text);
        let mut forbidden = self.forbidden.iter();
        let found = forbidden.find(|(_, banned)| stands_in(&words, banned));
        found.map(|(en, _)| en.as_str())
    }

    /// What it may be in English.
    pub fn english(&self) -> impl Iterator<Item = &str> {
        self.en.iter().map(|(en, _)| en.as_str())
    }
}

/// The terms of a glossary by their first word, and by their first Korean letter. Verbs (`to lease`) are left out: of
/// their Korean forms only the aligner needs to know.
#[derive(Debug, Default)]
pub struct Terms {
    english: KeyMap<Vec<TermEntry>>,
    korean: HashMap<char, Vec<KoreanEntry>>,
}

impl Terms {
    /// The terms of a glossary.
    pub fn of(glossary: &Glossary) -> Terms {
        let mut by_english: BTreeMap<&str, [Vec<String>; 2]> = BTreeMap::new();
        let nouns = glossary.terms().filter(|term| !term.en.starts_with("to "));
        for term in nouns {
            let [said, forbidden] = by_english.entry(&term.en).or_default();
            match term.forbidden {
                Some(Lang::Ko) => forbidden.push(term.ko.clone()),
                Some(Lang::En) | None => said.push(term.ko.clone()),
            }
        }
        let mut terms: KeyMap<Vec<TermEntry>> = KeyMap::default();
        for (en, [ko, forbidden]) in by_english {
            let words: Vec<Key> = words(en).into_iter().map(|(key, _)| key).collect();
            if let Some(&first) = words.first() {
                let en = en.to_owned();
                terms.entry(first).or_default().push(TermEntry {
                    en,
                    ko,
                    forbidden,
                    words,
                });
            }
        }
        for entries in terms.values_mut() {
            entries.sort_by_key(|entry| Reverse(entry.words.len()));
        }
        Terms {
            english: terms,
            korean: korean(glossary),
        }
    }

    /// The terms that a Korean text uses, in order: each stands at the beginning of a word; of two that begin at the same
    /// place the longer.
    pub fn korean_in(&self, text: &str) -> Vec<&KoreanEntry> {
        if self.korean.is_empty() {
            return Vec::new();
        }
        let mut used = Vec::new();
        let mut from = 0;
        let starts = text.char_indices().scan(true, |begins, (at, letter)| {
            let is_letter = letter.is_alphanumeric();
            let begun = std::mem::replace(begins, !is_letter);
            Some((is_letter && begun).then_some(at))
        });
        for start in starts.flatten() {
            if start < from {
                continue;
            }
            let rest = &text[start..];
            let first = letters(rest).next();
            let entries = first.and_then(|first| self.korean.get(&first));
            let stands_here = |entry: &&KoreanEntry| {
                let mut here = letters(rest);
                entry
                    .letters
                    .iter()
                    .all(|&letter| here.next() == Some(letter))
            };
            if let Some(entry) = entries.and_then(|of| of.iter().find(stands_here)) {
                from = start + length_of(rest, entry.letters.len());
                used.push(entry);
            }
        }
        used
    }

    /// The terms of an English text in order, each with its bytes; of two that begin at the same word the longer.
    pub fn used_in(&self, text: &str) -> Vec<(Range<usize>, &TermEntry)> {
        if self.english.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let (mut used, mut at) = (Vec::new(), 0);
        while let Some((first, span)) = words.get(at) {
            let stands_here = |entry: &&TermEntry| {
                let here = words[at..].iter().map(|(key, _)| key);
                here.take(entry.words.len()).eq(&entry.words)
            };
            let entry = self
                .english
                .get(first)
                .and_then(|of| of.iter().find(stands_here));
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

fn keys(text: &str) -> Vec<Key> {
    words(text).into_iter().map(|(key, _)| key).collect()
}

fn stands_in(words: &[Key], wanted: &[Key]) -> bool {
    words.windows(wanted.len()).any(|here| here == wanted)
}

type English = Vec<(String, Vec<Key>)>;

fn korean(glossary: &Glossary) -> HashMap<char, Vec<KoreanEntry>> {
    let mut by_korean: BTreeMap<&str, [English; 2]> = BTreeMap::new();
    for term in glossary.terms() {
        let words = keys(&term.en);
        if words.is_empty() || term.en.starts_with("to ") {
            continue;
        }
        let [said, forbidden] = by_korean.entry(&term.ko).or_default();
        match term.forbidden {
            Some(Lang::En) => forbidden.push((term.en.clone(), words)),
            Some(Lang::Ko) | None => said.push((term.en.clone(), words)),
        }
    }
    let mut terms: HashMap<char, Vec<KoreanEntry>> = HashMap::new();
    for (ko, [en, forbidden]) in by_korean {
        let letters: Vec<char> = letters(ko).collect();
        if let Some(&first) = letters.first() {
            let ko = ko.to_owned();
            let entries = terms.entry(first).or_default();
            entries.push(KoreanEntry {
                ko,
                letters,
                en,
                forbidden,
            });
        }
    }
    for entries in terms.values_mut() {
        entries.sort_by_key(|entry| Reverse(entry.letters.len()));
    }
    terms
}

/// The letters of a text without spaces and capitals.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase)
}

/// How many bytes the first `count` letters of `text` take.
fn length_of(text: &str, count: usize) -> usize {
    let letters = text
        .char_indices()
        .filter(|(_, letter)| !letter.is_whitespace());
    letters.map(|(at, _)| at).nth(count).unwrap_or(text.len())
}

fn words(text: &str) -> Vec<(Key, Range<usize>)> {
    let tokens = english::terms(text).into_iter();
    tokens.map(|token| (token.key, token.span)).collect()
}
