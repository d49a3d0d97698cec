//! The checks measured on the gold pages: what they say of good pairs, and of pairs with one thing made wrong.

use jjak::article::Lang;
use jjak::bitext::Bitext;
use jjak::check::{Check, Finding, check};
use jjak::evidence::glossary::Glossary;
use jjak::evidence::lexicon::Lexicon;
use jjak::exchange;
use jjak::progress::Progress;
use std::fs;
use std::path::Path;

type Pair = (String, String);

/// The gold pairs of each page, both sides of a bead as one text.
fn pages() -> Vec<Vec<Pair>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    let mut beads: Vec<_> = fs::read_dir(&folder)
        .expect("gold pages")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".gold.tsv"))
        .collect();
    beads.sort();
    let page = |beads: &Path| {
        let name = beads.to_string_lossy();
        let name = name.trim_end_matches(".gold.tsv");
        let sentences = |lang: &str| -> Vec<String> {
            let text = fs::read_to_string(format!("{name}.{lang}.sent")).expect("sentences");
            text.lines().map(str::to_owned).collect()
        };
        let (en, ko) = (sentences("en"), sentences("ko"));
        let side = |numbers: &str, sentences: &[String]| -> String {
            let chosen = numbers.split(',').filter_map(|n| n.trim().parse().ok());
            let chosen: Vec<&str> = chosen.map(|n: usize| sentences[n].as_str()).collect();
            chosen.join(" ")
        };
        let text = fs::read_to_string(beads).expect("beads");
        let pairs = text.lines().map(|line| {
            let mut cells = line.split('\t');
            let (a, b) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            (side(a, &en), side(b, &ko))
        });
        let both = pairs.filter(|(en, ko)| !en.is_empty() && !ko.is_empty());
        both.collect::<Vec<Pair>>()
    };
    beads.iter().map(|beads| page(beads)).collect()
}

fn bitext(pairs: &[Pair]) -> Bitext {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pairs.tsv");
    let mut table = String::from("en\tko\n");
    for (en, ko) in pairs {
        table.push_str(&format!("{en}\t{ko}\n"));
    }
    fs::write(&file, table).expect("written");
    let (project, _) = exchange::open(&file, None).expect("a table of pairs");
    assert_eq!(project.bitext.beads.len(), pairs.len());
    project.bitext
}

fn findings(pairs: &[Pair]) -> Vec<Vec<Finding>> {
    check(
        &bitext(pairs),
        Lang::En,
        Lexicon::shipped(),
        &Progress::default(),
    )
    .expect("not cancelled")
}

/// How many of the pairs that `spoil` makes wrong, one at a time, are found by one of `by`; and what was not.
fn found(by: &[Check], spoil: impl Fn(&[Pair], usize) -> Option<Pair>) -> (usize, Vec<Pair>) {
    let (mut found, mut missed) = (0, Vec::new());
    for page in pages() {
        for row in 0..page.len() {
            let Some(wrong) = spoil(&page, row) else {
                continue;
            };
            let mut pairs = page.clone();
            pairs[row] = wrong.clone();
            let said = &findings(&pairs)[row];
            if said.iter().any(|finding| by.contains(&finding.check())) {
                found += 1
            } else {
                missed.push(wrong)
            }
        }
    }
    (found, missed)
}

/// At least `share` of the wrong pairs are found.
fn finds(share: f64, (found, missed): (usize, Vec<Pair>)) {
    for (en, ko) in &missed {
        println!("missed: {en}\n        {ko}");
    }
    let all = found + missed.len();
    println!("{found} of {all} found");
    assert!(all > 10, "too few to tell");
    assert!(found as f64 >= share * all as f64, "{found} of {all}");
}

#[test]
fn good_pairs_are_left_in_peace() {
    let (mut rows, mut said) = (0, 0);
    for page in pages() {
        for (pair, findings) in page.iter().zip(findings(&page)) {
            rows += 1;
            said += usize::from(!findings.is_empty());
            for finding in findings {
                println!("{finding}\n    {}\n    {}", pair.0, pair.1);
            }
        }
    }
    println!("{said} of {rows} rows with a finding");
    assert!(said * 50 <= rows, "{said} of {rows}");
}

#[test]
fn another_figure_is_found() {
    let wrong = found(&[Check::Numbers], |page, row| {
        let (en, ko) = &page[row];
        let at = ko.find(|c: char| c.is_ascii_digit())?;
        let length = ko[at..].find(|c: char| !c.is_ascii_digit())?;
        let (head, number, tail) = (&ko[..at], &ko[at..at + length], &ko[at + length..]);
        // Articles of a law are counted as their country counts them.
        let is_article = head == "제" && tail.starts_with('조');
        let mut figures = en.split(|c: char| !c.is_ascii_digit());
        let other = (number.parse::<u32>().ok()? + 1).to_string();
        let is_same_figure = figures.any(|figure| figure == number) && !en.contains(&other);
        let wrong = format!("{head}{other}{tail}");
        (is_same_figure && !is_article).then_some((en.clone(), wrong))
    });
    finds(0.85, wrong);
}

#[test]
fn a_pair_left_in_english_is_found() {
    let wrong = found(&[Check::Untranslated], |page, row| {
        let (en, _) = &page[row];
        (en.split_whitespace().count() >= 5).then(|| (en.clone(), en.clone()))
    });
    finds(0.95, wrong);
}

#[test]
fn a_translation_that_breaks_off_is_found() {
    let wrong = found(&[Check::Length, Check::Numbers], |page, row| {
        let (en, ko) = &page[row];
        let words: Vec<&str> = ko.split_whitespace().collect();
        let kept = words.len() / 4;
        (kept >= 2).then(|| (en.clone(), words[..kept].join(" ")))
    });
    finds(0.6, wrong);
}

#[test]
fn a_term_that_is_not_as_the_glossary_has_it_is_found() {
    let pairs = [
        ("The Operator may enter.", "회사는 들어갈 수 있다."),
        ("The Operator shall tell.", "운영자는 알려야 한다."),
    ];
    let pairs = pairs.map(|(en, ko)| (en.to_owned(), ko.to_owned()));
    let glossary = Glossary::read("operator\t회사\n").expect("a glossary");
    let lexicon = Lexicon::with_glossary(&glossary);
    let found =
        check(&bitext(&pairs), Lang::En, &lexicon, &Progress::default()).expect("not cancelled");
    assert_eq!(found[0], []);
    let kinds: Vec<Check> = found[1].iter().map(Finding::check).collect();
    assert_eq!(kinds, [Check::Terms]);
}

/// Pairs of names: which is to be told, which is right.
#[test]
fn names_are_told_from_what_nobody_would_write_for_them() {
    let table = include_str!("check/names.tsv").lines();
    let (mut right, mut all) = ([0, 0], [0, 0]);
    for line in table {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut cell = || cells.next().unwrap_or_default();
        let is_wrong = cell() == "tell";
        let pair = (cell(), cell());
        let findings = findings(std::slice::from_ref(&pair));
        let told = findings[0]
            .iter()
            .any(|finding| finding.level() == jjak::check::Level::Error);
        all[usize::from(is_wrong)] += 1;
        right[usize::from(is_wrong)] += usize::from(told == is_wrong);
        if told != is_wrong {
            println!("{pair:?} {:?}", findings[0]);
        }
    }
    println!(
        "quiet {} of {}, told {} of {}",
        right[0], all[0], right[1], all[1]
    );
    assert!(right[0] * 25 >= all[0] * 24, "{right:?} of {all:?}");
    assert!(right[1] * 10 >= all[1] * 8, "{right:?} of {all:?}");
}
