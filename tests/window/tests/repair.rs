//! Cutting, selecting, dragging, bookmarks, findings and the texts as a whole.

use crate::driver::{bitext, press, sample, settle, wait_for};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::bitext::{Origin, RowIndex, State};

fn labels(window: &crate::driver::Window, part: &str) -> Vec<String> {
    let found = window.query_all_by_label_contains(part);
    let found = found.filter_map(|node| {
        let node = node.accesskit_node();
        node.value().or(node.label())
    });
    found.collect()
}

#[test]
fn a_sentence_is_cut_at_ranked_places() {
    let mut window = sample();
    let before = bitext(&window).clone();
    press(&mut window, Modifiers::SHIFT, Key::S);
    let hint = labels(&window, "Enter cuts");
    assert!(hint[0].starts_with("1 of "), "{hint:?}");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(labels(&window, "Enter cuts")[0].starts_with("2 of "));
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(
        bitext(&window).beads[RowIndex(0)].en.len(),
        before.beads[RowIndex(0)].en.len() + 1
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*bitext(&window), before);
    // The row, too.
    press(&mut window, Modifiers::SHIFT, Key::S);
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    assert_eq!(bitext(&window).beads.len(), before.beads.len() + 1);
    bitext(&window).check().expect("nothing is lost");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*bitext(&window), before, "in one step");
}

#[test]
fn selected_rows_are_accepted_merged_and_let_go() {
    let mut window = sample();
    let rows = bitext(&window).beads.len();
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(labels(&window, "3 rows selected").len(), 1);
    press(&mut window, Modifiers::NONE, Key::M);
    assert_eq!(bitext(&window).beads.len(), rows - 2);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(labels(&window, "rows selected").is_empty());
    press(&mut window, Modifiers::SHIFT, Key::ArrowUp);
    press(&mut window, Modifiers::NONE, Key::A);
    let states = bitext(&window).beads.iter().take(3).map(|bead| bead.state);
    let states: Vec<State> = states.collect();
    assert_eq!(states[..2], [State::Accepted, State::Accepted]);
}

#[test]
fn bookmarks_are_set_found_and_undone() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::G);
    wait_for(&mut window, "There is no bookmark and no note");
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut window, Modifiers::NONE, Key::B);
    let marked = bitext(&window).beads.iter().position(|bead| bead.bookmark);
    let marked = marked.expect("a bookmark");
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, Modifiers::NONE, Key::G);
    let name = format!("Row {}, ", marked + 1);
    let rows = window.get_all_by_role(Role::Row);
    let rows = rows.filter(|row| row.accesskit_node().toggled() == Some(Toggled::True));
    let selected: Vec<String> = rows
        .filter_map(|row| row.accesskit_node().label())
        .collect();
    assert!(
        selected.len() == 1 && selected[0].starts_with(&name) && selected[0].contains("bookmark"),
        "{selected:?}"
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!bitext(&window).beads.iter().any(|bead| bead.bookmark));
}

fn middle(window: &crate::driver::Window, text: &str) -> Pos2 {
    window
        .get_by_role_and_label(Role::Cell, text)
        .rect()
        .center()
}

fn pointer(window: &mut crate::driver::Window, at: Pos2, pressed: Option<bool>) {
    window.event(Event::PointerMoved(at));
    if let Some(pressed) = pressed {
        window.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    settle(window);
}

#[test]
fn a_sentence_is_dragged_to_another_row() {
    let mut window = sample();
    let texts = |row: usize| -> Vec<String> {
        let texts = bitext(&window).texts(RowIndex(row), jjak::article::Lang::En);
        texts.map(|text| text.into_owned()).collect()
    };
    let (dragged, there) = (texts(2).remove(0), texts(0).remove(0));
    let before = bitext(&window).clone();
    let (from, to) = (middle(&window, &dragged), middle(&window, &there));
    pointer(&mut window, from, Some(true));
    pointer(&mut window, from - egui::vec2(0.0, 20.0), None);
    pointer(&mut window, to, None);
    pointer(&mut window, to, Some(false));
    let first = &bitext(&window).beads[RowIndex(0)];
    assert_eq!(first.en.len(), before.beads[RowIndex(0)].en.len() + 1);
    assert_eq!(first.origin, Origin::Person);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*bitext(&window), before);
}

#[test]
fn linking_crosses_rows_and_pins() {
    let mut window = sample();
    let before = bitext(&window).clone();
    let (en, ko) = (
        before.beads[RowIndex(0)].en[0],
        before.beads[RowIndex(3)].ko[0],
    );
    press(&mut window, Modifiers::NONE, Key::Space);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    let texts: Vec<String> = bitext(&window)
        .texts(RowIndex(3), jjak::article::Lang::Ko)
        .map(|text| text.into_owned())
        .collect();
    window.get_by_role_and_label(Role::Cell, &texts[0]).click();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Space);
    let linked = bitext(&window).beads.iter().find(|bead| bead.en == [en]);
    let linked = linked.expect("the linked row");
    assert!(linked.ko == [ko] && linked.is_pinned(), "{linked:?}");
    bitext(&window).check().expect("nothing is lost");
}

#[test]
fn an_edit_shows_what_it_changed_and_a_slip_is_found() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::F2);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("The the sentence (was edited".into()));
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::Home);
    wait_for(&mut window, "( without its partner");
    assert!(!labels(&window, "edited (Shift+F2)").is_empty());
    press(&mut window, Modifiers::SHIFT, Key::F2);
    for _ in 0..10 {
        settle(&mut window);
    }
    assert!(labels(&window, "without its partner").is_empty());
}

#[test]
fn both_texts_are_read_whole_and_a_click_goes_to_the_row() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::V);
    let paragraphs = window.get_all_by_role(Role::Paragraph).count();
    assert!(paragraphs > 6, "{paragraphs} paragraphs");
    press(&mut window, Modifiers::NONE, Key::A);
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
    press(&mut window, Modifiers::NONE, Key::V);
    assert!(window.get_all_by_role(Role::Row).count() > 3);
}

#[test]
fn realigned_rows_are_marked_until_the_next_edit() {
    let mut window = sample();
    // A slipped column is put right again.
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    wait_for(&mut window, "rows changed");
    let fresh = labels(&window, "re-aligned just now");
    assert!(!fresh.is_empty());
    press(&mut window, Modifiers::NONE, Key::B);
    assert!(labels(&window, "re-aligned just now").is_empty());
}
