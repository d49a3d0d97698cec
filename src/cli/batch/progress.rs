//! How far a batch is.

use jjak_pipeline::batch::{Report, Status};
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

const WIDTH: usize = 30;
/// Between two drawings of the bar; between two lines where there is no terminal.
const DRAWN: Duration = Duration::from_millis(200);
const SAID: Duration = Duration::from_secs(60);
/// A larger table is not counted first.
const COUNTED_BYTES: u64 = 1 << 30;

/// The records that are done, by what became of them.
pub(super) struct Rows {
    pub ok: usize,
    pub warned: usize,
    pub failed: usize,
    pub skipped: usize,
    pairs: usize,
    /// Of the table, as far as it can be known before.
    all: Option<usize>,
    /// Those done before the clock was started.
    before: usize,
    began: Instant,
    told: Instant,
    is_terminal: bool,
    is_drawn: bool,
}

impl Rows {
    pub(super) fn new(table: &Path) -> Rows {
        Rows {
            ok: 0,
            warned: 0,
            failed: 0,
            skipped: 0,
            pairs: 0,
            all: lines(table),
            before: 0,
            began: Instant::now(),
            told: Instant::now(),
            is_terminal: io::stderr().is_terminal(),
            is_drawn: false,
        }
    }

    /// Starts the clock.
    pub(super) fn begin(&mut self) {
        self.before = self.done();
        self.began = Instant::now();
        self.told = self.began;
    }

    pub(super) fn done(&self) -> usize {
        self.ok + self.warned + self.failed + self.skipped
    }

    pub(super) fn count(&mut self, report: &Report) {
        match report.status {
            Status::Ok => self.ok += 1,
            Status::Warned => self.warned += 1,
            Status::Failed => self.failed += 1,
            Status::Skipped => self.skipped += 1,
        }
        let pairs = report.pairs.iter();
        self.pairs += pairs.filter(|pair| !pair.is_one_sided()).count();
        let interval = if self.is_terminal { DRAWN } else { SAID };
        if self.told.elapsed() >= interval {
            self.told = Instant::now();
            self.show();
        }
    }

    fn show(&mut self) {
        let line = self.line();
        let mut err = io::stderr();
        // That nobody looks is no fault.
        let _ = if self.is_terminal {
            write!(err, "\r{}{line}\x1b[K", self.bar())
        } else {
            writeln!(err, "{line}")
        };
        self.is_drawn = self.is_terminal;
    }

    fn bar(&self) -> String {
        let Some(all) = self.all else {
            return String::new();
        };
        let filled = (self.done() * WIDTH / all.max(1)).min(WIDTH);
        format!("[{}{}] ", "#".repeat(filled), " ".repeat(WIDTH - filled))
    }

    /// `1,234 of 10,000 records, 118 a second, 1 min 14 s left, 3 failed`
    fn line(&self) -> String {
        let (done, seconds) = (self.done(), self.began.elapsed().as_secs_f64());
        let rate = (done - self.before) as f64 / seconds.max(1e-9);
        let of = self
            .all
            .map_or_else(String::new, |all| format!(" of {all}"));
        let left = self.all.and_then(|all| all.checked_sub(done));
        let left = left.filter(|_| rate > 0.0).map(|left| left as f64 / rate);
        let left = left.map_or_else(String::new, |left| format!(", {} left", time(left)));
        let failed = match self.failed {
            0 => String::new(),
            failed => format!(", {failed} failed"),
        };
        format!("{done}{of} records, {rate:.1} a second{left}{failed}")
    }

    /// Takes the bar away.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.is_drawn) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }

    pub(super) fn summary(&self) -> String {
        format!(
            "{} records: {} ok, {} with warnings, {} failed, {} skipped; {} pairs; {}",
            self.done(),
            self.ok,
            self.warned,
            self.failed,
            self.skipped,
            self.pairs,
            time(self.began.elapsed().as_secs_f64())
        )
    }
}

fn time(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    match whole {
        0..60 => format!("{seconds:.1} s"),
        60..3600 => format!("{} min {} s", whole / 60, whole % 60),
        _ => format!("{} h {} min", whole / 3600, whole % 3600 / 60),
    }
}

/// How many lines a table has but for the first, if it is a file that is not too large to be read twice.
fn lines(table: &Path) -> Option<usize> {
    let there = std::fs::metadata(table).ok()?;
    if !there.is_file() || there.len() > COUNTED_BYTES {
        return None;
    }
    let mut file = BufReader::with_capacity(1 << 16, File::open(table).ok()?);
    let (mut lines, mut is_json) = (0, None);
    loop {
        let bytes = file.fill_buf().ok()?;
        if bytes.is_empty() {
            break;
        }
        is_json.get_or_insert(bytes.trim_ascii_start().starts_with(b"{"));
        lines += bytes.iter().filter(|&&byte| byte == b'\n').count();
        let length = bytes.len();
        file.consume(length);
    }
    Some(lines.saturating_sub(usize::from(is_json != Some(true))))
}
