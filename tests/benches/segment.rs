//! How fast pages become sentences, on one core: `cargo bench --no-default-features --bench segment`.
//!
//! Prints megabytes a second, and how that compares to `unicode-segmentation`'s sentences of the same text.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jjak::article::Article;
use jjak::clean::clean;
use jjak::import::from_text;
use jjak::segment::{segment, segment_block};
use std::hint::black_box;
use std::time::Instant;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes of the text that is cut.
const SIZE: usize = 4 << 20;

/// English and Korean prose in turn, a paragraph a line.
fn mixed() -> String {
    let sources = [
        include_str!("../gold/dev/p06.en.txt"),
        include_str!("../gold/dev/p06.ko.txt"),
        include_str!("../gold/dev/n09.en.txt"),
        include_str!("../gold/dev/n09.ko.txt"),
    ];
    let once = sources.join("\n\n");
    once.repeat(SIZE / once.len() + 1)
}

/// Every line as a block that is kept.
fn kept(text: String) -> Article {
    let mut article = from_text(text).article;
    for block in &mut article.blocks {
        block.excluded = None;
    }
    article
}

fn megabytes_a_second(bytes: usize, work: impl Fn() -> usize) -> f64 {
    let best = (0..5).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_secs_f64()
    });
    bytes as f64 / 1e6 / best.fold(f64::INFINITY, f64::min)
}

fn sentences(criterion: &mut Criterion) {
    let article = kept(mixed());
    let bytes = article.text.len();
    let own = megabytes_a_second(bytes, || segment(&article).len());
    let unicode = megabytes_a_second(bytes, || article.text.unicode_sentences().count());
    println!(
        "segment: {own:.1} MB/s; unicode-segmentation's sentences: {unicode:.1} MB/s; ratio {:.2}",
        own / unicode
    );
    let mut group = criterion.benchmark_group("segment");
    group
        .throughput(Throughput::Bytes(bytes as u64))
        .sample_size(10);
    group.bench_function("mixed text", |bencher| bencher.iter(|| segment(&article)));
    group.finish();
}

/// What could take the square of its length.
fn pathological(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one block");
    group.sample_size(10);
    let cases = [
        (
            "10 MB in one paragraph",
            mixed().replace('\n', " ").repeat(3),
        ),
        ("a million quotes", "\"".repeat(1_000_000)),
        ("a million quoted words", "\"a\" ".repeat(1_000_000)),
        (
            "100,000 lines",
            "Mr. Kim left. 그는 갔다.\n".repeat(100_000),
        ),
        ("a million brackets", "([{".repeat(333_333)),
        ("a million stops", ". ".repeat(1_000_000)),
    ];
    for (name, text) in cases {
        let text = &text[..text.floor_char_boundary(10_000_000)];
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
            bencher.iter(|| segment_block(text, &(0..text.len())));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("clean");
    group.sample_size(10);
    let article = from_text(mixed()).article;
    group.throughput(Throughput::Bytes(article.text.len() as u64));
    group.bench_function("mixed pages", |bencher| {
        bencher.iter_batched(|| article.clone(), clean, criterion::BatchSize::LargeInput);
    });
    group.finish();
}

criterion_group!(benches, sentences, pathological);
criterion_main!(benches);
