//! A sentence or clause that the Korean alone has: none of its words says anything of the English, all of which the rest
//! says already.

use super::{Finding, length};
use crate::align::TYPICAL_RATIO;
use crate::article::is_hangul;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, Letters, Token};
use crate::evidence::{Evidence, EvidenceKind, english, korean};
use std::ops::Range;

/// What a piece must be to be told.
struct Demands {
    /// Words of it that the lexicon knows.
    words: usize,
    /// Words that may match something by chance; for each it must have more.
    chance: usize,
    /// The length of the Korean against the usual one, with the piece and without it.
    long: f64,
    rest: f64,
}

const SENTENCE: Demands = Demands {
    words: 3,
    chance: 1,
    long: 1.15,
    rest: 0.55,
};
const CLAUSE: Demands = Demands {
    words: 4,
    chance: 0,
    long: 1.3,
    rest: 0.75,
};

/// Words more that a piece must have for each that matches.
const FOR_A_CHANCE: usize = 2;
/// Words of the rest of the Korean that the lexicon knows, the share of them that say something of the English, and the
/// share of the words of the English that are said.
const REST_WORDS: usize = 2;
const REST_SAYS: f64 = 0.3;
const ENGLISH_SAID: f64 = 0.35;
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
    let [usual, long] = lengths.map(|length| length as f64);
    let korean = Korean {
        texts: ko,
        evidence,
        lexicon,
        times: long / (usual * TYPICAL_RATIO),
    };
    let sentence = korean.alien(&SENTENCE, is_stop);
    let text = sentence
        .or_else(|| korean.alien(&CLAUSE, |text, at| is_stop(text, at) || joins(text, at)))?;
    let (words, said) = said(en, evidence, lexicon);
    (share(said, words) >= ENGLISH_SAID).then(|| Finding::Omitted {
        text: text.trim().to_owned(),
    })
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A part of a text of the Korean.
#[derive(Clone, PartialEq)]
struct Piece {
    text: usize,
    span: Range<usize>,
}

struct Korean<'a> {
    texts: &'a [&'a str],
    evidence: &'a Evidence,
    lexicon: &'a Lexicon,
    /// How long it is against what is usual.
    times: f64,
}

impl<'a> Korean<'a> {
    /// The only piece that says nothing of the English, of those that `ends` parts, if the rest says enough.
    fn alien(&self, demands: &Demands, ends: impl Fn(&str, usize) -> bool) -> Option<&'a str> {
        if self.times < demands.long {
            return None;
        }
        let texts = self.texts.iter().enumerate();
        let pieces: Vec<Piece> = texts
            .flat_map(|(text, all)| {
                let spans = cut(all, &ends).into_iter();
                spans.map(move |span| Piece { text, span })
            })
            .collect();
        if pieces.len() < 2 {
            return None;
        }
        let mut silent = pieces.iter().filter(|piece| self.is_silent(piece, demands));
        let piece = silent.next().filter(|_| silent.next().is_none())?;
        let text = self.text(piece)?;
        let all: usize = self.texts.iter().map(|text| length::of(text)).sum();
        let rest = self.times * (1.0 - share(length::of(text), all));
        let others: Vec<Piece> = pieces
            .iter()
            .filter(|other| *other != piece)
            .cloned()
            .collect();
        let words: Vec<Piece> = others.iter().flat_map(|other| self.known(other)).collect();
        let saying = words.iter().filter(|word| self.matches(word) > 0).count();
        let says_enough = words.len() >= REST_WORDS && share(saying, words.len()) >= REST_SAYS;
        (rest >= demands.rest && says_enough).then_some(text)
    }

    fn is_silent(&self, piece: &Piece, demands: &Demands) -> bool {
        let matches = self.matches(piece);
        matches <= demands.chance
            && self.known(piece).len() >= demands.words + matches * FOR_A_CHANCE
    }

    fn text(&self, piece: &Piece) -> Option<&'a str> {
        self.texts.get(piece.text)?.get(piece.span.clone())
    }

    /// How much of the English a piece says. A word may match by chance, a number or a name does not.
    fn matches(&self, piece: &Piece) -> usize {
        let found = self.evidence.matches.iter().filter(|found| {
            let span = &found.ko.span;
            found.ko.sentence == piece.text
                && span.start < piece.span.end
                && piece.span.start < span.end
        });
        found
            .map(|found| {
                if found.kind == EvidenceKind::Term {
                    1
                } else {
                    2
                }
            })
            .sum()
    }

    /// The words of a piece that the lexicon knows and that say something.
    fn known(&self, piece: &Piece) -> Vec<Piece> {
        let Some(text) = self.text(piece) else {
            return Vec::new();
        };
        let is_known = |token: &Token| {
            let letters = Letters::of(&text[token.span.clone()]);
            let lemmas = self.lexicon.analyse(&letters);
            lemmas.iter().any(|(_, fit)| *fit >= KNOWN)
        };
        let words = korean::tokens(text).into_iter().filter(|token| {
            token.class == Class::Word
                && !korean::function_words().contains(&token.key)
                && is_known(token)
        });
        let start = piece.span.start;
        let place = |token: Token| Piece {
            text: piece.text,
            span: start + token.span.start..start + token.span.end,
        };
        words.map(place).collect()
    }
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

/// A text cut where `ends` says so of a letter's place, but not within quotation marks and brackets.
fn cut(text: &str, ends: impl Fn(&str, usize) -> bool) -> Vec<Range<usize>> {
    let mut cut = Vec::new();
    let (mut depth, mut quoted, mut start) = (0usize, false, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '“' | '‘' | '(' | '「' | '『' | '《' | '[' => depth += 1,
            '”' | '’' | ')' | '」' | '』' | '》' | ']' => depth = depth.saturating_sub(1),
            '"' => quoted = !quoted,
            _ if depth == 0 && !quoted && ends(text, at) => {
                let end = at + letter.len_utf8();
                cut.push(start..end);
                start = end;
            }
            _ => {}
        }
    }
    if start < text.len() {
        cut.push(start..text.len());
    }
    cut
}

/// Whether the letter at a place ends a sentence that another follows.
fn is_stop(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let mut letters = rest.chars();
    letters.next().is_some_and(|letter| ".!?".contains(letter))
        && letters.next().is_some_and(char::is_whitespace)
        && before.ends_with(is_hangul)
}

/// Whether the letter at a place ends a clause that goes on: a comma, or the ending of a verb, 하고, 하며, 하지만, 하는데;
/// `하고 있다` is one verb.
fn joins(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let mut letters = rest.chars();
    let (letter, space) = (letters.next(), letters.next());
    let next = letters.as_str();
    let ends = match letter {
        Some(',') => true,
        Some('고') => before.ends_with(is_hangul) && !next.starts_with(['있', '싶']),
        Some('며') => before.ends_with(is_hangul),
        Some('만') => before.ends_with('지'),
        Some('데') => before.ends_with(['는', '은', '인', '던']),
        _ => false,
    };
    ends && space.is_some_and(char::is_whitespace)
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
                "The bank froze its rate at 2.5 percent.",
                "은행은 금리를 2.5%로 동결했고, 노동자들은 다음 주 공장 앞에서 시위를 벌일 예정이다.",
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
            (
                "The plant runs on solar power, with panels cleaned every 20 days by robots.",
                "그 공장은 햇빛을 모으는 방식을 쓰고 있기 때문에 먼지를 닦는 데 필요한 로봇이 20일마다 태양광 패널을 청소한다.",
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
