//! How fast a million pairs are written and read again, and how much memory that takes.
//!
//! `cargo bench --no-default-features --bench export` prints it for every format; `-- 100000` for fewer pairs.

use jjak::bitext::Bitext;
use jjak::exchange::{ExportedWork, Format, Options, write};
use jjak::exchange::{Keep, open_keeping, read};
use jjak::project::About;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::time::Instant;

const PAIRS: usize = 1_000_000;

fn main() {
    // `cargo test --benches` asks only whether it runs.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let asked = std::env::args().find_map(|argument| argument.parse().ok());
    let pairs = asked.unwrap_or(PAIRS);
    let folder = tempfile::tempdir().expect("a folder for the exports");
    let place = |name: &str| folder.path().join(format!("pairs.{name}"));
    let bitext = bitext(pairs);
    println!("{pairs} pairs in memory: {}", memory("VmRSS:"));
    let about = About::now(true);
    let works = [ExportedWork {
        name: "million.jjak".into(),
        bitext: &bitext,
        about: &about,
        source: jjak::article::Lang::En,
        plain: false,
        is_masked: false,
    }];
    let formats = Format::written()
        // Evidence is found for every row of a report, which no one reads a million of.
        .filter(|format| *format != Format::Html);
    for format in formats {
        let path = place(format.as_str());
        let mut out = BufWriter::new(File::create(&path).expect("a place to write to"));
        let start = Instant::now();
        let written = write(&works, format, &Options::default(), &mut out);
        out.flush().expect("it is written");
        let seconds = start.elapsed().as_secs_f64();
        let bytes = fs::metadata(&path).expect("it was written").len() as f64 / 1e6;
        println!(
            "{:>8} {} pairs written: {bytes:.0} MB in {seconds:.2} s, {:.0} MB/s, most memory so far {}",
            format.as_str(),
            written.map_or_else(|error| error.to_string(), |pairs| pairs.to_string()),
            bytes / seconds,
            memory("VmHWM:")
        );
    }
    drop(bitext);
    for name in ["tsv", "tmx"] {
        let path = place(name);
        let before = memory("VmRSS:");
        let start = Instant::now();
        let (project, _) = open_keeping(Keep::Pairs, &path, None).expect("it reads back");
        let seconds = start.elapsed().as_secs_f64();
        let size = fs::metadata(&path).expect("it was written").len() as f64 / 1e6;
        println!(
            "{name:>8} {} pairs read: {size:.0} MB in {seconds:.2} s, {:.0} MB/s; memory before {before}, most so far {}",
            project.bitext.beads.len(),
            size / seconds,
            memory("VmHWM:")
        );
    }
}

fn bitext(pairs: usize) -> Bitext {
    let mut tsv = String::from("en\tko\n");
    for at in 0..pairs {
        tsv += &format!(
            "The harbor office said on Monday that {at} ships had left the inner quay.\t항만청은 월요일 내항 부두를 떠난 배가 {at}척이라고 밝혔다.\n"
        );
    }
    read(tsv.as_bytes(), Format::Tsv, None)
        .expect("it is a table")
        .into_bitext()
}

/// A line of `/proc/self/status`; a dash where there is none.
fn memory(name: &str) -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.map_or("-".into(), |line| line.trim().to_owned())
}
