//! Sentence rules in the window: seen before they count, and undone in one step.

use crate::driver::{Window, bitext, open_pair, open_sample, press, settle, wait_for, window_with};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;
use std::path::Path;

fn window_of(lists: &Path) -> Window {
    let mut settings = Settings::default();
    (settings.locale, settings.lists) = (Some(Locale::English), Some(lists.to_owned()));
    window_with(settings)
}

fn sentences(window: &Window) -> usize {
    bitext(window).en.segments.len() + bitext(window).ko.segments.len()
}

#[test]
fn the_pair_is_cut_anew_and_back_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open_sample(window_of(folder.path()));
    let before = bitext(&window).clone();
    press(&mut window, Modifiers::COMMAND, Key::L);
    wait_for(&mut window, "Sentences: English 30 → 30");
    window
        .get_by_role_and_label(Role::CheckBox, "Every line is a sentence already")
        .click();
    wait_for(&mut window, "Sentences: English 30 → 18");
    assert_eq!(bitext(&window), &before, "a preview changes nothing");
    window
        .get_by_role_and_label(Role::Button, "Cut the pair anew")
        .click();
    wait_for(&mut window, "Cut anew:");
    assert!(sentences(&window) < before.en.segments.len() + before.ko.segments.len());
    // The panel has the keys until it is left.
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(bitext(&window), &before);
}

#[test]
fn a_word_of_ones_own_counts_at_once_and_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open_sample(window_of(folder.path()));
    press(&mut window, Modifiers::COMMAND, Key::L);
    window
        .get_by_role_and_label(Role::TextInput, "New word")
        .focus();
    settle(&mut window);
    window.event(Event::Text("Kapt.".into()));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    wait_for(&mut window, "Kapt.  ×");
    let file = folder.path().join("segment/abbreviations.txt");
    assert!(std::fs::read_to_string(file).unwrap().contains("Kapt."));
}

#[test]
fn broken_lines_are_joined_in_what_is_opened_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let en = file(
        "en.txt",
        "The harbor was\ndredged\nin March.\n\nIt took a year.\n",
    );
    let ko = file("ko.txt", "항구는 3월에\n준설되었다.\n\n한 해가 걸렸다.\n");
    let lists = tempfile::tempdir().unwrap();
    let mut window = window_of(lists.path());
    open_pair(&mut window, en.clone(), ko.clone());
    assert_eq!(sentences(&window), 4 + 3, "short lines look like a list");
    press(&mut window, Modifiers::COMMAND, Key::L);
    wait_for(&mut window, "Lines broken at a column");
    window
        .get_by_role_and_label(Role::RadioButton, "Join")
        .click();
    settle(&mut window);
    window
        .get_by_role_and_label(Role::Button, "Cut the pair anew")
        .click();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    open_pair(&mut window, en, ko);
    for _ in 0..200 {
        if sentences(&window) == 4 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
    assert_eq!(sentences(&window), 2 + 2);
}
