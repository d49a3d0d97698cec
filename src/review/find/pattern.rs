//! What is looked for in a sentence.

use fancy_regex::{Regex, RegexBuilder};
use jjak_core::article::is_hangul;
use jjak_core::segment::BACKTRACK_LIMIT;
use std::ops::Range;

/// Letters in any case, or a regular expression.
pub enum Pattern {
    /// With Hangul among the letters, spaces do not matter.
    Plain {
        letters: Vec<char>,
        spaces_matter: bool,
    },
    Regex(Regex),
}

impl Pattern {
    /// The letters of `query`; `None` if it has none.
    pub fn plain(query: &str) -> Option<Pattern> {
        let spaces_matter = !query.chars().any(is_hangul);
        let letters = query
            .trim()
            .chars()
            .filter(|c| spaces_matter || !c.is_whitespace());
        let letters: Vec<char> = letters.flat_map(char::to_lowercase).collect();
        (!letters.is_empty()).then_some(Pattern::Plain {
            letters,
            spaces_matter,
        })
    }

    /// A regular expression, in any case; `None` if it is empty.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn regex(query: &str) -> Result<Option<Pattern>, String> {
        if query.is_empty() {
            return Ok(None);
        }
        RegexBuilder::new(query)
            .case_insensitive(true)
            .backtrack_limit(BACKTRACK_LIMIT)
            .build()
            .map(|regex| Some(Pattern::Regex(regex)))
            .map_err(|error| error.to_string())
    }

    /// The byte ranges of `text` that match, in order, without overlaps. An expression that goes back too often in
    /// this text matches nothing more.
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        match self {
            Pattern::Plain {
                letters,
                spaces_matter,
            } => plain_hits(letters, *spaces_matter, text),
            Pattern::Regex(regex) => {
                let found = regex.find_iter(text).map_while(Result::ok);
                found
                    .map(|hit| hit.range())
                    .filter(|range| !range.is_empty())
                    .collect()
            }
        }
    }

    /// `text` with every hit replaced; `$1` of an expression stands for its first group.
    pub fn replaced(&self, text: &str, with: &str) -> String {
        match self {
            Pattern::Plain { .. } => {
                let mut out = String::with_capacity(text.len());
                let mut at = 0;
                for hit in self.hits(text) {
                    out.push_str(text.get(at..hit.start).unwrap_or_default());
                    out.push_str(with);
                    at = hit.end;
                }
                out.push_str(text.get(at..).unwrap_or_default());
                out
            }
            Pattern::Regex(regex) => regex
                .try_replacen(text, 0, braced(with).as_str())
                .map_or_else(|_| text.to_owned(), |text| text.into_owned()),
        }
    }
}

/// `$1` as `${1}`: in `$1퍼센트` the letters after the number would else be taken for a part of the group's name.
fn braced(with: &str) -> String {
    let mut out = String::with_capacity(with.len());
    let mut rest = with;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        let behind = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = after.strip_suffix(behind).unwrap_or_default();
        // `$$` is a dollar sign; the second one begins nothing.
        let dollar = after.strip_prefix('$');
        match digits {
            "" => out.push_str(if dollar.is_some() { "$$" } else { "$" }),
            _ => out.push_str(&format!("${{{digits}}}")),
        }
        rest = dollar.unwrap_or(behind);
    }
    out + rest
}

fn plain_hits(wanted: &[char], spaces_matter: bool, text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, usize, char)> = text
        .char_indices()
        .filter(|(_, c)| spaces_matter || !c.is_whitespace())
        .flat_map(|(at, c)| {
            c.to_lowercase()
                .map(move |lower| (at, at + c.len_utf8(), lower))
        })
        .collect();
    let mut hits = Vec::new();
    let mut at = 0;
    while let Some(window) = letters.get(at..at + wanted.len()) {
        if let ([(start, ..), ..], [.., (_, end, _)]) = (window, window)
            && window.iter().zip(wanted).all(|((_, _, a), b)| a == b)
        {
            hits.push(*start..*end);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(query: &str, text: &str) -> Vec<Range<usize>> {
        Pattern::plain(query).unwrap().hits(text)
    }

    #[test]
    fn spacing_does_not_matter_in_korean_but_does_in_english() {
        assert_eq!(plain("기준 금리", "한은, 기준금리 동결").len(), 1);
        assert_eq!(plain("기준금리", "기준 금리와 기준금리").len(), 2);
        assert_eq!(plain("KEY RATE", "The key rate."), vec![4..12]);
        assert!(plain("keyrate", "The key rate.").is_empty());
        assert!(Pattern::plain("  ").is_none());
    }

    #[test]
    fn replacing_touches_the_hits_alone() {
        let plain = Pattern::plain("기준금리").unwrap();
        assert_eq!(
            plain.replaced("기준 금리와 $1", "정책금리"),
            "정책금리와 $1"
        );
        let regex = Pattern::regex(r"(\d+) ?%").unwrap().unwrap();
        assert_eq!(regex.replaced("3 %와 4%", "$1퍼센트"), "3퍼센트와 4퍼센트");
        assert_eq!(regex.replaced("3%", "$$1"), "$1");
        let runaway = Pattern::regex(r"(?=(a+)+b)(a+)+\1c").unwrap().unwrap();
        let text = "a".repeat(5_000);
        assert_eq!(runaway.replaced(&text, ""), text);
    }

    #[test]
    fn an_expression_is_checked_and_never_runs_away() {
        let dates = Pattern::regex(r"\d+월 ?\d+일").unwrap().unwrap();
        assert_eq!(dates.hits("3월 4일과 3월5일").len(), 2);
        assert!(Pattern::regex("(").is_err());
        assert!(Pattern::regex("").unwrap().is_none());
        assert!(
            Pattern::regex("x*")
                .unwrap()
                .unwrap()
                .hits("aaa")
                .is_empty()
        );
        let runaway = Pattern::regex(r"(?=(a+)+b)(a+)+\1c").unwrap().unwrap();
        assert!(runaway.hits(&"a".repeat(5_000)).is_empty());
    }
}
