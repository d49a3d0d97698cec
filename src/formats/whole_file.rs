//! Writing so that a file is whole or as it was before.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file could not be written; what stood there before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("{}: there is no folder {}; make it first or choose another place", path.display(), folder.display())]
    NoFolder { path: PathBuf, folder: PathBuf },
    #[error("{}: this is a folder; give a file name in it", path.display())]
    IsFolder { path: PathBuf },
    #[error("{}: cannot be written ({source}); choose another place or close the program that holds it", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("{}: {source}", path.display())]
    Unfit { path: PathBuf, source: io::Error },
}

/// What is to be written does not fit the format; `why` says what to do.
pub(crate) fn unfit(why: String) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, why)
}

/// Writes a file by way of a temporary one beside it. Devices and pipes are written to as they are.
///
/// # Errors
/// [`WriteError`], which names `path`.
pub fn write_file<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> Result<T, WriteError> {
    let unwritable = |source: io::Error| match source.get_ref() {
        Some(_) if source.kind() == io::ErrorKind::FileTooLarge => WriteError::Unfit {
            path: path.into(),
            source,
        },
        _ => WriteError::Unwritable {
            path: path.into(),
            source,
        },
    };
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    let before = fs::metadata(&target).ok();
    match &before {
        Some(there) if there.is_dir() => {
            return Err(WriteError::IsFolder { path: path.into() });
        }
        Some(there) if there.is_file() => {
            OpenOptions::new()
                .write(true)
                .open(&target)
                .map_err(unwritable)?;
        }
        Some(_) => {
            let file = OpenOptions::new()
                .write(true)
                .open(&target)
                .map_err(unwritable)?;
            return write_through(file, write)
                .map(|(_, done)| done)
                .map_err(unwritable);
        }
        None => {}
    }
    let (Some(folder), Some(name)) = (folder_of(&target), target.file_name()) else {
        return Err(WriteError::IsFolder { path: path.into() });
    };
    if !folder.is_dir() {
        return Err(WriteError::NoFolder {
            path: path.into(),
            folder: folder.into(),
        });
    }
    let mut temporary_name = name.to_owned();
    temporary_name.push(format!(".{}.part", std::process::id()));
    let temporary = folder.join(temporary_name);
    let replace = || {
        let (file, done) = write_through(File::create(&temporary)?, write)?;
        if let Some(before) = before {
            file.set_permissions(before.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&temporary, &target)?;
        Ok(done)
    };
    replace().map_err(|source| {
        // Nothing more can be said if even this fails.
        let _ = fs::remove_file(&temporary);
        unwritable(source)
    })
}

/// The folder a file is or will be in; `None` for a path that can be no file.
fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().map(|folder| {
        if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        }
    })
}

fn write_through<T>(
    file: File,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> io::Result<(File, T)> {
    let mut out = BufWriter::new(file);
    let done = write(&mut out)?;
    let file = out.into_inner().map_err(|error| error.into_error())?;
    Ok((file, done))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("corpus.tsv");
        write_file(&path, |out| out.write_all(b"before")).unwrap();
        let error = write_file(&path, |out| {
            out.write_all(b"half")?;
            Err::<(), _>(io::Error::other("disk full"))
        });
        assert!(error.unwrap_err().to_string().contains("disk full"));
        assert_eq!(fs::read(&path).unwrap(), b"before");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        write_file(&path, |out| out.write_all(b"after")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"after");
    }

    #[test]
    fn what_can_be_no_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &Path| write_file(path, |_| Ok(())).unwrap_err();
        assert!(matches!(write(folder.path()), WriteError::IsFolder { .. }));
        assert!(matches!(
            write(&folder.path().join("no/such.tmx")),
            WriteError::NoFolder { .. }
        ));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_file(&link, |out| out.write_all(b"new")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
