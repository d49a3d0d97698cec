use super::{Bead, Bitext};
use crate::article::{Exclusion, Lang};
use crate::segment::Segment;
use serde::{Deserialize, Serialize};

/// One reversible step: changes applied in order. Its inverse undoes them in the opposite order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    pub changes: Vec<Change>,
}

/// The few primitive changes every edit is made of. Each holds what it takes away, so it can be undone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Replaces the rows `at..at + removed.len()`.
    Beads {
        at: usize,
        removed: Vec<Bead>,
        inserted: Vec<Bead>,
    },
    /// Replaces the segments `at..at + removed.len()` of one side.
    Segments {
        lang: Lang,
        at: usize,
        removed: Vec<Segment>,
        inserted: Vec<Segment>,
    },
    /// Keeps or excludes a block; its segments and beads change in the same edit.
    Block {
        lang: Lang,
        block: usize,
        from: Option<Exclusion>,
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

    /// The rows of the bitext that the edit leaves new or changed: first and one past the last.
    pub fn rows(&self) -> Option<(usize, usize)> {
        self.changes
            .iter()
            .filter_map(|change| match change {
                Change::Beads { at, inserted, .. } => Some((*at, at + inserted.len())),
                _ => None,
            })
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

impl Change {
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

impl Bitext {
    /// Applies an edit that was made for this very bitext (or undone back to it).
    ///
    /// # Panics
    /// In debug builds, if the edit was made for another bitext or breaks an invariant.
    pub fn apply(&mut self, edit: &Edit) {
        for change in &edit.changes {
            match change {
                Change::Beads {
                    at,
                    removed,
                    inserted,
                } => {
                    debug_assert_eq!(&self.beads[*at..at + removed.len()], removed);
                    self.beads
                        .splice(*at..at + removed.len(), inserted.iter().cloned());
                }
                Change::Segments {
                    lang,
                    at,
                    removed,
                    inserted,
                } => {
                    let segments = &mut self.side_mut(*lang).segments;
                    debug_assert_eq!(&segments[*at..at + removed.len()], removed);
                    segments.splice(*at..at + removed.len(), inserted.iter().cloned());
                }
                Change::Block {
                    lang,
                    block,
                    from,
                    to,
                } => {
                    let block = &mut self.side_mut(*lang).article.blocks[*block];
                    debug_assert_eq!(&block.excluded, from);
                    block.excluded = to.clone();
                }
            }
        }
        #[cfg(debug_assertions)]
        if self.beads.len() < 1000 {
            self.check().expect("an edit keeps the invariants");
        }
    }
}
