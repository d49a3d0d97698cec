//! Lines of the lists with `*` for anything.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use crate::article::is_hangul;
use crate::clean::entry::Entry;
use std::borrow::Cow;

/// A line that begins with so many letters of a pattern is hardly an article's (Hangul counts twice), nor is one that
/// holds so many of a pattern.
const STOCK_LETTERS: usize = 14;
const STOCK_WITHIN: usize = 18;

/// A line with `*` for anything. Where it is Korean, spaces within it may be missing or more.
#[derive(Clone, Debug)]
pub struct Pattern<'a> {
    /// Folded.
    pub text: Cow<'a, str>,
    pub entry: Entry,
    pub opens_list: bool,
    /// Letters and digits that the line must have; Hangul counts twice.
    pub letters: usize,
    /// Its place among the patterns that begin in anything.
    pub rank: usize,
}

/// What the whole line matched.
#[derive(Clone, Copy, Debug)]
pub struct LineMatch {
    pub entry: Entry,
    pub opens_list: bool,
    /// The match may begin inside the line, which a sentence of the article could do by chance.
    pub floating: bool,
    /// It begins as a sentence that sites use and hardly any article does.
    pub stock: bool,
}

/// The first characters of a text, spaces aside; fewer where a pattern has no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Beginning([char; FLOATING]);

/// Characters that patterns which begin with text are looked up by.
pub const ANCHORED: usize = 2;
/// Characters that the others are looked up by: they are looked for everywhere.
pub const FLOATING: usize = 4;
/// Characters that tell where it is worth while to look.
pub const TELLING: usize = 3;

impl Beginning {
    pub fn of(text: &str, most: usize) -> Option<Beginning> {
        let mut first = ['\0'; FLOATING];
        let chars = text.chars().filter(|&c| c != ' ').take(most);
        for (place, c) in first.iter_mut().zip(chars) {
            *place = c;
        }
        (first[0] != '\0').then_some(Beginning(first))
    }

    /// How patterns begin that a line may hold here: in all of these characters or fewer of them, the longest first.
    pub fn all_of(letters: &[char]) -> impl Iterator<Item = Beginning> {
        let mut first = ['\0'; FLOATING];
        let length = letters.len().min(FLOATING);
        first[..length].copy_from_slice(&letters[..length]);
        (1..=length).rev().map(move |length| {
            first[length..].fill('\0');
            Beginning(first)
        })
    }

    /// The beginning of this beginning that a table of where to look holds.
    #[allow(dead_code, reason = "the build script's")]
    pub fn telling(mut self) -> Beginning {
        self.0[TELLING..].fill('\0');
        self
    }

    /// The same for equal beginnings, and spread evenly.
    pub fn hash(self) -> u64 {
        let step = |hash: u64, &c: &char| {
            (hash.rotate_left(21) ^ u64::from(c)).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95)
        };
        self.0.iter().fold(0, step)
    }
}

impl Pattern<'_> {
    pub fn found(&self, floating: bool) -> LineMatch {
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

    /// What stands before the first star and what after it.
    pub fn parts(&self) -> (&str, Option<&str>) {
        let parts = self.text.split_once('*');
        parts.map_or((&self.text, None), |(first, rest)| (first, Some(rest)))
    }

    pub fn longest_piece(&self) -> &str {
        let pieces = self.text.split('*');
        pieces.max_by_key(|piece| piece.len()).unwrap_or_default()
    }

    pub fn matches(&self, line: &str) -> bool {
        let (first, rest) = self.parts();
        let Some(end) = loose_prefix(line, first) else {
            return false;
        };
        let Some(rest) = rest else {
            return end == line.len();
        };
        let (middle, last) = rest
            .rsplit_once('*')
            .map_or((None, rest), |(middle, last)| (Some(middle), last));
        let mut line = &line[end..];
        for piece in middle.into_iter().flat_map(|middle| middle.split('*')) {
            let Some(end) = loose_find(line, piece) else {
                return false;
            };
            line = &line[end..];
        }
        last.is_empty() || line.ends_with(last) || ends_loosely(line, last)
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
