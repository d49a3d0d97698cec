//! The project file: everything of a pair that is being worked on, in one file that grows with every edit.
//!
//! # Format
//!
//! A `.jjak` file is UTF-8 text, one JSON object a line, each with one name that says what it is. `head`, `grep` and
//! `jq` read it; so does whoever finds it in twenty years.
//!
//! | line | what it holds |
//! |---|---|
//! | `jjak` | always the first: the format's version, the tool's version, when the project began, and what shaped it |
//! | `original` | twice: what was imported, byte for byte (`text` if it is UTF-8, else `base64`) |
//! | `article` | twice: the [`Article`](jjak_core::article::Article) with its blocks and provenance |
//! | `en`, `ko` | a [`Segment`](jjak_core::segment::Segment) of that side, in text order |
//! | `bead` | a row, in order |
//! | `past`, `undone` | an edit that the rows above already hold and undo takes back; one that redo brings back |
//! | `ready` | closes the part above with how many segments and rows there are |
//! | `edit`, `undo`, `redo` | the journal: what was done since, with the time |
//!
//! The part up to `ready` is written as a whole or not at all (a temporary file, flushed to disk, renamed). The
//! journal is appended to, an edit before the screen shows it, so there is no moment at which work exists only in
//! memory, and undo survives closing. Every line ends with its number and a checksum (`seal`), so that a line that was
//! changed, lost or doubled is noticed; the journal then holds up to the line before it. A last line that a crash cut
//! short was not done yet and is dropped. Saving folds the journal into the part above.
//!
//! In version 1 of the format lines had neither number nor checksum. Such a file is read, and goes on as it is until it is
//! saved; then it is of this version, and stays under another name as it was.
//!
//! JSON lines rather than an archive of files: an append is one write, a cut hurts one line, and every tool reads it.

mod claim;
mod diary;
mod diff;
mod error;
mod format;
mod journal;
mod labour;
pub(crate) mod lock;
pub(crate) mod places;
pub(crate) mod seal;
pub mod unsaved;

pub use claim::Claim;
pub use diary::Diary;
pub use diff::diff;
pub use error::ProjectError;
pub use format::{Damage, Loaded, MAX_PROJECT_BYTES, read, read_from, write};
pub use journal::Journal;
pub use labour::Labour;
pub use unsaved::Unsaved;

use crate::clock;
use crate::import::{Encoding, Originals};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, Edit, History};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The file name extension.
pub const EXTENSION: &str = "jjak";

/// The format this program writes. Files of a later one are refused, earlier ones are read.
pub const VERSION: u32 = 2;

/// A pair with all that was done to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    pub about: About,
    pub originals: Originals,
    pub bitext: Bitext,
    pub history: History,
}

/// What the first line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub version: u32,
    /// The version of Jjak that began it.
    pub tool: String,
    /// When, in UTC.
    pub began: jiff::Timestamp,
    /// Each line was taken as a sentence; nothing was cleaned or cut.
    #[serde(default)]
    pub segmented: bool,
    /// Files and folders of the user's whose lists, terms or rules shaped the result.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shaped_by: Vec<PathBuf>,
    /// What people accepted elsewhere that the rows were paired with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taught: Option<Taught>,
    /// When rows were accepted.
    #[serde(default, skip_serializing_if = "Diary::is_empty")]
    pub accepted_by_hour: Diary,
    #[serde(flatten)]
    pub labels: Labels,
}

/// What a pair of texts was paired with: accepted rows of other articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taught {
    /// How many articles they are of, and how many they are.
    pub articles: usize,
    pub rows: usize,
    /// Tells whether it was these rows.
    pub seal: String,
}

/// What a person calls the work; exports carry it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Labels {
    /// The subject field, such as `economy`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    /// By which licence, or with whose leave, the texts may be used, such as `CC BY 4.0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The language that was translated from, as far as anybody said.
    #[serde(rename = "source_lang", skip_serializing_if = "Option::is_none")]
    pub source: Option<Lang>,
}

impl Labels {
    /// The labels by name; an empty one is none.
    pub fn new(domain: &str, reviewer: &str) -> Labels {
        let label = Labels::label;
        Labels {
            domain: label(domain),
            reviewer: label(reviewer),
            licence: None,
            source: None,
        }
    }

    /// What a person wrote as a label; nothing if it is empty.
    pub fn label(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The language that was translated from: English unless somebody said otherwise.
    pub fn source(&self) -> Lang {
        self.source.unwrap_or(Lang::En)
    }
}

impl About {
    pub fn now(segmented: bool) -> About {
        About {
            version: VERSION,
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            began: clock::now(),
            segmented,
            shaped_by: Vec::new(),
            taught: None,
            accepted_by_hour: Diary::default(),
            labels: Labels::default(),
        }
    }
}

impl Project {
    pub fn new(originals: Originals, bitext: Bitext, segmented: bool) -> Project {
        Project {
            about: About::now(segmented),
            originals,
            bitext,
            history: History::default(),
        }
    }

    /// Its title: the English headline, or the first sentence.
    pub fn title(&self) -> String {
        let en = &self.bitext.en;
        let first = en.segments.first();
        let title = en.article.provenance.title.clone();
        title
            .or_else(|| first.map(|segment| en.text_of(segment).into_owned()))
            .unwrap_or_default()
    }

    /// Does an edit; what is journaled is the same value.
    pub fn apply(&mut self, edit: Edit) {
        self.about.accepted_by_hour.note(&edit, clock::now());
        self.history.apply(&mut self.bitext, edit);
    }

    /// Takes the last edit back and returns its inverse; `None` if there is none.
    pub fn undo(&mut self) -> Option<Edit> {
        let edit = self.history.undo(&mut self.bitext)?;
        self.about.accepted_by_hour.note(&edit, clock::now());
        Some(edit)
    }

    /// Makes the edit that was undone last again, and returns it; `None` if there is none.
    pub fn redo(&mut self) -> Option<Edit> {
        let edit = self.history.redo(&mut self.bitext)?;
        self.about.accepted_by_hour.note(&edit, clock::now());
        Some(edit)
    }

    /// Whether the text of `lang` is one that a re-reading can read in another encoding, as far as can be told without
    /// reading it.
    pub fn has_encoding(&self, lang: Lang) -> bool {
        let provenance = &self.bitext.side(lang).article.provenance;
        provenance.file.is_some() && Encoding::named(&provenance.encoding).is_some()
    }
}
