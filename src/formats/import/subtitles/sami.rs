//! SAMI: cues under `<SYNC Start=...>`, with a paragraph for each language.

use super::cues::{Cue, plain};
use jjak_core::article::{Lang, is_hangul, one_line};
use std::collections::BTreeMap;

/// A SAMI file's cues, a track for each class.
pub(super) struct Sami {
    pub title: Option<String>,
    pub tracks: Vec<Vec<Cue>>,
}

/// Reads SAMI as players do: tags in any case, quotes or none around values, end tags as they please.
pub(super) fn read(text: &str) -> Sami {
    let head = &text[..find_tag(text, "sync").unwrap_or(text.len())];
    let classes = classes(head);
    let mut tracks: BTreeMap<String, Vec<Cue>> = BTreeMap::new();
    let mut class = String::new();
    for (tag, text) in syncs(&text[head.len()..]) {
        let Some(start) = value(tag, "start").and_then(|start| start.parse::<u64>().ok()) else {
            continue;
        };
        for (tag, text) in paragraphs(text) {
            if let Some(named) = value(tag, "class") {
                class = named.to_ascii_lowercase();
            }
            let track = tracks.entry(class.clone()).or_default();
            // The text before ends here, an empty one only says so.
            if let Some(before) = track.last_mut() {
                before.end.get_or_insert(start);
            }
            let text = plain(&breaks(text));
            if !text.is_empty() {
                track.push(Cue {
                    start,
                    end: None,
                    text,
                    lang: lang(&class, &classes),
                });
            }
        }
    }
    let title = find_tag(head, "title").and_then(|at| {
        let (_, inner) = head[at..].split_once('>')?;
        let inner = inner.split('<').next()?;
        let title = one_line(inner).into_owned();
        (!title.is_empty()).then_some(title)
    });
    Sami {
        title,
        tracks: tracks.into_values().collect(),
    }
}

/// What follows each tag called `sync`, with the tag itself.
fn syncs(text: &str) -> Vec<(&str, &str)> {
    parts(text, "sync")
}

/// The paragraphs of a sync; text before the first belongs to the class that was last named.
fn paragraphs(text: &str) -> Vec<(&str, &str)> {
    let first = find_tag(text, "p").unwrap_or(text.len());
    let mut paragraphs = parts(&text[first..], "p");
    if !plain(&text[..first]).is_empty() {
        paragraphs.insert(0, ("", &text[..first]));
    }
    paragraphs
}

/// `text` parted at the tags called `name`: each with what stands up to the next.
fn parts<'a>(text: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = find_tag(rest, name) {
        let tag = &rest[at..];
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let next = find_tag(after, name).unwrap_or(after.len());
        parts.push((tag, &after[..next]));
        rest = &after[next..];
    }
    parts
}

/// Where the next tag called `name` (in small letters) begins.
fn find_tag(text: &str, name: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|at| {
        let rest = &text.as_bytes()[at + 1..];
        let is_named =
            rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes());
        is_named
            && rest
                .get(name.len())
                .is_none_or(|byte| !byte.is_ascii_alphanumeric())
    })
}

/// The value of an attribute in a tag.
fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let lower = tag.to_ascii_lowercase();
    let (at, _) = lower.match_indices(name).find(|(at, _)| {
        lower[..*at].ends_with(|c: char| c.is_ascii_whitespace())
            && lower[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = tag[at + name.len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | '>'));
    Some(&value[..end.unwrap_or(value.len())])
}

/// `<br>` as a line break; the file's own are spaces.
fn breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = find_tag(rest, "br") {
        out.push_str(&rest[..at].replace('\n', " "));
        out.push('\n');
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        rest = &rest[end..];
    }
    out.push_str(&rest.replace('\n', " "));
    out
}

/// The languages of the classes that the head's style sheet describes: `.KRCC {Name:한국어; lang:ko-KR; ...}`.
fn classes(head: &str) -> BTreeMap<String, Lang> {
    let mut classes = BTreeMap::new();
    for rule in head.split('}') {
        let Some((selector, body)) = rule.split_once('{') else {
            continue;
        };
        let Some((_, class)) = selector.rsplit_once('.') else {
            continue;
        };
        let lang = body.to_ascii_lowercase();
        let lang = lang.split(';').find_map(|entry| {
            let (key, value) = entry.split_once(':')?;
            (key.trim() == "lang").then(|| of_tag(value.trim()))?
        });
        if let Some(lang) = lang {
            classes.insert(class.trim().to_ascii_lowercase(), lang);
        }
    }
    classes
}

/// The language of `ko-KR` or `en`.
fn of_tag(tag: &str) -> Option<Lang> {
    match tag.get(..2)? {
        "ko" => Some(Lang::Ko),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// A class's language, by the style sheet or by the names in use: `KRCC`, `KOCC`, `ENCC`, `EGCC`.
fn lang(class: &str, classes: &BTreeMap<String, Lang>) -> Option<Lang> {
    let by_name = || match class.get(..2)? {
        "kr" | "ko" => Some(Lang::Ko),
        "en" | "eg" => Some(Lang::En),
        _ if class.chars().any(is_hangul) => Some(Lang::Ko),
        _ => None,
    };
    classes.get(class).copied().or_else(by_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_tracks_with_their_language() {
        let sami = read(
            "<sami><head><title> 뉴스 </title><style><!-- .KRCC {Name:한국어; lang:ko-KR;} .SUB2 {lang: en-US} --></style>\
            </head><body><Sync Start=\"1000\"><P class='KRCC'>금리를<BR>동결했다.<P Class=SUB2>Rates\nheld.\
            <SYNC start=3000><P Class=KRCC>&nbsp;<SYNC Start=x><p>lost time<SYNC Start=4000><P Class=SUB2>Done.",
        );
        assert_eq!(sami.title.as_deref(), Some("뉴스"));
        let cue = |start, end, text: &str, lang| Cue {
            start,
            end,
            text: text.into(),
            lang: Some(lang),
        };
        assert_eq!(
            sami.tracks,
            [
                vec![cue(1000, Some(3000), "금리를\n동결했다.", Lang::Ko)],
                vec![
                    cue(1000, Some(4000), "Rates held.", Lang::En),
                    cue(4000, None, "Done.", Lang::En)
                ]
            ]
        );
    }
}
