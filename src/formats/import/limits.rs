//! How much is read. What is larger is refused with an error that names the limit.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Largest file, before decoding: fifty long novels.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// Most elements of a web page that are asked which of them are the article; a larger page is read whole.
pub const MAX_READABLE_ELEMENTS: usize = 60_000;

/// Deepest nesting of a web page that is asked which part of it is the article; a deeper one is read whole.
pub const MAX_READABLE_DEPTH: usize = 200;

/// Most bytes that may have to be looked through to write a web page that is asked which part of it is the article,
/// some tenth of a second; one of hundreds of thousands of ampersands in a row is read whole.
pub const MAX_READABLE_ESCAPING: u64 = 4 << 30;

/// Most elements of a web page that may be open at once. Browsers stop at 512; the time to read a page grows with
/// the square of it.
pub const MAX_HTML_DEPTH: usize = 2_000;

/// Most elements of a web page: each takes some hundred bytes of memory.
pub const MAX_HTML_ELEMENTS: usize = 1_000_000;

/// Most attributes of one tag of a web page; the time to read a tag grows with the square of it.
pub const MAX_HTML_ATTRIBUTES: usize = 1_000;

/// Most paragraphs or lines of one text, so that short ones take no more memory than long ones.
pub const MAX_BLOCKS: usize = 1_000_000;

/// Most sentences of one text that is to be paired.
pub const MAX_SENTENCES: usize = 1_000_000;

/// Most text of one document, in bytes, however small its file is packed.
pub const MAX_DOCUMENT_TEXT: usize = 64 << 20;

/// Deepest nesting of lists and quotes in Markdown.
pub const MAX_MARKDOWN_DEPTH: usize = 500;

/// Most groups of an RTF file that may be open at once.
pub const MAX_RTF_DEPTH: usize = 2_000;

/// Notes of an RTF file within notes.
pub const MAX_RTF_NOTES_IN_NOTES: usize = 20;

/// Most bytes that one stream of a HWP document unpacks to.
pub const MAX_HWP_STREAM: u64 = 128 << 20;

/// Most bytes that one stream of a PDF unpacks to.
pub const MAX_PDF_STREAM: u64 = 256 << 20;

/// Most drawing operations of all pages of a PDF.
pub const MAX_PDF_OPERATIONS: u64 = 50_000_000;

/// Most files in one zipped document.
pub const MAX_ZIP_ENTRIES: usize = 20_000;

/// Largest part of a zipped document, unpacked, in bytes.
pub const MAX_PART_BYTES: u64 = 128 << 20;

/// Most bytes that are unpacked of one document; pictures are not.
pub const MAX_UNPACKED_BYTES: u64 = 256 << 20;

/// Deepest nesting of elements in a part of a document. A table in a table in a list needs thirty.
pub const MAX_XML_DEPTH: usize = 400;

/// Most cells of one workbook, up to the last of each row that holds anything.
pub const MAX_SHEET_CELLS: usize = 4_000_000;

/// The bytes of a file of at most [`MAX_FILE_BYTES`]; a pipe may be one.
///
/// # Errors
/// What the system says, or that it is larger.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = File::open(path)?.take(MAX_FILE_BYTES + 1);
    file.read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!(
                "it is larger than {} MiB, MAX_FILE_BYTES",
                MAX_FILE_BYTES >> 20
            ),
        ))
    } else {
        Ok(bytes)
    }
}
