//! Office documents that are damaged, locked, made to harm, or written in ways that few programs write.

use crate::office::{docx, file, package, parts, word};
use jjak::import::{self, Fault, ImportError, ImportWarning, Imported, Part, limits};
use std::path::Path;

const FILES: [&str; 9] = [
    "news.en.docx",
    "notes.en.odt",
    "notes.ko.hwpx",
    "slides.en.pptx",
    "slides.en.odp",
    "column.ko.ods",
    "column.ko.xlsx",
    "book.en.epub",
    "notes.en.docx",
];

fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    import::from_bytes(bytes, Some(Path::new("a.docx")))
}

fn fault(bytes: &[u8]) -> Fault {
    match read(bytes) {
        Err(ImportError::Document { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

fn text(bytes: &[u8]) -> String {
    read(bytes)
        .unwrap_or_else(|error| panic!("{error}"))
        .article
        .text
}

#[test]
fn documents_cut_short_are_refused_by_name() {
    for name in FILES {
        let bytes = std::fs::read(file(name)).unwrap();
        for part in 1..8 {
            let error = read(&bytes[..bytes.len() * part / 8]).expect_err(name);
            let error = error.to_string();
            assert!(
                error.starts_with("a.docx: is damaged at"),
                "{name}: {error}"
            );
            assert!(error.contains("save it again"), "{error}");
        }
    }
}

#[test]
fn a_damaged_part_is_refused_or_its_text_is_missed_by_no_panic() {
    for name in FILES {
        let whole = parts(&std::fs::read(file(name)).unwrap());
        for damaged in 0..whole.len() {
            for damage in 0..3 {
                let made: Vec<(&str, Vec<u8>)> = whole
                    .iter()
                    .enumerate()
                    .map(|(at, (name, bytes))| {
                        let bytes = match damage {
                            _ if at != damaged => bytes.clone(),
                            0 => b"\xFF\x00 garbage <a <b".to_vec(),
                            1 => bytes[..bytes.len() / 2].to_vec(),
                            _ => Vec::new(),
                        };
                        (name.as_str(), bytes)
                    })
                    .collect();
                if let Err(error) = read(&package(&made)) {
                    assert!(error.to_string().starts_with("a.docx: "), "{error}");
                }
            }
        }
    }
    let broken = word(b"<w:document><w:body><w:p>".to_vec(), "");
    let error = read(&broken).expect_err("not closed").to_string();
    assert!(
        error.contains("word/document2.xml, byte 25 (<p> is not closed)"),
        "{error}"
    );
}

#[test]
fn what_unpacks_to_too_much_names_the_limit() {
    let over = |bytes: &[u8], wanted: &str| match fault(bytes) {
        Fault::OverLimit { name, .. } => assert_eq!(name, wanted),
        other => panic!("{other}"),
    };
    let bomb = vec![b' '; limits::MAX_PART_BYTES as usize + 1];
    over(&word(bomb, ""), "MAX_PART_BYTES");
    let names: Vec<String> = (0..=limits::MAX_ZIP_ENTRIES)
        .map(|at| format!("{at}"))
        .collect();
    let many: Vec<(&str, Vec<u8>)> = names
        .iter()
        .map(|name| (name.as_str(), Vec::new()))
        .collect();
    over(&package(&many), "MAX_ZIP_ENTRIES");
    let deep = "<w:sdt>".repeat(limits::MAX_XML_DEPTH);
    over(&docx(&deep, ""), "MAX_XML_DEPTH");
    let wide =
        "<row><c r='XFD1' t='str'><v>a</v></c></row>".repeat(limits::MAX_SHEET_CELLS / 16_384 + 1);
    over(&with_rows(&wide), "MAX_SHEET_CELLS");
}

#[test]
fn codes_beside_korean_text_make_no_pairs() {
    let row = |name: &str, text: &str| {
        format!("<row><c t='str'><v>{name}</v></c><c t='str'><v>{text}</v></c></row>")
    };
    let codes = row(
        "Dolphin 2",
        "목포에서 흑산도까지 다섯 시간 반이 걸리는 밤배다.",
    );
    assert!(read(&with_rows(&codes.repeat(3))).is_ok());
    let pairs = row(
        "The night ferry takes five hours and a half.",
        "밤배는 다섯 시간 반이 걸린다.",
    );
    let faulty = read(&with_rows(&pairs.repeat(3)));
    assert!(faulty.is_err_and(|error| error.to_string().contains("side by side")));
}

/// A workbook whose one sheet has these rows.
fn with_rows(rows: &str) -> Vec<u8> {
    let whole = parts(&std::fs::read(file("pairs.xlsx")).unwrap());
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let made: Vec<(&str, Vec<u8>)> = whole
        .iter()
        .map(|(name, bytes)| match name.as_str() {
            "xl/worksheets/sheet1.xml" => (name.as_str(), sheet.clone().into_bytes()),
            name => (name, bytes.clone()),
        })
        .collect();
    package(&made)
}

#[test]
fn what_has_a_password_is_refused_with_the_reason() {
    let mut office = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    office.resize(2_000, 0);
    office.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(fault(&office), Fault::Encrypted);

    let manifest =
        b"<manifest><file-entry full-path='content.xml'><encryption-data/></file-entry></manifest>";
    for mimetype in [
        "application/vnd.oasis.opendocument.text",
        "application/hwp+zip",
    ] {
        let locked = package(&[
            ("mimetype", mimetype.into()),
            ("META-INF/manifest.xml", manifest.to_vec()),
        ]);
        assert_eq!(fault(&locked), Fault::Encrypted, "{mimetype}");
    }

    let book = parts(&std::fs::read(file("book.en.epub")).unwrap());
    let lock = |uri: &str| {
        let rights = format!("<encryption><CipherReference URI='{uri}'/></encryption>");
        let mut parts: Vec<(&str, Vec<u8>)> = book
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.clone()))
            .collect();
        parts.push(("META-INF/encryption.xml", rights.into_bytes()));
        package(&parts)
    };
    assert_eq!(fault(&lock("EPUB/c1.xhtml")), Fault::Encrypted);
    // Fonts are scrambled in many books.
    assert!(read(&lock("EPUB/font.otf")).is_ok());
}

#[test]
fn other_zip_files_say_what_they_are() {
    let archive = package(&[("letter.txt", b"Dear".to_vec())]);
    let error = read(&archive).expect_err("an archive").to_string();
    assert!(error.contains("is a zip archive; unpack it"), "{error}");
    let drawing = package(&[(
        "mimetype",
        "application/vnd.oasis.opendocument.graphics".into(),
    )]);
    assert!(matches!(fault(&drawing), Fault::Unread { .. }));
}

#[test]
fn entities_sections_of_data_and_utf_16_say_what_they_say() {
    let said =
        "<w:p><w:r><w:t>R&amp;D &lt;b&gt; &#54620;&#xAD6D; <![CDATA[<&>]]></w:t></w:r></w:p>";
    assert_eq!(text(&docx(said, "")), "R&D <b> 한국 <&>");
    let document = format!(
        "<?xml version='1.0' encoding='UTF-16'?><w:document><w:body>{said}</w:body></w:document>"
    );
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(document.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(text(&word(utf16, "")), "R&D <b> 한국 <&>");
    // Hangul in letters, as files from macOS have it.
    assert_eq!(
        text(&docx("<w:p><w:t>\u{1112}\u{1161}\u{11AB}</w:t></w:p>", "")),
        "한"
    );
}

#[test]
fn a_field_that_never_ends_swallows_no_paragraphs() {
    let field = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
                 <w:r><w:t>code</w:t></w:r></w:p><w:p><w:r><w:t>After it.</w:t></w:r></w:p>";
    assert_eq!(text(&docx(field, "")), "After it.");
}

#[test]
fn what_a_style_hides_or_a_form_only_suggests_is_no_text() {
    let styles = "<w:style w:styleId='H'><w:name w:val='Secret'/><w:rPr><w:vanish/></w:rPr></w:style>\
                  <w:style w:styleId='C'><w:name w:val='Child'/><w:basedOn w:val='H'/></w:style>\
                  <w:style w:styleId='T'><w:name w:val='toc 1'/></w:style>";
    let body = "<w:p><w:pPr><w:pStyle w:val='C'/></w:pPr><w:r><w:t>hidden</w:t></w:r>\
                <w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Seen.</w:t></w:r></w:p>\
                <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here.</w:t></w:r></w:p>\
                </w:sdtContent></w:sdt><w:sdt><w:sdtContent><w:p><w:r><w:t>Filled in.</w:t></w:r></w:p></w:sdtContent></w:sdt>\
                <w:p><w:pPr><w:pStyle w:val='T'/></w:pPr><w:r><w:t>Contents 3</w:t></w:r></w:p>";
    let imported = read(&docx(body, styles)).unwrap();
    assert_eq!(imported.article.text, "Seen.\n\nFilled in.\n\nContents 3");
    let left_out = vec![(Part::Hidden, 1), (Part::Prompts, 1)];
    assert_eq!(imported.warnings, [ImportWarning::LeftOut(left_out)]);
    let last = imported.article.blocks.last().unwrap();
    assert!(
        last.excluded
            .as_ref()
            .is_some_and(|why| why.rule == "contents")
    );
    // Styles that are based on each other in a ring.
    let ring = "<w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>";
    let body = "<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>Round.</w:t></w:r></w:p>";
    assert_eq!(text(&docx(body, ring)), "Round.");
}

#[test]
fn boxes_in_boxes_keep_their_order() {
    let boxed =
        |inner: &str| format!("<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>");
    let par = |text: &str, more: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r>{more}</w:p>");
    let inner = boxed(&par("inner", ""));
    let outer = boxed(&(par("outer", &inner) + &par("outer again", "")));
    let body = par("text", &outer) + &par("next", "");
    assert_eq!(
        text(&docx(&body, "")),
        "text\n\nouter\n\ninner\n\nouter again\n\nnext"
    );
}

#[test]
fn a_large_first_letter_belongs_to_its_word() {
    let body = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>\
                <w:p><w:r><w:t>he ferry left.</w:t></w:r></w:p>";
    assert_eq!(text(&docx(body, "")), "The ferry left.");
}

#[test]
fn a_page_of_a_book_with_empty_elements_is_not_swallowed() {
    let page = "<?xml version='1.0'?><html><head><title/><script src='a'/></head><body><a id='p1'/><p>One<br/>two</p>\
                <div class='x'/><p>Three &nbsp; &amp; four<a epub:type='noteref' href='#n'>1</a></p>\
                <aside epub:type='footnote'>Five.</aside></body></html>";
    let parts: Vec<(&str, Vec<u8>)> = vec![
        ("mimetype", b"application/epub+zip".to_vec()),
        ("META-INF/container.xml", b"<rootfile full-path='b.opf'/>".to_vec()),
        (
            "b.opf",
            b"<package><item id='a' href='c%20d.xhtml' media-type='application/xhtml+xml'/><itemref idref='a'/></package>"
                .to_vec(),
        ),
        ("c d.xhtml", page.into()),
    ];
    assert_eq!(text(&package(&parts)), "One\ntwo\n\nThree & four\n\nFive.");
}

#[test]
fn a_diagram_is_read_where_it_stands() {
    let relations =
        |relations: &str| format!("<Relationships>{relations}</Relationships>").into_bytes();
    let point = |text: &str| {
        format!("<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>")
    };
    let data = format!(
        "<dgm:dataModel>{}<dgm:pt type='pres'/>{}</dgm:dataModel>",
        point("Plan"),
        point("Build")
    );
    let slide = "<p:sld><p:sp><p:txBody><a:p><a:r><a:t>Before</a:t></a:r></a:p></p:txBody></p:sp>\
                 <p:graphicFrame><dgm:relIds r:dm='d' r:lo='l'/></p:graphicFrame>\
                 <p:sp><p:txBody><a:p><a:r><a:t>After</a:t></a:r></a:p></p:txBody></p:sp></p:sld>";
    let parts: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        (
            "ppt/presentation.xml",
            b"<presentation><sldId id='256' r:id='a'/></presentation>".to_vec(),
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            relations("<Relationship Id='a' Type='x/slide' Target='slides/s.xml'/>"),
        ),
        ("ppt/slides/s.xml", slide.into()),
        (
            "ppt/slides/_rels/s.xml.rels",
            relations("<Relationship Id='d' Type='x/diagramData' Target='../diagrams/data1.xml'/>"),
        ),
        ("ppt/diagrams/data1.xml", data.into_bytes()),
    ];
    assert_eq!(text(&package(&parts)), "Before\n\nPlan\nBuild\n\nAfter");
}

#[test]
fn repeated_cells_of_a_spreadsheet_are_limited() {
    let sheet = |rows: &str| {
        let content = format!(
            "<document-content><body><spreadsheet><table><table-row>{rows}</table-row></table></spreadsheet></body></document-content>"
        );
        package(&[
            (
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet".into(),
            ),
            ("content.xml", content.into_bytes()),
        ])
    };
    let cell = |times: &str| format!("<table-cell number-columns-repeated=\"{times}\">");
    let said = "<table-cell><p>가<s/>나</p><p>다</p></table-cell>";
    // Empty cells to the edge of the sheet are none.
    let edge = format!("{said}{}</table-cell>", cell("99999999999"));
    assert_eq!(text(&sheet(&edge)), "가 나\n다");
    for (times, filling) in [("4000000", ""), ("18446744073709551615", "<p>가</p>")] {
        let row = format!("{}{filling}</table-cell>{said}", cell(times));
        let fault = fault(&sheet(&row));
        assert!(
            matches!(
                fault,
                Fault::OverLimit {
                    name: "MAX_SHEET_CELLS",
                    ..
                }
            ),
            "{fault}"
        );
    }
}
