//! Lines of the lists with `*` for anything.

use super::lists::Entry;
use crate::article::is_hangul;
use aho_corasick::AhoCorasick;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A line that begins with so many letters of a pattern is hardly an article's (Hangul counts twice), nor is one that
/// holds so many of a pattern.
const STOCK_LETTERS: usize = 14;
const STOCK_WITHIN: usize = 18;

/// A line with `*` for anything. Where it is Korean, spaces within it may be missing or more.
#[derive(Clone, Debug)]
struct Pattern {
    pieces: Vec<String>,
    entry: Entry,
    opens_list: bool,
    /// Letters and digits that the line must have.
    letters: usize,
}

/// What the whole line matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineMatch {
    pub entry: Entry,
    pub opens_list: bool,
    /// The match may begin inside the line, which a sentence of the article could do by chance.
    pub floating: bool,
    /// It begins as a sentence that sites use and hardly any article does.
    pub stock: bool,
}

/// The first characters of a text, spaces aside; only one where a pattern has no more.
type Beginning = (char, Option<char>);

fn beginning(text: &str) -> Option<Beginning> {
    let mut chars = text.chars().filter(|&c| c != ' ');
    chars.next().map(|first| (first, chars.next()))
}

/// All patterns of the lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Patterns {
    /// Patterns that begin with text, by its first two characters.
    anchored: HashMap<Beginning, Vec<Pattern>>,
    floating: Vec<Pattern>,
    /// Finds the longest piece of every floating pattern at once; made when it is first needed.
    longest_pieces: OnceLock<Option<AhoCorasick>>,
}

impl Patterns {
    /// Adds a folded line that holds a `*`.
    pub fn add(&mut self, text: &str, entry: Entry, opens_list: bool) {
        let letters = |c: &char| c.is_alphanumeric();
        let pattern = Pattern {
            letters: text
                .chars()
                .filter(letters)
                .map(|c| if is_hangul(c) { 2 } else { 1 })
                .sum(),
            pieces: text.split('*').map(str::to_owned).collect(),
            entry,
            opens_list,
        };
        match pattern.pieces.first().and_then(|piece| beginning(piece)) {
            None => {
                self.longest_pieces = OnceLock::new();
                self.floating.push(pattern);
            }
            Some(first) => self.anchored.entry(first).or_default().push(pattern),
        }
    }

    /// A pattern that the folded `line` matches as a whole: one that says most, the first of several.
    pub fn find(&self, line: &str) -> Option<LineMatch> {
        let first = beginning(line)?;
        let anchored = [Some(first), first.1.map(|_| (first.0, None))];
        let anchored = anchored.iter().flatten();
        let anchored = anchored.filter_map(|first| self.anchored.get(first));
        let anchored = anchored.flatten().map(|pattern| (pattern, false));
        let floating = self.floating_in(line);
        let floating = floating.into_iter().map(|at| (&self.floating[at], true));
        let mut best: Option<LineMatch> = None;
        for (pattern, floating) in anchored.chain(floating) {
            let found = pattern.found(floating);
            let says = |found: &LineMatch| (found.entry.sure, found.stock);
            let better = best.is_none_or(|best| says(&found) > says(&best));
            if better && pattern.matches(line) {
                best = Some(found);
            }
        }
        best
    }

    /// Floating patterns whose longest piece stands in the line, in their order.
    fn floating_in(&self, line: &str) -> Vec<usize> {
        let pieces = self.longest_pieces.get_or_init(|| {
            let pieces = self.floating.iter().map(Pattern::longest_piece);
            AhoCorasick::new(pieces.map(without_spaces)).ok()
        });
        let Some(pieces) = pieces else {
            return Vec::new();
        };
        let line = without_spaces(line);
        let found = pieces.find_overlapping_iter(&line);
        let mut found: Vec<usize> = found.map(|found| found.pattern().as_usize()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|&c| c != ' ').collect()
}

impl Pattern {
    fn found(&self, floating: bool) -> LineMatch {
        let enough = if floating {
            STOCK_WITHIN
        } else {
            STOCK_LETTERS
        };
        LineMatch {
            entry: self.entry,
            opens_list: self.opens_list,
            floating,
            stock: self.letters >= enough,
        }
    }

    fn longest_piece(&self) -> &str {
        self.pieces
            .iter()
            .max_by_key(|piece| piece.len())
            .map_or("", String::as_str)
    }

    fn matches(&self, line: &str) -> bool {
        let Some((first, rest)) = self.pieces.split_first() else {
            return false;
        };
        let Some(end) = loose_prefix(line, first) else {
            return false;
        };
        let Some((last, middle)) = rest.split_last() else {
            return end == line.len();
        };
        let mut line = &line[end..];
        for piece in middle {
            let Some(end) = loose_find(line, piece) else {
                return false;
            };
            line = &line[end..];
        }
        last.is_empty() || line.ends_with(last.as_str()) || ends_loosely(line, last)
    }
}

/// How far `line` begins with `piece`, where a space after a Hangul letter may be missing in either.
fn loose_prefix(line: &str, piece: &str) -> Option<usize> {
    let (mut at, mut after_hangul) = (0, false);
    let mut wanted = piece.chars().peekable();
    while let Some(want) = wanted.next() {
        let have = line[at..].chars().next();
        if have == Some(want) {
            at += want.len_utf8();
        } else if want == ' ' && after_hangul && wanted.peek().is_some() {
            continue;
        } else if have == Some(' ') && after_hangul && line[at + 1..].starts_with(want) {
            at += 1 + want.len_utf8();
        } else {
            return None;
        }
        after_hangul = is_hangul(want);
    }
    Some(at)
}

/// Where the first match of `piece` in `line` ends.
fn loose_find(line: &str, piece: &str) -> Option<usize> {
    let Some(first) = piece.chars().next() else {
        return Some(0);
    };
    line.match_indices(first)
        .find_map(|(at, _)| Some(at + loose_prefix(&line[at..], piece)?))
}

fn ends_loosely(line: &str, piece: &str) -> bool {
    piece.chars().next().is_some_and(|first| {
        line.rmatch_indices(first)
            .any(|(at, _)| loose_prefix(&line[at..], piece) == Some(line.len() - at))
    })
}
