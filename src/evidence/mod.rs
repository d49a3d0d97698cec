//! Why two sentences match: equal numbers and dates, copied words, and pairs of the lexicon.

mod conjugation;
pub mod english;
pub mod korean;
pub mod lexicon;
mod numbers;
pub mod tokens;
mod transliteration;

use lexicon::Lexicon;
use std::ops::Range;
use tokens::{Class, Key, KeyMap, Letters, Token};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Number,
    /// A month or a weekday.
    Date,
    /// A name of the lexicon, or one that sounds alike.
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
/// Syllables of a name, and how alike two names must sound.
const LONGEST_NAME: usize = 9;
const ALIKE: f32 = 0.7;

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
    found.extend(sounding_alike(lexicon, (&english, en), (&korean, ko)));
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

/// Names that sound alike, each with its rank, which is below that of all else.
fn sounding_alike(
    lexicon: &Lexicon,
    (english, en_text): (&[Token], &str),
    (korean, ko_text): (&[Token], &str),
) -> Vec<(f32, Match)> {
    let names = names(lexicon, english, en_text);
    let mut found = Vec::new();
    for word in korean.iter().filter(|token| token.class == Class::Word) {
        let letters = Letters::of(&ko_text[word.span.clone()]);
        for length in 2..=letters.len().min(LONGEST_NAME) {
            if length < letters.len() && !korean::is_suffix(&letters[length..]) {
                continue;
            }
            let part = letters.span(0..length);
            let ko = word.span.start + part.start..word.span.start + part.end;
            for en in &names {
                let likeness = transliteration::likeness(&en_text[en.clone()], &letters[..length]);
                if likeness >= ALIKE {
                    let (en, ko, kind) = (en.clone(), ko.clone(), Kind::Name);
                    found.push((likeness / 2.0, Match { en, ko, kind }));
                }
            }
        }
    }
    found
}

/// Bytes of what may be a name: a capitalised word that the lexicon does not know, or up to three words joined by
/// hyphens or spaces that begin with one.
fn names(lexicon: &Lexicon, english: &[Token], text: &str) -> Vec<Range<usize>> {
    let words: Vec<&Token> = english
        .iter()
        .filter(|token| token.class == Class::Word)
        .collect();
    let capital = |token: &Token| text[token.span.clone()].starts_with(char::is_uppercase);
    let mut names = Vec::new();
    for (at, first) in words.iter().enumerate() {
        if !capital(first) {
            continue;
        }
        if lexicon.entries(first.key).is_empty() {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs<'a>(en: &'a str, ko: &'a str) -> Vec<(&'a str, &'a str, Kind)> {
        matches(en, ko)
            .into_iter()
            .map(|found| (&en[found.en], &ko[found.ko], found.kind))
            .collect()
    }

    #[test]
    fn numbers_dates_terms_and_copies_are_found() {
        let found = pairs(
            "On Feb. 18 the central bank sold $110 million of NVIDIA shares.",
            "중앙은행은 2월 18일 엔비디아(NVIDIA) 주식 1억1천만 달러어치를 팔았다.",
        );
        for expected in [
            ("Feb", "2", Kind::Date),
            ("18", "18", Kind::Number),
            ("110 million", "1억1천만", Kind::Number),
            ("NVIDIA", "NVIDIA", Kind::Copy),
            ("sold", "팔았다", Kind::Term),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
    }

    #[test]
    fn names_are_found_by_sound() {
        let found = pairs(
            "Rodriguez thanked Gwak Min-seok.",
            "로드리게스는 곽민석에게 감사했다.",
        );
        assert!(
            found.contains(&("Rodriguez", "로드리게스", Kind::Name)),
            "{found:?}"
        );
        assert!(
            found.contains(&("Gwak Min-seok", "곽민석", Kind::Name)),
            "{found:?}"
        );
    }
}
