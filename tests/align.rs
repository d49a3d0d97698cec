//! The aligner on the project's own gold beads, and its promises on any input.

use jjak::align::{Known, Link, align};
use jjak::article::Lang;
use jjak::evidence::Evidence;
use jjak::evidence::lexicon::Lexicon;
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
    let known = Known {
        pins,
        ..Known::default()
    };
    align(&en, &ko, known, &Progress::default()).expect("nobody cancels")
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
    assert!(f1 >= 0.965, "strict F1 of prose is {f1:.4}");
}

/// The lines of a raw page that are in no sentence: those above the first and those below.
fn boilerplate(name: &str, lang: &str) -> (Vec<String>, Vec<String>) {
    let fold = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentences: Vec<String> = sentences(&format!("{name}.{lang}.sent"))
        .iter()
        .map(|line| fold(line))
        .collect();
    let page =
        fs::read_to_string(gold_folder().join(format!("{name}.{lang}.txt"))).expect("a page");
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let mut seen = false;
    for line in page.lines().map(fold).filter(|line| !line.is_empty()) {
        let held = |sentence: &String| line.contains(sentence) || sentence.contains(&line);
        if sentences.iter().any(held) {
            seen = true;
        } else if seen {
            below.push(line);
        } else {
            above.push(line);
        }
    }
    (above, below)
}

/// Pages that nobody cleaned: each text between the menus and rankings of two other pages.
#[test]
fn boilerplate_left_in_does_not_mislead() {
    let names = ["n02", "n05", "n09", "n12", "p03", "p06", "p09", "p10"];
    let (mut right, mut expected) = (0, 0);
    for (at, name) in names.iter().enumerate() {
        let wrapped = |lang: &str, from: &str| {
            let (above, below) = boilerplate(from, lang);
            let start = above.len();
            let text = sentences(&format!("{name}.{lang}.sent"));
            (start, [above, text, below].concat())
        };
        let (en_start, en) = wrapped("en", names[(at + 1) % 4]);
        let (ko_start, ko) = wrapped("ko", names[(at + 2) % 4]);
        let links = align_all(&en, &ko, &[]);
        let gold = gold(&format!("{name}.gold.tsv"));
        let two_sided = gold
            .iter()
            .filter(|(en, ko)| !en.is_empty() && !ko.is_empty());
        for (i, j) in two_sided {
            expected += 1;
            let moved =
                |side: &[usize], by: usize| side.iter().map(|at| at + by).collect::<Vec<_>>();
            let (i, j) = (moved(i, en_start), moved(j, ko_start));
            right += usize::from(links.iter().any(|link| link.en == i && link.ko == j));
        }
    }
    let recall = f64::from(right as u32) / f64::from(expected);
    assert!(recall >= 0.95, "{right} of {expected}");
}

#[test]
fn a_cancelled_alignment_gives_nothing() {
    let progress = Progress::default();
    progress.cancel();
    assert!(align(&["A."], &["가."], Known::default(), &progress).is_err());
}

#[test]
fn a_pin_that_crosses_is_kept_and_the_rest_stays() {
    let en = sentences("p03.en.sent");
    let ko = sentences("p03.ko.sent");
    let pins = [
        (vec![2], vec![38]),
        (vec![30], vec![1]),
        (vec![10, 11, 14], vec![20]),
    ];
    let links = align_all(&en, &ko, &pins);
    check(&links, &en, &ko, &pins);
    let gold = gold("p03.gold.tsv");
    let right = links
        .iter()
        .filter(|link| gold.contains(&(link.en.clone(), link.ko.clone())))
        .count();
    assert!(right >= 28, "{right} beads are right");
}

#[test]
fn long_texts_are_aligned_in_pieces() {
    let (mut en, mut ko, mut gold_beads) = (Vec::new(), Vec::new(), HashSet::new());
    for name in ["n02", "n05", "n09", "n12", "p03", "p06", "p09", "p10"] {
        let shift = |side: &[usize], by: usize| side.iter().map(|at| at + by).collect::<Vec<_>>();
        for (a, b) in gold(&format!("{name}.gold.tsv")) {
            gold_beads.insert((shift(&a, en.len()), shift(&b, ko.len())));
        }
        en.extend(sentences(&format!("{name}.en.sent")));
        ko.extend(sentences(&format!("{name}.ko.sent")));
    }
    let pins = [(vec![100], vec![97]), (vec![200], vec![3])];
    let links = align_all(&en, &ko, &pins);
    check(&links, &en, &ko, &pins);
    let links = align_all(&en, &ko, &[]);
    check(&links, &en, &ko, &[]);
    let right = links
        .iter()
        .filter(|link| gold_beads.contains(&(link.en.clone(), link.ko.clone())))
        .count();
    assert!(
        right * 100 >= gold_beads.len() * 90,
        "{right} of {}",
        gold_beads.len()
    );
}

#[test]
fn one_endless_sentence_is_no_trouble() {
    let en = vec!["word 3 ".repeat(3_000), "x".repeat(20_000), String::new()];
    let ko = vec![
        "낱말 3 ".repeat(3_000),
        "가".repeat(20_000),
        "3".repeat(5_000),
    ];
    check(&align_all(&en, &ko, &[]), &en, &ko, &[]);
    Evidence::of(&[&en[0]], &[&ko[0]], Lexicon::shipped());
}

/// Every sentence is in exactly one link, the pins are as they were, and the order is the promised one.
fn check(links: &[Link], en: &[String], ko: &[String], pins: &[Bead]) {
    let sorted = |side: fn(&Link) -> &Vec<usize>| {
        let mut all: Vec<usize> = links.iter().flat_map(|link| side(link).clone()).collect();
        all.sort_unstable();
        all
    };
    assert_eq!(sorted(|link| &link.en), (0..en.len()).collect::<Vec<_>>());
    assert_eq!(sorted(|link| &link.ko), (0..ko.len()).collect::<Vec<_>>());
    for (en, ko) in pins {
        let kept = links.iter().find(|link| &link.en == en && &link.ko == ko);
        assert_eq!(kept.map(|link| link.confidence), Some(1.0));
    }
    let firsts: Vec<usize> = links
        .iter()
        .filter_map(|link| link.en.first().copied())
        .collect();
    assert!(firsts.is_sorted(), "links stand in English order");
    for link in links {
        assert!(!link.en.is_empty() || !link.ko.is_empty());
        assert!((0.0..=1.0).contains(&link.confidence));
    }
}

/// Positions of one side, dealt out to pins.
fn dealt(length: usize) -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0..6_usize, length)
}

const PIECES: &str = "[a-z]{0,3}|[가-힣]{0,3}|[0-9,.]{1,4}|[십백천만억조]|일월|세 명|May 3|[\\u{1100}-\\u{11ff}]|\\PC|[ \"'“?:%]";

fn any_sentence() -> impl Strategy<Value = String> {
    proptest::collection::vec(PIECES, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn links_part_both_sides_and_pins_come_back(
        (en, en_dealt, ko, ko_dealt) in (0..14_usize, 0..14_usize).prop_flat_map(|(n, m)| (
            proptest::collection::vec(any_sentence(), n), dealt(n),
            proptest::collection::vec(any_sentence(), m), dealt(m),
        ))
    ) {
        let held = |dealt: &[usize], pin| -> Vec<usize> {
            (0..dealt.len()).filter(|&at| dealt[at] == pin).collect()
        };
        let pins: Vec<Bead> = (1..4)
            .map(|pin| (held(&en_dealt, pin), held(&ko_dealt, pin)))
            .filter(|(en, ko)| !en.is_empty() || !ko.is_empty())
            .collect();
        check(&align_all(&en, &ko, &pins), &en, &ko, &pins);
    }

    #[test]
    fn pins_that_make_no_sense_do_no_harm(
        en in proptest::collection::vec(any_sentence(), 0..6),
        ko in proptest::collection::vec(any_sentence(), 0..6),
        pins in proptest::collection::vec(
            (proptest::collection::vec(0..9_usize, 0..4), proptest::collection::vec(0..9_usize, 0..4)), 0..4),
    ) {
        check(&align_all(&en, &ko, &pins), &en, &ko, &[]);
    }

    #[test]
    fn matches_are_pieces_of_both_sentences(en in any_sentence(), ko in any_sentence()) {
        let (en, ko) = ([en.as_str(), "Mr. Ito"], ["", ko.as_str()]);
        let evidence = Evidence::of(&en, &ko, Lexicon::shipped());
        for found in evidence.matches {
            prop_assert!(!en[found.en.sentence][found.en.span].is_empty());
            prop_assert!(!ko[found.ko.sentence][found.ko.span].is_empty());
            prop_assert!((0.0..=1.0).contains(&found.strength));
        }
        for lone in evidence.lone {
            let texts = if lone.lang == Lang::En { en } else { ko };
            prop_assert!(!texts[lone.place.sentence][lone.place.span].is_empty());
        }
    }
}
