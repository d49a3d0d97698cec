//! Electronic books: chapters by the table of contents, whole or one of them.

use super::Fault;
use super::epub_book::{Book, Entry};
use super::opc::said;
use super::package::Package;
use crate::import::Imported;
use crate::import::document::Document;
use crate::import::limits::MAX_HTML_DEPTH;
use crate::import::page;
use crate::import::piece::Piece;
use crate::import::tags;
use dom_query::Document as Page;
use jjak_core::article::{BlockKind, Provenance, Reason};
use std::collections::HashMap;

/// A chapter of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// As the table of contents has it, or its first line.
    pub title: String,
}

/// A chapter with its text.
struct Text {
    title: String,
    pieces: Vec<Piece>,
}

/// An article of the chapter with this number, from 1, or of the whole book.
///
/// # Errors
/// [`Fault`] of a damaged or encrypted book, and [`Fault::NoChapter`] with the list of chapters.
pub(super) fn article(
    mut package: Package,
    chosen: Option<&str>,
    mut provenance: Provenance,
) -> Result<Imported, Fault> {
    let book = Book::read(&mut package, &mut provenance)?;
    let texts = texts(&mut package, &book)?;
    let texts: &[Text] = match chosen {
        None => &texts,
        Some(chosen) => {
            let number = chosen.parse::<usize>().ok();
            let place = number.and_then(|number| number.checked_sub(1));
            let Some(text) = place.and_then(|place| texts.get(place)) else {
                let titles = texts.into_iter().map(|text| text.title).collect();
                return Err(Fault::NoChapter {
                    asked: chosen.to_owned(),
                    titles,
                });
            };
            provenance.title = Some(text.title.clone());
            std::slice::from_ref(text)
        }
    };
    let mut document = Document::default();
    for piece in texts.iter().flat_map(|text| &text.pieces) {
        if let Some(hidden) = piece.unseen {
            document.push_excluded(&piece.text, Reason::Hidden, hidden.rule)?;
        } else if piece.tight && piece.kind == BlockKind::Body {
            document.push_line(&piece.text, piece.kind)?;
        } else {
            document.push(&piece.text, piece.kind)?;
        }
    }
    Ok(document.finish(provenance))
}

/// The chapters of a book, in order.
///
/// # Errors
/// [`Fault`] of a damaged or encrypted book.
pub(super) fn chapters(mut package: Package) -> Result<Vec<Chapter>, Fault> {
    let book = Book::read(&mut package, &mut Provenance::default())?;
    let texts = texts(&mut package, &book)?.into_iter();
    Ok(texts.map(|text| Chapter { title: text.title }).collect())
}

/// The book's text, cut where the table of contents has an entry. What stands before the first, and what has no
/// text, is no chapter; text before the first entry belongs to a chapter of its own.
fn texts(package: &mut Package, book: &Book) -> Result<Vec<Text>, Fault> {
    let mut texts: Vec<Text> = Vec::new();
    let mut entries: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for entry in &book.entries {
        entries.entry(entry.part.as_str()).or_default().push(entry);
    }
    for part in &book.spine {
        let xml = package.part(part)?;
        let html = as_html(&xml);
        if page::open_elements(&html) > MAX_HTML_DEPTH {
            return Err(Fault::OverLimit {
                what: "its elements are nested",
                limit: MAX_HTML_DEPTH as u64,
                unit: "deep",
                name: "MAX_HTML_DEPTH",
            });
        }
        tags::check(&html)?;
        let page = Page::from(html);
        let entries = entries.get(part.as_str()).map_or(&[][..], Vec::as_slice);
        let anchors: Vec<&str> = entries.iter().map(|entry| entry.anchor.as_str()).collect();
        let (mut pieces, places) = page::pieces_with_anchors(&page, &anchors);
        // Backwards, so that each chapter takes the end of what is left.
        let mut found: Vec<(usize, &str)> = places
            .into_iter()
            .zip(entries)
            .map(|(place, entry)| (place.unwrap_or(0), entry.title.as_str()))
            .collect();
        found.sort_by_key(|(place, _)| *place);
        let mut chapters = Vec::new();
        for (place, title) in found.into_iter().rev() {
            let pieces = pieces.split_off(place.min(pieces.len()));
            chapters.push(Text {
                title: title.to_owned(),
                pieces,
            });
        }
        match texts.last_mut() {
            // A chapter goes on where the table of contents has no entry.
            Some(last) if !book.entries.is_empty() => last.pieces.append(&mut pieces),
            _ => texts.push(Text {
                title: String::new(),
                pieces,
            }),
        }
        texts.extend(chapters.into_iter().rev());
    }
    let is_seen = |piece: &&Piece| piece.unseen.is_none();
    texts.retain(|text| text.pieces.iter().any(|piece| is_seen(&piece)));
    for text in &mut texts {
        let first = text.pieces.iter().find(is_seen);
        let first = first.and_then(|piece| said(&piece.text));
        let title = said(&text.title).or(first).unwrap_or_default();
        text.title = shortened(title);
    }
    Ok(texts)
}

/// XHTML as HTML: without its declaration, which would be text, and with `<title/>` as `<title></title>`, which would
/// swallow the page.
fn as_html(xml: &str) -> String {
    const VOID: [&str; 14] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    ];
    let xml = xml.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    let mut rest = match xml.strip_prefix("<?xml") {
        Some(rest) => rest.split_once("?>").map_or(xml, |(_, page)| page),
        None => xml,
    };
    let mut html = String::with_capacity(rest.len());
    while let Some(end) = rest.find("/>") {
        let (before, after) = rest.split_at(end);
        let tag = before.rfind('<').map_or("", |start| &before[start + 1..]);
        let name = tag.split(char::is_whitespace).next().unwrap_or_default();
        html.push_str(before);
        rest = &after["/>".len()..];
        if name.is_empty() || VOID.contains(&name) || tag.contains('>') {
            html.push_str("/>");
        } else {
            html.push_str("></");
            html.push_str(name);
            html.push('>');
        }
    }
    html + rest
}

fn shortened(title: String) -> String {
    const LONGEST: usize = 80;
    match title.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title,
    }
}
