//! The review without a screen: the work that is open, its queue and findings, what was dropped on the window and what
//! comes of it, searches, and the words that all of it is told in.

#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

pub mod comparing;
pub mod crew;
pub mod cut_points;
pub mod explain;
pub mod explained;
pub mod find;
pub mod finding_list;
pub mod findings;
pub mod intake;
pub mod job;
pub mod log;
pub mod made;
pub mod manual;
pub mod mode;
pub mod opening;
pub use jjak_pipeline::queue;
pub mod progress;
pub mod report;
pub mod row_evidence;
pub mod session;
pub mod shown;
pub mod texts;
pub mod why;
