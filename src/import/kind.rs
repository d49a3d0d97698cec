//! What a file is by its first bytes.

/// How the names of files end that are read as articles, for file dialogs; what a file is its content says.
pub const EXTENSIONS: [&str; 11] = [
    "txt", "html", "htm", "xhtml", "docx", "odt", "pptx", "hwpx", "xlsx", "xlsm", "epub",
];

/// A format that is told by content rather than by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Html,
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

const CONVERT: &str = "open it in the program that made it and save it as plain text";
const IMAGE: &str = "use a file with text in it, not a picture of text";

/// The container of the old Office formats, and of newer documents with a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0";

const SIGNATURES: [(&[u8], &str, &str); 16] = [
    (b"%PDF", "a PDF", "copy its text into a text file"),
    (
        b"PK\x05\x06",
        "an empty zip archive",
        "unpack it and use the file inside",
    ),
    (OLE, "an old office document (doc, hwp)", CONVERT),
    (b"HWP Document File", "a HWP document", CONVERT),
    (b"{\\rtf", "an RTF document", CONVERT),
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

pub(super) fn sniff(bytes: &[u8], extension: Option<&str>) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") {
        return Kind::Zip;
    }
    if bytes.starts_with(OLE) && is_locked(bytes) {
        return Kind::Locked;
    }
    if let Some((_, what, advice)) = SIGNATURES
        .iter()
        .find(|(start, _, _)| bytes.starts_with(start))
    {
        return Kind::Other { what, advice };
    }
    let named = extension.map(str::to_ascii_lowercase);
    match named.as_deref() {
        Some("html" | "htm" | "xhtml" | "mhtml") => Kind::Html,
        Some("txt" | "md") => Kind::Text,
        _ if looks_like_html(bytes) => Kind::Html,
        _ => Kind::Text,
    }
}

/// Office puts a document with a password into a stream of this name, in UTF-16.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|at| at == name)
}

fn looks_like_html(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes
        .iter()
        .take(1024)
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let start = String::from_utf8_lossy(&start);
    let start = start
        .trim_start_matches(['\u{FEFF}', '\u{FFFD}'])
        .trim_start();
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (start.starts_with('<')
            && (start.contains("<head") || start.contains("<body") || start.contains("<html")))
}
