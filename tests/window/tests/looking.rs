//! Finding rows, and the alignment map.

use crate::driver::{bitext, press, sample, settle};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::article::Lang;
use jjak::bitext::{RowIndex, State};

/// What the bar says of its hits.
fn count(window: &crate::driver::Window) -> Option<String> {
    let labels = window.query_all_by_label_contains(" of ");
    let labels = labels.filter_map(|node| {
        node.accesskit_node()
            .value()
            .or(node.accesskit_node().label())
    });
    labels.into_iter().find(|label| {
        label
            .split(" of ")
            .all(|part| part == "·" || part.parse::<usize>().is_ok())
    })
}

#[test]
fn an_expression_finds_on_one_side() {
    let mut window = sample();
    let rows = 0..bitext(&window).beads.len();
    let texts = rows.flat_map(|row| {
        bitext(&window)
            .texts(RowIndex(row), Lang::Ko)
            .map(String::from)
            .collect::<Vec<_>>()
    });
    let expected = texts
        .filter(|text| text.chars().any(|c| c.is_ascii_digit()))
        .count();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window
        .get_by_role_and_label(Role::CheckBox, "Regex")
        .click();
    window
        .get_by_role_and_label(Role::ComboBox, "Which side")
        .click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Korean").click();
    settle(&mut window);
    window
        .get_by_role_and_label(Role::TextInput, "Find in both texts")
        .focus();
    settle(&mut window);
    window.event(Event::Text(r"\d".into()));
    settle(&mut window);
    assert_eq!(count(&window), Some(format!("1 of {expected}")));
    window.event(Event::Text("(".into()));
    settle(&mut window);
    window.get_by_label("Not a regular expression");
}

#[test]
fn rows_of_a_kind_are_found_without_a_word() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::F);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::F);
    let flagged = bitext(&window)
        .beads
        .iter()
        .filter(|bead| bead.state == State::Flagged);
    assert_eq!(flagged.count(), 2);
    press(&mut window, Modifiers::COMMAND, Key::F);
    window
        .get_by_role_and_label(Role::ComboBox, "Which rows")
        .click();
    settle(&mut window);
    window
        .get_by_role_and_label(Role::Button, "Flagged")
        .click();
    settle(&mut window);
    assert_eq!(count(&window), Some("1 of 2".into()));
}

#[test]
fn a_click_on_the_map_goes_to_the_row() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::M);
    let rows = bitext(&window).beads.len();
    let map = window.get_by_label_contains("Alignment map: ");
    let area = map.rect();
    let name = map.accesskit_node().label().unwrap_or_default();
    assert!(name.contains(&format!("{rows} rows")), "{name}");
    for _ in 0..4 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    assert_eq!(window.query_all_by_label_contains("Row 1 ·").count(), 0);
    let first = area.left_top() + egui::vec2(20.0, 28.0);
    // A press of a second would be no click.
    window.drag_at(first);
    window.step();
    window.drop_at(first);
    settle(&mut window);
    window.get_by_label_contains("Row 1 ·");
}

#[test]
fn what_was_excluded_stands_in_its_place_and_a_click_brings_it_back() {
    let mut window = sample();
    let kept = |window: &crate::driver::Window| {
        let blocks = &bitext(window).en.article.blocks;
        blocks
            .iter()
            .filter(|block| block.excluded.is_none())
            .count()
    };
    let before = kept(&window);
    let folded = window.query_all_by_role(Role::Button).find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.contains(" excluded: ")
    });
    folded.expect("a gap of several blocks").click();
    settle(&mut window);
    let block = window.query_all_by_role(Role::Button).find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with("Restore: ")
    });
    block.expect("its blocks, one by one").click();
    settle(&mut window);
    assert_eq!(kept(&window), before + 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(kept(&window), before);
}

#[test]
fn all_hits_are_replaced_in_one_step() {
    let mut window = sample();
    let before = bitext(&window).clone();
    press(&mut window, Modifiers::COMMAND, Key::H);
    window.event(Event::Text("harbor".into()));
    settle(&mut window);
    window
        .get_by_role_and_label(Role::TextInput, "Replace with")
        .focus();
    settle(&mut window);
    window.event(Event::Text("port".into()));
    settle(&mut window);
    window.get_by_label_contains("Replace all (").click();
    settle(&mut window);
    let says = |window: &crate::driver::Window, word: &str| {
        let bitext = bitext(window);
        let mut texts =
            (0..bitext.beads.len()).flat_map(|row| bitext.texts(RowIndex(row), Lang::En));
        texts.any(|text| text.to_lowercase().contains(word))
    };
    assert!(!says(&window, "harbor") && says(&window, "port"));
    assert_eq!(
        bitext(&window).en.article,
        before.en.article,
        "the source stays"
    );
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(bitext(&window), &before);
}

#[test]
fn the_queue_can_begin_with_the_least_sure() {
    let mut window = sample();
    window.get_by_label_contains(" left").click();
    settle(&mut window);
    window
        .get_by_role_and_label(Role::CheckBox, "least sure first")
        .click();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let beads = &bitext(&window).beads;
    let least = (0..beads.len()).min_by(|&a, &b| {
        beads[RowIndex(a)]
            .confidence
            .total_cmp(&beads[RowIndex(b)].confidence)
    });
    let title = format!("Row {} ·", least.unwrap() + 1);
    // From a sure row: the one on which the sample opens may be the least sure itself.
    press(&mut window, Modifiers::COMMAND, Key::Home);
    press(&mut window, Modifiers::NONE, Key::D);
    window.get_by_label_contains(&title);
}
