//! What can be wrong with a file.

use super::limits;
use std::path::PathBuf;

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
    #[error(
        "{path}: has no text, only scripts that load it; open it in a browser, wait until the article shows and save it from there",
        path = path.display()
    )]
    ScriptPage { path: PathBuf },
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
    #[error("{path}: nothing of its text stands between these bytes", path = path.display())]
    NoPart { path: PathBuf },
    #[error("{path}: {fault}", path = path.display())]
    Document { path: PathBuf, fault: Fault },
}

/// Why the reader of a document format gives up. The file's name stands before the message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// `place` is where a person or a maintainer would look: a part of the document, a byte, a page.
    #[error("is damaged at {place} ({why}); open it in the program that made it and save it again")]
    Damaged { place: String, why: String },
    #[error(
        "is protected by a password; open it in the program that made it and save it without one"
    )]
    Encrypted,
    #[error(
        "is a distribution document (배포용 문서), which may be looked at but not copied; ask its author for the original"
    )]
    Distribution,
    #[error(
        "has no text, only pictures of pages; read them with a text recognition (OCR) program first and load what it makes"
    )]
    Scanned,
    #[error(
        "has fonts that do not tell which letters they show; open it in the program that made it, or copy its text from a PDF viewer and see that it is legible"
    )]
    NoLetters,
    /// `what` has the verb, such as "it unpacks to"; `name` is the constant's.
    #[error(
        "{what} more than {limit} {unit} ({name}); save the part you need as a file of its own"
    )]
    OverLimit {
        what: &'static str,
        limit: u64,
        unit: &'static str,
        name: &'static str,
    },
    /// A format, or a kind of it, that has no reader.
    #[error("is {what}; {advice}")]
    Unread {
        what: &'static str,
        advice: &'static str,
    },
    #[error(
        "holds English and Korean side by side; open it as pairs (jjak convert), or save one column as a file of its own"
    )]
    Pairs,
    #[error("there is no chapter {asked}; it has:{}", listed(titles))]
    NoChapter { asked: String, titles: Vec<String> },
}

/// Chapters with their numbers, a line each.
fn listed(titles: &[String]) -> String {
    let lines = titles.iter().enumerate();
    lines
        .map(|(at, title)| format!("\n  #{} {title}", at + 1))
        .collect()
}

impl Fault {
    pub(crate) fn damaged(place: impl ToString, why: impl ToString) -> Fault {
        Fault::Damaged {
            place: place.to_string(),
            why: why.to_string(),
        }
    }
}
