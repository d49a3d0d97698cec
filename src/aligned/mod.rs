//! Files of pairs, read as bitexts. What Jjak wrote comes back with its sentences, states and order; what other tools
//! wrote opens as rows to review.

mod bitext;
mod delimited;
mod file;
mod jsonl;
mod moses;
mod sentences;
mod tmx;

pub use file::{PairsError, open, open_pair};
pub use moses::read_pair;
pub(crate) use sentences::Mark;

use crate::article::{Lang, Provenance};
use crate::bitext::{Origin, State, Verdict};
use crate::import;
use crate::project::Labels;
use std::fmt;
use std::path::Path;

/// Largest file of pairs: some millions of them.
pub const MAX_ALIGNED_BYTES: usize = 1 << 30;
/// Longest text of one side of a row, in bytes: no sentence, nor a paragraph.
pub const MAX_CELL_BYTES: usize = 1 << 20;
/// Deepest nesting of a TMX file's elements; the standard needs a dozen.
pub const MAX_TMX_DEPTH: usize = 64;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Tmx,
    Tsv,
    Csv,
    Jsonl,
}

impl Kind {
    /// How the names of such files end, for file dialogs.
    pub const EXTENSIONS: [&str; 6] = ["tmx", "tsv", "tab", "csv", "jsonl", "ndjson"];

    /// The format that the extension of `path` says.
    pub fn of(path: &Path) -> Option<Kind> {
        Kind::named(path.extension()?.to_str()?)
    }

    /// The format with this file name extension, in any letter case.
    pub fn named(name: &str) -> Option<Kind> {
        Some(match name.to_ascii_lowercase().as_str() {
            "tmx" => Kind::Tmx,
            "tsv" | "tab" => Kind::Tsv,
            "csv" => Kind::Csv,
            "jsonl" | "ndjson" => Kind::Jsonl,
            _ => return None,
        })
    }
}

/// One side of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    text: String,
    /// Where its sentences stand, as far as the file tells.
    marks: Vec<Mark>,
}

/// A pair as it stood in the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    cells: [Cell; 2],
    confidence: f32,
    state: State,
    verdict: Option<Verdict>,
    note: String,
    origin: Origin,
}

impl Default for Row {
    /// A file of pairs that says nothing more was made by a person, as far as we know.
    fn default() -> Row {
        Row {
            cells: Default::default(),
            confidence: 1.0,
            state: State::Unreviewed,
            verdict: None,
            note: String::new(),
            origin: Origin::Person,
        }
    }
}

impl Row {
    fn cell(&mut self, lang: Lang) -> &mut Cell {
        &mut self.cells[lang as usize]
    }

    /// Takes what the field `name` of a file that Jjak wrote says; other names and values say nothing.
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "confidence" => {
                let number = value.parse().ok();
                let sound = number.filter(|number| (0.0..=1.0).contains(number));
                self.confidence = sound.unwrap_or(self.confidence);
                self.origin = Origin::Engine;
            }
            "state" => self.state = State::named(value).unwrap_or_default(),
            "verdict" => self.verdict = Verdict::named(value),
            "origin" => self.origin = Origin::named(value).unwrap_or_default(),
            "en-sentences" | "en_sentences" => self.cell(Lang::En).marks = Mark::all(value),
            "ko-sentences" | "ko_sentences" => self.cell(Lang::Ko).marks = Mark::all(value),
            _ => {}
        }
    }
}

/// What a file of pairs holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aligned {
    rows: Vec<Row>,
    provenance: [Provenance; 2],
    labels: Labels,
    pub warnings: Vec<AlignedWarning>,
}

/// What a person should know although the file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlignedWarning {
    /// Rows without any English or Korean text.
    NoText(usize),
    /// Texts of other languages.
    OtherLanguage(usize),
    /// Formatting codes within sentences.
    Codes(usize),
}

impl fmt::Display for AlignedWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AlignedWarning::NoText(rows) => {
                write!(f, "{rows} rows without English or Korean text are left out")
            }
            AlignedWarning::OtherLanguage(texts) => {
                write!(f, "{texts} texts of other languages are left out")
            }
            AlignedWarning::Codes(codes) => {
                write!(f, "{codes} formatting codes within sentences are left out")
            }
        }
    }
}

/// Why a file cannot be read as pairs. The caller names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AlignedError {
    #[error("is larger than {} MiB (MAX_ALIGNED_BYTES); split it", MAX_ALIGNED_BYTES >> 20)]
    TooLarge,
    #[error("is in no encoding that can be read (UTF-8, UTF-16, CP949); save it as UTF-8")]
    UnknownEncoding,
    #[error("holds no pairs")]
    Empty,
    #[error("byte {at}: this is no well-formed XML ({why})")]
    NotXml { at: u64, why: String },
    #[error("the first element is <{0}>, not <tmx>")]
    NotTmx(String),
    #[error("its elements are nested deeper than {MAX_TMX_DEPTH} (MAX_TMX_DEPTH)")]
    TooDeep,
    #[error("byte {at}: the entity &{name}; is not known; only XML's own and numbers are")]
    UnknownEntity { at: u64, name: String },
    #[error("line {line}: this is no JSON with a translation ({why})")]
    NotJson { line: usize, why: String },
    #[error(
        "no column is English and another Korean; name them in the first line, such as en and ko"
    )]
    NoColumns,
    #[error(
        "row {row}: its text is longer than {MAX_CELL_BYTES} bytes (MAX_CELL_BYTES); a mark that ends it may be missing"
    )]
    TooLong { row: usize },
    #[error("{en} English and {ko} Korean lines; line by line they are no pairs")]
    UnevenLines { en: usize, ko: usize },
}

/// Reads a file of pairs.
///
/// # Errors
/// [`AlignedError`].
pub fn read(bytes: &[u8], kind: Kind) -> Result<Aligned, AlignedError> {
    let text = decoded(bytes)?;
    let mut aligned = match kind {
        Kind::Tmx => tmx::read(&text)?,
        Kind::Tsv => delimited::read_tsv(&text)?,
        Kind::Csv => delimited::read_csv(&text)?,
        Kind::Jsonl => jsonl::read(&text)?,
    };
    aligned.settle()?;
    Ok(aligned)
}

fn decoded(bytes: &[u8]) -> Result<String, AlignedError> {
    if bytes.len() > MAX_ALIGNED_BYTES {
        return Err(AlignedError::TooLarge);
    }
    import::decode(bytes).ok_or(AlignedError::UnknownEncoding)
}

impl Aligned {
    /// Drops rows that say nothing, and sees that the others are within the limits.
    fn settle(&mut self) -> Result<(), AlignedError> {
        let long = |row: &Row| {
            row.cells
                .iter()
                .any(|cell| cell.text.len() > MAX_CELL_BYTES)
        };
        if let Some(row) = self.rows.iter().position(long) {
            return Err(AlignedError::TooLong { row: row + 1 });
        }
        let before = self.rows.len();
        let says = |cell: &Cell| !cell.text.trim().is_empty();
        self.rows.retain(|row| row.cells.iter().any(says));
        match before - self.rows.len() {
            0 => {}
            dropped => self.warnings.push(AlignedWarning::NoText(dropped)),
        }
        if self.rows.is_empty() {
            return Err(AlignedError::Empty);
        }
        Ok(())
    }
}
