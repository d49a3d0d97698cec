//! Rows as Python names them.

use jjak_core::bitext::{Beads, RowIndex};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PySlice;

/// One row, a range of them, or several; negative numbers count from the end.
#[derive(FromPyObject)]
pub(crate) enum Rows<'py> {
    One(isize),
    Slice(Bound<'py, PySlice>),
    Several(Vec<isize>),
}

impl Rows<'_> {
    /// Which of `beads` they are.
    pub(crate) fn of(&self, beads: &Beads) -> PyResult<Vec<RowIndex>> {
        let all = beads.len();
        match self {
            Rows::One(row) => Ok(vec![row_of(*row, beads)?]),
            Rows::Several(rows) => rows.iter().map(|&row| row_of(row, beads)).collect(),
            Rows::Slice(slice) => {
                let slice = slice.indices(isize::try_from(all).unwrap_or(isize::MAX))?;
                let rows = (0..slice.slicelength).map(|at| {
                    let at = isize::try_from(at).unwrap_or(isize::MAX);
                    row_of(slice.start + at * slice.step, beads)
                });
                rows.collect()
            }
        }
    }
}

/// A row of `beads`.
pub(crate) fn row_of(row: isize, beads: &Beads) -> PyResult<RowIndex> {
    index(row, beads.len()).map(RowIndex)
}

/// The place of an item among `all`.
pub(crate) fn index(row: isize, all: usize) -> PyResult<usize> {
    let from_end = row
        .is_negative()
        .then(|| all.checked_sub(row.unsigned_abs()));
    let row_number = from_end.unwrap_or_else(|| usize::try_from(row).ok());
    let found = row_number.filter(|&row| row < all);
    found.ok_or_else(|| {
        PyIndexError::new_err(format!("there is no row {row}; there are {all}, from 0"))
    })
}
