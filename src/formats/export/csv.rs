//! A table for spreadsheets: what Excel opens with a double click, every cell as text.

use super::table::{COLUMNS, Table};
use super::unit::Unit;
use std::io::{self, Write};

/// Writes `units` a line each under a header row; returns how many that were. UTF-8 with a byte order mark, commas,
/// every cell quoted, CRLF.
pub fn write<'a>(
    table: &Table,
    units: impl Iterator<Item = Unit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write!(out, "\u{feff}")?;
    write_row(&COLUMNS, out)?;
    let mut written = 0;
    for unit in units {
        write_row(&table.row(&unit).each_ref().map(|cell| &**cell), out)?;
        written += 1;
    }
    Ok(written)
}

fn write_row(row: &[&str], out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if formula { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_is_text_whatever_it_begins_with() {
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("-네, 그렇습니다."), "\"'-네, 그렇습니다.\"");
        assert_eq!(
            quoted("He said \"no\", twice"),
            "\"He said \"\"no\"\", twice\""
        );
    }
}
