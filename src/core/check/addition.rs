//! A sentence or clause that the Korean alone has: none of its words says anything of the English, all of which the rest
//! says already.

use super::{Finding, length};
use crate::align::TYPICAL_RATIO;
use crate::article::is_hangul;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Letters, Token};
use crate::evidence::{Evidence, Kind, english, korean};
use std::ops::Range;

/// Words of a piece that the lexicon knows, and of the rest of the Korean.
const LEAST_WORDS: (usize, usize) = (3, 2);
/// Words of a piece that may match something by chance, and how many more it must have for each.
const CHANCE: usize = 1;
const WORDS_A_CHANCE: usize = 2;
/// The share of the words of the rest that say something of the English, and of the words of the English that are said.
const REST_SAYS: f64 = 0.3;
const ENGLISH_SAID: f64 = 0.35;
/// The length of the Korean against the usual one, with the piece; and without it.
const LONG: f64 = 1.15;
const LONG_ENOUGH: f64 = 0.55;
/// How well a word of the lexicon must fit to be known.
const KNOWN: f32 = 0.95;

/// What was added; `lengths` are those of both sides, by [`length::of`].
pub(super) fn added(
    en: &[&str],
    ko: &[&str],
    lengths: [usize; 2],
    evidence: &Evidence,
    lexicon: &Lexicon,
) -> Option<Finding> {
    let lengths = lengths.map(|length| length as f64);
    let usual = lengths[0] * TYPICAL_RATIO;
    if lengths[1] < usual * LONG {
        return None;
    }
    let pieces: Vec<(usize, Range<usize>)> = ko
        .iter()
        .enumerate()
        .flat_map(|(at, text)| sentences(text).into_iter().map(move |span| (at, span)))
        .collect();
    if pieces.len() < 2 {
        return None;
    }
    let said_in = |sentence: usize, span: &Range<usize>| {
        let found = evidence.matches.iter().filter(|found| {
            let place = &found.ko;
            place.sentence == sentence && place.span.start < span.end && span.start < place.span.end
        });
        // A word may match by chance, a number or a name may not.
        found
            .map(|found| {
                if found.kind == Kind::Term {
                    1
                } else {
                    CHANCE + 1
                }
            })
            .sum::<usize>()
    };
    let is_said = |sentence: usize, span: &Range<usize>| said_in(sentence, span) > 0;
    let known = |(at, span): &(usize, Range<usize>)| known(&ko[*at][span.clone()], lexicon);
    let is_silent = |piece: &&(usize, Range<usize>)| {
        let said = said_in(piece.0, &piece.1);
        said <= CHANCE && known(piece).len() >= LEAST_WORDS.0 + said * WORDS_A_CHANCE
    };
    let mut silent = pieces.iter().filter(is_silent);
    let piece = silent.next().filter(|_| silent.next().is_none())?;
    let (sentence, span) = piece;
    let text = ko[*sentence].get(span.clone())?;
    let rest = lengths[1] - length::of(text) as f64;
    if rest < usual * LONG_ENOUGH {
        return None;
    }
    let others = pieces.iter().filter(|other| *other != piece);
    let (mut words, mut saying) = (0, 0);
    for other in others {
        let (at, span) = other;
        for word in known(other) {
            words += 1;
            saying += usize::from(is_said(
                *at,
                &(span.start + word.start..span.start + word.end),
            ));
        }
    }
    let (english, said) = said(en, evidence, lexicon);
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let is_all_said = words >= LEAST_WORDS.1
        && share(saying, words) >= REST_SAYS
        && share(said, english) >= ENGLISH_SAID;
    is_all_said.then(|| Finding::Omitted {
        text: text.trim().to_owned(),
    })
}

/// How many words of the English the lexicon knows, and how many of them the Korean says.
fn said(en: &[&str], evidence: &Evidence, lexicon: &Lexicon) -> (usize, usize) {
    let (mut words, mut said) = (0, 0);
    for (sentence, text) in en.iter().enumerate() {
        let counts = |token: &&Token| match token.class {
            Class::Number | Class::Date => true,
            Class::Word => {
                lexicon.knows(token.key) && !english::is_function_word(&text[token.span.clone()])
            }
            _ => false,
        };
        for token in english::terms(text).iter().filter(counts) {
            words += 1;
            said += usize::from(evidence.matches.iter().any(|found| {
                let place = &found.en;
                place.sentence == sentence
                    && place.span.start < token.span.end
                    && token.span.start < place.span.end
            }));
        }
    }
    (words, said)
}

/// The words of a Korean text that the lexicon knows and that say something.
fn known(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let tokens = korean::tokens(text).into_iter();
    let known = tokens.filter(|token| {
        let is_word = token.class == Class::Word && !korean::function_words().contains(&token.key);
        let letters = || Letters::of(&text[token.span.clone()]);
        is_word
            && lexicon
                .analyse(&letters())
                .iter()
                .any(|(_, fit)| *fit >= KNOWN)
    });
    known.map(|token| token.span).collect()
}

/// The sentences of a text, cut behind their stops but not within quotation marks and brackets.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut cut = Vec::new();
    let (mut depth, mut start, mut quoted) = (0usize, 0, false);
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        match letter {
            '“' | '‘' | '(' | '「' | '『' | '《' | '[' => depth += 1,
            '”' | '’' | ')' | '」' | '』' | '》' | ']' => depth = depth.saturating_sub(1),
            '"' => quoted = !quoted,
            '.' | '!' | '?' if depth == 0 && !quoted => {
                let ends = letters.peek().is_some_and(|(_, next)| next.is_whitespace());
                if ends && is_hangul(before) {
                    cut.push(start..at + 1);
                    start = at + 1;
                }
            }
            _ => {}
        }
        before = letter;
    }
    if start < text.len() {
        cut.push(start..text.len());
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(en: &str, ko: &str) -> Option<String> {
        let lexicon = Lexicon::shipped();
        let evidence = Evidence::of(&[en], &[ko], lexicon);
        let lengths = [en, ko].map(length::of);
        added(&[en], &[ko], lengths, &evidence, lexicon).map(|finding| finding.to_string())
    }

    #[test]
    fn a_sentence_that_nothing_of_the_english_says_is_told() {
        for (en, ko) in [
            (
                "The farmer sold 40 cows to his neighbor last autumn.",
                "농부는 지난가을 이웃에게 소 40마리를 팔았다. 그의 딸은 도시에서 빵집을 열었다.",
            ),
            (
                "The bridge was closed for repairs on Monday.",
                "다리는 월요일 수리를 위해 폐쇄됐다. 학생들은 배를 타고 학교에 갔다.",
            ),
            (
                "Wash the filter with warm water once a month.",
                "한 달에 한 번 따뜻한 물로 필터를 씻으십시오. 어린이의 손이 닿는 곳에 장난감을 두십시오.",
            ),
        ] {
            assert!(found(en, ko).is_some(), "{en}");
        }
        for (en, ko) in [
            (
                "The farmer sold 40 cows to his neighbor last autumn, and his daughter opened a bakery in town.",
                "농부는 지난가을 이웃에게 소 40마리를 팔았다. 딸은 읍내에 빵집을 열었다.",
            ),
            ("He left.", "그는 떠났다. 그리고 돌아오지 않았다."),
            (
                "The bridge was closed for repairs on Monday.",
                "다리는 월요일 수리를 위해 폐쇄됐다. 그렇다.",
            ),
        ] {
            assert_eq!(found(en, ko), None, "{en}");
        }
    }
}
