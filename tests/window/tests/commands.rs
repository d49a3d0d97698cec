//! Every command by its key and through the palette, each with what shows that it was done.

use crate::driver::{Window, bitext, press, sample, settle};
use crate::job;
use egui::accesskit::{Role, Toggled};
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::article::Lang;
use jjak::bitext::{Bitext, RowIndex, State, Verdict};
use jjak::job::PairState;
use jjak_workbench::app::Workbench;
use jjak_workbench::command::{Command, Group};
use jjak_workbench::texts::Locale;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What must be so after a command, and was not before.
enum Shows {
    /// Of the bitext before and after.
    Change(fn(&Bitext, &Bitext) -> bool),
    /// Something of that name is on the screen.
    Label(&'static str),
    /// Something of that name is gone.
    NoLabel(&'static str),
    /// The cell under the cursor: side and row, from 1; 0 is any other row than before.
    Cursor(Lang, usize),
    /// The keys go into a text field.
    Typing,
    Dark,
    /// Everything is larger, or smaller.
    Larger(bool),
    Closing,
    /// The system's own dialog opens, which a test leaves alone.
    Dialog,
    /// Of the job's file.
    Job(fn(&Path) -> bool),
}

use Shows::{Change, Closing, Cursor, Dark, Dialog, Job, Label, Larger, NoLabel, Typing};

fn rows(before: &Bitext, after: &Bitext) -> isize {
    after.beads.len() as isize - before.beads.len() as isize
}

fn judged(verdict: Verdict) -> impl Fn(&Bitext) -> bool {
    move |bitext| bitext.beads[RowIndex(0)].verdict == Some(verdict)
}

/// Keys that make the command possible, and what it then does. Every command has an entry, or this does not compile.
fn case(command: Command) -> (&'static [(Modifiers, Key)], Shows) {
    const BARE: Modifiers = Modifiers::NONE;
    const CTRL: Modifiers = Modifiers::COMMAND;
    const DOWN: (Modifiers, Key) = (BARE, Key::ArrowDown);
    /// The mark at the end of a sentence goes, which a check tells of; back to the first row.
    const SLIP: &[(Modifiers, Key)] = &[
        DOWN,
        DOWN,
        DOWN,
        DOWN,
        DOWN,
        (BARE, Key::F2),
        (BARE, Key::Backspace),
        (CTRL, Key::Enter),
        (CTRL, Key::Home),
    ];
    const AT_SLIP: &[(Modifiers, Key)] = &[
        DOWN,
        DOWN,
        DOWN,
        DOWN,
        DOWN,
        (BARE, Key::F2),
        (BARE, Key::Backspace),
        (CTRL, Key::Enter),
        (CTRL, Key::Home),
        DOWN,
        DOWN,
        DOWN,
        DOWN,
        DOWN,
    ];
    const LAST: (Modifiers, Key) = (CTRL, Key::End);
    match command {
        Command::NewPair => (&[], Label("Pair the sentences")),
        Command::BackToPair => (&[(CTRL, Key::N)], NoLabel("Pair the sentences")),
        Command::OpenEnglish | Command::OpenKorean | Command::OpenProject => (&[], Dialog),
        Command::OpenSample => (&[(BARE, Key::M)], Label("This work is not saved yet.")),
        Command::Save => (&[], Label("Save the work")),
        Command::SaveAs => (&[], Label("Save the work")),
        Command::Export => (&[], Label("Language codes")),
        Command::Quit => (&[], Closing),
        Command::Undo => (&[(BARE, Key::M)], Change(|a, b| rows(a, b) == 1)),
        Command::Redo => (
            &[(BARE, Key::M), (CTRL, Key::Z)],
            Change(|a, b| rows(a, b) == -1),
        ),
        Command::Copy => (&[], Label("Lines copied: 1")),
        Command::EditText => (&[], Typing),
        Command::OriginalText => (
            &[
                (BARE, Key::F2),
                (BARE, Key::Backspace),
                (CTRL, Key::Enter),
                (CTRL, Key::Home),
            ],
            Change(|a, b| edited(a) == 1 && edited(b) == 0),
        ),
        Command::AddTerm => (&[], Label("no folder to keep the glossary in")),
        Command::FixFinding | Command::FixAlike => {
            (AT_SLIP, Change(|a, b| edited(a) == 1 && edited(b) == 0))
        }
        Command::WaiveHere => (AT_SLIP, Change(|_, b| waived(b) == Some(false))),
        Command::WaiveEverywhere => (AT_SLIP, Change(|_, b| waived(b) == Some(true))),
        Command::TermCandidates => (&[], Label("are said in one way")),
        Command::Concordance => (&[], Label("Word to look up")),
        Command::RowMenu => (&[], Label("The row")),
        Command::Find => (&[], Label("Find in both texts")),
        Command::Replace => (&[], Label("Replace with")),
        Command::FindNext => (&[], Label("Find in both texts")),
        Command::FindPrevious => (&[], Label("Find in both texts")),
        Command::Accept => (
            &[],
            Change(|_, b| b.beads[RowIndex(0)].state == State::Accepted),
        ),
        Command::AcceptAbove => (
            &[DOWN, DOWN],
            Change(|_, b| {
                b.beads
                    .iter()
                    .take(3)
                    .all(|bead| bead.state == State::Accepted)
            }),
        ),
        Command::AcceptConfident => (&[], Change(|_, b| accepted(b) > b.beads.len() / 2)),
        Command::Flag => (
            &[],
            Change(|_, b| b.beads[RowIndex(0)].state == State::Flagged),
        ),
        Command::Unreview => (
            &[(BARE, Key::F)],
            Change(|_, b| b.beads[RowIndex(0)].state == State::Unreviewed),
        ),
        Command::VerdictExact => (&[], Change(|_, b| judged(Verdict::Exact)(b))),
        Command::VerdictFree => (&[], Change(|_, b| judged(Verdict::Free)(b))),
        Command::VerdictPartial => (&[], Change(|_, b| judged(Verdict::Partial)(b))),
        Command::VerdictNot => (&[], Change(|_, b| judged(Verdict::NotATranslation)(b))),
        Command::VerdictOmission => (&[], Change(|_, b| judged(Verdict::IntendedOmission)(b))),
        Command::Note => (&[], Typing),
        Command::PushTail => (&[], Change(|_, b| b.beads[RowIndex(0)].en.is_empty())),
        Command::PullTail => (&[DOWN], Change(|_, b| b.beads[RowIndex(0)].en.len() == 2)),
        Command::MoveDown => (&[], Change(|a, b| doubles(b) > doubles(a))),
        Command::MoveUp => (&[DOWN], Change(|_, b| b.beads[RowIndex(0)].en.len() == 2)),
        Command::Merge => (&[], Change(|a, b| rows(a, b) == -1)),
        Command::Split => (
            &[(BARE, Key::M), DOWN],
            Change(|a, b| rows(a, b) == 1 && b.beads[RowIndex(0)].shape() == "1-1"),
        ),
        Command::Link => (
            &[],
            Label("Marked. Go to its counterpart and press the same key."),
        ),
        Command::Unlink => (&[], Change(|a, b| rows(a, b) == 1)),
        Command::CutSentence => (
            &[],
            Label("Enter cuts · Shift+Enter cuts the row, too · Esc leaves it"),
        ),
        Command::JoinSentence => (
            &[(Modifiers::SHIFT, Key::S), (BARE, Key::Enter)],
            Change(|a, b| b.en.segments.len() + 1 == a.en.segments.len()),
        ),
        Command::ExcludeBlock | Command::ExcludeAlike | Command::NeverAgain => (
            &[],
            Change(|a, b| b.en.segments.len() < a.en.segments.len()),
        ),
        Command::SentenceRules => (&[], Label("Sentences: English")),
        Command::RealignFromHere => (
            &[(BARE, Key::Enter), (CTRL, Key::Home)],
            Change(|a, b| a.beads != b.beads && !b.beads[RowIndex(0)].en.is_empty()),
        ),
        Command::RealignBetween => (
            &[(BARE, Key::Enter)],
            Change(|a, b| a.beads != b.beads && !b.beads[RowIndex(0)].en.is_empty()),
        ),
        Command::Bookmark => (&[], Change(|_, b| b.beads[RowIndex(0)].bookmark)),
        Command::SelectDown => (&[], Label("2 rows selected")),
        Command::SelectUp => (&[DOWN], Label("2 rows selected")),
        Command::NextBookmark => (
            &[DOWN, DOWN, (BARE, Key::B), (CTRL, Key::Home)],
            Cursor(Lang::En, 3),
        ),
        Command::PreviousBookmark => (&[(BARE, Key::B), LAST], Cursor(Lang::En, 1)),
        Command::Reading => (&[], NoLabel("Row 1, ")),
        Command::NextRow => (&[], Cursor(Lang::En, 2)),
        Command::PreviousRow => (&[DOWN], Cursor(Lang::En, 1)),
        Command::LeftColumn => (&[(BARE, Key::ArrowRight)], Cursor(Lang::En, 1)),
        Command::RightColumn => (&[], Cursor(Lang::Ko, 1)),
        Command::NextUnsure => (&[], Cursor(Lang::En, 0)),
        Command::PreviousUnsure => (&[LAST], Cursor(Lang::En, 0)),
        Command::NextFinding | Command::PreviousFinding => (SLIP, Cursor(Lang::En, 0)),
        Command::PageDown => (&[], Cursor(Lang::En, 0)),
        Command::PageUp => (&[(BARE, Key::PageDown), DOWN], Cursor(Lang::En, 0)),
        Command::GoToRow => (&[], Label("Row number, 1 to 28")),
        Command::FilterRows => (&[], Typing),
        Command::ShowAllRows => (&[], NoLabel("Show all rows (Esc)")),
        Command::FirstRow => (&[LAST], Cursor(Lang::En, 1)),
        Command::LastRow => (&[], Cursor(Lang::En, 28)),
        Command::CompareWorks => (&[], Label("Compare with another work")),
        Command::NewJob => (&[], Label("Make a job of many articles")),
        Command::AddTexts => (&[], Label("Add texts to the job")),
        Command::JobTable => (&[(BARE, Key::Enter)], Label("Search the titles")),
        Command::OpenPair | Command::NextPair | Command::PreviousPair => {
            (&[], Label("left here, "))
        }
        Command::PairDone => (&[], Job(|job| job::state(job, 1) == PairState::Done)),
        Command::ParkPair => (&[], Job(|job| job::state(job, 1) == PairState::Parked)),
        Command::Counterparts => (&[], Label("Counterparts by rank")),
        Command::PairTexts => (&[LAST], Label("Marked. Go to its counterpart")),
        Command::TakeApart => (&[], Job(|job| job::pairs(job).len() == 2)),
        Command::NoCounterpart => (&[LAST], Label(", no counterpart")),
        Command::JobFindings => (&[], Label("Names and sentences that two")),
        Command::JobStatistics => (&[], Label("Pairs done, by day")),
        Command::PairAll => (&[], Job(job::is_paired)),
        Command::Palette => (&[], Label("What do you want to do?")),
        Command::Help => (&[], Label("Keys and commands")),
        Command::Manual => (&[], Label("Search the manual")),
        Command::FirstSteps => (&[], Label("1 / 5")),
        Command::FindingList => (&[], Label("Findings of this text")),
        Command::ExcludedList => (&[], Label("Without a counterpart (")),
        Command::Details => (&[], NoLabel("What matches")),
        Command::Map => (&[], Label("Alignment map: ")),
        Command::Messages => (&[], Label("No messages yet")),
        Command::Licences => (&[], Label("Jjak is built with the work of others")),
        Command::Log => (&[], Label("None of your texts")),
        Command::Settings => (&[], Label("Line spacing")),
        Command::LightDark => (&[], Dark),
        Command::Language => (&[], Label("확정하고 다음으로")),
        Command::ZoomIn => (&[], Larger(true)),
        Command::ZoomOut => (&[], Larger(false)),
        Command::ZoomReset => (&[(CTRL, Key::Plus)], Larger(false)),
    }
}

fn edited(bitext: &Bitext) -> usize {
    let segments = bitext.en.segments.iter().chain(&bitext.ko.segments);
    segments.filter(|segment| segment.edited.is_some()).count()
}

/// Whether what was waived is waived everywhere.
fn waived(bitext: &Bitext) -> Option<bool> {
    let mut waivers = bitext.beads.iter().flat_map(|bead| &bead.waivers);
    waivers.next().map(|waiver| waiver.everywhere)
}

/// Rows of two English sentences.
fn doubles(bitext: &Bitext) -> usize {
    let beads = bitext.beads.iter();
    beads.filter(|bead| bead.en.len() == 2).count()
}

fn accepted(bitext: &Bitext) -> usize {
    let beads = bitext.beads.iter();
    beads.filter(|bead| bead.state == State::Accepted).count()
}

/// The side and the row (from 1) of the cell that screen readers are told is chosen.
fn cursor(window: &Window) -> (Lang, usize) {
    let chosen = |role| {
        let mut nodes = window.query_all_by_role(role);
        nodes.find(|node| node.accesskit_node().toggled() == Some(Toggled::True))
    };
    let row = chosen(Role::Row).expect("a row is chosen");
    let name = row.accesskit_node().label().unwrap_or_default();
    let number = name.trim_start_matches("Row ").split(',').next();
    let number = number.and_then(|number| number.parse().ok());
    let cell = chosen(Role::Cell).expect("a cell is chosen").rect();
    let lang = if cell.center().x < row.rect().center().x {
        Lang::En
    } else {
        Lang::Ko
    };
    (lang, number.expect("rows are named by their number"))
}

fn has(window: &Window, label: &str) -> bool {
    let by_value = |node: &egui_kittest::Node<'_>| {
        let value = node.accesskit_node().value().unwrap_or_default();
        let hint = node
            .accesskit_node()
            .placeholder()
            .unwrap_or_default()
            .to_owned();
        value.contains(label) || hint.contains(label)
    };
    window.query_all_by_label_contains(label).count() > 0
        || window
            .query_all_by_role(Role::TextInput)
            .any(|node| by_value(&node))
        || window
            .query_all_by_role(Role::Label)
            .any(|node| by_value(&node))
}

/// What a window is like, for comparing it with how it was.
struct Before {
    bitext: Bitext,
    cursor: (Lang, usize),
    zoom: f32,
    /// The job of the window, in a folder of its own.
    job: Option<(TempDir, PathBuf)>,
}

fn is_done(window: &Window, before: &Before, shows: &Shows) -> bool {
    match shows {
        Change(done) => done(&before.bitext, bitext(window)),
        Label(label) => has(window, label),
        NoLabel(label) => !has(window, label),
        Cursor(lang, 0) => cursor(window).0 == *lang && cursor(window).1 != before.cursor.1,
        Cursor(lang, row) => cursor(window) == (*lang, *row),
        Typing => window.ctx.text_edit_focused(),
        Dark => window.ctx.theme() == egui::Theme::Dark,
        Larger(larger) => {
            let zoom = window.ctx.zoom_factor();
            zoom != before.zoom && (zoom > before.zoom) == *larger
        }
        Closing => window.state().as_ref().is_some_and(Workbench::is_closing),
        Dialog => true,
        Job(done) => before.job.as_ref().is_some_and(|(_, job)| done(job)),
    }
}

/// A window at a job's table in which `command` can be given.
fn ready_in_job(command: Command, bitext_of_sample: &Bitext) -> (Window, Before) {
    let (folder, path) = job::job();
    if command == Command::PairAll {
        for pair in job::pairs(&path) {
            std::fs::remove_file(pair.work.expect("a work")).expect("a file");
        }
    }
    let mut window = crate::driver::window(Locale::English);
    job::open(&mut window, &path);
    for &(modifiers, key) in case(command).0 {
        press(&mut window, modifiers, key);
        if key == Key::Enter {
            job::wait_until(&mut window, "the rows", job::shows_rows);
        }
    }
    let before = Before {
        bitext: bitext_of_sample.clone(),
        cursor: (Lang::En, 1),
        zoom: window.ctx.zoom_factor(),
        job: Some((folder, path)),
    };
    (window, before)
}

/// A window in which `command` can be given, and what it is like.
fn ready(command: Command, bitext_of_sample: &Bitext) -> (Window, Before) {
    if command.group() == Group::Job && command != Command::NewJob {
        return ready_in_job(command, bitext_of_sample);
    }
    let mut window = crate::driver::window_of(bitext_of_sample.clone());
    for &(modifiers, key) in case(command).0 {
        press(&mut window, modifiers, key);
    }
    if command == Command::ShowAllRows {
        {
            let mut chips = window.query_all_by_role(Role::Button);
            let chip = chips.find(|node| {
                let label = node.accesskit_node().label().unwrap_or_default();
                label.starts_with("Needs eyes ")
            });
            chip.expect("rows that need eyes").click();
        }
        settle(&mut window);
    }
    let at_start = command == Command::BackToPair;
    let before = Before {
        bitext: bitext(&window).clone(),
        cursor: if at_start {
            (Lang::En, 1)
        } else {
            cursor(&window)
        },
        zoom: window.ctx.zoom_factor(),
        job: None,
    };
    (window, before)
}

/// Gives `command` by `give` in a window of its own and waits for what it does.
fn check(command: Command, how: &str, bitext: &Bitext, give: impl FnOnce(&mut Window)) {
    let shows = case(command).1;
    if matches!(shows, Dialog) {
        return;
    }
    let (mut window, before) = ready(command, bitext);
    assert!(
        !is_done(&window, &before, &shows),
        "{command:?} shows before it was given"
    );
    give(&mut window);
    for _ in 0..400 {
        if is_done(&window, &before, &shows) {
            return;
        }
        window.step();
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    panic!("{command:?} does nothing {how}");
}

#[test]
fn every_command_is_done_by_its_key() {
    let sample = bitext(&sample()).clone();
    for &command in Command::ALL {
        for chord in command.keys() {
            let (key, modifiers) = chord.parts();
            check(command, &format!("by {chord}"), &sample, |window| {
                window.key_press_modifiers(modifiers, key);
                window.step();
            });
        }
    }
}

#[test]
fn every_command_is_done_through_the_palette() {
    let sample = bitext(&sample()).clone();
    for &command in Command::ALL {
        check(command, "through the palette", &sample, |window| {
            press(window, Modifiers::COMMAND, Key::P);
            window.event(Event::Text(command.label(Locale::English).into()));
            settle(window);
            window.key_press(Key::Enter);
            window.step();
        });
    }
}

#[test]
fn every_letter_key_is_heard_on_the_hangul_layout() {
    const LETTERS: &str = "QWERTYUIOPASDFGHJKLZXCVBNM";
    const JAMO: &str = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ";
    let sample = bitext(&sample()).clone();
    for &command in Command::ALL {
        for chord in command.keys() {
            let (key, modifiers) = chord.parts();
            let at = LETTERS.find(key.name()).filter(|_| key.name().len() == 1);
            let (Some(at), false) = (at, modifiers.command) else {
                continue;
            };
            let jamo = JAMO.chars().nth(at).unwrap().to_string();
            check(command, &format!("by {jamo}"), &sample, |window| {
                window.event_modifiers(Event::Ime(ImeEvent::Commit(jamo)), modifiers);
                window.step();
            });
        }
    }
}

#[test]
fn every_command_is_done_by_the_mouse_from_its_menu() {
    let sample = bitext(&sample()).clone();
    for &command in Command::ALL {
        check(command, "from its menu", &sample, |window| {
            let menu = command.group().label(Locale::English);
            let bar = window.query_all_by_role_and_label(Role::Button, menu);
            let bar = bar.min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
            bar.expect("a menu").click();
            settle(window);
            let name = command.label(Locale::English);
            let names = [name.to_owned(), format!("{name} {}", key_text(command))];
            let below = |node: &egui_kittest::Node<'_>| {
                let label = node.accesskit_node().label().unwrap_or_default();
                names.contains(&label) && node.rect().left() < 500.0 && node.rect().top() > 24.0
            };
            {
                let mut items = window.query_all_by_role(Role::Button);
                let item = items.find(below);
                item.unwrap_or_else(|| panic!("{command:?} is not in {menu}"))
                    .click();
            }
            window.step();
        });
    }
}

fn key_text(command: Command) -> String {
    let first = command.keys().first();
    first.map(ToString::to_string).unwrap_or_default()
}
