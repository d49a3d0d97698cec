//! A project of every format that was ever written still opens. The files stay as that version wrote them.

use jjak::bitext::{RowIndex, State, Verdict};
use jjak::project::{Journal, Labels, read};
use std::path::Path;

#[test]
fn a_project_of_format_1_opens_with_its_journal_and_its_undo() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/format-1.jjak");
    let loaded = read(&path).unwrap();
    assert_eq!((loaded.journaled, loaded.damage), (5, None));
    let mut project = loaded.project;
    assert_eq!(
        (project.about.version, project.about.tool.as_str()),
        (1, "0.1.0")
    );
    assert_eq!(
        &project.originals.ko.0[..4],
        b"\xc7\xd1\xb1\xdb",
        "bytes that are no UTF-8"
    );
    let beads = &project.bitext.beads;
    let shapes: Vec<String> = beads.iter().map(|bead| bead.shape()).collect();
    assert_eq!(shapes, ["1-1", "2-2", "1-1", "1-1"]);
    assert_eq!(beads[RowIndex(0)].state, State::Accepted);
    assert_eq!(beads[RowIndex(0)].verdict, Some(Verdict::Free));
    assert_eq!(beads[RowIndex(2)].note, "넷인지 확인");
    assert_eq!(beads[RowIndex(3)].state, State::Flagged);
    let last = &project.bitext.ko.segments[4];
    assert_eq!(project.bitext.ko.text_of(last), "다섯 사람이 왔다.");
    while project.history.undo(&mut project.bitext).is_some() {}
    assert!(project.bitext.check().is_ok());
    assert_eq!(project.bitext.beads.len(), 5);
    assert!(
        project
            .bitext
            .beads
            .iter()
            .all(|bead| bead.state == State::Unreviewed)
    );
}

#[test]
fn a_project_of_format_1_goes_on_as_it_is_until_it_is_saved_and_then_stays_beside() {
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/format-1.jjak");
    let before = std::fs::read_to_string(stored).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    std::fs::write(&path, &before).unwrap();
    let version = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        text.split(&[':', ','][..]).nth(2).unwrap().to_owned()
    };
    let (mut journal, loaded) = Journal::open(&path).unwrap();
    let mut project = loaded.project;
    project.history.undo(&mut project.bitext).unwrap();
    journal.undo().unwrap();
    drop(journal);
    let edited = std::fs::read_to_string(&path).unwrap();
    assert!(edited.starts_with(&before) && version(&path) == "1");
    let (mut journal, loaded) = Journal::open(&path).unwrap();
    assert_eq!((loaded.journaled, &loaded.project), (6, &project));
    journal.save(&project).unwrap();
    assert_eq!(version(&path), "2");
    let kept = folder.path().join("pair.1.jjak");
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), edited);
    // It is kept once: what is saved from now on is of this version already.
    project.history.redo(&mut project.bitext).unwrap();
    journal.redo().unwrap();
    journal.save(&project).unwrap();
    drop(journal);
    let found = read(&path).unwrap().project;
    assert_eq!(
        (&found.bitext, &found.history),
        (&project.bitext, &project.history)
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}
#[test]
fn a_project_of_format_2_opens_with_its_journal_its_undo_and_its_paths() {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let loaded = read(&files.join("format-2.jjak")).unwrap();
    assert_eq!((loaded.journaled, loaded.damage), (4, None));
    let mut project = loaded.project;
    assert_eq!(project.about.version, 2);
    assert_eq!(project.about.labels, Labels::new("economy", "kim"));
    assert_eq!(project.about.shaped_by, [files.join("terms.tsv")]);
    assert_eq!(
        &project.originals.ko.0[..4],
        b"\xc7\xd1\xb1\xdb",
        "bytes that are no UTF-8"
    );
    let beads = &project.bitext.beads;
    let states: Vec<State> = beads.iter().map(|bead| bead.state).collect();
    let flagged = State::Flagged;
    assert_eq!(
        states,
        [State::Accepted, State::Unreviewed, State::Accepted, flagged]
    );
    // The verdict on the third was undone.
    assert_eq!(beads[RowIndex(2)].verdict, None);
    assert!(project.history.redo(&mut project.bitext).is_some());
    assert_eq!(
        project.bitext.beads[RowIndex(2)].verdict,
        Some(Verdict::Partial)
    );
    while project.history.undo(&mut project.bitext).is_some() {}
    assert!(project.bitext.check().is_ok());
    assert_eq!(project.bitext.beads.len(), 5);
}

/// As a program that knows less has to say it, whatever else the next format changes.
#[test]
fn a_project_of_the_next_format_is_refused_by_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/format-2.jjak");
    let next = std::fs::read_to_string(stored).unwrap();
    let next = next.replace("\"version\":2", "\"version\":3");
    std::fs::write(&path, &next).unwrap();
    for refused in [read(&path).err(), Journal::open(&path).err()] {
        let message = refused.unwrap().to_string();
        assert!(
            message.contains("written by a newer Jjak (format 3; this one reads up to 2)"),
            "{message}"
        );
    }
    let claimed = jjak::project::Claim::new(&path, false).unwrap_err();
    assert!(claimed.to_string().contains("newer Jjak"), "{claimed}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), next);
}
