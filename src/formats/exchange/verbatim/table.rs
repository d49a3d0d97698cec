//! Tables as text whose first row names the columns.

use super::{CorpusRow, RawRow, Trouble, jsonl};
use crate::exchange::delimited::{Dialect, QuotedRow, csv_dialect, tsv_dialect};
use crate::exchange::pairs::source::{Fault, Source, Stream, next_line, unbroken};
use std::fs::File;
use std::io::Read;
use std::path::Path;

const MARK: [u8; 3] = *b"\xEF\xBB\xBF";

/// What stands where in a table.
pub(super) struct Table {
    dialect: Dialect,
    /// Its first row, and what stands before it, as bytes.
    head: Vec<u8>,
    columns: Columns,
}

/// Which columns are which, from 0.
#[derive(Clone)]
pub(super) struct Columns {
    en: usize,
    ko: usize,
    confidence: Option<usize>,
    shape: Option<usize>,
    state: Option<usize>,
    document: Option<usize>,
    sources: [Option<usize>; 2],
}

impl Columns {
    /// By their names.
    pub(super) fn named(names: &[String]) -> Result<Columns, String> {
        let find = |name: &str| {
            let mut names = names.iter();
            names.position(|own| own.trim().eq_ignore_ascii_case(name))
        };
        let text = |name: &str| {
            find(name).ok_or_else(|| format!("no column is called \"{name}\"; jjak convert makes a table with the columns of a corpus"))
        };
        Ok(Columns {
            en: text("en")?,
            ko: text("ko")?,
            confidence: find("confidence"),
            shape: find("shape"),
            state: find("state"),
            document: find("project"),
            sources: ["en_source", "ko_source"].map(find),
        })
    }

    /// What is looked at of a row with these cells.
    pub(super) fn row(&self, cells: &[String]) -> CorpusRow {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let told = |at: Option<usize>| at.map_or("", cell);
        let url = |at: Option<usize>| {
            let source: Option<jsonl::Source> = serde_json::from_str(told(at)).ok();
            source.and_then(|source| source.url)
        };
        CorpusRow {
            number: 0,
            en: cell(self.en).to_owned(),
            ko: cell(self.ko).to_owned(),
            confidence: told(self.confidence).parse().ok(),
            shape: told(self.shape).to_owned(),
            state: told(self.state).to_owned(),
            document: told(self.document).to_owned(),
            urls: self.sources.map(url),
            raw: RawRow::default(),
        }
    }
}

impl Table {
    pub(super) fn tsv(path: &Path) -> Result<Table, Trouble> {
        Table::of(path, tsv_dialect(&Source::File(path))?)
    }

    pub(super) fn csv(path: &Path) -> Result<Table, Trouble> {
        Table::of(path, csv_dialect(&Source::File(path))?)
    }

    fn of(path: &Path, dialect: Dialect) -> Result<Table, Trouble> {
        let mut start = [0; MARK.len()];
        let has_mark = File::open(path)?.read_exact(&mut start).is_ok() && start == MARK;
        let mut head = if has_mark { MARK.to_vec() } else { Vec::new() };
        let mut rows = Rows {
            stream: Source::File(path).stream()?,
            dialect,
            columns: None,
        };
        let first = rows.cells()?.ok_or_else(|| "it is empty".to_owned())?;
        Ok(Table {
            columns: Columns::named(&first.1)?,
            head: {
                head.extend(first.0.into_bytes());
                head.push(b'\n');
                head
            },
            dialect,
        })
    }

    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    pub(super) fn rows<'a>(&self, path: &'a Path) -> Result<Rows<'a>, Trouble> {
        let mut rows = Rows {
            stream: Source::File(path).stream()?,
            dialect: self.dialect,
            columns: Some(self.columns.clone()),
        };
        rows.cells()?;
        Ok(rows)
    }
}

pub(super) struct Rows<'a> {
    stream: Stream<'a>,
    dialect: Dialect,
    /// Known once the first row is read.
    columns: Option<Columns>,
}

impl Rows<'_> {
    pub(super) fn next(&mut self) -> Result<Option<CorpusRow>, Trouble> {
        let Some((text, cells)) = self.cells()? else {
            return Ok(None);
        };
        let row = self.columns.as_ref().map(|columns| CorpusRow {
            raw: RawRow::Text(text),
            ..columns.row(&cells)
        });
        Ok(row)
    }

    /// The next row that says something, as it stands and cell by cell.
    fn cells(&mut self) -> Result<Option<(String, Vec<String>)>, Trouble> {
        let mut quoted = QuotedRow::new(self.dialect.delimiter);
        let (mut text, mut line) = (String::new(), String::new());
        loop {
            if !next_line(&mut self.stream, &mut line)? {
                // The last row may have no line break.
                return match quoted.is_open {
                    true => Err(Fault::OpenQuote.into()),
                    false if text.trim().is_empty() => Ok(None),
                    false => Ok(Some(row(text, Some(quoted), self.dialect))),
                };
            }
            text.push_str(&line);
            if text.trim().is_empty() {
                text.clear();
                continue;
            }
            if !self.dialect.is_quoted {
                return Ok(Some(row(text, None, self.dialect)));
            }
            if quoted.take(&line)? {
                return Ok(Some(row(text, Some(quoted), self.dialect)));
            }
        }
    }
}

/// The row and its cells.
fn row(mut text: String, quoted: Option<QuotedRow>, dialect: Dialect) -> (String, Vec<String>) {
    let cells = match quoted {
        Some(quoted) => quoted.cells(),
        None => {
            let cells = unbroken(&text).split(dialect.delimiter);
            cells.map(str::to_owned).collect()
        }
    };
    if text.ends_with('\n') {
        text.pop();
    }
    (text, cells)
}
