//! The lexicon as the tables that `evidence::lexicon` reads.

use crate::evidence::lexicon::gathered::{Gathered, Lists};
use crate::evidence::lexicon::shipped::{ENTRY, FORM};
use crate::packed::Rows;

/// The rows of the entries and those of the forms of a lexicon's text.
///
/// # Errors
/// The entry that has no room in a row.
pub fn tables(text: &str) -> Result<[Vec<u8>; 2], String> {
    let lists = Lists::read(text);
    let entries = lists.entries.iter().map(|entry| row(entry, text));
    let forms = lists.forms.iter().map(|form| {
        let mut bytes = form.prefix.bits().to_le_bytes().to_vec();
        bytes.extend(form.lemma.bits().to_le_bytes());
        bytes.push(u8::from(form.verb));
        super::row::<FORM>(&bytes)
    });
    let entries = entries.collect::<Result<Vec<_>, _>>()?;
    Ok([Rows::pack(entries), Rows::pack(forms.collect())])
}

fn row(entry: &Gathered, text: &str) -> Result<[u8; ENTRY], String> {
    let korean = entry.korean.as_ref();
    let start = korean.as_ptr().addr() - text.as_ptr().addr();
    let fault = |_| format!("no room for the entry {korean}");
    let mut bytes = entry.english.bits().to_le_bytes().to_vec();
    bytes.extend(u32::try_from(start).map_err(fault)?.to_le_bytes());
    bytes.extend(u16::try_from(korean.len()).map_err(fault)?.to_le_bytes());
    bytes.extend(u16::try_from(entry.heads).map_err(fault)?.to_le_bytes());
    bytes.push(u8::from(entry.name));
    Ok(super::row(&bytes))
}
