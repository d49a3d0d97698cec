//! The next record of what a person gives: a Python iterator or a table.

use crate::error::ReadError;
use jjak_pipeline::batch::Report as Reported;
use jjak_pipeline::manifest::{Manifest, ManifestError, Record};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyIterator, PyMapping, PyString};
use std::path::PathBuf;

/// A record, or what there is to say of one that is none.
pub(super) enum Next {
    Do(Box<Record>),
    Told(Box<Reported>),
}

/// The next record of a Python iterator.
pub(super) fn of_python(records: &Bound<'_, PyIterator>, line: usize) -> PyResult<Option<Next>> {
    let mut records = records.clone();
    let Some(record) = records.next().transpose()? else {
        return Ok(None);
    };
    let failed = |record: Record, why: String| Next::Told(Box::new(Reported::failed(&record, why)));
    let mut cells = Vec::new();
    let Ok(record) = record.cast::<PyMapping>() else {
        let kind = record.get_type().name()?.to_string();
        let why = format!("a record is a dictionary, not {kind}");
        let none = Record {
            line,
            ..Record::default()
        };
        return Ok(Some(failed(none, why)));
    };
    let mut wrong = None;
    for item in record.items()? {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let name = name.str()?.to_string();
        match cell(&value)? {
            Some(Ok(text)) => cells.push((name, text)),
            Some(Err(why)) => wrong = Some(format!("{name}: {why}")),
            None => {}
        }
    }
    let named = |cells: &[(String, String)]| Record {
        line,
        id: cells
            .iter()
            .find(|(name, _)| name == "id")
            .map(|(_, id)| id.clone()),
        ..Record::default()
    };
    let own = named(&cells);
    Ok(Some(match (wrong, Record::of_cells(line, cells)) {
        (Some(why), _) => failed(own, why),
        (None, Ok(record)) => Next::Do(Box::new(record)),
        (None, Err(error)) => failed(own, of_cell(&error)),
    }))
}

/// What is wrong with a cell: that it is of such a line says nothing here.
fn of_cell(error: &ManifestError) -> String {
    match error {
        ManifestError::Cell { column, why, .. } => format!("{column}: {why}"),
        other => other.to_string(),
    }
}

/// The text of a cell; none if it is empty, and why if it is none.
fn cell(value: &Bound<'_, PyAny>) -> PyResult<Option<Result<String, String>>> {
    if value.is_none() {
        return Ok(None);
    }
    if let Ok(text) = value.cast::<PyString>() {
        let half = |_| "holds half a character (a lone surrogate)".to_owned();
        return Ok(Some(text.extract::<String>().map_err(half)));
    }
    if value.is_instance_of::<PyBytes>() {
        return Ok(Some(Err(
            "is bytes; decode it, or write it to a file and give its path".to_owned(),
        )));
    }
    if let Ok(path) = value.extract::<PathBuf>() {
        return Ok(Some(Ok(path.to_string_lossy().into_owned())));
    }
    Ok(Some(Ok(value.str()?.to_string())))
}

/// The next record of a table.
pub(super) fn of_table(table: &mut Manifest<'static>) -> PyResult<Option<Next>> {
    match table.next() {
        None => Ok(None),
        Some(Ok(record)) => Ok(Some(Next::Do(Box::new(record)))),
        Some(Err(error)) if error.is_of_a_row() => {
            let report = Reported::failed(&Record::default(), error);
            Ok(Some(Next::Told(Box::new(report))))
        }
        Some(Err(error)) => Err(ReadError::new_err(error.to_string())),
    }
}
