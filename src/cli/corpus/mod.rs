//! Corpora of many documents: `jjak stats` and `jjak split`.

mod split;
mod stats;

pub use split::run as split;
pub use stats::run as stats;
