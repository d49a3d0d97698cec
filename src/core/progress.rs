//! How long work tells how far it is, and how it is told to stop.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
};

/// A handle shared by the one who works and the one who waits. Cheap to clone; never blocks.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    per_mille: AtomicU32,
    cancelled: AtomicBool,
}

/// The work was told to stop; nothing of its result is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped on request")]
pub struct Cancelled;

impl Progress {
    /// Says that `fraction` (0 to 1) is done.
    ///
    /// # Errors
    /// [`Cancelled`] when the work is to stop, so that a loop can write `progress.at(x)?`.
    pub fn at(&self, fraction: f32) -> Result<(), Cancelled> {
        self.0
            .per_mille
            .store((fraction.clamp(0.0, 1.0) * 1000.0) as u32, Relaxed);
        if self.0.cancelled.load(Relaxed) {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }

    pub fn fraction(&self) -> f32 {
        self.0.per_mille.load(Relaxed) as f32 / 1000.0
    }

    pub fn cancel(&self) {
        self.0.cancelled.store(true, Relaxed);
    }
}
