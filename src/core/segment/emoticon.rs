//! Emoji, typed faces and laughter that hang on a sentence.

use super::character::is_emoticon;
use super::paragraph::Paragraph;

/// Faces made of marks, longest first where one begins like another.
const FACES: [&str; 26] = [
    ":-)", ":)", ":-(", ":(", ":-/", ":/", ":-D", ":D", ";-)", ";)", ":P", "^_^", "^^;;", "^^;",
    "^^", "T_T", "ㅠ_ㅠ", "-_-;;", "-_-;", "-_-", ";;;", ";;", "<3", ":'(", "=)", "OTL",
];

pub(super) fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}'..='\u{2B55}' | '\u{FE0F}' | '\u{200D}'
        | '\u{1F1E6}'..='\u{1F1FF}')
        && !matches!(c, '\u{2605}'..='\u{2606}' | '\u{260E}'..='\u{261F}' | '\u{2713}'..='\u{2718}' | '\u{2776}'..='\u{2793}')
}

/// The end of a run of emoticons that begins at `at` or behind one space, if white space or the end follows it.
/// Asterisks and dashes are no faces.
pub(super) fn run_end(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let mut end = at + usize::from(paragraph.at(at).is_whitespace() && at < paragraph.len());
    let start = end;
    loop {
        let round = end;
        end = paragraph.skip(end, |c| is_emoji(c) || (is_emoticon(c) && c != '~'));
        if let Some(face) = FACES.iter().find(|face| starts_with(paragraph, end, face)) {
            end += face.chars().count();
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
    let typed = FACES
        .iter()
        .any(|face| starts_with(paragraph, at + 1, face));
    typed.then(|| run_end(paragraph, at)).flatten()
}

fn starts_with(paragraph: &Paragraph, at: usize, face: &str) -> bool {
    face.chars()
        .enumerate()
        .all(|(place, c)| at + place < paragraph.len() && paragraph.at(at + place) == c)
}
