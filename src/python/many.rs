//! Many records at once, as an iterator.

use crate::bead::Bead;
use crate::columns;
use crate::error::{Error, ReadError};
use crate::html;
use crate::options::options_of;
use crate::settings::{By, GivenSettings, GivenTerms};
use crate::waiting::LOOK;
use jjak_formats::project::Labels;
use jjak_pipeline::batch::{Report as Reported, Settings, Status, refused};
use jjak_pipeline::corpus::{self, Signature};
use jjak_pipeline::manifest::{Manifest, ManifestError, Record};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyIterator, PyMapping, PyString};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many records each thread may be ahead of the first that is not given out.
const AHEAD: usize = 16;

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
    told: Reported,
    by: By,
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

/// Where records come from.
enum Source {
    Python(Py<PyIterator>),
    Table(Box<Manifest<'static>>),
}

/// A record, or what there is to say of one that is none.
enum Next {
    Do(Box<Record>),
    Told(Box<Reported>),
}

/// What `jjak.align_many` gives: an iterator of Report, in the order of the records.
#[pyclass(module = "jjak")]
pub struct Reports {
    state: Mutex<State>,
    by: By,
}

struct State {
    source: Option<Source>,
    /// Records to do; dropped when there are no more.
    todo: Option<Sender<(usize, Box<Record>)>>,
    done: Receiver<(usize, Reported)>,
    /// Reports that came before their turn.
    waiting: BTreeMap<usize, Reported>,
    taken: usize,
    given: usize,
    most: usize,
    /// What the records' own iterator raised; told in its turn.
    raised: Option<PyErr>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    /// Takes records as long as there are any and nobody is too far ahead.
    fn fill(&mut self, py: Python<'_>) {
        while self.taken - self.given < self.most {
            let at = self.taken;
            let next = match &mut self.source {
                None => return,
                Some(Source::Python(records)) => of_python(records.bind(py), at + 1),
                Some(Source::Table(table)) => of_table(table),
            };
            match next {
                Ok(Some(Next::Told(report))) => {
                    self.waiting.insert(at, *report);
                }
                Ok(Some(Next::Do(record))) => {
                    if let Some(report) = refused(&record) {
                        self.waiting.insert(at, report);
                    } else if let Some(todo) = &self.todo {
                        // Its threads wait as long as it is there.
                        let _ = todo.send((at, record));
                    }
                }
                ended => {
                    self.raised = ended.err();
                    self.source = None;
                    self.todo = None;
                    return;
                }
            }
            self.taken += 1;
        }
    }
}

#[pymethods]
impl Reports {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Report>> {
        let state = self.state.get_mut();
        let state = state.unwrap_or_else(PoisonError::into_inner);
        loop {
            state.fill(py);
            if let Some(told) = state.waiting.remove(&state.given) {
                state.given += 1;
                let by = self.by.clone();
                return Ok(Some(Report { told, by }));
            }
            if state.given == state.taken {
                return state.raised.take().map_or(Ok(None), Err);
            }
            // The lock is for Python's sake: nobody else has it.
            let done = Mutex::new(&mut state.done);
            let came = py.detach(|| locked(&done).recv_timeout(LOOK));
            match came {
                Ok((at, report)) => {
                    state.waiting.insert(at, report);
                }
                Err(RecvTimeoutError::Timeout) => py.check_signals()?,
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Error::new_err("the threads that did the work are gone"));
                }
            }
        }
    }
}

/// The next record of a Python iterator.
fn of_python(records: &Bound<'_, PyIterator>, line: usize) -> PyResult<Option<Next>> {
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
fn of_table(table: &mut Manifest<'static>) -> PyResult<Option<Next>> {
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

/// Pairs many records at once, in threads of their own while Python goes on.
///
/// Parameters
/// ----------
/// records : iterable of dict, or path
///     Each record has an English and a Korean text as `en` and `ko` (files), `en_text` and `ko_text`, or `en_html` and
///     `ko_html`; and may have `id`, `en_url`, `ko_url`, `glossary` and `pins` (files), `domain`, `reviewer`,
///     `licence`, `score`.
///     A path is a table of them (TSV, CSV or JSON lines), as `jjak match` writes it and `jjak batch` reads it.
/// jobs : int, optional
///     Threads; as many as there are cores if it is not given.
/// glossary, settings : optional
///     As in `jjak.align`.
/// **options
///     Which rows are given, as in `Pair.write`: `min_confidence`, `one_to_one`, `paragraphs`, `normalize` ...
///
/// Returns
/// -------
/// iterator of Report
///     One for each record, in their order. A record that cannot be done is a Report whose `error` says why; it stops no
///     other. Records are taken as they are needed: neither they nor the reports are all in memory.
///
/// Raises
/// ------
/// What the iterable itself raises, after the reports of the records before.
///
/// Examples
/// --------
/// >>> for report in jjak.align_many(records, jobs=8):
/// ...     if report.error:
/// ...         print(report.id, report.error)
#[pyfunction]
#[pyo3(signature = (records, *, jobs = None, glossary = None, settings = None, **options))]
pub(crate) fn align_many(
    records: &Bound<'_, PyAny>,
    jobs: Option<usize>,
    glossary: Option<GivenTerms<'_>>,
    settings: Option<GivenSettings<'_>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Reports> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = match jobs {
        Some(0) => return Err(PyValueError::new_err("jobs is at least 1")),
        Some(jobs) => jobs,
        None => cores,
    };
    let by = By::of(settings, glossary)?;
    let options = options_of("align_many", options)?;
    let table = records.extract::<PathBuf>().ok();
    let source = match &table {
        Some(path) => {
            let open = Manifest::open(path);
            let open =
                open.map_err(|error| ReadError::new_err(format!("{}: {error}", path.display())))?;
            Source::Table(Box::new(open))
        }
        None => Source::Python(
            records
                .try_iter()
                .map_err(|_| {
                    PyTypeError::new_err(
                        "records is an iterable of dictionaries or the name of a table",
                    )
                })?
                .unbind(),
        ),
    };
    let settings = Arc::new(Settings {
        lexicon: by.custom().lexicon(),
        custom: by.custom(),
        table,
        segmented: by.shape.segmented,
        projects: None,
        replace: false,
        labels: Labels {
            source: options.source,
            ..Labels::default()
        },
        options,
    });
    let (todo, records) = channel::<(usize, Box<Record>)>();
    let (to, done) = channel();
    let records = Arc::new(Mutex::new(records));
    for _ in 0..jobs {
        let (records, to, settings) = (records.clone(), to.clone(), settings.clone());
        thread::spawn(move || {
            loop {
                // The others wait for the next as long as this one does.
                let next = locked(&records).recv();
                let Ok((at, record)) = next else { return };
                if to.send((at, settings.work(&record))).is_err() {
                    return;
                }
            }
        });
    }
    Ok(Reports {
        state: Mutex::new(State {
            source: Some(source),
            todo: Some(todo),
            done,
            waiting: BTreeMap::new(),
            taken: 0,
            given: 0,
            most: jobs.saturating_mul(AHEAD),
            raised: None,
        }),
        by,
    })
}
