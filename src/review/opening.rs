//! From what a person gave to an open bitext: the main job, on a worker thread.

use jjak_core::article::Lang;
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::progress::{Cancelled, Progress};
use jjak_core::segment::Rules;
use jjak_formats::exchange::{self, BilingualWarning, PairsError};
use jjak_formats::import::{self, Encoding, ImportError, Imported};
use jjak_formats::project::{self, Damage, Journal, Project, ProjectError, unsaved};
use jjak_pipeline::custom::{Custom, Cutting, ListWarning, SrxFileError};
use jjak_pipeline::fetch::{FetchError, ReadError};
use jjak_pipeline::{self as pipeline, PairError, RereadError, Warning};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const SAMPLE_EN: &[u8] = include_bytes!("../../samples/harbor.en.html");
const SAMPLE_KO: &[u8] = include_bytes!("../../samples/harbor.ko.txt");

/// A project ready for review, and what the person should know of how it came about.
pub struct Opened {
    pub project: Project,
    /// Where its edits go, and whether that is a file of the person's.
    pub journal: Option<Journal>,
    pub named: bool,
    /// Who has it open elsewhere: it is only shown.
    pub held_by: Option<String>,
    pub notes: Vec<Note>,
    /// The user's own, for what follows in the window.
    pub rules: Rules,
    pub lexicon: Arc<Lexicon>,
}

/// What a person should know of a project that was opened.
pub enum Note {
    Pair(Warning),
    /// What a file of pairs could not give.
    Pairs(BilingualWarning),
    /// A line of the user's lists has no effect.
    List(ListWarning),
    /// The SRX file of the settings has no effect.
    Srx(SrxFileError),
    /// The end of its file was cut or damaged.
    Damage(Damage),
    /// Its file cannot be written to; the work goes on in a copy without a name.
    ReadOnly,
    /// There is no place to keep the edits until the project is saved.
    NoJournal,
}

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error(transparent)]
    Fetch(#[from] FetchError),
    #[error(transparent)]
    Pair(#[from] PairError),
    #[error(transparent)]
    Pairs(#[from] PairsError),
    #[error(transparent)]
    Project(#[from] ProjectError),
    #[error(transparent)]
    Reread(#[from] RereadError),
}

impl From<ReadError> for OpenError {
    fn from(error: ReadError) -> OpenError {
        match error {
            ReadError::Import(error) => error.into(),
            ReadError::Fetch(error) => error.into(),
        }
    }
}

/// The sample that comes with the program, as if it had been chosen from disk.
pub fn sample() -> Result<(Imported, Imported), OpenError> {
    let read = |bytes, name| import::from_bytes(bytes, Some(Path::new(name)));
    Ok((
        read(SAMPLE_EN, "harbor.en.html")?,
        read(SAMPLE_KO, "harbor.ko.txt")?,
    ))
}

/// The user's lists in `folder`, with those of the program, and how texts are to be cut; or why the SRX file for it
/// cannot be used.
pub fn custom(folder: Option<&Path>, cutting: &Cutting) -> (Custom, Option<SrxFileError>) {
    let mut custom = folder.map_or_else(Custom::builtin, Custom::read);
    let fault = custom.cut_by(cutting).err();
    (custom, fault)
}

/// The lexicon with the user's glossary in `folder` and those beside a job and a work.
pub fn lexicon(folder: Option<&Path>, beside: &[PathBuf]) -> Lexicon {
    let mut custom = folder.map_or_else(Custom::builtin, Custom::read);
    for file in beside {
        custom.add_glossaries_beside(file);
    }
    custom.lexicon()
}

/// How the person has texts opened.
#[derive(Clone, Debug)]
pub struct OpeningOptions {
    /// The folder of pairs that have no name yet; without it their edits are in memory only.
    pub unsaved: Option<PathBuf>,
    /// The folder of the user's lists.
    pub lists: Option<PathBuf>,
    pub cutting: Cutting,
    /// The language that was translated from.
    pub source: Lang,
}

/// Cleans, segments and aligns two texts, and begins their journal.
///
/// # Errors
/// [`Cancelled`], or inside it what is wrong with the texts.
pub fn open(
    texts: Result<(Imported, Imported), OpenError>,
    options: &OpeningOptions,
    progress: &Progress,
) -> Result<Result<Opened, OpenError>, Cancelled> {
    let own = custom(options.lists.as_deref(), &options.cutting);
    let prepared = texts.and_then(|(en, ko)| Ok(own.0.prepare(en, ko)?));
    let prepared = match prepared {
        Ok(prepared) => prepared,
        Err(error) => return Ok(Err(error)),
    };
    let warnings = prepared.warnings.clone();
    let originals = prepared.originals.clone();
    let lexicon = Arc::new(own.0.lexicon());
    let bitext = prepared.align(&[], &lexicon, progress)?;
    let mut project = Project::new(originals, bitext, false);
    project.about.labels.source = (options.source == Lang::Ko).then_some(Lang::Ko);
    Ok(Ok(opened(project, warnings, own, lexicon, options)))
}

/// Begins the work of `project` anew, with one of its texts read in the encoding that the person chose.
///
/// # Errors
/// [`Cancelled`], or inside it why the text cannot be read so.
pub fn reread(
    project: &Project,
    (lang, encoding): (Lang, Encoding),
    options: &OpeningOptions,
    progress: &Progress,
) -> Result<Result<Opened, OpenError>, Cancelled> {
    let own = custom(options.lists.as_deref(), &options.cutting);
    let again = pipeline::reread(project, lang, encoding, &own.0, progress)?;
    Ok(again.map_err(OpenError::from).map(|again| {
        let (project, warnings) = (again.project, again.warnings);
        let lexicon = Arc::new(own.0.lexicon());
        opened(project, warnings, own, lexicon, options)
    }))
}

/// Work that was just made by what is the user's `own`, with its journal begun.
fn opened(
    mut project: Project,
    warnings: Vec<Warning>,
    (custom, fault): (Custom, Option<SrxFileError>),
    lexicon: Arc<Lexicon>,
    options: &OpeningOptions,
) -> Opened {
    let mut notes: Vec<Note> = warnings.into_iter().map(Note::Pair).collect();
    notes.extend(pipeline::unrelated(&project.bitext).map(Note::Pair));
    notes.extend(custom.warnings.into_iter().map(Note::List));
    notes.extend(fault.map(Note::Srx));
    let lists = options.lists.iter().filter(|folder| folder.is_dir());
    let srx = options.cutting.srx.iter();
    project.about.shaped_by = lists.chain(srx).cloned().collect();
    let journal = begin(&project, options.unsaved.as_deref(), &mut notes);
    Opened {
        project,
        journal,
        named: false,
        held_by: None,
        notes,
        lexicon,
        rules: custom.rules,
    }
}

/// Opens a file of pairs as work without a name, to go on with by the lists and rules of `custom`.
///
/// # Errors
/// [`OpenError::Pairs`].
pub fn open_pairs(
    path: &Path,
    unsaved: Option<&Path>,
    custom: Custom,
) -> Result<Opened, OpenError> {
    let (project, warnings) = exchange::open(path, None)?;
    let mut notes = warnings.into_iter().map(Note::Pairs).collect();
    let journal = begin(&project, unsaved, &mut notes);
    Ok(Opened {
        project,
        journal,
        named: false,
        held_by: None,
        notes,
        lexicon: Arc::new(custom.lexicon()),
        rules: custom.rules,
    })
}

/// Opens a project file: to go on in it, or in a copy where it cannot be written to. One of the files in `unsaved`
/// has no name yet. The glossaries beside it count.
///
/// # Errors
/// [`OpenError::Project`].
pub fn open_project(
    path: &Path,
    unsaved: Option<&Path>,
    mut custom: Custom,
) -> Result<Opened, OpenError> {
    let mut notes = terms_beside(path, &mut custom);
    let (journal, loaded) = match Journal::open(path) {
        Ok((journal, loaded)) => (Some(journal), loaded),
        Err(ProjectError::Unwritable { .. }) => {
            notes.push(Note::ReadOnly);
            let loaded = project::read(path)?;
            (None, loaded)
        }
        Err(error) => return Err(error.into()),
    };
    notes.extend(loaded.damage.clone().map(Note::Damage));
    let named = journal.is_some() && path.parent() != unsaved;
    let journal = journal.or_else(|| begin(&loaded.project, unsaved, &mut notes));
    Ok(Opened {
        project: loaded.project,
        journal,
        named,
        held_by: None,
        notes,
        lexicon: Arc::new(custom.lexicon()),
        rules: custom.rules,
    })
}

/// Opens a project file that somebody else has open, to be looked at.
///
/// # Errors
/// [`OpenError::Project`].
pub fn show_project(path: &Path, held_by: String, mut custom: Custom) -> Result<Opened, OpenError> {
    let mut notes = terms_beside(path, &mut custom);
    let loaded = project::read(path)?;
    notes.extend(loaded.damage.map(Note::Damage));
    Ok(Opened {
        project: loaded.project,
        journal: None,
        named: false,
        held_by: Some(held_by),
        notes,
        lexicon: Arc::new(custom.lexicon()),
        rules: custom.rules,
    })
}

/// Adds the glossaries beside a work; what of them cannot be used.
fn terms_beside(path: &Path, custom: &mut Custom) -> Vec<Note> {
    let known = custom.warnings.len();
    custom.add_glossaries_beside(path);
    let new = custom.warnings.iter().skip(known);
    new.cloned().map(Note::List).collect()
}

/// Begins a journal for a project without a name.
fn begin(project: &Project, unsaved: Option<&Path>, notes: &mut Vec<Note>) -> Option<Journal> {
    let folder = unsaved?;
    let place = unsaved::place(folder).ok();
    let journal = place.and_then(|place| Journal::create(&place, project).ok());
    if journal.is_none() {
        notes.push(Note::NoJournal);
    }
    journal
}
