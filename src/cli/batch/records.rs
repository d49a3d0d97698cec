//! The rows of a table as what is to be done.

use crate::Stop;
use crate::identity::Identity;
use jjak_formats::import::part;
use jjak_pipeline::batch::pool::Job;
use jjak_pipeline::batch::{Report, refused};
use jjak_pipeline::manifest::{Manifest, Record, resolve};
use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Which rows are done here: every so manieth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    /// From 1.
    number: usize,
    of: usize,
}

impl Default for Shard {
    fn default() -> Shard {
        Shard { number: 1, of: 1 }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl Shard {
    pub(crate) fn named(text: &str) -> Result<Shard, Stop> {
        let parts = text.split_once('/');
        let parts = parts.and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match parts {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Shard { number, of }),
            _ => Err(Stop::Usage(format!(
                "--shard is which of how many, 1/100 to 100/100, not \"{text}\""
            ))),
        }
    }

    fn holds(self, at: usize) -> bool {
        at % self.of == self.number - 1
    }
}

/// What is to be done, in the order of the table.
pub(super) struct Records<'a> {
    manifest: Manifest<'a>,
    table: PathBuf,
    shard: Shard,
    /// How many rows have come.
    at: usize,
    /// The ids that have come, as hashes.
    ids: HashSet<u64>,
    outputs: Vec<Identity>,
    trouble: Arc<Mutex<Option<String>>>,
}

impl<'a> Records<'a> {
    pub(super) fn new(
        manifest: Manifest<'a>,
        shard: Shard,
        table: &Path,
        outputs: Vec<Identity>,
    ) -> Records<'a> {
        Records {
            manifest,
            table: table.into(),
            shard,
            at: 0,
            ids: HashSet::new(),
            outputs,
            trouble: Arc::default(),
        }
    }

    /// Where it is said why nothing more could be read, if so.
    pub(super) fn trouble(&self) -> Arc<Mutex<Option<String>>> {
        self.trouble.clone()
    }

    /// Passes over a row that was done before.
    pub(super) fn pass_over(&mut self, report: &Report) -> Result<(), String> {
        let same = match self.next() {
            Some(Job::Do(record)) => Report::of(&record).print == report.print,
            Some(Job::Told(told)) => (&told.id, &told.print) == (&report.id, &report.print),
            None => false,
        };
        if same {
            return Ok(());
        }
        Err(format!(
            "{}: line {} is not what it was when the batch was begun; put the table back as it was, or begin anew",
            self.table.display(),
            report.line
        ))
    }

    fn job(&mut self, record: Record) -> Result<Job, String> {
        let report = Report::of(&record);
        let mut hasher = DefaultHasher::new();
        report.id.hash(&mut hasher);
        if !self.ids.insert(hasher.finish()) {
            let why = "another row before has the same id; give each its own";
            return Ok(told(Report::failed(&record, why)));
        }
        if let Some(report) = refused(&record) {
            return Ok(told(report));
        }
        for path in [&record.en.path, &record.ko.path].into_iter().flatten() {
            let file = part::file_of(&resolve(path, Some(&self.table)));
            if Identity::of(&file).is_some_and(|file| self.outputs.contains(&file)) {
                return Err(format!(
                    "line {}: {} is to be read and to be written; the result would replace it",
                    record.line,
                    path.display()
                ));
            }
        }
        Ok(Job::Do(Box::new(record)))
    }

    fn stop(&self, why: String) -> Option<Job> {
        let mut trouble = self.trouble.lock().unwrap_or_else(|e| e.into_inner());
        *trouble = Some(format!("{}: {why}", self.table.display()));
        None
    }
}

fn told(report: Report) -> Job {
    Job::Told(Box::new(report))
}

impl Iterator for Records<'_> {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            let row = self.manifest.next()?;
            let is_here = self.shard.holds(self.at);
            match row {
                Ok(_) if !is_here => {}
                Ok(record) => {
                    self.at += 1;
                    return match self.job(record) {
                        Ok(job) => Some(job),
                        Err(why) => self.stop(why),
                    };
                }
                Err(error) if !error.is_of_a_row() => return self.stop(error.to_string()),
                Err(error) if is_here => {
                    self.at += 1;
                    let record = Record {
                        id: Some(format!("row {}", self.at)),
                        line: error.line().unwrap_or_default(),
                        ..Record::default()
                    };
                    return Some(told(Report::failed(&record, error)));
                }
                Err(_) => {}
            }
            self.at += 1;
        }
    }
}
