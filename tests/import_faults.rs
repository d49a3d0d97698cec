//! Files that lost text or changed it without a word, one fault a test.

use jjak::import::{self, ImportError, ImportWarning, Imported, Part};
use std::path::{Path, PathBuf};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/files")
        .join(name)
}

fn read(name: &str) -> Imported {
    import::read(&file(name)).expect(name)
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(file(name)).expect(name)
}

mod encodings {
    use super::*;
    use jjak::exchange::{self, BilingualWarning, Format};

    fn decoded(name: &str) -> (String, String, Vec<ImportWarning>) {
        let read = read(&format!("encodings/{name}"));
        let article = read.article;
        (article.text, article.provenance.encoding, read.warnings)
    }

    #[test]
    fn one_bad_byte_neither_refuses_a_file_nor_goes_unsaid() {
        for (name, in_which) in [
            ("one-bad-byte.cp949.txt", "EUC-KR"),
            ("one-bad-byte.utf-8.txt", "UTF-8"),
        ] {
            let (text, encoding, warnings) = decoded(name);
            assert_eq!(encoding, in_which, "{name}");
            assert_eq!(text.matches('\u{FFFD}').count(), 1, "{name}: {text}");
            assert!(text.contains("세 시간이 걸리며"), "{name}: {text}");
            let said = ImportWarning::Undecodable {
                encoding: in_which,
                count: 1,
            };
            assert_eq!(warnings, [said], "{name}");
        }
    }

    #[test]
    fn a_few_accents_are_not_damage_to_utf_8() {
        let (text, encoding, warnings) = decoded("few-accents.cp1252.txt");
        assert_eq!(encoding, "windows-1252");
        assert!(text.contains("café on the pier serves crème brûlée"));
        assert_eq!(warnings, []);
    }

    #[test]
    fn what_a_script_a_form_or_an_address_says_declares_nothing() {
        let (text, encoding, warnings) = decoded("script-charset.euc-kr.html");
        assert_eq!(encoding, "EUC-KR");
        assert!(text.contains("마지막 배는 아홉 시에 떠난다."), "{text}");
        assert_eq!(warnings, []);
    }

    #[test]
    fn a_korean_page_that_says_it_is_western_is_korean() {
        let (text, encoding, _) = decoded("wrong-meta.euc-kr.html");
        assert_eq!(encoding, "EUC-KR");
        assert!(text.contains("마지막 배는 아홉 시에 떠난다."), "{text}");
    }

    #[test]
    fn encodings_that_browsers_do_not_read_are_read() {
        for (name, in_which) in [
            ("mail.iso-2022-kr.txt", "ISO-2022-KR"),
            ("mark.utf-32le.txt", "UTF-32LE"),
            ("no-mark.utf-32be.txt", "UTF-32BE"),
        ] {
            let (text, encoding, warnings) = decoded(name);
            assert_eq!(encoding, in_which, "{name}");
            assert!(text.starts_with("마지막 배는 9시에 떠난다."), "{text:?}");
            assert_eq!(warnings, [], "{name}");
            let chosen = import::Encoding::named(in_which).expect(in_which);
            let again =
                import::from_bytes_as(&bytes(&format!("encodings/{name}")), None, Some(chosen));
            assert_eq!(again.expect(name).article.text, text, "{name}");
        }
    }

    #[test]
    fn letters_that_were_lost_before_are_told() {
        let (_, _, warnings) = decoded("lost-before.utf-8.txt");
        assert_eq!(warnings, [ImportWarning::Lost { count: 1 }]);
    }

    #[test]
    fn one_zero_does_not_make_a_text_a_binary_file() {
        let text = "The last ferry leaves at nine.\0 Cars wait on pier two.\n".repeat(3);
        let read = import::from_bytes(text.as_bytes(), None).expect("text");
        assert_eq!(read.article.text.matches('\u{FFFD}').count(), 3);
        assert_eq!(read.warnings.len(), 1);
        let program: Vec<u8> = (0..4000u32).map(|n| (n * 7 % 11 * n % 251) as u8).collect();
        let refused = import::from_bytes(&program, None);
        assert!(matches!(refused, Err(ImportError::NotText { .. })));
    }

    #[test]
    fn a_file_of_pairs_is_in_the_encoding_it_declares() {
        let pairs = exchange::read(&bytes("encodings/declared.euc-kr.tmx"), Format::Tmx, None);
        let pairs = pairs.expect("TMX");
        assert_eq!(pairs.warnings, []);
        let korean = pairs.into_bitext().ko.article.text;
        assert_eq!(korean.trim_end(), "마지막 배는 아홉 시에 떠난다.\n표");
    }

    #[test]
    fn one_bad_byte_in_a_file_of_pairs_is_told() {
        let pairs = exchange::read(
            &bytes("encodings/one-bad-byte.utf-8.tmx"),
            Format::Tmx,
            None,
        );
        let pairs = pairs.expect("TMX");
        assert_eq!(pairs.warnings, [BilingualWarning::Lost(1)]);
        let korean = pairs.into_bitext().ko.article.text;
        assert_eq!(
            korean.trim_end(),
            "\u{FFFD}마지막 배는 아홉 시에 떠난다.\n표"
        );
    }
}

mod attributes {
    use super::*;
    use jjak::bitext::{Bitext, RowIndex, State};
    use jjak::exchange::{self, Format};

    fn pairs(name: &str, kind: Format) -> Bitext {
        let pairs = exchange::read(&bytes(&format!("pairs/{name}")), kind, None).expect(name);
        assert_eq!(pairs.warnings, [], "{name}");
        pairs.into_bitext()
    }

    #[test]
    fn attributes_of_other_tools_are_not_those_of_the_format() {
        let bitext = pairs("foreign-attributes.xlf", Format::Xliff12);
        let english = "The last ferry leaves at nine.\nCars wait on pier two.\nNobody is late.";
        assert_eq!(bitext.en.article.text.trim_end(), english);
        let states: Vec<State> = bitext.beads.iter().map(|bead| bead.state).collect();
        assert_eq!(states[0], State::Accepted);
        let bitext = pairs("foreign-attributes-2.xlf", Format::Xliff12);
        assert_eq!(bitext.ko.article.text.trim_end(), "표는 부두에서 판다.");
        assert_eq!(bitext.beads[RowIndex(0)].state, State::Accepted);
        let bitext = pairs("foreign-attributes.tmx", Format::Tmx);
        assert_eq!(bitext.beads.len(), 2);
        assert!(
            bitext
                .beads
                .iter()
                .all(|bead| bead.en.len() == 1 && bead.ko.len() == 1)
        );
    }
}

mod hangul {
    use super::*;
    use jjak::article::BlockKind::{self, Body, Caption, Cell, Footnote, Heading};
    use jjak::import::Part;

    fn blocks(read: &Imported) -> Vec<(BlockKind, bool, &str)> {
        let article = &read.article;
        let blocks = article.blocks.iter();
        blocks
            .map(|block| {
                (
                    block.kind,
                    block.excluded.is_some(),
                    &article.text[block.span.clone()],
                )
            })
            .collect()
    }

    #[test]
    fn a_statute_in_hwpml_is_read_whole() {
        let hml = read("statute.hml");
        let expected = [
            (Heading, false, "연안 여객 안내 규칙"),
            (Body, true, "연안 여객 머리말"),
            (Heading, false, "제1조(목적)"),
            (
                Body,
                false,
                "이 규칙은 연안\u{A0}여객선의 안내를 정함을 목적으로 한다.",
            ),
            (Footnote, false, "여객선은 도선을 포함한다."),
            (Caption, false, "표 1 운항 시간"),
            (Cell, false, "첫 배"),
            (Cell, false, "여섯 시"),
            (Body, false, "Q&A는 매표소에서\n받는다."),
            (Body, false, "글상자 안의 안내"),
        ];
        assert_eq!(blocks(&hml), expected);
        assert_eq!(
            hml.warnings,
            [ImportWarning::LeftOut(vec![(Part::Equations, 1)])]
        );
        let provenance = &hml.article.provenance;
        assert_eq!(provenance.title.as_deref(), Some("연안 여객 안내 규칙"));
        assert_eq!(provenance.byline.as_deref(), Some("항만과"));
        assert!(!hml.article.text.contains("]>"));
        // Its name may be that of another format.
        let bytes = bytes("statute.hml");
        for name in ["a.hwp", "a.xml", "a.html", "a"] {
            let again = import::from_bytes(&bytes, Some(Path::new(name))).expect(name);
            assert_eq!(again.article.text, hml.article.text, "{name}");
        }
    }

    #[test]
    fn the_last_paragraph_of_a_cell_a_box_and_a_note_is_not_lost() {
        let hwp = read("last-paragraphs.hwp");
        let expected = [
            (Body, false, "시간표"),
            (Cell, false, "출발"),
            (Cell, false, "도착"),
            (Cell, false, "소요 시간은 두 시간"),
            (Body, false, "승선 안내"),
            (Body, false, "글상자의 첫 문단"),
            (Body, false, "글상자의 마지막 문단"),
            (Body, false, "표는 매표소에서 산다."),
            (Footnote, false, "각주의 마지막 문단"),
            (Body, true, "머리말"),
            (Body, false, "안내를 마친다."),
        ];
        assert_eq!(blocks(&hwp), expected);
    }

    #[test]
    fn a_container_whose_unused_places_are_zero_is_read() {
        let hwp = read("unused-zero.hwp");
        assert!(
            hwp.article
                .text
                .ends_with("자동차는 2번 부두에서 기다린다.")
        );
        assert_eq!(hwp.warnings, []);
    }

    #[test]
    fn a_distribution_document_is_read_and_told() {
        let hwp = read("distribution.hwp");
        let lines = "연안 여객선 운항 안내\n\n마지막 배는 아홉 시에 떠난다.\n\n자동차는 2번 부두에서 기다린다.";
        assert_eq!(hwp.article.text, lines);
        assert_eq!(hwp.warnings, [ImportWarning::Distribution]);
    }
}

mod beside_the_text {
    use super::*;
    use crate::office::package;
    use jjak::exchange::{self, BilingualWarning, Format};
    use jjak::import::{Fault, Part};

    fn read(bytes: &[u8]) -> Imported {
        import::from_bytes(bytes, None).unwrap_or_else(|error| panic!("{error}"))
    }

    /// A workbook of one sheet with these rows and drawing.
    fn workbook(rows: &str, drawing: &str, strings: &str) -> Vec<u8> {
        let related = |relations: &[(&str, &str)]| {
            let relations = relations.iter().zip(1..).map(|((kind, target), number)| {
                format!("<Relationship Id='r{number}' Type='x/{kind}' Target='{target}'/>")
            });
            let relations: String = relations.collect();
            format!("<Relationships>{relations}</Relationships>").into_bytes()
        };
        let sheet =
            format!("<worksheet><sheetData>{rows}</sheetData><drawing r:id='r1'/></worksheet>");
        package(&[
            ("[Content_Types].xml", b"<Types/>".to_vec()),
            (
                "_rels/.rels",
                related(&[("officeDocument", "xl/workbook.xml")]),
            ),
            (
                "xl/workbook.xml",
                b"<workbook><sheets><sheet name='a' r:id='r1'/></sheets></workbook>".to_vec(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                related(&[("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml")]),
            ),
            (
                "xl/strings.xml",
                format!("<sst>{strings}</sst>").into_bytes(),
            ),
            ("xl/sheet.xml", sheet.into_bytes()),
            (
                "xl/_rels/sheet.xml.rels",
                related(&[("drawing", "drawing.xml")]),
            ),
            (
                "xl/drawing.xml",
                format!("<xdr:wsDr>{drawing}</xdr:wsDr>").into_bytes(),
            ),
        ])
    }

    fn cell(text: &str) -> String {
        format!("<c t='inlineStr'><is><t>{text}</t></is></c>")
    }

    const SHAPES: &str = "<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id='1'/></xdr:nvGrpSpPr><xdr:sp><xdr:txBody>\
        <a:p><a:r><a:t>마지막 배는 </a:t></a:r><a:r><a:t>아홉 시에 떠난다.</a:t></a:r></a:p><a:p/></xdr:txBody></xdr:sp></xdr:grpSp>\
        <xdr:sp><xdr:nvSpPr><xdr:cNvPr id='2' hidden='1'/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>감춘 글</a:t></a:r></a:p></xdr:txBody></xdr:sp>\
        <xdr:pic><xdr:nvPicPr><xdr:cNvPr id='3'/></xdr:nvPicPr></xdr:pic>";

    #[test]
    fn text_boxes_and_groups_on_a_sheet_are_read() {
        let row = format!("<row>{}</row>", cell("운항 안내"));
        let read = read(&workbook(&row, SHAPES, ""));
        assert_eq!(
            read.article.text,
            "운항 안내\n\n마지막 배는 아홉 시에 떠난다."
        );
        let left_out = vec![(Part::Pictures, 1), (Part::Hidden, 1)];
        assert_eq!(read.warnings, [ImportWarning::LeftOut(left_out)]);
    }

    #[test]
    fn boxes_beside_the_columns_of_a_workbook_of_pairs_are_told() {
        let row = format!(
            "<row>{}{}</row>",
            cell("The last ferry leaves at nine."),
            cell("마지막 배는 아홉 시에 떠난다.")
        );
        let pairs = exchange::read(&workbook(&row, SHAPES, ""), Format::Xlsx, None).unwrap();
        assert_eq!(pairs.warnings, [BilingualWarning::BesideCells(1)]);
    }

    #[test]
    fn one_long_text_in_many_cells_does_not_fill_the_memory() {
        let cells = "<c t='s'><v>0</v></c>".repeat(100);
        let rows = format!("<row>{cells}</row>").repeat(100);
        let long = format!("<si><t>{}</t></si>", "길다 ".repeat(1_000));
        let refused = import::from_bytes(&workbook(&rows, "", &long), None);
        let Err(ImportError::Document { fault, .. }) = refused else {
            panic!("{refused:?}");
        };
        let name = "MAX_DOCUMENT_TEXT";
        assert!(
            matches!(fault, Fault::OverLimit { name: found, .. } if found == name),
            "{fault}"
        );
    }

    #[test]
    fn pages_of_a_book_that_are_not_in_line_are_read() {
        let book = package(&[
            ("mimetype", b"application/epub+zip".to_vec()),
            (
                "META-INF/container.xml",
                b"<container><rootfile full-path='book.opf'/></container>".to_vec(),
            ),
            (
                "book.opf",
                b"<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>\
                <item id='b' href='b.xhtml' media-type='application/xhtml+xml'/></manifest>\
                <spine><itemref idref='a'/><itemref idref='b' linear='no'/></spine></package>"
                    .to_vec(),
            ),
            ("a.xhtml", b"<html><body><p>The last ferry leaves at nine.</p></body></html>".to_vec()),
            ("b.xhtml", b"<html><body><p>Answers: nine.</p></body></html>".to_vec()),
        ]);
        let text = read(&book).article.text;
        assert_eq!(text, "The last ferry leaves at nine.\n\nAnswers: nine.");
    }

    #[test]
    fn a_note_on_one_language_of_a_unit_is_a_note() {
        let tmx = "<tmx><body><tu><tuv xml:lang='en'><note>Check the time.</note><seg>The last ferry.</seg></tuv>\
            <tuv xml:lang='ko'><seg>마지막 배.</seg></tuv></tu></body></tmx>";
        let pairs = exchange::read(tmx.as_bytes(), Format::Tmx, None).unwrap();
        assert_eq!(
            pairs.into_bitext().beads[jjak::bitext::RowIndex(0)].note,
            "Check the time."
        );
    }

    #[test]
    fn entities_of_html_and_of_the_document_type_are_read() {
        let tmx = "<!DOCTYPE tmx [<!ENTITY pier \"부두\">]><tmx><body><tu><tuv xml:lang='en'>\
            <seg>The&nbsp;caf&eacute;&hellip;</seg></tuv><tuv xml:lang='ko'><seg>&pier; 찻집</seg></tuv></tu></body></tmx>";
        let pairs = exchange::read(tmx.as_bytes(), Format::Tmx, None).unwrap();
        let bitext = pairs.into_bitext();
        assert_eq!(bitext.ko.article.text.trim_end(), "부두 찻집");
        assert!(bitext.en.article.text.contains("café…"));
        let unknown = tmx.replace("&pier;", "&peer;");
        let refused = exchange::read(unknown.as_bytes(), Format::Tmx, None).expect_err("unknown");
        assert!(refused.to_string().contains("&peer;"), "{refused}");
    }

    #[test]
    fn the_text_of_a_message_may_begin_on_the_next_line() {
        let po = "msgid\n\"\"\nmsgstr \"Language: ko\\n\"\n\nmsgid\n\"The last ferry \"\n\"leaves at nine.\"\nmsgstr\n\
            \"마지막 배는 아홉 시에 떠난다.\"\n\nmsgid \"Tickets\"\nmsgstr \"표\"\n";
        let pairs = exchange::read(po.as_bytes(), Format::Po, None).unwrap();
        let bitext = pairs.into_bitext();
        assert_eq!(
            bitext.en.article.text.trim_end(),
            "The last ferry leaves at nine.\nTickets"
        );
        assert_eq!(
            bitext.ko.article.text.trim_end(),
            "마지막 배는 아홉 시에 떠난다.\n표"
        );
    }

    #[test]
    fn an_accent_in_a_font_beside_a_korean_one_is_an_accent() {
        let rtf = b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f13\\fcharset129 Batang;}}\
            \\pard\\hich\\af0\\dbch\\af13\\loch\\f0 The caf\\'e9 opens.\\par {\\loch\\af0\\hich\\af0\\dbch\\f13 \\'b1\\'dd\\'b8\\'ae}\\par}";
        assert_eq!(read(rtf).article.text, "The café opens.\n\n금리");
    }
}

mod put_in {
    use super::*;
    use crate::office::package;
    use jjak::import::Part;

    const PAGE: &str = "<html><body><p>The last ferry leaves at nine.</p></body></html>";

    fn document(name: &str, chunk: Vec<u8>) -> Imported {
        let main = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Before.</w:t></w:r></w:p>\
            <w:altChunk r:id='c'/><w:p><w:r><w:t>After.</w:t></w:r></w:p></w:body></w:document>";
        let related = |kind: &str, target: &str| {
            let relation = format!("<Relationship Id='c' Type='x/{kind}' Target='{target}'/>");
            format!("<Relationships>{relation}</Relationships>").into_bytes()
        };
        let part = format!("word/{name}");
        let bytes = package(&[
            ("[Content_Types].xml", b"<Types/>".to_vec()),
            (
                "_rels/.rels",
                related("officeDocument", "word/document.xml"),
            ),
            ("word/document.xml", main.as_bytes().to_vec()),
            ("word/_rels/document.xml.rels", related("aFChunk", name)),
            (part.as_str(), chunk),
        ]);
        import::from_bytes(&bytes, None).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_page_put_into_a_document_is_read_where_it_stands() {
        let message = format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n\
            Content-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--b--\r\n"
        );
        for (name, chunk) in [
            ("a.html", PAGE),
            ("a.mht", message.as_str()),
            ("a.txt", "The last ferry leaves at nine.\n"),
        ] {
            let read = document(name, chunk.as_bytes().to_vec());
            let text = "Before.\n\nThe last ferry leaves at nine.\n\nAfter.";
            assert_eq!(read.article.text, text, "{name}");
            assert_eq!(read.warnings, [], "{name}");
        }
        let package = document("a.docx", package(&[("a", b"b".to_vec())]));
        let left_out = vec![(Part::Objects, 1)];
        assert_eq!(package.warnings, [ImportWarning::LeftOut(left_out)]);
    }

    #[test]
    fn a_page_saved_in_one_file_is_a_page() {
        let message = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\
            Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n\
            <html><meta charset=3Deuc-kr><p>=B1=DD=B8=AE=B8=A6 =B5=BF=B0=E1=C7=DF=B4=D9.</p></html>\n--b--\n";
        let read = import::from_bytes(message.as_bytes(), Some(Path::new("a.mht"))).expect("page");
        assert_eq!(read.article.text, "금리를 동결했다.");
        assert_eq!(read.article.provenance.encoding, "EUC-KR");
        let cut = message.split("--b\n").next().unwrap_or_default();
        assert!(import::from_bytes(cut.as_bytes(), None).is_err());
    }
}

mod pdf {
    use super::*;

    /// A PDF of one page, turned by so many degrees, with this content.
    fn page(rotate: i32, content: &str) -> Vec<u8> {
        page_with(rotate, content, "", &[])
    }

    /// The same with annotations, and the objects from the sixth on that they need.
    fn page_with(rotate: i32, content: &str, annotations: &str, more: &[String]) -> Vec<u8> {
        let mut pdf = String::from("%PDF-1.4\n");
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Rotate {rotate} /Contents 4 0 R \
                /Annots [{annotations}] /Resources << /Font << /F 5 0 R >> >> >>"
            ),
            format!(
                "<< /Length {} >>\nstream\n{content}\nendstream",
                content.len()
            ),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        ];
        objects.extend_from_slice(more);
        let mut places = Vec::new();
        for (object, number) in objects.iter().zip(1..) {
            places.push(pdf.len());
            pdf += &format!("{number} 0 obj\n{object}\nendobj\n");
        }
        let table = pdf.len();
        let size = objects.len() + 1;
        pdf += &format!("xref\n0 {size}\n0000000000 65535 f \n");
        for place in places {
            pdf += &format!("{place:010} 00000 n \n");
        }
        pdf += &format!("trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        pdf.into_bytes()
    }

    fn text(pdf: &[u8]) -> (String, Vec<ImportWarning>) {
        let read = import::from_bytes(pdf, None).unwrap_or_else(|error| panic!("{error}"));
        let text = read
            .article
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        (text, read.warnings)
    }

    const LINES: &str = "(The last ferry leaves) Tj 0 -14 Td (at nine sharp.) Tj";

    #[test]
    fn text_that_runs_up_down_or_upside_down_is_read() {
        for (across, up) in [
            ((1, 0), (0, 1)),
            ((0, 1), (-1, 0)),
            ((-1, 0), (0, -1)),
            ((0, -1), (1, 0)),
        ] {
            let (a, b, c, d) = (across.0, across.1, up.0, up.1);
            let content = format!("BT /F 12 Tf {a} {b} {c} {d} 200 300 Tm {LINES} ET");
            for rotate in [0, 90, 180, 270] {
                let (text, warnings) = text(&page(rotate, &content));
                assert_eq!(
                    text, "The last ferry leaves at nine sharp.",
                    "{rotate}: {content}"
                );
                assert_eq!(
                    warnings,
                    [ImportWarning::PdfIsGuessed],
                    "{rotate}: {content}"
                );
            }
        }
    }

    #[test]
    fn a_note_in_the_margin_follows_the_text_of_its_page() {
        let content = format!(
            "BT /F 12 Tf 1 0 0 1 60 500 Tm {LINES} ET BT /F 9 Tf 0 1 -1 0 30 200 Tm (Printed in March) Tj ET"
        );
        let (text, _) = text(&page(0, &content));
        assert_eq!(
            text,
            "The last ferry leaves at nine sharp. Printed in March"
        );
    }

    #[test]
    fn what_is_filled_in_is_text_and_what_is_noted_is_told() {
        let form = |text: &str, map: &str| {
            let content = format!("/Tx BMC BT /F 12 Tf 2 4 Td ({text}) Tj ET EMC");
            format!(
                "<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] {map} /Length {} \
                 /Resources << /Font << /F 5 0 R >> >> >>\nstream\n{content}\nendstream",
                content.len()
            )
        };
        let annotations = "\
            << /Subtype /Widget /Rect [60 440 260 460] /V (Kim) /AP << /N 6 0 R >> >> \
            << /Subtype /Widget /Rect [60 420 260 440] /AS /On /AP << /N << /On 7 0 R /Off 6 0 R >> >> >> \
            << /Subtype /FreeText /Rect [60 390 260 410] /Contents (Seen) /AP << /N 8 0 R >> >> \
            << /Subtype /Widget /F 2 /Rect [60 360 260 380] /AP << /N 6 0 R >> >> \
            << /Subtype /Text /Rect [0 0 9 9] /Contents (Is this right?) /AP << /N 6 0 R >> >> \
            << /Subtype /Popup /Rect [0 0 9 9] /Contents (Is this right?) >> \
            << /Subtype /Widget /Rect [60 300 260 320] /V (not drawn yet) >> \
            << /Subtype /Link /Rect [60 300 260 320] /Contents (where it leads) >>";
        let objects = [
            form("Passenger: Kim Minsu.", ""),
            form("Fare paid in advance.", "/Matrix [2 0 0 2 9 9]"),
            form("Seen by the clerk.", ""),
        ];
        let content = format!("BT /F 12 Tf 1 0 0 1 60 500 Tm {LINES} ET q 9 0 0 9 5 5 cm");
        let (text, warnings) = text(&page_with(0, &content, annotations, &objects));
        for said in [
            "The last ferry leaves at nine sharp.",
            "Passenger: Kim Minsu.",
            "Fare paid in advance.",
            "Seen by the clerk.",
        ] {
            assert_eq!(text.matches(said).count(), 1, "{said}: {text}");
        }
        assert!(
            warnings.contains(&ImportWarning::LeftOut(vec![(Part::Comments, 2)])),
            "{warnings:?}"
        );
    }

    #[test]
    fn askew_text_is_told() {
        let content = format!(
            "BT /F 12 Tf 1 0 0 1 60 500 Tm {LINES} ET BT /F 40 Tf 0.7 0.7 -0.7 0.7 90 90 Tm (DRAFT) Tj ET"
        );
        let (_, warnings) = text(&page(0, &content));
        assert_eq!(warnings[1], ImportWarning::TurnedText { characters: 5 });
    }
}
