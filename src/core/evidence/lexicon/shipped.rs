//! The lexicon of the program as tables.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use crate::evidence::lexicon::gathered::Form;
use crate::evidence::tokens::Key;
use crate::packed::take;

/// `english: u64 | start: u32, length: u16 (the alternative within the lexicon's text) | heads: u16 | name: u8`
pub const ENTRY: usize = 17;
/// `prefix: u64 | lemma: u64 | verb: u8`
pub const FORM: usize = 17;

/// An entry as its row holds it after the English.
pub struct Row {
    /// Bytes of the lexicon's text.
    pub start: u32,
    pub length: u16,
    pub heads: u16,
    pub name: bool,
}

impl Row {
    pub fn read(row: &[u8; ENTRY]) -> Row {
        let [_, _, _, _, _, _, _, _, row @ ..] = row;
        let mut row = row.as_slice();
        Row {
            start: take!(row, u32),
            length: take!(row, u16),
            heads: take!(row, u16),
            name: row == [1],
        }
    }
}

pub fn read_form(row: &[u8; FORM]) -> Form {
    let mut row = row.as_slice();
    Form {
        prefix: Key::from_bits(take!(row, u64)),
        lemma: Key::from_bits(take!(row, u64)),
        verb: row == [1],
    }
}
