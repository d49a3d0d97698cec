//! Work is on disk before it shows, and is offered again after a crash.

use crate::driver::{Window, bitext, open_sample, press, sample, settle, wait_for, window_with};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::bitext::{RowIndex, State};
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;
use std::path::Path;
use std::time::Duration;

/// A window that keeps pairs without a name in `folder`.
fn window_of(folder: &Path) -> Window {
    let mut settings = Settings::default();
    (settings.locale, settings.unsaved) = (Some(Locale::English), Some(folder.to_owned()));
    window_with(settings)
}

fn files_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let projects = entries.filter(|entry| entry.path().extension().is_some());
    projects
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .count()
}

#[test]
fn work_that_is_not_saved_is_not_left_by_accident() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::A);
    press(&mut window, Modifiers::COMMAND, Key::N);
    let open = |window: &Window| {
        let samples = window.query_all_by_label("Open the sample");
        samples
            .filter(|node| node.accesskit_node().role() == Role::Button)
            .count()
            > 0
    };
    assert!(open(&window));
    window.get_by_label("Back to the pair").click();
    settle(&mut window);
    assert!(!open(&window));
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);

    press(&mut window, Modifiers::COMMAND, Key::N);
    window
        .get_by_role_and_label(Role::Button, "Open the sample")
        .click();
    settle(&mut window);
    assert!(window.query_by_label_contains("not saved yet").is_some());
    window.get_by_label("Cancel").click();
    settle(&mut window);
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
}

/// Asks to save, in `file`.
fn name_file(window: &mut Window, file: &Path) {
    press(window, Modifiers::COMMAND, Key::S);
    window
        .get_by_role_and_label(Role::TextInput, "File")
        .focus();
    settle(window);
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(file.display().to_string()));
    settle(window);
}

#[test]
fn work_that_is_replaced_stays_beside_and_the_window_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pair.jjak");
    let stored = include_bytes!("../../files/format-1.jjak");
    std::fs::write(&file, stored).unwrap();
    let mut window = open_sample(window_of(&folder.path().join("unsaved")));
    press(&mut window, Modifiers::NONE, Key::A);
    name_file(&mut window, &file);
    window.get_by_role_and_label(Role::Button, "Save").click();
    settle(&mut window);
    let kept = folder.path().join("pair.1.jjak");
    assert_eq!(std::fs::read(&kept).unwrap(), stored);
    let said = format!("What was there is now {}", kept.display());
    assert!(window.query_all_by_label_contains(&said).count() > 0);
    let found = jjak::project::read(&file).unwrap();
    assert_eq!(&found.project.bitext, bitext(&window));
}

#[test]
fn work_is_saved_under_a_name_and_later_edits_go_into_it() {
    let folder = tempfile::tempdir().unwrap();
    let (unsaved, file) = (
        folder.path().join("unsaved"),
        folder.path().join("pair.jjak"),
    );
    let mut window = open_sample(window_of(&unsaved));
    press(&mut window, Modifiers::NONE, Key::A);
    assert_eq!(files_in(&unsaved), 1);
    name_file(&mut window, &file);
    window
        .get_by_role_and_label(Role::TextInput, "Field")
        .focus();
    settle(&mut window);
    window.event(Event::Text("economy".into()));
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Save").click();
    settle(&mut window);
    assert_eq!(files_in(&unsaved), 0, "the copy without a name is gone");
    press(&mut window, Modifiers::NONE, Key::A);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let found = jjak::project::read(&file).unwrap();
    assert_eq!(&found.project.bitext, bitext(&window));
    assert_eq!(
        found.project.about.labels.domain.as_deref(),
        Some("economy")
    );
    assert_eq!((found.project.history.len(), found.journaled), (1, 2));
}

#[test]
fn a_translation_memory_opens_as_rows_to_review() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("memory.tmx");
    let tmx = "<tmx version='1.4'><header/><body><tu><tuv xml:lang='en'><seg>It rained.</seg></tuv>\
        <tuv xml:lang='ko'><seg>비가 왔다.</seg></tuv></tu></body></tmx>";
    std::fs::write(&path, tmx).unwrap();
    let mut window = window_of(folder.path());
    let ctx = window.ctx.clone();
    let workbench = window.state_mut().as_mut().unwrap();
    workbench.open_files(&ctx, vec![path]);
    wait_for(&mut window, "비가 왔다.");
    assert_eq!(bitext(&window).beads.len(), 1);
}

#[test]
fn a_job_of_another_tool_and_a_moses_pair_open_likewise() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let job = put(
        "job.xlf",
        "<xliff version='1.2'><file source-language='en' target-language='ko'><body><trans-unit id='1'>\
         <source>It rained.</source><target state='final'>비가 왔다.</target></trans-unit></body></file></xliff>",
    );
    let halves = [put("a.en", "It snowed.\n"), put("a.ko", "눈이 왔다.\n")];
    for (files, said) in [(vec![job], "비가 왔다."), (halves.into(), "눈이 왔다.")] {
        let mut window = window_of(folder.path());
        let ctx = window.ctx.clone();
        let workbench = window.state_mut().as_mut().unwrap();
        workbench.open_files(&ctx, files);
        wait_for(&mut window, said);
        assert_eq!(bitext(&window).beads.len(), 1);
    }
}

#[test]
fn work_that_a_crash_left_behind_is_offered_with_its_undo() {
    let folder = tempfile::tempdir().unwrap();
    let mut crashed = open_sample(window_of(folder.path()));
    press(&mut crashed, Modifiers::NONE, Key::A);
    press(&mut crashed, Modifiers::NONE, Key::M);
    let left = bitext(&crashed).clone();
    // A window that goes without `close` is as good as one that was killed.
    drop(crashed);
    let mut window = window_of(folder.path());
    wait_for(&mut window, "2 edits");
    window.get_by_label_contains("Eunpo to dredge").click();
    for _ in 0..200 {
        window.step();
        if window
            .state()
            .as_ref()
            .is_some_and(|w| w.bitext().is_some())
        {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(bitext(&window), &left);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(
        bitext(&window)
            .beads
            .iter()
            .all(|bead| bead.state == State::Unreviewed)
    );
    window.state_mut().as_mut().unwrap().close();
    assert_eq!(
        files_in(folder.path()),
        0,
        "nothing is left of work that was taken back"
    );
}
