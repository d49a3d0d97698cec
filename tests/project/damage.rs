//! Files that are cut, changed or not ours.

use super::{project, small, take};
use crate::random;
use jjak::bitext::{Change, Edit, Operation, RowIndex, State};
use jjak::project::{Journal, Project, ProjectError, read, read_from};
use proptest::prelude::*;
use std::path::Path;

fn accept(project: &mut Project, journal: &mut Journal, row: usize) {
    let operation = Operation::SetState {
        rows: RowIndex(row)..RowIndex(row + 1),
        state: State::Accepted,
    };
    let edit = operation.edit(&project.bitext).unwrap();
    project.apply(edit.clone());
    journal.edit(&edit).unwrap();
}

/// A file with a journal of three edits, and the project after none, one, two and three of them.
fn three_edits(path: &Path) -> Vec<Project> {
    let mut project = small();
    let mut journal = Journal::create(path, &project).unwrap();
    let mut after = vec![project.clone()];
    for row in 0..3 {
        accept(&mut project, &mut journal, row);
        after.push(project.clone());
    }
    after
}

#[test]
fn a_file_cut_at_any_byte_holds_all_that_was_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let after = three_edits(&path);
    let bytes = std::fs::read(&path).unwrap();
    let cut = folder.path().join("cut.jjak");
    for length in 0..=bytes.len() {
        std::fs::write(&cut, &bytes[..length]).unwrap();
        let whole = bytes[..length]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count();
        let all = bytes.iter().filter(|&&byte| byte == b'\n').count();
        match read(&cut) {
            Ok(loaded) => {
                assert_eq!(loaded.project, after[whole + 3 - all], "{length}");
                let torn = length > 0 && bytes[length - 1] != b'\n';
                assert_eq!(loaded.damage.is_some(), torn, "{length}");
                assert!(loaded.damage.is_none_or(|damage| damage.lines == 0));
            }
            Err(ProjectError::CutShort { .. } | ProjectError::NotAProject { .. }) => {
                assert!(whole + 3 < all, "{length}");
            }
            Err(other) => panic!("{length}: {other}"),
        }
    }
}

#[test]
fn a_cut_end_is_taken_off_and_work_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let after = three_edits(&path);
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() - 5]).unwrap();
    let (mut journal, loaded) = Journal::open(&path).unwrap();
    assert_eq!(loaded.project, after[2]);
    let mut project = loaded.project;
    accept(&mut project, &mut journal, 4);
    assert_eq!(read(&path).unwrap().project, project);
}

#[test]
fn a_damaged_line_in_the_journal_keeps_what_is_before_it_and_a_copy_of_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let after = three_edits(&path);
    let mut text = std::fs::read_to_string(&path).unwrap();
    let second = text.rmatch_indices("{\"edit\"").nth(1).unwrap().0;
    text.replace_range(second..second + 7, "{\"edit?");
    std::fs::write(&path, &text).unwrap();
    let (_, loaded) = Journal::open(&path).unwrap();
    assert_eq!(loaded.project, after[1]);
    assert_eq!(loaded.damage.unwrap().lines, 2);
    let copy = folder.path().join("pair.jjak.damaged");
    assert_eq!(std::fs::read_to_string(copy).unwrap(), text);
    assert_eq!(read(&path).unwrap().damage, None);
}

#[test]
fn a_rescue_copy_never_replaces_an_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut damaged = Vec::new();
    for row in 0..3 {
        three_edits(&path);
        let mut text = std::fs::read_to_string(&path).unwrap();
        let second = text.rmatch_indices("{\"edit\"").nth(1).unwrap().0;
        text.insert_str(second, &"?".repeat(row + 1));
        std::fs::write(&path, &text).unwrap();
        Journal::open(&path).unwrap();
        damaged.push(text);
        std::fs::remove_file(&path).unwrap();
    }
    for (name, text) in [
        "pair.jjak.damaged",
        "pair.jjak.damaged.1",
        "pair.jjak.damaged.2",
    ]
    .iter()
    .zip(&damaged)
    {
        assert_eq!(
            &std::fs::read_to_string(folder.path().join(name)).unwrap(),
            text
        );
    }
}

#[test]
fn any_bit_that_flips_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let after = three_edits(&path);
    let bytes = std::fs::read(&path).unwrap();
    for at in (0..bytes.len() * 8).step_by(3) {
        let mut flipped = bytes.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        // From memory, because there are thousands.
        let Ok(loaded) = read_from(&flipped[..], &path) else {
            continue;
        };
        assert!(loaded.damage.is_some(), "bit {at} changed nothing");
        assert!(after.contains(&loaded.project), "bit {at} changed the work");
    }
}

#[test]
fn any_line_that_is_missing_doubled_or_out_of_place_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let after = three_edits(&path);
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let judge = |lines: Vec<&str>, what: &str| {
        let Ok(loaded) = read_from(lines.concat().as_bytes(), &path) else {
            return;
        };
        assert!(loaded.damage.is_some(), "{what}");
        assert!(after.contains(&loaded.project), "{what}");
    };
    for at in 0..lines.len() {
        let mut doubled = lines.clone();
        doubled.insert(at, lines[at]);
        judge(doubled, &format!("line {at} stands twice"));
        // Without its last line a file is one that is not yet as long.
        if at + 1 < lines.len() {
            let mut fewer = lines.clone();
            fewer.remove(at);
            judge(fewer, &format!("line {at} is missing"));
            let mut swapped = lines.clone();
            swapped.swap(at, at + 1);
            judge(swapped, &format!("line {at} stands after the next"));
        }
    }
}

/// Written as a program with a fault would, with checksums and all.
#[test]
fn an_edit_that_fits_but_breaks_an_invariant_costs_only_itself_and_what_follows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut project = small();
    let mut journal = Journal::create(&path, &project).unwrap();
    accept(&mut project, &mut journal, 0);
    let sound = project.clone();
    let bead = project.bitext.beads[RowIndex(1)].clone();
    let empty = jjak::bitext::Bead {
        en: Vec::new(),
        ..bead.clone()
    };
    let edit = Edit {
        changes: vec![Change::Beads {
            at: RowIndex(1),
            removed: vec![bead],
            inserted: vec![empty],
        }],
    };
    journal.edit(&edit).unwrap();
    accept(&mut project, &mut journal, 3);
    drop(journal);
    let (_, loaded) = Journal::open(&path).unwrap();
    assert_eq!(loaded.project, sound);
    assert_eq!(loaded.damage.unwrap().lines, 2);
    assert!(folder.path().join("pair.jjak.damaged").exists());
}

#[test]
fn files_that_are_no_projects_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    assert!(matches!(read(&path), Err(ProjectError::Missing { .. })));
    for (bytes, what) in [
        (&b""[..], "no Jjak project"),
        (b"%PDF-1.7", "no Jjak project"),
        (b"{\"jjak\":{\"version\":999,\"new\":[]}}\n", "newer Jjak"),
        (
            b"{\"jjak\":{\"version\":1,\"tool\":\"0.1.0\",\"began\":\"2026-11-24T00:00:00Z\"}}\n",
            "breaks off",
        ),
        (
            b"{\"jjak\":{\"version\":1,\"tool\":\"0.1.0\",\"began\":\"2026-11-24T00:00:00Z\"}}\n[]\n",
            "line 2",
        ),
    ] {
        std::fs::write(&path, bytes).unwrap();
        let message = read(&path).unwrap_err().to_string();
        assert!(message.contains(what) && message.contains("pair.jjak"), "{message}");
    }
}

#[test]
fn rows_that_break_the_invariants_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut project = small();
    project.bitext.beads[RowIndex(0)].en.clear();
    let mut bytes = Vec::new();
    jjak::project::write(&project, &mut bytes).unwrap();
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(read(&path), Err(ProjectError::Damaged { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    })]

    #[test]
    fn changed_bytes_are_read_soundly_or_refused(
        first in random::bitext(),
        steps in random::steps(12),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        digits in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pair.jjak");
        let mut ours = project(first);
        let mut journal = Journal::create(&path, &ours).unwrap();
        for step in &steps {
            take(&mut ours, &mut journal, step).unwrap();
        }
        drop(journal);
        let mut bytes = std::fs::read(&path).unwrap();
        // Other digits make other positions, which JSON alone would not notice.
        let places: Vec<usize> = (0..bytes.len())
            .filter(|&at| !digits || bytes[at].is_ascii_digit())
            .collect();
        for (at, byte) in changes {
            let at = places[at.index(places.len())];
            bytes[at] = if digits { b'0' + byte % 10 } else { byte };
        }
        std::fs::write(&path, bytes).unwrap();
        if let Ok(loaded) = read(&path) {
            let mut project = loaded.project;
            prop_assert!(project.bitext.check().is_ok());
            while project.history.undo(&mut project.bitext).is_some() {}
            while project.history.redo(&mut project.bitext).is_some() {}
        }
    }
}
