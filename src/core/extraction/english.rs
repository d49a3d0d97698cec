//! English word groups that may be terms: one to four words that stand together, none of them a word that stands in every
//! text, but for `of` and `and` within.

use crate::evidence::english::{is_function_word, is_number_or_date, stem};
use crate::evidence::tokens::Key;
use std::ops::Range;

/// Words of the longest group.
const MOST_WORDS: usize = 4;

/// Words that begin or end no term, besides those that stand in most sentences: what is said of things rather than their
/// names.
const NO_EDGE: [&str; 118] = [
    "able",
    "according",
    "ago",
    "again",
    "almost",
    "already",
    "although",
    "always",
    "among",
    "another",
    "around",
    "away",
    "back",
    "became",
    "because",
    "become",
    "before",
    "began",
    "being",
    "below",
    "best",
    "better",
    "between",
    "big",
    "both",
    "called",
    "came",
    "come",
    "despite",
    "during",
    "each",
    "early",
    "enough",
    "even",
    "ever",
    "every",
    "few",
    "first",
    "former",
    "found",
    "four",
    "gave",
    "get",
    "give",
    "go",
    "good",
    "got",
    "great",
    "high",
    "how",
    "however",
    "including",
    "just",
    "keep",
    "kept",
    "know",
    "large",
    "last",
    "late",
    "later",
    "least",
    "left",
    "less",
    "like",
    "long",
    "made",
    "make",
    "many",
    "may",
    "might",
    "more",
    "most",
    "much",
    "must",
    "near",
    "never",
    "new",
    "next",
    "no",
    "now",
    "off",
    "often",
    "old",
    "one",
    "only",
    "other",
    "over",
    "own",
    "put",
    "said",
    "same",
    "say",
    "says",
    "second",
    "see",
    "several",
    "should",
    "since",
    "small",
    "still",
    "such",
    "take",
    "then",
    "these",
    "third",
    "those",
    "three",
    "through",
    "too",
    "took",
    "two",
    "under",
    "until",
    "up",
    "very",
    "want",
    "what",
    "when",
];
const NO_EDGE_MORE: [&str; 24] = [
    "where", "while", "whose", "why", "within", "without", "would", "yet", "your", "my", "me",
    "him", "himself", "its", "five", "six", "year", "years", "day", "days", "time", "times", "way",
    "thing",
];

/// A group where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Tells it apart by the stems of its words.
    pub key: u64,
    /// How many words.
    pub words: usize,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// It begins a sentence, so that its capital says nothing.
    pub is_first: bool,
}

struct Word {
    span: Range<usize>,
    stem: Key,
    /// May begin or end a term.
    is_edge: bool,
    /// May begin a term (`armed forces`), but does not end one.
    is_past: bool,
    /// May stand within one.
    is_inner: bool,
    is_first: bool,
    /// Nothing but a space is before it.
    follows: bool,
}

/// The groups of a text, in order.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let words = words(text);
    let mut groups = Vec::new();
    for start in 0..words.len() {
        let mut key = Key::of("".chars());
        for (count, word) in words[start..].iter().take(MOST_WORDS).enumerate() {
            let is_open = count == 0 || word.follows;
            if !is_open || !word.is_inner || (count == 0 && !word.is_edge) {
                break;
            }
            key = key.joined(word.stem);
            if word.is_edge && !(count > 0 && word.is_past) {
                groups.push(Group {
                    key: key.bits(),
                    words: count + 1,
                    span: words[start].span.start..word.span.end,
                    is_first: words[start].is_first,
                });
            }
        }
    }
    groups
}

fn words(text: &str) -> Vec<Word> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '&';
    let mut words = Vec::new();
    let mut last_end = None;
    let mut is_first = true;
    let mut at = 0;
    while let Some(offset) = text[at..].find(is_part) {
        let start = at + offset;
        let rest = &text[start..];
        let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let between = &text[at..start];
        is_first |= between.contains(['.', '!', '?', ':', '"', '“']);
        at = end;
        let word = text[start..end].trim_end_matches('-');
        // `'s` and the like are no words of their own.
        let is_clitic = between.ends_with(['\'', '’']) && word.len() <= 2 && last_end.is_some();
        if is_clitic && word == "t" {
            words.pop();
        }
        if is_clitic || word.is_empty() {
            last_end = None;
            continue;
        }
        let lower = word.to_lowercase();
        let is_word = word.chars().any(char::is_alphabetic) && word.chars().count() > 1;
        let no_edge = is_function_word(word)
            || NO_EDGE.contains(&lower.as_str())
            || NO_EDGE_MORE.contains(&lower.as_str())
            || is_number_or_date(&lower)
            || lower.ends_with("ly");
        let is_past = lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed");
        words.push(Word {
            follows: last_end.is_some() && between.chars().all(|c| c == ' '),
            span: start..start + word.len(),
            stem: stem(&lower),
            is_edge: is_word && !no_edge,
            is_past,
            is_inner: is_word && (!no_edge || matches!(lower.as_str(), "of" | "and")),
            is_first,
        });
        is_first = false;
        last_end = Some(end);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::groups;

    fn found(text: &str) -> Vec<&str> {
        let groups = groups(text);
        let spans = groups.into_iter().map(|group| group.span);
        spans.map(|span| &text[span]).collect()
    }

    #[test]
    fn groups_are_of_words_that_stand_together() {
        assert_eq!(
            found("The base rate, not the rate of growth."),
            [
                "base",
                "base rate",
                "rate",
                "rate",
                "rate of growth",
                "growth"
            ]
        );
        assert_eq!(found("It was very quickly said."), [""; 0]);
        assert_eq!(found("It doesn't rain"), ["rain"]);
        assert_eq!(found("Kim's ship on the 31st, a Monday"), ["Kim", "ship"]);
    }

    #[test]
    fn forms_of_a_word_are_one() {
        let key = |text: &str| groups(text).into_iter().map(|group| group.key).max();
        let (one, many) = (groups("base rate"), groups("Base rates"));
        assert_eq!(one[1].key, many[1].key);
        assert!(key("base rate") != key("base camp"));
        assert!(many[0].is_first && !groups("a base")[0].is_first);
    }
}
