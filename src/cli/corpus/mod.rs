//! Corpora of many documents: `jjak stats` and `jjak split`.

pub mod split;
pub mod stats;
