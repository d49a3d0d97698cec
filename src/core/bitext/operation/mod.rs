//! What a person can do to a bitext, each made into an [`Edit`] without changing anything yet.

mod adopt;
mod beads;
mod blocks;
mod segments;

use super::rows::BeadRows;
use super::{Bead, Bitext, Edit, RowIndex, SegmentId, State, Verdict, Waiver, realign, resegment};
use crate::article::{Exclusion, Lang};
use crate::segment::Segment;
use std::ops::Range;

/// One thing to do. Rows are those of [`Bitext::beads`].
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// Makes one bead of neighbouring rows.
    MergeBeads {
        /// At least two.
        rows: Range<RowIndex>,
    },
    /// Cuts a bead in two: the first `en` and `ko` segments, and the rest.
    SplitBead {
        /// The row.
        row: RowIndex,
        /// How many English segments stay in it.
        en: usize,
        /// How many Korean ones.
        ko: usize,
    },
    /// Moves one sentence into another bead.
    MoveSegment {
        /// The side.
        lang: Lang,
        /// The sentence.
        id: SegmentId,
        /// The row it goes to.
        to: RowIndex,
    },
    /// Moves one column down by a row, from `row` to the next gap or pin; the other column keeps still.
    PushTail {
        /// The column.
        lang: Lang,
        /// The row it begins at.
        row: RowIndex,
    },
    /// Moves one column up by a row: an empty cell is filled from below, a full one joins the cell above.
    PullTail {
        /// The column.
        lang: Lang,
        /// The row it begins at.
        row: RowIndex,
    },
    /// Makes a bead of any segments; they leave the beads they were in.
    Link {
        /// The English ones.
        en: Vec<SegmentId>,
        /// The Korean ones.
        ko: Vec<SegmentId>,
    },
    /// Makes every segment of a bead a row of its own.
    Unlink {
        /// The row.
        row: RowIndex,
    },
    /// Cuts a segment at byte `at` of the article's text.
    SplitSegment {
        /// The side.
        lang: Lang,
        /// The sentence.
        id: SegmentId,
        /// Between two of its characters.
        at: usize,
    },
    /// Cuts a segment, and its bead at the same place: the second part begins a row, `with` those sentences of the bead's
    /// other side.
    CutBead {
        /// The side.
        lang: Lang,
        /// The sentence.
        id: SegmentId,
        /// Between two of its characters.
        at: usize,
        /// Sentences of the other side.
        with: Vec<SegmentId>,
    },
    /// Joins a segment with the next one.
    MergeSegments {
        /// The side.
        lang: Lang,
        /// The first of the two.
        id: SegmentId,
    },
    /// Overlays a segment's text; `None` brings the article's own back.
    SetText {
        /// The side.
        lang: Lang,
        /// The sentence.
        id: SegmentId,
        /// What is shown and exported instead.
        text: Option<String>,
    },
    /// Overlays the texts of several segments, in one step.
    SetTexts {
        /// Each with its side and its new text.
        texts: Vec<(Lang, SegmentId, String)>,
    },
    /// Takes a block out of the article, with its segments.
    Exclude {
        /// The side.
        lang: Lang,
        /// Position among the article's blocks.
        block: usize,
        /// The reason.
        why: Exclusion,
    },
    /// Takes several blocks of one side out, in one step.
    ExcludeAll {
        /// The side.
        lang: Lang,
        /// Positions among the article's blocks.
        blocks: Vec<usize>,
        /// The reason.
        why: Exclusion,
    },
    /// Brings an excluded block back; `segments`, its sentences, become rows of their own. See [`Bitext::restored`].
    Restore {
        /// The side.
        lang: Lang,
        /// Position among the article's blocks.
        block: usize,
        /// Its sentences.
        segments: Vec<Segment>,
    },
    /// Sets the state of neighbouring rows.
    SetState {
        /// The rows.
        rows: Range<RowIndex>,
        /// Their state.
        state: State,
    },
    /// Sets the state of rows here and there, in one step.
    SetStates {
        /// The rows.
        rows: Vec<RowIndex>,
        /// Their state.
        state: State,
    },
    /// Says what a person thinks of a translation.
    SetVerdict {
        /// The row.
        row: RowIndex,
        /// `None` takes it away.
        verdict: Option<Verdict>,
    },
    /// Notes something on a row.
    SetNote {
        /// The row.
        row: RowIndex,
        /// Empty takes it away.
        note: String,
    },
    /// Has a finding told no more: in these rows, or everywhere.
    Waive {
        /// The rows that keep it.
        rows: Vec<RowIndex>,
        /// What is found right.
        waivers: Vec<Waiver>,
    },
    /// Has it told again, whatever rows keep it.
    TakeBackWaiver {
        /// What was found right.
        waiver: Waiver,
    },
    /// Sets or takes away the bookmarks of rows here and there, in one step.
    SetBookmark {
        /// The rows.
        rows: Vec<RowIndex>,
        /// Whether they have one.
        on: bool,
    },
    /// Gives the segments of `rows` new beads. Pinned and edited beads of the range must be among them.
    Realign {
        /// The rows that are paired anew.
        rows: Range<RowIndex>,
        /// Beads of the same segments.
        beads: Vec<Bead>,
    },
    /// Takes over what another person made of the sentences of `rows`: other segments of the same text, and beads of them.
    /// Not even pinned rows stay.
    Adopt {
        /// The rows that go, wherever they are.
        rows: Vec<RowIndex>,
        /// The English segments that come.
        en: Vec<Segment>,
        /// The Korean ones.
        ko: Vec<Segment>,
        /// Beads of these.
        beads: Vec<Bead>,
    },
    /// Gives both articles other segments, and beads of them. Pinned and edited beads must be among them.
    Resegment {
        /// The English ones.
        en: Vec<Segment>,
        /// The Korean ones.
        ko: Vec<Segment>,
        /// Beads of these.
        beads: Vec<Bead>,
    },
}

/// Why an operation cannot be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// A row that is not there.
    #[error("there is no such row")]
    NoSuchRow,
    /// A sentence that is not there.
    #[error("there is no such sentence")]
    NoSuchSegment,
    /// A row at the edge.
    #[error("there is no neighbouring row to merge with")]
    NothingToMerge,
    /// A row of one sentence.
    #[error("a row of one sentence cannot be split")]
    NothingToSplit,
    /// The last row.
    #[error("there is nothing below to move")]
    NoTail,
    /// A move to where it is.
    #[error("the sentence is in that row already")]
    AlreadyThere,
    /// A link of one side.
    #[error("a link needs a sentence on both sides")]
    OneSided,
    /// A row of one sentence.
    #[error("the row has only one sentence")]
    NothingToUnlink,
    /// A cut outside the sentence, or within a character.
    #[error("a sentence can only be cut between two of its characters")]
    NoCutThere,
    /// A cut of a text that a person edited.
    #[error("the text was edited: bring the original back before cutting it")]
    Edited,
    /// A join over what was left out.
    #[error("an excluded block lies between the two sentences")]
    ExcludedBetween,
    /// A block that is not there.
    #[error("there is no such block")]
    NoSuchBlock,
    /// A block that shares a sentence with its neighbour.
    #[error("a sentence reaches over the edge of the block: cut it there first")]
    ReachesOver,
    /// A block that is kept or excluded as asked.
    #[error("the block is in that state already")]
    BlockAlready,
    /// Beads that lose or double a sentence, or change a pin.
    #[error("the new alignment does not hold the same sentences, or changes a pinned row")]
    WrongAlignment,
    /// An operation without effect.
    #[error("nothing would change")]
    NoChange,
    /// The work is only shown here: somebody else has it open.
    #[error("the work is open elsewhere and only shown here")]
    ReadOnly,
}

impl Operation {
    /// The edit that does this to `bitext`.
    ///
    /// # Errors
    /// The [`Refusal`] says why it cannot be done; the bitext is as it was.
    pub fn edit(self, bitext: &Bitext) -> Result<Edit, Refusal> {
        let within = |row: RowIndex| {
            if row < bitext.beads.end() {
                Ok(row)
            } else {
                Err(Refusal::NoSuchRow)
            }
        };
        let edit = match self {
            Operation::MergeBeads { rows } => beads::merge(bitext, rows)?,
            Operation::SplitBead { row, en, ko } => beads::split(bitext, within(row)?, en, ko)?,
            Operation::MoveSegment { lang, id, to } => {
                beads::move_segment(bitext, lang, id, within(to)?)?
            }
            Operation::PushTail { lang, row } => beads::push_tail(bitext, lang, within(row)?)?,
            Operation::PullTail { lang, row } => beads::pull_tail(bitext, lang, within(row)?)?,
            Operation::Link { en, ko } => beads::link(bitext, en, ko)?,
            Operation::Unlink { row } => beads::unlink(bitext, within(row)?)?,
            Operation::SplitSegment { lang, id, at } => {
                segments::split(bitext, lang, id, at, None)?
            }
            Operation::CutBead { lang, id, at, with } => {
                segments::split(bitext, lang, id, at, Some(&with))?
            }
            Operation::MergeSegments { lang, id } => segments::merge(bitext, lang, id)?,
            Operation::SetText { lang, id, text } => segments::set_text(bitext, lang, id, text)?,
            Operation::SetTexts { texts } => segments::set_texts(bitext, texts)?,
            Operation::Exclude { lang, block, why } => blocks::exclude(bitext, lang, block, why)?,
            Operation::ExcludeAll { lang, blocks, why } => {
                blocks::exclude_all(bitext, lang, &blocks, &why)?
            }
            Operation::Restore {
                lang,
                block,
                segments,
            } => blocks::restore(bitext, lang, block, segments)?,
            Operation::SetState { rows, state } => mark(bitext, rows, |bead| bead.state = state)?,
            Operation::SetStates { rows, state } => {
                mark_all(bitext, &rows, |bead| bead.state = state)?
            }
            Operation::SetVerdict { row, verdict } => {
                let row = within(row)?;
                mark(bitext, row.alone(), |bead| bead.verdict = verdict)?
            }
            Operation::SetNote { row, note } => {
                let row = within(row)?;
                mark(bitext, row.alone(), |bead| bead.note.clone_from(&note))?
            }
            Operation::SetBookmark { rows, on } => {
                mark_all(bitext, &rows, |bead| bead.bookmark = on)?
            }
            Operation::Waive { rows, waivers } => mark_all(bitext, &rows, |bead| {
                let new = waivers.iter().filter(|new| !bead.waivers.contains(new));
                let new: Vec<Waiver> = new.cloned().collect();
                bead.waivers.extend(new);
            })?,
            Operation::TakeBackWaiver { waiver } => {
                let rows = bitext.beads.numbered();
                let rows = rows.filter(|(_, bead)| bead.waivers.contains(&waiver));
                let rows: Vec<RowIndex> = rows.map(|(row, _)| row).collect();
                mark_all(bitext, &rows, |bead| {
                    bead.waivers.retain(|other| *other != waiver)
                })?
            }
            Operation::Adopt {
                rows,
                en,
                ko,
                beads,
            } => adopt::adopt(bitext, &rows, [en, ko], beads)?,
            Operation::Realign { rows, beads } => realign::replace(bitext, rows, beads)?,
            Operation::Resegment { en, ko, beads } => resegment::replace(bitext, en, ko, beads)?,
        };
        if edit.changes.is_empty() {
            Err(Refusal::NoChange)
        } else {
            Ok(edit)
        }
    }
}

/// Changes what a person said of the `chosen` rows, wherever they are.
fn mark_all(
    bitext: &Bitext,
    chosen: &[RowIndex],
    change: impl Fn(&mut Bead),
) -> Result<Edit, Refusal> {
    let (Some(&first), Some(&last)) = (chosen.iter().min(), chosen.iter().max()) else {
        return Err(Refusal::NoChange);
    };
    if last >= bitext.beads.end() {
        return Err(Refusal::NoSuchRow);
    }
    let mut rows = BeadRows::take(bitext, first..last.below());
    for &row in chosen {
        change(&mut rows.beads[row - first]);
    }
    Ok(rows.edit())
}

/// Changes what a person said of some rows.
fn mark(
    bitext: &Bitext,
    range: Range<RowIndex>,
    change: impl Fn(&mut Bead),
) -> Result<Edit, Refusal> {
    if range.is_empty() || range.end > bitext.beads.end() {
        return Err(Refusal::NoSuchRow);
    }
    let mut rows = BeadRows::take(bitext, range);
    rows.beads.iter_mut().for_each(change);
    Ok(rows.edit())
}
