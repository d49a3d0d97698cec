//! Why two sentences match: equal numbers and dates, copied words, and pairs of the lexicon.

mod conjugation;
pub mod english;
pub mod korean;
pub mod lexicon;
mod numbers;
pub mod tokens;

use lexicon::Lexicon;
use std::ops::Range;
use tokens::{Class, Letters, Token};

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

/// The matches of two sentences in English order. No piece is in two of them: longer phrases and surer
/// matches win.
pub fn matches(en: &str, ko: &str) -> Vec<Match> {
    let lexicon = Lexicon::shipped();
    let mut english = english::tokens(en);
    lexicon.add_phrases(&mut english);
    let korean = korean::tokens(ko);
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
    let analyses: Vec<_> = words
        .iter()
        .map(|word| lexicon.analyse(&Letters::of(&text[word.span.clone()])))
        .collect();
    let fit = |at: usize, lemma| {
        analyses
            .get(at)?
            .iter()
            .find(|&&(known, _)| known == lemma)
            .map(|&(_, fit)| fit)
    };
    let mut found = Vec::new();
    for en in english {
        for entry in lexicon.entries(en.key) {
            for start in 0..words.len() {
                let mut end = start;
                let fits: Option<f32> = entry
                    .lemmas()
                    .map(|lemma| {
                        end += 1;
                        fit(end - 1, lemma)
                    })
                    .sum();
                let Some(fits) = fits else { continue };
                let rank = fits + f32::from(u8::from(en.class == Class::Phrase));
                found.push((
                    rank,
                    Match {
                        en: en.span.clone(),
                        ko: words[start].span.start..words[end - 1].span.end,
                        kind: if entry.name { Kind::Name } else { Kind::Term },
                    },
                ));
            }
        }
    }
    found
}
