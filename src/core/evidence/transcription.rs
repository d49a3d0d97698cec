//! How probable it is that somebody writes an English name in these Hangul letters: a joint model of letters and jamo,
//! aligned up to three to up to three (Jiampojamarn, Kondrak and Sherif 2007). Finer than
//! [`likeness`](super::name_likeness), which finds the word that is meant; this tells whether it is spelled right.

use super::korean::is_hangul;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Letters and jamo of a piece.
const LONGEST: usize = 3;
/// Letters of a name, and jamo of a text; what follows is not looked at.
const MOST: (usize, usize) = (40, 400);
/// Logarithm of the probability of a jamo that nothing in the name explains, and of a letter more in a piece.
const UNSEEN: f32 = -13.8;
const LONGER: f32 = -0.69;

/// Mean logarithm a letter from which a word is a transcription of the name: 98 of 100 names of the lexicon are above it,
/// 3 of 4 words with one consonant changed are below.
pub const ACCEPTABLE: f32 = -2.2;

static TABLE: LazyLock<HashMap<u64, f32>> = LazyLock::new(|| {
    let lines = jjak_assets::TRANSCRIPTION.lines();
    let pieces = lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let letters = cells.next()?.as_bytes();
        let jamo: Vec<u8> = written(cells.next()?).collect();
        let cost: f32 = cells.next()?.parse().ok()?;
        Some((piece(letters, &jamo), -cost))
    });
    pieces.collect()
});

/// The jamo of the table's writing, where a final consonant has a hyphen before it.
fn written(text: &str) -> impl Iterator<Item = u8> {
    const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const MEDIALS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    let mut is_final = false;
    text.chars().filter_map(move |letter| {
        if letter == '-' {
            is_final = true;
            return None;
        }
        let at = |list: &str| list.chars().position(|other| other == letter);
        let jamo = if std::mem::take(&mut is_final) {
            at(FINALS).map(|at| FINAL + at)
        } else {
            at(INITIALS).or_else(|| at(MEDIALS).map(|at| MEDIAL + at))
        };
        jamo.map(|jamo| 1 + jamo as u8)
    })
}

/// Where the numbers of the medial and the final jamo begin.
const MEDIAL: usize = 19;
const FINAL: usize = MEDIAL + 21;
/// The number of ㅇ, which is not heard at the beginning of a syllable.
const SILENT: usize = 11;

/// A number for letters and jamo together.
fn piece(letters: &[u8], jamo: &[u8]) -> u64 {
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(1, |all, &byte| all << 8 | u64::from(byte))
    };
    number(letters) << 32 | number(jamo)
}

/// The small letters of a name, without accents and marks.
fn letters(name: &str) -> Vec<u8> {
    let bare = name.nfd().filter(char::is_ascii_alphabetic);
    let letters = bare.map(|letter| letter.to_ascii_lowercase() as u8);
    letters.take(MOST.0).collect()
}

/// The jamo of Hangul letters.
fn jamo(word: &[char]) -> Vec<u8> {
    let mut jamo = Vec::new();
    for &letter in word.iter().filter(|&&letter| is_hangul(letter)) {
        let at = letter as usize - '가' as usize;
        let (initial, medial, last) = (at / 588, at % 588 / 28, at % 28);
        if initial != SILENT {
            jamo.push(1 + initial as u8);
        }
        jamo.push(1 + (MEDIAL + medial) as u8);
        if last > 0 {
            jamo.push((FINAL + last) as u8);
        }
    }
    jamo.truncate(MOST.1);
    jamo
}

/// Mean logarithm of the probability, a letter of the name, that it is written as `word`.
pub fn score(name: &str, word: &[char]) -> f32 {
    let (name, jamo) = (letters(name), jamo(word));
    if name.is_empty() || jamo.is_empty() {
        return UNSEEN;
    }
    let width = jamo.len() + 1;
    let mut begin = vec![f32::MIN; width];
    begin[0] = 0.0;
    // The rows of the last letters, the latest first.
    let mut rows: Vec<Vec<f32>> = vec![begin];
    for at in 0..name.len() {
        let mut row = vec![f32::MIN; width];
        for (taken, before) in (1..=LONGEST).zip(&rows) {
            let Some(letters) = (at + 1).checked_sub(taken).map(|from| &name[from..=at]) else {
                break;
            };
            for (start, &sum) in before.iter().enumerate() {
                if sum == f32::MIN {
                    continue;
                }
                for end in start..=(start + LONGEST).min(jamo.len()) {
                    let sounds = &jamo[start..end];
                    let seen = TABLE.get(&piece(letters, sounds)).copied();
                    let unseen = || UNSEEN * sounds.len().max(1) as f32;
                    let cost = match seen {
                        Some(cost) => cost,
                        None if taken == 1 && sounds.len() < LONGEST => unseen(),
                        None => continue,
                    };
                    let sum = sum + cost + LONGER * (taken - 1) as f32;
                    row[end] = row[end].max(sum);
                }
            }
        }
        rows.insert(0, row);
        rows.truncate(LONGEST);
    }
    let whole = rows.first().and_then(|row| row.last().copied());
    (whole.unwrap_or(f32::MIN) / name.len() as f32).max(UNSEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(name: &str, word: &str) -> f32 {
        score(name, &word.chars().collect::<Vec<_>>())
    }

    #[test]
    fn what_is_written_for_a_name_is_told_from_what_nobody_would_write() {
        for (name, word) in [
            ("Imani", "이마니"),
            ("Marchetti", "마르체티"),
            ("Moon Chae-ho", "문채호"),
            ("Tongyeong", "통영"),
            ("Osei", "오세이"),
            ("Zhou", "저우"),
        ] {
            assert!(
                scored(name, word) >= ACCEPTABLE,
                "{name} {word} {}",
                scored(name, word)
            );
        }
        for (name, word) in [
            ("Imani", "이바나"),
            ("Robert", "로버드"),
            ("Marchetti", "마르세키"),
            ("Moon Chae-ho", "문재수"),
            ("Tongyeong", "동명"),
        ] {
            assert!(
                scored(name, word) < ACCEPTABLE,
                "{name} {word} {}",
                scored(name, word)
            );
        }
    }

    #[test]
    fn nothing_is_no_transcription() {
        assert_eq!(scored("", "김"), UNSEEN);
        assert_eq!(scored("Kim", ""), UNSEEN);
    }
}
