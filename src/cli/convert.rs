//! `jjak convert`: files of pairs, of Jjak and of other tools, in other formats.

use super::files;
use super::outputs::{self, RawOutputs};
use super::page::{Flag, Page, Section, Value};
use super::project::{is_project, load};
use super::tell::warn;
use super::{Outcome, Stop};
use jjak_formats::exchange::{
    self, BadRows, BilingualWarning, Columns, Keep, PairsError, ReadOptions,
};
use jjak_formats::project::Project;
use std::path::{Path, PathBuf};

#[derive(Default)]
pub(crate) struct Args {
    inputs: Vec<PathBuf>,
    outputs: RawOutputs,
    ladder: Option<PathBuf>,
    columns: Option<Columns>,
    skip_bad: bool,
    strict: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "convert",
    call: "PAIRS -o OUT",
    summary: "turn a file of pairs (TMX, XLIFF ...) into another format or a project",
    usage: &[
        "PAIRS -o OUT [-o OUT ...] [options]",
        "EN KO [--ladder FILE] -o OUT [-o OUT ...] [options]",
    ],
    about: "\
Turns a file of pairs into another format, or into a project to review in the window.

PAIRS is a file of any tool:
  .tmx                    a translation memory
  .xlf .xliff             XLIFF 1.2 or 2.x; also .sdlxliff (Trados), .mqxliff (memoQ) and .mxliff (Phrase)
  .sdltm                  a translation memory of Trados (close it there first)
  .tsv .csv .xlsx .ods    a table, whatever stands between its cells; which columns hold the texts is told by
                          their names in the first line (en, ko ...), else by their script
  .docx                   a table of Word that Jjak wrote; what was changed in it is flagged
  .jsonl .po              JSON lines with translations; gettext's messages
  .tei .xces .xml         an alignment of InterText's, TEI's or OPUS' kind, with its two texts beside it
  .jjak                   a project
EN and KO are two files of as many lines, one sentence a line, which pair in their order (a Moses pair); of
corpus.en and corpus.ko one is enough. States come along: reviewed or signed off is accepted, rejected or
fuzzy is flagged. What Jjak wrote comes back with its sentences, states, verdicts, notes and order.

Rows go through one after the other, in some 50 MB of memory, from .tmx, .tsv, .csv and .jsonl to all
but .tei, .xces, .html and .jjak. Those are made of all rows at once, at some 7 bytes of memory for each
that is read.",
    options: || {
        let [output, which] = outputs::sections(|args: &mut Args| &mut args.outputs);
        vec![Section::new("Options", FLAGS), output, which]
    },
    more: "",
    examples: &[
        "jjak convert memory.tmx -o memory.jjak",
        "jjak convert corpus.en -o corpus.tmx",
        "jjak convert job.sdlxliff -o job.xlf -o job.jjak",
        "jjak convert table.csv --columns 2,5 -o table.tmx",
        "jjak convert en.sent ko.sent --ladder pairs.ladder -o pairs.tei",
    ],
    operand: |args, file| args.inputs.push(file.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "columns",
        Value::text("EN,KO"),
        "the columns of a table that hold the texts, by number from 1 or by name",
        |args, given| files::columns(given).map(|columns| args.columns = Some(columns)),
    ),
    Flag::value(
        "ladder",
        Value::file("FILE"),
        "how EN and KO pair, as hunalign tells it: English line, tab, Korean line, tab, score",
        |args, given| given.path().map(|path| args.ladder = Some(path)),
    ),
    Flag::switch(
        "skip-bad",
        "leave out rows that cannot be read (broken JSON, an entry of .po, an entity that nobody knows, a text over 1 MiB), with their number and where they are, instead of stopping there",
        |args| args.skip_bad = true,
    ),
    Flag::switch(
        "strict",
        "exit with 1 if something of the file was left out, or there was another warning",
        |args| args.strict = true,
    ),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let Args {
        inputs,
        outputs,
        ladder,
        columns,
        skip_bad,
        strict,
    } = args;
    let bad_rows = if skip_bad {
        BadRows::Skip
    } else {
        BadRows::Refuse
    };
    let mut outputs = outputs.validate()?;
    if outputs.is_empty() {
        return Err(Stop::usage("where should the pairs go? Add -o corpus.tmx"));
    }
    let names: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    let mut read = inputs.clone();
    for name in &names {
        // Whether the file itself can be read is told when it is.
        read.extend(exchange::beside(name).unwrap_or_default());
    }
    read.extend(ladder.clone());
    outputs.claim(&[], &read)?;
    let reading = ReadOptions {
        columns: columns.as_ref(),
        bad_rows,
    };
    if let ([file], None, true) = (names.as_slice(), &ladder, outputs.flow())
        && let Some(flow) = exchange::Flow::reading(file, reading).map_err(refused)?
    {
        tell_warnings(file, flow.warnings());
        outputs.write_flow(&flow)?;
        return Ok(Outcome::of(strict));
    }
    let keep = if outputs.hold_a_project() {
        Keep::Originals
    } else {
        Keep::Pairs
    };
    let (mut project, file) = match (names.as_slice(), &ladder) {
        ([], _) => return Err(Stop::usage("give a file of pairs")),
        ([en, ko], Some(ladder)) => (told(ladder, exchange::open_ladder(en, ko, ladder))?, None),
        (_, Some(_)) => {
            return Err(Stop::usage(
                "--ladder goes with two files of one sentence a line, the English and the Korean",
            ));
        }
        ([file], None) if is_project(file) => (load(file)?.project, Some(*file)),
        ([file], None) => (
            told(file, exchange::open_reading(keep, file, reading))?,
            None,
        ),
        ([en, ko], None) => (told(en, exchange::open_pair(keep, en, ko))?, None),
        _ => {
            return Err(Stop::usage(
                "give one file of pairs, or two of one sentence a line",
            ));
        }
    };
    outputs.direct(&mut project);
    outputs.write(&project, file)?;
    Ok(Outcome::of(strict))
}

/// Says what a file of pairs could not give.
fn told(
    path: &Path,
    opened: Result<(Project, Vec<BilingualWarning>), PairsError>,
) -> Result<Project, Stop> {
    let (project, warnings) = opened.map_err(refused)?;
    tell_warnings(path, &warnings);
    Ok(project)
}

fn refused(error: PairsError) -> Stop {
    match error {
        PairsError::UnknownFormat { .. } => Stop::usage(error),
        _ => Stop::failed(error),
    }
}

fn tell_warnings(path: &Path, warnings: &[BilingualWarning]) {
    for warning in warnings {
        warn(format_args!("{}: {warning}", path.display()));
    }
}
