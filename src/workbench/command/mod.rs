//! The commands: everything a person can ask for, named once. Keys, menus, palette, settings and the sheet of keys read
//! one table; what a command does stands in it, too, and is done by `app`.

mod need;
mod table;

pub use need::{JobNeed, Need, RowNeed};
pub(crate) use table::commands;

use super::chord::{Chord, bare, ctrl, ctrl_shift, shift};
use super::texts::Locale;
use egui::Key;
use jjak_core::bitext::Verdict;
use need::Need::{Job, Nothing, PairBehind, Rows};

/// Takes from the rows of the table all but what is done.
macro_rules! names {
    ($($name:ident $group:ident $heard:ident [$($key:expr),*] {$($need:expr => $act:expr),+}
        $en:literal $ko:literal $help_en:literal $help_ko:literal;)*) => {
        /// Everything a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $($name),* }

        impl Command {
            pub const ALL: &[Command] = &[$(Command::$name),*];

            pub fn group(self) -> Group {
                match self { $(Command::$name => Group::$group),* }
            }

            pub fn heard(self) -> Heard {
                match self { $(Command::$name => Heard::$heard),* }
            }

            /// What the settings call it.
            pub fn name(self) -> &'static str {
                match self { $(Command::$name => stringify!($name)),* }
            }

            /// The built-in chords; what the person changed of them, the keymap knows.
            pub fn keys(self) -> &'static [Chord] {
                match self { $(Command::$name => const { &[$($key),*] }),* }
            }

            /// What each thing that it does needs; it does the first for which that is there.
            pub fn needs(self) -> &'static [Need] {
                match self { $(Command::$name => const { &[$($need),+] }),* }
            }

            pub fn label(self, locale: Locale) -> &'static str {
                match self { $(Command::$name => locale.pick($en, $ko)),* }
            }

            pub fn help(self, locale: Locale) -> &'static str {
                match self { $(Command::$name => locale.pick($help_en, $help_ko)),* }
            }
        }
    };
}
commands!(names);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    File,
    Edit,
    Review,
    Repair,
    Go,
    Job,
    View,
}

impl Group {
    pub const ALL: [Group; 7] = [
        Group::File,
        Group::Edit,
        Group::Review,
        Group::Repair,
        Group::Go,
        Group::Job,
        Group::View,
    ];

    pub fn label(self, locale: Locale) -> &'static str {
        let (en, ko) = match self {
            Group::File => ("File", "파일"),
            Group::Edit => ("Edit", "편집"),
            Group::Review => ("Review", "검토"),
            Group::Repair => ("Repair", "짝 고치기"),
            Group::Go => ("Go", "이동"),
            Group::Job => ("Job", "작업 모음"),
            Group::View => ("View", "보기"),
        };
        locale.pick(en, ko)
    }
}

/// Who must have the keyboard for a command's keys to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Heard {
    /// The grid, or the table of a job.
    InGrid,
    /// A field or a panel, too, as long as the key types nothing.
    Anywhere,
}

/// The screens on which a command means something. One chord may ask for one thing in the rows of a pair and for another
/// in the table of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandPlace {
    Anywhere,
    Rows,
    Table,
}

impl CommandPlace {
    /// Whether there is a screen on which both are meant.
    pub fn meets(self, other: CommandPlace) -> bool {
        self == other || self == CommandPlace::Anywhere || other == CommandPlace::Anywhere
    }
}

impl Command {
    pub fn place(self) -> CommandPlace {
        let places = self.needs().iter().map(|need| need.place());
        let joined = places.reduce(|one, other| {
            if one == other {
                one
            } else {
                CommandPlace::Anywhere
            }
        });
        joined.unwrap_or(CommandPlace::Anywhere)
    }

    /// What it needs of the rows of a pair, if it does anything to them.
    pub fn needs_of_rows(self) -> impl Iterator<Item = RowNeed> {
        self.needs().iter().filter_map(|need| match need {
            Need::Rows(need) => Some(*need),
            Need::Nothing | Need::PairBehind | Need::Job(_) => None,
        })
    }
}

/// The commands that judge a pair.
pub const VERDICTS: [(Command, Verdict); 5] = [
    (Command::VerdictExact, Verdict::Exact),
    (Command::VerdictFree, Verdict::Free),
    (Command::VerdictPartial, Verdict::Partial),
    (Command::VerdictNot, Verdict::NotATranslation),
    (Command::VerdictOmission, Verdict::IntendedOmission),
];
