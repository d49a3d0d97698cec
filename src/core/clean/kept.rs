//! How much of a text cleaning kept, for telling where that is suspiciously little.

use super::line::ends_sentence;
use crate::article::{Article, Reason};
use std::fmt;

/// Texts of fewer characters are not judged.
const SHORT: usize = 500;
/// An article that is not worth a word has fewer characters.
const FEW: usize = 100;
/// Excluded running text that is so many times what was kept, and so many characters, may be the article.
const TIMES: usize = 10;
const MUCH: usize = 4_000;
/// A line of running text has as many bytes.
const RUNNING: usize = 90;

/// Characters that are not white space: of the text, and of what was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Characters that stay.
    pub kept: usize,
    /// Characters there were.
    pub of: usize,
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Kept { kept, of } = self;
        write!(
            f,
            "only {kept} of its {of} characters are kept as the article; look through what is excluded"
        )
    }
}

/// How little was kept, where a person should look whether that is all of the article.
pub fn kept_little(article: &Article) -> Option<Kept> {
    let (mut kept, mut of, mut running) = (0, 0, 0);
    for block in &article.blocks {
        let Some(text) = article.text.get(block.span.clone()) else {
            continue;
        };
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        of += count;
        match &block.excluded {
            None => kept += count,
            // What a person never wants to see is no loss.
            Some(why) if why.reason == Reason::ByHand => of -= count,
            Some(_) if text.len() >= RUNNING && ends_sentence(text) => running += count,
            Some(_) => {}
        }
    }
    let little = kept < FEW || (running >= MUCH && running > kept * TIMES);
    (of >= SHORT && little).then_some(Kept { kept, of })
}
