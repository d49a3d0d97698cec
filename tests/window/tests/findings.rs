//! What the checks say, in the window: gone to, set right, found right, and taken back.

use crate::driver::{Window, bitext, press, settle, wait_for, work};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jjak::article::Lang;
use jjak::bitext::RowRange;

const BARE: Modifiers = Modifiers::NONE;

const ENGLISH: &str = "Richard Miller opened the harbor office on Monday.\n\n\
    Richard said that the ferry would sail again in March.\n\n\
    Is the ferry safe?\n\n\
    Richard Miller met the fishermen on Tuesday.\n\n\
    Richard left the island on Wednesday morning.\n";
const KOREAN: &str = "리처드 밀러가 월요일 항만 사무소를 열었다.\n\n\
    리처드는 연락선이 3월에 다시 다닐 것이라고 말했다 .\n\n\
    연락선은 안전하다.\n\n\
    리차드 밀러는 화요일 어민들을 만났다.\n\n\
    리차드는 수요일 아침 섬을 떠났다.\n";

/// A window with the list of findings, all read.
fn listed() -> Window {
    let mut window = work(ENGLISH, KOREAN);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    wait_for(&mut window, "Findings of this text");
    window
}

fn korean(window: &Window) -> Vec<String> {
    let bitext = bitext(window);
    let rows = bitext.beads.rows();
    let text = |row| -> String {
        let texts: Vec<_> = bitext.texts(row, Lang::Ko).collect();
        texts.join(" ")
    };
    rows.each().map(text).collect()
}

fn click(window: &mut Window, label: &str) {
    wait_for(window, label);
    let mut buttons = window.query_all_by_role(Role::Button);
    let button = buttons.find(|node| {
        use egui_kittest::kittest::NodeT;
        node.accesskit_node().label().as_deref() == Some(label)
    });
    button
        .unwrap_or_else(|| panic!("no button {label}"))
        .click();
    drop(buttons);
    settle(window);
}

#[test]
fn one_spelling_for_all_is_one_step() {
    let mut window = listed();
    let before = korean(&window);
    assert!(before[3].contains("리차드") && before[4].contains("리차드"));
    click(&mut window, "Set right everywhere (2)");
    let after = korean(&window);
    assert_eq!(after[3], "리처드 밀러는 화요일 어민들을 만났다.");
    assert_eq!(after[4], "리처드는 수요일 아침 섬을 떠났다.");
    wait_for(&mut window, "Sentences set right: 2.");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(korean(&window), before);
}

#[test]
fn the_next_finding_is_set_right_by_a_key() {
    let mut window = work(ENGLISH, KOREAN);
    wait_for(&mut window, "With a finding 4");
    press(&mut window, BARE, Key::F8);
    press(&mut window, BARE, Key::R);
    assert!(
        korean(&window)[1].ends_with("말했다."),
        "{:?}",
        korean(&window)
    );
    press(&mut window, BARE, Key::F8);
    press(&mut window, BARE, Key::R);
    assert_eq!(korean(&window)[2], "연락선은 안전하다?");
    press(&mut window, Modifiers::SHIFT, Key::F8);
    press(&mut window, BARE, Key::I);
    wait_for(&mut window, "Not told again here");
}

#[test]
fn what_is_found_right_is_kept_and_can_be_taken_back() {
    let mut window = listed();
    click(&mut window, "“리차드” is right");
    wait_for(&mut window, "Found right 1");
    wait_for(&mut window, "All 2");
    let waivers = bitext(&window).beads.iter().flat_map(|bead| &bead.waivers);
    let waivers: Vec<_> = waivers.cloned().collect();
    assert_eq!(waivers.len(), 1);
    assert_eq!(waivers[0].to_string(), "names\t리차드");
    // A file of the work holds it.
    let line = serde_json::to_string(bitext(&window)).expect("it is written");
    let again: jjak::bitext::Bitext = serde_json::from_str(&line).expect("and read");
    assert_eq!(&again, bitext(&window));
    click(&mut window, "Found right 1");
    click(&mut window, "Tell again");
    assert!(
        bitext(&window)
            .beads
            .iter()
            .all(|bead| bead.waivers.is_empty())
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(
        bitext(&window)
            .beads
            .iter()
            .any(|bead| !bead.waivers.is_empty())
    );
}

#[test]
fn a_word_is_seen_in_all_its_places() {
    let mut window = work(ENGLISH, KOREAN);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    window.event(egui::Event::Text("ferry".into()));
    settle(&mut window);
    wait_for(&mut window, "Places: 2");
    click(&mut window, "Go to row 3");
    assert!(window.query_by_label_contains("Row 3 · 1-1").is_some());
    press(&mut window, BARE, Key::Escape);
    assert!(window.query_by_label("Concordance").is_none());
}
