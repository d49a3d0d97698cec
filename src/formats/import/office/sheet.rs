//! Workbooks as rows of cell texts; how Excel writes them.
//!
//! Read here and not by the crate calamine, which holds the whole rectangle that a sheet spans and a part however far it
//! unpacks: two cells in opposite corners (1.5 kB) end the program, 0.8 MB of zeros take 2.3 GB.

use super::drawing::Drawing;
use super::markup::{Markup, Node, Tag};
use super::opc::{self, Relations};
use super::package::Package;
use super::sheet_formats::Formats;
use super::{Fault, Format, ods};
use crate::import::limits::{MAX_DOCUMENT_TEXT, MAX_SHEET_CELLS};
use jjak_core::article::{Lang, PerLang};

/// What a workbook shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
    /// Sheets that the workbook does not show.
    pub hidden_sheets: usize,
    pub comments: usize,
}

impl Workbook {
    /// Paragraphs that lie on sheets beside the cells.
    pub fn boxes(&self) -> usize {
        let sheets = self.sheets.iter();
        sheets.map(|sheet| sheet.drawing.paragraphs.len()).sum()
    }
}

/// A sheet: its rows of cells as their texts, empty ones too. SheetRows may have different lengths; rows without any
/// text are not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<String>>,
    pub drawing: Drawing,
}

impl Sheet {
    /// The columns that hold English and Korean, when both are there. A column's first cell may be its name.
    pub fn languages(&self) -> Option<(usize, usize)> {
        // How many cells of each column are English, and how many Korean.
        let mut columns: Vec<PerLang<usize>> = Vec::new();
        for row in &self.rows {
            columns.resize(columns.len().max(row.len()), PerLang::default());
            for (column, cell) in columns.iter_mut().zip(row) {
                if let Some(lang) = Lang::of(cell) {
                    column[lang] += 1;
                }
            }
        }
        // Of several columns of one language, the fullest; the first of equals.
        let fullest = |lang: Lang| {
            let cells = |column: &PerLang<usize>| column[lang];
            let mainly = |column: &PerLang<usize>| match lang {
                Lang::En => column[Lang::En] > 0 && column[Lang::En] >= column[Lang::Ko],
                Lang::Ko => column[Lang::Ko] > column[Lang::En],
            };
            let found = columns.iter().enumerate().rev();
            found
                .filter(|(_, column)| mainly(column))
                .max_by_key(|(_, column)| cells(column))
                .map(|(at, _)| at)
        };
        Some((fullest(Lang::En)?, fullest(Lang::Ko)?))
    }

    /// Whether most rows hold an English and a Korean text that may translate each other by their lengths: names and
    /// codes beside Korean text are no translations of it.
    pub fn is_bilingual(&self) -> bool {
        /// English has two to three letters for a Korean one; so much more or less is no translation.
        const LETTERS: std::ops::RangeInclusive<f64> = 0.8..=8.0;
        let Some((en, ko)) = self.languages() else {
            return false;
        };
        let letters = |row: &Vec<String>, column: usize| {
            let cell = row.get(column).map_or("", String::as_str);
            cell.chars().filter(|c| c.is_alphabetic()).count()
        };
        let (mut both, mut en_letters, mut ko_letters) = (0, 0, 0);
        for row in &self.rows {
            let (en, ko) = (letters(row, en), letters(row, ko));
            both += usize::from(en > 0 && ko > 0);
            en_letters += en;
            ko_letters += ko;
        }
        both * 2 >= self.rows.len() && LETTERS.contains(&(en_letters as f64 / ko_letters as f64))
    }
}

/// Reads a workbook (xlsx, xlsm, ods).
///
/// # Errors
/// [`Fault`] of a damaged, encrypted or too large workbook, or of a file that is none.
pub fn read(bytes: &[u8]) -> Result<Workbook, Fault> {
    let mut package = Package::open(bytes)?;
    match super::format(&mut package)? {
        (Format::Xlsx, main) => workbook(&mut package, &main),
        (Format::Ods, _) if super::is_encrypted(&mut package)? => Err(Fault::Encrypted),
        (Format::Ods, _) => ods::workbook(&mut package),
        _ => Err(Fault::Unread {
            what: "no workbook",
            advice: "save the table as xlsx",
        }),
    }
}

pub(super) fn workbook(package: &mut Package, main: &str) -> Result<Workbook, Fault> {
    let relations = Relations::read(package, main)?;
    let shared = relations.of("sharedStrings").unwrap_or_default();
    let shared = strings(&package.find(shared)?.unwrap_or_default(), shared)?;
    let styles = relations.of("styles").unwrap_or_default();
    let mut formats = Formats::read(&package.find(styles)?.unwrap_or_default(), styles)?;

    let xml = package.part(main)?;
    let mut markup = Markup::new(&xml, main);
    let mut workbook = Workbook::default();
    let mut room = Room::default();
    loop {
        let tag = match markup.next()? {
            Node::Open(tag) => tag,
            Node::End => return Ok(workbook),
            _ => continue,
        };
        match tag.name.as_str() {
            "workbookPr" => {
                formats.since_1904 = tag.is("date1904", "1") || tag.is("date1904", "true")
            }
            "sheet" if tag.get("state").is_some_and(|state| state != "visible") => {
                workbook.hidden_sheets += 1;
            }
            "sheet" => {
                let id = tag.prefixed("id").unwrap_or_default();
                // Sheets of charts and macros have no cells.
                let Some(part) = relations.target(&id) else {
                    continue;
                };
                let xml = package.part(part)?;
                let mut reader = SheetRows {
                    markup: Markup::new(&xml, part),
                    shared: &shared,
                    formats: &formats,
                    room: &mut room,
                };
                let mut sheet = Sheet {
                    name: tag.get("name").unwrap_or_default(),
                    rows: reader.read()?,
                    drawing: Drawing::default(),
                };
                let others = Relations::read(package, part)?;
                for part in others.all("drawing") {
                    let xml = package.find(part)?.unwrap_or_default();
                    sheet.drawing.read(&xml, part)?;
                }
                workbook.sheets.push(sheet);
                for part in others.all("comments") {
                    let xml = package.find(part)?.unwrap_or_default();
                    workbook.comments += opc::count(&xml, part, "comment")?;
                }
            }
            _ => {}
        }
    }
}

/// The texts that cells refer to by number.
fn strings(xml: &str, part: &str) -> Result<Vec<String>, Fault> {
    let mut markup = Markup::new(xml, part);
    let mut strings = Vec::new();
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name == "si" => strings.push(string(&mut markup)?),
            Node::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of the element that was opened last, without the reading aid above it.
fn string(markup: &mut Markup) -> Result<String, Fault> {
    let mut string = String::new();
    markup.inside(|markup, tag| {
        match tag.name.as_str() {
            "t" => string.push_str(&markup.text()?),
            "rPh" => markup.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(unescaped(string))
}

/// `text` with its escapes `_xHHHH_` as the characters they stand for (ST_Xstring of ECMA-376, 22.9.2.19).
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let digits = rest.get(at + 2..at + 6).filter(|digits| {
            rest[at + 6..].starts_with('_') && digits.chars().all(|c| c.is_ascii_hexdigit())
        });
        match digits
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32)
        {
            Some(character) => {
                out.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

/// The rows of one sheet.
struct SheetRows<'a> {
    markup: Markup<'a>,
    shared: &'a [String],
    formats: &'a Formats,
    room: &'a mut Room,
}

impl SheetRows<'_> {
    fn read(&mut self) -> Result<Vec<Vec<String>>, Fault> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut row: Vec<String> = Vec::new();
        loop {
            match self.markup.next()? {
                Node::Open(tag) if tag.name == "c" => {
                    let text = self.cell(&tag)?;
                    // A cell that says no place stands after the one before.
                    let column = tag
                        .get("r")
                        .and_then(|place| column(&place))
                        .unwrap_or(row.len());
                    if text.is_empty() || column < row.len() {
                        continue;
                    }
                    self.room.take(column + 1 - row.len(), text.len())?;
                    row.resize(column, String::new());
                    row.push(text);
                }
                Node::Close(name) if name == "row" => {
                    let row = std::mem::take(&mut row);
                    if row.iter().any(|cell| !cell.trim().is_empty()) {
                        rows.push(row);
                    }
                }
                Node::End => return Ok(rows),
                _ => {}
            }
        }
    }

    /// What the cell that was opened last shows.
    fn cell(&mut self, tag: &Tag) -> Result<String, Fault> {
        let kind = tag.get("t").unwrap_or_default();
        let (mut value, mut inline) = (String::new(), None);
        self.markup.inside(|markup, tag| {
            match tag.name.as_str() {
                "v" => value = markup.text()?,
                "is" => inline = Some(string(markup)?),
                _ => {}
            }
            Ok(())
        })?;
        if let Some(inline) = inline {
            return Ok(inline);
        }
        Ok(match kind.as_str() {
            "s" => {
                let place: Option<usize> = value.trim().parse().ok();
                place
                    .and_then(|place| self.shared.get(place))
                    .cloned()
                    .unwrap_or_default()
            }
            "str" | "inlineStr" | "d" | "e" => value,
            "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            _ => {
                let style = tag.get("s").and_then(|style| style.parse().ok());
                self.formats.show(value.trim(), style.unwrap_or(0))
            }
        })
    }
}

/// What the cells of a whole workbook take.
#[derive(Debug, Default)]
pub(super) struct Room {
    cells: usize,
    /// Of their texts: many cells may show one that the file holds once.
    bytes: usize,
}

impl Room {
    /// Takes so many more cells with so many bytes of text in all.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn take(&mut self, cells: usize, bytes: usize) -> Result<(), Fault> {
        self.cells = self.cells.saturating_add(cells);
        self.bytes = self.bytes.saturating_add(bytes);
        let (limit, unit, name) = if self.cells > MAX_SHEET_CELLS {
            (MAX_SHEET_CELLS, "cells", "MAX_SHEET_CELLS")
        } else if self.bytes > MAX_DOCUMENT_TEXT {
            (MAX_DOCUMENT_TEXT, "bytes", "MAX_DOCUMENT_TEXT")
        } else {
            return Ok(());
        };
        Err(Fault::OverLimit {
            what: "its sheets have",
            limit: limit as u64,
            unit,
            name,
        })
    }
}

/// The column of a place such as `AB12`, from 0.
fn column(place: &str) -> Option<usize> {
    /// Excel has no more.
    const MAX_COLUMN: usize = 16_384;
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.take(4).fold(0usize, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    (1..=MAX_COLUMN).contains(&column).then(|| column - 1)
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_are_the_characters_they_stand_for() {
        let read = |text: &str| unescaped(text.to_owned());
        assert_eq!(read("가_x000A_나 _x005F_x0041_"), "가\n나 _x0041_");
        assert_eq!(
            read("_x _xyz0_ _x00가_ _xD800_"),
            "_x _xyz0_ _x00가_ _xD800_"
        );
    }
}
