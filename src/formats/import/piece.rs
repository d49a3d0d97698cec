//! A piece of a page's text: a paragraph, heading, list item, caption or cell.

use dom_query::NodeId;
use jjak_core::article::BlockKind;

/// A paragraph of running text has as many bytes; shorter pieces may be a menu's.
const MIN_PARAGRAPH: usize = 90;

/// A visible piece of text.
#[derive(Debug)]
pub(super) struct Piece {
    /// With single spaces, and two between buttons and links that stand side by side.
    pub text: String,
    pub kind: BlockKind,
    /// Follows the piece before without an empty line, as after `<br>` or within a list.
    pub tight: bool,
    /// All of it is a link or a button.
    pub is_link: bool,
    /// Bytes of it that are links.
    pub linked: usize,
    /// The innermost element that it fills, among the page's frames.
    pub frame: usize,
    /// The markup hides it.
    pub unseen: Option<Hidden>,
}

/// The outermost element that hides a piece, and the name of what does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hidden {
    pub root: NodeId,
    pub rule: &'static str,
}

impl Piece {
    /// Running text, and no link's.
    pub(super) fn is_running(&self) -> bool {
        self.text.len() >= MIN_PARAGRAPH && !self.is_link && ends_sentence(&self.text)
    }
}

/// Whether `text` stops as a sentence does, closing quotes and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '\'', '’', ')', ']', '」'])
        .ends_with(['.', '!', '?', '…', '。'])
}
