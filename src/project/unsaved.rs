//! Pairs that were never saved under a name: their files lie in the program's own folder, so that a crash loses
//! nothing.

use super::lock::Lock;
use super::{EXTENSION, Loaded, read};
use etcetera::BaseStrategy;
use std::fs;
use std::path::{Path, PathBuf};

/// A pair that was left open when the program ended.
#[derive(Debug)]
pub struct Unsaved {
    pub path: PathBuf,
    pub loaded: Loaded,
}

/// A new place for a pair without a name; `None` where there is no home folder or it cannot be written to.
pub fn place() -> Option<PathBuf> {
    let folder = folder()?;
    fs::create_dir_all(&folder).ok()?;
    let now = jiff::Timestamp::now().as_nanosecond();
    Some(folder.join(format!("{now}-{}.{EXTENSION}", std::process::id())))
}

/// What earlier runs left behind and no running window has open, the newest first. A pair that nobody edited is no
/// loss and not listed.
pub fn list() -> Vec<Unsaved> {
    folder().map_or_else(Vec::new, |folder| list_in(&folder))
}

fn list_in(folder: &Path) -> Vec<Unsaved> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Unsaved> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == EXTENSION)
        })
        .filter(|path| !Lock::is_taken(path))
        .filter_map(|path| {
            let loaded = read(&path).ok()?;
            let edited = loaded.journaled > 0 || !loaded.project.history.is_empty();
            edited.then_some(Unsaved { path, loaded })
        })
        .collect();
    found.sort_by_key(|unsaved| std::cmp::Reverse(unsaved.loaded.last));
    found
}

fn folder() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.data_dir().join("jjak").join("unsaved"))
}
