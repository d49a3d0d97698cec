//! One side of a Moses pair: a text a line. The other side has as many lines, because both leave out the same units.

use crate::exchange::units::unit::TranslationUnit;
use jjak_core::article::Lang;
use std::io::{self, Write};

/// Writes the texts of `units`, none of them one-sided; returns how many that were.
pub(crate) fn write<'a>(
    lang: Lang,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut written = 0;
    for unit in units {
        writeln!(out, "{}", unit.text(lang))?;
        written += 1;
    }
    Ok(written)
}
