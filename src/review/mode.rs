//! What the keys do: act on the grid, edit a sentence, or choose where to cut it.

use super::cut_points::CutPoints;
use jjak_core::article::Lang;
use jjak_core::bitext::{Operation, SegmentId};

#[derive(Default)]
pub enum Mode {
    #[default]
    Grid,
    Edit(Editing),
    Cut(CutPoints),
}

/// A sentence being edited; nothing of it is in the bitext yet.
pub struct Editing {
    pub lang: Lang,
    pub id: SegmentId,
    pub text: String,
    /// The editor has not been shown yet and must take the focus.
    pub fresh: bool,
}

impl Editing {
    /// What puts the text into the bitext.
    pub fn operation(&self) -> Operation {
        Operation::SetText {
            lang: self.lang,
            id: self.id,
            text: Some(self.text.clone()),
        }
    }
}
