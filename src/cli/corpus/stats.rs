//! `jjak stats`: what is in a corpus.

use crate::files::{self, Target};
use crate::outputs::keep_apart;
use crate::{Outcome, Stop, help, print};
use jjak_pipeline::corpus::{Statistics, rows, write_page};
use lexopt::prelude::*;
use std::path::PathBuf;

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let (mut corpora, mut outputs, mut strict) = (Vec::new(), Vec::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return print(help::STATS),
            Short('o') | Long("output") => outputs.push(PathBuf::from(parser.value()?)),
            Long("strict") => strict = true,
            Value(corpus) => corpora.push(corpus.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let corpus = files::only(corpora)?;
    if outputs.is_empty() {
        outputs.push("-".into());
    }
    let is_page = |path: &PathBuf| path.extension().is_some_and(|end| end == "html");
    if let Some(other) = outputs.iter().find(|path| {
        !files::is_dash(path) && !is_page(path) && path.extension().is_none_or(|end| end != "json")
    }) {
        return Err(Stop::Usage(format!(
            "-o {}: figures go into .json or .html",
            other.display()
        )));
    }
    let targets: Vec<Target> = outputs.iter().cloned().map(Target::from).collect();
    keep_apart(
        &targets.iter().collect::<Vec<_>>(),
        std::slice::from_ref(&corpus),
    )?;
    let mut statistics = Statistics::default();
    for row in rows(&corpus).map_err(Stop::failed)? {
        statistics.add(&row.map_err(Stop::failed)?);
    }
    let statistics = statistics.finish();
    let name = corpus.file_stem().unwrap_or_default().to_string_lossy();
    for (path, target) in outputs.iter().zip(&targets) {
        target.write(|out| match is_page(path) {
            true => write_page(&name, &statistics, out),
            false => {
                serde_json::to_writer_pretty(&mut *out, &statistics)?;
                writeln!(out)
            }
        })?;
    }
    Ok(Outcome::of(strict))
}
