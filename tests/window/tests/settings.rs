//! Settings: keys of one's own, how sentences are set, and what is kept of it.

use crate::driver::{Window, bitext, ime, press, sample, settle};
use egui::accesskit::{Role, Toggled};
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::article::Lang;
use jjak::bitext::{RowIndex, State};
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;

/// A window with the sample, and the settings open at the keys of the commands that `query` finds.
fn keys_of(query: &str) -> Window {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::Comma);
    window
        .get_by_role_and_label(Role::TextInput, "Find a command or a key")
        .focus();
    settle(&mut window);
    window.event(Event::Text(query.into()));
    settle(&mut window);
    window
}

fn click(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

fn state(window: &Window) -> State {
    bitext(window).beads[RowIndex(0)].state
}

#[test]
fn a_key_is_changed_by_pressing_another_and_menus_tell_of_it() {
    let mut window = keys_of("flag");
    click(&mut window, "Flag: F");
    press(&mut window, Modifiers::NONE, Key::Q);
    window.get_by_label("Flag: Q");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::F);
    assert_eq!(state(&window), State::Unreviewed, "F is free now");
    press(&mut window, Modifiers::NONE, Key::Q);
    assert_eq!(state(&window), State::Flagged);
    press(&mut window, Modifiers::NONE, Key::Questionmark);
    assert!(
        window.query_all_by_label("Q").count() > 0,
        "the sheet knows"
    );
}

#[test]
fn a_taken_key_is_told_and_can_be_swapped() {
    let mut window = keys_of("flag");
    click(&mut window, "Flag: F");
    press(&mut window, Modifiers::NONE, Key::A);
    window.get_by_label_contains("A is the key of “Accept and go on”.");
    assert_eq!(
        state(&window),
        State::Unreviewed,
        "it was an answer, no command"
    );
    // The first answer has the focus.
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("Flag: A");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::A);
    assert_eq!(state(&window), State::Flagged);
    press(&mut window, Modifiers::NONE, Key::F);
    assert_eq!(state(&window), State::Accepted);
    press(&mut window, Modifiers::COMMAND, Key::Comma);
    click(&mut window, "Reset all keys");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, Modifiers::NONE, Key::F);
    assert_eq!(state(&window), State::Flagged);
}

#[test]
fn a_key_is_given_on_the_hangul_layout_too_and_esc_leaves_it() {
    let mut window = keys_of("flag");
    click(&mut window, "Flag: F");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("Flag: F");
    click(&mut window, "Flag: F");
    press(&mut window, Modifiers::NONE, Key::Tab);
    window.get_by_label_contains("stay as they are. Press others.");
    ime(&mut window, ImeEvent::Commit("ㅂ".into()));
    window.get_by_label("Flag: Q");
    press(&mut window, Modifiers::NONE, Key::Escape);
    ime(&mut window, ImeEvent::Commit("ㅂ".into()));
    assert_eq!(state(&window), State::Flagged);
}

/// The handle between the columns; the panels have some of their own.
fn border(window: &Window) -> egui_kittest::Node<'_> {
    window.get_by_label_contains("Drag to move the border of the columns")
}

#[test]
fn the_border_of_the_columns_is_dragged_and_the_lines_set_apart() {
    let mut window = sample();
    let handle = border(&window).rect().center();
    let gap = |window: &Window| {
        let rows: Vec<f32> = window
            .get_all_by_role(Role::Row)
            .map(|row| row.rect().top())
            .collect();
        rows[4] - rows[0]
    };
    let before = gap(&window);
    window.drag_at(handle);
    window.step();
    window.hover_at(handle + egui::vec2(200.0, 0.0));
    window.step();
    window.drop_at(handle + egui::vec2(200.0, 0.0));
    settle(&mut window);
    let moved = border(&window).rect().center();
    assert!(moved.x > handle.x + 150.0, "{handle} to {moved}");
    assert_ne!(gap(&window), before, "Korean lines break elsewhere");
}

#[test]
fn settings_are_kept_and_odd_ones_do_no_harm() {
    let mut settings = Settings::default();
    settings.look.line_spacing = 1.8;
    let json = serde_json::to_string(&settings).unwrap();
    assert!(json.contains("\"text_size\":15.0"), "{json}");
    let read: Settings = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    // A file of an earlier version.
    let old: Settings = serde_json::from_str(r#"{"text_size": 18.0, "dark": true}"#).unwrap();
    assert_eq!((old.look.text_size, old.look.split), (18.0, 0.5));
}

#[test]
fn the_focus_is_never_lost() {
    let mut window = sample();
    let cell = Some(egui::Id::unique("cursor cell"));
    let focused = |window: &Window| window.ctx.memory(|memory| memory.focused()) == cell;
    assert!(focused(&window), "the cell under the cursor has it");
    for key in [
        Key::ArrowDown,
        Key::ArrowDown,
        Key::M,
        Key::F,
        Key::ArrowRight,
        Key::D,
    ] {
        press(&mut window, Modifiers::NONE, key);
        assert!(focused(&window), "after {key:?}");
    }
    for (modifiers, key) in [
        (Modifiers::NONE, Key::F2),
        (Modifiers::COMMAND, Key::F),
        (Modifiers::COMMAND, Key::P),
        (Modifiers::COMMAND, Key::E),
        (Modifiers::COMMAND, Key::S),
        (Modifiers::NONE, Key::N),
        (Modifiers::NONE, Key::F1),
        (Modifiers::COMMAND, Key::Comma),
    ] {
        press(&mut window, modifiers, key);
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, Modifiers::NONE, Key::Escape);
        settle(&mut window);
        assert!(focused(&window), "after {key:?} and Esc");
    }
    // From the grid to the buttons beside it and back.
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(!focused(&window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    settle(&mut window);
    assert!(focused(&window));
}

#[test]
fn a_work_from_korean_has_the_korean_at_the_left() {
    let mut settings = Settings::default();
    (settings.from_korean, settings.locale) = (true, Some(Locale::English));
    let mut window = crate::driver::open_sample(crate::driver::window_with(settings));
    let bead = &bitext(&window).beads[RowIndex(0)];
    let text = |lang| -> String {
        let side = bitext(&window).side(lang);
        let ids = bead.ids(lang).iter();
        ids.map(|&id| side.text(id).into_owned()).collect()
    };
    let (english, korean) = (text(Lang::En), text(Lang::Ko));
    let left = |text: &str| window.get_by_label(text).rect().left();
    assert!(
        left(&korean) < left(&english),
        "the original is at the left"
    );
    // The arrows go as they point.
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(chosen(&window), english);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(chosen(&window), korean);
}

/// The text of the cell under the cursor, as screen readers are told.
fn chosen(window: &Window) -> String {
    let mut cells = window.query_all_by_role(Role::Cell);
    let cell = cells.find(|node| node.accesskit_node().toggled() == Some(Toggled::True));
    let cell = cell.expect("a cell is chosen");
    cell.accesskit_node().label().unwrap_or_default()
}
