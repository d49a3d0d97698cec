//! The characters of one block, with the look-ups that rules need.

use super::character::{is_closer, is_emoticon, is_plain, is_terminator};
use super::endings::Endings;
use super::options::RuleOptions;
use super::protect::Protection;
use super::words::Words;
use crate::article::Span;

/// Rules read words, not pages: no look-up goes further, so that text without spaces stays linear.
const LONGEST_WORD: usize = 32;

/// One block as characters. Line breaks count as spaces: a hard-wrapped paragraph reads as one line.
pub(super) struct Paragraph<'a> {
    pub words: &'a Words,
    pub endings: Endings,
    pub chars: Vec<char>,
    pub protection: Protection,
    /// Byte of each character in the article's text, and of the end.
    bytes: Vec<usize>,
    /// For every place, the end of the last character before it that is more than a mark or a space.
    content_end: Vec<usize>,
}

impl<'a> Paragraph<'a> {
    /// The characters of `text[block]` without white space at the ends.
    pub(super) fn new(text: &str, block: &Span, options: RuleOptions<'a>) -> Paragraph<'a> {
        let inner = &text[block.clone()];
        let start = block.start + (inner.len() - inner.trim_start().len());
        let trimmed = inner.trim();
        let (mut bytes, chars): (Vec<usize>, Vec<char>) = trimmed
            .char_indices()
            .map(|(at, c)| (start + at, c))
            .unzip();
        bytes.push(start + trimmed.len());
        let mut content_end = Vec::with_capacity(bytes.len());
        let mut last = 0;
        content_end.push(last);
        for (at, &c) in chars.iter().enumerate() {
            let plain = c != ' ' && is_plain(c);
            if plain || !(c.is_whitespace() || is_closer(c) || is_emoticon(c) || is_terminator(c)) {
                last = at + 1;
            }
            content_end.push(last);
        }
        Paragraph {
            words: options.words,
            endings: options.endings,
            protection: Protection::new(&chars, options.quotations, options.words),
            chars,
            bytes,
            content_end,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `at`, a space beyond the end.
    pub(super) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or(' ')
    }

    /// The character before `at`, a space before the beginning.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or(' ', |before| self.at(before))
    }

    /// The byte range in the article's text.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        self.bytes[from]..self.bytes[to]
    }

    pub(super) fn byte(&self, at: usize) -> usize {
        self.bytes[at]
    }

    /// The character that begins at byte `byte` of the article's text.
    pub(super) fn place(&self, byte: usize) -> Option<usize> {
        let place = self.bytes.binary_search(&byte).ok()?;
        (place < self.len()).then_some(place)
    }

    /// The end of the last character before `at` that is more than a mark or a space, 0 if there is none.
    pub(super) fn content_end(&self, at: usize) -> usize {
        self.content_end[at]
    }

    /// The first place from `at` that is not white space.
    pub(super) fn skip_space(&self, at: usize) -> usize {
        self.skip(at, char::is_whitespace)
    }

    /// The first place from `at` whose character is not `skipped`.
    pub(super) fn skip(&self, at: usize, skipped: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|&&c| skipped(c)).count()
    }

    /// The end of the trimmed text before `at`, not before `from`.
    pub(super) fn trim_end(&self, from: usize, at: usize) -> usize {
        let spaces = self.chars[from..at]
            .iter()
            .rev()
            .take_while(|c| c.is_whitespace())
            .count();
        at - spaces
    }

    /// A short block that ends in no stop.
    pub(super) fn is_headline(&self) -> bool {
        const LONGEST: usize = 80;
        let last = self.chars.iter().rev().find(|&&c| !is_closer(c));
        self.len() <= LONGEST && last.is_some_and(|&c| !is_terminator(c) && !is_emoticon(c))
    }

    /// A mark that closes: one that does not open something itself.
    pub(super) fn closes(&self, at: usize) -> bool {
        is_closer(self.at(at)) && !self.protection.opens(at)
    }

    /// The word (letters, digits, apostrophes, hyphens) that starts at `at`.
    pub(super) fn word_from(&self, at: usize) -> String {
        self.run_from(at, LONGEST_WORD, |c| {
            c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')
        })
    }

    /// The characters from `at` to the next white space.
    pub(super) fn token_from(&self, at: usize) -> String {
        self.run_from(at, 2 * LONGEST_WORD, |c| !c.is_whitespace())
    }

    /// Where the token (no white space) that ends at `at` begins.
    pub(super) fn token_start(&self, at: usize) -> usize {
        self.run_start(at, |_, c| !c.is_whitespace())
    }

    /// Where the Latin word before `at` begins; the dots of `U.S` and `Ph.D` belong to it.
    pub(super) fn latin_word_start(&self, at: usize) -> usize {
        self.run_start(at, |before, c| {
            c.is_ascii_alphabetic()
                || c == '°'
                || (matches!(c, '.' | '\'' | '’') && self.before(before).is_ascii_alphabetic())
        })
    }

    pub(super) fn text(&self, from: usize, to: usize) -> String {
        self.chars[from..to].iter().collect()
    }

    fn run_from(&self, at: usize, longest: usize, belongs: impl Fn(char) -> bool) -> String {
        let rest = self.chars.get(at..).unwrap_or_default();
        rest.iter()
            .take(longest)
            .take_while(|&&c| belongs(c))
            .collect()
    }

    fn run_start(&self, at: usize, belongs: impl Fn(usize, char) -> bool) -> usize {
        let lowest = at.saturating_sub(LONGEST_WORD);
        let mut start = at;
        while start > lowest && belongs(start - 1, self.chars[start - 1]) {
            start -= 1;
        }
        start
    }
}
