//! The number of a row, and the beads of a bitext by it.

use super::Bead;
use serde::{Deserialize, Serialize};
use std::iter::Map;
use std::ops::{Add, Deref, DerefMut, Index, IndexMut, Range, Sub};

/// The number of a row: where its bead stands in [`Bitext::beads`](super::Bitext::beads), the first 0. What a list shows
/// after a filter, a line of a file and a segment's place are other numbers.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct RowIndex(pub usize);

impl RowIndex {
    /// The row above; `None` for the first.
    pub fn above(self) -> Option<RowIndex> {
        self.0.checked_sub(1).map(RowIndex)
    }

    /// The row below, which need not be there.
    #[must_use]
    pub fn below(self) -> RowIndex {
        self + 1
    }

    /// This row alone.
    pub fn alone(self) -> Range<RowIndex> {
        self..self.below()
    }

    /// Its number for people, the first 1.
    pub fn number(self) -> usize {
        self.0.saturating_add(1)
    }

    /// How many rows lie from one to the other, whichever is above.
    pub fn distance(self, other: RowIndex) -> usize {
        self.0.abs_diff(other.0)
    }
}

/// So many rows below.
impl Add<usize> for RowIndex {
    type Output = RowIndex;

    fn add(self, rows: usize) -> RowIndex {
        RowIndex(self.0.saturating_add(rows))
    }
}

/// So many rows above, the first at most.
impl Sub<usize> for RowIndex {
    type Output = RowIndex;

    fn sub(self, rows: usize) -> RowIndex {
        RowIndex(self.0.saturating_sub(rows))
    }
}

/// How many rows it lies below the other; 0 when it is above.
impl Sub for RowIndex {
    type Output = usize;

    fn sub(self, other: RowIndex) -> usize {
        self.0.saturating_sub(other.0)
    }
}

/// Neighbouring rows.
pub trait RowRange {
    /// Each of them, from the first.
    fn each(&self) -> EachRow;

    /// How many they are.
    fn count(&self) -> usize {
        self.each().len()
    }
}

/// Rows one after the other.
pub type EachRow = Map<Range<usize>, fn(usize) -> RowIndex>;

impl RowRange for Range<RowIndex> {
    fn each(&self) -> EachRow {
        (self.start.0..self.end.0).map(RowIndex)
    }
}

/// The beads of a bitext in reading order, by their rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Beads(Vec<Bead>);

impl Beads {
    /// One past the last row.
    pub fn end(&self) -> RowIndex {
        RowIndex(self.0.len())
    }

    /// All rows.
    pub fn rows(&self) -> Range<RowIndex> {
        RowIndex(0)..self.end()
    }

    /// The bead of a row.
    pub fn get(&self, row: RowIndex) -> Option<&Bead> {
        self.0.get(row.0)
    }

    /// The beads of neighbouring rows; `None` if one of them is not there.
    pub fn range(&self, rows: Range<RowIndex>) -> Option<&[Bead]> {
        self.0.get(rows.start.0..rows.end.0)
    }

    /// Each bead with its row.
    pub fn numbered(
        &self,
    ) -> impl DoubleEndedIterator<Item = (RowIndex, &Bead)> + ExactSizeIterator + Clone {
        let beads = self.0.iter().enumerate();
        beads.map(|(row, bead)| (RowIndex(row), bead))
    }

    /// The first row that `holds` is true of.
    pub fn find(&self, holds: impl FnMut(&Bead) -> bool) -> Option<RowIndex> {
        self.0.iter().position(holds).map(RowIndex)
    }

    /// The beads as a list that can grow.
    pub fn as_vec_mut(&mut self) -> &mut Vec<Bead> {
        &mut self.0
    }
}

impl From<Vec<Bead>> for Beads {
    fn from(beads: Vec<Bead>) -> Beads {
        Beads(beads)
    }
}

impl From<Beads> for Vec<Bead> {
    fn from(beads: Beads) -> Vec<Bead> {
        beads.0
    }
}

impl FromIterator<Bead> for Beads {
    fn from_iter<I: IntoIterator<Item = Bead>>(beads: I) -> Beads {
        Beads(beads.into_iter().collect())
    }
}

impl Deref for Beads {
    type Target = [Bead];

    fn deref(&self) -> &[Bead] {
        &self.0
    }
}

impl DerefMut for Beads {
    fn deref_mut(&mut self) -> &mut [Bead] {
        &mut self.0
    }
}

impl<'a> IntoIterator for &'a Beads {
    type Item = &'a Bead;
    type IntoIter = std::slice::Iter<'a, Bead>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a mut Beads {
    type Item = &'a mut Bead;
    type IntoIter = std::slice::IterMut<'a, Bead>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl Index<RowIndex> for Beads {
    type Output = Bead;

    fn index(&self, row: RowIndex) -> &Bead {
        &self.0[row.0]
    }
}

impl IndexMut<RowIndex> for Beads {
    fn index_mut(&mut self, row: RowIndex) -> &mut Bead {
        &mut self.0[row.0]
    }
}
