//! The real program, driven from outside: what it writes where, and how it ends.

#[path = "cli/align.rs"]
mod align;
#[path = "cli/batch.rs"]
mod batch;
#[path = "cli/checks.rs"]
mod checks;
#[path = "cli/corpus.rs"]
mod corpus;
#[path = "cli/glossaries.rs"]
mod glossaries;
#[path = "cli/jobs.rs"]
mod jobs;
#[path = "cli/kept.rs"]
mod kept;
#[path = "cli/links.rs"]
mod links;
#[path = "cli/manual.rs"]
mod manual;
#[path = "cli/matching.rs"]
mod matching;
#[path = "cli/memories.rs"]
mod memories;
#[path = "cli/narrowed.rs"]
mod narrowed;
#[path = "cli/pairs.rs"]
mod pairs;
#[path = "cli/parts.rs"]
mod parts;
#[path = "cli/projects.rs"]
mod projects;
mod rules_cli;
#[path = "cli/signals.rs"]
mod signals;
#[path = "cli/source.rs"]
mod source;
#[path = "cli/strict.rs"]
mod strict;

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const ENGLISH: &str = "\
The central bank kept its key rate at 2.5 percent on Thursday.
It was the third time in a row.
\"We will watch home prices,\" Governor Rhee Chang-yong told reporters in Seoul.
Exports rose 8.4 percent in October from a year earlier.
";

const KOREAN: &str = "\
한국은행은 27일 기준금리를 2.5%로 유지했다.
세 번 연속 동결이다.
이창용 총재는 서울에서 기자들에게 \"집값을 지켜보겠다\"고 말했다.
10월 수출은 1년 전보다 8.4% 늘었다.
";

/// A folder of its own for a test, with the two texts in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        desk.put("en.txt", ENGLISH);
        desk.put("ko.txt", KOREAN);
        desk
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs `jjak` in the folder, with `arguments` separated by spaces.
    fn jjak(&self, arguments: &str) -> Ran {
        let output = command(self.0.path(), arguments).output().unwrap();
        Ran::from(output)
    }
}

fn command(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jjak"));
    command
        .current_dir(folder)
        .args(arguments.split_whitespace());
    command
}

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// It did what was asked; what it wrote to standard output.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{}", self.err);
        self.out
    }

    /// It could not run, said all of `words`, and wrote no data.
    #[track_caller]
    fn refused(self, words: &[&str]) {
        assert_eq!(self.code, Some(2), "{}", self.err);
        assert_eq!(self.out, "");
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in: {}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
    }
}
