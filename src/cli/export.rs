//! `jjak export`: the pairs of projects in other formats.

use super::outputs::{self, RawOutputs};
use super::page::{Flag, Page, Section};
use super::project::load;
use super::tell::warn;
use super::{Outcome, Stop};
use jjak_formats::project::Project;
use std::path::{Path, PathBuf};

#[derive(Default)]
pub(crate) struct Args {
    inputs: Vec<PathBuf>,
    outputs: RawOutputs,
    skip_bad: bool,
    strict: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "export",
    call: "FILE.jjak -o OUT",
    summary: "write the pairs of earlier work: TMX, TSV, XLSX, Parquet ...",
    usage: &["FILE.jjak [FILE.jjak ...] -o OUT [-o OUT ...] [options]"],
    about: "\
Writes the pairs of projects.

The pairs of several projects go into one file, one project after the other; each pair tells which it is of.
- is a project from standard input.",
    options: || {
        let [output, which] = outputs::sections(|args: &mut Args| &mut args.outputs);
        vec![output, which, Section::new("Control", FLAGS)]
    },
    more: "",
    examples: &[
        "jjak export article.jjak -o article.tmx -o article.xlsx",
        "jjak export *.jjak -o corpus.parquet --states accepted --duplicates keep-first",
    ],
    operand: |args, file| args.inputs.push(file.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[
    Flag::switch(
        "skip-bad",
        "leave out projects that cannot be read, with a word, instead of stopping there",
        |args| args.skip_bad = true,
    ),
    Flag::switch(
        "strict",
        "exit with 1 if there was a warning; a damaged project is one in any case",
        |args| args.strict = true,
    ),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let Args {
        inputs,
        outputs,
        skip_bad,
        strict,
    } = args;
    let mut outputs = outputs.validate()?;
    if inputs.is_empty() {
        return Err(Stop::usage("give a project (.jjak), or several"));
    }
    if outputs.is_empty() {
        return Err(Stop::usage("where should the pairs go? Add -o corpus.tmx"));
    }
    if inputs.len() > 1 {
        outputs.hold_several()?;
    }
    outputs.claim(&[], &inputs)?;
    let names: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    let mut projects: Vec<(Project, &Path)> = Vec::with_capacity(names.len());
    for file in &names {
        match load(file) {
            Ok(loaded) => {
                let mut project = loaded.project;
                outputs.direct(&mut project);
                projects.push((project, file));
            }
            Err(Stop::Failed(why)) if skip_bad => warn(format_args!("{why}; it is left out")),
            Err(stop) => return Err(stop),
        }
    }
    if projects.len() < names.len() {
        let left_out = names.len() - projects.len();
        warn(format_args!(
            "{left_out} of {} projects are left out",
            names.len()
        ));
    }
    if projects.is_empty() {
        return Err(Stop::failed("none of the projects can be used"));
    }
    let named = projects
        .iter()
        .map(|(project, file)| (project, Some(*file)));
    let named: Vec<(&Project, Option<&Path>)> = named.collect();
    outputs.write_all(&named)?;
    Ok(Outcome::of(strict))
}
