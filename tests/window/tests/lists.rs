//! The user's lists and glossary, from the window.

use crate::driver::{Window, bitext, open_sample, press, settle, wait_for, window_with};
use egui::{Event, Key, Modifiers};
use jjak::article::{Lang, Reason};
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;
use std::path::Path;

fn window_of(lists: &Path) -> Window {
    let mut settings = Settings::default();
    (settings.locale, settings.lists) = (Some(Locale::English), Some(lists.to_owned()));
    window_with(settings)
}

fn by_hand(window: &Window) -> usize {
    let blocks = &bitext(window).en.article.blocks;
    let reasons = blocks.iter().filter_map(|block| block.excluded.as_ref());
    reasons.filter(|why| why.reason == Reason::ByHand).count()
}

#[test]
fn a_paragraph_is_excluded_here_and_from_every_later_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open_sample(window_of(folder.path()));
    let kept = bitext(&window).en.segments.len();
    press(&mut window, Modifiers::COMMAND, Key::P);
    window.event(Event::Text("Never again".into()));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(by_hand(&window), 1);
    wait_for(&mut window, "Kept for every page");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(by_hand(&window), 0, "undo brings the paragraph back");
    assert_eq!(bitext(&window).en.segments.len(), kept);
    let later = open_sample(window_of(folder.path()));
    assert_eq!(by_hand(&later), 1, "the rule was kept");
    assert!(bitext(&later).en.segments.len() < kept);
}

#[test]
fn alike_paragraphs_go_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open_sample(window_of(folder.path()));
    press(&mut window, Modifiers::SHIFT, Key::X);
    assert_eq!(by_hand(&window), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(by_hand(&window), 0);
    assert!(!folder.path().join("clean").exists(), "nothing is kept");
}

#[test]
fn a_line_of_a_list_that_cannot_be_used_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("glossary.tsv"),
        "a term without Korean\n",
    )
    .unwrap();
    let mut window = open_sample(window_of(folder.path()));
    wait_for(&mut window, "line 1 is no term");
    assert_eq!(bitext(&window).en.article.lang, Lang::En);
}
