//! How long a large project takes to open and an edit to be safe on disk, and what both take up.
//!
//! `cargo bench --no-default-features --bench project` prints it for 100,000 rows.

use jjak::align::Link;
use jjak::bitext::{Bitext, Operation, RowIndex, State};
use jjak::import::{Originals, from_text};
use jjak::pipeline::prepare_lines;
use jjak::project::{Journal, Project};
use std::fs;
use std::time::{Duration, Instant};

const ROWS: usize = 100_000;
const EDITS: usize = 2_000;

fn main() {
    // `cargo test --benches` asks only whether it runs.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for the project");
    let path = folder.path().join("large.jjak");
    let project = project();
    let start = Instant::now();
    drop(Journal::create(&path, &project).expect("a place to write to"));
    println!("{ROWS} rows written in {:.2?}", start.elapsed());
    let bytes = fs::metadata(&path).expect("it was written").len();
    println!("file: {:.1} MB", bytes as f64 / 1e6);
    drop(project);

    let start = Instant::now();
    let (mut journal, loaded) = Journal::open(&path).expect("what was written opens");
    println!("opened in {:.2?}", start.elapsed());
    println!("memory: {}", memory("VmRSS:"));

    let mut project = loaded.project;
    let mut times: Vec<Duration> = (0..EDITS)
        .map(|at| edit(&mut project, &mut journal, at))
        .collect();
    times.sort_unstable();
    let at = |share: f64| times[(share * (EDITS - 1) as f64) as usize];
    println!(
        "an edit is on disk after {:.2?} (p50), {:.2?} (p99), {:.2?} (longest of {EDITS})",
        at(0.5),
        at(0.99),
        at(1.0)
    );
    println!("most memory: {}", memory("VmHWM:"));
}

fn project() -> Project {
    let lines = |line: fn(usize) -> String| (0..ROWS).map(line).collect::<String>();
    let en = lines(|at| {
        format!("The harbor office said on Monday that {at} ships had left the inner quay.\n")
    });
    let ko = lines(|at| format!("항만청은 월요일 내항 부두를 떠난 배가 {at}척이라고 밝혔다.\n"));
    let originals = Originals {
        en: en.as_bytes().into(),
        ko: ko.as_bytes().into(),
    };
    let prepared = prepare_lines(from_text(en), from_text(ko)).expect("a pair");
    let links: Vec<Link> = (0..ROWS)
        .map(|row| Link {
            en: vec![row],
            ko: vec![row],
            confidence: 0.97,
        })
        .collect();
    Project::new(
        originals,
        Bitext::new(prepared.en, prepared.ko, &links),
        true,
    )
}

/// Accepts a row, or merges two, and says how long it took until the journal had it.
fn edit(project: &mut Project, journal: &mut Journal, at: usize) -> Duration {
    let row = at * 7_919 % (project.bitext.beads.len() - 1);
    let operation = if at.is_multiple_of(2) {
        let state = State::Accepted;
        Operation::SetState {
            rows: RowIndex(row)..RowIndex(row + 1),
            state,
        }
    } else {
        Operation::MergeBeads {
            rows: RowIndex(row)..RowIndex(row + 2),
        }
    };
    let Ok(edit) = operation.edit(&project.bitext) else {
        return Duration::ZERO;
    };
    project.apply(edit.clone());
    let start = Instant::now();
    journal.edit(&edit).expect("the journal takes it");
    start.elapsed()
}

/// What Linux says of this process; other systems are not asked.
fn memory(what: &str) -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    line.map_or_else(
        || "not known here".to_owned(),
        |line| line.trim().to_owned(),
    )
}
