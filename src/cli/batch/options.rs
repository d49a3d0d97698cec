//! What `jjak batch` takes.

use super::records::Shard;
use super::{run, worker};
use crate::Stop;
use crate::custom::{self, CuttingOptions};
use crate::page::{Flag, Given, Page, Section, Value};
use crate::selection;
use jjak_formats::exchange::Options;
use jjak_formats::project::Labels;
use std::num::NonZero;
use std::path::PathBuf;
use std::time::Duration;

/// A row that takes longer fails.
const TIMEOUT: Duration = Duration::from_secs(300);

/// The arguments as they came.
pub(crate) struct Args {
    pub tables: Vec<PathBuf>,
    pub outputs: Vec<PathBuf>,
    pub format: Option<String>,
    pub options: Options,
    pub replace: bool,
    pub log: Option<PathBuf>,
    pub resume: bool,
    pub jobs: Option<NonZero<usize>>,
    pub timeout: Duration,
    pub memory: Option<u64>,
    pub shard: Shard,
    pub segmented: bool,
    pub glossary: Option<PathBuf>,
    pub labels: Labels,
    pub cutting: CuttingOptions,
    pub strict: bool,
}

impl Default for Args {
    fn default() -> Args {
        Args {
            tables: Vec::new(),
            outputs: Vec::new(),
            format: None,
            options: Options::default(),
            replace: false,
            log: None,
            resume: false,
            jobs: None,
            timeout: TIMEOUT,
            memory: None,
            shard: Shard::default(),
            segmented: false,
            glossary: None,
            labels: Labels::default(),
            cutting: CuttingOptions::default(),
            strict: false,
        }
    }
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "batch",
    call: "PAIRS -o OUT",
    summary: "do it for every pair of a table, into one corpus or a project each",
    usage: &["PAIRS -o OUT [-o OUT ...] [options]"],
    about: "\
Pairs the sentences of many English and Korean texts: every row of a table. What goes wrong with a row stops
no other.

PAIRS is a table with a row a pair (.tsv, .csv, or .jsonl with an object a line; - reads JSON lines or such a
table from standard input). The first line names the columns. en and ko are the files, as jjak match writes
them, or links (https://...), whose pages are fetched; or en_text, ko_text, en_html, ko_html hold the texts
themselves. Others that count: id, glossary, pins, domain, reviewer, licence, en_url, ko_url (told, never
fetched); rows with a score below .5 are no pairs and skipped.
Names of files are seen from where you are, else from the table.",
    options: || {
        let which = Section::shared("Which pairs, and how", selection::FLAGS, |args: &mut Args| {
            &mut args.options
        });
        let cutting = custom::cutting("How texts are cut", |args: &mut Args| &mut args.cutting);
        vec![
            Section::new("Output", OUTPUT),
            Section::new("Running", RUNNING),
            Section::new("Texts", TEXTS),
            which.brief("which pairs are written, and how; see jjak align --help"),
            cutting.brief("how texts are cut into sentences; see jjak align --help"),
        ]
    },
    more: "\
Progress is a bar on a terminal, a line a minute elsewhere. Exit code: 0 done, 1 if a row failed (or, with
--strict, was warned of), 2 could not run.",
    examples: &[
        "jjak match english/ korean/ -o pairs.tsv && jjak batch pairs.tsv -o corpus.parquet",
        "jjak batch pairs.jsonl -o corpus.jsonl -o work/ --log done.jsonl --resume",
        "cat pairs.jsonl | jjak batch - -o - --format jsonl",
    ],
    operand: |args, table| args.tables.push(table.into()),
    run,
};

const OUTPUT: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("OUT"),
        "OUT.jsonl, .tsv, .csv, .tmx, .parquet or .moses: all pairs of all rows in one file, with the row's id as `project`; OUT/ (or a folder): a project (.jjak) for each row, named by its id; - with --format jsonl: an object a row, in the order of the table, with its id, status (ok, warned, failed, skipped), error, warnings, both sides' sources, sentences and excluded blocks, pairs with confidence, share_paired, proof, seconds",
        |args: &mut Args, given| given.path().map(|path| args.outputs.push(path)),
    )
    .short('o'),
    Flag::value(
        "format",
        Value::text("FORMAT"),
        "the format of an OUT whose ending does not say",
        |args, given| given.text().map(|name| args.format = Some(name)),
    ),
    Flag::value(
        "log",
        Value::file("FILE.jsonl"),
        "the same objects without pairs and blocks",
        |args, given| given.path().map(|path| args.log = Some(path)),
    ),
    Flag::switch(
        "replace",
        "also over projects that hold your work; those before stay beside",
        |args| args.replace = true,
    ),
];

const RUNNING: &[Flag<Args>] = &[
    Flag::value(
        "jobs",
        Value::text("N"),
        "so many rows at a time (as many as there are processors)",
        |args, given| given.parsed().map(|jobs| args.jobs = Some(jobs)),
    ),
    Flag::value(
        "timeout",
        Value::text("S"),
        "a row that takes longer than S seconds fails (300)",
        |args, given| seconds(given).map(|timeout| args.timeout = timeout),
    ),
    Flag::value(
        "max-memory",
        Value::text("M"),
        "a row that needs more memory fails: 500M, 2G (2G). On Linux",
        |args, given| {
            args.memory = Some(worker::bytes(&given.text()?)?);
            Ok(())
        },
    ),
    Flag::switch(
        "resume",
        "go on with a batch that was ended, by whatever: with the same table and options it gives what it would have given. What it has done is in OUT.batch until it is done",
        |args| args.resume = true,
    ),
    Flag::value(
        "shard",
        Value::text("K/N"),
        "only every Nth row, beginning with the Kth: 1/100 ... 100/100 make the whole",
        |args, given| {
            args.shard = Shard::named(&given.text()?)?;
            Ok(())
        },
    ),
    Flag::switch("strict", "exit 1 on warnings, too", |args| {
        args.strict = true;
    }),
];

const TEXTS: &[Flag<Args>] = &[
    Flag::switch("segmented", "each line of a text is a sentence", |args| {
        args.segmented = true;
    }),
    Flag::value(
        "glossary",
        Value::file("FILE"),
        "terms for all rows; a row's own glossary adds to them",
        |args, given| given.path().map(|path| args.glossary = Some(path)),
    ),
    Flag::value(
        "domain",
        Value::text("TEXT"),
        "the subject field of rows that do not say theirs",
        |args, given| given.text().map(|domain| args.labels.domain = Some(domain)),
    ),
    Flag::value(
        "reviewer",
        Value::text("NAME"),
        "who reviews rows that do not say it",
        |args, given| given.text().map(|name| args.labels.reviewer = Some(name)),
    ),
    Flag::value(
        "licence",
        Value::text("TEXT"),
        "the licence of rows that do not say theirs",
        |args, given| given.text().map(|text| args.labels.licence = Some(text)),
    ),
];

fn seconds(given: &mut Given<'_>) -> Result<Duration, Stop> {
    let text = given.text()?;
    let seconds = text.parse().ok().filter(|&seconds: &f64| seconds > 0.0);
    let duration = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration.ok_or_else(|| {
        Stop::Usage(format!(
            "--timeout takes seconds, such as 60, not \"{text}\""
        ))
    })
}
