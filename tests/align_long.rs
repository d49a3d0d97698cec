//! The aligner on texts that are long, out of joint, or no pair at all.

use jjak::align::{Known, Link, align, align_on};
use jjak::article::Lang;
use jjak::bitext::{Bitext, Operation, RowIndex, RowRange, State};
use jjak::evidence::lexicon::Lexicon;
use jjak::import::from_text;
use jjak::pipeline::prepare_lines;
use jjak::progress::Progress;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

type Bead = (Vec<usize>, Vec<usize>);

/// English and Korean sentences and their gold beads.
#[derive(Clone, Default)]
struct Text {
    en: Vec<String>,
    ko: Vec<String>,
    beads: Vec<Bead>,
}

impl Text {
    fn gold(name: &str) -> Text {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
        let read = |ending: &str| {
            let path = folder.join(format!("{name}.{ending}"));
            let text = fs::read_to_string(path).expect("a gold file");
            text.lines().map(str::to_owned).collect::<Vec<String>>()
        };
        let side = |field: &str| field.split(',').filter_map(|at| at.parse().ok()).collect();
        Text {
            en: read("en.sent"),
            ko: read("ko.sent"),
            beads: read("gold.tsv")
                .iter()
                .filter_map(|line| line.split_once('\t'))
                .map(|(en, ko)| (side(en), side(ko)))
                .collect(),
        }
    }

    fn all(names: &[&str]) -> Text {
        let mut text = Text::default();
        names.iter().for_each(|name| text.append(&Text::gold(name)));
        text
    }

    fn append(&mut self, other: &Text) {
        let shift = |side: &[usize], by| side.iter().map(|at| at + by).collect::<Vec<usize>>();
        let (en, ko) = (self.en.len(), self.ko.len());
        let beads = other.beads.iter();
        self.beads
            .extend(beads.map(|(a, b)| (shift(a, en), shift(b, ko))));
        self.en.extend(other.en.iter().cloned());
        self.ko.extend(other.ko.iter().cloned());
    }

    fn links(&self, threads: usize) -> Vec<Link> {
        let en: Vec<&str> = self.en.iter().map(String::as_str).collect();
        let ko: Vec<&str> = self.ko.iter().map(String::as_str).collect();
        align_on(threads, &en, &ko, Known::default(), &Progress::default()).expect("nobody cancels")
    }

    /// The share of the gold beads that are found exactly.
    fn found(&self, links: &[Link]) -> f64 {
        let links: HashSet<(&[usize], &[usize])> = links
            .iter()
            .map(|link| (link.en.as_slice(), link.ko.as_slice()))
            .collect();
        let right = |(en, ko): &&Bead| links.contains(&(en.as_slice(), ko.as_slice()));
        self.beads.iter().filter(right).count() as f64 / self.beads.len() as f64
    }
}

const ALL: [&str; 8] = ["n02", "n05", "n09", "n12", "p03", "p06", "p09", "p10"];

#[test]
fn a_text_repeated_four_times_stays_in_step() {
    let once = Text::all(&["n02", "p03", "n05", "p06"]);
    let mut text = Text::default();
    (0..4).for_each(|_| text.append(&once));
    let found = text.found(&text.links(2));
    assert!(found >= 0.93, "{found:.3}");
}

#[test]
fn a_chapter_missing_on_one_side_is_left_alone() {
    let mut text = Text::all(&["n02", "p03"]);
    let lost = Text::all(&["p06", "n05", "p09"]);
    for _ in 0..3 {
        let at = text.en.len();
        text.en.extend(lost.en.iter().cloned());
        text.beads
            .extend((at..text.en.len()).map(|at| (vec![at], Vec::new())));
        if text.en.len() > 300 {
            break;
        }
    }
    text.append(&Text::all(&["p10", "n09", "n12"]));
    let found = text.found(&text.links(2));
    assert!(found >= 0.9, "{found:.3}");
}

#[test]
fn two_chapters_swapped_are_both_found() {
    let chapters = [
        ["n02", "p03"],
        ["p06", "p09"],
        ["p10", "n05"],
        ["n09", "n12"],
    ];
    let chapters = chapters.map(|names| Text::all(&names));
    let mut text = Text::default();
    chapters.iter().for_each(|chapter| text.append(chapter));
    // The Korean has the second chapter after the third.
    let starts =
        [0, 1, 2, 3].map(|upto| chapters[..upto].iter().map(|c| c.ko.len()).sum::<usize>());
    let (second, third) = (chapters[1].ko.len(), chapters[2].ko.len());
    text.ko[starts[1]..starts[3]].rotate_left(second);
    for (_, ko) in &mut text.beads {
        for at in ko {
            if (starts[1]..starts[2]).contains(at) {
                *at += third;
            } else if (starts[2]..starts[3]).contains(at) {
                *at -= second;
            }
        }
    }
    let found = text.found(&text.links(2));
    assert!(found >= 0.9, "{found:.3}");
}

#[test]
fn what_is_not_translated_is_left_alone() {
    let whole = Text::all(&ALL);
    let gone = |bead: usize| bead % 10 < 3;
    let mut kept = vec![true; whole.ko.len()];
    for (at, (_, ko)) in whole.beads.iter().enumerate() {
        ko.iter().for_each(|&j| kept[j] = !gone(at));
    }
    let place: Vec<usize> = (0..kept.len())
        .map(|j| kept[..j].iter().filter(|&&kept| kept).count())
        .collect();
    let mut text = Text {
        en: whole.en.clone(),
        ..Text::default()
    };
    text.ko = (0..kept.len())
        .filter(|&j| kept[j])
        .map(|j| whole.ko[j].clone())
        .collect();
    for (at, (en, ko)) in whole.beads.iter().enumerate() {
        if gone(at) {
            text.beads.extend(en.iter().map(|&i| (vec![i], Vec::new())))
        } else {
            text.beads
                .push((en.clone(), ko.iter().map(|&j| place[j]).collect()))
        }
    }
    let found = text.found(&text.links(2));
    assert!(found >= 0.9, "{found:.3}");
}

#[test]
fn unrelated_texts_stay_apart() {
    let text = Text {
        en: Text::all(&["n02", "p06"]).en,
        ko: Text::all(&["p09", "n12"]).ko,
        beads: Vec::new(),
    };
    let links = text.links(2);
    let paired: Vec<&Link> = links
        .iter()
        .filter(|link| !link.en.is_empty() && !link.ko.is_empty())
        .collect();
    let sentences: usize = paired.iter().map(|link| link.en.len()).sum();
    assert!(
        sentences * 3 <= text.en.len(),
        "{sentences} of {}",
        text.en.len()
    );
    let sure = paired.iter().filter(|link| link.confidence >= 0.9).count();
    assert!(sure * 20 <= text.en.len(), "{sure} pairs look sure");
}

#[test]
fn threads_change_nothing() {
    let text = Text::all(&ALL);
    let once = text.links(1);
    assert_eq!(once, text.links(2));
    assert_eq!(once, text.links(5));
    let en: Vec<&str> = text.en.iter().map(String::as_str).collect();
    let ko: Vec<&str> = text.ko.iter().map(String::as_str).collect();
    let again = align(&en, &ko, Known::default(), &Progress::default()).expect("nobody cancels");
    assert_eq!(once, again);
}

/// Sentence order turned around on both sides: the model sees no direction but for the noise at the start.
#[test]
fn a_mirrored_text_is_aligned_as_well() {
    let text = Text::all(&["n02", "p03"]);
    let (n, m) = (text.en.len(), text.ko.len());
    let mut mirrored = text.clone();
    mirrored.en.reverse();
    mirrored.ko.reverse();
    for (en, ko) in &mut mirrored.beads {
        en.iter_mut().for_each(|at| *at = n - 1 - *at);
        ko.iter_mut().for_each(|at| *at = m - 1 - *at);
        en.reverse();
        ko.reverse();
    }
    let (straight, back) = (
        text.found(&text.links(1)),
        mirrored.found(&mirrored.links(1)),
    );
    assert!(
        (straight - back).abs() <= 0.02,
        "{straight:.3} and {back:.3}"
    );
}

#[test]
fn after_a_pin_only_the_stretch_around_it_is_aligned_again() {
    let text = Text::all(&ALL);
    let prepared = prepare_lines(from_text(text.en.join("\n")), from_text(text.ko.join("\n")))
        .expect("a pair");
    let mut bitext = prepared
        .align(&[], Lexicon::shipped(), &Progress::default())
        .expect("nobody cancels");
    let middle = RowIndex(bitext.beads.len() / 2);
    assert!(bitext.stretch(middle).contains(&middle));
    assert!(bitext.stretch(middle).count() < bitext.beads.len() / 2);
    let state = State::Accepted;
    for row in [middle, middle + 10] {
        let rows = row.alone();
        let edit = Operation::SetState { rows, state }.edit(&bitext);
        bitext.apply(&edit.expect("nothing speaks against it"));
    }
    let rows = bitext.stretch(middle + 3);
    assert_eq!(rows, middle + 1..middle + 10, "from pin to pin");
    let again = bitext.realign(rows.clone(), Lexicon::shipped(), &Progress::default());
    let before = bitext.clone();
    if let Ok(edit) = again.expect("nobody cancels").edit(&bitext) {
        bitext.apply(&edit);
    }
    let above = |bitext: &Bitext| {
        bitext
            .beads
            .range(RowIndex(0)..rows.start)
            .map(<[_]>::to_vec)
    };
    assert_eq!(above(&before), above(&bitext));
    let below = before.beads.range(rows.end..before.beads.end());
    assert!(bitext.beads.ends_with(below.unwrap()));
    for lang in Lang::BOTH {
        let segments = bitext
            .beads
            .iter()
            .map(|bead| bead.ids(lang).len())
            .sum::<usize>();
        assert_eq!(segments, bitext.side(lang).segments.len());
    }
}
