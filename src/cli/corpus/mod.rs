//! Corpora of many documents: `jjak stats`, `jjak dedup` and `jjak split`.

pub mod dedup;
pub mod split;
pub mod stats;
