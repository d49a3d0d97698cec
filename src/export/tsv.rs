//! A table for corpus tools: a header row, tabs between columns, no quoting.

use super::unit::{COLUMNS, Table, Unit};
use std::io::{self, Write};

/// Writes `units` a line each under a header row; returns how many that were.
pub fn write<'a>(
    table: &Table,
    units: impl Iterator<Item = Unit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    writeln!(out, "{}", COLUMNS.join("\t"))?;
    let mut written = 0;
    for unit in units {
        writeln!(out, "{}", table.row(&unit).join("\t"))?;
        written += 1;
    }
    Ok(written)
}
