//! From two texts to a bitext, without input or output: every step is a pure function.
//!
//! ```text
//! article -> clean -> (kept blocks) -> segment -> segments -> align -> bitext -> edit* -> check
//!                                          ^ evidence ^
//! ```

#![warn(missing_docs)]

pub mod align;
pub mod article;
pub mod bitext;
pub mod check;
pub mod clean;
pub mod comparison;
pub mod evidence;
pub mod extraction;
pub mod matching;
mod packed;
pub mod progress;
pub mod segment;
pub mod sequence;
pub mod xml;
