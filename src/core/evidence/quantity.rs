//! The numbers of a sentence with their values.

use std::ops::Range;

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A count, a measure, a year: in digits or in words.
    Cardinal,
    /// `31st`, `third`.
    Ordinal,
    /// A month's name, or `3월`; its value is its number.
    Month,
}

/// A number that a sentence names.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What it amounts to, magnitudes included: 3억 is 300,000,000.
    pub value: f64,
    /// Its kind.
    pub sort: Sort,
    /// Bytes of the sentence.
    pub span: Range<usize>,
}
