//! `jjak job`: many pairs as one piece of work: made from a table, shown, checked, exported together.

use super::bar::with_bar;
use super::custom::{self, CuttingFlag, CuttingOptions};
use super::files::{self, Target};
use super::outputs::{Flag, RawOutputs};
use super::tell::{fail, tell, warn};
use super::{Outcome, Stop, help, print};
use jjak_core::article::Lang;
use jjak_core::progress::Progress;
use jjak_formats::job::{self, JobFile, JobPair, PairState};
use jjak_formats::project::Project;
use jjak_pipeline::job::{
    Event, Order, Seen, View, add_records, check_together, pair_all, see, unpaired,
};
use jjak_pipeline::manifest::{Manifest, Record};
use jjak_pipeline::queue::Queue;
use lexopt::prelude::*;
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// As many threads pair, so that the machine stays of use.
const JOBS: usize = 2;

#[derive(Default)]
struct Args {
    inputs: Vec<PathBuf>,
    paths: Vec<PathBuf>,
    outputs: RawOutputs,
    format: Option<String>,
    view: View,
    mark: Option<(PairState, Vec<u64>)>,
    check: bool,
    each: bool,
    jobs: Option<usize>,
    glossary: Option<PathBuf>,
    strict: bool,
    cutting: CuttingOptions,
}

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let mut args = Args::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return print(help::JOB),
            Short('o') | Long("output") => args.paths.push(parser.value()?.into()),
            Long("format") => args.format = Some(parser.value()?.string()?),
            Long("state") => args.view.states = states(&parser.value()?.string()?)?,
            Long("search") => args.view.search = parser.value()?.string()?,
            Long("sort") => args.view.order = order(&parser.value()?.string()?)?,
            Long("mark") => {
                let state = state(&parser.value()?.string()?)?;
                args.mark = Some((state, numbers(&parser.value()?.string()?)?));
            }
            Long("check") => args.check = true,
            Long("each") => args.each = true,
            Long("jobs") => args.jobs = Some(parser.value()?.parse()?),
            Long("glossary") => args.glossary = Some(parser.value()?.into()),
            Long("strict") => args.strict = true,
            argument => {
                if let Some(flag) = CuttingFlag::of(&argument) {
                    args.cutting.take(flag, parser)?;
                } else if let Some(flag) = Flag::of(&argument) {
                    args.outputs.take(flag, parser)?;
                } else if let Value(input) = argument {
                    args.inputs.push(input.into());
                } else {
                    return Err(argument.unexpected().into());
                }
            }
        }
    }
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
        (true, false) if args.check => return check(&input, &args),
        (true, false) if args.paths.is_empty() => show(&input, &args)?,
        (true, false) => export(&input, args.clone_outputs()?, &args)?,
    }
    Ok(Outcome::of(args.strict))
}

fn is_job(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case(job::EXTENSION))
}

fn state(word: &str) -> Result<PairState, Stop> {
    PairState::named(word).ok_or_else(|| {
        let known = PairState::ALL.map(PairState::as_str).join(", ");
        Stop::Usage(format!("the states of a pair are {known}; not \"{word}\""))
    })
}

fn states(words: &str) -> Result<Vec<PairState>, Stop> {
    words.split(',').map(|word| state(word.trim())).collect()
}

fn order(word: &str) -> Result<Order, Stop> {
    Order::named(word).ok_or_else(|| {
        let known = Order::ALL.map(Order::as_str).join(", ");
        Stop::Usage(format!("--sort is {known}; not \"{word}\""))
    })
}

/// Numbers such as `3,5-7`.
fn numbers(words: &str) -> Result<Vec<u64>, Stop> {
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
    let (mut job, damage) = JobFile::create(path).map_err(Stop::failed)?;
    if let Some(damage) = damage {
        tell_damage(path, damage);
    }
    let added = add_records(&mut job, &records, Some(table)).map_err(Stop::failed)?;
    let ids = unpaired(&job);
    let threads = args.jobs.unwrap_or(JOBS).max(1);
    let mut failed = 0;
    let paired = with_bar("pairing", |progress| {
        pair_all(&mut job, &ids, &custom, threads, progress, |event| {
            if let Event::Failed(pair) = event {
                failed += 1;
                let why = pair.failure.as_deref().unwrap_or_default();
                warn(format_args!("pair {}: {why}", pair.id));
            }
        })
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
    Ok(())
}

fn tell_damage(path: &Path, damage: job::Damage) {
    let path = path.display();
    fail(match damage.lines {
        0 => format!(
            "{path}: line {} was cut short, as by a crash; it is left out",
            damage.line
        ),
        lines => format!(
            "{path}: line {} is damaged; it and what follows ({lines} lines) is left out",
            damage.line
        ),
    });
}

/// The pairs of a job as they are now: works that were gone on with are counted anew. What is wrong with one is told.
fn seen(path: &Path) -> Result<Vec<(JobPair, Option<String>)>, Stop> {
    let loaded = job::read(path).map_err(Stop::failed)?;
    if let Some(damage) = loaded.damage {
        tell_damage(path, damage);
    }
    let custom = custom::load();
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

/// A row of the table as programs read it.
#[derive(Serialize)]
struct Row<'a> {
    id: u64,
    state: &'a str,
    en: Option<&'a Path>,
    ko: Option<&'a Path>,
    work: Option<&'a Path>,
    en_title: &'a str,
    ko_title: &'a str,
    matched: &'a str,
    how: &'a str,
    score: Option<f64>,
    en_sentences: Option<usize>,
    ko_sentences: Option<usize>,
    rows: Option<usize>,
    /// 0 to 1.
    paired: Option<f64>,
    left: Option<usize>,
    findings: Option<usize>,
    /// 0 to 1, of the rows.
    accepted: Option<f64>,
    changed: Option<String>,
    fault: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn of(pair: &'a JobPair, fault: Option<&'a str>) -> Row<'a> {
        let figures = pair.figures.as_ref();
        let rounded = |share: f64| (share * 1000.0).round() / 1000.0;
        Row {
            id: pair.id,
            state: match pair.is_pair() {
                true => pair.state.as_str(),
                false => "no-counterpart",
            },
            en: pair.en.as_deref(),
            ko: pair.ko.as_deref(),
            work: pair.work.as_deref(),
            en_title: figures.map_or("", |figures| &figures.en_title),
            ko_title: figures.map_or("", |figures| &figures.ko_title),
            matched: &pair.matched,
            how: &pair.how,
            score: pair.score,
            en_sentences: figures.map(|figures| figures.en),
            ko_sentences: figures.map(|figures| figures.ko),
            rows: figures.map(|figures| figures.rows),
            paired: figures.map(|figures| rounded(figures.paired)),
            left: figures.map(|figures| figures.left),
            findings: figures.map(|figures| figures.findings),
            accepted: figures
                .map(|figures| rounded(figures.accepted as f64 / figures.rows.max(1) as f64)),
            changed: pair
                .at
                .map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            fault,
        }
    }
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
    let rows: Vec<Row> = shown
        .map(|(pair, fault)| Row::of(pair, fault.as_deref()))
        .collect();
    Target::Stdout.write(|out| match format {
        "json" => {
            serde_json::to_writer_pretty(&mut *out, &rows)?;
            writeln!(out)
        }
        "tsv" => write_tsv(&rows, out),
        _ => write_text(&rows, out),
    })
}

fn write_tsv(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    const NAMES: [&str; 19] = [
        "id",
        "state",
        "en",
        "ko",
        "work",
        "en_title",
        "ko_title",
        "matched",
        "how",
        "score",
        "en_sentences",
        "ko_sentences",
        "rows",
        "paired",
        "left",
        "findings",
        "accepted",
        "changed",
        "fault",
    ];
    writeln!(out, "{}", NAMES.join("\t"))?;
    for row in rows {
        let value = serde_json::to_value(row)?;
        let cells = NAMES.map(|name| match &value[name] {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => {
                text.split(char::is_control).collect::<Vec<_>>().join(" ")
            }
            other => other.to_string(),
        });
        writeln!(out, "{}", cells.join("\t"))?;
    }
    Ok(())
}

fn write_text(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    const TITLE: usize = 32;
    let short = |text: &str| -> String {
        let mut letters = text.chars();
        let title: String = letters.by_ref().take(TITLE).collect();
        match letters.next() {
            Some(_) => format!("{title}…"),
            None => title,
        }
    };
    let percent = |share: Option<f64>| {
        share.map_or_else(|| "-".into(), |share| format!("{:.0}%", share * 100.0))
    };
    let count = |count: Option<usize>| count.map_or_else(|| "-".into(), |count| count.to_string());
    let (pairs, texts): (Vec<&Row>, Vec<&Row>) =
        rows.iter().partition(|row| row.state != "no-counterpart");
    writeln!(
        out,
        "   no  state    left  findings  accepted  paired  sentences  score  title"
    )?;
    for row in &pairs {
        let sentences = match (row.en_sentences, row.ko_sentences) {
            (Some(en), Some(ko)) => format!("{en}/{ko}"),
            _ => "-".into(),
        };
        let score = row
            .score
            .map_or_else(|| "-".into(), |score| format!("{score:.2}"));
        let title = match row.en_title.is_empty() {
            false => format!("{} | {}", short(row.en_title), short(row.ko_title)),
            true => {
                let name = |path: Option<&Path>| {
                    path.map_or_else(String::new, |path| path.display().to_string())
                };
                format!("{} | {}", name(row.en), name(row.ko))
            }
        };
        writeln!(
            out,
            "{:>5}  {:<7}{:>6}{:>10}{:>10}{:>8}{:>11}{:>7}  {title}",
            row.id,
            row.state,
            count(row.left),
            count(row.findings),
            percent(row.accepted),
            percent(row.paired),
            sentences,
            score
        )?;
    }
    let sum = |of: fn(&Row) -> Option<usize>| pairs.iter().filter_map(|row| of(row)).sum::<usize>();
    let state = |state: PairState| {
        pairs
            .iter()
            .filter(|row| row.state == state.as_str())
            .count()
    };
    writeln!(
        out,
        "{} pairs: {} new, {} in work, {} done, {} parked; {} rows left to look at, {} with findings",
        pairs.len(),
        state(PairState::New),
        state(PairState::InWork),
        state(PairState::Done),
        state(PairState::Parked),
        sum(|row| row.left),
        sum(|row| row.findings)
    )?;
    for row in &texts {
        let name = row.en.or(row.ko).unwrap_or(Path::new(""));
        writeln!(
            out,
            "{:>5}  without counterpart: {}",
            row.id,
            name.display()
        )?;
    }
    Ok(())
}

fn mark(path: &Path, args: &Args) -> Result<(), Stop> {
    let Some((state, numbers)) = &args.mark else {
        return Ok(());
    };
    let (mut job, damage) = JobFile::open(path).map_err(Stop::failed)?;
    if let Some(damage) = damage {
        tell_damage(path, damage);
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
        tell_damage(path, damage);
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
    match works.is_empty() {
        true => Err(Stop::Failed(format!(
            "{}: there is no work in it to take",
            path.display()
        ))),
        false => Ok(works),
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

/// What the articles of a job say together.
fn check(path: &Path, args: &Args) -> Result<Outcome, Stop> {
    #[derive(Serialize)]
    struct Line<'a> {
        pair: u64,
        /// From 1.
        row: usize,
        check: &'a str,
        finding: String,
        en: String,
        ko: String,
        work: &'a Path,
    }
    let format = args.format.as_deref().unwrap_or("text");
    if !["text", "tsv", "json"].contains(&format) {
        return Err(Stop::Usage(format!(
            "--format {format}: the formats are text, tsv and json"
        )));
    }
    let works = works(path, args)?;
    let mut custom = custom::load();
    if let Some(path) = &args.glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    let projects: Vec<&Project> = works.iter().map(|(.., project)| project).collect();
    let found = check_together(&projects, &custom.lexicon());
    let lines: Vec<Line> = found
        .iter()
        .filter_map(|((article, row), finding)| {
            let (pair, work, project) = works.get(*article)?;
            let text = |lang| {
                let texts: Vec<_> = project.bitext.texts(*row, lang).collect();
                texts.join(" ")
            };
            Some(Line {
                pair: *pair,
                row: row + 1,
                check: finding.check().as_str(),
                finding: finding.to_string(),
                en: text(Lang::En),
                ko: text(Lang::Ko),
                work,
            })
        })
        .collect();
    Target::Stdout.write(|out| match format {
        "json" => {
            serde_json::to_writer_pretty(&mut *out, &lines)?;
            writeln!(out)
        }
        "tsv" => {
            writeln!(out, "pair\trow\tcheck\tfinding\ten\tko\twork")?;
            for line in &lines {
                let work = line.work.display().to_string();
                let cells = [line.check, &line.finding, &line.en, &line.ko, &work];
                let cells =
                    cells.map(|cell| cell.split(char::is_control).collect::<Vec<_>>().join(" "));
                writeln!(out, "{}\t{}\t{}", line.pair, line.row, cells.join("\t"))?;
            }
            Ok(())
        }
        _ => {
            writeln!(
                out,
                "{} findings over {} articles",
                lines.len(),
                works.len()
            )?;
            for line in &lines {
                writeln!(
                    out,
                    "pair {}, row {}: {} ({})",
                    line.pair, line.row, line.finding, line.check
                )?;
            }
            Ok(())
        }
    })?;
    Ok(match args.strict && !lines.is_empty() {
        true => Outcome::Warned,
        false => Outcome::of(args.strict),
    })
}
