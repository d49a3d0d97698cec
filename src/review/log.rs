//! What happened in this window, to look at and to send with a fault. No word of the user's can get in: only names that
//! are written in the program, and numbers.

use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Instant;

const MOST_LINES: usize = 2_000;

static LOG: LazyLock<Log> = LazyLock::new(|| Log {
    began: Instant::now(),
    lines: Mutex::default(),
});

struct Log {
    began: Instant,
    lines: Mutex<VecDeque<LogLine>>,
}

struct LogLine {
    /// Milliseconds since the program began.
    at: u128,
    what: &'static str,
    name: &'static str,
    numbers: Vec<(&'static str, u64)>,
}

/// Notes that `what` happened, with the name that the program has for it and how large it was.
pub fn note(what: &'static str, name: &'static str, numbers: &[(&'static str, u64)]) {
    let at = LOG.began.elapsed().as_millis();
    let line = LogLine {
        at,
        what,
        name,
        numbers: numbers.to_vec(),
    };
    let mut lines = LOG.lines.lock().unwrap_or_else(PoisonError::into_inner);
    if lines.len() >= MOST_LINES {
        lines.pop_front();
    }
    lines.push_back(line);
}

/// All lines, the oldest first, under a head that says which program on which system.
pub fn text() -> String {
    let mut text = format!(
        "Jjak {} ({} {})\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let lines = LOG.lines.lock().unwrap_or_else(PoisonError::into_inner);
    for line in lines.iter() {
        let (seconds, rest) = (line.at / 1000, line.at % 1000);
        let _ = write!(text, "{seconds:>6}.{rest:03}  {}", line.what);
        if !line.name.is_empty() {
            let _ = write!(text, " {}", line.name);
        }
        for (name, number) in &line.numbers {
            let _ = write!(text, "  {name} {number}");
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_names_and_numbers() {
        note("opened", "", &[("rows", 28)]);
        note("command", "Accept", &[]);
        let text = text();
        assert!(text.starts_with("Jjak "), "{text}");
        assert!(text.contains("opened  rows 28\n") && text.contains("command Accept\n"));
    }
}
