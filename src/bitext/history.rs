use super::{Bitext, Edit};
use serde::{Deserialize, Serialize};

/// The edits of a bitext in order, and how many of them are in force. What is undone can be redone until
/// another edit takes its place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    edits: Vec<Edit>,
    in_force: usize,
}

impl History {
    /// Applies `edit` and remembers it.
    pub fn apply(&mut self, bitext: &mut Bitext, edit: Edit) {
        bitext.apply(&edit);
        self.edits.truncate(self.in_force);
        self.edits.push(edit);
        self.in_force += 1;
    }

    /// Takes the last edit back and returns its inverse, which was applied.
    pub fn undo(&mut self, bitext: &mut Bitext) -> Option<Edit> {
        let last = self.in_force.checked_sub(1)?;
        let inverse = self.edits.get(last)?.inverse();
        bitext.apply(&inverse);
        self.in_force = last;
        Some(inverse)
    }

    /// Applies the edit that was undone last, and returns it.
    pub fn redo(&mut self, bitext: &mut Bitext) -> Option<Edit> {
        let edit = self.edits.get(self.in_force)?.clone();
        bitext.apply(&edit);
        self.in_force += 1;
        Some(edit)
    }

    pub fn can_undo(&self) -> bool {
        self.in_force > 0
    }

    pub fn can_redo(&self) -> bool {
        self.in_force < self.edits.len()
    }

    /// How many edits are in force.
    pub fn len(&self) -> usize {
        self.in_force
    }

    pub fn is_empty(&self) -> bool {
        self.in_force == 0
    }
}
