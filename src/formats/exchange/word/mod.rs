//! A table of Word to review in: a row a pair, with its state and note, and what the checks find as comments. It comes
//! back with what a reviewer changed in it, tracked or not.

mod read;
mod write;

pub(super) use read::{is_ours, read};
pub(super) use write::write;

/// The part of the file that holds what a table of texts does not say, and each text as it went out.
const PAIRS: &str = "customXml/item1.xml";
/// What the elements of that part are called.
const NAMESPACE: &str = "urn:jjak:pairs";
/// Who comments for the checks.
const AUTHOR: &str = "Jjak";
/// The columns, with the source's text second.
const COLUMNS: [&str; 5] = ["No.", "English", "Korean", "State", "Note"];
