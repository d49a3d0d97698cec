//! The options that say where pairs go and which: `align` and `export` share them.

use super::files::Target;
use super::tell::tell;
use super::{Outcome, Stop};
use crate::export::{self, Format, Options};
use crate::project::{self, Project};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

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
    EnCode,
    KoCode,
    MinConfidence,
    OneToOne,
    OneSided,
}

impl Flag {
    pub fn of(argument: &lexopt::Arg) -> Option<Flag> {
        Some(match argument {
            Short('o') | Long("output") => Flag::Output,
            Long("format") => Flag::Format,
            Long("en-code") => Flag::EnCode,
            Long("ko-code") => Flag::KoCode,
            Long("min-confidence") => Flag::MinConfidence,
            Long("one-to-one") => Flag::OneToOne,
            Long("one-sided") => Flag::OneSided,
            _ => return None,
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
            Flag::EnCode => self.options.en_code = language_code(parser)?,
            Flag::KoCode => self.options.ko_code = language_code(parser)?,
            Flag::MinConfidence => self.options.min_confidence = confidence(parser)?,
            Flag::OneToOne => self.options.many = false,
            Flag::OneSided => self.options.one_sided = true,
        }
        Ok(())
    }

    pub fn validate(self) -> Result<Outputs, Stop> {
        let options = self.options;
        if options.en_code.eq_ignore_ascii_case(&options.ko_code) {
            return Err(Stop::usage("--en-code and --ko-code cannot be the same"));
        }
        let asked = match self.format {
            Some(name) => Some(Format::named(&name).ok_or_else(|| {
                Stop::Usage(format!("--format is {}, not \"{name}\"", known_formats()))
            })?),
            None => None,
        };
        let mut places = Vec::with_capacity(self.paths.len());
        for path in self.paths {
            let written = if path
                .extension()
                .is_some_and(|end| end == project::EXTENSION)
            {
                Some(Written::Project)
            } else {
                Format::of(&path).or(asked).map(Written::Pairs)
            };
            let written = written.ok_or_else(|| {
                Stop::Usage(format!(
                    "-o {}: which format? End the name in .tmx, .tsv, .csv, .jsonl, .html or .jjak, or add --format {}",
                    path.display(),
                    known_formats()
                ))
            })?;
            places.push((path.into(), written));
        }
        Ok(Outputs { places, options })
    }
}

impl Outputs {
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Sees that no two of these and `others` are one file, and none is one of `inputs`.
    pub fn keep_apart(&self, others: &[&Target], inputs: &[&Path]) -> Result<(), Stop> {
        let targets: Vec<&Target> = self
            .places
            .iter()
            .map(|(target, _)| target)
            .chain(others.iter().copied())
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

    pub fn write(&self, project: &Project) -> Result<Outcome, Stop> {
        let options = Options {
            labels: project.about.labels.clone(),
            ..self.options.clone()
        };
        for (target, written) in &self.places {
            match written {
                Written::Pairs(format) => {
                    let pairs = target
                        .write(|out| export::write(&project.bitext, *format, &options, out))?;
                    tell(format_args!("{target}: {pairs} pairs written"));
                }
                Written::Project => {
                    target.write(|out| project::write(project, out))?;
                    tell(format_args!("{target}: project written"));
                }
            }
        }
        Ok(Outcome::Done)
    }
}

fn language_code(parser: &mut lexopt::Parser) -> Result<String, Stop> {
    let code = parser.value()?.string()?;
    if export::is_language_code(&code) {
        Ok(code)
    } else {
        Err(Stop::Usage(format!(
            "\"{code}\" is no language code; one looks like en-US or ko"
        )))
    }
}

fn confidence(parser: &mut lexopt::Parser) -> Result<f32, Stop> {
    let value = parser.value()?.string()?;
    match value.parse() {
        Ok(confidence @ 0.0..=1.0) => Ok(confidence),
        _ => Err(Stop::Usage(format!(
            "--min-confidence takes a number from 0 to 1, not \"{value}\""
        ))),
    }
}

fn known_formats() -> String {
    let names = Format::ALL.map(Format::as_str);
    let (last, others) = names.split_last().expect("there are formats");
    format!("{} or {last}", others.join(", "))
}
