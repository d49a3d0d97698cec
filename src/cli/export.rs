//! `jjak export`: a project's pairs in other formats.

use super::files;
use super::outputs::{Flag, RawOutputs};
use super::project::load;
use super::{Outcome, Stop, help, print};
use lexopt::prelude::*;

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let (mut inputs, mut outputs) = (Vec::new(), RawOutputs::default());
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
    let input = files::only(inputs)?;
    let outputs = outputs.validate()?;
    if outputs.is_empty() {
        return Err(Stop::usage("where should the pairs go? Add -o corpus.tmx"));
    }
    outputs.keep_apart(&[], &[&input])?;
    outputs.write(&load(&input)?.project)
}
