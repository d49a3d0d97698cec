//! `jjak export`: the pairs of projects in other formats.

use super::outputs::{Flag, RawOutputs};
use super::project::load;
use super::tell::warn;
use super::{Outcome, Stop, help, print};
use jjak_formats::project::Project;
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let (mut inputs, mut outputs) = (Vec::<PathBuf>::new(), RawOutputs::default());
    let (mut skip_bad, mut strict) = (false, false);
    while let Some(argument) = parser.next()? {
        if let Some(flag) = Flag::of(&argument) {
            outputs.take(flag, parser)?;
            continue;
        }
        match argument {
            Short('h') | Long("help") => return print(help::EXPORT),
            Long("skip-bad") => skip_bad = true,
            Long("strict") => strict = true,
            Value(file) => inputs.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let mut outputs = outputs.validate()?;
    if inputs.is_empty() {
        return Err(Stop::usage("give a project (.jjak), or several"));
    }
    if outputs.is_empty() {
        return Err(Stop::usage("where should the pairs go? Add -o corpus.tmx"));
    }
    if inputs.len() > 1 {
        outputs.hold_several()?;
    }
    outputs.claim(&[], &inputs)?;
    let names: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    let mut projects: Vec<(Project, &Path)> = Vec::with_capacity(names.len());
    for file in &names {
        match load(file) {
            Ok(loaded) => {
                let mut project = loaded.project;
                outputs.direct(&mut project);
                projects.push((project, file));
            }
            Err(Stop::Failed(why)) if skip_bad => warn(format_args!("{why}; it is left out")),
            Err(stop) => return Err(stop),
        }
    }
    if projects.len() < names.len() {
        let left_out = names.len() - projects.len();
        warn(format_args!(
            "{left_out} of {} projects are left out",
            names.len()
        ));
    }
    if projects.is_empty() {
        return Err(Stop::failed("none of the projects can be used"));
    }
    let named = projects
        .iter()
        .map(|(project, file)| (project, Some(*file)));
    let named: Vec<(&Project, Option<&Path>)> = named.collect();
    outputs.write_all(&named)?;
    Ok(Outcome::of(strict))
}
