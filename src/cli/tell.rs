//! What is said on standard error, and what the exit code has to say of it.

use super::harmless::harmless;
use std::fmt;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

static WARNED: AtomicBool = AtomicBool::new(false);
static FAILED: AtomicBool = AtomicBool::new(false);

/// Says something to the person at the terminal. That nobody listens is no fault.
pub(crate) fn tell(message: impl fmt::Display) {
    let message = message.to_string();
    let _ = writeln!(io::stderr(), "{}", harmless(&message));
}

/// Says what a person should know although the job is done; `--strict` fails on it.
pub(crate) fn warn(message: impl fmt::Display) {
    WARNED.store(true, Ordering::Relaxed);
    tell(format_args!("warning: {message}"));
}

/// Says that a part of what was asked could not be done: never a success.
pub(crate) fn fail(message: impl fmt::Display) {
    FAILED.store(true, Ordering::Relaxed);
    warn(message);
}

/// Whether something was said that a person asked to be told of.
pub(crate) fn has_warned(strict: bool) -> bool {
    FAILED.load(Ordering::Relaxed) || strict && WARNED.load(Ordering::Relaxed)
}
