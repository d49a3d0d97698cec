//! A project of every format that was ever written still opens. The files stay as that version wrote them.

use jjak::bitext::{State, Verdict};
use jjak::project::read;
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
    assert_eq!(beads[0].state, State::Accepted);
    assert_eq!(beads[0].verdict, Some(Verdict::Free));
    assert_eq!(beads[2].note, "넷인지 확인");
    assert_eq!(beads[3].state, State::Flagged);
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
