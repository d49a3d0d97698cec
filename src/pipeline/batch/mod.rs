//! Many pairs of texts in one go: what becomes of each is a [`Report`], in the order of the table.
//!
//! A record that cannot be done never stops the others. What fails is told in its report; what hangs, eats memory or
//! brings the program down does so in a process of its own ([`pool`]), which is ended. Reports are kept in a file
//! ([`Spool`]) from which a batch goes on after whatever ended it, and from which corpora are written: only one record
//! is in memory.

pub mod pool;
mod report;
mod spool;
mod work;

pub use report::{Excluded, Report, SideReport, Status, share_paired};
pub use spool::{Head, Spool, SpoolError};
pub use work::{Settings, print, project_name, refused};
