//! The bytes of files of pairs on disk, and what goes wrong with them.

use crate::exchange::pairs::BilingualError;
use crate::exchange::pairs::source::{Fault, Source};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A file of pairs cannot be opened. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum PairsError {
    #[error(
        "{}: which format? A file of pairs ends in .tmx, .xlf, .tsv, .csv, .jsonl, .po, .tei, .xces or .jjak",
        path.display()
    )]
    UnknownFormat { path: PathBuf },
    #[error("{}: cannot be read ({source}); check the name and the folder", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: {source}", path.display())]
    Bad {
        path: PathBuf,
        source: BilingualError,
    },
}

pub(in crate::exchange) fn bytes(path: &Path) -> Result<Vec<u8>, PairsError> {
    let bytes = Source::File(path).bytes();
    bytes.map_err(|fault| failed(path, fault))
}

/// How many lines a file has.
pub(in crate::exchange) fn lines(path: &Path) -> io::Result<usize> {
    let mut file = BufReader::new(File::open(path)?);
    let (mut lines, mut last) = (0, b'\n');
    loop {
        let chunk = file.fill_buf()?;
        let Some(&end) = chunk.last() else {
            return Ok(lines + usize::from(last != b'\n'));
        };
        last = end;
        lines += chunk.iter().filter(|&&byte| byte == b'\n').count();
        let read = chunk.len();
        file.consume(read);
    }
}

pub(in crate::exchange) fn failed(path: &Path, fault: Fault) -> PairsError {
    match fault {
        Fault::Unreadable(source) => PairsError::Unreadable {
            path: path.into(),
            source,
        },
        fault => bad(path, fault.of_memory()),
    }
}

pub(in crate::exchange) fn bad(path: &Path, source: BilingualError) -> PairsError {
    PairsError::Bad {
        path: path.into(),
        source,
    }
}
