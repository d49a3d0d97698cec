//! Jjak (짝, "one of a pair") turns an English article and its Korean counterpart into a reviewed parallel
//! corpus.
//!
//! ```text
//! bytes -> import -> article -> clean -> (kept blocks) -> segment -> segments -> align -> bitext -> edit* -> check -> export
//!                                                                     ^ evidence ^         ^ history, project file
//! ```
//!
//! Every arrow but the first and the last is a pure function without I/O or GUI types. The window
//! ([`workbench`], feature `gui`) and the command line ([`cli`]) call the same ones.

pub mod align;
pub mod aligned;
pub mod article;
pub mod bitext;
pub mod check;
pub mod clean;
pub mod cli;
pub mod custom;
pub mod evidence;
pub mod export;
pub mod import;
pub mod pipeline;
pub mod progress;
pub mod project;
pub mod segment;
#[cfg(feature = "gui")]
pub mod workbench;
mod xml;
