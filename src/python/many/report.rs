//! What became of a record.

use crate::bead::Bead;
use crate::columns;
use crate::error::Error;
use crate::html;
use crate::settings::By;
use jjak_pipeline::batch::{Report as Reported, Status};
use jjak_pipeline::corpus::{self, Signature};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

/// What became of a record: a sequence of its rows (Bead), those without a counterpart among them.
///
/// Attributes
/// ----------
/// id : str
///     Of the record, or its number from 1.
/// status : str
///     "ok", "warned", "failed", or "skipped" for what the record itself calls no pair.
/// error : str or None
///     Why it failed or was skipped, in words.
/// warnings : list of str
/// share_paired : float or None
///     How much of all sentences, 0 to 1, has a counterpart.
/// proof : str or None
///     Where every character of both texts went.
/// seconds : float
///     How long it took.
#[pyclass(frozen, module = "jjak")]
pub struct Report {
    pub(super) told: Reported,
    pub(super) by: By,
}

#[pymethods]
impl Report {
    #[getter]
    fn id(&self) -> &str {
        &self.told.id
    }

    #[getter]
    fn status(&self) -> &'static str {
        self.told.status.as_str()
    }

    /// Whether there are rows: neither failed nor skipped.
    #[getter]
    fn ok(&self) -> bool {
        matches!(self.told.status, Status::Ok | Status::Warned)
    }

    #[getter]
    fn error(&self) -> Option<&str> {
        self.told.error.as_deref()
    }

    #[getter]
    fn warnings(&self) -> Vec<String> {
        self.told.warnings.clone()
    }

    #[getter]
    fn share_paired(&self) -> Option<f64> {
        self.told.share_paired
    }

    #[getter]
    fn proof(&self) -> Option<&str> {
        self.told.proof.as_deref()
    }

    #[getter]
    fn seconds(&self) -> f64 {
        self.told.seconds
    }

    fn __len__(&self) -> usize {
        self.told.pairs.len()
    }

    fn __getitem__(&self, row: isize) -> PyResult<Bead> {
        let row = crate::rows::index(row, self.told.pairs.len())?;
        let entry = self.told.pairs.get(row);
        let entry = entry.ok_or_else(|| Error::new_err("there is no such row"))?;
        Ok(Bead::of_entry(entry, &self.by))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.beads(true).into_pyobject(py)?.call_method0("__iter__")
    }

    /// The rows as columns, with the record's id as `id` before them; see `Pair.columns`.
    #[pyo3(signature = (*, one_sided = false, quality = false))]
    fn columns<'py>(
        &self,
        py: Python<'py>,
        one_sided: bool,
        quality: bool,
    ) -> PyResult<Bound<'py, PyDict>> {
        let beads = self.beads(one_sided);
        let all = PyDict::new(py);
        all.set_item("id", vec![self.told.id.as_str(); beads.len()])?;
        all.update(columns::columns(py, &beads, quality)?.as_mapping())?;
        Ok(all)
    }

    /// The rows as a pandas.DataFrame with the columns of `columns()`.
    #[pyo3(signature = (*, one_sided = false, quality = false))]
    fn to_pandas<'py>(
        &self,
        py: Python<'py>,
        one_sided: bool,
        quality: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        columns::to_pandas(&self.columns(py, one_sided, quality)?)
    }

    /// The rows as a pyarrow.Table with the columns of `columns()`.
    #[pyo3(signature = (*, one_sided = false, quality = false))]
    fn to_arrow<'py>(
        &self,
        py: Python<'py>,
        one_sided: bool,
        quality: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        columns::to_arrow(&self.columns(py, one_sided, quality)?)
    }

    /// What tells whether another document is nearly the same: the bands of its MinHash signature (list of 16 int).
    /// Documents that are alike share one at its place; `jjak.likeness` of their signatures says how much.
    #[getter]
    fn bands(&self) -> Vec<i64> {
        // As databases have them: with a sign.
        let bands = self.minhash();
        bands.bands().map(|band| band as i64).collect()
    }

    /// The MinHash signature of its rows (bytes), for `jjak.likeness`.
    #[getter]
    fn signature<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        let short = self.minhash().short();
        let bytes: Vec<u8> = short.into_iter().flat_map(u16::to_le_bytes).collect();
        PyBytes::new(py, &bytes)
    }

    /// All of it, as the object that `jjak batch -o - --format jsonl` writes: sources, excluded blocks with reasons,
    /// pairs, times.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.to_json()?,))
    }

    /// That object as a line of JSON.
    fn to_json(&self) -> PyResult<String> {
        let told = Reported {
            print: String::new(),
            ..self.told.clone()
        };
        serde_json::to_string(&told).map_err(|error| Error::new_err(error.to_string()))
    }

    fn __repr__(&self) -> String {
        match &self.told.error {
            Some(error) => format!("<Report {:?} {}: {error}>", self.told.id, self.status()),
            None => format!(
                "<Report {:?} {}: {} rows>",
                self.told.id,
                self.status(),
                self.told.pairs.len()
            ),
        }
    }

    /// The rows as a table for notebooks.
    fn _repr_html_(&self, py: Python<'_>) -> String {
        py.detach(|| {
            let error = self.told.error.as_deref().unwrap_or_default();
            let head = format!("{} ({}) {error}", self.told.id, self.status());
            html::beads(head.trim_end(), self.beads(true).iter().map(Bead::shown))
        })
    }
}

impl Report {
    fn minhash(&self) -> Signature {
        let mut signature = Signature::default();
        for entry in &self.told.pairs {
            signature.add(&entry.en, &entry.ko);
        }
        signature
    }

    fn beads(&self, one_sided: bool) -> Vec<Bead> {
        let entries = self.told.pairs.iter();
        let entries = entries.filter(|entry| one_sided || !entry.is_one_sided());
        entries
            .map(|entry| Bead::of_entry(entry, &self.by))
            .collect()
    }
}

/// How much of what two documents say is the same (Jaccard of their letters, 0 to 1, estimated), by the `signature` of
/// their reports; from `0.6` on `jjak stats` and `jjak split` call them nearly the same.
#[pyfunction]
pub(crate) fn likeness(a: &[u8], b: &[u8]) -> PyResult<f64> {
    const BYTES: usize = 2;
    if a.len() != b.len() || !a.len().is_multiple_of(BYTES) {
        return Err(PyValueError::new_err(
            "these are no signatures of reports of the same Jjak",
        ));
    }
    let numbers = |bytes: &[u8]| -> Vec<u16> {
        let numbers = bytes.chunks_exact(BYTES);
        numbers
            .filter_map(|bytes| bytes.try_into().ok().map(u16::from_le_bytes))
            .collect()
    };
    Ok(corpus::likeness(&numbers(a), &numbers(b)))
}
