//! Jjak (짝, "one of a pair") turns an English article and its Korean counterpart into a reviewed parallel
//! corpus.
//!
//! ```
//! # fn main() -> Result<(), jjak::Error> {
//! # let folder = tempfile::tempdir().unwrap();
//! let mut pair =
//!     jjak::Aligner::new().align_files("samples/harbor.en.html", "samples/harbor.ko.txt")?;
//! for row in pair.rows() {
//!     println!("{:.2} | {} | {}", row.confidence, row.en, row.ko);
//! }
//! let sure = pair.rows().find(|row| row.confidence > 0.9);
//! if let Some(row) = sure {
//!     pair.accept(row.index)?;
//! }
//! # let out = folder.path().join("harbor.tmx");
//! # let kept = folder.path().join("harbor.jjak");
//! # /*
//! pair.write("harbor.tmx")?;
//! pair.save("harbor.jjak")?;
//! # */
//! # assert_eq!(pair.write(&out)?, 25);
//! # pair.save(kept)?;
//! # Ok(())
//! # }
//! ```
//!
//! ```text
//! bytes -> import -> article -> clean -> (kept blocks) -> segment -> segments -> align -> bitext -> edit* -> check -> exchange
//!                                                                     ^ evidence ^         ^ history, project file
//! ```
//!
//! Every arrow but the first and the last is a pure function without I/O or GUI types. This crate is the way in: what
//! stands here is `jjak_core`, `jjak_formats` and `jjak_pipeline` under one roof.

pub use jjak_core::{
    align, article, bitext, check, clean, comparison, evidence, matching, progress, segment,
};
pub use jjak_formats::{exchange, import, job, project, whole_file};
pub use jjak_pipeline::{self as pipeline, Aligner, Error, Pair, Row, custom};
