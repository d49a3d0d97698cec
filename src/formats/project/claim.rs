//! A place that a project goes to as a whole, and what may not be lost there.

use super::format::write_in;
use super::lock::Lock;
use super::{Journal, Project, ProjectError, VERSION, read};
use crate::whole_file::{keep_beside, write_file};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A place for a project: locked, so that no window has it open, and seen to hold no work of a person's that is to
/// stay.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    /// The project that is there and may be replaced, but not lost.
    before: Option<Box<Project>>,
    /// What is there may not be lost, whatever it is.
    is_kept: bool,
    /// Devices have none.
    lock: Option<Lock>,
}

impl Claim {
    /// Claims `path` until this is dropped. Where a person's work is, or a file that cannot be told to be none, only
    /// if it is to be `replaced`; it then stays beside under another name.
    ///
    /// # Errors
    /// [`ProjectError`]: `Holds` work, `Locked` by a window, or nothing can be written there.
    pub fn new(path: &Path, replaced: bool) -> Result<Claim, ProjectError> {
        let mut claim = Claim {
            path: path.into(),
            before: None,
            is_kept: false,
            lock: None,
        };
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => {
                let source = io::ErrorKind::IsADirectory.into();
                return Err(unwritable(path, source));
            }
            // A device or a pipe holds nothing.
            Ok(there) if !there.is_file() => return Ok(claim),
            _ => {}
        }
        claim.lock = Some(Lock::take(path)?);
        let held = match read(path) {
            Err(ProjectError::Missing { .. }) => None,
            Ok(loaded) if loaded.damage.as_ref().is_some_and(|end| end.lines > 0) => {
                claim.is_kept = true;
                Some("a part of it is damaged".to_owned())
            }
            Ok(loaded) => {
                let labour = loaded.project.labour();
                claim.before = (!labour.is_none()).then(|| Box::new(loaded.project));
                claim.before.is_some().then(|| labour.to_string())
            }
            Err(_) if fs::metadata(path).is_ok_and(|there| there.len() == 0) => None,
            Err(error) => {
                claim.is_kept = true;
                Some(error.to_string())
            }
        };
        match held {
            Some(what) if !replaced => Err(ProjectError::Holds {
                path: path.into(),
                what,
            }),
            _ => Ok(claim),
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes `project` there; gives the name under which the work that was there stays, unless it is the same.
    ///
    /// # Errors
    /// [`ProjectError`]; what was there is then as it was.
    pub fn write(&self, project: &Project) -> Result<Option<PathBuf>, ProjectError> {
        Ok(self.put(project)?.1)
    }

    /// How many lines the file has, and the name under which the work that was there stays.
    fn put(&self, project: &Project) -> Result<(u64, Option<PathBuf>), ProjectError> {
        let is_same = |before: &Project| {
            (&before.bitext, &before.history) == (&project.bitext, &project.history)
        };
        let is_kept = self.is_kept || self.before.as_ref().is_some_and(|before| !is_same(before));
        let kept = if is_kept {
            Some(keep_beside(&self.path).map_err(|error| unwritable(&self.path, error))?)
        } else {
            None
        };
        let lines = put(&self.path, project).inspect_err(|_| {
            // What it is a second name of is still there.
            let _ = kept.as_ref().map(fs::remove_file);
        })?;
        Ok((lines, kept))
    }

    /// [`Claim::write`], to go on there: every edit is to be in the file from now on.
    ///
    /// # Errors
    /// As [`Claim::write`].
    pub fn begin(self, project: &Project) -> Result<(Journal, Option<PathBuf>), ProjectError> {
        let lock = match self.lock {
            Some(lock) => lock,
            None => Lock::take(&self.path)?,
        };
        let claim = Claim { lock: None, ..self };
        let (lines, kept) = claim.put(project)?;
        Ok((Journal::appending(&claim.path, VERSION, lines, lock)?, kept))
    }
}

/// Writes a project as a whole, or leaves what was there; gives how many lines the file has.
pub(super) fn put(path: &Path, project: &Project) -> Result<u64, ProjectError> {
    let folder = path.parent();
    let written = write_file(path, |out| write_in(folder, project, out));
    written.map_err(|error| unwritable(path, error.into()))
}

pub(super) fn unwritable(path: &Path, source: io::Error) -> ProjectError {
    ProjectError::Unwritable {
        path: path.into(),
        source,
    }
}
