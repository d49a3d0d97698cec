//! Packages for tests: real ones from disk, and small ones made here.

#![allow(dead_code)]

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(crate) fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/office");
    folder.join(name)
}

pub(crate) type Parts<'a> = Vec<(&'a str, Vec<u8>)>;

/// A zip file of these parts.
pub(crate) fn package(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a zip file.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut content = Vec::new();
        std::io::copy(&mut part, &mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

/// A Word document whose main part is `document`, elements of its body, with styles.
pub(crate) fn docx(body: &str, styles: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    word(document.into_bytes(), styles)
}

/// A Word document whose main part is `document`.
pub(crate) fn word(document: Vec<u8>, styles: &str) -> Vec<u8> {
    let relations =
        |relations: &str| format!("<Relationships>{relations}</Relationships>").into_bytes();
    let styles = format!("<w:styles xmlns:w='w'>{styles}</w:styles>");
    // SharePoint calls the main part so.
    package(&[
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        (
            "_rels/.rels",
            relations(
                "<Relationship Id='a' Type='x/officeDocument' Target='/word/document2.xml'/>",
            ),
        ),
        ("word/document2.xml", document),
        (
            "word/_rels/document2.xml.rels",
            relations("<Relationship Id='b' Type='x/styles' Target='styles.xml'/>"),
        ),
        ("word/styles.xml", styles.into_bytes()),
    ])
}
