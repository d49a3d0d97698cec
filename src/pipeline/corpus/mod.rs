//! A corpus of many documents as a whole: what is in it, what stands in it twice, and how it is divided for training.
//!
//! It is read line by line (`.jsonl` as `jjak batch` writes it); what stays in memory is some hundred bytes a document
//! and a few a pair.

mod near;
mod page;
mod row;
mod split;
mod statistics;

pub use near::{LIKE, Near, Signature, likeness};
pub use page::write as write_page;
pub use row::{CorpusError, Row, rows};
pub use split::{Part, Said, Shares, Split, card};
pub use statistics::{Histogram, Statistics};
