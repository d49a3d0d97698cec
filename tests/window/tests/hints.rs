//! The hints of a person's first work.

use crate::driver::{press, settle, wait_until_open};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jjak_workbench::command::Command;
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;

fn sample_of_a_new_person() -> crate::driver::Window {
    let mut settings = Settings::default();
    (settings.locale, settings.unsaved) = (Some(Locale::English), None);
    let mut window = crate::driver::window_of_new_person(settings);
    open_sample(&mut window);
    window
}

fn open_sample(window: &mut crate::driver::Window) {
    let sample = Command::OpenSample.label(Locale::English);
    window.get_by_role_and_label(Role::Button, sample).click();
    wait_until_open(window);
    settle(window);
}

#[test]
fn five_hints_come_with_the_sample_while_the_rows_take_their_keys() {
    let mut window = sample_of_a_new_person();
    for number in 1..=5 {
        window.get_by_label(&format!("{number} / 5"));
        // What a hint speaks of can be tried at once.
        press(&mut window, Modifiers::NONE, Key::D);
        let next = if number < 5 { "Next" } else { "Start" };
        window.get_by_role_and_label(Role::Button, next).click();
        settle(&mut window);
    }
    assert!(window.query_by_label("5 / 5").is_none());
}

#[test]
fn hints_that_were_left_do_not_come_back_uninvited() {
    let click = |window: &mut crate::driver::Window| {
        let leave = window.get_by_role_and_label(Role::Button, "No hints, thanks");
        leave.click();
    };
    let escape = |window: &mut crate::driver::Window| press(window, Modifiers::NONE, Key::Escape);
    for leave in [&click as &dyn Fn(&mut crate::driver::Window), &escape] {
        let mut window = sample_of_a_new_person();
        leave(&mut window);
        settle(&mut window);
        assert!(window.query_by_label("1 / 5").is_none());
        press(&mut window, Modifiers::CTRL, Key::N);
        open_sample(&mut window);
        assert!(window.query_by_label("1 / 5").is_none());
    }
}
