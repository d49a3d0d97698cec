//! Entries and word forms as they are gathered from the lines of a lexicon or from a glossary.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use crate::evidence::conjugation::conjugate;
use crate::evidence::english;
use crate::evidence::korean::stem;
use crate::evidence::tokens::{Class, Key, KeyMap, Token};
use std::borrow::Cow;

/// English entries of more words are left out of the shipped lexicon; a glossary may hold longer terms.
pub const LONGEST_PHRASE: usize = 4;

/// One English word or phrase and one of its Korean alternatives.
#[derive(Clone, Debug)]
pub struct Gathered<'a> {
    pub english: Key,
    /// Hash of the whole alternative.
    phrase: Key,
    /// The alternative, its words apart.
    pub korean: Cow<'a, str>,
    /// English headwords that share this alternative.
    pub heads: u32,
    /// Part of speech `p`: a name.
    pub name: bool,
}

/// What running words begin with if they are a form of `lemma`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    pub prefix: Key,
    pub lemma: Key,
    pub verb: bool,
}

/// Entries by the English and forms by their prefixes once [`Lists::sorted`]; in no order before.
#[derive(Debug, Default)]
pub struct Lists<'a> {
    pub entries: Vec<Gathered<'a>>,
    pub forms: Vec<Form>,
}

impl<'a> Lists<'a> {
    /// Reads lines of English, part of speech and Korean alternatives (`a|b`), separated by tabs.
    /// The first line is a header; lines of another form are passed over.
    #[allow(dead_code, reason = "the build script's")]
    pub fn read(text: &'a str) -> Lists<'a> {
        let mut lists = Lists::default();
        for line in text.lines().skip(1) {
            let mut fields = line.split('\t');
            let (Some(head), Some(class), Some(alternatives), None) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let english = english::terms(head);
            if english.len() <= LONGEST_PHRASE {
                for korean in alternatives.split('|').map(str::trim) {
                    lists.add(&english, class, Cow::Borrowed(korean));
                }
            }
        }
        lists.sorted()
    }

    /// Adds one alternative of an English word or phrase.
    pub fn add(&mut self, english: &[Token], class: &str, korean: Cow<'a, str>) {
        let english = match english {
            [word] if word.class == Class::Word => word.key,
            [_, _, ..] => phrase_key(english),
            _ => return,
        };
        let Some((last, others)) = split_last_word(&korean) else {
            return;
        };
        for word in others.split_whitespace() {
            let word: Vec<char> = word.chars().collect();
            self.add_form(stem(&word), &word, false);
        }
        let word: Vec<char> = last.chars().collect();
        if matches!(class, "v" | "a" | "x") && word.len() > 1 && word.ends_with(&['다']) {
            let found = conjugate(&word);
            for noun in &found.nouns {
                self.add_form(noun, &word, false);
            }
            for verb in &found.verbs {
                self.add_form(verb, &word, true);
            }
        } else {
            self.add_form(&word, &word, false);
        }
        self.entries.push(Gathered {
            english,
            phrase: Key::of(korean.chars()),
            korean,
            heads: 0,
            name: class == "p",
        });
    }

    fn add_form(&mut self, prefix: &[char], lemma: &[char], verb: bool) {
        self.forms.push(Form {
            prefix: Key::of(prefix.iter().copied()),
            lemma: Key::of(lemma.iter().copied()),
            verb,
        });
    }

    /// In order, each entry and each form once; of two that differ in their class alone the first one added.
    pub fn sorted(mut self) -> Lists<'a> {
        let entries = &mut self.entries;
        entries.sort_by_key(|entry| (entry.english, entry.phrase));
        entries.dedup_by_key(|entry| (entry.english, entry.phrase));
        let mut heads: KeyMap<u32> = KeyMap::default();
        for entry in entries.iter() {
            *heads.entry(entry.phrase).or_default() += 1;
        }
        for entry in entries {
            entry.heads = heads.get(&entry.phrase).copied().unwrap_or(1);
        }
        self.forms.sort();
        self.forms.dedup();
        self
    }
}

pub fn phrase_key(tokens: &[Token]) -> Key {
    tokens
        .iter()
        .fold(Key::of([' ']), |key, token| key.joined(token.key))
}

fn split_last_word(text: &str) -> Option<(&str, &str)> {
    match text.rsplit_once(' ') {
        Some((others, last)) => Some((last, others)),
        None if text.is_empty() => None,
        None => Some((text, "")),
    }
}
