//! `jjak align`: the whole job without a window.

mod options;

use crate::bar::with_bar;
use crate::custom::CuttingOptions;
use crate::files::{self, Target, is_dash};
use crate::outputs::Outputs;
use crate::tell::{tell, warn};
use crate::{Outcome, Stop};
use jjak_core::align::Known;
use jjak_core::bitext::{Bitext, Side};
use jjak_formats::exchange::{self, Columns};
use jjak_formats::exchange::{beads, beads::Numbering, scores};
use jjak_formats::import::bilingual::{self, Separated};
use jjak_formats::import::{Encoding, Imported};
use jjak_formats::project::{Labels, Project};
use jjak_pipeline::custom;
use jjak_pipeline::{prepare_lines, unrelated};
pub(crate) use options::PAGE;
use options::Raw;
use std::path::PathBuf;

/// Below this confidence a bead is more likely wrong than right.
const UNSURE: f32 = 0.5;

/// Where the two texts are.
enum Texts {
    Two {
        en: PathBuf,
        ko: PathBuf,
    },
    /// One file holds both languages.
    One(PathBuf),
    /// Two columns of a table.
    Table(PathBuf, Columns),
}

/// The arguments, seen to make sense together.
struct Args {
    texts: Texts,
    /// Of the English and of the Korean text, where it is not to be found out.
    encodings: [Option<Encoding>; 2],
    outputs: Outputs,
    beads: Option<Target>,
    pins: Option<PathBuf>,
    scores: Option<PathBuf>,
    glossary: Option<PathBuf>,
    labels: Labels,
    segmented: bool,
    strict: bool,
    cutting: CuttingOptions,
}

fn run(raw: Raw) -> Result<Outcome, Stop> {
    let args = raw.validate()?;
    align(&args)
}

impl Raw {
    fn validate(self) -> Result<Args, Stop> {
        let count = self.files.len();
        let mut files = self.files.into_iter();
        let files = (files.next(), files.next(), files.next());
        let texts = match (files, self.columns) {
            ((Some(table), None, None), Some(columns)) => Texts::Table(table, columns),
            (_, Some(_)) => return Err(Stop::usage("--columns goes with one file, a table")),
            ((Some(en), Some(ko), None), None) => Texts::Two { en, ko },
            ((Some(both), None, None), None) if !self.segmented => Texts::One(both),
            _ => {
                return Err(Stop::Usage(format!(
                    "give two files, the English and the Korean (there {} {count})",
                    if count == 1 { "is" } else { "are" }
                )));
            }
        };
        let mut paths = match &texts {
            Texts::Two { en, ko } => vec![en.clone(), ko.clone()],
            Texts::One(file) | Texts::Table(file, _) => vec![file.clone()],
        };
        if paths.len() == 2 && paths.iter().all(|path| is_dash(path)) {
            return Err(Stop::usage("only one text can come from standard input"));
        }
        if self.segmented && self.cutting.are_given() {
            return Err(Stop::usage(
                "--srx, --endings and --quotations say how texts are cut; with --segmented every line is a sentence already",
            ));
        }
        let mut outputs = self.outputs.validate()?;
        let beads = self.beads.map(Target::from);
        if outputs.is_empty() && beads.is_none() {
            if let Texts::One(_) = texts {
                return Err(Stop::usage(
                    "give two files, the English and the Korean, or one that holds both, and say where the result should go (-o corpus.tmx)",
                ));
            }
            return Err(Stop::usage(
                "where should the result go? Add -o corpus.tmx, or -o - --format tsv to see it here",
            ));
        }
        let others: Vec<&Target> = beads.iter().collect();
        let lists = [&self.pins, &self.glossary, &self.cutting.0.srx];
        paths.extend(lists.into_iter().flatten().cloned());
        outputs.claim(&others, &paths)?;
        Ok(Args {
            texts,
            encodings: self.encodings,
            outputs,
            beads,
            pins: self.pins,
            scores: self.scores,
            glossary: self.glossary,
            labels: self.labels,
            segmented: self.segmented,
            strict: self.strict,
            cutting: self.cutting,
        })
    }
}

fn align(args: &Args) -> Result<Outcome, Stop> {
    let mut custom = args.cutting.load()?;
    if let Some(path) = &args.glossary {
        custom.glossary.extend(files::read_glossary(path)?);
    }
    let lexicon = &custom.lexicon();
    let (en, ko) = read(args)?;
    let (prepared, numbering) = if args.segmented {
        (prepare_lines(en, ko), Numbering::Lines)
    } else {
        (custom.prepare(en, ko), Numbering::Segments)
    };
    let prepared = prepared.map_err(Stop::failed)?;
    let pins = match &args.pins {
        Some(path) => beads::read(path)
            .and_then(|pins| beads::to_pins(&pins, path, &prepared.en, &prepared.ko, numbering))
            .map_err(Stop::failed)?,
        None => Vec::new(),
    };
    let opinions = match &args.scores {
        Some(path) => {
            scores::read(path, &prepared.en, &prepared.ko, numbering).map_err(Stop::failed)?
        }
        None => Vec::new(),
    };
    prepared.warnings.iter().for_each(warn);
    tell(found(&prepared.en));
    tell(found(&prepared.ko));
    let originals = prepared.originals.clone();
    let bitext = with_bar("aligning", |progress| {
        let known = Known {
            pins: &pins,
            opinions: &opinions,
            lexicon,
            ..Known::default()
        };
        prepared.align_knowing(known, progress)
    })
    .map_err(Stop::failed)?;
    let proof = bitext.check().map_err(|fault| {
        Stop::Failed(format!(
            "this is a fault of Jjak, please report it: {fault}"
        ))
    })?;
    tell(proof);
    tell(counts(&bitext));
    unrelated(&bitext).iter().for_each(warn);
    let mut project = Project::new(originals, bitext, args.segmented);
    project.about.labels = args.labels.clone();
    args.outputs.direct(&mut project);
    project.about.shaped_by = shaped_by(args);
    args.outputs.write(&project, None)?;
    if let Some(target) = &args.beads {
        target.write(|out| beads::write(&project.bitext, numbering, out))?;
    }
    Ok(Outcome::of(args.strict))
}

/// Both texts; those of one file are separated.
fn read(args: &Args) -> Result<(Imported, Imported), Stop> {
    let [of_en, of_ko] = args.encodings;
    let path = match &args.texts {
        Texts::Two { en, ko } => return Ok((files::read(en, of_en)?, files::read(ko, of_ko)?)),
        Texts::Table(table, columns) => {
            return exchange::open_texts(table, columns).map_err(Stop::failed);
        }
        Texts::One(both) => both,
    };
    let name = path.display();
    let separated = bilingual::separate(&files::read(path, of_en.or(of_ko))?);
    let Some(Separated { en, ko, counts }) = separated else {
        return Err(Stop::Failed(format!(
            "{name}: does not hold both English and Korean; give two files, the English and the Korean"
        )));
    };
    let by = if counts.by_file {
        "by what it says itself"
    } else {
        "by script"
    };
    tell(format_args!(
        "{name}: one file for both languages, separated {by}: {} English and {} Korean blocks, {} of them mixed",
        counts.en, counts.ko, counts.mixed
    ));
    Ok((en, ko))
}

/// What of the user's own had a say.
fn shaped_by(args: &Args) -> Vec<PathBuf> {
    let lists = custom::folder().filter(|folder| folder.is_dir());
    let files = [&args.glossary, &args.cutting.0.srx];
    let files = files.into_iter().flatten().cloned();
    lists.into_iter().chain(files).collect()
}

/// What was found in a text: `English: a.txt "Title" (UTF-8), 41 sentences, 13 excluded blocks`.
fn found(side: &Side) -> String {
    let provenance = &side.article.provenance;
    let file = provenance.name();
    let file = file.unwrap_or_else(|| "standard input".into());
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
        excluded
            .filter_map(|block| block.excluded.as_ref())
            .filter(|why| !why.is_inline())
            .count()
    )
}

fn counts(bitext: &Bitext) -> String {
    let beads = &bitext.beads;
    let one_sided = beads
        .iter()
        .filter(|bead| bead.en.is_empty() || bead.ko.is_empty());
    let crossing = bitext.crossing();
    let unsure = beads.iter().filter(|bead| bead.confidence < UNSURE);
    format!(
        "{} beads: {} without a counterpart, {} crossing, {} below .5 confidence",
        beads.len(),
        one_sided.count(),
        crossing.len(),
        unsure.count()
    )
}
