//! WordprocessingML (ECMA-376), a table of five columns across a landscape page.

use super::{AUTHOR, COLUMNS, NAMESPACE, PAIRS};
use crate::exchange::units::Options;
use crate::exchange::units::document::ExportedWork;
use crate::exchange::units::package::{part, start};
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml::{self, attribute, escape};
use crate::whole_file::unfit;
use jjak_core::article::Lang;
use jjak_core::bitext::State;
use jjak_core::check::{Finding, check};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::Progress;
use std::io::{self, Write};
use zip::ZipWriter;

/// Rows of a table that Word still opens in a moment.
const MAX_DOCX_ROWS: usize = 20_000;

/// Of each column its width in twentieths of a point; the page is A4 across.
const WIDTHS: [u32; 5] = [700, 5500, 5000, 1400, 2400];

/// Writes `units` a row each under a header row; returns how many that were.
///
/// # Errors
/// What `out` says, and more pairs than Word can well hold.
pub(crate) fn write<'a>(
    works: &[ExportedWork],
    source: Lang,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let findings: Vec<Vec<Vec<Finding>>> = works.iter().map(found).collect();
    let date = options.created.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut zip = ZipWriter::new_stream(out);
    for (name, xml) in [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
        ("word/styles.xml", STYLES),
    ] {
        part(&mut zip, name, xml)?;
    }
    start(&mut zip, "word/document.xml")?;
    let mut comments = format!("{XML}<w:comments xmlns:w=\"{MAIN}\">");
    let mut pairs = format!("{XML}<pairs xmlns=\"{NAMESPACE}\">");
    push_about(&mut pairs, works);
    let mut text = head(source);
    let (mut rows, mut told) = (0, 0);
    for unit in units {
        rows += 1;
        if rows > MAX_DOCX_ROWS {
            return Err(unfit(format!(
                "a table of Word is written of up to {MAX_DOCX_ROWS} rows (MAX_DOCX_ROWS) and these are more; write XLSX, \
                 or choose fewer"
            )));
        }
        let found = findings
            .get(unit.work)
            .and_then(|rows| rows.get(unit.row.0));
        let found = found.map_or(&[][..], Vec::as_slice);
        let found = if unit.plain { &[] } else { found };
        let first = told;
        for finding in found {
            push_comment(&mut comments, told, &date, &finding.to_string());
            told += 1;
        }
        push_row(&mut text, rows, &unit, source, first..told);
        push_pair(&mut pairs, rows, &unit);
        zip.write_all(text.as_bytes())?;
        text.clear();
    }
    text.push_str("</w:tbl><w:p/><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
         <w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>");
    zip.write_all(text.as_bytes())?;
    comments.push_str("</w:comments>");
    pairs.push_str("</pairs>");
    part(&mut zip, "word/comments.xml", &comments)?;
    part(&mut zip, PAIRS, &pairs)?;
    zip.finish()?;
    Ok(rows)
}

/// What the checks say of each row; they are not told to stop.
fn found(work: &ExportedWork) -> Vec<Vec<Finding>> {
    if work.plain || work.is_masked || work.bitext.beads.len() > MAX_DOCX_ROWS {
        return Vec::new();
    }
    let progress = Progress::default();
    check(work.bitext, work.source, Lexicon::shipped(), &progress).unwrap_or_default()
}

/// The names of the columns and the widths, the source's text first.
fn columns(source: Lang) -> impl Iterator<Item = (&'static str, u32)> {
    let mut columns = COLUMNS;
    if source == Lang::Ko {
        columns.swap(1, 2);
    }
    columns.into_iter().zip(WIDTHS)
}

fn head(source: Lang) -> String {
    let mut text = format!(
        "{XML}<w:document xmlns:w=\"{MAIN}\"><w:body><w:tbl><w:tblPr><w:tblStyle w:val=\"Pairs\"/>\
         <w:tblW w:w=\"15000\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    );
    for (_, width) in columns(source) {
        text += &format!("<w:gridCol w:w=\"{width}\"/>");
    }
    text += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (name, width) in columns(source) {
        text += &format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8ECF0\"/>\
             </w:tcPr><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{name}</w:t></w:r></w:p></w:tc>"
        );
    }
    text += "</w:tr>";
    text
}

/// A row; its second text has the comments of these numbers.
fn push_row(
    text: &mut String,
    row: usize,
    unit: &TranslationUnit,
    source: Lang,
    comments: std::ops::Range<usize>,
) {
    let fill = match unit.bead.state {
        State::Accepted => Some("E3F4E6"),
        State::Flagged => Some("FFF1CC"),
        State::Unreviewed => None,
    };
    let state = if unit.plain {
        String::new()
    } else {
        state_choice(unit.bead.state)
    };
    let [first, second] = [source, source.other()].map(|lang| paragraph(lang, unit.text(lang)));
    let mut commented = String::new();
    for id in comments.clone() {
        commented += &format!("<w:commentRangeStart w:id=\"{id}\"/>");
    }
    commented += &second;
    for id in comments {
        commented += &format!(
            "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>\
             <w:commentReference w:id=\"{id}\"/></w:r>"
        );
    }
    let cells = [
        format!("<w:r><w:t>{row}</w:t></w:r>"),
        first,
        commented,
        state,
        paragraph(Lang::Ko, &unit.note),
    ];
    text.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for (cell, width) in cells.iter().zip(WIDTHS) {
        *text += &format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if let Some(fill) = fill {
            *text += &format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>");
        }
        text.push_str("</w:tcPr><w:p>");
        text.push_str(cell);
        text.push_str("</w:p></w:tc>");
    }
    text.push_str("</w:tr>");
}

/// A text as a run; its line breaks are breaks of lines.
fn paragraph(lang: Lang, text: &str) -> String {
    let language = match lang {
        Lang::En => "<w:lang w:val=\"en-US\"/>",
        Lang::Ko => "<w:lang w:eastAsia=\"ko-KR\"/>",
    };
    let mut run = String::new();
    for (at, line) in text.split('\n').enumerate() {
        if line.is_empty() && at == 0 && text.is_empty() {
            break;
        }
        run += &format!("<w:r><w:rPr>{language}</w:rPr>");
        if at > 0 {
            run.push_str("<w:br/>");
        }
        run.push_str("<w:t xml:space=\"preserve\">");
        xml::push(&mut run, line);
        run.push_str("</w:t></w:r>");
    }
    run
}

/// The state, as a list to choose from.
fn state_choice(state: State) -> String {
    let mut choice = String::from("<w:sdt><w:sdtPr><w:dropDownList>");
    for state in State::ALL {
        let name = state.as_str();
        choice += &format!("<w:listItem w:displayText=\"{name}\" w:value=\"{name}\"/>");
    }
    choice += &format!(
        "</w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>",
        state.as_str()
    );
    choice
}

fn push_comment(comments: &mut String, id: usize, date: &str, said: &str) {
    *comments += &format!(
        "<w:comment w:id=\"{id}\" w:author=\"{AUTHOR}\" w:date=\"{date}\" w:initials=\"J\"><w:p><w:r>\
         <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:comment>",
        escape(said)
    );
}

/// What is known of all pairs.
fn push_about(pairs: &mut String, works: &[ExportedWork]) {
    let [only] = works else { return };
    for (name, value) in only.facts() {
        pairs.push_str("<about");
        attribute(pairs, "name", &name);
        attribute(pairs, "value", &value);
        pairs.push_str("/>");
    }
}

/// A pair as it went out.
fn push_pair(pairs: &mut String, row: usize, unit: &TranslationUnit) {
    *pairs += &format!("<pair no=\"{row}\">");
    let mut fact = |name: &str, value: &str| {
        pairs.push_str("<fact");
        attribute(pairs, "name", name);
        attribute(pairs, "value", value);
        pairs.push_str("/>");
    };
    for (name, value) in unit.facts() {
        fact(name, &value);
    }
    if !unit.plain {
        fact("state", unit.bead.state.as_str());
    }
    for lang in Lang::BOTH {
        *pairs += &format!("<{}>", lang.code());
        xml::push(pairs, unit.text(lang));
        *pairs += &format!("</{}>", lang.code());
    }
    pairs.push_str("</pair>");
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>\
</Types>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
</Relationships>";

const DOCUMENT_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/>\
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../customXml/item1.xml\"/>\
</Relationships>";

const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii=\"Malgun Gothic\" w:hAnsi=\"Malgun Gothic\" w:eastAsia=\"Malgun Gothic\"/><w:sz w:val=\"20\"/></w:rPr></w:rPrDefault>\
</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
<w:style w:type=\"character\" w:styleId=\"CommentReference\"><w:name w:val=\"annotation reference\"/><w:rPr><w:sz w:val=\"16\"/></w:rPr></w:style>\
<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar>\
<w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type=\"table\" w:styleId=\"Pairs\"><w:name w:val=\"Pairs\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\
<w:top w:val=\"single\" w:sz=\"4\" w:color=\"AAAAAA\"/><w:left w:val=\"single\" w:sz=\"4\" w:color=\"AAAAAA\"/>\
<w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"AAAAAA\"/><w:right w:val=\"single\" w:sz=\"4\" w:color=\"AAAAAA\"/>\
<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"AAAAAA\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:color=\"AAAAAA\"/>\
</w:tblBorders></w:tblPr></w:style></w:styles>";
