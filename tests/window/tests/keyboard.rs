//! One owner of the keyboard: what is open keeps the keys from the rows behind it.

use crate::driver::{Window, bitext, press, sample, settle, work};
use egui::accesskit::Role;
use egui::{Event, Id, ImeEvent, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::article::Lang;
use jjak::bitext::{Bitext, RowIndex, State};
use jjak_workbench::keyboard::Owner;
use jjak_workbench::texts::{Locale, Text};

const BARE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Keys that mean something in the grid, but for those that press a button.
const GRID_KEYS: [Key; 17] = [
    Key::A,
    Key::B,
    Key::D,
    Key::F,
    Key::G,
    Key::J,
    Key::M,
    Key::N,
    Key::S,
    Key::U,
    Key::V,
    Key::X,
    Key::Num1,
    Key::F2,
    Key::Backspace,
    Key::PageDown,
    Key::ArrowDown,
];

/// What covers the rows, or takes the keys from them, and how it is opened.
const OPENERS: [(&str, Modifiers, Key); 12] = [
    ("export", CTRL, Key::E),
    ("save", CTRL, Key::S),
    ("settings", CTRL, Key::Comma),
    ("rules", CTRL, Key::L),
    ("find", CTRL, Key::F),
    ("replace", CTRL, Key::H),
    ("palette", CTRL, Key::P),
    ("help", BARE, Key::Questionmark),
    ("manual", BARE, Key::F1),
    ("go to row", CTRL, Key::G),
    ("filter", CTRL_SHIFT, Key::F),
    ("menu of the sentence", Modifiers::SHIFT, Key::F10),
];

fn type_text(window: &mut Window, text: &str) {
    window.event(Event::Text(text.into()));
    settle(window);
}

fn text(bitext: &Bitext, row: usize, lang: Lang) -> String {
    bitext
        .texts(RowIndex(row), lang)
        .collect::<Vec<_>>()
        .join(" ")
}

fn grid_has_focus(window: &Window) -> bool {
    window
        .ctx
        .memory(|memory| memory.has_focus(Id::unique("cursor cell")))
}

#[test]
fn no_bare_key_reaches_the_rows_behind_what_is_open() {
    for (name, modifiers, key) in OPENERS {
        let mut window = sample();
        press(&mut window, modifiers, key);
        let before = bitext(&window).clone();
        for key in GRID_KEYS {
            window.key_press(key);
            window.event(Event::Ime(ImeEvent::Commit("ㅡ".into())));
            window.step();
        }
        settle(&mut window);
        assert!(!grid_has_focus(&window), "{name}");
        assert_eq!(*bitext(&window), before, "{name}");
    }
}

#[test]
fn keys_pressed_faster_than_the_screen_is_drawn_stay_out_of_the_rows() {
    for (name, modifiers, key) in OPENERS {
        let mut window = sample();
        let before = bitext(&window).clone();
        window.key_press_modifiers(modifiers, key);
        window.key_press(Key::M);
        window.key_press(Key::X);
        settle(&mut window);
        assert_eq!(*bitext(&window), before, "{name}");
    }
}

#[test]
fn tab_goes_around_in_a_panel() {
    for (name, modifiers, key) in OPENERS.into_iter().take(6) {
        for held in [BARE, Modifiers::SHIFT] {
            let mut window = sample();
            press(&mut window, modifiers, key);
            let focused = |window: &Window| window.ctx.memory(|memory| memory.focused());
            let mut seen = Vec::new();
            // The settings have a button for every key: more than a test has time for.
            let most = if name == "settings" { 20 } else { 80 };
            for _ in 0..most {
                window.key_press_modifiers(held, Key::Tab);
                window.step();
                window.step();
                assert!(!grid_has_focus(&window), "{name}");
                if seen.contains(&focused(&window)) {
                    break;
                }
                seen.push(focused(&window));
            }
            assert!(seen.len() > 2, "{name}: {seen:?}");
            let is_around = seen.len() < most;
            assert!(is_around || name == "settings", "{name} goes around");
        }
    }
}

#[test]
fn a_click_into_the_rows_gives_them_the_keys_and_closing_a_panel_too() {
    let mut window = sample();
    press(&mut window, CTRL, Key::Comma);
    press(&mut window, BARE, Key::A);
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Unreviewed);
    let first = text(bitext(&window), 0, Lang::En);
    window.get_by_role_and_label(Role::Cell, &first).click();
    settle(&mut window);
    press(&mut window, BARE, Key::A);
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
    press(&mut window, CTRL, Key::L);
    press(&mut window, BARE, Key::B);
    press(&mut window, BARE, Key::Escape);
    press(&mut window, BARE, Key::Escape);
    press(&mut window, BARE, Key::B);
    let beads = &bitext(&window).beads;
    assert_eq!(beads.iter().filter(|bead| bead.bookmark).count(), 1);
}

#[test]
fn a_menu_is_gone_through_by_arrows() {
    let mut window = sample();
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert_eq!(Owner::of(&window.ctx), Owner::Menu);
    let focused = |window: &Window| {
        let nodes = window.query_all_by_role(Role::Button);
        let mut focused = nodes.filter(|node| node.accesskit_node().is_focused());
        focused
            .next()
            .and_then(|node| node.accesskit_node().label())
    };
    let first = focused(&window).expect("the first line");
    assert!(first.starts_with("Edit the sentence"), "{first}");
    press(&mut window, BARE, Key::ArrowUp);
    press(&mut window, BARE, Key::ArrowDown);
    assert_eq!(focused(&window), Some(first));
    // The original text cannot be had, and is passed over.
    press(&mut window, BARE, Key::ArrowDown);
    press(&mut window, BARE, Key::Enter);
    assert_eq!(Owner::of(&window.ctx), Owner::Cut);
}

#[test]
fn a_list_of_choices_takes_the_arrow_keys() {
    let mut window = sample();
    press(&mut window, CTRL, Key::E);
    let format = "Format";
    window.get_by_role_and_label(Role::ComboBox, format).focus();
    settle(&mut window);
    press(&mut window, BARE, Key::ArrowDown);
    press(&mut window, BARE, Key::ArrowDown);
    press(&mut window, BARE, Key::ArrowUp);
    let name = Text::FileName.in_(Locale::English);
    let file = window.get_by_role_and_label(Role::TextInput, name);
    let file = file.accesskit_node().value().unwrap_or_default();
    assert!(file.len() > 4 && !file.ends_with(".tmx"), "{file}");
}

#[test]
fn tab_in_the_editor_saves_and_goes_to_the_other_side() {
    let mut window = sample();
    let korean = text(bitext(&window), 0, Lang::Ko);
    press(&mut window, BARE, Key::F2);
    press(&mut window, CTRL, Key::A);
    type_text(&mut window, "One.");
    press(&mut window, BARE, Key::Tab);
    assert_eq!(text(bitext(&window), 0, Lang::En), "One.");
    press(&mut window, CTRL, Key::A);
    type_text(&mut window, "하나.");
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    assert_eq!(text(bitext(&window), 0, Lang::Ko), "하나.");
    press(&mut window, BARE, Key::End);
    type_text(&mut window, " More");
    for key in [Key::X, Key::M, Key::A] {
        press(&mut window, BARE, key);
    }
    press(&mut window, CTRL, Key::Enter);
    assert_eq!(text(bitext(&window), 0, Lang::En), "One. More");
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
    for _ in 0..4 {
        press(&mut window, CTRL, Key::Z);
    }
    assert_eq!(text(bitext(&window), 0, Lang::Ko), korean);
}

#[test]
fn escape_drops_what_was_typed_and_undo_brings_it_back() {
    let mut window = sample();
    let before = bitext(&window).clone();
    press(&mut window, BARE, Key::F2);
    press(&mut window, CTRL, Key::A);
    type_text(&mut window, "Typed.");
    press(&mut window, BARE, Key::Escape);
    assert_eq!(*bitext(&window), before);
    press(&mut window, CTRL, Key::Z);
    assert_eq!(text(bitext(&window), 0, Lang::En), "Typed.");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(*bitext(&window), before);
    // A note is no other.
    press(&mut window, BARE, Key::N);
    type_text(&mut window, "ask");
    press(&mut window, BARE, Key::Escape);
    assert_eq!(*bitext(&window), before);
    assert!(grid_has_focus(&window));
    press(&mut window, CTRL, Key::Z);
    assert_eq!(bitext(&window).beads[RowIndex(0)].note, "ask");
    // What was not changed is nothing to bring back.
    press(&mut window, BARE, Key::F2);
    press(&mut window, BARE, Key::Escape);
    press(&mut window, CTRL, Key::Z);
    assert_eq!(*bitext(&window), before);
}

#[test]
fn what_is_being_written_is_saved_from_its_field() {
    for (open, of) in [(Key::F2, "text"), (Key::N, "note")] {
        let mut window = sample();
        press(&mut window, BARE, open);
        press(&mut window, CTRL, Key::A);
        type_text(&mut window, "Written");
        press(&mut window, CTRL, Key::S);
        let bitext = bitext(&window);
        let written = match of {
            "text" => text(bitext, 0, Lang::En),
            _ => bitext.beads[RowIndex(0)].note.clone(),
        };
        assert_eq!(written, "Written");
    }
}

#[test]
fn a_command_on_a_row_that_is_being_edited_comes_after_its_text() {
    let mut window = sample();
    press(&mut window, BARE, Key::F2);
    press(&mut window, CTRL, Key::A);
    type_text(&mut window, "Written.");
    press(&mut window, CTRL, Key::P);
    type_text(&mut window, "merge with");
    press(&mut window, BARE, Key::Enter);
    assert!(text(bitext(&window), 0, Lang::En).starts_with("Written. "));
    press(&mut window, BARE, Key::A);
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);
}

#[test]
fn a_work_with_no_rows_left_takes_every_key() {
    let mut window = work("A boat came in.", "배가 들어왔다.");
    let before = bitext(&window).clone();
    press(&mut window, BARE, Key::X);
    press(&mut window, BARE, Key::ArrowRight);
    press(&mut window, BARE, Key::X);
    assert!(bitext(&window).beads.is_empty());
    for key in Key::ALL {
        for modifiers in [BARE, Modifiers::SHIFT] {
            // Those open what has the keys then, or go there.
            let leaves = [Key::F1, Key::F3, Key::Questionmark, Key::Slash, Key::Tab];
            if !leaves.contains(key) {
                press(&mut window, modifiers, *key);
            }
        }
    }
    for _ in 0..4 {
        press(&mut window, CTRL, Key::Z);
    }
    assert_eq!(*bitext(&window), before);
}

/// What was copied in the last frame that copied anything.
fn copied(window: &mut Window) -> String {
    window.event(Event::Copy);
    for _ in 0..4 {
        window.step();
        for command in &window.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                return text.clone();
            }
        }
    }
    panic!("nothing was copied");
}

#[test]
fn the_cell_is_copied_and_selected_rows_as_a_table() {
    let mut window = sample();
    let cell = |window: &Window, row, lang| text(bitext(window), row, lang);
    assert_eq!(copied(&mut window), cell(&window, 0, Lang::En));
    press(&mut window, BARE, Key::ArrowRight);
    assert_eq!(copied(&mut window), cell(&window, 0, Lang::Ko));
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    let lines = [0, 1].map(|row| {
        let sides = Lang::BOTH.map(|lang| cell(&window, row, lang));
        format!("{}\n", sides.join("\t"))
    });
    assert_eq!(copied(&mut window), lines.concat());
    // A field's text is the field's.
    press(&mut window, BARE, Key::F2);
    press(&mut window, CTRL, Key::A);
    assert_eq!(copied(&mut window), cell(&window, 1, Lang::Ko));
}

#[test]
fn a_page_that_was_copied_from_a_browser_is_pasted_as_html() {
    fn html() -> Option<String> {
        Some("<!DOCTYPE html><h1>A quiet harbour</h1><p>Boats came back at noon.</p>".into())
    }
    let mut window = crate::driver::window(Locale::English);
    let workbench = window.state_mut().as_mut().expect("a window");
    workbench.read_html_with(html);
    window.event(Event::Paste(
        "A quiet harbour Boats came back at noon.".into(),
    ));
    crate::driver::wait_for(&mut window, "A quiet harbour");
    // Into the field for a text, too.
    let field = "English: Paste text";
    let mut window = crate::driver::window(Locale::English);
    window
        .state_mut()
        .as_mut()
        .expect("a window")
        .read_html_with(html);
    window.get_by_role_and_label(Role::Button, field).click();
    settle(&mut window);
    window.event(Event::Paste(
        "A quiet harbour Boats came back at noon.".into(),
    ));
    crate::driver::wait_for(&mut window, "A quiet harbour");
}
