//! A number with what it counts.

use super::unit::Unit;
use std::ops::Range;

/// A number and what it may count.
#[derive(Clone, Debug)]
pub(super) struct Counted<'a> {
    pub text: &'a str,
    /// Which sentence of its side it stands in, and which bytes of it.
    pub sentence: usize,
    pub span: Range<usize>,
    /// What it may be worth, the likeliest first.
    pub values: Vec<f64>,
    pub is_month: bool,
    /// What it may count; empty where nobody knows.
    pub units: Vec<Unit>,
}

impl Counted<'_> {
    pub(super) fn value(&self) -> f64 {
        self.values.first().copied().unwrap_or(0.0)
    }

    /// The unit, if there is but one that it can be.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self.units.as_slice() {
            [unit] => Some(*unit),
            _ => None,
        }
    }
}

/// A number's letters without the marks around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ",.:;".contains(c))
}
