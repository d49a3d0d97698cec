use jjak_core::progress::Progress;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const WIDTH: usize = 40;
const INTERVAL: Duration = Duration::from_millis(100);

/// Does `work` with a progress bar on standard error, if that is a terminal. Short work shows none.
pub(crate) fn with_bar<T>(what: &str, work: impl FnOnce(&Progress) -> T) -> T {
    let progress = Progress::default();
    if !io::stderr().is_terminal() {
        return work(&progress);
    }
    let (done, waiting) = mpsc::channel::<()>();
    let watched = progress.clone();
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut drawn = false;
            // Ends when `done` is dropped, after the work or when it panics.
            while waiting.recv_timeout(INTERVAL) == Err(mpsc::RecvTimeoutError::Timeout) {
                draw(what, watched.fraction());
                drawn = true;
            }
            if drawn {
                let _ = write!(io::stderr(), "\r\x1b[K");
            }
        });
        let _done = done;
        work(&progress)
    })
}

fn draw(what: &str, fraction: f32) {
    let filled = ((fraction * WIDTH as f32) as usize).min(WIDTH);
    let _ = write!(
        io::stderr(),
        "\r{what} [{}{}] {:3.0}%",
        "#".repeat(filled),
        " ".repeat(WIDTH - filled),
        fraction * 100.0
    );
}
