//! What the styles of an OpenDocument file make of its paragraphs and words, slides and sheets.

use super::Fault;
use super::markup::{Markup, Node};
use super::package::Package;
use jjak_core::article::BlockKind;
use std::collections::HashMap;

pub(super) const CONTENT: &str = "content.xml";
pub(super) const STYLES: &str = "styles.xml";

/// Longest chain of styles, each with the next as its parent.
const MAX_CHAIN: usize = 16;

/// Styles by family (`paragraph`, `text` ...) and name.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<(String, String), Style>);

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    hides: Option<bool>,
}

impl Styles {
    /// The styles of a file: those of all its pages, and those of its `content` alone.
    pub(super) fn of(package: &mut Package, content: &str) -> Result<Styles, Fault> {
        let mut styles = Styles::default();
        if let Some(xml) = package.find(STYLES)? {
            styles.read(&xml, STYLES)?;
        }
        styles.read(content, CONTENT)?;
        Ok(styles)
    }

    /// Adds the styles of a part.
    pub(super) fn read(&mut self, xml: &str, part: &str) -> Result<(), Fault> {
        let mut markup = Markup::new(xml, part);
        loop {
            let tag = match markup.next()? {
                Node::Open(tag) if tag.name == "style" => tag,
                // The styles of `content.xml` stand before its text.
                Node::Open(tag) if tag.name == "body" => return Ok(()),
                Node::End => return Ok(()),
                _ => continue,
            };
            let mut style = Style {
                parent: tag.get("parent-style-name"),
                hides: None,
            };
            markup.inside(|_, tag| {
                let shows = match tag.name.as_str() {
                    "text-properties" | "table-properties" => {
                        tag.get("display").map(|display| display == "true")
                    }
                    "drawing-page-properties" => tag
                        .get("visibility")
                        .map(|visibility| visibility != "hidden"),
                    _ => None,
                };
                style.hides = shows.map(|shows| !shows).or(style.hides);
                Ok(())
            })?;
            let family = tag.get("family").unwrap_or_default();
            self.0
                .insert((family, tag.get("name").unwrap_or_default()), style);
        }
    }

    /// What a paragraph of this style is, and whether it is the document's title. LibreOffice keeps the names of
    /// styles that came from Word, in their letter case.
    pub(super) fn role(&self, name: Option<&str>) -> (BlockKind, bool) {
        for name in self.chain("paragraph", name) {
            let kind = match name.to_ascii_lowercase().as_str() {
                "title" => return (BlockKind::Heading, true),
                "caption" => BlockKind::Caption,
                "quotations" | "quote" | "intense_20_quote" => BlockKind::Quote,
                "heading" => BlockKind::Heading,
                _ => continue,
            };
            return (kind, false);
        }
        (BlockKind::Body, false)
    }

    /// Whether what has this style is not shown.
    pub(super) fn hides(&self, family: &str, name: Option<&str>) -> bool {
        let style = |name: String| self.0.get(&(family.to_owned(), name));
        self.chain(family, name)
            .find_map(|name| style(name)?.hides)
            .unwrap_or(false)
    }

    /// The style's name and those of its parents.
    fn chain(&self, family: &str, name: Option<&str>) -> impl Iterator<Item = String> {
        let next = move |name: &String| {
            let style = self.0.get(&(family.to_owned(), name.clone()))?;
            style.parent.clone()
        };
        std::iter::successors(name.map(str::to_owned), next).take(MAX_CHAIN)
    }
}
