//! Work that would hold up a frame runs on a thread of its own.

use super::{log, report};
use jjak_core::progress::{Cancelled, Progress};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

/// One piece of work under way.
pub struct Job<T> {
    progress: Progress,
    result: Receiver<Outcome<T>>,
    started: Instant,
}

/// How a job ended.
pub enum Outcome<T> {
    Done(T),
    Cancelled,
    /// It panicked; the message is the panic's, with where the report of it lies.
    Failed(String),
}

impl<T> Outcome<T> {
    fn name(&self) -> &'static str {
        match self {
            Outcome::Done(_) => "done",
            Outcome::Cancelled => "cancelled",
            Outcome::Failed(_) => "failed",
        }
    }
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` and has `ctx` repaint when it ends.
    pub fn start(
        ctx: &egui::Context,
        work: impl FnOnce(&Progress) -> Result<T, Cancelled> + Send + 'static,
    ) -> Job<T> {
        let progress = Progress::default();
        let (sender, result) = channel();
        let (handle, ctx, started) = (progress.clone(), ctx.clone(), Instant::now());
        std::thread::spawn(move || {
            let outcome = match catch_unwind(AssertUnwindSafe(|| work(&handle))) {
                Ok(Ok(value)) => Outcome::Done(value),
                Ok(Err(Cancelled)) => Outcome::Cancelled,
                Err(panic) => Outcome::Failed(message(panic.as_ref())),
            };
            let (how, time) = (outcome.name(), started.elapsed().as_millis());
            log::note("job", how, &[("ms", time as u64)]);
            // The window may be gone by now.
            let _ = sender.send(outcome);
            ctx.request_repaint();
        });
        Job {
            progress,
            result,
            started,
        }
    }

    /// What came of it, once it has ended.
    pub fn poll(&self) -> Option<Outcome<T>> {
        match self.result.try_recv() {
            Ok(outcome) => Some(outcome),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Outcome::Cancelled),
        }
    }

    /// Waits up to `time` for the end, so that short work does not flash a progress bar.
    pub fn wait(&self, time: Duration) -> Option<Outcome<T>> {
        self.result.recv_timeout(time).ok()
    }

    pub fn cancel(&self) {
        self.progress.cancel();
    }

    pub fn fraction(&self) -> f32 {
        self.progress.fraction()
    }

    /// Whether it has run long enough to show a bar.
    pub fn is_slow(&self) -> bool {
        self.started.elapsed() > Duration::from_millis(150)
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let said = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    match report::take_last() {
        Some(report) => format!("{said} ({})", report.display()),
        None => said.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_a_worker_leaves_a_report_and_says_where() {
        let folder = tempfile::tempdir().unwrap();
        report::keep_in(folder.path().join("reports"));
        let ctx = egui::Context::default();
        let job = Job::start(&ctx, |_| -> Result<(), Cancelled> {
            panic!("row {} is not there", 7)
        });
        let outcome = job.wait(Duration::from_secs(20));
        let Some(Outcome::Failed(why)) = outcome else {
            panic!("it failed");
        };
        let report = why.strip_prefix("row 7 is not there (").unwrap();
        let report = std::fs::read_to_string(report.trim_end_matches(')')).unwrap();
        assert!(
            report.contains("row 7 is not there") && report.contains("jobs.rs"),
            "{report}"
        );
        // The next job is none the worse for it.
        let next = Job::start(&ctx, |_| Ok(1)).wait(Duration::from_secs(20));
        assert!(matches!(next, Some(Outcome::Done(1))));
    }
}
