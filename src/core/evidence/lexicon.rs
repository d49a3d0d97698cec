//! The project's own English-Korean lexicon, and how it finds itself in running text.
//!
//! The file holds dictionary forms; the build makes tables of it (`shipped`), which are read where they lie. English is
//! looked up by stem; a Korean running word by what it begins with (`conjugation`), or, for a noun within a longer
//! compound, by what it holds. A user's glossary lies on top.

mod gathered;
mod shipped;

use super::english;
use super::glossary::Glossary;
use super::korean::{is_hangul, is_particle, is_suffix};
use super::terms::Terms;
use super::tokens::{Class, Key, Letters, Token, is_latin};
use crate::packed::Rows;
use gathered::{Form, Gathered, LONGEST_PHRASE, Lists, phrase_key};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Words beyond this many syllables are looked at up to here.
const LONGEST_WORD: usize = 48;
const LONGEST_PREFIX: usize = 9;
const LONGEST_INNER: usize = 7;

/// One of the Korean alternatives of an English word or phrase.
#[derive(Clone, Copy, Debug)]
pub struct LexiconEntry<'a> {
    /// The alternative, its words apart.
    korean: &'a str,
    /// English headwords that share this alternative, in the same list.
    pub heads: u32,
    /// Part of speech `p`: a name.
    pub name: bool,
}

impl<'a> LexiconEntry<'a> {
    /// The alternative, its words apart.
    pub fn korean(self) -> &'a str {
        self.korean
    }

    /// The Korean words, each as [`Lexicon::analyse`] names it.
    pub fn lemmas(self) -> impl Iterator<Item = Key> + use<'a> {
        self.korean
            .split_whitespace()
            .map(|word| Key::of(word.chars()))
    }
}

impl LexiconEntry<'static> {
    fn shipped(row: &[u8; shipped::ENTRY]) -> LexiconEntry<'static> {
        let row = shipped::Row::read(row);
        let start = row.start as usize;
        let korean = jjak_assets::LEXICON.get(start..start + usize::from(row.length));
        LexiconEntry {
            korean: korean.unwrap_or_default(),
            heads: u32::from(row.heads),
            name: row.name,
        }
    }
}

/// The alternatives of an English word or phrase in one list.
#[derive(Clone, Debug, Default)]
pub struct Entries<'a> {
    shipped: &'static [[u8; shipped::ENTRY]],
    own: &'a [Gathered<'static>],
}

impl<'a> Iterator for Entries<'a> {
    type Item = LexiconEntry<'a>;

    fn next(&mut self) -> Option<LexiconEntry<'a>> {
        if let Some((row, rest)) = self.shipped.split_first() {
            self.shipped = rest;
            return Some(LexiconEntry::shipped(row));
        }
        let (entry, rest) = self.own.split_first()?;
        self.own = rest;
        Some(LexiconEntry {
            korean: &entry.korean,
            heads: entry.heads,
            name: entry.name,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let length = self.shipped.len() + self.own.len();
        (length, Some(length))
    }
}

impl ExactSizeIterator for Entries<'_> {}

const SHIPPED_ENTRIES: Rows<{ shipped::ENTRY }> =
    Rows(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon-entries")));
const SHIPPED_FORMS: Rows<{ shipped::FORM }> =
    Rows(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon-forms")));

/// The lexicon that ships with the program and what a user's glossary says.
#[derive(Debug)]
pub struct Lexicon {
    /// Of the glossary.
    own: Lists<'static>,
    longest_phrase: usize,
    /// The terms of the glossary.
    terms: Terms,
}

impl Default for Lexicon {
    /// The shipped lexicon, without a glossary.
    fn default() -> Lexicon {
        Lexicon::with_glossary(&Glossary::default())
    }
}

impl Lexicon {
    /// The lexicon that ships with the program.
    pub fn shipped() -> &'static Lexicon {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
        &SHIPPED
    }

    /// The shipped lexicon with a user's glossary on top. What the glossary says of a word counts in full beside
    /// what the lexicon says.
    pub fn with_glossary(glossary: &Glossary) -> Lexicon {
        let mut lists = Lists::default();
        for term in glossary.terms() {
            let english = english::terms(&term.en);
            let verb = term.en.starts_with("to ");
            let english = &english[usize::from(verb && english.len() > 1)..];
            let class = if verb { "v" } else { "n" };
            lists.add(english, class, Cow::Owned(words(&term.ko)));
        }
        let longest = glossary
            .terms()
            .map(|term| english::terms(&term.en).len())
            .max();
        Lexicon {
            own: lists.sorted(),
            longest_phrase: longest.unwrap_or(0).max(LONGEST_PHRASE),
            terms: Terms::of(glossary),
        }
    }

    /// The terms of the user's glossary.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The Korean alternatives of an English word or phrase: those of the shipped lexicon, then those of a glossary.
    pub fn entries(&self, english: Key) -> [Entries<'_>; 2] {
        let shipped = Entries {
            shipped: SHIPPED_ENTRIES.get(english.bits()),
            own: &[],
        };
        let own = Entries {
            shipped: &[],
            own: equal(&self.own.entries, english, |entry| entry.english),
        };
        [shipped, own]
    }

    /// Whether it holds an English word or phrase.
    pub fn knows(&self, english: Key) -> bool {
        self.entries(english).iter().any(|list| list.len() > 0)
    }

    /// Whether it holds an English word or phrase as a name and as nothing else.
    pub fn is_name(&self, english: Key) -> bool {
        let mut entries = self.entries(english).into_iter().flatten().peekable();
        entries.peek().is_some() && entries.all(|entry| entry.name)
    }

    /// What running words that begin so may be forms of.
    fn forms(&self, prefix: Key) -> impl Iterator<Item = Form> {
        let shipped = SHIPPED_FORMS.get(prefix.bits()).iter();
        let own = equal(&self.own.forms, prefix, |form| form.prefix);
        shipped.map(shipped::read_form).chain(own.iter().copied())
    }

    /// Adds a token for every phrase of the lexicon that the tokens hold; its parts stay.
    pub fn add_phrases(&self, tokens: &mut Vec<Token>) {
        for start in 0..tokens.len() {
            for length in 2..=self.longest_phrase.min(tokens.len() - start) {
                let parts = &tokens[start..start + length];
                if parts[length - 1].class == Class::Mark {
                    break;
                }
                let key = phrase_key(parts);
                if self.knows(key) {
                    let span = parts[0].span.start..parts[length - 1].span.end;
                    tokens.push(Token::new(key, Class::Phrase, span));
                }
            }
        }
    }

    /// The lemmas that a Korean running word may hold, each with how well it fits (0 to 1), in a fixed order.
    pub fn analyse(&self, word: &[char]) -> Vec<(Key, f32)> {
        let word = &word[..word.len().min(LONGEST_WORD)];
        let mut found: Vec<(Key, f32)> = Vec::new();
        let mut prefix = Key::default();
        for (at, &letter) in word.iter().take(LONGEST_PREFIX).enumerate() {
            prefix = prefix.with(letter);
            let rest = &word[at + 1..];
            let mut forms = self.forms(prefix).peekable();
            if forms.peek().is_none() {
                continue;
            }
            let verb = verb_fit(at + 1, rest);
            let noun = noun_fit(at + 1, rest);
            found.extend(forms.map(|form| (form.lemma, if form.verb { verb } else { noun })));
        }
        for start in 2..word.len().saturating_sub(1) {
            let mut inner = Key::default();
            for (at, &letter) in word[start..].iter().take(LONGEST_INNER).enumerate() {
                inner = inner.with(letter);
                if at > 0 {
                    let nouns = self.forms(inner).filter(|form| !form.verb);
                    found.extend(nouns.map(|form| (form.lemma, 0.6)));
                }
            }
        }
        found.retain(|&(_, fit)| fit > 0.0);
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        found.dedup_by_key(|&mut (lemma, _)| lemma);
        found
    }
}

/// The values of one key in a list that is in the order of the keys.
fn equal<T>(sorted: &[T], key: Key, of: fn(&T) -> Key) -> &[T] {
    let start = sorted.partition_point(|value| of(value) < key);
    let rest = sorted.get(start..).unwrap_or_default();
    let length = rest.iter().take_while(|value| of(value) == key).count();
    rest.get(..length).unwrap_or_default()
}

/// The Korean words of a term, as they will be found in a sentence: without brackets and signs.
fn words(term: &str) -> String {
    let letters = Letters::of(term);
    let words = letters.split(|&letter| !is_hangul(letter) && !is_latin(letter));
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(|word| word.iter().collect())
        .collect();
    words.join(" ")
}

/// Syllables that an ending after a verb stem begins with.
const BEGIN_ENDING: &str =
    "다고는은을었았여였어아지게기던니며면자도러려네시습세셨신실십만거겠길든듯줄구요음읍인으";

fn verb_fit(length: usize, rest: &[char]) -> f32 {
    match rest.first() {
        None => 1.0,
        Some(&next) if BEGIN_ENDING.contains(next) => 1.0,
        Some(_) if length >= 2 => 0.5,
        Some(_) => 0.0,
    }
}

fn noun_fit(length: usize, rest: &[char]) -> f32 {
    if length == 1 {
        if rest.is_empty() || is_particle(rest) {
            0.8
        } else {
            0.0
        }
    } else if rest.is_empty() || is_suffix(rest) || is_particle(rest) {
        1.0
    } else {
        0.7
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_what_the_file_says() {
        let lists = Lists::read(jjak_assets::LEXICON);
        let lexicon = Lexicon::shipped();
        for of_word in lists.entries.chunk_by(|a, b| a.english == b.english) {
            let said = of_word.iter();
            let said = said.map(|entry| (entry.korean.as_ref(), entry.heads, entry.name));
            let [built, own] = lexicon.entries(of_word[0].english);
            let built = built.map(|entry| (entry.korean, entry.heads, entry.name));
            assert_eq!(built.collect::<Vec<_>>(), said.collect::<Vec<_>>());
            assert_eq!(own.len(), 0);
        }
        for forms in lists.forms.chunk_by(|a, b| a.prefix == b.prefix) {
            let built: Vec<Form> = lexicon.forms(forms[0].prefix).collect();
            assert_eq!(built, forms);
        }
        assert!(!lexicon.knows(Key::of("qwertyuiop".chars())));
    }
}
