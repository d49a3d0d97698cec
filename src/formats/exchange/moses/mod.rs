//! Moses pairs: a file for each side with a text a line, as many lines in either.

mod read;
mod write;

pub(super) use read::read;
pub use read::read_pair;
pub(super) use write::write;
