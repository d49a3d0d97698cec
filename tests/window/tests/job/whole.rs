//! What is done with a job as a whole: exports, find and replace, findings, statistics; and going on another day.

use super::*;
use crate::driver::{press, window_with};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::bitext::RowIndex;
use jjak::project::Project;
use jjak_workbench::app::Workbench;
use jjak_workbench::settings::Settings;

const BARE: Modifiers = Modifiers::NONE;

fn click(window: &mut Window, label: &str) {
    {
        let mut nodes = window.query_all_by_label_contains(label);
        nodes.next().expect(label).click();
    }
    settle(window);
}

/// The works of the pairs, in order.
fn works(job: &Path) -> Vec<Project> {
    let works = pairs(job).into_iter().filter_map(|pair| pair.work);
    let read = |work: PathBuf| jjak::project::read(&work).expect("a work").project;
    works.map(read).collect()
}

#[test]
fn the_job_is_exported_into_one_file_by_keys_alone() {
    let (_folder, job, mut window) = table();
    press(&mut window, Modifiers::COMMAND, Key::E);
    wait_until(&mut window, "the panel", |window| {
        has(window, "Language codes")
    });
    assert!(has(&window, "Pairs of the table: 3"));
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the export", |window| has(window, "Exported "));
    let tmx = fs::read_to_string(job.with_extension("tmx")).expect("a memory");
    let rows = |project: &Project| {
        let beads = project.bitext.beads.iter();
        let both = beads.filter(|bead| !bead.en.is_empty() && !bead.ko.is_empty());
        both.count()
    };
    let rows: usize = works(&job).iter().map(rows).sum();
    assert_eq!(
        tmx.matches("<tu ").count() + tmx.matches("<tu>").count(),
        rows
    );
}

#[test]
fn each_pair_is_exported_into_a_file_of_its_own() {
    let (folder, _job, mut window) = table();
    click(&mut window, "Export…");
    wait_until(&mut window, "the panel", |window| {
        has(window, "Language codes")
    });
    click(&mut window, "A file for each pair");
    {
        let buttons = window.query_all_by_role_and_label(Role::Button, "Export");
        buttons.last().expect("a button").click();
    }
    wait_until(&mut window, "the export", |window| has(window, "Exported "));
    let files = fs::read_dir(folder.path().join("news-tmx")).expect("a folder");
    assert_eq!(files.count(), NAMES.len());
}

#[test]
fn words_are_replaced_in_all_articles_with_one_step_to_undo_in_each() {
    let (_folder, job, mut window) = table();
    let before = works(&job);
    press(&mut window, Modifiers::COMMAND, Key::H);
    window.event(Event::Text("closed on Mondays".into()));
    settle(&mut window);
    press(&mut window, BARE, Key::Tab);
    window.event(Event::Text("shut on Mondays".into()));
    settle(&mut window);
    click(&mut window, "Find in all articles");
    wait_until(&mut window, "a look", |window| {
        has(window, "Sentences: 2, in 2 articles")
    });
    // One of the two is left out.
    let title = pairs(&job)[0].figures.clone().unwrap().en_title;
    click(&mut window, &format!("{title} (1)"));
    click(&mut window, "Replace in 1 articles");
    wait_until(&mut window, "the change", |window| {
        has(window, "Replaced: 1 ")
    });
    let after = works(&job);
    assert_eq!(after[0], before[0]);
    let mut changed = after[1].clone();
    let says = |project: &Project, words: &str| {
        let rows = 0..project.bitext.beads.len();
        rows.flat_map(|row| project.bitext.texts(RowIndex(row), jjak::article::Lang::En))
            .any(|text| text.contains(words))
    };
    assert!(says(&changed, "shut on Mondays"));
    assert!(changed.history.undo(&mut changed.bitext).is_some());
    assert_eq!(changed.bitext, before[1].bitext);
}

#[test]
fn one_sentence_in_two_ways_is_found_and_a_click_leads_to_its_row() {
    let (_folder, _job, mut window) = table();
    click(&mut window, "Findings over the job");
    wait_until(&mut window, "the findings", |window| {
        has(window, "Findings: ")
    });
    {
        let mut places = window.query_all_by_label_contains(", row ");
        places.next().expect("a place").click();
    }
    wait_until(&mut window, "the rows", |window| has(window, "left here, "));
    let chosen = window.query_all_by_role(Role::Cell).any(|node| {
        let node = node.accesskit_node();
        let is_chosen = node.toggled() == Some(egui::accesskit::Toggled::True);
        is_chosen && node.label().unwrap_or_default().contains("on Mondays")
    });
    assert!(chosen, "the row with the sentence");
}

#[test]
fn the_person_goes_on_where_they_were() {
    let (folder, job) = super::job();
    let file = folder.path().join("settings.json");
    fs::write(&file, r#"{"tongue": "english", "dark": false}"#).unwrap();
    let mut window = window_with(Settings::read(file.clone()).0);
    open(&mut window, &job);
    // Sorted the other way round, and the second pair open at its third row.
    click(&mut window, "No.");
    press(&mut window, BARE, Key::Home);
    press(&mut window, BARE, Key::ArrowDown);
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the rows", shows_rows);
    press(&mut window, BARE, Key::ArrowDown);
    press(&mut window, BARE, Key::ArrowDown);
    let close = |window: &mut Window| {
        let workbench: &mut Workbench = window.state_mut().as_mut().expect("a window");
        workbench.close();
    };
    close(&mut window);
    drop(window);
    let mut window = window_with(Settings::read(file).0);
    click(&mut window, "news.jjakjob");
    wait_until(&mut window, "the rows", |window| has(window, "left here, "));
    assert!(has(&window, "Pair 2 of 3"));
    let rows = window.query_all_by_role(Role::Row);
    let chosen = rows
        .map(|node| node.accesskit_node())
        .find(|node| node.toggled() == Some(egui::accesskit::Toggled::True));
    let name = chosen.and_then(|node| node.label()).unwrap_or_default();
    assert!(name.starts_with("Row 3,"), "{name}");
    press(&mut window, Modifiers::COMMAND, Key::T);
    assert!(has(&window, "No., descending"));
    close(&mut window);
}
