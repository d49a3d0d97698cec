//! One pair of a job.

use crate::project::Diary;
use jiff::Timestamp;
use jjak_core::article::Lang;
use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

/// How far the work on a pair is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum PairState {
    /// Nobody has looked at it yet.
    #[default]
    New,
    InWork,
    /// A person said so.
    Done,
    /// Put off, or not wanted.
    Parked,
}

impl PairState {
    pub const ALL: [PairState; 4] = [
        PairState::New,
        PairState::InWork,
        PairState::Done,
        PairState::Parked,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            PairState::New => "new",
            PairState::InWork => "in-work",
            PairState::Done => "done",
            PairState::Parked => "parked",
        }
    }

    pub fn named(word: &str) -> Option<PairState> {
        PairState::ALL
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}

/// What tells that a work is still as its figures say: length in bytes and time of the last change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub bytes: u64,
    /// Nanoseconds since 1970.
    pub changed: u64,
}

impl Stamp {
    pub fn of(file: &Metadata) -> Stamp {
        let changed = file.modified().ok();
        let changed = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Stamp {
            bytes: file.len(),
            changed: changed.map_or(0, |time| time.as_nanos() as u64),
        }
    }
}

/// How the work on a pair stands, as it was when last seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    pub en_title: String,
    pub ko_title: String,
    /// Sentences.
    pub en: usize,
    pub ko: usize,
    pub rows: usize,
    /// Rows that need a person's eyes.
    pub left: usize,
    /// Rows of which a check says something.
    pub findings: usize,
    pub accepted: usize,
    /// Of the sentences of both sides, how many have a counterpart: 0 to 1.
    pub paired: f64,
    pub stamp: Stamp,
    /// When the accepted rows were accepted.
    #[serde(skip_serializing_if = "Diary::is_empty")]
    pub accepted_by_hour: Diary,
}

/// A pair of a job.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct JobPair {
    /// Its number in the job, from 1; no other pair gets it when this one is gone.
    pub id: u64,
    /// The texts; one side is missing of a text that has no counterpart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ko: Option<PathBuf>,
    /// The project file of the work on it; none before it is paired.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<PathBuf>,
    pub state: PairState,
    /// How the two texts were matched: what the columns of the table said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub how: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub matched: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<PathBuf>,
    /// The code of the language that was translated from, if somebody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_lang: Option<Lang>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub glossary: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pins: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<Figures>,
    /// Why it could not be paired.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// When anything of it changed last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}

impl JobPair {
    /// Whether there are two texts to pair.
    pub fn is_pair(&self) -> bool {
        self.en.is_some() && self.ko.is_some()
    }

    /// Its paths, to be seen from elsewhere.
    pub(super) fn paths(&mut self) -> impl Iterator<Item = &mut PathBuf> {
        let paths = [
            &mut self.en,
            &mut self.ko,
            &mut self.work,
            &mut self.of,
            &mut self.glossary,
            &mut self.pins,
        ];
        paths.into_iter().flatten()
    }
}
