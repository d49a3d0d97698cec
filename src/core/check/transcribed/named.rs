//! Names: those that a text has, those of the lexicon, and the words that may be one.

use crate::article::is_hangul;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Key, KeySet, Letters, Token};
use crate::evidence::transcription::{self, ACCEPTABLE};
use crate::evidence::{english, korean};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// How well a word of the lexicon must fit to be all of a word but its endings.
const WHOLE: f32 = 0.95;
/// Syllables of a name.
pub(super) const LONGEST: usize = 9;

/// The lemmas of Korean names that are nothing else.
static NAME_KEYS: LazyLock<KeySet> = LazyLock::new(|| {
    let names = NAMES.iter().filter(|(_, named)| !named.is_word);
    names.map(|(korean, _)| Key::of(korean.chars())).collect()
});

/// A name of the lexicon by its Korean.
#[derive(Default)]
pub(super) struct Named {
    pub english: Vec<&'static str>,
    /// It is another word's Korean, too: 공주, a princess.
    pub is_word: bool,
}

pub(super) static NAMES: LazyLock<HashMap<&'static str, Named>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Named> = HashMap::new();
    let mut words: Vec<&str> = Vec::new();
    for line in jjak_assets::LEXICON.lines() {
        let mut cells = line.split('\t');
        let (Some(english), Some(part), Some(korean)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        for korean in korean.split('|').filter(|korean| !korean.contains(' ')) {
            match part {
                "p" => names.entry(korean).or_default().english.push(english),
                _ => words.push(korean),
            }
        }
    }
    for word in words {
        if let Some(name) = names.get_mut(word) {
            name.is_word = true;
        }
    }
    names
});

/// A word of the English that is a name.
pub(super) struct Name<'a> {
    pub text: &'a str,
    /// What the lexicon has for it.
    pub known: Vec<&'a str>,
    /// With the words it is joined to by hyphens: `Chae-ho`.
    pub whole: &'a str,
    pub sentence: usize,
    pub span: Range<usize>,
}

/// The words of a text that begin with a capital and are names alone, or nothing that the lexicon knows.
pub(super) fn names<'a>(sentence: usize, text: &'a str, lexicon: &'a Lexicon) -> Vec<Name<'a>> {
    let tokens: Vec<Token> = english::terms(text);
    let name = |at: usize| {
        let token = &tokens[at];
        let word = &text[token.span.clone()];
        let bare = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix("’s"))
            .unwrap_or(word);
        let is_capital = bare.starts_with(char::is_uppercase)
            && bare.chars().skip(1).any(char::is_lowercase)
            && bare.chars().all(char::is_alphabetic);
        let is_open = !lexicon.knows(token.key) || lexicon.is_name(token.key);
        if token.class != Class::Word || !is_capital || !is_open {
            return None;
        }
        let entries = lexicon.entries(token.key).into_iter().flatten();
        let (before, after) = (&text[..token.span.start], &text[token.span.end..]);
        let joined = after.starts_with('-') || before.ends_with('-');
        let start = before
            .rfind(|c: char| !c.is_alphabetic() && c != '-')
            .map_or(0, |at| {
                at + before[at..].chars().next().map_or(1, char::len_utf8)
            });
        let end = after
            .find(|c: char| !c.is_alphabetic() && c != '-')
            .unwrap_or(after.len());
        let whole = if joined {
            text[start..token.span.end + end].trim_matches('-')
        } else {
            bare
        };
        Some(Name {
            text: bare,
            known: entries.map(|entry| entry.korean()).collect(),
            whole,
            sentence,
            span: token.span.clone(),
        })
    };
    (0..tokens.len()).filter_map(name).collect()
}

/// The runs of Hangul of a text, but what a figure counts.
pub(super) fn hangul_words(text: &str) -> Vec<Vec<char>> {
    let letters = Letters::of(text);
    let runs = letters.chunk_by(|&a, &b| is_hangul(a) == is_hangul(b));
    let mut before = ' ';
    let mut words = Vec::new();
    for run in runs {
        let is_word = run.first().is_some_and(|&letter| is_hangul(letter));
        if is_word && !before.is_ascii_digit() {
            words.push(run.to_vec());
        }
        before = run.last().copied().unwrap_or(' ');
    }
    words
}

/// The beginnings of a word that may be a name, each with what follows being particles or what a place is.
pub(super) fn beginnings(word: &[char]) -> impl Iterator<Item = &[char]> {
    (2..=without_particle(word).min(LONGEST)).filter_map(|length| {
        let (name, rest) = word.split_at(length);
        let ends = rest.is_empty() || korean::is_suffix(rest) || korean::is_place_suffix(rest);
        ends.then_some(name)
    })
}

/// How many letters a word has without a particle that no name ends in.
fn without_particle(word: &[char]) -> usize {
    const PARTICLES: [&str; 10] = [
        "에서", "에게", "까지", "부터", "으로", "를", "을", "는", "은", "의",
    ];
    let text: String = word.iter().collect();
    let ends = PARTICLES.iter();
    let bare = ends
        .filter_map(|particle| text.strip_suffix(particle))
        .next();
    let length = bare.map_or(0, |bare| bare.chars().count());
    if length >= 2 { length } else { word.len() }
}

/// What a row has that a name may be spelled in, or taken for.
pub(super) struct Row<'a> {
    pub en: &'a [&'a str],
    pub names: Vec<Name<'a>>,
    /// The runs of Hangul of the Korean.
    pub words: Vec<Vec<char>>,
    /// Words of the Korean that say something of the English.
    pub said: Vec<&'a str>,
    pub lexicon: &'a Lexicon,
}

impl Row<'_> {
    /// Whether the beginning `part` of a word may be `name` at all: the lexicon knows it as nothing else, and it is not
    /// rather another name that the English has. What is said of the English in other words is none, either.
    pub(super) fn is_free(&self, name: &Name, part: &[char], word: &[char]) -> bool {
        let text: String = part.iter().collect();
        if let Some(Named { english, is_word }) = NAMES.get(text.as_str()) {
            let stands = |head: &&str| self.en.iter().any(|english| english.contains(*head));
            return !english.iter().any(stands)
                && (!is_word || !self.said.iter().any(|said| said.starts_with(&text)));
        }
        // A word that begins or ends like one that the lexicon knows may still be a name.
        let is_word = |letters: &[char]| {
            let found = self.lexicon.analyse(letters);
            let mut found = found.iter().filter(|(lemma, _)| !NAME_KEYS.contains(lemma));
            found.any(|&(_, fit)| fit >= WHOLE)
        };
        !is_word(word) && !is_word(part) && !self.is_anothers(name, part)
    }

    /// `Antillas` beside `Antilles`.
    fn is_anothers(&self, name: &Name, part: &[char]) -> bool {
        let mut others = self.names.iter().filter(|other| other.text != name.text);
        others.any(|other| {
            let probability = transcription::score(other.text, part);
            probability >= ACCEPTABLE && probability > transcription::score(name.text, part)
        })
    }
}
