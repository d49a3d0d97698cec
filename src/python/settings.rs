//! How texts are cleaned, cut and paired.

use crate::error::{Error, ReadError};
use jjak_core::align::Pin;
use jjak_core::article::Lang;
use jjak_core::evidence::glossary::Glossary;
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::Progress;
use jjak_formats::import::{self, Imported};
use jjak_formats::project::Project;
use jjak_pipeline::custom::{self, Custom, Cutting};
use jjak_pipeline::{Error as Fault, Pair as Paired, prepare_lines, unrelated};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// How texts are cleaned and cut into sentences; the names are those of the command line.
///
/// Parameters
/// ----------
/// lists : path, optional
///     A folder of lists and rules of your own, as `jjak/lists` of your configuration directory is one
///     (`jjak.user_lists()`). They add to the program's own. Without it only those count, so that the result is the
///     same on every machine.
/// segmented : bool
///     Each line of a text is a sentence already: nothing is cleaned or split.
/// quotations : "split", "whole" or "always"
///     Whether a quotation of several sentences is cut at their ends.
/// endings : 0, 1 or 2
///     Which Korean endings close a sentence without a mark: none, polite ones, plain ones, too.
/// srx : path, optional
///     Rules of an SRX 2.0 file; with `srx_only` no others count.
/// inline_marks : "exclude" or "keep"
///     Datelines, credits and bylines inside a paragraph.
/// wrapped : "auto", "yes" or "no"
///     Whether lines that were broken at a column are joined.
///
/// Raises
/// ------
/// ValueError
///     For a value that is none of these.
/// jjak.Error
///     If the SRX file cannot be used.
#[pyclass(frozen, module = "jjak")]
pub struct Settings {
    shape: Arc<Shape>,
    words: String,
}

/// What [`Settings`] stand for.
pub struct Shape {
    pub custom: Custom,
    pub segmented: bool,
}

impl Shape {
    /// The program's own.
    pub fn own() -> Arc<Shape> {
        static OWN: OnceLock<Arc<Shape>> = OnceLock::new();
        let own = OWN.get_or_init(|| {
            Arc::new(Shape {
                custom: Custom::builtin(),
                segmented: false,
            })
        });
        own.clone()
    }
}

#[pymethods]
impl Settings {
    #[new]
    #[pyo3(signature = (*, lists = None, segmented = false, quotations = "split", endings = 1, srx = None, srx_only = false, inline_marks = "exclude", wrapped = "auto"))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn new(
        lists: Option<PathBuf>,
        segmented: bool,
        quotations: &str,
        endings: usize,
        srx: Option<PathBuf>,
        srx_only: bool,
        inline_marks: &str,
        wrapped: &str,
    ) -> PyResult<Settings> {
        if srx_only && srx.is_none() {
            return Err(PyValueError::new_err(
                "srx_only needs the file: srx=\"rules.srx\"",
            ));
        }
        let cutting = Cutting {
            lines: false,
            quotations: named("quotations", "split, whole or always", quotations)?,
            endings: jjak_core::segment::Endings::ALL
                .get(endings)
                .copied()
                .ok_or_else(|| {
                    PyValueError::new_err(format!(
                        "endings is 0 (none), 1 (polite) or 2 (plain, too), not {endings}"
                    ))
                })?,
            srx,
            srx_only,
            inline_marks: named("inline_marks", "exclude or keep", inline_marks)?,
            wrapped: named("wrapped", "auto, yes or no", wrapped)?,
        };
        let words = format!(
            "Settings(lists={lists:?}, segmented={segmented}, quotations={quotations:?}, endings={endings}, inline_marks={inline_marks:?}, wrapped={wrapped:?})"
        );
        let mut custom = match &lists {
            Some(folder) if !folder.is_dir() => {
                return Err(ReadError::new_err(format!(
                    "{}: there is no such folder of lists",
                    folder.display()
                )));
            }
            Some(folder) => Custom::read(folder),
            None => Custom::builtin(),
        };
        custom
            .cut_by(&cutting)
            .map_err(|error| Error::new_err(error.to_string()))?;
        Ok(Settings {
            shape: Arc::new(Shape { custom, segmented }),
            words,
        })
    }

    /// Lines of the lists and rules that cannot be used, with file and number.
    #[getter]
    fn warnings(&self) -> Vec<String> {
        let warnings = self.shape.custom.warnings.iter();
        warnings.map(ToString::to_string).collect()
    }

    fn __repr__(&self) -> &str {
        &self.words
    }
}

/// The folder of this user's lists, which the window and the command line go by; it need not be there.
#[pyfunction]
pub(crate) fn user_lists() -> Option<PathBuf> {
    custom::folder()
}

/// The choice that files call `name`.
fn named<C: DeserializeOwned>(what: &str, known: &str, name: &str) -> PyResult<C> {
    let found = serde_json::from_value(name.into());
    found.map_err(|_| PyValueError::new_err(format!("{what} is {known}, not {name:?}")))
}

/// Settings as they are given: as such, or as a dictionary of them.
#[derive(FromPyObject)]
pub enum GivenSettings<'py> {
    Made(Bound<'py, Settings>),
    Named(Bound<'py, PyDict>),
}

/// The settings that were given, or the program's own.
pub(crate) fn shape_of(given: Option<GivenSettings<'_>>) -> PyResult<Arc<Shape>> {
    Ok(match given {
        None => Shape::own(),
        Some(GivenSettings::Made(settings)) => settings.get().shape.clone(),
        Some(GivenSettings::Named(named)) => {
            let class = named.py().get_type::<Settings>();
            let made = class.call((), Some(&named))?;
            made.cast::<Settings>()?.get().shape.clone()
        }
    })
}

/// Terms as they are given: a file of them, or the terms themselves.
#[derive(FromPyObject)]
pub enum GivenTerms<'py> {
    File(PathBuf),
    Terms(Bound<'py, PyDict>),
    Pairs(Vec<(String, String)>),
}

/// The glossary that was given.
pub(crate) fn glossary_of(given: Option<GivenTerms<'_>>) -> PyResult<Glossary> {
    let lines = |pairs: Vec<(String, String)>| -> PyResult<Glossary> {
        let lines: Vec<String> = pairs
            .into_iter()
            .map(|(en, ko)| format!("{}\t{}", one_cell(&en), one_cell(&ko)))
            .collect();
        // The first line may say what the columns are.
        let text = format!("#\n{}", lines.join("\n"));
        Glossary::read(&text).map_err(|error| Error::new_err(format!("the glossary: {error}")))
    };
    match given {
        None => Ok(Glossary::default()),
        Some(GivenTerms::File(path)) => {
            let imported = import::read(&path).map_err(|e| ReadError::new_err(e.to_string()))?;
            Glossary::read(&imported.article.text)
                .map_err(|error| ReadError::new_err(format!("{}: {error}", path.display())))
        }
        Some(GivenTerms::Pairs(pairs)) => lines(pairs),
        Some(GivenTerms::Terms(terms)) => {
            let mut pairs = Vec::with_capacity(terms.len());
            for (en, ko) in terms {
                let ko = if ko.is_instance_of::<PyString>() {
                    ko.extract()?
                } else {
                    ko
                .extract::<Vec<String>>()
                .map_err(|_| {
                    PyTypeError::new_err(
                        "a glossary maps English terms to Korean ones, each a text or a list of texts",
                    )
                })?
                .join("|")
                };
                pairs.push((en.extract()?, ko));
            }
            lines(pairs)
        }
    }
}

fn one_cell(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// What texts are paired by.
#[derive(Clone)]
pub struct By {
    pub shape: Arc<Shape>,
    /// With its terms on top; none if there are no terms.
    words: Option<Arc<(Glossary, Lexicon)>>,
}

impl By {
    pub fn of(
        settings: Option<GivenSettings<'_>>,
        glossary: Option<GivenTerms<'_>>,
    ) -> PyResult<By> {
        let (shape, glossary) = (shape_of(settings)?, glossary_of(glossary)?);
        let mut all = shape.custom.glossary.clone();
        all.extend(glossary);
        let words = (!all.is_empty()).then(|| {
            let lexicon = Lexicon::with_glossary(&all);
            Arc::new((all, lexicon))
        });
        Ok(By { shape, words })
    }

    /// What goes by the program's own lists.
    pub fn own() -> By {
        By {
            shape: Shape::own(),
            words: None,
        }
    }

    pub fn lexicon(&self) -> &Lexicon {
        match &self.words {
            Some(words) => &words.1,
            None => Lexicon::shipped(),
        }
    }

    /// The lists with the glossary.
    pub fn custom(&self) -> Custom {
        let mut custom = self.shape.custom.clone();
        if let Some(words) = &self.words {
            custom.glossary = words.0.clone();
        }
        custom
    }

    /// Pairs two texts.
    pub fn align(
        &self,
        en: Imported,
        ko: Imported,
        pins: &[Pin],
        progress: &Progress,
    ) -> Result<Made, Fault> {
        let prepared = if self.shape.segmented {
            prepare_lines(en, ko)
        } else {
            self.shape.custom.prepare(en, ko)
        }?;
        let sentences = [&prepared.en, &prepared.ko].map(|side| side.segments.len());
        if let Some(why) = pins_fault(pins, sentences) {
            return Ok(Made::Unfit(why));
        }
        let mut warnings = prepared.warnings.clone();
        let originals = prepared.originals.clone();
        let bitext = prepared.align(pins, self.lexicon(), progress)?;
        warnings.extend(unrelated(&bitext));
        let project = Project::new(originals, bitext, self.shape.segmented);
        Ok(Made::Pair(Box::new(Paired { project, warnings })))
    }
}

/// What became of two texts.
pub enum Made {
    Pair(Box<Paired>),
    /// The beads to keep do not fit.
    Unfit(String),
}

/// Why these beads cannot be kept in texts of so many sentences.
fn pins_fault(pins: &[Pin], [en, ko]: [usize; 2]) -> Option<String> {
    let mut seen = HashSet::new();
    for (en_numbers, ko_numbers) in pins {
        let all = en_numbers.iter().map(|&number| (Lang::En, number, en));
        let all = all.chain(ko_numbers.iter().map(|&number| (Lang::Ko, number, ko)));
        for (lang, number, sentences) in all {
            if number >= sentences {
                return Some(format!(
                    "pins: the {lang} text has no sentence {number}; it has {sentences}, counted from 0"
                ));
            }
            if !seen.insert((lang, number)) {
                return Some(format!(
                    "pins: {lang} {number} is in two beads; a sentence can be in one only"
                ));
            }
        }
    }
    None
}
