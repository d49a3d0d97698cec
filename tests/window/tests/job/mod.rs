//! A job in the window: made from what is dropped, worked through by keys and by mouse.

mod acts;
mod learning;
mod whole;

pub(crate) use crate::driver::job_of as made;
use crate::driver::{Window, settle, window};
use jjak::job::{JobPair, PairState};
use jjak_workbench::texts::Locale;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// Articles of the gold, short ones.
pub(crate) const NAMES: [&str; 3] = ["n02", "n05", "n09"];
/// As many sentences of each.
const SENTENCES: usize = 8;

/// What the first two articles say in two ways.
const TWICE: [(&str, &str, &str); 2] = [
    (
        "n02",
        "The information desk is closed on Mondays.",
        "안내 창구는 월요일마다 문을 닫는다.",
    ),
    (
        "n05",
        "The information desk is closed on Mondays.",
        "매주 월요일은 안내소가 쉬는 날이다.",
    ),
];

/// The first sentences of an article.
pub(crate) fn text(name: &str, lang: &str) -> String {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../gold/dev");
    let file = gold.join(format!("{name}.{lang}.sent"));
    let text = fs::read_to_string(file).expect("the gold");
    let mut lines: Vec<&str> = text.lines().take(SENTENCES).collect();
    let twice = TWICE.into_iter().filter(|(of, ..)| *of == name);
    lines.extend(twice.map(|(_, en, ko)| if lang == "en" { en } else { ko }));
    lines.join("\n")
}

/// A folder with `en` and `ko`, whose texts have names that say nothing; one of each side has no counterpart.
pub(crate) fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for lang in ["en", "ko"] {
        fs::create_dir(folder.path().join(lang)).expect("a folder");
    }
    for (number, name) in NAMES.into_iter().enumerate() {
        let write = |lang: &str, file: String| {
            let path = folder.path().join(lang).join(file);
            fs::write(path, text(name, lang)).expect("a file");
        };
        write("en", format!("a{number}.txt"));
        write("ko", format!("글{}.txt", 7 - number));
    }
    let alone = "A recipe for soup.\nCut two onions and a leek.\nBoil them in a litre of water for an hour.\nAdd salt and serve it hot.";
    fs::write(folder.path().join("en/soup.txt"), alone).expect("a file");
    let alone =
        "정원 가꾸기.\n봄에는 흙을 갈아엎는다.\n장미는 햇볕이 드는 곳에 심는다.\n물은 아침에 준다.";
    fs::write(folder.path().join("ko/정원.txt"), alone).expect("a file");
    folder
}

/// Steps until `done`.
pub(crate) fn wait_until(window: &mut Window, what: &str, done: impl Fn(&Window) -> bool) {
    for _ in 0..1500 {
        window.step();
        if done(window) {
            return settle(window);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{what} did not come about");
}

/// Opens files and folders, as if they were named on the command line or dropped.
pub(crate) fn give(window: &mut Window, paths: Vec<PathBuf>) {
    let ctx = window.ctx.clone();
    let workbench = window.state_mut().as_mut().expect("a window");
    workbench.open_files(&ctx, paths);
    settle(window);
}

/// The rows of the open job as its file holds them.
pub(crate) fn rows(job: &Path) -> Vec<JobPair> {
    jjak::job::read(job).expect("a job").pairs
}

pub(crate) fn pairs(job: &Path) -> Vec<JobPair> {
    let rows = rows(job).into_iter();
    rows.filter(JobPair::is_pair).collect()
}

/// Whether every pair has its work.
pub(crate) fn is_paired(job: &Path) -> bool {
    let is_there = |pair: &JobPair| pair.work.as_ref().is_some_and(|work| work.exists());
    pairs(job).iter().all(is_there)
}

pub(crate) fn state(job: &Path, id: u64) -> PairState {
    let rows = rows(job);
    let pair = rows.iter().find(|pair| pair.id == id);
    pair.expect("a pair").state
}

/// A folder with a job in it, as [`made`] makes it; made once, copied for each test.
pub(crate) fn job() -> (TempDir, PathBuf) {
    use std::sync::OnceLock;
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = folder();
        made(folder.path());
        folder
    });
    let copy = tempfile::tempdir().expect("a folder");
    copy_all(made.path(), copy.path());
    let job = copy.path().join("news.jjakjob");
    (copy, job)
}

fn copy_all(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            fs::create_dir(&target).expect("a folder");
            copy_all(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file");
        }
    }
}

/// A window at the table of such a job.
pub(crate) fn table() -> (TempDir, PathBuf, Window) {
    let (folder, path) = job();
    let mut window = window(Locale::English);
    open(&mut window, &path);
    (folder, path, window)
}

/// Opens a job, to its table.
pub(crate) fn open(window: &mut Window, job: &Path) {
    give(window, vec![job.into()]);
    wait_until(window, "the table", |window| has(window, "Pair 1: "));
    wait_until(window, "a look at the works", |window| {
        !has(window, "Looking at the works")
    });
}

pub(crate) fn has(window: &Window, label: &str) -> bool {
    use egui_kittest::kittest::Queryable;
    window.query_all_by_label_contains(label).count() > 0
}

/// Whether the rows of a pair are on the screen.
pub(crate) fn shows_rows(window: &Window) -> bool {
    has(window, "Row 1, ") && has(window, "left here, ")
}
