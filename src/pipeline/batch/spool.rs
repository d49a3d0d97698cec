//! What a batch has done so far, in a file beside its result. A batch goes on from it.
//!
//! JSON lines: the [`Head`], then a [`Report`] a record, in the order of the table. A line that was cut short was not
//! done yet.

use super::Report;
use jjak_formats::project::About;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// What a batch does: it goes on only with the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// The options that shape the result.
    pub settings: Vec<String>,
    /// Of all its records: when they began.
    pub about: About,
}

#[derive(Debug, thiserror::Error)]
pub enum SpoolError {
    #[error(
        "{}: an unfinished batch is there; go on with it (--resume), or take that file away to begin anew", path.display()
    )]
    Unfinished { path: PathBuf },
    #[error(
        "{}: the unfinished batch there was begun with other options ({}); give the same, or take that file away to begin anew",
        path.display(), settings.join(" ")
    )]
    OtherSettings {
        path: PathBuf,
        settings: Vec<String>,
    },
    #[error("{}: this is no unfinished batch; take it away to begin anew", path.display())]
    NoSpool { path: PathBuf },
    #[error("{}: cannot be used ({source})", path.display())]
    Unusable { path: PathBuf, source: io::Error },
}

/// The file, open to go on with.
pub struct Spool {
    path: PathBuf,
    out: BufWriter<File>,
    head: Head,
}

impl Spool {
    /// Begins one; where one is already it goes on with it, if that is what is wanted.
    ///
    /// # Errors
    /// [`SpoolError`]; what is there is then untouched.
    pub fn open(path: &Path, head: Head, resume: bool) -> Result<Spool, SpoolError> {
        let unusable = |source| SpoolError::Unusable {
            path: path.into(),
            source,
        };
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        match options.clone().create_new(true).open(path) {
            Ok(file) => {
                let mut spool = Spool {
                    path: path.into(),
                    out: BufWriter::new(file),
                    head,
                };
                let line = serde_json::to_string(&spool.head).map_err(io::Error::from);
                let put = line.and_then(|line| writeln!(spool.out, "{line}"));
                put.and_then(|()| spool.out.flush()).map_err(unusable)?;
                Ok(spool)
            }
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(unusable(error)),
            Err(_) if !resume => Err(SpoolError::Unfinished { path: path.into() }),
            Err(_) => {
                let mut file = options.open(path).map_err(unusable)?;
                let (before, end) = whole_lines(&file, path)?;
                if before.settings != head.settings {
                    return Err(SpoolError::OtherSettings {
                        path: path.into(),
                        settings: before.settings,
                    });
                }
                file.set_len(end).map_err(unusable)?;
                file.seek(SeekFrom::End(0)).map_err(unusable)?;
                Ok(Spool {
                    path: path.into(),
                    out: BufWriter::new(file),
                    head: before,
                })
            }
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Adds a report: it is in the file when this returns.
    ///
    /// # Errors
    /// What the system says.
    pub fn push(&mut self, report: &Report) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, report)?;
        writeln!(self.out)?;
        self.out.flush()
    }

    /// The reports so far, from the first.
    ///
    /// # Errors
    /// What the system says.
    pub fn reports(&self) -> io::Result<impl Iterator<Item = io::Result<Report>> + use<>> {
        let lines = BufReader::new(File::open(&self.path)?).lines().skip(1);
        Ok(lines.map(|line| Ok(serde_json::from_str(&line?)?)))
    }

    /// Takes the file away: all is written elsewhere.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(self) -> io::Result<()> {
        std::fs::remove_file(&self.path)
    }
}

/// The head of the file, and where its last whole line ends.
fn whole_lines(file: &File, path: &Path) -> Result<(Head, u64), SpoolError> {
    let unusable = |source| SpoolError::Unusable {
        path: path.into(),
        source,
    };
    let no_spool = || SpoolError::NoSpool { path: path.into() };
    let mut lines = BufReader::new(file);
    let (mut line, mut end, mut head) = (Vec::new(), 0, None);
    loop {
        line.clear();
        lines.read_until(b'\n', &mut line).map_err(unusable)?;
        if !line.ends_with(b"\n") {
            break;
        }
        if head.is_none() {
            head = Some(serde_json::from_slice::<Head>(&line).map_err(|_| no_spool())?);
        } else if serde_json::from_slice::<Report>(&line).is_err() {
            // A machine that lost its power may leave anything at the end.
            break;
        }
        end += line.len() as u64;
    }
    Ok((head.ok_or_else(no_spool)?, end))
}
