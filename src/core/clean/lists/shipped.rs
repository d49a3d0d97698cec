//! The lists of the program as tables.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use crate::article::Reason;
use crate::clean::entry::Entry;
use crate::clean::pattern::{Beginning, Pattern};
use crate::packed::{Filter, Rows, Texts, take};
use std::borrow::Cow;

/// `beginning: u64 | start: u32, length: u16 (of the texts) | rank: u16 | letters: u8 | reason: u8 | flags: u8`
pub const PATTERN: usize = 19;

/// The lists of the program where the build laid them out.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Phrases by their letters, each with its [`Phrase`].
    pub phrases: Texts,
    /// In how many entries each word stands.
    pub words: Texts,
    pub site_words: Texts,
    /// 1 where nobody else bears it.
    pub roles: Texts,
    /// Patterns by how they begin.
    pub anchored: Rows<PATTERN>,
    /// Patterns that begin in anything, by how their longest piece begins.
    pub floating: Rows<PATTERN>,
    /// How the longest pieces of those begin.
    pub begins: Filter,
    /// The lines of the patterns, one after the other.
    pub texts: &'static str,
}

/// What a listed phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub entry: Entry,
    /// Where it opens a list.
    pub heading: Option<Reason>,
}

impl Phrase {
    /// `reason | sure << 8 | (heading + 1) << 16`, reasons by their place in [`Reason::ALL`].
    pub fn of(number: u32) -> Option<Phrase> {
        Some(Phrase {
            entry: Entry {
                reason: reason(number & 0xff)?,
                sure: number & 0x100 != 0,
            },
            heading: (number >> 16).checked_sub(1).and_then(reason),
        })
    }
}

fn reason(place: u32) -> Option<Reason> {
    Reason::ALL.get(place as usize).copied()
}

impl Shipped {
    /// What a phrase of just these letters is.
    pub fn phrase(self, joined: &str) -> Option<Phrase> {
        Phrase::of(self.phrases.get(joined)?)
    }

    /// The phrase of just these letters, and whether any begins with them.
    pub fn phrases_from(self, joined: &str) -> (Option<Entry>, bool) {
        match self.phrases.from(joined) {
            Some((phrase, number)) if phrase.starts_with(joined.as_bytes()) => {
                let exact = (phrase.len() == joined.len()).then(|| Phrase::of(number));
                (exact.flatten().map(|phrase| phrase.entry), true)
            }
            _ => (None, false),
        }
    }

    /// The patterns that begin so, in their order.
    pub fn anchored(self, first: Beginning) -> impl Iterator<Item = Pattern<'static>> {
        let rows = self.anchored.get(first.hash()).iter();
        rows.map(move |row| self.pattern(row))
    }

    /// The patterns whose longest piece begins so, in their order.
    pub fn floating(self, first: Beginning) -> impl Iterator<Item = Pattern<'static>> {
        let rows = self.floating.get(first.hash()).iter();
        rows.map(move |row| self.pattern(row))
    }

    fn pattern(self, row: &[u8; PATTERN]) -> Pattern<'static> {
        let [_, _, _, _, _, _, _, _, row @ ..] = row;
        let mut row = row.as_slice();
        let start = take!(row, u32) as usize;
        let end = start + usize::from(take!(row, u16));
        let text = self.texts.get(start..end).unwrap_or_default();
        let rank = usize::from(take!(row, u16));
        let letters = usize::from(take!(row, u8));
        let reason = reason(u32::from(take!(row, u8))).unwrap_or(Reason::Navigation);
        let flags = take!(row, u8);
        debug_assert!(row.is_empty());
        Pattern {
            text: Cow::Borrowed(text),
            entry: Entry {
                reason,
                sure: flags & 1 != 0,
            },
            opens_list: flags & 2 != 0,
            letters,
            rank,
        }
    }
}
