//! One name spelled in two ways: 리처드 here, 리차드 there.

use crate::article::{Lang, is_hangul};
use std::collections::HashMap;

/// A name in a row and how it is spelled there, as numbers of words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelled {
    pub row: usize,
    pub name: u32,
    pub here: u32,
}

/// Particles that stand glued to a name, the longer ones first.
const PARTICLES: [&str; 26] = [
    "에게서",
    "으로",
    "에서",
    "에게",
    "에는",
    "에도",
    "이나",
    "이라",
    "까지",
    "부터",
    "처럼",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "로",
    "도",
    "와",
    "과",
    "나",
    "만",
    "라",
];

/// A name without its particle. Of a name that ends like one all spellings lose that syllable.
pub(super) fn bare(spelling: &str) -> &str {
    let bare = PARTICLES
        .iter()
        .find_map(|particle| spelling.strip_suffix(particle));
    bare.filter(|bare| bare.chars().count() >= 2)
        .unwrap_or(spelling)
}

/// Rows that must spell a name in the other way before this one is told.
const OFTEN: usize = 2;

/// The name of the source and how the translation spells it.
pub(super) fn from_and_to((en, ko): &(String, String), source: Lang) -> [&str; 2] {
    match source {
        Lang::En => [en, ko],
        Lang::Ko => [ko, en],
    }
}

/// The rows that spell a name otherwise than most, with the usual spelling; `word` gives the word of a number.
pub(super) fn spelled_otherwise<'w>(
    names: &[Spelled],
    word: impl Fn(u32) -> &'w str,
) -> Vec<(Spelled, u32)> {
    let mut spellings: HashMap<u32, Vec<(u32, usize)>> = HashMap::new();
    for spelled in names {
        let known = spellings.entry(spelled.name).or_default();
        match known.iter_mut().find(|(other, _)| *other == spelled.here) {
            Some((_, rows)) => *rows += 1,
            None => known.push((spelled.here, 1)),
        }
    }
    // Of equally many the first counts.
    let usual = |name: u32| {
        let known = spellings.get(&name)?;
        known.iter().rev().max_by_key(|(_, rows)| *rows)
    };
    let all = names.iter().filter_map(|&spelled| {
        let &(usual, rows) = usual(spelled.name).filter(|(usual, _)| *usual != spelled.here)?;
        let is_told = rows >= OFTEN && is_other_spelling(word(spelled.here), word(usual));
        is_told.then_some((spelled, usual))
    });
    all.collect()
}

/// Whether two words are the same name in two spellings: of Korean ones as many syllables, but for one or two the same,
/// of English ones the same first letter and a letter in four another. What differs more is another word for the same
/// person or place.
pub(super) fn is_other_spelling(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return is_other_romanization(a, b);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let hangul = a.iter().chain(&b).all(|&letter| is_hangul(letter));
    let differ = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    hangul && a.len() == b.len() && a.len() >= 2 && differ * 2 <= a.len()
}

/// Names that begin with another letter are left alone, as they are often another's; a plural or possessive is the same
/// spelling.
fn is_other_romanization(a: &str, b: &str) -> bool {
    let bare = |name: &str| -> Vec<char> {
        let name = name.strip_suffix("'s").unwrap_or(name);
        let letters = name.chars().filter(char::is_ascii_alphabetic);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let (a, b) = (bare(a), bare(b));
    let is_plural = |a: &[char], b: &[char]| a.strip_suffix(&['s']) == Some(b);
    let long = a.len().max(b.len());
    a != b
        && !is_plural(&a, &b)
        && !is_plural(&b, &a)
        && a.first() == b.first()
        && distance(&a, &b) * 4 <= long
}

/// Letters to change, put in or leave out (Levenshtein 1966).
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, letter) in a.iter().enumerate() {
        let mut before = std::mem::replace(&mut row[0], at + 1);
        for (column, other) in b.iter().enumerate() {
            let changed = before + usize::from(letter != other);
            before = row[column + 1];
            row[column + 1] = changed.min(before + 1).min(row[column] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{bare, is_other_spelling};

    #[test]
    fn romanizations_are_told_from_other_names() {
        assert!(is_other_spelling("Haeundae", "Haewundae"));
        assert!(is_other_spelling("Gyeongju", "Gyongju"));
        for (a, b) in [
            ("Kim", "Kang"),
            ("Lee's", "Lee"),
            ("Suns", "Sun"),
            ("Seoul", "SEOUL"),
        ] {
            assert!(!is_other_spelling(a, b), "{a} {b}");
        }
    }

    #[test]
    fn spellings_are_told_from_other_words() {
        assert!(is_other_spelling("리처드", "리차드"));
        assert!(!is_other_spelling("미국", "워싱턴"));
        assert!(!is_other_spelling("김", "킴"));
        assert_eq!(bare("로드리게스의"), bare("로드리게스에게"));
        assert_eq!(bare("로사나"), "로사");
        assert_eq!(bare("은이"), "은이");
    }
}
