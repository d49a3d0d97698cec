//! What a file of pairs is, by its name and its first element, and which files beside it belong to it.

use super::disk::{self, PairsError};
use super::{BilingualError, Format, texts_of};
use crate::exchange::pairs::elements;
use crate::exchange::word;
use crate::import;
use jjak_core::article::Lang;
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// How a file holds its pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Form {
    /// All in one.
    One(Format),
    /// An alignment, with its texts beside it.
    Standoff,
    /// One side of a Moses pair; both, English first.
    Moses([PathBuf; 2]),
}

/// Enough of a file to tell its first element.
const TELLING_BYTES: u64 = 1 << 14;

/// Whether `path` can be tried as pairs.
pub fn can_open(path: &Path) -> bool {
    Form::of(path).is_some()
}

/// Whether `path` holds pairs for sure: by its extension; a `.xml` by its first element, and a `.en` or `.ko` if its
/// other half is beside it and has as many lines. A workbook may hold either, pairs or a text.
pub fn is_pairs(path: &Path) -> bool {
    match Form::of(path) {
        Some(Form::Moses(halves)) => {
            let lines = halves.map(|half| disk::lines(&half).ok());
            lines[0].is_some() && lines[0] == lines[1]
        }
        // What reads it as a text finds out.
        Some(Form::One(Format::Xlsx)) => false,
        form => form.is_some(),
    }
}

/// The files that `path` cannot be read without.
///
/// # Errors
/// [`PairsError`], if `path` is an alignment that cannot be read.
pub fn beside(path: &Path) -> Result<Vec<PathBuf>, PairsError> {
    match Form::of(path) {
        Some(Form::Moses(halves)) => Ok(halves.into()),
        Some(Form::Standoff) => {
            let bytes = disk::bytes(path)?;
            let names = texts_of(&bytes).map_err(|source| disk::bad(path, source))?;
            names.iter().map(|name| text_beside(path, name)).collect()
        }
        _ => Ok(Vec::new()),
    }
}

impl Form {
    pub(crate) fn of(path: &Path) -> Option<Form> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "xml" => Form::of_xml(path),
            // Any other document of Word is a text.
            "docx" => word::is_ours(path).then_some(Form::One(Format::Docx)),
            extension => match Format::to_read(extension)? {
                Format::Tei | Format::Xces => Some(Form::Standoff),
                Format::Moses(lang) => {
                    let half = |half: Lang| {
                        if half == lang {
                            path.to_path_buf()
                        } else {
                            path.with_extension(Format::Moses(half).as_str())
                        }
                    };
                    Some(Form::Moses(Lang::BOTH.map(half)))
                }
                format => Some(Form::One(format)),
            },
        }
    }

    fn of_xml(path: &Path) -> Option<Form> {
        let mut start = Vec::new();
        let file = File::open(path).ok()?;
        file.take(TELLING_BYTES).read_to_end(&mut start).ok()?;
        match elements::root(&import::decode(&start)?)?.as_str() {
            "tmx" => Some(Form::One(Format::Tmx)),
            "xliff" => Some(Form::One(Format::Xliff12)),
            "linkgrp" | "cesalign" => Some(Form::Standoff),
            _ => None,
        }
    }
}

/// The file of a text that an alignment names: where it says, seen from the alignment, or else next to it. Names
/// that lead elsewhere are not followed.
pub(in crate::exchange) fn text_beside(
    alignment: &Path,
    name: &str,
) -> Result<PathBuf, PairsError> {
    let folder = alignment.parent().unwrap_or(Path::new(""));
    let named = Path::new(name);
    let is_below = named
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let unpacked = Path::new(name.strip_suffix(".gz").unwrap_or(name));
    let candidates = [
        is_below.then_some(named),
        is_below.then_some(unpacked),
        named.file_name().map(Path::new),
        unpacked.file_name().map(Path::new),
    ];
    let mut files = candidates
        .into_iter()
        .flatten()
        .map(|name| folder.join(name));
    files
        .find(|file| file.is_file() && file.extension().is_none_or(|end| end != "gz"))
        .ok_or_else(|| {
            disk::bad(
                alignment,
                BilingualError::MissingText {
                    name: name.to_owned(),
                },
            )
        })
}
