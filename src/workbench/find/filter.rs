//! Which rows are looked through.

use crate::article::Lang;
use crate::bitext::{State, Verdict};
use crate::workbench::session::Session;
use crate::workbench::texts::{self, Text, Tongue};

/// A kind of row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    Any,
    NeedsEyes,
    /// The model is less sure of it than of a toss of a coin.
    Doubtful,
    State(State),
    Verdict(Verdict),
    OneSided,
    /// Of several sentences on a side.
    Many,
    Crossing,
    Edited,
    Noted,
}

impl Filter {
    pub const ALL: [Filter; 16] = [
        Filter::Any,
        Filter::NeedsEyes,
        Filter::Doubtful,
        Filter::State(State::Unreviewed),
        Filter::State(State::Accepted),
        Filter::State(State::Flagged),
        Filter::Verdict(Verdict::Exact),
        Filter::Verdict(Verdict::Free),
        Filter::Verdict(Verdict::Partial),
        Filter::Verdict(Verdict::NotATranslation),
        Filter::Verdict(Verdict::IntendedOmission),
        Filter::OneSided,
        Filter::Many,
        Filter::Crossing,
        Filter::Edited,
        Filter::Noted,
    ];

    pub fn label(self, tongue: Tongue) -> &'static str {
        match self {
            Filter::Any => Text::RowsAll.in_(tongue),
            Filter::NeedsEyes => Text::RowsNeedingEyes.in_(tongue),
            Filter::Doubtful => Text::RowsDoubtful.in_(tongue),
            Filter::State(state) => texts::state(state, tongue),
            Filter::Verdict(verdict) => texts::verdict(verdict, tongue),
            Filter::OneSided => Text::RowsOneSided.in_(tongue),
            Filter::Many => Text::RowsMany.in_(tongue),
            Filter::Crossing => Text::Crossing.in_(tongue),
            Filter::Edited => Text::RowsEdited.in_(tongue),
            Filter::Noted => Text::RowsNoted.in_(tongue),
        }
    }

    /// Whether `row` is of this kind.
    pub fn holds(self, session: &Session, row: usize) -> bool {
        let bitext = session.bitext();
        let bead = &bitext.beads[row];
        match self {
            Filter::Any => true,
            Filter::NeedsEyes => session.needs_eyes(row),
            Filter::Doubtful => bead.confidence < 0.5,
            Filter::State(state) => bead.state == state,
            Filter::Verdict(verdict) => bead.verdict == Some(verdict),
            Filter::OneSided => bead.en.is_empty() || bead.ko.is_empty(),
            Filter::Many => bead.en.len() > 1 || bead.ko.len() > 1,
            Filter::Crossing => session.is_crossing(row),
            Filter::Edited => Lang::BOTH.into_iter().any(|lang| {
                let side = bitext.side(lang);
                let mut segments = bead.ids(lang).iter().filter_map(|&id| side.segment(id));
                segments.any(|segment| segment.edited.is_some())
            }),
            Filter::Noted => !bead.note.is_empty(),
        }
    }
}
