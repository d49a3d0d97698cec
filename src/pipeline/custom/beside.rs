//! The glossary of a job or of a work: files beside it, `NAME.glossary.tsv` and whatever glossaries of a client were put
//! there as `NAME.glossary.….xlsx`, `.tbx` and so on. Whoever gets the folder gets its terms.

use super::file::{append, forget, read};
use super::{Custom, numbered};
use jjak_core::evidence::glossary::Glossary;
use jjak_formats::exchange::{GlossaryFileError, GlossaryFormat, open_glossary};
use jjak_formats::whole_file::{WriteError, write_file};
use std::fs;
use std::path::{Path, PathBuf};

/// The glossary of the job or work in `file` that terms are added to, whether it is there or not.
pub fn glossary_beside(file: &Path) -> PathBuf {
    file.with_extension("glossary.tsv")
}

/// The glossaries beside a job or work that are there, the one that terms are added to first.
pub fn glossaries_beside(file: &Path) -> Vec<PathBuf> {
    let own = glossary_beside(file);
    let (Some(folder), Some(stem)) = (file.parent(), file.file_stem()) else {
        return Vec::new();
    };
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let begin = format!("{}.glossary.", stem.to_string_lossy());
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&begin) && *path != own && GlossaryFormat::of(path).is_some()
    };
    let there = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut others: Vec<PathBuf> = there
        .map(|entry| file.with_file_name(entry.file_name()))
        .filter(is_one)
        .collect();
    others.sort();
    let own = Some(own).filter(|own| own.exists());
    own.into_iter().chain(others).collect()
}

impl Custom {
    /// Adds the terms of the glossaries beside a job or work. What cannot be used is among the warnings.
    pub fn add_glossaries_beside(&mut self, file: &Path) {
        for path in glossaries_beside(file) {
            if path == glossary_beside(file) {
                self.read_glossary(&path);
                continue;
            }
            match open_glossary(&path) {
                Ok((terms, warnings)) => {
                    self.glossary.extend(terms);
                    for warning in warnings {
                        self.warn(&path, None, warning.to_string());
                    }
                }
                Err(error) => self.warn(&path, None, without_path(&error)),
            }
        }
    }
}

/// What a glossary holds, as its lines: an entry that can be taken out is one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermLine {
    pub en: String,
    /// Several stand apart by `|`.
    pub ko: String,
    line: String,
}

/// The terms of a glossary of lines, in the order of the file; none if it cannot be read.
pub fn term_lines(glossary: &Path) -> Vec<TermLine> {
    let text = read(glossary).unwrap_or_default();
    let lines = numbered(&text).filter_map(|(_, line)| {
        let (terms, _) = Glossary::read_what_can_be(line);
        let en = terms.terms().next()?.en.clone();
        let ko: Vec<&str> = terms.terms().map(|term| &*term.ko).collect();
        Some(TermLine {
            en,
            ko: ko.join(" | "),
            line: line.to_owned(),
        })
    });
    lines.collect()
}

/// Takes a line out of a glossary. Gives whether it was there.
///
/// # Errors
/// [`WriteError`]; the file is as it was before.
pub fn forget_term(glossary: &Path, term: &TermLine) -> Result<bool, WriteError> {
    forget(glossary, &term.line)
}

/// Adds a term to a glossary of lines, which is made if need be. Gives whether the file changed: a term that is there is
/// not added again.
///
/// # Errors
/// [`WriteError`]; the file is as it was before.
pub fn append_term(glossary: &Path, en: &str, ko: &str) -> Result<bool, WriteError> {
    let line = format!("{}\t{}", en.trim(), ko.trim());
    append(glossary, GLOSSARY_HEADER, line)
}

/// What a new glossary begins with.
const GLOSSARY_HEADER: &str = "# English, a tab, Korean; several Korean words stand apart by |.";

/// Why a glossary was not put beside a job or work.
#[derive(Debug, thiserror::Error)]
pub enum AddGlossaryError {
    #[error(transparent)]
    Unusable(#[from] GlossaryFileError),
    #[error("{}: is no kind of file that a glossary comes in; they are tsv, csv, xlsx, tbx and utx", .0.display())]
    OtherKind(PathBuf),
    #[error(transparent)]
    Unwritable(#[from] WriteError),
}

/// Puts a copy of the glossary in `from`, of any kind that can be read, beside a job or work; another of its name stays.
/// Gives where it lies and how many terms it has.
///
/// # Errors
/// [`AddGlossaryError`]; nothing is put there then.
pub fn add_glossary_beside(file: &Path, from: &Path) -> Result<(PathBuf, usize), AddGlossaryError> {
    let (terms, _) = open_glossary(from)?;
    let (Some(_), Some(ending)) = (GlossaryFormat::of(from), from.extension()) else {
        return Err(AddGlossaryError::OtherKind(from.into()));
    };
    let bytes = fs::read(from).map_err(|source| GlossaryFileError::Unreadable {
        path: from.into(),
        source,
    })?;
    let stem = from.file_stem().unwrap_or_default().to_string_lossy();
    let ending = ending.to_string_lossy();
    let place = |number: usize| match number {
        1 => file.with_extension(format!("glossary.{stem}.{ending}")),
        _ => file.with_extension(format!("glossary.{stem}-{number}.{ending}")),
    };
    // Another glossary of that name stays; the same one is not put there twice.
    let is_other = |place: &PathBuf| fs::read(place).is_ok_and(|there| there != bytes);
    let place = (1..)
        .map(place)
        .find(|place| !is_other(place))
        .unwrap_or_default();
    write_file(&place, |out| out.write_all(&bytes))?;
    Ok((place, terms.len()))
}

/// What is wrong with a glossary whose name is told beside it.
fn without_path(error: &GlossaryFileError) -> String {
    let said = error.to_string();
    let (GlossaryFileError::Unreadable { path, .. }
    | GlossaryFileError::Bad { path, .. }
    | GlossaryFileError::Term { path, .. }
    | GlossaryFileError::Empty { path }) = error;
    let path = format!("{}: ", path.display());
    said.strip_prefix(&path).map_or(said.clone(), str::to_owned)
}
