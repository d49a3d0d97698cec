//! What stands within the texts of a unit and is no text.

use jjak_core::xml::attribute;
use quick_xml::events::BytesStart;

/// Elements that stand for a code of the original format: 1.2 `g` to `it`, 2.x `pc` to `cp`.
pub(super) fn is_code(name: &str) -> bool {
    matches!(
        name,
        "g" | "x" | "bx" | "ex" | "bpt" | "ept" | "it" | "ph" | "pc" | "sc" | "ec" | "cp"
    )
}

/// Whether what such an element holds is no text of the segment: a code of the original format (with what it may hold
/// as subflow), or what a person deleted with changes tracked.
pub(super) fn is_hidden(element: &BytesStart, name: &str, is_two: bool) -> bool {
    match name {
        "bpt" | "ept" | "it" | "ph" => !is_two,
        "mrk" => attribute(element, "mtype").as_deref() == Some("x-sdl-deleted"),
        _ => false,
    }
}

/// What the standard says to read in place of a code: its equivalent text, unless that is markup itself, or a space
/// for a line break.
pub(super) fn stands_for(element: &BytesStart) -> Option<String> {
    let given = attribute(element, "equiv-text").or_else(|| attribute(element, "equiv"));
    if let Some(text) = given {
        return (!text.is_empty() && !text.contains('<')).then_some(text);
    }
    let kind = attribute(element, "ctype").or_else(|| attribute(element, "subtype"));
    matches!(kind.as_deref(), Some("lb" | "xlf:lb" | "fmt:br")).then(|| " ".to_owned())
}
