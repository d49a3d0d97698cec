//! The review screen, driven by keys and by mouse.

use crate::driver::{bitext, ime, press, sample, settle, window};
use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::article::Lang;
use jjak::bitext::{RowIndex, State};
use jjak_workbench::command::Command;
use jjak_workbench::texts::{Locale, Text};
use std::time::Duration;

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
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
    press(&mut window, Modifiers::NONE, Key::A);
    let accepted = bitext(&window)
        .beads
        .iter()
        .filter(|bead| bead.state == State::Accepted)
        .count();
    assert_eq!(accepted, 2);
    assert_eq!(
        bitext(&window).beads[RowIndex(1)].state,
        State::Unreviewed,
        "the sure second row was jumped over"
    );
}

#[test]
fn all_that_is_sure_is_accepted_in_one_step() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    let accepted = |window: &crate::driver::Window| {
        let beads = &bitext(window).beads;
        let accepted = beads.iter().filter(|bead| bead.state == State::Accepted);
        (accepted.count(), beads.len())
    };
    let (sure, all) = accepted(&window);
    assert!(sure > all / 2 && sure < all, "{sure} of {all}");
    let beads = &bitext(&window).beads;
    let unsure = beads.iter().filter(|bead| bead.confidence < 0.9);
    assert!(unsure.clone().count() > 0);
    assert!(unsure.clone().all(|bead| bead.state == State::Unreviewed));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(accepted(&window).0, 0);
}

#[test]
fn the_hangul_layout_reaches_the_same_commands() {
    let mut window = sample();
    ime(&mut window, ImeEvent::Commit("ㅁ".into()));
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
}

#[test]
fn merge_split_push_and_undo_by_keys() {
    let mut window = sample();
    let before = bitext(&window).clone();
    press(&mut window, Modifiers::NONE, Key::M);
    assert_eq!(bitext(&window).beads.len(), before.beads.len() - 1);
    assert_eq!(bitext(&window).beads[RowIndex(0)].shape(), "2-2");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::S);
    assert_eq!(bitext(&window).beads[RowIndex(0)].shape(), "1-1");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(
        bitext(&window).beads[RowIndex(1)].en.len(),
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
    let first = &bitext(&window).beads[RowIndex(0)];
    assert_eq!(bitext(&window).ko.text(first.ko[0]), "한글");
    assert_eq!(first.state, State::Accepted, "what is written so is right");
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, Modifiers::SHIFT, Key::F2);
    let first = &bitext(&window).beads[RowIndex(0)];
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
    // The keys are the grid's again.
    press(&mut window, Modifiers::NONE, Key::A);
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*bitext(&window), before);
}

#[test]
fn space_links_two_distant_sentences() {
    let mut window = sample();
    let (near, far) = (
        bitext(&window).beads[RowIndex(0)].en[0],
        bitext(&window).beads[RowIndex(2)].ko[0],
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
    let pinned = bitext(&window).beads[RowIndex(0)].clone();
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, Modifiers::COMMAND, Key::R);
    for _ in 0..40 {
        settle(&mut window);
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(bitext(&window).beads[RowIndex(0)], pinned);
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
    let field = Text::FileName.in_(Locale::English);
    window.get_by_role_and_label(Role::TextInput, field).focus();
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(file.display().to_string()));
    settle(&mut window);
    window
        .get_by_role_and_label(Role::Button, Text::ExportNow.in_(Locale::English))
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
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(bitext(&window).beads[RowIndex(0)].note, "see page 2");
}

#[test]
fn find_goes_to_the_hit() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.event(Event::Text("준설".into()));
    settle(&mut window);
    assert!(
        window
            .query_by_label(Text::FindNone.in_(Locale::English))
            .is_none()
    );
}

#[test]
fn every_command_has_words_in_both_languages_and_a_help_line() {
    for command in Command::ALL {
        for locale in [Locale::English, Locale::Korean] {
            assert!(
                !command.label(locale).is_empty() && !command.help(locale).is_empty(),
                "{command:?}"
            );
        }
        let korean = command.help(Locale::Korean);
        assert!(
            korean.chars().any(jjak::article::is_hangul),
            "{command:?}: {korean}"
        );
    }
}

#[test]
fn the_korean_window_says_its_names_in_korean() {
    let window = window(Locale::Korean);
    let node = window.get_by_role_and_label(Role::Button, "예제 열기");
    assert!(!node.accesskit_node().is_disabled());
}
