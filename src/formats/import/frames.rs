//! The elements of a page that hold its pieces of text, and how much text and how many links each holds.

use super::traits::Traits;

/// What elements are told apart by for the text that fills them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tag {
    #[default]
    Other,
    Paragraph,
    Item,
    /// `h1` to `h6`.
    Heading(u8),
    Cell,
    Caption,
    Quote,
    Definition,
    Division,
}

impl Tag {
    pub(super) fn of(name: &str) -> Tag {
        match name {
            "p" => Tag::Paragraph,
            "li" => Tag::Item,
            "h1" => Tag::Heading(1),
            "h2" => Tag::Heading(2),
            "h3" => Tag::Heading(3),
            "h4" => Tag::Heading(4),
            "h5" => Tag::Heading(5),
            "h6" => Tag::Heading(6),
            "td" | "th" => Tag::Cell,
            "figcaption" | "caption" => Tag::Caption,
            "blockquote" => Tag::Quote,
            "dd" | "dt" => Tag::Definition,
            "div" => Tag::Division,
            _ => Tag::Other,
        }
    }
}

/// An element around pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// The one around it; the first is its own.
    pub parent: usize,
    pub depth: usize,
    pub tag: Tag,
    pub traits: Traits,
    /// Its name and class.
    pub own: u64,
    /// Elements with the same name and class, in such an element, have the same.
    pub signature: u64,
    pub totals: Totals,
}

/// What is within an element.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Totals {
    pub pieces: usize,
    /// Of text, of text in links and of running text.
    pub bytes: usize,
    pub linked: usize,
    pub running: usize,
}

impl Totals {
    pub(super) fn add(&mut self, other: Totals) {
        self.pieces += other.pieces;
        self.bytes += other.bytes;
        self.linked += other.linked;
        self.running += other.running;
    }

    pub(super) fn link_density(&self) -> f32 {
        self.linked as f32 / self.bytes.max(1) as f32
    }

    pub(super) fn running_share(&self) -> f32 {
        self.running as f32 / self.bytes.max(1) as f32
    }
}

/// The frame at `at` and those around it, from within.
pub(super) fn around(frames: &[Frame], at: usize) -> impl Iterator<Item = (usize, &Frame)> {
    let mut next = Some(at);
    std::iter::from_fn(move || {
        let at = next?;
        let frame = frames.get(at)?;
        next = (frame.parent != at).then_some(frame.parent);
        Some((at, frame))
    })
}

/// Fills the totals from those of the pieces that stand in each frame directly. A frame stands after the one around it.
pub(super) fn total(frames: &mut [Frame]) {
    for at in (1..frames.len()).rev() {
        let Some(frame) = frames.get(at) else {
            continue;
        };
        let (parent, totals) = (frame.parent, frame.totals);
        if let Some(parent) = frames.get_mut(parent) {
            parent.totals.add(totals);
        }
    }
}
