//! `jjak job`: many pairs as one piece of work: made from a table, shown, checked, exported together.

mod options;
mod table;
mod together;

use super::bar::with_bar;
use super::custom::{self, add_terms_beside};
use super::files::{self, Target};
use super::outputs::RawOutputs;
use super::project::tell_damage;
use super::tell::{fail, tell, warn};
use super::{Outcome, Stop};
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::job::{self, JobFile, JobPair};
use jjak_formats::project::Project;
use jjak_pipeline::custom::Custom;
use jjak_pipeline::job::{
    Event, Learned, Lessons, Seen, add_records, pair_all, renew_one, see, unpaired,
};
use jjak_pipeline::manifest::{Manifest, Record};
use jjak_pipeline::queue::Queue;
use options::Args;
pub(crate) use options::PAGE;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// As many threads pair, so that the machine stays of use.
const JOBS: usize = 2;

fn run(mut args: Args) -> Result<Outcome, Stop> {
    let makes = args.paths.first().is_some_and(|path| is_job(path));
    let input = files::only(std::mem::take(&mut args.inputs))
        .map_err(|_| Stop::usage("give one table of pairs, or one job (NAME.jjakjob)"))?;
    match (is_job(&input), makes) {
        (_, true) => make(&input, &args)?,
        (false, false) => {
            return Err(Stop::usage(
                "give a job (NAME.jjakjob), or a table of pairs and where the job should be: -o NAME.jjakjob",
            ));
        }
        (true, false) if args.mark.is_some() => mark(&input, &args)?,
        (true, false) if args.check => return together::check(&input, &args),
        (true, false) if args.paths.is_empty() => show(&input, &args)?,
        (true, false) => export(&input, args.clone_outputs()?, &args)?,
    }
    Ok(Outcome::of(args.strict))
}

fn is_job(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case(job::EXTENSION))
}

impl Args {
    fn clone_outputs(&self) -> Result<RawOutputs, Stop> {
        if self.each && (self.paths.len() != 1 || self.format.is_none()) {
            return Err(Stop::usage(
                "--each takes one folder and the format: -o FOLDER --format tmx --each",
            ));
        }
        Ok(self.outputs.clone())
    }
}

/// Makes a job of a table of pairs, or adds to one that is there, and pairs what is not paired yet.
fn make(table: &Path, args: &Args) -> Result<(), Stop> {
    let [path] = &args.paths[..] else {
        return Err(Stop::usage("a job goes to one place: -o NAME.jjakjob"));
    };
    let named = |error| Stop::Failed(format!("{}: {error}", table.display()));
    let records = match is_job(table) {
        // To pair on.
        true if table == path => Vec::new(),
        true => {
            return Err(Stop::usage(
                "to pair on, name the same job twice: jjak job NAME.jjakjob -o NAME.jjakjob",
            ));
        }
        false => {
            let rows = Manifest::open(table).map_err(named)?;
            rows.collect::<Result<Vec<Record>, _>>().map_err(named)?
        }
    };
    if let Some(record) = records
        .iter()
        .find(|record| record.en.text.is_some() || record.ko.text.is_some())
    {
        return Err(Stop::Failed(format!(
            "{}: line {}: its text stands in the table; a job is of files (jjak batch takes both)",
            table.display(),
            record.line
        )));
    }
    let mut custom = args.cutting.load()?;
    if let Some(path) = &args.glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    add_terms_beside(&mut custom, path);
    let (mut job, damage) = JobFile::create(path).map_err(Stop::failed)?;
    if let Some(damage) = damage {
        tell_damage(path, &damage);
    }
    let added = add_records(&mut job, &records, Some(table)).map_err(Stop::failed)?;
    let ids = unpaired(&job);
    if let Some(source) = args.outputs.source() {
        for &id in &ids {
            if let Some(pair) = job.pair(id).cloned() {
                let source_lang = Some(source);
                job.put(JobPair {
                    source_lang,
                    ..pair
                })
                .map_err(Stop::failed)?;
            }
        }
    }
    let learned = learned(&job, args, &custom)?;
    let learned = learned.as_deref();
    let renewed = match learned.filter(|_| args.renew) {
        Some(learned) => renew(&mut job, learned, &custom)?,
        None => 0,
    };
    let threads = args.jobs.unwrap_or(JOBS).max(1);
    let mut failed = 0;
    let paired = with_bar("pairing", |progress| {
        pair_all(
            &mut job,
            &ids,
            &custom,
            learned,
            threads,
            progress,
            |event| {
                if let Event::Failed(pair) = event {
                    failed += 1;
                    let why = pair.failure.as_deref().unwrap_or_default();
                    warn(format_args!("pair {}: {why}", pair.id));
                }
            },
        )
    });
    paired.map_err(Stop::failed)?.map_err(Stop::failed)?;
    job.fold().map_err(Stop::failed)?;
    let pairs = job.pairs().filter(|pair| pair.is_pair()).count();
    let texts = job.pairs().count() - pairs;
    tell(format_args!(
        "{}: {pairs} pairs ({added} rows new, {} paired, {failed} cannot be), {texts} texts without counterpart",
        path.display(),
        ids.len() - failed
    ));
    let paired = ids.len() - failed + renewed;
    if let Some(learned) = learned.filter(|_| paired > 0) {
        tell(format_args!(
            "{}: learned from {} accepted rows of {} articles; {renewed} pairs that nobody has begun were paired anew",
            path.display(),
            learned.taught.rows,
            learned.taught.articles
        ));
    }
    Ok(())
}

/// What the accepted rows of a job teach, unless nothing is to be learned.
fn learned(job: &JobFile, args: &Args, custom: &Custom) -> Result<Option<Arc<Learned>>, Stop> {
    if args.alone {
        return Ok(None);
    }
    let pairs: Vec<JobPair> = job.pairs().cloned().collect();
    let learned = Lessons::default().learned(&pairs, &custom.lexicon(), &Progress::default());
    learned.map_err(Stop::failed)
}

/// Pairs anew what nobody has begun; gives how many that were.
fn renew(job: &mut JobFile, learned: &Learned, custom: &Custom) -> Result<usize, Stop> {
    let pairs: Vec<JobPair> = job.pairs().cloned().collect();
    let renewed = with_bar(
        "pairing anew",
        |progress| -> Result<Vec<JobPair>, Cancelled> {
            let count = pairs.len().max(1) as f32;
            let mut renewed = Vec::new();
            for (at, pair) in pairs.iter().enumerate() {
                progress.at(at as f32 / count)?;
                let none = Progress::default();
                renewed.extend(renew_one(pair, learned, custom, Queue::default(), &none)?);
            }
            Ok(renewed)
        },
    );
    let renewed = renewed.map_err(Stop::failed)?;
    let count = renewed.len();
    for pair in renewed {
        job.put(pair).map_err(Stop::failed)?;
    }
    Ok(count)
}

/// The pairs of a job as they are now: works that were gone on with are counted anew. What is wrong with one is told.
fn seen(path: &Path) -> Result<Vec<(JobPair, Option<String>)>, Stop> {
    let loaded = job::read(path).map_err(Stop::failed)?;
    if let Some(damage) = loaded.damage {
        tell_damage(path, &damage);
    }
    let mut custom = custom::load();
    add_terms_beside(&mut custom, path);
    let lexicon = custom.lexicon();
    let count = loaded.pairs.len().max(1) as f32;
    with_bar("looking", |progress| {
        let pairs = loaded.pairs.into_iter().enumerate();
        pairs
            .map(|(at, pair)| {
                progress.at(at as f32 / count).map_err(Stop::failed)?;
                let seen = see(&pair, Queue::default(), &lexicon, &Progress::default());
                Ok(match seen.map_err(Stop::failed)? {
                    Seen::Changed(now) => (*now, None),
                    Seen::Missing => {
                        let work = pair.work.clone().unwrap_or_default();
                        let why = format!("{}: the work is not there", work.display());
                        (pair, Some(why))
                    }
                    Seen::Unreadable(why) => (pair, Some(why)),
                    Seen::Unpaired | Seen::Same => {
                        let failure = pair.failure.clone();
                        (pair, failure)
                    }
                })
            })
            .collect()
    })
}

fn show(path: &Path, args: &Args) -> Result<(), Stop> {
    let format = args.format.as_deref().unwrap_or("text");
    if !["text", "tsv", "json"].contains(&format) {
        return Err(Stop::Usage(format!(
            "the table comes as text, tsv or json, not \"{format}\"; to write the pairs say where, with -o"
        )));
    }
    let pairs = seen(path)?;
    for (pair, fault) in &pairs {
        if let Some(fault) = fault {
            warn(format_args!("pair {}: {fault}", pair.id));
        }
    }
    let all: Vec<JobPair> = pairs.iter().map(|(pair, _)| pair.clone()).collect();
    let shown = args
        .view
        .of(&all)
        .into_iter()
        .filter_map(|at| pairs.get(at));
    let rows: Vec<table::Row> = shown
        .map(|(pair, fault)| table::Row::of(pair, fault.as_deref()))
        .collect();
    Target::Stdout.write(|out| match format {
        "json" => {
            serde_json::to_writer_pretty(&mut *out, &rows)?;
            writeln!(out)
        }
        "tsv" => table::write_tsv(&rows, out),
        _ => table::write_text(&rows, out),
    })
}

fn mark(path: &Path, args: &Args) -> Result<(), Stop> {
    let Some((state, numbers)) = &args.mark else {
        return Ok(());
    };
    let (mut job, damage) = JobFile::open(path).map_err(Stop::failed)?;
    if let Some(damage) = damage {
        tell_damage(path, &damage);
    }
    // All of them or none.
    let pairs: Result<Vec<JobPair>, Stop> = numbers
        .iter()
        .map(|&id| {
            let pair = job.pair(id).filter(|pair| pair.is_pair()).cloned();
            pair.ok_or_else(|| Stop::Failed(format!("{}: there is no pair {id}", path.display())))
        })
        .collect();
    for pair in pairs? {
        job.put(JobPair {
            state: *state,
            ..pair
        })
        .map_err(Stop::failed)?;
    }
    tell(format_args!(
        "{}: {} pairs are {}",
        path.display(),
        numbers.len(),
        state.as_str()
    ));
    Ok(())
}

/// The works of the pairs that were asked for.
fn works(path: &Path, args: &Args) -> Result<Vec<(u64, PathBuf, Project)>, Stop> {
    let mut works = Vec::new();
    let loaded = job::read(path).map_err(Stop::failed)?;
    if let Some(damage) = loaded.damage {
        tell_damage(path, &damage);
    }
    for at in args.view.of(&loaded.pairs) {
        let Some(pair) = loaded.pairs.get(at).filter(|pair| pair.is_pair()) else {
            continue;
        };
        match &pair.work {
            None => warn(format_args!(
                "pair {}: is not paired yet; it is left out",
                pair.id
            )),
            Some(work) => match super::project::load(work) {
                Ok(loaded) => works.push((pair.id, work.clone(), loaded.project)),
                Err(Stop::Failed(why)) => {
                    fail(format_args!("pair {}: {why}; it is left out", pair.id))
                }
                Err(stop) => return Err(stop),
            },
        }
    }
    if works.is_empty() {
        Err(Stop::Failed(format!(
            "{}: there is no work in it to take",
            path.display()
        )))
    } else {
        Ok(works)
    }
}

/// Writes the pairs of all works into one file, or each into its own.
fn export(path: &Path, raw: RawOutputs, args: &Args) -> Result<(), Stop> {
    let works = works(path, args)?;
    let mut read: Vec<PathBuf> = works.iter().map(|(_, work, _)| work.clone()).collect();
    read.push(path.to_path_buf());
    let format = args.format.as_deref();
    if !args.each {
        let mut outputs = raw.to(&args.paths, format).validate()?;
        if works.len() > 1 {
            outputs.hold_several()?;
        }
        outputs.claim(&[], &read)?;
        let all: Vec<(&Project, Option<&Path>)> = works
            .iter()
            .map(|(_, work, project)| (project, Some(work.as_path())))
            .collect();
        return outputs.write_all(&all);
    }
    let (Some(folder), Some(format)) = (args.paths.first(), format) else {
        return Err(Stop::usage(
            "--each takes one folder and the format: -o FOLDER --format tmx --each",
        ));
    };
    std::fs::create_dir_all(folder)
        .map_err(|error| Stop::Failed(format!("{}: cannot be made ({error})", folder.display())))?;
    for (_, work, project) in &works {
        let name = Path::new(work.file_stem().unwrap_or_default()).with_extension(format);
        let mut outputs = raw.clone().to(&[folder.join(name)], None).validate()?;
        outputs.claim(&[], &read)?;
        outputs.write_all(&[(project, Some(work.as_path()))])?;
    }
    Ok(())
}
