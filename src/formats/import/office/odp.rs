//! OpenDocument presentations, as LibreOffice writes them: slide by slide, titles first, with the speaker's notes.

use super::Fault;
use super::markup::{Markup, Node};
use super::odf_styles::CONTENT;
use super::odf_styles::Styles;
use super::odt::{Walk, describe};
use super::package::Package;
use crate::import::Imported;
use crate::import::document::Document;
use crate::import::warning::Part;
use jjak_core::article::Provenance;

/// An article of an OpenDocument presentation.
///
/// # Errors
/// [`Fault`] of a damaged, encrypted or too large presentation.
pub(super) fn article(mut package: Package, mut provenance: Provenance) -> Result<Imported, Fault> {
    describe(&mut package, &mut provenance)?;
    let content = package.part(CONTENT)?;
    let styles = Styles::of(&mut package, &content)?;
    let mut document = Document::default();
    let mut title = None;
    let mut markup = Markup::new(&content, CONTENT);
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name == "page" => {
                let style = tag.get("style-name");
                if styles.hides("drawing-page", style.as_deref()) {
                    document.leave_out(Part::HiddenSlides, 1);
                    markup.skip()?;
                    continue;
                }
                let mut slide = Walk::new(&styles);
                slide.read_element(&mut markup)?;
                title = title.or(slide.title.take());
                slide.titles.pour(&mut document)?;
                slide.flow.pour(&mut document)?;
            }
            Node::End => break,
            _ => {}
        }
    }
    provenance.title = title.or(provenance.title);
    Ok(document.finish(provenance))
}
