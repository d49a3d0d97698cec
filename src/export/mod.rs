//! A bitext as a file that other tools read. One file per format.

pub mod beads;
mod csv;
mod file;
mod html;
mod jsonl;
mod source;
mod tmx;
mod tsv;
mod unit;

pub use file::{WriteError, write_file};

use crate::bitext::Bitext;
use crate::project::Labels;
use jiff::Timestamp;
use std::io::{self, Write};
use std::path::Path;
use unit::{Table, units};

/// The formats a bitext can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// TMX 1.4, what translation tools exchange.
    Tmx,
    /// A table of tab-separated columns, what corpus tools read.
    Tsv,
    /// A table for spreadsheets.
    Csv,
    /// JSON lines for training runs.
    Jsonl,
    /// A page to read and print.
    Html,
}

impl Format {
    pub const ALL: [Format; 5] = [
        Format::Tmx,
        Format::Tsv,
        Format::Csv,
        Format::Jsonl,
        Format::Html,
    ];

    /// Its name, which is also its file name extension.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Tmx => "tmx",
            Format::Tsv => "tsv",
            Format::Csv => "csv",
            Format::Jsonl => "jsonl",
            Format::Html => "html",
        }
    }

    /// The format called `name`, in any letter case.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL
            .into_iter()
            .find(|format| format.as_str().eq_ignore_ascii_case(name))
    }

    /// The format that the extension of `path` says.
    pub fn of(path: &Path) -> Option<Format> {
        Format::named(path.extension()?.to_str()?)
    }
}

/// What of a bitext is written, and how it is labelled.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Language codes as the receiving tool writes them; see [`is_language_code`].
    pub en_code: String,
    pub ko_code: String,
    /// Only beads that a person accepted.
    pub accepted_only: bool,
    /// Beads below this confidence are left out, unless a person accepted or made them.
    pub min_confidence: f32,
    /// Beads of more than one segment on a side, too.
    pub many: bool,
    /// Segments without a counterpart, too, where the format can hold them (TMX cannot).
    pub one_sided: bool,
    /// The notes that people wrote on beads.
    pub notes: bool,
    /// The subject field and who reviewed, where the format has a place for them.
    pub labels: Labels,
    /// The creation date that a TMX file carries.
    pub created: Timestamp,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            en_code: "en-US".into(),
            ko_code: "ko-KR".into(),
            accepted_only: false,
            min_confidence: 0.0,
            many: true,
            one_sided: false,
            notes: true,
            labels: Labels::default(),
            created: Timestamp::now(),
        }
    }
}

/// Whether `code` has the form of a language code: `en`, `en-US`, `ko-Kore-KR`.
pub fn is_language_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    matches!(language.len(), 2 | 3)
        && language.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| {
            matches!(part.len(), 1..=8) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

/// Writes the beads that `options` ask for, in the order of the rows; returns how many that were.
///
/// # Errors
/// What `out` says.
pub fn write(
    bitext: &Bitext,
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write_up_to(bitext, format, options, usize::MAX, out)
}

/// The first lines of what [`write`] would write.
pub fn preview(bitext: &Bitext, format: Format, options: &Options, lines: usize) -> String {
    let mut out = Vec::new();
    // A unit is at least a line, so `lines` units are enough.
    let written = write_up_to(bitext, format, options, lines, &mut out);
    debug_assert!(written.is_ok(), "writing to memory cannot fail");
    let text = String::from_utf8_lossy(&out);
    text.split_inclusive('\n').take(lines).collect()
}

fn write_up_to(
    bitext: &Bitext,
    format: Format,
    options: &Options,
    most: usize,
    out: &mut dyn Write,
) -> io::Result<usize> {
    match format {
        Format::Tmx => {
            let paired = units(bitext, options).filter(|unit| !unit.is_one_sided());
            tmx::write(bitext, paired.take(most), options, out)
        }
        Format::Tsv => tsv::write(
            &Table::of(bitext, options),
            units(bitext, options).take(most),
            out,
        ),
        Format::Csv => csv::write(
            &Table::of(bitext, options),
            units(bitext, options).take(most),
            out,
        ),
        Format::Jsonl => jsonl::write(bitext, units(bitext, options).take(most), options, out),
        Format::Html => html::write(bitext, units(bitext, options).take(most), out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_extension() {
        assert_eq!(Format::of(Path::new("a/B.TMX")), Some(Format::Tmx));
        assert_eq!(Format::of(Path::new("corpus.v2.tsv")), Some(Format::Tsv));
        assert_eq!(Format::of(Path::new("tmx")), None);
    }

    #[test]
    fn language_codes_have_a_form() {
        for good in ["en", "ko-KR", "kok", "zh-Hant-TW"] {
            assert!(is_language_code(good), "{good}");
        }
        for bad in ["", "e", "english", "en_US", "en-", "en-US\"", "한국"] {
            assert!(!is_language_code(bad), "{bad}");
        }
    }
}
