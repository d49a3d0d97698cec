//! Workbooks of Excel and OpenDocument: one to review in, and others with their two columns found.

mod read;
mod write;

pub(super) use read::read;
pub use write::WorkbookWriter;
pub(super) use write::write;
