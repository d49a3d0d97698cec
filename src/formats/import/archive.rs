//! Files in a zip archive, by names such as `pages.zip/news/a.html`.

use super::{Fault, ImportError, limits};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Component, Path, PathBuf};
use zip::ZipArchive;

/// Most files of one archive.
pub const MAX_MEMBERS: usize = 200_000;

/// The archive that `path` leads into, and the name within it. A file of that very name is no member.
pub fn split(path: &Path) -> Option<(PathBuf, String)> {
    let archive = path.ancestors().skip(1).find(|above| is_archive(above))?;
    let inner = path.strip_prefix(archive).ok()?;
    let names: Option<Vec<&str>> = inner
        .components()
        .map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    Some((archive.to_owned(), names?.join("/")))
}

/// Whether `path` is a zip archive on disk, by its name. Documents that are zipped inside have names of their own.
pub fn is_archive(path: &Path) -> bool {
    let is_zip = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    is_zip && path.is_file()
}

/// The paths of the files in an archive, in order of their names.
///
/// # Errors
/// [`ImportError`], if it cannot be read.
pub fn members(archive: &Path) -> Result<Vec<PathBuf>, ImportError> {
    let zip = open(archive)?;
    if zip.len() > MAX_MEMBERS {
        return Err(ImportError::Document {
            path: archive.into(),
            fault: Fault::OverLimit {
                what: "it is packed of",
                limit: MAX_MEMBERS as u64,
                unit: "files",
                name: "MAX_MEMBERS",
            },
        });
    }
    let names = zip.file_names_raw().map(decoded);
    let mut members: Vec<PathBuf> = names
        .filter(|name| !name.ends_with('/') && is_within(name))
        .map(|name| archive.join(name))
        .collect();
    members.sort();
    Ok(members)
}

/// What `member` of an archive holds.
pub(super) fn bytes(archive: &Path, member: &str, path: &Path) -> Result<Vec<u8>, ImportError> {
    let mut zip = open(archive)?;
    let at = zip
        .file_names_raw()
        .position(|name| decoded(name) == member);
    let Some(at) = at else {
        return Err(ImportError::Missing { path: path.into() });
    };
    let damaged = |why: String| ImportError::Document {
        path: path.into(),
        fault: Fault::damaged("its archive", why),
    };
    let file = zip
        .by_index(at)
        .map_err(|error| damaged(error.to_string()))?;
    let mut bytes = Vec::new();
    // What a header promises is not believed.
    file.take(limits::MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| damaged(error.to_string()))?;
    Ok(bytes)
}

fn open(archive: &Path) -> Result<ZipArchive<BufReader<File>>, ImportError> {
    let file = File::open(archive).map_err(|source| ImportError::Unreadable {
        path: archive.into(),
        source,
    })?;
    ZipArchive::new(BufReader::new(file)).map_err(|error| ImportError::Document {
        path: archive.into(),
        fault: Fault::damaged("its zip directory", error),
    })
}

/// Old archives of Korean systems have names in CP949.
fn decoded(name: &[u8]) -> String {
    match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::EUC_KR.decode(name).0.into_owned(),
    }
}

/// Whether a name stays below the archive's own.
fn is_within(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    !name.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}
