//! Where a project lies: two windows, a folder that cannot be written to, a file that is changed behind our back.

use super::small;
use jjak::Aligner;
use jjak::bitext::{Edit, Operation, RowIndex, State};
use jjak::project::{Journal, Project, ProjectError, read};

fn edit(project: &mut Project) -> Edit {
    let row = project.history.len();
    let operation = Operation::SetState {
        rows: RowIndex(row)..RowIndex(row + 1),
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
fn a_file_removed_by_another_is_noticed_and_saving_keeps_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut project = small();
    let mut journal = Journal::create(&path, &project).unwrap();
    std::fs::remove_file(&path).unwrap();
    let edit = edit(&mut project);
    let error = journal.edit(&edit).unwrap_err();
    assert!(matches!(error, ProjectError::Changed { .. }), "{error}");
    journal.save(&project).unwrap();
    assert_eq!(read(&path).unwrap().project, project);
}

#[test]
fn what_another_program_put_in_its_place_is_not_saved_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut project = small();
    let mut journal = Journal::create(&path, &project).unwrap();
    let edit = edit(&mut project);
    journal.edit(&edit).unwrap();
    let other = folder.path().join("other.jjak");
    std::fs::write(&other, "something else").unwrap();
    std::fs::rename(&other, &path).unwrap();
    let error = journal.save(&project).unwrap_err();
    assert!(matches!(error, ProjectError::Changed { .. }), "{error}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "something else");
    // Another name keeps the work.
    drop(Journal::create(&other, &project).unwrap());
    assert_eq!(read(&other).unwrap().project, project);
}

#[test]
fn a_pair_replaces_a_persons_work_only_when_asked_and_keeps_it_then() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut pair = Aligner::new()
        .align_texts("It rained.\nIt snowed.\n", "비가 왔다.\n눈이 왔다.\n")
        .unwrap();
    pair.save(&path).unwrap();
    pair.accept(RowIndex(0)).unwrap();
    pair.save(&path).unwrap();
    let reviewed = std::fs::read(&path).unwrap();
    // What is the same is not kept twice.
    assert_eq!(pair.replace(&path).unwrap(), None);
    pair.accept(RowIndex(1)).unwrap();
    let error = pair.save(&path).unwrap_err();
    assert!(error.to_string().contains("1 accepted row"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), reviewed);
    let kept = pair.replace(&path).unwrap().unwrap();
    assert_eq!(kept, folder.path().join("pair.1.jjak"));
    assert_eq!(std::fs::read(kept).unwrap(), reviewed);
    assert_eq!(read(&path).unwrap().project.labour().accepted, 2);
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

/// Only a file that may not be written, so that it also says something when root runs it.
#[cfg(unix)]
#[test]
fn in_a_folder_that_may_not_be_written_a_project_can_still_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    drop(Journal::create(&path, &small()).unwrap());
    let permit = |mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(folder.path(), permissions).unwrap();
    };
    permit(0o555);
    match Journal::open(&path) {
        // Root may write anywhere.
        Ok(_) => {}
        Err(error) => assert!(matches!(error, ProjectError::Unwritable { .. }), "{error}"),
    }
    assert_eq!(read(&path).unwrap().project.bitext, small().bitext);
    permit(0o755);
}

/// A changed line with the checksum that it should have.
fn sealed(line: &str) -> String {
    let (body, _) = line.rsplit_once(",\"crc32\"").unwrap();
    format!(
        "{body},\"crc32\":\"{:08x}\"}}",
        crc32fast::hash(body.as_bytes())
    )
}

#[test]
fn a_clock_that_goes_backwards_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pair.jjak");
    let mut project = small();
    let mut journal = Journal::create(&path, &project).unwrap();
    for _ in 0..3 {
        let edit = edit(&mut project);
        journal.edit(&edit).unwrap();
    }
    drop(journal);
    let mut year = 2031;
    let lines: Vec<String> = std::fs::read_to_string(&path)
        .unwrap()
        .lines()
        .map(|line| {
            let Some((before, after)) = line.split_once("{\"at\":\"") else {
                return line.to_owned();
            };
            year -= 1;
            sealed(&format!("{before}{{\"at\":\"{year}{}", &after[4..]))
        })
        .collect();
    assert_eq!(year, 2028);
    std::fs::write(&path, lines.join("\n") + "\n").unwrap();
    assert_eq!(Journal::open(&path).unwrap().1.project, project);
}
