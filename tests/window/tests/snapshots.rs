//! The main screens as pictures, in English on light and Korean on dark.
//!
//! ```text
//! cargo test -p jjak-window-tests --features snapshots --test snapshots
//! UPDATE_SNAPSHOTS=1 ...    takes what is drawn now for the right picture (twice: the manual's page shows some)
//! ```
//!
//! Needs a Vulkan driver; one in software will do (Debian: mesa-vulkan-drivers). Where a picture is another, the new
//! one and the difference lie beside it.

mod driver;
mod pictures;

use driver::{Window, press, settle, window_with};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use egui_kittest::{SnapshotOptions, SnapshotResults};
use jjak_workbench::command::Command;
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;

/// Each driver draws the edges of letters a little differently.
const MOST_OTHER_PIXELS: usize = 400;

/// How a screen is reached from the sample's review, and what is pressed to leave it.
type Screen = (&'static str, Modifiers, Key, Leave);

enum Leave {
    Again,
    Escape,
}

const SCREENS: [Screen; 8] = [
    ("cuts", Modifiers::SHIFT, Key::S, Leave::Escape),
    ("export", Modifiers::CTRL, Key::E, Leave::Escape),
    ("find", Modifiers::CTRL, Key::H, Leave::Escape),
    ("help", Modifiers::NONE, Key::Questionmark, Leave::Escape),
    ("manual", Modifiers::NONE, Key::F1, Leave::Escape),
    ("map", Modifiers::CTRL, Key::M, Leave::Again),
    ("reading", Modifiers::NONE, Key::V, Leave::Again),
    ("rules", Modifiers::CTRL, Key::L, Leave::Escape),
];

#[test]
fn the_main_screens_look_as_they_did() {
    let mut results = SnapshotResults::new();
    for (locale, theme) in [
        (Locale::English, Theme::Light),
        (Locale::Korean, Theme::Dark),
    ] {
        let name = |screen: &str| format!("{screen}-{}", locale.pick("en-light", "ko-dark"));
        let mut settings = Settings::default();
        (settings.locale, settings.unsaved) = (Some(locale), None);
        settings.dark = Some(theme == Theme::Dark);
        let mut window = window_with(settings);
        compare(&mut window, &name("start"), &mut results);
        let sample = Command::OpenSample.label(locale);
        window.get_by_role_and_label(Role::Button, sample).click();
        driver::wait_until_open(&mut window);
        compare(&mut window, &name("review"), &mut results);
        for (screen, modifiers, key, leave) in &SCREENS {
            press(&mut window, *modifiers, *key);
            compare(&mut window, &name(screen), &mut results);
            match leave {
                Leave::Again => press(&mut window, *modifiers, *key),
                Leave::Escape => press(&mut window, Modifiers::NONE, Key::Escape),
            }
        }
    }
    results.unwrap();
}

/// Steps until nothing moves any more.
fn rest(window: &mut Window) {
    for _ in 0..12 {
        settle(window);
    }
}

fn compare(window: &mut Window, name: &str, results: &mut SnapshotResults) {
    rest(window);
    let options = SnapshotOptions::new()
        .output_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"))
        .max_failed_pixels(MOST_OTHER_PIXELS);
    results.add(window.try_snapshot_options(name, &options));
}
