//! A table for corpus tools: a header row, tabs between columns, no quoting.

use crate::exchange::units::table::Table;
use crate::exchange::units::unit::TranslationUnit;
use std::io::{self, Write};

/// Writes `units` a line each under a header row; returns how many that were.
pub(crate) fn write<'a>(
    table: &Table,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write_header(table.columns(), out)?;
    write_rows(table, units, out)
}

pub(crate) fn write_header(columns: &[&str], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", columns.join("\t"))
}

/// Writes `units` a line each; returns how many that were.
pub(crate) fn write_rows<'a>(
    table: &Table,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut line = String::new();
    let mut written = 0;
    for unit in units {
        line.clear();
        for (at, cell) in table.row(&unit).iter().enumerate() {
            if at > 0 {
                line.push('\t');
            }
            line.push_str(cell);
        }
        line.push('\n');
        out.write_all(line.as_bytes())?;
        written += 1;
    }
    Ok(written)
}
