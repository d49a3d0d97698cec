//! The main job: two texts in, a bitext out. The window, the command line and other programs come through here.

mod aligner;
pub mod batch;
pub mod corpus;
pub mod custom;
pub mod fetch;
pub mod job;
pub mod manifest;
pub mod matching;
mod prepare;
pub mod queue;
mod reread;
pub mod scoring;
pub mod term_candidates;

pub use aligner::{Aligner, Error, Pair, Row};
pub use prepare::{PairError, Prepared, Warning, lines, prepare, prepare_lines, unrelated};
pub use reread::{Reread, RereadError, reread};
