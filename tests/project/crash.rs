//! `kill -9` at random moments: no edit that was acknowledged is missing, and the file opens.
//!
//! The test runs itself as the process that dies: under [`VICTIM`] the test `victim` edits, saves and exports until
//! it is killed, and prints a line after each edit that the journal took.

use super::{small, take};
use crate::random;
use jjak::exchange::{ExportedWork, Format, Options};
use jjak::project::{Journal, Project};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

const VICTIM: &str = "JJAK_TEST_VICTIM";
const MOMENTS: u64 = 200;

/// The same steps in every process.
fn script() -> &'static [random::Step] {
    static SCRIPT: OnceLock<Vec<random::Step>> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let mut runner = TestRunner::deterministic();
        let steps = random::steps(600).new_tree(&mut runner).unwrap();
        steps.current()
    })
}

#[test]
fn victim() {
    let Some(path) = std::env::var_os(VICTIM) else {
        return;
    };
    let path = Path::new(&path);
    let mut project = small();
    let mut journal = Journal::create(path, &project).unwrap();
    let mut out = std::io::stdout().lock();
    writeln!(out, "begun").unwrap();
    for (at, step) in script().iter().cycle().enumerate() {
        take(&mut project, &mut journal, step).unwrap();
        if at % 16 == 7 {
            journal.save(&project).unwrap();
        }
        if at % 16 == 11 {
            let export = path.with_extension("tmx");
            jjak::whole_file::write_file(&export, |out| {
                let works = [ExportedWork::of(&project, None)];
                jjak::exchange::write(&works, Format::Tmx, &Options::default(), out)
            })
            .unwrap();
        }
        writeln!(out, "done {}", at + 1).unwrap();
        out.flush().unwrap();
    }
}

/// The project after the first `steps` of the script.
fn after(steps: usize) -> Project {
    let mut project = small();
    let Project {
        bitext, history, ..
    } = &mut project;
    for step in script().iter().cycle().take(steps) {
        match step.operation(bitext) {
            Some(operation) => {
                if let Ok(edit) = operation.edit(bitext) {
                    history.apply(bitext, edit);
                }
            }
            None if step.undoes() => drop(history.undo(bitext)),
            None => drop(history.redo(bitext)),
        }
    }
    project
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_missing() {
    let program = std::env::current_exe().unwrap();
    for moment in 0..MOMENTS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pair.jjak");
        let mut child = Command::new(&program)
            .args(["--exact", "project::crash::victim", "--nocapture"])
            .env(VICTIM, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let begun = lines
            .by_ref()
            .map_while(Result::ok)
            .any(|line| line.ends_with("begun"));
        assert!(begun);
        // Spread over some milliseconds, no two alike.
        std::thread::sleep(Duration::from_micros(moment * 7919 % 30_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let acknowledged = lines
            .map_while(Result::ok)
            .filter_map(|line| line.strip_prefix("done ")?.parse::<usize>().ok())
            .last()
            .unwrap_or(0);
        holds_all(&path, acknowledged);
    }
}

/// The file opens, and no step that was acknowledged is missing.
fn holds_all(path: &Path, acknowledged: usize) {
    let (_, loaded) = Journal::open(path).unwrap();
    assert!(loaded.damage.is_none_or(|damage| damage.lines == 0));
    // What was being done may be in the file although its acknowledgement never came.
    let found = &loaded.project;
    let same = |other: &Project| (&found.bitext, &found.history) == (&other.bitext, &other.history);
    assert!(
        same(&after(acknowledged)) || same(&after(acknowledged + 1)),
        "ended after {acknowledged} steps"
    );
}

/// A limit on the size of files stands for a disk that fills up in the middle of the work.
#[cfg(target_os = "linux")]
#[test]
fn on_a_disk_that_fills_up_nothing_acknowledged_is_missing() {
    let program = std::env::current_exe().unwrap();
    for blocks in (8..40).step_by(4) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pair.jjak");
        // Without the trap the system would end the process; so writing fails, as on a full disk.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let output = Command::new("sh")
            .args(["-c", &script])
            .arg(&program)
            .args(["--exact", "project::crash::victim", "--nocapture"])
            .env(VICTIM, &path)
            .env("RUST_BACKTRACE", "0")
            .output()
            .unwrap();
        assert!(!output.status.success(), "the disk filled up");
        let lines = String::from_utf8_lossy(&output.stdout);
        let done = lines.lines().filter_map(|line| line.strip_prefix("done "));
        let acknowledged = done.filter_map(|number| number.parse().ok()).next_back();
        if lines.contains("begun") {
            holds_all(&path, acknowledged.unwrap_or(0));
        }
    }
}
