//! What can be wrong with a file of pairs, and what a person should know although it was read.

use super::{MAX_BILINGUAL_BYTES, MAX_CELL_BYTES, MAX_TEXTS, MAX_XML_DEPTH};
use crate::exchange::format::Format;
use crate::import::Fault;
use std::fmt;

/// What a person should know although the file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BilingualWarning {
    /// Rows without any English or Korean text.
    NoText(usize),
    /// Rows that cannot be read, and what is wrong with the first of them.
    Skipped { count: usize, first: Vec<String> },
    /// Texts of other languages.
    OtherLanguage(usize),
    /// Further texts of a language that a unit has already.
    SecondText(usize),
    /// Formatting codes within sentences.
    Codes(usize),
    /// Units with text between their segments.
    Outside(usize),
    /// Units that are not to be translated.
    Untranslatable(usize),
    /// Sheets of a workbook that are hidden or have no column of each language.
    Sheets(usize),
    /// Text boxes and comments that lie on sheets.
    BesideCells(usize),
    /// Rows that went out in a table of Word and are not in it any more.
    Removed(usize),
    /// Rows translated from the other language than most.
    OtherDirection(usize),
    /// Entries that are no longer in use.
    Obsolete(usize),
    /// Texts with `�` where letters were lost.
    Lost(usize),
    /// Links to sentences that are not there.
    Dangling(usize),
    /// Sentences that no link speaks of.
    Unlinked(usize),
}

impl fmt::Display for BilingualWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BilingualWarning::NoText(rows) => {
                write!(f, "{rows} rows without English or Korean text are left out")
            }
            BilingualWarning::Skipped { count, first } => {
                let more = if *count > first.len() { "; ..." } else { "" };
                let first = first.join("; ");
                write!(
                    f,
                    "{count} rows that cannot be read are left out ({first}{more})"
                )
            }
            BilingualWarning::OtherLanguage(texts) => {
                write!(f, "{texts} texts of other languages are left out")
            }
            BilingualWarning::SecondText(texts) => {
                write!(
                    f,
                    "{texts} texts beside another of their language in one unit are left out"
                )
            }
            BilingualWarning::Codes(codes) => {
                write!(f, "{codes} formatting codes within sentences are left out")
            }
            BilingualWarning::Outside(units) => {
                write!(f, "text between the segments of {units} units is left out")
            }
            BilingualWarning::Untranslatable(units) => {
                write!(
                    f,
                    "{units} units that are not to be translated are left out"
                )
            }
            BilingualWarning::Sheets(sheets) => {
                write!(
                    f,
                    "{sheets} sheets that are hidden or have no English and Korean columns are left out"
                )
            }
            BilingualWarning::BesideCells(texts) => {
                write!(
                    f,
                    "{texts} text boxes and comments beside the cells are left out"
                )
            }
            BilingualWarning::Removed(rows) => {
                write!(f, "{rows} rows that the table had are not in it any more")
            }
            BilingualWarning::OtherDirection(rows) => {
                write!(
                    f,
                    "{rows} rows were translated in the other direction; they go on as the others do"
                )
            }
            BilingualWarning::Obsolete(entries) => {
                write!(
                    f,
                    "{entries} entries that are no longer in use are left out"
                )
            }
            BilingualWarning::Lost(texts) => {
                write!(
                    f,
                    "{texts} texts have \u{FFFD} where letters are lost; see whether another copy still has them"
                )
            }
            BilingualWarning::Dangling(links) => {
                write!(f, "{links} links speak of sentences that are not there")
            }
            BilingualWarning::Unlinked(sentences) => {
                write!(
                    f,
                    "{sentences} sentences that no link speaks of stand alone"
                )
            }
        }
    }
}

/// Why a file cannot be read as pairs. The caller names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BilingualError {
    #[error("takes more than {} MiB of memory (MAX_BILINGUAL_BYTES); split it", MAX_BILINGUAL_BYTES >> 20)]
    TooLarge,
    #[error("is in no encoding that can be read (UTF-8, UTF-16, CP949); save it as UTF-8")]
    UnknownEncoding,
    #[error("{0}")]
    Workbook(Fault),
    #[error("files of {} are written, not read", format.what())]
    Unread { format: Format },
    #[error("holds no pairs")]
    Empty,
    #[error("its texts are in other languages; Jjak pairs English and Korean")]
    OtherLanguages,
    #[error("byte {at}: this is no well-formed XML ({why})")]
    NotXml { at: u64, why: String },
    #[error("the first element is <{found}>, not <{wanted}>")]
    OtherRoot { found: String, wanted: &'static str },
    #[error("its elements are nested deeper than {MAX_XML_DEPTH} (MAX_XML_DEPTH)")]
    TooDeep,
    #[error("byte {at}: the entity &{name}; is not known; only XML's own and numbers are")]
    UnknownEntity { at: u64, name: String },
    #[error("it names no two texts (fromDoc and toDoc)")]
    NoTexts,
    #[error("there is no {name} beside it; put its texts next to it (unpacked)")]
    MissingText { name: String },
    #[error("it speaks of more than {MAX_TEXTS} pairs of texts (MAX_TEXTS); split it")]
    TooManyTexts,
    #[error("line {line}: {why}")]
    NotPo { line: usize, why: &'static str },
    #[error("line {line}: a line of a ladder is a number, a tab, a number, a tab, a score")]
    NotLadder { line: usize },
    #[error("line {line}: the ladder goes to sentence {sentence}, but there are {sentences}")]
    LadderTooLong {
        line: usize,
        sentence: usize,
        sentences: usize,
    },
    #[error("line {line}: this is no JSON with a translation ({why})")]
    NotJson { line: usize, why: String },
    #[error("no column is {name}; give their numbers, or their names as the first line has them")]
    NoSuchColumn { name: String },
    #[error(
        "no column is English and another Korean; name them in the first line, such as en and ko"
    )]
    NoColumns,
    #[error(
        "row {row}: its text is longer than {MAX_CELL_BYTES} bytes (MAX_CELL_BYTES); a mark that ends it may be missing"
    )]
    TooLong { row: usize },
    #[error(
        "row {row}: a quotation mark at the beginning of a cell is not closed; close it, or write it twice and the cell in quotation marks"
    )]
    OpenQuote { row: usize },
    #[error("{en} English and {ko} Korean lines; line by line they are no pairs")]
    UnevenLines { en: usize, ko: usize },
}
