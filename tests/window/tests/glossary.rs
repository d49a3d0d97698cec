//! Glossaries of the user, of a work and of a job, and the terms that pairs suggest.

use crate::driver::{press, settle, wait_for, window_with};
use crate::job::{self, wait_until};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;
use std::fs;
use std::path::{Path, PathBuf};

const BARE: Modifiers = Modifiers::NONE;

/// A file as the system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn typed(window: &mut crate::driver::Window, text: &str) {
    window.event(Event::Text(text.into()));
    settle(window);
}

#[test]
fn a_job_has_a_glossary_beside_it_that_its_checks_know() {
    let lists = tempfile::tempdir().expect("a folder");
    let (_folder, path) = job::job();
    let mut settings = Settings::default();
    (settings.locale, settings.lists) = (Some(Locale::English), Some(lists.path().to_owned()));
    let mut window = window_with(settings);
    job::open(&mut window, &path);
    press(&mut window, BARE, Key::Home);
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the rows", job::shows_rows);
    press(&mut window, BARE, Key::T);
    typed(&mut window, "information desk");
    press(&mut window, BARE, Key::Tab);
    typed(&mut window, "종합 안내소");
    press(&mut window, BARE, Key::Enter);
    wait_for(&mut window, "In the glossary: information desk");
    let glossary = path.with_extension("glossary.tsv");
    let text = fs::read_to_string(&glossary).expect("it lies beside the job");
    assert!(text.ends_with("information desk\t종합 안내소\n"), "{text}");
    assert!(!lists.path().join("glossary.tsv").exists());
    press(&mut window, BARE, Key::End);
    wait_for(
        &mut window,
        "information desk is 종합 안내소 in the glossary",
    );
    // At the table it is shown, and what is in it can be taken out.
    press(&mut window, Modifiers::COMMAND, Key::J);
    press(&mut window, BARE, Key::Escape);
    press(&mut window, BARE, Key::T);
    wait_for(&mut window, "Terms: 1");
    window.get_by_label("Take “information desk” out").click();
    wait_for(&mut window, "Taken out of the glossary");
    let text = fs::read_to_string(&glossary).expect("it is still there");
    assert!(!text.contains("information desk"), "{text}");
}

#[test]
fn a_clients_glossary_that_is_dropped_on_the_panel_stays_with_the_job() {
    let (folder, path, mut window) = job::table();
    let client = folder.path().join("client.csv");
    fs::write(
        &client,
        "en,ko\ninformation desk,종합 안내소\nferry,연락선\n",
    )
    .expect("a file");
    press(&mut window, BARE, Key::T);
    wait_for(&mut window, "No terms yet");
    let file = std::sync::Arc::new(Dropped(client));
    window.input_mut().dropped_files.push(file);
    settle(&mut window);
    wait_for(&mut window, "2 terms count from now on");
    let copy = path.with_extension("glossary.client.csv");
    assert!(copy.exists());
    wait_for(&mut window, "and all of news.glossary.client.csv");
    let custom = {
        let mut custom = jjak::pipeline::custom::Custom::builtin();
        custom.add_glossaries_beside(&path);
        custom
    };
    assert_eq!(custom.glossary.len(), 2);
    // Another of the same name takes nobody's place.
    let other = folder.path().join("other");
    fs::create_dir(&other).expect("a folder");
    let other = other.join("client.csv");
    fs::write(&other, "en,ko\nharbor,항만\n").expect("a file");
    let kept = fs::read(&copy).expect("the copy");
    let file = std::sync::Arc::new(Dropped(other));
    window.input_mut().dropped_files.push(file);
    settle(&mut window);
    wait_for(&mut window, "and all of news.glossary.client-2.csv");
    assert_eq!(fs::read(&copy).expect("the copy"), kept);
}

#[test]
fn candidates_of_a_job_go_into_its_glossary_with_one_press() {
    let (_folder, path, mut window) = job::table();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    wait_for(&mut window, "none is accepted yet");
    let mut buttons = window.query_all_by_role(Role::Button);
    let first = buttons.find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with("Take “") && label.ends_with("into the glossary")
    });
    first.expect("a candidate").click();
    drop(buttons);
    wait_for(&mut window, "In the glossary: ");
    let glossary = path.with_extension("glossary.tsv");
    let text = fs::read_to_string(&glossary).expect("it lies beside the job");
    assert_eq!(
        text.lines().filter(|line| !line.starts_with('#')).count(),
        1
    );
}
