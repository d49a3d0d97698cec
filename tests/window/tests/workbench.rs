//! The window, driven without a display through AccessKit names and key events.
#![cfg(feature = "window")]

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::article::Lang;
use jjak::bitext::{Bitext, State};
use jjak::workbench::app::Workbench;
use jjak::workbench::command::Command;
use jjak::workbench::settings::Settings;
use jjak::workbench::texts::{Text, Tongue};
use std::path::Path;
use std::time::Duration;

type Window = Harness<'static, Option<Workbench>>;

fn window(tongue: Tongue) -> Window {
    let mut settings = Settings::default();
    (settings.tongue, settings.unsaved) = (Some(tongue), None);
    window_with(settings)
}

fn window_with(mut settings: Settings) -> Window {
    settings.dark = Some(false);
    let mut window = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_context_setup(jjak::workbench::fonts::install)
        .build_ui_state(
            move |ui, workbench: &mut Option<Workbench>| {
                workbench
                    .get_or_insert_with(|| Workbench::new(ui.ctx(), settings.clone()))
                    .ui(ui);
            },
            None,
        );
    window.step();
    window
}

/// A window with the sample open.
fn sample() -> Window {
    open_sample(window(Tongue::English))
}

fn open_sample(mut window: Window) -> Window {
    window
        .get_by_role_and_label(Role::Button, "Open the sample")
        .click();
    let opened = |window: &Window| {
        window
            .state()
            .as_ref()
            .is_some_and(|w| w.bitext().is_some())
    };
    for _ in 0..600 {
        window.step();
        if opened(&window) {
            settle(&mut window);
            return window;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("the sample did not open");
}

/// A few frames, without waiting for animations to end.
fn settle(window: &mut Window) {
    for _ in 0..4 {
        window.step();
    }
}

fn bitext(window: &Window) -> &Bitext {
    window
        .state()
        .as_ref()
        .and_then(Workbench::bitext)
        .expect("a bitext is open")
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn ime(window: &mut Window, event: ImeEvent) {
    window.event(Event::Ime(event));
    settle(window);
}

#[test]
fn the_sample_opens_with_every_sentence_in_a_row() {
    let window = sample();
    let bitext = bitext(&window);
    assert!(bitext.beads.len() >= 20, "{} rows", bitext.beads.len());
    bitext.check().expect("nothing is lost");
    assert!(
        window.get_all_by_role(Role::Row).count() > 5,
        "rows are named for screen readers"
    );
}

#[test]
fn a_accepts_and_goes_to_the_next_row_that_needs_eyes() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::A);
    assert_eq!(bitext(&window).beads[0].state, State::Accepted);
    press(&mut window, Modifiers::NONE, Key::A);
    let accepted = bitext(&window)
        .beads
        .iter()
        .filter(|bead| bead.state == State::Accepted)
        .count();
    assert_eq!(accepted, 2);
    assert_eq!(
        bitext(&window).beads[1].state,
        State::Unreviewed,
        "the sure second row was jumped over"
    );
}

#[test]
fn the_hangul_layout_reaches_the_same_commands() {
    let mut window = sample();
    ime(&mut window, ImeEvent::Commit("ㅁ".into()));
    assert_eq!(bitext(&window).beads[0].state, State::Accepted);
}

#[test]
fn merge_split_push_and_undo_by_keys() {
    let mut window = sample();
    let before = bitext(&window).clone();
    press(&mut window, Modifiers::NONE, Key::M);
    assert_eq!(bitext(&window).beads.len(), before.beads.len() - 1);
    assert_eq!(bitext(&window).beads[0].shape(), "2-2");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::S);
    assert_eq!(bitext(&window).beads[0].shape(), "1-1");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(
        bitext(&window).beads[1].en.len(),
        0,
        "the English column went down"
    );
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*bitext(&window), before);
}

#[test]
fn hangul_is_typed_into_a_sentence_and_saved() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::F2);
    press(&mut window, Modifiers::COMMAND, Key::A);
    for text in ["ㅎ", "하", "한"] {
        ime(
            &mut window,
            ImeEvent::Preedit {
                text: text.into(),
                active_range_chars: Some(1..1),
            },
        );
    }
    ime(
        &mut window,
        ImeEvent::Preedit {
            text: String::new(),
            active_range_chars: None,
        },
    );
    ime(&mut window, ImeEvent::Commit("한".into()));
    for text in ["ㄱ", "그", "글"] {
        ime(
            &mut window,
            ImeEvent::Preedit {
                text: text.into(),
                active_range_chars: Some(1..1),
            },
        );
    }
    ime(
        &mut window,
        ImeEvent::Preedit {
            text: String::new(),
            active_range_chars: None,
        },
    );
    ime(&mut window, ImeEvent::Commit("글".into()));
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    let first = &bitext(&window).beads[0];
    assert_eq!(bitext(&window).ko.text(first.ko[0]), "한글");
    press(&mut window, Modifiers::SHIFT, Key::F2);
    let first = &bitext(&window).beads[0];
    assert_ne!(
        bitext(&window).ko.text(first.ko[0]),
        "한글",
        "the source text is still there"
    );
}

#[test]
fn escape_drops_what_was_typed() {
    let mut window = sample();
    let before = bitext(&window).clone();
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(Event::Text("lost".into()));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(*bitext(&window), before);
}

#[test]
fn space_links_two_distant_sentences() {
    let mut window = sample();
    let (near, far) = (
        bitext(&window).beads[0].en[0],
        bitext(&window).beads[2].ko[0],
    );
    press(&mut window, Modifiers::NONE, Key::Space);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Space);
    let row = bitext(&window)
        .row_of(Lang::En, near)
        .expect("the sentence is in a row");
    assert_eq!(bitext(&window).beads[row].ko, [far]);
    bitext(&window).check().expect("nothing is lost");
}

#[test]
fn x_excludes_a_paragraph_and_the_side_list_restores_it() {
    let mut window = sample();
    let segments = bitext(&window).en.segments.len();
    press(&mut window, Modifiers::NONE, Key::X);
    assert!(bitext(&window).en.segments.len() < segments);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(bitext(&window).en.segments.len(), segments);
}

#[test]
fn realigning_keeps_accepted_rows() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::M);
    press(&mut window, Modifiers::NONE, Key::A);
    let pinned = bitext(&window).beads[0].clone();
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, Modifiers::COMMAND, Key::R);
    for _ in 0..40 {
        settle(&mut window);
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(bitext(&window).beads[0], pinned);
    assert_eq!(
        bitext(&window).side(Lang::En).segments.len(),
        sample_segments()
    );
}

fn sample_segments() -> usize {
    bitext(&sample()).en.segments.len()
}

#[test]
fn the_export_pane_writes_the_file_it_shows() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::E);
    let file = std::env::temp_dir().join(format!("jjak-window-test-{}.tmx", std::process::id()));
    let field = Text::FileName.in_(Tongue::English);
    window.get_by_role_and_label(Role::TextInput, field).focus();
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(file.display().to_string()));
    settle(&mut window);
    window
        .get_by_role_and_label(Role::Button, Text::ExportNow.in_(Tongue::English))
        .click();
    settle(&mut window);
    let written = std::fs::read_to_string(&file).expect("the file was written");
    std::fs::remove_file(&file).expect("it was there");
    assert!(
        written.contains("<tmx version=\"1.4\">") && written.contains("ko-KR"),
        "{written}"
    );
}

#[test]
fn the_palette_runs_a_command_by_name() {
    let mut window = sample();
    let rows = bitext(&window).beads.len();
    press(&mut window, Modifiers::COMMAND, Key::P);
    window.event(Event::Text("merge with".into()));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(bitext(&window).beads.len(), rows - 1);
}

#[test]
fn a_sentence_is_cut_where_the_arrows_say() {
    let mut window = sample();
    let segments = bitext(&window).en.segments.len();
    press(&mut window, Modifiers::SHIFT, Key::S);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(bitext(&window).en.segments.len(), segments + 1);
    bitext(&window).check().expect("nothing is lost");
    press(&mut window, Modifiers::SHIFT, Key::M);
    assert_eq!(bitext(&window).en.segments.len(), segments);
}

#[test]
fn a_note_is_kept_when_its_field_is_left() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::N);
    settle(&mut window);
    window.event(Event::Text("see page 2".into()));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(bitext(&window).beads[0].note, "see page 2");
}

#[test]
fn find_goes_to_the_hit() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.event(Event::Text("준설".into()));
    settle(&mut window);
    assert!(
        window
            .query_by_label(Text::FindNone.in_(Tongue::English))
            .is_none()
    );
}

#[test]
fn every_command_has_words_in_both_languages_and_a_help_line() {
    for command in Command::ALL {
        for tongue in [Tongue::English, Tongue::Korean] {
            assert!(
                !command.label(tongue).is_empty() && !command.help(tongue).is_empty(),
                "{command:?}"
            );
        }
        let korean = command.help(Tongue::Korean);
        assert!(
            korean.chars().any(jjak::article::is_hangul),
            "{command:?}: {korean}"
        );
    }
}

#[test]
fn the_korean_window_says_its_names_in_korean() {
    let window = window(Tongue::Korean);
    let node = window.get_by_role_and_label(Role::Button, "예제 열기");
    assert!(!node.accesskit_node().is_disabled());
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
    assert_eq!(bitext(&window).beads[0].state, State::Accepted);

    press(&mut window, Modifiers::COMMAND, Key::N);
    window
        .get_by_role_and_label(Role::Button, "Open the sample")
        .click();
    settle(&mut window);
    assert!(window.query_by_label_contains("not saved yet").is_some());
    window.get_by_label("Cancel").click();
    settle(&mut window);
    assert_eq!(bitext(&window).beads[0].state, State::Accepted);
}

/// A window that keeps pairs without a name in `folder`.
fn window_of(folder: &Path) -> Window {
    let mut settings = Settings::default();
    (settings.tongue, settings.unsaved) = (Some(Tongue::English), Some(folder.to_owned()));
    window_with(settings)
}

/// Steps until something of that name is there.
fn wait_for(window: &mut Window, label: &str) {
    for _ in 0..200 {
        window.step();
        if window.query_all_by_label_contains(label).count() > 0 {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{label:?} did not appear");
}

fn files_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let projects = entries.filter(|entry| entry.path().extension().is_some());
    projects
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .count()
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
    press(&mut window, Modifiers::COMMAND, Key::S);
    let field = window.get_by_role_and_label(Role::TextInput, "File");
    field.focus();
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(file.display().to_string()));
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Save").click();
    settle(&mut window);
    assert_eq!(files_in(&unsaved), 0, "the copy without a name is gone");
    press(&mut window, Modifiers::NONE, Key::A);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let found = jjak::project::read(&file).unwrap();
    assert_eq!(&found.project.bitext, bitext(&window));
    assert_eq!((found.project.history.len(), found.journaled), (1, 2));
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
