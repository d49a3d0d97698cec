//! Walks the elements of an XML file, within the limits that every reader of pairs keeps.

use super::source::{Fault, Source, Stream, allow};
use super::{BilingualError, MAX_ROW_BYTES, MAX_XML_DEPTH};
use crate::entities::Entities;
use jjak_core::xml::{local, put_local};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io;

/// What a reader does as elements open and close. Names are local and in small letters; `above` are those of the
/// elements that are open around, outermost first.
pub(in crate::exchange) trait Elements {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        above: &[String],
    ) -> Result<(), BilingualError>;

    fn close(&mut self, _name: &str, _above: &[String]) -> Result<(), BilingualError> {
        Ok(())
    }

    /// An entity that nobody knows: a reason to stop, unless it spoils one row alone.
    fn unknown(&mut self, error: BilingualError) -> Result<(), BilingualError> {
        Err(error)
    }

    /// Text as it stands, in pieces; `open` are the elements it is in.
    fn text(&mut self, _text: &str, _open: &[String]) {}
}

/// Sees that the outermost element is the `wanted` one.
///
/// # Errors
/// `OtherRoot`.
pub(in crate::exchange) fn root_is(
    wanted: &'static str,
    name: &str,
    above: &[String],
) -> Result<(), BilingualError> {
    if above.is_empty() && name != wanted {
        Err(BilingualError::OtherRoot {
            found: name.to_owned(),
            wanted,
        })
    } else {
        Ok(())
    }
}

/// [`walk`] of an XML file that stands in memory.
///
/// # Errors
/// [`BilingualError`], of the file or of what `reader` says.
pub(in crate::exchange) fn walk_text(
    xml: &str,
    reader: &mut impl Elements,
) -> Result<(), BilingualError> {
    let stream = Source::Memory(xml.as_bytes()).stream();
    let walked = stream.and_then(|stream| walk(stream, reader));
    walked.map_err(Fault::of_memory)
}

/// Gives every element and text of an XML file to `reader`, in order.
///
/// # Errors
/// [`Fault`], of the file or of what `reader` says.
pub(in crate::exchange) fn walk(stream: Stream, reader: &mut impl Elements) -> Result<(), Fault> {
    let mut events = Reader::from_reader(stream);
    let mut open: Vec<String> = Vec::new();
    let mut closed: Vec<String> = Vec::new();
    let mut buffer = Vec::new();
    let mut entities = Entities::default();
    loop {
        let at = events.buffer_position();
        buffer.clear();
        allow(events.get_mut(), MAX_ROW_BYTES);
        let event = match events.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(error) => return Err(fault(error, events.error_position())),
        };
        match event {
            Event::Start(element) => {
                if open.len() >= MAX_XML_DEPTH {
                    return Err(BilingualError::TooDeep.into());
                }
                // Some names over and over: their room is used again.
                let mut name = closed.pop().unwrap_or_default();
                put_local(element.name().as_ref(), &mut name);
                reader.open(&element, &name, &open)?;
                open.push(name);
            }
            Event::Empty(element) => {
                let name = local(element.name().as_ref());
                reader.open(&element, &name, &open)?;
                reader.close(&name, &open)?;
            }
            Event::End(_) => {
                if let Some(name) = open.pop() {
                    reader.close(&name, &open)?;
                    closed.push(name);
                }
            }
            Event::Text(text) => reader.text(&text.xml10_content(), &open),
            Event::CData(text) => reader.text(&text.xml10_content(), &open),
            Event::GeneralRef(entity) => match entities.text(&entity) {
                Ok(text) => reader.text(&text, &open),
                Err(name) => reader.unknown(BilingualError::UnknownEntity { at, name })?,
            },
            Event::DocType(doctype) => entities.declare(&doctype.xml10_content()),
            Event::Eof => break,
            _ => {}
        }
    }
    match open.last() {
        Some(open) => Err(BilingualError::NotXml {
            at: events.buffer_position(),
            why: format!("<{open}> is not closed"),
        }
        .into()),
        None => Ok(()),
    }
}

fn fault(error: quick_xml::Error, at: u64) -> Fault {
    match error {
        quick_xml::Error::Io(error) => io::Error::new(error.kind(), error).into(),
        quick_xml::Error::Encoding(_) => Fault::NotUtf8,
        error => Fault::Pairs(BilingualError::NotXml {
            at,
            why: error.to_string(),
        }),
    }
}

/// The name of the outermost element, if there is one near the beginning.
pub(in crate::exchange) fn root(xml: &str) -> Option<String> {
    let mut events = Reader::from_str(xml);
    loop {
        match events.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => {
                return Some(local(element.name().as_ref()));
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
