//! Which texts belong together.

use crate::error::{Error, ReadError};
use crate::page::Page;
use crate::settings::{By, GivenSettings, GivenTerms};
use crate::waiting::without_python;
use jjak_core::progress::Progress;
use jjak_formats::import;
use jjak_pipeline::matching::{FoundText, Given, MatchRow, Request, gather, match_given};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::path::PathBuf;

/// A row of the table of which text belongs to which.
///
/// Attributes
/// ----------
/// en, ko : str or None
///     The names of the texts: their files, or the keys of the dictionary they were given in.
/// score : float or None
///     The probability, 0 to 1, that they belong together.
/// margin : float or None
///     How much surer it is than the next best.
/// how, why : str
///     What it was told by ("name", "content", "both"), and what speaks for it.
/// state : str
///     "sure", "look", "part", "guess", "version", "duplicate", "alone" or "none".
/// of : str or None
///     The text of which this is another version, a duplicate or a part.
#[pyclass(frozen, get_all, module = "jjak")]
pub struct Matched {
    en: Option<String>,
    ko: Option<String>,
    score: Option<f64>,
    margin: Option<f64>,
    how: String,
    why: String,
    state: &'static str,
    of: Option<String>,
}

#[pymethods]
impl Matched {
    fn __repr__(&self) -> String {
        let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "nothing".into());
        format!(
            "<Matched {}: {} = {}>",
            self.state,
            name(&self.en),
            name(&self.ko)
        )
    }
}

impl Matched {
    fn of(row: MatchRow) -> Matched {
        let name = |path: Option<PathBuf>| path.map(|path| path.display().to_string());
        Matched {
            en: name(row.en),
            ko: name(row.ko),
            score: row.score,
            margin: row.margin,
            how: row.how,
            why: row.why,
            state: row.state.as_str(),
            of: name(row.of),
        }
    }
}

/// Texts of one side.
#[derive(FromPyObject)]
pub(crate) enum Documents<'py> {
    /// A folder, an archive, a book or `@LIST`.
    Folder(PathBuf),
    /// Texts by name: pages, or the text itself.
    Named(Bound<'py, PyDict>),
    Files(Vec<PathBuf>),
}

/// Adds the texts of one side to `texts`, and those that are no files to `given`.
fn add(
    documents: Documents<'_>,
    argument: usize,
    texts: &mut Vec<FoundText>,
    given: &mut Given,
) -> PyResult<()> {
    let found = |name: PathBuf| FoundText {
        below: name.clone(),
        name,
        argument,
    };
    match documents {
        Documents::Folder(path) => {
            let gathered = gather(&[path]);
            let gathered = gathered.map_err(|error| ReadError::new_err(error.to_string()))?;
            texts.extend(
                gathered
                    .into_iter()
                    .map(|text| FoundText { argument, ..text }),
            );
        }
        Documents::Files(paths) => texts.extend(paths.into_iter().map(found)),
        Documents::Named(documents) => {
            for (name, document) in documents {
                let name: PathBuf = name.str()?.to_string().into();
                let imported = match document.cast::<Page>() {
                    Ok(page) => page.get().imported().clone(),
                    Err(_) => import::from_text(document.extract()?),
                };
                given.insert((argument, name.clone()), imported);
                texts.push(found(name));
            }
        }
    }
    Ok(())
}

/// Finds which English text belongs to which Korean one, how sure that is and why.
///
/// Parameters
/// ----------
/// en_docs, ko_docs : path, list of paths or dict
///     A folder, archive or book; files; or texts by name, each a Page or a str. One that holds both languages may be
///     given alone.
/// names : bool
///     Whether names of files and texts say something.
/// jobs : int, optional
///     Threads; as many as there are cores if it is not given.
/// glossary, settings : optional
///     As in `jjak.align`.
///
/// Returns
/// -------
/// list of Matched
///     Pairs first, then guesses, versions, duplicates and texts without counterpart.
///
/// Raises
/// ------
/// jjak.ReadError
///     If a folder cannot be read. A text that cannot is a row "alone" whose `why` says so.
#[pyfunction]
#[pyo3(name = "match", signature = (en_docs, ko_docs = None, *, names = true, jobs = None, glossary = None, settings = None))]
pub(crate) fn match_(
    py: Python<'_>,
    en_docs: Documents<'_>,
    ko_docs: Option<Documents<'_>>,
    names: bool,
    jobs: Option<usize>,
    glossary: Option<GivenTerms<'_>>,
    settings: Option<GivenSettings<'_>>,
) -> PyResult<Vec<Matched>> {
    let by = By::of(settings, glossary)?;
    let (mut texts, mut given) = (Vec::new(), Given::new());
    add(en_docs, 0, &mut texts, &mut given)?;
    if let Some(documents) = ko_docs {
        add(documents, 1, &mut texts, &mut given)?;
    }
    let custom = by.custom();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let request = Request {
        texts: &texts,
        custom: &custom,
        lexicon: by.lexicon(),
        known: &[],
        known_table: None,
        names,
        threads: jobs.unwrap_or(cores).max(1),
    };
    let progress = Progress::default();
    let matched = without_python(py, &progress, || match_given(&request, &given, &progress))?;
    let matched = matched.map_err(|stopped| Error::new_err(stopped.to_string()))?;
    Ok(matched.rows.into_iter().map(Matched::of).collect())
}
