//! Tables as text: what stands between the cells and whether they are quoted is told by the text itself.

use super::columns::{self, Columns};
use super::{Aligned, AlignedError};

/// How much of a table tells what stands between its cells.
const TELLING_BYTES: usize = 1 << 16;

pub(super) fn read_tsv(text: &str, chosen: Option<&Columns>) -> Result<Aligned, AlignedError> {
    let dialect = match Dialect::declared(text) {
        Some(dialect) => dialect,
        None if text.contains('\t') => Dialect {
            delimiter: '\t',
            is_quoted: is_quoted_tsv(text),
        },
        None => Dialect::of(text),
    };
    columns::rows(dialect.table(text), chosen)
}

pub(super) fn read_csv(text: &str, chosen: Option<&Columns>) -> Result<Aligned, AlignedError> {
    let dialect = Dialect::declared(text).unwrap_or_else(|| Dialect::of(text));
    columns::rows(dialect.table(text), chosen)
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dialect {
    delimiter: char,
    /// Cells may be quoted, so that delimiters and line breaks may stand in them.
    is_quoted: bool,
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
        let mut end = text.len().min(TELLING_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
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

    /// The rows, without empty ones.
    fn table(self, text: &str) -> Vec<Vec<String>> {
        let text = match Dialect::declared(text) {
            Some(_) => text.split_once('\n').map_or("", |(_, rest)| rest),
            None => text,
        };
        let mut table = match self.is_quoted {
            true => quoted_cells(text, self.delimiter),
            false => {
                let lines = text.lines();
                lines
                    .map(|line| line.split(self.delimiter).map(str::to_owned).collect())
                    .collect()
            }
        };
        table.retain(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty()));
        if self.is_quoted {
            for cell in table.iter_mut().flatten() {
                // The apostrophe that keeps a spreadsheet from taking a cell for a formula.
                if cell.starts_with("'") && cell[1..].starts_with(['=', '+', '-', '@']) {
                    cell.remove(0);
                }
            }
        }
        table
    }
}

fn quoted_cells(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let (mut table, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            c if quoted => cell.push(c),
            c if c == delimiter => row.push(std::mem::take(&mut cell)),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                table.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        table.push(row);
    }
    table
}

/// Whether the cells of a tab-separated table are quoted, as spreadsheets write them where they must, or whether
/// quotation marks are text, as corpus tools have it. A spreadsheet doubles every mark and leaves none in a cell without
/// quotes; it quotes a cell only for a tab, a line break, a mark or, Excel, a comma. Others quote every cell.
fn is_quoted_tsv(text: &str) -> bool {
    let is_ours = text
        .lines()
        .next()
        .is_some_and(|names| names.split('\t').any(|name| name == "en_sentences"));
    let has_crlf = text.contains("\r\n");
    if is_ours && !has_crlf {
        return false;
    }
    let (mut needed, mut for_comma, mut needless) = (0, 0, 0);
    let (mut bare, mut bare_comma) = (0, false);
    let mut rest = text;
    while !rest.is_empty() {
        let end = match rest.strip_prefix('"') {
            Some(inner) => {
                let Some(length) = quoted_length(inner) else {
                    return false;
                };
                let cell = &inner[..length];
                match cell {
                    cell if cell.contains(['"', '\t', '\n']) => needed += 1,
                    cell if cell.contains(',') => for_comma += 1,
                    _ => needless += 1,
                }
                length + 2
            }
            None => {
                let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
                let cell = rest[..end].trim();
                if cell.contains('"') {
                    return false;
                }
                bare += usize::from(!cell.is_empty() && cell.parse::<f64>().is_err());
                bare_comma |= cell.contains(',');
                end
            }
        };
        rest = rest[end..].trim_start_matches('\r');
        match rest.chars().next() {
            None => break,
            Some('\t' | '\n') => rest = &rest[1..],
            // Something follows the mark that should end the cell.
            Some(_) => return false,
        }
    }
    match needless {
        0 if for_comma > 0 => has_crlf && !bare_comma,
        0 => needed > 0,
        _ => bare == 0,
    }
}

/// How far it is to the mark that ends a quoted cell.
fn quoted_length(inner: &str) -> Option<usize> {
    let bytes = inner.as_bytes();
    let mut at = 0;
    loop {
        at += inner[at..].find('"')?;
        match bytes.get(at + 1) {
            Some(b'"') => at += 2,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_in_a_corpus_are_text() {
        for (text, is_quoted) in [
            ("a\t\"Yes,\" she said.\n", false),
            ("\"Yes.\"\t\"네.\"\nNo.\t아니요.\n", false),
            ("\"Yes, I do.\"\t네, 그래요.\n", false),
            ("\"Yes, I do.\"\t네\r\nNo.\t아니요.\r\n", true),
            ("\"\"\"Yes,\"\" she said.\"\t네\n", true),
            ("\"two\nlines\"\t두 줄\n", true),
            ("\"Yes.\"\t\"네.\"\n\"No.\"\t\"아니요.\"\n", true),
            ("\"never closed\t네\n", false),
            ("a\tb\n", false),
        ] {
            assert_eq!(is_quoted_tsv(text), is_quoted, "{text:?}");
        }
    }

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
