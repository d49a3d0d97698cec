//! How long the aligner takes: an article, a book, and more than anybody has.
//!
//! `cargo bench --no-default-features` prints the exponent of growth and the memory at the end.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use jjak::align::{Known, align};
use jjak::bitext::{Bitext, Operation, RowIndex, State};
use jjak::evidence::lexicon::Lexicon;
use jjak::import::from_text;
use jjak::pipeline::prepare_lines;
use jjak::progress::Progress;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

type Text = (Vec<String>, Vec<String>);

/// The project's gold pages, over and over, until the English has this many sentences.
fn text(sentences: usize) -> Text {
    const PAGES: [&str; 8] = ["p03", "n02", "p06", "n05", "p09", "n09", "p10", "n12"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    let (mut en, mut ko) = (Vec::new(), Vec::new());
    for page in PAGES.iter().cycle() {
        for (side, lang) in [(&mut en, "en"), (&mut ko, "ko")] {
            let path = folder.join(format!("{page}.{lang}.sent"));
            let lines = fs::read_to_string(path).expect("a gold page");
            side.extend(lines.lines().map(str::to_owned));
        }
        if en.len() >= sentences {
            // An article is not cut: the last bead would lose its other side.
            return if sentences < 100 {
                shortened(en, ko, sentences)
            } else {
                (en, ko)
            };
        }
    }
    unreachable!("the pages go round")
}

fn shortened(mut en: Vec<String>, mut ko: Vec<String>, sentences: usize) -> Text {
    en.truncate(sentences);
    ko.truncate(sentences);
    (en, ko)
}

fn run((en, ko): &Text) -> usize {
    let en: Vec<&str> = en.iter().map(String::as_str).collect();
    let ko: Vec<&str> = ko.iter().map(String::as_str).collect();
    align(&en, &ko, Known::default(), &Progress::default())
        .expect("nobody cancels")
        .len()
}

fn lengths(criterion: &mut Criterion) {
    let start = Instant::now();
    Lexicon::shipped();
    println!("first use of the lexicon: {:.1?}", start.elapsed());
    let mut group = criterion.benchmark_group("align");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500));
    for sentences in [40, 3_000, 100_000] {
        let text = text(sentences);
        group.bench_with_input(BenchmarkId::from_parameter(sentences), &text, |b, text| {
            b.iter(|| run(text));
        });
    }
    group.finish();
}

fn after_a_pin(criterion: &mut Criterion) {
    let (en, ko) = text(2_000);
    let prepared = prepare_lines(from_text(en.join("\n")), from_text(ko.join("\n")));
    let aligned = prepared
        .expect("a pair")
        .align(&[], Lexicon::shipped(), &Progress::default());
    let mut bitext: Bitext = aligned.expect("nobody cancels");
    let row = RowIndex(bitext.beads.len() / 2);
    let (rows, state) = (row.alone(), State::Accepted);
    let edit = Operation::SetState { rows, state }.edit(&bitext);
    bitext.apply(&edit.expect("nothing speaks against it"));
    criterion.bench_function("2000 rows after a pin", |b| {
        b.iter(|| {
            let rows = bitext.stretch(row.below());
            bitext.realign(rows, Lexicon::shipped(), &Progress::default())
        });
    });
}

fn growth(_: &mut Criterion) {
    let seconds = [1_000, 10_000, 100_000].map(|sentences| {
        let text = text(sentences);
        let start = Instant::now();
        run(&text);
        (text.0.len() as f64, start.elapsed().as_secs_f64())
    });
    for pair in seconds.windows(2) {
        let [(n, short), (m, long)] = [pair[0], pair[1]];
        let exponent = (long / short).ln() / (m / n).ln();
        println!("{n} sentences {short:.2} s, {m} sentences {long:.2} s: exponent {exponent:.2}");
    }
    // Linux alone says how much memory was held at most.
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        status
            .lines()
            .filter(|line| line.starts_with("VmHWM"))
            .for_each(|line| println!("most memory: {}", line.trim_start_matches("VmHWM:").trim()));
    }
}

criterion_group!(benches, lengths, after_a_pin, growth);
criterion_main!(benches);
