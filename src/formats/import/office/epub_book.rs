//! What a book says of itself: its parts in reading order and its table of contents.

use super::Fault;
use super::markup::{Markup, Node};
use super::opc::{resolve, said};
use super::package::Package;
use jjak_core::article::Provenance;
use std::collections::HashMap;

const CONTAINER: &str = "META-INF/container.xml";
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// The order of a book.
pub(super) struct Book {
    /// Parts with text, as they are read.
    pub spine: Vec<String>,
    pub entries: Vec<Entry>,
}

/// A line of the table of contents.
pub(super) struct Entry {
    pub title: String,
    pub part: String,
    /// The element it points to; empty for the beginning of the part.
    pub anchor: String,
}

struct Item {
    part: String,
    is_text: bool,
    is_contents: bool,
}

impl Book {
    /// Reads the order of a book, and its title, author and date into `provenance`.
    ///
    /// # Errors
    /// [`Fault`] of a damaged or encrypted book.
    pub(super) fn read(package: &mut Package, provenance: &mut Provenance) -> Result<Book, Fault> {
        let container = package.part(CONTAINER)?;
        let opf = root(&container)?;
        let folder = opf.rsplit_once('/').map_or("", |(folder, _)| folder);
        let xml = package.part(&opf)?;
        let mut markup = Markup::new(&xml, &opf);
        let mut items: HashMap<String, Item> = HashMap::new();
        let (mut spine, mut ncx) = (Vec::new(), None);
        loop {
            let tag = match markup.next()? {
                Node::Open(tag) => tag,
                Node::End => break,
                _ => continue,
            };
            match tag.name.as_str() {
                "title" | "creator" | "date" => {
                    let place = match tag.name.as_str() {
                        "title" => &mut provenance.title,
                        "creator" => &mut provenance.byline,
                        _ => &mut provenance.date,
                    };
                    let text = said(&markup.text()?);
                    *place = place.take().or(text);
                }
                "item" => {
                    let kind = tag.get("media-type").unwrap_or_default();
                    let properties = tag.get("properties").unwrap_or_default();
                    let item = Item {
                        part: resolve(folder, &decoded(&tag.get("href").unwrap_or_default())),
                        is_text: kind.contains("html") || kind.contains("oeb1-document"),
                        is_contents: properties.split(' ').any(|word| word == "nav"),
                    };
                    items.insert(tag.get("id").unwrap_or_default(), item);
                }
                "spine" => ncx = tag.get("toc"),
                // Those that are not `linear`, such as notes and answers, are pages of the book like others.
                "itemref" => spine.extend(tag.get("idref")),
                _ => {}
            }
        }
        let nav = items.values().find(|item| item.is_contents);
        let spine = spine.iter().filter_map(|id| items.get(id));
        let spine = spine.filter(|item| item.is_text && !item.is_contents);
        let spine: Vec<String> = spine.map(|item| item.part.clone()).collect();
        refuse_encrypted(package, &spine)?;
        let contents = nav
            .or_else(|| items.get(&ncx?))
            .map(|item| item.part.clone());
        let entries = match contents {
            Some(part) => contents_of(&package.find(&part)?.unwrap_or_default(), &part)?,
            None => Vec::new(),
        };
        Ok(Book { spine, entries })
    }
}

/// The part that describes the book.
fn root(container: &str) -> Result<String, Fault> {
    let mut markup = Markup::new(container, CONTAINER);
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name == "rootfile" => {
                return Ok(tag.get("full-path").unwrap_or_default());
            }
            Node::End => return Err(Fault::damaged(CONTAINER, "it names no book")),
            _ => {}
        }
    }
}

/// Fonts may be scrambled; a book whose text is can only be read by its shop's own program.
fn refuse_encrypted(package: &mut Package, spine: &[String]) -> Result<(), Fault> {
    let Some(xml) = package.find(ENCRYPTION)? else {
        return Ok(());
    };
    let mut markup = Markup::new(&xml, ENCRYPTION);
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name == "CipherReference" => {
                let part = resolve("", &decoded(&tag.get("URI").unwrap_or_default()));
                if spine.contains(&part) {
                    return Err(Fault::Encrypted);
                }
            }
            Node::End => return Ok(()),
            _ => {}
        }
    }
}

/// The outermost entries of a table of contents: `nav.xhtml` of EPUB 3, `toc.ncx` of EPUB 2.
fn contents_of(xml: &str, part: &str) -> Result<Vec<Entry>, Fault> {
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut markup = Markup::new(xml, part);
    let mut entries: Vec<Entry> = Vec::new();
    // How deep lists (EPUB 3) or points (EPUB 2) are nested, within the table of contents.
    let (mut depth, mut in_toc, mut label) = (0usize, false, String::new());
    loop {
        match markup.next()? {
            Node::End => return Ok(entries),
            Node::Open(tag) => match tag.name.as_str() {
                "nav" => in_toc = tag.get("type").is_none_or(|kind| kind.contains("toc")),
                "navMap" => in_toc = true,
                "ol" | "navPoint" => depth += 1,
                "a" if in_toc && depth == 1 => {
                    let target = tag.get("href").unwrap_or_default();
                    let title = markup.text()?;
                    entries.push(entry(folder, title, &target));
                }
                "text" if in_toc && depth == 1 => label = markup.text()?,
                "content" if in_toc && depth == 1 => {
                    let target = tag.get("src").unwrap_or_default();
                    entries.push(entry(folder, std::mem::take(&mut label), &target));
                }
                _ => {}
            },
            Node::Close(name) => match name.as_str() {
                "ol" | "navPoint" => depth = depth.saturating_sub(1),
                "nav" | "navMap" => in_toc = false,
                _ => {}
            },
            Node::Text(_) => {}
        }
    }
}

fn entry(folder: &str, title: String, target: &str) -> Entry {
    let (part, anchor) = target.split_once('#').unwrap_or((target, ""));
    Entry {
        title,
        part: resolve(folder, &decoded(part)),
        anchor: decoded(anchor),
    }
}

/// `a%20b.xhtml` as `a b.xhtml`.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, others @ ..] = rest {
        let digits = others
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok());
        let byte = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, byte) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            _ => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
