//! What the styles of a HWPX or HWPML document make of its paragraphs.

use super::Fault;
use super::markup::Markup;
use jjak_core::article::BlockKind;
use std::collections::HashMap;

#[derive(Debug, Default)]
pub(super) struct Head {
    /// Shapes of paragraphs that are headings or list items, by number.
    shapes: HashMap<String, BlockKind>,
    /// Names of styles, Korean and English, by number.
    styles: HashMap<String, [String; 2]>,
}

impl Head {
    /// Reads the rest of the head that was opened last.
    ///
    /// # Errors
    /// [`Fault`] of damaged XML.
    pub(super) fn read(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        let mut shape = String::new();
        markup.inside(|_, tag| {
            match tag.name.as_str() {
                "paraPr" => shape = tag.get("id").unwrap_or_default(),
                "heading" => self.add_shape(shape.clone(), tag.get("type")),
                "style" => {
                    let names = ["name", "engName"].map(|name| tag.get(name));
                    self.add_style(tag.get("id"), names);
                }
                "PARASHAPE" => {
                    self.add_shape(tag.get("Id").unwrap_or_default(), tag.get("HeadingType"));
                }
                "STYLE" => {
                    let names = ["Name", "EngName"].map(|name| tag.get(name));
                    self.add_style(tag.get("Id"), names);
                }
                _ => {}
            }
            Ok(())
        })
    }

    fn add_shape(&mut self, number: String, heading: Option<String>) {
        let heading = heading.unwrap_or_default().to_ascii_uppercase();
        let kind = match heading.as_str() {
            "OUTLINE" => BlockKind::Heading,
            "NUMBER" | "BULLET" => BlockKind::ListItem,
            _ => return,
        };
        self.shapes.insert(number, kind);
    }

    fn add_style(&mut self, number: Option<String>, names: [Option<String>; 2]) {
        let names = names.map(Option::unwrap_or_default);
        self.styles.insert(number.unwrap_or_default(), names);
    }

    /// What a paragraph of this shape and style is, and whether it is the document's title.
    pub(super) fn role(&self, shape: Option<&str>, style: Option<&str>) -> (BlockKind, bool) {
        let by_shape = shape.and_then(|shape| self.shapes.get(shape).copied());
        let Some([name, english]) = style.and_then(|style| self.styles.get(style)) else {
            return (by_shape.unwrap_or_default(), false);
        };
        let (name, english) = (name.trim(), english.trim());
        if name == "제목" || english.eq_ignore_ascii_case("title") {
            return (BlockKind::Heading, true);
        }
        let kind = if name == "캡션" || english.eq_ignore_ascii_case("caption") {
            Some(BlockKind::Caption)
        } else if name.starts_with("개요 ") || name.starts_with("제목 ") {
            Some(BlockKind::Heading)
        } else {
            None
        };
        (by_shape.or(kind).unwrap_or_default(), false)
    }
}
