//! Which pairs are written and how, as keywords.

use jjak_core::article::Lang;
use jjak_core::bitext::{State, Verdict};
use jjak_formats::exchange::{Duplicates, Normal, Options, UnitOrder, is_language_code};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use std::collections::BTreeSet;

/// The options that keywords give; the others are as on the command line.
pub(crate) fn options_of(function: &str, given: Option<&Bound<'_, PyDict>>) -> PyResult<Options> {
    let mut options = Options::default();
    for (name, value) in given.into_iter().flatten() {
        let name: String = name.extract()?;
        match name.as_str() {
            "en_code" => options.en_code = language_code(&value)?,
            "ko_code" => options.ko_code = language_code(&value)?,
            "states" => {
                let states = State::ALL.map(|state| (state.as_str(), state));
                options.states = several(&name, &value, &states)?;
            }
            "verdicts" => {
                let name_of = |verdict: Verdict| verdict.as_str();
                let verdicts: Vec<(&str, Option<Verdict>)> = Options::all_verdicts()
                    .map(|verdict| (verdict.map_or("none", name_of), verdict))
                    .collect();
                options.verdicts = several(&name, &value, &verdicts)?;
            }
            "min_confidence" => {
                let least: f32 = value.extract()?;
                if !(0.0..=1.0).contains(&least) {
                    return Err(PyValueError::new_err(format!(
                        "min_confidence is a number from 0 to 1, not {least}"
                    )));
                }
                options.min_confidence = least;
            }
            "one_to_one" => options.many = !value.extract::<bool>()?,
            "one_sided" => options.one_sided = value.extract()?,
            "paragraphs" => options.paragraphs = value.extract()?,
            "duplicates" => {
                let all = Duplicates::ALL.map(|duplicates| (duplicates.as_str(), duplicates));
                options.duplicates = one(&name, &value.extract::<String>()?, &all)?;
            }
            "order" => {
                let all = UnitOrder::ALL.map(|order| (order.as_str(), order));
                options.order = one(&name, &value.extract::<String>()?, &all)?;
            }
            "normalize" => {
                let names = Normal::NAMES.map(|name| (name, name));
                for switch in several(&name, &value, &names)? {
                    if let Some(switch) = options.normal.switch(switch) {
                        *switch = true;
                    }
                }
            }
            "source" => {
                let known = [("en", Lang::En), ("ko", Lang::Ko)];
                options.source = Some(one(&name, &value.extract::<String>()?, &known)?);
            }
            "quality" => options.quality = value.extract()?,
            "notes" => options.notes = value.extract()?,
            "plain" => options.plain = value.extract()?,
            "spreadsheet_safe" => options.spreadsheet_safe = value.extract()?,
            "report_language" => {
                let known = [("en", Lang::En), ("ko", Lang::Ko)];
                options.report = one(&name, &value.extract::<String>()?, &known)?;
            }
            _ => {
                return Err(PyTypeError::new_err(format!(
                    "{function}() got an unexpected keyword argument '{name}'"
                )));
            }
        }
    }
    if options.en_code.eq_ignore_ascii_case(&options.ko_code) {
        return Err(PyValueError::new_err(
            "en_code and ko_code cannot be the same",
        ));
    }
    Ok(options)
}

fn language_code(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let code: String = value.extract()?;
    if is_language_code(&code) {
        Ok(code)
    } else {
        Err(PyValueError::new_err(format!(
            "\"{code}\" is no language code; one looks like en-US or ko"
        )))
    }
}

fn one<T: Copy>(option: &str, name: &str, known: &[(&str, T)]) -> PyResult<T> {
    let found = known.iter().find(|(known, _)| *known == name.trim());
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        PyValueError::new_err(format!("{option} knows {}, not {name:?}", names.join(", ")))
    })
}

/// The values of a list of names, or of one text with commas between them.
fn several<T: Copy + Ord>(
    option: &str,
    value: &Bound<'_, PyAny>,
    known: &[(&str, T)],
) -> PyResult<BTreeSet<T>> {
    let names: Vec<String> = if value.is_instance_of::<PyString>() {
        let names: String = value.extract()?;
        names.split(',').map(str::to_owned).collect()
    } else {
        value.extract()?
    };
    names.iter().map(|name| one(option, name, known)).collect()
}
