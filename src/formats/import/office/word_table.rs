//! The tables of a Word document cell by cell, with what a reviewer changed and said: tracked changes and comments.

use super::markup::{Markup, Node};
use super::opc::Relations;
use super::package::Package;
use super::{Fault, Format};
use std::collections::HashMap;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its text with all changes taken; a new line for every paragraph and line break.
    pub text: String,
    /// Its text without the changes that are tracked.
    pub before: String,
    /// Who commented on it, and what they said.
    pub comments: Vec<(String, String)>,
}

/// The rows of the tables of a document and its custom parts of XML.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    /// Of each table its rows.
    pub tables: Vec<Vec<Vec<Cell>>>,
    /// Comments that stand in no cell.
    pub elsewhere: usize,
}

/// Reads the tables of a document; what stands within a table of a cell is text of the cell.
///
/// # Errors
/// [`Fault`] of a damaged or too large document, or of a file that is none.
pub(crate) fn read(bytes: &[u8]) -> Result<Tables, Fault> {
    let mut package = Package::open(bytes)?;
    let (format, main) = super::format(&mut package)?;
    if format != Format::Docx {
        return Err(Fault::Unread {
            what: "no document of Word",
            advice: "save the table as docx",
        });
    }
    let relations = Relations::read(&mut package, &main)?;
    let comments = match relations.of("comments") {
        Some(part) => comments(&package.find(part)?.unwrap_or_default(), part)?,
        None => HashMap::new(),
    };
    tables(&package.part(&main)?, &main, comments)
}

/// The first custom part of XML whose root element is in `namespace`, if the file is a package at all.
pub(crate) fn custom_part(bytes: &[u8], namespace: &str) -> Result<Option<String>, Fault> {
    /// Word numbers them anew.
    const PARTS: usize = 20;
    let mut package = Package::open(bytes)?;
    for number in 1..=PARTS {
        if let Some(xml) = package.find(&format!("customXml/item{number}.xml"))?
            && xml.contains(&format!("\"{namespace}\""))
        {
            return Ok(Some(xml));
        }
    }
    Ok(None)
}

/// Author and text of each comment by its number.
fn comments(xml: &str, part: &str) -> Result<HashMap<String, (String, String)>, Fault> {
    let mut markup = Markup::new(xml, part);
    let mut comments = HashMap::new();
    loop {
        match markup.next()? {
            Node::End => return Ok(comments),
            Node::Open(tag) if tag.name == "comment" => {
                let id = tag.get("id").unwrap_or_default();
                let author = tag.get("author").unwrap_or_default();
                let text = markup.text()?;
                comments.insert(id, (author, text.trim().to_owned()));
            }
            _ => {}
        }
    }
}

fn tables(
    xml: &str,
    part: &str,
    mut comments: HashMap<String, (String, String)>,
) -> Result<Tables, Fault> {
    let mut markup = Markup::new(xml, part);
    let mut found = Tables::default();
    let (mut depth, mut inserted, mut deleted) = (0usize, 0usize, 0usize);
    let mut is_text = false;
    loop {
        let cell = match depth {
            0 => None,
            _ => found
                .tables
                .last_mut()
                .and_then(|rows| rows.last_mut()?.last_mut()),
        };
        match markup.next()? {
            Node::End => break,
            Node::Open(tag) => match (tag.name.as_str(), cell) {
                ("tbl", _) => {
                    depth += 1;
                    if depth == 1 {
                        found.tables.push(Vec::new());
                    }
                }
                ("tr", _) if depth == 1 => found
                    .tables
                    .last_mut()
                    .into_iter()
                    .for_each(|rows| rows.push(Vec::new())),
                ("tc", _) if depth == 1 => {
                    let row = found.tables.last_mut().and_then(|rows| rows.last_mut());
                    row.into_iter().for_each(|row| row.push(Cell::default()));
                }
                // Those that say how a paragraph or row was changed hold no text.
                ("ins" | "moveTo", _) => inserted += 1,
                ("del" | "moveFrom", _) => deleted += 1,
                ("t" | "delText", _) => is_text = true,
                ("p", Some(cell)) => {
                    for text in [&mut cell.text, &mut cell.before] {
                        if !text.is_empty() {
                            text.push('\n');
                        }
                    }
                }
                ("br" | "cr" | "tab" | "noBreakHyphen", Some(cell)) => {
                    let sign = match tag.name.as_str() {
                        "tab" => "\t",
                        "noBreakHyphen" => "-",
                        _ => "\n",
                    };
                    put(cell, sign, inserted, deleted);
                }
                ("commentReference", Some(cell)) => {
                    let id = tag.get("id").unwrap_or_default();
                    cell.comments.extend(comments.remove(&id));
                }
                _ => {}
            },
            Node::Close(name) => match name.as_str() {
                "tbl" => depth = depth.saturating_sub(1),
                "ins" | "moveTo" => inserted = inserted.saturating_sub(1),
                "del" | "moveFrom" => deleted = deleted.saturating_sub(1),
                "t" | "delText" => is_text = false,
                _ => {}
            },
            Node::Text(text) => {
                if let Some(cell) = cell.filter(|_| is_text) {
                    put(cell, &text, inserted, deleted);
                }
            }
        }
    }
    found.elsewhere = comments.len();
    let cells = found.tables.iter_mut().flatten().flatten();
    for cell in cells {
        for text in [&mut cell.text, &mut cell.before] {
            text.truncate(text.trim_end_matches('\n').len());
        }
    }
    Ok(found)
}

fn put(cell: &mut Cell, text: &str, inserted: usize, deleted: usize) {
    if deleted == 0 {
        cell.text.push_str(text);
    }
    if inserted == 0 {
        cell.before.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_comments_and_breaks_are_told() {
        let xml = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Title</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r>\
            <w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>A </w:t></w:r><w:del><w:r><w:delText>red</w:delText></w:r></w:del>\
            <w:ins><w:r><w:t>blue</w:t></w:r></w:ins><w:r><w:t> car</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>\
            <w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
        let comments = [("0", "Kim"), ("1", "Lee")]
            .map(|(id, who)| (id.to_owned(), (who.to_owned(), "so".to_owned())));
        let found = tables(xml, "x", HashMap::from(comments)).unwrap();
        let cell = &found.tables[0][0][1];
        assert_eq!(
            (cell.text.as_str(), cell.before.as_str()),
            ("A blue car\nx", "A red car\nx")
        );
        assert_eq!(cell.comments, [("Kim".to_owned(), "so".to_owned())]);
        assert_eq!(
            (found.elsewhere, found.tables[0][0][0].text.as_str()),
            (1, "1")
        );
    }
}
