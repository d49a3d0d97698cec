//! Work that would hold up a frame runs on a thread of its own.

use crate::progress::{Cancelled, Progress};
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
    /// It panicked; the message is the panic's.
    Failed(String),
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` and has `ctx` repaint when it ends.
    pub fn start(
        ctx: &egui::Context,
        work: impl FnOnce(&Progress) -> Result<T, Cancelled> + Send + 'static,
    ) -> Job<T> {
        let progress = Progress::default();
        let (sender, result) = channel();
        let (handle, ctx) = (progress.clone(), ctx.clone());
        std::thread::spawn(move || {
            let outcome = match catch_unwind(AssertUnwindSafe(|| work(&handle))) {
                Ok(Ok(value)) => Outcome::Done(value),
                Ok(Err(Cancelled)) => Outcome::Cancelled,
                Err(panic) => Outcome::Failed(message(panic.as_ref())),
            };
            // The window may be gone by now.
            let _ = sender.send(outcome);
            ctx.request_repaint();
        });
        Job {
            progress,
            result,
            started: Instant::now(),
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
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "unknown".to_owned())
}
