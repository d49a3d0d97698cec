//! What lies on a sheet beside its cells: text boxes and shapes, in groups too, and what of a drawing is no text.

use super::Fault;
use super::choices::Choices;
use super::markup::{Markup, Node};
use crate::import::warning::Part;
use std::collections::BTreeMap;

/// The paragraphs on a sheet, and how many parts are not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    pub paragraphs: Vec<String>,
    pub(in crate::import) left_out: BTreeMap<Part, usize>,
}

impl Drawing {
    /// Adds what the drawing `xml` of an Excel sheet holds.
    ///
    /// # Errors
    /// [`Fault`] of damaged XML.
    pub(super) fn read(&mut self, xml: &str, part: &str) -> Result<(), Fault> {
        let mut markup = Markup::new(xml, part);
        let mut choices = Choices::default();
        let mut paragraph = String::new();
        // How many elements are open around a shape that is not shown, itself counted.
        let mut hidden: Option<usize> = None;
        loop {
            match markup.next()? {
                Node::Open(tag) => match tag.name.as_str() {
                    "t" => paragraph.push_str(&markup.text()?),
                    "br" => paragraph.push('\n'),
                    "pic" => self.leave_out(Part::Pictures),
                    "chart" => self.leave_out(Part::Charts),
                    "oleObj" => self.leave_out(Part::Objects),
                    "cNvPr" if tag.is("hidden", "1") || tag.is("hidden", "true") => {
                        self.leave_out(Part::Hidden);
                        // It stands in the shape's own properties.
                        hidden = hidden.or(Some(markup.depth().saturating_sub(2)));
                    }
                    "AlternateContent" => choices.begin(),
                    "Choice" | "Fallback" if !choices.take() => markup.skip()?,
                    _ => {}
                },
                Node::Close(name) => {
                    match name.as_str() {
                        "p" if hidden.is_some() => paragraph.clear(),
                        "p" => self.add(std::mem::take(&mut paragraph)),
                        "AlternateContent" => choices.end(),
                        _ => {}
                    }
                    hidden = hidden.filter(|&depth| markup.depth() >= depth);
                }
                Node::Text(_) => {}
                Node::End => return Ok(()),
            }
        }
    }

    /// Adds the paragraphs of the OpenDocument element that was opened last.
    ///
    /// # Errors
    /// [`Fault`] of damaged XML.
    pub(super) fn read_open_document(&mut self, markup: &mut Markup) -> Result<(), Fault> {
        markup.inside(|markup, tag| {
            match tag.name.as_str() {
                "p" => {
                    let paragraph = markup.text()?;
                    self.add(paragraph);
                }
                "image" => self.leave_out(Part::Pictures),
                "object" => self.leave_out(Part::Objects),
                // What a program that reads no such object shows instead, and words that nobody sees.
                "title" | "desc" => markup.skip()?,
                _ => {}
            }
            Ok(())
        })
    }

    fn add(&mut self, paragraph: String) {
        if !paragraph.trim().is_empty() {
            self.paragraphs.push(paragraph);
        }
    }

    fn leave_out(&mut self, what: Part) {
        *self.left_out.entry(what).or_default() += 1;
    }
}
