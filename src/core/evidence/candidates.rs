//! All pieces of two sides that may match, before the best of them are chosen.

use super::lexicon::Lexicon;
use super::tokens::{Class, Key, KeyMap, Letters, Token};
use super::{EvidenceKind, EvidencePlace, MOST_TOKENS, korean, transliteration};
use std::ops::Range;

/// Syllables of a name.
const LONGEST_NAME: usize = 9;
/// How alike a name and a word must sound.
pub const ALIKE: f32 = 0.7;

/// The rank of what is the same in both languages: above any phrase.
const EQUAL: f32 = 9.0;

/// The sentences of one side of a bead as one text, and their tokens.
pub(super) struct Side {
    pub text: String,
    pub tokens: Vec<Token>,
    /// Where each sentence begins.
    starts: Vec<usize>,
}

impl Side {
    pub(super) fn of(sentences: &[&str], tokens_of: impl Fn(&str) -> Vec<Token>) -> Side {
        let mut side = Side {
            text: String::new(),
            tokens: Vec::new(),
            starts: Vec::new(),
        };
        for sentence in sentences {
            let start = side.text.len();
            side.starts.push(start);
            side.text.push_str(sentence);
            side.text.push('\n');
            side.tokens
                .extend(tokens_of(sentence).into_iter().map(|token| Token {
                    span: token.span.start + start..token.span.end + start,
                    ..token
                }));
        }
        side.tokens.truncate(MOST_TOKENS);
        side
    }

    /// Where a piece of the whole text stands in its sentence.
    pub(super) fn place(&self, span: &Range<usize>) -> EvidencePlace {
        let sentence = self.starts.partition_point(|&start| start <= span.start) - 1;
        let start = self.starts[sentence];
        EvidencePlace {
            sentence,
            span: span.start - start..span.end - start,
        }
    }
}

/// Two pieces, as bytes of the sides' texts, that may match.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub en: Range<usize>,
    pub ko: Range<usize>,
    pub kind: EvidenceKind,
    /// How well they match, 0 to 1.
    pub strength: f32,
    /// Which of two that share letters is taken: the higher.
    pub rank: f32,
}

/// Tokens that are the same in both languages.
pub(super) fn equal(english: &Side, korean: &Side) -> Vec<Candidate> {
    let kind = |en: Class, ko: Class| match (en, ko) {
        (Class::Number, Class::Number) => Some(EvidenceKind::Number),
        (Class::Date, Class::Date) => Some(EvidenceKind::Date),
        (Class::Word, Class::Latin) => Some(EvidenceKind::Copy),
        _ => None,
    };
    let mut found = Vec::new();
    for en in &english.tokens {
        for ko in korean.tokens.iter().filter(|ko| ko.key == en.key) {
            if let Some(kind) = kind(en.class, ko.class) {
                found.push(Candidate {
                    en: en.span.clone(),
                    ko: ko.span.clone(),
                    kind,
                    strength: 1.0,
                    rank: EQUAL,
                });
            }
        }
    }
    found
}

/// Entries of the lexicon whose Korean words stand side by side.
pub(super) fn translated(lexicon: &Lexicon, english: &Side, korean: &Side) -> Vec<Candidate> {
    let words: Vec<&Token> = korean
        .tokens
        .iter()
        .filter(|token| token.class == Class::Word)
        .collect();
    let mut fits: KeyMap<Vec<(usize, f32)>> = KeyMap::default();
    for (at, word) in words.iter().enumerate() {
        let word = Letters::of(&korean.text[word.span.clone()]);
        for (lemma, fit) in lexicon.analyse(&word) {
            fits.entry(lemma).or_default().push((at, fit));
        }
    }
    let fits_of = |lemma| fits.get(&lemma).map_or(&[][..], Vec::as_slice);
    let fit_at = |at: usize, lemma| {
        let fits = fits_of(lemma);
        let found = fits.binary_search_by_key(&at, |&(at, _)| at).ok()?;
        Some(fits[found].1)
    };
    let mut found = Vec::new();
    for en in &english.tokens {
        for entry in lexicon.entries(en.key).into_iter().flatten() {
            let lemmas: Vec<Key> = entry.lemmas().collect();
            for &(start, _) in fits_of(lemmas[0]) {
                let side_by_side = lemmas
                    .iter()
                    .zip(start..)
                    .map(|(&lemma, at)| fit_at(at, lemma));
                let Some(fit) = side_by_side.sum::<Option<f32>>() else {
                    continue;
                };
                let phrase = f32::from(u8::from(en.class == Class::Phrase));
                found.push(Candidate {
                    en: en.span.clone(),
                    ko: words[start].span.start..words[start + lemmas.len() - 1].span.end,
                    kind: if entry.name {
                        EvidenceKind::Name
                    } else {
                        EvidenceKind::Term
                    },
                    strength: fit / lemmas.len() as f32,
                    rank: fit + phrase,
                });
            }
        }
    }
    found
}

/// Names that sound alike; they rank below all else.
pub(super) fn sounding_alike(lexicon: &Lexicon, english: &Side, korean: &Side) -> Vec<Candidate> {
    let names = names(lexicon, english);
    let (en_text, ko_text) = (&english.text, &korean.text);
    let mut found = Vec::new();
    for word in korean
        .tokens
        .iter()
        .filter(|token| token.class == Class::Word)
    {
        let letters = Letters::of(&ko_text[word.span.clone()]);
        for length in 2..=letters.len().min(LONGEST_NAME) {
            let rest = &letters[length..];
            if !rest.is_empty() && !korean::is_suffix(rest) && !korean::is_place_suffix(rest) {
                continue;
            }
            let part = letters.span(0..length);
            let ko = word.span.start + part.start..word.span.start + part.end;
            for en in &names {
                let likeness = transliteration::likeness(&en_text[en.clone()], &letters[..length]);
                if likeness >= ALIKE {
                    found.push(Candidate {
                        en: en.clone(),
                        ko: ko.clone(),
                        kind: EvidenceKind::Name,
                        strength: likeness,
                        rank: likeness / 2.0,
                    });
                }
            }
        }
    }
    found
}

/// Bytes of what may be a name: a capitalised word that the lexicon does not know, or up to three words joined by
/// hyphens or spaces that begin with one.
fn names(lexicon: &Lexicon, english: &Side) -> Vec<Range<usize>> {
    let text = &english.text;
    let words: Vec<&Token> = english
        .tokens
        .iter()
        .filter(|token| token.class == Class::Word)
        .collect();
    let capital = |token: &Token| text[token.span.clone()].starts_with(char::is_uppercase);
    let mut names = Vec::new();
    for (at, first) in words.iter().enumerate() {
        if !capital(first) {
            continue;
        }
        if !lexicon.knows(first.key) {
            names.push(first.span.clone());
        }
        for length in 2..=3 {
            let Some(group) = words.get(at..at + length) else {
                break;
            };
            let joined = group.windows(2).all(|pair| {
                let between = &text[pair[0].span.end..pair[1].span.start];
                between == "-" || between == " " && capital(pair[1])
            });
            if joined {
                names.push(first.span.start..group[length - 1].span.end);
            }
        }
    }
    names
}

/// Bytes of the names of a side, each as long as it goes: capitalised words that the lexicon does not know, or knows as
/// names only.
pub(super) fn whole_names(lexicon: &Lexicon, english: &Side) -> Vec<Range<usize>> {
    let text = &english.text;
    let is_name = |token: &Token| {
        text[token.span.clone()].starts_with(char::is_uppercase)
            && (!lexicon.knows(token.key) || lexicon.is_name(token.key))
    };
    let mut names: Vec<Range<usize>> = Vec::new();
    let words = english.tokens.iter();
    for word in words.filter(|token| token.class == Class::Word && is_name(token)) {
        match names.last_mut() {
            Some(last) if matches!(&text[last.end..word.span.start], " " | "-") => {
                last.end = word.span.end;
            }
            _ => names.push(word.span.clone()),
        }
    }
    names
}
