//! The lines of a corpus.

use serde::Deserialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A pair of a corpus, as far as it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The line itself, without its end.
    pub line: String,
    pub en: String,
    pub ko: String,
    pub confidence: Option<f32>,
    /// `2-1`; empty if the line does not say.
    pub shape: String,
    /// What its document is called; all lines that do not say are of one.
    pub document: String,
}

#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    #[error("{}: cannot be read ({source})", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error(
        "{}, line {line}: this is no pair of a corpus ({why}); jjak batch -o corpus.jsonl and jjak convert write such lines",
        path.display()
    )]
    NoPair {
        path: PathBuf,
        line: usize,
        why: String,
    },
}

#[derive(Deserialize)]
struct Line {
    translation: Texts,
    confidence: Option<f32>,
    #[serde(default)]
    shape: String,
    #[serde(default)]
    project: String,
}

#[derive(Deserialize)]
struct Texts {
    #[serde(default)]
    en: String,
    #[serde(default)]
    ko: String,
}

/// The lines of the corpus at `path`, as they come.
///
/// # Errors
/// [`CorpusError::Unreadable`]; each line may be one, too.
pub fn rows(path: &Path) -> Result<impl Iterator<Item = Result<Row, CorpusError>>, CorpusError> {
    let unreadable = |source| CorpusError::Unreadable {
        path: path.into(),
        source,
    };
    let file = File::open(path).map_err(unreadable)?;
    let lines = BufReader::new(file).lines().enumerate();
    let lines =
        lines.filter(|(_, line)| line.as_ref().map_or(true, |line| !line.trim().is_empty()));
    Ok(lines.map(move |(at, line)| {
        let line = line.map_err(unreadable)?;
        let parsed: Line = serde_json::from_str(&line).map_err(|error| CorpusError::NoPair {
            path: path.into(),
            line: at + 1,
            why: error.to_string(),
        })?;
        Ok(Row {
            line,
            en: parsed.translation.en,
            ko: parsed.translation.ko,
            confidence: parsed.confidence,
            shape: parsed.shape,
            document: parsed.project,
        })
    }))
}

/// A hash of the texts of a pair, whatever their letter case, marks and spaces.
pub fn normalised(row: &Row) -> u64 {
    let mut hash = 0;
    for text in [&row.en, &row.ko] {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        for c in letters.flat_map(char::to_lowercase) {
            hash = super::near::mixed(hash, u64::from(c));
        }
        hash = super::near::mixed(hash, u64::MAX);
    }
    hash
}
