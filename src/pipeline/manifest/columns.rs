//! What the columns of a table are.

use super::record::{self, Record};
use super::{ManifestError, Text};

/// A column with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The file of the English text; of the Korean one.
    En,
    Ko,
    /// The text itself.
    EnText,
    KoText,
    /// The source of a page.
    EnHtml,
    KoHtml,
    /// Where a text came from.
    EnUrl,
    KoUrl,
    Id,
    Score,
    Margin,
    How,
    Why,
    State,
    Of,
    Glossary,
    Pins,
    Domain,
    Reviewer,
}

impl Column {
    const ALL: [(Column, &'static str, &'static [&'static str]); 19] = [
        (
            Column::En,
            "en",
            &["en_path", "en_file", "english", "영어", "영문"],
        ),
        (
            Column::Ko,
            "ko",
            &["ko_path", "ko_file", "korean", "한국어", "국문"],
        ),
        (Column::EnText, "en_text", &[]),
        (Column::KoText, "ko_text", &[]),
        (Column::EnHtml, "en_html", &[]),
        (Column::KoHtml, "ko_html", &[]),
        (Column::EnUrl, "en_url", &[]),
        (Column::KoUrl, "ko_url", &[]),
        (Column::Id, "id", &[]),
        (Column::Score, "score", &[]),
        (Column::Margin, "margin", &[]),
        (Column::How, "how", &[]),
        (Column::Why, "why", &[]),
        (Column::State, "state", &[]),
        (Column::Of, "of", &[]),
        (Column::Glossary, "glossary", &[]),
        (Column::Pins, "pins", &[]),
        (Column::Domain, "domain", &[]),
        (Column::Reviewer, "reviewer", &[]),
    ];

    /// The column that a heading names, in any letter case.
    pub fn named(name: &str) -> Option<Column> {
        let name = name.trim().to_lowercase().replace([' ', '-'], "_");
        let found = Column::ALL
            .into_iter()
            .find(|(_, own, others)| *own == name || others.contains(&name.as_str()));
        found.map(|(column, ..)| column)
    }

    pub fn as_str(self) -> &'static str {
        let found = Column::ALL.into_iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, name, _)| name)
    }
}

/// What the first line says of the columns.
pub(super) struct Heading {
    /// Each with its name as it is written.
    columns: Vec<(Option<Column>, String)>,
    is_assumed: bool,
}

impl Heading {
    /// Of the cells of the first row. A row that names no column is a pair: English, Korean and perhaps a score.
    pub(super) fn of(row: &[String]) -> Result<Heading, ManifestError> {
        let columns: Vec<(Option<Column>, String)> = row
            .iter()
            .map(|name| (Column::named(name), name.trim().to_owned()))
            .collect();
        if columns.iter().all(|(column, _)| column.is_none()) {
            return Heading::assumed(row);
        }
        for (at, (column, _)) in columns.iter().enumerate() {
            let before = columns.iter().take(at);
            if let Some(column) = column
                && before
                    .clone()
                    .any(|(other, _)| other.as_ref() == Some(column))
            {
                let name = column.as_str();
                return Err(ManifestError::TwoColumns { name });
            }
        }
        let has = |wanted: &[Column]| {
            let mut columns = columns.iter().filter_map(|(column, _)| column.as_ref());
            columns.any(|column| wanted.contains(column))
        };
        for (missing, wanted) in [
            ("en", [Column::En, Column::EnText, Column::EnHtml]),
            ("ko", [Column::Ko, Column::KoText, Column::KoHtml]),
        ] {
            if !has(&wanted) {
                return Err(ManifestError::NoColumn { missing });
            }
        }
        Ok(Heading {
            columns,
            is_assumed: false,
        })
    }

    fn assumed(row: &[String]) -> Result<Heading, ManifestError> {
        let is_score = |cell: &String| cell.trim().is_empty() || cell.trim().parse::<f64>().is_ok();
        match row {
            [_, _] => {}
            [_, _, score, ..] if is_score(score) => {}
            _ => return Err(ManifestError::NoColumn { missing: "en" }),
        }
        let columns = [Column::En, Column::Ko, Column::Score];
        Ok(Heading {
            columns: columns
                .map(|column| (Some(column), column.as_str().to_owned()))
                .into(),
            is_assumed: true,
        })
    }

    /// Whether the first row is a pair as the others are.
    pub(super) fn is_assumed(&self) -> bool {
        self.is_assumed
    }

    /// The record that a row is.
    pub(super) fn record(&self, line: usize, row: Vec<String>) -> Result<Record, ManifestError> {
        let mut record = Record::at(line);
        for (at, cell) in row.into_iter().enumerate() {
            if cell.trim().is_empty() {
                continue;
            }
            match self.columns.get(at) {
                Some((Some(column), name)) => take(&mut record, *column, name, cell)?,
                Some((None, name)) => record.others.push((name.clone(), cell)),
                None => {
                    return Err(ManifestError::Cell {
                        line,
                        column: (at + 1).to_string(),
                        why: format!(
                            "the first line names {} columns; name this one or leave it out",
                            self.columns.len()
                        ),
                    });
                }
            }
        }
        Ok(record)
    }
}

/// Puts what a column says into the record.
///
/// # Errors
/// [`ManifestError::Cell`].
pub(super) fn take(
    record: &mut Record,
    column: Column,
    name: &str,
    cell: String,
) -> Result<(), ManifestError> {
    let line = record.line;
    let fault = |why: String| ManifestError::Cell {
        line,
        column: name.to_owned(),
        why,
    };
    let number = |cell: &str| record::number(cell).map_err(fault);
    let trimmed = || cell.trim().to_owned();
    match column {
        Column::En => record.en.path = Some(trimmed().into()),
        Column::Ko => record.ko.path = Some(trimmed().into()),
        Column::EnText => record.en.text = Some(Text::Plain(cell)),
        Column::KoText => record.ko.text = Some(Text::Plain(cell)),
        Column::EnHtml => record.en.text = Some(Text::Html(cell)),
        Column::KoHtml => record.ko.text = Some(Text::Html(cell)),
        Column::EnUrl => record.en.url = Some(trimmed()),
        Column::KoUrl => record.ko.url = Some(trimmed()),
        Column::Id => record.id = Some(trimmed()),
        Column::Score => {
            let score = number(&cell)?;
            if !(0.0..=1.0).contains(&score) {
                return Err(fault(format!("{} is no number from 0 to 1", cell.trim())));
            }
            record.score = Some(score);
        }
        Column::Margin => record.margin = Some(number(&cell)?),
        Column::How => record.how = trimmed(),
        Column::Why => record.why = trimmed(),
        Column::State => record.state = Some(trimmed()),
        Column::Of => record.of = Some(trimmed().into()),
        Column::Glossary => record.glossary = Some(trimmed().into()),
        Column::Pins => record.pins = Some(trimmed().into()),
        Column::Domain => record.domain = Some(trimmed()),
        Column::Reviewer => record.reviewer = Some(trimmed()),
    }
    Ok(())
}
