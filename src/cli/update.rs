//! `jjak update`: a memory with what newer files say.

use super::outputs::{self, RawOutputs};
use super::page::{Flag, Page, Section};
use super::project::{is_project, load};
use super::sources::texts;
use super::tell::{tell, warn};
use super::{Outcome, Stop};
use jjak_core::article::Lang;
use jjak_core::bitext::RowRange;
use jjak_formats::exchange::{self, Keep, NewestWork, ReadOptions};
use jjak_formats::project::Project;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

#[derive(Default)]
pub(crate) struct Args {
    inputs: Vec<PathBuf>,
    outputs: RawOutputs,
    keep_both: bool,
    strict: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "update",
    call: "MEMORY NEW -o OUT",
    summary: "a memory with what newer files of pairs say: what is new is added, what changed replaced",
    usage: &["MEMORY NEW [NEW ...] -o OUT [-o OUT ...] [options]"],
    about: "\
Writes the pairs of MEMORY and of NEW as one, oldest first. Where a later file translates a sentence of the
source otherwise, the earlier translation is left out (--keep-both keeps it); how many were added, replaced
and the same is told. MEMORY and NEW are files of pairs as `jjak convert` takes them, or projects, and stay as
they are. All rows are in memory at once.",
    options: || {
        let [output, which] = outputs::sections(|args: &mut Args| &mut args.outputs);
        vec![Section::new("Options", FLAGS), output, which]
    },
    more: "",
    examples: &[
        "jjak update memory.tmx article.jjak -o memory.new.tmx",
        "jjak update master.tmx june.xliff july.xliff -o master.new.tmx --keep-both",
    ],
    operand: |args, file| args.inputs.push(file.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[
    Flag::switch(
        "keep-both",
        "keep the earlier translation of a sentence beside the later one; pairs that say the same are written once",
        |args| args.keep_both = true,
    ),
    Flag::switch("strict", "exit with 1 if there was a warning", |args| {
        args.strict = true;
    }),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    if args.inputs.len() < 2 {
        return Err(Stop::usage(
            "give the memory and what is newer: jjak update memory.tmx article.jjak -o memory.new.tmx",
        ));
    }
    let mut outputs = args.outputs.validate()?;
    if outputs.is_empty() {
        return Err(Stop::usage(
            "where should the pairs go? Add -o memory.new.tmx",
        ));
    }
    outputs.hold_several()?;
    outputs.claim(&[], &args.inputs)?;
    let works: Result<Vec<(Project, &Path)>, Stop> = args
        .inputs
        .iter()
        .map(|path| Ok((read(path)?, path.as_path())))
        .collect();
    let mut works = works?;
    for (project, _) in &mut works {
        outputs.direct(project);
    }
    let source = works
        .first()
        .map_or(Lang::En, |(work, _)| work.about.labels.source());
    let projects: Vec<&Project> = works.iter().map(|(project, _)| project).collect();
    let compared = Compared::of(&projects, source);
    if args.keep_both {
        outputs.write_once();
    } else {
        let all = projects.iter().enumerate();
        let all = all.flat_map(|(at, work)| pairs(work, source).map(move |[text, _]| (at, text)));
        outputs.keep_newest(NewestWork::of(source, all));
    }
    let files: Vec<(&Project, Option<&Path>)> = works
        .iter()
        .map(|(project, path)| (project, is_project(path).then_some(*path)))
        .collect();
    outputs.write_all(&files)?;
    let replaced = if args.keep_both {
        "translated otherwise, both kept"
    } else {
        "translated otherwise, the newer kept"
    };
    tell(format_args!(
        "{}: {} sentences new, {} {replaced}, {} the same",
        args.inputs
            .first()
            .map(PathBuf::as_path)
            .unwrap_or(Path::new(""))
            .display(),
        compared.added,
        compared.changed,
        compared.same
    ));
    Ok(Outcome::of(args.strict))
}

fn read(path: &Path) -> Result<Project, Stop> {
    if is_project(path) {
        return Ok(load(path)?.project);
    }
    let read = exchange::open_reading(Keep::Pairs, path, ReadOptions::default());
    let (project, warnings) = read.map_err(Stop::failed)?;
    for warning in warnings {
        warn(format_args!("{}: {warning}", path.display()));
    }
    Ok(project)
}

/// The pairs of a work with text on both sides, that of the source first.
fn pairs(work: &Project, source: Lang) -> impl Iterator<Item = [String; 2]> + '_ {
    let rows = work.bitext.beads.rows();
    let pairs = rows.each().map(move |row| {
        let [en, ko] = texts(&work.bitext, row);
        match source {
            Lang::En => [en, ko],
            Lang::Ko => [ko, en],
        }
    });
    pairs.filter(|[source, target]| !source.is_empty() && !target.is_empty())
}

/// What the newer works have that the first has not.
#[derive(Default)]
struct Compared {
    added: usize,
    changed: usize,
    same: usize,
}

impl Compared {
    fn of(works: &[&Project], source: Lang) -> Compared {
        let mut compared = Compared::default();
        let Some((memory, newer)) = works.split_first() else {
            return compared;
        };
        let mut known: HashMap<String, HashSet<String>> = HashMap::new();
        for [text, translation] in pairs(memory, source) {
            known.entry(text).or_default().insert(translation);
        }
        let mut seen = HashSet::new();
        let newer = newer.iter().flat_map(|work| pairs(work, source));
        for [text, translation] in newer.filter(|pair| seen.insert(pair.clone())) {
            let of = match known.get(&text) {
                None => &mut compared.added,
                Some(known) if known.contains(&translation) => &mut compared.same,
                Some(_) => &mut compared.changed,
            };
            *of += 1;
        }
        compared
    }
}
