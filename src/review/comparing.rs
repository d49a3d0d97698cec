//! Another person's work on the open pair, to be compared with: a project, or a table that was sent out and came back.

use crate::opening::OpenError;
use jjak_core::bitext::Bitext;
use jjak_formats::{exchange, project};
use std::path::Path;

/// The other work.
#[derive(Debug)]
pub struct Other {
    /// Who made it, or what its file is called.
    pub who: String,
    pub bitext: Bitext,
}

impl Other {
    /// Reads a project or a file of pairs; nothing of it is opened for writing.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn read(path: &Path) -> Result<Other, OpenError> {
        let project = if exchange::can_open(path) {
            exchange::open(path, None)?.0
        } else {
            project::read(path)?.project
        };
        let name = || path.file_stem().unwrap_or_default().to_string_lossy();
        let reviewer = project.about.labels.reviewer;
        Ok(Other {
            who: reviewer.unwrap_or_else(|| name().into_owned()),
            bitext: project.bitext,
        })
    }
}
