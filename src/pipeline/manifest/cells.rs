//! Lines to cells.

use super::{Lines, MAX_ROW_BYTES, ManifestError};

/// What stands between the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// Quotation marks are text, but for a cell that is in them as a whole, as spreadsheets write it.
    Tab,
    /// Commas or semicolons; cells may be quoted, and hold line breaks then.
    Mark(char),
}

impl Separator {
    /// As the first line has it.
    pub(super) fn of(line: &str) -> Separator {
        if line.contains('\t') {
            return Separator::Tab;
        }
        let count = |mark: char| line.matches(mark).count();
        if count(';') > count(',') {
            Separator::Mark(';')
        } else {
            Separator::Mark(',')
        }
    }
}

/// Takes rows from lines.
pub(super) struct Cells {
    separator: Separator,
}

impl Cells {
    pub(super) fn of(separator: Separator) -> Cells {
        Cells { separator }
    }

    /// The cells of the next row that is not blank, with the number of its first line.
    pub(super) fn next(
        &mut self,
        lines: &mut Lines,
    ) -> Result<Option<(usize, Vec<String>)>, ManifestError> {
        while let Some((line, text)) = lines.next()? {
            if text.trim().is_empty() {
                continue;
            }
            let row = match self.separator {
                Separator::Tab => text.split('\t').map(unquoted).collect(),
                Separator::Mark(mark) => quoted(mark, line, text, lines)?,
            };
            // A spreadsheet writes the separators of empty rows, too.
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some((line, row)));
            }
        }
        Ok(None)
    }
}

/// A cell of a tab-separated table.
fn unquoted(cell: &str) -> String {
    let inner = cell
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.replace("\"\"", "").contains('"') => inner.replace("\"\"", "\""),
        _ => cell.to_owned(),
    }
}

/// A row of which cells may be quoted; a quoted one goes on in the next lines.
fn quoted(
    mark: char,
    line: usize,
    mut text: String,
    lines: &mut Lines,
) -> Result<Vec<String>, ManifestError> {
    let (mut row, mut cell) = (Vec::new(), String::new());
    let (mut is_open, mut bytes) = (false, 0);
    loop {
        bytes += text.len();
        if bytes > MAX_ROW_BYTES {
            return Err(ManifestError::TooLong { line });
        }
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if is_open && chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if is_open => is_open = false,
                '"' if cell.is_empty() => is_open = true,
                c if c == mark && !is_open => row.push(std::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
        if !is_open {
            row.push(cell);
            return Ok(row);
        }
        cell.push('\n');
        (_, text) = lines.next()?.ok_or(ManifestError::OpenQuote { line })?;
    }
}
