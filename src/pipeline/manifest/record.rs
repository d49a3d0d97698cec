//! A row of a table of pairs.

use super::ManifestError;
use super::columns::Column;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::PathBuf;

/// At this score a row with both sides is a pair; below it a person decides.
pub const IS_PAIR: f64 = 0.5;

/// A text that stands in the table itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Text {
    Plain(String),
    /// The source of a page.
    Html(String),
}

/// One side of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// As it is written; see [`resolve`](super::resolve).
    pub path: Option<PathBuf>,
    pub text: Option<Text>,
    pub url: Option<String>,
}

impl Input {
    /// Whether there is a text, or the name of one.
    pub fn is_given(&self) -> bool {
        self.path.is_some() || self.text.is_some()
    }
}

/// What a row says. Only what it has is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The line of the table where it begins, from 1.
    pub line: usize,
    pub id: Option<String>,
    pub en: Input,
    pub ko: Input,
    /// The probability that both sides belong together, 0 to 1.
    pub score: Option<f64>,
    /// How much surer it is than the next best.
    pub margin: Option<f64>,
    pub how: String,
    pub why: String,
    pub state: Option<String>,
    /// The file of which this is another version, a duplicate or a part.
    pub of: Option<PathBuf>,
    pub glossary: Option<PathBuf>,
    pub pins: Option<PathBuf>,
    pub domain: Option<String>,
    pub reviewer: Option<String>,
    /// By which licence, or with whose leave, the texts may be used.
    pub licence: Option<String>,
    /// Other columns, by name, in their order.
    pub others: Vec<(String, String)>,
}

impl Record {
    pub(super) fn at(line: usize) -> Record {
        Record {
            line,
            ..Record::default()
        }
    }

    /// Whether it is a pair to work on: it has both sides, and no score below [`IS_PAIR`].
    pub fn is_pair(&self) -> bool {
        self.en.is_given() && self.ko.is_given() && self.score.is_none_or(|score| score >= IS_PAIR)
    }
}

/// A number with a point, or with a comma as some spreadsheets write it.
fn number(cell: &str) -> Result<f64, String> {
    let number = cell.trim().replace(',', ".").parse::<f64>();
    let number = number.ok().filter(|number| number.is_finite());
    number.ok_or_else(|| format!("{} is no number", cell.trim()))
}

impl Record {
    /// The record that named cells are; an empty cell says nothing.
    ///
    /// # Errors
    /// [`ManifestError::Cell`].
    pub fn of_cells(
        line: usize,
        cells: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Record, ManifestError> {
        let mut record = Record::at(line);
        for (name, cell) in cells {
            if cell.trim().is_empty() {
                continue;
            }
            match Column::named(&name) {
                Some(column) => record.take(column, &name, cell)?,
                None => record.others.push((name, cell)),
            }
        }
        Ok(record)
    }

    /// Puts what a column says into the self.
    ///
    /// # Errors
    /// [`ManifestError::Cell`].
    pub(super) fn take(
        &mut self,
        column: Column,
        name: &str,
        cell: String,
    ) -> Result<(), ManifestError> {
        let line = self.line;
        let fault = |why: String| ManifestError::Cell {
            line,
            column: name.to_owned(),
            why,
        };
        let number = |cell: &str| number(cell).map_err(fault);
        let trimmed = || cell.trim().to_owned();
        match column {
            Column::En => self.en.path = Some(trimmed().into()),
            Column::Ko => self.ko.path = Some(trimmed().into()),
            Column::EnText => self.en.text = Some(Text::Plain(cell)),
            Column::KoText => self.ko.text = Some(Text::Plain(cell)),
            Column::EnHtml => self.en.text = Some(Text::Html(cell)),
            Column::KoHtml => self.ko.text = Some(Text::Html(cell)),
            Column::EnUrl => self.en.url = Some(trimmed()),
            Column::KoUrl => self.ko.url = Some(trimmed()),
            Column::Id => self.id = Some(trimmed()),
            Column::Score => {
                let score = number(&cell)?;
                if !(0.0..=1.0).contains(&score) {
                    return Err(fault(format!("{} is no number from 0 to 1", cell.trim())));
                }
                self.score = Some(score);
            }
            Column::Margin => self.margin = Some(number(&cell)?),
            Column::How => self.how = trimmed(),
            Column::Why => self.why = trimmed(),
            Column::State => self.state = Some(trimmed()),
            Column::Of => self.of = Some(trimmed().into()),
            Column::Glossary => self.glossary = Some(trimmed().into()),
            Column::Pins => self.pins = Some(trimmed().into()),
            Column::Domain => self.domain = Some(trimmed()),
            Column::Reviewer => self.reviewer = Some(trimmed()),
            Column::Licence => self.licence = Some(trimmed()),
        }
        Ok(())
    }
}

/// The record that a line of JSON is.
pub(super) fn of_json(line: usize, text: &str) -> Result<Record, ManifestError> {
    let object: serde_json::Map<String, Value> =
        serde_json::from_str(text).map_err(|error| ManifestError::NotJson {
            line,
            why: error.to_string(),
        })?;
    let cells = object.into_iter().filter_map(|(name, value)| match value {
        Value::Null => None,
        Value::String(text) => Some((name, text)),
        other => Some((name, other.to_string())),
    });
    Record::of_cells(line, cells)
}
