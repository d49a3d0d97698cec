//! Rows as columns, for data frames.

use crate::bead::Bead;
use jjak_core::evidence::quality::Quality;
use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The columns of rows, with their measures if `quality` is asked for: a dictionary of lists of equal length.
pub(crate) fn columns<'py>(
    py: Python<'py>,
    beads: &[Bead],
    quality: bool,
) -> PyResult<Bound<'py, PyDict>> {
    let columns = PyDict::new(py);
    let [mut en, mut ko] = [(); 2].map(|()| Vec::with_capacity(beads.len()));
    for bead in beads {
        en.push(bead.en());
        ko.push(bead.ko());
    }
    columns.set_item("row", each(beads, |bead| bead.row))?;
    columns.set_item("en", en)?;
    columns.set_item("ko", ko)?;
    columns.set_item("confidence", each(beads, |bead| bead.confidence))?;
    columns.set_item("shape", each(beads, Bead::shape))?;
    columns.set_item("state", each(beads, |bead| bead.state))?;
    columns.set_item("verdict", each(beads, |bead| bead.verdict))?;
    columns.set_item("note", each(beads, |bead| bead.note.as_str()))?;
    columns.set_item("origin", each(beads, |bead| bead.origin))?;
    columns.set_item("en_offsets", each(beads, |bead| &bead.en_offsets))?;
    columns.set_item("ko_offsets", each(beads, |bead| &bead.ko_offsets))?;
    if quality {
        let all = py.detach(|| each(beads, Bead::measured));
        let number = |of: fn(&Quality) -> f32| -> Vec<Option<f32>> {
            all.iter().map(|one| one.as_ref().map(of)).collect()
        };
        let agree: Vec<Option<bool>> = all
            .iter()
            .map(|one| one.and_then(|one| one.numbers_agree))
            .collect();
        columns.set_item("length_ratio", number(|one| one.length_ratio))?;
        columns.set_item("en_script", number(|one| one.en_script))?;
        columns.set_item("ko_script", number(|one| one.ko_script))?;
        columns.set_item("numbers_agree", agree)?;
        columns.set_item("overlap", number(|one| one.overlap))?;
    }
    Ok(columns)
}

fn each<'b, T>(beads: &'b [Bead], of: impl Fn(&'b Bead) -> T) -> Vec<T> {
    beads.iter().map(of).collect()
}

/// The columns as a pandas.DataFrame.
pub(crate) fn to_pandas<'py>(columns: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    let pandas = optional(columns.py(), "pandas")?;
    let frame = pandas.call_method1("DataFrame", (columns,))?;
    let types = PyDict::new(columns.py());
    types.set_item("confidence", "float32")?;
    frame.call_method1("astype", (types,))
}

/// The columns as a pyarrow.Table.
pub(crate) fn to_arrow<'py>(columns: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    let py = columns.py();
    let arrow = optional(py, "pyarrow")?;
    let made = |name: &str| arrow.call_method0(name);
    let (text, number) = (made("string")?, made("int64")?);
    let numbers = arrow.call_method1("list_", (&number,))?;
    let types = PyDict::new(py);
    for (name, _) in columns.iter() {
        let kind = match name.extract::<String>()?.as_str() {
            "row" => number.clone(),
            "confidence" | "length_ratio" | "en_script" | "ko_script" | "overlap" => {
                made("float32")?
            }
            "numbers_agree" => made("bool_")?,
            "en_offsets" | "ko_offsets" => numbers.clone(),
            _ => text.clone(),
        };
        types.set_item(name, kind)?;
    }
    let schema = arrow.call_method1("schema", (types.call_method0("items")?,))?;
    let given = PyDict::new(py);
    given.set_item("schema", schema)?;
    arrow.call_method("table", (columns,), Some(&given))
}

fn optional<'py>(py: Python<'py>, name: &'static str) -> PyResult<Bound<'py, PyModule>> {
    py.import(name).map_err(|error| {
        if error.is_instance_of::<PyImportError>(py) {
            PyImportError::new_err(format!(
                "{name} is not installed; `pip install jjak[{name}]` brings it ({error})"
            ))
        } else {
            error
        }
    })
}
