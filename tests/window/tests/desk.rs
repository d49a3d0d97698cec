//! What a person at a desk trusts: buttons that stand still, rows that are found again, menus under the right button.

use crate::driver::{Window, bitext, press, sample, settle, wait_for, window, window_of};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::article::Lang;
use jjak::bitext::{RowIndex, State};
use jjak_workbench::texts::Locale;
use std::collections::HashMap;

const BARE: Modifiers = Modifiers::NONE;

/// The number of the row that is chosen, from 1.
fn row(window: &Window) -> usize {
    let mut rows = window.query_all_by_role(Role::Row);
    let chosen = rows.find(|node| node.accesskit_node().toggled() == Some(Toggled::True));
    let name = chosen.and_then(|node| node.accesskit_node().label());
    let name = name.expect("a row is chosen");
    let number = name.trim_start_matches("Row ").split(',').next();
    number
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

/// The numbers of the rows in sight.
fn rows(window: &Window) -> Vec<usize> {
    let names = window.query_all_by_role(Role::Row);
    let names = names.filter_map(|node| node.accesskit_node().label());
    let number = |name: String| {
        let number = name
            .trim_start_matches("Row ")
            .split(',')
            .next()?
            .to_owned();
        number.parse().ok()
    };
    names.filter_map(number).collect()
}

fn has(window: &Window, label: &str) -> bool {
    window.query_all_by_label_contains(label).count() > 0
}

fn buttons(window: &Window, names: &[&str]) -> HashMap<String, egui::Rect> {
    let at = |name: &&str| {
        let button = window.get_by_role_and_label(Role::Button, name);
        ((*name).to_owned(), button.rect())
    };
    names.iter().map(at).collect()
}

fn click(window: &mut Window, at: Pos2, button: PointerButton) {
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        window.event(Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: BARE,
        });
        window.step();
    }
    settle(window);
}

/// The place of the sentence under the cursor.
fn cursor_cell(window: &Window) -> egui::Rect {
    let mut cells = window.query_all_by_role(Role::Cell);
    let chosen = cells.find(|node| node.accesskit_node().toggled() == Some(Toggled::True));
    chosen.expect("a cell is chosen").rect()
}

#[test]
fn the_buttons_beside_the_rows_stand_still() {
    const NAMES: [&str; 6] = [
        "Accept and go on",
        "Flag",
        "Bookmark",
        "Link",
        "1 Exact",
        "5 Intended omission",
    ];
    let mut window = sample();
    let first = buttons(&window, &NAMES);
    let count = bitext(&window).beads.len();
    for _ in 0..count * 2 {
        press(&mut window, BARE, Key::ArrowDown);
        assert_eq!(buttons(&window, &NAMES), first, "at row {}", row(&window));
    }
    // Four clicks at one place accept four rows and do nothing else.
    press(&mut window, Modifiers::COMMAND, Key::Home);
    let at = first["Accept and go on"].center();
    for _ in 0..4 {
        click(&mut window, at, PointerButton::Primary);
    }
    let beads = &bitext(&window).beads;
    let accepted = beads.iter().filter(|bead| bead.state == State::Accepted);
    assert_eq!(accepted.count(), 4);
    assert!(beads.iter().all(|bead| !bead.bookmark));
}

#[test]
fn what_a_person_made_needs_eyes_until_it_is_accepted() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    for _ in 0..2 * bitext(&window).beads.len() {
        if has(&window, "Every row is accepted") {
            break;
        }
        press(&mut window, BARE, Key::D);
        press(&mut window, BARE, Key::A);
    }
    assert!(has(&window, "Every row is accepted"));
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, BARE, Key::M);
    assert!(has(&window, "1 left"), "made by hand");
    press(&mut window, Modifiers::COMMAND, Key::End);
    press(&mut window, BARE, Key::D);
    assert_eq!(row(&window), 1);
    press(&mut window, BARE, Key::A);
    assert!(!has(&window, "1 left"));
    let beads = &bitext(&window).beads;
    assert!(beads.iter().all(|bead| bead.state == State::Accepted));
}

#[test]
fn with_nothing_that_needs_eyes_d_finds_what_is_not_accepted() {
    let mut window = sample();
    while has(&window, " left") {
        press(&mut window, BARE, Key::D);
        press(&mut window, BARE, Key::A);
    }
    let open = |window: &Window| {
        let beads = bitext(window).beads.iter();
        beads.filter(|bead| bead.state != State::Accepted).count()
    };
    let count = open(&window);
    assert!(count > 0 && has(&window, &format!("{count} to accept")));
    press(&mut window, BARE, Key::D);
    let at = row(&window) - 1;
    assert!(bitext(&window).beads[RowIndex(at)].state != State::Accepted);
    press(&mut window, BARE, Key::A);
    assert_eq!(open(&window), count - 1);
}

#[test]
fn a_filter_hides_the_rest_and_esc_brings_it_back() {
    let mut window = sample();
    wait_for(&mut window, "Needs eyes ");
    press(&mut window, BARE, Key::F);
    press(&mut window, Modifiers::COMMAND, Key::End);
    press(&mut window, BARE, Key::F);
    let count = bitext(&window).beads.len();
    window.get_by_label("Flagged 2").click();
    settle(&mut window);
    assert_eq!(rows(&window), [1, count]);
    assert!(has(&window, &format!("2 of {count} rows")));
    // Arrows go from one to the other, and what is said of all above is said of these alone.
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, BARE, Key::ArrowDown);
    assert_eq!(row(&window), count);
    press(&mut window, Modifiers::SHIFT, Key::A);
    let accepted = |window: &Window| -> Vec<usize> {
        let beads = bitext(window).beads.iter().enumerate();
        let accepted = beads.filter(|(_, bead)| bead.state == State::Accepted);
        accepted.map(|(row, _)| row + 1).collect()
    };
    assert_eq!(accepted(&window), [1, count]);
    // They stay in sight until the filter is left.
    assert_eq!(rows(&window), [1, count]);
    press(&mut window, BARE, Key::Escape);
    assert!(rows(&window).len() > 2);
    assert_eq!(row(&window), count);
}

#[test]
fn rows_with_a_text_are_shown_alone() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    window.event(Event::Text("harbor".into()));
    settle(&mut window);
    let shown = rows(&window);
    let all = bitext(&window).clone();
    for row in &shown {
        let mut texts = all.texts(RowIndex(row - 1), Lang::En);
        assert!(texts.any(|text| text.to_lowercase().contains("harbor")));
    }
    assert!(!shown.is_empty() && shown.len() < all.beads.len());
    window.event(Event::Text("zzz".into()));
    settle(&mut window);
    assert!(rows(&window).is_empty() && has(&window, "There is no row of this kind"));
    press(&mut window, BARE, Key::Escape);
    assert!(rows(&window).len() > shown.len().min(5));
}

#[test]
fn a_number_leads_to_its_row_and_a_third_of_the_screen_follows() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::G);
    window.event(Event::Text("14".into()));
    settle(&mut window);
    press(&mut window, BARE, Key::Enter);
    assert_eq!(row(&window), 14);
    let below = rows(&window).into_iter().filter(|&row| row > 14).count();
    assert!(below >= 2, "{below} rows below");
    let cell = cursor_cell(&window);
    assert!(cell.bottom() < 800.0 * 0.75, "{cell:?}");
    // A number that is none changes nothing.
    press(&mut window, Modifiers::COMMAND, Key::G);
    window.event(Event::Text("99".into()));
    settle(&mut window);
    press(&mut window, BARE, Key::Enter);
    assert!(has(&window, "There are rows 1 to "));
    press(&mut window, BARE, Key::Escape);
    assert_eq!(row(&window), 14);
}

#[test]
fn the_right_button_offers_what_can_be_done_to_a_word_and_a_row() {
    let mut window = sample();
    let before = bitext(&window).clone();
    let cell = cursor_cell(&window);
    let word = Pos2::new(cell.left() + 120.0, cell.top() + 16.0);
    click(&mut window, word, PointerButton::Secondary);
    assert!(has(&window, "Exclude the paragraph") && has(&window, "to the glossary…"));
    window
        .get_by_label_contains("Cut the sentence before")
        .click();
    settle(&mut window);
    assert_eq!(
        bitext(&window).en.segments.len(),
        before.en.segments.len() + 1
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(bitext(&window), &before);
    // The margin is the row's.
    let margin = Pos2::new(20.0, cell.center().y);
    click(&mut window, margin, PointerButton::Secondary);
    assert!(has(&window, "Merge with the next row"));
    assert!(!has(&window, "to the glossary…"));
    press(&mut window, BARE, Key::Escape);
    assert_eq!(bitext(&window), &before);
    // By key, too.
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert!(has(&window, "Exclude the paragraph"));
}

#[test]
fn excluded_paragraphs_fold_again() {
    let mut window = sample();
    let folded = |window: &Window| {
        let lines = window.query_all_by_label_contains("▶ ");
        lines
            .filter(|node| node.accesskit_node().role() == Role::Button)
            .count()
    };
    let before = folded(&window);
    assert!(before > 0);
    {
        let mut lines = window.query_all_by_label_contains("▶ ");
        lines.next().expect("a folded gap").click();
    }
    settle(&mut window);
    assert_eq!(folded(&window), before - 1);
    window.get_by_label_contains("▼ ").click();
    settle(&mut window);
    assert_eq!(folded(&window), before);
}

#[test]
fn x_and_d_act_on_the_side_that_has_text() {
    let mut window = sample();
    // The English column a row down: the first row has Korean alone.
    press(&mut window, BARE, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::Home);
    assert!(bitext(&window).beads[RowIndex(0)].en.is_empty());
    let korean = bitext(&window).ko.segments.len();
    press(&mut window, BARE, Key::X);
    assert!(bitext(&window).ko.segments.len() < korean);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, BARE, Key::ArrowLeft);
    press(&mut window, BARE, Key::F2);
    assert!(has(&window, "There is no sentence in this cell"));
    press(&mut window, Modifiers::COMMAND, Key::End);
    press(&mut window, BARE, Key::D);
    assert_eq!(row(&window), 1);
    let cell = cursor_cell(&window);
    assert!(cell.left() > 400.0, "the Korean side: {cell:?}");
}

#[test]
fn the_title_says_the_work_and_that_it_is_not_saved() {
    let mut window = sample();
    let title = |window: &Window| window.state().as_ref().map(|w| w.title().to_owned());
    let clean = title(&window).expect("a title");
    assert!(
        clean.contains("harbor") && clean.ends_with("Jjak · 짝"),
        "{clean}"
    );
    assert!(!clean.starts_with('●'));
    press(&mut window, BARE, Key::A);
    assert_eq!(title(&window), Some(format!("● {clean}")));
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert_eq!(title(&window), Some("Jjak · 짝".into()));
}

#[test]
fn a_place_is_found_again_after_closing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("work.jjak");
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::S);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(file.display().to_string()));
    settle(&mut window);
    press(&mut window, BARE, Key::Enter);
    assert!(file.is_file());
    for _ in 0..9 {
        press(&mut window, BARE, Key::J);
    }
    let at = row(&window);
    let workbench = window.state_mut().as_mut().expect("a window");
    workbench.close();
    let ctx = window.ctx.clone();
    let workbench = window.state_mut().as_mut().expect("a window");
    workbench.open_files(&ctx, vec![file]);
    crate::driver::wait_until_open(&mut window);
    assert_eq!(row(&window), at);
}

#[test]
fn everything_that_can_be_pressed_has_a_name() {
    let mut window = sample();
    let panels: [(Modifiers, Key); 7] = [
        (Modifiers::COMMAND, Key::M),
        (Modifiers::COMMAND, Key::B),
        (Modifiers::COMMAND, Key::H),
        (Modifiers::COMMAND, Key::E),
        (Modifiers::COMMAND, Key::S),
        (Modifiers::COMMAND, Key::L),
        (Modifiers::COMMAND, Key::Comma),
    ];
    let pressed = [
        Role::Button,
        Role::CheckBox,
        Role::RadioButton,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::ComboBox,
        Role::Slider,
        Role::Row,
        Role::Cell,
        Role::Splitter,
    ];
    let check = |window: &Window, at: &str| {
        for role in pressed {
            for node in window.query_all_by_role(role) {
                let node = node.accesskit_node();
                let label = node.label().unwrap_or_default();
                assert!(
                    !label.trim().is_empty(),
                    "a {role:?} without a name {at}: {node:?}"
                );
            }
        }
    };
    check(&window, "in the grid");
    for (modifiers, key) in panels {
        press(&mut window, modifiers, key);
        check(&window, &format!("after {key:?}"));
        let regions = window.query_all_by_role(Role::Region).count();
        assert!(regions > 0, "no panel is named after {key:?}");
        press(&mut window, BARE, Key::Escape);
    }
}

#[test]
fn a_screen_reader_follows_the_keys() {
    let mut window = sample();
    let focused = |window: &Window| {
        let nodes = window.query_all(egui_kittest::kittest::by());
        let mut nodes = nodes.filter(|node| node.accesskit_node().is_focused());
        let node = nodes.next().expect("something has the focus");
        let node = node.accesskit_node();
        (node.role(), node.label().unwrap_or_default())
    };
    let cell = |window: &Window, row: usize, lang| {
        let mut texts = bitext(window).texts(RowIndex(row), lang);
        (Role::Cell, texts.next().expect("a sentence").into_owned())
    };
    assert_eq!(focused(&window), cell(&window, 0, Lang::En));
    press(&mut window, BARE, Key::J);
    assert_eq!(focused(&window), cell(&window, 1, Lang::En));
    press(&mut window, BARE, Key::ArrowRight);
    assert_eq!(focused(&window), cell(&window, 1, Lang::Ko));
    let find = (Role::TextInput, "Find in both texts".to_owned());
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(focused(&window), find);
    press(&mut window, BARE, Key::Escape);
    assert_eq!(focused(&window), cell(&window, 1, Lang::Ko));
    press(&mut window, BARE, Key::F2);
    assert_eq!(focused(&window).1, "Edit the sentence");
    press(&mut window, BARE, Key::Escape);
    press(&mut window, BARE, Key::N);
    assert_eq!(focused(&window).1, "Note");
}

#[test]
fn in_a_small_window_the_columns_stay_wide_enough_to_read() {
    for size in [[1024.0, 700.0], [640.0, 400.0], [720.0, 600.0]] {
        let mut window = sample();
        window.set_size(size.into());
        settle(&mut window);
        let cells = window.query_all_by_role(Role::Cell);
        let narrowest = cells
            .map(|node| node.rect().width())
            .fold(f32::MAX, f32::min);
        // Eighteen ems of fifteen points, or all that such a window has.
        let least = (18.0 * 15.0_f32).min((size[0] - 160.0) / 2.0);
        assert!(narrowest >= least - 8.0, "{narrowest} in {size:?}");
        let accept = window.get_by_role_and_label(Role::Button, "Accept and go on");
        assert!(accept.rect().bottom() <= size[1], "{:?}", accept.rect());
    }
}

#[test]
fn browse_is_within_three_tabs() {
    let mut window = window(Locale::English);
    let reached = |window: &Window| {
        let browse = window.get_by_label("English: Browse…");
        browse.accesskit_node().is_focused()
    };
    let tabs = (0..=3).find(|_| {
        let reached = reached(&window);
        if !reached {
            press(&mut window, BARE, Key::Tab);
        }
        reached
    });
    assert!(tabs.is_some());
}

#[test]
fn messages_lie_over_no_button() {
    let mut window = window_of(bitext(&sample()).clone());
    press(&mut window, BARE, Key::ArrowLeft);
    press(&mut window, BARE, Key::U);
    press(&mut window, BARE, Key::G);
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::E);
    let said: Vec<egui::Rect> = {
        let said = window.query_all_by_role(Role::Status);
        said.map(|node| node.rect()).collect()
    };
    assert!(!said.is_empty(), "something is said");
    for role in [Role::Button, Role::CheckBox, Role::ComboBox] {
        for node in window.query_all_by_role(role) {
            let label = node.accesskit_node().label().unwrap_or_default();
            // The lines between the rows are parts of these.
            let own = ["Close: ", "▶", "Restore"]
                .iter()
                .any(|own| label.starts_with(own));
            let covered = said.iter().any(|said| said.intersects(node.rect()));
            assert!(own || !covered, "{label} is covered");
        }
    }
}

#[test]
fn find_begins_anew_and_deletes_everywhere_only_if_told() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.event(Event::Text("harbor".into()));
    settle(&mut window);
    press(&mut window, BARE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::H);
    // What is typed takes the old text's place.
    window.event(Event::Text("port".into()));
    settle(&mut window);
    let field = |window: &Window, name: &str| {
        let field = window.get_by_role_and_label(Role::TextInput, name);
        field.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(field(&window, "Find in both texts"), "port");
    let all = |window: &Window| {
        let all = window.get_by_label_contains("Replace all (");
        all.accesskit_node().is_disabled()
    };
    assert!(all(&window));
    press(&mut window, BARE, Key::Tab);
    window.event(Event::Text("x".into()));
    settle(&mut window);
    assert_eq!(field(&window, "Replace with"), "x");
    assert!(!all(&window));
    press(&mut window, BARE, Key::Backspace);
    assert!(all(&window));
    window.get_by_label("Delete what is found").click();
    settle(&mut window);
    assert!(!all(&window));
}

#[test]
fn the_log_holds_no_text_of_the_users() {
    let mut window = sample();
    press(&mut window, BARE, Key::A);
    press(&mut window, Modifiers::COMMAND, Key::P);
    window.event(Event::Text("Log".into()));
    settle(&mut window);
    press(&mut window, BARE, Key::Enter);
    let log = window.get_by_label_contains("command Accept");
    let log = log.accesskit_node();
    let log = log.value().or(log.label()).unwrap_or_default();
    let bitext = bitext(&window);
    for row in 0..bitext.beads.len() {
        for text in bitext.texts(RowIndex(row), Lang::En) {
            let words = text.split_whitespace().filter(|word| word.len() > 6);
            for word in words {
                assert!(!log.contains(word), "{word}");
            }
        }
    }
    assert!(!log.contains("harbor"), "no file name, either");
}
