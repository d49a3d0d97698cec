//! Corpora row by row, each row as it stands: for what keeps some rows, leaves out others and changes none. One row is
//! in memory (of Parquet, one row group).

mod jsonl;
mod parquet;
mod table;
mod tmx;

use super::Format;
use super::pairs::source::{Fault, Source, Stream};
use super::parquet::Writer;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A pair of a corpus, as far as it is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CorpusRow {
    /// Of the file, from 1.
    pub number: usize,
    pub en: String,
    pub ko: String,
    pub confidence: Option<f32>,
    /// `2-1`; empty if the row does not say.
    pub shape: String,
    /// What a person said of it, by name; empty if the row does not say.
    pub state: String,
    /// What its document is called; all rows that do not say are of one.
    pub document: String,
    /// Where the texts are from, English first, as far as the row says.
    pub urls: [Option<String>; 2],
    /// The row itself.
    pub raw: RawRow,
}

/// A row as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub enum RawRow {
    /// Without its line break.
    Text(String),
    /// As a table writes them.
    Cells(Vec<String>),
}

impl Default for RawRow {
    fn default() -> RawRow {
        RawRow::Text(String::new())
    }
}

#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    #[error("{}: cannot be read ({source})", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: a corpus of many texts is a .jsonl, .tsv, .csv, .tmx or .parquet, as jjak batch writes it", .0.display())]
    OtherForm(PathBuf),
    #[error("{}: this is no UTF-8 text; jjak convert makes a corpus that is", .0.display())]
    NotUtf8(PathBuf),
    #[error("{}: {why}", path.display())]
    Bad { path: PathBuf, why: String },
    #[error(
        "{}, row {row}: this is no pair of a corpus ({why}); jjak batch -o corpus.jsonl and jjak convert write such rows",
        path.display()
    )]
    NoPair {
        path: PathBuf,
        row: usize,
        why: String,
    },
}

/// Why a row cannot be read.
enum Trouble {
    Fault(Fault),
    Why(String),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble::Fault(fault)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        Trouble::Fault(error.into())
    }
}

impl From<String> for Trouble {
    fn from(why: String) -> Trouble {
        Trouble::Why(why)
    }
}

/// A file of pairs of many documents: regular, because it is read as often as need be.
pub struct CorpusFile {
    path: PathBuf,
    form: Form,
}

enum Form {
    Jsonl,
    Table(table::Table),
    Tmx(tmx::Frame),
    Parquet(parquet::Footer),
}

/// The rows of a corpus, in their order.
pub struct Rows<'a> {
    path: &'a Path,
    number: usize,
    from: Reader<'a>,
}

enum Reader<'a> {
    Jsonl(Stream<'a>),
    Table(table::Rows<'a>),
    Tmx(tmx::Rows<'a>),
    Parquet(parquet::Rows<'a>),
}

impl CorpusFile {
    /// The corpus at `path`, whose form its name tells.
    ///
    /// # Errors
    /// [`CorpusError`].
    pub fn open(path: &Path) -> Result<CorpusFile, CorpusError> {
        let named = path.extension().and_then(|end| end.to_str());
        let source = Source::File(path);
        let form = match named.and_then(Format::named) {
            Some(Format::Jsonl) => source.stream().map(|_| Form::Jsonl).map_err(Trouble::from),
            Some(Format::Tsv) => table::Table::tsv(path).map(Form::Table),
            Some(Format::Csv) => table::Table::csv(path).map(Form::Table),
            Some(Format::Tmx) => tmx::Frame::of(path).map(Form::Tmx),
            Some(Format::Parquet) => parquet::Footer::of(path).map(Form::Parquet),
            _ => return Err(CorpusError::OtherForm(path.into())),
        };
        Ok(CorpusFile {
            form: form.map_err(|trouble| trouble.of(path))?,
            path: path.into(),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its rows from the first.
    ///
    /// # Errors
    /// [`CorpusError`].
    pub fn rows(&self) -> Result<Rows<'_>, CorpusError> {
        let source = Source::File(&self.path);
        let from = match &self.form {
            Form::Jsonl => source.stream().map(Reader::Jsonl).map_err(Trouble::from),
            Form::Table(table) => table.rows(&self.path).map(Reader::Table),
            Form::Tmx(frame) => frame.rows(&self.path).map(Reader::Tmx),
            Form::Parquet(footer) => footer.rows(&self.path).map(Reader::Parquet),
        };
        Ok(Rows {
            path: &self.path,
            number: 0,
            from: from.map_err(|trouble| trouble.of(&self.path))?,
        })
    }

    /// Begins a file of the same form in `out`, for some of its rows.
    ///
    /// # Errors
    /// What `out` says.
    pub fn begin<'o>(&'o self, out: &'o mut dyn Write) -> io::Result<CorpusWriter<'o>> {
        let mut parquet = None;
        match &self.form {
            Form::Jsonl => {}
            Form::Table(table) => out.write_all(table.head())?,
            Form::Tmx(frame) => out.write_all(frame.head())?,
            Form::Parquet(footer) => parquet = Some(Writer::begin(footer.names(), out)?),
        }
        Ok(CorpusWriter {
            form: &self.form,
            out,
            parquet,
        })
    }
}

/// A file of some rows of a corpus, which grows.
pub struct CorpusWriter<'o> {
    form: &'o Form,
    out: &'o mut dyn Write,
    parquet: Option<Writer>,
}

impl CorpusWriter<'_> {
    /// Adds a row as it stood.
    ///
    /// # Errors
    /// What `out` says.
    pub fn put(&mut self, row: &CorpusRow) -> io::Result<()> {
        match (&row.raw, &mut self.parquet) {
            (RawRow::Cells(cells), Some(parquet)) => parquet.push(cells, self.out),
            (RawRow::Text(text), None) => {
                self.out.write_all(text.as_bytes())?;
                match self.form {
                    // A unit goes on where the one before it ends.
                    Form::Tmx(_) => Ok(()),
                    _ => self.out.write_all(b"\n"),
                }
            }
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// Closes the file.
    ///
    /// # Errors
    /// What `out` says.
    pub fn finish(self) -> io::Result<()> {
        if let Some(parquet) = self.parquet {
            parquet.finish(self.out)?;
        }
        match self.form {
            Form::Tmx(frame) => self.out.write_all(frame.tail()),
            _ => Ok(()),
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<CorpusRow, CorpusError>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = match &mut self.from {
            Reader::Jsonl(stream) => jsonl::next(stream),
            Reader::Table(rows) => rows.next(),
            Reader::Tmx(rows) => rows.next(),
            Reader::Parquet(rows) => rows.next(),
        };
        let path = self.path;
        self.number += 1;
        let number = self.number;
        match next {
            Ok(row) => row.map(|row| Ok(CorpusRow { number, ..row })),
            Err(Trouble::Why(why)) => Some(Err(CorpusError::NoPair {
                path: path.into(),
                row: number,
                why,
            })),
            Err(Trouble::Fault(fault)) => Some(Err(of(fault.at_row(number), path))),
        }
    }
}

impl Trouble {
    /// As it is told of the whole file.
    fn of(self, path: &Path) -> CorpusError {
        match self {
            Trouble::Fault(fault) => of(fault, path),
            Trouble::Why(why) => CorpusError::Bad {
                path: path.into(),
                why,
            },
        }
    }
}

fn of(fault: Fault, path: &Path) -> CorpusError {
    let path = path.into();
    match fault {
        Fault::NotUtf8 => CorpusError::NotUtf8(path),
        Fault::Unreadable(source) => CorpusError::Unreadable { path, source },
        fault => CorpusError::Bad {
            path,
            why: fault.of_memory().to_string(),
        },
    }
}
