//! Long work, which lets other Python threads run and stops at Ctrl+C.

use crate::error::panicked;
use jjak_core::progress::Progress;
use pyo3::prelude::*;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How often it is seen whether somebody wants it to stop.
pub(crate) const LOOK: Duration = Duration::from_millis(50);

/// Does `work` beside Python. Ctrl+C tells `progress` to stop it and is raised.
///
/// # Errors
/// What a signal raises, or a panic as an exception.
pub(crate) fn without_python<T: Send>(
    py: Python<'_>,
    progress: &Progress,
    work: impl FnOnce() -> T + Send,
) -> PyResult<T> {
    py.detach(|| {
        thread::scope(|scope| {
            let (to, done) = channel::<()>();
            let worker = scope.spawn(move || {
                // Dropped however it ends.
                let _to = to;
                work()
            });
            let mut raised = None;
            while done.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if let Err(error) = Python::attach(|py| py.check_signals()) {
                    progress.cancel();
                    raised = Some(error);
                }
            }
            let done = worker.join().map_err(|panic| panicked(&*panic));
            raised.map_or(done, Err)
        })
    })
}
