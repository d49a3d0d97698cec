//! Reading a list file, and adding a line to one so that it is whole or as it was.

use super::MAX_LIST_BYTES;
use crate::clean::NeverRule;
use crate::export::{WriteError, write_file};
use std::fs;
use std::path::Path;

/// What a new `never.txt` begins with.
const NEVER_HEADER: &str = "# Lines to exclude from every page, one a line; * stands for anything.";

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
    let line = rule.to_string();
    rewrite(folder, |lines| {
        if lines.contains(&line) {
            return false;
        }
        if lines.is_empty() {
            lines.push(NEVER_HEADER.to_owned());
        }
        lines.push(line);
        true
    })
}

/// Takes `rule` out of the `never.txt` under `folder`. Gives whether it was there.
///
/// # Errors
/// [`WriteError`]; the file is as it was before.
pub fn forget_never(folder: &Path, rule: &NeverRule) -> Result<bool, WriteError> {
    let line = rule.to_string();
    rewrite(folder, |lines| {
        let before = lines.len();
        lines.retain(|other| other.trim() != line);
        lines.len() < before
    })
}

fn rewrite(
    folder: &Path,
    change: impl FnOnce(&mut Vec<String>) -> bool,
) -> Result<bool, WriteError> {
    let folder = folder.join("clean");
    let path = folder.join("never.txt");
    let unwritable = |source| WriteError::Unwritable {
        path: path.clone(),
        source,
    };
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unwritable(error)),
    };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if !change(&mut lines) {
        return Ok(false);
    }
    fs::create_dir_all(&folder).map_err(unwritable)?;
    write_file(&path, |out| {
        for line in &lines {
            writeln!(out, "{line}")?;
        }
        Ok(true)
    })
}
