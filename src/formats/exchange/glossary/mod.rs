//! Glossaries in and out: tables (TSV, CSV, workbooks), TBX of both versions, UTX.

mod table;
mod tbx;
mod utx;

pub use tbx::Tbx;

use super::pairs::source::Source;
use super::{BilingualError, delimited};
use crate::import;
use crate::import::limits;
use crate::import::sheet;
use jjak_core::article::Lang;
use jjak_core::evidence::glossary::{Glossary, GlossaryError, Term};
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The forms that a glossary is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlossaryFormat {
    Tsv,
    Csv,
    Xlsx,
    Tbx(Tbx),
    Utx,
}

impl GlossaryFormat {
    /// By name, which is also the file name extension of most.
    pub const NAMES: &[(&str, GlossaryFormat)] = &[
        ("tsv", GlossaryFormat::Tsv),
        ("csv", GlossaryFormat::Csv),
        ("xlsx", GlossaryFormat::Xlsx),
        ("tbx", GlossaryFormat::Tbx(Tbx::Basic3)),
        ("tbx2", GlossaryFormat::Tbx(Tbx::Basic2)),
        ("tbx-core", GlossaryFormat::Tbx(Tbx::Core3)),
        ("utx", GlossaryFormat::Utx),
    ];

    /// The form that the extension of `path` says.
    pub fn of(path: &Path) -> Option<GlossaryFormat> {
        let end = path.extension()?.to_str()?;
        let mut named = GlossaryFormat::NAMES.iter();
        let found = named.find(|(name, _)| name.eq_ignore_ascii_case(end));
        found.map(|(_, format)| *format)
    }
}

/// A glossary that cannot be used. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum GlossaryFileError {
    #[error("{}: cannot be read ({source}); check the name and the folder", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: {source}", path.display())]
    Bad {
        path: PathBuf,
        source: BilingualError,
    },
    #[error("{}: {source}", path.display())]
    Term {
        path: PathBuf,
        source: GlossaryError,
    },
    #[error("{}: holds no term with English and Korean", path.display())]
    Empty { path: PathBuf },
}

/// What a person should know although the glossary is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GlossaryWarning {
    /// Concepts without an English or without a Korean term.
    OneSided(usize),
    /// Entries that are no terms, and what is wrong with the first.
    NoTerms(usize, GlossaryError),
}

impl fmt::Display for GlossaryWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GlossaryWarning::OneSided(concepts) => write!(
                f,
                "{concepts} concepts have no English or no Korean term and are left out"
            ),
            GlossaryWarning::NoTerms(1, fault) => write!(f, "{fault}; it is left out"),
            GlossaryWarning::NoTerms(count, fault) => {
                write!(f, "{count} entries are no terms and left out: {fault}")
            }
        }
    }
}

/// Opens a glossary of any form; which it is, its content tells.
///
/// # Errors
/// [`GlossaryFileError`]. Of a text every line has to be a term, since it was written for Jjak.
pub fn open_glossary(path: &Path) -> Result<(Glossary, Vec<GlossaryWarning>), GlossaryFileError> {
    let bytes = limits::read_file(path).map_err(|source| GlossaryFileError::Unreadable {
        path: path.into(),
        source,
    })?;
    read_glossary(&bytes, path)
}

/// Reads the glossary that was in `path`.
///
/// # Errors
/// As [`open_glossary`].
pub fn read_glossary(
    bytes: &[u8],
    path: &Path,
) -> Result<(Glossary, Vec<GlossaryWarning>), GlossaryFileError> {
    let bad = |source: BilingualError| GlossaryFileError::Bad {
        path: path.into(),
        source,
    };
    let (glossary, warnings) = if bytes.starts_with(b"PK") {
        let workbook = sheet::read(bytes).map_err(BilingualError::Workbook);
        of_workbook(workbook.map_err(bad)?)
    } else {
        let text = import::decode(bytes).ok_or(BilingualError::UnknownEncoding);
        let text = text.map_err(bad)?;
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('<') {
            tbx::read(text).map_err(bad)?
        } else if utx::is_one(text) {
            tolerant(utx::read(text))
        } else if path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("csv"))
        {
            let rows = delimited::table(text);
            tolerant(Glossary::of_rows(numbered(&rows)))
        } else {
            let glossary = Glossary::read(text);
            let glossary = glossary.map_err(|source| GlossaryFileError::Term {
                path: path.into(),
                source,
            })?;
            return Ok((glossary, Vec::new()));
        }
    };
    if glossary.is_empty() {
        Err(GlossaryFileError::Empty { path: path.into() })
    } else {
        Ok((glossary, warnings))
    }
}

fn of_workbook(workbook: sheet::Workbook) -> (Glossary, Vec<GlossaryWarning>) {
    let (mut glossary, mut faults) = (Glossary::default(), Vec::new());
    for sheet in &workbook.sheets {
        let (terms, wrong) = Glossary::of_rows(numbered(&sheet.rows));
        glossary.extend(terms);
        faults.extend(wrong);
    }
    tolerant((glossary, faults))
}

fn numbered(rows: &[Vec<String>]) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let rows = rows.iter().enumerate();
    rows.map(|(at, row)| (at + 1, row.iter().map(String::as_str).collect()))
}

/// What other tools wrote is used as far as it can be.
fn tolerant(
    (glossary, faults): (Glossary, Vec<GlossaryError>),
) -> (Glossary, Vec<GlossaryWarning>) {
    let count = faults.len();
    let first = faults.into_iter().next();
    let warning = first.map(|fault| GlossaryWarning::NoTerms(count, fault));
    (glossary, warning.into_iter().collect())
}

/// A term as it is written, with what is known of where it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryEntry {
    pub term: Term,
    pub found: Option<TermStatistics>,
}

/// Where a term was found, and how sure it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermStatistics {
    /// Pairs that have both words, that have the English, and that have the Korean.
    pub together: usize,
    pub en: usize,
    pub ko: usize,
    /// How far from chance that is: the log-likelihood ratio (Dunning 1993).
    pub score: f64,
    /// 0 to 1.
    pub confidence: f64,
    /// A pair that has both.
    pub example: [String; 2],
}

impl GlossaryEntry {
    /// The terms of a glossary.
    pub fn all_of(glossary: &Glossary) -> Vec<GlossaryEntry> {
        let terms = glossary.terms().cloned();
        terms
            .map(|term| GlossaryEntry { term, found: None })
            .collect()
    }
}

/// Writes `entries`, the words of `source` first; gives how many a format could not hold.
///
/// # Errors
/// What `out` says.
pub fn write_glossary(
    entries: &[GlossaryEntry],
    format: GlossaryFormat,
    source: Lang,
    out: &mut dyn Write,
) -> io::Result<usize> {
    match format {
        GlossaryFormat::Tsv => table::write_tsv(entries, source, out).map(|()| 0),
        GlossaryFormat::Csv => table::write_csv(entries, source, out).map(|()| 0),
        GlossaryFormat::Xlsx => table::write_xlsx(entries, source, out).map(|()| 0),
        GlossaryFormat::Tbx(kind) => tbx::write(entries, kind, source, out),
        GlossaryFormat::Utx => utx::write(entries, source, out).map(|()| 0),
    }
}

/// All of an XML text through `reader`.
fn walk(
    text: &str,
    reader: &mut impl super::pairs::elements::Elements,
) -> Result<(), BilingualError> {
    let source = Source::Memory(text.as_bytes());
    let stream = source.stream();
    let walked = stream.and_then(|stream| super::pairs::elements::walk(stream, reader));
    walked.map_err(super::pairs::source::Fault::of_memory)
}
