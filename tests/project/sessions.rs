//! Sessions of edits, closing and opening: what is opened is what was closed.

use crate::random::{bitext, steps};
use crate::{project, take};
use jjak::project::{Journal, read, write};
use proptest::prelude::*;

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
