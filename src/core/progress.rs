//! How long work tells how far it is, and how it is told to stop.

use std::ops::Range;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
};

/// A handle shared by the one who works and the one who waits. Cheap to clone; never blocks.
#[derive(Clone, Debug)]
pub struct Progress {
    shared: Arc<Shared>,
    /// What of the whole work this handle speaks of.
    range: Range<f32>,
}

impl Default for Progress {
    fn default() -> Progress {
        Progress {
            shared: Arc::default(),
            range: 0.0..1.0,
        }
    }
}

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
        let width = self.range.end - self.range.start;
        let whole = self.range.start + width * fraction.clamp(0.0, 1.0);
        let per_mille = &self.shared.per_mille;
        per_mille.store((whole * 1000.0) as u32, Relaxed);
        if self.shared.cancelled.load(Relaxed) {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }

    /// A handle for a piece of the work, whose own beginning and end are at these fractions of this one's.
    pub fn within(&self, piece: Range<f32>) -> Progress {
        let width = self.range.end - self.range.start;
        let at = |fraction: f32| self.range.start + width * fraction;
        Progress {
            shared: self.shared.clone(),
            range: at(piece.start)..at(piece.end),
        }
    }

    /// How much of the whole work is done.
    pub fn fraction(&self) -> f32 {
        self.shared.per_mille.load(Relaxed) as f32 / 1000.0
    }

    /// Asks the work to end as soon as it can.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Relaxed);
    }
}
