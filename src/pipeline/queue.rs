//! What needs a person's eyes, and in which order: a setting of the person's.

use jjak_core::bitext::{Bead, Bitext, Origin, RowIndex, State};
use serde::{Deserialize, Serialize};

/// Rows of several sentences need eyes below this confidence, if the setting asks no more.
const SURE_OF_MANY: f32 = 0.95;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Queue {
    /// Rows below this confidence (0 to 1) need eyes.
    pub sure: f32,
    /// The least sure row comes first, not the next one in the text.
    pub least_sure_first: bool,
}

impl Default for Queue {
    fn default() -> Queue {
        Queue {
            sure: 0.8,
            least_sure_first: false,
        }
    }
}

/// What is known of a row besides the bead itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowFacts {
    /// It crosses others, or a check has found something.
    pub stands_out: bool,
    /// A person put it together here, or edited a sentence of it.
    pub by_hand: bool,
}

impl Queue {
    /// Whether this row needs eyes: nobody has accepted it, and it is flagged, made by hand, or doubtful. What came in
    /// paired by a person is not doubted.
    pub fn needs(&self, bead: &Bead, about: RowFacts) -> bool {
        match bead.state {
            State::Accepted => false,
            State::Flagged => true,
            State::Unreviewed if about.by_hand => true,
            State::Unreviewed if bead.origin == Origin::Person => false,
            State::Unreviewed => self.doubts(bead) || about.stands_out,
        }
    }

    fn doubts(&self, bead: &Bead) -> bool {
        let sure = match (bead.en.len(), bead.ko.len()) {
            (0, _) | (_, 0) => return true,
            (1, 1) => self.sure,
            _ => self.sure.max(SURE_OF_MANY),
        };
        bead.confidence < sure
    }

    /// The row after (or before) `row` of those in `needed`, around the end.
    pub fn next(
        &self,
        bitext: &Bitext,
        needed: &[bool],
        row: RowIndex,
        forward: bool,
    ) -> Option<RowIndex> {
        let key = |row: RowIndex| match bitext.beads.get(row) {
            Some(bead) if self.least_sure_first => (bead.confidence.to_bits(), row),
            _ => (0, row),
        };
        let here = key(row);
        // From a row that is done, the least sure of those that are left comes next.
        let is_left = needed.get(row.0).copied().unwrap_or(false);
        let begins = self.least_sure_first && !is_left;
        let rows = || {
            let rows = needed.iter().enumerate();
            rows.filter(|(_, needed)| **needed)
                .map(|(row, _)| RowIndex(row))
        };
        if forward {
            rows()
                .filter(|&row| begins || key(row) > here)
                .min_by_key(|&row| key(row))
                .or_else(|| rows().min_by_key(|&row| key(row)))
        } else {
            rows()
                .filter(|&row| key(row) < here)
                .max_by_key(|&row| key(row))
                .or_else(|| rows().max_by_key(|&row| key(row)))
        }
    }
}
