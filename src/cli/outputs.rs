//! Where pairs go: `align`, `export` and `convert` share it. Which pairs go there is in `selection`.

use super::files::Target;
use super::selection::Selection;
use super::tell::tell;
use super::{Outcome, Stop};
use jjak_core::bitext::Bitext;
use jjak_formats::aligned::Flow;
use jjak_formats::export::{self, Format, Options, Work};
use jjak_formats::project::{self, Project};
use lexopt::prelude::*;
use std::io;
use std::path::{Path, PathBuf};

/// The name of a pair of files, `x.en` and `x.ko`, as format and as file name extension.
const MOSES: &str = "moses";

/// The options as they came.
#[derive(Default)]
pub struct RawOutputs {
    paths: Vec<PathBuf>,
    format: Option<String>,
    options: Options,
}

/// An option of this group.
#[derive(Clone, Copy)]
pub enum Flag {
    Output,
    Format,
    Selection(Selection),
}

impl Flag {
    pub fn of(argument: &lexopt::Arg) -> Option<Flag> {
        Some(match argument {
            Short('o') | Long("output") => Flag::Output,
            Long("format") => Flag::Format,
            _ => Flag::Selection(Selection::of(argument)?),
        })
    }
}

/// What is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Pairs(Format),
    /// All of the work, to go on with in the window.
    Project,
}

/// The options, seen to make sense together.
pub struct Outputs {
    places: Vec<(Target, Written)>,
    options: Options,
}

impl RawOutputs {
    /// Takes the value of `flag`, if it has one, off the command line.
    pub fn take(&mut self, flag: Flag, parser: &mut lexopt::Parser) -> Result<(), Stop> {
        match flag {
            Flag::Output => self.paths.push(parser.value()?.into()),
            Flag::Format => self.format = Some(parser.value()?.string()?),
            Flag::Selection(selection) => selection.take(&mut self.options, parser)?,
        }
        Ok(())
    }

    pub fn validate(self) -> Result<Outputs, Stop> {
        let options = self.options;
        if options.en_code.eq_ignore_ascii_case(&options.ko_code) {
            return Err(Stop::usage("--en-code and --ko-code cannot be the same"));
        }
        let asked = self.format.as_deref();
        if let Some(name) = asked
            && ![MOSES, project::EXTENSION].contains(&name)
            && Format::named(name).is_none()
        {
            return Err(Stop::Usage(format!(
                "--format is {}, not \"{name}\"",
                known_formats()
            )));
        }
        let mut places = Vec::with_capacity(self.paths.len());
        for path in self.paths {
            places.extend(written_at(path, asked)?);
        }
        Ok(Outputs { places, options })
    }
}

/// What is written at `path`, and where.
fn written_at(path: PathBuf, asked: Option<&str>) -> Result<Vec<(Target, Written)>, Stop> {
    let extension = path.extension().and_then(|end| end.to_str());
    if extension == Some(project::EXTENSION) {
        return Ok(vec![(path.into(), Written::Project)]);
    }
    let asked_format = asked.and_then(Format::named);
    if let Some(format) = extension.and_then(Format::named) {
        // Either version of XLIFF may end in .xlf or .xliff.
        let asked = asked_format.filter(|asked| asked.is_xliff() && format.is_xliff());
        return Ok(vec![(path.into(), Written::Pairs(asked.unwrap_or(format)))]);
    }
    let is_pair = extension == Some(MOSES);
    if is_pair || asked == Some(MOSES) {
        if Target::from(path.clone()) == Target::Stdout {
            return Err(Stop::usage(
                "a Moses pair is two files; name them with -o NAME.moses, or choose --format en or ko",
            ));
        }
        let stem = if is_pair {
            path.with_extension("")
        } else {
            path
        };
        let pair = export::moses_pair(&stem);
        let written = pair.map(|(file, format)| (file.into(), Written::Pairs(format)));
        return Ok(written.into());
    }
    let is_stdout = Target::from(path.clone()) == Target::Stdout;
    if asked == Some(project::EXTENSION) && !is_stdout {
        return Ok(vec![(path.into(), Written::Project)]);
    }
    match asked_format {
        Some(Format::Tei | Format::Xces) if Target::from(path.clone()) == Target::Stdout => Err(
            Stop::usage("an alignment is three files; name it with -o NAME.tei or NAME.xces"),
        ),
        Some(format) => Ok(vec![(path.into(), Written::Pairs(format))]),
        None => Err(Stop::Usage(format!(
            "-o {}: which format? End the name in .tmx, .tsv, .jjak or the like, or add --format {}",
            path.display(),
            known_formats()
        ))),
    }
}

impl Outputs {
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Sees that no two of these and `others` are one file, and none is one of `inputs`.
    pub fn keep_apart(&self, others: &[&Target], inputs: &[&Path]) -> Result<(), Stop> {
        let beside = self.places.iter().filter_map(|place| match place {
            (Target::File(path), Written::Pairs(format)) => format.texts_beside(path),
            _ => None,
        });
        let beside: Vec<Target> = beside.flatten().map(Target::File).collect();
        let targets: Vec<&Target> = self
            .places
            .iter()
            .map(|(target, _)| target)
            .chain(others.iter().copied())
            .chain(&beside)
            .collect();
        for (at, target) in targets.iter().enumerate() {
            if targets[..at].contains(target) {
                return Err(Stop::Usage(format!("{target} is given for two outputs")));
            }
            if inputs.iter().any(|input| target.is_file(input)) {
                return Err(Stop::Usage(format!(
                    "{target} is one of the inputs; the result would replace it"
                )));
            }
        }
        Ok(())
    }

    /// Whether pairs can go on into all of them piece by piece.
    pub fn flow(&self) -> bool {
        self.places.iter().all(|(_, written)| match written {
            Written::Pairs(format) => export::flows(*format, &self.options),
            Written::Project => false,
        })
    }

    /// Whether one of them is a project, which keeps its originals.
    pub fn hold_a_project(&self) -> bool {
        let mut places = self.places.iter();
        places.any(|(_, written)| *written == Written::Project)
    }

    /// Sees that several projects are not to become one: each has its own originals and its own undo.
    pub fn hold_several(&self) -> Result<(), Stop> {
        match self
            .places
            .iter()
            .find(|(_, written)| *written == Written::Project)
        {
            Some((target, _)) => Err(Stop::Usage(format!(
                "{target}: a project holds one pair of texts; write several to a .tsv, .tmx or the like"
            ))),
            None => Ok(()),
        }
    }

    /// Writes one project, which came from `file`, or is in the first that is written.
    pub fn write(&self, project: &Project, file: Option<&Path>) -> Result<Outcome, Stop> {
        let written = self.places.iter().find_map(|place| match place {
            (Target::File(path), Written::Project) => Some(path.as_path()),
            _ => None,
        });
        self.write_all(&[(project, file.or(written))])
    }

    /// Writes the pairs of a file that is read once more for each of these.
    pub fn write_flow(&self, flow: &Flow) -> Result<Outcome, Stop> {
        for (target, written) in &self.places {
            let Written::Pairs(format) = *written else {
                continue;
            };
            let mut left_out = 0;
            let pairs = target.write(|out| {
                let work = Work::of(flow.head(), None);
                let written = flow.pieces(|pieces| {
                    let mut pieces = pieces.inspect(|piece| left_out += one_sided(&piece.bitext));
                    export::write_pieces(work, &mut pieces, format, &self.options, out)
                });
                written.map_err(io::Error::other)?
            })?;
            self.tell_written(target, format, pairs, left_out);
        }
        Ok(Outcome::Done)
    }

    /// Writes the pairs of `projects` one after the other, each with the file it came from.
    pub fn write_all(&self, projects: &[(&Project, Option<&Path>)]) -> Result<Outcome, Stop> {
        let works: Vec<Work> = projects
            .iter()
            .map(|(project, file)| Work::of(project, *file))
            .collect();
        for (target, written) in &self.places {
            match written {
                Written::Pairs(format) => {
                    let pairs = match target {
                        Target::File(path) => {
                            export::write_files(path, &works, *format, &self.options)
                                .map_err(Stop::failed)?
                        }
                        Target::Stdout => target
                            .write(|out| export::write(&works, *format, &self.options, out))?,
                    };
                    let bitexts = projects.iter().map(|(project, _)| &project.bitext);
                    self.tell_written(target, *format, pairs, bitexts.map(one_sided).sum());
                }
                Written::Project => {
                    for (project, _) in projects {
                        target.write(|out| project::write(project, out))?;
                    }
                    tell(format_args!("{target}: project written"));
                }
            }
        }
        Ok(Outcome::Done)
    }

    /// Says what was written, and how many of the rows without a counterpart were not.
    fn tell_written(&self, target: &Target, format: Format, pairs: usize, one_sided: usize) {
        let (can, asked) = (format.holds_one_sided(), self.options.one_sided);
        // Whole paragraphs may hold them.
        if one_sided == 0 || can && asked || self.options.paragraphs {
            return tell(format_args!("{target}: {pairs} pairs written"));
        }
        let how = if can { " (--one-sided)" } else { "" };
        tell(format_args!(
            "{target}: {pairs} pairs written, {one_sided} without a counterpart left out{how}"
        ));
    }
}

/// How many rows have no counterpart.
fn one_sided(bitext: &Bitext) -> usize {
    let beads = bitext.beads.iter();
    beads
        .filter(|bead| bead.en.is_empty() || bead.ko.is_empty())
        .count()
}

fn known_formats() -> String {
    let mut names: Vec<&str> = Format::ALL.into_iter().map(Format::as_str).collect();
    names.extend([MOSES, project::EXTENSION]);
    let (last, others) = names.split_last().expect("there are formats");
    format!("{} or {last}", others.join(", "))
}
