//! OpenDocument spreadsheets, as LibreOffice writes them, as rows of cell texts: those that a person sees.

use super::Fault;
use super::drawing::Drawing;
use super::markup::{Markup, Node, Tag};
use super::odf_styles::{CONTENT, Styles};
use super::package::Package;
use super::workbook::{Room, Sheet, Workbook};

/// Reads a spreadsheet.
///
/// # Errors
/// [`Fault`] of a damaged or too large spreadsheet.
pub(super) fn workbook(package: &mut Package) -> Result<Workbook, Fault> {
    let content = package.part(CONTENT)?;
    let styles = Styles::of(package, &content)?;
    let mut workbook = Workbook::default();
    let mut room = Room::default();
    let mut markup = Markup::new(&content, CONTENT);
    loop {
        let tag = match markup.next()? {
            Node::Open(tag) => tag,
            Node::End => return Ok(workbook),
            _ => continue,
        };
        match tag.name.as_str() {
            "table" if styles.hides("table", tag.get("style-name").as_deref()) => {
                workbook.hidden_sheets += 1;
                markup.skip()?;
            }
            "table" => {
                let mut rows = OdsRows {
                    rows: Vec::new(),
                    room: &mut room,
                    comments: &mut workbook.comments,
                    drawing: Drawing::default(),
                };
                rows.read(&mut markup)?;
                let OdsRows { rows, drawing, .. } = rows;
                workbook.sheets.push(Sheet {
                    name: tag.get("name").unwrap_or_default(),
                    rows,
                    drawing,
                });
            }
            // What was deleted, and what was seen in other files, stands in tables, too.
            "tracked-changes" | "dde-links" => markup.skip()?,
            _ => {}
        }
    }
}

/// The rows of one sheet.
struct OdsRows<'a> {
    rows: Vec<Vec<String>>,
    room: &'a mut Room,
    comments: &'a mut usize,
    drawing: Drawing,
}

impl OdsRows<'_> {
    /// Reads the sheet that was opened last.
    fn read(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        let until = markup.depth();
        while markup.depth() >= until {
            match markup.next()? {
                Node::Open(tag) if tag.name == "table-row" => self.row(&tag, markup)?,
                Node::Open(tag) if tag.name == "shapes" => {
                    self.drawing.read_open_document(markup)?;
                }
                Node::Open(tag) if tag.name == "forms" => markup.skip()?,
                _ => {}
            }
        }
        Ok(())
    }

    fn row(&mut self, tag: &Tag, markup: &mut Markup) -> Result<(), Fault> {
        let mut row: Vec<String> = Vec::new();
        // Cells without text count only if one with text follows.
        let mut empty = 0usize;
        let until = markup.depth();
        while markup.depth() >= until {
            let Node::Open(cell) = markup.next()? else {
                continue;
            };
            if !matches!(cell.name.as_str(), "table-cell" | "covered-table-cell") {
                continue;
            }
            let times = repeated(&cell, "number-columns-repeated");
            let text = self.cell(markup)?;
            if text.is_empty() {
                empty = empty.saturating_add(times);
                continue;
            }
            let bytes = text.len().saturating_mul(times);
            self.room.take(empty.saturating_add(times), bytes)?;
            row.resize(row.len() + empty, String::new());
            row.resize(row.len() + times, text);
            empty = 0;
        }
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        let more = repeated(tag, "number-rows-repeated") - 1;
        let bytes: usize = row.iter().map(String::len).sum();
        let cells = row.len().saturating_mul(more);
        self.room.take(cells, bytes.saturating_mul(more))?;
        self.rows.extend(std::iter::repeat_n(row, more + 1));
        Ok(())
    }

    /// What the cell that was opened last shows.
    fn cell(&mut self, markup: &mut Markup) -> Result<String, Fault> {
        let mut text = String::new();
        // How many elements are open around the text.
        let mut paragraph = None;
        let until = markup.depth();
        while markup.depth() >= until {
            match markup.next()? {
                Node::Open(tag) => match tag.name.as_str() {
                    "p" if paragraph.is_none() => {
                        if !text.is_empty() {
                            text.push('\n');
                        }
                        paragraph = Some(markup.depth());
                    }
                    "annotation" => {
                        *self.comments += 1;
                        markup.skip()?;
                    }
                    "s" | "tab" => text.push(' '),
                    "line-break" => text.push('\n'),
                    "ruby-text" => markup.skip()?,
                    // What is anchored to the cell.
                    _ if tag.has_prefix("draw") => self.drawing.read_open_document(markup)?,
                    _ => {}
                },
                Node::Close(_) if paragraph.is_some_and(|depth| markup.depth() < depth) => {
                    paragraph = None;
                }
                Node::Text(piece) if paragraph.is_some() => text.push_str(&piece),
                _ => {}
            }
        }
        Ok(text)
    }
}

/// How often a cell or row stands there; once if nothing is said.
fn repeated(tag: &Tag, name: &str) -> usize {
    let times = tag.get(name).and_then(|times| times.parse().ok());
    times.unwrap_or(1).max(1)
}
