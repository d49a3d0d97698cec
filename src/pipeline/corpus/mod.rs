//! A corpus of many documents as a whole: what is in it, what stands in it twice, and how it is divided for training.
//!
//! It is read row by row, as often as need be; what stays in memory is some hundred bytes a document and a few a pair.

mod dedup;
mod near;
mod page;
mod recurring;
mod row;
mod split;
mod statistics;

pub use dedup::{Dedup, Dropped, Wanted, Why};
pub use near::{LIKE, Near, Signature, likeness};
pub use page::write as write_page;
pub use recurring::{MANY, Recurring, Recurs, Sightings};
pub use split::{Said, Shares, Split, Subset, card};
pub use statistics::{Histogram, Statistics};
