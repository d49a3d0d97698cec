//! What the readers of XML share. Nothing outside a file is ever looked at: entities other than XML's own are unknown.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

/// A name without its prefix, in small letters.
pub(crate) fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase()
}

/// The value of the attribute that is called `wanted`, whatever its prefix.
pub(crate) fn attribute(element: &BytesStart, wanted: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|attribute| local(attribute.key.as_ref()) == wanted)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok())
        .map(|value| value.into_owned())
}

/// The character that an entity stands for.
///
/// # Errors
/// The entity's name, if it is none of XML's own and no number.
pub(crate) fn character(entity: &BytesRef) -> Result<char, String> {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return Ok(character);
    }
    let name = entity.xml10_content();
    Ok(match name.as_ref() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return Err(name.into_owned()),
    })
}
