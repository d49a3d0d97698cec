//! Chapters in file names: `book.epub#3` is the third of a book.

use super::office;
use std::path::{Path, PathBuf};

pub use office::Chapter;

/// The file that `path` names, and the chapter of it that is asked for.
pub fn split(path: &Path) -> (PathBuf, Option<String>) {
    const MARK: &str = ".epub#";
    let name = path.file_name().and_then(|name| name.to_str());
    let found = name.and_then(|name| {
        let at = name.to_ascii_lowercase().rfind(MARK)?;
        let (file, chapter) = name.split_at(at + MARK.len() - 1);
        Some((path.with_file_name(file), chapter[1..].to_owned()))
    });
    match found {
        Some((file, chapter)) => (file, Some(chapter)),
        None => (path.to_owned(), None),
    }
}

/// `path` with the chapter of this number, from 1, as the one that is asked for.
pub fn name(path: &Path, number: Option<usize>) -> PathBuf {
    let (file, _) = split(path);
    let Some(number) = number else {
        return file;
    };
    let mut name = file.into_os_string();
    name.push(format!("#{number}"));
    name.into()
}

/// The chapters of a book; none of other files, and of books that cannot be read.
pub fn all(bytes: &[u8]) -> Vec<Chapter> {
    office::chapters(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_is_part_of_a_books_name_only() {
        let split = |name: &str| {
            let (file, chapter) = split(Path::new(name));
            (file.display().to_string(), chapter)
        };
        assert_eq!(split("a/b.EPUB#12"), ("a/b.EPUB".into(), Some("12".into())));
        assert_eq!(split("b.epub#"), ("b.epub".into(), Some(String::new())));
        assert_eq!(split("b#2.epub"), ("b#2.epub".into(), None));
        assert_eq!(split("c#.txt"), ("c#.txt".into(), None));
        let third = name(Path::new("b.epub#1"), Some(3));
        assert_eq!(third, Path::new("b.epub#3"));
        assert_eq!(name(&third, None), Path::new("b.epub"));
    }
}
