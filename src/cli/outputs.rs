//! Where pairs go: `align`, `export` and `convert` share it. Which pairs go there is in `selection`.

mod clash;
mod writing;

pub(crate) use clash::keep_apart;

use clash::keep_text;

use super::Stop;
use super::files::Target;
use super::page::{Entry, Flag, Section, Value};
use super::selection;
use super::sources;
use jjak_core::article::Lang;
use jjak_core::bitext::RowRange;
use jjak_formats::exchange::{self, Duplicates, Format, KnownPairs, NewestWork, Options};
use jjak_formats::project::{self, Claim, Project};
use std::path::PathBuf;

/// The name of a pair of files, `x.en` and `x.ko`, as format and as file name extension.
const MOSES: &str = "moses";

/// The options as they came.
#[derive(Clone, Default)]
pub(crate) struct RawOutputs {
    paths: Vec<PathBuf>,
    format: Option<String>,
    options: Options,
    /// Memories whose pairs are left out.
    memories: Vec<PathBuf>,
    replace: bool,
}

/// Where pairs go.
pub(crate) const FLAGS: &[Flag<RawOutputs>] = &[
    Flag::value(
        "output",
        Value::file("OUT"),
        "where the pairs go; the ending says the format (below). Several -o write several files; - is standard output (needs --format).",
        |outputs: &mut RawOutputs, given| given.path().map(|path| outputs.paths.push(path)),
    )
    .short('o'),
    Flag::value(
        "format",
        Value::one_of("FORMAT", format_names),
        "the format of an OUT whose ending does not say: one of the endings below",
        |outputs: &mut RawOutputs, given| given.text().map(|name| outputs.format = Some(name)),
    )
    .list(format_entries),
    Flag::value(
        "not-in",
        Value::file("MEMORY"),
        "only pairs that are not in this file of pairs (TMX, XLIFF, TSV ...) or project: what is new; several are possible",
        |outputs: &mut RawOutputs, given| given.path().map(|path| outputs.memories.push(path)),
    ),
    REPLACE,
];

pub(crate) const REPLACE: Flag<RawOutputs> = Flag::switch(
    "replace",
    "also over a project that holds your work, which else is refused; the one before stays beside it as NAME.1.jjak (or .2, .3 ...)",
    |outputs| outputs.replace = true,
);

/// All that commands that write pairs take.
pub(crate) fn sections<A: 'static>(part: fn(&mut A) -> &mut RawOutputs) -> [Section<A>; 2] {
    [
        Section::shared("Output", FLAGS, part),
        Section::shared("Which pairs, and how", selection::FLAGS, move |args| {
            &mut part(args).options
        }),
    ]
}

/// What pairs are written in, with a name that is also how files end.
fn format_names() -> Vec<&'static str> {
    let one_file = Format::written().filter(|format| !matches!(format, Format::Moses(_)));
    let mut names: Vec<&str> = one_file.map(Format::as_str).collect();
    names.extend([MOSES, project::EXTENSION]);
    names
}

pub(crate) fn format_entries() -> Vec<Entry> {
    let what = |name| match Format::named(name) {
        Some(format) => format.what(),
        None if name == MOSES => "two files of lines, .en and .ko",
        None => "project to open in the window",
    };
    let entry = |name| Entry {
        name: format!(".{name}"),
        what: what(name),
    };
    format_names().into_iter().map(entry).collect()
}

/// What is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Pairs(Format),
    /// All of the work, to go on with in the window.
    Project,
}

/// The options, seen to make sense together.
pub(crate) struct Outputs {
    places: Vec<(Target, Written)>,
    options: Options,
    /// Memories whose pairs are left out.
    memories: Vec<PathBuf>,
    replace: bool,
    /// The places of projects, once they are claimed.
    claims: Vec<Claim>,
}

impl RawOutputs {
    /// The language translated from, if it was given.
    pub(crate) fn source(&self) -> Option<Lang> {
        self.options.source
    }

    /// The same, to go to these places, in a format if their names do not say it.
    pub(crate) fn to(mut self, paths: &[PathBuf], format: Option<&str>) -> RawOutputs {
        self.paths = paths.to_vec();
        self.format = format.map(str::to_owned);
        self
    }

    pub(crate) fn validate(self) -> Result<Outputs, Stop> {
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
        let is_whole = |written: &Written| match written {
            Written::Project => true,
            Written::Pairs(format) => {
                options.mask && matches!(format, Format::Html | Format::Tei | Format::Xces)
            }
        };
        let narrowed = [
            (options.mask, "--mask"),
            (!self.memories.is_empty(), "--not-in"),
        ];
        for (_, option) in narrowed.into_iter().filter(|(given, _)| *given) {
            if let Some((target, _)) = places.iter().find(|(_, written)| is_whole(written)) {
                return Err(Stop::Usage(format!(
                    "{target}: holds the texts as they are; {option} goes with .tmx, .xlf, .tsv, .xlsx and the like"
                )));
            }
        }
        Ok(Outputs {
            places,
            options,
            memories: self.memories,
            replace: self.replace,
            claims: Vec::new(),
        })
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
        let pair = exchange::moses_pair(&stem);
        let written = pair.map(|(file, format)| (file.into(), Written::Pairs(format)));
        return Ok(written.into());
    }
    let is_stdout = Target::from(path.clone()) == Target::Stdout;
    if asked == Some(project::EXTENSION) && !is_stdout {
        return Ok(vec![(path.into(), Written::Project)]);
    }
    if is_stdout && asked == Some(project::EXTENSION) {
        return Err(Stop::usage(
            "a project is a file that is gone on with; name it with -o NAME.jjak",
        ));
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
    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Sees that no two of these and `others` are one file, that none is one of `inputs` or of the user's lists, and
    /// that nobody's work is lost where they go; the places of projects are theirs from then on.
    pub(crate) fn claim(&mut self, others: &[&Target], inputs: &[PathBuf]) -> Result<(), Stop> {
        let beside = self.places.iter().filter_map(|place| match place {
            (Target::File(path), Written::Pairs(format)) => format.texts_beside(path),
            _ => None,
        });
        let beside: Vec<Target> = beside.flatten().map(Target::File).collect();
        let mut targets: Vec<&Target> = self.places.iter().map(|(target, _)| target).collect();
        targets.extend(others);
        targets.extend(&beside);
        let mut read = inputs.to_vec();
        read.extend(self.memories.iter().cloned());
        keep_apart(&targets, &read)?;
        self.options.known = known(&self.memories)?;
        for text in &beside {
            keep_text(text, self.replace)?;
        }
        for (target, written) in &self.places {
            if let (Target::File(path), Written::Project) = (target, written) {
                let claim = Claim::new(path, self.replace).map_err(Stop::failed)?;
                self.claims.push(claim);
            }
        }
        Ok(())
    }

    /// What `project` was translated from is what was asked for, if that was.
    pub(crate) fn direct(&self, project: &mut Project) {
        let source = &mut project.about.labels.source;
        *source = self.options.source.or(*source);
    }

    /// Leaves out what a later of several projects translates otherwise.
    pub(crate) fn keep_newest(&mut self, newest: NewestWork) {
        self.options.newest = newest;
    }

    /// Writes pairs that say the same once.
    pub(crate) fn write_once(&mut self) {
        self.options.duplicates = Duplicates::KeepFirst;
    }

    /// Whether pairs can go on into all of them piece by piece.
    pub(crate) fn flow(&self) -> bool {
        self.places.iter().all(|(_, written)| match written {
            Written::Pairs(format) => exchange::flows(*format, &self.options),
            Written::Project => false,
        })
    }

    /// Whether one of them is a project, which keeps its originals.
    pub(crate) fn hold_a_project(&self) -> bool {
        let mut places = self.places.iter();
        places.any(|(_, written)| *written == Written::Project)
    }

    /// Sees that several projects are not to become one: each has its own originals and its own undo.
    pub(crate) fn hold_several(&self) -> Result<(), Stop> {
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
}

/// The pairs of memories.
fn known(memories: &[PathBuf]) -> Result<KnownPairs, Stop> {
    let mut pairs = Vec::new();
    for path in memories {
        let opened = sources::open(path, None, false)?;
        opened.pairs.each(|bitext, _| {
            let rows = bitext.beads.rows().each();
            pairs.extend(rows.map(|row| sources::texts(bitext, row)));
            Ok(())
        })?;
    }
    Ok(KnownPairs::of(pairs.into_iter()))
}

fn known_formats() -> String {
    let mut names: Vec<&str> = Format::written().map(Format::as_str).collect();
    names.extend([MOSES, project::EXTENSION]);
    let (last, others) = names.split_last().expect("there are formats");
    format!("{} or {last}", others.join(", "))
}
