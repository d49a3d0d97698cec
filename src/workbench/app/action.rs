//! What each command does: the functions in the table of the commands, by what they are done to.

use super::Workbench;
use crate::command::{Command, Need, commands};
use crate::job::JobTable;
use crate::review::{Answer, Review};
use Act::{Rows, Table, Window};
use egui::Context;
use jjak_core::bitext::Verdict;
use jjak_review::job::JobSession;

#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
    Window(fn(&mut Workbench, &Context)),
    /// The rows of the open pair. A sentence that is being edited is kept before.
    Rows(fn(&mut Review) -> Answer),
    /// The table of the job.
    Table(fn(&mut JobTable, &JobSession)),
}

/// Takes from the rows of the table what is done.
macro_rules! acts {
    ($($name:ident $group:ident $heard:ident [$($key:expr),*] {$($need:expr => $act:expr),+}
        $en:literal $ko:literal $help_en:literal $help_ko:literal;)*) => {
        /// What `command` does, one for each of its needs.
        fn acts(command: Command) -> &'static [Act] {
            match command { $(Command::$name => const { &[$($act),+] }),* }
        }
    };
}
commands!(acts);

/// What `command` does with what it needs for that: the first of these that can be done now.
pub(super) fn actions(command: Command) -> impl Iterator<Item = (Need, Act)> {
    command
        .needs()
        .iter()
        .copied()
        .zip(acts(command).iter().copied())
}

/// Does `command` to the rows of a pair as the window does, if it is one of theirs; what is another's is handed on.
pub fn run_in_rows(review: &mut Review, command: Command) -> Answer {
    let mut why = None;
    for action in actions(command) {
        let (Need::Rows(need), Act::Rows(act)) = action else {
            continue;
        };
        match review.lacks(need) {
            None => return review.act(command, act),
            lacking => why = why.or(lacking),
        }
    }
    why.map_or(Answer::Run(command), Answer::Says)
}
