//! A word in all its places, each with what stands before and after it, and its counterpart: a key word in context
//! (KWIC, Luhn 1960) with the pair.

use super::Pattern;
use crate::session::Session;
use jjak_core::article::Lang;
use jjak_core::bitext::{RowIndex, RowRange};
use std::ops::Range;

/// Most places that are listed.
pub const MOST: usize = 5_000;

/// A place of the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub row: RowIndex,
    pub lang: Lang,
    /// The sentence, and where the word stands in it.
    pub text: String,
    pub span: Range<usize>,
    /// The other side of the row.
    pub other: String,
}

impl Hit {
    /// What stands before the word, the word, and what stands after it.
    pub fn parts(&self) -> [&str; 3] {
        let text = &*self.text;
        [
            text.get(..self.span.start).unwrap_or_default(),
            text.get(self.span.clone()).unwrap_or_default(),
            text.get(self.span.end..).unwrap_or_default(),
        ]
    }
}

/// The places of what matches `pattern`, in the order of the rows, English before Korean; at most [`MOST`].
pub fn hits(session: &Session, pattern: &Pattern) -> Vec<Hit> {
    let bitext = session.bitext();
    let mut hits = Vec::new();
    for row in bitext.beads.rows().each() {
        for lang in Lang::BOTH {
            for text in bitext.texts(row, lang) {
                for span in pattern.hits(&text) {
                    let other: Vec<_> = bitext.texts(row, lang.other()).collect();
                    hits.push(Hit {
                        row,
                        lang,
                        text: text.clone().into_owned(),
                        span,
                        other: other.join(" "),
                    });
                    if hits.len() == MOST {
                        return hits;
                    }
                }
            }
        }
    }
    hits
}
