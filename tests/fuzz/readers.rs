//! Every reader by name, as the fuzz targets and the replay in `cargo test` call it.

#![allow(dead_code)]

use jjak::clean::NeverRule;
use jjak::evidence::Evidence;
use jjak::evidence::glossary::Glossary;
use jjak::evidence::lexicon::Lexicon;
use jjak::exchange::{self, Format};
use jjak::import;
use jjak::project;
use jjak::segment::{Rules, Srx, SrxUse};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A project of one row, before its journal.
const SNAPSHOT: &str = include_str!("snapshot.jjak");

/// Gives `bytes` to the reader called `name`. That it comes back at all is what is tested; what it gives is seen to be
/// sound.
pub(super) fn read(name: &str, bytes: &[u8]) {
    match name {
        "text" => article(bytes, "a.txt"),
        "html" => article(bytes, "a.html"),
        "markdown" => article(bytes, "a.md"),
        "rtf" => article(&[b"{\\rtf1", bytes].concat(), "a.rtf"),
        "hwp" => article(bytes, "a.hwp"),
        "pdf" => article(bytes, "a.pdf"),
        "srt" => article(bytes, "a.srt"),
        "sami" => article(bytes, "a.smi"),
        "zip" => article(bytes, "a.zip"),
        "docx" => part(bytes, "word/document.xml", &[]),
        "pptx" => part(
            bytes,
            "ppt/slides/slide1.xml",
            &[
                (
                    "ppt/presentation.xml",
                    "<presentation><sldId r:id='a'/></presentation>",
                ),
                ("ppt/_rels/presentation.xml.rels", PPTX_RELATIONS),
            ],
        ),
        "xlsx" => part(
            bytes,
            "xl/worksheets/sheet1.xml",
            &[
                (
                    "xl/workbook.xml",
                    "<workbook><sheet name='a' r:id='a'/></workbook>",
                ),
                ("xl/_rels/workbook.xml.rels", XLSX_RELATIONS),
            ],
        ),
        "odt" => part(
            bytes,
            "content.xml",
            &[("mimetype", "application/vnd.oasis.opendocument.text")],
        ),
        "odp" => part(
            bytes,
            "content.xml",
            &[(
                "mimetype",
                "application/vnd.oasis.opendocument.presentation",
            )],
        ),
        "ods" => part(
            bytes,
            "content.xml",
            &[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")],
        ),
        "hwpx" => part(
            bytes,
            "Contents/section0.xml",
            &[
                ("mimetype", "application/hwp+zip"),
                (
                    "Contents/content.hpf",
                    "<package><item id='a' href='Contents/section0.xml'/><itemref idref='a'/></package>",
                ),
            ],
        ),
        "epub" => part(
            bytes,
            "c.xhtml",
            &[
                ("mimetype", "application/epub+zip"),
                ("META-INF/container.xml", "<rootfile full-path='b.opf'/>"),
                (
                    "b.opf",
                    "<package><item id='a' href='c.xhtml' media-type='xhtml'/><itemref idref='a'/></package>",
                ),
            ],
        ),
        "project" => project(bytes),
        "srx" => srx(&String::from_utf8_lossy(bytes)),
        "lists" => lists(&String::from_utf8_lossy(bytes)),
        "tmx" | "tsv" | "csv" | "jsonl" | "xliff" | "po" => pairs(bytes, name),
        "standoff" => standoff(bytes),
        "ladder" => ladder(bytes),
        "journal" => project(&[SNAPSHOT.as_bytes(), bytes].concat()),
        other => panic!("no reader is called {other}"),
    }
}

const PPTX_RELATIONS: &str = "<Relationships><Relationship Id='a' Type='x/slide' Target='slides/slide1.xml'/></Relationships>";
const XLSX_RELATIONS: &str = "<Relationships><Relationship Id='a' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";

/// `bytes` as the part of a document that holds its text, with the others it needs.
fn part(bytes: &[u8], name: &str, others: &[(&str, &str)]) {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let office = ["word/", "ppt/", "xl/"]
        .iter()
        .any(|folder| name.starts_with(folder));
    let types = office.then_some(("[Content_Types].xml", "<Types/>"));
    let others = others.iter().copied().chain(types);
    for (name, bytes) in others
        .map(|(name, text)| (name, text.as_bytes()))
        .chain([(name, bytes)])
    {
        zip.start_file(name, stored).expect("a part begins");
        zip.write_all(bytes).expect("memory takes it");
    }
    let package = zip.finish().expect("the zip file is whole").into_inner();
    article(&package, "a.zip");
}

/// Blocks leave out nothing but white space, before cleaning and after.
fn article(bytes: &[u8], name: &str) {
    let Ok(imported) = import::from_bytes(bytes, Some(Path::new(name))) else {
        return;
    };
    if let Some(both) = import::bilingual::separate(&imported) {
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let [en, ko, all] = [&both.en, &both.ko, &imported].map(|side| letters(&side.article.text));
        assert_eq!(en + ko, all, "separated without loss");
    }
    let article = jjak::clean::clean(imported.article);
    let mut end = 0;
    for block in &article.blocks {
        assert!(article.text[end..block.span.start].trim().is_empty());
        end = block.span.end;
    }
    assert!(article.text[end..].trim().is_empty());
    jjak::segment::segment(&article);
}

/// Rules that are read cut any text without losing a letter of it.
fn srx(file: &str) {
    let Ok(srx) = Srx::read(file) else {
        return;
    };
    let again = Srx::read(&srx.to_xml()).expect("what was written is read");
    let rules = |srx: &Srx| {
        srx.languages
            .iter()
            .map(|language| language.rules.len())
            .sum::<usize>()
    };
    assert_eq!(
        rules(&again),
        rules(&srx),
        "faulty rules are written as they were"
    );
    let rules = Rules {
        srx: Some((srx, SrxUse::Extend)),
        ..Rules::default()
    };
    let imported = import::from_text("Mr. A met Kapt. B; they left. 그는 갔다. 3.5%였다.".into());
    rules.segment(&imported.article);
}

/// A line of a glossary and a rule of `never.txt`, each on the file's own lines.
fn lists(file: &str) {
    if let Ok(glossary) = Glossary::read(file) {
        let lexicon = Lexicon::with_glossary(&glossary);
        Evidence::of(&[file], &[file], &lexicon);
    }
    for line in file.lines().take(50) {
        if let Some(rule) = NeverRule::like(line) {
            assert!(rule.matches(line) || line.len() > 2_000, "{line:?}");
        }
    }
}

/// Whatever a file of pairs says, the bitext it makes is sound.
fn pairs(bytes: &[u8], name: &str) {
    let kind = Format::to_read(name).expect("a format of pairs");
    if let Ok(aligned) = exchange::read(bytes, kind, None) {
        aligned.into_bitext().check().unwrap();
    }
}

/// An alignment and its two texts in one file, parted by lines of `----`.
fn standoff(bytes: &[u8]) {
    let mut files = parts(bytes);
    let alignment = files.remove(0);
    if let Ok(aligned) = exchange::read_standoff(&alignment, &files) {
        aligned.into_bitext().check().unwrap();
    }
}

/// A ladder and the two files it was made of, likewise.
fn ladder(bytes: &[u8]) {
    let files = parts(bytes);
    let part = |nth: usize| files.get(nth).map_or(&[][..], Vec::as_slice);
    if let Ok(aligned) = exchange::read_ladder(part(0), part(1), part(2)) {
        aligned.into_bitext().check().unwrap();
    }
}

fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let parts = text.split("\n----\n");
    parts.map(|part| part.as_bytes().to_vec()).collect()
}

fn project(bytes: &[u8]) {
    let Ok(loaded) = project::read_from(bytes, Path::new("a.jjak")) else {
        return;
    };
    let mut project = loaded.project;
    project.bitext.check().unwrap();
    while project.history.undo(&mut project.bitext).is_some() {}
    while project.history.redo(&mut project.bitext).is_some() {}
}
