//! `jjak match`: which texts of two folders belong together.

use super::bar::with_bar;
use super::custom::{self, CuttingOptions};
use super::files::{self, Target};
use super::outputs::keep_apart;
use super::page::{Flag, Page, Section, Value, names};
use super::tell::{tell, warn};
use super::{Outcome, Stop};
use jjak_pipeline::manifest::{Manifest, Record};
use jjak_pipeline::matching::{
    Matched, Request, RowState, gather, is_table, match_texts, write_json_lines, write_tsv,
};
use std::path::{Path, PathBuf};

/// As many texts that cannot be used are told one by one; all of them are in the table.
const TOLD: usize = 10;

#[derive(Default)]
pub(crate) struct Args {
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

pub(crate) const PAGE: Page<Args> = Page {
    name: "match",
    call: "EN KO -o PAIRS.tsv",
    summary: "find which texts of two folders belong together",
    usage: &["EN KO -o PAIRS.tsv [options]", "BOTH -o PAIRS.tsv [options]"],
    about: "\
Finds which English and which Korean texts belong together, by what they say, and writes a table of pairs.

EN and KO are folders (with the folders in them), lists (@FILE: a file with one name a line), zip archives,
books (.epub, each chapter a text) or single texts; BOTH holds texts of both languages. The language of each
text is told by its script. A file that holds both languages is a pair by itself.

The table has a line for each pair, and for each text without one:
  en, ko                  the names of the texts, as they can be read (also pages.zip/a.html, book.epub#3)
  score                   the probability that they belong together; a row with both sides and a score of .5
                          or more is a pair
  margin                  how much more likely it is than the next best
  how                     content, name (the names of the files differ only in the language) or both; known
  why                     what both hold: names, figures, words; how many sentences pair; what speaks against
  state                   sure (.9 and more), look (see for yourself), guess (no pair, but the likeliest),
                          version (another version of a text that is in a pair), duplicate, part (a part of
                          a page that holds several articles: page.txt#120-4800, in bytes of its text),
                          alone (no counterpart, or it cannot be used), none (no counterpart, you said so)
  of                      the text that a version, duplicate or part is of
You can edit it: change, add or delete rows; empty the score of a guess that is right.",
    options: || {
        let cutting = custom::cutting("How texts are cut", |args: &mut Args| &mut args.cutting);
        let brief = "how texts are cut into sentences; see jjak align --help";
        vec![Section::new("Options", FLAGS), cutting.brief(brief)]
    },
    more: "",
    examples: &[
        "jjak match english/ korean/ -o pairs.tsv",
        "jjak match pages.zip -o pairs.tsv --names no",
        "jjak match english/ korean/ --known pairs.tsv -o more.tsv",
        "jjak match english.epub korean.epub -o chapters.tsv",
    ],
    operand: |args, input| args.inputs.push(input.into()),
    run: |args| match_all(&args),
};

/// Whether the table is JSON lines.
const FORMATS: &[(&str, bool)] = &[("tsv", false), ("jsonl", true)];
/// Whether names of files are left out.
const NAMES: &[(&str, bool)] = &[("yes", false), ("no", true)];

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("PAIRS"),
        "where the table goes; - is standard output",
        |args: &mut Args, given| given.path().map(|path| args.output = Some(path)),
    )
    .short('o'),
    Flag::value(
        "format",
        Value::one_of("FORMAT", || names(FORMATS)),
        "tsv (if you say nothing), jsonl (also if PAIRS ends in .jsonl)",
        |args, given| given.one_of(FORMATS).map(|lines| args.json_lines = lines),
    ),
    Flag::value(
        "known",
        Value::file("TABLE"),
        "pairs that are decided, such as a table of before that you have edited: its pairs stay, texts of state none stay alone, the rest is matched",
        |args, given| given.path().map(|path| args.known = Some(path)),
    ),
    Flag::value(
        "names",
        Value::one_of("HOW", || names(NAMES)),
        "whether names of files count: yes (if you say nothing), no",
        |args, given| {
            given
                .one_of(NAMES)
                .map(|without| args.without_names = without)
        },
    ),
    Flag::value(
        "glossary",
        Value::file("FILE"),
        "your terms, one a line: English, a tab, Korean (several stand apart by |); or a table, TBX or UTX",
        |args, given| given.path().map(|path| args.glossary = Some(path)),
    ),
    Flag::value(
        "jobs",
        Value::text("N"),
        "how many processors to use; all of them if you say nothing",
        |args, given| given.parsed().map(|jobs| args.jobs = Some(jobs)),
    ),
    Flag::switch(
        "strict",
        "exit with 1 if there was a warning, such as a text that cannot be used",
        |args| args.strict = true,
    ),
];

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
    output.write(|out| {
        if is_json_lines {
            write_json_lines(&matched.rows, out)
        } else {
            write_tsv(&matched.rows, out)
        }
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
    let [en, ko] = matched.texts.0;
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
