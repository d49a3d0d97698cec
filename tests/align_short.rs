//! The aligner on texts of one to five sentences: those that belong together pair, strangers stay apart.

use jjak::align::{Known, Link, align};
use jjak::progress::Progress;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

type Bead = (Vec<usize>, Vec<usize>);

struct Text {
    en: Vec<String>,
    ko: Vec<String>,
    /// With a side empty for nulls.
    beads: HashSet<Bead>,
}

/// Every fourth text of `tests/gold/short`, whose README tells the form; those in another order are left out.
fn texts() -> Vec<Text> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/short");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let all = files.iter().flat_map(|file| {
        let text = fs::read_to_string(file).expect("a file of texts");
        let texts = text.split("\n\n").map(str::trim).map(str::to_owned);
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    });
    all.filter(|text| !text.contains("\norder "))
        .step_by(4)
        .map(|text| read(&text))
        .collect()
}

fn read(text: &str) -> Text {
    let mut read = Text {
        en: Vec::new(),
        ko: Vec::new(),
        beads: HashSet::new(),
    };
    let add = |all: &mut Vec<String>, side: &str| -> Vec<usize> {
        let start = all.len();
        let sentences = side.split(" | ").map(str::trim);
        all.extend(sentences.filter(|one| !one.is_empty()).map(str::to_owned));
        (start..all.len()).collect()
    };
    for line in text.lines() {
        let padded = format!(" {line} ");
        let (en, ko) = padded.split_once(" = ").expect("two sides");
        let bead = (add(&mut read.en, en), add(&mut read.ko, ko));
        read.beads.insert(bead);
    }
    read
}

fn paired(en: &[String], ko: &[String]) -> Vec<Link> {
    let en: Vec<&str> = en.iter().map(String::as_str).collect();
    let ko: Vec<&str> = ko.iter().map(String::as_str).collect();
    let links = align(&en, &ko, Known::default(), &Progress::default()).expect("nobody cancels");
    let both = links.into_iter();
    both.filter(|link| !link.en.is_empty() && !link.ko.is_empty())
        .collect()
}

#[test]
fn short_texts_pair() {
    let (mut right, mut all) = (0, 0);
    for text in texts() {
        let found: HashSet<Bead> = paired(&text.en, &text.ko)
            .into_iter()
            .map(|link| (link.en, link.ko))
            .collect();
        let gold = text.beads.iter();
        let gold: Vec<&Bead> = gold
            .filter(|(en, ko)| !en.is_empty() && !ko.is_empty())
            .collect();
        right += gold.iter().filter(|&&bead| found.contains(bead)).count();
        all += gold.len();
    }
    assert!(all > 150, "{all} beads");
    assert!(right * 100 >= all * 95, "{right} of {all}");
}

#[test]
fn short_strangers_stay_apart() {
    let texts = texts();
    let pairs = texts.iter().zip(texts.iter().skip(texts.len() / 2));
    let (mut sure, mut all) = (0, 0);
    for (one, other) in pairs {
        let links = paired(&one.en, &other.ko);
        sure += usize::from(links.iter().any(|link| link.confidence >= 0.5));
        all += 1;
    }
    assert!(all > 50, "{all} pairs");
    assert!(sure * 100 <= all * 4, "{sure} of {all} are paired");
}

/// A question mark, "you" and "how" are in any question.
#[test]
fn questions_that_nothing_else_joins_stay_apart() {
    let texts = texts();
    let ends = |text: &String| text.trim_end_matches(['"', '”']).ends_with('?');
    let questions = |side: fn(&Text) -> &Vec<String>| -> Vec<&String> {
        let lines = texts.iter().flat_map(side);
        lines.filter(|&line| ends(line)).collect()
    };
    let (en, ko) = (questions(|text| &text.en), questions(|text| &text.ko));
    let (mut sure, mut all) = (0, 0);
    for apart in 5..12 {
        for (one, other) in en.iter().zip(ko.iter().cycle().skip(apart)) {
            let links = paired(&[(*one).clone()], &[(*other).clone()]);
            sure += usize::from(links.iter().any(|link| link.confidence >= 0.5));
            all += 1;
        }
    }
    assert!(all > 100, "{all} pairs");
    assert!(sure * 100 <= all * 4, "{sure} of {all} are paired");
}

/// What only says who spoke is half of a sentence: it is not left alone beside the quotation that it belongs to.
#[test]
fn a_speech_tag_stays_with_its_quotation() {
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    for (quotation, tag) in [
        (
            "“그럼 배도 없어지는 거지.”",
            "고모가 칼등으로 마늘을 찧으며 말했다.",
        ),
        ("“그럼 배도 없어지는 거지.”", "고모가 마침내 덧붙였다."),
    ] {
        let en = lines(
            "\"And then no ferry,\" said my aunt.\n\"And then no clock,\" said somebody behind me.\nIt was Mr. Baek from the harbor office.",
        );
        let ko = lines(&format!(
            "{quotation}\n{tag}\n“시계도 없어지고요.”\n등 뒤에서 들려온 목소리의 주인은 항만사무소의 백 씨였다."
        ));
        let links = paired(&en, &ko);
        let first = links
            .iter()
            .find(|link| link.ko.contains(&1))
            .expect("it is in a bead");
        assert_eq!(
            (&first.en[..], &first.ko[..]),
            (&[0][..], &[0, 1][..]),
            "{tag}"
        );
    }
}
