//! Names that the Korean spells as nobody would, and names of somebody else: Richard and 리차드, Rotterdam and 로텔담,
//! Gwangju and 공주, Imani and 이바나.
//!
//! Told only where a word of the Korean is near enough to be meant for the name. A name that the Korean leaves out, or
//! calls by what it is, is its own affair.

use super::{Finding, surnames};
use crate::article::is_hangul;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Key, KeySet, Letters, Token};
use crate::evidence::transcription::{self, ACCEPTABLE};
use crate::evidence::{Evidence, Kind, Sounds, english, korean};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Letters of a name that are compared.
const SHORTEST: usize = 4;
/// How alike a word must sound to be meant for a name.
const MEANT: f32 = 0.6;
const FAINT: f32 = 0.4;
/// Jamo in which two spellings of a known name may differ, of so many.
const DIFFERING: (usize, usize) = (1, 3);
/// By how much, as a logarithm, a spelling must be less probable than the lexicon's to be a fault, where only vowels of as
/// many syllables differ, and else; and by how much a more probable one is another name's.
const WORSE_VOWELS: f32 = 3.5;
const WORSE: f32 = 1.5;
const BETTER: f32 = 10.0;
/// How well a word of the lexicon must fit to be all of a word but its endings.
const WHOLE: f32 = 0.95;
/// Words that a name of one thing goes by; Korea has more.
const MOST_KNOWN: usize = 3;
/// Syllables of a name.
const LONGEST: usize = 9;

/// The lemmas of Korean names that are nothing else.
static NAME_KEYS: LazyLock<KeySet> = LazyLock::new(|| {
    let names = NAMES.iter().filter(|(_, named)| !named.is_word);
    names.map(|(korean, _)| Key::of(korean.chars())).collect()
});

/// A name of the lexicon by its Korean.
#[derive(Default)]
struct Named {
    english: Vec<&'static str>,
    /// It is another word's Korean, too: 공주, a princess.
    is_word: bool,
}

static NAMES: LazyLock<HashMap<&'static str, Named>> = LazyLock::new(|| {
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
struct Name<'a> {
    text: &'a str,
    /// What the lexicon has for it.
    known: Vec<&'a str>,
    /// With the words it is joined to by hyphens: `Chae-ho`.
    whole: &'a str,
    sentence: usize,
    span: Range<usize>,
}

pub(super) fn otherwise(
    en: &[&str],
    ko: &[&str],
    evidence: &Evidence,
    lexicon: &Lexicon,
) -> Vec<Finding> {
    let surname = surnames::difference(en, ko).map(|(name, here)| Finding::OtherName {
        name,
        here,
        usual: Vec::new(),
        sure: true,
    });
    let mut found: Vec<Finding> = surname.into_iter().collect();
    let sentences = en.iter().enumerate();
    let names: Vec<Name> = sentences
        .flat_map(|(sentence, text)| names(sentence, text, lexicon))
        .collect();
    if names.is_empty() {
        return found;
    }
    let words: Vec<Vec<char>> = ko.iter().flat_map(|text| hangul_words(text)).collect();
    let squeezed: String = {
        let letters = ko.iter().flat_map(|text| text.chars());
        letters.filter(|letter| !letter.is_whitespace()).collect()
    };
    let is_said = |name: &&Name| {
        name.known
            .iter()
            .any(|known| squeezed.contains(&bare(known)))
            || squeezed.to_lowercase().contains(&name.text.to_lowercase())
    };
    let open: Vec<&Name> = names.iter().filter(|name| !is_said(name)).collect();
    let terms = evidence.of_kind(Kind::Term);
    let said: Vec<String> = terms
        .map(|found| ko[found.ko.sentence][found.ko.span.clone()].to_owned())
        .collect();
    for name in &open {
        let here = if name.known.is_empty() {
            unlike(name, &words, en, &said, lexicon).map(|here| (here, true))
        } else {
            near(name, &words, en, &said, lexicon)
        };
        let Some((here, sure)) = here else { continue };
        let finding = Finding::OtherName {
            name: name.text.to_owned(),
            here,
            usual: name.known.iter().map(|&known| known.to_owned()).collect(),
            sure,
        };
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    let replaced = || replaced(&open, &words, en, evidence);
    if found.is_empty() {
        found.extend(replaced());
    }
    found
}

/// A name that the lexicon knows where the Korean has another one that it knows, each the only one of its side.
fn replaced(
    open: &[&Name],
    words: &[Vec<char>],
    en: &[&str],
    evidence: &Evidence,
) -> Option<Finding> {
    // A part of a longer name, `South Jeolla Province`, is said with it.
    let is_part = |name: &Name| {
        evidence.matches.iter().any(|found| {
            let (span, at) = (&found.en.span, &name.span);
            found.en.sentence == name.sentence && span.start < at.end && at.start < span.end
        })
    };
    let mut known = open
        .iter()
        .filter(|name| (1..=MOST_KNOWN).contains(&name.known.len()) && !is_part(name));
    let name = known.next().filter(|_| known.next().is_none())?;
    let mut others = words.iter().filter_map(|word| {
        let longest = beginnings(word).filter_map(|part| {
            let text: String = part.iter().collect();
            let named = NAMES.get(text.as_str()).filter(|named| !named.is_word)?;
            Some((text, &named.english))
        });
        longest.last()
    });
    let english = en.join(" ").to_lowercase();
    let stands = |heads: &[&str]| {
        let mut words = heads.iter().flat_map(|head| head.split([' ', '-']));
        words.any(|word| word.len() >= SHORTEST && english.contains(&word.to_lowercase()))
            || heads
                .iter()
                .any(|head| english.contains(&head.to_lowercase()))
    };
    let mut alien = others.by_ref().filter(|(_, heads)| !stands(heads));
    let (here, _) = alien.next().filter(|_| alien.next().is_none())?;
    let letters: Vec<char> = here.chars().collect();
    if transcription::score(name.text, &letters) >= ACCEPTABLE {
        return None;
    }
    Some(Finding::OtherName {
        name: name.text.to_owned(),
        here,
        usual: name.known.iter().map(|&known| known.to_owned()).collect(),
        sure: true,
    })
}

/// The words of a text that begin with a capital and are names alone, or nothing that the lexicon knows.
fn names<'a>(sentence: usize, text: &'a str, lexicon: &'a Lexicon) -> Vec<Name<'a>> {
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
fn hangul_words(text: &str) -> Vec<Vec<char>> {
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

fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

/// The beginnings of a word that may be a name, each with what follows being particles or what a place is.
fn beginnings(word: &[char]) -> impl Iterator<Item = &[char]> {
    (2..=word.len().min(LONGEST)).filter_map(|length| {
        let (name, rest) = word.split_at(length);
        let ends = rest.is_empty() || korean::is_suffix(rest) || korean::is_place_suffix(rest);
        ends.then_some(name)
    })
}

/// Whether a word may be a name at all: the lexicon knows it as nothing else, and not as a name that the English has.
/// What is `said` of the English in other words is none, either.
fn is_free(name: &[char], word: &[char], en: &[&str], said: &[String], lexicon: &Lexicon) -> bool {
    let text: String = name.iter().collect();
    if let Some(Named { english, is_word }) = NAMES.get(text.as_str()) {
        let stands = |head: &&str| en.iter().any(|english| english.contains(*head));
        return !english.iter().any(stands)
            && (!is_word || !said.iter().any(|said| said.starts_with(&text)));
    }
    // A word that begins or ends like one that the lexicon knows may still be a name.
    let is_word = |letters: &[char]| {
        let found = lexicon.analyse(letters);
        let mut found = found.iter().filter(|(lemma, _)| !NAME_KEYS.contains(lemma));
        found.any(|&(_, fit)| fit >= WHOLE)
    };
    !is_word(word) && !is_word(name)
}

/// The word that is nearly one of the spellings of a name that the lexicon knows, and whether it is less probable than
/// these; one that is far more probable is another name.
fn near(
    name: &Name,
    words: &[Vec<char>],
    en: &[&str],
    said: &[String],
    lexicon: &Lexicon,
) -> Option<(String, bool)> {
    let known = name.known.iter().map(|known| known.chars().collect());
    let known: Vec<Vec<char>> = known
        .filter(|known: &Vec<char>| {
            known.len() >= 2 && known.iter().all(|&letter| is_hangul(letter))
        })
        .collect();
    let letters = name.text.chars().count() as f32;
    let probability = |word: &[char]| transcription::score(name.text, word) * letters;
    for word in words {
        for part in beginnings(word) {
            let here = jamo(part);
            let distance = |known: &Vec<char>| {
                let there = jamo(known);
                let (differing, of) = DIFFERING;
                let distance = super::names::distance(&there, &here);
                let is_near = there.len() >= SHORTEST
                    && distance * of <= there.len().max(here.len()) * differing;
                is_near.then_some(distance)
            };
            let Some(nearest) = known.iter().filter_map(distance).min() else {
                continue;
            };
            if !is_free(part, word, en, said, lexicon) {
                continue;
            }
            // Of several that it may be meant for the least probable counts.
            let near = known
                .iter()
                .filter(|known| distance(known) == Some(nearest));
            let least = near.clone().map(|known| probability(known));
            let worse = least.fold(f32::MAX, f32::min) - probability(part);
            if worse < -BETTER {
                return None;
            }
            let mut near = near;
            let only_vowels = near
                .any(|known| known.len() == part.len() && consonants(known) == consonants(part));
            let limit = if only_vowels { WORSE_VOWELS } else { WORSE };
            return Some((part.iter().collect(), worse >= limit));
        }
    }
    None
}

/// The word that sounds as if it were meant for a name that the lexicon does not know, and is spelled as nobody would.
fn unlike(
    name: &Name,
    words: &[Vec<char>],
    en: &[&str],
    said: &[String],
    lexicon: &Lexicon,
) -> Option<String> {
    if name.text.len() < SHORTEST {
        return None;
    }
    let forms = [name.text, name.whole].map(|form| (form, Sounds::of_name(form)));
    let likeness = |part: &[char]| {
        let sounds = Sounds::of_hangul(part);
        let forms = forms.iter().map(|(_, form)| form.likeness(&sounds));
        forms.fold(0.0, f32::max)
    };
    // What does not sound like it at all is no transcription, either.
    let fits = |part: &[char]| {
        let mut forms = forms.iter();
        likeness(part) >= FAINT
            && forms.any(|(form, _)| transcription::score(form, part) >= ACCEPTABLE)
    };
    // It may stand behind a surname, before a given name or in a compound.
    let holds = |word: &Vec<char>| {
        (2..=word.len().min(LONGEST)).any(|length| word.windows(length).any(fits))
    };
    if words.iter().any(holds) {
        return None;
    }
    let parts = words
        .iter()
        .flat_map(|word| beginnings(word).map(move |part| (word, part)));
    let meant = parts
        .map(|(word, part)| (likeness(part), word, part))
        .filter(|(likeness, ..)| *likeness >= MEANT)
        .filter(|(_, word, part)| is_free(part, word, en, said, lexicon));
    let best = meant.max_by(|(a, ..), (b, ..)| a.total_cmp(b));
    best.map(|(_, _, part)| part.iter().collect())
}

/// Initial, medial and final of each syllable, as numbers apart.
fn jamo(word: &[char]) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    // ㅇ at the beginning of a syllable says nothing.
    word.iter()
        .copied()
        .nfd()
        .filter(|&letter| letter != '\u{110b}')
        .collect()
}

/// The jamo that are no vowels.
fn consonants(word: &[char]) -> Vec<char> {
    let mut jamo = jamo(word);
    jamo.retain(|letter| !('\u{1161}'..='\u{1175}').contains(letter));
    jamo
}
