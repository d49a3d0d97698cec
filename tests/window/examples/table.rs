//! Measures the table of a job: how long until it is there, until what is typed into its search is found, until it is
//! closed and there again; and the memory of the process.
//!
//! `cargo run --release -p jjak-window-tests --example table -- JOB.jjakjob`

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jjak_workbench::app::Workbench;
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

type Window = Harness<'static, Option<Workbench>>;

fn main() {
    let job = std::env::args_os().nth(1).map(PathBuf::from);
    let job = job.expect("give a job");
    let mut window = window();
    let there = open(&mut window, &job);
    println!("the table is there after {there:.0?}");
    settle(&mut window);
    let rest = frames(&mut window, 20);
    println!("a frame takes {rest:.1?}");
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.step();
    let mut slowest = Duration::ZERO;
    for letter in "central".chars() {
        window.event(Event::Text(letter.to_string()));
        slowest = slowest.max(frame(&mut window));
    }
    println!("a letter typed into the search takes {slowest:.1?} at most");
    window.key_press(Key::Escape);
    window.step();
    let mut paging = Duration::ZERO;
    for _ in 0..40 {
        window.key_press(Key::PageDown);
        paging = paging.max(frame(&mut window));
    }
    println!("a page takes {paging:.1?} at most");
    println!("{} MiB", memory());
    let started = Instant::now();
    if let Some(workbench) = window.state_mut() {
        workbench.close();
    }
    drop(window);
    let closed = started.elapsed();
    let mut window = self::window();
    let there = open(&mut window, &job);
    println!("closed in {closed:.0?}, there again after {there:.0?}");
}

fn window() -> Window {
    let mut settings = Settings::default();
    (settings.locale, settings.dark) = (Some(Locale::English), Some(false));
    let mut window = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_context_setup(jjak_workbench::fonts::install)
        .build_ui_state(
            move |ui, workbench: &mut Option<Workbench>| {
                workbench
                    .get_or_insert_with(|| Workbench::new(ui.ctx(), settings.clone()))
                    .ui(ui);
            },
            None,
        );
    window.step();
    window
}

/// Opens a job; how long it takes until its rows are on the screen.
fn open(window: &mut Window, job: &Path) -> Duration {
    let started = Instant::now();
    let ctx = window.ctx.clone();
    if let Some(workbench) = window.state_mut() {
        workbench.open_files(&ctx, vec![job.into()]);
    }
    while window.query_all_by_label_contains("Pair 1: ").count() == 0 {
        window.step();
        assert!(started.elapsed() < Duration::from_secs(60), "no table");
    }
    started.elapsed()
}

/// Until the works have been looked at.
fn settle(window: &mut Window) {
    while window
        .query_all_by_label_contains("Looking at the works")
        .count()
        > 0
    {
        window.step();
    }
    frames(window, 5);
}

fn frame(window: &mut Window) -> Duration {
    let started = Instant::now();
    window.step();
    started.elapsed()
}

fn frames(window: &mut Window, count: u32) -> Duration {
    (0..count).map(|_| frame(window)).sum::<Duration>() / count
}

/// What of the process is in memory, in MiB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let digits: String = line
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse::<u64>().unwrap_or_default() / 1024
}
