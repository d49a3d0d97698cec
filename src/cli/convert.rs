//! `jjak convert`: files of pairs, of Jjak and of other tools, in other formats.

use super::outputs::{Flag, RawOutputs};
use super::project::load;
use super::tell::tell;
use super::{Outcome, Stop, help, print};
use crate::aligned::{self, AlignedWarning, PairsError};
use crate::project::{self, Project};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let (mut inputs, mut outputs) = (Vec::<PathBuf>::new(), RawOutputs::default());
    while let Some(argument) = parser.next()? {
        if let Some(flag) = Flag::of(&argument) {
            outputs.take(flag, parser)?;
            continue;
        }
        match argument {
            Short('h') | Long("help") => return print(help::CONVERT),
            Value(file) => inputs.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let outputs = outputs.validate()?;
    if outputs.is_empty() {
        return Err(Stop::usage("where should the pairs go? Add -o corpus.tmx"));
    }
    let names: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    outputs.keep_apart(&[], &names)?;
    let (project, file) = match names.as_slice() {
        [] => return Err(Stop::usage("give a file of pairs")),
        [file] if is_project(file) => (load(file)?.project, Some(*file)),
        [file] => (told(file, aligned::open(file))?, None),
        [en, ko] => (told(en, aligned::open_pair(en, ko))?, None),
        _ => {
            return Err(Stop::usage(
                "give one file of pairs, or two of one sentence a line",
            ));
        }
    };
    outputs.write(&project, file)
}

fn is_project(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end == project::EXTENSION)
}

/// Says what a file of pairs could not give.
fn told(
    path: &Path,
    opened: Result<(Project, Vec<AlignedWarning>), PairsError>,
) -> Result<Project, Stop> {
    let (project, warnings) = opened.map_err(|error| match error {
        PairsError::UnknownFormat { .. } => Stop::usage(error),
        _ => Stop::failed(error),
    })?;
    for warning in warnings {
        tell(format_args!("warning: {}: {warning}", path.display()));
    }
    Ok(project)
}
