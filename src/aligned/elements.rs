//! Walks the elements of an XML file, within the limits that every reader of pairs keeps.

use super::{AlignedError, MAX_XML_DEPTH};
use crate::xml::{character, local};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a reader does as elements open and close. Names are local and in small letters; `above` are those of the
/// elements that are open around, outermost first.
pub(super) trait Elements {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        above: &[String],
    ) -> Result<(), AlignedError>;

    fn close(&mut self, name: &str, above: &[String]);

    /// Text as it stands, in pieces; `open` are the elements it is in.
    fn text(&mut self, text: &str, open: &[String]);
}

/// Gives every element and text of `xml` to `reader`, in order.
///
/// # Errors
/// [`AlignedError`], of the file or of what `reader` says.
pub(super) fn walk(xml: &str, reader: &mut impl Elements) -> Result<(), AlignedError> {
    let mut events = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    loop {
        let at = events.buffer_position();
        let event = events.read_event().map_err(|error| AlignedError::NotXml {
            at: events.error_position(),
            why: error.to_string(),
        })?;
        match event {
            Event::Start(element) => {
                if open.len() >= MAX_XML_DEPTH {
                    return Err(AlignedError::TooDeep);
                }
                let name = local(element.name().as_ref());
                reader.open(&element, &name, &open)?;
                open.push(name);
            }
            Event::Empty(element) => {
                let name = local(element.name().as_ref());
                reader.open(&element, &name, &open)?;
                reader.close(&name, &open);
            }
            Event::End(_) => {
                if let Some(name) = open.pop() {
                    reader.close(&name, &open);
                }
            }
            Event::Text(text) => reader.text(&text.xml10_content(), &open),
            Event::CData(text) => reader.text(&text.xml10_content(), &open),
            Event::GeneralRef(entity) => {
                let character =
                    character(&entity).map_err(|name| AlignedError::UnknownEntity { at, name })?;
                reader.text(character.encode_utf8(&mut [0; 4]), &open);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match open.last() {
        Some(open) => Err(AlignedError::NotXml {
            at: xml.len() as u64,
            why: format!("<{open}> is not closed"),
        }),
        None => Ok(()),
    }
}

/// The name of the outermost element, if there is one near the beginning.
pub(super) fn root(xml: &str) -> Option<String> {
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
