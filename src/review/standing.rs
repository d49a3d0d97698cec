//! How the review of a bitext stands: which rows cross and need eyes, how many are left, and that nothing is lost.

use super::findings::Findings;
use super::queue::Queue;
use jjak_core::bitext::{Bitext, Conservation, Edit, State};

/// Kept in step with every edit.
pub struct Standing {
    pub crossing: Vec<bool>,
    pub needs_eyes: Vec<bool>,
    /// How many rows need eyes.
    pub left: usize,
    pub accepted: usize,
    pub conservation: Option<Conservation>,
}

impl Standing {
    pub fn new(bitext: &Bitext, queue: Queue, findings: &Findings) -> Standing {
        Standing::of(bitext, queue, findings, bitext.check().ok())
    }

    fn of(
        bitext: &Bitext,
        queue: Queue,
        findings: &Findings,
        conservation: Option<Conservation>,
    ) -> Standing {
        let crossing = bitext.crossing();
        let needs_eyes = queue.needs_eyes(bitext, &crossing, findings);
        Standing {
            left: count(&needs_eyes),
            accepted: count_accepted(bitext),
            crossing,
            needs_eyes,
            conservation,
        }
    }

    /// Takes up an edit that `bitext` and `findings` hold already.
    pub fn changed(&mut self, bitext: &Bitext, queue: Queue, findings: &Findings, edit: &Edit) {
        if let Some(rows) = edit.rows_in_place() {
            self.judge_anew(bitext, queue, findings, rows);
            self.accepted = count_accepted(bitext);
            return;
        }
        let moves_text = edit.changes.iter().any(|change| !change.is_beads());
        let proof = match moves_text {
            true => bitext.check().ok(),
            false => self.conservation,
        };
        *self = Standing::of(bitext, queue, findings, proof);
    }

    /// Judges all rows anew, by another `queue`.
    pub fn look_again(&mut self, bitext: &Bitext, queue: Queue, findings: &Findings) {
        self.needs_eyes = queue.needs_eyes(bitext, &self.crossing, findings);
        self.left = count(&self.needs_eyes);
    }

    /// Judges `rows` anew, of which something else is said or known; no sentence has moved.
    pub fn judge_anew(
        &mut self,
        bitext: &Bitext,
        queue: Queue,
        findings: &Findings,
        rows: impl IntoIterator<Item = usize>,
    ) {
        for row in rows {
            let bead = &bitext.beads[row];
            let needed = queue.needs(bead, self.crossing[row] || findings.has(row));
            let before = std::mem::replace(&mut self.needs_eyes[row], needed);
            self.left = self.left + usize::from(needed) - usize::from(before);
        }
    }
}

fn count_accepted(bitext: &Bitext) -> usize {
    let beads = bitext.beads.iter();
    beads.filter(|bead| bead.state == State::Accepted).count()
}

fn count(needed: &[bool]) -> usize {
    needed.iter().filter(|&&needed| needed).count()
}
