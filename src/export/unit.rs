//! What every format writes of a bead.

use super::Options;
use super::source::Source;
use crate::aligned::Mark;
use crate::article::{Lang, one_line};
use crate::bitext::{Bead, Bitext};
use unicode_normalization::UnicodeNormalization;

/// The columns of the tables.
pub const COLUMNS: [&str; 14] = [
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
];

/// A bead as it leaves the house: each side one line, its sentences joined with a space.
pub struct Unit<'a> {
    /// Which row it is of.
    pub row: usize,
    pub en: String,
    pub ko: String,
    pub note: String,
    /// Where the sentences of each side stand, and how long they are.
    pub en_marks: Vec<Mark>,
    pub ko_marks: Vec<Mark>,
    pub bead: &'a Bead,
}

impl Unit<'_> {
    pub fn is_one_sided(&self) -> bool {
        self.en.is_empty() || self.ko.is_empty()
    }

    /// Its confidence as files write it.
    pub fn confidence(&self) -> String {
        format!("{:.3}", self.bead.confidence)
    }

    pub fn verdict(&self) -> Option<&'static str> {
        self.bead.verdict.map(|verdict| verdict.as_str())
    }
}

/// What stands in every row of a table alike.
pub struct Table {
    domain: String,
    reviewer: String,
    en_source: String,
    ko_source: String,
}

impl Table {
    pub fn of(bitext: &Bitext, options: &Options) -> Table {
        let label = |label: &Option<String>| label.as_deref().map(plain).unwrap_or_default();
        Table {
            domain: label(&options.labels.domain),
            reviewer: label(&options.labels.reviewer),
            en_source: Source::cell(&bitext.en),
            ko_source: Source::cell(&bitext.ko),
        }
    }

    /// What stands in each of [`COLUMNS`].
    pub fn row(&self, unit: &Unit) -> [String; COLUMNS.len()] {
        [
            unit.en.clone(),
            unit.ko.clone(),
            unit.confidence(),
            unit.bead.shape(),
            unit.bead.state.as_str().to_owned(),
            unit.verdict().unwrap_or_default().to_owned(),
            unit.note.clone(),
            unit.bead.origin.as_str().to_owned(),
            Mark::written(unit.en_marks.iter().copied()),
            Mark::written(unit.ko_marks.iter().copied()),
            self.domain.clone(),
            self.reviewer.clone(),
            self.en_source.clone(),
            self.ko_source.clone(),
        ]
    }
}

/// The beads that `options` ask for, one-sided ones only if they do.
pub fn units<'a>(bitext: &'a Bitext, options: &'a Options) -> impl Iterator<Item = Unit<'a>> {
    bitext
        .beads
        .iter()
        .enumerate()
        .filter(|(_, bead)| wanted(bead, options))
        .map(move |(row, bead)| {
            let (en, en_marks) = side(bitext, row, Lang::En);
            let (ko, ko_marks) = side(bitext, row, Lang::Ko);
            Unit {
                row,
                en,
                ko,
                note: if options.notes {
                    plain(&bead.note)
                } else {
                    String::new()
                },
                en_marks,
                ko_marks,
                bead,
            }
        })
        .filter(|unit| {
            let nothing = unit.en.is_empty() && unit.ko.is_empty();
            !nothing && (options.one_sided || !unit.is_one_sided())
        })
}

fn wanted(bead: &Bead, options: &Options) -> bool {
    let accepted = bead.state == crate::bitext::State::Accepted;
    let sure = bead.is_pinned() || bead.confidence >= options.min_confidence;
    let one_to_one = bead.en.len() <= 1 && bead.ko.len() <= 1;
    (accepted || !options.accepted_only) && sure && (options.many || one_to_one)
}

/// One side of a row on one line, and where its sentences stand in it.
fn side(bitext: &Bitext, row: usize, lang: Lang) -> (String, Vec<Mark>) {
    let ids = bitext.beads[row].ids(lang);
    let (mut line, mut marks) = (String::new(), Vec::with_capacity(ids.len()));
    for (&start, text) in ids.iter().zip(bitext.texts(row, lang)) {
        let text = plain(&text);
        let chars = text.chars().count();
        marks.push(Mark { start, chars });
        if chars > 0 && !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&text);
    }
    (line, marks)
}

/// `text` as every reader takes it: NFC, on one line, without the characters XML 1.0 forbids.
pub fn plain(text: &str) -> String {
    let allowed: String = text
        .chars()
        .filter(|&c| match c {
            '\t' | '\n' | '\r' => true,
            '\u{FFFE}' | '\u{FFFF}' => false,
            // A line separator to some readers, white space to us.
            '\u{0B}' | '\u{0C}' => true,
            _ => c >= ' ',
        })
        .nfc()
        .collect();
    one_line(&allowed).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_leaves_plain() {
        assert_eq!(
            plain(" a\u{0}b\t\u{2028}c\u{1b}\u{c}d\u{85}\u{ffff} "),
            "ab c d"
        );
        assert_eq!(plain("\u{1112}\u{1161}\u{11ab}"), "한");
        assert_eq!(plain("\u{1}\n"), "");
    }
}
