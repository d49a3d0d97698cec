//! Measures of a pair that filters of corpora go by.

use super::lexicon::Lexicon;
use super::quantity::Quantity;
use super::{Evidence, english, korean};
use crate::article::{Lang, is_hangul};
use serde::Serialize;

/// What can be measured of a pair without knowing any other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Quality {
    /// Korean characters for one English.
    pub length_ratio: f32,
    /// How much of the English letters, 0 to 1, is Latin.
    pub en_script: f32,
    /// How much of the Korean letters, 0 to 1, is Hangul.
    pub ko_script: f32,
    /// Whether both sides have the same numbers; `None` if neither has any.
    pub numbers_agree: Option<bool>,
    /// How much of the letters and digits of both sides, 0 to 1, stands in words that match: numbers, names, words of the
    /// lexicon.
    pub overlap: f32,
}

impl Quality {
    /// The names of the measures.
    pub const NAMES: [&str; 5] = [
        "length_ratio",
        "en_script",
        "ko_script",
        "numbers_agree",
        "overlap",
    ];

    /// Of a pair; `None` if a side is empty.
    pub fn of(en: &str, ko: &str, lexicon: &Lexicon) -> Option<Quality> {
        if en.is_empty() || ko.is_empty() {
            return None;
        }
        let [en_length, ko_length] = [en, ko].map(|text| text.chars().count());
        let own = |text, lang| {
            let [own, all] = own_letters(text, lang);
            share(own, all)
        };
        let found = Evidence::of(&[en], &[ko], lexicon).matches;
        let matched = |text: &str, span: &std::ops::Range<usize>| {
            signs(text.get(span.clone()).unwrap_or_default())
        };
        let en_matched: usize = found.iter().map(|one| matched(en, &one.en.span)).sum();
        let ko_matched: usize = found.iter().map(|one| matched(ko, &one.ko.span)).sum();
        Some(Quality {
            length_ratio: rounded(share(ko_length, en_length)),
            en_script: rounded(own(en, Lang::En)),
            ko_script: rounded(own(ko, Lang::Ko)),
            numbers_agree: numbers_agree(en, ko),
            overlap: rounded((share(en_matched, signs(en)) + share(ko_matched, signs(ko))) / 2.0),
        })
    }

    /// The measures as a table has them; `numbers_agree` is `yes`, `no` or empty.
    pub fn cells(&self) -> [String; 5] {
        let agree = match self.numbers_agree {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        [
            self.length_ratio.to_string(),
            self.en_script.to_string(),
            self.ko_script.to_string(),
            agree.to_owned(),
            self.overlap.to_string(),
        ]
    }
}

/// How many letters of a text are in the script of `lang`, and how many there are.
pub fn own_letters(text: &str, lang: Lang) -> [usize; 2] {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let is_own = |letter: char| match lang {
        Lang::En => letter.is_ascii(),
        Lang::Ko => is_hangul(letter),
    };
    letters.fold([0, 0], |[own, all], letter| {
        [own + usize::from(is_own(letter)), all + 1]
    })
}

/// Whether both sides have the same numbers; `None` if neither has any.
pub fn numbers_agree(en: &str, ko: &str) -> Option<bool> {
    let numbers = |found: Vec<Quantity>| {
        let mut numbers: Vec<u64> = found.iter().map(|one| one.value.to_bits()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    };
    let (en, ko) = (
        numbers(english::quantities(en)),
        numbers(korean::quantities(ko)),
    );
    (!en.is_empty() || !ko.is_empty()).then_some(en == ko)
}

/// Letters and digits.
fn signs(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

fn rounded(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quality(en: &str, ko: &str) -> Quality {
        Quality::of(en, ko, Lexicon::shipped()).unwrap()
    }

    #[test]
    fn a_good_pair_measures_better_than_a_bad_one() {
        let good = quality(
            "Exports rose 8.4 percent in October.",
            "10월 수출은 8.4% 늘었다.",
        );
        assert_eq!((good.en_script, good.ko_script), (1.0, 1.0));
        assert!(good.overlap > 0.6, "{good:?}");
        let bad = quality(
            "Exports rose 8.4 percent in October.",
            "그는 문을 닫고 나갔다.",
        );
        assert_eq!(bad.numbers_agree, Some(false));
        assert!(bad.overlap < 0.2, "{bad:?}");
    }

    #[test]
    fn untranslated_text_is_in_the_other_script() {
        let copied = quality("The port opens.", "The port opens.");
        assert_eq!((copied.ko_script, copied.length_ratio), (0.0, 1.0));
        assert_eq!(copied.numbers_agree, None);
    }

    #[test]
    fn a_row_of_one_side_has_no_measures() {
        assert_eq!(Quality::of("", "비가 왔다.", Lexicon::shipped()), None);
    }
}
