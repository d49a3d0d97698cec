//! A name that the lexicon does not know, spelled as nobody would: Imani and 이바나.

use super::SHORTEST;
use super::named::{LONGEST, Name, Row, beginnings};
use crate::evidence::Sounds;
use crate::evidence::korean::{is_hangul, is_particle};
use crate::evidence::transcription::{self, ACCEPTABLE};
use std::borrow::Cow;

/// How alike a word must sound to be meant for a name.
const MEANT: f32 = 0.6;
const FAINT: f32 = 0.4;

/// The word that sounds as if it were meant for a name that the lexicon does not know, and is spelled as nobody would.
pub(super) fn unlike(name: &Name, row: &Row) -> Option<String> {
    if name.text.len() < SHORTEST {
        return None;
    }
    let forms = [name.text, name.whole].map(|form| (without_silent(form), Sounds::of_name(form)));
    let likeness = |part: &[char]| {
        let sounds = Sounds::of_hangul(part);
        let forms = forms.iter().map(|(_, form)| form.likeness(&sounds));
        forms.fold(0.0, f32::max)
    };
    let is_written = |part: &[char]| {
        let mut forms = forms.iter();
        forms.any(|(form, _)| transcription::score(form, part) >= ACCEPTABLE)
    };
    // What does not sound like it at all is no transcription, either.
    let fits =
        |part: &[char]| likeness(part) >= FAINT && (is_written(part) || is_written(&once(part)));
    // It may stand behind a surname, before a given name or in a compound; one syllable only before a particle.
    let holds = |word: &Vec<char>| {
        let syllable = word.split_first_chunk::<1>();
        syllable.is_some_and(|(first, rest)| {
            (rest.is_empty() || is_particle(rest)) && is_written(first)
        }) || (2..=word.len().min(LONGEST)).any(|length| word.windows(length).any(fits))
    };
    if row.words.iter().any(holds) {
        return None;
    }
    let words = row.words.iter();
    let parts = words.flat_map(|word| beginnings(word).map(move |part| (word, part)));
    let meant = parts
        .map(|(word, part)| (likeness(part), word, part))
        .filter(|(likeness, ..)| *likeness >= MEANT)
        .filter(|(_, word, part)| row.is_free(name, part, word));
    let best = meant.max_by(|(a, ..), (b, ..)| a.total_cmp(b));
    best.map(|(_, _, part)| part.iter().collect())
}

/// A name without the letters that nobody hears at its end: `Lamb`, `Wycombe`.
fn without_silent(name: &str) -> Cow<'_, str> {
    let bare = name.strip_suffix("mbe").or(name.strip_suffix("mb"));
    bare.map_or(Cow::Borrowed(name), |bare| Cow::Owned(format!("{bare}m")))
}

/// The number of a final consonant, and of the initials that say the same.
const DOUBLED: [(u32, &[u32]); 5] = [
    (1, &[0, 1, 15]),   // ㄱ: ㄱ, ㄲ, ㅋ
    (4, &[2]),          // ㄴ
    (16, &[6]),         // ㅁ
    (17, &[7, 8, 17]),  // ㅂ: ㅂ, ㅃ, ㅍ
    (19, &[9, 10, 16]), // ㅅ: ㅅ, ㅆ, ㅌ
];

/// A word with every consonant that closes a syllable and begins the next one written once: 맥콤 as 매콤.
fn once(word: &[char]) -> Vec<char> {
    let mut once = word.to_vec();
    for (letter, next) in once.iter_mut().zip(word.iter().skip(1)) {
        let (Some(at), Some(next)) = (syllable(*letter), syllable(*next)) else {
            continue;
        };
        let (last, first) = (at % FINALS, next / (MEDIALS * FINALS));
        let is_doubled = DOUBLED
            .iter()
            .any(|(doubled, firsts)| *doubled == last && firsts.contains(&first));
        if is_doubled {
            *letter = char::from_u32('가' as u32 + at - last).unwrap_or(*letter);
        }
    }
    once
}

/// The number of a syllable of Hangul.
fn syllable(letter: char) -> Option<u32> {
    let at = (letter as u32).checked_sub('가' as u32)?;
    is_hangul(letter).then_some(at)
}

const MEDIALS: u32 = 21;
const FINALS: u32 = 28;
