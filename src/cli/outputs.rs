//! Where pairs go: `align`, `export` and `convert` share it. Which pairs go there is in `selection`.

use super::Stop;
use super::files::Target;
use super::identity::Identity;
use super::page::{Entry, Flag, Section, Value};
use super::selection;
use super::sources;
use super::tell::{tell, warn};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, RowRange};
use jjak_formats::exchange::{
    self, Document, Duplicates, Flow, Format, KnownPairs, NewestWork, Options,
};
use jjak_formats::import::part;
use jjak_formats::project::{self, Claim, Project};
use jjak_formats::whole_file::keep_beside;
use jjak_pipeline::custom;
use std::io;
use std::path::{Path, PathBuf};

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

    /// Writes one project, which came from `file`, or is in the first that is written.
    pub(crate) fn write(&self, project: &Project, file: Option<&Path>) -> Result<(), Stop> {
        let written = self.places.iter().find_map(|place| match place {
            (Target::File(path), Written::Project) => Some(path.as_path()),
            _ => None,
        });
        self.write_all(&[(project, file.or(written))])
    }

    /// Writes the pairs of a file that is read once more for each of these.
    pub(crate) fn write_flow(&self, flow: &Flow) -> Result<(), Stop> {
        for (target, written) in &self.places {
            let Written::Pairs(format) = *written else {
                continue;
            };
            let (mut left_out, mut changed) = (0, Changed::default());
            let pairs = target.write(|out| {
                let work = Document::of(flow.head(), None);
                let source = work.source;
                let written = flow.pieces(|pieces| {
                    let mut pieces = pieces.inspect(|piece| {
                        left_out += self.left_out(&piece.bitext, source, format);
                        changed.add(&piece.bitext, format, &self.options);
                    });
                    exchange::write_pieces(work, &mut pieces, format, &self.options, out)
                });
                written.map_err(io::Error::other)?
            })?;
            self.tell_written(target, format, pairs, left_out);
            changed.tell(target);
        }
        Ok(())
    }

    /// Writes the pairs of `projects` one after the other, each with the file it came from.
    pub(crate) fn write_all(&self, projects: &[(&Project, Option<&Path>)]) -> Result<(), Stop> {
        let works: Vec<Document> = projects
            .iter()
            .map(|(project, file)| Document::of(project, *file))
            .collect();
        let sources = works.iter().map(|work| work.source);
        let is_mixed = self.options.source.is_none() && works_differ(sources);
        for (target, written) in &self.places {
            match written {
                Written::Pairs(format) => {
                    let pairs = match target {
                        Target::File(path) => {
                            exchange::write_files(path, &works, *format, &self.options)
                                .map_err(Stop::failed)?
                        }
                        Target::Stdout => target
                            .write(|out| exchange::write(&works, *format, &self.options, out))?,
                    };
                    let (mut left_out, mut changed) = (0, Changed::default());
                    for work in &works {
                        left_out += self.left_out(work.bitext, work.source, *format);
                    }
                    for (project, _) in projects {
                        changed.add(&project.bitext, *format, &self.options);
                    }
                    self.tell_written(target, *format, pairs, left_out);
                    changed.tell(target);
                    if is_mixed && *format == Format::Xliff21 {
                        warn(format_args!(
                            "{target}: XLIFF 2.1 has one source for all; the projects translated in the other direction go on as the first"
                        ));
                    }
                }
                Written::Project => {
                    for (project, _) in projects {
                        self.write_project(target, project)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn write_project(&self, target: &Target, project: &Project) -> Result<(), Stop> {
        let claimed = self.claims.iter().find(|claim| match target {
            Target::File(path) => claim.path() == path,
            Target::Stdout => false,
        });
        let kept = match claimed {
            Some(claim) => claim.write(project).map_err(Stop::failed)?,
            None => {
                target.write(|out| project::write(project, out))?;
                None
            }
        };
        match kept {
            Some(kept) => tell(format_args!(
                "{target}: project written; the one before it is now {}",
                kept.display()
            )),
            None => tell(format_args!("{target}: project written")),
        }
        Ok(())
    }

    /// How many rows of a work that was translated from `source` have no counterpart that `format` could do without.
    fn left_out(&self, bitext: &Bitext, source: Lang, format: Format) -> usize {
        let source = self.options.source.unwrap_or(source);
        let beads = bitext.beads.iter();
        let keeps_sources = self.options.keeps_sources(format);
        let is_out = |bead: &&Bead| {
            bead.ids(source).is_empty() || !keeps_sources && bead.ids(source.other()).is_empty()
        };
        beads.filter(is_out).count()
    }

    /// Says what was written, and how many of the rows without a counterpart were not.
    fn tell_written(&self, target: &Target, format: Format, pairs: usize, one_sided: usize) {
        let known = self.options.known.take_met();
        if known > 0 {
            tell(format_args!(
                "{target}: {known} pairs are known already and left out"
            ));
        }
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

/// What of the texts a format has otherwise.
#[derive(Default)]
struct Changed {
    flattened: usize,
    guarded: usize,
}

impl Changed {
    fn add(&mut self, bitext: &Bitext, format: Format, options: &Options) {
        self.flattened += exchange::flattened(bitext, format);
        self.guarded += exchange::guarded(bitext, format, options);
    }

    fn tell(&self, target: &Target) {
        if self.flattened > 0 {
            warn(format_args!(
                "{target}: {} texts have line breaks or tabs, which are spaces there",
                self.flattened
            ));
        }
        if self.guarded > 0 {
            tell(format_args!(
                "{target}: {} texts begin with an apostrophe, so that no spreadsheet takes them for formulas (--spreadsheet-safe no)",
                self.guarded
            ));
        }
    }
}

/// Sees that no two of `targets` are one file, and none is one of `inputs` or of the user's lists.
pub(crate) fn keep_apart(targets: &[&Target], inputs: &[PathBuf]) -> Result<(), Stop> {
    let read = |path: &PathBuf| Identity::of(&part::file_of(path));
    let inputs: Vec<Identity> = inputs.iter().filter_map(read).collect();
    let lists: Vec<Identity> = custom::files().iter().filter_map(read).collect();
    let mut others = Vec::with_capacity(targets.len());
    for target in targets {
        let Target::File(path) = target else {
            if targets.iter().filter(|other| *other == target).count() > 1 {
                return Err(Stop::Usage(format!("{target} is given for two outputs")));
            }
            continue;
        };
        let Some(file) = Identity::of(path) else {
            continue;
        };
        let why = match &file {
            file if others.contains(file) => "is given for two outputs",
            file if inputs.contains(file) => "is one of the inputs; the result would replace it",
            file if lists.contains(file) => "is one of your lists; the result would replace it",
            _ => {
                others.push(file);
                continue;
            }
        };
        return Err(Stop::Usage(format!("{target} {why}")));
    }
    Ok(())
}

/// Sees that a text beside an alignment, whose name nobody gave, replaces none of somebody else's. If it is to be
/// replaced it stays under another name.
fn keep_text(text: &Target, replace: bool) -> Result<(), Stop> {
    let Target::File(path) = text else {
        return Ok(());
    };
    if !path.is_file() || exchange::is_own_text(path) {
        return Ok(());
    }
    if !replace {
        return Err(Stop::Failed(format!(
            "{text}: the alignment's text would go there, but another file has this name; choose another name, or \
             replace it (--replace): it then stays beside under another name"
        )));
    }
    let kept = keep_beside(path)
        .map_err(|error| Stop::Failed(format!("{text}: cannot be kept beside ({error})")))?;
    tell(format_args!("{text}: is now {}", kept.display()));
    Ok(())
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

/// Whether there are works of both directions.
fn works_differ(mut sources: impl Iterator<Item = Lang>) -> bool {
    let first = sources.next();
    sources.any(|source| Some(source) != first)
}

fn known_formats() -> String {
    let mut names: Vec<&str> = Format::written().map(Format::as_str).collect();
    names.extend([MOSES, project::EXTENSION]);
    let (last, others) = names.split_last().expect("there are formats");
    format!("{} or {last}", others.join(", "))
}
