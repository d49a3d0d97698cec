//! HWPML: a whole Hangul (한글) document in one XML file, `.hml`, or `.hwp` as the statutes of law.go.kr come.

use super::Fault;
use super::flow;
use super::hangul::{Dialect, Walk};
use super::hwpx_head::Head;
use super::markup::{Markup, Node};
use super::opc::said;
use crate::import::Imported;
use crate::import::document::Document;
use jjak_core::article::Provenance;

/// An article of the HWPML document `xml`.
///
/// # Errors
/// [`Fault`] of a damaged or too large document.
pub(in crate::import) fn article(xml: &str, mut provenance: Provenance) -> Result<Imported, Fault> {
    let mut markup = Markup::new(xml, "HWPML");
    let mut head = Head::default();
    let mut document = Document::default();
    let mut title = None;
    let mut endnotes = Vec::new();
    loop {
        let tag = match markup.next()? {
            Node::Open(tag) => tag,
            Node::End => break,
            _ => continue,
        };
        match tag.name.as_str() {
            "DOCSUMMARY" => markup.inside(|markup, tag| {
                let place = match tag.name.as_str() {
                    "TITLE" => &mut provenance.title,
                    "AUTHOR" => &mut provenance.byline,
                    "DATE" => &mut provenance.date,
                    _ => return Ok(()),
                };
                *place = said(&markup.text()?);
                Ok(())
            })?,
            "MAPPINGTABLE" => head.read(&mut markup)?,
            "SECTION" => {
                let mut walk = Walk::new(Dialect::Hwpml, &head);
                walk.read(&mut markup)?;
                title = title.or(walk.title.take());
                endnotes.extend(walk.pour(&mut document)?);
            }
            // Pictures, and the document's macros.
            "TAIL" => markup.skip()?,
            _ => {}
        }
    }
    flow::add(endnotes, &mut document)?;
    provenance.title = title.or(provenance.title);
    Ok(document.finish(provenance))
}
