//! What a browser puts on the clipboard, or a person copies of a page's source.

/// HTML that was pasted as text.
#[derive(Debug, PartialEq)]
pub(super) struct Pasted<'a> {
    pub html: &'a str,
    pub url: Option<&'a str>,
}

/// Elements that a piece of a page begins with.
const BEGINNINGS: [&str; 30] = [
    "p",
    "div",
    "span",
    "article",
    "section",
    "main",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "figure",
    "figcaption",
    "blockquote",
    "html",
    "body",
    "head",
    "meta",
    "b",
    "strong",
    "em",
    "a",
    "br",
    "font",
];

/// The HTML in `text`: a page's source, a piece of one, or what Windows puts on the clipboard ("CF_HTML").
pub(super) fn html(text: &str) -> Option<Pasted<'_>> {
    if let Some(at) = text
        .find("<!--StartFragment-->")
        .filter(|_| text.starts_with("Version:"))
    {
        let url = text[..at]
            .lines()
            .find_map(|line| line.strip_prefix("SourceURL:"));
        let fragment = &text[at..];
        let end = fragment
            .find("<!--EndFragment-->")
            .unwrap_or(fragment.len());
        return Some(Pasted {
            html: &fragment[..end],
            url: url.map(str::trim).filter(|url| !url.is_empty()),
        });
    }
    let begins = text.trim_start();
    let is_page = begins
        .get(..9)
        .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
    let is_piece = || {
        let inner = begins.strip_prefix('<')?;
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
        let name = inner[..end].to_ascii_lowercase();
        let closes = begins.contains("</") || begins.contains("/>") || begins.contains("<br");
        (closes && BEGINNINGS.contains(&name.as_str())).then_some(())
    };
    (is_page || is_piece().is_some()).then_some(Pasted {
        html: begins,
        url: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_told_from_texts_with_signs() {
        for source in [
            "<p>One.</p>",
            " <div class=x>하나</div>",
            "<!DOCTYPE html><p>One.",
        ] {
            assert!(html(source).is_some(), "{source}");
        }
        for text in [
            "<속보> 금리 동결",
            "< 5 is less than 6",
            "a <b>bold</b> claim",
            "<p",
            "",
        ] {
            assert!(html(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_fragment_of_a_windows_clipboard_has_its_address() {
        let text = "Version:0.9\nStartHTML:0000\nSourceURL:https://example.com/a\n<html><body>\n\
            <!--StartFragment--><p>One.</p><!--EndFragment--></body></html>";
        let pasted = html(text).unwrap();
        assert_eq!(pasted.url, Some("https://example.com/a"));
        assert!(pasted.html.ends_with("<p>One.</p>"));
    }
}
