//! Names that the Korean spells as nobody would, and names of somebody else: Richard and 리차드, Rotterdam and 로텔담,
//! Gwangju and 공주, Imani and 이바나.
//!
//! Told only where a word of the Korean is near enough to be meant for the name. A name that the Korean leaves out, or
//! calls by what it is, is its own affair.

mod named;
mod near;
mod unlike;

use super::{Finding, surnames};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::transcription::{self, ACCEPTABLE};
use crate::evidence::{Evidence, EvidenceKind};
use named::{NAMES, Name, Row, beginnings, hangul_words, names};
use near::near;
use unlike::unlike;

/// Letters of a name that are compared.
const SHORTEST: usize = 4;
/// Words that a name of one thing goes by; Korea has more.
const MOST_KNOWN: usize = 3;

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
    let named: Vec<Name> = sentences
        .flat_map(|(sentence, text)| names(sentence, text, lexicon))
        .collect();
    if named.is_empty() {
        return found;
    }
    let terms = evidence.of_kind(EvidenceKind::Term);
    let row = Row {
        en,
        names: named,
        words: ko.iter().flat_map(|text| hangul_words(text)).collect(),
        said: terms
            .map(|found| &ko[found.ko.sentence][found.ko.span.clone()])
            .collect(),
        lexicon,
    };
    let squeezed: String = {
        let letters = ko.iter().flat_map(|text| text.chars());
        letters.filter(|letter| !letter.is_whitespace()).collect()
    };
    let small = squeezed.to_lowercase();
    let is_said = |name: &&Name| {
        name.known
            .iter()
            .any(|known| squeezed.contains(&bare(known)))
            || small.contains(&name.text.to_lowercase())
    };
    let open: Vec<&Name> = row.names.iter().filter(|name| !is_said(name)).collect();
    for name in &open {
        let here = if name.known.is_empty() {
            unlike(name, &row).map(|here| (here, true))
        } else {
            near(name, &row)
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
    if found.is_empty() {
        found.extend(replaced(&open, &row, evidence));
    }
    found
}

/// A name that the lexicon knows where the Korean has another one that it knows, each the only one of its side.
fn replaced(open: &[&Name], row: &Row, evidence: &Evidence) -> Option<Finding> {
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
    let mut others = row.words.iter().filter_map(|word| {
        let longest = beginnings(word).filter_map(|part| {
            let text: String = part.iter().collect();
            let named = NAMES.get(text.as_str()).filter(|named| !named.is_word)?;
            Some((text, &named.english))
        });
        longest.last()
    });
    let english = row.en.join(" ").to_lowercase();
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

fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(en: &str, ko: &str) -> Vec<String> {
        let lexicon = Lexicon::shipped();
        let evidence = Evidence::of(&[en], &[ko], lexicon);
        let found = otherwise(&[en], &[ko], &evidence, lexicon);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn names_in_odd_but_right_letters_are_left_in_peace() {
        for (en, ko) in [
            (
                "They shot a man in Macomb.",
                "그들은 맥콤에서 한 남자를 쐈다.",
            ),
            ("He moved to High Wycombe.", "그는 하이위컴으로 이사했다."),
            ("Brettcombe is a village.", "브렛콤은 마을이다."),
            ("She married Lippeck.", "그는 립펙과 결혼했다."),
            ("Sam Plumb sang.", "샘 플럼이 노래했다."),
            ("The Great Khaan rode west.", "대 칸이 서쪽으로 달렸다."),
            ("Nguyen Kuhn spoke.", "응우옌 쿤은 말했다."),
            ("Mr. Pham laughed.", "팜은 웃었다."),
            (
                "The Spanish word Antillas named the Antilles.",
                "스페인어 안틸라스가 섬의 이름이 됐다.",
            ),
            (
                "The Sectorial Secretary is progressive.",
                "차관은 진보적 색채를 띤다.",
            ),
            ("The Ferrial party lost.", "정당은 페르를 잃었다."),
        ] {
            assert_eq!(found(en, ko), [""; 0], "{en}");
        }
    }

    #[test]
    fn names_that_nobody_would_write_so_are_told_whole() {
        for (en, ko, here) in [
            ("He lives in Tennessee.", "그는 테니시에 산다.", "테니시"),
            (
                "She met Richard there.",
                "그는 거기서 리차르드를 만났다.",
                "리차르드",
            ),
            ("Imani left.", "이바나는 떠났다.", "이바나"),
        ] {
            let told = found(en, ko);
            assert!(
                told.iter()
                    .any(|told| told.contains(&format!(" {here} here"))),
                "{told:?}"
            );
        }
    }
}
