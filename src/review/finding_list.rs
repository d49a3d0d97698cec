//! What the checks say of a whole work as a list, with what would set each right and what people have found right.

use super::session::Session;
use jjak_core::bitext::{Operation, RowIndex, RowRange, Waiver};
use jjak_core::check::{Check, Finding, Rewording, fix};

/// A finding with its row, and the sentences as they would be with it set right; none where only a person can tell how.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub row: RowIndex,
    pub finding: Finding,
    pub fix: Vec<Rewording>,
}

/// The findings of a work, in the order of its rows.
#[derive(Default)]
pub struct FindingList {
    of: Option<(u64, u64)>,
    told: Vec<Told>,
    waived: Vec<(RowIndex, Waiver)>,
    counts: Vec<(Check, usize)>,
}

impl FindingList {
    /// Whether it is of the work as it is now and of all that was read of it so far.
    pub fn is_fresh(&self, session: &Session) -> bool {
        self.of == Some(state(session))
    }

    /// Gathers the list anew.
    pub fn refresh(&mut self, session: &Session) {
        let bitext = session.bitext();
        let rows = bitext.beads.rows();
        self.told = rows.each().flat_map(|row| of_row(session, row)).collect();
        let beads = bitext.beads.numbered();
        let waived = beads.flat_map(|(row, bead)| bead.waivers.iter().map(move |one| (row, one)));
        self.waived = waived.map(|(row, one)| (row, one.clone())).collect();
        let count = |check: Check| {
            let told = self.told.iter();
            told.filter(|told| told.finding.check() == check).count()
        };
        let counted = Check::ALL.into_iter().map(|check| (check, count(check)));
        self.counts = counted.filter(|(_, count)| *count > 0).collect();
        self.of = Some(state(session));
    }

    /// All of them.
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    /// What people have found right, with the row that keeps it.
    pub fn waived(&self) -> &[(RowIndex, Waiver)] {
        &self.waived
    }

    /// The checks that found something, each with how often.
    pub fn counts(&self) -> &[(Check, usize)] {
        &self.counts
    }
}

fn state(session: &Session) -> (u64, u64) {
    (session.revision(), session.findings().revision())
}

/// What the checks say of a row.
pub fn of_row(session: &Session, row: RowIndex) -> Vec<Told> {
    let found = session.findings().of_row(row);
    let told = found.map(|finding| Told {
        row,
        finding: finding.clone(),
        fix: fix(session.bitext(), row, finding),
    });
    told.collect()
}

/// Whether two findings are of one kind: of the same check and the same word or slip, where they are about one.
pub fn are_alike(one: &Finding, other: &Finding) -> bool {
    let is_same_kind = match (one, other) {
        (Finding::Name { name: a, .. }, Finding::Name { name: b, .. })
        | (Finding::OtherName { name: a, .. }, Finding::OtherName { name: b, .. }) => a == b,
        (Finding::Mark { slip: a, .. }, Finding::Mark { slip: b, .. })
        | (Finding::Slip { slip: a, .. }, Finding::Slip { slip: b, .. }) => {
            std::mem::discriminant(a) == std::mem::discriminant(b)
        }
        _ => true,
    };
    one.check() == other.check() && one.subject() == other.subject() && is_same_kind
}

/// What sets right all of a list that are like `finding`, as one step; `None` if that changes nothing.
pub fn fix_alike<'a>(told: impl Iterator<Item = &'a Told>, finding: &Finding) -> Option<Operation> {
    let alike = told.filter(|told| are_alike(&told.finding, finding));
    fix_all(alike)
}

/// What sets right all of these, as one step; `None` if that changes nothing. Of two that change one sentence the first
/// counts.
pub fn fix_all<'a>(told: impl Iterator<Item = &'a Told>) -> Option<Operation> {
    let texts: Vec<Rewording> = told.flat_map(|told| told.fix.iter().cloned()).collect();
    (!texts.is_empty()).then_some(Operation::SetTexts { texts })
}

/// Has a finding told no more: in its row, or nothing of its word in any row.
pub fn waive(told: &Told, everywhere: bool) -> Operation {
    let waiver = if everywhere {
        told.finding.waiver_everywhere()
    } else {
        told.finding.waiver()
    };
    Operation::Waive {
        rows: vec![told.row],
        waivers: vec![waiver],
    }
}

/// What was found right as the list that `jjak check --ignore` takes; a waiver of one row counts for all there.
pub fn as_lines(waived: &[(RowIndex, Waiver)]) -> String {
    let mut lines: Vec<String> = waived
        .iter()
        .map(|(_, waiver)| waiver.to_string())
        .collect();
    lines.sort();
    lines.dedup();
    lines.into_iter().map(|line| line + "\n").collect()
}
