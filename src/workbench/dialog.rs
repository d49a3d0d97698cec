//! The system's file dialogs, kept off the window's thread: on Linux they answer over D-Bus.

use super::jobs::{Job, Outcome};
use super::texts::{Locale, Text};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A dialog that is open.
pub(crate) struct Dialog {
    job: Job<Option<PathBuf>>,
    opened: Instant,
}

/// How a dialog ended.
pub(crate) enum Answer {
    Chosen(PathBuf),
    Closed,
    /// It was gone before a person could have closed it: the system has no file dialog to offer.
    Missing,
}

/// Nobody closes a dialog faster than this.
const TOO_FAST: Duration = Duration::from_millis(150);

impl Dialog {
    /// Asks for a file; those of other kinds than `kinds` are shown on request.
    pub(crate) fn open_file(
        ctx: &egui::Context,
        title: &str,
        kinds: &[&str],
        locale: Locale,
    ) -> Dialog {
        let dialog = rfd::FileDialog::new()
            .set_title(title)
            .add_filter(Text::KnownFiles.in_(locale), kinds)
            .add_filter(Text::AllFiles.in_(locale), &["*"]);
        Dialog::start(ctx, move || dialog.pick_file())
    }

    pub(crate) fn open_folder(ctx: &egui::Context, title: &str) -> Dialog {
        let dialog = rfd::FileDialog::new().set_title(title);
        Dialog::start(ctx, move || dialog.pick_folder())
    }

    pub(crate) fn save_file(ctx: &egui::Context, title: &str, name: &str) -> Dialog {
        let dialog = rfd::FileDialog::new().set_title(title).set_file_name(name);
        Dialog::start(ctx, move || dialog.save_file())
    }

    fn start(
        ctx: &egui::Context,
        ask: impl FnOnce() -> Option<PathBuf> + Send + 'static,
    ) -> Dialog {
        let opened = Instant::now();
        // macOS lets only the main thread open dialogs.
        let job = if cfg!(target_os = "macos") {
            let answer = ask();
            Job::start(ctx, move |_| Ok(answer))
        } else {
            Job::start(ctx, move |_| Ok(ask()))
        };
        Dialog { job, opened }
    }

    /// How it ended, once it has.
    pub(crate) fn poll(&self) -> Option<Answer> {
        Some(match self.job.poll()? {
            Outcome::Done(Some(path)) => Answer::Chosen(path),
            Outcome::Done(None) if self.opened.elapsed() < TOO_FAST => Answer::Missing,
            Outcome::Done(None) | Outcome::Cancelled => Answer::Closed,
            Outcome::Failed(_) => Answer::Missing,
        })
    }
}
