//! A document's paragraphs in reading order, on their way to an article. Readers of formats with paragraphs fill it.

use super::text;
use super::warning::{ImportWarning, Part};
use super::{Fault, Imported, limits};
use jjak_core::article::{Block, BlockKind, Exclusion, Provenance, Reason};
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text so far, with its blocks and what was left out of it.
#[derive(Debug, Default)]
pub(super) struct Document {
    text: String,
    blocks: Vec<Block>,
    left_out: BTreeMap<Part, usize>,
}

impl Document {
    /// Adds a paragraph; one without text adds nothing. Line breaks within it stay, and read as spaces.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn push(&mut self, paragraph: &str, kind: BlockKind) -> Result<(), Fault> {
        self.add(paragraph, kind, None, false)
    }

    /// Adds a paragraph that is a line below the one before, as in verse.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn push_line(&mut self, line: &str, kind: BlockKind) -> Result<(), Fault> {
        self.add(line, kind, None, true)
    }

    /// Adds a paragraph that is there to see, but out of the article.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn push_excluded(
        &mut self,
        paragraph: &str,
        reason: Reason,
        rule: &str,
    ) -> Result<(), Fault> {
        let rule = rule.to_owned();
        let exclusion = Some(Exclusion { reason, rule });
        self.add(paragraph, BlockKind::Body, exclusion, false)
    }

    fn add(
        &mut self,
        paragraph: &str,
        kind: BlockKind,
        excluded: Option<Exclusion>,
        below: bool,
    ) -> Result<(), Fault> {
        let paragraph = paragraph.trim();
        if paragraph.is_empty() {
            return Ok(());
        }
        if !self.text.is_empty() {
            let last = self.blocks.last().map(|block| block.kind);
            let in_list = matches!(kind, BlockKind::ListItem | BlockKind::Cell);
            let tight = below || (in_list && last == Some(kind));
            self.text.push_str(if tight { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        if is_nfc(paragraph) {
            self.text.push_str(paragraph);
        } else {
            self.text.extend(paragraph.nfc());
        }
        if self.text.len() > limits::MAX_DOCUMENT_TEXT {
            return Err(Fault::OverLimit {
                what: "its text has",
                limit: limits::MAX_DOCUMENT_TEXT as u64,
                unit: "bytes",
                name: "MAX_DOCUMENT_TEXT",
            });
        }
        text::count(self.blocks.len() + 1)?;
        self.blocks.push(Block {
            span: start..self.text.len(),
            kind,
            excluded,
        });
        Ok(())
    }

    /// Counts parts that are not read.
    pub(super) fn leave_out(&mut self, what: Part, count: usize) {
        if count > 0 {
            *self.left_out.entry(what).or_default() += count;
        }
    }

    /// The article; `from_bytes` sees to it that an empty one is refused.
    pub(super) fn finish(self, provenance: Provenance) -> Imported {
        let left_out: Vec<(Part, usize)> = self.left_out.into_iter().collect();
        let warning = (!left_out.is_empty()).then_some(ImportWarning::LeftOut(left_out));
        Imported {
            warnings: warning.into_iter().collect(),
            ..text::imported(self.text, self.blocks, provenance)
        }
    }
}
