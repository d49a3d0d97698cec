//! The options: which pairs are written, in which order and form.

use super::*;
use jjak::exchange::{Duplicates, LeftOut, Normal, Tally, UnitOrder};

#[test]
fn options_choose_beads() {
    let bitext = awkward();
    let count =
        |options: Options, format| write(&bitext, format, &options, &mut Vec::new()).unwrap();
    let default = Options::default;
    assert_eq!(count(default(), Format::Tsv), 2);
    let one_sided = Options {
        one_sided: true,
        ..default()
    };
    assert_eq!(count(one_sided.clone(), Format::Tsv), 3);
    assert_eq!(count(one_sided, Format::Tmx), 2);
    let accepted = Options {
        states: [State::Accepted].into(),
        ..default()
    };
    assert_eq!(count(accepted, Format::Tmx), 1);
    // What a person accepted is not measured by the model's confidence.
    let sure = Options {
        min_confidence: 0.9,
        ..default()
    };
    assert_eq!(count(sure, Format::Tmx), 2);
    let one_to_one = Options {
        many: false,
        ..default()
    };
    assert_eq!(count(one_to_one, Format::Tmx), 1);
    let without_notes = Options {
        notes: false,
        ..default()
    };
    assert!(!written(&bitext, Format::Tmx, &without_notes).contains("<note>"));
}

#[test]
fn states_and_verdicts_are_chosen_by_themselves() {
    let bitext = awkward();
    let count = |options: Options| write(&bitext, Format::Tsv, &options, &mut Vec::new()).unwrap();
    let verdicts = |verdicts: &[Option<Verdict>]| Options {
        verdicts: verdicts.iter().copied().collect(),
        ..Options::default()
    };
    assert_eq!(count(verdicts(&[None])), 1);
    assert_eq!(count(verdicts(&[Some(Verdict::Free)])), 1);
    assert_eq!(count(verdicts(&[Some(Verdict::Exact)])), 0);
    let flagged = Options {
        states: [State::Flagged].into(),
        ..Options::default()
    };
    assert_eq!(count(flagged), 0);
}

#[test]
fn of_pairs_that_say_the_same_the_first_is_kept_across_projects() {
    let links: [(&[usize], &[usize], f32); 2] = [(&[0], &[0], 1.0), (&[1], &[1], 1.0)];
    let first = bitext("Yes.\nNo.", "네.\n아니요.", &links);
    let second = bitext("No.\nYes.", "아니요.\n예.", &links);
    let works = [work(&first), work(&second)];
    let options = |duplicates| Options {
        duplicates,
        ..Options::default()
    };
    let mut kept = Vec::new();
    let format = Format::Moses(Lang::Ko);
    jjak::exchange::write(&works, format, &options(Duplicates::KeepAll), &mut kept).unwrap();
    assert_eq!(
        String::from_utf8_lossy(&kept),
        "네.\n아니요.\n아니요.\n예.\n"
    );
    kept.clear();
    jjak::exchange::write(&works, format, &options(Duplicates::KeepFirst), &mut kept).unwrap();
    assert_eq!(String::from_utf8_lossy(&kept), "네.\n아니요.\n예.\n");
}

#[test]
fn the_order_is_that_of_either_text() {
    let bitext = bitext(
        "A.\nB.\nC.",
        "나.\n다.\n가.",
        &[
            (&[], &[1], 0.5),
            (&[0], &[2], 1.0),
            (&[1], &[0], 1.0),
            (&[2], &[], 0.5),
        ],
    );
    let sides = |order| {
        let options = Options {
            order,
            one_sided: true,
            ..Options::default()
        };
        let tsv = written(&bitext, Format::Tsv, &options);
        let rows = tsv.lines().skip(1).map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            format!("{}{}", cells[0], cells[1])
        });
        rows.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(sides(UnitOrder::Document), "다. A.가. B.나. C.");
    assert_eq!(sides(UnitOrder::English), "A.가. B.나. C. 다.");
    assert_eq!(sides(UnitOrder::Korean), "B.나. 다. A.가. C.");
}

#[test]
fn texts_are_made_alike_only_if_asked() {
    let bitext = bitext("“Yes.”\u{200b}", "“네.”", &[(&[0], &[0], 1.0)]);
    let en = Format::Moses(Lang::En);
    let as_is = written(&bitext, en, &Options::default());
    assert_eq!(as_is, "“Yes.”\u{200b}\n");
    let normal = Normal {
        quotes: true,
        spaces: true,
        ..Normal::default()
    };
    let alike = Options {
        normal,
        ..Options::default()
    };
    assert_eq!(written(&bitext, en, &alike), "\"Yes.\"\n");
}

#[test]
fn a_preview_is_the_beginning_of_the_file() {
    let (bitext, options) = (awkward(), Options::default());
    for format in Format::written() {
        if !format.is_text() {
            let table = preview(&bitext, Format::Tsv, &options, 3);
            assert_eq!(preview(&bitext, format, &options, 3), table);
            continue;
        }
        let whole = written(&bitext, format, &options);
        for lines in [0, 1, 2, 9] {
            let start = preview(&bitext, format, &options, lines);
            assert!(whole.starts_with(&start));
            assert_eq!(start.lines().count(), lines.min(whole.lines().count()));
        }
        assert_eq!(preview(&bitext, format, &options, 1000), whole);
    }
}

#[test]
fn a_tally_counts_every_row_once_as_the_file_has_it() {
    let bitext = awkward();
    let default = Options::default;
    let choices = [
        default(),
        Options {
            one_sided: true,
            ..default()
        },
        Options {
            states: [State::Accepted].into(),
            ..default()
        },
        Options {
            verdicts: [None].into(),
            ..default()
        },
        Options {
            min_confidence: 0.9,
            ..default()
        },
        Options {
            many: false,
            ..default()
        },
        Options {
            paragraphs: true,
            ..default()
        },
        Options {
            paragraphs: true,
            states: [State::Accepted].into(),
            ..default()
        },
        Options {
            duplicates: Duplicates::KeepFirst,
            order: UnitOrder::Korean,
            ..default()
        },
    ];
    for options in choices {
        for format in Format::written() {
            let tally = Tally::of(&[work(&bitext)], format, &options);
            let units = write(&bitext, format, &options, &mut Vec::new()).unwrap();
            assert_eq!(tally.units, units, "{format:?} {options:?}");
            let all = tally.rows + tally.left_out();
            assert_eq!(all, bitext.beads.len(), "{format:?} {options:?}");
            let shown = jjak::exchange::preview_units(&[work(&bitext)], format, &options, 12);
            assert_eq!(shown.is_empty(), units == 0, "{format:?} {options:?}");
        }
    }
    let accepted = Options {
        states: [State::Accepted].into(),
        ..default()
    };
    let tally = Tally::of(&[work(&bitext)], Format::Tmx, &accepted);
    assert!(tally.out.contains_key(&LeftOut::State(State::Unreviewed)));
    let one_sided = Options {
        one_sided: true,
        ..default()
    };
    let tally = Tally::of(&[work(&bitext)], Format::Tmx, &one_sided);
    assert_eq!(tally.out.get(&LeftOut::OneSidedInFormat), Some(&1));
}
