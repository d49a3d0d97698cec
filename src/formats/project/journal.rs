//! The open project file: every edit is in it before the screen shows it.

use super::claim::{Claim, put, unwritable};
use super::format::{Line, Loaded, read};
use super::lock::Lock;
use super::{Damage, Project, ProjectError, VERSION};
use crate::clock;
use crate::whole_file::{copy_beside, keep_beside};
use jjak_core::bitext::Edit;
use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A project file that is open for appending, and locked.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// How long the file is as far as we wrote it.
    length: u64,
    /// The format's version that it is written in.
    version: u32,
    /// How many lines there are, with those that could not be written yet.
    lines: u64,
    /// Lines that could not be written yet; they go out with the next.
    pending: Vec<u8>,
    _lock: Lock,
}

impl Journal {
    /// Writes `project` to a new file, or over one that holds nobody's work; a [`Claim`] can replace that as well.
    ///
    /// # Errors
    /// [`ProjectError`]; what stood at `path` before is then untouched.
    pub fn create(path: &Path, project: &Project) -> Result<Journal, ProjectError> {
        Ok(Claim::new(path, false)?.begin(project)?.0)
    }

    /// Opens a project to go on with it. A cut or damaged end is taken off the file; a damaged one stays beside it as it
    /// was, under a name that no file had.
    ///
    /// # Errors
    /// [`ProjectError`]; [`ProjectError::Locked`] and `Unwritable` leave the way through
    /// [`read`](super::read) open.
    pub fn open(path: &Path) -> Result<(Journal, Loaded), ProjectError> {
        if !path.exists() {
            return Err(ProjectError::Missing { path: path.into() });
        }
        let lock = Lock::take(path)?;
        let loaded = read(path)?;
        if let Some(Damage { lines, .. }) = loaded.damage {
            let cut = || {
                if lines > 0 {
                    copy_beside(path, "damaged")?;
                }
                OpenOptions::new()
                    .write(true)
                    .open(path)?
                    .set_len(loaded.sound)
            };
            cut().map_err(|source| unwritable(path, source))?;
        }
        let version = loaded.project.about.version;
        let journal = Journal::appending(path, version, loaded.lines, lock)?;
        Ok((journal, loaded))
    }

    pub(super) fn appending(
        path: &Path,
        version: u32,
        lines: u64,
        lock: Lock,
    ) -> Result<Journal, ProjectError> {
        let file = OpenOptions::new()
            .append(true)
            .open(path)
            .map_err(|source| unwritable(path, source))?;
        let length = file
            .metadata()
            .map_err(|source| unwritable(path, source))?
            .len();
        Ok(Journal {
            path: path.into(),
            file,
            length,
            version,
            lines,
            pending: Vec::new(),
            _lock: lock,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends an edit that was done.
    ///
    /// # Errors
    /// [`ProjectError`]; the edit is then kept in memory and written with the next, or by [`Journal::save`].
    pub fn edit(&mut self, edit: &Edit) -> Result<(), ProjectError> {
        self.append(&Line::Edit {
            at: clock::now(),
            edit: Cow::Borrowed(edit),
        })
    }

    /// Appends that the last edit was taken back.
    ///
    /// # Errors
    /// As [`Journal::edit`].
    pub fn undo(&mut self) -> Result<(), ProjectError> {
        self.append(&Line::Undo { at: clock::now() })
    }

    /// Appends that the edit undone last was done again.
    ///
    /// # Errors
    /// As [`Journal::edit`].
    pub fn redo(&mut self) -> Result<(), ProjectError> {
        self.append(&Line::Redo { at: clock::now() })
    }

    fn append(&mut self, line: &Line) -> Result<(), ProjectError> {
        let before = self.pending.len();
        let put = line.write(self.version, self.lines + 1, &mut self.pending);
        put.map_err(|source| {
            self.pending.truncate(before);
            unwritable(&self.path, source)
        })?;
        self.lines += 1;
        if !self.is_ours() {
            return Err(self.changed());
        }
        let written = self
            .file
            .write_all(&self.pending)
            .and_then(|()| self.file.sync_data());
        match written {
            Ok(()) => {
                self.length += self.pending.len() as u64;
                self.pending.clear();
                Ok(())
            }
            Err(source) => {
                // A part of it may have been written, which would leave the next line unreadable.
                let _ = self.file.set_len(self.length);
                Err(unwritable(&self.path, source))
            }
        }
    }

    fn changed(&self) -> ProjectError {
        ProjectError::Changed {
            path: self.path.clone(),
        }
    }

    /// Whether the file at our path is still the one we write to, as we left it.
    fn is_ours(&self) -> bool {
        let there = fs::metadata(&self.path);
        there.is_ok_and(|there| there.len() == self.length && same_file(&there, &self.file))
    }

    /// Folds the journal into the project: writes the file anew, as a whole. Gives the name under which a file of an
    /// earlier format stays as it was.
    ///
    /// # Errors
    /// [`ProjectError`]; the file is then as it was. `Changed` if another program has put a file of its own there; one
    /// that was only removed is written again.
    pub fn save(&mut self, project: &Project) -> Result<Option<PathBuf>, ProjectError> {
        if self.path.exists() && !self.is_ours() {
            return Err(self.changed());
        }
        let is_older = self.version < VERSION && self.path.exists();
        let kept = is_older.then(|| keep_beside(&self.path)).transpose();
        let kept = kept.map_err(|source| unwritable(&self.path, source))?;
        self.lines = put(&self.path, project).inspect_err(|_| {
            // What it is a second name of is still there.
            let _ = kept.as_ref().map(fs::remove_file);
        })?;
        self.version = VERSION;
        let reopened = || {
            let file = OpenOptions::new().append(true).open(&self.path)?;
            let length = file.metadata()?.len();
            Ok((file, length))
        };
        (self.file, self.length) = reopened().map_err(|source| unwritable(&self.path, source))?;
        self.pending.clear();
        Ok(kept)
    }

    /// Removes the file: the work in it is not wanted.
    ///
    /// # Errors
    /// [`ProjectError::Unwritable`].
    pub fn discard(self) -> Result<(), ProjectError> {
        fs::remove_file(&self.path).map_err(|source| unwritable(&self.path, source))
    }
}

#[cfg(unix)]
fn same_file(there: &fs::Metadata, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.metadata()
        .is_ok_and(|ours| (ours.dev(), ours.ino()) == (there.dev(), there.ino()))
}

#[cfg(not(unix))]
fn same_file(_there: &fs::Metadata, _file: &File) -> bool {
    true
}
