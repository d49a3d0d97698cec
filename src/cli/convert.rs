//! `jjak convert`: files of pairs, of Jjak and of other tools, in other formats.

use super::outputs::{Flag, RawOutputs};
use super::project::load;
use super::tell::tell;
use super::{Outcome, Stop, help, print};
use crate::aligned::{self, Aligned, AlignedError, Kind};
use crate::import::{Original, Originals};
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
    let project = match names.as_slice() {
        [] => return Err(Stop::usage("give a file of pairs")),
        [file] if is_project(file) => load(file)?.project,
        [file] => one(file)?,
        [en, ko] => two(en, ko)?,
        _ => {
            return Err(Stop::usage(
                "give one file of pairs, or two of one sentence a line",
            ));
        }
    };
    outputs.write(&project)
}

fn is_project(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end == project::EXTENSION)
}

fn one(path: &Path) -> Result<Project, Stop> {
    let kind = Kind::of(path).ok_or_else(|| {
        Stop::Usage(format!(
            "{}: which format? A file of pairs ends in .tmx, .tsv, .csv, .jsonl or .jjak",
            path.display()
        ))
    })?;
    let bytes = bytes(path)?;
    let aligned = aligned::read(&bytes, kind).map_err(|error| failed(path, &error))?;
    let en = Original::from(&bytes[..]);
    let originals = Originals {
        en,
        ko: Original::default(),
    };
    Ok(opened(path, aligned, originals))
}

fn two(en: &Path, ko: &Path) -> Result<Project, Stop> {
    let (en_bytes, ko_bytes) = (bytes(en)?, bytes(ko)?);
    let aligned = aligned::read_pair(&en_bytes, &ko_bytes).map_err(|error| failed(en, &error))?;
    let originals = Originals {
        en: Original::from(&en_bytes[..]),
        ko: Original::from(&ko_bytes[..]),
    };
    Ok(opened(en, aligned, originals))
}

fn opened(path: &Path, aligned: Aligned, originals: Originals) -> Project {
    for warning in &aligned.warnings {
        tell(format_args!("warning: {}: {warning}", path.display()));
    }
    Project::new(originals, aligned.into_bitext(), true)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Stop> {
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    if size > aligned::MAX_ALIGNED_BYTES as u64 {
        return Err(failed(path, &AlignedError::TooLarge));
    }
    std::fs::read(path).map_err(|error| {
        Stop::Failed(format!(
            "{}: cannot be read ({error}); check the name and the folder",
            path.display()
        ))
    })
}

fn failed(path: &Path, error: &AlignedError) -> Stop {
    Stop::Failed(format!("{}: {error}", path.display()))
}
