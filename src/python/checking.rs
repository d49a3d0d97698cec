//! `jjak.check`: of a pair, or of a file of pairs.

use crate::error::{ProjectError, ReadError};
use crate::finding::{Finding, findings};
use crate::pair::Pair;
use crate::settings::{By, GivenTerms};
use jjak_formats::exchange::{self, Keep, ReadOptions};
use jjak_formats::project;
use pyo3::prelude::*;
use std::path::PathBuf;

/// A pair, or a file of pairs.
#[derive(FromPyObject)]
pub(crate) enum GivenPair<'py> {
    Pair(Bound<'py, Pair>),
    File(PathBuf),
}

/// What looks wrong in the rows of a pair, told only where it nearly always is.
///
/// Parameters
/// ----------
/// pair : Pair or path
///     A pair, a project or a bilingual file of any tool.
/// only : list of str, optional
///     The checks to make; see Finding for their names.
/// glossary : optional
///     Terms that the Korean must have, as in `jjak.align`.
///
/// Returns
/// -------
/// list of Finding
///     In the order of the rows.
///
/// Raises
/// ------
/// jjak.ReadError, jjak.ProjectError
///     If the file cannot be read.
#[pyfunction]
#[pyo3(signature = (pair, *, only = None, glossary = None))]
pub(crate) fn check(
    py: Python<'_>,
    pair: GivenPair<'_>,
    only: Option<Vec<String>>,
    glossary: Option<GivenTerms<'_>>,
) -> PyResult<Vec<Finding>> {
    match pair {
        GivenPair::Pair(pair) => {
            let pair = pair.borrow();
            let by = match glossary {
                Some(terms) => By::of(None, Some(terms))?,
                None => pair.by.clone(),
            };
            findings(py, pair.bitext(), pair.source(), &by, only)
        }
        GivenPair::File(path) => {
            let by = By::of(None, glossary)?;
            let is_project = path
                .extension()
                .is_some_and(|end| end == project::EXTENSION);
            let project = py.detach(|| {
                if is_project {
                    project::read(&path)
                        .map(|loaded| loaded.project)
                        .map_err(|error| ProjectError::new_err(error.to_string()))
                } else {
                    exchange::open_reading(Keep::Pairs, &path, ReadOptions::default())
                        .map(|(project, _)| project)
                        .map_err(|error| ReadError::new_err(error.to_string()))
                }
            })?;
            findings(
                py,
                &project.bitext,
                project.about.labels.source(),
                &by,
                only,
            )
        }
    }
}
