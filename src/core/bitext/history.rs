use super::{Bitext, Edit, Misfit};
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

    /// Edits that were done elsewhere: those `past` that the bitext holds, and those that were undone, the one to
    /// redo first in front.
    pub fn from_parts(past: Vec<Edit>, undone: Vec<Edit>) -> History {
        let (in_force, mut edits) = (past.len(), past);
        edits.extend(undone);
        History { edits, in_force }
    }

    /// The edits in force, the first in front.
    pub fn past(&self) -> &[Edit] {
        &self.edits[..self.in_force]
    }

    /// The edits that can be redone, the next in front.
    pub fn undone(&self) -> &[Edit] {
        &self.edits[self.in_force..]
    }

    /// [`History::apply`] for an edit from outside, such as a journal.
    ///
    /// # Errors
    /// [`Misfit`], and nothing is changed.
    pub fn try_apply(&mut self, bitext: &mut Bitext, edit: Edit) -> Result<(), Misfit> {
        bitext.try_apply(&edit)?;
        self.edits.truncate(self.in_force);
        self.edits.push(edit);
        self.in_force += 1;
        Ok(())
    }

    /// Takes the last edit back and returns its inverse, which was applied; `None` if there is none that fits.
    pub fn undo(&mut self, bitext: &mut Bitext) -> Option<Edit> {
        let last = self.in_force.checked_sub(1)?;
        let inverse = self.edits.get(last)?.inverse();
        bitext.try_apply(&inverse).ok()?;
        self.in_force = last;
        Some(inverse)
    }

    /// Applies the edit that was undone last, and returns it; `None` if there is none that fits.
    pub fn redo(&mut self, bitext: &mut Bitext) -> Option<Edit> {
        let edit = self.edits.get(self.in_force)?.clone();
        bitext.try_apply(&edit).ok()?;
        self.in_force += 1;
        Some(edit)
    }

    /// Whether there is an edit to take back.
    pub fn can_undo(&self) -> bool {
        self.in_force > 0
    }

    /// Whether there is one to make again.
    pub fn can_redo(&self) -> bool {
        self.in_force < self.edits.len()
    }

    /// How many edits are in force.
    pub fn len(&self) -> usize {
        self.in_force
    }

    /// Whether nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.in_force == 0
    }
}
