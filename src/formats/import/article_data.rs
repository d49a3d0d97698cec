//! The article's text that a page gives to machines: schema.org's `articleBody`, in JSON-LD or in a `meta` element, and
//! the data that its scripts would make the page of.

use super::script_json::json;
use super::state;
use dom_query::Document;
use serde_json::Value;

/// Shorter texts are teasers (bytes).
const MIN_BODY: usize = 400;
/// How long the pieces are that are looked for on the page, and from one to the next (characters without white space).
const PROBE: usize = 24;
const STRIDE: usize = 160;

/// The longest `articleBody` of the page, a paragraph a line.
pub(super) fn body(document: &Document) -> Option<String> {
    let mut longest = String::new();
    for script in document
        .select("script[type=\"application/ld+json\"]")
        .nodes()
    {
        let text = script.text();
        let Some(value) = json(&text) else { continue };
        let mut values = vec![&value];
        while let Some(value) = values.pop() {
            match value {
                Value::Array(items) => values.extend(items),
                Value::Object(fields) => {
                    if let Some(Value::String(body)) = fields.get("articleBody")
                        && body.len() > longest.len()
                    {
                        longest.clone_from(body);
                    }
                    values.extend(fields.values());
                }
                _ => {}
            }
        }
    }
    for meta in document.select("meta[itemprop=\"articleBody\"]").nodes() {
        if let Some(body) = meta.attr("content")
            && body.len() > longest.len()
        {
            longest = body.to_string();
        }
    }
    let body = without_markup(&longest);
    (body.len() >= MIN_BODY).then_some(body)
}

/// The longest text in the data that the page's scripts would make it of, a paragraph a line. It may be another page's.
pub(super) fn of_scripts(document: &Document) -> Option<String> {
    let paragraphs = state::paragraphs(document)?;
    let lines = paragraphs.iter().map(|paragraph| without_markup(paragraph));
    let body = lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    (body.len() >= MIN_BODY).then_some(body)
}

/// Bodies may hold elements and entities.
fn without_markup(body: &str) -> String {
    if !body.contains(['<', '&']) {
        return body.trim().to_owned();
    }
    let marked = body.replace('\n', "<br>");
    let pieces = super::page::pieces(&Document::from(marked));
    let lines: Vec<String> = pieces.into_iter().map(|piece| piece.text).collect();
    lines.join("\n")
}

/// The letters and digits of `text`.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether half of `body` stands on the page, whose texts are `page`.
pub(super) fn is_shown<'a>(body: &str, page: impl Iterator<Item = &'a str>) -> bool {
    let page: String = page.map(bare).collect();
    let body: Vec<char> = bare(body).chars().collect();
    let (mut probes, mut found) = (0, 0);
    for probe in body
        .chunks(STRIDE)
        .filter_map(|stretch| stretch.get(..PROBE))
    {
        let probe: String = probe.iter().collect();
        probes += 1;
        found += usize::from(page.contains(&probe));
    }
    found * 2 >= probes
}
