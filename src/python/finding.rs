//! What looks wrong in rows.

use crate::error::Error;
use crate::settings::By;
use crate::waiting::without_python;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, RowIndex};
use jjak_core::check::{Check, check};
use jjak_core::progress::Progress;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// What a check says of a row.
///
/// Attributes
/// ----------
/// row : int
///     From 0.
/// check : str
///     "numbers", "names", "terms", "untranslated", "miscopied", "negation", "omitted", "opposites", "markup",
///     "marks", "register", "length", "repeats" or "slips".
/// level : str
///     "error" (a reader would be told something else) or "note" (to look at).
/// message : str
///     As `jjak check` says it.
/// en, ko : str
///     The texts of the row.
/// en_words, ko_words : list of str
///     The words that it speaks of, as they stand there.
#[pyclass(frozen, get_all, module = "jjak")]
pub struct Finding {
    row: usize,
    check: &'static str,
    level: &'static str,
    message: String,
    en: String,
    ko: String,
    en_words: Vec<String>,
    ko_words: Vec<String>,
}

#[pymethods]
impl Finding {
    fn __repr__(&self) -> String {
        format!(
            "<Finding row {}: {} ({})>",
            self.row, self.message, self.check
        )
    }

    fn __str__(&self) -> &str {
        &self.message
    }
}

/// The findings of all rows of what was translated from `source`.
pub(crate) fn findings(
    py: Python<'_>,
    bitext: &Bitext,
    source: Lang,
    by: &By,
    only: Option<Vec<String>>,
) -> PyResult<Vec<Finding>> {
    let only = only.map(|names| names.iter().map(|name| check_named(name)).collect());
    let only: Option<Vec<Check>> = only.transpose()?;
    let progress = Progress::default();
    let found = without_python(py, &progress, || {
        check(bitext, source, by.lexicon(), &progress)
    })?;
    let found = found.map_err(|stopped| Error::new_err(stopped.to_string()))?;
    let text = |row, lang| bitext.texts(row, lang).collect::<Vec<_>>().join(" ");
    let rows = found.into_iter().enumerate().flat_map(|(row, found)| {
        let found = found.into_iter();
        found.map(move |finding| (row, finding))
    });
    let rows = rows.filter(|(_, finding)| {
        let only = only.as_ref();
        only.is_none_or(|only| only.contains(&finding.check()))
    });
    let rows = rows.map(|(row, finding)| {
        let [en_words, ko_words] = finding
            .words()
            .map(|words| words.into_iter().map(str::to_owned).collect());
        Finding {
            row,
            check: finding.check().as_str(),
            level: finding.level().as_str(),
            message: finding.to_string(),
            en: text(RowIndex(row), Lang::En),
            ko: text(RowIndex(row), Lang::Ko),
            en_words,
            ko_words,
        }
    });
    Ok(rows.collect())
}

fn check_named(name: &str) -> PyResult<Check> {
    Check::named(name).ok_or_else(|| {
        let known = Check::ALL.map(Check::as_str).join(", ");
        PyValueError::new_err(format!("only knows {known}, not {name:?}"))
    })
}
