//! The words of a page's running text. A line that uses them belongs to the article; one that uses none of them
//! may belong to the site.

use super::line::Line;
use crate::article::is_hangul;
use std::collections::HashMap;

/// Longest word stem of a Korean word, in syllables: what follows is mostly particles and endings.
const KOREAN_STEM: usize = 2;
/// Shorter English words are function words but for names and numbers.
const ENGLISH_WORD: usize = 4;
/// How much of a line is looked at, in words.
const MOST_WORDS: usize = 60;
/// Words of the running text that are kept, of which a page has some hundreds.
const MOST_STEMS: usize = 50_000;

/// Words as frequent in menus and promotions as in articles.
const COMMON: [&str; 66] = [
    "this", "that", "these", "those", "with", "from", "have", "been", "were", "your", "their",
    "they", "them", "will", "what", "when", "where", "which", "more", "most", "than", "then",
    "here", "there", "about", "into", "over", "only", "also", "after", "before", "some", "other",
    "would", "could", "said", "says", "just", "like", "make", "made", "news", "read", "year",
    "years", "first", "time", "people", "world", "because", "through", "it's", "two", "the", "and",
    "for", "are", "but", "our", "you", "all", "new", "who", "how", "why", "its",
];

/// Stems that any Korean text has.
const KOREAN_COMMON: [&str; 40] = [
    "있다", "있는", "있습", "있어", "없다", "없는", "이번", "지난", "위해", "대한", "대해", "통해",
    "따라", "관련", "그리", "하지", "그러", "것으", "것이", "것은", "했다", "한다", "하는", "하고",
    "밝혔", "말했", "이라", "이다", "오전", "오후", "기자", "뉴스", "올해", "우리", "함께", "모든",
    "가장", "다른", "입니", "합니",
];

/// How many of the running text's lines use each word.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    lines: HashMap<String, u32>,
}

impl Vocabulary {
    /// The words of the lines that `running` picks.
    pub fn of<'a>(running: impl Iterator<Item = &'a Line>) -> Vocabulary {
        let mut lines: HashMap<String, u32> = HashMap::new();
        for line in running {
            for stem in stems(&line.text) {
                *lines.entry(stem).or_default() += 1;
            }
            if lines.len() > MOST_STEMS {
                break;
            }
        }
        Vocabulary { lines }
    }

    /// How many content words `line` has, and how many of them the text uses; `counted` where the line is itself
    /// part of the text, whose own use does not count.
    pub fn shared(&self, line: &Line, counted: bool) -> Shared {
        let own = u32::from(counted);
        let stems = stems(&line.text);
        let known = stems
            .iter()
            .filter(|stem| self.lines.get(*stem).is_some_and(|&lines| lines > own));
        Shared {
            known: known.count(),
            words: stems.len(),
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
    pub fn is_native(self) -> bool {
        self.known > 0 && self.known * 5 >= self.words * 2
    }

    /// Says something, and nothing in the text's words.
    pub fn is_foreign(self) -> bool {
        self.words > 0 && self.known == 0
    }
}

/// The different content words of a text, cut to what its inflection leaves alone.
fn stems(text: &str) -> Vec<String> {
    let mut stems: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .filter_map(stem)
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn stem(word: &str) -> Option<String> {
    if word.chars().any(is_hangul) {
        let stem: String = word
            .chars()
            .filter(|c| is_hangul(*c))
            .take(KOREAN_STEM)
            .collect();
        let whole = stem.chars().count() == KOREAN_STEM;
        return (whole && !KOREAN_COMMON.contains(&stem.as_str())).then_some(stem);
    }
    let name = word.starts_with(char::is_uppercase) || word.contains(|c: char| c.is_ascii_digit());
    let letters = word.chars().count();
    let word = word.to_lowercase();
    if COMMON.contains(&word.as_str()) || letters < ENGLISH_WORD - usize::from(name) {
        return None;
    }
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    let stem = ["ies", "ing", "es", "ed", "s", "y", "e"]
        .iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|stem| stem.chars().count() >= 3)
        });
    Some(stem.unwrap_or(word).to_owned())
}
