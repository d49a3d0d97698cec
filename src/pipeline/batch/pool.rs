//! Records done by processes of their own, so that one that hangs or dies takes nothing with it.
//!
//! A worker reads records, a line of JSON each, and answers with reports ([`serve`]). It does one after the other; if it
//! takes too long over one it is ended, and a new one does the next.

use super::{Report, Settings};
use crate::manifest::Record;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel, sync_channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How many records a worker may be ahead of the first that is not done.
const AHEAD: usize = 64;
/// How much of what a dying worker says is kept, in bytes.
const LAST_WORDS: u64 = 4_000;

/// What workers may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub workers: usize,
    /// For one record.
    pub timeout: Duration,
    /// Bytes that a worker holds itself to.
    pub memory: u64,
}

/// A record to do, or one of which all is said.
pub enum Job {
    Do(Box<Record>),
    Told(Box<Report>),
}

/// What a worker process does: reads records, answers with reports, until there are no more.
///
/// # Errors
/// When the other side is gone.
pub fn serve(settings: &Settings, records: impl BufRead, mut out: impl Write) -> io::Result<()> {
    for line in records.lines() {
        let record: Record = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &settings.work(&record))?;
        writeln!(out)?;
        out.flush()?;
    }
    Ok(())
}

/// Does all `jobs` by workers that `command` starts, and gives the reports to `take` in their order.
///
/// # Errors
/// What `take` says; nothing more is done then.
pub fn run<E>(
    command: impl Fn() -> Command + Sync,
    limits: Limits,
    jobs: impl Iterator<Item = Job> + Send,
    mut take: impl FnMut(Report) -> Result<(), E>,
) -> Result<(), E> {
    let jobs = Mutex::new(jobs.fuse().enumerate());
    let gate = Gate::default();
    let workers = limits.workers.max(1);
    let (to, reports) = sync_channel(workers * AHEAD);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (to, jobs, gate, command) = (to.clone(), &jobs, &gate, &command);
            scope.spawn(move || {
                let mut worker = None;
                loop {
                    let next = locked(jobs).next();
                    let Some((at, job)) = next else { return };
                    if !gate.wait(at, workers * AHEAD) {
                        return;
                    }
                    let report = match job {
                        Job::Told(report) => *report,
                        Job::Do(record) => done(&mut worker, command, &record, limits),
                    };
                    if to.send((at, report)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(to);
        let (mut next, mut waiting) = (0, BTreeMap::new());
        for (at, report) in &reports {
            waiting.insert(at, report);
            while let Some(report) = waiting.remove(&next) {
                if let Err(error) = take(report) {
                    gate.close();
                    // Whoever waits to hand over a report is let go.
                    drop(reports);
                    return Err(error);
                }
                next += 1;
                gate.open_to(next);
            }
        }
        Ok(())
    })
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Holds back who is too far ahead.
#[derive(Default)]
struct Gate {
    /// The first that is not done; `None` once nothing more is wanted.
    state: Mutex<(usize, bool)>,
    moved: Condvar,
}

impl Gate {
    /// Waits until `at` is less than `ahead` after the first that is not done; whether it is still wanted.
    fn wait(&self, at: usize, ahead: usize) -> bool {
        let state = locked(&self.state);
        let waits = |&mut (first, closed): &mut (usize, bool)| !closed && at >= first + ahead;
        let state = self.moved.wait_while(state, waits);
        !state.unwrap_or_else(PoisonError::into_inner).1
    }

    fn open_to(&self, first: usize) {
        locked(&self.state).0 = first;
        self.moved.notify_all();
    }

    fn close(&self) {
        locked(&self.state).1 = true;
        self.moved.notify_all();
    }
}

/// Has a worker do the record, one that was there or a new one.
fn done(
    worker: &mut Option<Worker>,
    command: &(impl Fn() -> Command + Sync),
    record: &Record,
    limits: Limits,
) -> Report {
    for is_second in [false, true] {
        let mut at_work = match worker.take().map_or_else(|| Worker::start(command()), Ok) {
            Ok(worker) => worker,
            Err(error) => {
                return Report::failed(record, format!("no worker could be started ({error})"));
            }
        };
        match at_work.ask(record, limits.timeout) {
            Ok(report) => {
                *worker = Some(at_work);
                return report;
            }
            Err(Trouble::TooLong) => {
                drop(at_work);
                let seconds = limits.timeout.as_secs_f64();
                let why =
                    format!("it took longer than {seconds} seconds (--timeout) and was ended");
                return Report {
                    seconds,
                    ..Report::failed(record, why)
                };
            }
            Err(Trouble::Gone) => {
                let (status, last_words) = at_work.end();
                // Somebody killed it, perhaps for want of memory elsewhere.
                if !is_second && status.is_some_and(was_killed) {
                    continue;
                }
                return Report::failed(record, why_gone(status, &last_words, limits));
            }
        }
    }
    Report::failed(record, "its worker was killed twice")
}

#[cfg(unix)]
fn was_killed(status: ExitStatus) -> bool {
    const SIGKILL: i32 = 9;
    std::os::unix::process::ExitStatusExt::signal(&status) == Some(SIGKILL)
}

#[cfg(not(unix))]
fn was_killed(_status: ExitStatus) -> bool {
    false
}

fn why_gone(status: Option<ExitStatus>, last_words: &str, limits: Limits) -> String {
    if last_words.contains("memory allocation of") {
        return format!(
            "it needs more memory than {} MiB (--max-memory)",
            limits.memory >> 20
        );
    }
    let status = status.map_or_else(String::new, |status| format!(" ({status})"));
    let last = last_words.trim().lines().next_back().unwrap_or_default();
    if last.is_empty() {
        format!("the program that worked on it ended{status}")
    } else {
        format!("the program that worked on it ended{status}: {last}")
    }
}

/// A process that does records.
struct Worker {
    process: Child,
    records: Option<ChildStdin>,
    answers: Receiver<io::Result<String>>,
    last_words: Receiver<String>,
}

enum Trouble {
    TooLong,
    Gone,
}

impl Worker {
    fn start(mut command: Command) -> io::Result<Worker> {
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (to, answers) = channel();
        if let Some(out) = process.stdout.take() {
            thread::spawn(move || {
                let mut lines = BufReader::new(out).lines();
                // It ends with the process, or with who listens.
                while lines.next().is_some_and(|line| to.send(line).is_ok()) {}
            });
        }
        let (to, last_words) = channel();
        if let Some(mut said) = process.stderr.take() {
            thread::spawn(move || {
                let mut text = Vec::new();
                let _ = said.by_ref().take(LAST_WORDS).read_to_end(&mut text);
                let _ = to.send(String::from_utf8_lossy(&text).into_owned());
                let _ = io::copy(&mut said, &mut io::sink());
            });
        }
        Ok(Worker {
            records: process.stdin.take(),
            process,
            answers,
            last_words,
        })
    }

    fn ask(&mut self, record: &Record, timeout: Duration) -> Result<Report, Trouble> {
        let records = self.records.as_mut().ok_or(Trouble::Gone)?;
        let line = serde_json::to_string(record).map_err(|_| Trouble::Gone)?;
        let put = writeln!(records, "{line}").and_then(|()| records.flush());
        put.map_err(|_| Trouble::Gone)?;
        match self.answers.recv_timeout(timeout) {
            Ok(Ok(answer)) => serde_json::from_str(&answer).map_err(|_| Trouble::Gone),
            Err(RecvTimeoutError::Timeout) => Err(Trouble::TooLong),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(Trouble::Gone),
        }
    }

    /// Ends it, however it is; how it ended and what it said.
    fn end(mut self) -> (Option<ExitStatus>, String) {
        drop(self.records.take());
        // One that is ending is left the time to.
        let words = self.last_words.recv_timeout(Duration::from_millis(500));
        let mut status = None;
        for _ in 0..50 {
            status = self.process.try_wait().ok().flatten();
            if status.is_some() {
                break;
            }
            thread::sleep(Duration::from_millis(10));
        }
        (status, words.unwrap_or_default())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.records.take());
        if !matches!(self.process.try_wait(), Ok(Some(_))) {
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
    }
}
