//! English that stands in the Korean: left as it was, or copied with a wrong letter.

use super::Finding;
use crate::article::{Lang, is_hangul};

/// Latin words in a row that are no title or firm any more, and how many of them begin with a small letter.
const RUN: usize = 4;
const SMALL_LETTERS: usize = 2;
/// Letters of a word whose copy is compared.
const LONG: usize = 4;

pub(super) fn copies(en: &[&str], ko: &[&str], source: Lang) -> Vec<Finding> {
    let mut found: Vec<Finding> = match source {
        Lang::En => ko.iter().filter_map(|text| untranslated(text)).collect(),
        Lang::Ko => en
            .iter()
            .filter_map(|text| untranslated_korean(text))
            .collect(),
    };
    if found.is_empty() {
        found.extend(ko.iter().flat_map(|text| miscopied(en, text)));
        found.extend(ko.iter().flat_map(|text| other_code(en, text)));
    }
    if found.is_empty() {
        found.extend(other_word(en, ko));
    }
    found
}

fn untranslated(korean: &str) -> Option<Finding> {
    let is_latin = |word: &str| {
        word.contains(|letter: char| letter.is_ascii_alphabetic()) && !word.contains(is_hangul)
    };
    let mut depth = 0;
    let mut run: Vec<&str> = Vec::new();
    let mut longest: Vec<&str> = Vec::new();
    for word in korean.split_whitespace() {
        // What stands in brackets beside its Korean, or in quotation marks, is there on purpose.
        let opens = word.contains(['(', '[', '“', '‘', '「', '『', '《', '〈']);
        let closes = word.contains([')', ']', '”', '’', '」', '』', '》', '〉']);
        depth += usize::from(opens);
        if is_latin(word) && depth == 0 {
            run.push(word);
        } else {
            run.clear();
        }
        if run.len() > longest.len() {
            longest.clone_from(&run);
        }
        depth -= usize::from(closes && depth > 0);
    }
    let small = |word: &&&str| word.starts_with(|letter: char| letter.is_ascii_lowercase());
    // Nothing was translated: neither brackets nor quotation marks excuse that.
    let whole = !korean.contains(is_hangul);
    if whole {
        longest = korean
            .split_whitespace()
            .filter(|word| is_latin(word))
            .collect();
    }
    let whole = whole && longest.iter().any(|word| small(&word));
    let is_text = longest.len() >= RUN && longest.iter().filter(small).count() >= SMALL_LETTERS;
    (is_text || whole && longest.len() + 1 >= RUN).then(|| Finding::Untranslated {
        text: longest.join(" "),
    })
}

/// Korean words in a row that no brackets or quotation marks excuse.
fn untranslated_korean(english: &str) -> Option<Finding> {
    const RUN: usize = 2;
    let (mut depth, mut quoted) = (0usize, false);
    let mut run: Vec<&str> = Vec::new();
    let mut longest: Vec<&str> = Vec::new();
    for word in english.split_whitespace() {
        let opens = word.contains(['(', '[', '“', '‘', '「', '『', '《', '〈']);
        let closes = word.contains([')', ']', '”', '’', '」', '』', '》', '〉']);
        let quotes = word.matches('"').count();
        depth += usize::from(opens);
        if word.contains(is_hangul) && depth == 0 && quotes == 0 && !quoted {
            run.push(word)
        } else {
            run.clear()
        }
        if run.len() > longest.len() {
            longest.clone_from(&run);
        }
        quoted ^= quotes % 2 == 1;
        depth -= usize::from(closes && depth > 0);
    }
    let is_whole =
        Lang::of(english) == Some(Lang::Ko) && !english.contains(|c: char| c.is_ascii_lowercase());
    if is_whole {
        longest = english.split_whitespace().collect();
    }
    (is_whole || longest.len() >= RUN).then(|| Finding::Untranslated {
        text: longest.join(" "),
    })
}

fn miscopied(en: &[&str], korean: &str) -> Vec<Finding> {
    let english: Vec<&str> = en.iter().flat_map(|text| latin_words(text)).collect();
    latin_words(korean)
        .filter(|word| word.chars().count() >= LONG && !english.contains(word))
        .filter_map(|word| {
            let same = english
                .iter()
                .any(|other| other.eq_ignore_ascii_case(word) || is_form(word, other));
            let near = english.iter().find(|other| one_letter_off(word, other));
            near.filter(|_| !same).map(|other| Finding::Miscopied {
                here: word.to_owned(),
                english: (*other).to_owned(),
            })
        })
        .collect()
}

/// Codes of the Korean, `CX-3`, that the English has not, while it has one of the same letters.
fn other_code(en: &[&str], korean: &str) -> Vec<Finding> {
    let english: Vec<&str> = en.iter().flat_map(|text| codes(text)).collect();
    let korean: Vec<&str> = codes(korean).collect();
    // `G-20` and `G20` are one.
    let has = |all: &[&str], code: &str| {
        let bare = |code: &str| code.replace('-', "");
        all.iter().any(|other| bare(other) == bare(code))
    };
    let here = korean.iter().filter(|code| !has(&english, code));
    here.filter_map(|code| {
        let mut open = english.iter().filter(|other| !has(&korean, other));
        let near = open.find(|other| letters(other) == letters(code))?;
        Some(Finding::Miscopied {
            here: (*code).to_owned(),
            english: (*near).to_owned(),
        })
    })
    .collect()
}

/// A Latin word that stands between the same words and marks as another one in the English: `Lindqvist & Ohm, 2019` for
/// `Lindqvist & Ahn, 2019`.
fn other_word(en: &[&str], ko: &[&str]) -> Option<Finding> {
    let english: Vec<&str> = en.iter().flat_map(|text| text.split_whitespace()).collect();
    let korean: Vec<&str> = ko.iter().flat_map(|text| text.split_whitespace()).collect();
    let bare = |word: &str| -> String {
        let letters = word.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let is_latin = |word: &str| {
        bare(word).len() > 1
            && word
                .chars()
                .all(|c| !c.is_alphabetic() || c.is_ascii_alphabetic())
    };
    let is_name = |word: &str| {
        word.contains(|c: char| c.is_ascii_uppercase())
            && is_latin(word)
            && !word.contains(|c: char| c.is_ascii_digit())
    };
    let stands = |words: &[&str], wanted: &str| words.iter().any(|word| bare(word) == bare(wanted));
    let same =
        |a: &str, b: &str| !bare(a).is_empty() && is_latin_or_figure(a) && bare(a) == bare(b);
    korean.windows(3).find_map(|here| {
        let [before, word, after] = here else {
            return None;
        };
        if !is_name(word) || stands(&english, word) {
            return None;
        }
        let there = english.windows(3).find_map(|there| {
            let [first, other, last] = there else {
                return None;
            };
            let sides = [same(before, first), same(after, last)];
            // `&` stands for a word.
            let joined = [
                *before == "&" && *first == "&",
                *after == "&" && *last == "&",
            ];
            let fits = (sides[0] || joined[0]) && (sides[1] || joined[1]);
            (fits && is_name(other) && !stands(&korean, other)).then_some(*other)
        })?;
        let trimmed = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        Some(Finding::Miscopied {
            here: trimmed(word),
            english: trimmed(there),
        })
    })
}

fn is_latin_or_figure(word: &str) -> bool {
    word.chars().all(|c| !is_hangul(c))
}

/// Words of capitals and figures: models, standards, parts.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.map(|word| word.trim_matches('-')).filter(|word| {
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.ends_with(|c: char| c.is_ascii_digit())
            && !word.contains(|c: char| c.is_ascii_lowercase())
    })
}

fn letters(code: &str) -> String {
    code.chars().filter(|c| c.is_ascii_alphabetic()).collect()
}

fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
}

/// `Pinch` of `Pinches` and the like: English endings, which Korean drops or adds.
fn is_form(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// Whether one letter was changed, left out, put in, or exchanged with the next; the first one is never wrong.
fn one_letter_off(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same_start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (&a[same_start..], &b[same_start..]);
    let tail = |a: &[u8], from: usize| a.get(from..).map(<[u8]>::to_vec);
    let changed = tail(rest_a, 1).is_some() && tail(rest_a, 1) == tail(rest_b, 1);
    let left_out = tail(rest_a, 0) == tail(rest_b, 1) || tail(rest_a, 1) == tail(rest_b, 0);
    let exchanged = match (rest_a, rest_b) {
        ([a, b, a_rest @ ..], [c, d, b_rest @ ..]) => (a, b, a_rest) == (d, c, b_rest),
        _ => false,
    };
    same_start > 0 && (changed || left_out || exchanged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(en: &str, ko: &str) -> Vec<String> {
        let found = copies(&[en], &[ko], Lang::En);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn another_name_in_the_same_place_is_told() {
        let here = "이는 사실이다(Ferrer-Pons, 2018; Lindqvist & Ohm, 2019, 실험 2).";
        let en = "It is so (Ferrer-Pons, 2018; Lindqvist & Ahn, 2019, Experiment 2).";
        assert_eq!(found(en, here), ["Ohm is Ahn in the English"]);
        assert!(found(en, &here.replace("Ohm", "Ahn")).is_empty());
        assert!(found(en, &here.replace("Ohm,", "안,")).is_empty());
    }

    #[test]
    fn english_left_in_the_korean_is_told() {
        let en = "The board voted to keep the rate, officials said.";
        assert_eq!(
            found(en, "위원회는 voted to keep the rate 라고 밝혔다."),
            ["untranslated: voted to keep the rate"]
        );
        assert_eq!(found(en, en).len(), 1);
    }

    #[test]
    fn names_titles_and_words_in_brackets_are_no_oversight() {
        for ko in [
            "서퍽 대학 정치 연구 센터(the Suffolk University center of politics)",
            "\u{201c}The Talking Dead of old\u{201d} 쇼가 있다.",
            "New York Times와 Wall Street Journal 보도",
            "CCTV와 TV, IT",
        ] {
            assert!(
                found("The Suffolk University center", ko).is_empty(),
                "{ko}"
            );
        }
    }

    #[test]
    fn korean_left_in_the_english_is_told_where_the_korean_was_first() {
        let found = |en: &str, source| copies(&[en], &["은행은 금리를 동결했다."], source).len();
        let left = "The bank 금리를 동결했다 on Monday.";
        assert_eq!((found(left, Lang::Ko), found(left, Lang::En)), (1, 0));
        assert_eq!(found("은행은 금리를 동결했다.", Lang::Ko), 1);
        for en in [
            "He sang Arirang (아리랑 아라리요) twice.",
            "The word \"한 그릇\" means a bowl.",
            "The 한글 day is a holiday.",
        ] {
            assert_eq!(found(en, Lang::Ko), 0, "{en}");
        }
    }

    #[test]
    fn another_code_is_told() {
        let found = copies(
            &["Use the CX-2 charger."],
            &["CX-3 충전기를 쓰십시오."],
            Lang::En,
        );
        assert!(matches!(&found[..], [Finding::Miscopied { here, .. }] if here == "CX-3"));
        assert_eq!(copies(&["A4 or A5 paper"], &["A5나 A4 용지"], Lang::En), []);
    }

    #[test]
    fn a_wrong_letter_is_told_and_another_form_is_not() {
        assert_eq!(
            found("Betty read a book.", "Brtty는 책을 읽었다."),
            ["Brtty is Betty in the English"]
        );
        assert!(found("Nine Pinches", "Pinche 투어").is_empty());
        assert!(one_letter_off("Augutus", "Augustus") && one_letter_off("form", "from"));
        assert!(!one_letter_off("Kate", "Late") && !one_letter_off("same", "same"));
    }
}
