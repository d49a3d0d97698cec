//! Word of a sentence under the pointer.

use egui::{Galley, Vec2};
use unicode_segmentation::UnicodeSegmentation;

/// A word of a sentence as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub text: String,
    /// The byte of the sentence at which it begins.
    pub at: usize,
}

impl Word {
    /// The word of `text` around the byte `at`; `None` between words.
    fn around(text: &str, at: usize) -> Option<Word> {
        let mut words = text.unicode_word_indices();
        let (from, word) = words.find(|(from, word)| (*from..from + word.len()).contains(&at))?;
        Some(Word {
            text: word.to_owned(),
            at: from,
        })
    }

    /// The word of a sentence at a point within it.
    pub(super) fn under(galley: &Galley, at: Vec2) -> Option<Word> {
        let text = galley.text();
        let cursor = galley.cursor_from_pos(at);
        let (byte, _) = text.char_indices().nth(cursor.index.0)?;
        // The cursor stands before or after the letter that was meant.
        let before = text.get(..byte)?.char_indices().next_back();
        let before = before.and_then(|(byte, _)| Word::around(text, byte));
        Word::around(text, byte).or(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_under_the_pointer_is_told() {
        let at = |text, at| Word::around(text, at).map(|word| (word.text, word.at));
        assert_eq!(at("The key rate.", 5), Some(("key".into(), 4)));
        assert_eq!(at("기준금리를 올렸다", 3), Some(("기준금리를".into(), 0)));
        assert_eq!(at("3.5% rise", 4), None);
        assert_eq!(at("", 0), None);
    }
}
