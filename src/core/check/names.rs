//! One name spelled in two ways: 리처드 here, 리차드 there.

use super::{Finding, Reading};
use crate::article::{Lang, is_hangul};
use crate::bitext::Bitext;
use std::collections::HashMap;

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
pub fn bare(spelling: &str) -> &str {
    let bare = PARTICLES
        .iter()
        .find_map(|particle| spelling.strip_suffix(particle));
    bare.filter(|bare| bare.chars().count() >= 2)
        .unwrap_or(spelling)
}

/// Rows that must spell a name in the other way before this one is told.
const OFTEN: usize = 2;

pub fn spelled_otherwise(bitext: &Bitext, readings: &[&Reading], found: &mut [Vec<Finding>]) {
    let mut spellings: HashMap<&str, Vec<(&str, usize)>> = HashMap::new();
    for reading in readings {
        for (name, spelling) in &reading.names {
            let known = spellings.entry(name).or_default();
            match known.iter_mut().find(|(other, _)| other == spelling) {
                Some((_, rows)) => *rows += 1,
                None => known.push((spelling, 1)),
            }
        }
    }
    for (row, reading) in readings.iter().enumerate() {
        for (name, here) in &reading.names {
            let known = &spellings[name.as_str()];
            // Of equally many the first counts.
            let usual = known.iter().rev().max_by_key(|(_, rows)| *rows);
            let Some(&(usual, rows)) = usual.filter(|(usual, _)| usual != here) else {
                continue;
            };
            let is_there = || {
                let mut texts = bitext.texts(row, Lang::Ko);
                texts.any(|text| text.contains(usual))
            };
            if rows >= OFTEN && is_other_spelling(here, usual) && !is_there() {
                found[row].push(Finding::Name {
                    name: name.clone(),
                    here: here.clone(),
                    elsewhere: usual.to_owned(),
                });
            }
        }
    }
}

/// Whether two Korean words are the same name in two spellings: as many syllables, but for one or two the same. What
/// differs more is another word for the same person or place.
pub(super) fn is_other_spelling(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let hangul = a.iter().chain(&b).all(|&letter| is_hangul(letter));
    let differ = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    hangul && a.len() == b.len() && a.len() >= 2 && differ * 2 <= a.len()
}

#[cfg(test)]
mod tests {
    use super::{bare, is_other_spelling};

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
