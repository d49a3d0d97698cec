//! What the readers of XML share. Nothing outside a file is ever looked at.

use quick_xml::XmlVersion;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart};
use std::collections::HashMap;

/// A name without its prefix, in small letters.
pub(crate) fn local(name: &str) -> String {
    let mut local = String::new();
    put_local(name, &mut local);
    local
}

/// Makes `local` the name without its prefix, in small letters.
pub(crate) fn put_local(name: &str, local: &mut String) {
    local.clear();
    local.push_str(name.rsplit_once(':').map_or(name, |(_, name)| name));
    local.make_ascii_lowercase();
}

/// The value of the attribute that is called `wanted`, in any letter case. A name has a prefix only where one is meant,
/// such as `xml:lang`: other tools put attributes of theirs, such as `its:version`, beside those of the format.
pub(crate) fn attribute(element: &BytesStart, wanted: &str) -> Option<String> {
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
pub(crate) fn xml_attribute(element: &BytesStart, wanted: &str) -> Option<String> {
    attribute(element, &format!("xml:{wanted}")).or_else(|| attribute(element, wanted))
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

/// What entities stand for: XML's own and numbers, those that the document type declares, and HTML's names, which
/// tools write into XML without declaring them.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    /// By name what was declared or looked up; `None` where nobody knows it.
    known: HashMap<String, Option<String>>,
}

impl Entities {
    /// Most names that are kept.
    const MOST: usize = 3_000;
    /// Longest text that one may stand for, in bytes: a character or a short word.
    const LONGEST: usize = 256;

    /// Takes the entities of a document type; those that stand for a file or for others are none.
    pub fn declare(&mut self, doctype: &str) {
        for declaration in doctype.split("<!ENTITY").skip(1) {
            let declaration = declaration.trim_start();
            let Some((name, value)) = declaration.split_once(char::is_whitespace) else {
                continue;
            };
            let value = value.trim_start();
            let value = ['"', '\''].into_iter().find_map(|quote| {
                let (value, _) = value.strip_prefix(quote)?.split_once(quote)?;
                Some(value)
            });
            if let Some(value) = value
                && value.len() <= Self::LONGEST
                && !value.contains('<')
                && self.known.len() < Self::MOST
                && let Ok(value) = unescape(value)
            {
                self.known.insert(name.to_owned(), Some(value.into_owned()));
            }
        }
    }

    /// The text that `entity` stands for.
    ///
    /// # Errors
    /// Its name, if nobody knows it.
    pub fn text(&mut self, entity: &BytesRef) -> Result<String, String> {
        let name = match character(entity) {
            Ok(character) => return Ok(character.to_string()),
            Err(name) => name,
        };
        if let Some(known) = self.known.get(&name) {
            return known.clone().ok_or(name);
        }
        if self.known.len() >= Self::MOST {
            return Err(name);
        }
        let text = of_html(&name);
        self.known.insert(name.clone(), text.clone());
        text.ok_or(name)
    }
}

/// What HTML's entity of this name stands for, by the table of the parser that reads web pages.
fn of_html(name: &str) -> Option<String> {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let text = dom_query::Document::fragment(format!("&{name};")).text();
    // Of a name that it does not know it may read the beginning.
    (!text.ends_with(';')).then(|| text.to_string())
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
