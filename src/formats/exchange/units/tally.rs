//! What an export would hold, counted before anything is written: how many rows go into the file, and why the others
//! stay out.

use super::document::ExportedWork;
use super::options::{Duplicates, Options};
use super::unit::units;
use crate::exchange::format::Format;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, SegmentId, State, Verdict};
use std::collections::{BTreeMap, HashSet};

/// The counts of one format under one set of options.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows whose text is in the file.
    pub rows: usize,
    /// Units in the file: as many as rows, or the paragraphs that the rows are of.
    pub units: usize,
    /// Rows that stay out, by the first reason that holds.
    pub out: BTreeMap<LeftOut, usize>,
}

/// Why a row stays out of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Its state was not asked for.
    State(State),
    /// Its verdict was not asked for; `None` is a row without one.
    Verdict(Option<Verdict>),
    /// It is less sure than asked for.
    Confidence,
    /// It has several sentences on a side.
    Many,
    /// It has one side only, and such rows were not asked for.
    OneSided,
    /// It has one side only, which the format cannot hold.
    OneSidedInFormat,
    /// Another row of its paragraph stays out.
    Paragraph,
    /// A row before it says the same.
    Duplicate,
    /// Nothing is left of its text.
    Empty,
}

impl Tally {
    /// Counts the rows of `works` as [`write`](crate::exchange::write()) would take them.
    pub fn of(works: &[ExportedWork], format: Format, options: &Options) -> Tally {
        let mut tally = Tally::default();
        let mut written: HashSet<(usize, Lang, SegmentId)> = HashSet::new();
        for unit in units(works, format, options) {
            tally.units += 1;
            for lang in Lang::BOTH {
                let ids = unit.bead.ids(lang).iter();
                written.extend(ids.map(|&id| (unit.work, lang, id)));
            }
        }
        for (at, work) in works.iter().enumerate() {
            for bead in &work.bitext.beads {
                let is_written = Lang::BOTH.into_iter().any(|lang| {
                    let first = bead.ids(lang).first();
                    first.is_some_and(|&id| written.contains(&(at, lang, id)))
                });
                if is_written {
                    tally.rows += 1
                } else {
                    *tally
                        .out
                        .entry(reason(work.bitext, bead, format, options))
                        .or_default() += 1
                }
            }
        }
        tally
    }

    /// How many rows stay out.
    pub fn left_out(&self) -> usize {
        self.out.values().sum()
    }
}

/// The first reason for which `bead`, which is in no unit, stays out.
fn reason(bitext: &Bitext, bead: &Bead, format: Format, options: &Options) -> LeftOut {
    if !options.states.contains(&bead.state) {
        return LeftOut::State(bead.state);
    }
    if !options.verdicts.contains(&bead.verdict) {
        return LeftOut::Verdict(bead.verdict);
    }
    if !options.include(bead) {
        return LeftOut::Confidence;
    }
    if options.paragraphs {
        return LeftOut::Paragraph;
    }
    if !options.many && (bead.en.len() > 1 || bead.ko.len() > 1) {
        return LeftOut::Many;
    }
    let says_nothing = |lang| {
        let ids = bead.ids(lang).iter();
        let mut texts = ids.map(|&id| bitext.side(lang).text(id));
        texts.all(|text| text.trim().is_empty())
    };
    match Lang::BOTH.map(says_nothing) {
        [true, true] => LeftOut::Empty,
        [true, _] | [_, true] if !format.holds_one_sided() => LeftOut::OneSidedInFormat,
        [true, _] | [_, true] if !options.one_sided => LeftOut::OneSided,
        _ if options.duplicates == Duplicates::KeepFirst => LeftOut::Duplicate,
        _ => LeftOut::Empty,
    }
}
