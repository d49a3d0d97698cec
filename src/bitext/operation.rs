//! What a person can do to a bitext, each made into an [`Edit`] without changing anything yet.

use super::rows::{Cells, Rows};
use super::{Bead, Bitext, Change, Edit, Origin, SegmentId, State, Verdict};
use crate::article::{Exclusion, Lang, one_line};
use crate::segment::{Rule, Segment, segment_block};
use std::ops::Range;

/// One thing to do. Rows are positions in [`Bitext::beads`].
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// Makes one bead of neighbouring rows.
    MergeBeads {
        rows: Range<usize>,
    },
    /// Cuts a bead in two: the first `en` and `ko` segments, and the rest.
    SplitBead {
        row: usize,
        en: usize,
        ko: usize,
    },
    /// Moves one sentence into another bead.
    MoveSegment {
        lang: Lang,
        id: SegmentId,
        to: usize,
    },
    /// Moves one column down by a row, from `row` to the next gap or pin; the other column keeps still.
    PushTail {
        lang: Lang,
        row: usize,
    },
    /// Moves one column up by a row: an empty cell is filled from below, a full one joins the cell above.
    PullTail {
        lang: Lang,
        row: usize,
    },
    /// Makes a bead of any segments; they leave the beads they were in.
    Link {
        en: Vec<SegmentId>,
        ko: Vec<SegmentId>,
    },
    /// Makes every segment of a bead a row of its own.
    Unlink {
        row: usize,
    },
    /// Cuts a segment at byte `at` of the article's text.
    SplitSegment {
        lang: Lang,
        id: SegmentId,
        at: usize,
    },
    /// Joins a segment with the next one.
    MergeSegments {
        lang: Lang,
        id: SegmentId,
    },
    /// Overlays a segment's text; `None` brings the article's own back.
    SetText {
        lang: Lang,
        id: SegmentId,
        text: Option<String>,
    },
    /// Takes a block out of the article, with its segments.
    Exclude {
        lang: Lang,
        block: usize,
        why: Exclusion,
    },
    /// Brings an excluded block back; its sentences become rows of their own.
    Restore {
        lang: Lang,
        block: usize,
    },
    SetState {
        rows: Range<usize>,
        state: State,
    },
    SetVerdict {
        row: usize,
        verdict: Option<Verdict>,
    },
    SetNote {
        row: usize,
        note: String,
    },
    /// Gives the segments of `rows` new beads. Pinned and edited beads of the range must be among them.
    Realign {
        rows: Range<usize>,
        beads: Vec<Bead>,
    },
}

/// Why an operation cannot be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such row")]
    NoSuchRow,
    #[error("there is no such sentence")]
    NoSuchSegment,
    #[error("there is no neighbouring row to merge with")]
    NothingToMerge,
    #[error("a bead of one sentence cannot be split")]
    NothingToSplit,
    #[error("there is nothing below to move")]
    NoTail,
    #[error("the sentence is in that row already")]
    AlreadyThere,
    #[error("a link needs a sentence on both sides")]
    OneSided,
    #[error("the bead has only one sentence")]
    NothingToUnlink,
    #[error("a sentence can only be cut between two of its characters")]
    NoCutThere,
    #[error("the text was edited: bring the original back before cutting it")]
    Edited,
    #[error("an excluded block lies between the two sentences")]
    ExcludedBetween,
    #[error("the block is in that state already")]
    BlockAlready,
    #[error("the new alignment does not hold the same sentences, or changes a pinned bead")]
    WrongAlignment,
    #[error("nothing would change")]
    NoChange,
}

impl Operation {
    /// The edit that does this to `bitext`.
    ///
    /// # Errors
    /// The [`Refusal`] says why it cannot be done; the bitext is as it was.
    pub fn edit(self, bitext: &Bitext) -> Result<Edit, Refusal> {
        let rows = bitext.beads.len();
        let within = |row: usize| {
            if row < rows {
                Ok(row)
            } else {
                Err(Refusal::NoSuchRow)
            }
        };
        let edit = match self {
            Operation::MergeBeads { rows } => merge_beads(bitext, rows)?,
            Operation::SplitBead { row, en, ko } => split_bead(bitext, within(row)?, en, ko)?,
            Operation::MoveSegment { lang, id, to } => move_segment(bitext, lang, id, within(to)?)?,
            Operation::PushTail { lang, row } => push_tail(bitext, lang, within(row)?)?,
            Operation::PullTail { lang, row } => pull_tail(bitext, lang, within(row)?)?,
            Operation::Link { en, ko } => link(bitext, en, ko)?,
            Operation::Unlink { row } => unlink(bitext, within(row)?)?,
            Operation::SplitSegment { lang, id, at } => split_segment(bitext, lang, id, at)?,
            Operation::MergeSegments { lang, id } => merge_segments(bitext, lang, id)?,
            Operation::SetText { lang, id, text } => set_text(bitext, lang, id, text)?,
            Operation::Exclude { lang, block, why } => exclude(bitext, lang, block, why)?,
            Operation::Restore { lang, block } => restore(bitext, lang, block)?,
            Operation::SetState { rows, state } => mark(bitext, rows, |bead| bead.state = state)?,
            Operation::SetVerdict { row, verdict } => {
                mark(bitext, row..row + 1, |bead| bead.verdict = verdict)?
            }
            Operation::SetNote { row, note } => {
                mark(bitext, row..row + 1, |bead| bead.note.clone_from(&note))?
            }
            Operation::Realign { rows, beads } => realign(bitext, rows, beads)?,
        };
        if edit.changes.is_empty() {
            Err(Refusal::NoChange)
        } else {
            Ok(edit)
        }
    }
}

fn merge_beads(bitext: &Bitext, range: Range<usize>) -> Result<Edit, Refusal> {
    if range.len() < 2 || range.end > bitext.beads.len() {
        return Err(Refusal::NothingToMerge);
    }
    let mut rows = Rows::take(bitext, range.clone());
    let merged = by_person(rows.beads.drain(..).reduce(join).into_iter().collect());
    rows.beads = merged;
    Ok(rows.edit())
}

/// `a` with the segments and notes of `b`.
fn join(mut a: Bead, b: Bead) -> Bead {
    for lang in Lang::BOTH {
        a.ids_mut(lang).extend(b.ids(lang));
        a.ids_mut(lang).sort_unstable();
    }
    if !a.note.is_empty() && !b.note.is_empty() {
        a.note.push_str(" / ");
    }
    a.note.push_str(&b.note);
    a
}

fn split_bead(bitext: &Bitext, row: usize, en: usize, ko: usize) -> Result<Edit, Refusal> {
    let bead = &bitext.beads[row];
    let (en, ko) = (en.min(bead.en.len()), ko.min(bead.ko.len()));
    let whole = (bead.en.len(), bead.ko.len());
    if (en, ko) == (0, 0) || (en, ko) == whole {
        return Err(Refusal::NothingToSplit);
    }
    let mut rows = Rows::take(bitext, row..row + 1);
    let mut first = rows.beads.remove(0);
    let rest = Bead {
        en: first.en.split_off(en),
        ko: first.ko.split_off(ko),
        ..Bead::default()
    };
    rows.beads = by_person(vec![first, rest]);
    Ok(rows.edit())
}

fn move_segment(bitext: &Bitext, lang: Lang, id: SegmentId, to: usize) -> Result<Edit, Refusal> {
    let from = bitext.row_of(lang, id).ok_or(Refusal::NoSuchSegment)?;
    if from == to {
        return Err(Refusal::AlreadyThere);
    }
    let first = from.min(to);
    let mut rows = Rows::take(bitext, first..from.max(to) + 1);
    let source = &mut rows.beads[from - first];
    source.ids_mut(lang).retain(|&other| other != id);
    source.become_remainder();
    let target = &mut rows.beads[to - first];
    target.ids_mut(lang).push(id);
    target.ids_mut(lang).sort_unstable();
    target.become_made();
    Ok(rows.edit())
}

fn push_tail(bitext: &Bitext, lang: Lang, row: usize) -> Result<Edit, Refusal> {
    if bitext.beads[row].ids(lang).is_empty() {
        return Err(Refusal::NoTail);
    }
    let end = tail_end(bitext, lang, row + 1);
    let has_gap = end < bitext.beads.len() && !bitext.is_fixed(end);
    let mut rows = Rows::take(bitext, row..end + usize::from(has_gap));
    if !has_gap {
        rows.beads.push(Bead::default());
    }
    let mut cells = Cells::take(&mut rows.beads, lang);
    cells.rotate_right(1);
    cells.put_back(&mut rows.beads);
    Ok(rows.edit())
}

fn pull_tail(bitext: &Bitext, lang: Lang, row: usize) -> Result<Edit, Refusal> {
    if bitext.beads[row].ids(lang).is_empty() {
        let end = tail_end(bitext, lang, row + 1);
        if end == row + 1 {
            return Err(Refusal::NoTail);
        }
        let mut rows = Rows::take(bitext, row..end);
        let mut cells = Cells::take(&mut rows.beads, lang);
        cells.rotate_left(1);
        cells.put_back(&mut rows.beads);
        return Ok(rows.edit());
    }
    let above = row.checked_sub(1).ok_or(Refusal::NoTail)?;
    let end = tail_end(bitext, lang, row + 1);
    let mut rows = Rows::take(bitext, above..end);
    let mut cells = Cells::take(&mut rows.beads, lang);
    cells.join_first_two();
    cells.put_back(&mut rows.beads);
    Ok(rows.edit())
}

/// The first row from `row` on where a moving column stops: an empty cell, a bead that must stay, or the end.
fn tail_end(bitext: &Bitext, lang: Lang, row: usize) -> usize {
    (row..bitext.beads.len())
        .find(|&at| bitext.beads[at].ids(lang).is_empty() || bitext.is_fixed(at))
        .unwrap_or(bitext.beads.len())
}

fn link(bitext: &Bitext, en: Vec<SegmentId>, ko: Vec<SegmentId>) -> Result<Edit, Refusal> {
    if en.is_empty() || ko.is_empty() {
        return Err(Refusal::OneSided);
    }
    let mut linked = Bead {
        en,
        ko,
        ..Bead::default()
    };
    linked.become_made();
    let mut touched = Vec::new();
    for lang in Lang::BOTH {
        linked.ids_mut(lang).sort_unstable();
        linked.ids_mut(lang).dedup();
        for &id in linked.ids(lang) {
            touched.push(bitext.row_of(lang, id).ok_or(Refusal::NoSuchSegment)?);
        }
    }
    touched.sort_unstable();
    let (first, last) = (touched[0], touched[touched.len() - 1]);
    let mut rows = Rows::take(bitext, first..last + 1);
    for &row in &touched {
        let bead = &mut rows.beads[row - first];
        let before = bead.en.len() + bead.ko.len();
        for lang in Lang::BOTH {
            let ids = linked.ids(lang);
            bead.ids_mut(lang)
                .retain(|id| ids.binary_search(id).is_err());
        }
        if bead.en.len() + bead.ko.len() != before {
            bead.become_remainder();
        }
    }
    rows.beads.insert(0, linked);
    Ok(rows.edit())
}

fn unlink(bitext: &Bitext, row: usize) -> Result<Edit, Refusal> {
    let bead = &bitext.beads[row];
    if bead.en.len() + bead.ko.len() < 2 {
        return Err(Refusal::NothingToUnlink);
    }
    let mut rows = Rows::take(bitext, row..row + 1);
    let en = bead.en.iter().map(|&id| Bead {
        en: vec![id],
        ..Bead::default()
    });
    let ko = bead.ko.iter().map(|&id| Bead {
        ko: vec![id],
        ..Bead::default()
    });
    rows.beads = by_person(en.chain(ko).collect());
    rows.beads[0].note.clone_from(&bead.note);
    Ok(rows.edit())
}

/// Beads a person made.
fn by_person(mut beads: Vec<Bead>) -> Vec<Bead> {
    beads.iter_mut().for_each(Bead::become_made);
    beads
}

fn split_segment(bitext: &Bitext, lang: Lang, id: SegmentId, at: usize) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let position = side.position(id).ok_or(Refusal::NoSuchSegment)?;
    let segment = &side.segments[position];
    if segment.edited.is_some() {
        return Err(Refusal::Edited);
    }
    let text = &side.article.text;
    if !segment.span.contains(&at) || !text.is_char_boundary(at) {
        return Err(Refusal::NoCutThere);
    }
    let head = text[segment.span.start..at].trim_end();
    let tail = text[at..segment.span.end].trim_start();
    if head.is_empty() || tail.is_empty() {
        return Err(Refusal::NoCutThere);
    }
    let first = Segment {
        span: id..id + head.len(),
        ..segment.clone()
    };
    let start = segment.span.end - tail.len();
    let second = Segment {
        span: start..segment.span.end,
        marker: None,
        rule: Rule::ByHand,
        edited: None,
    };
    let row = bitext.row_of(lang, id).ok_or(Refusal::NoSuchSegment)?;
    let mut rows = Rows::take(bitext, row..row + 1);
    let bead = &mut rows.beads[0];
    bead.ids_mut(lang).push(start);
    bead.ids_mut(lang).sort_unstable();
    bead.state = State::Unreviewed;
    let mut edit = rows.edit();
    edit.changes.push(Change::Segments {
        lang,
        at: position,
        removed: vec![segment.clone()],
        inserted: vec![first, second],
    });
    Ok(edit)
}

fn merge_segments(bitext: &Bitext, lang: Lang, id: SegmentId) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let position = side.position(id).ok_or(Refusal::NoSuchSegment)?;
    let [first, second] = side
        .segments
        .get(position..position + 2)
        .ok_or(Refusal::NothingToMerge)?
    else {
        return Err(Refusal::NothingToMerge);
    };
    let between = first.span.end..second.span.start;
    let excluded = |block: &crate::article::Block| {
        block.excluded.is_some() && block.span.start < between.end && block.span.end > between.start
    };
    if side.article.blocks.iter().any(excluded) {
        return Err(Refusal::ExcludedBetween);
    }
    let edited = (first.edited.is_some() || second.edited.is_some())
        .then(|| format!("{} {}", side.text_of(first), side.text_of(second)));
    let merged = Segment {
        span: first.span.start..second.span.end,
        edited,
        ..first.clone()
    };
    let here = bitext.row_of(lang, id).ok_or(Refusal::NoSuchSegment)?;
    let there = bitext
        .row_of(lang, second.span.start)
        .ok_or(Refusal::NoSuchSegment)?;
    let start = here.min(there);
    let mut rows = Rows::take(bitext, start..here.max(there) + 1);
    let loser = &mut rows.beads[there - start];
    loser
        .ids_mut(lang)
        .retain(|&other| other != second.span.start);
    if here != there {
        loser.become_remainder();
    }
    rows.beads[here - start].state = State::Unreviewed;
    let mut edit = rows.edit();
    edit.changes.push(Change::Segments {
        lang,
        at: position,
        removed: vec![first.clone(), second.clone()],
        inserted: vec![merged],
    });
    Ok(edit)
}

fn set_text(
    bitext: &Bitext,
    lang: Lang,
    id: SegmentId,
    text: Option<String>,
) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let at = side.position(id).ok_or(Refusal::NoSuchSegment)?;
    let before = &side.segments[at];
    let original = side.article.line(&before.span);
    let edited = text
        .map(|text| one_line(&text).into_owned())
        .filter(|text| *text != original && !text.is_empty());
    if edited == before.edited {
        return Err(Refusal::NoChange);
    }
    let after = Segment {
        edited,
        ..before.clone()
    };
    let change = Change::Segments {
        lang,
        at,
        removed: vec![before.clone()],
        inserted: vec![after],
    };
    Ok(Edit {
        changes: vec![change],
    })
}

fn exclude(bitext: &Bitext, lang: Lang, block: usize, why: Exclusion) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let found = side
        .article
        .blocks
        .get(block)
        .ok_or(Refusal::NoSuchSegment)?;
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
        return Err(Refusal::NoCutThere);
    }
    let ids: Vec<SegmentId> = removed.iter().map(|segment| segment.span.start).collect();
    let holds = |bead: &Bead| {
        bead.ids(lang)
            .iter()
            .any(|id| ids.binary_search(id).is_ok())
    };
    let mut changes = Vec::new();
    if let Some(top) = bitext.beads.iter().position(holds) {
        let bottom = bitext.beads.iter().rposition(holds).unwrap_or(top);
        let mut rows = Rows::take(bitext, top..bottom + 1);
        for bead in rows.beads.iter_mut().filter(|bead| holds(bead)) {
            bead.ids_mut(lang)
                .retain(|id| ids.binary_search(id).is_err());
            bead.become_remainder();
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

fn restore(bitext: &Bitext, lang: Lang, block: usize) -> Result<Edit, Refusal> {
    let side = bitext.side(lang);
    let found = side
        .article
        .blocks
        .get(block)
        .ok_or(Refusal::NoSuchSegment)?;
    let from = found.excluded.clone().ok_or(Refusal::BlockAlready)?;
    let inserted = segment_block(&side.article.text, &found.span);
    let at = side
        .segments
        .partition_point(|segment| segment.span.start < found.span.start);
    let above = at
        .checked_sub(1)
        .and_then(|at| bitext.row_of(lang, side.segments[at].span.start));
    let mut rows = match above {
        Some(row) => Rows::take(bitext, row..row + 1),
        None => Rows::take(bitext, 0..0),
    };
    for segment in &inserted {
        let mut bead = Bead {
            origin: Origin::Remainder,
            ..Bead::default()
        };
        bead.ids_mut(lang).push(segment.span.start);
        rows.beads.push(bead);
    }
    let mut changes = rows.edit().changes;
    changes.push(Change::Segments {
        lang,
        at,
        removed: Vec::new(),
        inserted,
    });
    changes.push(Change::Block {
        lang,
        block,
        from: Some(from),
        to: None,
    });
    Ok(Edit { changes })
}

/// Changes what a person said of some rows.
fn mark(bitext: &Bitext, range: Range<usize>, change: impl Fn(&mut Bead)) -> Result<Edit, Refusal> {
    if range.is_empty() || range.end > bitext.beads.len() {
        return Err(Refusal::NoSuchRow);
    }
    let mut rows = Rows::take(bitext, range);
    rows.beads.iter_mut().for_each(change);
    Ok(rows.edit())
}

fn realign(bitext: &Bitext, range: Range<usize>, beads: Vec<Bead>) -> Result<Edit, Refusal> {
    let old = bitext.beads.get(range.clone()).ok_or(Refusal::NoSuchRow)?;
    let ids = |beads: &[Bead], lang: Lang| {
        let mut ids: Vec<SegmentId> = beads
            .iter()
            .flat_map(|bead| bead.ids(lang).iter().copied())
            .collect();
        ids.sort_unstable();
        ids
    };
    let same = Lang::BOTH
        .iter()
        .all(|&lang| ids(old, lang) == ids(&beads, lang));
    let fixed = range
        .clone()
        .filter(|&row| bitext.is_fixed(row))
        .map(|row| &bitext.beads[row]);
    if !same || !fixed.into_iter().all(|pin| beads.contains(pin)) {
        return Err(Refusal::WrongAlignment);
    }
    let mut rows = Rows::take(bitext, range);
    rows.beads = beads;
    Ok(rows.edit())
}
