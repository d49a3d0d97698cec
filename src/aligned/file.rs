//! Files of pairs on disk, opened as work to go on with.

use super::{Aligned, AlignedError, AlignedWarning, Kind, MAX_ALIGNED_BYTES, read, read_pair};
use crate::import::{Original, Originals};
use crate::project::Project;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of pairs cannot be opened. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum PairsError {
    #[error(
        "{}: which format? A file of pairs ends in .tmx, .tsv, .csv, .jsonl or .jjak",
        path.display()
    )]
    UnknownFormat { path: PathBuf },
    #[error("{}: cannot be read ({source}); check the name and the folder", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: {source}", path.display())]
    Bad { path: PathBuf, source: AlignedError },
}

/// Opens one file of pairs. Its bytes are kept as the English original.
///
/// # Errors
/// [`PairsError`].
pub fn open(path: &Path) -> Result<(Project, Vec<AlignedWarning>), PairsError> {
    let kind = Kind::of(path).ok_or_else(|| PairsError::UnknownFormat { path: path.into() })?;
    let bytes = bytes(path)?;
    let aligned = read(&bytes, kind).map_err(|source| bad(path, source))?;
    let originals = Originals {
        en: Original::from(&bytes[..]),
        ko: Original::default(),
    };
    Ok(project(path, aligned, originals))
}

/// Opens two files of one sentence a line.
///
/// # Errors
/// [`PairsError`].
pub fn open_pair(en: &Path, ko: &Path) -> Result<(Project, Vec<AlignedWarning>), PairsError> {
    let (en_bytes, ko_bytes) = (bytes(en)?, bytes(ko)?);
    let aligned = read_pair(&en_bytes, &ko_bytes).map_err(|source| bad(en, source))?;
    let originals = Originals {
        en: Original::from(&en_bytes[..]),
        ko: Original::from(&ko_bytes[..]),
    };
    Ok(project(en, aligned, originals))
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

fn bytes(path: &Path) -> Result<Vec<u8>, PairsError> {
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

fn bad(path: &Path, source: AlignedError) -> PairsError {
    PairsError::Bad {
        path: path.into(),
        source,
    }
}
