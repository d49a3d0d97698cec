//! The library's front door: two texts in, their pair out, to look at, settle and write.

use crate::custom::Custom;
use crate::{PairError, Warning, prepare_lines};
use jjak_core::align::Pin;
use jjak_core::bitext::{Bitext, Operation, Refusal, RowIndex, State};
use jjak_core::evidence::glossary::Glossary;
use jjak_core::progress::{Cancelled, Progress};
use jjak_formats::exchange::{self, ExportedWork, Format, Options};
use jjak_formats::import::{self, ImportError, Imported};
use jjak_formats::project::{Claim, Project, ProjectError};
use jjak_formats::whole_file::WriteError;
use std::path::{Path, PathBuf};

/// How two texts are to be paired; [`Aligner::default`] goes by the program's own lists and rules.
#[derive(Clone, Debug)]
pub struct Aligner {
    custom: Custom,
    segmented: bool,
    pins: Vec<Pin>,
    progress: Progress,
}

/// Two texts that cannot be paired, or a pair that cannot be changed or written. Every message says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error(transparent)]
    Pair(#[from] PairError),
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error(transparent)]
    Project(#[from] ProjectError),
    #[error("{}: which format? End the name in .tmx, .tsv, .xlsx or the like", path.display())]
    UnknownFormat { path: PathBuf },
}

impl Default for Aligner {
    fn default() -> Aligner {
        Aligner {
            custom: Custom::builtin(),
            segmented: false,
            pins: Vec::new(),
            progress: Progress::default(),
        }
    }
}

impl Aligner {
    /// By the program's own lists and rules.
    pub fn new() -> Aligner {
        Aligner::default()
    }

    /// Goes by the lists and rules of a user, see [`Custom::load`] and [`Custom::read`].
    pub fn custom(mut self, custom: Custom) -> Aligner {
        self.custom = custom;
        self
    }

    /// Adds terms that the texts are expected to translate so.
    pub fn glossary(mut self, terms: Glossary) -> Aligner {
        self.custom.glossary.extend(terms);
        self
    }

    /// Takes each line of the texts as one sentence: nothing is cleaned or split.
    pub fn segmented(mut self, lines_are_sentences: bool) -> Aligner {
        self.segmented = lines_are_sentences;
        self
    }

    /// Keeps these beads: 0-based positions among the English and among the Korean sentences.
    pub fn pins(mut self, pins: Vec<Pin>) -> Aligner {
        self.pins = pins;
        self
    }

    /// Tells how far the work is, and lets another thread stop it.
    pub fn progress(mut self, progress: Progress) -> Aligner {
        self.progress = progress;
        self
    }

    /// Pairs the texts of two files of any format that [`import`] reads; which is English is told by their letters.
    ///
    /// # Errors
    /// [`Error`] when a file cannot be read or the two are no English and Korean pair.
    pub fn align_files(&self, en: impl AsRef<Path>, ko: impl AsRef<Path>) -> Result<Pair, Error> {
        self.align(import::read(en.as_ref())?, import::read(ko.as_ref())?)
    }

    /// Pairs two texts as they were pasted.
    ///
    /// # Errors
    /// [`Error`] when they are no English and Korean pair.
    pub fn align_texts(&self, en: &str, ko: &str) -> Result<Pair, Error> {
        let [en, ko] = [en, ko].map(|text| import::from_text(text.to_owned()));
        self.align(en, ko)
    }

    /// Pairs two imported texts.
    ///
    /// # Errors
    /// [`Error`] when they are no English and Korean pair, or the work was stopped.
    pub fn align(&self, en: Imported, ko: Imported) -> Result<Pair, Error> {
        let prepared = if self.segmented {
            prepare_lines(en, ko)
        } else {
            self.custom.prepare(en, ko)
        }?;
        let warnings = prepared.warnings.clone();
        let originals = prepared.originals.clone();
        let bitext = prepared.align(&self.pins, &self.custom.lexicon(), &self.progress)?;
        Ok(Pair {
            project: Project::new(originals, bitext, self.segmented),
            warnings,
        })
    }
}

/// Two texts and their pairs, with undo: what a `.jjak` file holds.
#[derive(Clone, Debug)]
pub struct Pair {
    pub project: Project,
    /// What a person should know of how the texts were read.
    pub warnings: Vec<Warning>,
}

/// A row as it reads: the sentences of one side that translate those of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which of the rows it is.
    pub index: RowIndex,
    /// The English sentences, one a line; empty where there is no counterpart.
    pub en: String,
    /// The Korean sentences, likewise.
    pub ko: String,
    /// Probability (0 to 1) that the row is exactly right.
    pub confidence: f32,
    pub state: State,
}

impl Pair {
    /// Everything of it: both articles with their blocks, the segments and the beads.
    pub fn bitext(&self) -> &Bitext {
        &self.project.bitext
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        use jjak_core::article::Lang::{En, Ko};
        let bitext = self.bitext();
        bitext.beads.numbered().map(move |(row, bead)| {
            let text = |lang| bitext.texts(row, lang).collect::<Vec<_>>().join("\n");
            Row {
                index: row,
                en: text(En),
                ko: text(Ko),
                confidence: bead.confidence,
                state: bead.state,
            }
        })
    }

    /// Does what a person could do; it can be undone.
    ///
    /// # Errors
    /// [`Error::Refused`] where it makes no sense; nothing has changed then.
    pub fn operate(&mut self, operation: Operation) -> Result<(), Error> {
        let edit = operation.edit(&self.project.bitext)?;
        self.project.apply(edit);
        Ok(())
    }

    /// Accepts a row.
    ///
    /// # Errors
    /// [`Error::Refused`] if there is no such row.
    pub fn accept(&mut self, row: RowIndex) -> Result<(), Error> {
        self.operate(Operation::SetState {
            rows: row.alone(),
            state: State::Accepted,
        })
    }

    /// Writes the pairs in the format that the file name's ending says; returns how many that were.
    ///
    /// # Errors
    /// [`Error::UnknownFormat`], or [`Error::Write`], which names the file; what stood there before is untouched.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<usize, Error> {
        self.write_with(path, &Options::default())
    }

    /// [`Pair::write`] of the pairs that `options` ask for, as they ask.
    ///
    /// # Errors
    /// As [`Pair::write`].
    pub fn write_with(&self, path: impl AsRef<Path>, options: &Options) -> Result<usize, Error> {
        let path = path.as_ref();
        let format = Format::of(path).ok_or_else(|| Error::UnknownFormat { path: path.into() })?;
        let works = [ExportedWork::of(&self.project, None)];
        Ok(exchange::write_files(path, &works, format, options)?)
    }

    /// Keeps the work as a project, to go on with in the window. A file that holds a person's work is not replaced.
    ///
    /// # Errors
    /// [`Error::Project`]; what stood there before is untouched.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        Claim::new(path.as_ref(), false)?.write(&self.project)?;
        Ok(())
    }

    /// [`Pair::save`], also where a person's work is: that stays beside, under the name that this gives.
    ///
    /// # Errors
    /// As [`Pair::save`].
    pub fn replace(&self, path: impl AsRef<Path>) -> Result<Option<PathBuf>, Error> {
        Ok(Claim::new(path.as_ref(), true)?.write(&self.project)?)
    }
}
