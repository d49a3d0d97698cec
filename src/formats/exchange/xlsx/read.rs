//! Workbooks: every sheet that shows a column of each language.

use crate::exchange::pairs::columns::{Columns, Layout, TELLING_LINES};
use crate::exchange::pairs::{BilingualError, BilingualFile, BilingualWarning};
use crate::import::sheet;
use std::borrow::Cow;

pub(in crate::exchange) fn read(
    bytes: &[u8],
    chosen: Option<&Columns>,
    mut aligned: BilingualFile,
) -> Result<BilingualFile, BilingualError> {
    let workbook = sheet::read(bytes).map_err(BilingualError::Workbook)?;
    aligned.warn(
        workbook.boxes() + workbook.comments,
        BilingualWarning::BesideCells,
    );
    let mut left_out = workbook.hidden_sheets;
    let mut found = false;
    let mut fault = BilingualError::Empty;
    for sheet in workbook.sheets {
        let head = &sheet.rows[..sheet.rows.len().min(TELLING_LINES)];
        match Layout::of(head, chosen) {
            Ok(mut layout) => {
                found = true;
                for row in sheet.rows.into_iter().skip(layout.heading()) {
                    layout.take(row.into_iter().map(Cow::Owned), &mut aligned)?;
                }
            }
            // A sheet without any row says nothing of why the others do not fit.
            Err(BilingualError::Empty) => {}
            Err(why) => {
                fault = why;
                left_out += 1;
            }
        }
    }
    aligned.warn(left_out, BilingualWarning::Sheets);
    if found { Ok(aligned) } else { Err(fault) }
}
