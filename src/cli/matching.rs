//! `jjak match`: which texts of two folders belong together.

use super::bar::with_bar;
use super::custom::{CuttingFlag, CuttingOptions};
use super::files::{self, Target};
use super::outputs::keep_apart;
use super::tell::{tell, warn};
use super::{Outcome, Stop, help, print};
use jjak_pipeline::manifest::{Manifest, Record};
use jjak_pipeline::matching::{
    Matched, Request, RowState, gather, is_table, match_texts, write_json_lines, write_tsv,
};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

/// As many texts that cannot be used are told one by one; all of them are in the table.
const TOLD: usize = 10;

#[derive(Default)]
struct Args {
    inputs: Vec<PathBuf>,
    output: Option<PathBuf>,
    json_lines: bool,
    known: Option<PathBuf>,
    glossary: Option<PathBuf>,
    without_names: bool,
    jobs: Option<usize>,
    strict: bool,
    cutting: CuttingOptions,
}

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let mut args = Args::default();
    while let Some(argument) = parser.next()? {
        if let Some(flag) = CuttingFlag::of(&argument) {
            args.cutting.take(flag, parser)?;
            continue;
        }
        match argument {
            Short('h') | Long("help") => return print(help::MATCH),
            Short('o') | Long("output") => args.output = Some(parser.value()?.into()),
            Long("format") => args.json_lines = is_json_lines(&parser.value()?.string()?)?,
            Long("known") => args.known = Some(parser.value()?.into()),
            Long("glossary") => args.glossary = Some(parser.value()?.into()),
            Long("names") => args.without_names = !is_yes("--names", &parser.value()?.string()?)?,
            Long("jobs") => args.jobs = Some(parser.value()?.parse()?),
            Long("strict") => args.strict = true,
            Value(input) => args.inputs.push(input.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    match_all(&args)
}

fn is_json_lines(name: &str) -> Result<bool, Stop> {
    match name {
        "tsv" => Ok(false),
        "jsonl" => Ok(true),
        _ => Err(Stop::Usage(format!(
            "--format is tsv or jsonl, not \"{name}\""
        ))),
    }
}

fn is_yes(option: &str, word: &str) -> Result<bool, Stop> {
    match word {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Stop::Usage(format!(
            "{option} is yes or no, not \"{word}\""
        ))),
    }
}

fn match_all(args: &Args) -> Result<Outcome, Stop> {
    if args.inputs.is_empty() || args.inputs.len() > 2 {
        return Err(Stop::usage(
            "give two folders, the English and the Korean, or one that holds both",
        ));
    }
    let Some(output) = &args.output else {
        return Err(Stop::usage(
            "where should the table go? Add -o pairs.tsv, or -o - to see it here",
        ));
    };
    let is_json_lines = args.json_lines
        || output
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("jsonl"));
    let output = Target::from(output.clone());
    let read = [&args.known, &args.glossary, &args.cutting.0.srx];
    let mut read: Vec<PathBuf> = read.into_iter().flatten().cloned().collect();
    // An archive, a book, a text, or a list.
    read.extend(args.inputs.iter().map(|input| {
        let list = input.to_str().and_then(|name| name.strip_prefix('@'));
        list.map_or_else(|| input.clone(), PathBuf::from)
    }));
    keep_apart(&[&output], &read)?;
    let mut custom = args.cutting.load()?;
    if let Some(path) = &args.glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    let known = match &args.known {
        Some(path) => read_known(path)?,
        None => Vec::new(),
    };
    let mut texts = gather(&args.inputs).map_err(Stop::failed)?;
    if let Target::File(path) = &output {
        // A table from before may lie among the texts.
        if is_table(path) {
            let own = std::fs::canonicalize(path).ok();
            texts.retain(|text| own.is_none() || std::fs::canonicalize(&text.name).ok() != own);
        }
        let read: Vec<PathBuf> = texts.iter().map(|text| text.name.clone()).collect();
        keep_apart(&[&output], &read)?;
    }
    let lexicon = custom.lexicon();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let request = Request {
        texts: &texts,
        custom: &custom,
        lexicon: &lexicon,
        known: &known,
        known_table: args.known.as_deref(),
        names: !args.without_names,
        threads: args.jobs.unwrap_or(threads).max(1),
    };
    let matched =
        with_bar("matching", |progress| match_texts(&request, progress)).map_err(Stop::failed)?;
    report(&matched);
    output.write(|out| match is_json_lines {
        true => write_json_lines(&matched.rows, out),
        false => write_tsv(&matched.rows, out),
    })?;
    Ok(Outcome::of(args.strict))
}

/// The rows of a table that decide. One that cannot be read stops the command: what a person said is not passed over.
fn read_known(path: &Path) -> Result<Vec<Record>, Stop> {
    let named = |error| Stop::Failed(format!("{}: {error}", path.display()));
    let rows = Manifest::open(path).map_err(named)?;
    rows.collect::<Result<_, _>>().map_err(named)
}

fn report(matched: &Matched) {
    for (name, why) in matched.unusable.iter().take(TOLD) {
        warn(format_args!("{}: {why}", name.display()));
    }
    if matched.unusable.len() > TOLD {
        warn(format_args!(
            "{} more texts that cannot be used are in the table, with the reason",
            matched.unusable.len() - TOLD
        ));
    }
    for name in &matched.missing {
        warn(format_args!(
            "{}: the table of known pairs names it, but it is not among the texts",
            name.display()
        ));
    }
    let [en, ko] = matched.texts;
    let count = |state: RowState| matched.rows.iter().filter(|row| row.state == state).count();
    tell(format_args!(
        "{en} English and {ko} Korean texts: {} pairs are sure, {} to look at, {} with parts of pages; {} guesses, {} other versions, {} duplicates, {} without counterpart",
        count(RowState::Sure),
        count(RowState::Look),
        count(RowState::Part),
        count(RowState::Guess),
        count(RowState::Version),
        count(RowState::Duplicate),
        count(RowState::Alone) + count(RowState::None) - matched.unusable.len(),
    ));
}
