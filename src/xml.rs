//! What the readers of XML share. Nothing outside a file is ever looked at: entities other than XML's own are unknown.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

/// A name without its prefix, in small letters.
pub(crate) fn local(name: &str) -> String {
    let mut local = String::new();
    put_local(name, &mut local);
    local
}

/// Makes `local` the name without its prefix, in small letters.
pub(crate) fn put_local(name: &str, local: &mut String) {
    local.clear();
    local.push_str(split(name).1);
    local.make_ascii_lowercase();
}

/// The prefix of a name, if there is one, and the rest of it.
fn split(name: &str) -> (Option<&str>, &str) {
    match name.rsplit_once(':') {
        Some((prefix, name)) => (Some(prefix), name),
        None => (None, name),
    }
}

/// The value of the attribute that is called `wanted`, whatever its prefix and letter case.
pub(crate) fn attribute(element: &BytesStart, wanted: &str) -> Option<String> {
    // To look for two of one name takes time in the square of their number.
    let mut attributes = element.attributes();
    attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| {
            let (_, name) = split(attribute.key.as_ref());
            name.eq_ignore_ascii_case(wanted)
        })
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok())
        .map(|value| value.into_owned())
}

/// The prefix of the attributes and elements that are Jjak's own in files of other formats; bound to [`NAMESPACE`].
pub(crate) const PREFIX: &str = "jjak";
pub(crate) const NAMESPACE: &str = "urn:jjak:pairs";

/// Whether the element is our own.
pub(crate) fn is_ours(element: &BytesStart) -> bool {
    our_name(element.name().as_ref()).is_some()
}

/// Our own attributes, by name.
pub(crate) fn ours(element: &BytesStart) -> Vec<(String, String)> {
    let attributes = element.attributes().flatten();
    let ours = attributes.filter_map(|attribute| {
        let name = our_name(attribute.key.as_ref())?.to_owned();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).ok()?;
        Some((name, value.into_owned()))
    });
    ours.collect()
}

fn our_name(name: &str) -> Option<&str> {
    let (prefix, name) = name.split_once(':')?;
    (prefix == PREFIX).then_some(name)
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
