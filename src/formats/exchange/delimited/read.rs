//! Tables as text: what stands between the cells and whether they are quoted is told by the text itself.

use super::quotes::QuotedTsv;
use crate::exchange::pairs::columns::{self, Columns, Layout, TELLING_LINES};
use crate::exchange::pairs::source::{Fault, Source, next_line, unbroken};
use crate::exchange::pairs::{BilingualError, BilingualFile, MAX_CELL_BYTES, MAX_ROW_BYTES};
use std::borrow::Cow;

/// How much of a table tells what stands between its cells.
const TELLING_BYTES: usize = 1 << 16;
/// How much of a file that says it is tab-separated is looked at for a tab: more than its first cell.
const FIRST_TAB_BYTES: usize = 2 * MAX_CELL_BYTES;

pub(in crate::exchange) fn read_tsv(
    source: &Source,
    chosen: Option<&Columns>,
    aligned: BilingualFile,
) -> Result<BilingualFile, Fault> {
    read(source, tsv_dialect(source)?, chosen, aligned)
}

/// How a table that calls itself tab-separated is written.
pub(in crate::exchange) fn tsv_dialect(source: &Source) -> Result<Dialect, Fault> {
    let head = source.head(FIRST_TAB_BYTES)?;
    Ok(match Dialect::declared(&head) {
        Some(dialect) => dialect,
        None if head.contains('\t') => Dialect {
            delimiter: '\t',
            is_quoted: is_quoted_tsv(source, &head)?,
        },
        None => Dialect::of(&head),
    })
}

pub(in crate::exchange) fn read_csv(
    source: &Source,
    chosen: Option<&Columns>,
    aligned: BilingualFile,
) -> Result<BilingualFile, Fault> {
    read(source, csv_dialect(source)?, chosen, aligned)
}

/// How a table that calls itself comma-separated is written.
pub(in crate::exchange) fn csv_dialect(source: &Source) -> Result<Dialect, Fault> {
    let head = source.head(TELLING_BYTES)?;
    Ok(Dialect::declared(&head).unwrap_or_else(|| Dialect::of(&head)))
}

/// The rows of a table that stands in memory.
pub(in crate::exchange) fn table(text: &str) -> Vec<Vec<String>> {
    let dialect = Dialect::declared(text).unwrap_or_else(|| Dialect::of(text));
    dialect.table(text)
}

/// Reads the first rows to tell the columns, then all of them.
fn read(
    source: &Source,
    dialect: Dialect,
    chosen: Option<&Columns>,
    mut aligned: BilingualFile,
) -> Result<BilingualFile, Fault> {
    let mut head = Vec::with_capacity(TELLING_LINES);
    let looked = rows(source, dialect, |row| {
        head.push(row.map(Cow::into_owned).collect());
        Ok(head.len() < TELLING_LINES)
    });
    match looked {
        // Which row that is, is told when the others are taken.
        Err(Fault::Endless | Fault::OpenQuote) if !head.is_empty() => {}
        looked => looked?,
    }
    let mut layout = Layout::of(&head, chosen)?;
    let mut heading = layout.heading();
    rows(source, dialect, |row| {
        match heading {
            0 => layout.take(row, &mut aligned)?,
            _ => heading -= 1,
        }
        Ok(true)
    })
    .map_err(|fault| fault.at_row(aligned.rows.next()))?;
    Ok(aligned)
}

/// The cells of a row.
type Cells<'a, 'b> = &'a mut dyn Iterator<Item = Cow<'b, str>>;

/// Gives the rows to `take`, without empty ones, until it wants no more.
fn rows(
    source: &Source,
    dialect: Dialect,
    mut take: impl FnMut(Cells) -> Result<bool, BilingualError>,
) -> Result<(), Fault> {
    let mut stream = source.stream()?;
    let mut line = String::new();
    let mut is_first = true;
    let mut quoted = QuotedRow::new(dialect.delimiter);
    while next_line(&mut stream, &mut line)? {
        if std::mem::take(&mut is_first) && Dialect::declared(&line).is_some() {
            continue;
        }
        let goes_on = if dialect.is_quoted {
            if !quoted.take(&line)? {
                continue;
            }
            quoted.give(&mut take)?
        } else if line.trim().is_empty() {
            true
        } else {
            let cells = unbroken(&line).split(dialect.delimiter);
            take(&mut cells.map(Cow::Borrowed))?
        };
        if !goes_on {
            return Ok(());
        }
    }
    if quoted.is_open {
        return Err(Fault::OpenQuote);
    }
    quoted.give(&mut take)?;
    Ok(())
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Dialect {
    pub delimiter: char,
    /// Cells may be quoted, so that delimiters and line breaks may stand in them.
    pub is_quoted: bool,
}

impl Dialect {
    /// What Excel takes from a first line such as `sep=;`.
    fn declared(text: &str) -> Option<Dialect> {
        let first = text.lines().next()?.trim_end_matches('\r');
        let mut rest = first.strip_prefix("sep=")?.chars();
        let (delimiter, end) = (rest.next()?, rest.next());
        end.is_none().then_some(Dialect {
            delimiter,
            is_quoted: true,
        })
    }

    /// The delimiter that parts the two scripts best, and gives the most rows of one width; the earlier of two alike.
    fn of(text: &str) -> Dialect {
        let end = text.floor_char_boundary(TELLING_BYTES);
        let sample = match text[..end].rfind('\n') {
            Some(line) if end < text.len() => &text[..line],
            _ => &text[..end],
        };
        let dialect = |delimiter| Dialect {
            delimiter,
            is_quoted: true,
        };
        let fitness = |dialect: &Dialect| {
            let table = dialect.table(sample);
            let mut widths: Vec<usize> = table.iter().map(Vec::len).collect();
            widths.sort_unstable();
            let runs = widths.chunk_by(|a, b| a == b).filter(|run| run[0] > 1);
            let alike = runs.map(<[usize]>::len).max().unwrap_or_default();
            (columns::parted(&table), alike)
        };
        let dialects = [',', ';', '\t', '|'].map(dialect).into_iter().rev();
        dialects.max_by_key(fitness).unwrap_or(dialect(','))
    }

    /// The rows of a piece of text.
    fn table(self, text: &str) -> Vec<Vec<String>> {
        let mut table = Vec::new();
        // A sample that is no table in this dialect has no rows in it.
        let _ = rows(&Source::Memory(text.as_bytes()), self, |row| {
            table.push(row.map(Cow::into_owned).collect());
            Ok(true)
        });
        table
    }
}

/// A row of cells that may be quoted, as its lines come.
pub(in crate::exchange) struct QuotedRow {
    delimiter: char,
    cells: Vec<String>,
    cell: String,
    pub is_open: bool,
    bytes: usize,
}

impl QuotedRow {
    pub(crate) fn new(delimiter: char) -> QuotedRow {
        QuotedRow {
            delimiter,
            cells: Vec::new(),
            cell: String::new(),
            is_open: false,
            bytes: 0,
        }
    }

    /// Takes the next line, its break included, and says whether it ends the row.
    pub(crate) fn take(&mut self, line: &str) -> Result<bool, Fault> {
        self.bytes += line.len();
        if self.bytes > MAX_ROW_BYTES || self.cell.len() > MAX_CELL_BYTES {
            return Err(Fault::Endless);
        }
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if self.is_open && chars.peek() == Some(&'"') => {
                    chars.next();
                    self.cell.push('"');
                }
                '"' if self.is_open => self.is_open = false,
                '"' if self.cell.is_empty() => self.is_open = true,
                c if self.is_open => self.cell.push(c),
                c if c == self.delimiter => self.cells.push(std::mem::take(&mut self.cell)),
                '\r' if chars.peek() == Some(&'\n') => {}
                '\n' => return Ok(true),
                c => self.cell.push(c),
            }
        }
        Ok(false)
    }

    /// Gives what there is to `take`, if it says anything, and begins the next row.
    fn give(
        &mut self,
        take: &mut impl FnMut(Cells) -> Result<bool, BilingualError>,
    ) -> Result<bool, BilingualError> {
        let mut cells = std::mem::take(&mut self.cells);
        cells.push(std::mem::take(&mut self.cell));
        (self.is_open, self.bytes) = (false, 0);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(true);
        }
        take(&mut cells.into_iter().map(unguarded).map(Cow::Owned))
    }

    /// The cells of a row that is complete.
    pub(crate) fn cells(mut self) -> Vec<String> {
        self.cells.push(self.cell);
        self.cells.into_iter().map(unguarded).collect()
    }
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn unguarded(mut cell: String) -> String {
    if cell.starts_with('\'') && looks_like_formula(&cell) {
        cell.remove(0);
    }
    cell
}

/// Whether a spreadsheet would take a cell for a formula, or would but for apostrophes before it.
pub(crate) fn looks_like_formula(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    bare.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Whether the cells of a tab-separated table are quoted, as spreadsheets write them where they must, or whether
/// quotation marks are text, as corpus tools have it. The first cell in quotes may come late.
fn is_quoted_tsv(source: &Source, head: &str) -> Result<bool, Fault> {
    let first = head.lines().next().unwrap_or_default();
    let is_ours = first.split('\t').any(|name| name == "en_sentences");
    // A spreadsheet that saves ours again ends every line in its own manner.
    if is_ours && !head.contains("\r\n") {
        return Ok(false);
    }
    let mut stream = source.stream()?;
    let (mut line, mut quotes) = (String::new(), QuotedTsv::default());
    loop {
        match next_line(&mut stream, &mut line) {
            Ok(true) if quotes.may_go_on(&line) => {}
            Ok(false) => return Ok(quotes.is_so()),
            // A line without an end is told when it is taken as a row.
            Ok(true) | Err(Fault::Endless) => return Ok(false),
            Err(fault) => return Err(fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_parts_the_languages() {
        for (text, delimiter) in [
            ("It rained, and rained.;비가 왔다, 또 왔다.\n", ';'),
            ("\"It rained, and rained.\",\"비가 왔다.\"\n", ','),
            ("1|It rained, then; stopped.|비가 왔다.\n", '|'),
            ("It rained, twice.\t비가 두 번 왔다, 또.\n", '\t'),
        ] {
            assert_eq!(Dialect::of(text).delimiter, delimiter, "{text:?}");
        }
        assert_eq!(
            Dialect::declared("sep=;\r\na;b"),
            Some(Dialect {
                delimiter: ';',
                is_quoted: true
            })
        );
    }
}
