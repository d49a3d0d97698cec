//! Pairs that were never saved under a name: their files lie in the program's own folder, so that a crash loses
//! nothing.

use super::lock::Lock;
use super::{EXTENSION, read};
use etcetera::BaseStrategy;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};

/// A pair that was open when the program ended unasked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    pub path: PathBuf,
    pub title: String,
    /// How many edits are in force.
    pub edits: usize,
    /// When the last one was made.
    pub last: Option<Timestamp>,
}

/// The program's folder for them; `None` where there is no home folder.
pub fn folder() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.data_dir().join("jjak").join("unsaved"))
}

/// A new place in `folder`, which is made if need be.
///
/// # Errors
/// What the system says of the folder.
pub fn place(folder: &Path) -> std::io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let now = Timestamp::now().as_nanosecond();
    Ok(folder.join(format!("{now}-{}.{EXTENSION}", std::process::id())))
}

/// What earlier runs left in `folder` and no running window has open, the newest first. A pair that nobody edited is
/// no loss and not listed.
pub fn list(folder: &Path) -> Vec<Unsaved> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Unsaved> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == EXTENSION))
        .filter(|path| !Lock::is_taken(path))
        .filter_map(|path| {
            let loaded = read(&path).ok()?;
            let edits = loaded.project.history.len();
            (edits > 0).then(|| Unsaved {
                title: loaded.project.title(),
                path,
                edits,
                last: loaded.last,
            })
        })
        .collect();
    found.sort_by_key(|unsaved| Reverse(unsaved.last));
    found
}
