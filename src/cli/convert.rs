//! `jjak convert`: files of pairs, of Jjak and of other tools, in other formats.

use super::files;
use super::outputs::{Flag, RawOutputs};
use super::project::{is_project, load};
use super::tell::warn;
use super::{Outcome, Stop, help, print};
use jjak_formats::exchange::{self, BadRows, BilingualWarning, Keep, PairsError, Reading};
use jjak_formats::project::Project;
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let (mut inputs, mut outputs) = (Vec::<PathBuf>::new(), RawOutputs::default());
    let (mut ladder, mut columns) = (None::<PathBuf>, None);
    let (mut bad_rows, mut strict) = (BadRows::Refuse, false);
    while let Some(argument) = parser.next()? {
        if let Some(flag) = Flag::of(&argument) {
            outputs.take(flag, parser)?;
            continue;
        }
        match argument {
            Short('h') | Long("help") => return print(help::CONVERT),
            Long("ladder") => ladder = Some(parser.value()?.into()),
            Long("columns") => columns = Some(files::columns(parser)?),
            Long("skip-bad") => bad_rows = BadRows::Skip,
            Long("strict") => strict = true,
            Value(file) => inputs.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let mut outputs = outputs.validate()?;
    if outputs.is_empty() {
        return Err(Stop::usage("where should the pairs go? Add -o corpus.tmx"));
    }
    let names: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    let mut read = inputs.clone();
    for name in &names {
        // Whether the file itself can be read is told when it is.
        read.extend(exchange::beside(name).unwrap_or_default());
    }
    read.extend(ladder.clone());
    outputs.claim(&[], &read)?;
    let reading = Reading {
        columns: columns.as_ref(),
        bad_rows,
    };
    if let ([file], None, true) = (names.as_slice(), &ladder, outputs.flow())
        && let Some(flow) = exchange::Flow::reading(file, reading).map_err(refused)?
    {
        tell_warnings(file, flow.warnings());
        outputs.write_flow(&flow)?;
        return Ok(Outcome::of(strict));
    }
    let keep = match outputs.hold_a_project() {
        true => Keep::Originals,
        false => Keep::Pairs,
    };
    let (mut project, file) = match (names.as_slice(), &ladder) {
        ([], _) => return Err(Stop::usage("give a file of pairs")),
        ([en, ko], Some(ladder)) => (told(ladder, exchange::open_ladder(en, ko, ladder))?, None),
        (_, Some(_)) => {
            return Err(Stop::usage(
                "--ladder goes with two files of one sentence a line, the English and the Korean",
            ));
        }
        ([file], None) if is_project(file) => (load(file)?.project, Some(*file)),
        ([file], None) => (
            told(file, exchange::open_reading(keep, file, reading))?,
            None,
        ),
        ([en, ko], None) => (told(en, exchange::open_pair(keep, en, ko))?, None),
        _ => {
            return Err(Stop::usage(
                "give one file of pairs, or two of one sentence a line",
            ));
        }
    };
    outputs.direct(&mut project);
    outputs.write(&project, file)?;
    Ok(Outcome::of(strict))
}

/// Says what a file of pairs could not give.
fn told(
    path: &Path,
    opened: Result<(Project, Vec<BilingualWarning>), PairsError>,
) -> Result<Project, Stop> {
    let (project, warnings) = opened.map_err(refused)?;
    tell_warnings(path, &warnings);
    Ok(project)
}

fn refused(error: PairsError) -> Stop {
    match error {
        PairsError::UnknownFormat { .. } => Stop::usage(error),
        _ => Stop::failed(error),
    }
}

fn tell_warnings(path: &Path, warnings: &[BilingualWarning]) {
    for warning in warnings {
        warn(format_args!("{}: {warning}", path.display()));
    }
}
