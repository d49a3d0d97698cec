//! When rows were accepted: hour by hour, from the times of the journal, kept when the journal is folded.

use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use jjak_core::bitext::Edit;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Accepted rows by the hour, less those that were taken back in it. When a thing was done makes no other work of it: all
/// diaries are equal.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Diary(BTreeMap<Timestamp, i64>);

impl PartialEq for Diary {
    fn eq(&self, _: &Diary) -> bool {
        true
    }
}

impl Eq for Diary {}

impl Diary {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes that `edit` was made at that time.
    pub fn note(&mut self, edit: &Edit, at: Timestamp) {
        let accepted = edit.accepted();
        if accepted == 0 {
            return;
        }
        // Whole hours, so that every time zone finds its days in it but for those that are off by a part of one.
        let whole = TimestampRound::new()
            .smallest(Unit::Hour)
            .mode(RoundMode::Floor);
        let hour = at.round(whole);
        *self.0.entry(hour.unwrap_or(at)).or_default() += accepted;
    }

    /// The hours in order, each with its rows.
    pub fn hours(&self) -> impl Iterator<Item = (Timestamp, i64)> + '_ {
        self.0.iter().map(|(hour, rows)| (*hour, *rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jjak_core::bitext::{Bead, Change, State};

    #[test]
    fn rows_are_counted_in_their_hour_and_taken_back_in_theirs() {
        let bead = |state| Bead {
            en: vec![jjak_core::bitext::SegmentId(0)],
            state,
            ..Bead::default()
        };
        let edit = Edit {
            changes: vec![Change::Beads {
                at: jjak_core::bitext::RowIndex(0),
                removed: vec![bead(State::Unreviewed); 3],
                inserted: vec![bead(State::Accepted); 3],
            }],
        };
        let at = |time: &str| time.parse::<Timestamp>().unwrap();
        let mut diary = Diary::default();
        diary.note(&edit, at("2026-11-30T13:05:00Z"));
        diary.note(&edit, at("2026-11-30T13:59:59.9Z"));
        diary.note(&edit.inverse(), at("2026-12-01T00:00:00Z"));
        let expected = [
            (at("2026-11-30T13:00:00Z"), 6),
            (at("2026-12-01T00:00:00Z"), -3),
        ];
        assert_eq!(diary.hours().collect::<Vec<_>>(), expected);
        let line = serde_json::to_string(&diary).unwrap();
        let read: Diary = serde_json::from_str(&line).unwrap();
        assert_eq!(read.hours().collect::<Vec<_>>(), expected);
    }
}
