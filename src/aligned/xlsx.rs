//! Workbooks of Excel's: every sheet that shows a column of each language.

use super::columns::{self, Columns};
use super::{Aligned, AlignedError};
use crate::import::sheet;

pub(super) fn read(bytes: &[u8], chosen: Option<&Columns>) -> Result<Aligned, AlignedError> {
    let workbook = sheet::read(bytes).map_err(AlignedError::Workbook)?;
    let mut found: Option<Aligned> = None;
    let mut fault = AlignedError::Empty;
    for sheet in workbook.sheets {
        match (columns::rows(sheet.rows, chosen), &mut found) {
            (Ok(more), Some(found)) => found.rows.extend(more.rows),
            (Ok(first), None) => found = Some(first),
            // A sheet without any row says nothing of why the others do not fit.
            (Err(AlignedError::Empty), _) => {}
            (Err(why), _) => fault = why,
        }
    }
    found.ok_or(fault)
}
