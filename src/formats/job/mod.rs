//! The job file: many pairs worked on together, and how far each is.
//!
//! # Format
//!
//! A `.jjakjob` file is UTF-8 text, one JSON object a line, sealed as the lines of a project are. The first, `jjak-job`,
//! says what the file is; a `pair` line holds one pair, `ready` says how many there are. What changes later is appended:
//! a `pair` line stands for every earlier one of the same `id`, `gone` takes one out. A crash cuts the last line short,
//! which was not done yet then; a file that ends before `ready` is refused, so that a job never looks empty.
//!
//! The work on a pair is a project file of its own, in a folder beside the job. Paths are as seen from the job's folder,
//! so that both can be copied, sent or kept under version control together.

mod file;
mod pair;
mod read;
mod write;

pub use file::JobFile;
pub use pair::{Figures, JobPair, PairState, Stamp};
pub use read::{LoadedJob, read};

use std::io;
use std::path::PathBuf;

/// The file name extension.
pub const EXTENSION: &str = "jjakjob";

/// The format this program writes.
pub const VERSION: u32 = 1;

/// Most pairs of one job.
pub const MAX_PAIRS: usize = 200_000;

/// What can be wrong with a job file. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    #[error("{}: there is no such job; check the name and the folder", path.display())]
    Missing { path: PathBuf },
    #[error("{}: cannot be read ({source}); check that you may open it", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: cannot be written ({source}); check the place and its space", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("{}: is no job of Jjak; make one with `jjak job PAIRS.tsv -o NAME.jjakjob`", path.display())]
    NotAJob { path: PathBuf },
    #[error(
        "{}: was written by a newer Jjak (format {found}; this one reads up to {VERSION}); install the newer version",
        path.display()
    )]
    Newer { path: PathBuf, found: u32 },
    #[error("{}: line {line} cannot be understood ({why}); restore the file from a backup", path.display())]
    Damaged {
        path: PathBuf,
        line: usize,
        why: String,
    },
    #[error("{}: breaks off before its pairs are complete; restore it from a backup", path.display())]
    CutShort { path: PathBuf },
    #[error("{}: is open elsewhere ({who}); close it there first", path.display())]
    Locked { path: PathBuf, who: String },
    #[error("{}: was changed or removed by another program; open it again", path.display())]
    Changed { path: PathBuf },
    #[error("{}: would have more than {MAX_PAIRS} pairs (MAX_PAIRS); make several jobs", path.display())]
    TooMany { path: PathBuf },
}
