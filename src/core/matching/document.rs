//! The texts of one side of a collection.

use crate::evidence::tokens::Key;

/// A text that is to find its counterpart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchingDocument {
    /// In text order, each on one line. The first is its title.
    pub sentences: Vec<String>,
    /// The date that stands on it, `YYYY-MM-DD` so that later is larger; of two versions the newer is kept.
    pub date: Option<String>,
}

impl MatchingDocument {
    /// A document of one sentence a line.
    pub fn of_lines(text: &str) -> MatchingDocument {
        let lines = text.lines().map(str::trim);
        MatchingDocument {
            sentences: lines
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            date: None,
        }
    }

    /// Its first sentence.
    pub fn title(&self) -> &str {
        self.sentences.first().map_or("", String::as_str)
    }

    pub(super) fn texts(&self) -> Vec<&str> {
        self.sentences.iter().map(String::as_str).collect()
    }

    /// What equal texts have in common.
    pub(super) fn content(&self) -> Key {
        self.sentences.iter().fold(Key::default(), |key, sentence| {
            key.joined(Key::of(sentence.chars()))
        })
    }
}
