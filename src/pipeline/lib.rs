//! The main job: two imported texts in, a bitext out. The window and the command line both come through here.

pub mod custom;
mod prepare;
mod reread;

pub use prepare::{PairError, Prepared, Warning, lines, prepare, prepare_by, prepare_lines};
pub use reread::{Reread, RereadError, reread};
