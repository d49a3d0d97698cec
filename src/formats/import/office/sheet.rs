//! Workbooks as rows of cell texts; how Excel writes them.
//!
//! Read here and not by the crate calamine, which holds the whole rectangle that a sheet spans and a part however far it
//! unpacks: two cells in opposite corners (1.5 kB) end the program, 0.8 MB of zeros take 2.3 GB.

use super::drawing::Drawing;
use super::markup::{Markup, Node, Tag};
use super::opc::{self, Relations};
use super::package::Package;
use super::sheet_formats::Formats;
use super::workbook::Room;
use super::{Fault, Format, ods};

pub use super::workbook::{Sheet, Workbook};

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
