//! JSON lines in the form that Hugging Face's `datasets` reads as translations.

use crate::exchange::pairs::Mark;
use crate::exchange::units::document::{ExportedWork, Source};
use crate::exchange::units::unit::TranslationUnit;
use crate::project::Labels;
use jjak_core::article::Lang;
use jjak_core::evidence::quality::Quality;
use serde::Serialize;
use std::io::{self, Write};

/// One line of the file.
#[derive(Serialize)]
struct JsonLine<'a> {
    translation: Pair<&'a str>,
    confidence: f32,
    shape: String,
    state: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    /// Where each sentence begins, in bytes of the article's text.
    offsets: Pair<Vec<usize>>,
    /// How many characters of the text each sentence has.
    lengths: Pair<Vec<usize>>,
    origin: &'a str,
    #[serde(flatten)]
    quality: Option<Quality>,
    #[serde(flatten)]
    labels: Labels,
    source: &'a Pair<Source<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    project: &'a str,
    /// Of the project, from 1.
    row: usize,
    began: &'a str,
    tool: &'a str,
}

/// A line that tells the texts alone.
#[derive(Serialize)]
struct Texts<'a> {
    translation: Pair<&'a str>,
    #[serde(flatten)]
    quality: Option<Quality>,
}

#[derive(Serialize)]
struct Pair<T> {
    en: T,
    ko: T,
}

/// Writes `units` a line each, with their measures if `quality` is asked for; returns how many that were.
pub(crate) fn write<'a>(
    works: &[ExportedWork],
    units: impl Iterator<Item = TranslationUnit<'a>>,
    quality: bool,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let alike: Vec<(Pair<Source>, String, String)> = works
        .iter()
        .map(|work| {
            let source = Pair {
                en: work.source_of(Lang::En),
                ko: work.source_of(Lang::Ko),
            };
            (source, work.began(), work.tool())
        })
        .collect();
    let mut written = 0;
    for unit in units {
        let work = &works[unit.work];
        let (source, began, tool) = &alike[unit.work];
        let quality = quality.then(|| unit.quality()).flatten();
        if unit.plain {
            let translation = Pair {
                en: unit.en.as_str(),
                ko: unit.ko.as_str(),
            };
            serde_json::to_writer(
                &mut *out,
                &Texts {
                    translation,
                    quality,
                },
            )?;
            writeln!(out)?;
            written += 1;
            continue;
        }
        let line = JsonLine {
            translation: Pair {
                en: &unit.en,
                ko: &unit.ko,
            },
            confidence: unit.bead.confidence,
            shape: unit.bead.shape(),
            state: unit.bead.state.as_str(),
            verdict: unit.verdict(),
            note: &unit.note,
            offsets: marked(&unit, |mark| mark.start),
            lengths: marked(&unit, |mark| mark.chars),
            origin: unit.bead.origin.as_str(),
            quality,
            labels: Labels {
                source: (work.source == Lang::Ko).then_some(Lang::Ko),
                ..work.about.labels.clone()
            },
            source,
            project: &work.name,
            row: unit.row.number(),
            began,
            tool,
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
        written += 1;
    }
    Ok(written)
}

/// A number of each sentence of both sides.
fn marked(unit: &TranslationUnit, number: impl Fn(&Mark) -> usize) -> Pair<Vec<usize>> {
    let [en, ko] =
        [&unit.en_marks, &unit.ko_marks].map(|marks| marks.iter().map(&number).collect());
    Pair { en, ko }
}
