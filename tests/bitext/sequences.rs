//! The invariants, whatever a person does and in whatever order.

use crate::random::{bitext, steps};
use jjak::article::Lang;
use jjak::bitext::{Bead, Bitext, Change, Edit, History, Operation, RowIndex, RowRange, SegmentId};
use jjak::evidence::lexicon::Lexicon;
use jjak::progress::Progress;
use proptest::prelude::*;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

fn totals(bitext: &Bitext) -> (usize, usize) {
    let count = bitext.check().expect("nothing is lost");
    assert_eq!(count.en.accounted(), count.en.total);
    assert_eq!(count.ko.accounted(), count.ko.total);
    (count.en.total, count.ko.total)
}

/// Every single note, also those that a merge joined.
fn notes(bitext: &Bitext) -> Vec<String> {
    let mut notes: Vec<String> = bitext
        .beads
        .iter()
        .flat_map(|bead| bead.note.split(" / "))
        .filter(|note| !note.is_empty())
        .map(str::to_owned)
        .collect();
    notes.sort_unstable();
    notes
}

fn may_drop_notes(operation: &Operation) -> bool {
    matches!(
        operation,
        Operation::SetNote { .. }
            | Operation::Exclude { .. }
            | Operation::ExcludeAll { .. }
            | Operation::Realign { .. }
    )
}

/// The rows that a tail moving from or to `row` must leave as they are.
fn out_of_the_tails_way(bitext: &Bitext, row: RowIndex) -> Vec<Bead> {
    let rows = bitext.beads.rows().each();
    rows.filter(|&at| at != row && at.below() != row && bitext.is_fixed(at))
        .map(|at| bitext.beads[at].clone())
        .collect()
}

fn column(bitext: &Bitext, lang: Lang) -> Vec<SegmentId> {
    let ids = bitext.beads.iter().flat_map(|bead| bead.ids(lang));
    ids.copied().collect()
}

fn through_json(edit: &Edit) -> Edit {
    let line = serde_json::to_string(edit).expect("an edit is plain data");
    serde_json::from_str(&line).expect("and reads back")
}

/// Breaks an edit in one of many ways, as a fault in a program would.
fn harmed(edit: &mut Edit, (kind, a, b): (u8, usize, usize)) {
    if edit.changes.is_empty() {
        return;
    }
    let at = a % edit.changes.len();
    match (kind, &mut edit.changes[at]) {
        (0, _) => drop(edit.changes.remove(at)),
        (1, Change::Beads { inserted, .. }) if !inserted.is_empty() => {
            inserted.remove(b % inserted.len());
        }
        (2, Change::Beads { inserted, .. }) if !inserted.is_empty() => {
            let again = inserted[b % inserted.len()].clone();
            inserted.push(again);
        }
        (3, Change::Beads { inserted, .. }) if !inserted.is_empty() => {
            let nth = b % inserted.len();
            let bead = &mut inserted[nth];
            match b % 3 {
                0 => bead.en.clear(),
                1 => bead.ko.push(SegmentId(b)),
                _ => bead.en.reverse(),
            }
        }
        (4, Change::Beads { inserted, .. }) => inserted.reverse(),
        (5, Change::Segments { inserted, .. }) if !inserted.is_empty() => {
            let nth = b % inserted.len();
            let segment = &mut inserted[nth];
            match b % 4 {
                0 => segment.span.start += 1,
                1 => segment.span.end += 1,
                2 => segment.marker = Some(b..b + 1),
                _ => segment.span.end = segment.span.start + 1,
            }
        }
        (6, Change::Segments { inserted, .. }) if !inserted.is_empty() => {
            inserted.remove(b % inserted.len());
        }
        (7, Change::Block { from, to, .. }) => std::mem::swap(from, to),
        (8, Change::Segments { inserted, .. }) => inserted.reverse(),
        _ => {}
    }
}

/// The bitext after all changes of `edit`, if they fit.
fn made(bitext: &Bitext, edit: &Edit) -> Option<Bitext> {
    fn replaced<T: Clone + PartialEq>(
        list: &mut Vec<T>,
        at: usize,
        removed: &[T],
        inserted: &[T],
    ) -> Option<()> {
        let range = at..at + removed.len();
        (list.get(range.clone())? == removed)
            .then(|| drop(list.splice(range, inserted.iter().cloned())))
    }
    let mut after = bitext.clone();
    for change in &edit.changes {
        match change {
            Change::Beads {
                at,
                removed,
                inserted,
            } => replaced(after.beads.as_vec_mut(), at.0, removed, inserted)?,
            Change::Segments {
                lang,
                at,
                removed,
                inserted,
            } => {
                let side = match lang {
                    Lang::En => &mut after.en,
                    Lang::Ko => &mut after.ko,
                };
                replaced(&mut side.segments, *at, removed, inserted)?;
            }
            Change::Block {
                lang,
                block,
                from,
                to,
            } => {
                let side = match lang {
                    Lang::En => &mut after.en,
                    Lang::Ko => &mut after.ko,
                };
                let block = side.article.blocks.get_mut(*block)?;
                if block.excluded != *from {
                    return None;
                }
                block.excluded.clone_from(to);
            }
        }
    }
    Some(after)
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn any_sequence_keeps_the_invariants_and_can_be_undone(
        first in bitext(),
        steps in steps(60),
    ) {
        let total = totals(&first);
        let mut bitext = first.clone();
        let mut history = History::default();
        let mut journal = Vec::new();
        for step in &steps {
            let Some(operation) = step.operation(&bitext) else {
                let done = if step.undoes() { history.undo(&mut bitext) } else { history.redo(&mut bitext) };
                journal.extend(done.as_ref().map(through_json));
                prop_assert_eq!(totals(&bitext), total);
                continue;
            };
            let Ok(edit) = operation.clone().edit(&bitext) else {
                continue;
            };
            let before = bitext.clone();
            history.apply(&mut bitext, edit.clone());
            journal.push(through_json(&edit));
            prop_assert_eq!(totals(&bitext), total);
            prop_assert_ne!(&bitext, &before, "an edit changes something: {:?}", operation);
            if !may_drop_notes(&operation) {
                prop_assert_eq!(notes(&before), notes(&bitext), "{:?}", operation);
            }
            match operation {
                Operation::PushTail { lang, row } | Operation::PullTail { lang, row } => {
                    prop_assert_eq!(column(&before, lang.other()), column(&bitext, lang.other()));
                    for bead in out_of_the_tails_way(&before, row) {
                        prop_assert!(bitext.beads.contains(&bead));
                    }
                }
                Operation::Realign { rows, .. } => {
                    for row in rows.each().filter(|&row| before.is_fixed(row)) {
                        prop_assert!(bitext.beads.contains(&before.beads[row]));
                    }
                }
                _ => {}
            }
            let mut back = bitext.clone();
            back.apply(&edit.inverse());
            prop_assert_eq!(&back, &before);
            prop_assert!(back.try_apply(&edit.inverse()).is_err(), "twice: {:?}", edit);
            prop_assert_eq!(&back, &before, "an edit that does not fit changes nothing");
            prop_assert_eq!(edit.inverse().inverse(), edit);
        }
        let mut replayed = first.clone();
        for edit in &journal {
            replayed.apply(edit);
        }
        prop_assert_eq!(&replayed, &bitext);
        while history.redo(&mut bitext).is_some() {}
        let last = bitext.clone();
        while history.undo(&mut bitext).is_some() {}
        prop_assert_eq!(&bitext, &first);
        while history.redo(&mut bitext).is_some() {}
        prop_assert_eq!(&bitext, &last);
    }

    #[test]
    fn an_edit_from_outside_is_taken_exactly_if_it_fits_and_keeps_the_invariants(
        first in bitext(),
        steps in steps(12),
        harms in prop::collection::vec((0..9u8, 0..20usize, 0..20usize), 1..3),
    ) {
        let mut bitext = first;
        for step in &steps {
            let Some(edit) = step.operation(&bitext).and_then(|o| o.edit(&bitext).ok()) else {
                continue;
            };
            let mut broken = edit.clone();
            for harm in &harms {
                harmed(&mut broken, *harm);
            }
            let mut after = bitext.clone();
            let taken = after.try_apply(&broken).is_ok();
            let expected = made(&bitext, &broken).filter(|after| after.check().is_ok());
            prop_assert_eq!(taken, expected.is_some(), "{:?}", broken);
            prop_assert_eq!(&after, expected.as_ref().unwrap_or(&bitext));
            bitext.apply(&edit);
        }
    }

    #[test]
    fn aligning_again_leaves_fixed_beads_and_notes_alone(
        first in bitext(),
        steps in steps(12),
        range in (0..30usize, 0..30usize),
    ) {
        let mut bitext = first;
        for step in &steps {
            if let Some(edit) = step.operation(&bitext).and_then(|o| o.edit(&bitext).ok()) {
                bitext.apply(&edit);
            }
        }
        for rows in [bitext.beads.rows(), RowIndex(range.0)..RowIndex(range.1)] {
            let before = bitext.clone();
            let again = bitext.realign(rows.clone(), Lexicon::shipped(), &Progress::default()).expect("not cancelled");
            let Ok(edit) = again.edit(&bitext) else {
                continue;
            };
            bitext.apply(&edit);
            for row in rows.each().filter(|&row| before.is_fixed(row)) {
                prop_assert!(bitext.beads.contains(&before.beads[row]));
            }
            prop_assert_eq!(totals(&before), totals(&bitext));
            prop_assert_eq!(notes(&before), notes(&bitext));
        }
    }
}
