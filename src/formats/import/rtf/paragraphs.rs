//! Where a paragraph goes when it ends, and what it is.

use super::group::Destination;
use super::{BlockKind, Fault, Flow, Reader, Reason};

impl Reader {
    pub(super) fn end_paragraph(&mut self) -> Result<(), Fault> {
        self.decode();
        // A paragraph mark that was deleted, or is hidden, parts nothing.
        let group = self.group();
        if group.deleted || group.destination != Destination::Text {
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        let kind = self.kind();
        match self.flow {
            Flow::Note => self.notes.push(text),
            Flow::Head => {
                let (reason, rule) = (Reason::RunningHead, "header-footer");
                self.document.push_excluded(&text, reason, rule)?;
            }
            Flow::Body => {
                self.document.push(&text, kind)?;
                for note in std::mem::take(&mut self.notes) {
                    self.document.push(&note, BlockKind::Footnote)?;
                }
            }
        }
        Ok(())
    }

    fn kind(&mut self) -> BlockKind {
        let group = *self.group();
        let styled = group.style.and_then(|style| self.tables.style(style));
        let is_outlined = group.outline.is_some_and(|level| (0..9).contains(&level));
        match styled {
            _ if group.in_table => BlockKind::Cell,
            _ if is_outlined => BlockKind::Heading,
            Some(kind) => kind,
            None if group.in_list => BlockKind::ListItem,
            None => BlockKind::Body,
        }
    }
}
