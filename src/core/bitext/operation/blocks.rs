//! Operations on blocks: in the article or out of it.

use super::{Operation, Refusal};
use crate::article::{Exclusion, Lang};
use crate::bitext::rows::BeadRows;
use crate::bitext::{Bead, Bitext, Change, Edit, Origin, RowIndex, SegmentId};
use crate::segment::{Rules, Segment};

impl Bitext {
    /// [`Operation::Restore`] of an excluded block, with its sentences as `rules` cut them.
    pub fn restored(&self, lang: Lang, block: usize, rules: &Rules) -> Operation {
        let article = &self.side(lang).article;
        let found = article.blocks.get(block);
        let segments = found.map(|block| rules.segment_block(&article.text, &block.span, lang));
        Operation::Restore {
            lang,
            block,
            segments: segments.unwrap_or_default(),
        }
    }
}

pub(super) fn exclude(
    bitext: &Bitext,
    lang: Lang,
    block: usize,
    why: Exclusion,
) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let found = side.article.blocks.get(block).ok_or(Refusal::NoSuchBlock)?;
    if found.excluded.is_some() {
        return Err(Refusal::BlockAlready);
    }
    let first = side
        .segments
        .partition_point(|segment| segment.span.end <= found.span.start);
    let last = side
        .segments
        .partition_point(|segment| segment.span.start < found.span.end);
    let removed = side.segments[first..last].to_vec();
    // A hand-made segment may reach over the block's edge; cutting it in two would lose the person's work.
    if removed
        .iter()
        .any(|s| s.span.start < found.span.start || s.span.end > found.span.end)
    {
        return Err(Refusal::ReachesOver);
    }
    let ids: Vec<SegmentId> = removed.iter().map(|segment| segment.id()).collect();
    let mut changes = Vec::new();
    if let Some(range) = BeadRows::range_of(bitext, |bead| bead.has_any(lang, &ids)) {
        let mut rows = BeadRows::take(bitext, range);
        for bead in &mut rows.beads {
            bead.remove(lang, &ids);
        }
        changes = rows.edit().changes;
    }
    if !removed.is_empty() {
        changes.push(Change::Segments {
            lang,
            at: first,
            removed,
            inserted: Vec::new(),
        });
    }
    changes.push(Change::Block {
        lang,
        block,
        from: None,
        to: Some(why),
    });
    Ok(Edit { changes })
}

pub(super) fn exclude_all(
    bitext: &Bitext,
    lang: Lang,
    blocks: &[usize],
    why: &Exclusion,
) -> Result<Edit, Refusal> {
    // Each edit fits the bitext that the one before it left.
    let mut so_far = bitext.clone();
    let mut changes = Vec::new();
    for &block in blocks {
        let edit = exclude(&so_far, lang, block, why.clone())?;
        so_far.apply(&edit);
        changes.extend(edit.changes);
    }
    Ok(Edit { changes })
}

pub(super) fn restore(
    bitext: &Bitext,
    lang: Lang,
    block: usize,
    inserted: Vec<Segment>,
) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let found = side.article.blocks.get(block).ok_or(Refusal::NoSuchBlock)?;
    let from = found.excluded.clone().ok_or(Refusal::BlockAlready)?;
    let at = side
        .segments
        .partition_point(|segment| segment.span.start < found.span.start);
    let above = at
        .checked_sub(1)
        .and_then(|at| bitext.row_of(lang, side.segments[at].id()));
    let mut rows = match above {
        Some(row) => BeadRows::take(bitext, row.alone()),
        None => BeadRows::take(bitext, RowIndex(0)..RowIndex(0)),
    };
    for segment in &inserted {
        let mut bead = Bead {
            origin: Origin::Remainder,
            ..Bead::default()
        };
        bead.ids_mut(lang).push(segment.id());
        rows.beads.push(bead);
    }
    let mut changes = rows.edit().changes;
    if !inserted.is_empty() {
        changes.push(Change::Segments {
            lang,
            at,
            removed: Vec::new(),
            inserted,
        });
    }
    changes.push(Change::Block {
        lang,
        block,
        from: Some(from),
        to: None,
    });
    let edit = Edit { changes };
    let mut after = bitext.clone();
    if after.try_apply(&edit).is_ok() && after.check().is_ok() {
        Ok(edit)
    } else {
        Err(Refusal::WrongAlignment)
    }
}
