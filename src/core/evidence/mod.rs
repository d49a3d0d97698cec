//! Why two sentences match: equal numbers and dates, copied words, pairs of the lexicon, and names that sound alike;
//! and what has no partner.
//!
//! ```
//! use jjak_core::evidence::{Evidence, EvidenceKind, lexicon::Lexicon};
//! let evidence = Evidence::of(&["Exports rose 8.4 percent."], &["수출은 8.4% 늘었다."], Lexicon::shipped());
//! assert_eq!(evidence.of_kind(EvidenceKind::Number).count(), 1);
//! ```

mod candidates;
mod conjugation;
pub mod english;
pub mod frequency;
pub mod glossary;
pub mod korean;
pub mod lexicon;
mod numbers;
pub mod quality;
pub mod quantity;
pub mod terms;
pub mod tokens;
pub mod transcription;
mod transliteration;

use crate::article::Lang;
pub use candidates::ALIKE;
pub use transliteration::{Sounds, likeness as name_likeness};

use candidates::{Candidate, Side};
use lexicon::Lexicon;
use std::ops::Range;
use tokens::{Class, Token, is_latin};

/// What a piece of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// A number, in digits or words.
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

/// A piece of one of the sentences of a bead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePlace {
    /// Which sentence of its side, counted from 0.
    pub sentence: usize,
    /// Bytes of the sentence.
    pub span: Range<usize>,
}

/// A piece of the English and a piece of the Korean that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// In the English.
    pub en: EvidencePlace,
    /// In the Korean.
    pub ko: EvidencePlace,
    /// What both are.
    pub kind: EvidenceKind,
    /// How well they match, 0 to 1: 1 for equal numbers and copies, less for a form that may be of another word, or
    /// for names that sound alike but for some letters.
    pub strength: f32,
}

/// A number, a date, a name or a Latin word that nothing on the other side matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lone {
    /// The side it stands on.
    pub lang: Lang,
    /// Where it stands.
    pub place: EvidencePlace,
    /// What it is.
    pub kind: EvidenceKind,
}

/// What speaks for a bead and what does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// In English order. No piece is in two of them: longer phrases and surer matches win.
    pub matches: Vec<Match>,
    /// What should have a partner and has none, the English first. Numbers count where digits are written, English
    /// names by their capital, Korean ones only in Latin letters.
    pub lone: Vec<Lone>,
}

/// What follows in a bead of more tokens than this is not looked at.
const MOST_TOKENS: usize = 1_000;

impl Evidence {
    /// The evidence for the sentences `en` and `ko` being a bead.
    pub fn of(en: &[&str], ko: &[&str], lexicon: &Lexicon) -> Evidence {
        let english = Side::of(en, |text| {
            let mut tokens = english::tokens(text);
            lexicon.add_phrases(&mut tokens);
            tokens.retain(|token| {
                token.class != Class::Word || !english::is_function_word(&text[token.span.clone()])
            });
            tokens
        });
        let korean = Side::of(ko, korean::tokens);
        let mut found = candidates::equal(&english, &korean);
        found.extend(candidates::translated(lexicon, &english, &korean));
        found.extend(candidates::sounding_alike(lexicon, &english, &korean));
        let chosen = chosen(found, english.text.len(), korean.text.len());
        let taken = |piece: fn(&Candidate) -> &Range<usize>| -> Vec<Range<usize>> {
            chosen.iter().map(|found| piece(found).clone()).collect()
        };
        let mut lone = lone_english(&english, &taken(|found| &found.en), lexicon);
        lone.extend(lone_korean(&korean, &taken(|found| &found.ko)));
        Evidence {
            matches: chosen
                .into_iter()
                .map(|found| Match {
                    en: english.place(&found.en),
                    ko: korean.place(&found.ko),
                    kind: found.kind,
                    strength: found.strength,
                })
                .collect(),
            lone,
        }
    }

    /// The matches of one kind.
    pub fn of_kind(&self, kind: EvidenceKind) -> impl Iterator<Item = &Match> {
        self.matches.iter().filter(move |found| found.kind == kind)
    }
}

/// Candidates of which no two share a letter, the best first, in English order.
fn chosen(mut found: Vec<Candidate>, en: usize, ko: usize) -> Vec<Candidate> {
    found.sort_by(|a, b| b.rank.total_cmp(&a.rank));
    let (mut taken_en, mut taken_ko) = (vec![false; en], vec![false; ko]);
    let mut chosen = Vec::new();
    for found in found {
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

fn overlaps(span: &Range<usize>, taken: &[Range<usize>]) -> bool {
    taken
        .iter()
        .any(|other| other.start < span.end && span.start < other.end)
}

/// Whether a token is a number in digits or a date.
fn is_figure(token: &Token, text: &str) -> Option<EvidenceKind> {
    let digits = || text[token.span.clone()].contains(|letter: char| letter.is_ascii_digit());
    match token.class {
        Class::Number if digits() => Some(EvidenceKind::Number),
        Class::Date => Some(EvidenceKind::Date),
        _ => None,
    }
}

fn lone_english(side: &Side, taken: &[Range<usize>], lexicon: &Lexicon) -> Vec<Lone> {
    let mut pieces: Vec<(Range<usize>, EvidenceKind)> = side
        .tokens
        .iter()
        .filter(|token| !overlaps(&token.span, taken))
        .filter_map(|token| Some((token.span.clone(), is_figure(token, &side.text)?)))
        .collect();
    // A name of which one word is matched has its partner.
    let names = candidates::whole_names(lexicon, side);
    let without = names.into_iter().filter(|name| !overlaps(name, taken));
    pieces.extend(without.map(|name| (name, EvidenceKind::Name)));
    pieces.sort_by_key(|(span, _)| span.start);
    lone(Lang::En, side, pieces)
}

fn lone_korean(side: &Side, taken: &[Range<usize>]) -> Vec<Lone> {
    let latin = |token: &Token| {
        let word = &side.text[token.span.clone()];
        let copied =
            token.class == Class::Latin && word.chars().filter(|&c| is_latin(c)).count() > 1;
        copied.then_some(EvidenceKind::Copy)
    };
    let pieces = side
        .tokens
        .iter()
        .filter(|token| !overlaps(&token.span, taken))
        .filter_map(|token| {
            let kind = is_figure(token, &side.text).or_else(|| latin(token))?;
            Some((token.span.clone(), kind))
        })
        .collect();
    lone(Lang::Ko, side, pieces)
}

fn lone(lang: Lang, side: &Side, pieces: Vec<(Range<usize>, EvidenceKind)>) -> Vec<Lone> {
    pieces
        .into_iter()
        .map(|(span, kind)| Lone {
            lang,
            place: side.place(&span),
            kind,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs<'a>(en: &'a str, ko: &'a str) -> Vec<(&'a str, &'a str, EvidenceKind)> {
        let evidence = Evidence::of(&[en], &[ko], Lexicon::shipped());
        let found = evidence.matches.into_iter();
        found
            .map(|found| (&en[found.en.span], &ko[found.ko.span], found.kind))
            .collect()
    }

    #[test]
    fn numbers_dates_terms_and_copies_are_found() {
        let found = pairs(
            "On Feb. 18 the central bank sold $110 million of NVIDIA shares.",
            "중앙은행은 2월 18일 엔비디아(NVIDIA) 주식 1억1천만 달러어치를 팔았다.",
        );
        for expected in [
            ("Feb", "2월", EvidenceKind::Date),
            ("18", "18", EvidenceKind::Number),
            ("110 million", "1억1천만", EvidenceKind::Number),
            ("NVIDIA", "NVIDIA", EvidenceKind::Copy),
            ("sold", "팔았다", EvidenceKind::Term),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
    }

    #[test]
    fn names_are_found_by_sound() {
        let found = pairs(
            "Castellanez thanked Gwak Min-seok.",
            "카스테야네스는 곽민석에게 감사했다.",
        );
        assert!(
            found.contains(&("Castellanez", "카스테야네스", EvidenceKind::Name)),
            "{found:?}"
        );
        assert!(
            found.contains(&("Gwak Min-seok", "곽민석", EvidenceKind::Name)),
            "{found:?}"
        );
    }

    #[test]
    fn a_place_is_found_before_what_kind_of_place_it_is() {
        let found = pairs("Boats left Eunpo.", "배들이 은포항을 떠났다.");
        assert!(
            found.contains(&("Eunpo", "은포", EvidenceKind::Name)),
            "{found:?}"
        );
    }

    #[test]
    fn figures_and_names_without_a_partner_are_told_with_their_sentence() {
        let en = [
            "Rents rose 12 percent.",
            "Ellen Marsh moved to Bramwick on Monday.",
        ];
        let ko = [
            "월세가 15퍼센트 올랐다.",
            "엘런 마시는 GTX 역 근처로 이사했다.",
        ];
        let evidence = Evidence::of(&en, &ko, Lexicon::shipped());
        let lone: Vec<(Lang, &str, EvidenceKind)> = evidence
            .lone
            .iter()
            .map(|lone| {
                let texts = if lone.lang == Lang::En { en } else { ko };
                (
                    lone.lang,
                    &texts[lone.place.sentence][lone.place.span.clone()],
                    lone.kind,
                )
            })
            .collect();
        assert_eq!(
            lone,
            [
                (Lang::En, "12", EvidenceKind::Number),
                (Lang::En, "Bramwick", EvidenceKind::Name),
                (Lang::En, "Monday", EvidenceKind::Date),
                (Lang::Ko, "15", EvidenceKind::Number),
                (Lang::Ko, "GTX", EvidenceKind::Copy),
            ],
            "{:?}",
            evidence.matches
        );
    }

    #[test]
    fn strength_tells_sure_matches_from_others() {
        let en = ["Castellanez paid 300 won."];
        let evidence = Evidence::of(&en, &["카스테야네스는 300원을 냈다."], Lexicon::shipped());
        let of = |kind| evidence.of_kind(kind).next().map(|found| found.strength);
        assert_eq!(of(EvidenceKind::Number), Some(1.0));
        assert!(
            of(EvidenceKind::Name).is_some_and(|strength| strength < 1.0),
            "{evidence:?}"
        );
    }
}
