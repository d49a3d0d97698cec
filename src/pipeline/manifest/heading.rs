//! What the first line of a table says of its columns.

use super::ManifestError;
use super::columns::Column;
use super::record::Record;

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
                Some((Some(column), name)) => record.take(*column, name, cell)?,
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
