//! Where a project lies: two windows, a folder that cannot be written to, a file that is changed behind our back.

use crate::small;
use jjak::bitext::{Edit, Operation, State};
use jjak::project::{Journal, Project, ProjectError, read};

fn edit(project: &mut Project) -> Edit {
    let row = project.history.len();
    let operation = Operation::SetState {
        rows: row..row + 1,
        state: State::Flagged,
    };
    let edit = operation.edit(&project.bitext).unwrap();
    project.apply(edit.clone());
    edit
}

#[test]
fn one_window_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let journal = Journal::create(&path, &small()).unwrap();
    let error = Journal::open(&path).unwrap_err();
    let process = format!("process {}", std::process::id());
    assert!(matches!(&error, ProjectError::Locked { who, .. } if who.contains(&process)));
    // Looking at it is no harm.
    assert_eq!(read(&path).unwrap().journaled, 0);
    drop(journal);
    Journal::open(&path).unwrap();
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "no lock stays behind");
}

#[test]
fn a_file_changed_or_removed_by_another_is_noticed_and_saving_keeps_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut project = small();
    let mut journal = Journal::create(&path, &project).unwrap();
    for harm in 0..2 {
        if harm == 0 {
            std::fs::remove_file(&path).unwrap();
        } else {
            std::fs::write(&path, "something else").unwrap();
        }
        let edit = edit(&mut project);
        let error = journal.edit(&edit).unwrap_err();
        assert!(matches!(error, ProjectError::Changed { .. }), "{error}");
        journal.save(&project).unwrap();
        assert_eq!(read(&path).unwrap().project, project);
    }
}

/// A device that is always full stands for a full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_nothing_is_lost() {
    let error = Journal::create(std::path::Path::new("/dev/full"), &small()).unwrap_err();
    assert!(matches!(error, ProjectError::Unwritable { .. }), "{error}");
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no/pair.jjak");
    let error = Journal::create(&path, &small()).unwrap_err();
    assert!(matches!(error, ProjectError::Unwritable { .. }), "{error}");
}

#[test]
fn a_discarded_project_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::create(&folder.path().join("pair.jjak"), &small()).unwrap();
    journal.discard().unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
