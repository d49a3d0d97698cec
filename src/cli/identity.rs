//! Which file a path leads to, so that one file under two names is seen to be one.

use std::fs;
use std::path::{Path, PathBuf};

/// Longest chain of links that are followed to a file that is not there yet.
const MAX_LINKS: usize = 32;

/// A file, whether it is there already or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// Device and number: the same for all names of a file.
    Inode(u64, u64),
    Path(PathBuf),
}

impl Identity {
    /// The file at `path`; `None` for what is no regular file, such as a pipe or `/dev/null`.
    pub(crate) fn of(path: &Path) -> Option<Identity> {
        match fs::metadata(path) {
            Ok(there) if there.is_file() => Some(Identity::of_file(path, &there)),
            Ok(_) => None,
            Err(_) => Some(Identity::Path(future(path))),
        }
    }

    #[cfg(unix)]
    fn of_file(_path: &Path, there: &fs::Metadata) -> Identity {
        use std::os::unix::fs::MetadataExt;
        Identity::Inode(there.dev(), there.ino())
    }

    #[cfg(not(unix))]
    fn of_file(path: &Path, _there: &fs::Metadata) -> Identity {
        Identity::Path(fs::canonicalize(path).unwrap_or_else(|_| path.into()))
    }
}

/// Where a file will be that is written at `path`: through links that lead nowhere yet, and by its folder's one name.
fn future(path: &Path) -> PathBuf {
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = path.parent().unwrap_or(Path::new("")).join(to),
            Err(_) => break,
        }
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match (fs::canonicalize(folder), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}
