//! A known name that is nearly spelled as it is: Richard and 리차드.

use super::super::names;
use super::SHORTEST;
use super::named::{Name, Row, beginnings};
use crate::article::is_hangul;
use crate::evidence::transcription;

/// Jamo in which two spellings of a known name may differ, of so many.
const DIFFERING: (usize, usize) = (1, 3);
/// By how much, as a logarithm, a spelling must be less probable than the lexicon's to be a fault, where only vowels of as
/// many syllables differ, and else; and by how much a more probable one is another name's.
const WORSE_VOWELS: f32 = 3.5;
const WORSE: f32 = 1.5;
const BETTER: f32 = 10.0;

/// The word that is nearly one of the spellings of a name that the lexicon knows, and whether it is less probable than
/// these; one that is far more probable is another name.
pub(super) fn near(name: &Name, row: &Row) -> Option<(String, bool)> {
    let known = name.known.iter().map(|known| known.chars().collect());
    let known: Vec<Vec<char>> = known
        .filter(|known: &Vec<char>| {
            known.len() >= 2 && known.iter().all(|&letter| is_hangul(letter))
        })
        .collect();
    let letters = name.text.chars().count() as f32;
    let probability = |word: &[char]| transcription::score(name.text, word) * letters;
    let nearest = |word: &'_ [char]| {
        let parts = beginnings(word).filter_map(|part| Some((distance(&known, part)?, part)));
        // Of equally near ones the longer.
        let mut parts: Vec<(usize, &[char])> = parts.collect();
        parts.sort_by_key(|(distance, part)| (*distance, std::cmp::Reverse(part.len())));
        let mut free = parts.into_iter();
        free.find(|(_, part)| row.is_free(name, part, word))
            .map(|(distance, part)| (distance, part.to_vec()))
    };
    let (least, part) = row.words.iter().find_map(|word| nearest(word))?;
    let near = known
        .iter()
        .filter(|known| distance(std::slice::from_ref(known), &part) == Some(least));
    // Of several that it may be meant for the least probable counts.
    let usual = near.clone().map(|known| probability(known));
    let worse = usual.fold(f32::MAX, f32::min) - probability(&part);
    if worse < -BETTER {
        return None;
    }
    let mut near = near;
    let only_vowels =
        near.any(|known| known.len() == part.len() && consonants(known) == consonants(&part));
    let limit = if only_vowels { WORSE_VOWELS } else { WORSE };
    Some((part.iter().collect(), worse >= limit))
}

/// How many jamo a word differs in from the nearest of the spellings that are near enough.
fn distance(known: &[Vec<char>], part: &[char]) -> Option<usize> {
    let here = jamo(part);
    let distances = known.iter().filter_map(|known| {
        let there = jamo(known);
        let (differing, of) = DIFFERING;
        let distance = names::distance(&there, &here);
        let is_near =
            there.len() >= SHORTEST && distance * of <= there.len().max(here.len()) * differing;
        is_near.then_some(distance)
    });
    distances.min()
}

/// Initial, medial and final of each syllable, as numbers apart.
fn jamo(word: &[char]) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    // ㅇ at the beginning of a syllable says nothing.
    word.iter()
        .copied()
        .nfd()
        .filter(|&letter| letter != '\u{110b}')
        .collect()
}

/// The jamo that are no vowels.
fn consonants(word: &[char]) -> Vec<char> {
    let mut jamo = jamo(word);
    jamo.retain(|letter| !('\u{1161}'..='\u{1175}').contains(letter));
    jamo
}
