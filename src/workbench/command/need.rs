//! What must be on the screen for what a command does.

use super::CommandPlace;

/// What must be on the screen, and be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Nothing,
    /// A pair is open, on a screen behind this one.
    PairBehind,
    /// The rows of a pair are on the screen, and nothing is being done to them.
    Rows(RowNeed),
    /// A job is open.
    Job(JobNeed),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowNeed {
    Nothing,
    /// There is a row.
    Row,
    /// There is a sentence under the cursor.
    Sentence,
    /// There is a sentence under the cursor, or some rows are selected.
    Cell,
    /// The sentence under the cursor is not as the source has it.
    Edited,
    /// Something can be undone.
    Undo,
    Redo,
    /// A filter hides rows.
    Filter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobNeed {
    /// Its table is not on the screen.
    Away,
    /// Its table is on the screen, or the rows of one of its pairs.
    Open,
    /// Its table is on the screen with the cursor on a pair, or the rows of one of its pairs; and it may be changed.
    Markable,
    /// The rows of one of its pairs are on the screen, all of them accepted.
    Reviewed,
    /// It may be changed.
    Writable,
    /// Some of its pairs have not been paired, and are not being paired.
    Unpaired,
    /// Its table is on the screen.
    Table,
    /// The cursor of the table is on something, and the job may be changed.
    Line,
    /// The cursor of the table is on a pair.
    Pair,
    /// So it is, and the job may be changed.
    OwnPair,
    /// The cursor of the table is on a text without counterpart, and the job may be changed.
    Text,
    /// The table is on the screen, and some pair has been worked on.
    AnyWork,
    /// The table is on the screen, and something in it can be undone.
    Undo,
    Redo,
}

impl Need {
    /// The screens on which it can be there.
    pub fn place(self) -> CommandPlace {
        match self {
            Need::Nothing | Need::PairBehind => CommandPlace::Anywhere,
            Need::Rows(_) => CommandPlace::Rows,
            Need::Job(need) => match need {
                JobNeed::Reviewed => CommandPlace::Rows,
                JobNeed::Away
                | JobNeed::Open
                | JobNeed::Markable
                | JobNeed::Writable
                | JobNeed::Unpaired => CommandPlace::Anywhere,
                JobNeed::Table
                | JobNeed::Line
                | JobNeed::Pair
                | JobNeed::OwnPair
                | JobNeed::Text
                | JobNeed::AnyWork
                | JobNeed::Undo
                | JobNeed::Redo => CommandPlace::Table,
            },
        }
    }
}
