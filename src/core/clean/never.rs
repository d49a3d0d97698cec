//! Lines a user never wants to see: "exclude all like this" and "never again".

use super::entry::{entries, fold};
use crate::article::Article;
use std::collections::HashSet;
use std::fmt;

/// Longer lines are no boilerplate; they are looked at but for this much (bytes).
const LONGEST_LINE: usize = 2_000;
/// A pattern that says less would match far too much (letters and digits).
const FEWEST_LETTERS: usize = 2;

/// One line of `never.txt`: a line of a page, in which `*` stands for anything and `\\*` for a star.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NeverRule {
    line: String,
    /// What stands between the stars, folded.
    pieces: Vec<String>,
}

/// The user's rules. A line without a star is looked up, the others are tried in turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Never {
    lines: HashSet<String>,
    patterns: Vec<NeverRule>,
}

impl NeverRule {
    /// The rule that excludes exactly this line, in any case and spacing.
    ///
    /// `None` for a line without two letters or digits: such a rule would match marks everywhere.
    pub fn exactly(line: &str) -> Option<NeverRule> {
        NeverRule::parse(&escaped(line))
    }

    /// The rule that excludes lines like this one: its numbers, addresses and the reporter's name may differ.
    /// `None` as for [`NeverRule::exactly`].
    pub fn like(line: &str) -> Option<NeverRule> {
        let general = generalised(line);
        NeverRule::parse(&general).or_else(|| NeverRule::exactly(line))
    }

    /// Reads a line of `never.txt`; `None` if it would match nothing or nearly everything.
    pub fn parse(line: &str) -> Option<NeverRule> {
        let line = line.trim();
        let mut pieces = vec![String::new()];
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            let last = pieces.len() - 1;
            match c {
                '\\' if chars.peek() == Some(&'*') => {
                    chars.next();
                    pieces[last].push('*');
                }
                '*' => pieces.push(String::new()),
                _ => pieces[last].push(c),
            }
        }
        let letters = pieces.iter().flat_map(|piece| piece.chars());
        let said = letters.filter(|c| c.is_alphanumeric()).count();
        let comment = line.starts_with("# ");
        (said >= FEWEST_LETTERS && !comment).then(|| NeverRule {
            line: line.split_whitespace().collect::<Vec<_>>().join(" "),
            pieces: pieces.iter().map(|piece| fold_inside(piece)).collect(),
        })
    }

    /// Whether the rule excludes `line`.
    pub fn matches(&self, line: &str) -> bool {
        line.len() <= LONGEST_LINE && self.matches_folded(&fold(line))
    }

    fn matches_folded(&self, line: &str) -> bool {
        let Some((first, rest)) = self.pieces.split_first() else {
            return false;
        };
        let Some((last, middle)) = rest.split_last() else {
            return line == first.trim();
        };
        let Some(mut line) = line.strip_prefix(first.trim_start()) else {
            return false;
        };
        for piece in middle {
            let Some(at) = line.find(piece.as_str()) else {
                return false;
            };
            line = &line[at + piece.len()..];
        }
        line.ends_with(last.trim_end())
    }

    /// The blocks of `article` that the rule excludes, kept or not, by their index.
    pub fn alike(&self, article: &Article) -> Vec<usize> {
        let blocks = article.blocks.iter().enumerate();
        blocks
            .filter(|(_, block)| self.matches(&article.line(&block.span)))
            .map(|(at, _)| at)
            .collect()
    }
}

impl fmt::Display for NeverRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line)
    }
}

impl Never {
    /// Adds the rules of a `never.txt`; gives the numbers of the lines (from 1) that are no rule.
    pub fn add_file(&mut self, file: &str) -> Vec<usize> {
        let mut bad = Vec::new();
        for (at, line) in file.lines().enumerate() {
            if entries(line).next().is_none() {
                continue;
            }
            match NeverRule::parse(line) {
                Some(rule) => self.add(rule),
                None => bad.push(at + 1),
            }
        }
        bad
    }

    /// Adds a rule.
    pub fn add(&mut self, rule: NeverRule) {
        match rule.pieces.as_slice() {
            [line] => {
                self.lines.insert(line.trim().to_owned());
            }
            _ => self.patterns.push(rule),
        }
    }

    /// Whether there is no rule.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.patterns.is_empty()
    }

    /// Whether any of the rules excludes `line`.
    pub fn matches(&self, line: &str) -> bool {
        if self.is_empty() || line.len() > LONGEST_LINE {
            return false;
        }
        let folded = fold(line);
        self.lines.contains(&folded)
            || self
                .patterns
                .iter()
                .any(|pattern| pattern.matches_folded(&folded))
    }
}

/// [`fold`], but white space at the ends stays as one space.
fn fold_inside(piece: &str) -> String {
    let mut folded = fold(piece);
    if folded.is_empty() {
        return if piece.is_empty() { folded } else { " ".into() };
    }
    if piece.starts_with(char::is_whitespace) {
        folded.insert(0, ' ');
    }
    if piece.ends_with(char::is_whitespace) {
        folded.push(' ');
    }
    folded
}

/// The line with its stars meant as stars, and not taken for a comment.
fn escaped(line: &str) -> String {
    let line = line.trim().replace('*', "\\*");
    if line.starts_with("# ") {
        return format!("*{line}");
    }
    line
}

/// Numbers, addresses and names of reporters as `*`.
fn generalised(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut general: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or("");
        let reporter = next.starts_with("기자") || next.starts_with("특파원");
        let word =
            if word.contains('@') || word.contains("://") || word.starts_with("www.") || reporter {
                "*".to_owned()
            } else {
                starred_digits(&word.replace('*', "\\*"))
            };
        if word != "*" || general.last().is_none_or(|last| last != "*") {
            general.push(word);
        }
    }
    let general = general.join(" ");
    if general.starts_with("# ") {
        return format!("*{general}");
    }
    general
}

/// `2025.03.01` as `*.*.*` and then `*`.
fn starred_digits(word: &str) -> String {
    let mut starred = String::with_capacity(word.len());
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii_digit() {
            starred.push(c);
            continue;
        }
        let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '-' | '/');
        while chars.peek().is_some_and(|&c| number(c)) {
            chars.next();
        }
        // A backslash would make the star an ordinary one; the star stands for it, too.
        starred.truncate(starred.trim_end_matches('\\').len());
        starred.push('*');
    }
    starred
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_like_a_line_allows_other_numbers_names_and_addresses() {
        let rule = NeverRule::like("입력 2025.03.01 09:30  수정 2025.03.02").unwrap();
        assert_eq!(rule.to_string(), "입력 * 수정 *");
        assert!(rule.matches("입력 2024.12.31 23:59 수정 2025.01.01"));
        assert!(!rule.matches("수정 2025.03.02"));
        let rule = NeverRule::like("김민아 기자 mina@example.com").unwrap();
        assert!(rule.matches("박지훈 기자 jihoon@example.com"));
        assert!(!NeverRule::exactly("댓글 12").unwrap().matches("댓글 13"));
        assert!(NeverRule::like("댓글 12").unwrap().matches("댓글 1,304"));
    }

    #[test]
    fn stars_and_number_signs_of_a_line_are_meant_as_they_are() {
        for line in ["*** best deals ***", "# Tags", "a * b"] {
            let rule = NeverRule::exactly(line).unwrap();
            assert!(rule.matches(line), "{rule}");
            let again = NeverRule::parse(&rule.to_string()).unwrap();
            assert!(again.matches(line), "{rule}");
        }
        assert!(
            !NeverRule::exactly("a * b")
                .unwrap()
                .matches("a very long b")
        );
        assert_eq!(NeverRule::exactly("* * *"), None);
        assert_eq!(NeverRule::like("— ■ —"), None);
        assert!(NeverRule::like("12").is_some_and(|rule| !rule.matches("13")));
    }
}
