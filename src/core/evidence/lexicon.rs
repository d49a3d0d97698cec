//! The project's own English-Korean lexicon, and how it finds itself in running text.
//!
//! The file holds dictionary forms. English is looked up by stem; a Korean running word by what it begins with
//! (`conjugation`), or, for a noun within a longer compound, by what it holds. A user's glossary lies on top.

use super::conjugation::conjugate;
use super::english;
use super::glossary::Glossary;
use super::korean::{is_hangul, is_particle, is_suffix, stem};
use super::terms::Terms;
use super::tokens::{Class, Key, KeyMap, Letters, Token, is_latin};
use std::borrow::Cow;
use std::sync::OnceLock;

/// Words beyond this many syllables are looked at up to here.
const LONGEST_WORD: usize = 48;
const LONGEST_PREFIX: usize = 9;
const LONGEST_INNER: usize = 7;
/// English entries of more words are left out of the shipped lexicon; a glossary may hold longer terms.
const LONGEST_PHRASE: usize = 4;

/// One English word or phrase and one of its Korean alternatives.
#[derive(Clone, Debug)]
pub struct Entry {
    english: Key,
    /// Hash of the whole alternative.
    phrase: Key,
    /// The alternative, its words apart.
    korean: Cow<'static, str>,
    /// English headwords that share this alternative, in the same list.
    pub heads: u32,
    /// Part of speech `p`: a name.
    pub name: bool,
}

impl Entry {
    /// The Korean words, each as [`Lexicon::analyse`] names it.
    pub fn lemmas(&self) -> impl Iterator<Item = Key> {
        self.korean
            .split_whitespace()
            .map(|word| Key::of(word.chars()))
    }
}

/// What running words begin with if they are a form of `lemma`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    prefix: Key,
    lemma: Key,
    verb: bool,
}

/// Values sorted by key, found through a table of the keys' upper bits.
#[derive(Debug)]
struct Index<T> {
    sorted: Vec<T>,
    starts: Vec<u32>,
    key: fn(&T) -> Key,
}

impl<T> Index<T> {
    const BITS: u32 = 16;

    /// `sorted` is in the order of `key`.
    fn new(sorted: Vec<T>, key: fn(&T) -> Key) -> Index<T> {
        let mut starts = vec![0; (1 << Self::BITS) + 1];
        for value in &sorted {
            starts[key(value).part(Self::BITS) + 1] += 1;
        }
        for part in 1..starts.len() {
            starts[part] += starts[part - 1];
        }
        Index {
            sorted,
            starts,
            key,
        }
    }

    fn get(&self, key: Key) -> &[T] {
        let part = key.part(Self::BITS);
        let near = &self.sorted[self.starts[part] as usize..self.starts[part + 1] as usize];
        let start = near.partition_point(|value| (self.key)(value) < key);
        let length = near[start..]
            .iter()
            .take_while(|value| (self.key)(value) == key)
            .count();
        &near[start..start + length]
    }
}

#[derive(Debug)]
pub struct Lexicon {
    entries: Index<Entry>,
    forms: Index<Form>,
    longest_phrase: usize,
    /// What this one lies on.
    base: Option<&'static Lexicon>,
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
    /// The lexicon that ships with the program; indexed at the first call.
    pub fn shipped() -> &'static Lexicon {
        static SHIPPED: OnceLock<Lexicon> = OnceLock::new();
        SHIPPED.get_or_init(|| Lexicon::read(jjak_assets::LEXICON))
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
            longest_phrase: longest.unwrap_or(0).max(LONGEST_PHRASE),
            base: Some(Lexicon::shipped()),
            terms: Terms::of(glossary),
            ..Lexicon::of(lists)
        }
    }

    /// Indexes lines of English, part of speech and Korean alternatives (`a|b`), separated by tabs.
    /// The first line is a header; lines of another form are passed over.
    fn read(text: &'static str) -> Lexicon {
        let (_, lines) = text.split_once('\n').unwrap_or_default();
        // The first use waits for this: two threads take a half each.
        let middle = lines[..lines.floor_char_boundary(lines.len() / 2)]
            .rfind('\n')
            .map_or(0, |end| end + 1);
        let (first, second) = lines.split_at(middle);
        let (first, second) = std::thread::scope(|scope| {
            let second = scope.spawn(|| Lists::read(second));
            let first = Lists::read(first);
            (first, second.join())
        });
        let second = second.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let mut lists = first;
        lists.entries.extend(second.entries);
        lists.forms.extend(second.forms);
        Lexicon::of(lists)
    }

    fn of(lists: Lists) -> Lexicon {
        let Lists {
            mut entries,
            mut forms,
        } = lists;
        entries.sort_by_key(|entry| (entry.english, entry.phrase));
        entries.dedup_by_key(|entry| (entry.english, entry.phrase));
        let mut heads: KeyMap<u32> = KeyMap::default();
        for entry in &entries {
            *heads.entry(entry.phrase).or_default() += 1;
        }
        for entry in &mut entries {
            entry.heads = heads[&entry.phrase];
        }
        // Two sorted runs: the stable sort merges them.
        forms.sort();
        forms.dedup();
        Lexicon {
            entries: Index::new(entries, |entry| entry.english),
            forms: Index::new(forms, |form| form.prefix),
            longest_phrase: LONGEST_PHRASE,
            base: None,
            terms: Terms::default(),
        }
    }

    /// The terms of the user's glossary.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The Korean alternatives of an English word or phrase: those of the shipped lexicon, then those of a glossary.
    pub fn entries(&self, english: Key) -> [&[Entry]; 2] {
        match self.base {
            Some(base) => [base.entries.get(english), self.entries.get(english)],
            None => [self.entries.get(english), &[]],
        }
    }

    /// Whether it holds an English word or phrase.
    pub fn knows(&self, english: Key) -> bool {
        self.entries(english).iter().any(|list| !list.is_empty())
    }

    /// Whether it holds an English word or phrase as a name and as nothing else.
    pub fn is_name(&self, english: Key) -> bool {
        let mut entries = self.entries(english).into_iter().flatten().peekable();
        entries.peek().is_some() && entries.all(|entry| entry.name)
    }

    /// What running words that begin so may be forms of.
    fn forms(&self, prefix: Key) -> impl Iterator<Item = &Form> {
        let base = self.base.map_or(&[][..], |base| base.forms.get(prefix));
        base.iter().chain(self.forms.get(prefix))
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

/// Entries and forms as they are gathered, in no order.
#[derive(Default)]
struct Lists {
    entries: Vec<Entry>,
    forms: Vec<Form>,
}

impl Lists {
    /// What some lines of the shipped file hold, each list in order.
    fn read(text: &'static str) -> Lists {
        let mut lists = Lists {
            entries: Vec::with_capacity(text.len() / 14),
            forms: Vec::with_capacity(text.len() / 4),
        };
        for line in text.lines() {
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
        lists
            .entries
            .sort_by_key(|entry| (entry.english, entry.phrase));
        lists.forms.sort_unstable();
        lists.forms.dedup();
        lists
    }

    /// Adds one alternative of an English word or phrase.
    fn add(&mut self, english: &[Token], class: &str, korean: Cow<'static, str>) {
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
            add_form(&mut self.forms, stem(&word), &word, false);
        }
        let word: Vec<char> = last.chars().collect();
        if matches!(class, "v" | "a" | "x") && word.len() > 1 && word.ends_with(&['다']) {
            let found = conjugate(&word);
            for noun in &found.nouns {
                add_form(&mut self.forms, noun, &word, false);
            }
            for verb in &found.verbs {
                add_form(&mut self.forms, verb, &word, true);
            }
        } else {
            add_form(&mut self.forms, &word, &word, false);
        }
        self.entries.push(Entry {
            english,
            phrase: Key::of(korean.chars()),
            korean,
            heads: 0,
            name: class == "p",
        });
    }
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

fn phrase_key(tokens: &[Token]) -> Key {
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

fn add_form(forms: &mut Vec<Form>, prefix: &[char], lemma: &[char], verb: bool) {
    forms.push(Form {
        prefix: Key::of(prefix.iter().copied()),
        lemma: Key::of(lemma.iter().copied()),
        verb,
    });
}
