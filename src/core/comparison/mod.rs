//! Two people's works on one pair of texts beside each other: which rows differ and in what, how far the two agree, and
//! what takes the other's rows over.

mod agreement;
mod counterparts;
mod groups;

pub use agreement::{Agreement, Kappa};

use crate::article::{Lang, PerLang, one_line};
use crate::bitext::{Bead, Bitext, Operation, RowIndex, Side, State};
use crate::segment::Segment;
use counterparts::Counterparts;

/// In what rows of two works differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Sentences are paired otherwise, or only one of the works has them.
    pub pairing: bool,
    /// Sentences begin or end elsewhere.
    pub cutting: bool,
    /// Somebody wrote a sentence anew.
    pub text: bool,
    /// How far the review is.
    pub state: bool,
    /// What a person thinks of the translation.
    pub verdict: bool,
    /// What a person noted.
    pub note: bool,
}

impl Differences {
    /// Whether there is any.
    pub fn any(self) -> bool {
        self != Differences::default()
    }
}

/// The least rows of both works that hold the same sentences; a side may be empty, not both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Rows of the one.
    pub mine: Vec<RowIndex>,
    /// Rows of the other.
    pub theirs: Vec<RowIndex>,
    /// In what they differ.
    pub differences: Differences,
}

/// Two works compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The rows that differ, in the order of the one's rows.
    pub groups: Vec<Group>,
    /// How far the two agree.
    pub agreement: Agreement,
    counterparts: Counterparts,
}

impl Comparison {
    /// Compares two works of one pair. Sentences are found by where they stand if both are of the same texts, else, as in
    /// a table that came back, by what they say and whose counterparts they are.
    pub fn of(mine: &Bitext, theirs: &Bitext) -> Comparison {
        let counterparts = Counterparts::of(mine, theirs);
        let all = groups::of(mine, theirs, &counterparts);
        let agreement = Agreement::of(mine, theirs, &all);
        let groups = all.into_iter().filter(|group| group.differences.any());
        Comparison {
            groups: groups.collect(),
            agreement,
            counterparts,
        }
    }

    /// What puts the other's rows of a group in the place of one's own, as one step; `None` where that cannot be: only one
    /// of the works has them, or the texts are others and cut otherwise.
    pub fn take(&self, mine: &Bitext, theirs: &Bitext, group: &Group) -> Option<Operation> {
        if group.mine.is_empty() || group.theirs.is_empty() {
            return None;
        }
        let their_beads = || group.theirs.iter().filter_map(|&row| theirs.beads.get(row));
        let mut beads = Vec::new();
        for bead in their_beads() {
            let mut bead = bead.clone();
            for lang in Lang::BOTH {
                let ids = bead.ids(lang).iter();
                let ids: Option<Vec<_>> = ids
                    .map(|&id| self.counterparts.id(mine, theirs, lang, id))
                    .collect();
                let mut ids = ids?;
                ids.sort_unstable();
                *bead.ids_mut(lang) = ids;
            }
            beads.push(bead);
        }
        let is_same_rows = !group.differences.pairing && !group.differences.cutting;
        if let ([bead], true) = (&mut beads[..], is_same_rows)
            && let Some(own) = group.mine.first().and_then(|&row| mine.beads.get(row))
        {
            bead.confidence = own.confidence;
            bead.origin = own.origin;
            bead.bookmark |= own.bookmark;
            let both = own.waivers.iter().chain(&bead.waivers);
            bead.waivers = both.cloned().collect();
            bead.waivers.dedup();
        }
        let mut sides = PerLang([Vec::new(), Vec::new()]);
        for lang in Lang::BOTH {
            let ids = their_beads().flat_map(|bead| bead.ids(lang));
            let segments: Option<Vec<Segment>> = ids
                .map(|&id| self.counterparts.segment(mine, theirs, lang, id))
                .collect();
            sides[lang] = segments?;
        }
        let PerLang([en, ko]) = sides;
        Some(Operation::Adopt {
            rows: group.mine.clone(),
            en,
            ko,
            beads,
        })
    }

    /// What keeps one's own rows of a group, flagged and with what the other has in the note, as one step; `None` where
    /// there is no row of one's own. `who` is what the note calls the other.
    pub fn keep_both(
        &self,
        mine: &Bitext,
        theirs: &Bitext,
        group: &Group,
        who: &str,
    ) -> Option<Operation> {
        let mut beads: Vec<Bead> = group
            .mine
            .iter()
            .filter_map(|&row| mine.beads.get(row).cloned())
            .collect();
        let told = told(theirs, group);
        let note = format!("{who}: {told}");
        for bead in &mut beads {
            bead.state = State::Flagged;
        }
        let first = beads.first_mut()?;
        if !first.note.contains(&note) {
            first.note = if first.note.is_empty() {
                note
            } else {
                format!("{} / {note}", first.note)
            };
        }
        let segments = |lang: Lang| -> Vec<Segment> {
            let side = mine.side(lang);
            let ids = beads.iter().flat_map(|bead| bead.ids(lang));
            ids.filter_map(|&id| side.segment(id).cloned()).collect()
        };
        let (en, ko) = (segments(Lang::En), segments(Lang::Ko));
        Some(Operation::Adopt {
            rows: group.mine.clone(),
            en,
            ko,
            beads,
        })
    }
}

/// What the other's rows of a group say, on one line.
fn told(theirs: &Bitext, group: &Group) -> String {
    let rows = group.theirs.iter().filter_map(|&row| {
        let bead = theirs.beads.get(row)?;
        let text = |lang| {
            let texts: Vec<_> = theirs.texts(row, lang).collect();
            texts.join(" ")
        };
        let mut told = format!("{} = {}", text(Lang::En), text(Lang::Ko));
        if bead.state != State::Unreviewed {
            told.push_str(&format!(" [{}]", bead.state.as_str()));
        }
        if let Some(verdict) = bead.verdict {
            told.push_str(&format!(" [{}]", verdict.as_str()));
        }
        if !bead.note.is_empty() {
            told.push_str(&format!(" ({})", one_line(&bead.note)));
        }
        Some(told)
    });
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() {
        "-".to_owned()
    } else {
        rows.join(" | ")
    }
}

/// Whether two sentences say the same, whatever their white space.
fn say_the_same(mine: &Side, one: &Segment, theirs: &Side, other: &Segment) -> bool {
    let (one, other) = (mine.text_of(one), theirs.text_of(other));
    one.split_whitespace().eq(other.split_whitespace())
}
