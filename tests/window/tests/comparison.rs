//! Two people's works of one pair side by side, by keys and by mouse.

use crate::driver::{Window, bitext, press, settle, wait_for, window_of};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jjak::article::Lang;
use jjak::bitext::{Bitext, Operation, RowIndex, State, Verdict};
use jjak::exchange::{ExportedWork, Format, Options, write_files};
use jjak::import::Originals;
use jjak::project::{Claim, Project};
use std::path::{Path, PathBuf};

const BARE: Modifiers = Modifiers::NONE;
const EN: &str = "The harbour reopened on Monday.\nThree ships were waiting outside.\nThe pilot had slept for two hours.\nNobody was hurt.\n";
const KO: &str = "항구는 월요일에 다시 열렸다.\n밖에서 배 세 척이 기다리고 있었다.\n도선사는 두 시간을 잤다.\n다친 사람은 없었다.\n";

fn mine() -> Bitext {
    let read = |text: &str| jjak::import::from_text(text.to_owned());
    let prepared = jjak::pipeline::prepare(read(EN), read(KO)).expect("two texts");
    let lexicon = jjak::evidence::lexicon::Lexicon::shipped();
    let progress = jjak::progress::Progress::default();
    let bitext = prepared
        .align(&[], lexicon, &progress)
        .expect("nobody stops it");
    assert_eq!(bitext.beads.len(), 4);
    bitext
}

/// What somebody else made of it: a verdict, a sentence written anew, and two rows as one.
fn theirs() -> Project {
    let mut project = Project::new(Originals::default(), mine(), false);
    project.about.labels.reviewer = Some("Kim".to_owned());
    let text = Operation::SetText {
        lang: Lang::Ko,
        id: project.bitext.beads[RowIndex(1)].ko[0],
        text: Some("배 세 척이 항구 밖에서 기다렸다.".to_owned()),
    };
    let verdict = Operation::SetVerdict {
        row: RowIndex(0),
        verdict: Some(Verdict::Free),
    };
    let merged = Operation::MergeBeads {
        rows: RowIndex(2)..RowIndex(4),
    };
    for operation in [text, verdict, merged] {
        let edit = operation.edit(&project.bitext).expect("it can be done");
        project.apply(edit);
    }
    project
}

fn says(bitext: &Bitext, row: usize, lang: Lang) -> String {
    bitext
        .texts(RowIndex(row), lang)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The panel with the work at `path` read.
fn compared(window: &mut Window, path: &Path) {
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    window.event(Event::Text(path.display().to_string()));
    settle(window);
    press(window, BARE, Key::Enter);
    wait_for(window, "Rows paired alike");
    settle(window);
}

fn project(folder: &Path) -> PathBuf {
    let path = folder.join("kim.jjak");
    Claim::new(&path, false).unwrap().write(&theirs()).unwrap();
    path
}

#[test]
fn each_difference_is_decided_by_one_key_and_undone_by_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = project(folder.path());
    let mut window = window_of(mine());
    compared(&mut window, &path);
    let has = |window: &Window, label: &str| window.query_all_by_label_contains(label).count() > 0;
    assert!(has(&window, "Differences: 3"));
    assert!(has(&window, "Rows paired alike: 2 (F1 0.571)"));
    // The sentence that was written anew comes first, and is taken.
    press(&mut window, BARE, Key::Num2);
    assert_eq!(
        says(bitext(&window), 1, Lang::Ko),
        says(&theirs().bitext, 1, Lang::Ko)
    );
    assert!(has(&window, "Differences: 2"));
    // The verdict stays as it is here.
    press(&mut window, BARE, Key::ArrowLeft);
    assert_eq!(bitext(&window).beads[RowIndex(0)].verdict, None);
    assert!(has(&window, "Differences: 1") && has(&window, "Decided: 1"));
    // Of the rows that were joined both are kept.
    press(&mut window, BARE, Key::Num3);
    let row = &bitext(&window).beads[RowIndex(2)];
    assert_eq!(row.state, State::Flagged);
    assert!(row.note.starts_with("Kim: "), "{}", row.note);
    assert!(has(&window, "Nothing differs any more"));
    press(&mut window, BARE, Key::Escape);
    assert!(!has(&window, "Rows paired alike"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(bitext(&window), &mine());
}

#[test]
fn the_mouse_decides_as_the_keys_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = project(folder.path());
    let mut window = window_of(mine());
    compared(&mut window, &path);
    {
        let mut entries = window.query_all_by_label_contains("Difference 3: ");
        entries.next().expect("the third").click();
    }
    settle(&mut window);
    window.get_by_label("2  Take theirs").click();
    settle(&mut window);
    assert_eq!(bitext(&window).beads.len(), 3);
    window.get_by_label("1  Keep mine").click();
    settle(&mut window);
    window.get_by_label("Close").click();
    settle(&mut window);
    assert_eq!(
        window
            .query_all_by_label_contains("Rows paired alike")
            .count(),
        0
    );
}

/// A table that was sent out and comes back with other words.
#[test]
fn a_table_that_came_back_shows_its_edits_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("back.xlsx");
    let mut project = theirs();
    // Rows were not joined by whoever had the table.
    project.undo();
    let works = [ExportedWork::of(&project, None)];
    write_files(&path, &works, Format::Xlsx, &Options::default()).expect("a table");
    let mut window = window_of(mine());
    compared(&mut window, &path);
    press(&mut window, BARE, Key::Num2);
    assert_eq!(
        says(bitext(&window), 1, Lang::Ko),
        says(&theirs().bitext, 1, Lang::Ko)
    );
    press(&mut window, BARE, Key::Num2);
    assert_eq!(
        bitext(&window).beads[RowIndex(0)].verdict,
        Some(Verdict::Free)
    );
    wait_for(&mut window, "Nothing differs any more");
}

#[test]
fn what_is_no_work_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window_of(mine());
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    let path = folder.path().join("none.jjak");
    window.event(Event::Text(path.display().to_string()));
    settle(&mut window);
    press(&mut window, BARE, Key::Enter);
    wait_for(&mut window, "none.jjak: ");
}
