//! The patterns of lists: gathered by how they begin, and found in a line.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use crate::article::is_hangul;
use crate::clean::entry::Entry;
use crate::clean::lists::shipped::Shipped;
use crate::clean::pattern::{ANCHORED, Beginning, FLOATING, LineMatch, Pattern, TELLING};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The patterns of lists as they are gathered, those of each beginning in their order.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    /// Patterns that begin with text.
    pub anchored: BTreeMap<Beginning, Vec<Pattern<'static>>>,
    /// Patterns that begin in anything, by their longest piece.
    pub floating: BTreeMap<Beginning, Vec<Pattern<'static>>>,
    floating_count: usize,
}

impl Patterns {
    /// Adds a folded line that holds a `*`.
    pub fn add(&mut self, text: &str, entry: Entry, opens_list: bool) {
        let letters = |c: &char| c.is_alphanumeric();
        let mut pattern = Pattern {
            letters: text
                .chars()
                .filter(letters)
                .map(|c| if is_hangul(c) { 2 } else { 1 })
                .sum(),
            text: Cow::Owned(text.to_owned()),
            entry,
            opens_list,
            rank: self.floating_count,
        };
        let (first, _) = pattern.parts();
        if let Some(first) = Beginning::of(first, ANCHORED) {
            pattern.rank = 0;
            self.anchored.entry(first).or_default().push(pattern);
        } else if let Some(first) = Beginning::of(pattern.longest_piece(), FLOATING) {
            self.floating_count += 1;
            self.floating.entry(first).or_default().push(pattern);
        }
    }

    /// A pattern, of the program's or of these, that the folded `line` matches as a whole: one that says most, the first
    /// of several.
    pub fn find(&self, shipped: Option<Shipped>, line: &str) -> Option<LineMatch> {
        let mut best: Option<LineMatch> = None;
        let mut consider = |pattern: &Pattern, floating: bool| {
            let found = pattern.found(floating);
            let says = |found: &LineMatch| (found.entry.sure, found.stock);
            let better = best.is_none_or(|best| says(&found) > says(&best));
            if better && pattern.matches(line) {
                best = Some(found);
            }
        };
        let letters: Vec<char> = line.chars().filter(|&c| c != ' ').collect();
        for first in Beginning::all_of(letters.get(..ANCHORED).unwrap_or(&letters)) {
            let shipped = shipped.into_iter().flat_map(|lists| lists.anchored(first));
            shipped.for_each(|pattern| consider(&pattern, false));
            let own = self.anchored.get(&first).into_iter().flatten();
            own.for_each(|pattern| consider(pattern, false));
        }
        if let Some(shipped) = shipped {
            let worth_looking = |first: Beginning| shipped.begins.may_hold(first.hash());
            let found = floating_in(&letters, worth_looking, |first| shipped.floating(first));
            found.iter().for_each(|pattern| consider(pattern, true));
        }
        if !self.floating.is_empty() {
            let own = |first| self.floating.get(&first).into_iter().flatten().cloned();
            let found = floating_in(&letters, |_| true, own);
            found.iter().for_each(|pattern| consider(pattern, true));
        }
        best
    }
}

/// Floating patterns whose longest piece stands in the line, in their order; the letters are without spaces.
fn floating_in<'a, I: Iterator<Item = Pattern<'a>>>(
    letters: &[char],
    worth_looking: impl Fn(Beginning) -> bool,
    beginning_so: impl Fn(Beginning) -> I,
) -> Vec<Pattern<'a>> {
    let mut found = Vec::new();
    for at in 0..letters.len() {
        let rest = &letters[at..];
        let telling = rest.get(..TELLING).unwrap_or(rest);
        if !Beginning::all_of(telling).any(&worth_looking) {
            continue;
        }
        for first in Beginning::all_of(rest) {
            let patterns = beginning_so(first);
            found.extend(patterns.filter(|pattern| {
                let piece = pattern.longest_piece().chars().filter(|&c| c != ' ');
                let mut rest = rest.iter();
                piece.into_iter().all(|c| rest.next() == Some(&c))
            }));
        }
    }
    found.sort_by_key(|pattern: &Pattern| pattern.rank);
    found.dedup_by_key(|pattern| pattern.rank);
    found
}
