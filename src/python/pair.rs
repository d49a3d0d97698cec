//! Two texts and their beads.

use crate::bead::Bead;
use crate::columns;
use crate::error::{Error, WriteError, raised, read_error};
use crate::finding::{self, Finding};
use crate::html;
use crate::options::options_of;
use crate::page::Page;
use crate::rows::{Rows, row_of};
use crate::settings::{By, GivenTerms};
use jjak_core::align::Pin;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, Operation, RowRange, State, Verdict};
use jjak_formats::exchange::beads::{self, Numbering};
use jjak_formats::exchange::{self, ExportedWork, Format, Options};
use jjak_formats::import::{self};
use jjak_formats::project::{self, Project as Work};
use jjak_pipeline::batch::share_paired;
use jjak_pipeline::{Error as Fault, Pair as Paired};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PySlice, PyTuple};
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Two texts and the rows (beads) that pair them, from top to bottom: a sequence of Bead.
///
/// `jjak.align` makes one, `Pair.open` reads one from a bilingual file, `Project.open` from a project.
/// A pair can be pickled.
#[pyclass(subclass, module = "jjak")]
pub struct Pair {
    pub work: Paired,
    pub warnings: Vec<String>,
    pub by: By,
}

impl Pair {
    pub fn of(work: Paired, by: By) -> Pair {
        Pair {
            warnings: work.warnings.iter().map(ToString::to_string).collect(),
            work,
            by,
        }
    }

    /// Work that was read, with what there is to know of it.
    pub fn read(project: Work, warnings: Vec<String>) -> Pair {
        Pair {
            work: Paired {
                project,
                warnings: Vec::new(),
            },
            warnings,
            by: By::own(),
        }
    }

    pub fn bitext(&self) -> &Bitext {
        self.work.bitext()
    }

    /// The language it was translated from.
    pub fn source(&self) -> Lang {
        self.work.project.about.labels.source()
    }

    /// The beads as numbers of sentences, or of lines if each is a sentence.
    pub fn numbers(&self) -> Vec<Pin> {
        let numbering = if self.work.project.about.segmented {
            Numbering::Lines
        } else {
            Numbering::Segments
        };
        beads::of(self.bitext(), numbering)
    }

    fn beads(&self) -> Vec<Bead> {
        let rows = self.bitext().beads.rows();
        rows.each()
            .filter_map(|row| Bead::of(self.bitext(), row, &self.by))
            .collect()
    }

    fn operate(&mut self, operation: Operation) -> PyResult<()> {
        match self.work.operate(operation) {
            // It is as it was asked for.
            Err(Fault::Refused(jjak_core::bitext::Refusal::NoChange)) => Ok(()),
            done => done.map_err(raised),
        }
    }

    fn set(&mut self, rows: &Rows<'_>, state: State) -> PyResult<()> {
        let rows = rows.of(&self.bitext().beads)?;
        if rows.is_empty() {
            Ok(())
        } else {
            self.operate(Operation::SetStates { rows, state })
        }
    }

    /// Sees that what is written at `path` replaces none of the texts that were read.
    fn keep_apart(&self, path: &Path) -> PyResult<()> {
        let place = |path: &Path| std::fs::canonicalize(import::part::file_of(path)).ok();
        let own = place(path);
        for side in [&self.bitext().en, &self.bitext().ko] {
            let file = side.article.provenance.file.as_deref();
            if own.is_some() && file.and_then(place) == own {
                return Err(WriteError::new_err(format!(
                    "{} is one of the inputs; the result would replace it",
                    path.display()
                )));
            }
        }
        Ok(())
    }

    fn write_places(&self, places: &[(PathBuf, Format)], options: &Options) -> PyResult<usize> {
        let works = [ExportedWork::of(&self.work.project, None)];
        let mut rows = 0;
        for (path, format) in places {
            rows = exchange::write_files(path, &works, *format, options)
                .map_err(|error| WriteError::new_err(error.to_string()))?;
        }
        Ok(rows)
    }

    pub fn put(&self, path: &Path, replaced: bool) -> PyResult<Option<String>> {
        self.keep_apart(path)?;
        let kept = if replaced {
            self.work.replace(path)
        } else {
            self.work.save(path).map(|()| None)
        };
        let kept = kept.map_err(raised)?;
        Ok(kept.map(|kept| kept.display().to_string()))
    }
}

#[pymethods]
impl Pair {
    /// Opens a bilingual file of any tool: TMX, XLIFF, TSV, CSV, XLSX, JSONL, PO, TEI, XCES, or one of a Moses pair.
    ///
    /// Raises
    /// ------
    /// jjak.ReadError
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<Pair> {
        let opened = py.detach(|| exchange::open(&path, None));
        let (project, warnings) = opened.map_err(read_error)?;
        let warnings = warnings.iter();
        let warnings = warnings.map(|warning| format!("{}: {warning}", path.display()));
        Ok(Pair::read(project, warnings.collect()))
    }

    #[staticmethod]
    fn _of_bytes(bytes: &[u8], warnings: Vec<String>) -> PyResult<Pair> {
        let read = project::read_from(BufReader::new(bytes), Path::new("the pickled pair"));
        Ok(Pair::read(
            read.map_err(|e| raised(e.into()))?.project,
            warnings,
        ))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let (py, pair) = (slf.py(), slf.borrow());
        let mut bytes = Vec::new();
        let written = project::write(&pair.work.project, &mut bytes);
        written.map_err(|error| Error::new_err(error.to_string()))?;
        let again = py.get_type::<Pair>().getattr("_of_bytes")?;
        let of = (PyBytes::new(py, &bytes), pair.warnings.clone());
        (again, of).into_pyobject(py)
    }

    fn __len__(&self) -> usize {
        self.bitext().beads.len()
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        at: Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let beads = &self.bitext().beads;
        if let Ok(slice) = at.cast::<PySlice>() {
            let rows = Rows::Slice(slice.clone()).of(beads)?;
            let beads = rows.into_iter();
            let beads = beads.filter_map(|row| Bead::of(self.bitext(), row, &self.by));
            return beads.collect::<Vec<_>>().into_pyobject(py);
        }
        let row = row_of(at.extract()?, beads)?;
        Ok(Bead::of(self.bitext(), row, &self.by)
            .into_pyobject(py)?
            .into_any())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.beads().into_pyobject(py)?.call_method0("__iter__")
    }

    /// The English text, as it was cleaned and cut (Page).
    #[getter]
    fn en(&self) -> Page {
        Page::of_side(&self.bitext().en, self.work.project.originals.en.clone())
    }

    /// The Korean text, likewise.
    #[getter]
    fn ko(&self) -> Page {
        Page::of_side(&self.bitext().ko, self.work.project.originals.ko.clone())
    }

    /// The English headline, or the first sentence.
    #[getter]
    fn title(&self) -> String {
        self.work.project.title()
    }

    /// What there is to know of how the texts were read (list of str).
    #[getter]
    fn warnings(&self) -> Vec<String> {
        self.warnings.clone()
    }

    /// The proof that no character of either text was lost: where each of them is.
    #[getter]
    fn proof(&self) -> PyResult<String> {
        let proof = self.bitext().check();
        proof.map(|proof| proof.to_string()).map_err(Error::new_err)
    }

    /// How much of all sentences, 0 to 1, has a counterpart.
    #[getter]
    fn share_paired(&self) -> f64 {
        share_paired(self.bitext())
    }

    /// For every row whether it crosses another (list of bool): its Korean stands elsewhere.
    #[getter]
    fn crossing(&self) -> Vec<bool> {
        let crossing = self.bitext().crossing();
        let rows = self.bitext().beads.rows();
        rows.each().map(|row| crossing.contains(&row)).collect()
    }

    /// The rows as columns: a dictionary of lists of equal length.
    ///
    /// `row`, `en`, `ko`, `confidence`, `shape`, `state`, `verdict`, `note`, `origin`, `en_offsets`, `ko_offsets`;
    /// see Bead for what they hold. What polars, datasets and others make their frames of.
    ///
    /// Parameters
    /// ----------
    /// one_sided : bool
    ///     Whether rows without a counterpart are among them, with an empty text.
    /// quality : bool
    ///     Whether the measures of `Bead.quality` are among the columns.
    #[pyo3(signature = (*, one_sided = true, quality = false))]
    fn columns<'py>(
        &self,
        py: Python<'py>,
        one_sided: bool,
        quality: bool,
    ) -> PyResult<Bound<'py, PyDict>> {
        let mut beads = self.beads();
        beads.retain(|bead| one_sided || !bead.is_one_sided());
        columns::columns(py, &beads, quality)
    }

    /// The rows as a pandas.DataFrame with the columns of `columns()`.
    ///
    /// Raises
    /// ------
    /// ImportError
    ///     If pandas is not installed.
    #[pyo3(signature = (*, one_sided = true, quality = false))]
    fn to_pandas<'py>(
        &self,
        py: Python<'py>,
        one_sided: bool,
        quality: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        columns::to_pandas(&self.columns(py, one_sided, quality)?)
    }

    /// The rows as a pyarrow.Table with the columns of `columns()`.
    ///
    /// Raises
    /// ------
    /// ImportError
    ///     If pyarrow is not installed.
    #[pyo3(signature = (*, one_sided = true, quality = false))]
    fn to_arrow<'py>(
        &self,
        py: Python<'py>,
        one_sided: bool,
        quality: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        columns::to_arrow(&self.columns(py, one_sided, quality)?)
    }

    /// Writes the rows in the format that the name's ending says; rows without a counterpart only with `one_sided`.
    ///
    /// Parameters
    /// ----------
    /// path : path
    ///     Ending in .tmx, .xlf, .xliff, .tsv, .csv, .xlsx, .jsonl, .parquet, .md, .html, .tei, .xces, in .moses for the
    ///     two files of a Moses pair, or in .jjak for a project.
    /// format : str, optional
    ///     One of these without the point, where the ending says none.
    /// **options
    ///     Which rows and how, as the options of `jjak align` are called: `min_confidence`, `one_to_one`, `one_sided`,
    ///     `paragraphs`, `states`, `verdicts`, `duplicates` ("keep-all" or "keep-first"), `order` ("document", "english",
    ///     "korean"), `source` (the language translated from, "en" or "ko"), `normalize` ("nfc", "quotes", "spaces"), `en_code`, `ko_code`, `notes`, `plain`,
    ///     `quality`, `spreadsheet_safe`, `report_language`.
    ///
    /// Returns
    /// -------
    /// int
    ///     How many rows were written.
    ///
    /// Raises
    /// ------
    /// jjak.WriteError
    ///     What stood there before is untouched.
    #[pyo3(signature = (path, *, format = None, **options))]
    fn write(
        &self,
        py: Python<'_>,
        path: PathBuf,
        format: Option<&str>,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<usize> {
        const MOSES: &str = "moses";
        let options = options_of("write", options)?;
        self.keep_apart(&path)?;
        let ending = path
            .extension()
            .and_then(|end| end.to_str())
            .map(str::to_owned);
        let asked = format.map(format_named).transpose()?;
        let of_ending = ending.as_deref().and_then(Format::named);
        if ending.as_deref() == Some(project::EXTENSION) {
            self.put(&path, false)?;
            return Ok(self.bitext().beads.len());
        }
        let places = if ending.as_deref() == Some(MOSES) {
            Vec::from(exchange::moses_pair(&path.with_extension("")))
        } else if let Some(format) = of_ending.or(asked) {
            // Either version of XLIFF may end in .xlf or .xliff.
            let other = asked.filter(|asked| asked.is_xliff() && format.is_xliff());
            vec![(path, other.unwrap_or(format))]
        } else {
            return Err(raised(Fault::UnknownFormat { path }));
        };
        py.detach(|| self.write_places(&places, &options))
    }

    /// Keeps the work as a project (.jjak), to go on with in the window.
    ///
    /// Parameters
    /// ----------
    /// replace : bool
    ///     A file that holds a person's work is only replaced if this is true; it then stays beside, under the name that
    ///     is returned.
    ///
    /// Raises
    /// ------
    /// jjak.ProjectError
    #[pyo3(signature = (path, *, replace = false))]
    fn save(&self, path: PathBuf, replace: bool) -> PyResult<Option<String>> {
        self.put(&path, replace)
    }

    /// Accepts rows: an int, a slice or several ints, from 0. Pairing anew keeps them. Returns the pair itself.
    fn accept<'py>(slf: Bound<'py, Self>, rows: Rows<'py>) -> PyResult<Bound<'py, Self>> {
        slf.borrow_mut().set(&rows, State::Accepted)?;
        Ok(slf)
    }

    /// Flags rows, to come back to them. Returns the pair itself.
    fn flag<'py>(slf: Bound<'py, Self>, rows: Rows<'py>) -> PyResult<Bound<'py, Self>> {
        slf.borrow_mut().set(&rows, State::Flagged)?;
        Ok(slf)
    }

    /// Takes back that rows are accepted or flagged. Returns the pair itself.
    fn unreview<'py>(slf: Bound<'py, Self>, rows: Rows<'py>) -> PyResult<Bound<'py, Self>> {
        slf.borrow_mut().set(&rows, State::Unreviewed)?;
        Ok(slf)
    }

    /// Says what kind of translation a row is: "exact", "free", "partial", "not-a-translation", "intended-omission" or
    /// None. Returns the pair itself.
    #[pyo3(signature = (row, verdict))]
    fn judge<'py>(
        slf: Bound<'py, Self>,
        row: isize,
        verdict: Option<&str>,
    ) -> PyResult<Bound<'py, Self>> {
        let verdict = verdict.map(|name| {
            Verdict::named(name).ok_or_else(|| {
                let known = Verdict::ALL.map(Verdict::as_str).join(", ");
                PyValueError::new_err(format!("a verdict is {known} or None, not {name:?}"))
            })
        });
        let verdict = verdict.transpose()?;
        let row = row_of(row, &slf.borrow().bitext().beads)?;
        slf.borrow_mut()
            .operate(Operation::SetVerdict { row, verdict })?;
        Ok(slf)
    }

    /// Writes a note on a row. Returns the pair itself.
    fn annotate<'py>(
        slf: Bound<'py, Self>,
        row: isize,
        note: String,
    ) -> PyResult<Bound<'py, Self>> {
        let row = row_of(row, &slf.borrow().bitext().beads)?;
        slf.borrow_mut().operate(Operation::SetNote { row, note })?;
        Ok(slf)
    }

    /// Takes the last edit back, those of earlier sessions, too; whether there was one.
    fn undo(&mut self) -> bool {
        let project = &mut self.work.project;
        project.history.undo(&mut project.bitext).is_some()
    }

    /// Does again what was undone last; whether there was something.
    fn redo(&mut self) -> bool {
        let project = &mut self.work.project;
        project.history.redo(&mut project.bitext).is_some()
    }

    /// What looks wrong in the rows; see `jjak.check`.
    #[pyo3(signature = (*, only = None, glossary = None))]
    fn check(
        &self,
        py: Python<'_>,
        only: Option<Vec<String>>,
        glossary: Option<GivenTerms<'_>>,
    ) -> PyResult<Vec<Finding>> {
        let by = match glossary {
            Some(terms) => By::of(None, Some(terms))?,
            None => self.by.clone(),
        };
        finding::findings(py, self.bitext(), self.source(), &by, only)
    }

    fn __repr__(&self) -> String {
        format!("<Pair {:?}: {} rows>", self.title(), self.__len__())
    }

    /// The rows as a table for notebooks, with what matches underlined.
    fn _repr_html_(&self, py: Python<'_>) -> String {
        py.detach(|| html::beads(&self.title(), self.beads().iter().map(Bead::shown)))
    }
}

/// The format to write that is called `name`.
fn format_named(name: &str) -> PyResult<Format> {
    Format::named(name).ok_or_else(|| {
        let known: Vec<&str> = Format::written().map(Format::as_str).collect();
        PyValueError::new_err(format!("format is {}, not {name:?}", known.join(", ")))
    })
}
