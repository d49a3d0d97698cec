//! Two people's works on one pair beside each other, whatever each has done.

use super::drawn::{EN, drawn, id, note};
use crate::random::{Step, bitext, steps};
use jjak::article::Lang;
use jjak::bitext::{Bitext, Operation, RowIndex, State, Verdict};
use jjak::comparison::Comparison;
use proptest::prelude::*;

/// What a person makes of a bitext.
fn worked(bitext: &Bitext, steps: &[Step]) -> Bitext {
    let mut work = bitext.clone();
    for step in steps {
        // What is left out cannot be taken over; that is told of elsewhere.
        let operation = step.operation(&work).filter(|operation| {
            !matches!(
                operation,
                Operation::Exclude { .. }
                    | Operation::ExcludeAll { .. }
                    | Operation::Restore { .. }
            )
        });
        if let Some(Ok(edit)) = operation.map(|operation| operation.edit(&work)) {
            work.apply(&edit);
        }
    }
    work
}

/// Its sentences, and what a person said of it.
type Told = (Vec<String>, Vec<String>, State, Option<Verdict>, String);

/// Rows as a person sees them, in any order.
fn told(bitext: &Bitext) -> Vec<Told> {
    let texts = |row, lang| {
        bitext
            .texts(row, lang)
            .map(|text| text.into_owned())
            .collect()
    };
    let rows = bitext.beads.numbered();
    let mut rows: Vec<_> = rows
        .map(|(row, bead)| {
            let (en, ko) = (texts(row, Lang::En), texts(row, Lang::Ko));
            (
                en,
                ko,
                bead.state,
                bead.verdict,
                bead.note.trim().to_owned(),
            )
        })
        .collect();
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(80) })]

    /// Taking all that differs gives the other's work, in any order of taking; and each step is undone.
    #[test]
    fn taking_all_of_theirs_gives_their_work(
        bitext in bitext(),
        mine in steps(12),
        theirs in steps(12),
        pick in 0..50usize,
    ) {
        let (first, theirs) = (worked(&bitext, &mine), worked(&bitext, &theirs));
        let mut mine = first.clone();
        let mut edits = Vec::new();
        let most = mine.beads.len() + theirs.beads.len();
        for _ in 0..=most {
            let comparison = Comparison::of(&mine, &theirs);
            let agreement = comparison.agreement;
            prop_assert!((0.0..=1.0).contains(&agreement.bead_f1()));
            prop_assert!(agreement.verdicts.kappa().is_none_or(|kappa| (-1.0..=1.0).contains(&kappa)));
            let Some(group) = comparison.groups.get(pick % comparison.groups.len().max(1)) else {
                break;
            };
            let operation = comparison.take(&mine, &theirs, group).expect("both have the rows");
            let edit = operation.edit(&mine).expect("they fit");
            mine.apply(&edit);
            mine.check().expect("nothing is lost");
            edits.push(edit);
        }
        prop_assert_eq!(told(&mine), told(&theirs));
        prop_assert_eq!(Comparison::of(&mine, &theirs).groups, vec![]);
        for edit in edits.iter().rev() {
            mine.apply(&edit.inverse());
        }
        prop_assert_eq!(mine, first);
    }

    /// It does not matter who compares with whom, and a work agrees with itself.
    #[test]
    fn agreement_is_the_same_either_way(bitext in bitext(), mine in steps(9), theirs in steps(9)) {
        let (mine, theirs) = (worked(&bitext, &mine), worked(&bitext, &theirs));
        let (one, other) = (Comparison::of(&mine, &theirs), Comparison::of(&theirs, &mine));
        prop_assert_eq!(one.agreement.same, other.agreement.same);
        prop_assert_eq!(one.groups.len(), other.groups.len());
        let with_itself = Comparison::of(&mine, &mine);
        prop_assert_eq!(with_itself.agreement.bead_f1(), 1.0);
        prop_assert!(with_itself.groups.is_empty());
    }
}

#[test]
fn each_kind_of_difference_is_told() {
    let mine = drawn(&["a|가", "b|나", "c|다", "d,e|라", "f|마"]);
    let mut theirs = drawn(&["a|가", "b|나", "c|다", "d|라", "e|", "f|마"]);
    theirs.beads[RowIndex(0)].state = State::Accepted;
    theirs.beads[RowIndex(1)].verdict = Some(Verdict::Free);
    note(&mut theirs, 2, "sic");
    let at = theirs.en.position(id(&theirs, EN, "f")).unwrap();
    theirs.en.segments[at].edited = Some("ff".to_owned());
    let comparison = Comparison::of(&mine, &theirs);
    let told: Vec<(usize, usize, [bool; 5])> = comparison
        .groups
        .iter()
        .map(|group| {
            let is = group.differences;
            let kinds = [is.state, is.verdict, is.note, is.pairing, is.text];
            (group.mine.len(), group.theirs.len(), kinds)
        })
        .collect();
    let expected = [
        (1, 1, [true, false, false, false, false]),
        (1, 1, [false, true, false, false, false]),
        (1, 1, [false, false, true, false, false]),
        (1, 2, [false, false, false, true, false]),
        (1, 1, [false, false, false, false, true]),
    ];
    assert_eq!(told, expected);
    let agreement = comparison.agreement;
    assert_eq!(
        (agreement.mine, agreement.theirs, agreement.same),
        (5, 5, 4)
    );
}

#[test]
fn both_are_kept_with_a_flag_and_the_others_words() {
    let mut mine = drawn(&["a|가", "b|나"]);
    mine.beads[RowIndex(1)].state = State::Accepted;
    let mut theirs = mine.clone();
    theirs.ko.segments[1].edited = Some("냐".to_owned());
    theirs.beads[RowIndex(1)].verdict = Some(Verdict::Partial);
    let comparison = Comparison::of(&mine, &theirs);
    let [group] = &comparison.groups[..] else {
        panic!("{:?}", comparison.groups);
    };
    let both = comparison.keep_both(&mine, &theirs, group, "Kim");
    let edit = both.unwrap().edit(&mine).unwrap();
    mine.apply(&edit);
    assert_eq!(mine.beads[RowIndex(1)].state, State::Flagged);
    assert_eq!(
        mine.beads[RowIndex(1)].note,
        "Kim: b = 냐 [accepted] [partial]"
    );
    assert_eq!(
        mine.texts(RowIndex(1), Lang::Ko).collect::<Vec<_>>(),
        ["나"]
    );
}
