//! `jjak batch`: every pair of a table.

mod options;
mod outputs;
mod progress;
mod records;
mod worker;

use super::files::{self, is_dash};
use super::tell::{fail, tell, warn};
use super::{Outcome, Stop};
use jjak_formats::exchange::Options;
use jjak_formats::project::About;
use jjak_pipeline::batch::pool::{self, Limits};
use jjak_pipeline::batch::{Head, Report, Settings, Spool, Status};
use jjak_pipeline::manifest::Manifest;
use options::Args;
pub(crate) use options::PAGE;
use outputs::{Answers, Outputs};
use progress::Rows;
use records::Records;
use std::io;
use std::path::PathBuf;

/// A row that needs more memory fails.
const MEMORY: u64 = 2 << 30;
/// As many rows that failed are told one by one.
const TOLD: usize = 20;

fn run(mut args: Args) -> Result<Outcome, Stop> {
    args.labels.source = args.options.source;
    if worker::is_worker() {
        work(&args)
    } else {
        batch(&args)
    }
}

/// Does the records that come, in a process of its own.
fn work(args: &Args) -> Result<Outcome, Stop> {
    worker::limit_memory(args.memory.unwrap_or(MEMORY))?;
    let settings = settings(args)?;
    let served = pool::serve(&settings, io::stdin().lock(), io::stdout().lock());
    served.map(|()| Outcome::Done).map_err(Stop::from)
}

fn settings(args: &Args) -> Result<Settings, Stop> {
    let mut custom = args.cutting.load()?;
    if let Some(path) = &args.glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    let table = args.tables.first().filter(|table| !is_dash(table));
    let outputs = Outputs::of(&args.outputs, args.format.as_deref())?;
    Ok(Settings {
        lexicon: custom.lexicon(),
        custom,
        table: table.cloned(),
        segmented: args.segmented,
        projects: outputs.projects,
        replace: args.replace,
        options: args.options.clone(),
        labels: args.labels.clone(),
    })
}

/// The options that shape the result.
fn shape(args: &Args) -> Vec<String> {
    let mut shape: Vec<String> = args
        .outputs
        .iter()
        .map(|path| format!("{path:?}"))
        .collect();
    shape.extend(args.format.iter().map(|name| format!("--format {name}")));
    // When it is written changes nothing of what.
    let Options { created, .. } = Options::default();
    let options = Options {
        created,
        ..args.options.clone()
    };
    let options = serde_json::to_value(&options).unwrap_or_default();
    if let serde_json::Value::Object(mut options) = options {
        options.remove("created");
        shape.push(serde_json::Value::from(options).to_string());
    }
    shape.push(format!("--shard {}", args.shard));
    if args.segmented {
        shape.push("--segmented".into());
    }
    shape.extend(
        args.glossary
            .iter()
            .map(|path| format!("--glossary {path:?}")),
    );
    shape.push(format!("{:?} {:?}", args.labels, args.cutting.0));
    shape
}

fn batch(args: &Args) -> Result<Outcome, Stop> {
    let [table] = args.tables.as_slice() else {
        return Err(Stop::usage(
            "give one table of pairs (jjak match writes one), or - for JSON lines on standard input",
        ));
    };
    if args.segmented && args.cutting.are_given() {
        return Err(Stop::usage(
            "--srx, --endings and --quotations say how texts are cut; with --segmented every line is a sentence already",
        ));
    }
    let outputs = Outputs::of(&args.outputs, args.format.as_deref())?;
    if args.options.mask && outputs.hold_texts() {
        return Err(Stop::usage(
            "--mask goes with files of pairs; projects and what standard output gets hold the texts as they are",
        ));
    }
    let mut inputs: Vec<PathBuf> = vec![table.clone()];
    let lists = [&args.glossary, &args.cutting.0.srx];
    inputs.extend(lists.into_iter().flatten().cloned());
    let spool_path = outputs.spool();
    let log = args.log.clone().map(files::Target::from);
    outputs.keep_apart(log.as_ref(), spool_path.as_deref(), &inputs)?;
    if args.resume && spool_path.is_none() {
        return Err(Stop::usage(
            "--resume goes on with what is in files; name one with -o",
        ));
    }
    if args.memory.is_some() && !worker::CAN_LIMIT_MEMORY {
        warn("--max-memory has no effect on this system");
    }
    // What is wrong with lists and rules is told once, here.
    settings(args)?;
    outputs.make_folder()?;

    let named = |error| Stop::Failed(format!("{}: {error}", table.display()));
    let manifest = if is_dash(table) {
        Manifest::of(io::BufReader::new(io::stdin()))
    } else {
        Manifest::open(table).map_err(named)?
    };
    let mut records = Records::new(manifest, args.shard, table, outputs.identities());
    let mut spool = match &spool_path {
        Some(path) => {
            let head = Head {
                settings: shape(args),
                about: About::now(args.segmented),
            };
            Some(Spool::open(path, head, args.resume).map_err(Stop::failed)?)
        }
        None => None,
    };
    let mut answers = Answers::open(&outputs, args.log.as_deref())?;
    let mut rows = Rows::new(table);
    if let Some(spool) = &spool {
        let unreadable = |error| Stop::Failed(format!("{}: {error}", spool.path().display()));
        for report in spool.reports().map_err(unreadable)? {
            let report = report.map_err(unreadable)?;
            records.pass_over(&report).map_err(Stop::Failed)?;
            rows.count(&report);
            answers.give(&report)?;
        }
    }
    if rows.done() > 0 {
        tell(format_args!("{} records were done before", rows.done()));
    }
    rows.begin();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let limits = Limits {
        workers: args.jobs.map_or(cores, usize::from),
        timeout: args.timeout,
        memory: args.memory.unwrap_or(MEMORY),
    };
    let mut told = 0;
    let take = |report: Report| -> Result<(), Stop> {
        if let Some(spool) = &mut spool {
            let pushed = spool.push(&report);
            pushed.map_err(|error| Stop::Failed(format!("{}: {error}", spool.path().display())))?;
        }
        if report.status == Status::Failed && told < TOLD {
            told += 1;
            rows.clear();
            tell(failure(&report));
        }
        rows.count(&report);
        answers.give(&report)
    };
    let trouble = records.trouble();
    let ran = pool::run(worker::command, limits, &mut records, take);
    rows.clear();
    ran?;
    let trouble = std::mem::take(&mut *trouble.lock().unwrap_or_else(|e| e.into_inner()));
    if let Some(trouble) = trouble {
        return Err(match &spool_path {
            Some(path) => Stop::Failed(format!(
                "{trouble}; what was done before is in {} (--resume)",
                path.display()
            )),
            None => Stop::Failed(trouble),
        });
    }
    answers.finish()?;
    if let Some(spool) = spool {
        outputs.write(&spool, &args.options)?;
        // Left behind it only says that all is done.
        let _ = spool.remove();
    }
    if rows.failed > told {
        tell(format_args!("{} more records failed", rows.failed - told));
    }
    tell(rows.summary());
    if rows.failed > 0 {
        fail(format_args!("{} records failed", rows.failed));
    }
    if rows.warned > 0 {
        warn(format_args!(
            "{} records were done with something to be told (\"warnings\" of each in the log, --log)",
            rows.warned
        ));
    }
    Ok(Outcome::of(args.strict))
}

fn failure(report: &Report) -> String {
    let error = report.error.as_deref().unwrap_or_default();
    format!("{} (line {}) failed: {error}", report.id, report.line)
}
