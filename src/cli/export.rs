//! `jjak export`: the pairs of projects in other formats.

use super::outputs::{Flag, RawOutputs};
use super::project::load;
use super::{Outcome, Stop, help, print};
use jjak_formats::project::Project;
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
            Short('h') | Long("help") => return print(help::EXPORT),
            Value(file) => inputs.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let outputs = outputs.validate()?;
    if inputs.is_empty() {
        return Err(Stop::usage("give a project (.jjak), or several"));
    }
    if outputs.is_empty() {
        return Err(Stop::usage("where should the pairs go? Add -o corpus.tmx"));
    }
    if inputs.len() > 1 {
        outputs.hold_several()?;
    }
    let names: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    outputs.keep_apart(&[], &names)?;
    let projects = inputs.iter().map(|file| Ok(load(file)?.project));
    let projects = projects.collect::<Result<Vec<Project>, Stop>>()?;
    let files = names.into_iter().map(Some);
    let named: Vec<(&Project, Option<&Path>)> = projects.iter().zip(files).collect();
    outputs.write_all(&named)
}
