//! Jjak (짝, "one of a pair") turns an English article and its Korean counterpart into a reviewed parallel
//! corpus.
//!
//! ```text
//! bytes -> import -> article -> clean -> (kept blocks) -> segment -> segments -> align -> bitext -> edit* -> check -> export
//!                                                                     ^ evidence ^         ^ history, project file
//! ```
//!
//! Every arrow but the first and the last is a pure function without I/O or GUI types. This crate is the way in: what
//! stands here is [`jjak_core`], [`jjak_formats`] and [`jjak_pipeline`] under one roof.

pub use jjak_core::{align, article, bitext, check, clean, evidence, progress, segment};
pub use jjak_formats::{aligned, export, import, project, whole_file};
pub use jjak_pipeline::{self as pipeline, custom};
