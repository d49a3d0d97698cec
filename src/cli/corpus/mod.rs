//! Corpora of many documents: `jjak stats`, `jjak dedup` and `jjak split`.

pub(crate) mod dedup;
pub(crate) mod split;
pub(crate) mod stats;
