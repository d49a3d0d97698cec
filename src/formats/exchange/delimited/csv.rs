//! A table for spreadsheets: what Excel opens with a double click, every cell as text.

use super::looks_like_formula;
use crate::exchange::units::table::Table;
use crate::exchange::units::unit::TranslationUnit;
use std::io::{self, Write};

/// Writes `units` a line each under a header row; returns how many that were. UTF-8 with a byte order mark, commas,
/// every cell quoted, CRLF; `safe` cells are no formulas.
pub(crate) fn write<'a>(
    table: &Table,
    safe: bool,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write_header(table.columns(), safe, out)?;
    write_rows(table, safe, units, out)
}

pub(crate) fn write_header(columns: &[&str], safe: bool, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "\u{feff}")?;
    write_row(columns.iter(), safe, out)
}

/// Writes `units` a line each; returns how many that were.
pub(crate) fn write_rows<'a>(
    table: &Table,
    safe: bool,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut written = 0;
    for unit in units {
        write_row(table.row(&unit).iter(), safe, out)?;
        written += 1;
    }
    Ok(written)
}

pub(crate) fn write_row(
    row: impl Iterator<Item = impl AsRef<str>>,
    safe: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let cells: Vec<String> = row.map(|cell| quoted(cell.as_ref(), safe)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell in quotation marks. If it is to be `safe`, an apostrophe keeps a spreadsheet from taking it for a formula;
/// one that begins with apostrophes before what looks like a formula gets one more in any case, because readers take
/// one away.
fn quoted(cell: &str, safe: bool) -> String {
    let is_guarded = looks_like_formula(cell) && (safe || cell.starts_with('\''));
    let guard = if is_guarded { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_is_text_whatever_it_begins_with() {
        assert_eq!(quoted("=1+1", true), "\"'=1+1\"");
        assert_eq!(quoted("=1+1", false), "\"=1+1\"");
        assert_eq!(quoted("'=1+1", false), "\"''=1+1\"");
        assert_eq!(quoted("-네, 그렇습니다.", true), "\"'-네, 그렇습니다.\"");
        assert_eq!(
            quoted("He said \"no\", twice", true),
            "\"He said \"\"no\"\", twice\""
        );
    }
}
