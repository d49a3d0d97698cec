//! Cutting both articles by other rules, around what a person has settled.

use super::rows::BeadRows;
use super::{Bead, Beads, Bitext, Change, Edit, Operation, Refusal, RowIndex, SegmentId, Side};
use crate::article::Lang;
use crate::evidence::lexicon::Lexicon;
use crate::progress::{Cancelled, Progress};
use crate::segment::{LostMark, Marks, Rules, Segment};
use std::collections::HashSet;
use std::ops::Range;

/// More changed rows than this, and all rows are paired anew: looking for the stretch around each would take longer.
const MOST_STRETCHES: usize = 200;

/// Both articles cut by other rules: what to do, and what of a person's work could not be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Resegmented {
    /// [`Operation::Resegment`]; nothing is changed yet.
    pub operation: Operation,
    /// What could not be carried over: marks of sentences that are no more.
    pub lost: Vec<(Lang, LostMark)>,
}

impl Bitext {
    /// Cuts both articles by `rules` and pairs what changed anew. A person's splits, merges and edits stay, and so do
    /// the sentences of accepted and hand-made rows.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn resegment(
        &self,
        rules: &Rules,
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Result<Resegmented, Cancelled> {
        let (en, en_lost) = self.recut(Lang::En, rules);
        let (ko, ko_lost) = self.recut(Lang::Ko, rules);
        let lost = en_lost.into_iter().map(|mark| (Lang::En, mark));
        let lost = lost
            .chain(ko_lost.into_iter().map(|mark| (Lang::Ko, mark)))
            .collect();
        let mut fresh = self.clone();
        let beads = self.handed_on(&en, &ko);
        let edit = replace(self, en.clone(), ko.clone(), beads.into());
        if let Ok(edit) = &edit {
            fresh.apply(edit);
            fresh.pair_changed(self, lexicon, progress)?;
        }
        Ok(Resegmented {
            operation: Operation::Resegment {
                en,
                ko,
                beads: fresh.beads.into(),
            },
            lost,
        })
    }

    /// The segments of one side by other rules, with what a person settled as it was.
    fn recut(&self, lang: Lang, rules: &Rules) -> (Vec<Segment>, Vec<LostMark>) {
        let side = self.side(lang);
        let fixed: HashSet<SegmentId> = self
            .beads
            .numbered()
            .filter(|&(row, _)| self.is_fixed(row))
            .flat_map(|(_, bead)| bead.ids(lang).iter().copied())
            .collect();
        let is_kept = |segment: &Segment| fixed.contains(&segment.id());
        let marks = Marks::of(&side.article.text, &side.segments, is_kept);
        marks.apply(&side.article, rules.segment(&side.article))
    }

    /// The beads with the segments that take the place of their own: a piece stays in the row of the whole, a whole
    /// goes to the row of its first piece.
    fn handed_on(&self, en: &[Segment], ko: &[Segment]) -> Beads {
        let mut beads = self.beads.clone();
        let sides = [
            Handover::of(self, Lang::En, en),
            Handover::of(self, Lang::Ko, ko),
        ];
        for side in &sides {
            for bead in &mut beads {
                bead.ids_mut(side.lang).clear();
            }
            for (segment, &row) in side.fresh.iter().zip(&side.rows) {
                beads[row].ids_mut(side.lang).push(segment.id());
            }
        }
        for (row, old) in self.beads.numbered() {
            let touched = sides.iter().any(|side| {
                let ids = beads[row].ids(side.lang);
                ids != old.ids(side.lang) || ids.iter().any(|id| side.changed.contains(id))
            });
            if beads[row].is_empty() {
                // Its sentences joined those of another row: so do its note and flag.
                let heir = sides
                    .iter()
                    .find_map(|side| side.row_of(old.ids(side.lang).first()?.0));
                if let Some(heir) = heir {
                    beads[heir].take_remarks(old);
                }
            } else if touched {
                beads[row].become_remainder();
            }
        }
        beads
    }

    /// Pairs the rows anew that are not as they were in `before`, each with the stretch around it.
    fn pair_changed(
        &mut self,
        before: &Bitext,
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Result<(), Cancelled> {
        let old: HashSet<(&[SegmentId], &[SegmentId])> = before
            .beads
            .iter()
            .map(|bead| (&bead.en[..], &bead.ko[..]))
            .collect();
        let is_changed = |bead: &Bead| !old.contains(&(&bead.en[..], &bead.ko[..]));
        let changed: Vec<RowIndex> = self
            .beads
            .numbered()
            .filter(|&(row, bead)| is_changed(bead) && !self.is_fixed(row))
            .map(|(row, _)| row)
            .collect();
        let mut stretches: Vec<Range<RowIndex>> = Vec::new();
        match changed.len() {
            0 => return Ok(()),
            1..=MOST_STRETCHES => {
                for row in changed {
                    if stretches.last().is_some_and(|last| row < last.end) {
                        continue;
                    }
                    let stretch = self.stretch(row);
                    match stretches.last_mut() {
                        Some(last) if stretch.start <= last.end => last.end = stretch.end,
                        _ => stretches.push(stretch),
                    }
                }
            }
            _ => stretches.push(self.beads.rows()),
        }
        // From the last, so that the numbers of the others hold.
        for stretch in stretches.into_iter().rev() {
            if let Ok(edit) = self.realign(stretch, lexicon, progress)?.edit(self) {
                self.apply(&edit);
            }
        }
        Ok(())
    }
}

/// The segments that take the place of one side's own, and the rows they go to.
struct Handover<'a> {
    lang: Lang,
    fresh: &'a [Segment],
    /// For each of them the row it goes to.
    rows: Vec<RowIndex>,
    /// Those that were not there before.
    changed: HashSet<SegmentId>,
}

impl<'a> Handover<'a> {
    fn of(bitext: &Bitext, lang: Lang, fresh: &'a [Segment]) -> Handover<'a> {
        let side = bitext.side(lang);
        let mut row_of = vec![RowIndex(0); side.segments.len()];
        for (row, bead) in bitext.beads.numbered() {
            for at in bead.ids(lang).iter().filter_map(|&id| side.position(id)) {
                row_of[at] = row;
            }
        }
        let holder = |segment: &Segment| {
            let after = side
                .segments
                .partition_point(|old| old.start() <= segment.start());
            row_of
                .get(after.saturating_sub(1))
                .copied()
                .unwrap_or_default()
        };
        let old: HashSet<(usize, usize)> = side.segments.iter().map(ends).collect();
        let changed = fresh.iter().filter(|segment| !old.contains(&ends(segment)));
        Handover {
            lang,
            fresh,
            rows: fresh.iter().map(holder).collect(),
            changed: changed.map(|segment| segment.id()).collect(),
        }
    }

    /// The row to which the text at byte `at` goes.
    fn row_of(&self, at: usize) -> Option<RowIndex> {
        let after = self.fresh.partition_point(|segment| segment.start() <= at);
        self.rows.get(after.checked_sub(1)?).copied()
    }
}

fn ends(segment: &Segment) -> (usize, usize) {
    (segment.span.start, segment.span.end)
}

/// The edit that gives `bitext` other segments, and beads of them.
pub(super) fn replace(
    bitext: &Bitext,
    en: Vec<Segment>,
    ko: Vec<Segment>,
    beads: Vec<Bead>,
) -> Result<Edit, Refusal> {
    let mut rows = BeadRows::take(bitext, bitext.beads.rows());
    rows.beads = beads;
    let mut edit = rows.edit();
    for (lang, fresh) in [(Lang::En, en), (Lang::Ko, ko)] {
        edit.changes.extend(change(lang, bitext.side(lang), fresh));
    }
    let mut after = bitext.clone();
    let sound = after.try_apply(&edit).is_ok() && after.check().is_ok();
    let kept: HashSet<(&[SegmentId], &[SegmentId])> = after
        .beads
        .numbered()
        .filter(|&(row, _)| after.is_fixed(row))
        .map(|(_, bead)| (&bead.en[..], &bead.ko[..]))
        .collect();
    let keeps_fixed = bitext
        .beads
        .numbered()
        .all(|(row, bead)| !bitext.is_fixed(row) || kept.contains(&(&bead.en[..], &bead.ko[..])));
    if sound && keeps_fixed {
        Ok(edit)
    } else {
        Err(Refusal::WrongAlignment)
    }
}

/// The change from the first segment that differs to the last; none if all are the same.
fn change(lang: Lang, side: &Side, fresh: Vec<Segment>) -> Option<Change> {
    let old = &side.segments;
    let same = |pairs: &mut dyn Iterator<Item = (&Segment, &Segment)>| {
        pairs.take_while(|(a, b)| a == b).count()
    };
    let at = same(&mut old.iter().zip(&fresh));
    let most = old.len().min(fresh.len()) - at;
    let end = same(&mut old.iter().rev().zip(fresh.iter().rev()).take(most));
    let removed = old[at..old.len() - end].to_vec();
    let inserted = fresh[at..fresh.len() - end].to_vec();
    (!removed.is_empty() || !inserted.is_empty()).then_some(Change::Segments {
        lang,
        at,
        removed,
        inserted,
    })
}
