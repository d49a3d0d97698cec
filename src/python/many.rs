//! Many records at once, as an iterator.

mod records;
mod report;

pub(crate) use report::{Report, likeness};

use crate::error::{Error, ReadError};
use crate::options::options_of;
use crate::settings::{By, GivenSettings, GivenTerms};
use crate::waiting::LOOK;
use jjak_formats::project::Labels;
use jjak_pipeline::batch::{Report as Reported, Settings, refused};
use jjak_pipeline::manifest::{Manifest, Record};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator};
use records::{Next, of_python, of_table};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many records each thread may be ahead of the first that is not given out.
const AHEAD: usize = 16;

/// Where records come from.
enum Source {
    Python(Py<PyIterator>),
    Table(Box<Manifest<'static>>),
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
