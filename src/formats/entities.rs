//! What the entities of XML files stand for.

use jjak_core::xml::character;
use quick_xml::escape::unescape;
use quick_xml::events::BytesRef;
use std::collections::HashMap;

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
    pub(crate) fn declare(&mut self, doctype: &str) {
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
    pub(crate) fn text(&mut self, entity: &BytesRef) -> Result<String, String> {
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
