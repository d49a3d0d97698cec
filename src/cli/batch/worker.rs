//! The processes that do the records: this program once more, with the same arguments.

use crate::Stop;
use std::path::PathBuf;
use std::process::Command;

/// Says that this is a worker.
const VARIABLE: &str = "JJAK_BATCH_WORKER";

pub(super) const CAN_LIMIT_MEMORY: bool = cfg!(target_os = "linux");

pub(super) fn is_worker() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// How a worker is started.
pub(super) fn command() -> Command {
    let program = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("jjak"));
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).env(VARIABLE, "1");
    command
}

/// Holds this process to so many bytes of memory of its own.
#[cfg(target_os = "linux")]
pub(super) fn limit_memory(bytes: u64) -> Result<(), Stop> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let before = getrlimit(Resource::Data);
    let most = before.maximum.map_or(bytes, |most| most.min(bytes));
    let limit = Rlimit {
        current: Some(most),
        maximum: before.maximum,
    };
    setrlimit(Resource::Data, limit)
        .map_err(|error| Stop::Failed(format!("--max-memory cannot be held ({error})")))
}

#[cfg(not(target_os = "linux"))]
pub fn limit_memory(_bytes: u64) -> Result<(), Stop> {
    Ok(())
}

/// The bytes that `500M` or `2G` says.
pub(super) fn bytes(text: &str) -> Result<u64, Stop> {
    const LEAST: u64 = 64 << 20;
    let wrong = || {
        Stop::Usage(format!(
            "--max-memory is at least 64M, such as 500M or 2G, not \"{text}\""
        ))
    };
    let number = text.trim_end_matches(['B', 'b', 'i']);
    let (number, unit) = match number.strip_suffix(['M', 'm']) {
        Some(number) => (number, 20),
        None => (number.strip_suffix(['G', 'g']).ok_or_else(wrong)?, 30),
    };
    let number: u64 = number.trim().parse().map_err(|_| wrong())?;
    let bytes = number.checked_mul(1 << unit);
    bytes.filter(|&bytes| bytes >= LEAST).ok_or_else(wrong)
}
