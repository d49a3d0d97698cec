//! Find and replace over the works of a job: first seen, then done, one step to undo in each.

use crate::find::Pattern;
use crate::session::Session;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, Operation, RowIndex, SegmentId};
use jjak_formats::project::{self, Journal};
use std::path::Path;
use std::sync::Arc;

/// What is looked for, where, and what is to stand in its place.
#[derive(Clone)]
pub struct Replacing {
    pub pattern: Arc<Pattern>,
    pub with: String,
    /// `None` for both sides.
    pub side: Option<Lang>,
}

/// A sentence as it is and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub lang: Lang,
    pub id: SegmentId,
    pub row: RowIndex,
    pub before: String,
    pub after: String,
}

impl Replacing {
    /// What would change in a bitext. A sentence that would say nothing stays as it is.
    pub fn changes(&self, bitext: &Bitext) -> Vec<Change> {
        let sides = self.side.map_or(Lang::BOTH.to_vec(), |lang| vec![lang]);
        let mut changes = Vec::new();
        for (row, bead) in bitext.beads.numbered() {
            for &lang in &sides {
                for &id in bead.ids(lang) {
                    let before = bitext.side(lang).text(id);
                    if self.pattern.hits(&before).is_empty() {
                        continue;
                    }
                    let after = self.pattern.replaced(&before, &self.with);
                    if after != before && !after.trim().is_empty() {
                        changes.push(Change {
                            lang,
                            id,
                            row,
                            before: before.into_owned(),
                            after,
                        });
                    }
                }
            }
        }
        changes
    }

    /// The operation that does all of it.
    pub fn operation(&self, bitext: &Bitext) -> Operation {
        let changes = self.changes(bitext).into_iter();
        Operation::SetTexts {
            texts: changes
                .map(|change| (change.lang, change.id, change.after))
                .collect(),
        }
    }

    /// What would change in the work at `path`.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn look(&self, path: &Path) -> Result<Vec<Change>, project::ProjectError> {
        Ok(self.changes(&project::read(path)?.project.bitext))
    }

    /// Changes the work at `path` as one step; gives how many sentences that were.
    ///
    /// # Errors
    /// Why it cannot be opened or written, as when somebody else has it open; it is then as it was.
    pub fn change(&self, path: &Path) -> Result<usize, project::ProjectError> {
        let (journal, loaded) = Journal::open(path)?;
        let mut session = Session::new(loaded.project, Some(journal), true);
        let operation = self.operation(session.bitext());
        let Operation::SetTexts { texts } = &operation else {
            return Ok(0);
        };
        let count = texts.len();
        if session.operate(operation).is_err() {
            return Ok(0);
        }
        match session.take_trouble() {
            Some(trouble) => Err(trouble),
            None => Ok(count),
        }
    }
}
