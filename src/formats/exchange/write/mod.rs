//! Bitexts as files that other tools read.

mod corpus;

pub use super::units::{
    COLUMNS, Duplicates, ExportedWork, KnownPairs, LeftOut, NewestWork, Normal, Options, Tally,
    UnitOrder, is_language_code, paragraphs, xml,
};
pub use corpus::{Corpus, CorpusEntry, CorpusSentence};

use super::delimited::looks_like_formula;
use super::format::texts_beside;
use super::pairs::Chunk;
use super::units::table::Table;
use super::units::text::is_break;
use super::units::unit::{TranslationUnit, units, units_of_pieces};
use super::{
    Format, delimited, html, jsonl, markdown, moses, parquet, standoff, tmx, word, xliff, xlsx,
};
use crate::whole_file::{WriteError, write_file};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext};
use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

/// Writes the beads of `works` that `options` ask for, work after work; returns how many pairs that were.
///
/// # Errors
/// What `out` says.
pub fn write(
    works: &[ExportedWork],
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    write_up_to(works, format, options, Path::new("pairs"), usize::MAX, out)
}

/// Writes the pairs to the file `path`, and the texts that belong beside it; returns how many pairs that were.
///
/// # Errors
/// [`WriteError`], which names the file that could not be written.
pub fn write_files(
    path: &Path,
    works: &[ExportedWork],
    format: Format,
    options: &Options,
) -> Result<usize, WriteError> {
    if let Some(texts) = format.texts_beside(path) {
        for (lang, path) in Lang::BOTH.into_iter().zip(texts) {
            write_file(&path, |out| write_text(works, lang, options, out))?;
        }
    }
    write_file(path, |out| {
        write_up_to(works, format, options, path, usize::MAX, out)
    })
}

/// Writes the whole text of one side, as TEI, which the alignments of [`Format::Tei`] and [`Format::Xces`] speak of.
///
/// # Errors
/// What `out` says.
pub fn write_text(
    works: &[ExportedWork],
    lang: Lang,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let works = &told(works, options);
    standoff::write_text(works, lang, options, out)
}

/// What an alignment at `path` calls its texts.
fn text_names(path: &Path) -> [String; 2] {
    texts_beside(path).map(|text| {
        let name = text.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    })
}

/// How many texts of `bitext` have line breaks or tabs that `format` cannot hold; they are spaces in it.
pub fn flattened(bitext: &Bitext, format: Format) -> usize {
    if !format.is_lines() {
        return 0;
    }
    let sides = [&bitext.en, &bitext.ko].into_iter();
    let texts = sides.flat_map(|side| {
        let segments = side.segments.iter();
        segments.filter_map(|segment| side.exact_text_of(segment))
    });
    texts.filter(|text| text.contains(is_break)).count()
}

/// How many texts of `bitext` begin as a formula does, so that an apostrophe stands before them in a table that is
/// safe in spreadsheets.
pub fn guarded(bitext: &Bitext, format: Format, options: &Options) -> usize {
    if format != Format::Csv || !options.spreadsheet_safe {
        return 0;
    }
    let beads = bitext.beads.iter();
    let begins = |lang: Lang| {
        let first = move |bead: &Bead| {
            let id = *bead.ids(lang).first()?;
            Some(looks_like_formula(&bitext.side(lang).text(id)))
        };
        move |bead: &&Bead| first(bead) == Some(true)
    };
    beads.clone().filter(begins(Lang::En)).count() + beads.filter(begins(Lang::Ko)).count()
}

/// The first lines of what [`write()`] would write; of a format that is no text the table in it.
pub fn preview(works: &[ExportedWork], format: Format, options: &Options, lines: usize) -> String {
    let format = if format.is_text() {
        format
    } else {
        Format::Tsv
    };
    let mut out = Vec::new();
    // A unit is at least a line, so `lines` units are enough.
    let written = write_up_to(works, format, options, Path::new("pairs"), lines, &mut out);
    debug_assert!(written.is_ok(), "writing to memory cannot fail");
    let text = String::from_utf8_lossy(&out);
    text.split_inclusive('\n').take(lines).collect()
}

/// The first lines of the units in what [`write()`] would write. A head of several lines is the same with units and
/// without, and says nothing of them: it is left out.
pub fn preview_units(
    works: &[ExportedWork],
    format: Format,
    options: &Options,
    lines: usize,
) -> String {
    let shown = if format.is_text() {
        format
    } else {
        Format::Tsv
    };
    let written = |most: usize| {
        let mut out = Vec::new();
        let written = write_up_to(works, shown, options, Path::new("pairs"), most, &mut out);
        debug_assert!(written.is_ok(), "writing to memory cannot fail");
        String::from_utf8_lossy(&out).into_owned()
    };
    let (none, some) = (written(0), written(lines));
    if units(works, shown, options).next().is_none() {
        return String::new();
    }
    let both = none.lines().zip(some.lines());
    let head = both.take_while(|(a, b)| a == b).count();
    // The names of a table's columns are worth their line or two.
    let skipped = if head > 2 { head } else { 0 };
    let units = some.split_inclusive('\n').skip(skipped);
    units.take(lines).collect()
}

/// Whether a work can be written in this form piece by piece: nothing in it needs the whole texts, or rows to change
/// places.
pub fn flows(format: Format, options: &Options) -> bool {
    let needs_texts = matches!(
        format,
        Format::Html | Format::Docx | Format::Tei | Format::Xces
    );
    !needs_texts && !options.paragraphs && options.order == UnitOrder::Document
}

/// [`write()`] of a work that comes in `pieces`, see [`flows`]; `work` says what is known of all its pairs.
///
/// # Errors
/// What `out` says.
pub fn write_pieces(
    work: ExportedWork,
    pieces: &mut dyn Iterator<Item = Chunk>,
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    debug_assert!(flows(format, options));
    let source = options.source.unwrap_or(work.source);
    let units = units_of_pieces(pieces, source, format, options);
    write_units(&[work], units, format, options, Path::new("pairs"), out)
}

/// The works as `options` have them told.
fn told<'w, 'a>(works: &'w [ExportedWork<'a>], options: &Options) -> Cow<'w, [ExportedWork<'a>]> {
    if !options.plain && options.source.is_none() && !options.mask {
        return Cow::Borrowed(works);
    }
    let told = |work: &ExportedWork<'a>| {
        let mut work = if options.plain {
            work.plain()
        } else {
            work.clone()
        };
        work.source = options.source.unwrap_or(work.source);
        work.is_masked |= options.mask;
        work
    };
    works.iter().map(told).collect()
}

/// The language that the first of `works` was translated from, where a file can say only one.
fn source_of(works: &[ExportedWork]) -> Lang {
    works.first().map_or(Lang::En, |work| work.source)
}

fn write_up_to(
    works: &[ExportedWork],
    format: Format,
    options: &Options,
    path: &Path,
    most: usize,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let units = units(works, format, options).take(most);
    write_units(works, units, format, options, path, out)
}

fn write_units<'a>(
    works: &[ExportedWork],
    units: impl Iterator<Item = TranslationUnit<'a>>,
    format: Format,
    options: &Options,
    path: &Path,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let works = &told(works, options);
    let source = source_of(works);
    match format {
        Format::Tmx => tmx::write(works, units, options, out),
        Format::Xliff12 => xliff::write(xliff::Version::One, works, units, options, out),
        Format::Xliff21 => xliff::write(xliff::Version::Two, works, units, options, out),
        Format::Tei => standoff::write(
            standoff::Form::InterText,
            works,
            &text_names(path),
            units,
            out,
        ),
        Format::Xces => standoff::write(standoff::Form::Xces, works, &text_names(path), units, out),
        Format::Tsv => delimited::write_tsv(&Table::of(works, source, options), units, out),
        Format::Csv => delimited::write_csv(
            &Table::of(works, source, options),
            options.spreadsheet_safe,
            units,
            out,
        ),
        Format::Xlsx => xlsx::write(&Table::of(works, source, options), units, out),
        Format::Docx => word::write(works, source, units, options, out),
        Format::Parquet => parquet::write(&Table::of(works, Lang::En, options), units, out),
        Format::Jsonl => jsonl::write(works, units, options.quality, out),
        Format::Moses(lang) => moses::write(lang, units, out),
        Format::Markdown => markdown::write(source, units, out),
        Format::Html => html::write(works, units, options.report, out),
        Format::Po | Format::Sdltm => {
            let what = format.what();
            Err(io::Error::other(format!("{what} is read, not written")))
        }
    }
}
