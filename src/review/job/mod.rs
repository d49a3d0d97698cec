//! A job as it is open in the window: its pairs, what can be done to them, and what takes that back.

pub mod making;
mod repair;
pub mod replacing;

pub use repair::{BY_HAND, NONE, Repair, single, text};

use jjak_formats::job::{self, JobError, JobFile, JobPair, PairState};
use jjak_formats::project::Damage;
use jjak_pipeline::job::{Seen, next_with_rows_left};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Why something is not done to a job.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// It is only shown.
    #[error("the job is only shown here")]
    ReadOnly,
    /// What is pointed at is no pair, or not one of a kind that this is for.
    #[error("that is for another kind of row")]
    OtherKind,
    /// Both texts are of one language.
    #[error("both texts are of one language")]
    SameSide,
    #[error(transparent)]
    File(#[from] JobError),
}

/// What became of one row by a step; a side is empty of a row that was not there before, or is not there after.
#[derive(Clone, Debug)]
struct Change {
    before: Option<JobPair>,
    after: Option<JobPair>,
}

/// What a person did at once.
type Step = Vec<Change>;

/// An open job.
pub struct JobSession {
    path: PathBuf,
    /// `None` of a job that is only shown.
    file: Option<JobFile>,
    /// Who has it open, where that is the reason.
    held_by: Option<String>,
    /// In order of their numbers.
    pairs: Vec<JobPair>,
    /// What is wrong with the work on a pair.
    faults: HashMap<u64, String>,
    /// Grows with every change.
    revision: u64,
    past: Vec<Step>,
    undone: Vec<Step>,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewProgress {
    pub pairs: usize,
    /// By [`PairState::ALL`].
    pub states: [usize; 4],
    /// Texts without a counterpart.
    pub texts: usize,
    /// Rows left to look at in pairs that are neither done nor parked.
    pub left: usize,
    pub rows: usize,
    pub accepted: usize,
    /// Pairs without work.
    pub unpaired: usize,
}

impl JobSession {
    /// Opens a job; one that somebody else has open, or that cannot be written, is only shown. Says what was damaged.
    ///
    /// # Errors
    /// [`JobError`] when nothing can be had of it.
    pub fn open(path: &Path) -> Result<(JobSession, Option<Damage>), JobError> {
        match JobFile::open(path) {
            Ok((file, damage)) => Ok((JobSession::of(file), damage)),
            Err(JobError::Locked { who, .. }) => JobSession::shown(path, Some(who)),
            Err(JobError::Unwritable { .. }) => JobSession::shown(path, None),
            Err(error) => Err(error),
        }
    }

    pub fn of(file: JobFile) -> JobSession {
        JobSession {
            path: absolute(file.path()),
            pairs: file.pairs().cloned().collect(),
            file: Some(file),
            held_by: None,
            faults: HashMap::new(),
            revision: 0,
            past: Vec::new(),
            undone: Vec::new(),
        }
    }

    fn shown(
        path: &Path,
        held_by: Option<String>,
    ) -> Result<(JobSession, Option<Damage>), JobError> {
        let loaded = job::read(path)?;
        let session = JobSession {
            path: absolute(path),
            file: None,
            held_by,
            pairs: loaded.pairs,
            faults: HashMap::new(),
            revision: 0,
            past: Vec::new(),
            undone: Vec::new(),
        };
        Ok((session, loaded.damage))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it is called.
    pub fn name(&self) -> String {
        let stem = self.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// The folder of its works.
    pub fn works(&self) -> PathBuf {
        self.path.with_extension("")
    }

    pub fn is_read_only(&self) -> bool {
        self.file.is_none()
    }

    pub fn held_by(&self) -> Option<&str> {
        self.held_by.as_deref()
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn pairs(&self) -> &[JobPair] {
        &self.pairs
    }

    /// Where the row of that number is.
    pub fn place(&self, id: u64) -> Option<usize> {
        self.pairs.binary_search_by_key(&id, |pair| pair.id).ok()
    }

    pub fn pair(&self, id: u64) -> Option<&JobPair> {
        self.pairs.get(self.place(id)?)
    }

    /// What is wrong with the row of that number.
    pub fn fault(&self, id: u64) -> Option<&str> {
        let found = self.faults.get(&id).map(String::as_str);
        found.or_else(|| self.pair(id)?.failure.as_deref())
    }

    /// The pairs that have no work, or whose work was not there when last looked at.
    pub fn unpaired(&self) -> Vec<u64> {
        let is_open = |pair: &&JobPair| pair.is_pair() && !self.is_openable(pair);
        self.pairs
            .iter()
            .filter(is_open)
            .map(|pair| pair.id)
            .collect()
    }

    /// Whether there is work on a pair to open.
    pub fn is_openable(&self, pair: &JobPair) -> bool {
        let work = pair.work.as_ref();
        work.is_some_and(|work| !self.faults.contains_key(&pair.id) || work.exists())
    }

    /// Whose work lies at `path`.
    pub fn pair_of_work(&self, path: &Path) -> Option<u64> {
        let of = |pair: &&JobPair| pair.work.as_deref() == Some(path);
        self.pairs.iter().find(of).map(|pair| pair.id)
    }

    pub fn progress(&self) -> ReviewProgress {
        let mut progress = ReviewProgress::default();
        for pair in &self.pairs {
            if !pair.is_pair() {
                progress.texts += 1;
                continue;
            }
            progress.pairs += 1;
            let state = PairState::ALL.iter().position(|state| *state == pair.state);
            if let Some(count) = state.and_then(|state| progress.states.get_mut(state)) {
                *count += 1;
            }
            match &pair.figures {
                Some(figures) => {
                    progress.rows += figures.rows;
                    progress.accepted += figures.accepted;
                    if !matches!(pair.state, PairState::Done | PairState::Parked) {
                        progress.left += figures.left;
                    }
                }
                None => progress.unpaired += 1,
            }
        }
        progress
    }

    /// The next of `shown` that has rows left, around the end.
    pub fn next_with_rows_left(
        &self,
        shown: &[usize],
        from: Option<u64>,
        forward: bool,
    ) -> Option<u64> {
        let from = from.and_then(|id| self.place(id));
        let next = next_with_rows_left(&self.pairs, shown, from, forward)?;
        self.pairs.get(next).map(|pair| pair.id)
    }

    /// Takes what a pair has become in the background; what a person said of it meanwhile stays.
    ///
    /// # Errors
    /// [`Refusal::File`].
    pub fn take_paired(&mut self, paired: &JobPair) -> Result<(), Refusal> {
        let Some(now) = self.pair(paired.id) else {
            return Ok(());
        };
        let pair = JobPair {
            work: paired.work.clone(),
            figures: paired.figures.clone(),
            failure: paired.failure.clone(),
            ..now.clone()
        };
        let is_same = pair == *now;
        self.faults.remove(&pair.id);
        if is_same {
            Ok(())
        } else {
            self.put_or_show(pair)
        }
    }

    /// Takes what was seen of the work on a pair.
    ///
    /// # Errors
    /// [`Refusal::File`].
    pub fn take_seen(&mut self, id: u64, seen: Seen) -> Result<(), Refusal> {
        let Some(now) = self.pair(id).cloned() else {
            return Ok(());
        };
        let fault = match seen {
            Seen::Changed(pair) => {
                self.faults.remove(&id);
                let state = match now.state {
                    PairState::New => pair.state,
                    state => state,
                };
                let pair = JobPair {
                    figures: pair.figures,
                    state,
                    ..now.clone()
                };
                return if pair == now {
                    Ok(())
                } else {
                    self.put_or_show(pair)
                };
            }
            Seen::Missing => {
                let work = now.work.unwrap_or_default();
                Some(work.display().to_string())
            }
            Seen::Unreadable(why) => Some(why),
            Seen::Unpaired | Seen::Same => None,
        };
        let before = match fault {
            Some(fault) => self.faults.insert(id, fault).is_none(),
            None => self.faults.remove(&id).is_some(),
        };
        self.revision += u64::from(before);
        Ok(())
    }

    /// Writes a row, or has it on the screen alone where nothing can be written.
    fn put_or_show(&mut self, pair: JobPair) -> Result<(), Refusal> {
        let mut pair = pair;
        if let Some(file) = &mut self.file {
            file.put(pair.clone())?;
            // With the time.
            pair = file.pair(pair.id).cloned().unwrap_or(pair);
        }
        self.show(pair);
        Ok(())
    }

    fn show(&mut self, pair: JobPair) {
        self.revision += 1;
        match self.pairs.binary_search_by_key(&pair.id, |pair| pair.id) {
            Ok(at) => {
                if let Some(place) = self.pairs.get_mut(at) {
                    *place = pair;
                }
            }
            Err(at) => self.pairs.insert(at, pair),
        }
    }

    /// Reads a job that is only shown once more, as others have gone on with it.
    ///
    /// # Errors
    /// [`JobError`]; what is shown stays.
    pub fn reread(&mut self) -> Result<(), JobError> {
        if self.file.is_none() {
            self.pairs = job::read(&self.path)?.pairs;
            self.revision += 1;
        }
        Ok(())
    }

    /// Writes the file anew with one line a row, at the end of the work.
    ///
    /// # Errors
    /// [`JobError`]; the file is then as it was.
    pub fn fold(&mut self) -> Result<(), JobError> {
        match &mut self.file {
            Some(file) => file.fold(),
            None => Ok(()),
        }
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
