//! Where the files of a project lie, written as seen from the project's own folder, so that both can move together and
//! the folders above say nothing of whose work it is. A path that was seen from there begins with `./` or `../`; a bare
//! name is what a sample, a memory or another machine calls a text, and stays as it is.

use super::Project;
use crate::import::part;
use jjak_core::article::Lang;
use std::path::{Component, Path, PathBuf, absolute};

/// `path` as it is written into a project in `folder`: seen from there if they share a folder, with `/` between its
/// names, as every system reads them.
pub(crate) fn written(path: &Path, folder: Option<&Path>) -> PathBuf {
    if path.is_relative() && !leads_to_a_file(path) {
        return as_text(path);
    }
    let Ok(path) = absolute(path) else {
        return as_text(path);
    };
    let path = clean(&path);
    let seen = folder.and_then(|folder| seen_from(&path, folder));
    seen.unwrap_or_else(|| as_text(&path))
}

/// JSON holds no names that are no text.
fn as_text(path: &Path) -> PathBuf {
    path.to_string_lossy().into_owned().into()
}

/// A chapter or a part is no file, what it is of is.
fn leads_to_a_file(path: &Path) -> bool {
    part::file_of(path).exists()
}

fn seen_from(path: &Path, folder: &Path) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = clean(&absolute(folder).ok()?);
    let (path, folder): (Vec<_>, Vec<_>) =
        (path.components().collect(), folder.components().collect());
    let shared = path.iter().zip(&folder).take_while(|(a, b)| a == b);
    let common = shared.count();
    let is_folder = |part: &Component| matches!(part, Component::Normal(_));
    if !path.iter().take(common).any(is_folder) {
        return None;
    }
    let ups = match folder.len() - common {
        0 => ".".to_owned(),
        up => vec![".."; up].join("/"),
    };
    let names = path.iter().skip(common);
    let names: Option<Vec<&str>> = names.map(|part| part.as_os_str().to_str()).collect();
    Some(format!("{ups}/{}", names?.join("/")).into())
}

/// Without the `..` that only lead back.
fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        let leads_back = part == Component::ParentDir
            && matches!(clean.components().next_back(), Some(Component::Normal(_)));
        match part {
            _ if leads_back => drop(clean.pop()),
            Component::CurDir => {}
            part => clean.push(part),
        }
    }
    clean
}

/// A path that was [`written`] as seen from `folder`, as seen from here.
pub(crate) fn seen_here(path: &Path, folder: &Path) -> PathBuf {
    match path.components().next() {
        Some(Component::CurDir | Component::ParentDir) => clean(&folder.join(path)),
        _ => path.to_owned(),
    }
}

impl Project {
    /// Takes the paths that were written as seen from `folder` as seen from here.
    pub(super) fn resolve(&mut self, folder: &Path) {
        let here = |path: &mut PathBuf| *path = seen_here(path, folder);
        for lang in Lang::BOTH {
            let side = match lang {
                Lang::En => &mut self.bitext.en,
                Lang::Ko => &mut self.bitext.ko,
            };
            side.article.provenance.file.as_mut().map(here);
        }
        self.about.shaped_by.iter_mut().for_each(here);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_seen_from_the_project_where_that_says_something() {
        let folder = Path::new("/home/kim/acme/jobs");
        for (path, expected) in [
            ("/home/kim/acme/jobs/en.txt", "./en.txt"),
            ("/home/kim/acme/texts/../texts/en.txt", "../texts/en.txt"),
            ("/home/kim/acme/jobs/책/3장.epub#3", "./책/3장.epub#3"),
            ("/mnt/share/en.txt", "/mnt/share/en.txt"),
            ("a name.txt", "a name.txt"),
        ] {
            let written = written(Path::new(path), Some(folder));
            assert_eq!(written, Path::new(expected));
            if Path::new(path).is_absolute() {
                assert_eq!(clean(&folder.join(written)), clean(Path::new(path)));
            }
        }
    }
}
