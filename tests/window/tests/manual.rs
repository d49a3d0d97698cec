//! The manual in the window: opened at what one is doing, searched, left again.

use crate::driver::{Window, open_sample, press, settle, wait_until_open, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jjak_workbench::command::Command;
use jjak_workbench::manual::{Subject, chapters};
use jjak_workbench::texts::Locale;

const BARE: Modifiers = Modifiers::NONE;

fn title(subject: Subject, locale: Locale) -> &'static str {
    let place = Subject::ALL.iter().position(|other| *other == subject);
    &chapters(locale)[place.unwrap() + 1].title
}

fn times(window: &Window, label: &str) -> usize {
    window.query_all_by_label(label).count()
}

#[test]
fn the_manual_opens_at_what_one_is_doing() {
    for locale in [Locale::English, Locale::Korean] {
        let mut window = window(locale);
        // In the list and above the chapter.
        let shown = |window: &Window, subject| times(window, title(subject, locale)) == 2;
        press(&mut window, BARE, Key::F1);
        assert!(shown(&window, Subject::FirstPair));
        press(&mut window, BARE, Key::F1);
        assert!(!shown(&window, Subject::FirstPair), "F1 closes it, too");
        let sample = Command::OpenSample.label(locale);
        window.get_by_role_and_label(Role::Button, sample).click();
        wait_until_open(&mut window);
        press(&mut window, BARE, Key::F1);
        assert!(shown(&window, Subject::Repairing));
        press(&mut window, BARE, Key::ArrowDown);
        assert!(shown(&window, Subject::Confidence));
        press(&mut window, BARE, Key::Escape);
        press(&mut window, Modifiers::CTRL, Key::E);
        press(&mut window, BARE, Key::F1);
        assert!(shown(&window, Subject::Exchange));
    }
}

#[test]
fn the_manual_is_searched_and_keys_do_nothing_to_the_rows_behind_it() {
    let mut window = open_sample(window(Locale::English));
    let before = crate::driver::bitext(&window).clone();
    press(&mut window, BARE, Key::F1);
    window.event(Event::Text("memoQ".into()));
    settle(&mut window);
    let found = title(Subject::Exchange, Locale::English);
    assert_eq!(times(&window, found), 2, "it goes there");
    let other = title(Subject::Keeping, Locale::English);
    assert_eq!(times(&window, other), 0);
    for key in [Key::X, Key::M, Key::A, Key::Enter] {
        press(&mut window, BARE, key);
    }
    press(&mut window, BARE, Key::Escape);
    assert_eq!(*crate::driver::bitext(&window), before);
}
