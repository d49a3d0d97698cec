//! `jjak split`: a corpus in parts for training, development and test.

use crate::files::{self, Target};
use crate::outputs::keep_apart;
use crate::page::{Flag, Given, Page, Section, Value, names};
use crate::tell::tell;
use crate::{Outcome, Stop};
use jjak_formats::exchange::verbatim::CorpusFile;
use jjak_pipeline::corpus::{Said, Shares, Split, Statistics, Subset, card};
use std::io;
use std::path::PathBuf;

const CARD: &str = "README.md";

pub(crate) struct Args {
    corpora: Vec<PathBuf>,
    folder: Option<PathBuf>,
    shares: Shares,
    seed: u64,
    once: bool,
    replace: bool,
    strict: bool,
}

impl Default for Args {
    fn default() -> Args {
        Args {
            corpora: Vec::new(),
            folder: None,
            shares: Shares {
                dev: 0.01,
                test: 0.01,
            },
            seed: 1,
            once: false,
            replace: false,
            strict: false,
        }
    }
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "split",
    call: "CORPUS -o DIR",
    summary: "a corpus in parts for training, development and test",
    usage: &["CORPUS -o FOLDER [options]"],
    about: "\
Divides a corpus of many documents into train, dev and test, files of its own form, with a card for Hugging
Face (README.md). Each document is whole in one part, and so are documents that are nearly the same, so that no
test is known from training. A row stays as it is.

CORPUS is what jjak batch writes: .jsonl, .tsv, .csv, .tmx or .parquet, a row a pair; `project` is the document.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &["jjak split corpus.jsonl -o parts --dev .02 --test .02"],
    operand: |args, corpus| args.corpora.push(corpus.into()),
    run,
};

/// Whether what is said twice stands there once.
const DUPLICATES: &[(&str, bool)] = &[("keep-all", false), ("keep-first", true)];

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("FOLDER"),
        "the folder of the parts; it is made",
        |args: &mut Args, given| given.path().map(|folder| args.folder = Some(folder)),
    )
    .short('o'),
    Flag::value(
        "dev",
        Value::text("SHARE"),
        "about this share of the documents is for development (.01)",
        |args, given| share(given).map(|share| args.shares.dev = share),
    ),
    Flag::value(
        "test",
        Value::text("SHARE"),
        "and this for test (.01)",
        |args, given| share(given).map(|share| args.shares.test = share),
    ),
    Flag::value(
        "seed",
        Value::text("N"),
        "another division (1); the same one divides alike, and documents that are added move none but those that are nearly the same",
        |args, given| given.parsed().map(|seed| args.seed = seed),
    ),
    Flag::value(
        "duplicates",
        Value::one_of("HOW", || names(DUPLICATES)),
        "keep-all (if you say nothing); keep-first of pairs that say the same but for letter case, marks and spaces; jjak dedup tells which those are",
        |args, given| given.one_of(DUPLICATES).map(|once| args.once = once),
    ),
    Flag::switch("replace", "also over parts that are there", |args| {
        args.replace = true;
    }),
    Flag::switch("strict", "exit with 1 if there was a warning", |args| {
        args.strict = true;
    }),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let Args {
        corpora,
        folder,
        shares,
        seed,
        once,
        replace,
        strict,
    } = args;
    let corpus = files::only(corpora)?;
    let folder = folder.ok_or_else(|| Stop::usage("where should the parts go? Add -o FOLDER"))?;
    if shares.dev + shares.test >= 1.0 {
        return Err(Stop::usage("--dev and --test leave nothing to train on"));
    }
    let file = CorpusFile::open(&corpus).map_err(Stop::failed)?;
    let end = corpus.extension().unwrap_or_default().to_string_lossy();
    let path = |part: Subset| folder.join(format!("{}.{end}", part.as_str()));
    let mut paths: Vec<PathBuf> = Subset::ALL.map(path).into();
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
    let split = Split::of(&file, shares, seed).map_err(Stop::failed)?;
    if !folder.is_dir() {
        std::fs::create_dir(&folder).map_err(|error| {
            Stop::Failed(format!("{}: cannot be made ({error})", folder.display()))
        })?;
    }
    let mut parts = Vec::new();
    for (part, target) in Subset::ALL.into_iter().zip(&targets) {
        let (mut said, mut left_out) = (Said::default(), 0);
        let mut statistics = Statistics::default();
        target.write(|out| {
            let mut kept = file.begin(out)?;
            for row in file.rows().map_err(io::Error::other)? {
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
                kept.put(&row)?;
            }
            kept.finish()
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
    let text = card(&name, &end, &parts);
    Target::File(folder.join(CARD)).write(|out| out.write_all(text.as_bytes()))?;
    Ok(Outcome::of(strict))
}

fn share(given: &mut Given<'_>) -> Result<f64, Stop> {
    let text = given.text()?;
    let share = text.parse().ok().filter(|share| (0.0..1.0).contains(share));
    share.ok_or_else(|| {
        Stop::Usage(format!(
            "--{} is a share of the documents, such as .01, not \"{text}\"",
            given.option
        ))
    })
}
