//! `jjak split`: a corpus in parts for training, development and test.

use crate::files::{self, Target};
use crate::outputs::keep_apart;
use crate::tell::tell;
use crate::{Outcome, Stop, help, print};
use jjak_pipeline::corpus::{Part, Said, Shares, Split, Statistics, card, rows};
use lexopt::prelude::*;
use std::io;
use std::path::PathBuf;

const CARD: &str = "README.md";

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let (mut corpora, mut folder) = (Vec::new(), None);
    let mut shares = Shares {
        dev: 0.01,
        test: 0.01,
    };
    let (mut seed, mut once, mut replace, mut strict) = (1, false, false, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return print(help::SPLIT),
            Short('o') | Long("output") => folder = Some(PathBuf::from(parser.value()?)),
            Long("dev") => shares.dev = share("--dev", &parser.value()?.string()?)?,
            Long("test") => shares.test = share("--test", &parser.value()?.string()?)?,
            Long("seed") => seed = parser.value()?.parse()?,
            Long("duplicates") => once = is_once(&parser.value()?.string()?)?,
            Long("replace") => replace = true,
            Long("strict") => strict = true,
            Value(corpus) => corpora.push(corpus.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let corpus = files::only(corpora)?;
    let folder = folder.ok_or_else(|| Stop::usage("where should the parts go? Add -o FOLDER"))?;
    if shares.dev + shares.test >= 1.0 {
        return Err(Stop::usage("--dev and --test leave nothing to train on"));
    }
    let path = |part: Part| folder.join(part.as_str()).with_extension("jsonl");
    let mut paths: Vec<PathBuf> = Part::ALL.map(path).into();
    paths.push(folder.join(CARD));
    if let Some(there) = paths.iter().find(|path| path.exists() && !replace) {
        return Err(Stop::Failed(format!(
            "{}: is there already; choose another folder, or replace what is there (--replace)",
            there.display()
        )));
    }
    let targets: Vec<Target> = paths.into_iter().map(Target::File).collect();
    keep_apart(
        &targets.iter().collect::<Vec<_>>(),
        std::slice::from_ref(&corpus),
    )?;
    let split = Split::of(&corpus, shares, seed).map_err(Stop::failed)?;
    if !folder.is_dir() {
        std::fs::create_dir(&folder).map_err(|error| {
            Stop::Failed(format!("{}: cannot be made ({error})", folder.display()))
        })?;
    }
    let mut parts = Vec::new();
    for (part, target) in Part::ALL.into_iter().zip(&targets) {
        let (mut said, mut left_out) = (Said::default(), 0);
        let mut statistics = Statistics::default();
        target.write(|out| {
            for row in rows(&corpus).map_err(io::Error::other)? {
                let row = row.map_err(io::Error::other)?;
                // What stands in several parts stays in the one that has it first.
                let is_new = !once || said.is_new(&row);
                if split.part_of(&row) != Some(part) {
                    continue;
                }
                if !is_new {
                    left_out += 1;
                    continue;
                }
                statistics.add(&row);
                writeln!(out, "{}", row.line)?;
            }
            Ok(())
        })?;
        let statistics = statistics.finish();
        let repeated = match left_out {
            0 => String::new(),
            left_out => format!(", {left_out} left out that were said before"),
        };
        tell(format_args!(
            "{target}: {} pairs of {} documents{repeated}",
            statistics.pairs + statistics.one_sided,
            statistics.documents
        ));
        parts.push((part, statistics));
    }
    let near = split.near();
    tell(format_args!(
        "{} of {} documents are nearly the same as one before and stand in the same part",
        near.repeated(),
        near.documents()
    ));
    let name = corpus.file_stem().unwrap_or_default().to_string_lossy();
    let text = card(&name, &parts);
    Target::File(folder.join(CARD)).write(|out| out.write_all(text.as_bytes()))?;
    Ok(Outcome::of(strict))
}

fn share(option: &str, text: &str) -> Result<f64, Stop> {
    let share = text.parse().ok().filter(|share| (0.0..1.0).contains(share));
    share.ok_or_else(|| {
        Stop::Usage(format!(
            "{option} is a share of the documents, such as .01, not \"{text}\""
        ))
    })
}

fn is_once(how: &str) -> Result<bool, Stop> {
    match how {
        "keep-all" => Ok(false),
        "keep-first" => Ok(true),
        _ => Err(Stop::Usage(format!(
            "--duplicates is keep-all or keep-first, not \"{how}\""
        ))),
    }
}
