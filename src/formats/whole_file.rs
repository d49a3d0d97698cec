//! Writing so that a file is whole or as it was before.

use super::unfinished::{Unfinished, sync_folder};
use std::ffi::{OsStr, OsString};
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
    #[error("{}: leads to a file that is open already; give the file's own name, or - for standard output", path.display())]
    Descriptor { path: PathBuf },
    #[error("{}: cannot be written ({source}); {}", path.display(), advice(source))]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("{}: {source}", path.display())]
    Unfit { path: PathBuf, source: io::Error },
}

/// What the system said, for those who have words of their own around it.
impl From<WriteError> for io::Error {
    fn from(error: WriteError) -> io::Error {
        match error {
            WriteError::Unwritable { source, .. } | WriteError::Unfit { source, .. } => source,
            error @ WriteError::Descriptor { .. } => {
                io::Error::new(io::ErrorKind::InvalidInput, error.to_string())
            }
            WriteError::NoFolder { .. } => io::ErrorKind::NotFound.into(),
            WriteError::IsFolder { .. } => io::ErrorKind::IsADirectory.into(),
        }
    }
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
    // A link stays a link: what it points to is replaced, or made.
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(_) => followed(path).map_err(unwritable)?,
    };
    let before = fs::metadata(&target).ok();
    match &before {
        Some(there) if there.is_dir() => {
            return Err(WriteError::IsFolder { path: path.into() });
        }
        Some(there) if there.is_file() && is_descriptor(path) => {
            return Err(WriteError::Descriptor { path: path.into() });
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
    let (Some(folder), Some(_)) = (folder_of(&target), target.file_name()) else {
        return Err(WriteError::IsFolder { path: path.into() });
    };
    if !folder.is_dir() {
        return Err(WriteError::NoFolder {
            path: path.into(),
            folder: folder.into(),
        });
    }
    let replace = || {
        let mut unfinished = Unfinished::new(folder)?;
        let (_, done) = write_through(unfinished.file.as_file_mut(), write)?;
        if let Some(before) = before {
            let file = unfinished.file.as_file();
            file.set_permissions(before.permissions())?;
        }
        unfinished.finish(&target)?;
        Ok(done)
    };
    replace().map_err(unwritable)
}

/// Most links that lead from one to the next.
const MAX_LINKS: usize = 40;

/// Where a file will be that is written at `path`, through links that lead nowhere yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match (path.parent(), fs::read_link(&path)) {
            (Some(folder), Ok(to)) => path = folder.join(to),
            _ => return Ok(path),
        }
    }
    Err(io::Error::other("its links lead to each other"))
}

/// Whether `path` is a name of something that a process has open, such as `/dev/fd/3`. What is behind it is not to be
/// replaced: whoever opened it goes on writing to what was there.
fn is_descriptor(path: &Path) -> bool {
    let is_of_descriptors = |folder: &Path| {
        folder == Path::new("/dev/fd") || folder.starts_with("/proc") && folder.ends_with("fd")
    };
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        let folder = folder_of(&path).and_then(|folder| fs::canonicalize(folder).ok());
        if folder.as_deref().is_some_and(is_of_descriptors) {
            return true;
        }
        let (Some(folder), Ok(to)) = (folder, fs::read_link(&path)) else {
            break;
        };
        path = folder.join(to);
    }
    false
}

/// What to do about a file that the system does not let us write.
pub fn advice(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::InvalidFilename => "give it a shorter name, without unusual characters",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk, or choose another place"
        }
        io::ErrorKind::FileTooLarge => "the disk takes no file so large; choose another place",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "choose a place that you may write to"
        }
        io::ErrorKind::NotFound => "make its folder first, or choose another place",
        _ => "choose another place, or close the program that holds it",
    }
}

/// Longest file name that common file systems take, in bytes.
const MAX_NAME_BYTES: usize = 255;

/// Keeps the file `path` as it is under a name beside it that no file has yet, the first of `corpus.1.jjak`,
/// `corpus.2.jjak` ...; for when another is about to take its place. Gives that name.
///
/// # Errors
/// What the system says; nothing is then kept.
pub fn keep_beside(path: &Path) -> io::Result<PathBuf> {
    let target = fs::canonicalize(path)?;
    let end = |number: u32| {
        let mut end = OsString::from(format!(".{number}"));
        if let Some(extension) = target.extension() {
            end.push(".");
            end.push(extension);
        }
        end
    };
    let stem = target.file_stem().unwrap_or_default();
    first_free(&target, stem, 1, end, |kept| link(&target, kept))
}

/// Copies the file `path` to a name beside it that no file has yet, the first of `corpus.jjak.WHY`,
/// `corpus.jjak.WHY.1` ...; gives that name.
///
/// # Errors
/// What the system says; there is then no copy.
pub fn copy_beside(path: &Path, why: &str) -> io::Result<PathBuf> {
    let target = fs::canonicalize(path)?;
    let end = |number: u32| match number {
        0 => OsString::from(format!(".{why}")),
        _ => OsString::from(format!(".{why}.{number}")),
    };
    let name = target.file_name().unwrap_or_default();
    first_free(&target, name, 0, end, |kept| copy(&target, kept))
}

/// Has `make` make a file beside `path`: called `stem` and the first of the ends, from the one of this number on, with
/// which no file is there.
fn first_free(
    path: &Path,
    stem: &OsStr,
    from: u32,
    end: impl Fn(u32) -> OsString,
    make: impl Fn(&Path) -> io::Result<()>,
) -> io::Result<PathBuf> {
    for number in from.. {
        let end = end(number);
        // What is too long for a file name is left out.
        let most = MAX_NAME_BYTES.saturating_sub(end.len());
        let mut name = match stem.to_str() {
            Some(stem) => OsString::from(&stem[..stem.floor_char_boundary(most)]),
            None => stem.to_owned(),
        };
        name.push(end);
        let kept = path.with_file_name(name);
        match make(&kept) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(()) => {
                kept.parent().map(sync_folder);
                return Ok(kept);
            }
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Gives the file `path` the name `kept` as well, or a copy where the file system has no links.
fn link(path: &Path, kept: &Path) -> io::Result<()> {
    match fs::hard_link(path, kept) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy(path, kept),
        done => done,
    }
}

/// Copies a file to a name that must be free.
fn copy(path: &Path, to: &Path) -> io::Result<()> {
    let mut from = File::open(path)?;
    let mut copy = OpenOptions::new().write(true).create_new(true).open(to)?;
    let copied = io::copy(&mut from, &mut copy).and_then(|_| copy.sync_all());
    copied.inspect_err(|_| {
        let _ = fs::remove_file(to);
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

fn write_through<W: Write, T>(
    file: W,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> io::Result<(W, T)> {
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

    #[test]
    fn a_name_as_long_as_the_system_takes_can_be_written_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("\u{AC00}".repeat(83) + "ab.tmx");
        for content in ["one", "two"] {
            write_file(&path, |out| out.write_all(content.as_bytes())).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
        }
        let kept = keep_beside(&path).unwrap();
        assert_eq!(fs::read_to_string(kept).unwrap(), "two");
        let longer = folder.path().join("a".repeat(300));
        let message = write_file(&longer, |_| Ok(())).unwrap_err().to_string();
        assert!(message.contains("shorter name"), "{message}");
    }

    #[test]
    fn what_is_kept_never_replaces_what_was_kept_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("corpus.en.jjak");
        for content in ["one", "two", "three"] {
            write_file(&path, |out| out.write_all(content.as_bytes())).unwrap();
            keep_beside(&path).unwrap();
        }
        for (number, content) in [(1, "one"), (2, "two"), (3, "three")] {
            let kept = folder.path().join(format!("corpus.en.{number}.jjak"));
            assert_eq!(fs::read_to_string(kept).unwrap(), content);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_a_process_has_open_is_not_replaced() {
        use std::os::fd::AsRawFd;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        fs::write(&path, "before").unwrap();
        let open = File::open(&path).unwrap();
        let number = open.as_raw_fd();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(format!("/dev/fd/{number}"), &link).unwrap();
        for name in [
            format!("/dev/fd/{number}"),
            format!("/proc/self/fd/{number}"),
            format!("{}", link.display()),
        ] {
            let error = write_file(Path::new(&name), |_| Ok(())).unwrap_err();
            assert!(matches!(error, WriteError::Descriptor { .. }), "{error}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "before");
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
        // Also one that leads nowhere yet, as if its file had been there.
        fs::remove_file(&file).unwrap();
        write_file(&link, |out| out.write_all(b"made")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"made");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink(&link, &file).unwrap();
        let error = write_file(&link, |_| Ok(())).unwrap_err();
        assert!(matches!(error, WriteError::Unwritable { .. }), "{error}");
        assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
    }
}
