//! Aligning a part again, around what a person has settled.

use super::rows::BeadRows;
use super::{
    Bead, Bitext, Edit, Operation, Origin, Refusal, RowIndex, RowRange, SegmentId, State, Verdict,
};
use crate::align::{Known, align};
use crate::article::Lang;
use crate::evidence::lexicon::Lexicon;
use crate::progress::{Cancelled, Progress};
use std::collections::HashMap;
use std::ops::Range;

/// How many rows on either side of a change are looked at again, and how many sure rows must follow.
const REACH: usize = 20;
const SURE_ROWS: usize = 3;
const SURE: f32 = 0.9;

/// How many accepted beads outside the rows are learned from, the nearest first.
const MOST_LESSONS: usize = 300;

impl Bitext {
    /// Whether re-alignment and moving tails must leave the row alone: it is pinned, or its text was edited.
    pub fn is_fixed(&self, row: RowIndex) -> bool {
        self.beads.get(row).is_some_and(|bead| {
            bead.is_pinned()
                || Lang::BOTH.iter().any(|&lang| {
                    let side = self.side(lang);
                    bead.ids(lang)
                        .iter()
                        .any(|&id| side.segment(id).is_some_and(|s| s.edited.is_some()))
                })
        })
    }

    /// The rows on which a change of `row` can have a bearing: up to the next fixed rows in order, or, where those are
    /// far away, to rows in order of which the engine is sure.
    pub fn stretch(&self, row: RowIndex) -> Range<RowIndex> {
        let crossing = self.crossing();
        let is_sure = |at: RowIndex| {
            let bead = &self.beads[at];
            bead.origin == Origin::Engine && bead.confidence >= SURE && !crossing.contains(&at)
        };
        let stop = |rows: &mut dyn Iterator<Item = RowIndex>| {
            let mut sure = 0;
            rows.enumerate()
                .find(|&(passed, at)| {
                    sure = if is_sure(at) { sure + 1 } else { 0 };
                    self.is_fixed(at) && !crossing.contains(&at)
                        || passed >= REACH && sure >= SURE_ROWS
                })
                .map(|(_, at)| at)
        };
        let end = self.beads.end();
        let row = row.min(end);
        let above = stop(&mut (RowIndex(0)..row).each().rev());
        let below = stop(&mut (row.below()..end).each());
        above.map_or(RowIndex(0), RowIndex::below)..below.unwrap_or(end)
    }

    /// Aligns the sentences of `rows` again, keeping the beads that are fixed, and the notes and flags of all. What a
    /// person accepted, in `rows` or near them, teaches which words go together. Nothing is changed yet.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn realign(
        &self,
        rows: Range<RowIndex>,
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Result<Operation, Cancelled> {
        let old = self.beads.range(rows.clone()).unwrap_or_default();
        let (en, ko) = (column(old, Lang::En), column(old, Lang::Ko));
        let places = |ids: &[SegmentId], column: &[SegmentId]| -> Vec<usize> {
            ids.iter()
                .filter_map(|id| column.binary_search(id).ok())
                .collect()
        };
        let pins: Vec<(Vec<usize>, Vec<usize>)> = old
            .iter()
            .zip(rows.each())
            .filter(|&(_, row)| self.is_fixed(row))
            .map(|(bead, _)| (places(&bead.en, &en), places(&bead.ko, &ko)))
            .collect();
        let texts = |ids: &[SegmentId], lang: Lang| -> Vec<String> {
            ids.iter()
                .map(|&id| self.side(lang).text(id).into_owned())
                .collect()
        };
        let (en_texts, ko_texts) = (texts(&en, Lang::En), texts(&ko, Lang::Ko));
        let en_lines: Vec<&str> = en_texts.iter().map(String::as_str).collect();
        let ko_lines: Vec<&str> = ko_texts.iter().map(String::as_str).collect();
        let known = Known {
            pins: &pins,
            accepted: &self.accepted_around(&rows),
            lexicon,
            ..Known::default()
        };
        let links = align(&en_lines, &ko_lines, known, progress)?;
        let mut beads: Vec<Bead> = links
            .into_iter()
            .map(|link| Bead {
                en: link.en.iter().map(|&at| en[at]).collect(),
                ko: link.ko.iter().map(|&at| ko[at]).collect(),
                confidence: link.confidence,
                ..Bead::default()
            })
            .collect();
        self.keep_what_was_said(&rows, &mut beads);
        Ok(Operation::Realign { rows, beads })
    }

    /// What a person accepted here, as texts that translate each other, English first: in the order of the rows.
    pub fn lessons(&self) -> Vec<(String, String)> {
        let rows = self.beads.rows().each().filter(|&row| self.teaches(row));
        rows.map(|row| self.lesson(row)).collect()
    }

    /// Whether words can be learned from a row.
    fn teaches(&self, row: RowIndex) -> bool {
        self.beads.get(row).is_some_and(|bead| {
            let said = bead.state == State::Accepted && bead.verdict.is_none_or(is_lesson);
            said && !bead.en.is_empty() && !bead.ko.is_empty()
        })
    }

    fn lesson(&self, row: RowIndex) -> (String, String) {
        let text = |lang: Lang| {
            let texts: Vec<_> = self.texts(row, lang).collect();
            texts.join("\n")
        };
        (text(Lang::En), text(Lang::Ko))
    }

    /// The texts of accepted beads with both sides, from the rows nearest to `rows`.
    fn accepted_around(&self, rows: &Range<RowIndex>) -> Vec<(String, String)> {
        let before = RowIndex(0)..rows.start.min(self.beads.end());
        let after = rows.end..self.beads.end();
        let both = before.each().chain(after.each());
        let mut outside: Vec<RowIndex> = both.filter(|&row| self.teaches(row)).collect();
        outside.sort_by_key(|&row| rows.start.distance(row).min(rows.end.distance(row)));
        outside.truncate(MOST_LESSONS);
        outside.into_iter().map(|row| self.lesson(row)).collect()
    }

    /// Fixed beads stay as they are; one that comes out the same keeps what was said of it; the notes and flags
    /// of the others go where their first sentence went.
    fn keep_what_was_said(&self, rows: &Range<RowIndex>, beads: &mut [Bead]) {
        let holders: HashMap<(Lang, SegmentId), usize> = beads
            .iter()
            .enumerate()
            .flat_map(|(at, bead)| ids(bead).map(move |id| (id, at)))
            .collect();
        for row in rows.each() {
            let Some(old) = self.beads.get(row) else {
                return;
            };
            let Some(new) = ids(old)
                .next()
                .and_then(|first| beads.get_mut(*holders.get(&first)?))
            else {
                continue;
            };
            if same_ids(old, new) {
                let confidence = new.confidence;
                new.clone_from(old);
                if !self.is_fixed(row) {
                    new.confidence = confidence;
                    new.origin = Origin::Engine;
                }
            } else {
                new.take_remarks(old);
            }
        }
    }
}

/// The edit that gives the sentences of `range` the beads `beads`.
pub(super) fn replace(
    bitext: &Bitext,
    range: Range<RowIndex>,
    mut beads: Vec<Bead>,
) -> Result<Edit, Refusal> {
    let old = bitext
        .beads
        .range(range.clone())
        .ok_or(Refusal::NoSuchRow)?;
    let keeps_sentences = Lang::BOTH
        .iter()
        .all(|&lang| column(old, lang) == column(&beads, lang));
    let in_order = beads
        .iter()
        .all(|bead| bead.en.is_sorted() && bead.ko.is_sorted());
    let by_first: HashMap<(Lang, SegmentId), &Bead> = beads
        .iter()
        .filter_map(|bead| Some((ids(bead).next()?, bead)))
        .collect();
    let keeps_fixed = old
        .iter()
        .zip(range.each())
        .filter(|&(_, row)| bitext.is_fixed(row))
        .all(|(bead, _)| {
            ids(bead)
                .next()
                .is_some_and(|first| by_first.get(&first) == Some(&bead))
        });
    if !keeps_sentences || !in_order || !keeps_fixed {
        return Err(Refusal::WrongAlignment);
    }
    for bead in &mut beads {
        // Not a number equals not even itself, and JSON cannot hold it.
        bead.confidence = if bead.confidence.is_nan() {
            0.0
        } else {
            bead.confidence.clamp(0.0, 1.0)
        };
    }
    let mut rows = BeadRows::take(bitext, range);
    rows.beads = beads;
    Ok(rows.edit())
}

/// One language's segments of some beads, in text order.
fn column(beads: &[Bead], lang: Lang) -> Vec<SegmentId> {
    let mut column: Vec<SegmentId> = beads
        .iter()
        .flat_map(|bead| bead.ids(lang).iter().copied())
        .collect();
    column.sort_unstable();
    column
}

/// Whether words can be learned from a bead of this verdict.
fn is_lesson(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Exact | Verdict::Free | Verdict::Partial => true,
        Verdict::NotATranslation | Verdict::IntendedOmission => false,
    }
}

/// All segments of a bead, English first.
fn ids(bead: &Bead) -> impl Iterator<Item = (Lang, SegmentId)> {
    let of = |lang| bead.ids(lang).iter().map(move |&id| (lang, id));
    of(Lang::En).chain(of(Lang::Ko))
}

fn same_ids(a: &Bead, b: &Bead) -> bool {
    a.en == b.en && a.ko == b.ko
}
