//! A stretch of work within a longer one: it can look whether it is still wanted. Threads share it.

use crate::progress::{Cancelled, Progress};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

pub(super) struct CancellationToken<'a> {
    progress: &'a Progress,
    /// The bits of a fraction.
    done: AtomicU32,
}

impl<'a> CancellationToken<'a> {
    pub(super) fn new(progress: &'a Progress) -> CancellationToken<'a> {
        CancellationToken {
            progress,
            done: AtomicU32::new(0),
        }
    }

    /// Tells how much of all work is done.
    pub(super) fn advance(&self, done: f32) -> Result<(), Cancelled> {
        self.done.store(done.to_bits(), Relaxed);
        self.check()
    }

    /// Fails if the work is to stop.
    pub(super) fn check(&self) -> Result<(), Cancelled> {
        self.progress.at(f32::from_bits(self.done.load(Relaxed)))
    }
}
