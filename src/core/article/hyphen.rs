//! Hyphens at the end of a line: of a word that was divided there, or of a compound.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

/// What a hyphen at the end of a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hyphen {
    /// It was put where the line ends: `ob-` and `ject`.
    OfBreak,
    /// It stands in the word: `well-` and `known`.
    OfWord,
}

/// First parts of English compounds that are no syllable of a longer word.
const COMPOUNDING: [&str; 32] = [
    "well", "self", "half", "ill", "non", "high", "low", "long", "short", "full", "cross", "two",
    "three", "four", "five", "six", "seven", "eight", "nine", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "state", "year", "large", "small", "hard",
];
/// Endings that make one word with them all the same.
const ENDINGS: [&str; 10] = [
    "er", "est", "ing", "ed", "ly", "ness", "ers", "ings", "ment", "ment,",
];

/// What the hyphen that `word` ends with belongs to, when its line breaks there and goes on with `rest`.
pub(super) fn at_break(word: &str, rest: &str) -> Option<Hyphen> {
    let part = word.strip_suffix('-')?;
    let last = part.chars().next_back()?;
    let next = rest.chars().next()?;
    if last == '-' || !next.is_alphanumeric() || !last.is_alphanumeric() {
        return None;
    }
    // `Ferrer-Pons`, `20-year-old`, `state-of-the-art`
    if !last.is_lowercase() || !next.is_lowercase() || part.contains('-') {
        return Some(Hyphen::OfWord);
    }
    let first = part
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or(part)
        .to_lowercase();
    let end = rest
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or(rest);
    let compound = COMPOUNDING.contains(&first.as_str()) && !ENDINGS.contains(&end);
    Some(if compound {
        Hyphen::OfWord
    } else {
        Hyphen::OfBreak
    })
}

#[cfg(test)]
mod tests {
    use crate::article::one_line;

    #[test]
    fn divided_words_are_whole_and_compounds_keep_their_hyphen() {
        for (text, line) in [
            ("an ob-\nject lesson", "an object lesson"),
            (
                "al-\nthough, as Ferrer-\nPons said",
                "although, as Ferrer-Pons said",
            ),
            ("a well-\nknown 20-\nyear-old", "a well-known 20-year-old"),
            ("high-\ner than a high-\nrise", "higher than a high-rise"),
            ("it was -\nso they say", "it was - so they say"),
            ("wait --\nthere", "wait -- there"),
            ("an ob- ject", "an ob- ject"),
        ] {
            assert_eq!(one_line(text), line);
        }
    }
}
