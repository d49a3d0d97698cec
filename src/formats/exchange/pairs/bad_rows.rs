//! Rows that cannot be read: a reason to stop, or to go on without them and say so.

use super::{BilingualError, BilingualFile, BilingualWarning, Row};

/// What becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadRows {
    /// The file is refused at the first.
    #[default]
    Refuse,
    /// They are left out, counted and named.
    Skip,
}

/// Those that were left out.
#[derive(Clone, Debug, Default)]
pub(in crate::exchange) struct Skipped {
    count: usize,
    /// What is wrong with the first of them, and where.
    first: Vec<String>,
}

/// So many are named; of the others there is the count.
const NAMED: usize = 10;

impl BilingualFile {
    /// Takes the next row, if it is one.
    ///
    /// # Errors
    /// What is wrong with it, unless such rows are to be skipped.
    pub(in crate::exchange) fn take_row(
        &mut self,
        row: Result<Row, BilingualError>,
    ) -> Result<(), BilingualError> {
        let is_row = row.is_ok();
        match row.and_then(|row| self.rows.push(row)) {
            Err(error) if self.bad_rows == BadRows::Skip && error.is_of_one_row() => {
                if !is_row {
                    self.rows.pass();
                }
                self.skipped.count += 1;
                if self.skipped.first.len() < NAMED {
                    self.skipped.first.push(error.to_string());
                }
                Ok(())
            }
            done => done,
        }
    }

    /// Says which rows were skipped.
    pub(in crate::exchange) fn tell_skipped(&mut self) {
        let Skipped { count, first } = std::mem::take(&mut self.skipped);
        if count > 0 {
            self.warnings
                .push(BilingualWarning::Skipped { count, first });
        }
    }
}

impl BilingualError {
    /// Whether the rows behind it can be read all the same.
    fn is_of_one_row(&self) -> bool {
        matches!(
            self,
            BilingualError::NotJson { .. }
                | BilingualError::NotPo { .. }
                | BilingualError::TooLong { .. }
                | BilingualError::UnknownEntity { .. }
        )
    }
}
