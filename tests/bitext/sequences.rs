//! The invariants, whatever a person does and in whatever order.

use crate::random::{bitext, steps};
use jjak::article::Lang;
use jjak::bitext::{Bead, Bitext, Edit, History, Operation};
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
fn out_of_the_tails_way(bitext: &Bitext, row: usize) -> Vec<Bead> {
    (0..bitext.beads.len())
        .filter(|&at| at != row && at + 1 != row && bitext.is_fixed(at))
        .map(|at| bitext.beads[at].clone())
        .collect()
}

fn column(bitext: &Bitext, lang: Lang) -> Vec<usize> {
    let ids = bitext.beads.iter().flat_map(|bead| bead.ids(lang));
    ids.copied().collect()
}

fn through_json(edit: &Edit) -> Edit {
    let line = serde_json::to_string(edit).expect("an edit is plain data");
    serde_json::from_str(&line).expect("and reads back")
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
                let done = match step.undoes() {
                    true => history.undo(&mut bitext),
                    false => history.redo(&mut bitext),
                };
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
                    for row in rows.filter(|&row| before.is_fixed(row)) {
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
        for rows in [0..bitext.beads.len(), range.0..range.1] {
            let before = bitext.clone();
            let again = bitext.realign(rows.clone(), Lexicon::shipped(), &Progress::default()).expect("not cancelled");
            let Ok(edit) = again.edit(&bitext) else {
                continue;
            };
            bitext.apply(&edit);
            for row in rows.filter(|&row| before.is_fixed(row)) {
                prop_assert!(bitext.beads.contains(&before.beads[row]));
            }
            prop_assert_eq!(totals(&before), totals(&bitext));
            prop_assert_eq!(notes(&before), notes(&bitext));
        }
    }
}
