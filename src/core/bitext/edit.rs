use super::{Bead, Bitext, RowIndex, State};
use crate::article::{Exclusion, Lang};
use crate::segment::Segment;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::ops::Range;

/// One reversible step: changes applied in order. Its inverse undoes them in the opposite order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// In the order in which they are made.
    pub changes: Vec<Change>,
}

/// The few primitive changes every edit is made of. Each holds what it takes away, so it can be undone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Replaces the rows `at..at + removed.len()`.
    Beads {
        /// The first row.
        at: RowIndex,
        /// The beads that go.
        removed: Vec<Bead>,
        /// The beads that come.
        inserted: Vec<Bead>,
    },
    /// Replaces the segments `at..at + removed.len()` of one side.
    Segments {
        /// The side.
        lang: Lang,
        /// The first segment.
        at: usize,
        /// The segments that go.
        removed: Vec<Segment>,
        /// The segments that come.
        inserted: Vec<Segment>,
    },
    /// Keeps or excludes a block; its segments and beads change in the same edit.
    Block {
        /// The side.
        lang: Lang,
        /// Position among the article's blocks.
        block: usize,
        /// Why it was excluded before; `None` if it was kept.
        from: Option<Exclusion>,
        /// Why it is excluded after; `None` if it is kept.
        to: Option<Exclusion>,
    },
}

impl Edit {
    /// The edit that takes this one back.
    pub fn inverse(&self) -> Edit {
        Edit {
            changes: self.changes.iter().rev().map(Change::inverse).collect(),
        }
    }

    /// The rows, after it, that hold other sentences together than any row before it.
    pub fn fresh_rows(&self) -> HashSet<RowIndex> {
        let mut fresh = HashSet::new();
        for change in &self.changes {
            if let Change::Beads {
                at,
                removed,
                inserted,
            } = change
            {
                let before: HashSet<_> = removed.iter().map(|bead| (&bead.en, &bead.ko)).collect();
                let new = inserted.iter().enumerate();
                let new = new.filter(|(_, bead)| !before.contains(&(&bead.en, &bead.ko)));
                fresh.extend(new.map(|(row, _)| *at + row));
            }
        }
        fresh
    }

    /// How many more rows are accepted after it than before; fewer are less than nothing.
    pub fn accepted(&self) -> i64 {
        let count = |beads: &[Bead]| {
            let accepted = beads.iter().filter(|bead| bead.state == State::Accepted);
            accepted.count() as i64
        };
        let changes = self.changes.iter();
        changes
            .map(|change| match change {
                Change::Beads {
                    removed, inserted, ..
                } => count(inserted) - count(removed),
                Change::Segments { .. } | Change::Block { .. } => 0,
            })
            .sum()
    }

    /// The rows of the bitext that the edit leaves new or changed: those from the first to the last.
    pub fn rows(&self) -> Option<Range<RowIndex>> {
        self.changes
            .iter()
            .filter_map(|change| match change {
                Change::Beads { at, inserted, .. } => Some(*at..*at + inserted.len()),
                _ => None,
            })
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
    }

    /// The rows it changes when every sentence stays in its row; `None` when one moves.
    pub fn rows_in_place(&self) -> Option<Range<RowIndex>> {
        let stays = |change: &Change| match change {
            Change::Beads {
                removed, inserted, ..
            } => {
                let mut both = removed.iter().zip(inserted);
                removed.len() == inserted.len() && both.all(|(a, b)| a.en == b.en && a.ko == b.ko)
            }
            Change::Segments { .. } | Change::Block { .. } => false,
        };
        let rows = self.rows()?;
        self.changes.iter().all(stays).then_some(rows)
    }
}

impl Change {
    /// Whether it changes beads alone.
    pub fn is_beads(&self) -> bool {
        matches!(self, Change::Beads { .. })
    }

    fn inverse(&self) -> Change {
        match self.clone() {
            Change::Beads {
                at,
                removed,
                inserted,
            } => Change::Beads {
                at,
                removed: inserted,
                inserted: removed,
            },
            Change::Segments {
                lang,
                at,
                removed,
                inserted,
            } => Change::Segments {
                lang,
                at,
                removed: inserted,
                inserted: removed,
            },
            Change::Block {
                lang,
                block,
                from,
                to,
            } => Change::Block {
                lang,
                block,
                from: to,
                to: from,
            },
        }
    }
}

/// An edit was made for another bitext than the one it was to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the edit does not fit: it was made for another bitext, or what went before it is missing")]
pub struct Misfit;

impl Bitext {
    /// Applies an edit that was made for this very bitext (or undone back to it).
    ///
    /// # Panics
    /// In debug builds, if the edit was made for another bitext or breaks an invariant. In release builds an
    /// edit for another bitext changes nothing.
    pub fn apply(&mut self, edit: &Edit) {
        let fits = self.make(edit);
        debug_assert_eq!(fits, Ok(()));
        #[cfg(debug_assertions)]
        if self.beads.len() < 1000 {
            self.check().expect("an edit keeps the invariants");
        }
    }

    /// Applies an edit from outside, such as a journal: what it takes away must be there, and what it puts in must keep
    /// the invariants of [`Bitext::check`], which held before it.
    ///
    /// # Errors
    /// [`Misfit`], and nothing is changed.
    pub fn try_apply(&mut self, edit: &Edit) -> Result<(), Misfit> {
        self.make(edit)?;
        if !self.is_sound_after(edit) {
            self.make(&edit.inverse())?;
            return Err(Misfit);
        }
        Ok(())
    }

    /// Makes all changes of an edit, or none.
    fn make(&mut self, edit: &Edit) -> Result<(), Misfit> {
        for (done, change) in edit.changes.iter().enumerate() {
            if self.change(change).is_none() {
                for change in edit.changes[..done].iter().rev() {
                    self.change(&change.inverse());
                }
                return Err(Misfit);
            }
        }
        Ok(())
    }

    /// Makes one change, or none if it does not fit.
    fn change(&mut self, change: &Change) -> Option<()> {
        match change {
            Change::Beads {
                at,
                removed,
                inserted,
            } => replace(self.beads.as_vec_mut(), at.0, removed, inserted),
            Change::Segments {
                lang,
                at,
                removed,
                inserted,
            } => replace(&mut self.side_mut(*lang).segments, *at, removed, inserted),
            Change::Block {
                lang,
                block,
                from,
                to,
            } => {
                let block = self.side_mut(*lang).article.blocks.get_mut(*block)?;
                (block.excluded == *from).then(|| block.excluded.clone_from(to))
            }
        }
    }
}

fn replace<T: Clone + PartialEq>(
    list: &mut Vec<T>,
    at: usize,
    removed: &[T],
    inserted: &[T],
) -> Option<()> {
    let range = at..at.checked_add(removed.len())?;
    if list.get(range.clone())? != removed {
        return None;
    }
    list.splice(range, inserted.iter().cloned());
    Some(())
}
