//! From what was named to the texts that are meant: folders, lists, archives, books.

use jjak_formats::exchange::Format;
use jjak_formats::import::{archive, chapter, limits, part};
use jjak_formats::project;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Most texts of one collection.
pub const MAX_TEXTS: usize = 200_000;
/// A book is read whole to tell its chapters.
const BOOK: &str = "epub";

/// A text that was found, by the name that it can be read by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundText {
    pub name: PathBuf,
    /// Its place below what was named, for comparing names.
    pub below: PathBuf,
    /// Which of the arguments it is of.
    pub argument: usize,
}

/// What is named cannot be gone through.
#[derive(Debug, thiserror::Error)]
pub enum GatherError {
    #[error("{}: there is no such file or folder", path.display())]
    Missing { path: PathBuf },
    #[error("{}: cannot be read ({why})", path.display())]
    Unreadable { path: PathBuf, why: String },
    #[error("{}: more than {MAX_TEXTS} texts (MAX_TEXTS); match them in parts", path.display())]
    TooMany { path: PathBuf },
}

/// The texts that arguments name, in order of their names; each once.
///
/// # Errors
/// [`GatherError`]: of what was named itself. What is within and cannot be read is told when it is.
pub fn gather(arguments: &[PathBuf]) -> Result<Vec<FoundText>, GatherError> {
    let mut found = Vec::new();
    for (argument, path) in arguments.iter().enumerate() {
        match list(path) {
            Some(list) => of_list(&list, argument, &mut found)?,
            None => of_path(path, Path::new(""), argument, &mut found)?,
        }
        if found.len() > MAX_TEXTS {
            return Err(GatherError::TooMany { path: path.clone() });
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|found| seen.insert(found.name.clone()));
    Ok(found)
}

/// The list that `@FILE` names; a file of that very name is none.
fn list(path: &Path) -> Option<PathBuf> {
    let name = path.to_str()?.strip_prefix('@')?;
    (!path.exists()).then(|| name.into())
}

fn of_list(list: &Path, argument: usize, found: &mut Vec<FoundText>) -> Result<(), GatherError> {
    let bytes = limits::read_file(list).map_err(|error| unreadable(list, &error))?;
    let text = jjak_formats::import::decode(&bytes).ok_or_else(|| {
        let why = "it is in no encoding that can be read; save it as UTF-8";
        unreadable(list, &io::Error::new(io::ErrorKind::InvalidData, why))
    })?;
    for line in text.trim_start_matches('\u{feff}').lines() {
        let name = Path::new(line.trim());
        if line.trim().is_empty() {
            continue;
        }
        let path = crate::manifest::resolve(name, Some(list));
        if part::file_of(&path).is_dir() {
            of_path(&path, Path::new(""), argument, found)?
        } else {
            // What is not there is told as a text that cannot be read.
            found.push(FoundText {
                below: name.into(),
                name: path,
                argument,
            })
        }
    }
    Ok(())
}

fn of_path(
    path: &Path,
    below: &Path,
    argument: usize,
    found: &mut Vec<FoundText>,
) -> Result<(), GatherError> {
    if path.is_dir() {
        return of_folder(path, below, argument, found);
    }
    if !part::file_of(path).exists() {
        return Err(GatherError::Missing { path: path.into() });
    }
    of_file(path, below, argument, found);
    Ok(())
}

fn of_folder(
    folder: &Path,
    below: &Path,
    argument: usize,
    found: &mut Vec<FoundText>,
) -> Result<(), GatherError> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut names: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    names.sort();
    for path in names {
        let Some(name) = path.file_name() else {
            continue;
        };
        let is_hidden = name.as_encoded_bytes().starts_with(b".");
        // A link to a folder may lead back.
        let is_linked_folder = path.is_symlink() && path.is_dir();
        if is_hidden || is_linked_folder || is_no_text(&path) {
            continue;
        }
        let below = below.join(name);
        if path.is_dir() {
            of_folder(&path, &below, argument, found)?
        } else {
            of_file(&path, &below, argument, found)
        }
        if found.len() > MAX_TEXTS {
            return Err(GatherError::TooMany {
                path: folder.into(),
            });
        }
    }
    Ok(())
}

/// Whether a file of a folder is work or pairs, as lie beside texts. What may be a text is tried as one.
fn is_no_text(path: &Path) -> bool {
    let extension = path.extension().and_then(|end| end.to_str());
    let extension = extension.unwrap_or_default();
    let pairs = match Format::to_read(extension) {
        Some(Format::Moses(_) | Format::Xlsx | Format::Docx) | None => false,
        Some(_) => true,
    };
    pairs || extension.starts_with(project::EXTENSION)
}

fn of_file(path: &Path, below: &Path, argument: usize, found: &mut Vec<FoundText>) {
    let mut push = |name: PathBuf, below: PathBuf| {
        found.push(FoundText {
            name,
            below,
            argument,
        });
    };
    let below = if below.as_os_str().is_empty() {
        Path::new(path.file_name().unwrap_or_default())
    } else {
        below
    };
    if archive::is_archive(path) {
        match archive::members(path) {
            Ok(members) => {
                for member in members {
                    let inner = member.strip_prefix(path).unwrap_or(&member).to_owned();
                    let is_extra = inner.components().any(|part| {
                        let name = part.as_os_str().as_encoded_bytes();
                        name.starts_with(b".") || name == b"__MACOSX"
                    });
                    if !is_extra && !is_no_text(&inner) {
                        push(member, inner);
                    }
                }
            }
            Err(_) => push(path.into(), below.into()),
        }
        return;
    }
    let is_book = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case(BOOK));
    let chapters = if is_book {
        limits::read_file(path)
            .map(|bytes| chapter::all(&bytes).len())
            .unwrap_or_default()
    } else {
        0
    };
    match chapters {
        0 => push(path.into(), below.into()),
        // The number says where in the book it is, not what it is called.
        chapters => (1..=chapters).for_each(|number| {
            let number = Some(number);
            push(chapter::name(path, number), chapter::name(below, number));
        }),
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> GatherError {
    match error.kind() {
        std::io::ErrorKind::NotFound => GatherError::Missing { path: path.into() },
        _ => GatherError::Unreadable {
            path: path.into(),
            why: error.to_string(),
        },
    }
}
