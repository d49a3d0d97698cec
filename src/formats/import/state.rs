//! The data that a page's scripts would make it of: JSON in an element of its own (`__NEXT_DATA__`), assigned to a name
//! (`window.__STATE__ = {...}`), or sent piece by piece (`self.__next_f.push([1, "..."])`, React's server components).

use super::piece::ends_sentence;
use super::script_json::json;
use dom_query::Document;
use serde_json::Value;
use std::borrow::Cow;

/// A paragraph has as many bytes, and a whole text in one value.
const MIN_PARAGRAPH: usize = 60;
const MIN_TEXT: usize = 400;
/// How far within an item of a list its paragraph stands: `{"type": "text", "model": {"text": "..."}}` and deeper.
const MAX_STEPS: usize = 8;
/// More data is not looked through (bytes).
const MAX_DATA: usize = 16 << 20;

/// The paragraphs of the longest text in the data: the items of one list, or one value that is many paragraphs.
pub(super) fn paragraphs(document: &Document) -> Option<Vec<String>> {
    let mut best = Best::default();
    let mut streamed = String::new();
    let mut left = MAX_DATA;
    for script in document.select("script").nodes() {
        let kind = script.attr("type").unwrap_or_default();
        let is_data = kind.contains("json") && !kind.contains("ld+json");
        let is_program = kind.is_empty() || kind.contains("javascript") || &*kind == "module";
        if !is_data && !is_program {
            continue;
        }
        let text = script.text();
        let Some(rest) = left.checked_sub(text.len()) else {
            continue;
        };
        left = rest;
        if is_data {
            if let Some(value) = json(&text) {
                best.look(&value);
            }
        } else if let Some(part) = pushed(&text) {
            streamed.push_str(&part);
        } else if let Some(value) = assigned(&text) {
            best.look(&value);
        }
    }
    for row in rows(&streamed) {
        match row {
            Row::Value(value) => best.look(&value),
            Row::Text(text) => best.see(std::iter::once(text)),
        }
    }
    (best.bytes >= MIN_TEXT).then_some(best.paragraphs)
}

/// The longest text so far.
#[derive(Default)]
struct Best {
    paragraphs: Vec<String>,
    bytes: usize,
}

impl Best {
    fn look(&mut self, value: &Value) {
        let mut values = vec![value];
        while let Some(value) = values.pop() {
            match value {
                Value::Array(items) => {
                    self.see(items.iter().filter_map(|item| paragraph(item, MAX_STEPS)));
                    values.extend(items);
                }
                Value::Object(fields) => values.extend(fields.values()),
                Value::String(text) if text.len() >= MIN_TEXT => self.see(std::iter::once(&**text)),
                _ => {}
            }
        }
    }

    fn see<'a>(&mut self, paragraphs: impl Iterator<Item = &'a str>) {
        let paragraphs: Vec<&str> = paragraphs.collect();
        let bytes: usize = paragraphs.iter().map(|text| running_bytes(text)).sum();
        if bytes > self.bytes {
            self.bytes = bytes;
            self.paragraphs = paragraphs.into_iter().map(str::to_owned).collect();
        }
    }
}

/// The longest sentence or more that an item of a list says.
fn paragraph(item: &Value, steps: usize) -> Option<&str> {
    match item {
        Value::String(text) => text.contains(' ').then_some(&**text),
        // A list within an item is one of its own: the first that says something.
        Value::Array(items) => items
            .iter()
            .find_map(|item| paragraph(item, steps.checked_sub(1)?)),
        Value::Object(fields) => {
            let steps = steps.checked_sub(1)?;
            let said = fields.values().filter_map(|field| paragraph(field, steps));
            said.max_by_key(|text| text.len())
        }
        _ => None,
    }
}

/// How much of `text` is sentences, markup between them aside, and no code or list of words.
fn running_bytes(text: &str) -> usize {
    /// What ends a paragraph; other elements stand within.
    const ENDS: [&str; 5] = ["</p", "<br", "</div", "</h", "</li"];
    if text.len() < MIN_PARAGRAPH {
        return 0;
    }
    let mut paragraphs = vec![text];
    for end in ENDS {
        if text.contains(end) {
            paragraphs = paragraphs.iter().flat_map(|part| part.split(end)).collect();
        }
    }
    let bare = paragraphs.into_iter().map(without_tags);
    let running = bare.filter(|paragraph| is_running(paragraph.trim()));
    running.map(|paragraph| paragraph.len()).sum()
}

/// A part of a paragraph may begin within the tag that ended the one before.
fn without_tags(markup: &str) -> Cow<'_, str> {
    if !markup.contains(['<', '>']) {
        return markup.into();
    }
    let begun = markup
        .find('>')
        .filter(|&end| markup.find('<').is_none_or(|start| end < start));
    let markup = begun.map_or(markup, |end| markup.get(end + 1..).unwrap_or_default());
    let mut parts = markup.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('>').map_or("", |(_, behind)| behind));
    }
    text.into()
}

fn is_running(text: &str) -> bool {
    let is_code = text.contains("function(")
        || text.contains("=>")
        || text.contains("://") && !text.contains(' ');
    text.len() >= MIN_PARAGRAPH && ends_sentence(text) && !is_code
}

/// What is assigned to a name or pushed to its list, if it is an object or a list: `window.__STATE__ = {...};`,
/// `Fusion.globalContent={...};`, `window.__RQ.push({...})`.
fn assigned(text: &str) -> Option<Value> {
    const PUSH: &str = ".push(";

    /// Names are no longer.
    const NAME: usize = 80;
    let mut from = 0;
    // The first assignments of a script; what is behind them is a program.
    for _ in 0..8 {
        let rest = text.get(from..)?;
        let sign = rest.find('=').map(|at| (at, 1));
        let push = rest.find(PUSH).map(|at| (at, PUSH.len()));
        let (at, width) = [sign, push].into_iter().flatten().min()?;
        let value = rest.get(at + width..)?.trim_start();
        let is_name = rest.get(..at)?.trim().len() <= NAME || from > 0;
        if is_name && value.starts_with(['{', '[']) {
            let mut values = serde_json::Deserializer::from_str(value).into_iter::<Value>();
            if let Some(Ok(value)) = values.next()
                && value.to_string().len() >= MIN_TEXT
            {
                return Some(value);
            }
        }
        from += at + width;
    }
    None
}

/// The piece of data that a script pushes: `self.__next_f.push([1,"..."])`.
fn pushed(text: &str) -> Option<String> {
    let (_, pushed) = text.trim().split_once("__next_f.push(")?;
    let pushed = pushed
        .trim_end()
        .trim_end_matches(';')
        .trim_end()
        .strip_suffix(')')?;
    match serde_json::from_str(pushed).ok()? {
        Value::Array(parts) => match parts.into_iter().nth(1)? {
            Value::String(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// A row of the data that React's server components are sent in.
enum Row<'a> {
    Value(Value),
    Text(&'a str),
}

/// `1a:{...}` and `1b:I[...]` on a line each, `1c:T4f,` with so many bytes of text behind it.
fn rows(mut data: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    while let Some((_, row)) = data.split_once(':') {
        let long = row.strip_prefix('T').and_then(|row| row.split_once(','));
        let long = long.and_then(|(length, text)| {
            let length = usize::from_str_radix(length, 16).ok()?;
            text.split_at_checked(length.min(text.len()))
        });
        if let Some((text, rest)) = long {
            rows.push(Row::Text(text));
            data = rest;
            continue;
        }
        let (line, rest) = row.split_once('\n').unwrap_or((row, ""));
        let start = line.find(['{', '[']).unwrap_or(line.len());
        if let Ok(value) = serde_json::from_str(line.get(start..).unwrap_or_default()) {
            rows.push(Row::Value(value));
        }
        data = rest;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SAID: [&str; 6] = [
        "The port of Eunpo opened on Monday after six years of work, the harbor office said.",
        "Two ferries a day will sail to the islands, which had no ship since the storm of 2019.",
        "\"We waited for this day for a long time,\" said Mayor Han Bada at the new quay.",
        "The work cost 41 billion won, of which the province paid a third and the state the rest.",
        "Tickets are sold at the quay and online from the first of May, the office said.",
        "In winter the ferries will sail once a day, and not at all when the waves are high.",
    ];

    fn read(script: &str) -> Option<Vec<String>> {
        paragraphs(&Document::from(format!(
            "<body><div id=root></div>{script}</body>"
        )))
    }

    #[test]
    fn the_article_is_found_wherever_the_data_holds_it() {
        let teasers: Vec<_> = SAID
            .iter()
            .map(|said| json!({"title": "Other news", "description": said.get(..40)}))
            .collect();
        let items: Vec<_> = SAID
            .iter()
            .map(|said| json!({"type": "text", "model": {"blocks": [{"model": {"text": said, "fragments": [{"text": said}]}}]}}))
            .collect();
        let data = json!({"props": {"menu": ["Home", "News"], "related": teasers, "page": {"body": items}}});
        let html: String = SAID.iter().map(|said| format!("<p>{said}</p>")).collect();
        let signed = format!(
            "<div>{html}</div><p><b>Kim</b> Bada <a href=\"/kim\">kim@eunpo.example</a></p>"
        );
        let whole = json!({"article": {"id": 7, "html": signed}});
        let rows = format!(
            "0:[\"$\",\"div\",null,{{}}]\n1:T{:x},{html}2:{{\"a\":1}}\n",
            html.len()
        );
        let (first, second) = rows.split_at(rows.len() / 2);
        for script in [
            format!("<script id=__NEXT_DATA__ type=application/json>{data}</script>"),
            format!("<script>window.__STATE__ = {data};</script>"),
            format!("<script>window.App={{}};Fusion.globalContent={data};Fusion.x=1;</script>"),
            format!("<script type=application/json>{whole}</script>"),
            format!(
                "<script>window[\"_RQ_\"]=window[\"_RQ_\"]||[];window[\"_RQ_\"].push({whole});</script>"
            ),
            format!(
                "<script>self.__next_f.push([1,{}])</script><script>self.__next_f.push([1,{}])</script>",
                json!(first),
                json!(second)
            ),
        ] {
            let text = read(&script).unwrap_or_default().join(" ");
            for said in SAID {
                assert!(text.contains(said), "{said} in {script}");
            }
            assert!(!text.contains("Other news"));
        }
    }

    #[test]
    fn teasers_and_programs_are_no_article() {
        for script in [
            "<script>var a = {b: 1}; if (a == 2) { document.write('The port of Eunpo opened on Monday.') }</script>".to_owned(),
            format!("<script type=application/json>{}</script>", json!({"menu": vec!["Home"; 400]})),
            "<script>x={\"a\":".to_owned() + &"[".repeat(500),
            "<script>self.__next_f.push([1,\"0:T99999999999999999999,a\"])</script>".to_owned(),
        ] {
            assert_eq!(read(&script), None);
        }
    }
}
