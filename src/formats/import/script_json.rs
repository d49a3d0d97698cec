//! JSON within a page, in its scripts.

use serde_json::Value;

/// JSON as sites write it: with line breaks and tabs in its strings, too.
pub(super) fn json(text: &str) -> Option<Value> {
    let text = text.trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let text = text.replace(|c: char| c.is_control(), " ");
        serde_json::from_str(&text).ok()
    })
}
