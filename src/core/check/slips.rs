//! What editing a sentence brought in that its source had not.

use super::Finding;
use crate::article::{Lang, is_hangul};
use crate::bitext::{Bead, Bitext};
use std::fmt;

/// A slip of the hand in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A space before a mark that follows its word.
    SpaceBeforeMark,
    /// A bracket or quotation mark without its partner.
    Unbalanced(char),
    /// The same word twice, one after the other.
    DoubledWord(String),
    /// The mark at the end is gone.
    NoEndMark,
    /// A statement where the other side asks.
    NoQuestion,
    /// A letter or digit of twice the width.
    FullWidth(char),
    /// A space too many within the text, or at its ends.
    LooseSpace,
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Slip::SpaceBeforeMark => f.write_str("a space before a mark"),
            Slip::Unbalanced(mark) => write!(f, "{mark} without its partner"),
            Slip::DoubledWord(word) => write!(f, "\u{201c}{word} {word}\u{201d}"),
            Slip::NoEndMark => f.write_str("no mark at the end"),
            Slip::NoQuestion => f.write_str("no question, as the other side is"),
            Slip::FullWidth(letter) => write!(f, "{letter} is of full width"),
            Slip::LooseSpace => f.write_str("a space too many"),
        }
    }
}

const PAIRS: [(char, char); 8] = [
    ('(', ')'),
    ('[', ']'),
    ('“', '”'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('{', '}'),
];

pub(super) fn slips(bitext: &Bitext, bead: &Bead) -> Vec<Finding> {
    let mut found = Vec::new();
    for lang in Lang::BOTH {
        let side = bitext.side(lang);
        for &id in bead.ids(lang) {
            let Some(segment) = side.segment(id) else {
                continue;
            };
            if let Some(edited) = &segment.edited {
                let source = side.article.line(&segment.span);
                let before = of_text(&source);
                let new = of_text(edited)
                    .into_iter()
                    .filter(|slip| !before.contains(slip));
                let lost_end = ends(&source) && !ends(edited);
                let new = new.chain(lost_end.then_some(Slip::NoEndMark));
                found.extend(new.map(|slip| Finding::Slip { lang, id, slip }));
            }
        }
    }
    found
}

pub(super) fn of_text(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let letters: Vec<char> = text.chars().collect();
    if (0..letters.len()).any(|at| is_loose(&letters, at)) {
        slips.push(Slip::SpaceBeforeMark);
    }
    let (mut opened, mut quotes) = ([0i32; PAIRS.len()], 0);
    for &letter in &letters {
        match letter {
            '"' => quotes += 1,
            // Most letters are none of them.
            letter if letter.is_ascii_alphanumeric() || is_hangul(letter) => {}
            letter => {
                for (count, (open, close)) in opened.iter_mut().zip(PAIRS) {
                    *count += i32::from(letter == open) - i32::from(letter == close);
                }
            }
        }
    }
    for (count, (open, close)) in opened.into_iter().zip(PAIRS) {
        match count {
            0 => {}
            1.. => slips.push(Slip::Unbalanced(open)),
            _ => slips.push(Slip::Unbalanced(close)),
        }
    }
    if quotes % 2 == 1 {
        slips.push(Slip::Unbalanced('"'));
    }
    let words = text.split(' ').zip(text.split(' ').skip(1));
    let doubled = words
        .filter(|(word, next)| word == next && word.chars().all(char::is_alphabetic))
        .filter(|(word, _)| word.chars().count() > 1);
    slips.extend(doubled.map(|(word, _)| Slip::DoubledWord(word.to_owned())));
    slips
}

/// Whether the letter there is a space before a mark that follows its word.
pub(super) fn is_loose(letters: &[char], at: usize) -> bool {
    letters.get(at) == Some(&' ')
        && matches!(letters.get(at + 1), Some(',' | '.' | '!' | '?' | ')'))
        // An ellipsis, or `.NET`.
        && letters.get(at + 2).is_none_or(|&after| !after.is_alphanumeric() && after != '.')
}

/// Whether a text ends as a sentence does.
fn ends(text: &str) -> bool {
    text.trim_end()
        .ends_with(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_keyboard_are_found() {
        assert_eq!(of_text("He left , then."), [Slip::SpaceBeforeMark]);
        assert_eq!(of_text("그는 (어제 떠났다."), [Slip::Unbalanced('(')]);
        assert_eq!(of_text("the the end"), [Slip::DoubledWord("the".into())]);
        assert!(of_text("“Well ...” he said (twice).").is_empty());
        assert!(!ends("그는 떠났다") && ends("떠났다.”"));
    }
}
