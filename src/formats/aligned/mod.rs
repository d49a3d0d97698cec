//! Files of pairs, read as bitexts. What Jjak wrote comes back with its sentences, states and order; what other tools
//! wrote opens as rows to review.

mod bad_rows;
mod columns;
mod delimited;
mod elements;
mod error;
mod file;
mod hunalign;
mod jsonl;
mod moses;
mod pieces;
mod place;
mod po;
mod quotes;
mod rows;
mod sentences;
mod source;
mod standoff;
mod tmx;
mod xliff;
mod xlsx;

pub use bad_rows::BadRows;
pub use columns::Columns;
pub(crate) use delimited::looks_like_formula;
pub use error::{AlignedError, AlignedWarning};
pub use file::{
    Keep, PairsError, open, open_keeping, open_ladder, open_pair, open_reading, open_texts,
};
pub use hunalign::read_ladder;
pub use moses::read_pair;
pub use pieces::{Base, Flow, Piece};
pub use place::{beside, can_open, is_pairs, texts_beside};
pub(crate) use sentences::Mark;
pub use standoff::MAX_TEXTS;

use crate::project::Labels;
use bad_rows::Skipped;
use jjak_core::article::{BlockKind, Lang, Provenance};
use jjak_core::bitext::{Bitext, Origin, State, Verdict};
use rows::Rows;
use source::{Fault, Source};
use std::path::Path;

/// Most memory, in bytes, that the bitext of a file of pairs may take: some millions of them. A file that is kept beside
/// it, or read whole for its format or encoding, may be a quarter of it.
pub const MAX_ALIGNED_BYTES: u64 = 4 << 30;
/// Longest row as it is written, in bytes.
const MAX_ROW_BYTES: usize = 8 * MAX_CELL_BYTES;
/// Longest text of one side of a row, in bytes: no sentence, nor a paragraph.
pub const MAX_CELL_BYTES: usize = 1 << 20;
/// Deepest nesting of an XML file's elements; the standards need a dozen.
pub const MAX_XML_DEPTH: usize = 64;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Tmx,
    Tsv,
    Csv,
    Jsonl,
    /// XLIFF 1.2 and 2.x, also as Trados and memoQ write it.
    Xliff,
    Po,
    /// A workbook, of Excel's or OpenDocument's.
    Xlsx,
}

impl Kind {
    /// How the names of files of pairs end, for file dialogs; those that are read with others beside them, too.
    pub const EXTENSIONS: [&str; 21] = [
        "tmx", "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", "tsv", "tab", "csv", "xlsx",
        "xlsm", "ods", "jsonl", "ndjson", "po", "tei", "xces", "ces", "xml", "en", "ko",
    ];

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
            "xlf" | "xliff" | "sdlxliff" | "mqxliff" | "mxliff" => Kind::Xliff,
            "po" => Kind::Po,
            "xlsx" | "xlsm" | "ods" => Kind::Xlsx,
            _ => return None,
        })
    }

    /// Whether a file of it is read as a stream, if it is in UTF-8.
    fn is_streamed(self) -> bool {
        matches!(self, Kind::Tmx | Kind::Tsv | Kind::Csv | Kind::Jsonl)
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

    fn take_note(&mut self, note: &str) {
        add_note(&mut self.note, note);
    }

    /// Takes all of them, in whatever order another tool left them.
    fn take_all(&mut self, mut facts: Vec<(String, String)>) {
        // The origin has the last word after the confidence.
        facts.sort_by_key(|(name, _)| name != "confidence");
        for (name, value) in facts {
            self.take(&name, &value);
        }
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
            "note" => value.clone_into(&mut self.note),
            "origin" => self.origin = Origin::named(value).unwrap_or_default(),
            "en-sentences" | "en_sentences" => self.cell(Lang::En).marks = Mark::all(value),
            "ko-sentences" | "ko_sentences" => self.cell(Lang::Ko).marks = Mark::all(value),
            _ => {}
        }
    }
}

/// Adds to a note.
fn add_note(note: &mut String, more: &str) {
    let more = more.trim();
    if !more.is_empty() && !note.is_empty() {
        note.push_str(" / ");
    }
    note.push_str(more);
}

/// What a file of pairs holds.
#[derive(Clone, Debug, Default)]
pub struct Aligned {
    rows: Rows,
    provenance: [Provenance; 2],
    labels: Labels,
    /// Of each side the places of sentences that begin a paragraph, in order; empty if the file does not tell.
    paragraphs: [Vec<(usize, BlockKind)>; 2],
    pub warnings: Vec<AlignedWarning>,
    bad_rows: BadRows,
    skipped: Skipped,
}

/// How a file of pairs is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading<'a> {
    /// The columns of a table that are the texts, if they are not to be found.
    pub columns: Option<&'a Columns>,
    pub bad_rows: BadRows,
}

impl Aligned {
    /// Says how many there were, if any.
    fn warn(&mut self, count: usize, warning: fn(usize) -> AlignedWarning) {
        if count > 0 {
            self.warnings.push(warning(count));
        }
    }

    /// Takes what a file that Jjak wrote says of all its pairs: `en-title`, `ko-url`, `domain` ...; other names say
    /// nothing.
    fn take_about(&mut self, name: &str, text: &str) {
        let [en, ko] = &mut self.provenance;
        let (provenance, what) = match name.split_once('-') {
            Some(("en", what)) => (en, what),
            Some(("ko", what)) => (ko, what),
            _ => {
                match name {
                    "domain" => drop(self.labels.domain.get_or_insert_with(|| text.into())),
                    "reviewer" => drop(self.labels.reviewer.get_or_insert_with(|| text.into())),
                    _ => {}
                }
                return;
            }
        };
        let field = match what {
            "title" => &mut provenance.title,
            "byline" => &mut provenance.byline,
            "date" => &mut provenance.date,
            "url" => &mut provenance.url,
            "file" => {
                provenance.file.get_or_insert_with(|| text.into());
                return;
            }
            _ => return,
        };
        // Of several files in one the first tells.
        field.get_or_insert_with(|| text.to_owned());
    }
}

/// The language that a code such as `en-US` or `KO_kr` names, of those we pair.
fn language(code: &str) -> Option<Lang> {
    let name = code.split(['-', '_']).next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "en" | "eng" => Some(Lang::En),
        "ko" | "kor" => Some(Lang::Ko),
        _ => None,
    }
}

/// Reads a file of pairs; `columns` says which of a table are the texts, if they are not to be found.
///
/// # Errors
/// [`AlignedError`].
pub fn read(bytes: &[u8], kind: Kind, columns: Option<&Columns>) -> Result<Aligned, AlignedError> {
    let reading = Reading {
        columns,
        ..Reading::default()
    };
    read_from(&Source::Memory(bytes), kind, reading).map_err(Fault::of_memory)
}

/// [`read`], from wherever it is.
fn read_from(source: &Source, kind: Kind, reading: Reading) -> Result<Aligned, Fault> {
    source.read(|source| {
        let aligned = Aligned {
            bad_rows: reading.bad_rows,
            ..Aligned::default()
        };
        read_into(aligned, source, kind, reading.columns)
    })
}

/// Adds what `source` holds to `aligned`, which is empty. Of the formats that are read as a stream only UTF-8 is taken.
fn read_into(
    aligned: Aligned,
    source: &Source,
    kind: Kind,
    columns: Option<&Columns>,
) -> Result<Aligned, Fault> {
    let mut aligned = match kind {
        Kind::Tmx => tmx::read(source.stream()?, aligned)?,
        Kind::Tsv => delimited::read_tsv(source, columns, aligned)?,
        Kind::Csv => delimited::read_csv(source, columns, aligned)?,
        Kind::Jsonl => jsonl::read(source.stream()?, aligned)?,
        Kind::Xliff => xliff::read(&source.text()?, aligned)?,
        Kind::Po => po::read(&source.text()?, aligned)?,
        Kind::Xlsx => xlsx::read(&source.bytes()?, columns, aligned)?,
    };
    aligned.settle()?;
    Ok(aligned)
}

/// Reads an alignment that stands apart from its texts, which are those that [`texts_of`] names, in that order.
///
/// # Errors
/// [`AlignedError`], of the alignment or a text.
pub fn read_standoff(alignment: &[u8], texts: &[Vec<u8>]) -> Result<Aligned, AlignedError> {
    let texts: Result<Vec<String>, _> = texts.iter().map(|text| decoded(text)).collect();
    let mut aligned = standoff::read(&decoded(alignment)?, &texts?)?;
    aligned.settle()?;
    Ok(aligned)
}

/// The names of the texts that an alignment speaks of, as it writes them, in its order.
///
/// # Errors
/// [`AlignedError`] of the alignment.
pub fn texts_of(alignment: &[u8]) -> Result<Vec<String>, AlignedError> {
    standoff::texts_of(&decoded(alignment)?)
}

fn decoded(bytes: &[u8]) -> Result<String, AlignedError> {
    Source::Memory(bytes).text().map_err(Fault::of_memory)
}

impl Aligned {
    /// Sees that there are pairs, and says which rows were none.
    fn settle(&mut self) -> Result<(), AlignedError> {
        self.tell_skipped();
        if self.rows.is_empty() {
            return Err(AlignedError::Empty);
        }
        self.warn(self.rows.blank(), AlignedWarning::NoText);
        self.warn(self.rows.lost(), AlignedWarning::Lost);
        self.rows.send();
        Ok(())
    }

    /// The rows as a bitext. Where the file tells where the sentences stood, those that crossed cross again.
    pub fn into_bitext(self) -> Bitext {
        self.rows.into_bitext(self.provenance, self.paragraphs)
    }
}
