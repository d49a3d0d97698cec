//! The job file, open to be gone on with.

use super::read::{Line, folder_of, read};
use super::write::{here, put, sealed, unwritable};
use super::{JobError, JobPair, MAX_PAIRS};
use crate::clock;
use crate::project::lock::Lock;
use crate::project::{Damage, ProjectError};
use crate::whole_file::copy_beside;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A job file that is open for appending, and locked: every change is in it before it is told of.
#[derive(Debug)]
pub struct JobFile {
    path: PathBuf,
    file: File,
    began: Timestamp,
    pairs: BTreeMap<u64, JobPair>,
    next: u64,
    length: u64,
    lines: u64,
    _lock: Lock,
}

impl JobFile {
    /// Makes a job without pairs. One that is there is opened instead.
    ///
    /// # Errors
    /// [`JobError`].
    pub fn create(path: &Path) -> Result<(JobFile, Option<Damage>), JobError> {
        if path.exists() {
            return JobFile::open(path);
        }
        let lock = locked(path)?;
        let began = clock::now();
        let (length, lines) = put(path, began, &BTreeMap::new())?;
        let file = JobFile {
            path: path.into(),
            file: appending(path)?,
            began,
            pairs: BTreeMap::new(),
            next: 1,
            length,
            lines,
            _lock: lock,
        };
        Ok((file, None))
    }

    /// Opens a job to go on with it. A damaged end is taken off the file, which stays beside as it was.
    ///
    /// # Errors
    /// [`JobError`].
    pub fn open(path: &Path) -> Result<(JobFile, Option<Damage>), JobError> {
        if !path.exists() {
            return Err(JobError::Missing { path: path.into() });
        }
        let lock = locked(path)?;
        let loaded = read(path)?;
        if let Some(damage) = &loaded.damage {
            let cut = || {
                if damage.lines > 0 {
                    copy_beside(path, "damaged")?;
                }
                OpenOptions::new()
                    .write(true)
                    .open(path)?
                    .set_len(loaded.sound)
            };
            cut().map_err(|source| unwritable(path, source))?;
        }
        let next = loaded.pairs.last().map_or(1, |pair| pair.id + 1);
        let job = JobFile {
            path: path.into(),
            file: appending(path)?,
            began: loaded.began,
            pairs: loaded
                .pairs
                .into_iter()
                .map(|pair| (pair.id, pair))
                .collect(),
            next,
            length: loaded.sound,
            lines: loaded.lines,
            _lock: lock,
        };
        Ok((job, loaded.damage))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that works of this job lie in, beside it.
    pub fn works(&self) -> PathBuf {
        self.path.with_extension("")
    }

    pub fn pairs(&self) -> impl Iterator<Item = &JobPair> {
        self.pairs.values()
    }

    pub fn pair(&self, id: u64) -> Option<&JobPair> {
        self.pairs.get(&id)
    }

    /// The number that the next new pair gets.
    pub fn next_id(&self) -> u64 {
        self.next
    }

    /// Adds a pair under the next number.
    ///
    /// # Errors
    /// [`JobError`].
    pub fn add(&mut self, mut pair: JobPair) -> Result<u64, JobError> {
        if self.pairs.len() >= MAX_PAIRS {
            let path = self.path.clone();
            return Err(JobError::TooMany { path });
        }
        pair.id = self.next;
        self.put(pair)?;
        self.next += 1;
        Ok(self.next - 1)
    }

    /// Adds pairs under the next numbers, all of them or none.
    ///
    /// # Errors
    /// [`JobError`]; the job is then as it was.
    pub fn add_all(&mut self, pairs: Vec<JobPair>) -> Result<(), JobError> {
        if self.pairs.len() + pairs.len() > MAX_PAIRS {
            let path = self.path.clone();
            return Err(JobError::TooMany { path });
        }
        let numbered = pairs.into_iter().zip(self.next..);
        let pairs: Vec<JobPair> = numbered.map(|(pair, id)| JobPair { id, ..pair }).collect();
        self.next += pairs.len() as u64;
        self.put_all(pairs)
    }

    /// Writes what has become of pairs, all of them or none.
    ///
    /// # Errors
    /// [`JobError`]; the job is then as it was.
    pub fn put_all(&mut self, pairs: Vec<JobPair>) -> Result<(), JobError> {
        self.exchange(&[], pairs)
    }

    /// Takes pairs out and writes what has become of others, all of it or nothing.
    ///
    /// # Errors
    /// [`JobError`]; the job is then as it was.
    pub fn exchange(&mut self, gone: &[u64], mut pairs: Vec<JobPair>) -> Result<(), JobError> {
        let now = clock::now();
        let folder = folder_of(&self.path);
        let lines: Vec<JobPair> = pairs
            .iter_mut()
            .map(|pair| {
                pair.at = Some(now);
                here(pair, folder)
            })
            .collect();
        let lines = lines.iter();
        let lines = lines.map(|pair| Line::Pair(Box::new(Cow::Borrowed(pair))));
        let gone_lines = gone.iter().map(|&id| Line::Gone { id });
        self.append_all(lines.chain(gone_lines))?;
        for id in gone {
            self.pairs.remove(id);
        }
        let last = pairs.iter().map(|pair| pair.id).max();
        self.next = self.next.max(last.map_or(1, |last| last + 1));
        self.pairs
            .extend(pairs.into_iter().map(|pair| (pair.id, pair)));
        Ok(())
    }

    /// Writes what has become of a pair.
    ///
    /// # Errors
    /// [`JobError`]; the job is then as it was.
    pub fn put(&mut self, mut pair: JobPair) -> Result<(), JobError> {
        pair.at = Some(clock::now());
        let written = here(&pair, folder_of(&self.path));
        self.append(&Line::Pair(Box::new(Cow::Borrowed(&written))))?;
        self.pairs.insert(pair.id, pair);
        Ok(())
    }

    /// Takes a pair out of the job. Its work stays where it is.
    ///
    /// # Errors
    /// [`JobError`]; the job is then as it was.
    pub fn remove(&mut self, id: u64) -> Result<(), JobError> {
        self.append(&Line::Gone { id })?;
        self.pairs.remove(&id);
        Ok(())
    }

    /// Writes the file anew with one line a pair.
    ///
    /// # Errors
    /// [`JobError`]; the file is then as it was.
    pub fn fold(&mut self) -> Result<(), JobError> {
        self.see_ours()?;
        (self.length, self.lines) = put(&self.path, self.began, &self.pairs)?;
        self.file = appending(&self.path)?;
        Ok(())
    }

    fn append(&mut self, line: &Line) -> Result<(), JobError> {
        self.append_all(std::iter::once(line))
    }

    fn append_all<'a, L: std::borrow::Borrow<Line<'a>>>(
        &mut self,
        lines: impl Iterator<Item = L>,
    ) -> Result<(), JobError> {
        self.see_ours()?;
        let mut bytes = Vec::new();
        let mut number = self.lines;
        let sealed_all = || -> io::Result<()> {
            for line in lines {
                number += 1;
                sealed(line.borrow(), number, &mut bytes)?;
            }
            Ok(())
        };
        let written = sealed_all()
            .and_then(|()| self.file.write_all(&bytes))
            .and_then(|()| self.file.sync_data());
        match written {
            Ok(()) => {
                self.length += bytes.len() as u64;
                self.lines = number;
                Ok(())
            }
            Err(source) => {
                // A part of it may have been written, which would leave the next line unreadable.
                let _ = self.file.set_len(self.length);
                Err(unwritable(&self.path, source))
            }
        }
    }

    /// Sees that nobody else has written the file.
    fn see_ours(&self) -> Result<(), JobError> {
        let there = std::fs::metadata(&self.path);
        if there.is_ok_and(|there| there.len() == self.length) {
            Ok(())
        } else {
            Err(JobError::Changed {
                path: self.path.clone(),
            })
        }
    }
}

fn appending(path: &Path) -> Result<File, JobError> {
    let file = OpenOptions::new().append(true).open(path);
    file.map_err(|source| unwritable(path, source))
}

fn locked(path: &Path) -> Result<Lock, JobError> {
    Lock::take(path).map_err(|error| match error {
        ProjectError::Locked { path, who } => JobError::Locked { path, who },
        ProjectError::Unwritable { path, source } => JobError::Unwritable { path, source },
        other => unwritable(path, io::Error::other(other.to_string())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::PairState;

    fn pair(name: &str) -> JobPair {
        JobPair {
            en: Some(name.into()),
            ko: Some("ko.txt".into()),
            ..JobPair::default()
        }
    }

    fn names(pairs: &[JobPair]) -> Vec<(u64, String)> {
        let name = |pair: &JobPair| {
            pair.en
                .as_ref()
                .map_or_else(String::new, |path| path.display().to_string())
        };
        pairs.iter().map(|pair| (pair.id, name(pair))).collect()
    }

    #[test]
    fn what_was_put_last_of_a_pair_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("news.jjakjob");
        let (mut job, _) = JobFile::create(&path).unwrap();
        for name in ["a", "b", "c"] {
            job.add(pair(name)).unwrap();
        }
        let mut second = job.pair(2).unwrap().clone();
        second.state = PairState::Done;
        job.put(second).unwrap();
        job.remove(3).unwrap();
        job.fold().unwrap();
        job.add(pair("d")).unwrap();
        assert!(matches!(JobFile::open(&path), Err(JobError::Locked { .. })));
        drop(job);
        let loaded = read(&path).unwrap();
        let expected = [
            (1, "a".to_owned()),
            (2, "b".to_owned()),
            (4, "d".to_owned()),
        ];
        assert_eq!(names(&loaded.pairs), expected);
        assert_eq!(loaded.pairs[1].state, PairState::Done);
    }

    /// Wherever a crash cuts the file, what was appended before is there, and no job looks empty.
    #[test]
    fn a_file_cut_anywhere_is_read_up_to_there_or_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("news.jjakjob");
        let (mut job, _) = JobFile::create(&path).unwrap();
        job.add(pair("a")).unwrap();
        job.fold().unwrap();
        let base = std::fs::read(&path).unwrap().len();
        job.add(pair("b")).unwrap();
        job.add(pair("c")).unwrap();
        drop(job);
        let whole = std::fs::read(&path).unwrap();
        let mut most = 0;
        for end in 0..=whole.len() {
            std::fs::write(&path, &whole[..end]).unwrap();
            let loaded = read(&path);
            if end < base {
                assert!(loaded.is_err(), "{end}");
                continue;
            }
            let count = loaded.unwrap().pairs.len();
            assert!(count >= most.max(1), "{end}");
            most = count;
            let (mut job, _) = JobFile::open(&path).unwrap();
            job.add(pair("later")).unwrap();
            assert_eq!(job.pairs().count(), count + 1);
            drop(job);
            assert_eq!(read(&path).unwrap().pairs.len(), count + 1, "{end}");
        }
        assert_eq!(most, 3);
    }

    #[test]
    fn any_change_of_a_byte_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("news.jjakjob");
        let (mut job, _) = JobFile::create(&path).unwrap();
        job.add(pair("a")).unwrap();
        job.fold().unwrap();
        drop(job);
        let whole = std::fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            std::fs::write(&path, &changed).unwrap();
            let noticed = match read(&path) {
                Err(_) => true,
                Ok(loaded) => loaded.damage.is_some(),
            };
            assert!(noticed, "byte {at}");
        }
    }
}
