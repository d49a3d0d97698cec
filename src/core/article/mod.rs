//! One language's text with where it came from, cut into blocks.
//!
//! The text never changes after import: everything downstream points into it with byte ranges.

mod block;
mod hyphen;
mod lang;
mod per_lang;

pub use block::{Block, BlockKind, Exclusion, Reason};
pub use lang::{Lang, is_hangul};
pub use per_lang::PerLang;

use hyphen::Hyphen;
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, ops::Range, path::PathBuf};

/// A range of bytes of an [`Article`]'s text, on character boundaries.
pub type Span = Range<usize>;

/// One language's text: what `import` made of a file, with the blocks `clean` judged.
///
/// Blocks are in text order, do not overlap, and leave out nothing but white space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The language of its kept blocks.
    pub lang: Lang,
    /// All of it, excluded blocks included.
    pub text: String,
    /// Ranges of the text, in its order, that do not overlap.
    pub blocks: Vec<Block>,
    /// Where it came from.
    pub provenance: Provenance,
}

/// Where an article came from, as far as the file itself tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provenance {
    /// The file that it was read from.
    pub file: Option<PathBuf>,
    /// Name of the encoding the bytes were read as, such as `UTF-8` or `EUC-KR`.
    pub encoding: String,
    /// What the page or document calls itself.
    pub title: Option<String>,
    /// Who wrote it, as the page says.
    pub byline: Option<String>,
    /// As written on the page.
    pub date: Option<String>,
    /// Where the page was, as it says itself.
    pub url: Option<String>,
    /// Each segment's text stands as a file of pairs had it, byte for byte, and is to leave so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_exact: bool,
}

impl Provenance {
    /// What messages call the text: its file, or where on the web it is from; `None` if it was pasted.
    pub fn name(&self) -> Option<String> {
        let file = self.file.as_ref().map(|file| file.display().to_string());
        file.or_else(|| self.url.clone())
    }
}

impl Article {
    /// A text each of whose lines is a block; blank lines are none.
    ///
    /// ```
    /// use jjak_core::article::{Article, Lang};
    /// let article = Article::of_lines(Lang::En, "The port opens.\n\n It closes at nine.");
    /// assert_eq!(article.blocks.len(), 2);
    /// assert_eq!(article.line(&article.blocks[1].span), "It closes at nine.");
    /// ```
    pub fn of_lines(lang: Lang, text: &str) -> Article {
        let mut article = Article {
            lang,
            text: text.to_owned(),
            blocks: Vec::new(),
            provenance: Provenance::default(),
        };
        article.take_lines_as_blocks();
        article
    }

    /// Makes every line that is not blank a block, in place of the blocks there are.
    pub fn take_lines_as_blocks(&mut self) {
        let mut start = 0;
        let blocks = self.text.split_inclusive('\n').filter_map(|line| {
            let from = start + (line.len() - line.trim_start().len());
            start += line.len();
            let line = line.trim();
            (!line.is_empty()).then(|| Block {
                span: from..from + line.len(),
                kind: BlockKind::Body,
                excluded: None,
            })
        });
        self.blocks = blocks.collect();
    }

    /// The text of `span` on one line: every run of white space, line breaks too, becomes one space.
    ///
    /// # Panics
    /// If `span` is not a valid range of the text.
    pub fn line(&self, span: &Span) -> Cow<'_, str> {
        one_line(&self.text[span.clone()])
    }

    /// The text of a block as it stands in the article; empty if there is no such block.
    pub fn block_text(&self, block: usize) -> &str {
        let span = self.blocks.get(block).map(|block| block.span.clone());
        span.and_then(|span| self.text.get(span))
            .unwrap_or_default()
    }

    /// The block that holds byte `at`.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        let index = after.checked_sub(1)?;
        (at < self.blocks[index].span.end).then_some(index)
    }
}

/// `text` with every run of white space as one space and none at its ends. A word that was divided at the end of a
/// line, as `ob-` and `ject`, is one again.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let folded = |c: char, next: Option<char>| {
        c.is_whitespace() && (c != ' ' || next.is_some_and(char::is_whitespace))
    };
    let mut chars = text.chars().peekable();
    let mut needs_folding = false;
    while let Some(c) = chars.next() {
        needs_folding |= folded(c, chars.peek().copied());
    }
    if !needs_folding {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after.trim_start();
        line.push_str(word);
        let is_broken = after[..after.len() - rest.len()].contains('\n');
        match hyphen::at_break(word, rest).filter(|_| is_broken) {
            Some(Hyphen::OfBreak) => drop(line.pop()),
            Some(Hyphen::OfWord) => {}
            None if rest.is_empty() => {}
            None => line.push(' '),
        }
    }
    Cow::Owned(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hard_wrapped_sentence_reads_as_one_line() {
        assert_eq!(one_line(" 정부는\n  27일 "), "정부는 27일");
        assert!(matches!(one_line("plain text"), Cow::Borrowed(_)));
    }
}
