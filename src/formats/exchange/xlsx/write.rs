//! A workbook for review: Office Open XML (ECMA-376), written as it goes, so that memory stays flat.
//!
//! Colours are rules on the state, so they follow when a reviewer changes it; state and verdict offer their words as a
//! list. Every text is a string whatever it begins with. Columns that only programs need are folded away.

use crate::exchange::units::package::{Zip, part, start};
use crate::exchange::units::table::Table;
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml;
use crate::whole_file::unfit;
use jjak_core::bitext::{State, Verdict};
use std::borrow::Cow;
use std::io::{self, Write};
use zip::ZipWriter;

/// Rows of a sheet, the header among them, and UTF-16 units of a cell: what spreadsheets can hold.
pub(super) const MAX_XLSX_ROWS: usize = 1_048_576;
pub(super) const MAX_XLSX_CELL: usize = 32_767;

/// What stands of each column of the table.
struct Column {
    /// In characters.
    width: usize,
    style: Style,
    folded: bool,
}

/// Which of the formats in [`styles`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Wrapped = 1,
    Header = 2,
    Confidence = 3,
    Plain = 4,
    Count = 5,
}

fn column(name: &str) -> Column {
    let (width, style, folded) = match name {
        "en" => (60, Style::Wrapped, false),
        "ko" => (48, Style::Wrapped, false),
        "note" => (36, Style::Wrapped, false),
        "confidence" => (12, Style::Confidence, false),
        "shape" => (8, Style::Plain, false),
        "state" => (14, Style::Plain, false),
        "verdict" => (20, Style::Plain, false),
        "row" => (8, Style::Count, true),
        "finding" => (44, Style::Wrapped, false),
        "file" => (24, Style::Plain, false),
        "number" => (8, Style::Count, false),
        "part_of_speech" | "status" => (14, Style::Plain, false),
        "together" | "en_rows" | "ko_rows" | "score" => (10, Style::Count, false),
        "en_example" | "ko_example" => (44, Style::Wrapped, false),
        "level" | "check" => (13, Style::Plain, false),
        _ => (16, Style::Plain, true),
    };
    Column {
        width,
        style,
        folded,
    }
}

/// Writes `units` a row each under a header row; returns how many that were.
///
/// # Errors
/// What `out` says, and more pairs or a longer text than a sheet can hold.
pub(crate) fn write<'a>(
    table: &Table,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut workbook = WorkbookWriter::begin(table.columns(), out)?;
    for unit in units {
        workbook.push(&table.row(&unit))?;
    }
    workbook.end()
}

/// A workbook of one sheet that is written row by row.
pub struct WorkbookWriter<'o> {
    names: Vec<&'static str>,
    columns: Vec<Column>,
    zip: Zip<'o>,
    /// The number of the last row; the header is the first.
    row: usize,
    text: String,
}

impl<'o> WorkbookWriter<'o> {
    /// Begins one whose columns are called `names`; how wide one is and how it looks goes by its name.
    ///
    /// # Errors
    /// What `out` says.
    pub fn begin(names: &[&'static str], out: &'o mut dyn Write) -> io::Result<Self> {
        let mut zip = ZipWriter::new_stream(out);
        part(&mut zip, "[Content_Types].xml", CONTENT_TYPES)?;
        part(&mut zip, "_rels/.rels", RELATIONS)?;
        part(&mut zip, "xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS)?;
        part(&mut zip, "xl/styles.xml", &styles())?;
        start(&mut zip, "xl/worksheets/sheet1.xml")?;
        let columns: Vec<Column> = names.iter().map(|name| column(name)).collect();
        let text = head(names, &columns);
        Ok(WorkbookWriter {
            names: names.to_vec(),
            columns,
            zip,
            row: 1,
            text,
        })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// What `out` says, and one row or a longer text than a sheet can hold.
    pub fn push(&mut self, cells: &[Cow<str>]) -> io::Result<()> {
        self.row += 1;
        let row = self.row;
        if row > MAX_XLSX_ROWS {
            return Err(unfit(format!(
                "an XLSX sheet holds {} rows (MAX_XLSX_ROWS) and these are more; write TSV, or choose fewer",
                MAX_XLSX_ROWS - 1
            )));
        }
        let text = &mut self.text;
        *text += &format!(
            "<row r=\"{row}\" ht=\"{:.1}\">",
            height(&self.columns, cells)
        );
        for (at, (cell, column)) in cells.iter().zip(&self.columns).enumerate() {
            match column.style {
                _ if cell.is_empty() => {}
                style @ (Style::Confidence | Style::Count) => {
                    *text += &format!(
                        "<c r=\"{}{row}\" s=\"{}\"><v>{cell}</v></c>",
                        letter(at),
                        style as u8
                    );
                }
                style => {
                    if cell.len() > MAX_XLSX_CELL && cell.encode_utf16().count() > MAX_XLSX_CELL {
                        return Err(unfit(format!(
                            "row {}: a cell of XLSX holds {MAX_XLSX_CELL} characters (MAX_XLSX_CELL) and this text is \
                             longer; write TSV",
                            row - 1
                        )));
                    }
                    push_text(text, at, row, style, cell);
                }
            }
        }
        *text += "</row>";
        self.zip.write_all(text.as_bytes())?;
        text.clear();
        Ok(())
    }

    /// Ends it; returns how many rows it has below its header.
    ///
    /// # Errors
    /// What `out` says.
    pub fn end(mut self) -> io::Result<usize> {
        push_end(&mut self.text, &self.names, self.row);
        self.zip.write_all(self.text.as_bytes())?;
        let workbook = workbook(self.names.len(), self.row);
        part(&mut self.zip, "xl/workbook.xml", &workbook)?;
        self.zip.finish()?;
        Ok(self.row - 1)
    }
}

/// What stands before the rows: the columns and the header.
fn head(names: &[&str], columns: &[Column]) -> String {
    let mut text = format!(
        "{XML}<worksheet xmlns=\"{MAIN}\"><sheetPr><outlinePr summaryRight=\"0\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" \
         state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"16.5\" outlineLevelCol=\"1\"/><cols>"
    );
    for (at, column) in columns.iter().enumerate() {
        let folded = if column.folded {
            " hidden=\"1\" outlineLevel=\"1\""
        } else {
            ""
        };
        text += &format!(
            "<col min=\"{n}\" max=\"{n}\" width=\"{}.7\" customWidth=\"1\" style=\"{}\"{folded}/>",
            column.width,
            column.style as u8,
            n = at + 1,
        );
    }
    text += "</cols><sheetData><row r=\"1\">";
    for (at, name) in names.iter().enumerate() {
        push_text(&mut text, at, 1, Style::Header, name);
    }
    text += "</row>";
    text
}

/// The height of a row in points, so that its longest cell is seen; programs do not find it when they open a file. It
/// is no fixed height: they fit it anew when the text changes.
fn height(columns: &[Column], cells: &[Cow<str>]) -> f32 {
    const LINE: f32 = 16.5;
    const MOST: f32 = 409.0;
    let wrapped = columns.iter().zip(cells);
    let lines = wrapped
        .filter(|(column, _)| column.style == Style::Wrapped)
        .map(|(column, cell)| {
            // Hangul and Hanja are nearly twice as wide; a tenth is lost where lines end.
            let width = cell.chars().map(|c| if c < '\u{1100}' { 1.0 } else { 1.9 });
            (width.sum::<f32>() / (column.width as f32 * 0.9)).ceil()
        });
    (lines.fold(1.0, f32::max) * LINE + 2.0).min(MOST)
}

fn push_text(out: &mut String, at: usize, row: usize, style: Style, cell: &str) {
    *out += &format!(
        "<c r=\"{}{row}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
        letter(at),
        style as u8
    );
    if cell.contains("_x") {
        xml::push(out, &unescaped(cell))
    } else {
        xml::push(out, cell)
    }
    *out += "</t></is></c>";
}

/// `text` so that what looks like an escape of Office (`_x0041_`) stays what it is.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let after = &rest.as_bytes()[at + 2..];
        let is_escape =
            after.len() > 4 && after[..4].iter().all(u8::is_ascii_hexdigit) && after[4] == b'_';
        out += &rest[..at];
        out += if is_escape { "_x005F_" } else { "_" };
        rest = &rest[at + 1..];
    }
    out + rest
}

/// What follows the rows, of which the last is `last`.
fn push_end(out: &mut String, names: &[&str], last: usize) {
    let end = letter(names.len().saturating_sub(1));
    let letter_of = |wanted: &str| {
        let at = names.iter().position(|name| *name == wanted);
        at.map(letter)
    };
    *out += &format!("</sheetData><autoFilter ref=\"A1:{end}{last}\"/>");
    let (state, verdict) = (letter_of("state"), letter_of("verdict"));
    if let (true, Some(state), Some(verdict), Some(confidence)) =
        (last > 1, state, verdict, letter_of("confidence"))
    {
        *out += &format!("<conditionalFormatting sqref=\"A2:{end}{last}\">");
        for (at, said) in [State::Accepted, State::Flagged].into_iter().enumerate() {
            *out += &format!(
                "<cfRule type=\"expression\" dxfId=\"{at}\" priority=\"{}\"><formula>${state}2=\"{}\"</formula></cfRule>",
                at + 1,
                said.as_str()
            );
        }
        *out += &format!(
            "</conditionalFormatting><conditionalFormatting sqref=\"{confidence}2:{confidence}{last}\">\
             <cfRule type=\"cellIs\" dxfId=\"2\" priority=\"3\" operator=\"lessThan\"><formula>0.5</formula></cfRule>\
             </conditionalFormatting><dataValidations count=\"2\">"
        );
        for (letter, words) in [
            (state, State::ALL.map(State::as_str).join(",")),
            (verdict, Verdict::ALL.map(Verdict::as_str).join(",")),
        ] {
            *out += &format!(
                "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"{letter}2:{letter}{last}\">\
                 <formula1>\"{words}\"</formula1></dataValidation>"
            );
        }
        *out += "</dataValidations>";
    }
    *out += "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>\
             <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
}

/// The letter of a column; there are fewer than 27.
fn letter(at: usize) -> char {
    char::from(b'A' + at as u8)
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
</Types>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
</Relationships>";

const WORKBOOK_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
</Relationships>";

/// The workbook, whose only sheet has so many columns and rows.
fn workbook(columns: usize, rows: usize) -> String {
    let end = letter(columns.saturating_sub(1));
    format!(
        "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <bookViews><workbookView/></bookViews><sheets><sheet name=\"Pairs\" sheetId=\"1\" r:id=\"rId1\"/></sheets>\
         <definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">Pairs!$A$1:${end}${rows}\
         </definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Pairs!$1:$1</definedName></definedNames>\
         </workbook>"
    )
}

/// The formats of [`Style`], and the colours of accepted, flagged and unsure.
fn styles() -> String {
    let top = "vertical=\"top\"";
    let cell = |number: u32, font: u8, fill: u8, alignment: &str| {
        format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment {alignment}/></xf>"
        )
    };
    // 49 is text: what is typed over a sentence stays text, too.
    let formats = [
        cell(0, 0, 0, top),
        cell(49, 0, 0, &format!("{top} wrapText=\"1\"")),
        cell(49, 1, 2, "vertical=\"center\""),
        cell(164, 0, 0, top),
        cell(49, 0, 0, top),
        cell(1, 0, 0, top),
    ];
    let fill = |colour: &str| {
        format!("<dxf><fill><patternFill><bgColor rgb=\"FF{colour}\"/></patternFill></fill></dxf>")
    };
    format!(
        "{XML}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.000\"/></numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Malgun Gothic\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Malgun Gothic\"/></font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8ECF0\"/></patternFill></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
         <dxfs count=\"3\">{}{}<dxf><font><b/><color rgb=\"FFB3261E\"/></font></dxf></dxfs></styleSheet>",
        formats.len(),
        formats.concat(),
        fill("E3F4E6"),
        fill("FFF1CC"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::units::table::COLUMNS;

    #[test]
    fn what_looks_like_an_escape_stays_text() {
        assert_eq!(
            unescaped("a_x0041_b _x _xyz _x00411"),
            "a_x005F_x0041_b _x _xyz _x00411"
        );
    }

    #[test]
    fn the_columns_have_letters() {
        assert!(COLUMNS.len() <= 26);
        assert_eq!((letter(0), letter(25)), ('A', 'Z'));
    }
}
