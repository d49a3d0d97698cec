//! Places in texts as Python counts them: in characters.

use jjak_core::article::Span;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// Turns places in bytes into places in characters. They are asked for in ascending order, or counting begins anew.
pub(crate) struct Characters<'t> {
    text: &'t str,
    byte: usize,
    character: usize,
}

impl<'t> Characters<'t> {
    pub(crate) fn of(text: &'t str) -> Characters<'t> {
        Characters {
            text,
            byte: 0,
            character: 0,
        }
    }

    /// The number of characters before byte `at`.
    pub(crate) fn before(&mut self, at: usize) -> usize {
        if at < self.byte {
            (self.byte, self.character) = (0, 0);
        }
        let between = self.text.get(self.byte..at).unwrap_or_default();
        self.character += between.chars().count();
        self.byte = at;
        self.character
    }

    pub(crate) fn span(&mut self, span: &Span) -> (usize, usize) {
        (self.before(span.start), self.before(span.end))
    }
}

/// A sentence as Python has it: a `str` that knows where it stands.
pub(crate) struct Sentence<'t> {
    pub text: &'t str,
    /// Of the article's text, in bytes.
    pub span: &'t Span,
    pub rule: &'static str,
    pub marker: Option<&'t str>,
}

impl Sentence<'_> {
    pub(crate) fn into_python<'py>(
        self,
        py: Python<'py>,
        characters: &mut Characters,
    ) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let class = CLASS.import(py, "jjak._sentence", "Sentence")?;
        let (start, end) = characters.span(self.span);
        class.call1((
            self.text,
            start,
            end,
            self.span.start,
            self.rule,
            self.marker,
        ))
    }
}
