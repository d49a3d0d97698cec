//! A clause of the English with a name of its own, of which nothing in the Korean says anything, though its words are known:
//! a translation that is also short lost it. Without a name a clause may be said in other words.

use super::Finding;
use crate::align::TYPICAL_RATIO;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Token};
use crate::evidence::{Evidence, english};
use std::ops::Range;

/// Words of a clause that the lexicon knows, and of the rest of the sentence.
const LEAST_WORDS: (usize, usize) = (3, 4);
/// The share of the rest that the Korean must say, so that the pair is sure to be one.
const REST_SAID: f64 = 0.5;
/// The length of the Korean against the usual one.
const SHORT: f64 = 0.9;

/// What begins a clause besides a mark.
const JOINING: [&str; 9] = [
    "and", "but", "which", "while", "who", "where", "because", "so", "if",
];

/// The clause that was left out, of a row of one English sentence; `lengths` are those of both sides, by [`of`](super::length::of).
pub(super) fn omitted(
    en: &[&str],
    lengths: [usize; 2],
    evidence: &Evidence,
    lexicon: &Lexicon,
) -> Option<Finding> {
    let [text] = en else { return None };
    let [long, short] = lengths.map(|length| length as f64);
    if short > long * TYPICAL_RATIO * SHORT {
        return None;
    }
    let tokens = english::terms(text);
    let counts = |token: &&Token| match token.class {
        Class::Number | Class::Date => true,
        Class::Word => {
            let word = &text[token.span.clone()];
            lexicon.knows(token.key) && !english::is_function_word(word) && !JOINING.contains(&word)
        }
        _ => false,
    };
    let said: Vec<&Range<usize>> = evidence
        .matches
        .iter()
        .map(|found| &found.en.span)
        .collect();
    let is_said = |token: &Token| {
        let span = &token.span;
        said.iter()
            .any(|other| other.start < span.end && span.start < other.end)
    };
    let all: Vec<&Token> = tokens.iter().filter(counts).collect();
    let all_said = all.iter().filter(|token| is_said(token)).count();
    let is_name = |token: &Token| {
        let word = &text[token.span.clone()];
        token.class == Class::Word
            && !lexicon.knows(token.key)
            && word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && !is_said(token)
    };
    clauses(text).into_iter().find_map(|clause| {
        let here = tokens
            .iter()
            .filter(|token| clause.contains(&token.span.start));
        if !here.clone().any(is_name) {
            return None;
        }
        let within = |token: &&&Token| clause.contains(&token.span.start);
        let words = all.iter().filter(within).count();
        let none_said = !all.iter().filter(within).any(|token| is_said(token));
        let rest = all.len() - words;
        let (least, least_rest) = LEAST_WORDS;
        let is_lost = words >= least
            && none_said
            && rest >= least_rest
            && all_said as f64 >= REST_SAID * rest as f64;
        is_lost.then(|| Finding::Omitted {
            text: text[clause.clone()]
                .trim_matches(|c: char| {
                    c.is_whitespace() || c.is_ascii_punctuation() || "–—".contains(c)
                })
                .to_owned(),
        })
    })
}

/// A sentence cut at its marks and before the words that join clauses.
fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut after_space = true;
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        let begins = after_space
            && JOINING.iter().any(|word| {
                rest.strip_prefix(word)
                    .is_some_and(|rest| rest.starts_with(' '))
            });
        let is_mark = matches!(letter, ',' | ';' | ':' | '–' | '—' | '(')
            && !rest[letter.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        if begins || is_mark {
            starts.push(at);
        }
        after_space = letter == ' ';
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| start..end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::length;
    use super::*;

    fn found(en: &str, ko: &str) -> Option<String> {
        let lexicon = Lexicon::shipped();
        let evidence = Evidence::of(&[en], &[ko], lexicon);
        omitted(&[en], [en, ko].map(length::of), &evidence, lexicon)
            .map(|finding| finding.to_string())
    }

    #[test]
    fn a_clause_that_nothing_says_is_told() {
        for (en, ko) in [
            (
                "The farmer sold 40 cows to his neighbor last autumn, and his daughter Bo-ryeong opened a small bakery in town.",
                "농부는 지난가을 이웃에게 소 40마리를 팔았다.",
            ),
            (
                "The bridge was closed for repairs on Monday, while captain Ruslanova carried students through the tunnel.",
                "다리는 월요일 수리를 위해 폐쇄됐다.",
            ),
        ] {
            assert!(found(en, ko).is_some(), "{en}");
        }
        for (en, ko) in [
            (
                "The farmer sold 40 cows to his neighbor last autumn, and his daughter Bo-ryeong opened a small bakery in town.",
                "농부는 지난가을 이웃에게 소 40마리를 팔았고, 딸 보령은 읍내에 작은 빵집을 열었다.",
            ),
            (
                "The farmer sold 40 cows to his neighbor last autumn, and his eldest daughter opened a small bakery in town.",
                "농부는 지난가을 이웃에게 소 40마리를 팔았다.",
            ),
            ("He left, and she came home late.", "그는 떠났다."),
        ] {
            assert_eq!(found(en, ko), None, "{en}");
        }
    }
}
