//! Random keys, texts, clicks and drags. Whatever is pressed: no panic, nothing lost, the work changes by what owns the
//! keyboard alone, and undo goes back to the beginning.
//!
//! Two short runs by default; `JJAK_MONKEY=20x5000 cargo test -p jjak-window-tests --test monkey` makes 20 of 5,000 steps
//! on each work, and `JJAK_MONKEY=7:900` the first 900 steps of seed 7.

mod driver;

use driver::{Window, window_of, work};
use egui::{
    Event, ImeEvent, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Vec2, pos2, vec2,
};
use jjak::align::Link;
use jjak::article::{Article, Block, BlockKind, Lang, Provenance};
use jjak::bitext::{Bead, Bitext, Side};
use jjak::segment::{Rule, Segment};
use jjak_workbench::command::Command;
use jjak_workbench::keyboard::Owner;

/// The numbers of one run, the same for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) as usize) % below.max(1)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn place(&mut self) -> Pos2 {
        pos2(self.below(1280) as f32, self.below(800) as f32)
    }
}

const TEXTS: [&str; 10] = [
    "a",
    "The boat.",
    "가",
    "배가 들어왔다",
    "美",
    "😀",
    " ",
    "$1",
    "(",
    "e\u{301}",
];
const JAMO: [&str; 8] = ["ㅁ", "ㅌ", "ㅡ", "ㄴ", "ㅇ", "ㅠ", "ㅎ", "ㅍ"];
/// Opens and closes panels, fields and menus oftener than chance would.
const OPENERS: [(Modifiers, Key); 16] = [
    (Modifiers::COMMAND, Key::E),
    (Modifiers::COMMAND, Key::S),
    (Modifiers::COMMAND, Key::F),
    (Modifiers::COMMAND, Key::H),
    (Modifiers::COMMAND, Key::L),
    (Modifiers::COMMAND, Key::P),
    (Modifiers::COMMAND, Key::M),
    (Modifiers::COMMAND, Key::B),
    (Modifiers::COMMAND, Key::Comma),
    (Modifiers::COMMAND, Key::Z),
    (Modifiers::COMMAND, Key::Y),
    (Modifiers::NONE, Key::F2),
    (Modifiers::NONE, Key::N),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::Tab),
    (Modifiers::COMMAND, Key::Enter),
];

/// What one step is.
#[derive(Clone, Debug)]
enum Step {
    Key(Modifiers, Key),
    Jamo(&'static str),
    Text(&'static str),
    Paste(&'static str),
    Copy,
    Click(Pos2, PointerButton, usize),
    Drag(Pos2, Pos2),
    Wheel(Pos2, Vec2),
}

fn step(random: &mut Random) -> Step {
    match random.below(100) {
        0..30 => {
            let held = random.one(&[
                Modifiers::NONE,
                Modifiers::NONE,
                Modifiers::NONE,
                Modifiers::SHIFT,
                Modifiers::COMMAND,
                Modifiers::COMMAND.plus(Modifiers::SHIFT),
            ]);
            Step::Key(held, random.one(Key::ALL))
        }
        30..50 => {
            let (held, key) = random.one(&OPENERS);
            Step::Key(held, key)
        }
        50..56 => Step::Jamo(random.one(&JAMO)),
        56..66 => Step::Text(random.one(&TEXTS)),
        66..68 => Step::Paste(random.one(&TEXTS)),
        68..70 => Step::Copy,
        70..90 => {
            let buttons = [
                PointerButton::Primary,
                PointerButton::Primary,
                PointerButton::Secondary,
            ];
            Step::Click(random.place(), random.one(&buttons), 1 + random.below(2))
        }
        90..96 => Step::Drag(random.place(), random.place()),
        _ => Step::Wheel(random.place(), vec2(0.0, random.below(800) as f32 - 400.0)),
    }
}

fn button(window: &mut Window, pos: Pos2, button: PointerButton, pressed: bool) {
    window.event(Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers: Modifiers::NONE,
    });
    window.step();
}

fn take(window: &mut Window, step: &Step) {
    match step {
        Step::Key(held, key) => window.key_press_modifiers(*held, *key),
        Step::Jamo(text) => window.event(Event::Ime(ImeEvent::Commit((*text).into()))),
        Step::Text(text) => window.event(Event::Text((*text).into())),
        Step::Paste(text) => window.event(Event::Paste((*text).into())),
        Step::Copy => window.event(Event::Copy),
        Step::Click(at, with, times) => {
            window.event(Event::PointerMoved(*at));
            window.step();
            for _ in 0..*times {
                button(window, *at, *with, true);
                button(window, *at, *with, false);
            }
        }
        Step::Drag(from, to) => {
            window.event(Event::PointerMoved(*from));
            window.step();
            button(window, *from, PointerButton::Primary, true);
            for share in [0.3, 0.7, 1.0] {
                window.event(Event::PointerMoved(from.lerp(*to, share)));
                window.step();
            }
            button(window, *to, PointerButton::Primary, false);
        }
        Step::Wheel(at, delta) => {
            window.event(Event::PointerMoved(*at));
            window.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: *delta,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
        }
    }
    for _ in 0..3 {
        window.step();
    }
}

fn open(window: &Window) -> &Bitext {
    driver::bitext(window)
}

/// What of the work `step` may change while `owner` has the keyboard, made equal in `bitext`: a text that is being written
/// is kept when its field is left, also for a place that the words typed into another field lead to.
fn without_what_may_change(bitext: &mut Bitext, owner: Owner, step: &Step) {
    let is_typed = matches!(step, Step::Text(_) | Step::Jamo(_) | Step::Paste(_));
    let (note, text) = match (owner, step) {
        (Owner::Editor, Step::Key(held, key)) => {
            (false, (*held, *key) != (Modifiers::COMMAND, Key::Enter))
        }
        (Owner::Field | Owner::Panel | Owner::Menu, Step::Key(..)) => (true, true),
        (Owner::Field, _) => (is_typed, is_typed),
        _ => (false, false),
    };
    if note {
        bitext.beads.iter_mut().for_each(|bead| bead.note.clear());
    }
    if text {
        for side in [&mut bitext.en, &mut bitext.ko] {
            let segments = side.segments.iter_mut();
            segments.for_each(|segment| segment.edited = None);
        }
    }
}

/// Whether `step` presses a button or leaves what owns the keyboard by its own way.
fn acts(owner: Owner, step: &Step) -> bool {
    match (owner, step) {
        (Owner::Grid | Owner::Cut, _) => true,
        (_, Step::Click(..) | Step::Drag(..)) => true,
        (Owner::Editor, Step::Key(held, Key::Enter)) => held.command,
        (Owner::Editor, _) => false,
        (_, Step::Key(_, Key::Enter | Key::Space)) => true,
        _ => false,
    }
}

struct Run {
    window: Window,
    beginning: Bitext,
    last: Bitext,
    articles: [String; 2],
}

impl Run {
    fn new(bitext: Bitext) -> Run {
        let articles = [
            bitext.en.article.text.clone(),
            bitext.ko.article.text.clone(),
        ];
        Run {
            window: window_of(bitext.clone()),
            beginning: bitext.clone(),
            last: bitext,
            articles,
        }
    }

    fn is_busy(&self) -> bool {
        let workbench = self.window.state().as_ref();
        workbench.is_some_and(|workbench| workbench.is_busy())
    }

    fn step(&mut self, step: &Step) {
        let owner = Owner::of(&self.window.ctx);
        let busy = self.is_busy();
        take(&mut self.window, step);
        while self.is_busy() {
            self.window.step();
            std::thread::yield_now();
        }
        let now = open(&self.window);
        let articles = [&now.en.article.text, &now.ko.article.text];
        if articles != self.articles.each_ref() || self.is_new_work(now) {
            // Another work was opened.
            self.articles = articles.map(String::clone);
            (self.beginning, self.last) = (now.clone(), now.clone());
            return;
        }
        if *now == self.last {
            return;
        }
        now.check()
            .unwrap_or_else(|fault| panic!("something is lost: {fault}"));
        if !acts(owner, step) && !busy {
            let [mut before, mut after] = [self.last.clone(), now.clone()];
            without_what_may_change(&mut before, owner, step);
            without_what_may_change(&mut after, owner, step);
            assert!(
                before == after,
                "{owner:?} has the keyboard, and the work changes"
            );
        }
        self.last = now.clone();
    }

    /// The sample opened again.
    fn is_new_work(&self, now: &Bitext) -> bool {
        let workbench = self.window.state().as_ref().expect("a window");
        *now != self.last && *now == self.beginning && !workbench.can_undo()
    }

    fn undo_all(&mut self) {
        for _ in 0..12 {
            self.window.key_press(Key::Escape);
            self.window.step();
        }
        let ctx = self.window.ctx.clone();
        let workbench = self.window.state_mut().as_mut().expect("a window");
        workbench.run(&ctx, Command::BackToPair);
        let mut steps = 0;
        while workbench.allows(Command::Undo) {
            workbench.run(&ctx, Command::Undo);
            steps += 1;
            assert!(steps < 100_000, "undo comes to an end");
        }
        assert!(
            open(&self.window) == &self.beginning,
            "undo goes back to the beginning"
        );
        self.window.step();
    }
}

/// `rows` sentences that pair one to one.
fn long(rows: usize) -> Bitext {
    let side = |lang: Lang| {
        let (mut text, mut segments, mut blocks) = (String::new(), Vec::new(), Vec::new());
        for row in 0..rows {
            let start = text.len();
            text.push_str(&match lang {
                Lang::En => format!("Boat {row} came in late."),
                Lang::Ko => format!("배 {row}척이 늦게 들어왔다."),
            });
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
    };
    let link = |row| Link {
        en: vec![row],
        ko: vec![row],
        confidence: 0.2 + 0.7 * (row % 2) as f32,
    };
    let links: Vec<Link> = (0..rows).map(link).collect();
    Bitext::new(side(Lang::En), side(Lang::Ko), &links)
}

/// An empty work, one with one side alone, small ones, and a long one.
fn works() -> Vec<(&'static str, Bitext)> {
    let mut one_sided = long(5);
    one_sided.ko = Side {
        article: Article {
            text: String::new(),
            blocks: Vec::new(),
            ..one_sided.ko.article
        },
        segments: Vec::new(),
    };
    one_sided
        .beads
        .iter_mut()
        .for_each(|bead: &mut Bead| bead.ko.clear());
    let small = work(
        "A boat came in. Its crew went home.\nThe harbor was quiet.",
        "배가 들어왔다. 선원들은 집에 갔다.\n항구는 조용했다.",
    );
    vec![
        ("empty", long(0)),
        ("one-sided", one_sided),
        ("two sentences", long(1)),
        ("small", open(&small).clone()),
        // As long as there is time for.
        (
            "long",
            long(if std::env::var_os("JJAK_MONKEY").is_some() {
                3000
            } else {
                300
            }),
        ),
    ]
}

/// Seeds and steps, and whether a seed alone was asked for.
fn asked() -> (std::ops::Range<u64>, usize) {
    let asked = std::env::var("JJAK_MONKEY").unwrap_or_default();
    let number = |text: &str| text.parse().ok();
    if let Some((seeds, steps)) = asked.split_once('x')
        && let (Some(seeds), Some(steps)) = (number(seeds), number(steps))
    {
        return (0..seeds as u64, steps);
    }
    if let Some((seed, steps)) = asked.split_once(':')
        && let (Some(seed), Some(steps)) = (number(seed), number(steps))
    {
        return (seed as u64..seed as u64 + 1, steps);
    }
    (0..2, 25)
}

#[test]
fn whatever_is_pressed_nothing_breaks_and_nothing_is_lost() {
    let (seeds, steps) = asked();
    // What is exported or saved goes where nobody misses it.
    let folder = tempfile::tempdir().expect("a folder");
    std::env::set_current_dir(folder.path()).expect("a folder to be in");
    let started = std::time::Instant::now();
    for seed in seeds.clone() {
        for (name, bitext) in works() {
            let mut random =
                Random(0x9E37_79B9_7F4A_7C15 ^ (seed + 1).wrapping_mul(0x2545_F491_4F6C_DD1D));
            let mut run = Run::new(bitext);
            let mut taken = Vec::new();
            let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                for _ in 0..steps {
                    taken.push(step(&mut random));
                    let last = taken.last().expect("it was pushed").clone();
                    run.step(&last);
                }
                run.undo_all();
            }));
            if let Err(panic) = caught {
                let last = &taken[taken.len().saturating_sub(12)..];
                eprintln!("seed {seed}, {name}, step {}: after {last:#?}", taken.len());
                std::panic::resume_unwind(panic);
            }
        }
    }
    let runs = (seeds.end - seeds.start) * 5;
    println!("{runs} runs of {steps} steps in {:.0?}", started.elapsed());
}
