//! The same work on many things, on several threads; the results stand in the order of the things.

use crate::progress::Cancelled;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Calls `work` with each thing and with what `tools` made for its thread; `done` hears how many are.
pub(super) fn map<T: Sync, R: Send, S>(
    things: &[T],
    threads: usize,
    tools: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> Result<R, Cancelled> + Sync,
    done: impl Fn(usize) -> Result<(), Cancelled> + Sync,
) -> Result<Vec<R>, Cancelled> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(things.len()));
    let run = || -> Result<(), Cancelled> {
        let mut tools = tools();
        let mut own = Vec::new();
        loop {
            let at = next.fetch_add(1, Relaxed);
            let Some(thing) = things.get(at) else {
                break;
            };
            done(at)?;
            own.push((at, work(&mut tools, thing)?));
        }
        results
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .extend(own);
        Ok(())
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(things.len()))
            .map(|_| scope.spawn(run))
            .collect();
        let own = run();
        others
            .into_iter()
            .map(|other| {
                other
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .fold(own, Result::and)
    })?;
    let mut results = results
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    results.sort_unstable_by_key(|&(at, _)| at);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}
