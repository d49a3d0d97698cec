//! `jjak align`: the whole job without a window.

use super::bar::with_bar;
use super::files::{self, Target, is_dash};
use super::tell::tell;
use super::{Outcome, Stop, help, print};
use crate::bitext::{Bitext, Side};
use crate::export::{self, Format, Options, beads, beads::Numbering};
use crate::import::Imported;
use crate::pipeline::{Prepared, prepare, prepare_lines};
use lexopt::prelude::*;
use std::path::PathBuf;

/// Below this confidence a bead is more likely wrong than right.
const UNSURE: f32 = 0.5;

/// The arguments as they came.
#[derive(Default)]
struct Raw {
    files: Vec<PathBuf>,
    outputs: Vec<PathBuf>,
    format: Option<String>,
    beads: Option<PathBuf>,
    pins: Option<PathBuf>,
    segmented: bool,
    strict: bool,
    options: Options,
}

/// The arguments, seen to make sense together.
struct Args {
    en: PathBuf,
    ko: PathBuf,
    outputs: Vec<(Target, Format)>,
    beads: Option<Target>,
    pins: Option<PathBuf>,
    segmented: bool,
    strict: bool,
    options: Options,
}

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let mut raw = Raw::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return print(help::ALIGN),
            Short('o') | Long("output") => raw.outputs.push(parser.value()?.into()),
            Long("format") => raw.format = Some(parser.value()?.string()?),
            Long("beads") => raw.beads = Some(parser.value()?.into()),
            Long("pins") => raw.pins = Some(parser.value()?.into()),
            Long("segmented") => raw.segmented = true,
            Long("strict") => raw.strict = true,
            Long("en-code") => raw.options.en_code = language_code(parser)?,
            Long("ko-code") => raw.options.ko_code = language_code(parser)?,
            Long("min-confidence") => raw.options.min_confidence = confidence(parser)?,
            Long("one-to-one") => raw.options.many = false,
            Long("one-sided") => raw.options.one_sided = true,
            Value(file) => raw.files.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let args = raw.validate()?;
    align(&args)
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

impl Raw {
    fn validate(self) -> Result<Args, Stop> {
        let count = self.files.len();
        let Ok([en, ko]) = <[PathBuf; 2]>::try_from(self.files) else {
            return Err(Stop::Usage(format!(
                "give two files, the English and the Korean (there {} {count})",
                if count == 1 { "is" } else { "are" }
            )));
        };
        if is_dash(&en) && is_dash(&ko) {
            return Err(Stop::usage("only one text can come from standard input"));
        }
        if self
            .options
            .en_code
            .eq_ignore_ascii_case(&self.options.ko_code)
        {
            return Err(Stop::usage("--en-code and --ko-code cannot be the same"));
        }
        let asked = match self.format {
            Some(name) => Some(Format::named(&name).ok_or_else(|| {
                Stop::Usage(format!("--format is {}, not \"{name}\"", known_formats()))
            })?),
            None => None,
        };
        let mut outputs: Vec<(Target, Format)> = Vec::with_capacity(self.outputs.len());
        for path in self.outputs {
            let format = Format::of(&path).or(asked).ok_or_else(|| {
                Stop::Usage(format!(
                    "-o {}: which format? End the name in .tmx or .tsv, or add --format {}",
                    path.display(),
                    known_formats()
                ))
            })?;
            outputs.push((path.into(), format));
        }
        let beads = self.beads.map(Target::from);
        let targets: Vec<&Target> = outputs
            .iter()
            .map(|(target, _)| target)
            .chain(&beads)
            .collect();
        if targets.is_empty() {
            return Err(Stop::usage(
                "where should the result go? Add -o corpus.tmx, or -o - --format tsv to see it here",
            ));
        }
        for (at, target) in targets.iter().enumerate() {
            if targets[..at].contains(target) {
                return Err(Stop::Usage(format!("{target} is given for two outputs")));
            }
            if target.is_file(&en) || target.is_file(&ko) {
                return Err(Stop::Usage(format!(
                    "{target} is one of the texts; the result would replace it"
                )));
            }
        }
        Ok(Args {
            en,
            ko,
            outputs,
            beads,
            pins: self.pins,
            segmented: self.segmented,
            strict: self.strict,
            options: self.options,
        })
    }
}

fn known_formats() -> String {
    Format::ALL.map(Format::as_str).join(" or ")
}

fn align(args: &Args) -> Result<Outcome, Stop> {
    let (en, ko) = (files::read(&args.en)?, files::read(&args.ko)?);
    let (to_sides, numbering): (fn(Imported, Imported) -> _, _) = if args.segmented {
        (prepare_lines, Numbering::Lines)
    } else {
        (prepare, Numbering::Segments)
    };
    let prepared: Prepared = to_sides(en, ko).map_err(Stop::failed)?;
    let pins = match &args.pins {
        Some(path) => beads::read(path)
            .and_then(|pins| beads::to_pins(&pins, path, &prepared.en, &prepared.ko, numbering))
            .map_err(Stop::failed)?,
        None => Vec::new(),
    };
    for warning in &prepared.warnings {
        tell(format_args!("warning: {warning}"));
    }
    tell(found(&prepared.en));
    tell(found(&prepared.ko));
    let warned = !prepared.warnings.is_empty();
    let bitext =
        with_bar("aligning", |progress| prepared.align(&pins, progress)).map_err(Stop::failed)?;
    let proof = bitext.check().map_err(|fault| {
        Stop::Failed(format!(
            "this is a fault of Jjak, please report it: {fault}"
        ))
    })?;
    tell(proof);
    tell(counts(&bitext));
    for (target, format) in &args.outputs {
        let written = target.write(|out| export::write(&bitext, *format, &args.options, out))?;
        tell(format_args!("{target}: {written} pairs written"));
    }
    if let Some(target) = &args.beads {
        target.write(|out| beads::write(&bitext, numbering, out))?;
    }
    Ok(if warned && args.strict {
        Outcome::Warned
    } else {
        Outcome::Done
    })
}

/// What was found in a text: `English: a.txt "Title" (UTF-8), 41 sentences, 13 excluded blocks`.
fn found(side: &Side) -> String {
    let provenance = &side.article.provenance;
    let file = match &provenance.file {
        Some(file) => file.display().to_string(),
        None => "standard input".into(),
    };
    let title = match &provenance.title {
        Some(title) => format!(" \"{title}\""),
        None => String::new(),
    };
    let excluded = side.article.blocks.iter();
    format!(
        "{}: {file}{title} ({}), {} sentences, {} excluded blocks",
        side.article.lang,
        provenance.encoding,
        side.segments.len(),
        excluded.filter(|block| block.excluded.is_some()).count()
    )
}

fn counts(bitext: &Bitext) -> String {
    let beads = &bitext.beads;
    let one_sided = beads
        .iter()
        .filter(|bead| bead.en.is_empty() || bead.ko.is_empty());
    let crossing = bitext.crossing().into_iter().filter(|&crosses| crosses);
    let unsure = beads.iter().filter(|bead| bead.confidence < UNSURE);
    format!(
        "{} beads: {} without a counterpart, {} crossing, {} below .5 confidence",
        beads.len(),
        one_sided.count(),
        crossing.count(),
        unsure.count()
    )
}
