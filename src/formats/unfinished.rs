//! Files that are there only while something is being done: they go when it ends, however it ends.
//!
//! What is being written lies under a short name of its own beside the file it is to become. Done or failed, it is
//! taken away by who made it; a signal takes away what [`remove_all`] finds; and what a crash left behind goes when
//! Jjak next writes in that folder.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::NamedTempFile;

const PREFIX: &str = ".jjak-";
const SUFFIX: &str = ".part";
/// A file that was written to within this time is somebody's who has not locked it yet.
const FRESH: Duration = Duration::from_secs(60);

/// The files of this process that are to go, and the folders that were seen to.
static OPEN: Mutex<Open> = Mutex::new(Open {
    files: BTreeSet::new(),
    swept: BTreeSet::new(),
});

struct Open {
    files: BTreeSet<PathBuf>,
    swept: BTreeSet<PathBuf>,
}

fn open() -> MutexGuard<'static, Open> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file on the list of those that a signal takes away; off it when this is dropped.
#[derive(Debug)]
pub(crate) struct Listed(PathBuf);

impl Listed {
    pub(crate) fn new(path: PathBuf) -> Listed {
        open().files.insert(path.clone());
        Listed(path)
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        open().files.remove(&self.0);
    }
}

/// A file on its way to take the place of another.
pub(super) struct Unfinished {
    pub file: NamedTempFile,
    _listed: Listed,
}

impl Unfinished {
    /// A new one in `folder`, which is rid of what crashes left there.
    pub(crate) fn new(folder: &Path) -> io::Result<Unfinished> {
        sweep_once(folder);
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(8);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder)?;
        let listed = Listed::new(file.path().to_owned());
        // Says that it is in use. Where nothing can be locked its age has to say so.
        let _ = file.as_file().try_lock();
        Ok(Unfinished {
            file,
            _listed: listed,
        })
    }

    /// Puts it, flushed to disk, in the place of `target`.
    pub(crate) fn finish(self, target: &Path) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(target).map_err(|error| error.error)?;
        if let Some(folder) = target.parent() {
            sync_folder(folder);
        }
        Ok(())
    }
}

/// Has the names in `folder` reach the disk. That some systems cannot is no fault: the content has.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) {}

/// Removes what this process has not finished; for when a signal ends it.
pub fn remove_all() {
    for path in &open().files {
        // Nothing more can be done about one that stays.
        let _ = fs::remove_file(path);
    }
}

fn sweep_once(folder: &Path) {
    if open().swept.insert(folder.to_owned()) {
        sweep(folder);
    }
}

/// Removes what processes that are no more left unfinished in `folder`.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name
            .to_str()
            .is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if is_ours && is_left_behind(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_left_behind(path: &Path) -> bool {
    let is_old = |file: &File| {
        let changed = file.metadata().and_then(|file| file.modified());
        changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age > FRESH))
    };
    File::open(path).is_ok_and(|file| file.try_lock().is_ok() && is_old(&file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn what_a_crash_left_goes_and_what_is_in_use_or_not_ours_stays() {
        let folder = tempfile::tempdir().unwrap();
        let old = SystemTime::now() - 2 * FRESH;
        let make = |name: &str, time| {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(time).unwrap();
            file
        };
        make(".jjak-left.part", old);
        make(".jjak-new.part", SystemTime::now());
        make("corpus.part", old);
        let used = make(".jjak-used.part", old);
        used.lock().unwrap();
        sweep(folder.path());
        let left = fs::read_dir(folder.path()).unwrap();
        let mut left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".jjak-new.part", ".jjak-used.part", "corpus.part"]);
    }
}
