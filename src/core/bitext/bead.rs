use super::{SegmentId, Waiver};
use crate::article::Lang;
use serde::{Deserialize, Serialize};

/// One row: the segments of one side that translate the segments of the other (Gale and Church 1993).
/// A side may be empty, not both; each side is in text order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bead {
    /// English segments, in reading order.
    pub en: Vec<SegmentId>,
    /// Korean segments, in reading order.
    pub ko: Vec<SegmentId>,
    /// The model's probability (0 to 1) that the bead is exactly right; 1 when a person made it.
    pub confidence: f32,
    /// How far its review is.
    pub state: State,
    /// What a person thinks of the translation.
    pub verdict: Option<Verdict>,
    /// A person's note; empty for none.
    pub note: String,
    /// Who made it.
    pub origin: Origin,
    /// A person wants to come back to it. Files of programs that know no bookmarks say nothing of them.
    #[serde(skip_serializing_if = "is_false")]
    pub bookmark: bool,
    /// What a person has found right in it although a check tells of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// What a person has said of a bead.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nobody has decided yet.
    #[default]
    Unreviewed,
    /// A person found it right.
    Accepted,
    /// A person wants to come back to it.
    Flagged,
}

/// What kind of translation a person found the bead to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The translation says the same, no more and no less.
    Exact,
    /// It says the same in other words.
    Free,
    /// It says a part of it.
    Partial,
    /// It is no translation.
    NotATranslation,
    /// It was left out on purpose.
    IntendedOmission,
}

/// Who made the bead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The aligner.
    #[default]
    Engine,
    /// A by-product of an edit beside it: neither the engine nor a person stands for it.
    Remainder,
    /// A person.
    Person,
}

impl Bead {
    /// The segments of a language.
    pub fn ids(&self, lang: Lang) -> &[SegmentId] {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }

    pub(crate) fn ids_mut(&mut self, lang: Lang) -> &mut Vec<SegmentId> {
        match lang {
            Lang::En => &mut self.en,
            Lang::Ko => &mut self.ko,
        }
    }

    /// Whether it holds no segment at all.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.ko.is_empty()
    }

    /// Whether re-alignment must keep it: accepted, or made by a person.
    pub fn is_pinned(&self) -> bool {
        self.state == State::Accepted || self.origin == Origin::Person
    }

    /// Whether it holds one of `ids`, which are in order.
    pub(super) fn has_any(&self, lang: Lang, ids: &[SegmentId]) -> bool {
        self.ids(lang)
            .iter()
            .any(|id| ids.binary_search(id).is_ok())
    }

    /// Gives up `ids`, which are in order, as far as it holds them.
    pub(super) fn remove(&mut self, lang: Lang, ids: &[SegmentId]) {
        if self.has_any(lang, ids) {
            self.ids_mut(lang)
                .retain(|id| ids.binary_search(id).is_err());
            self.become_remainder();
        }
    }

    /// A person made it: it is right by definition, but not yet reviewed.
    pub(super) fn become_made(&mut self) {
        self.confidence = 1.0;
        self.origin = Origin::Person;
        self.verdict = None;
        self.become_unreviewed();
    }

    /// It lost or got sentences beside an edit: what was said of it no longer holds.
    pub(super) fn become_remainder(&mut self) {
        self.confidence = 0.0;
        self.origin = Origin::Remainder;
        self.verdict = None;
        self.become_unreviewed();
    }

    /// It is not as it was accepted. A flag stays, as a note does, until a person takes it away.
    pub(super) fn become_unreviewed(&mut self) {
        if self.state == State::Accepted {
            self.state = State::Unreviewed;
        }
    }

    /// Adds the note, the flag, the bookmark and the waivers of a bead that is no more.
    pub(super) fn take_remarks(&mut self, gone: &Bead) {
        if !self.note.is_empty() && !gone.note.is_empty() {
            self.note.push_str(" / ");
        }
        self.note.push_str(&gone.note);
        if gone.state == State::Flagged {
            self.state = State::Flagged;
        }
        self.bookmark |= gone.bookmark;
        let new = gone.waivers.iter();
        let new = new.filter(|waiver| !self.waivers.contains(waiver));
        let new: Vec<Waiver> = new.cloned().collect();
        self.waivers.extend(new);
    }

    /// Its type as the field writes it, English first: `1-1`, `2-1`, `1-0`.
    pub fn shape(&self) -> String {
        format!("{}-{}", self.en.len(), self.ko.len())
    }
}

impl Origin {
    /// All of them.
    pub const ALL: [Origin; 3] = [Origin::Engine, Origin::Remainder, Origin::Person];

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Origin::Engine => "engine",
            Origin::Remainder => "remainder",
            Origin::Person => "person",
        }
    }

    /// The origin that files call `name`.
    pub fn named(name: &str) -> Option<Origin> {
        Origin::ALL
            .into_iter()
            .find(|origin| origin.as_str() == name)
    }
}

impl State {
    /// All of them.
    pub const ALL: [State; 3] = [State::Unreviewed, State::Accepted, State::Flagged];

    /// The state that files call `name`.
    pub fn named(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Unreviewed => "unreviewed",
            State::Accepted => "accepted",
            State::Flagged => "flagged",
        }
    }
}

impl Verdict {
    /// The verdict that files call `name`.
    pub fn named(name: &str) -> Option<Verdict> {
        Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.as_str() == name)
    }

    /// All of them.
    pub const ALL: [Verdict; 5] = [
        Verdict::Exact,
        Verdict::Free,
        Verdict::Partial,
        Verdict::NotATranslation,
        Verdict::IntendedOmission,
    ];

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Exact => "exact",
            Verdict::Free => "free",
            Verdict::Partial => "partial",
            Verdict::NotATranslation => "not-a-translation",
            Verdict::IntendedOmission => "intended-omission",
        }
    }
}
