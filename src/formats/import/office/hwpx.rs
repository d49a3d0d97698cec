//! HWPX, the open format of Hangul (한글): sections in the order of the package's spine.

use super::flow;
use super::hangul::{Dialect, Walk};
use super::hwpx_head::Head;
use super::markup::{Markup, Node};
use super::opc::{resolve, said};
use super::package::Package;
use super::{Fault, is_encrypted};
use crate::import::Imported;
use crate::import::document::Document;
use jjak_core::article::Provenance;
use std::collections::HashMap;

const SPINE: &str = "Contents/content.hpf";

/// An article of a HWPX document.
///
/// # Errors
/// [`Fault`] of a damaged, encrypted or too large document.
pub(super) fn article(mut package: Package, mut provenance: Provenance) -> Result<Imported, Fault> {
    if is_encrypted(&mut package)? {
        return Err(Fault::Encrypted);
    }
    let spine = Spine::read(&package.part(SPINE)?, &mut provenance)?;
    let mut head = Head::default();
    let mut document = Document::default();
    let mut title = None;
    let mut endnotes = Vec::new();
    for part in &spine.parts {
        let Some(part) = spine.place(part, &package) else {
            return Err(Fault::damaged(SPINE, format!("{part} is not there")));
        };
        let xml = package.part(&part)?;
        let mut markup = Markup::new(&xml, &part);
        let root = loop {
            match markup.next()? {
                Node::Open(tag) => break tag.name,
                Node::End => break String::new(),
                _ => {}
            }
        };
        match root.as_str() {
            "head" => head.read(&mut markup)?,
            "sec" => {
                let mut walk = Walk::new(Dialect::Owpml, &head);
                walk.read(&mut markup)?;
                title = title.or(walk.title.take());
                endnotes.extend(walk.pour(&mut document)?);
            }
            _ => {}
        }
    }
    flow::add(endnotes, &mut document)?;
    provenance.title = title.or(provenance.title);
    Ok(document.finish(provenance))
}

/// The parts of the document in reading order, the head first.
struct Spine {
    parts: Vec<String>,
}

impl Spine {
    /// Reads the order, and what the document says of itself.
    fn read(xml: &str, provenance: &mut Provenance) -> Result<Spine, Fault> {
        let mut markup = Markup::new(xml, SPINE);
        let mut names = HashMap::new();
        let mut parts = Vec::new();
        loop {
            let tag = match markup.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(Spine { parts }),
                _ => continue,
            };
            match tag.name.as_str() {
                "item" => {
                    names.insert(tag.get("id"), tag.get("href").unwrap_or_default());
                }
                "itemref" => parts.extend(names.get(&tag.get("idref")).cloned()),
                "title" => provenance.title = said(&markup.text()?),
                "meta" => {
                    let place = match tag.get("name").as_deref() {
                        Some("creator") => &mut provenance.byline,
                        Some("CreatedDate") => &mut provenance.date,
                        _ => continue,
                    };
                    let content = tag.get("content").filter(|content| content != "text");
                    *place = said(&markup.text()?).or(content);
                }
                _ => {}
            }
        }
    }

    /// Programs differ in whether a part is named from the package's root or from the spine's own folder.
    fn place(&self, part: &str, package: &Package) -> Option<String> {
        let places = [resolve("", part), resolve("Contents", part)];
        places.into_iter().find(|place| package.has(place))
    }
}
