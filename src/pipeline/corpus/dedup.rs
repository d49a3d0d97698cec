//! What of a corpus goes because it stands there already, and what stays in its place.

use super::near::Near;
use super::recurring::{Recurring, Recurs, Sightings};
use super::row::normalised;
use jjak_formats::exchange::verbatim::{CorpusError, CorpusFile, CorpusRow};
use serde::Serialize;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What is to stand there once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Pairs, whatever their letter case, marks and spaces.
    pub pairs: bool,
    /// Documents that are nearly the same.
    pub documents: bool,
    /// Pairs of which all stands in so many documents of a site go.
    pub recurring: Option<usize>,
}

/// Why a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Its document is nearly the same as one that stays.
    NearDocument,
    /// It recurs on the pages of its site.
    Recurring,
    /// A row that stays says the same.
    SaidBefore,
}

/// A row that goes, with what stays in its place.
#[derive(Debug, Serialize)]
pub struct Dropped<'a> {
    pub why: Why,
    /// Of the corpus, from 1.
    pub row: usize,
    pub document: &'a str,
    pub en: &'a str,
    pub ko: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<FirstCopy<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recurs: Vec<&'a Recurs>,
}

/// What stays.
#[derive(Debug, PartialEq, Serialize)]
pub struct FirstCopy<'a> {
    pub document: &'a str,
    /// The row, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// How much of the shingles of both documents is the same, 0 to 1, estimated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likeness: Option<f64>,
}

/// What of a corpus stands there already.
pub struct Dedup {
    wanted: Wanted,
    near: Near,
    recurring: Option<Recurring>,
    /// By what it says, the document and the row that said it first.
    said: HashMap<u64, (u32, u32)>,
}

impl Dedup {
    /// Reads a corpus; what recurs in `many` documents of a site is counted. The rows of a document stand together.
    ///
    /// # Errors
    /// [`CorpusError`].
    pub fn of(corpus: &CorpusFile, wanted: Wanted, many: usize) -> Result<Dedup, CorpusError> {
        let bytes = std::fs::metadata(corpus.path()).map_or(0, |file| file.len());
        let (mut near, mut sightings) = (Near::default(), Sightings::new(bytes, many));
        for row in corpus.rows()? {
            let row = row?;
            near.add(&row);
            sightings.add(&row);
        }
        near.close();
        Ok(Dedup {
            wanted,
            near,
            recurring: Recurring::of(corpus, sightings, many)?,
            said: HashMap::new(),
        })
    }

    /// Whether a row goes; all are asked, in their order.
    pub fn take<'a>(&'a mut self, row: &'a CorpusRow) -> Option<Dropped<'a>> {
        let dropped = |why, kept, recurs| Dropped {
            why,
            row: row.number,
            document: &row.document,
            en: &row.en,
            ko: &row.ko,
            confidence: row.confidence,
            kept,
            recurs,
        };
        let document = self.near.number_of(&row.document).unwrap_or_default();
        if self.wanted.documents
            && let Some((stays, likeness)) = self.near.like(document)
        {
            let kept = FirstCopy {
                document: self.near.name(stays),
                row: None,
                likeness: Some((likeness * 1e3).round() / 1e3),
            };
            return Some(dropped(Why::NearDocument, Some(kept), Vec::new()));
        }
        if self.wanted.recurring.is_some()
            && let Some(recurs) = self.recurring.as_ref().and_then(|all| all.whole(row))
        {
            return Some(dropped(Why::Recurring, None, recurs));
        }
        if !self.wanted.pairs {
            return None;
        }
        let here = [document, row.number].map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        match self.said.entry(normalised(row)) {
            Entry::Vacant(entry) => {
                entry.insert((here[0], here[1]));
                None
            }
            Entry::Occupied(entry) => {
                let &(document, first) = entry.get();
                let kept = FirstCopy {
                    document: self.near.name(document as usize),
                    row: Some(first as usize),
                    likeness: None,
                };
                Some(dropped(Why::SaidBefore, Some(kept), Vec::new()))
            }
        }
    }

    /// What recurs on the pages of a site, the most frequent first.
    pub fn recurring(&self) -> Vec<&Recurs> {
        self.recurring
            .as_ref()
            .map_or_else(Vec::new, Recurring::all)
    }

    /// How many documents there are, and how many are nearly the same as one that stays.
    pub fn documents(&self) -> [usize; 2] {
        [self.near.documents(), self.near.left_out()]
    }
}
