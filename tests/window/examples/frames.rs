//! Measures the window on a generated project: time to the first frame of it, CPU time per frame while scrolling,
//! how long edits take until their frame is made (the journal on disk included), and memory.
//!
//! `cargo run --release -p jjak-window-tests --example frames -- 100000 600`

use eframe::egui;
use jjak::align::Link;
use jjak::article::{Article, Block, BlockKind, Lang, Provenance};
use jjak::bitext::{Bitext, Side};
use jjak::import::Originals;
use jjak::project::{Journal, Project};
use jjak::segment::{Rule, Segment};
use jjak_workbench::command::Command;
use jjak_workbench::{app::Workbench, settings::Settings};
use rustix::time::{ClockId, clock_gettime};
use std::time::Instant;

const EN: [&str; 8] = [
    "The city council",
    "approved on Monday",
    "a plan to rebuild",
    "the old fish market",
    "after two years of talks",
    "with shop owners",
    "who had asked for",
    "lower rents and a roof.",
];
const KO: [&str; 8] = [
    "시의회는",
    "월요일 본회의에서",
    "옛 어시장을",
    "다시 짓는 계획을",
    "상인들과 2년에 걸친",
    "협의 끝에",
    "임대료를 낮추는",
    "조건으로 통과시켰다.",
];

/// `rows` sentences of 4 to 19 phrases.
fn side(lang: Lang, rows: usize) -> Side {
    let phrases = if lang == Lang::En { EN } else { KO };
    let mut random = 42u64;
    let mut next = |below: usize| {
        random = random
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (random >> 33) as usize % below
    };
    let (mut text, mut segments, mut blocks) = (String::new(), Vec::new(), Vec::new());
    for row in 0..rows {
        let start = text.len();
        text.push_str(&row.to_string());
        for _ in 0..4 + next(16) {
            text.push(' ');
            text.push_str(phrases[next(phrases.len())]);
        }
        let span = start..text.len();
        text.push('\n');
        blocks.push(Block {
            span: span.clone(),
            kind: BlockKind::Body,
            excluded: None,
        });
        segments.push(Segment::new(span, Rule::BlockStart));
    }
    let article = Article {
        lang,
        text,
        blocks,
        provenance: Provenance::default(),
    };
    Side { article, segments }
}

/// How often each edit is timed.
const TIMES: usize = 15;

/// What is timed, in this order, and the commands that go before it untimed.
const EDITS: [(&str, &[Command], Command); 7] = [
    ("accept, go on", &[Command::FirstRow], Command::Accept),
    (
        "undo of it",
        &[Command::FirstRow, Command::Accept],
        Command::Undo,
    ),
    ("merge", &[Command::FirstRow], Command::Merge),
    ("push, all rows", &[Command::FirstRow], Command::PushTail),
    (
        "undo of it",
        &[Command::FirstRow, Command::PushTail],
        Command::Undo,
    ),
    (
        "push, ten rows",
        &[Command::LastRow, Command::PageUp],
        Command::PushTail,
    ),
    (
        "undo of it",
        &[Command::LastRow, Command::PageUp, Command::PushTail],
        Command::Undo,
    ),
];

struct Measured {
    workbench: Workbench,
    started: Instant,
    shown: bool,
    wanted: usize,
    cpu: Vec<f32>,
    /// Without tessellation and drawing.
    own: Vec<f32>,
    /// The thread's time when the last frame began, in milliseconds.
    frame_began: Option<f32>,
    /// Of each of [`EDITS`], in milliseconds.
    edits: Vec<Vec<f32>>,
}

impl eframe::App for Measured {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.request_repaint();
        if self.workbench.bitext().is_none() {
            self.workbench.ui(ui);
            if self.workbench.bitext().is_some() {
                println!(
                    "on the screen after {} ms",
                    self.started.elapsed().as_millis()
                );
            }
            return;
        }
        if !std::mem::replace(&mut self.shown, true) {
            // The frame before was made without it.
            return self.workbench.ui(ui);
        }
        if self.cpu.len() < self.wanted {
            ui.input_mut(|input| input.smooth_scroll_delta = egui::vec2(0.0, -400.0));
            // From one frame's beginning to the next: tessellation and drawing are in it.
            let now = thread_ms();
            if let Some(before) = self.frame_began.replace(now) {
                self.cpu.push(now - before);
            }
            self.workbench.ui(ui);
            self.own.push(thread_ms() - now);
            return;
        }
        let done = self.edits.iter().map(Vec::len).sum::<usize>();
        if done == EDITS.len() * TIMES {
            self.report();
            return ui.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        let at = done / TIMES;
        let (_, before, command) = EDITS[at];
        for &command in before {
            self.workbench.run(ui.ctx(), command);
        }
        let started = Instant::now();
        self.workbench.run(ui.ctx(), command);
        self.workbench.ui(ui);
        self.edits[at].push(started.elapsed().as_secs_f32() * 1e3);
        if command != Command::Undo {
            self.workbench.run(ui.ctx(), Command::Undo);
        }
    }
}

impl Measured {
    fn report(&mut self) {
        println!("CPU per frame while scrolling: {}", spread(&mut self.cpu));
        println!("of it the window's own: {}", spread(&mut self.own));
        for ((name, ..), times) in EDITS.iter().zip(&mut self.edits) {
            println!("{name}: {}", spread(times));
        }
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        status
            .lines()
            .filter(|line| line.starts_with("VmRSS") || line.starts_with("VmHWM"))
            .for_each(|line| println!("{line}"));
    }
}

/// The time that the processor has worked for this thread, in milliseconds.
fn thread_ms() -> f32 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f32 * 1e3 + time.tv_nsec as f32 / 1e6
}

fn spread(times: &mut [f32]) -> String {
    times.sort_by(f32::total_cmp);
    let at = |share: f32| times[((times.len() - 1) as f32 * share) as usize];
    let (p50, p95, most) = (at(0.5), at(0.95), at(1.0));
    format!("p50 {p50:.2} ms, p95 {p95:.2} ms, max {most:.2} ms")
}

fn main() -> eframe::Result {
    let started = Instant::now();
    let mut numbers = std::env::args()
        .skip(1)
        .map(|number| number.parse().expect("rows, then frames"));
    let rows = numbers.next().unwrap_or(100_000);
    let wanted = numbers.next().unwrap_or(600);
    let links: Vec<Link> = (0..rows)
        .map(|row| Link {
            en: vec![row],
            ko: vec![row],
            confidence: (row % 97) as f32 / 96.0,
        })
        .collect();
    let bitext = Bitext::new(side(Lang::En, rows), side(Lang::Ko, rows), &links);
    let folder = tempfile::tempdir().expect("a folder for the project");
    let file = folder.path().join("frames.jjak");
    let project = Project::new(Originals::default(), bitext, false);
    drop(Journal::create(&file, &project).expect("a project file"));
    drop(project);
    println!(
        "{rows} rows made after {} ms",
        started.elapsed().as_millis()
    );
    let viewport = egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]);
    let mut options = eframe::NativeOptions {
        viewport,
        ..eframe::NativeOptions::default()
    };
    options.glow_options.vsync = false;
    let opened = Instant::now();
    eframe::run_native(
        "frames",
        options,
        Box::new(move |creation| {
            let mut workbench = Workbench::new(&creation.egui_ctx, Settings::default());
            workbench.open_files(&creation.egui_ctx, vec![file]);
            Ok(Box::new(Measured {
                workbench,
                started: opened,
                shown: false,
                wanted,
                cpu: Vec::new(),
                own: Vec::new(),
                frame_began: None,
                edits: vec![Vec::new(); EDITS.len()],
            }))
        }),
    )
}
