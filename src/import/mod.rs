//! Bytes to articles.

mod encoding;
mod html;
mod kind;
pub mod limits;
mod original;
mod page;
mod readable;
mod text;

pub use original::{Original, Originals};

use crate::article::{Article, Lang, Provenance};
use kind::Kind;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What can be wrong with a file. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{path}: there is no such file; check the name and the folder", path = path.display())]
    Missing { path: PathBuf },
    #[error("{path}: is a folder; name a file in it", path = path.display())]
    Directory { path: PathBuf },
    #[error("{path}: cannot be read ({source}); check that you may open it", path = path.display())]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("{path}: has no text; choose a file with an article in it", path = path.display())]
    Empty { path: PathBuf },
    #[error("{path}: is not text but looks like {what}; {advice}", path = path.display())]
    NotText {
        path: PathBuf,
        what: &'static str,
        advice: &'static str,
    },
    #[error(
        "{path}: is in no encoding that can be read (UTF-8, UTF-16, CP949, Windows-1252); it may be Johab (조합형) \
         or damaged: save it as UTF-8 and load it again",
        path = path.display()
    )]
    UnknownEncoding { path: PathBuf },
    #[error(
        "{path}: is larger than {mib} MiB (MAX_FILE_BYTES); split it and load the parts",
        path = path.display(),
        mib = limits::MAX_FILE_BYTES >> 20
    )]
    TooLarge { path: PathBuf },
    #[error(
        "{path}: its elements are nested more than {limit} deep (MAX_HTML_DEPTH); open it in a browser and copy the text",
        path = path.display(),
        limit = limits::MAX_HTML_DEPTH
    )]
    TooDeep { path: PathBuf },
}

/// An article as it was read, before cleaning, with the language its script says (`None` without letters).
#[derive(Clone, Debug)]
pub struct Imported {
    pub article: Article,
    pub detected: Option<Lang>,
    /// The bytes it was read from.
    pub original: Original,
}

/// Reads a file as an article; the format is told by content and extension.
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
    if path.is_dir() {
        return Err(ImportError::Directory { path: path.into() });
    }
    let file = std::fs::File::open(path).map_err(unreadable)?;
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
    let extension = path
        .and_then(Path::extension)
        .and_then(|extension| extension.to_str());
    let kind = kind::sniff(bytes, extension);
    if let Kind::Other { what, advice } = kind {
        return Err(ImportError::NotText {
            path: name(),
            what,
            advice,
        });
    }
    let declared = (kind == Kind::Html)
        .then(|| html::declared_encoding(bytes))
        .flatten();
    let Some(decoded) = encoding::decode(bytes, declared) else {
        return Err(if bytes.contains(&0) {
            ImportError::NotText {
                path: name(),
                what: "a binary file",
                advice: "choose a text file or a saved web page",
            }
        } else {
            ImportError::UnknownEncoding { path: name() }
        });
    };
    let provenance = Provenance {
        file: path.map(Path::to_path_buf),
        encoding: decoded.encoding.name().to_owned(),
        ..Provenance::default()
    };
    let text = text::normalize(decoded.text);
    if kind == Kind::Html && page::open_elements(&text) > limits::MAX_HTML_DEPTH {
        return Err(ImportError::TooDeep { path: name() });
    }
    let mut imported = match kind {
        Kind::Html => html::article(&text, provenance),
        _ => text::article(text, provenance),
    };
    if imported.article.blocks.is_empty() {
        return Err(ImportError::Empty { path: name() });
    }
    imported.original = bytes.into();
    Ok(imported)
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
