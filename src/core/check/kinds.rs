//! The checks by name, and how much what they find matters.

/// The checks by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Check {
    /// Figures, dates, units and currencies that do not come through.
    Numbers,
    /// A name spelled in two ways, or as nobody would.
    Names,
    /// Terms that are not as the glossary has them.
    Terms,
    /// Words of the source left in the translation.
    Untranslated,
    /// Words copied with a wrong letter or figure.
    Miscopied,
    /// A denial that was lost or added.
    Negation,
    /// A clause that was left out, or a sentence that was added.
    Omitted,
    /// One of two opposites for the other, after for before.
    Opposites,
    /// Tags, placeholders and addresses that are not carried over.
    Markup,
    /// Punctuation and spacing that the other side gives no reason for.
    Marks,
    /// A sentence in another register than the rest.
    Register,
    /// A side far shorter or longer than usual.
    Length,
    /// One sentence translated in two ways.
    Repeats,
    /// What editing a sentence has brought in.
    Slips,
}

impl Check {
    /// All of them.
    pub const ALL: [Check; 14] = [
        Check::Numbers,
        Check::Names,
        Check::Terms,
        Check::Untranslated,
        Check::Miscopied,
        Check::Negation,
        Check::Omitted,
        Check::Opposites,
        Check::Markup,
        Check::Marks,
        Check::Register,
        Check::Length,
        Check::Repeats,
        Check::Slips,
    ];

    /// Its name on the command line and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Check::Numbers => "numbers",
            Check::Names => "names",
            Check::Terms => "terms",
            Check::Untranslated => "untranslated",
            Check::Miscopied => "miscopied",
            Check::Negation => "negation",
            Check::Omitted => "omitted",
            Check::Opposites => "opposites",
            Check::Markup => "markup",
            Check::Marks => "marks",
            Check::Register => "register",
            Check::Length => "length",
            Check::Repeats => "repeats",
            Check::Slips => "slips",
        }
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// A reader would be told something else, or software would break.
    Error,
    /// To look at; it may well be right.
    Note,
}

impl Level {
    /// Its name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Note => "note",
        }
    }
}

impl Check {
    /// How much what it finds matters.
    pub fn level(self) -> Level {
        match self {
            Check::Marks | Check::Register | Check::Repeats => Level::Note,
            Check::Numbers
            | Check::Names
            | Check::Terms
            | Check::Untranslated
            | Check::Miscopied
            | Check::Negation
            | Check::Omitted
            | Check::Opposites
            | Check::Markup
            | Check::Length
            | Check::Slips => Level::Error,
        }
    }

    /// The check called `name`.
    pub fn named(name: &str) -> Option<Check> {
        Check::ALL.into_iter().find(|check| check.as_str() == name)
    }
}
