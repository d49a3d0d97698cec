//! What `jjak job` takes.

use super::run;
use crate::Stop;
use crate::custom::{self, CuttingOptions};
use crate::outputs::{self, RawOutputs};
use crate::page::{Flag, Given, Page, Section, Value, names};
use jjak_formats::job::{self, PairState};
use jjak_pipeline::job::{PairOrder, View};
use std::path::PathBuf;

#[derive(Default)]
pub(crate) struct Args {
    pub inputs: Vec<PathBuf>,
    pub paths: Vec<PathBuf>,
    pub outputs: RawOutputs,
    pub format: Option<String>,
    pub view: View,
    pub mark: Option<(PairState, Vec<u64>)>,
    pub check: bool,
    pub each: bool,
    pub jobs: Option<usize>,
    pub glossary: Option<PathBuf>,
    /// Each pair is paired by itself.
    pub alone: bool,
    /// What nobody has begun is paired anew.
    pub renew: bool,
    pub strict: bool,
    pub cutting: CuttingOptions,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "job",
    call: "PAIRS.tsv -o JOB",
    summary: "make a job of a table of pairs; show, check and export it",
    usage: &[
        "PAIRS -o NAME.jjakjob [options]     make a job, or add to one, and pair what is in it",
        "NAME.jjakjob -o NAME.jjakjob        pair on what is not paired yet",
        "NAME.jjakjob [--format F]           show its table",
        "NAME.jjakjob --check                what is in two ways in two articles",
        "NAME.jjakjob --mark STATE NUMBERS   say how far pairs are",
        "NAME.jjakjob -o OUT [-o OUT ...]    write the pairs of all together",
    ],
    about: "\
Works on many pairs of texts together.

PAIRS is a table as `jjak match` writes it, edited or not: .tsv, .csv or .jsonl with the columns en and ko,
and perhaps score, glossary, pins, domain, reviewer, licence. Each pair becomes a project in the folder NAME
beside NAME.jjakjob, which can be opened by itself. What is paired already stays; after a crash the same
command goes on.

Rows that were accepted in articles of the job teach the pairing of those that follow, names above all. The
glossary beside the job counts for all of it: NAME.glossary.tsv, and a client's NAME.glossary.client.xlsx.",
    options: || {
        let cutting = custom::cutting("How texts are cut", |args: &mut Args| &mut args.cutting);
        let brief = "how texts are cut into sentences; see jjak align --help";
        let [_, which] = outputs::sections(|args: &mut Args| &mut args.outputs);
        let options = Section::new("Options", FLAGS);
        let replace = options.and_shared(&[outputs::REPLACE], |args| &mut args.outputs);
        vec![replace, cutting.brief(brief), which]
    },
    more: "",
    examples: &[
        "jjak match english/ korean/ -o pairs.tsv",
        "jjak job pairs.tsv -o news.jjakjob",
        "jjak job news.jjakjob --state new,in-work",
        "jjak job news.jjakjob -o news.tmx --states accepted",
    ],
    operand: |args, input| args.inputs.push(input.into()),
    run,
};

fn states() -> [(&'static str, PairState); PairState::ALL.len()] {
    PairState::ALL.map(|state| (state.as_str(), state))
}

fn orders() -> [(&'static str, PairOrder); PairOrder::ALL.len()] {
    PairOrder::ALL.map(|order| (order.as_str(), order))
}

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("OUT"),
        "the job, NAME.jjakjob; or where the pairs of all go, as jjak export takes it",
        |args: &mut Args, given| given.path().map(|path| args.paths.push(path)),
    )
    .short('o'),
    Flag::value(
        "format",
        Value::text("FORMAT"),
        "of the table and of --check: text (if you say nothing), tsv, json; else of an OUT whose ending does not say",
        |args: &mut Args, given| given.text().map(|name| args.format = Some(name)),
    )
    .list(outputs::format_entries),
    Flag::value(
        "state",
        Value::one_of("LIST", || names(&states())),
        "only pairs of these states: new, in-work, done, parked (commas between them)",
        |args, given| given.several(&states()).map(|states| args.view.states = states),
    ),
    Flag::value(
        "search",
        Value::text("WORDS"),
        "only those whose titles or file names hold all of these words",
        |args, given| given.text().map(|words| args.view.search = words),
    ),
    Flag::value(
        "sort",
        Value::one_of("ORDER", || names(&orders())),
        "number (if you say nothing), title, state, sentences, left, findings (most first), score, paired, accepted (least first), changed (latest first); what is written, too",
        |args, given| given.one_of(&orders()).map(|order| args.view.order = order),
    ),
    Flag::value(
        "mark",
        Value::one_of("STATE NUMBERS", || names(&states())),
        "for example --mark done 3,5-7",
        |args, given| {
            let state = given.one_of(&states())?;
            args.mark = Some((state, numbers(given)?));
            Ok(())
        },
    ),
    Flag::switch("check", "what is in two ways in two articles", |args| {
        args.check = true;
    }),
    Flag::switch(
        "each",
        "each pair into a file of its own: -o FOLDER --format tmx --each",
        |args| args.each = true,
    ),
    Flag::value(
        "jobs",
        Value::text("N"),
        "how many pairs are worked on at once: 2 if you say nothing",
        |args, given| given.parsed().map(|jobs| args.jobs = Some(jobs)),
    ),
    Flag::value(
        "glossary",
        Value::file("FILE"),
        "your terms, one a line: English, a tab, Korean (several stand apart by |); or a table, TBX or UTX",
        |args, given| given.path().map(|path| args.glossary = Some(path)),
    ),
    Flag::switch(
        "renew",
        "pair anew what nobody has begun, with what was accepted since",
        |args| args.renew = true,
    ),
    Flag::switch(
        "no-learning",
        "pair each article by itself, whatever was accepted in others",
        |args| args.alone = true,
    ),
    Flag::switch(
        "strict",
        "exit with 1 if there was a warning, such as a pair that cannot be paired; with --check also if there are findings",
        |args| args.strict = true,
    ),
];

/// Numbers such as `3,5-7`.
fn numbers(given: &mut Given<'_>) -> Result<Vec<u64>, Stop> {
    let words = given.text()?;
    let bad = || {
        Stop::Usage(format!(
            "give numbers of pairs such as 3,5-7; not \"{words}\""
        ))
    };
    let mut numbers = Vec::new();
    for word in words.split(',') {
        let (first, last) = word.split_once('-').unwrap_or((word, word));
        let number = |word: &str| word.trim().parse::<u64>().map_err(|_| bad());
        let (first, last) = (number(first)?, number(last)?);
        if first > last || last - first > job::MAX_PAIRS as u64 {
            return Err(bad());
        }
        numbers.extend(first..=last);
    }
    Ok(numbers)
}
