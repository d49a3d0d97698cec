//! Excluded blocks where they stand: above the row of the sentence that follows them, or below the last row.

use jjak_core::article::{Lang, PerLang};
use jjak_core::bitext::{Bitext, RowIndex, SegmentId};
use std::collections::{HashMap, HashSet};

/// What was taken out between the rows, of one revision of the bitext.
#[derive(Default)]
pub(super) struct Gaps {
    revision: Option<u64>,
    /// Of each row, by side, the blocks above it; those at the ends of the texts under the number after the last.
    above: HashMap<RowIndex, PerLang<Vec<usize>>>,
    /// The gaps that are shown block by block, by the first block.
    open: HashSet<(Lang, usize)>,
}

impl Gaps {
    pub(super) fn refresh(&mut self, bitext: &Bitext, revision: u64) {
        if self.revision == Some(revision) {
            return;
        }
        self.revision = Some(revision);
        self.above.clear();
        for lang in Lang::BOTH {
            let side = bitext.side(lang);
            let mut followers: HashMap<SegmentId, Vec<usize>> = HashMap::new();
            let mut at_the_end = Vec::new();
            for (block, of) in side.article.blocks.iter().enumerate() {
                if of.excluded.is_none() {
                    continue;
                }
                let next = side
                    .segments
                    .partition_point(|segment| segment.span.start < of.span.end);
                match side.segments.get(next) {
                    Some(segment) => followers.entry(segment.id()).or_default().push(block),
                    None => at_the_end.push(block),
                }
            }
            for (row, bead) in bitext.beads.numbered() {
                if followers.is_empty() {
                    break;
                }
                for id in bead.ids(lang) {
                    if let Some(blocks) = followers.remove(id) {
                        let above = self.above.entry(row).or_default();
                        above[lang].extend(blocks);
                    }
                }
            }
            if !at_the_end.is_empty() {
                let last = self.above.entry(bitext.beads.end()).or_default();
                last[lang] = at_the_end;
            }
        }
    }

    /// The blocks of one side between `row` and the one above it.
    pub(super) fn above(&self, row: RowIndex, lang: Lang) -> &[usize] {
        self.above
            .get(&row)
            .map_or(&[], |sides| sides[lang].as_slice())
    }

    /// Whether they are shown one by one.
    pub(super) fn is_open(&self, lang: Lang, blocks: &[usize]) -> bool {
        match blocks {
            [] => false,
            [_] => true,
            [first, ..] => self.open.contains(&(lang, *first)),
        }
    }

    pub(super) fn set_open(&mut self, lang: Lang, first: usize, open: bool) {
        if open {
            self.open.insert((lang, first))
        } else {
            self.open.remove(&(lang, first))
        };
    }

    /// How many lines the gap above `row` takes.
    pub(super) fn lines(&self, row: RowIndex) -> usize {
        let of = |lang| match self.above(row, lang) {
            [] => 0,
            [_] => 1,
            // A line above them folds them again.
            blocks if self.is_open(lang, blocks) => blocks.len() + 1,
            _ => 1,
        };
        of(Lang::En).max(of(Lang::Ko))
    }
}
