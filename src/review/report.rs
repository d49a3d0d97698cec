//! What is left of a fault inside Jjak: a file that a person can send, with the place in the program. Nothing is ever
//! sent by itself.

use etcetera::BaseStrategy;
use jiff::Timestamp;
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::fs;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::Once;

thread_local! {
    /// The report of the last fault on this thread.
    static LAST: RefCell<Option<PathBuf>> = const { RefCell::new(None) };
}

/// The program's folder for reports; `None` where there is no home folder.
pub fn folder() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.data_dir().join("jjak").join("reports"))
}

/// From now on every panic leaves a report in `folder`, on whatever thread. The first call counts.
pub fn keep_in(folder: PathBuf) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let former = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            former(panic);
            LAST.set(write(&folder, panic).ok());
        }));
    });
}

/// Takes the report of this thread's last fault.
pub fn take_last() -> Option<PathBuf> {
    LAST.take()
}

fn write(folder: &Path, panic: &PanicHookInfo) -> std::io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let now = Timestamp::now();
    let path = folder.join(format!("{}.txt", now.strftime("%Y%m%dT%H%M%S%fZ")));
    let thread = std::thread::current();
    let report = format!(
        "Jjak {} ({} {})\n{now}\nthread {}\n{}\n\n{}\n\n{}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
        without_texts(&panic.to_string()),
        Backtrace::force_capture(),
        super::log::text(),
    );
    fs::write(&path, report)?;
    Ok(path)
}

/// A panic's message without what stands between backticks: there the standard library quotes the text that it was about.
fn without_texts(message: &str) -> String {
    let mut parts = message.split('`');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        out.push_str(if at % 2 == 0 { "`…`" } else { part });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_quotes_no_text() {
        let said =
            "byte index 2 is not a char boundary; it is inside '글' (bytes 0..3) of `글이다`";
        assert!(!without_texts(said).contains("글이다"));
        assert_eq!(without_texts("row 7 is not there"), "row 7 is not there");
    }
}
