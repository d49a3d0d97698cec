//! A stretch of work within a longer one: it can look whether it is still wanted.

use crate::progress::{Cancelled, Progress};
use std::cell::Cell;

pub struct Watch<'a> {
    progress: &'a Progress,
    done: Cell<f32>,
}

impl<'a> Watch<'a> {
    pub fn new(progress: &'a Progress) -> Watch<'a> {
        Watch {
            progress,
            done: Cell::new(0.0),
        }
    }

    /// Tells how much of all work is done.
    pub fn advance(&self, done: f32) -> Result<(), Cancelled> {
        self.done.set(done);
        self.check()
    }

    /// Fails if the work is to stop.
    pub fn check(&self) -> Result<(), Cancelled> {
        self.progress.at(self.done.get())
    }
}
