//! One window at a time: a file beside the project that says who has it open.

use super::ProjectError;
use crate::unfinished::Listed;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Held as long as the project is open. The system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    _file: File,
    _listed: Listed,
}

impl Lock {
    /// # Errors
    /// [`ProjectError::Locked`] with who holds it; `Unwritable` where no file can be made.
    pub(crate) fn take(project: &Path) -> Result<Lock, ProjectError> {
        let path = beside(project);
        let unwritable = |source| ProjectError::Unwritable {
            path: project.into(),
            source,
        };
        loop {
            let mut file = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
                .map_err(unwritable)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let mut who = String::new();
                    // Whoever holds it may not have signed yet.
                    let _ = file.take(200).read_to_string(&mut who);
                    let who = match who.trim() {
                        "" => SOMEBODY,
                        who => who,
                    };
                    return Err(ProjectError::Locked {
                        path: project.into(),
                        who: who.to_owned(),
                    });
                }
                Err(TryLockError::Error(source)) => return Err(unwritable(source)),
            }
            // Whoever held it before may have removed the file between our opening and our locking it.
            if !is_at(&file, &path) {
                continue;
            }
            // It is held without a name in it, too, as on a full disk.
            let _ = file
                .set_len(0)
                .and_then(|()| file.rewind())
                .and_then(|()| writeln!(file, "{}", who()));
            return Ok(Lock {
                _listed: Listed::new(path.clone()),
                path,
                _file: file,
            });
        }
    }

    /// Whether somebody has `project` open.
    pub(super) fn is_taken(project: &Path) -> bool {
        let file = OpenOptions::new().write(true).open(beside(project));
        file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only tidiness: an unlocked file locks nobody out.
        let _ = fs::remove_file(&self.path);
    }
}

/// The longest name of a project that fits with what the lock's name adds to it.
const MAX_NAME_BYTES: usize = 255 - ".".len() - ".lock".len();

fn beside(project: &Path) -> PathBuf {
    // Whatever name it is opened by, it is one project.
    let project = fs::canonicalize(project).unwrap_or_else(|_| project.into());
    let name = project.file_name().unwrap_or_default();
    let mut lock = OsString::from(".");
    if name.len() > MAX_NAME_BYTES {
        lock.push(format!(
            "jjak-{:08x}",
            crc32fast::hash(name.as_encoded_bytes())
        ))
    } else {
        lock.push(name)
    }
    lock.push(".lock");
    project.with_file_name(lock)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

const SOMEBODY: &str = "somebody";

fn who() -> String {
    let user = ["USER", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .unwrap_or_else(|| SOMEBODY.into());
    let since = jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M");
    format!("{user}, process {}, since {since} UTC", std::process::id())
}
