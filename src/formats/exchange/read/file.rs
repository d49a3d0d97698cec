//! Files of pairs on disk, opened as work to go on with.

use super::disk::{PairsError, bad, bytes, failed};
use super::place::{Form, text_beside};
use super::{
    BilingualError, BilingualFile, BilingualWarning, Columns, Format, MAX_CELL_BYTES, ReadOptions,
    read_from, read_standoff, texts_of,
};
use crate::exchange::pairs::source::{MAX_WHOLE_BYTES, Source};
use crate::exchange::{moses, read_ladder};
use crate::import::{self, Imported, Original, Originals};
use crate::project::Project;
use jjak_core::bitext::Bitext;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// What stays in memory beside the pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The files, byte for byte, for a project to keep.
    Originals,
    /// Nothing: the pairs only go on into another file.
    Pairs,
}

/// Opens a file of pairs, with those beside it that belong to it. Its bytes are kept as the English original, unless
/// each side is a file of its own.
///
/// # Errors
/// [`PairsError`].
pub fn open(
    path: &Path,
    columns: Option<&Columns>,
) -> Result<(Project, Vec<BilingualWarning>), PairsError> {
    open_keeping(Keep::Originals, path, columns)
}

/// [`open`], with a choice of what is kept.
///
/// # Errors
/// [`PairsError`].
pub fn open_keeping(
    keep: Keep,
    path: &Path,
    columns: Option<&Columns>,
) -> Result<(Project, Vec<BilingualWarning>), PairsError> {
    let reading = ReadOptions {
        columns,
        ..ReadOptions::default()
    };
    open_reading(keep, path, reading)
}

/// [`open_keeping`], with all choices there are.
///
/// # Errors
/// [`PairsError`].
pub fn open_reading(
    keep: Keep,
    path: &Path,
    reading: ReadOptions,
) -> Result<(Project, Vec<BilingualWarning>), PairsError> {
    let form = Form::of(path).or_else(|| is_table(path).then_some(Form::One(Format::Tsv)));
    let form = form.ok_or_else(|| {
        if path.exists() {
            PairsError::UnknownFormat { path: path.into() }
        } else {
            PairsError::Unreadable {
                path: path.into(),
                source: io::ErrorKind::NotFound.into(),
            }
        }
    })?;
    let mut originals = Originals::default();
    let aligned = match form {
        Form::Moses([en, ko]) => return open_pair(keep, &en, &ko),
        Form::Standoff => {
            originals.en = bytes(path)?.into();
            standoff(path, &originals.en.0)?
        }
        Form::One(format) => {
            originals.en = kept(keep, path)?;
            let source = source(path, &originals.en);
            read_from(&source, format, reading).map_err(|fault| failed(path, fault))?
        }
    };
    Ok(project(path, aligned, originals))
}

/// Opens two columns of a table as texts to align anew, English first: a cell is a paragraph.
///
/// # Errors
/// [`PairsError`].
pub fn open_texts(path: &Path, columns: &Columns) -> Result<(Imported, Imported), PairsError> {
    let (project, _) = open_keeping(Keep::Pairs, path, Some(columns))?;
    let Bitext { en, ko, .. } = project.bitext;
    let [en, ko] = [en, ko].map(|column| {
        let cells = column.segments.iter();
        let cells: Vec<_> = cells.map(|cell| column.text_of(cell)).collect();
        let mut text = import::from_text(cells.join("\n"));
        text.article.provenance.file = Some(path.into());
        text
    });
    Ok((en, ko))
}

/// Whether a `.txt` is a table. Who asks to open it as pairs knows best, so one tab is enough.
fn is_table(path: &Path) -> bool {
    let is_text = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("txt"));
    let mut head = Vec::new();
    is_text
        && File::open(path).is_ok_and(|file| {
            let read = file.take(MAX_CELL_BYTES as u64).read_to_end(&mut head);
            read.is_ok() && head.contains(&b'\t')
        })
}

fn standoff(path: &Path, alignment: &[u8]) -> Result<BilingualFile, PairsError> {
    let names = texts_of(alignment).map_err(|source| bad(path, source))?;
    let mut texts = Vec::with_capacity(names.len());
    let mut size = alignment.len() as u64;
    for name in &names {
        let text = text_beside(path, name)?;
        let bytes = bytes(&text)?;
        size += bytes.len() as u64;
        if size > MAX_WHOLE_BYTES {
            return Err(bad(path, BilingualError::TooLarge));
        }
        texts.push(bytes);
    }
    read_standoff(alignment, &texts).map_err(|source| bad(path, source))
}

/// Opens two files of one sentence a line.
///
/// # Errors
/// [`PairsError`].
pub fn open_pair(
    keep: Keep,
    en: &Path,
    ko: &Path,
) -> Result<(Project, Vec<BilingualWarning>), PairsError> {
    let originals = Originals {
        en: kept(keep, en)?,
        ko: kept(keep, ko)?,
    };
    let sources = (source(en, &originals.en), source(ko, &originals.ko));
    let aligned = moses::read(&sources.0, &sources.1).map_err(|fault| failed(en, fault))?;
    Ok(project(en, aligned, originals))
}

/// The original that is to be kept; nothing if it can be read from its file instead. A pipe is read only once.
fn kept(keep: Keep, path: &Path) -> Result<Original, PairsError> {
    match (keep, path.is_file()) {
        (Keep::Pairs, true) => Ok(Original::default()),
        (Keep::Originals, true) => {
            let fits = Source::File(path).fits();
            let original = fits.and_then(|()| Ok(Original::of_file(path)?));
            original.map_err(|fault| failed(path, fault))
        }
        (_, false) => Ok(bytes(path)?.into()),
    }
}

fn source<'a>(path: &'a Path, kept: &'a Original) -> Source<'a> {
    if kept.0.is_empty() {
        Source::File(path)
    } else {
        Source::Memory(&kept.0)
    }
}

/// Opens two files of one sentence a line, paired by a ladder of hunalign's.
///
/// # Errors
/// [`PairsError`].
pub fn open_ladder(
    en: &Path,
    ko: &Path,
    ladder: &Path,
) -> Result<(Project, Vec<BilingualWarning>), PairsError> {
    let (en_bytes, ko_bytes) = (bytes(en)?, bytes(ko)?);
    let aligned = read_ladder(&bytes(ladder)?, &en_bytes, &ko_bytes);
    let aligned = aligned.map_err(|source| bad(ladder, source))?;
    let originals = Originals {
        en: en_bytes.into(),
        ko: ko_bytes.into(),
    };
    Ok(project(en, aligned, originals))
}

pub(in crate::exchange) fn project(
    path: &Path,
    mut aligned: BilingualFile,
    originals: Originals,
) -> (Project, Vec<BilingualWarning>) {
    let warnings = std::mem::take(&mut aligned.warnings);
    for provenance in &mut aligned.provenance {
        provenance.file.get_or_insert_with(|| path.into());
    }
    let labels = std::mem::take(&mut aligned.labels);
    let mut project = Project::new(originals, aligned.into_bitext(), true);
    project.about.labels = labels;
    (project, warnings)
}
