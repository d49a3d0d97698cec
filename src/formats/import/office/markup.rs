//! The XML of one part, element by element.

use super::super::limits::MAX_XML_DEPTH;
use super::Fault;
use crate::entities::Entities;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Reads one part. Names are without their prefix.
pub(in crate::import) struct Markup<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    open: Vec<String>,
    entities: Entities,
}

pub(in crate::import) enum Node<'a> {
    Open(Tag<'a>),
    Close(String),
    Text(String),
    End,
}

/// A start tag.
pub(in crate::import) struct Tag<'a> {
    pub name: String,
    start: BytesStart<'a>,
}

impl Tag<'_> {
    /// The value of the attribute called `name`: the one without a prefix, else with the element's own, else any.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let element = self.start.name();
        let own = element.as_ref().rsplit_once(':').map(|(prefix, _)| prefix);
        self.value(|key| match key.rsplit_once(':') {
            None => (key == name).then_some(0),
            Some((prefix, key)) if key == name => Some(1 + u8::from(Some(prefix) != own)),
            Some(_) => None,
        })
    }

    /// The value of the attribute called `name` with a prefix, such as `r:id` beside `id`.
    pub(super) fn prefixed(&self, name: &str) -> Option<String> {
        self.value(|key| match key.split_once(':') {
            Some((_, local)) if local == name => Some(0),
            _ => None,
        })
    }

    pub(super) fn has_prefix(&self, prefix: &str) -> bool {
        let name = self.start.name();
        name.as_ref()
            .split_once(':')
            .is_some_and(|(found, _)| found == prefix)
    }

    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.get(name).is_some_and(|found| found == value)
    }

    /// The value of the attribute that is the least by `rank`, of those that have one.
    fn value(&self, rank: impl Fn(&str) -> Option<u8>) -> Option<String> {
        let mut attributes = self.start.attributes();
        // To look for two of one name takes time in the square of their number.
        attributes
            .with_checks(false)
            .flatten()
            .filter_map(|attribute| Some((rank(attribute.key.as_ref())?, attribute)))
            .min_by_key(|(rank, _)| *rank)
            .map(|(_, attribute)| attribute)
            .and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok())
            .map(|value| value.into_owned())
    }
}

impl<'a> Markup<'a> {
    /// `part` is the name for messages.
    pub(super) fn new(xml: &'a str, part: &'a str) -> Markup<'a> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Markup {
            reader,
            part,
            open: Vec::new(),
            entities: Entities::default(),
        }
    }

    /// What comes next. Comments and the like do not.
    ///
    /// # Errors
    /// [`Fault::Damaged`] where it is no XML, [`Fault::OverLimit`] where it is nested too deep.
    pub(super) fn next(&mut self) -> Result<Node<'a>, Fault> {
        loop {
            let event = self
                .reader
                .read_event()
                .map_err(|error| self.damaged(self.reader.error_position(), error))?;
            return Ok(match event {
                Event::Start(start) => {
                    let name = local(start.name().as_ref()).to_owned();
                    if self.open.len() >= MAX_XML_DEPTH {
                        return Err(Fault::OverLimit {
                            what: "its parts are nested",
                            limit: MAX_XML_DEPTH as u64,
                            unit: "deep",
                            name: "MAX_XML_DEPTH",
                        });
                    }
                    self.open.push(name.clone());
                    Node::Open(Tag { name, start })
                }
                Event::End(_) => Node::Close(self.open.pop().unwrap_or_default()),
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => {
                    let text = self.entities.text(&entity);
                    Node::Text(text.unwrap_or_else(|name| format!("&{name};")))
                }
                Event::DocType(doctype) => {
                    self.entities.declare(&doctype.xml10_content());
                    continue;
                }
                Event::Eof => match self.open.last() {
                    None => Node::End,
                    Some(open) => {
                        let at = self.reader.buffer_position();
                        return Err(self.damaged(at, format!("<{open}> is not closed")));
                    }
                },
                _ => continue,
            });
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Goes past the end of the element that was opened last.
    ///
    /// # Errors
    /// Those of [`next`](Markup::next).
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        self.inside(|_, _| Ok(()))
    }

    /// All text of the element that was opened last.
    ///
    /// # Errors
    /// Those of [`next`](Markup::next).
    pub(super) fn text(&mut self) -> Result<String, Fault> {
        let mut text = String::new();
        let until = self.open.len();
        while self.open.len() >= until {
            if let Node::Text(piece) = self.next()? {
                text.push_str(&piece);
            }
        }
        Ok(text)
    }

    /// Gives every element within the one that was opened last to `take`, which may read on in it.
    ///
    /// # Errors
    /// Those of [`next`](Markup::next) and of `take`.
    pub(super) fn inside(
        &mut self,
        mut take: impl FnMut(&mut Markup<'a>, &Tag<'a>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let until = self.open.len();
        while self.open.len() >= until.max(1) {
            if let Node::Open(tag) = self.next()? {
                take(self, &tag)?;
            }
        }
        Ok(())
    }

    fn damaged(&self, at: u64, why: impl ToString) -> Fault {
        Fault::damaged(format!("{}, byte {at}", self.part), why)
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
