//! SRX rules on a text.

use super::Srx;
use crate::article::{Lang, Span};
use std::collections::BTreeMap;

impl Srx {
    /// Every place in the block that a rule decides: the byte of `text` and whether a sentence ends there. A pattern
    /// that goes back too often decides nothing more in this block.
    pub fn decisions(&self, text: &str, block: &Span, lang: Lang) -> BTreeMap<usize, bool> {
        let block_text = &text[block.clone()];
        let mut decided = BTreeMap::new();
        for rule in self.rules(lang) {
            let Some(pattern) = &rule.compiled else {
                continue;
            };
            let mut from = 0;
            while from <= block_text.len() {
                let Ok(Some(found)) = pattern.captures_from_pos(block_text, from) else {
                    break;
                };
                let Some(before) = found.get(1) else { break };
                let at = before.end();
                if at > 0 && at < block_text.len() {
                    decided.entry(block.start + at).or_insert(rule.breaks);
                }
                // The next match may begin within this one, but not before its place.
                from = if at > from {
                    at
                } else {
                    next_boundary(block_text, from)
                };
            }
        }
        decided
    }
}

fn next_boundary(text: &str, at: usize) -> usize {
    text[at..]
        .chars()
        .next()
        .map_or(text.len() + 1, |c| at + c.len_utf8())
}
