//! What is accepted in one article of a job teaches the pairing of those that nobody has begun.

use super::*;
use crate::driver::{press, window_with};
use egui::{Key, Modifiers};
use jjak::bitext::{Operation, RowIndex, State};
use jjak::project::Journal;
use jjak_workbench::settings::Settings;

const BARE: Modifiers = Modifiers::NONE;

fn work(job: &Path, id: u64) -> PathBuf {
    let pairs = pairs(job);
    let pair = pairs.iter().find(|pair| pair.id == id).expect("a pair");
    pair.work.clone().expect("a work")
}

/// Accepts two rows of the first pair, and goes on to the next.
fn accept_and_go_on(window: &mut Window) {
    press(window, BARE, Key::Home);
    press(window, BARE, Key::Enter);
    wait_until(window, "the rows", shows_rows);
    for _ in 0..2 {
        press(window, BARE, Key::A);
    }
    press(window, Modifiers::COMMAND, Key::PageDown);
    wait_until(window, "the next pair", |window| has(window, "Pair 2 of 3"));
    wait_until(window, "its rows", shows_rows);
}

#[test]
fn the_next_article_is_paired_with_what_was_accepted_before() {
    let (_folder, job, mut window) = table();
    accept_and_go_on(&mut window);
    assert!(has(&window, "Learned from articles: 1"));
    let read = |id| {
        jjak::project::read(&work(&job, id))
            .expect("a work")
            .project
    };
    let taught = read(2).about.taught.expect("it was taught");
    assert_eq!((taught.articles, taught.rows), (1, 2));
    // Nobody has begun it for that, and it is as good as it was.
    assert!(read(2).labour().is_none());
    assert_eq!(state(&job, 2), PairState::New);
    assert!(read(3).about.taught.is_none());
}

#[test]
fn what_a_person_has_begun_is_never_paired_anew() {
    let (_folder, job) = super::job();
    let path = work(&job, 2);
    {
        let (mut journal, loaded) = Journal::open(&path).expect("a work");
        let rows = RowIndex(0).alone();
        let operation = Operation::SetState {
            rows,
            state: State::Flagged,
        };
        let edit = operation.edit(&loaded.project.bitext).expect("a row");
        journal.edit(&edit).expect("it is written");
    }
    let before = fs::read(&path).expect("a work");
    let mut window = window(Locale::English);
    open(&mut window, &job);
    accept_and_go_on(&mut window);
    assert!(!has(&window, "Learned from"));
    assert_eq!(fs::read(&path).expect("a work"), before);
}

#[test]
fn it_can_be_switched_off() {
    let (_folder, job) = super::job();
    let mut settings = Settings::default();
    (settings.locale, settings.lone_pairing) = (Some(Locale::English), true);
    let mut window = window_with(settings);
    open(&mut window, &job);
    accept_and_go_on(&mut window);
    assert!(!has(&window, "Learned from"));
    let project = jjak::project::read(&work(&job, 2)).expect("a work").project;
    assert!(project.about.taught.is_none());
}

/// What was accepted shows in the statistics on its day.
#[test]
fn accepted_rows_are_counted_by_day() {
    let (_folder, _job, mut window) = table();
    accept_and_go_on(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::T);
    let of_job = |window: &Window| has(window, "Rows accepted, by day: 2");
    use egui_kittest::kittest::Queryable;
    wait_until(&mut window, "the look", |window| {
        !has(window, "Looking at the works")
    });
    {
        let mut buttons = window.query_all_by_label_contains("Statistics of the job");
        buttons.next().expect("a button").click();
    }
    settle(&mut window);
    assert!(of_job(&window));
}
