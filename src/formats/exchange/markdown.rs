//! A table as GitHub, wikis and notes show it.

use crate::exchange::units::unit::TranslationUnit;
use jjak_core::article::Lang;
use std::io::{self, Write};

/// Writes `units` a row each; returns how many that were.
pub(super) fn write<'a>(
    source: Lang,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    writeln!(
        out,
        "| row | {} | {} | confidence | state | verdict | note |\n|---:|---|---|---:|---|---|---|",
        source.code(),
        source.other().code(),
    )?;
    let mut written = 0;
    for unit in units {
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} |",
            unit.row.number(),
            cell(unit.text(source)),
            cell(unit.text(source.other())),
            unit.confidence(),
            unit.bead.state.as_str(),
            unit.verdict().unwrap_or_default(),
            cell(&unit.note),
        )?;
        written += 1;
    }
    Ok(written)
}

/// `text` as it is read, whatever marks are in it.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '#' | '!' | '$' => {
                cell.push('\\');
                cell.push(c);
            }
            '&' => cell.push_str("&amp;"),
            c => cell.push(c),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn marks_stay_text() {
        assert_eq!(cell("a|b *c* <i> &amp;"), r"a\|b \*c\* \<i> &amp;amp;");
    }
}
