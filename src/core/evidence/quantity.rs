//! The numbers of a sentence with their values.

use std::ops::Range;

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
    pub value: f64,
    pub sort: Sort,
    /// Bytes of the sentence.
    pub span: Range<usize>,
}
