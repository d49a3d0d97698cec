//! What a command does, and what must be there for it.

use super::Place;
use crate::app::Workbench;
use crate::job::JobTable;
use crate::review::{Answer, Review};
use egui::Context;
use jjak_review::job::JobSession;

/// One thing that a command does; it may do another on another screen.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    pub need: Need,
    pub act: Act,
}

/// The function, by what it is done to.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Window(fn(&mut Workbench, &Context)),
    /// The rows of the open pair. A sentence that is being edited is kept before.
    Rows(fn(&mut Review) -> Answer),
    /// The table of the job.
    Table(fn(&mut JobTable, &JobSession)),
}

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
    pub fn place(self) -> Place {
        match self {
            Need::Nothing | Need::PairBehind => Place::Anywhere,
            Need::Rows(_) => Place::Rows,
            Need::Job(need) => match need {
                JobNeed::Reviewed => Place::Rows,
                JobNeed::Away
                | JobNeed::Open
                | JobNeed::Markable
                | JobNeed::Writable
                | JobNeed::Unpaired => Place::Anywhere,
                JobNeed::Table
                | JobNeed::Line
                | JobNeed::Pair
                | JobNeed::OwnPair
                | JobNeed::Text
                | JobNeed::AnyWork
                | JobNeed::Undo
                | JobNeed::Redo => Place::Table,
            },
        }
    }
}

pub(super) const fn always(act: fn(&mut Workbench, &Context)) -> Action {
    window(Need::Nothing, act)
}

pub(super) const fn window(need: Need, act: fn(&mut Workbench, &Context)) -> Action {
    let act = Act::Window(act);
    Action { need, act }
}

/// What the window does with the open pair.
pub(super) const fn pair(need: RowNeed, act: fn(&mut Workbench, &Context)) -> Action {
    window(Need::Rows(need), act)
}

pub(super) const fn rows(need: RowNeed, act: fn(&mut Review) -> Answer) -> Action {
    Action {
        need: Need::Rows(need),
        act: Act::Rows(act),
    }
}

/// What the window does with the open job.
pub(super) const fn job(need: JobNeed, act: fn(&mut Workbench, &Context)) -> Action {
    window(Need::Job(need), act)
}

pub(super) const fn table(act: fn(&mut JobTable, &JobSession)) -> Action {
    Action {
        need: Need::Job(JobNeed::Table),
        act: Act::Table(act),
    }
}
