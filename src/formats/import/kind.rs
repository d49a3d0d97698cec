//! What a file is by its first bytes.

use super::hwp;
use super::mht;
use super::subtitles::{self, Written};

/// How the names of files end that are read as articles, for file dialogs; what a file is its content says.
pub const EXTENSIONS: [&str; 25] = [
    "txt", "html", "htm", "xhtml", "md", "srt", "vtt", "smi", "docx", "odt", "rtf", "hwp", "pdf",
    "odp", "ods", "pptx", "hwpx", "xlsx", "xlsm", "epub", "markdown", "sami", "hml", "mht",
    "mhtml",
];

/// A format that is told by content rather than by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Characters(Characters),
    /// A web page in a message.
    Mht,
    Rtf,
    Hwp,
    Pdf,
    /// A zip file: an office document or a book, told by what is in it.
    Zip,
    /// An office document that needs a password before it can be told what it is.
    Locked,
    /// Not text: what it looks like, and what a person can do.
    Other {
        what: &'static str,
        advice: &'static str,
    },
}

/// A format of characters in some encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Characters {
    Plain,
    Html,
    Hwpml,
    Markdown,
    Subtitles(Written),
}

/// What compound files begin with: old office documents, and HWP 5.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";
const IMAGE: &str = "use a file with text in it, not a picture of text";

const SIGNATURES: [(&[u8], &str, &str); 15] = [
    (
        b"PK\x05\x06",
        "an empty zip archive",
        "unpack it and use the file inside",
    ),
    (
        COMPOUND,
        "an old office document (doc, xls, ppt)",
        "open it in the program that made it and save it as docx, or as plain text",
    ),
    (
        b"HWP Document File",
        "a HWP 3 document (한글 97 or older)",
        "open it in Hangul (한글) and save it as HWP 5, HWPX or plain text",
    ),
    (
        b"{\"jjak\":{\"version\":",
        "a Jjak project",
        "open it by itself, or write its pairs with jjak export",
    ),
    (b"\x89PNG", "an image (PNG)", IMAGE),
    (b"\xFF\xD8\xFF", "an image (JPEG)", IMAGE),
    (b"GIF8", "an image (GIF)", IMAGE),
    (b"BM\x00", "an image (BMP)", IMAGE),
    (
        b"\x1F\x8B",
        "a gzip archive",
        "unpack it and use the file inside",
    ),
    (
        b"7z\xBC\xAF",
        "a 7-Zip archive",
        "unpack it and use the file inside",
    ),
    (
        b"Rar!",
        "a RAR archive",
        "unpack it and use the file inside",
    ),
    (b"\x7FELF", "a program", "use a text file"),
    (b"MZ\x90", "a program", "use a text file"),
    (b"SQLite format 3", "a database", "export its text first"),
    (b"ID3", "a sound file", "use a text file"),
];

/// How far into a file its signature may stand: some begin with a line of their own.
const PDF_WITHIN: usize = 1024;
/// How much of a file of characters tells its format (bytes).
const BEGINNING: usize = 1024;
/// How much of it a document type with entities may take before the first element.
const DOCTYPE_WITHIN: usize = 16 << 10;

pub(super) fn sniff(bytes: &[u8], extension: Option<&str>) -> FileKind {
    let head = &bytes[..bytes.len().min(PDF_WITHIN)];
    let begins = bytes.trim_ascii_start();
    if head.windows(5).any(|window| window == b"%PDF-") && !begins.starts_with(b"<") {
        return FileKind::Pdf;
    }
    if begins.starts_with(b"{\\rt") {
        return FileKind::Rtf;
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return FileKind::Zip;
    }
    if bytes.starts_with(COMPOUND) {
        if hwp::is_hwp(bytes) {
            return FileKind::Hwp;
        }
        if is_locked(bytes) {
            return FileKind::Locked;
        }
    }
    if let Some((_, what, advice)) = SIGNATURES
        .iter()
        .find(|(start, _, _)| bytes.starts_with(start))
    {
        return FileKind::Other { what, advice };
    }
    if mht::is_message(bytes) {
        return FileKind::Mht;
    }
    if is_hwpml(bytes) {
        return FileKind::Characters(Characters::Hwpml);
    }
    let named = extension.map(str::to_ascii_lowercase);
    FileKind::Characters(match named.as_deref() {
        Some("html" | "htm" | "xhtml" | "mhtml") => Characters::Html,
        Some("md" | "markdown" | "mkd") => Characters::Markdown,
        Some("smi" | "sami") => Characters::Subtitles(Written::Sami),
        Some("srt" | "vtt") => Characters::Subtitles(Written::Timed),
        Some("txt") => Characters::Plain,
        _ => match subtitles::sniff(&start(bytes, BEGINNING)) {
            Some(written) => Characters::Subtitles(written),
            None if looks_like_html(bytes) => Characters::Html,
            None => Characters::Plain,
        },
    })
}

/// Office puts a document with a password into a stream of this name, in UTF-16.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|at| at == name)
}

/// Whether `bytes` are a HWPML document, whatever its name: an XML file whose first element is that.
fn is_hwpml(bytes: &[u8]) -> bool {
    let start = start(bytes, DOCTYPE_WITHIN);
    let mut elements = start.match_indices('<').map(|(at, _)| &start[at + 1..]);
    let first = elements.find(|element| !element.starts_with(['?', '!']));
    start.starts_with('<') && first.is_some_and(|first| first.starts_with("hwpml"))
}

/// The first characters in small letters, without the zeros of UTF-16, of so many bytes.
fn start(bytes: &[u8], most: usize) -> String {
    let start: Vec<u8> = bytes
        .iter()
        .take(most)
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let start = String::from_utf8_lossy(&start);
    let start = start.trim_start_matches(['\u{FEFF}', '\u{FFFD}']);
    start.trim_start().to_owned()
}

fn looks_like_html(bytes: &[u8]) -> bool {
    let start = start(bytes, BEGINNING);
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (start.starts_with('<')
            && (start.contains("<head") || start.contains("<body") || start.contains("<html")))
}
