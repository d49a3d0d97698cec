//! Columns, a row group at a time.

use super::table::Columns;
use super::{CorpusRow, RawRow, Trouble};
use crate::exchange::parquet::{Layout, NotRead, layout};
use crate::exchange::units::table::known_column;
use std::fs::File;
use std::path::Path;

/// What the file holds.
pub(super) struct Footer {
    layout: Layout,
    names: Vec<&'static str>,
    columns: Columns,
}

impl Footer {
    pub(super) fn of(path: &Path) -> Result<Footer, Trouble> {
        let layout = layout(&mut File::open(path)?)?;
        let names: Vec<String> = layout
            .columns
            .iter()
            .map(|leaf| leaf.name.clone())
            .collect();
        let known = names.iter().map(|name| {
            known_column(name)
                .ok_or_else(|| format!("the column \"{name}\" is none of a corpus that Jjak wrote"))
        });
        Ok(Footer {
            names: known.collect::<Result<_, _>>()?,
            columns: Columns::named(&names)?,
            layout,
        })
    }

    /// The names of its columns.
    pub(super) fn names(&self) -> &[&'static str] {
        &self.names
    }

    pub(super) fn rows(&self, path: &Path) -> Result<Rows<'_>, Trouble> {
        Ok(Rows {
            footer: self,
            file: File::open(path)?,
            group: 0,
            cells: Vec::new(),
        })
    }
}

pub(super) struct Rows<'a> {
    footer: &'a Footer,
    file: File,
    /// The next row group.
    group: usize,
    /// Of each column what is left of the row group that is read.
    cells: Vec<std::vec::IntoIter<String>>,
}

impl Rows<'_> {
    pub(super) fn next(&mut self) -> Result<Option<CorpusRow>, Trouble> {
        loop {
            let row: Option<Vec<String>> = self.cells.iter_mut().map(Iterator::next).collect();
            if let Some(cells) = row.filter(|cells| !cells.is_empty()) {
                return Ok(Some(CorpusRow {
                    raw: RawRow::Cells(cells.clone()),
                    ..self.footer.columns.row(&cells)
                }));
            }
            let layout = &self.footer.layout;
            let Some(group) = layout.groups.get(self.group) else {
                return Ok(None);
            };
            self.group += 1;
            let cells = layout.cells(group, &mut self.file)?;
            self.cells = cells.into_iter().map(Vec::into_iter).collect();
        }
    }
}

impl From<NotRead> for Trouble {
    fn from(error: NotRead) -> Trouble {
        match error {
            NotRead::Io(error) => error.into(),
            error => Trouble::Why(error.to_string()),
        }
    }
}
