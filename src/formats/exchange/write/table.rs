//! The columns of every table: TSV, CSV and what spreadsheets and data frames read.

use super::document::{Document, Source};
use super::text::plain;
use super::unit::TranslationUnit;
use crate::exchange::read::Mark;
use std::borrow::Cow;

/// Their names. Readers go by them, not by the order.
pub const COLUMNS: [&str; 18] = [
    "en",
    "ko",
    "confidence",
    "shape",
    "state",
    "verdict",
    "note",
    "origin",
    "en_sentences",
    "ko_sentences",
    "domain",
    "reviewer",
    "en_source",
    "ko_source",
    "project",
    "row",
    "began",
    "tool",
];

/// What stands in every row of a work alike.
struct Alike {
    domain: String,
    reviewer: String,
    en_source: String,
    ko_source: String,
    project: String,
    began: String,
    tool: String,
}

/// How many of [`COLUMNS`] are the texts.
const TEXTS: usize = 2;

/// The columns of a table, of the texts alone where it is `plain`.
pub fn columns(plain: bool) -> &'static [&'static str] {
    match plain {
        true => &COLUMNS[..TEXTS],
        false => &COLUMNS,
    }
}

/// The cells of units, by [`COLUMNS`].
pub struct Table {
    alike: Vec<Alike>,
    /// Only the texts are told.
    plain: bool,
}

impl Table {
    pub fn of(works: &[Document]) -> Table {
        let label = |label: &Option<String>| {
            let label = label.as_deref().unwrap_or_default();
            plain(label).into_owned()
        };
        let alike = works.iter().map(|work| Alike {
            domain: label(&work.about.labels.domain),
            reviewer: label(&work.about.labels.reviewer),
            en_source: Source::cell(&work.bitext.en),
            ko_source: Source::cell(&work.bitext.ko),
            project: plain(&work.name).into_owned(),
            began: work.began(),
            tool: work.tool(),
        });
        Table {
            alike: alike.collect(),
            plain: works.iter().any(|work| work.plain),
        }
    }

    /// The columns that it has.
    pub fn columns(&self) -> &'static [&'static str] {
        columns(self.plain)
    }

    /// What stands in each of its columns: one line each, without tabs.
    pub fn row<'a>(&'a self, unit: &'a TranslationUnit) -> Vec<Cow<'a, str>> {
        let mut row = vec![Cow::Borrowed(&*unit.en), Cow::Borrowed(&*unit.ko)];
        if !self.plain {
            row.extend(self.facts(unit));
        }
        row
    }

    fn facts<'a>(&'a self, unit: &'a TranslationUnit) -> [Cow<'a, str>; COLUMNS.len() - TEXTS] {
        let alike = &self.alike[unit.work];
        [
            Cow::Owned(unit.confidence()),
            Cow::Owned(unit.bead.shape()),
            Cow::Borrowed(unit.bead.state.as_str()),
            Cow::Borrowed(unit.verdict().unwrap_or_default()),
            Cow::Borrowed(&unit.note),
            Cow::Borrowed(unit.bead.origin.as_str()),
            Cow::Owned(Mark::written(unit.en_marks.iter().copied())),
            Cow::Owned(Mark::written(unit.ko_marks.iter().copied())),
            Cow::Borrowed(&alike.domain),
            Cow::Borrowed(&alike.reviewer),
            Cow::Borrowed(&alike.en_source),
            Cow::Borrowed(&alike.ko_source),
            Cow::Borrowed(&alike.project),
            Cow::Owned((unit.row + 1).to_string()),
            Cow::Borrowed(&alike.began),
            Cow::Borrowed(&alike.tool),
        ]
    }
}
