//! Where nothing may be split: balanced quotes and brackets, web and mail addresses.

use super::character::{BRACKETS, is_closer, is_opener, is_plain, is_syllable, is_terminator};
use super::frame::is_framed;
use super::quotation::Quotations;
use super::words::Words;

/// A pair of single quotes further apart is two apostrophes.
const LONGEST_SINGLE_QUOTE: usize = 160;

/// What each character of a paragraph is protected by.
pub(super) struct Protection {
    enclosed: Vec<bool>,
    opening: Vec<bool>,
    address: Vec<bool>,
}

impl Protection {
    pub(super) fn new(chars: &[char], quotations: Quotations, words: &Words) -> Protection {
        let mut pairs = Pairs::new(chars, quotations, words);
        for at in 0..chars.len() {
            pairs.read(at);
        }
        Protection {
            enclosed: pairs.enclosed(),
            opening: pairs.opening,
            address: addresses(chars, words),
        }
    }

    /// A break before this character would fall between the marks of a pair.
    pub(super) fn encloses(&self, at: usize) -> bool {
        self.enclosed.get(at).copied().unwrap_or(false)
    }

    /// This character opens a quotation or bracket, balanced or not.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.opening.get(at).copied().unwrap_or(false)
    }

    /// A web or mail address goes on after this character.
    pub(super) fn in_address(&self, at: usize) -> bool {
        self.address.get(at).copied().unwrap_or(false)
    }
}

/// Which marks close each other. Brackets are their index in [`BRACKETS`].
const STRAIGHT: usize = BRACKETS.len();
const CURLY: usize = BRACKETS.len() + 1;
const SINGLE: usize = BRACKETS.len() + 2;
const KINDS: usize = BRACKETS.len() + 3;

struct Open {
    kind: usize,
    at: usize,
}

/// Matches opening with closing marks in one pass. A mark that closes drops the unbalanced ones opened
/// since, so every mark is pushed and popped once.
struct Pairs<'a> {
    words: &'a Words,
    chars: &'a [char],
    quotations: Quotations,
    open: Vec<Open>,
    /// How many of each kind are open, to know without a search.
    waiting: [usize; KINDS],
    opening: Vec<bool>,
    /// Depth of nesting, as differences from character to character.
    depth: Vec<i32>,
}

impl<'a> Pairs<'a> {
    fn new(chars: &'a [char], quotations: Quotations, words: &'a Words) -> Pairs<'a> {
        Pairs {
            words,
            chars,
            quotations,
            open: Vec::new(),
            waiting: [0; KINDS],
            opening: vec![false; chars.len()],
            depth: vec![0; chars.len() + 2],
        }
    }

    fn read(&mut self, at: usize) {
        let c = self.chars[at];
        if is_plain(c) {
            return;
        }
        let before = at.checked_sub(1).map_or(' ', |before| self.chars[before]);
        let after = self.chars.get(at + 1).copied().unwrap_or(' ');
        match c {
            '"' => self.straight(at, before, after),
            '“' => self.push(CURLY, at),
            '”' if self.waiting[CURLY] > 0 => self.close(&[CURLY], at),
            '”' => self.close(&[STRAIGHT], at),
            '‘' => self.push(SINGLE, at),
            '\'' | '’' => self.single(at, c, before, after),
            _ => {
                if let Some(kind) = BRACKETS.iter().position(|&(open, _)| open == c) {
                    self.push(kind, at);
                } else if let Some(kind) = BRACKETS.iter().position(|&(_, close)| close == c) {
                    self.close(&[kind], at);
                }
            }
        }
    }

    fn straight(&mut self, at: usize, before: char, after: char) {
        let looks_opening = !after.is_whitespace()
            && (before.is_whitespace() || (is_opener(before) && before != '"'));
        if self.waiting[STRAIGHT] + self.waiting[CURLY] > 0 && !looks_opening {
            self.close(&[STRAIGHT, CURLY], at);
        } else if !after.is_whitespace() && !before.is_ascii_digit() {
            self.push(STRAIGHT, at);
        }
    }

    /// A single mark is a quote or an apostrophe, by the characters around it.
    fn single(&mut self, at: usize, c: char, before: char, after: char) {
        if self.waiting[SINGLE] > 0 {
            let closes = !before.is_whitespace()
                && (!after.is_alphanumeric() || is_syllable(after) || is_syllable(before));
            if closes {
                self.close(&[SINGLE], at);
            }
        } else if c == '\''
            && (before.is_whitespace()
                || is_opener(before)
                || is_syllable(before)
                || matches!(before, ',' | '…'))
            && !after.is_whitespace()
            && (!after.is_ascii_digit() || self.is_closed_before_particle(at))
            && !(is_syllable(before) && after.is_ascii_alphabetic())
        {
            self.push(SINGLE, at);
        }
    }

    /// `'98. 11. 김장'이라고` is a quotation, `the '90s` is none.
    fn is_closed_before_particle(&self, at: usize) -> bool {
        const REACH: usize = 40;
        let inside = self.chars[at + 1..].iter().take(REACH);
        let closing = inside.take_while(|c| **c != '\'').count() + at + 1;
        self.chars.get(closing) == Some(&'\'')
            && !self.chars[closing - 1].is_whitespace()
            && self.chars.get(closing + 1).is_some_and(|&c| is_syllable(c))
    }

    fn push(&mut self, kind: usize, at: usize) {
        self.open.push(Open { kind, at });
        self.waiting[kind] += 1;
        self.opening[at] = true;
    }

    fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        self.waiting[open.kind] -= 1;
        Some(open)
    }

    fn close(&mut self, kinds: &[usize], at: usize) {
        if kinds.iter().all(|&kind| self.waiting[kind] == 0) {
            return;
        }
        while let Some(open) = self.pop() {
            if kinds.contains(&open.kind) {
                if self.protects(&open, at) {
                    self.depth[open.at + 1] += 1;
                    self.depth[at + 1] -= 1;
                }
                return;
            }
        }
    }

    /// Whether the pair from `open` to `close` keeps its inside together.
    fn protects(&self, open: &Open, close: usize) -> bool {
        if open.kind == SINGLE && close - open.at > LONGEST_SINGLE_QUOTE {
            return false;
        }
        match self.quotations {
            Quotations::Whole => true,
            Quotations::Always => open.kind < STRAIGHT,
            Quotations::Split => {
                open.kind < STRAIGHT || is_framed(self.chars, open.at, close, self.words)
            }
        }
    }

    fn enclosed(&self) -> Vec<bool> {
        self.depth
            .iter()
            .scan(0, |depth, change| {
                *depth += change;
                Some(*depth > 0)
            })
            .collect()
    }
}

/// Marks the characters of web and mail addresses after which the address goes on.
fn addresses(chars: &[char], words: &Words) -> Vec<bool> {
    let mut address = vec![false; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let length = chars[at..]
            .iter()
            .take_while(|c| !c.is_whitespace())
            .count();
        let (from, to) = strip_marks(chars, at, at + length);
        // Most words hold no mark of an address, and need no look at the lists.
        let may_be = chars[from..to].iter().any(|c| matches!(c, '.' | '@' | ':'));
        if may_be && is_address(&chars[from..to].iter().collect::<String>(), words) {
            address[from..to - 1].fill(true);
        }
        at += length + 1;
    }
    address
}

/// The token without the marks around it and the Korean particle after it.
fn strip_marks(chars: &[char], mut from: usize, mut to: usize) -> (usize, usize) {
    while from < to && (is_opener(chars[from]) || is_closer(chars[from])) {
        from += 1;
    }
    let hangs_on = |c: char| {
        is_closer(c) || is_terminator(c) || is_syllable(c) || matches!(c, ',' | ':' | ';')
    };
    while from < to && hangs_on(chars[to - 1]) {
        to -= 1;
    }
    (from, to)
}

fn is_address(token: &str, words: &Words) -> bool {
    let lower = token.to_ascii_lowercase();
    let Some((_, last)) = lower.rsplit_once('.') else {
        return lower.contains("://");
    };
    let host_ends = |host: &str| {
        host.rsplit_once('.')
            .is_some_and(|(_, end)| words.address_ends.contains(end))
    };
    lower.contains("://")
        || lower.starts_with("www.")
        || lower.contains('@')
        || (token.is_ascii()
            && (words.address_ends.contains(last)
                || lower.split('/').next().is_some_and(host_ends)))
}
