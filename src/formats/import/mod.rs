//! Bytes to articles.

pub mod archive;
mod article_data;
pub mod bilingual;
pub mod chapter;
mod clipboard;
mod content;
mod declaration;
mod document;
mod encoding;
mod error;
mod frames;
mod html;
mod hwp;
mod kind;
mod legacy;
pub mod limits;
mod markdown;
mod mht;
mod office;
mod original;
mod outside;
mod page;
pub mod part;
mod pdf;
mod piece;
mod readable;
mod rtf;
mod script_json;
mod served;
mod state;
mod subtitles;
mod tags;
mod text;
mod traits;
mod unseen;
mod warning;

pub use encoding::Encoding;
pub use error::{Fault, ImportError};
pub use kind::EXTENSIONS;
pub use office::sheet;
pub(crate) use office::word_table;
pub use original::{Original, Originals};
pub use served::Served;
pub use warning::{ImportWarning, Part};

use encoding::Decoded;
use jjak_core::article::{Article, Lang, Provenance};
use kind::{Characters, FileKind};
use std::io::Read;
use std::path::{Path, PathBuf};
use subtitles::Written;

/// An article as it was read, before cleaning, with the language its script says (`None` without letters).
#[derive(Clone, Debug)]
pub struct Imported {
    pub article: Article,
    pub detected: Option<Lang>,
    /// The bytes it was read from.
    pub original: Original,
    /// What a person should know of how it was read.
    pub warnings: Vec<ImportWarning>,
    /// What the file says of each block's language; empty where it says nothing.
    pub langs: Vec<Option<Lang>>,
    /// It is characters of some encoding, so that another may be chosen.
    pub has_encoding: bool,
}

/// Reads a file, or a [`chapter`] or [`part`] of it, as an article; format and encoding are told by content and
/// extension.
///
/// # Errors
/// See [`ImportError`].
pub fn read(path: &Path) -> Result<Imported, ImportError> {
    read_as(path, None)
}

/// [`read`], in the encoding that a person chose.
///
/// # Errors
/// See [`ImportError`].
pub fn read_as(path: &Path, chosen: Option<Encoding>) -> Result<Imported, ImportError> {
    let unreadable = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => ImportError::Missing { path: path.into() },
        std::io::ErrorKind::IsADirectory => ImportError::Directory { path: path.into() },
        _ => ImportError::Unreadable {
            path: path.into(),
            source,
        },
    };
    let place = part::place(path);
    if let Some((zip, member)) = archive::split(&place) {
        let bytes = archive::bytes(&zip, &member, path)?;
        return from_bytes_as(&bytes, Some(path), chosen);
    }
    if place.is_dir() {
        return Err(ImportError::Directory { path: path.into() });
    }
    let file = std::fs::File::open(place).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limits::MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    from_bytes_as(&bytes, Some(path), chosen)
}

/// Reads bytes as an article; `path` is for its extension and for messages.
///
/// # Errors
/// See [`ImportError`].
pub fn from_bytes(bytes: &[u8], path: Option<&Path>) -> Result<Imported, ImportError> {
    from_bytes_as(bytes, path, None)
}

/// [`from_bytes`], in the encoding that a person chose. A format that says itself which it is in keeps to that, with a
/// warning.
///
/// # Errors
/// See [`ImportError`].
pub fn from_bytes_as(
    bytes: &[u8],
    path: Option<&Path>,
    chosen: Option<Encoding>,
) -> Result<Imported, ImportError> {
    if let Some(path) = path
        && let (whole, Some(span)) = part::split(path)
    {
        let mut imported = from_bytes_as(bytes, Some(&whole), chosen)?;
        let path = path.to_path_buf();
        imported.article.provenance.file = Some(path.clone());
        return part::take(imported, &span).ok_or(ImportError::NoPart { path });
    }
    let (place, chapter) = path.map(chapter::split).unwrap_or_default();
    let extension = place.extension().and_then(|extension| extension.to_str());
    let said = Said {
        extension,
        chapter: chapter.as_deref(),
        charset: None,
    };
    article(bytes, path, chosen, said)
}

/// Reads what a web server sent as an article, in the encoding that a person chose. What the server says of it counts
/// more than what it says itself, as browsers have it.
///
/// # Errors
/// See [`ImportError`].
pub fn from_served(
    bytes: &[u8],
    served: Served,
    chosen: Option<Encoding>,
) -> Result<Imported, ImportError> {
    let said = Said {
        extension: served.extension(),
        chapter: None,
        charset: served.charset(),
    };
    let mut imported = article(bytes, Some(Path::new(served.url)), chosen, said)?;
    imported.article.provenance.file = None;
    imported.article.provenance.url = Some(served.url.to_owned());
    Ok(imported)
}

/// What is said of bytes from outside.
struct Said<'a> {
    extension: Option<&'a str>,
    chapter: Option<&'a str>,
    /// Counts more than what they say themselves.
    charset: Option<&'static encoding_rs::Encoding>,
}

fn article(
    bytes: &[u8],
    path: Option<&Path>,
    chosen: Option<Encoding>,
    said: Said,
) -> Result<Imported, ImportError> {
    let name = || path.map_or_else(|| PathBuf::from("the text"), Path::to_path_buf);
    if bytes.len() as u64 > limits::MAX_FILE_BYTES {
        return Err(ImportError::TooLarge { path: name() });
    }
    let provenance = Provenance {
        file: path.map(Path::to_path_buf),
        encoding: "UTF-8".to_owned(),
        ..Provenance::default()
    };
    let fault = |fault| ImportError::Document {
        path: name(),
        fault,
    };
    let mut imported = match kind::sniff(bytes, said.extension) {
        FileKind::Other { what, advice } => {
            return Err(ImportError::NotText {
                path: name(),
                what,
                advice,
            });
        }
        FileKind::Mht => {
            let Some(page) = mht::page(bytes) else {
                return Err(fault(Fault::damaged("its parts", "none of them is a page")));
            };
            let declared = page.charset.or_else(|| declaration::of_page(&page.bytes));
            let decoded = decoded(&page.bytes, chosen, declared, name)?;
            let imported = characters(decoded, Characters::Html, provenance, name())?;
            return finished(imported, bytes, name());
        }
        FileKind::Characters(format) => {
            let declared = said.charset.or_else(|| match format {
                Characters::Html | Characters::Subtitles(Written::Sami) => {
                    declaration::of_page(bytes)
                }
                _ => declaration::of_xml(bytes),
            });
            let decoded = decoded(bytes, chosen, declared, name)?;
            let imported = characters(decoded, format, provenance, name())?;
            return finished(imported, bytes, name());
        }
        FileKind::Zip => office::article(bytes, said.chapter, provenance).map_err(fault)?,
        FileKind::Locked => return Err(fault(Fault::Encrypted)),
        FileKind::Rtf => rtf::article(bytes, provenance).map_err(fault)?,
        FileKind::Hwp => hwp::article(bytes, provenance).map_err(fault)?,
        FileKind::Pdf => pdf::article(bytes, provenance).map_err(fault)?,
    };
    if chosen.is_some() {
        imported.warnings.push(ImportWarning::EncodingUnused);
    }
    finished(imported, bytes, name())
}

fn finished(mut imported: Imported, bytes: &[u8], path: PathBuf) -> Result<Imported, ImportError> {
    if imported.article.blocks.is_empty() {
        return Err(if imported.warnings.contains(&ImportWarning::ScriptPage) {
            ImportError::ScriptPage { path }
        } else {
            ImportError::Empty { path }
        });
    }
    let told = |warning: &ImportWarning| {
        use ImportWarning::{Undecodable, UnknownLetters};
        matches!(warning, Undecodable { .. } | UnknownLetters { .. })
    };
    let text = &imported.article.text;
    let count = text.matches(char::REPLACEMENT_CHARACTER).count();
    if count > 0 && !imported.warnings.iter().any(told) {
        imported.warnings.push(ImportWarning::Lost { count });
    }
    imported.original = bytes.into();
    Ok(imported)
}

/// The text of `bytes`, in the encoding that was chosen or that they declare, or in the likeliest.
fn decoded(
    bytes: &[u8],
    chosen: Option<Encoding>,
    declared: Option<&'static encoding_rs::Encoding>,
    path: impl Fn() -> PathBuf,
) -> Result<Decoded, ImportError> {
    let decoded = match chosen {
        Some(chosen) => Some(chosen.decode(bytes)),
        None => encoding::decode(bytes, declared),
    };
    decoded.ok_or_else(|| {
        if bytes.contains(&0) {
            ImportError::NotText {
                path: path(),
                what: "a binary file",
                advice: "choose a text file or a saved web page",
            }
        } else {
            ImportError::UnknownEncoding { path: path() }
        }
    })
}

/// An article of a format that is characters.
fn characters(
    decoded: Decoded,
    format: Characters,
    mut provenance: Provenance,
    path: PathBuf,
) -> Result<Imported, ImportError> {
    provenance.encoding = decoded.encoding.name().to_owned();
    let undecodable = (decoded.undecodable > 0).then(|| ImportWarning::Undecodable {
        encoding: decoded.encoding.name(),
        count: decoded.undecodable,
    });
    let text = text::normalize(decoded.text);
    if format == Characters::Html && page::open_elements(&text) > limits::MAX_HTML_DEPTH {
        return Err(ImportError::TooDeep { path });
    }
    let imported = match format {
        Characters::Html => tags::check(&text).map(|()| html::article(&text, provenance)),
        Characters::Hwpml => office::hwpml(&text, provenance),
        Characters::Plain => text::check(&text).map(|()| text::article(text, provenance)),
        Characters::Markdown => markdown::article(&text, provenance),
        Characters::Subtitles(written) => subtitles::article(&text, written, provenance),
    };
    let mut imported = imported.map_err(|fault| ImportError::Document { path, fault })?;
    imported.warnings.extend(undecodable);
    imported.has_encoding = true;
    Ok(imported)
}

/// Bytes as text, in the encoding that their XML declaration names or whatever they are in; `None` if that cannot be
/// told. Where they are no text stands `�`.
pub fn decode(bytes: &[u8]) -> Option<String> {
    encoding::decode(bytes, declaration::of_xml(bytes)).map(|decoded| decoded.text)
}

/// Pasted text as an article; it may be empty. The source of a page, or of a piece of one, is read as a page.
pub fn from_text(text: String) -> Imported {
    let mut provenance = Provenance {
        encoding: "UTF-8".to_owned(),
        ..Provenance::default()
    };
    let original = text.as_bytes().into();
    let text = text::normalize(text);
    let html = clipboard::html(&text)
        .filter(|pasted| page::open_elements(pasted.html) <= limits::MAX_HTML_DEPTH)
        .filter(|pasted| tags::check(pasted.html).is_ok());
    let imported = match html {
        Some(pasted) => {
            provenance.url = pasted.url.map(str::to_owned);
            html::article(pasted.html, provenance)
        }
        None => text::article(text, provenance),
    };
    Imported {
        original,
        ..imported
    }
}
