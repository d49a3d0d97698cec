//! Bitexts as files that other tools read. One file per format; what all share is in `unit`.

pub mod beads;
mod csv;
mod file;
mod format;
mod html;
mod jsonl;
mod markdown;
mod moses;
mod options;
pub mod paragraphs;
mod parquet;
mod table;
mod text;
mod thrift;
mod tmx;
mod tsv;
mod unit;
mod work;
mod xlsx;
mod xml;

pub use file::{WriteError, write_file};
pub use format::{Format, moses_pair};
pub use options::{Duplicates, Normal, Options, Order, is_language_code};
pub use table::COLUMNS;
pub use work::Work;

use std::io::{self, Write};
use table::Table;
use unit::units;

/// Writes the beads of `works` that `options` ask for, work after work; returns how many pairs that were.
///
/// # Errors
/// What `out` says.
pub fn write(
    works: &[Work],
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write_up_to(works, format, options, usize::MAX, out)
}

/// The first lines of what [`write`] would write; of a format that is no text the table in it.
pub fn preview(works: &[Work], format: Format, options: &Options, lines: usize) -> String {
    let format = match format.is_text() {
        true => format,
        false => Format::Tsv,
    };
    let mut out = Vec::new();
    // A unit is at least a line, so `lines` units are enough.
    let written = write_up_to(works, format, options, lines, &mut out);
    debug_assert!(written.is_ok(), "writing to memory cannot fail");
    let text = String::from_utf8_lossy(&out);
    text.split_inclusive('\n').take(lines).collect()
}

fn write_up_to(
    works: &[Work],
    format: Format,
    options: &Options,
    most: usize,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let units = units(works, format, options).take(most);
    match format {
        Format::Tmx => tmx::write(works, units, options, out),
        Format::Tsv => tsv::write(&Table::of(works), units, out),
        Format::Csv => csv::write(&Table::of(works), units, out),
        Format::Xlsx => xlsx::write(&Table::of(works), units, out),
        Format::Parquet => parquet::write(&Table::of(works), units, out),
        Format::Jsonl => jsonl::write(works, units, out),
        Format::Moses(lang) => moses::write(lang, units, out),
        Format::Markdown => markdown::write(units, out),
        Format::Html => html::write(works, units, out),
    }
}
