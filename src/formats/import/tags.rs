//! What a web page would take to read, counted from its tags before anything is built of them.

use super::{Fault, limits};

/// Elements whose content is no markup.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

/// How many tags of elements a page has, and the most attributes of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags {
    elements: usize,
    attributes: usize,
}

/// Sees that the tree of the page `html` fits into memory and is built in a time that grows with its length.
///
/// # Errors
/// [`Fault::OverLimit`].
pub(super) fn check(html: &str) -> Result<(), Fault> {
    let tags = Tags::of(html);
    let (what, limit, unit, name) = if tags.elements > limits::MAX_HTML_ELEMENTS {
        let limit = limits::MAX_HTML_ELEMENTS;
        ("it has", limit, "elements", "MAX_HTML_ELEMENTS")
    } else if tags.attributes > limits::MAX_HTML_ATTRIBUTES {
        let limit = limits::MAX_HTML_ATTRIBUTES;
        (
            "one of its tags has",
            limit,
            "attributes",
            "MAX_HTML_ATTRIBUTES",
        )
    } else {
        return Ok(());
    };
    Err(Fault::OverLimit {
        what,
        limit: limit as u64,
        unit,
        name,
    })
}

impl Tags {
    fn of(html: &str) -> Tags {
        let mut tags = Tags::default();
        let mut rest = html;
        while let Some((_, after)) = rest.split_once('<') {
            rest = after;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            tags.elements += 1;
            let end = rest.find(|c: char| c == '/' || c == '>' || c.is_ascii_whitespace());
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            let (attributes, after) = attributes(after);
            tags.attributes = tags.attributes.max(attributes);
            rest = match RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)) {
                Some(raw) => behind(after, raw),
                None => after,
            };
        }
        tags
    }
}

/// How many attributes a tag has, and what follows it.
fn attributes(tag: &str) -> (usize, &str) {
    let mut count = 0;
    let mut rest = tag;
    loop {
        rest = rest.trim_start_matches(|c: char| c == '/' || c.is_ascii_whitespace());
        if rest.is_empty() {
            return (count, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (count, after);
        }
        count += 1;
        // A name may begin with `=`.
        let name = rest.char_indices().skip(1);
        let end = name
            .into_iter()
            .find(|(_, c)| matches!(c, '/' | '>' | '=') || c.is_ascii_whitespace());
        rest = &rest[end.map_or(rest.len(), |(at, _)| at)..];
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            continue;
        };
        let value = value.trim_start();
        rest = match value.strip_prefix(['"', '\'']) {
            Some(quoted) if value.starts_with('"') => behind_mark(quoted, '"'),
            Some(quoted) => behind_mark(quoted, '\''),
            None => {
                let end = value.find(|c: char| c == '>' || c.is_ascii_whitespace());
                &value[end.unwrap_or(value.len())..]
            }
        };
    }
}

fn behind_mark(text: &str, mark: char) -> &str {
    text.split_once(mark).map_or("", |(_, after)| after)
}

/// What follows the content of an element that holds no markup.
fn behind<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = |(at, _): &(usize, &str)| {
        let tag = text.get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    let end = text.match_indices("</").find(ends);
    end.map_or("", |(at, _)| &text[at + 2..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tags(html: &str) -> (usize, usize) {
        let tags = Tags::of(html);
        (tags.elements, tags.attributes)
    }

    #[test]
    fn only_tags_are_counted_and_quotes_hold_no_attributes() {
        assert_eq!(tags("<p>a < b</p><br/>"), (2, 0));
        assert_eq!(tags("<a href='x y z' title=\"a > b c\" hidden>"), (1, 3));
        assert_eq!(tags("<!-- <p a b c> --><p a = b c=d>"), (1, 2));
        assert_eq!(
            tags("<SCRIPT src=a>if (a<b && c d e f g</p>)</script><p>"),
            (2, 1)
        );
        assert_eq!(tags("<p a='"), (1, 1));
    }

    #[test]
    fn a_tag_with_very_many_attributes_is_refused() {
        let many: String = (0..=limits::MAX_HTML_ATTRIBUTES)
            .map(|number| format!(" a{number}"))
            .collect();
        assert!(check(&format!("<p{many}>a</p>")).is_err());
        assert!(check(&format!("<p title='{many}'>a</p>")).is_ok());
    }

    proptest! {
        #[test]
        fn any_text_is_counted(html in "([<>/='\" !-]|script|가|[a-z]){0,40}") {
            tags(&html);
        }
    }
}
