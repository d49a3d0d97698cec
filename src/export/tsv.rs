//! A table for corpus tools: a header row, tabs between columns, no quoting.

use super::unit::Unit;
use std::io::{self, Write};

const COLUMNS: [&str; 7] = [
    "en",
    "ko",
    "confidence",
    "shape",
    "state",
    "verdict",
    "note",
];

/// Writes `units` a line each under a header row; returns how many that were.
pub fn write<'a>(units: impl Iterator<Item = Unit<'a>>, out: &mut dyn Write) -> io::Result<usize> {
    writeln!(out, "{}", COLUMNS.join("\t"))?;
    let mut written = 0;
    for unit in units {
        let row: [&str; 7] = [
            &unit.en,
            &unit.ko,
            &unit.confidence(),
            &unit.bead.shape(),
            unit.bead.state.as_str(),
            unit.verdict().unwrap_or_default(),
            &unit.note,
        ];
        writeln!(out, "{}", row.join("\t"))?;
        written += 1;
    }
    Ok(written)
}
