//! Files of pairs on disk, opened as work to go on with.

use super::place::{Form, text_beside};
use super::{
    Aligned, AlignedError, AlignedWarning, Columns, Kind, MAX_ALIGNED_BYTES, read, read_ladder,
    read_pair, read_standoff, texts_of,
};
use crate::bitext::Bitext;
use crate::import::{self, Imported, Original, Originals};
use crate::project::Project;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of pairs cannot be opened. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum PairsError {
    #[error(
        "{}: which format? A file of pairs ends in .tmx, .xlf, .tsv, .csv, .jsonl, .po, .tei, .xces or .jjak",
        path.display()
    )]
    UnknownFormat { path: PathBuf },
    #[error("{}: cannot be read ({source}); check the name and the folder", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: {source}", path.display())]
    Bad { path: PathBuf, source: AlignedError },
}

/// Opens a file of pairs, with those beside it that belong to it. Its bytes are kept as the English original, unless
/// each side is a file of its own.
///
/// # Errors
/// [`PairsError`].
pub fn open(
    path: &Path,
    columns: Option<&Columns>,
) -> Result<(Project, Vec<AlignedWarning>), PairsError> {
    let form = Form::of(path).or_else(|| is_table(path).then_some(Form::One(Kind::Tsv)));
    let form = form.ok_or_else(|| match path.exists() {
        true => PairsError::UnknownFormat { path: path.into() },
        false => PairsError::Unreadable {
            path: path.into(),
            source: io::ErrorKind::NotFound.into(),
        },
    })?;
    let kind = match form {
        Form::Moses([en, ko]) => return open_pair(&en, &ko),
        Form::Standoff => None,
        Form::One(kind) => Some(kind),
    };
    let bytes = bytes(path)?;
    let aligned = match kind {
        Some(kind) => read(&bytes, kind, columns).map_err(|source| bad(path, source))?,
        None => standoff(path, &bytes)?,
    };
    let originals = Originals {
        en: Original::from(&bytes[..]),
        ko: Original::default(),
    };
    Ok(project(path, aligned, originals))
}

/// Opens two columns of a table as texts to align anew, English first: a cell is a paragraph.
///
/// # Errors
/// [`PairsError`].
pub fn open_texts(path: &Path, columns: &Columns) -> Result<(Imported, Imported), PairsError> {
    let (project, _) = open(path, Some(columns))?;
    let Bitext { en, ko, .. } = project.bitext;
    let [en, ko] = [en.article, ko.article].map(|column| {
        let mut text = import::from_text(column.text);
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
    is_text && bytes(path).is_ok_and(|bytes| bytes.contains(&b'\t'))
}

fn standoff(path: &Path, alignment: &[u8]) -> Result<Aligned, PairsError> {
    let names = texts_of(alignment).map_err(|source| bad(path, source))?;
    let mut texts = Vec::with_capacity(names.len());
    let mut size = alignment.len();
    for name in &names {
        let text = text_beside(path, name)?;
        let bytes = bytes(&text)?;
        size += bytes.len();
        if size > MAX_ALIGNED_BYTES {
            return Err(bad(path, AlignedError::TooLarge));
        }
        texts.push(bytes);
    }
    read_standoff(alignment, &texts).map_err(|source| bad(path, source))
}

/// Opens two files of one sentence a line.
///
/// # Errors
/// [`PairsError`].
pub fn open_pair(en: &Path, ko: &Path) -> Result<(Project, Vec<AlignedWarning>), PairsError> {
    let (en_bytes, ko_bytes) = (bytes(en)?, bytes(ko)?);
    let aligned = read_pair(&en_bytes, &ko_bytes).map_err(|source| bad(en, source))?;
    Ok(project(en, aligned, originals(&en_bytes, &ko_bytes)))
}

/// Opens two files of one sentence a line, paired by a ladder of hunalign's.
///
/// # Errors
/// [`PairsError`].
pub fn open_ladder(
    en: &Path,
    ko: &Path,
    ladder: &Path,
) -> Result<(Project, Vec<AlignedWarning>), PairsError> {
    let (en_bytes, ko_bytes) = (bytes(en)?, bytes(ko)?);
    let aligned = read_ladder(&bytes(ladder)?, &en_bytes, &ko_bytes);
    let aligned = aligned.map_err(|source| bad(ladder, source))?;
    Ok(project(en, aligned, originals(&en_bytes, &ko_bytes)))
}

fn originals(en: &[u8], ko: &[u8]) -> Originals {
    Originals {
        en: Original::from(en),
        ko: Original::from(ko),
    }
}

fn project(
    path: &Path,
    mut aligned: Aligned,
    originals: Originals,
) -> (Project, Vec<AlignedWarning>) {
    let warnings = std::mem::take(&mut aligned.warnings);
    for provenance in &mut aligned.provenance {
        provenance.file.get_or_insert_with(|| path.into());
    }
    let labels = std::mem::take(&mut aligned.labels);
    let mut project = Project::new(originals, aligned.into_bitext(), true);
    project.about.labels = labels;
    (project, warnings)
}

pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, PairsError> {
    let unreadable = |source| PairsError::Unreadable {
        path: path.into(),
        source,
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_ALIGNED_BYTES as u64 {
        return Err(bad(path, AlignedError::TooLarge));
    }
    fs::read(path).map_err(unreadable)
}

pub(super) fn bad(path: &Path, source: AlignedError) -> PairsError {
    PairsError::Bad {
        path: path.into(),
        source,
    }
}
