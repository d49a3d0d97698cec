//! The lines of a job file, written.

use super::read::{Head, Line, folder_of};
use super::{JobError, JobPair, VERSION};
use crate::project::places;
use crate::project::seal::SealedLine;
use crate::whole_file::write_file;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// A pair as it is written into a job in `folder`.
pub(super) fn here(pair: &JobPair, folder: &Path) -> JobPair {
    let mut pair = pair.clone();
    pair.paths()
        .for_each(|path| *path = places::written(path, Some(folder)));
    pair
}

pub(super) fn sealed(line: &Line, number: u64, out: &mut dyn Write) -> io::Result<()> {
    let mut sealed = SealedLine::new(out, number);
    serde_json::to_writer(&mut sealed, line)?;
    sealed.finish()
}

/// Writes a job as a whole; gives its bytes and lines.
pub(super) fn put(
    path: &Path,
    began: Timestamp,
    pairs: &BTreeMap<u64, JobPair>,
) -> Result<(u64, u64), JobError> {
    let folder = folder_of(path);
    let head = Head {
        version: VERSION,
        tool: env!("CARGO_PKG_VERSION").to_owned(),
        began,
    };
    let written = write_file(path, |out| {
        let mut number = 1;
        sealed(&Line::JjakJob(Cow::Borrowed(&head)), number, out)?;
        for pair in pairs.values() {
            number += 1;
            sealed(
                &Line::Pair(Box::new(Cow::Owned(here(pair, folder)))),
                number,
                out,
            )?;
        }
        number += 1;
        sealed(&Line::Ready { pairs: pairs.len() }, number, out)?;
        Ok(number)
    });
    let lines = written.map_err(|error| unwritable(path, error.into()))?;
    let length = std::fs::metadata(path)
        .map_err(|source| unwritable(path, source))?
        .len();
    Ok((length, lines))
}

pub(super) fn unwritable(path: &Path, source: io::Error) -> JobError {
    JobError::Unwritable {
        path: path.into(),
        source,
    }
}
