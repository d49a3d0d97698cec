//! What the styles of a Word document make of its paragraphs.

use super::Fault;
use super::docx_properties::{is_on, is_outline};
use super::markup::{Markup, Node};
use std::collections::HashMap;

/// Longest chain of styles, each based on the next.
const MAX_CHAIN: usize = 16;

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Body,
    Title,
    Heading,
    Caption,
    Quote,
    ListItem,
    /// A line of a table of contents.
    Contents,
}

#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    /// In small letters; Word writes the built-in ones in English whatever its language.
    name: String,
    based_on: Option<String>,
    is_heading: Option<bool>,
    is_numbered: Option<bool>,
    hides: Option<bool>,
}

impl Styles {
    pub(super) fn read(xml: &str, part: &str) -> Result<Styles, Fault> {
        let mut styles = HashMap::new();
        let mut markup = Markup::new(xml, part);
        loop {
            let tag = match markup.next()? {
                Node::Open(tag) if tag.name == "style" => tag,
                Node::End => return Ok(Styles(styles)),
                _ => continue,
            };
            let mut style = Style::default();
            markup.inside(|markup, tag| {
                match tag.name.as_str() {
                    "name" => style.name = tag.get("val").unwrap_or_default().to_lowercase(),
                    "basedOn" => style.based_on = tag.get("val"),
                    "outlineLvl" => style.is_heading = Some(is_outline(tag)),
                    "numId" => style.is_numbered = Some(!tag.is("val", "0")),
                    "vanish" => style.hides = Some(is_on(tag)),
                    // What a table's style says of its corners is about no paragraph's kind.
                    "tblStylePr" => markup.skip()?,
                    _ => {}
                }
                Ok(())
            })?;
            styles.insert(tag.get("styleId").unwrap_or_default(), style);
        }
    }

    /// What a paragraph of this style is.
    pub(super) fn role(&self, id: Option<&str>) -> Role {
        for style in self.chain(id) {
            let name = style.name.as_str();
            let role = match name {
                "title" => Role::Title,
                "caption" => Role::Caption,
                "quote" | "intense quote" | "quotations" => Role::Quote,
                _ if name.starts_with("toc ") => Role::Contents,
                _ if name.starts_with("heading ") => Role::Heading,
                _ if style.is_heading == Some(true) => Role::Heading,
                _ if style.is_numbered == Some(true) => Role::ListItem,
                _ => continue,
            };
            return role;
        }
        Role::Body
    }

    /// Whether text of this style is not shown.
    pub(super) fn hides(&self, id: Option<&str>) -> bool {
        let hides = self.chain(id).find_map(|style| style.hides);
        hides.unwrap_or(false)
    }

    /// The style and those it is based on.
    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = &'s Style> {
        let first = id.and_then(|id| self.0.get(id));
        let next = |style: &&Style| style.based_on.as_ref().and_then(|id| self.0.get(id));
        std::iter::successors(first, next).take(MAX_CHAIN)
    }
}
