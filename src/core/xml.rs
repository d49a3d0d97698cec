//! What the readers of XML share. Nothing outside a file is ever looked at.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

/// A name without its prefix, in small letters.
pub fn local(name: &str) -> String {
    let mut local = String::new();
    put_local(name, &mut local);
    local
}

/// Makes `local` the name without its prefix, in small letters.
pub fn put_local(name: &str, local: &mut String) {
    local.clear();
    local.push_str(name.rsplit_once(':').map_or(name, |(_, name)| name));
    local.make_ascii_lowercase();
}

/// The value of the attribute that is called `wanted`, in any letter case. A name has a prefix only where one is meant,
/// such as `xml:lang`: other tools put attributes of theirs, such as `its:version`, beside those of the format.
pub fn attribute(element: &BytesStart, wanted: &str) -> Option<String> {
    // To look for two of one name takes time in the square of their number.
    let mut attributes = element.attributes();
    attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref().eq_ignore_ascii_case(wanted))
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok())
        .map(|value| value.into_owned())
}

/// [`attribute`], of XML's own: `xml:lang` and `xml:id`, which older formats have without the prefix.
pub fn xml_attribute(element: &BytesStart, wanted: &str) -> Option<String> {
    attribute(element, &format!("xml:{wanted}")).or_else(|| attribute(element, wanted))
}

/// The prefix of the attributes and elements that are Jjak's own in files of other formats; bound to [`NAMESPACE`].
pub const PREFIX: &str = "jjak";
/// The namespace of what Jjak writes into formats of others.
pub const NAMESPACE: &str = "urn:jjak:pairs";

/// Whether the element is our own.
pub fn is_ours(element: &BytesStart) -> bool {
    our_name(element.name().as_ref()).is_some()
}

/// Our own attributes, by name.
pub fn ours(element: &BytesStart) -> Vec<(String, String)> {
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
pub fn character(entity: &BytesRef) -> Result<char, String> {
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
