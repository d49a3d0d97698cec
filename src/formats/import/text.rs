//! Plain text: each line is a block.

use super::{Fault, Imported, Original, limits};
use jjak_core::article::{Article, Block, BlockKind, Lang, Provenance};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// An article of `text`, which has been through [`normalize`].
pub(super) fn article(text: String, provenance: Provenance) -> Imported {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(is_line_break) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            blocks.push(Block {
                span: from..from + trimmed.len(),
                kind: BlockKind::Body,
                excluded: None,
            });
        }
        start += line.len();
    }
    imported(text, blocks, provenance)
}

/// Sees that the lines of `text` are not too many, before anything is built of them.
///
/// # Errors
/// [`Fault::OverLimit`].
pub(super) fn check(text: &str) -> Result<(), Fault> {
    let lines = text.split(is_line_break);
    count(lines.filter(|line| !line.trim().is_empty()).count())
}

/// Sees that so many blocks are not too many.
///
/// # Errors
/// [`Fault::OverLimit`].
pub(super) fn count(blocks: usize) -> Result<(), Fault> {
    if blocks > limits::MAX_BLOCKS {
        return Err(Fault::OverLimit {
            what: "it has",
            limit: limits::MAX_BLOCKS as u64,
            unit: "paragraphs or lines",
            name: "MAX_BLOCKS",
        });
    }
    Ok(())
}

pub(super) fn imported(text: String, blocks: Vec<Block>, provenance: Provenance) -> Imported {
    let detected = Lang::of(&text);
    Imported {
        article: Article {
            lang: detected.unwrap_or(Lang::En),
            text,
            blocks,
            provenance,
        },
        detected,
        original: Original::default(),
        warnings: Vec::new(),
        langs: Vec::new(),
        has_encoding: false,
    }
}

/// One form for all that follows: composed Hangul (NFC), `\n` between lines, no byte order mark.
///
/// Breaks that editors count no lines by (U+2028, form feed, a stray `\r` ...) stay, so that line numbers
/// do not shift; they part blocks of plain text and are white space to everything else.
pub(super) fn normalize(text: String) -> String {
    let mut text = text;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    if text.contains('\r') {
        // Without any `\n` the file is from a system where `\r` alone ended a line.
        let ending = if text.contains('\n') { "\r\n" } else { "\r" };
        text = text.replace(ending, "\n");
    }
    if is_nfc(&text) {
        text
    } else {
        text.nfc().collect()
    }
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}'
    )
}
