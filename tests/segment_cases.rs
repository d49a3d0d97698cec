//! Segmentation against tables of single phenomena, `tests/segment/*.txt`. `cargo test --test segment_cases --
//! --nocapture` prints every case that is cut elsewhere.

use jjak::segment::segment_block;
use std::collections::BTreeSet;

/// Boundary F1 over all cases of a table, ends of cases not counted.
fn f1(table: &str) -> f64 {
    let (mut right, mut found, mut expected, mut wrong) = (0, 0, 0, 0);
    let cases: Vec<&str> = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    for case in &cases {
        let case = case.replace('⏎', "\n");
        // A line that begins a sentence is a block of its own, as `import` makes it; others were wrapped.
        let blocks: Vec<&str> = case.split("\n¦").collect();
        let text = case.replace(" | ", " ").replace('¦', "");
        let case = case.replace('¦', " | ");
        let mut got: Vec<&str> = Vec::new();
        let mut start = 0;
        for block in blocks {
            let block = start..start + block.replace(" | ", " ").replace('¦', "").len();
            start = block.end + 1;
            let segments = segment_block(&text, &block);
            got.extend(segments.iter().map(|s| &text[s.start()..s.span.end]));
        }
        let gold = boundaries(case.split(" | "));
        let cuts = boundaries(got.iter().copied());
        right += cuts.intersection(&gold).count() - 1;
        found += cuts.len() - 1;
        expected += gold.len() - 1;
        if cuts != gold {
            wrong += 1;
            println!("expected {case}\n     got {}", got.join(" | "));
        }
    }
    let f1 = 2.0 * right as f64 / (found + expected) as f64;
    println!(
        "boundary F1 {f1:.4}: {right} right of {found} found and {expected} expected; {wrong} of {} cases wrong",
        cases.len()
    );
    f1
}

/// Where sentences end, counted in characters that are not white space.
fn boundaries<'a>(sentences: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    sentences
        .scan(0, |end, sentence| {
            *end += sentence.chars().filter(|c| !c.is_whitespace()).count();
            Some(*end)
        })
        .collect()
}

/// `JJAK_CASES=FILE cargo test --test segment_cases of_another -- --nocapture` measures another table.
#[test]
fn cases_of_another_table() {
    if let Some(file) = std::env::var_os("JJAK_CASES") {
        f1(&std::fs::read_to_string(file).expect("a table of cases"));
    }
}

#[test]
fn english_phenomena() {
    assert!(f1(include_str!("segment/english.txt")) >= 0.98);
}

#[test]
fn korean_phenomena() {
    assert!(f1(include_str!("segment/korean.txt")) >= 0.98);
}

#[test]
fn english_phenomena_of_another_hand() {
    assert!(f1(include_str!("segment/english-2.txt")) >= 0.98);
}

#[test]
fn korean_phenomena_of_another_hand() {
    assert!(f1(include_str!("segment/korean-2.txt")) >= 0.98);
}

#[test]
fn english_reports() {
    assert!(f1(include_str!("segment/reports-english.txt")) >= 0.97);
}

#[test]
fn korean_reports() {
    assert!(f1(include_str!("segment/reports-korean.txt")) >= 0.97);
}

/// Kinds of the reports in words of our own.
#[test]
fn neighbours_of_the_reports() {
    assert!(f1(include_str!("segment/neighbours.txt")) >= 0.95);
}

#[test]
fn the_sentences_of_the_gold_pages_are_not_cut_again() {
    let (mut total, mut cut) = (0, 0);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for folder in ["gold/dev", "pages/dev", "pages/held"] {
        for file in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "sent") {
                continue;
            }
            for sentence in std::fs::read_to_string(&path).unwrap().lines() {
                let again = segment_block(sentence, &(0..sentence.len()));
                total += 1;
                if again.len() > 1 {
                    println!("{}: {sentence}", path.display());
                    cut += 1;
                }
            }
        }
    }
    // A wire caption with its date, address and rights behind it is the one known.
    assert!(cut <= 1, "{cut} of {total} sentences are cut again");
}
