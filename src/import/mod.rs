//! Bytes to articles.

pub mod chapter;
mod document;
mod encoding;
mod error;
mod html;
mod kind;
pub mod limits;
mod office;
mod original;
mod page;
mod readable;
mod text;
mod warning;

pub use error::{Fault, ImportError};
pub use kind::EXTENSIONS;
pub use office::sheet;
pub use original::{Original, Originals};
pub use warning::{ImportWarning, Part};

use crate::article::{Article, Lang, Provenance};
use kind::Kind;
use std::io::Read;
use std::path::{Path, PathBuf};

/// An article as it was read, before cleaning, with the language its script says (`None` without letters).
#[derive(Clone, Debug)]
pub struct Imported {
    pub article: Article,
    pub detected: Option<Lang>,
    /// The bytes it was read from.
    pub original: Original,
    /// What a person should know of how it was read.
    pub warnings: Vec<ImportWarning>,
}

/// Reads a file, or a [`chapter`] of it, as an article; the format is told by content and extension.
///
/// # Errors
/// See [`ImportError`].
pub fn read(path: &Path) -> Result<Imported, ImportError> {
    let unreadable = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => ImportError::Missing { path: path.into() },
        std::io::ErrorKind::IsADirectory => ImportError::Directory { path: path.into() },
        _ => ImportError::Unreadable {
            path: path.into(),
            source,
        },
    };
    let (place, _) = chapter::split(path);
    if place.is_dir() {
        return Err(ImportError::Directory { path: path.into() });
    }
    let file = std::fs::File::open(place).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limits::MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    from_bytes(&bytes, Some(path))
}

/// Reads bytes as an article; `path` is for its extension and for messages.
///
/// # Errors
/// See [`ImportError`].
pub fn from_bytes(bytes: &[u8], path: Option<&Path>) -> Result<Imported, ImportError> {
    let name = || path.map_or_else(|| PathBuf::from("the text"), Path::to_path_buf);
    if bytes.len() as u64 > limits::MAX_FILE_BYTES {
        return Err(ImportError::TooLarge { path: name() });
    }
    let (place, chapter) = path.map(chapter::split).unwrap_or_default();
    let extension = place.extension().and_then(|extension| extension.to_str());
    let provenance = Provenance {
        file: path.map(Path::to_path_buf),
        encoding: "UTF-8".to_owned(),
        ..Provenance::default()
    };
    let fault = |fault| ImportError::Document {
        path: name(),
        fault,
    };
    let mut imported = match kind::sniff(bytes, extension) {
        Kind::Other { what, advice } => {
            return Err(ImportError::NotText {
                path: name(),
                what,
                advice,
            });
        }
        Kind::Zip => office::article(bytes, chapter.as_deref(), provenance).map_err(fault)?,
        Kind::Locked => return Err(fault(Fault::Encrypted)),
        kind @ (Kind::Text | Kind::Html) => characters(bytes, kind, provenance, name())?,
    };
    if imported.article.blocks.is_empty() {
        return Err(ImportError::Empty { path: name() });
    }
    imported.original = bytes.into();
    Ok(imported)
}

/// An article of a format that is characters of some encoding.
fn characters(
    bytes: &[u8],
    kind: Kind,
    mut provenance: Provenance,
    path: PathBuf,
) -> Result<Imported, ImportError> {
    let declared = (kind == Kind::Html)
        .then(|| html::declared_encoding(bytes))
        .flatten();
    let Some(decoded) = encoding::decode(bytes, declared) else {
        return Err(if bytes.contains(&0) {
            ImportError::NotText {
                path,
                what: "a binary file",
                advice: "choose a text file or a saved web page",
            }
        } else {
            ImportError::UnknownEncoding { path }
        });
    };
    provenance.encoding = decoded.encoding.name().to_owned();
    let text = text::normalize(decoded.text);
    if kind == Kind::Html && page::open_elements(&text) > limits::MAX_HTML_DEPTH {
        return Err(ImportError::TooDeep { path });
    }
    Ok(match kind {
        Kind::Html => html::article(&text, provenance),
        _ => text::article(text, provenance),
    })
}

/// Bytes as text, in whatever encoding they are; `None` if that cannot be told.
pub(crate) fn decode(bytes: &[u8]) -> Option<String> {
    encoding::decode(bytes, None).map(|decoded| decoded.text)
}

/// Pasted text as an article; it may be empty.
pub fn from_text(text: String) -> Imported {
    let provenance = Provenance {
        encoding: "UTF-8".to_owned(),
        ..Provenance::default()
    };
    let original = text.as_bytes().into();
    Imported {
        original,
        ..text::article(text::normalize(text), provenance)
    }
}
