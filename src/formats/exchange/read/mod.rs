//! Files of pairs, read as bitexts. What Jjak wrote comes back with its sentences, states and order; what other tools
//! wrote opens as rows to review.

mod disk;
mod file;
mod pieces;
mod place;

pub use super::pairs::{
    BadRows, BilingualError, BilingualFile, BilingualWarning, Chunk, Columns, MAX_BILINGUAL_BYTES,
    MAX_CELL_BYTES, MAX_TEXTS, MAX_XML_DEPTH, Offsets, ReadOptions,
};
pub use disk::PairsError;
pub use file::{Keep, open, open_keeping, open_ladder, open_pair, open_reading, open_texts};
pub use pieces::Flow;
pub use place::{beside, can_open, is_pairs};

use super::pairs::decoded;
use super::pairs::source::{Fault, Source};
use super::{Format, delimited, jsonl, po, sdltm, standoff, tmx, word, xliff, xlsx};

/// Reads a file of pairs; `columns` says which of a table are the texts, if they are not to be found.
///
/// # Errors
/// [`BilingualError`].
pub fn read(
    bytes: &[u8],
    format: Format,
    columns: Option<&Columns>,
) -> Result<BilingualFile, BilingualError> {
    let reading = ReadOptions {
        columns,
        ..ReadOptions::default()
    };
    read_from(&Source::Memory(bytes), format, reading).map_err(Fault::of_memory)
}

/// [`read`], from wherever it is.
fn read_from(
    source: &Source,
    format: Format,
    reading: ReadOptions,
) -> Result<BilingualFile, Fault> {
    source.read(|source| {
        let aligned = BilingualFile {
            bad_rows: reading.bad_rows,
            ..BilingualFile::default()
        };
        read_into(aligned, source, format, reading.columns)
    })
}

/// Adds what `source` holds to `aligned`, which is empty. Of the formats that are read as a stream only UTF-8 is taken.
fn read_into(
    aligned: BilingualFile,
    source: &Source,
    format: Format,
    columns: Option<&Columns>,
) -> Result<BilingualFile, Fault> {
    let mut aligned = match format {
        Format::Tmx => tmx::read(source.stream()?, aligned)?,
        Format::Tsv => delimited::read_tsv(source, columns, aligned)?,
        Format::Csv => delimited::read_csv(source, columns, aligned)?,
        Format::Jsonl => jsonl::read(source.stream()?, aligned)?,
        Format::Xliff12 | Format::Xliff21 => xliff::read(&source.text()?, aligned)?,
        Format::Po => po::read(&source.text()?, aligned)?,
        Format::Xlsx => xlsx::read(&source.bytes()?, columns, aligned)?,
        Format::Sdltm => sdltm::read(&source.bytes()?, aligned)?,
        Format::Docx => word::read(&source.bytes()?, aligned)?,
        // Those with texts beside them are read with these, the others only written.
        Format::Tei
        | Format::Xces
        | Format::Moses(_)
        | Format::Parquet
        | Format::Markdown
        | Format::Html => return Err(BilingualError::Unread { format }.into()),
    };
    aligned.settle()?;
    Ok(aligned)
}

/// Reads an alignment that stands apart from its texts, which are those that [`texts_of`] names, in that order.
///
/// # Errors
/// [`BilingualError`], of the alignment or a text.
pub fn read_standoff(alignment: &[u8], texts: &[Vec<u8>]) -> Result<BilingualFile, BilingualError> {
    let texts: Result<Vec<String>, _> = texts.iter().map(|text| decoded(text)).collect();
    let mut aligned = standoff::read(&decoded(alignment)?, &texts?)?;
    aligned.settle()?;
    Ok(aligned)
}

/// The names of the texts that an alignment speaks of, as it writes them, in its order.
///
/// # Errors
/// [`BilingualError`] of the alignment.
pub fn texts_of(alignment: &[u8]) -> Result<Vec<String>, BilingualError> {
    standoff::texts_of(&decoded(alignment)?)
}
