//! Why both sides of a row match, and what only one of them has.

use jjak_core::evidence::EvidenceKind;
use pyo3::prelude::*;

/// A piece of the English and a piece of the Korean that say the same.
///
/// Attributes
/// ----------
/// kind : str
///     "number", "date", "name", "term" or "copy".
/// en, ko : str
/// strength : float
///     0 to 1; 1 for equal numbers and copies.
/// en_place, ko_place : tuple of (int, int, int)
///     Which sentence of its side, from 0, and the characters of it.
#[pyclass(frozen, get_all, module = "jjak")]
pub struct Match {
    pub kind: &'static str,
    pub en: String,
    pub ko: String,
    pub strength: f32,
    pub en_place: (usize, usize, usize),
    pub ko_place: (usize, usize, usize),
}

/// A number, date, name or Latin word that the other side does not have.
///
/// Attributes
/// ----------
/// kind : str
///     "number", "date", "name" or "copy".
/// lang : str
///     "en" or "ko": the side it stands on.
/// text : str
/// place : tuple of (int, int, int)
///     Which sentence of its side, from 0, and the characters of it.
#[pyclass(frozen, get_all, module = "jjak")]
pub struct Lone {
    pub kind: &'static str,
    pub lang: &'static str,
    pub text: String,
    pub place: (usize, usize, usize),
}

#[pymethods]
impl Match {
    fn __repr__(&self) -> String {
        format!("<Match {}: {} = {}>", self.kind, self.en, self.ko)
    }
}

#[pymethods]
impl Lone {
    fn __repr__(&self) -> String {
        format!("<Lone {}: {} ({})>", self.kind, self.text, self.lang)
    }
}

pub(crate) fn kind_word(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Number => "number",
        EvidenceKind::Date => "date",
        EvidenceKind::Name => "name",
        EvidenceKind::Term => "term",
        EvidenceKind::Copy => "copy",
    }
}
