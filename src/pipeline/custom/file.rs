//! Reading a list file, and adding a line to one so that it is whole or as it was.

use super::MAX_LIST_BYTES;
use jjak_core::clean::NeverRule;
use jjak_formats::whole_file::{WriteError, write_file};
use std::fs;
use std::path::{Path, PathBuf};

/// What a new `never.txt` begins with.
const NEVER_HEADER: &str = "# Lines to exclude from every page, one a line; * stands for anything.";
/// What a new list of words begins with.
const WORDS_HEADER: &str = "# One a line; these add to the built-in ones.";

/// The text of a list file, without a byte order mark; or why it cannot be used.
pub(super) fn read(file: &Path) -> Result<String, String> {
    let length = fs::metadata(file)
        .map_err(|error| format!("cannot be read ({error})"))?
        .len();
    if length > MAX_LIST_BYTES {
        return Err(format!(
            "is larger than a list may be ({MAX_LIST_BYTES} bytes)"
        ));
    }
    let bytes = fs::read(file).map_err(|error| format!("cannot be read ({error})"))?;
    let text = String::from_utf8(bytes).map_err(|_| "is not UTF-8; save it as UTF-8".to_owned())?;
    Ok(text
        .strip_prefix('\u{FEFF}')
        .map_or(text.clone(), str::to_owned))
}

/// Adds `rule` to the `never.txt` under `folder` (a folder of lists), which is made if need be. Gives whether the
/// file changed: a rule that is there is not added again.
///
/// # Errors
/// [`WriteError`]; the file is as it was before.
pub fn append_never(folder: &Path, rule: &NeverRule) -> Result<bool, WriteError> {
    append(&never_file(folder), NEVER_HEADER, rule.to_string())
}

/// Takes `rule` out of the `never.txt` under `folder`. Gives whether it was there.
///
/// # Errors
/// [`WriteError`]; the file is as it was before.
pub fn forget_never(folder: &Path, rule: &NeverRule) -> Result<bool, WriteError> {
    forget(&never_file(folder), &rule.to_string())
}

/// Adds `word` to a list of words, one of [`Words::LISTS`](jjak_core::segment::Words::LISTS), under `folder`. Gives
/// whether the file changed.
///
/// # Errors
/// [`WriteError`]; the file is as it was before.
pub fn append_word(folder: &Path, list: &str, word: &str) -> Result<bool, WriteError> {
    append(
        &words_file(folder, list),
        WORDS_HEADER,
        word.trim().to_owned(),
    )
}

/// Takes `word` out of a list of words under `folder`. Gives whether it was there.
///
/// # Errors
/// [`WriteError`]; the file is as it was before.
pub fn forget_word(folder: &Path, list: &str, word: &str) -> Result<bool, WriteError> {
    forget(&words_file(folder, list), word)
}

/// The words that a user added to a list, in the order of the file; none if it cannot be read.
pub fn own_words(folder: &Path, list: &str) -> Vec<String> {
    let text = read(&words_file(folder, list)).unwrap_or_default();
    super::numbered(&text)
        .map(|(_, word)| word.to_owned())
        .collect()
}

fn never_file(folder: &Path) -> PathBuf {
    folder.join("clean").join("never.txt")
}

fn words_file(folder: &Path, list: &str) -> PathBuf {
    folder.join("segment").join(format!("{list}.txt"))
}

pub(super) fn append(path: &Path, header: &str, line: String) -> Result<bool, WriteError> {
    rewrite(path, |lines| {
        if lines.contains(&line) {
            return false;
        }
        if lines.is_empty() {
            lines.push(header.to_owned());
        }
        lines.push(line);
        true
    })
}

pub(super) fn forget(path: &Path, line: &str) -> Result<bool, WriteError> {
    rewrite(path, |lines| {
        let before = lines.len();
        lines.retain(|other| other.trim() != line.trim());
        lines.len() < before
    })
}

fn rewrite(path: &Path, change: impl FnOnce(&mut Vec<String>) -> bool) -> Result<bool, WriteError> {
    let unwritable = |source| WriteError::Unwritable {
        path: path.into(),
        source,
    };
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unwritable(error)),
    };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if !change(&mut lines) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    write_file(path, |out| {
        for line in &lines {
            writeln!(out, "{line}")?;
        }
        Ok(true)
    })
}
