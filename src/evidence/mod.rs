//! Why two sentences match: equal numbers and dates, copied words, and pairs of the lexicon.

mod conjugation;
pub mod english;
pub mod korean;
pub mod lexicon;
mod numbers;
pub mod tokens;

use lexicon::Lexicon;
use std::ops::Range;
use tokens::{Class, Key, KeyMap, Letters, Token};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Number,
    /// A month or a weekday.
    Date,
    /// A name of the lexicon.
    Name,
    /// Another word or phrase of the lexicon.
    Term,
    /// A Latin word that the Korean keeps as it is.
    Copy,
}

/// A piece of an English sentence and the piece of a Korean one that says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Bytes of the English sentence.
    pub en: Range<usize>,
    /// Bytes of the Korean sentence.
    pub ko: Range<usize>,
    pub kind: Kind,
}

/// What follows in a sentence of more tokens than this is not looked at.
const MOST_TOKENS: usize = 1_000;

/// The matches of two sentences in English order. No piece is in two of them: longer phrases and surer
/// matches win.
pub fn matches(en: &str, ko: &str) -> Vec<Match> {
    let lexicon = Lexicon::shipped();
    let mut english = english::tokens(en);
    english.truncate(MOST_TOKENS);
    lexicon.add_phrases(&mut english);
    let mut korean = korean::tokens(ko);
    korean.truncate(MOST_TOKENS);
    let mut found = equal(&english, &korean);
    found.extend(translated(lexicon, &english, &korean, ko));
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut taken_en, mut taken_ko) = (vec![false; en.len()], vec![false; ko.len()]);
    let mut chosen = Vec::new();
    for (_, found) in found {
        let (en, ko) = (
            &mut taken_en[found.en.clone()],
            &mut taken_ko[found.ko.clone()],
        );
        if en.contains(&true) || ko.contains(&true) {
            continue;
        }
        en.fill(true);
        ko.fill(true);
        chosen.push(found);
    }
    chosen.sort_by_key(|found| found.en.start);
    chosen
}

/// Tokens that are the same in both languages, each with its rank.
fn equal(english: &[Token], korean: &[Token]) -> Vec<(f32, Match)> {
    let kind = |en: Class, ko: Class| match (en, ko) {
        (Class::Number, Class::Number) => Some(Kind::Number),
        (Class::Date, Class::Date) => Some(Kind::Date),
        (Class::Word, Class::Latin) => Some(Kind::Copy),
        _ => None,
    };
    let mut found = Vec::new();
    for en in english {
        for ko in korean.iter().filter(|ko| ko.key == en.key) {
            if let Some(kind) = kind(en.class, ko.class) {
                let (en, ko) = (en.span.clone(), ko.span.clone());
                found.push((3.0, Match { en, ko, kind }));
            }
        }
    }
    found
}

/// Entries of the lexicon whose Korean words stand side by side, each with its rank.
fn translated(
    lexicon: &Lexicon,
    english: &[Token],
    korean: &[Token],
    text: &str,
) -> Vec<(f32, Match)> {
    let words: Vec<&Token> = korean
        .iter()
        .filter(|token| token.class == Class::Word)
        .collect();
    let mut fits: KeyMap<Vec<(usize, f32)>> = KeyMap::default();
    for (at, word) in words.iter().enumerate() {
        let word = Letters::of(&text[word.span.clone()]);
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
    for en in english {
        for entry in lexicon.entries(en.key) {
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
                let ko = words[start].span.start..words[start + lemmas.len() - 1].span.end;
                let kind = if entry.name { Kind::Name } else { Kind::Term };
                let en = en.span.clone();
                found.push((fit + phrase, Match { en, ko, kind }));
            }
        }
    }
    found
}
