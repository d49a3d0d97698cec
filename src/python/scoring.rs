//! How right an alignment is.

use crate::error::ReadError;
use crate::pair::Pair;
use jjak_core::align::Pin;
use jjak_formats::exchange::beads::{self, Numbered};
use jjak_pipeline::scoring::{MeasureCounts, Score as Counted};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use std::path::PathBuf;

/// Precision, recall and F1 of one measure, each 0 to 1, and what they were counted of.
///
/// Attributes
/// ----------
/// precision, recall, f1 : float
/// right, predicted, found, gold : int
///     Predicted ones that are right, of how many; gold ones that are found, of how many.
#[pyclass(frozen, get_all, module = "jjak")]
pub struct Measure {
    precision: f64,
    recall: f64,
    f1: f64,
    right: usize,
    predicted: usize,
    found: usize,
    gold: usize,
}

#[pymethods]
impl Measure {
    fn __repr__(&self) -> String {
        format!(
            "<Measure precision {:.4}, recall {:.4}, F1 {:.4}>",
            self.precision, self.recall, self.f1
        )
    }
}

impl Measure {
    fn of(tally: &MeasureCounts) -> Measure {
        Measure {
            precision: tally.precision(),
            recall: tally.recall(),
            f1: tally.f1(),
            right: tally.right,
            predicted: tally.predicted,
            found: tally.found,
            gold: tally.gold,
        }
    }
}

/// What `jjak.score` counted. Scores of several documents are added with `+`, and `str()` of one is what `jjak score`
/// prints.
#[pyclass(frozen, module = "jjak")]
pub struct Score {
    counted: Counted,
}

#[pymethods]
impl Score {
    /// How many documents were counted.
    #[getter]
    fn documents(&self) -> usize {
        self.counted.documents
    }

    /// Exactly the gold bead; beads with an empty side are not in it (Measure).
    #[getter]
    fn strict(&self) -> Measure {
        Measure::of(&self.counted.strict)
    }

    /// A predicted bead is right if it shares a gold bead on both sides (Measure).
    #[getter]
    fn lax(&self) -> Measure {
        Measure::of(&self.counted.lax)
    }

    /// Single sentences without a counterpart (Measure).
    #[getter]
    fn null(&self) -> Measure {
        Measure::of(&self.counted.null)
    }

    /// Beads that stand elsewhere in the other text (Measure).
    #[getter]
    fn crossing(&self) -> Measure {
        Measure::of(&self.counted.crossing)
    }

    fn __add__(&self, other: &Score) -> Score {
        let mut counted = self.counted.clone();
        counted.extend(&other.counted);
        Score { counted }
    }

    /// So that `sum(scores)` works.
    fn __radd__(&self, zero: &Bound<'_, PyAny>) -> PyResult<Score> {
        match zero.extract::<i32>() {
            Ok(0) => Ok(Score {
                counted: self.counted.clone(),
            }),
            _ => Err(PyTypeError::new_err("a Score is added to a Score")),
        }
    }

    fn __str__(&self) -> String {
        self.counted.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<Score strict F1 {:.4}>", self.counted.strict.f1())
    }
}

/// Beads: of a pair, in a file of them, or as numbers.
#[derive(FromPyObject)]
pub(crate) enum GivenBeads<'py> {
    Pair(Bound<'py, Pair>),
    File(PathBuf),
    Numbers(Vec<Pin>),
}

impl GivenBeads<'_> {
    fn beads(self) -> PyResult<Vec<Pin>> {
        match self {
            GivenBeads::Pair(pair) => Ok(pair.borrow().numbers()),
            GivenBeads::Numbers(beads) => Ok(beads),
            GivenBeads::File(path) => {
                let beads = beads::read(&path);
                let beads = beads.map_err(|error| ReadError::new_err(error.to_string()))?;
                Ok(beads.into_iter().map(Numbered::into_pin).collect())
            }
        }
    }
}

/// How right an alignment is, against one that people made.
///
/// Parameters
/// ----------
/// gold, predicted : path, Pair or list of (list of int, list of int)
///     A bead file (as `jjak align --beads` writes it), a pair, or the numbers of the English and of the Korean sentences
///     of each bead, from 0.
///
/// Returns
/// -------
/// Score
///
/// Raises
/// ------
/// jjak.ReadError
///     For a line that is no bead, by file and number.
#[pyfunction]
pub(crate) fn score(gold: GivenBeads<'_>, predicted: GivenBeads<'_>) -> PyResult<Score> {
    let mut counted = Counted::default();
    counted.add(gold.beads()?, predicted.beads()?);
    Ok(Score { counted })
}
