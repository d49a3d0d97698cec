//! The words of a page's running text. A line that uses them belongs to the article; one that uses none of them
//! may belong to the site.

use super::line::PageLine;
use std::collections::HashMap;

/// Words of the running text that are kept; a page has some hundreds.
const MOST_STEMS: usize = 50_000;

/// How many of the running text's lines use each word.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    lines: HashMap<u64, u32>,
}

impl Vocabulary {
    /// The words of these lines.
    pub(super) fn of<'a>(running: impl Iterator<Item = &'a PageLine>) -> Vocabulary {
        let mut lines: HashMap<u64, u32> = HashMap::new();
        for line in running {
            for stem in &line.stems {
                *lines.entry(*stem).or_default() += 1;
            }
            if lines.len() > MOST_STEMS {
                break;
            }
        }
        Vocabulary { lines }
    }

    /// Whether the text has this word.
    pub(super) fn uses(&self, stem: u64) -> bool {
        self.lines.contains_key(&stem)
    }

    /// How many content words `line` has, and how many of them the text uses; `counted` where the line is itself
    /// part of the text, whose own use does not count.
    pub(super) fn shared(&self, line: &PageLine, counted: bool) -> Shared {
        let own = u32::from(counted);
        let uses = |stem: &&u64| self.lines.get(*stem).is_some_and(|&lines| lines > own);
        Shared {
            known: line.stems.iter().filter(uses).count(),
            words: line.stems.len(),
        }
    }
}

/// Content words of a line, and those of them that the text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shared {
    pub known: usize,
    pub words: usize,
}

impl Shared {
    /// Two words in five or more are the text's.
    pub(super) fn is_native(self) -> bool {
        self.known > 0 && self.known * 5 >= self.words * 2
    }

    /// Says something, and nothing in the text's words.
    pub(super) fn is_foreign(self) -> bool {
        self.words > 0 && self.known == 0
    }
}
