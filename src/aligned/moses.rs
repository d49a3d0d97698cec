//! A Moses pair: two files of one sentence a line, of as many lines.

use super::{Aligned, AlignedError, Row, decoded};
use crate::article::Lang;

/// Reads the two files; the lines pair in their order.
///
/// # Errors
/// [`AlignedError`]; `UnevenLines` when one has more lines than the other.
pub fn read_pair(en: &[u8], ko: &[u8]) -> Result<Aligned, AlignedError> {
    let (en, ko) = (decoded(en)?, decoded(ko)?);
    let (en, ko): (Vec<&str>, Vec<&str>) = (en.lines().collect(), ko.lines().collect());
    if en.len() != ko.len() {
        let (en, ko) = (en.len(), ko.len());
        return Err(AlignedError::UnevenLines { en, ko });
    }
    let mut aligned = Aligned::default();
    for (en, ko) in en.into_iter().zip(ko) {
        let mut row = Row::default();
        row.cell(Lang::En).text = en.to_owned();
        row.cell(Lang::Ko).text = ko.to_owned();
        aligned.rows.push(row);
    }
    aligned.settle()?;
    Ok(aligned)
}
