//! Every act of the job, by key and by mouse.

use super::*;
use crate::driver::press;
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::bitext::State;

const BARE: Modifiers = Modifiers::NONE;

/// The name of the row or text that is chosen.
fn chosen(window: &Window) -> String {
    let of = |role| {
        let mut nodes = window.query_all_by_role(role);
        let node = nodes.find(|node| node.accesskit_node().toggled() == Some(Toggled::True))?;
        node.accesskit_node().label()
    };
    of(Role::Row).or_else(|| of(Role::Cell)).unwrap_or_default()
}

/// The numbers of the pairs in the order that they are shown in.
fn numbers(window: &Window) -> Vec<u64> {
    let mut found: Vec<(f32, u64)> = Vec::new();
    for node in window.query_all_by_role(Role::Row) {
        let label = node.accesskit_node().label().unwrap_or_default();
        let number = label.strip_prefix("Pair ").and_then(|rest| {
            let (number, _) = rest.split_once(':')?;
            number.parse().ok()
        });
        if let Some(number) = number {
            found.push((node.rect().top(), number));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, number)| number).collect()
}

fn place(window: &Window, label: &str) -> Pos2 {
    let mut nodes = window.query_all_by_label_contains(label);
    nodes.next().expect(label).rect().center()
}

/// Presses a button, or what else is called so.
fn click(window: &mut Window, label: &str) {
    {
        let is_called = |node: &egui_kittest::Node<'_>| {
            let name = node.accesskit_node().label().unwrap_or_default();
            name.contains(label)
        };
        let mut buttons = window.query_all_by_role(Role::Button);
        let button = buttons.find(is_called);
        let mut others = window.query_all_by_label_contains(label);
        button.or_else(|| others.next()).expect(label).click();
    }
    settle(window);
}

fn pointer(window: &mut Window, at: Pos2, button: PointerButton, pressed: bool) {
    window.event(Event::PointerMoved(at));
    window.event(Event::PointerButton {
        pos: at,
        button,
        pressed,
        modifiers: BARE,
    });
    window.step();
}

fn drag(window: &mut Window, from: &str, to: &str) {
    let (from, to) = (place(window, from), place(window, to));
    pointer(window, from, PointerButton::Primary, true);
    for part in 1..=4 {
        window.event(Event::PointerMoved(from + (to - from) * part as f32 / 4.0));
        window.step();
    }
    pointer(window, to, PointerButton::Primary, false);
    settle(window);
}

/// Two folders are named, the texts matched, and every pair is paired while the table is there.
#[test]
fn two_folders_become_a_job_whose_pairs_are_paired() {
    let folder = folder();
    let mut window = window(Locale::English);
    give(
        &mut window,
        vec![folder.path().join("en"), folder.path().join("ko")],
    );
    assert!(has(&window, "Make a job of many articles"));
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the table", |window| has(window, "Pair 1: "));
    let name = folder.path().file_name().unwrap().to_string_lossy();
    let job = folder.path().join(format!("{name}.jjakjob"));
    wait_until(&mut window, "the pairing", |_| {
        pairs(&job).iter().all(|pair| pair.figures.is_some())
    });
    let pairs = pairs(&job);
    assert_eq!(pairs.len(), NAMES.len());
    for pair in &pairs {
        let number = |path: &Option<PathBuf>| {
            let stem = path.as_ref().and_then(|path| path.file_stem());
            let digit = stem.and_then(|stem| stem.to_str()?.chars().last()?.to_digit(10));
            digit.expect("a number")
        };
        assert_eq!(number(&pair.en) + number(&pair.ko), 7);
        assert!(pair.work.as_ref().is_some_and(|work| work.exists()));
    }
    assert!(has(&window, "Text: English, soup.txt") && has(&window, "Text: Korean, 정원.txt"));
}

#[test]
fn a_pair_is_opened_worked_on_and_marked_done_by_keys_alone() {
    let (_folder, job, mut window) = table();
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the rows", shows_rows);
    assert!(has(&window, "Pair 1 of 3"));
    press(&mut window, BARE, Key::A);
    press(&mut window, BARE, Key::E);
    wait_until(&mut window, "the next pair", |window| {
        has(window, "Pair 2 of 3")
    });
    assert_eq!(state(&job, 1), PairState::Done);
    press(&mut window, Modifiers::COMMAND, Key::PageDown);
    wait_until(&mut window, "the third", |window| {
        has(window, "Pair 3 of 3")
    });
    press(&mut window, Modifiers::COMMAND, Key::PageUp);
    wait_until(&mut window, "the second", |window| {
        has(window, "Pair 2 of 3")
    });
    press(&mut window, Modifiers::COMMAND, Key::T);
    assert!(
        chosen(&window).starts_with("Pair 2: "),
        "{}",
        chosen(&window)
    );
    // What was accepted is counted.
    wait_until(&mut window, "the count", |_| {
        let pair = &pairs(&job)[0];
        pair.figures
            .as_ref()
            .is_some_and(|figures| figures.accepted == 1)
    });
    press(&mut window, BARE, Key::Home);
    press(&mut window, BARE, Key::E);
    assert_eq!(state(&job, 1), PairState::InWork);
    press(&mut window, BARE, Key::P);
    assert_eq!(state(&job, 1), PairState::Parked);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(state(&job, 1), PairState::InWork);
}

#[test]
fn the_same_is_done_by_the_mouse() {
    let (_folder, job, mut window) = table();
    let at = place(&window, "Pair 2: ");
    pointer(&mut window, at, PointerButton::Secondary, true);
    pointer(&mut window, at, PointerButton::Secondary, false);
    settle(&mut window);
    click(&mut window, "Open the pair");
    wait_until(&mut window, "the rows", shows_rows);
    assert!(has(&window, "Pair 2 of 3"));
    click(&mut window, "Done with the pair");
    wait_until(&mut window, "the next pair", |window| {
        has(window, "Pair 3 of 3")
    });
    assert_eq!(state(&job, 2), PairState::Done);
    click(&mut window, "Previous pair with rows left");
    wait_until(&mut window, "the first", |window| {
        has(window, "Pair 1 of 3")
    });
    click(&mut window, "Table of the job");
    let at = place(&window, "Pair 3: ");
    pointer(&mut window, at, PointerButton::Secondary, true);
    pointer(&mut window, at, PointerButton::Secondary, false);
    settle(&mut window);
    click(&mut window, "Park the pair");
    assert_eq!(state(&job, 3), PairState::Parked);
}

#[test]
fn the_table_is_sorted_filtered_and_searched() {
    let (_folder, job, mut window) = table();
    assert_eq!(numbers(&window), [1, 2, 3]);
    click(&mut window, "No.");
    assert_eq!(numbers(&window), [3, 2, 1]);
    let mut titles: Vec<(String, u64)> = pairs(&job)
        .iter()
        .map(|pair| {
            (
                pair.figures.clone().unwrap().en_title.to_lowercase(),
                pair.id,
            )
        })
        .collect();
    titles.sort();
    click(&mut window, "Title");
    let expected: Vec<u64> = titles.iter().map(|(_, id)| *id).collect();
    assert_eq!(numbers(&window), expected);
    // A word of one title, typed after the key for it.
    let (title, id) = titles.last().unwrap().clone();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.event(Event::Text(title[..title.len().min(12)].into()));
    settle(&mut window);
    assert_eq!(numbers(&window), [id]);
    press(&mut window, BARE, Key::Escape);
    assert_eq!(numbers(&window).len(), 3);
    press(&mut window, BARE, Key::Home);
    press(&mut window, BARE, Key::E);
    click(&mut window, "Done 1");
    assert_eq!(numbers(&window), [expected[0]]);
    press(&mut window, BARE, Key::Escape);
    assert_eq!(numbers(&window).len(), 3);
}

#[test]
fn texts_without_counterpart_are_dragged_onto_each_other_and_paired_by_keys() {
    let (_folder, job, mut window) = table();
    let texts = |job: &Path| rows(job).iter().filter(|row| !row.is_pair()).count();
    assert_eq!(texts(&job), 2);
    drag(&mut window, "Text: Korean, 정원", "Text: English, soup");
    assert_eq!((texts(&job), pairs(&job).len()), (0, 4));
    wait_until(&mut window, "the pairing", |_| {
        pairs(&job)[3].figures.is_some()
    });
    // Taken apart, and put together by keys.
    assert!(chosen(&window).starts_with("Pair "), "{}", chosen(&window));
    press(&mut window, BARE, Key::U);
    assert_eq!((texts(&job), pairs(&job).len()), (2, 3));
    press(&mut window, BARE, Key::End);
    press(&mut window, BARE, Key::ArrowLeft);
    assert!(chosen(&window).contains("soup"), "{}", chosen(&window));
    press(&mut window, BARE, Key::Space);
    assert!(has(&window, "Marked. Go to its counterpart"));
    press(&mut window, BARE, Key::ArrowRight);
    press(&mut window, BARE, Key::Space);
    assert_eq!((texts(&job), pairs(&job).len()), (0, 4));
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!((texts(&job), pairs(&job).len()), (2, 3));
    // A state of its own.
    press(&mut window, BARE, Key::End);
    press(&mut window, BARE, Key::X);
    assert!(has(&window, "no counterpart"));
    press(&mut window, BARE, Key::X);
    assert!(!has(&window, ", no counterpart"));
}

#[test]
fn a_text_dropped_on_a_pair_takes_the_place_of_the_wrong_one() {
    let (_folder, job, mut window) = table();
    let before = pairs(&job)[0].clone();
    drag(&mut window, "Text: Korean, 정원", "Pair 1: ");
    let made = pairs(&job).into_iter().find(|pair| pair.en == before.en);
    let made = made.expect("a pair of the same English text");
    assert!(made.ko.as_ref().is_some_and(|ko| ko.ends_with("정원.txt")));
    let is_alone = |row: &JobPair| row.en.is_none() && row.ko == before.ko;
    assert!(rows(&job).iter().any(is_alone));
    // The work on it is of these two texts, not of those before.
    wait_until(&mut window, "the pairing", |_| {
        let pair = pairs(&job).into_iter().find(|pair| pair.id == made.id);
        pair.is_some_and(|pair| pair.figures.is_some())
    });
    let work = pairs(&job).into_iter().find(|pair| pair.id == made.id);
    let work = jjak::project::read(&work.unwrap().work.unwrap()).unwrap();
    let korean = &work.project.bitext.ko.article.provenance.file;
    assert!(
        korean
            .as_ref()
            .is_some_and(|file| file.ends_with("정원.txt"))
    );
}

#[test]
fn a_pair_that_is_not_paired_yet_is_opened_before_the_others_are() {
    let (_folder, job) = super::job();
    for pair in pairs(&job) {
        fs::remove_file(pair.work.unwrap()).unwrap();
    }
    let mut window = window(Locale::English);
    give(&mut window, vec![job.clone()]);
    wait_until(&mut window, "what is missing", |window| {
        has(window, "Works that are not there any more: 3")
    });
    press(&mut window, BARE, Key::End);
    press(&mut window, BARE, Key::Home);
    press(&mut window, BARE, Key::ArrowDown);
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the rows", shows_rows);
    assert!(has(&window, "Pair 2 of 3"));
    let there = |pair: &JobPair| pair.work.as_ref().is_some_and(|work| work.exists());
    assert_eq!(pairs(&job).iter().filter(|pair| there(pair)).count(), 1);
}

#[test]
fn work_that_is_open_elsewhere_is_shown_and_not_changed() {
    let (_folder, job, mut window) = table();
    let work = pairs(&job)[0].work.clone().unwrap();
    let (theirs, _) = jjak::project::Journal::open(&work).unwrap();
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the rows", shows_rows);
    assert!(has(&window, "This work is open elsewhere ("));
    press(&mut window, BARE, Key::A);
    let bitext = crate::driver::bitext(&window);
    assert!(
        bitext
            .beads
            .iter()
            .all(|bead| bead.state == State::Unreviewed)
    );
    assert!(has(&window, "it is only shown here"));
    drop(theirs);
}

#[test]
fn a_job_that_is_open_elsewhere_is_shown_and_its_pairs_can_be_worked_on() {
    let (_folder, job) = super::job();
    let (theirs, _) = jjak::job::JobFile::open(&job).unwrap();
    let mut window = window(Locale::English);
    open(&mut window, &job);
    assert!(has(&window, "This job is open elsewhere ("));
    press(&mut window, BARE, Key::E);
    assert_eq!(state(&job, 1), PairState::New);
    press(&mut window, BARE, Key::Enter);
    wait_until(&mut window, "the rows", shows_rows);
    press(&mut window, BARE, Key::A);
    let bitext = crate::driver::bitext(&window);
    assert!(
        bitext
            .beads
            .iter()
            .any(|bead| bead.state == State::Accepted)
    );
    press(&mut window, Modifiers::COMMAND, Key::T);
    drop(theirs);
    click(&mut window, "Read it again");
    wait_until(&mut window, "the job", |window| {
        !has(window, "This job is open")
    });
}
