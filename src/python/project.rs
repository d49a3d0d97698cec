//! Work that is kept in a file.

use crate::error::{ProjectError, raised};
use crate::pair::Pair;
use jjak_formats::project::{self, Journal};
use pyo3::prelude::*;
use std::path::PathBuf;

/// A project (.jjak): a Pair with all that a person did to it, and its file.
///
/// While it is open no window and no other program can change it; `close()`, or the end of a `with` block, lets go of it.
/// Nothing is written before `save()`.
///
/// Examples
/// --------
/// >>> with jjak.Project.open("harbor.jjak") as project:
/// ...     project.accept(3).save()
#[pyclass(extends = Pair, module = "jjak")]
pub struct Project {
    path: PathBuf,
    /// None once it is closed, and of one that is only looked at.
    journal: Option<Journal>,
    read_only: bool,
}

#[pymethods]
impl Project {
    /// Opens a project.
    ///
    /// Parameters
    /// ----------
    /// path : path
    /// read_only : bool
    ///     Only to look at: also what a window has open. It cannot be saved under its own name.
    ///
    /// Raises
    /// ------
    /// jjak.ProjectError
    ///     If it is missing, damaged at its beginning, of a newer Jjak, or open elsewhere.
    #[staticmethod]
    #[pyo3(signature = (path, *, read_only = false))]
    fn open(py: Python<'_>, path: PathBuf, read_only: bool) -> PyResult<Py<Project>> {
        let opened = py.detach(|| {
            if read_only {
                project::read(&path).map(|loaded| (None, loaded))
            } else {
                Journal::open(&path).map(|(journal, loaded)| (Some(journal), loaded))
            }
        });
        let (journal, loaded) = opened.map_err(|error| raised(error.into()))?;
        let damage = loaded.damage.iter();
        let warnings = damage.map(|damage| format!("{}: {damage}", path.display()));
        let pair = Pair::read(loaded.project, warnings.collect());
        let project = Project {
            path,
            journal,
            read_only,
        };
        Py::new(py, PyClassInitializer::from(pair).add_subclass(project))
    }

    /// Its file.
    #[getter]
    fn path(&self) -> String {
        self.path.display().to_string()
    }

    /// Saves the work: into its own file, or under another name.
    ///
    /// Parameters
    /// ----------
    /// path : path, optional
    ///     Another name; the project itself stays the one of its own file.
    /// replace : bool
    ///     As in `Pair.save`.
    ///
    /// Raises
    /// ------
    /// jjak.ProjectError
    ///     If another program has put a file of its own there, or nothing can be written.
    #[pyo3(signature = (path = None, *, replace = false))]
    fn save(
        slf: &Bound<'_, Self>,
        path: Option<PathBuf>,
        replace: bool,
    ) -> PyResult<Option<String>> {
        let mut slf = slf.borrow_mut();
        if let Some(path) = path.filter(|path| *path != slf.path) {
            return slf.as_super().put(&path, replace);
        }
        if slf.journal.is_none() {
            let why = if slf.read_only {
                "was opened to be looked at (read_only)"
            } else {
                "is closed"
            };
            return Err(ProjectError::new_err(format!(
                "{}: {why}; save it under another name",
                slf.path.display()
            )));
        }
        let work = slf.as_super().work.project.clone();
        let saved = slf.journal.as_mut().map(|journal| journal.save(&work));
        let kept = saved.transpose().map_err(|error| raised(error.into()))?;
        Ok(kept.flatten().map(|kept| kept.display().to_string()))
    }

    /// Lets go of the file; what was not saved is not in it.
    fn close(&mut self) {
        self.journal = None;
    }

    fn __enter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    #[pyo3(signature = (*_args))]
    fn __exit__(&mut self, _args: &Bound<'_, PyAny>) {
        self.close();
    }

    fn __repr__(slf: &Bound<'_, Self>) -> String {
        let mut slf = slf.borrow_mut();
        let path = slf.path();
        let rows = slf.as_super().bitext().beads.len();
        format!("<Project {path:?}: {rows} rows>")
    }
}
