//! Workbooks as articles: every sheet, row by row.

use super::package::Package;
use super::sheet::{self, Workbook};
use super::{Fault, ods, odt, opc};
use crate::import::Imported;
use crate::import::document::Document;
use crate::import::warning::Part;
use jjak_core::article::{BlockKind, Provenance};

/// An article of the Excel workbook whose main part is `main`. A single column is taken as running text.
///
/// # Errors
/// [`Fault`] of a damaged or too large workbook, and [`Fault::Pairs`] of one with both languages side by side.
pub(super) fn article(
    mut package: Package,
    main: &str,
    mut provenance: Provenance,
) -> Result<Imported, Fault> {
    opc::describe(&mut package, &mut provenance)?;
    rows(sheet::workbook(&mut package, main)?, provenance)
}

/// The same of an OpenDocument spreadsheet.
///
/// # Errors
/// Those of [`article`], and [`Fault::Encrypted`].
pub(super) fn open_document(
    mut package: Package,
    mut provenance: Provenance,
) -> Result<Imported, Fault> {
    odt::describe(&mut package, &mut provenance)?;
    rows(ods::workbook(&mut package)?, provenance)
}

fn rows(workbook: Workbook, provenance: Provenance) -> Result<Imported, Fault> {
    let mut document = Document::default();
    for sheet in &workbook.sheets {
        if sheet.is_bilingual() {
            return Err(Fault::Pairs);
        }
        let says = |cell: &&String| !cell.trim().is_empty();
        let filled = |row: &Vec<String>| row.iter().filter(says).count();
        let kind = match sheet.rows.iter().map(filled).max() {
            Some(2..) => BlockKind::Cell,
            _ => BlockKind::Body,
        };
        for cell in sheet.rows.iter().flatten() {
            document.push(cell, kind)?;
        }
        for paragraph in &sheet.drawing.paragraphs {
            document.push(paragraph, BlockKind::Body)?;
        }
        for (&what, &count) in &sheet.drawing.left_out {
            document.leave_out(what, count);
        }
    }
    document.leave_out(Part::Comments, workbook.comments);
    document.leave_out(Part::HiddenSheets, workbook.hidden_sheets);
    Ok(document.finish(provenance))
}
