//! Whole paragraphs as units.
//!
//! A bead ties the paragraphs (kept blocks) that its sentences are of: an English and a Korean one as a rule, more where
//! one side joins or splits paragraphs. Paragraphs that are tied together, by whatever chain, are one unit: its text is
//! all their sentences, those without a counterpart too. A bead that crosses others (its Korean stands elsewhere) ties
//! nothing, or half the article could hang together by one sentence that moved: it is a unit of its own, and its
//! sentences are in no other. So each bead is in exactly one unit, and each unit is a translation as far as its beads
//! are.

use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, Origin, RowIndex, SegmentId, State};
use std::collections::{BTreeSet, HashMap};

/// The units of `bitext` as beads, each with the first of its rows, in the order of these rows. A unit of which
/// `include` refuses a bead is left out as a whole: with a hole it would be no paragraph.
pub fn of(bitext: &Bitext, include: impl Fn(&Bead) -> bool) -> Vec<(RowIndex, Bead)> {
    let crossing = bitext.crossing();
    let mut tied = Tied::of(bitext, &crossing);
    let mut units: Vec<(RowIndex, Option<Bead>)> = Vec::new();
    let mut unit_of: HashMap<usize, usize> = HashMap::new();
    for (row, bead) in bitext.beads.numbered() {
        let new = units.len();
        let unit = match tied
            .block(bitext, bead)
            .filter(|_| !crossing.contains(&row))
        {
            Some(block) => *unit_of.entry(tied.root(block)).or_insert(new),
            None => new,
        };
        let included = include(bead).then(|| bead.clone());
        if unit == new {
            units.push((row, included));
        } else {
            let (_, joined) = &mut units[unit];
            *joined = match (joined.take(), included) {
                (Some(joined), Some(bead)) => Some(join(joined, bead)),
                _ => None,
            };
        }
    }
    let whole = units.into_iter();
    whole
        .filter_map(|(row, unit)| {
            let mut unit = unit?;
            unit.en.sort_unstable();
            unit.ko.sort_unstable();
            Some((row, unit))
        })
        .collect()
}

/// What is said of two beads as one: the least of both.
fn join(mut joined: Bead, bead: Bead) -> Bead {
    joined.en.extend(bead.en);
    joined.ko.extend(bead.ko);
    joined.confidence = joined.confidence.min(bead.confidence);
    joined.state = match (joined.state, bead.state) {
        (State::Flagged, _) | (_, State::Flagged) => State::Flagged,
        (State::Accepted, State::Accepted) => State::Accepted,
        _ => State::Unreviewed,
    };
    if joined.verdict != bead.verdict {
        joined.verdict = None;
    }
    if joined.origin != bead.origin {
        joined.origin = Origin::Engine;
    }
    if !joined.note.is_empty() && !bead.note.is_empty() {
        joined.note.push_str(" / ");
    }
    joined.note.push_str(&bead.note);
    joined
}

/// Blocks of both sides in sets (Tarjan 1975): the English by their number, the Korean after them.
struct Tied {
    parent: Vec<usize>,
    english: usize,
}

impl Tied {
    fn of(bitext: &Bitext, crossing: &BTreeSet<RowIndex>) -> Tied {
        let english = bitext.en.article.blocks.len();
        let all = english + bitext.ko.article.blocks.len();
        let mut tied = Tied {
            parent: (0..all).collect(),
            english,
        };
        let in_order = bitext.beads.numbered();
        for (_, bead) in in_order.filter(|(row, _)| !crossing.contains(row)) {
            let Some(first) = tied.block(bitext, bead) else {
                continue;
            };
            for lang in Lang::BOTH {
                for &id in bead.ids(lang) {
                    if let Some(block) = tied.block_of(bitext, lang, id) {
                        let (a, b) = (tied.root(first), tied.root(block));
                        tied.parent[b] = a;
                    }
                }
            }
        }
        tied
    }

    /// The block of the first sentence of `bead`.
    fn block(&self, bitext: &Bitext, bead: &Bead) -> Option<usize> {
        Lang::BOTH.into_iter().find_map(|lang| {
            let id = bead.ids(lang).first()?;
            self.block_of(bitext, lang, *id)
        })
    }

    fn block_of(&self, bitext: &Bitext, lang: Lang, id: SegmentId) -> Option<usize> {
        let block = bitext.side(lang).article.block_at(id.0)?;
        Some(match lang {
            Lang::En => block,
            Lang::Ko => self.english + block,
        })
    }

    /// The block that stands for the set of `block`.
    fn root(&mut self, block: usize) -> usize {
        let mut at = block;
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }
}
