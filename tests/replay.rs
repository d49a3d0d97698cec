//! What fuzzing found, given to the readers again: each file of `tests/files/fuzz/READER` once broke one.

#[path = "fuzz/readers.rs"]
mod readers;

use std::fs;
use std::path::Path;

#[test]
fn what_broke_a_reader_once_breaks_none_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/fuzz");
    for reader in [
        "text", "html", "markdown", "rtf", "hwp", "pdf", "srt", "sami", "project", "journal",
        "srx", "lists", "tmx", "tsv", "csv", "jsonl", "zip", "docx", "odt", "odp", "ods", "pptx",
        "hwpx", "xlsx", "epub", "xliff", "po", "standoff", "ladder",
    ] {
        let found = fs::read_dir(folder.join(reader)).into_iter().flatten();
        for file in found.flatten() {
            readers::read(reader, &fs::read(file.path()).unwrap());
        }
    }
}

/// The part with a document's text, unpacked and then damaged: within a zip file its sum would tell.
#[test]
fn damaged_parts_of_documents_are_refused_or_read() {
    for (reader, file, part) in [
        ("docx", "news.en.docx", "word/document.xml"),
        ("odt", "notes.en.odt", "content.xml"),
        ("odp", "slides.en.odp", "content.xml"),
        ("ods", "column.ko.ods", "content.xml"),
        ("pptx", "slides.en.pptx", "ppt/slides/slide4.xml"),
        ("hwpx", "notes.ko.hwpx", "Contents/section0.xml"),
        ("xlsx", "column.ko.xlsx", "xl/worksheets/sheet1.xml"),
        ("epub", "book.en.epub", "EPUB/c2.xhtml"),
    ] {
        let bytes = fs::read(crate::office::file(file)).unwrap();
        let parts = crate::office::parts(&bytes);
        let (_, bytes) = parts.iter().find(|(name, _)| name == part).expect(part);
        readers::read(reader, bytes);
        for at in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            readers::read(reader, &bytes[..at]);
            let mut turned = bytes.clone();
            turned[at] ^= 0x15;
            readers::read(reader, &turned);
            readers::read(reader, &[&bytes[..at], &bytes[at / 2..]].concat());
        }
    }
}

/// Damage of the plain kinds, without a fuzzer: cut short, a byte turned, a piece twice.
#[test]
fn damaged_files_are_refused_or_read() {
    let read = |name: &str| fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    for (reader, file) in [
        ("text", "samples/ferry.ko.txt"),
        ("html", "samples/harbor.en.html"),
        ("markdown", "tests/files/a.md"),
        ("rtf", "tests/files/word.rtf"),
        ("hwp", "tests/files/harbor.hwp"),
        ("pdf", "tests/files/columns.pdf"),
        ("pdf", "tests/files/m.pdf"),
        ("srt", "tests/files/a.srt"),
        ("sami", "tests/files/a.smi"),
        ("project", "tests/fuzz/snapshot.jjak"),
        ("lists", "tests/evidence/names.tsv"),
        ("xliff", "tests/files/pairs/trados.sdlxliff"),
        ("xliff", "tests/files/pairs/npm-2.0.xlf"),
        ("po", "tests/files/pairs/gettext.po"),
        ("standoff", "tests/fuzz/standoff.txt"),
        ("csv", "tests/files/pairs/libreoffice-utf16.tsv"),
        ("zip", "tests/files/office/notes.en.odt"),
        ("zip", "tests/files/office/notes.ko.hwpx"),
    ] {
        let bytes = read(file);
        for at in (0..bytes.len()).step_by(bytes.len() / 5 + 1) {
            readers::read(reader, &bytes[..at]);
            let mut turned = bytes.clone();
            turned[at] ^= 0xa5;
            readers::read(reader, &turned);
            readers::read(reader, &[&bytes[..at], &bytes[at / 2..]].concat());
        }
    }
}
