//! The system asks the program to end, as at the end of a desktop's session: the window closes and asks nothing, and
//! what is in no file of the person's is offered at the next start.

use egui::Context;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

static WINDOW: OnceLock<Context> = OnceLock::new();
static ASKED: AtomicBool = AtomicBool::new(false);

/// There is a window that can be asked.
pub(super) fn opened(ctx: &Context) {
    let _ = WINDOW.set(ctx.clone());
}

/// Asks the window to close, from whatever thread. Whether there is one that had not been asked before.
pub fn ask() -> bool {
    let Some(ctx) = WINDOW.get() else {
        return false;
    };
    let is_first = !ASKED.swap(true, Ordering::Relaxed);
    ctx.request_repaint();
    is_first
}

pub(super) fn is_asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
