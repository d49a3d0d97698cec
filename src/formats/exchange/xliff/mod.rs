//! XLIFF 1.2 and 2.x, what translation tools hand on with its states.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::{Version, write};
