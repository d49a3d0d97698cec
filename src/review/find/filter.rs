//! Which rows are looked through.

use crate::progress::{EditedSentences, is_edited};
use crate::session::Session;
use crate::texts::{self, Locale, Text};
use jjak_core::bitext::{RowIndex, RowRange, State, Verdict};

/// A kind of row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    Any,
    NeedsEyes,
    State(State),
    Verdict(Verdict),
    OneSided,
    /// Of several sentences on a side.
    Many,
    Crossing,
    Edited,
    Noted,
    Bookmarked,
    /// With a finding of any check.
    Found,
    /// Of this confidence in percent, the upper end left out but for 100.
    Confidence(u8, u8),
    /// Of so many English and Korean sentences.
    Shape(usize, usize),
    /// Of none of the shapes above, nor one-sided.
    OtherShape,
}

impl Filter {
    pub const ALL: [Filter; 26] = [
        Filter::Any,
        Filter::NeedsEyes,
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
        Filter::Bookmarked,
        Filter::Found,
        Filter::Confidence(0, 50),
        Filter::Confidence(50, 80),
        Filter::Confidence(80, 95),
        Filter::Confidence(95, 100),
        Filter::Shape(1, 1),
        Filter::Shape(1, 2),
        Filter::Shape(2, 1),
        Filter::Shape(2, 2),
        Filter::OtherShape,
    ];

    pub fn label(self, locale: Locale) -> String {
        let text = match self {
            Filter::Confidence(from, to) => {
                return locale.fill(Text::RowsConfidence, &[&from, &to]);
            }
            Filter::Shape(en, ko) => {
                return locale.fill(Text::RowsShape, &[&format!("{en}-{ko}")]);
            }
            Filter::Any => Text::RowsAll.in_(locale),
            Filter::NeedsEyes => Text::RowsNeedingEyes.in_(locale),
            Filter::State(state) => texts::state(state, locale),
            Filter::Verdict(verdict) => texts::verdict(verdict, locale),
            Filter::OneSided => Text::RowsOneSided.in_(locale),
            Filter::Many => Text::RowsMany.in_(locale),
            Filter::Crossing => Text::Crossing.in_(locale),
            Filter::Edited => Text::RowsEdited.in_(locale),
            Filter::Noted => Text::RowsNoted.in_(locale),
            Filter::Bookmarked => Text::RowsBookmarked.in_(locale),
            Filter::Found => Text::RowsFound.in_(locale),
            Filter::OtherShape => Text::RowsOtherShape.in_(locale),
        };
        texts::capital(text)
    }

    /// How many rows are of this kind.
    pub fn count(self, session: &Session) -> usize {
        let beads = &session.bitext().beads;
        match self {
            Filter::Any => beads.len(),
            Filter::Edited => {
                let edited = EditedSentences::of(session.bitext());
                beads.iter().filter(|bead| edited.are_in(bead)).count()
            }
            kind => {
                let rows = beads.rows();
                rows.each().filter(|&row| kind.holds(session, row)).count()
            }
        }
    }

    /// Whether `row` is of this kind.
    pub fn holds(self, session: &Session, row: RowIndex) -> bool {
        let bitext = session.bitext();
        let Some(bead) = bitext.beads.get(row) else {
            return false;
        };
        match self {
            Filter::Any => true,
            Filter::NeedsEyes => session.needs_eyes(row),
            Filter::State(state) => bead.state == state,
            Filter::Verdict(verdict) => bead.verdict == Some(verdict),
            Filter::OneSided => bead.en.is_empty() || bead.ko.is_empty(),
            Filter::Many => bead.en.len() > 1 || bead.ko.len() > 1,
            Filter::Crossing => session.is_crossing(row),
            Filter::Edited => is_edited(bitext, bead),
            Filter::Noted => !bead.note.is_empty(),
            Filter::Bookmarked => bead.bookmark,
            Filter::Found => session.findings().has(row),
            Filter::Confidence(from, to) => {
                let percent = bead.confidence * 100.0;
                percent >= f32::from(from) && (percent < f32::from(to) || to == 100)
            }
            Filter::Shape(en, ko) => (bead.en.len(), bead.ko.len()) == (en, ko),
            Filter::OtherShape => {
                let known = |filter: &Filter| {
                    matches!(filter, Filter::Shape(..)) && filter.holds(session, row)
                };
                !Filter::OneSided.holds(session, row) && !Filter::ALL.iter().any(known)
            }
        }
    }
}
