//! The job file, read.

use super::{JobError, JobPair, VERSION};
use crate::clock;
use crate::project::Damage;
use crate::project::places;
use crate::project::seal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// What the first line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) version: u32,
    pub(super) tool: String,
    pub(super) began: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line<'a> {
    JjakJob(Cow<'a, Head>),
    Pair(Box<Cow<'a, JobPair>>),
    Gone { id: u64 },
    Ready { pairs: usize },
}

/// A job as it was found in its file. Paths are as seen from here.
#[derive(Debug)]
pub struct LoadedJob {
    /// In order of their numbers.
    pub pairs: Vec<JobPair>,
    pub damage: Option<Damage>,
    pub(super) began: Timestamp,
    /// Bytes and lines up to the damage.
    pub(super) sound: u64,
    pub(super) lines: u64,
}

/// Reads a job.
///
/// # Errors
/// [`JobError`] when nothing can be had of it. One whose end is damaged is read as far as it is sound.
pub fn read(path: &Path) -> Result<LoadedJob, JobError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => JobError::Missing { path: path.into() },
        _ => JobError::Unreadable {
            path: path.into(),
            source,
        },
    };
    let file = File::open(path).map_err(unreadable)?;
    let mut input = BufReader::new(file);
    let folder = folder_of(path);
    let mut job = LoadedJob {
        pairs: Vec::new(),
        damage: None,
        began: clock::now(),
        sound: 0,
        lines: 0,
    };
    let mut pairs: BTreeMap<u64, JobPair> = BTreeMap::new();
    let (mut buffer, mut is_ready) = (Vec::new(), false);
    loop {
        buffer.clear();
        input.read_until(b'\n', &mut buffer).map_err(unreadable)?;
        if buffer.is_empty() {
            break;
        }
        let number = job.lines + 1;
        let length = buffer.len() as u64;
        let is_whole = buffer.ends_with(b"\n");
        if number == 1 {
            see_version(&buffer, path)?;
        }
        let line = if is_whole {
            opened(&mut buffer, number)
        } else {
            Err("it was cut short".to_owned())
        };
        let damaged = |why: String| JobError::Damaged {
            path: path.into(),
            line: number as usize,
            why,
        };
        match line {
            Ok(Line::JjakJob(head)) if number == 1 => job.began = head.began,
            Ok(_) if number == 1 => {
                return Err(damaged("it is not the first line of a job".into()));
            }
            Ok(Line::Pair(pair)) => {
                let mut pair = pair.into_owned();
                pair.paths()
                    .for_each(|path| *path = places::seen_here(path, folder));
                pairs.insert(pair.id, pair);
            }
            Ok(Line::Gone { id }) => drop(pairs.remove(&id)),
            Ok(Line::Ready { pairs: count }) => {
                if count != pairs.len() {
                    return Err(damaged("lines before it are missing".into()));
                }
                is_ready = true;
            }
            Ok(Line::JjakJob(_)) => return Err(damaged("it is out of its place".into())),
            Err(why) if !is_ready => {
                if is_whole {
                    return Err(damaged(why));
                } else {
                    return Err(JobError::CutShort { path: path.into() });
                }
            }
            Err(_) => {
                let mut lines = usize::from(is_whole);
                loop {
                    buffer.clear();
                    input.read_until(b'\n', &mut buffer).map_err(unreadable)?;
                    if buffer.is_empty() {
                        break;
                    }
                    lines += 1;
                }
                job.damage = Some(Damage {
                    line: number as usize,
                    lines,
                });
                break;
            }
        }
        job.sound += length;
        job.lines = number;
    }
    if !is_ready {
        return Err(match job.lines {
            0 => JobError::NotAJob { path: path.into() },
            _ => JobError::CutShort { path: path.into() },
        });
    }
    job.pairs = pairs.into_values().collect();
    Ok(job)
}

/// Sees by the first line that it is a job, of a version that is known.
fn see_version(line: &[u8], path: &Path) -> Result<(), JobError> {
    #[derive(Deserialize)]
    struct First {
        #[serde(rename = "jjak-job")]
        head: Version,
    }
    #[derive(Deserialize)]
    struct Version {
        version: u32,
    }
    match serde_json::from_slice::<First>(line) {
        Ok(first) if first.head.version > VERSION => Err(JobError::Newer {
            path: path.into(),
            found: first.head.version,
        }),
        Ok(_) => Ok(()),
        Err(_) if line.starts_with(b"{\"jjak-job\"") => {
            Err(JobError::CutShort { path: path.into() })
        }
        Err(_) => Err(JobError::NotAJob { path: path.into() }),
    }
}

fn opened(line: &mut Vec<u8>, number: u64) -> Result<Line<'static>, String> {
    seal::open(line, number).map_err(|broken| broken.to_string())?;
    serde_json::from_slice(line).map_err(|error| error.to_string())
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}
