//! The command line: one file per subcommand. Messages go to standard error, data to standard output.
//!
//! Exit codes: 0 done; 1 done with warnings that were asked to fail on (`--strict`), and always when a project was
//! damaged or a part of what was asked failed; 2 cannot run, or refused.

mod align;
mod bar;
mod batch;
mod check;
mod clean;
mod convert;
mod corpus;
mod custom;
mod diff;
mod export;
mod files;
mod general;
mod harmless;
mod identity;
mod job;
mod manual_html;
mod matching;
mod outputs;
mod page;
mod project;
mod proof;
mod score;
mod segment;
mod selection;
mod sources;
mod tell;
mod terms;
mod update;

use jjak_formats::{clock, import, unfinished};
use jjak_pipeline::fetch;
use lexopt::prelude::*;
use page::Command;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tell::tell;

/// How a command ended that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    Warned,
}

impl Outcome {
    /// How a command ended that did what it was asked, after what it had to say.
    fn of(strict: bool) -> Outcome {
        if tell::has_warned(strict) {
            Outcome::Warned
        } else {
            Outcome::Done
        }
    }
}

/// Why a command cannot run.
#[derive(Debug)]
enum Stop {
    /// The arguments make no sense; the help would.
    Usage(String),
    /// The arguments are fine, what they name is not.
    Failed(String),
    /// The reader of our output has gone, which is no fault.
    PipeClosed,
}

impl Stop {
    fn usage(message: impl ToString) -> Stop {
        Stop::Usage(message.to_string())
    }

    fn failed(message: impl ToString) -> Stop {
        Stop::Failed(message.to_string())
    }
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Stop {
        Stop::usage(error)
    }
}

impl From<io::Error> for Stop {
    /// Of writing to standard output.
    fn from(error: io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::PipeClosed,
            _ => Stop::Failed(format!("standard output cannot be written ({error})")),
        }
    }
}

/// All subcommands; `general` tells of them.
pub(crate) const COMMANDS: [&dyn Command; 16] = [
    &align::PAGE,
    &batch::PAGE,
    &segment::PAGE,
    &clean::PAGE,
    &export::PAGE,
    &convert::PAGE,
    &update::PAGE,
    &check::PAGE,
    &terms::PAGE,
    &diff::PAGE,
    &matching::PAGE,
    &job::PAGE,
    &corpus::stats::PAGE,
    &corpus::dedup::PAGE,
    &corpus::split::PAGE,
    &score::PAGE,
];

/// The exit code that shells know an interrupted program by.
const INTERRUPTED: i32 = 130;

/// How long a window that was asked to close may take.
const WINDOW_ENDS: Duration = Duration::from_secs(3);

/// Runs what the process's arguments ask for.
///
/// `window` opens the window with some files and returns when it is closed, or says why it cannot; `end_window` asks it
/// to close, from another thread, and says whether there is one that had not been asked.
pub fn main(window: fn(Vec<PathBuf>) -> Result<(), String>, end_window: fn() -> bool) -> ExitCode {
    // Without it a signal only leaves something to sweep up later.
    let _ = ctrlc::set_handler(move || {
        // Two threads that exit at once trip over each other: the window's own goes first.
        if end_window() {
            std::thread::sleep(WINDOW_ENDS);
        }
        unfinished::remove_all();
        std::process::exit(INTERRUPTED);
    });
    let mut parser = lexopt::Parser::from_env();
    let (name, result) = dispatch(&mut parser, window);
    match result {
        Ok(Outcome::Done) | Err(Stop::PipeClosed) => ExitCode::SUCCESS,
        Ok(Outcome::Warned) => ExitCode::from(1),
        Err(Stop::Failed(message)) => {
            tell(format_args!("{name}: {message}"));
            ExitCode::from(2)
        }
        Err(Stop::Usage(message)) => {
            tell(format_args!("{name}: {message}\nSee {name} --help."));
            ExitCode::from(2)
        }
    }
}

/// Runs the command that the first argument names; says which it was.
fn dispatch(
    parser: &mut lexopt::Parser,
    window: fn(Vec<PathBuf>) -> Result<(), String>,
) -> (String, Result<Outcome, Stop>) {
    if let Err(why) = clock::check() {
        return ("jjak".into(), Err(Stop::Failed(why)));
    }
    let window = |files| window(files).map(|()| Outcome::Done).map_err(Stop::Failed);
    let first = parser
        .try_raw_args()
        .and_then(|args| args.peek().map(OsString::from));
    if let Some("-h" | "--help") = first.as_ref().and_then(|first| first.to_str()) {
        return ("jjak".into(), print(&general::help()));
    }
    if first.is_some_and(|first| first.as_encoded_bytes().starts_with(b"-")) {
        return ("jjak".into(), general::PAGE.run(parser));
    }
    let result = match parser.next() {
        Ok(None) => window(Vec::new()),
        Ok(Some(Value(word))) => {
            let mut commands = COMMANDS.into_iter();
            if let Some(command) = commands.find(|command| word.to_str() == Some(command.name())) {
                return (format!("jjak {}", command.name()), command.run(parser));
            }
            to_open(word, parser).and_then(window)
        }
        Ok(Some(option)) => Err(option.unexpected().into()),
        Err(error) => Err(error.into()),
    };
    ("jjak".into(), result)
}

/// The files and folders to open in the window: they must be there. More than a pair make a job.
fn to_open(first: OsString, parser: &mut lexopt::Parser) -> Result<Vec<PathBuf>, Stop> {
    let mut files = vec![PathBuf::from(first)];
    while let Some(argument) = parser.next()? {
        match argument {
            Value(file) => files.push(file.into()),
            option => return Err(option.unexpected().into()),
        }
    }
    for file in &files {
        if let Some(Err(error)) = fetch::link(file) {
            return Err(Stop::failed(error));
        }
    }
    let is_there =
        |file: &Path| import::part::file_of(file).exists() || fetch::link(file).is_some();
    if let Some(missing) = files.iter().find(|file| !is_there(file)) {
        let names = COMMANDS.map(|command| command.name());
        let word = missing.to_string_lossy();
        let hint = match page::nearest(&word, names.into_iter()) {
            Some(near) => format!("; did you mean {near}?"),
            None => String::new(),
        };
        return Err(Stop::Usage(format!(
            "{word}: there is no such file, and no such command (commands are {}){hint}",
            names.join(", ")
        )));
    }
    Ok(files)
}

/// Writes text to standard output as the whole answer.
fn print(text: &str) -> Result<Outcome, Stop> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(Outcome::Done)
}
