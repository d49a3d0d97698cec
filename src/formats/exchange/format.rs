//! The one table of formats: what each is called, what of it is read and written, and what it can hold. Command line,
//! file dialogs, help and readers ask here.

use jjak_core::article::Lang;
use std::path::{Path, PathBuf};

/// The formats that bitexts are exchanged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// TMX 1.4, what translation tools exchange.
    Tmx,
    /// XLIFF 1.2, what translation tools hand on with its states; also as Trados, memoQ and Phrase write it.
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
    /// A table of Word to review in.
    Docx,
    /// JSON lines for training runs.
    Jsonl,
    /// Columns for data frames and training runs.
    Parquet,
    /// One side of a Moses pair: a text a line, as many lines in either.
    Moses(Lang),
    /// A translation memory of Trados.
    Sdltm,
    /// Messages of programs, as gettext keeps them.
    Po,
    /// A table in a text or a wiki.
    Markdown,
    /// A report to read and print.
    Html,
}

/// A row of the table.
struct Facts {
    /// The first is its name and its file name extension; files of the others are written in it, too.
    names: &'static [&'static str],
    /// The file name extensions that it is read from; none if it is only written.
    read: &'static [&'static str],
    is_written: bool,
    /// In a few words, for lists.
    what: &'static str,
}

impl Format {
    /// All of them, the most usual first.
    pub const ALL: [Format; 17] = [
        Format::Tmx,
        Format::Xliff12,
        Format::Xliff21,
        Format::Tsv,
        Format::Xlsx,
        Format::Docx,
        Format::Csv,
        Format::Jsonl,
        Format::Parquet,
        Format::Moses(Lang::En),
        Format::Moses(Lang::Ko),
        Format::Tei,
        Format::Xces,
        Format::Html,
        Format::Markdown,
        Format::Sdltm,
        Format::Po,
    ];

    #[rustfmt::skip]
    fn facts(self) -> Facts {
        let facts = |names, read, is_written, what| Facts { names, read, is_written, what };
        match self {
            Format::Tmx => facts(&["tmx"], &["tmx"], true, "translation memory TMX 1.4"),
            Format::Xliff12 => facts(
                &["xlf", "xliff1", "xliff12", "xliff-1.2"],
                &["xlf", "sdlxliff", "mqxliff", "mxliff"],
                true,
                "XLIFF 1.2",
            ),
            Format::Xliff21 => facts(&["xliff", "xliff2", "xliff21", "xliff-2.1"], &["xliff"], true, "XLIFF 2.1"),
            Format::Tei => facts(&["tei"], &["tei"], true, "alignment with two TEI texts beside it"),
            Format::Xces => facts(&["xces", "ces"], &["xces", "ces"], true, "the same in OPUS' form"),
            Format::Tsv => facts(&["tsv", "tab"], &["tsv", "tab"], true, "table for corpus tools"),
            Format::Csv => facts(&["csv"], &["csv"], true, "table for spreadsheets"),
            Format::Xlsx => facts(&["xlsx"], &["xlsx", "xlsm", "ods"], true, "workbook to review in"),
            Format::Docx => facts(&["docx"], &["docx"], true, "table of Word to review in"),
            Format::Jsonl => facts(&["jsonl", "ndjson"], &["jsonl", "ndjson"], true, "JSON lines for training runs"),
            Format::Parquet => facts(&["parquet"], &[], true, "the same as columns"),
            Format::Moses(Lang::En) => facts(&["en"], &["en"], true, "English lines of a Moses pair"),
            Format::Moses(Lang::Ko) => facts(&["ko"], &["ko"], true, "its Korean lines"),
            Format::Sdltm => facts(&["sdltm"], &["sdltm"], false, "translation memory of Trados"),
            Format::Po => facts(&["po"], &["po"], false, "gettext messages"),
            Format::Markdown => facts(&["md", "markdown"], &[], true, "Markdown table"),
            Format::Html => facts(&["html", "htm"], &[], true, "report to read and print"),
        }
    }

    /// The formats that are written.
    pub fn written() -> impl Iterator<Item = Format> {
        let all = Format::ALL.into_iter();
        all.filter(|format| format.facts().is_written)
    }

    /// How the names of bilingual files end, for file dialogs; those that are read with others beside them, too. A
    /// `.xml` may be one or not.
    pub fn read_extensions() -> Vec<&'static str> {
        let all = Format::ALL.into_iter();
        let mut extensions: Vec<&str> = all
            .flat_map(|format| format.facts().read)
            .copied()
            .collect();
        extensions.push("xml");
        extensions
    }

    /// Its name, which is also its file name extension.
    pub fn as_str(self) -> &'static str {
        self.facts().names.first().copied().unwrap_or_default()
    }

    /// What it is, in a few words.
    pub fn what(self) -> &'static str {
        self.facts().what
    }

    /// The format to write that is called `name`, in any letter case; some have a second name.
    pub fn named(name: &str) -> Option<Format> {
        Format::written().find(|format| is_among(name, format.facts().names))
    }

    /// The format to write that the extension of `path` says.
    pub fn of(path: &Path) -> Option<Format> {
        Format::named(path.extension()?.to_str()?)
    }

    /// The format to read that a file name extension says, in any letter case.
    pub fn to_read(extension: &str) -> Option<Format> {
        let mut all = Format::ALL.into_iter();
        all.find(|format| is_among(extension, format.facts().read))
    }

    /// Whether a file of it is read as a stream, if it is in UTF-8.
    pub(super) fn is_streamed(self) -> bool {
        matches!(
            self,
            Format::Tmx | Format::Tsv | Format::Csv | Format::Jsonl
        )
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
        !matches!(self, Format::Xlsx | Format::Docx | Format::Parquet)
    }

    /// Whether its readers find a text only in the composed form: translation tools compare letter by letter.
    pub fn is_always_composed(self) -> bool {
        matches!(self, Format::Tmx | Format::Xliff12 | Format::Xliff21)
    }
}

fn is_among(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The two files beside the alignment `path` that its texts are written to: `corpus.en.xml` and `corpus.ko.xml` beside
/// `corpus.tei` or `corpus.en-ko.xml`.
pub(super) fn texts_beside(path: &Path) -> [PathBuf; 2] {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.strip_suffix(".en-ko").unwrap_or(&stem).to_owned();
    Lang::BOTH.map(|lang| {
        let code = match lang {
            Lang::En => "en",
            Lang::Ko => "ko",
        };
        path.with_file_name(format!("{stem}.{code}.xml"))
    })
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
        assert_eq!(Format::of(Path::new("messages.po")), None);
        assert_eq!(Format::to_read("SDLXLIFF"), Some(Format::Xliff12));
        assert_eq!(Format::to_read("parquet"), None);
    }

    #[test]
    fn every_name_and_every_extension_says_one_format() {
        for format in Format::ALL {
            let Facts {
                names,
                read,
                is_written,
                ..
            } = format.facts();
            for name in names.iter().filter(|_| is_written) {
                assert_eq!(Format::named(name), Some(format));
            }
            for extension in read {
                assert_eq!(Format::to_read(extension), Some(format));
            }
            assert!(is_written || !read.is_empty());
        }
    }
}
