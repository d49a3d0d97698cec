//! Two texts to a pair.

use crate::error::{raised, read_error};
use crate::page::Page;
use crate::pair::Pair;
use crate::settings::{By, GivenSettings, GivenTerms, Made};
use crate::waiting::without_python;
use jjak_core::align::Pin;
use jjak_core::progress::Progress;
use jjak_formats::import::Imported;
use jjak_pipeline::fetch;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::path::PathBuf;

/// A text to pair: a page, or the file it is in.
#[derive(FromPyObject)]
pub(crate) enum Given<'py> {
    Page(Bound<'py, Page>),
    File(PathBuf),
}

impl Given<'_> {
    /// The page, if it is one; else the file is still to be read.
    fn known(self) -> Result<Imported, PathBuf> {
        match self {
            Given::Page(page) => Ok(page.get().imported().clone()),
            Given::File(path) => Err(path),
        }
    }
}

/// Pairs an English text and its Korean counterpart; which is which is told by their letters.
///
/// Parameters
/// ----------
/// en, ko : path or Page
///     A path may be a link, whose page is fetched.
/// glossary : path, dict or list of pairs, optional
///     Terms that the texts are expected to translate so: a file (English, a tab, Korean), `{"tide gauge": "검조기"}`
///     with a text or a list of texts, or `[("tide gauge", "검조기")]`.
/// settings : Settings or dict, optional
///     How the texts are cleaned and cut. With `segmented` each line is a sentence.
/// pins : list of (list of int, list of int), optional
///     Beads to keep: numbers of English and of Korean sentences, from 0.
///
/// Returns
/// -------
/// Pair
///
/// Raises
/// ------
/// jjak.ReadError
///     If a file cannot be read.
/// jjak.PairError
///     If they are no English and Korean pair, or nothing is left of one as article text.
///
/// Examples
/// --------
/// >>> pair = jjak.align("a.html", "b.html")
/// >>> [bead.en for bead in pair if bead.confidence >= 0.9]
#[pyfunction]
#[pyo3(signature = (en, ko, *, glossary = None, settings = None, pins = None))]
pub(crate) fn align(
    py: Python<'_>,
    en: Given<'_>,
    ko: Given<'_>,
    glossary: Option<GivenTerms<'_>>,
    settings: Option<GivenSettings<'_>>,
    pins: Option<Vec<Pin>>,
) -> PyResult<Pair> {
    let by = By::of(settings, glossary)?;
    let (en, ko, pins) = (en.known(), ko.known(), pins.unwrap_or_default());
    let progress = Progress::default();
    let made = without_python(py, &progress, || -> PyResult<Made> {
        let read = |given: Result<Imported, PathBuf>| {
            given.or_else(|path| fetch::read(&path, None).map_err(read_error))
        };
        let made = by.align(read(en)?, read(ko)?, &pins, &progress);
        made.map_err(raised)
    })?;
    match made? {
        Made::Pair(work) => Ok(Pair::of(*work, by)),
        Made::Unfit(why) => Err(PyValueError::new_err(why)),
    }
}
