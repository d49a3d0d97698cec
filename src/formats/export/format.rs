//! The formats by name, and what each can hold.

use crate::aligned::texts_beside;
use jjak_core::article::Lang;
use std::path::{Path, PathBuf};

/// The formats a bitext can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// TMX 1.4, what translation tools exchange.
    Tmx,
    /// XLIFF 1.2, what translation tools hand on with its states.
    Xliff12,
    /// XLIFF 2.1, its successor.
    Xliff21,
    /// An alignment in InterText's form, with a TEI text beside it for each side.
    Tei,
    /// An alignment in XCES' form, as OPUS has it, with the same texts.
    Xces,
    /// A table of tab-separated columns, what corpus tools read.
    Tsv,
    /// A table for spreadsheets.
    Csv,
    /// A workbook to review in.
    Xlsx,
    /// JSON lines for training runs.
    Jsonl,
    /// Columns for data frames and training runs.
    Parquet,
    /// One side of a Moses pair: a text a line, as many lines in either.
    Moses(Lang),
    /// A table in a text or a wiki.
    Markdown,
    /// A report to read and print.
    Html,
}

impl Format {
    pub const ALL: [Format; 14] = [
        Format::Tmx,
        Format::Xliff12,
        Format::Xliff21,
        Format::Tei,
        Format::Xces,
        Format::Tsv,
        Format::Csv,
        Format::Xlsx,
        Format::Jsonl,
        Format::Parquet,
        Format::Moses(Lang::En),
        Format::Moses(Lang::Ko),
        Format::Markdown,
        Format::Html,
    ];

    /// Its name, which is also its file name extension.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Tmx => "tmx",
            Format::Xliff12 => "xlf",
            Format::Xliff21 => "xliff",
            Format::Tei => "tei",
            Format::Xces => "xces",
            Format::Tsv => "tsv",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Jsonl => "jsonl",
            Format::Parquet => "parquet",
            Format::Moses(Lang::En) => "en",
            Format::Moses(Lang::Ko) => "ko",
            Format::Markdown => "md",
            Format::Html => "html",
        }
    }

    /// The format called `name`, in any letter case; some have a second name.
    pub fn named(name: &str) -> Option<Format> {
        let name = match name.to_ascii_lowercase().as_str() {
            "tab" => "tsv".into(),
            "xliff1" | "xliff12" | "xliff-1.2" => "xlf".into(),
            "xliff2" | "xliff21" | "xliff-2.1" => "xliff".into(),
            "ces" => "xces".into(),
            "ndjson" => "jsonl".into(),
            "markdown" => "md".into(),
            "htm" => "html".into(),
            name => name.to_owned(),
        };
        Format::ALL
            .into_iter()
            .find(|format| format.as_str() == name)
    }

    /// The format that the extension of `path` says.
    pub fn of(path: &Path) -> Option<Format> {
        Format::named(path.extension()?.to_str()?)
    }

    /// Whether it is one of the versions of XLIFF, which share their file name extensions.
    pub fn is_xliff(self) -> bool {
        matches!(self, Format::Xliff12 | Format::Xliff21)
    }

    /// The texts that are written beside `path`, English first.
    pub fn texts_beside(self, path: &Path) -> Option<[PathBuf; 2]> {
        matches!(self, Format::Tei | Format::Xces).then(|| texts_beside(path))
    }

    /// Whether a pair may lack a side.
    pub fn holds_one_sided(self) -> bool {
        !matches!(self, Format::Tmx | Format::Moses(_))
    }

    /// Whether a text cannot stand in it but on one line, without tabs.
    pub fn is_lines(self) -> bool {
        matches!(self, Format::Tsv | Format::Moses(_) | Format::Markdown)
    }

    /// Whether it is something to read as it is; a preview shows the others as a table.
    pub fn is_text(self) -> bool {
        !matches!(self, Format::Xlsx | Format::Parquet)
    }

    /// Whether its readers find a text only in the composed form: translation tools compare letter by letter.
    pub fn is_always_composed(self) -> bool {
        matches!(self, Format::Tmx | Format::Xliff12 | Format::Xliff21)
    }
}

/// The two files of a Moses pair: `stem.en` and `stem.ko`.
pub fn moses_pair(stem: &Path) -> [(PathBuf, Format); 2] {
    Lang::BOTH.map(|lang| {
        let format = Format::Moses(lang);
        let mut name = stem.as_os_str().to_owned();
        name.push(format!(".{}", format.as_str()));
        (name.into(), format)
    })
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
    fn every_format_has_a_name_of_its_own() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.as_str()), Some(format));
        }
    }
}
