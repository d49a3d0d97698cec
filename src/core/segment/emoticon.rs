//! Emoji, typed faces and laughter that hang on a sentence.

use super::character::is_emoticon;
use super::paragraph::Paragraph;

/// Faces made of marks, longest first where one begins like another.
const FACES: [&str; 19] = [
    ":-)", ":)", ":-(", ":(", ":-/", ":/", ":-D", ":D", ";-)", ";)", ":P", ":3", "XD", ";;;", ";;",
    "<3", ":'(", "=)", "OTL",
];

/// What eyes and mouths of faces such as `^_^`, `T.T` and `ㅎㅅㅎ` are made of. Two `^` need no mouth.
const EYES: &str = "^TㅠㅜㅎㅇㅋOoX@=><-ㅡ*ToQㅍ'";
const MOUTHS: &str = "_.-ㅅㅁㅂ0oOw,ㅗuωДεㅠ▽∇";

pub(super) fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}'..='\u{2B55}' | '\u{FE0F}' | '\u{200D}'
        | '\u{1F1E6}'..='\u{1F1FF}')
        && !matches!(c, '\u{2605}'..='\u{2606}' | '\u{260E}'..='\u{261F}' | '\u{2713}'..='\u{2718}'
            | '\u{274D}' | '\u{274F}'..='\u{2752}' | '\u{2776}'..='\u{2793}')
}

/// The end of a run of emoticons that begins at `at` or behind one space, if white space or the end follows it.
/// Asterisks and dashes are no faces.
pub(super) fn run_end(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let mut end = at + usize::from(paragraph.at(at).is_whitespace() && at < paragraph.len());
    let start = end;
    loop {
        let round = end;
        match face(paragraph, end) {
            Some(length) => end += length,
            None => {
                let sign = paragraph.at(end);
                end += usize::from(is_emoji(sign) || (is_emoticon(sign) && sign != '~'));
            }
        }
        if end == round {
            break;
        }
    }
    let apart = end >= paragraph.len() || paragraph.at(end).is_whitespace();
    (end > start && apart).then_some(end)
}

/// The end of the typed faces that stand at `at` behind one space, such as ` :(`.
pub(super) fn face_end(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let drawn = is_emoji(paragraph.at(at + 1)) && !is_heart(paragraph.at(at + 1));
    (drawn || face(paragraph, at + 1).is_some())
        .then(|| run_end(paragraph, at))
        .flatten()
}

/// A heart may stand for a verb: `I ❤️ New York`.
fn is_heart(c: char) -> bool {
    matches!(c, '\u{2764}' | '\u{2665}' | '\u{1F90D}'..='\u{1F90E}' | '\u{1F493}'..='\u{1F49F}' | '\u{1F5A4}' | '\u{1F9E1}')
}

/// The length of the typed face at `at`.
fn face(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let listed = FACES.iter().find(|face| starts_with(paragraph, at, face));
    listed
        .map(|face| face.chars().count())
        .or_else(|| drawn_face(paragraph, at))
}

/// `^_^;`, `T.T`, `>_<`: two eyes that are alike or mirrored, and a mouth.
fn drawn_face(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let eye = paragraph.at(at);
    if !EYES.contains(eye) {
        return None;
    }
    let mirrored = match eye {
        '>' => '<',
        '<' => '>',
        eye => eye,
    };
    let length = match (paragraph.at(at + 1), paragraph.at(at + 2)) {
        ('^', _) if eye == '^' => 2,
        (mouth, other) if MOUTHS.contains(mouth) && other == mirrored && mouth != eye => 3,
        _ => return None,
    };
    // A word such as `oOo`, a range or a rule is none.
    let inside_word = paragraph.before(at).is_ascii_alphanumeric()
        || paragraph.at(at + length).is_ascii_alphanumeric();
    let sweat = paragraph.skip(at + length, |c| c == ';') - at;
    (!inside_word).then_some(sweat)
}

/// Where a run of emoji that is glued to a word and ends at `end` begins; `None` if there is none.
pub(super) fn run_start(paragraph: &Paragraph, from: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let run = paragraph.chars[from..end].iter().rev().take(LONGEST);
    let length = run.take_while(|&&c| is_emoji(c) || is_emoticon(c)).count();
    let run = &paragraph.chars[end - length..end];
    run.iter().any(|&c| is_emoji(c)).then_some(end - length)
}

fn starts_with(paragraph: &Paragraph, at: usize, face: &str) -> bool {
    face.chars()
        .enumerate()
        .all(|(place, c)| at + place < paragraph.len() && paragraph.at(at + place) == c)
}
