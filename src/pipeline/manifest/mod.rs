//! Tables of pairs of texts: which English text goes with which Korean one. `jjak match` writes them, people edit
//! them, `jjak batch` and `jjak job` read them.
//!
//! A table is tab- or comma-separated with the names of its columns in the first line, in any order and among any
//! others; or JSON lines with the same names. Rows are read as they come, so that a table may be endless.

mod cells;
mod columns;
mod heading;
mod record;

pub use columns::Column;
pub use record::{IS_PAIR, Input, Record, Text};

use cells::{Cells, Separator};
use heading::Heading;
use jjak_formats::import;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// Longest row, in bytes: both texts may stand in it.
pub const MAX_ROW_BYTES: usize = 64 << 20;
/// How much of a file tells whether it is UTF-8.
const TELLING_BYTES: usize = 1 << 16;

/// A table that cannot be read, or a row of it. Messages name line and column; the caller names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    #[error("cannot be read ({why}); check that you may open it")]
    Unreadable { why: String },
    #[error("is in no encoding that can be read (UTF-8, UTF-16, CP949); save it as UTF-8")]
    UnknownEncoding,
    #[error("holds no pairs: its first line names the columns, of which en and ko are needed")]
    Empty,
    #[error(
        "line 1: there is no column {missing}; name the columns in the first line, such as en and ko"
    )]
    NoColumn { missing: &'static str },
    #[error("line 1: two columns are {name}; leave one of them out")]
    TwoColumns { name: &'static str },
    #[error("line {line}: is no UTF-8 text; save the table as UTF-8")]
    NotUtf8 { line: usize },
    #[error("line {line}: is longer than {} MiB (MAX_ROW_BYTES)", MAX_ROW_BYTES >> 20)]
    TooLong { line: usize },
    #[error("line {line}: a quotation mark at the beginning of a cell is not closed")]
    OpenQuote { line: usize },
    #[error("line {line}: this is no JSON object ({why})")]
    NotJson { line: usize, why: String },
    #[error("line {line}, column {column}: {why}")]
    Cell {
        line: usize,
        column: String,
        why: String,
    },
}

impl ManifestError {
    /// Whether rows after it can still be read.
    pub fn is_of_a_row(&self) -> bool {
        use ManifestError::{Cell, NotJson, NotUtf8};
        matches!(self, Cell { .. } | NotJson { .. } | NotUtf8 { .. })
    }

    /// The line that it is of, from 1.
    pub fn line(&self) -> Option<usize> {
        use ManifestError::{Cell, NotJson, NotUtf8, OpenQuote, TooLong};
        match self {
            Cell { line, .. }
            | NotJson { line, .. }
            | NotUtf8 { line }
            | OpenQuote { line }
            | TooLong { line } => Some(*line),
            _ => None,
        }
    }
}

/// The rows of a table, as they come. After an error that is of one row ([`ManifestError::is_of_a_row`]) the others
/// follow; after any other nothing does.
pub struct Manifest<'a> {
    lines: Lines<'a>,
    form: Option<Form>,
    /// Nothing more is to be read.
    is_over: bool,
}

/// How the rows are written.
enum Form {
    Table(Cells, Heading),
    JsonLines,
}

impl Manifest<'static> {
    /// A file, in any encoding that texts may be in.
    ///
    /// # Errors
    /// [`ManifestError::Unreadable`], [`ManifestError::UnknownEncoding`].
    pub fn open(path: &Path) -> Result<Manifest<'static>, ManifestError> {
        let unreadable = |error: io::Error| ManifestError::Unreadable {
            why: error.to_string(),
        };
        let mut file =
            BufReader::with_capacity(TELLING_BYTES, File::open(path).map_err(unreadable)?);
        if is_utf8(file.fill_buf().map_err(unreadable)?) {
            return Ok(Manifest::of(file));
        }
        let mut bytes = Vec::new();
        let most = import::limits::MAX_FILE_BYTES;
        file.take(most)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        let text = import::decode(&bytes).ok_or(ManifestError::UnknownEncoding)?;
        Ok(Manifest::of(Cursor::new(text)))
    }
}

impl<'a> Manifest<'a> {
    /// A stream of UTF-8.
    pub fn of(stream: impl BufRead + Send + 'a) -> Manifest<'a> {
        Manifest {
            lines: Lines::of(Box::new(stream)),
            form: None,
            is_over: false,
        }
    }

    fn record(&mut self) -> Result<Option<Record>, ManifestError> {
        if self.form.is_none() && !self.begin()? {
            return Err(ManifestError::Empty);
        }
        match &mut self.form {
            Some(Form::Table(cells, heading)) => {
                let Some((line, row)) = cells.next(&mut self.lines)? else {
                    return Ok(None);
                };
                heading.record(line, row).map(Some)
            }
            Some(Form::JsonLines) => {
                while let Some((line, text)) = self.lines.next()? {
                    if !text.trim().is_empty() {
                        return record::of_json(line, &text).map(Some);
                    }
                }
                Ok(None)
            }
            None => Ok(None),
        }
    }

    /// Tells how the rows are written; whether there are any.
    fn begin(&mut self) -> Result<bool, ManifestError> {
        let first = loop {
            match self.lines.next()? {
                None => return Ok(false),
                Some((_, text)) if text.trim().is_empty() => {}
                Some(first) => break first,
            }
        };
        if first.1.trim_start().starts_with('{') {
            self.lines.put_back(first);
            self.form = Some(Form::JsonLines);
            return Ok(true);
        }
        let mut cells = Cells::of(Separator::of(&first.1));
        self.lines.put_back(first.clone());
        let Some((_, row)) = cells.next(&mut self.lines)? else {
            return Ok(false);
        };
        let heading = Heading::of(&row)?;
        if heading.is_assumed() {
            self.lines.put_back(first);
        }
        self.form = Some(Form::Table(cells, heading));
        Ok(true)
    }
}

impl Iterator for Manifest<'_> {
    type Item = Result<Record, ManifestError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let record = self.record();
        self.is_over = match &record {
            Ok(record) => record.is_none(),
            Err(error) => !error.is_of_a_row(),
        };
        record.transpose()
    }
}

/// Where the file that a table names is: as the name says from where the program runs, else seen from the table.
pub fn resolve(name: &Path, table: Option<&Path>) -> PathBuf {
    let is_there = |path: &Path| import::part::file_of(path).exists();
    let folder = table.and_then(Path::parent);
    match folder.map(|folder| folder.join(name)) {
        Some(beside) if name.is_relative() && !is_there(name) && is_there(&beside) => beside,
        _ => name.to_owned(),
    }
}

/// Whether the file at `path` is a table whose first row names two files that are there.
pub fn names_files(path: &Path) -> bool {
    let first = Manifest::open(path).ok().and_then(|mut rows| rows.next());
    let Some(Ok(record)) = first else {
        return false;
    };
    let is_there = |name: &PathBuf| {
        let file = resolve(name, Some(path));
        import::part::file_of(&file).exists()
    };
    let names: Vec<&PathBuf> = [&record.en.path, &record.ko.path]
        .into_iter()
        .flatten()
        .collect();
    !names.is_empty() && names.into_iter().all(is_there)
}

fn is_utf8(head: &[u8]) -> bool {
    let is_text = match std::str::from_utf8(head) {
        // A character may have been cut in two.
        Err(error) => error.error_len().is_none(),
        Ok(_) => true,
    };
    is_text && !head.contains(&0)
}

/// The lines of a stream with their numbers, from 1. One may be put back.
struct Lines<'a> {
    stream: Box<dyn BufRead + Send + 'a>,
    number: usize,
    back: Option<(usize, String)>,
}

impl<'a> Lines<'a> {
    fn of(stream: Box<dyn BufRead + Send + 'a>) -> Lines<'a> {
        Lines {
            stream,
            number: 0,
            back: None,
        }
    }

    fn put_back(&mut self, line: (usize, String)) {
        self.back = Some(line);
    }

    /// The next line, without its break.
    fn next(&mut self) -> Result<Option<(usize, String)>, ManifestError> {
        if let Some(line) = self.back.take() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        let mut limited = (&mut self.stream).take(MAX_ROW_BYTES as u64 + 1);
        let read = limited.read_until(b'\n', &mut bytes);
        read.map_err(|error| ManifestError::Unreadable {
            why: error.to_string(),
        })?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let line = self.number;
        if bytes.len() > MAX_ROW_BYTES {
            return Err(ManifestError::TooLong { line });
        }
        let mut text = String::from_utf8(bytes).map_err(|_| ManifestError::NotUtf8 { line })?;
        if text.ends_with('\n') {
            text.pop();
        }
        if text.ends_with('\r') {
            text.pop();
        }
        match text.strip_prefix('\u{feff}') {
            Some(rest) if line == 1 => Ok(Some((line, rest.to_owned()))),
            _ => Ok(Some((line, text))),
        }
    }
}

#[cfg(test)]
mod tests;
