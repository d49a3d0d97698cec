//! The columns of every table: TSV, CSV and what spreadsheets and data frames read.

use super::document::ExportedWork;
use super::options::Options;
use super::text::plain;
use super::unit::TranslationUnit;
use crate::exchange::pairs::Mark;
use jjak_core::article::Lang;
use jjak_core::evidence::quality::Quality;
use std::borrow::Cow;

/// Their names; the source's text stands first. Readers go by the names, and take the first text for the source.
pub const COLUMNS: [&str; 19] = columns_from(Lang::En);
const COLUMNS_FROM_KOREAN: [&str; 19] = columns_from(Lang::Ko);

const fn columns_from(source: Lang) -> [&'static str; 19] {
    let [first, second] = match source {
        Lang::En => ["en", "ko"],
        Lang::Ko => ["ko", "en"],
    };
    [
        first,
        second,
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
        "licence",
    ]
}

/// What stands in every row of a work alike.
struct Alike {
    domain: String,
    reviewer: String,
    en_source: String,
    ko_source: String,
    project: String,
    began: String,
    tool: String,
    licence: String,
}

/// How many of [`COLUMNS`] are the texts.
const TEXTS: usize = 2;

/// The columns of a table translated from `source`: the texts alone where `options` ask for plain texts, and measures
/// where they ask for these.
pub(crate) fn columns(source: Lang, options: &Options) -> Vec<&'static str> {
    let columns = match source {
        Lang::En => &COLUMNS,
        Lang::Ko => &COLUMNS_FROM_KOREAN,
    };
    let mut columns = if options.plain {
        columns[..TEXTS].to_vec()
    } else {
        columns.to_vec()
    };
    if options.quality {
        columns.extend(Quality::NAMES);
    }
    columns
}

/// The column of this name, if it is one of ours.
pub(crate) fn known_column(name: &str) -> Option<&'static str> {
    let mut known = COLUMNS.into_iter().chain(Quality::NAMES);
    known.find(|known| *known == name)
}

/// The cells of units, by [`COLUMNS`].
pub(crate) struct Table {
    /// The language whose text stands first.
    source: Lang,
    alike: Vec<Alike>,
    /// Only the texts are told.
    plain: bool,
    /// Their measures, too.
    quality: bool,
    columns: Vec<&'static str>,
}

impl Table {
    pub(crate) fn of(works: &[ExportedWork], source: Lang, options: &Options) -> Table {
        let label = |label: &Option<String>| {
            let label = label.as_deref().unwrap_or_default();
            plain(label).into_owned()
        };
        let alike = works.iter().map(|work| Alike {
            domain: label(&work.about.labels.domain),
            reviewer: label(&work.about.labels.reviewer),
            en_source: work.source_of(Lang::En).cell(),
            ko_source: work.source_of(Lang::Ko).cell(),
            project: plain(&work.name).into_owned(),
            began: work.began(),
            tool: work.tool(),
            licence: label(&work.about.labels.licence),
        });
        Table {
            source,
            alike: alike.collect(),
            plain: options.plain,
            quality: options.quality,
            columns: columns(source, options),
        }
    }

    /// The columns that it has.
    pub(crate) fn columns(&self) -> &[&'static str] {
        &self.columns
    }

    /// What stands in each of its columns: one line each, without tabs.
    pub(crate) fn row<'a>(&'a self, unit: &'a TranslationUnit) -> Vec<Cow<'a, str>> {
        let texts = [self.source, self.source.other()];
        let mut row: Vec<Cow<str>> = texts.map(|lang| Cow::Borrowed(unit.text(lang))).into();
        if !self.plain {
            row.extend(self.facts(unit));
        }
        if self.quality {
            let cells = unit.quality().map(|quality| quality.cells());
            row.extend(cells.unwrap_or_default().map(Cow::Owned));
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
            Cow::Owned(unit.row.number().to_string()),
            Cow::Borrowed(&alike.began),
            Cow::Borrowed(&alike.tool),
            Cow::Borrowed(&alike.licence),
        ]
    }
}
