//! A text beside its alignment: sentences with ids, in paragraphs.

use crate::exchange::pairs::elements::{Elements, walk_text};
use crate::exchange::pairs::{BilingualError, language};
use jjak_core::article::{BlockKind, Lang, Provenance, one_line};
use jjak_core::xml::{attribute, xml_attribute};
use quick_xml::events::BytesStart;
use std::collections::{HashMap, HashSet};

#[derive(Default)]
pub(super) struct Text {
    pub sentences: Vec<String>,
    ids: Vec<String>,
    /// Which sentences begin a paragraph, and of which kind it is.
    pub paragraphs: Vec<(usize, BlockKind)>,
    pub provenance: Provenance,
    declared: Option<Lang>,
}

impl Text {
    /// Reads a text. Its sentences are its `s` elements, and what else has one of the ids `wanted`, such as headings
    /// and verses.
    pub(super) fn read(xml: &str, wanted: &HashSet<&str>) -> Result<Text, BilingualError> {
        let mut numbered = Numbered::default();
        walk_text(xml, &mut numbered)?;
        // A paragraph may have the number of a sentence elsewhere.
        let others = wanted.iter().filter(|id| !numbered.0.contains(**id));
        let mut reader = Reader {
            others: others.map(|id| (*id).to_owned()).collect(),
            ..Reader::default()
        };
        walk_text(xml, &mut reader)?;
        Ok(reader.text)
    }

    /// By what it says of itself, else by script.
    pub(super) fn lang(&self) -> Option<Lang> {
        let by_script = || Lang::of_most(self.sentences.iter().map(String::as_str));
        self.declared.or_else(by_script)
    }

    /// Where each sentence stands, by its id.
    pub(super) fn order(&self) -> HashMap<&str, usize> {
        let ids = self.ids.iter().enumerate().rev();
        ids.map(|(place, id)| (id.as_str(), place)).collect()
    }
}

/// The ids of all `s` elements.
#[derive(Default)]
struct Numbered(HashSet<String>);

impl Elements for Numbered {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        _: &[String],
    ) -> Result<(), BilingualError> {
        if name == "s" {
            self.0.extend(xml_attribute(element, "id"));
        }
        Ok(())
    }
}

#[derive(Default)]
struct Reader {
    text: Text,
    others: HashSet<String>,
    /// How many elements were open where the sentence, or the field of the header, began.
    open: Option<usize>,
    said: String,
    paragraph: Option<BlockKind>,
}

impl Elements for Reader {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        above: &[String],
    ) -> Result<(), BilingualError> {
        if let Some(code) = xml_attribute(element, "lang")
            && self.text.declared.is_none()
            && above.len() < 2
        {
            self.text.declared = language(&code);
        }
        if self.open.is_some() {
            return Ok(());
        }
        if in_header(above) {
            match name {
                "title" | "author" | "date" => {
                    self.said.clear();
                    self.open = Some(above.len());
                }
                "ref" => self.text.provenance.url = attribute(element, "target"),
                _ => {}
            }
            return Ok(());
        }
        if let Some(kind) = paragraph(element, name) {
            self.paragraph = Some(kind);
        }
        let id = xml_attribute(element, "id").unwrap_or_default();
        if name == "s" || self.others.contains(&id) {
            if let Some(kind) = self.paragraph.take() {
                let place = self.text.sentences.len();
                self.text.paragraphs.push((place, kind));
            }
            self.text.ids.push(id);
            self.said.clear();
            self.open = Some(above.len());
        }
        Ok(())
    }

    fn close(&mut self, name: &str, above: &[String]) -> Result<(), BilingualError> {
        if self.open != Some(above.len()) {
            return Ok(());
        }
        self.open = None;
        let said = one_line(&self.said).into_owned();
        if in_header(above) {
            let of = &mut self.text.provenance;
            let field = match name {
                "title" => &mut of.title,
                "author" => &mut of.byline,
                _ => &mut of.date,
            };
            if field.is_none() && !said.is_empty() {
                *field = Some(said);
            }
        } else {
            self.text.sentences.push(said);
        }
        Ok(())
    }

    fn text(&mut self, text: &str, open: &[String]) {
        if self.open.is_some() && open.last().is_none_or(|name| name != "note") {
            self.said.push_str(text);
        }
    }
}

fn in_header(above: &[String]) -> bool {
    above.iter().any(|name| name.ends_with("header"))
}

/// What kind of paragraph an element begins, if it begins one.
fn paragraph(element: &BytesStart, name: &str) -> Option<BlockKind> {
    Some(match name {
        "p" | "lg" | "sp" | "para" => BlockKind::Body,
        "head" => BlockKind::Heading,
        "item" => BlockKind::ListItem,
        "quote" => BlockKind::Quote,
        "cell" => BlockKind::Cell,
        "figdesc" => BlockKind::Caption,
        "ab" => match attribute(element, "type").as_deref() {
            Some("heading") => BlockKind::Heading,
            Some("caption") => BlockKind::Caption,
            Some("list-item") => BlockKind::ListItem,
            Some("quote") => BlockKind::Quote,
            Some("cell") => BlockKind::Cell,
            Some("footnote") => BlockKind::Footnote,
            _ => BlockKind::Body,
        },
        _ => return None,
    })
}
