//! The aligner on the project's own gold beads, and its promises on any input.

use jjak::align::{Link, align};
use jjak::progress::Progress;
use proptest::prelude::*;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

type Bead = (Vec<usize>, Vec<usize>);

fn gold_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev")
}

fn sentences(name: &str) -> Vec<String> {
    let text = fs::read_to_string(gold_folder().join(name)).expect("a gold file");
    text.lines().map(str::to_owned).collect()
}

fn gold(name: &str) -> HashSet<Bead> {
    let side = |field: &str| {
        field
            .split(',')
            .filter_map(|at| at.trim().parse().ok())
            .collect()
    };
    let text = fs::read_to_string(gold_folder().join(name)).expect("a gold file");
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(en, ko)| (side(en), side(ko)))
        .collect()
}

fn align_all(en: &[String], ko: &[String], pins: &[Bead]) -> Vec<Link> {
    let en: Vec<&str> = en.iter().map(String::as_str).collect();
    let ko: Vec<&str> = ko.iter().map(String::as_str).collect();
    align(&en, &ko, pins, &Progress::default()).expect("nobody cancels")
}

/// Strict F1 over the two-sided beads of some documents: exactly the bead or nothing.
fn strict_f1(documents: &[&str]) -> f64 {
    let (mut right, mut expected, mut found) = (0, 0, 0);
    for name in documents {
        let gold: HashSet<Bead> = gold(&format!("{name}.gold.tsv"))
            .into_iter()
            .filter(|(en, ko)| !en.is_empty() && !ko.is_empty())
            .collect();
        let links = align_all(
            &sentences(&format!("{name}.en.sent")),
            &sentences(&format!("{name}.ko.sent")),
            &[],
        );
        let beads: Vec<Bead> = links
            .into_iter()
            .map(|link| (link.en, link.ko))
            .filter(|(en, ko)| !en.is_empty() && !ko.is_empty())
            .collect();
        right += beads.iter().filter(|bead| gold.contains(bead)).count();
        expected += gold.len();
        found += beads.len();
    }
    2.0 * right as f64 / (expected + found) as f64
}

#[test]
fn news_is_aligned_as_measured() {
    let f1 = strict_f1(&["n02", "n05", "n09", "n12"]);
    assert!(f1 >= 0.98, "strict F1 of news is {f1:.4}");
}

#[test]
fn prose_is_aligned_as_measured() {
    let f1 = strict_f1(&["p03", "p06", "p09", "p10"]);
    assert!(f1 >= 0.95, "strict F1 of prose is {f1:.4}");
}
