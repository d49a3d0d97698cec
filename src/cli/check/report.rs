//! The findings of all files.

use jjak_core::article::Lang;
use jjak_core::check::{Check, Finding, Level};

/// What one row of a file has to look at, with its texts.
pub(super) struct Row {
    /// As the person gave it.
    pub file: String,
    /// From 1, as the file has its pairs.
    pub number: usize,
    pub finding: Finding,
    /// The language that was translated from, whose text stands first.
    pub source: Lang,
    pub en: String,
    pub ko: String,
}

impl Row {
    pub(super) fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }
}

/// What was found, by file and row.
#[derive(Default)]
pub(super) struct Report {
    pub rows: Vec<Row>,
    /// How many were looked at.
    pub pairs: usize,
    /// More than one file was checked.
    pub several: bool,
}

impl Report {
    /// The languages of the texts, that of the first row's source first.
    pub(super) fn languages(&self) -> [Lang; 2] {
        let source = self.rows.first().map_or(Lang::En, |row| row.source);
        [source, source.other()]
    }

    /// How many findings there are, on one line.
    pub(super) fn counts(&self) -> String {
        let count = |level: Level| {
            let of_level = self.rows.iter().filter(|row| row.finding.level() == level);
            of_level.count()
        };
        let named = |count: usize, what: &str| match count {
            1 => format!("1 {what}"),
            count => format!("{count} {what}s"),
        };
        let pairs = named(self.pairs, "pair");
        match (count(Level::Error), count(Level::Note)) {
            (0, 0) => format!("no findings in {pairs}"),
            (errors, notes) => format!(
                "{} in {pairs}: {}, {}",
                named(errors + notes, "finding"),
                named(errors, "error"),
                named(notes, "note")
            ),
        }
    }

    /// How many there are of each check that found something, errors first.
    pub(super) fn by_check(&self) -> Vec<(Check, usize)> {
        let count = |check: Check| {
            let of_check = self.rows.iter().filter(|row| row.finding.check() == check);
            of_check.count()
        };
        let mut counts: Vec<_> = Check::ALL
            .into_iter()
            .map(|check| (check, count(check)))
            .collect();
        counts.retain(|(_, count)| *count > 0);
        counts.sort_by_key(|(check, count)| (check.level(), std::cmp::Reverse(*count)));
        counts
    }
}
