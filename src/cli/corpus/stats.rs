//! `jjak stats`: what is in a corpus.

use crate::files::{self, Target};
use crate::outputs::keep_apart;
use crate::page::{Flag, Page, Section, Value};
use crate::{Outcome, Stop};
use jjak_formats::exchange::verbatim::CorpusFile;
use jjak_pipeline::corpus::{MANY, Recurring, Sightings, Statistics, write_page};
use std::path::PathBuf;

#[derive(Default)]
pub(crate) struct Args {
    corpora: Vec<PathBuf>,
    outputs: Vec<PathBuf>,
    strict: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "stats",
    call: "CORPUS",
    summary: "what is in a corpus of many texts, as figures or a page",
    usage: &["CORPUS [-o OUT ...]"],
    about: "\
Counts what is in a corpus of many documents: pairs, words, lengths, confidence, numbers that agree, what
stands in it twice, and which sentences recur on the pages of a site; pairs, words (eojeol in Korean) and
characters of each state, as work is paid for.

CORPUS is what jjak batch writes: .jsonl, .tsv, .csv, .tmx or .parquet, a row a pair; `project` is the document.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &["jjak stats corpus.jsonl -o corpus.html -o corpus.json"],
    operand: |args, corpus| args.corpora.push(corpus.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("OUT"),
        "figures.json, or page.html with plots; the figures on standard output if you say nothing",
        |args: &mut Args, given| given.path().map(|path| args.outputs.push(path)),
    )
    .short('o'),
    Flag::switch("strict", "exit with 1 if there was a warning", |args| {
        args.strict = true;
    }),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let Args {
        corpora,
        mut outputs,
        strict,
    } = args;
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
    let file = CorpusFile::open(&corpus).map_err(Stop::failed)?;
    let bytes = std::fs::metadata(&corpus).map_or(0, |file| file.len());
    let (mut statistics, mut sightings) = (Statistics::default(), Sightings::new(bytes, MANY));
    for row in file.rows().map_err(Stop::failed)? {
        let row = row.map_err(Stop::failed)?;
        statistics.add(&row);
        sightings.add(&row);
    }
    let recurring = Recurring::of(&file, sightings, MANY).map_err(Stop::failed)?;
    if let Some(recurring) = &recurring {
        statistics.take_recurring(recurring);
    }
    let statistics = statistics.finish();
    let name = corpus.file_stem().unwrap_or_default().to_string_lossy();
    for (path, target) in outputs.iter().zip(&targets) {
        target.write(|out| {
            if is_page(path) {
                write_page(&name, &statistics, out)
            } else {
                serde_json::to_writer_pretty(&mut *out, &statistics)?;
                writeln!(out)
            }
        })?;
    }
    Ok(Outcome::of(strict))
}
