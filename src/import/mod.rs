//! Bytes to articles.

use crate::article::{Article, Lang};
use std::path::{Path, PathBuf};

/// What can be wrong with a file. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{path}: cannot be read ({source})")]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
}

/// An article as it was read, before cleaning, with the language its script says (`None` without letters).
#[derive(Clone, Debug)]
pub struct Imported {
    pub article: Article,
    pub detected: Option<Lang>,
}

/// Reads a file as an article; the format is told by content and extension.
///
/// # Errors
/// See [`ImportError`].
pub fn read(path: &Path) -> Result<Imported, ImportError> {
    let bytes = std::fs::read(path).map_err(|source| ImportError::Unreadable {
        path: path.into(),
        source,
    })?;
    from_bytes(&bytes, Some(path))
}

/// Reads bytes as an article; `path` is for its extension and for messages.
///
/// # Errors
/// See [`ImportError`].
pub fn from_bytes(bytes: &[u8], path: Option<&Path>) -> Result<Imported, ImportError> {
    let _ = (bytes, path);
    unimplemented!("being written")
}
