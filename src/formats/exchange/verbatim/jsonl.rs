//! JSON lines in Hugging Face's `translation` form.

use super::{CorpusRow, RawRow, Trouble};
use crate::exchange::pairs::source::{Stream, next_line};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    translation: Texts,
    confidence: Option<f32>,
    #[serde(default)]
    shape: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    project: String,
    #[serde(default)]
    source: Sources,
}

#[derive(Default, Deserialize)]
struct Texts {
    #[serde(default)]
    en: Option<String>,
    #[serde(default)]
    ko: Option<String>,
}

#[derive(Default, Deserialize)]
struct Sources {
    #[serde(default)]
    en: Option<Source>,
    #[serde(default)]
    ko: Option<Source>,
}

/// Where a text is from, as far as it is looked at.
#[derive(Deserialize)]
pub(super) struct Source {
    #[serde(default)]
    pub url: Option<String>,
}

pub(super) fn next(stream: &mut Stream) -> Result<Option<CorpusRow>, Trouble> {
    let mut text = String::new();
    loop {
        if !next_line(stream, &mut text)? {
            return Ok(None);
        }
        if !text.trim().is_empty() {
            break;
        }
    }
    if text.ends_with('\n') {
        text.pop();
    }
    let line: Line = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let url = |source: Option<Source>| source.and_then(|source| source.url);
    Ok(Some(CorpusRow {
        number: 0,
        en: line.translation.en.unwrap_or_default(),
        ko: line.translation.ko.unwrap_or_default(),
        confidence: line.confidence,
        shape: line.shape,
        state: line.state,
        document: line.project,
        urls: [url(line.source.en), url(line.source.ko)],
        raw: RawRow::Text(text),
    }))
}
