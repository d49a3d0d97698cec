//! Translation units: what of a bitext goes into a file, whatever the format, and in which words and marks.

pub(super) mod context;
pub(super) mod document;
mod known;
mod mask;
mod newest;
mod normal;
pub(super) mod options;
pub(super) mod package;
pub mod paragraphs;
pub(super) mod table;
mod tally;
pub(super) mod text;
pub(super) mod unit;
pub mod xml;

pub use document::ExportedWork;
pub use known::KnownPairs;
pub use newest::NewestWork;
pub use normal::Normal;
pub use options::{Duplicates, Options, UnitOrder, is_language_code};
pub use table::COLUMNS;
pub use tally::{LeftOut, Tally};
