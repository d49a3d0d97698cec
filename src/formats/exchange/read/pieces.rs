//! Pairs that go on into another file piece by piece, so that however many there are, few stand in memory.

use super::disk::{PairsError, failed};
use super::file;
use super::place::Form;
use super::{Format, read_into};
use crate::exchange::pairs::rows::{Chunk, Into, Rows};
use crate::exchange::pairs::source::{Fault, Source};
use crate::exchange::pairs::{BadRows, BilingualFile, BilingualWarning, Columns, ReadOptions};
use crate::import::Originals;
use crate::project::Project;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

/// A file of pairs whose rows stand in the order of both texts, so that a piece of it is known without the rest.
pub struct Flow {
    path: PathBuf,
    format: Format,
    columns: Option<Columns>,
    bad_rows: BadRows,
    rows: usize,
    /// What is known of all pairs.
    head: Project,
    warnings: Vec<BilingualWarning>,
}

impl Flow {
    /// Reads the file once, to see that all of it can be read and stands in order; `None` if it has to be opened whole.
    ///
    /// # Errors
    /// [`PairsError`], as opening it says.
    pub fn of(path: &Path, columns: Option<&Columns>) -> Result<Option<Flow>, PairsError> {
        let reading = ReadOptions {
            columns,
            ..ReadOptions::default()
        };
        Flow::reading(path, reading)
    }

    /// [`Flow::of`], with all choices there are.
    ///
    /// # Errors
    /// [`PairsError`], as opening it says.
    pub fn reading(path: &Path, reading: ReadOptions) -> Result<Option<Flow>, PairsError> {
        // What is no regular file cannot be read twice.
        let format = match Form::of(path) {
            Some(Form::One(format)) if format.is_streamed() && path.is_file() => format,
            _ => return Ok(None),
        };
        let aligned = match read_to(Into::Nowhere, path, format, reading) {
            Ok(aligned) if aligned.rows.are_in_order() => aligned,
            Ok(_) | Err(Fault::NotUtf8) => return Ok(None),
            Err(fault) => return Err(failed(path, fault)),
        };
        let rows = aligned.rows.count();
        let (head, warnings) = file::project(path, aligned, Originals::default());
        Ok(Some(Flow {
            path: path.into(),
            format,
            columns: reading.columns.cloned(),
            bad_rows: reading.bad_rows,
            rows,
            head,
            warnings,
        }))
    }

    /// The project that the file makes, without its pairs.
    pub fn head(&self) -> &Project {
        &self.head
    }

    /// How many pairs there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What a person should know although the file is read.
    pub fn warnings(&self) -> &[BilingualWarning] {
        &self.warnings
    }

    /// Reads the file again and gives its pieces to `take`, in order; what that returns.
    ///
    /// # Errors
    /// [`PairsError`] if the file can no longer be read as it was; what `take` got was then not all.
    pub fn pieces<T>(
        &self,
        take: impl FnOnce(&mut dyn Iterator<Item = Chunk>) -> T,
    ) -> Result<T, PairsError> {
        let (to, pieces) = sync_channel(1);
        std::thread::scope(|scope| {
            let reader = scope.spawn(move || {
                let reading = ReadOptions {
                    columns: self.columns.as_ref(),
                    bad_rows: self.bad_rows,
                };
                let read = read_to(Into::Pieces(to), &self.path, self.format, reading);
                read.map(drop)
            });
            let taken = take(&mut pieces.into_iter());
            match reader.join() {
                Ok(Ok(())) => Ok(taken),
                Ok(Err(fault)) => Err(failed(&self.path, fault)),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }
}

fn read_to(
    into: Into,
    path: &Path,
    format: Format,
    reading: ReadOptions,
) -> Result<BilingualFile, Fault> {
    let aligned = BilingualFile {
        rows: Rows::into(into),
        bad_rows: reading.bad_rows,
        ..BilingualFile::default()
    };
    read_into(aligned, &Source::File(path), format, reading.columns)
}
