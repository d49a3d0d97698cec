//! JSON lines in Hugging Face's `translation` form, or with the two texts in fields of their own.

use crate::exchange::pairs::source::{Fault, Stream, next_line};
use crate::exchange::pairs::{BilingualError, BilingualFile, Mark, Row, language};
use crate::project::Labels;
use jjak_core::article::{Lang, PerLang, Provenance};
use serde::Deserialize;

/// What of a line is looked at.
#[derive(Deserialize)]
struct JsonLine {
    translation: Option<Texts>,
    en: Option<String>,
    ko: Option<String>,
    confidence: Option<f32>,
    state: Option<String>,
    verdict: Option<String>,
    origin: Option<String>,
    #[serde(default)]
    note: String,
    offsets: Option<Numbers>,
    lengths: Option<Numbers>,
    source: Option<Sources>,
    domain: Option<String>,
    reviewer: Option<String>,
    licence: Option<String>,
    source_lang: Option<String>,
}

/// A side that is null is one that is not there.
#[derive(Default, Deserialize)]
struct Texts {
    en: Option<String>,
    ko: Option<String>,
}

#[derive(Default, Deserialize)]
struct Numbers {
    #[serde(default)]
    en: Vec<usize>,
    #[serde(default)]
    ko: Vec<usize>,
}

#[derive(Deserialize)]
struct Sources {
    en: Option<Provenance>,
    ko: Option<Provenance>,
}

pub(in crate::exchange) fn read(
    mut stream: Stream,
    mut aligned: BilingualFile,
) -> Result<BilingualFile, Fault> {
    let (mut text, mut number) = (String::new(), 0);
    while next_line(&mut stream, &mut text).map_err(|fault| fault.at_row(aligned.rows.next()))? {
        number += 1;
        if text.trim().is_empty() {
            continue;
        }
        let not_json = |why: String| BilingualError::NotJson { line: number, why };
        let mut line: JsonLine = match serde_json::from_str(&text) {
            Ok(line) => line,
            Err(error) => {
                aligned.take_row(Err(not_json(error.to_string())))?;
                continue;
            }
        };
        if aligned.rows.is_empty() {
            aligned.labels = Labels {
                domain: line.domain.take(),
                reviewer: line.reviewer.take(),
                licence: line.licence.take(),
                source: None,
            };
            if let Some(sources) = line.source.take() {
                aligned.provenance =
                    PerLang([sources.en, sources.ko].map(Option::unwrap_or_default));
            }
        }
        let source = line.source_lang.take().and_then(|code| language(&code));
        aligned.take_direction(source.unwrap_or(Lang::En));
        aligned.take_row(row(line).ok_or_else(|| {
            not_json("neither \"translation\" nor \"en\" and \"ko\" is in it".to_owned())
        }))?;
    }
    Ok(aligned)
}

fn row(line: JsonLine) -> Option<Row> {
    let texts = line.translation.or(match (line.en, line.ko) {
        (None, None) => None,
        (en, ko) => Some(Texts { en, ko }),
    })?;
    let mut row = Row {
        note: line.note,
        ..Row::default()
    };
    let (offsets, lengths) = (
        line.offsets.unwrap_or_default(),
        line.lengths.unwrap_or_default(),
    );
    for (lang, text, starts, lengths) in [
        (Lang::En, texts.en, offsets.en, lengths.en),
        (Lang::Ko, texts.ko, offsets.ko, lengths.ko),
    ] {
        let marks = starts.into_iter().zip(lengths);
        let cell = row.cell(lang);
        cell.marks = marks.map(|(start, chars)| Mark { start, chars }).collect();
        cell.text = text.unwrap_or_default();
    }
    if let Some(confidence) = line.confidence {
        row.take("confidence", &confidence.to_string());
    }
    let words = [
        ("state", line.state),
        ("verdict", line.verdict),
        ("origin", line.origin),
    ];
    for (name, word) in words {
        if let Some(word) = word {
            row.take(name, &word);
        }
    }
    Some(row)
}
