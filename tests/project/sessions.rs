//! Sessions of edits, closing and opening: what is opened is what was closed.

use super::{project, take};
use crate::random::{bitext, steps};
use jjak::project::{Journal, read, write};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs::OpenOptions;
use std::io::Write;

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(48)
    })]

    #[test]
    fn any_session_is_found_again_with_its_undo(
        first in bitext(),
        steps in steps(60),
        breaks in prop::collection::vec((0..60usize, any::<bool>()), 0..6),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pair.jjak");
        let mut ours = project(first.clone());
        let mut journal = Journal::create(&path, &ours).unwrap();
        for (at, step) in steps.iter().enumerate() {
            take(&mut ours, &mut journal, step).unwrap();
            for (_, saves) in breaks.iter().filter(|&&(place, _)| place == at) {
                if *saves {
                    journal.save(&ours).unwrap();
                }
                drop(journal);
                let (reopened, loaded) = Journal::open(&path).unwrap();
                prop_assert_eq!(&loaded.project, &ours);
                prop_assert_eq!(loaded.damage, None);
                journal = reopened;
            }
        }
        let mut found = read(&path).unwrap().project;
        prop_assert_eq!(&found, &ours);
        while found.history.undo(&mut found.bitext).is_some() {}
        prop_assert_eq!(&found.bitext, &first);
        let mut copy = Vec::new();
        write(&ours, &mut copy).unwrap();
        std::fs::write(&path, copy).unwrap();
        prop_assert_eq!(&read(&path).unwrap().project, &ours);
    }
}

/// A long day: edits, undo, redo, saves, closing, and crashes that leave a line half written.
#[test]
fn ten_thousand_steps_lose_nothing() {
    const STEPS: usize = 10_000;
    let mut runner = TestRunner::deterministic();
    let mut drawn = || steps(200).new_tree(&mut runner).unwrap().current();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let first = super::small().bitext;
    let mut ours = project(first.clone());
    let mut journal = Journal::create(&path, &ours).unwrap();
    let (mut script, mut at) = (drawn().into_iter(), 0);
    while at < STEPS {
        let Some(step) = script.next() else {
            script = drawn().into_iter();
            continue;
        };
        at += 1;
        take(&mut ours, &mut journal, &step).unwrap();
        if at % 331 == 0 {
            journal.save(&ours).unwrap();
        }
        if at % 500 == 0 {
            drop(journal);
            let crashes = at % 1_000 == 0;
            if crashes {
                let mut file = OpenOptions::new().append(true).open(&path).unwrap();
                file.write_all(b"{\"edit\":{\"at\":\"2026-11").unwrap();
            }
            let (reopened, loaded) = Journal::open(&path).unwrap();
            assert_eq!(loaded.damage.is_some(), crashes, "after {at} steps");
            assert_eq!(loaded.project, ours, "after {at} steps");
            assert!(ours.bitext.check().is_ok(), "after {at} steps");
            journal = reopened;
        }
    }
    while ours.history.undo(&mut ours.bitext).is_some() {}
    assert_eq!(ours.bitext, first);
}
