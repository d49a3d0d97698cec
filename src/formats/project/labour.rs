//! What a person has done in a project, counted.

use super::Project;
use jjak_core::article::Lang;
use jjak_core::bitext::{Origin, State};
use std::fmt;

/// What would be lost with a project: rows, but of edited sentences and undo steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Labour {
    pub accepted: usize,
    pub flagged: usize,
    /// Rows that a person put together.
    pub made: usize,
    /// Rows with a verdict, a note or a bookmark.
    pub noted: usize,
    /// Sentences that a person wrote anew.
    pub edited: usize,
    /// Edits to undo or to redo.
    pub steps: usize,
}

impl Labour {
    pub fn is_none(&self) -> bool {
        *self == Labour::default()
    }
}

impl fmt::Display for Labour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.accepted, ["accepted row", "accepted rows"]),
            (self.flagged, ["flagged row", "flagged rows"]),
            (self.made, ["row made by hand", "rows made by hand"]),
            (
                self.noted,
                ["row with a note or the like", "rows with notes or the like"],
            ),
            (self.edited, ["edited sentence", "edited sentences"]),
            (self.steps, ["step to undo", "steps to undo"]),
        ];
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts
            .map(|(count, [one, many])| match count {
                1 => format!("1 {one}"),
                _ => format!("{count} {many}"),
            })
            .collect();
        f.write_str(&counts.join(", "))
    }
}

impl Project {
    /// What a person has done in it.
    pub fn labour(&self) -> Labour {
        let mut labour = Labour {
            steps: self.history.past().len() + self.history.undone().len(),
            ..Labour::default()
        };
        for bead in &self.bitext.beads {
            labour.accepted += usize::from(bead.state == State::Accepted);
            labour.flagged += usize::from(bead.state == State::Flagged);
            labour.made += usize::from(bead.origin == Origin::Person);
            let noted = bead.verdict.is_some() || !bead.note.is_empty() || bead.bookmark;
            labour.noted += usize::from(noted);
        }
        for lang in Lang::BOTH {
            let segments = self.bitext.side(lang).segments.iter();
            labour.edited += segments.filter(|segment| segment.edited.is_some()).count();
        }
        labour
    }
}
