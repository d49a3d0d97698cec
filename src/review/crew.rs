//! Many pieces of work, several at a time on threads of their own; each result comes as soon as it is there.

use jjak_core::progress::{Cancelled, Progress};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// What came of one piece; the error is the message of a panic.
pub type Result<T> = std::result::Result<T, String>;

/// The pieces under way, by number.
pub struct Crew<T> {
    progress: Progress,
    waiting: Arc<Mutex<VecDeque<u64>>>,
    results: Receiver<(u64, Result<T>)>,
    total: usize,
    done: usize,
    over: bool,
}

impl<T: Send + 'static> Crew<T> {
    /// Starts with these pieces, in this order; `wake` is called after each. Work that is told to stop gives no result.
    pub fn start(
        pieces: Vec<u64>,
        threads: usize,
        work: impl Fn(u64, &Progress) -> std::result::Result<T, Cancelled> + Send + Sync + 'static,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Crew<T> {
        let total = pieces.len();
        let waiting = Arc::new(Mutex::new(VecDeque::from(pieces)));
        let progress = Progress::default();
        let (sender, results) = channel();
        let shared = Arc::new((work, wake));
        for _ in 0..threads.clamp(1, total.max(1)) {
            let (waiting, progress, sender) = (waiting.clone(), progress.clone(), sender.clone());
            let shared = shared.clone();
            std::thread::spawn(move || {
                let (work, wake) = &*shared;
                let next = || {
                    let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
                    waiting.pop_front()
                };
                while progress.at(0.0).is_ok()
                    && let Some(piece) = next()
                {
                    let result = match catch_unwind(AssertUnwindSafe(|| work(piece, &progress))) {
                        Ok(Ok(value)) => Ok(value),
                        Ok(Err(Cancelled)) => break,
                        Err(panic) => Err(message(panic.as_ref())),
                    };
                    // The window may be gone by now.
                    if sender.send((piece, result)).is_err() {
                        break;
                    }
                    wake();
                }
                drop(sender);
                wake();
            });
        }
        Crew {
            progress,
            waiting,
            results,
            total,
            done: 0,
            over: false,
        }
    }

    /// Has these pieces come next, as far as they still wait.
    pub fn prefer(&self, pieces: &[u64]) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        for &piece in pieces.iter().rev() {
            if let Some(at) = waiting.iter().position(|&other| other == piece) {
                waiting.remove(at);
                waiting.push_front(piece);
            }
        }
    }

    /// Takes a piece that still waits away from the crew; whether it waited.
    pub fn take(&mut self, piece: u64) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let at = waiting.iter().position(|&other| other == piece);
        if let Some(at) = at {
            waiting.remove(at);
            self.total -= 1;
        }
        at.is_some()
    }

    /// The results since the last look, at most so many.
    pub fn poll(&mut self, most: usize) -> Vec<(u64, Result<T>)> {
        let mut results = Vec::new();
        while results.len() < most {
            match self.results.try_recv() {
                Ok(result) => results.push(result),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    self.over = true;
                    break;
                }
            }
        }
        self.done += results.len();
        results
    }

    /// Whether no result will come any more.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// How many pieces are done, and of how many.
    pub fn counts(&self) -> (usize, usize) {
        (self.done, self.total)
    }

    pub fn cancel(&self) {
        self.progress.cancel();
    }
}

impl<T> Drop for Crew<T> {
    /// Nobody waits for the rest.
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let said = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    said.unwrap_or("unknown").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut crew: Crew<u64>) -> Vec<(u64, Result<u64>)> {
        let mut results = Vec::new();
        while !crew.is_over() {
            results.extend(crew.poll(10));
            std::thread::yield_now();
        }
        results
    }

    #[test]
    fn each_piece_is_done_once_and_a_panic_is_its_own_affair() {
        let crew = Crew::start(
            (0..40).collect(),
            3,
            |piece, _| match piece {
                7 => panic!("seven"),
                _ => Ok(piece * 2),
            },
            || {},
        );
        let mut results = all(crew);
        results.sort();
        assert_eq!(results.len(), 40);
        assert_eq!(results[7], (7, Err("seven".to_owned())));
        assert_eq!(results[39], (39, Ok(78)));
    }

    #[test]
    fn what_is_wanted_first_comes_next_and_what_is_taken_away_never() {
        let gate = Arc::new(Mutex::new(()));
        let held = gate.lock().unwrap();
        let theirs = gate.clone();
        let mut crew = Crew::start(
            (0..10).collect(),
            1,
            move |piece, _| {
                drop(theirs.lock());
                Ok(piece)
            },
            || {},
        );
        // The first may be under way already.
        crew.prefer(&[8, 5]);
        assert!(crew.take(3) && !crew.take(3));
        drop(held);
        let order: Vec<u64> = all(crew).into_iter().map(|(piece, _)| piece).collect();
        assert_eq!(order.len(), 9);
        let place = |piece| order.iter().position(|&other| other == piece);
        assert!(place(8) < place(5) && place(5) < place(1));
        assert_eq!(place(3), None);
    }

    #[test]
    fn a_crew_that_is_told_to_stop_ends() {
        let mut crew = Crew::start(
            (0..1000).collect(),
            2,
            |piece, progress| progress.at(0.0).map(|()| piece),
            || {},
        );
        crew.cancel();
        while !crew.is_over() {
            crew.poll(100);
        }
        assert!(crew.counts().0 <= 1000);
    }
}
