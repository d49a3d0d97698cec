//! Searching the rows: what a hit says, and which rows are asked.

pub mod concordance;
pub mod filter;
pub mod pattern;

pub use filter::Filter;
pub use pattern::Pattern;
