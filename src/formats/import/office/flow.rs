//! Paragraphs in the order in which a person reads them. What is anchored within a paragraph, a text box or a note,
//! comes after it.

use super::super::document::Document;
use super::super::warning::Part;
use super::Fault;
use jjak_core::article::{BlockKind, Reason};
use std::collections::BTreeMap;

/// A paragraph that is whole.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub text: String,
    pub kind: BlockKind,
    pub excluded: Option<(Reason, &'static str)>,
}

/// What stands around paragraphs and says what they are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// Stronger than what a paragraph says of itself.
    pub kind: Option<BlockKind>,
    pub excluded: Option<(Reason, &'static str)>,
    /// Not shown to a reader.
    pub hidden: bool,
}

#[derive(Default)]
pub(super) struct Flow {
    paragraphs: Vec<Paragraph>,
    /// Open paragraphs, one inside the other, with the place in `after` of what they anchor.
    open: Vec<(String, usize)>,
    /// What follows the outermost open paragraph.
    after: Vec<Paragraph>,
    around: Vec<Around>,
    left_out: BTreeMap<Part, usize>,
    /// The last text was hidden, too: one stretch counts once.
    in_hidden: bool,
}

impl Flow {
    pub(super) fn open(&mut self) {
        self.open.push((String::new(), self.after.len()));
    }

    /// Whether text has a paragraph to go to.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.around.iter().any(|around| around.hidden) {
            if !text.trim().is_empty() {
                self.hide();
            }
            return;
        }
        if let Some((open, _)) = self.open.last_mut() {
            self.in_hidden = false;
            open.push_str(text);
        }
    }

    /// Counts text that is not shown.
    pub(super) fn hide(&mut self) {
        if !self.in_hidden {
            self.leave_out(Part::Hidden);
        }
        self.in_hidden = true;
    }

    /// The text of the innermost open paragraph so far.
    pub(super) fn so_far(&self) -> &str {
        self.open.last().map_or("", |(text, _)| text)
    }

    /// Ends the innermost paragraph, which is of this kind unless what is around it says another.
    pub(super) fn close(&mut self, kind: BlockKind) {
        self.close_as(kind, None);
    }

    /// [`close`](Flow::close) a paragraph that is excluded by what it says of itself.
    pub(super) fn close_as(&mut self, kind: BlockKind, excluded: Option<(Reason, &'static str)>) {
        self.in_hidden = false;
        let Some((text, place)) = self.open.pop() else {
            return;
        };
        let around = || self.around.iter().rev();
        let paragraph = Paragraph {
            text,
            kind: around().find_map(|around| around.kind).unwrap_or(kind),
            excluded: excluded.or_else(|| around().find_map(|around| around.excluded)),
        };
        if self.open.is_empty() {
            self.paragraphs.push(paragraph);
            self.paragraphs.append(&mut self.after);
        } else {
            self.after.insert(place, paragraph);
        }
    }

    /// Ends the innermost paragraph without adding it, and gives its text.
    pub(super) fn take(&mut self) -> String {
        self.open.pop().map(|(text, _)| text).unwrap_or_default()
    }

    /// Adds what is anchored here.
    pub(super) fn anchor(&mut self, paragraphs: impl IntoIterator<Item = Paragraph>) {
        if self.open.is_empty() {
            self.paragraphs.extend(paragraphs);
        } else {
            self.after.extend(paragraphs);
        }
    }

    pub(super) fn enter(&mut self, around: Around) {
        self.around.push(around);
    }

    pub(super) fn leave(&mut self) {
        self.around.pop();
    }

    /// Counts a part that is not read.
    pub(super) fn leave_out(&mut self, what: Part) {
        *self.left_out.entry(what).or_default() += 1;
    }

    /// The paragraphs, and how many parts were left out.
    pub(super) fn finish(mut self) -> (Vec<Paragraph>, BTreeMap<Part, usize>) {
        while self.is_open() {
            self.close(BlockKind::Body);
        }
        (self.paragraphs, self.left_out)
    }

    /// Adds all of it to `document`.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn pour(self, document: &mut Document) -> Result<(), Fault> {
        let (paragraphs, left_out) = self.finish();
        add(paragraphs, document)?;
        for (what, count) in left_out {
            document.leave_out(what, count);
        }
        Ok(())
    }
}

/// Adds paragraphs to `document`.
///
/// # Errors
/// [`Fault::OverLimit`].
pub(super) fn add(
    paragraphs: impl IntoIterator<Item = Paragraph>,
    document: &mut Document,
) -> Result<(), Fault> {
    for paragraph in paragraphs {
        match paragraph.excluded {
            // Page numbers and rules.
            Some((Reason::RunningHead, _)) if !paragraph.text.contains(char::is_alphabetic) => {}
            None => document.push(&paragraph.text, paragraph.kind)?,
            Some((reason, rule)) => document.push_excluded(&paragraph.text, reason, rule)?,
        }
    }
    Ok(())
}
