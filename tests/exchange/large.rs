//! Files of so many pairs that they do not stand in memory whole.

use super::*;
use jjak::exchange::{Duplicates, ExportedWork, Format, Options, flows, write, write_pieces};
use jjak::exchange::{Flow, Keep};
use jjak::project::About;

#[test]
fn pairs_read_without_their_file_kept_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let plain = "One.\t하나.\nTwo.\t둘.\n".repeat(20_000);
    // What tells how it is written comes after all that the first look sees.
    let quoted = format!("{plain}\"Three,\nor more.\"\t\"셋,\n또는 그 위.\"\n");
    let (korean, _, _) = encoding_rs::EUC_KR.encode(&quoted);
    let utf16: Vec<u8> = std::iter::once('\u{feff}')
        .chain(quoted.chars())
        .flat_map(|c| (c as u16).to_le_bytes())
        .collect();
    for (name, bytes) in [
        ("utf-8.tsv", quoted.as_bytes()),
        ("cp949.tsv", &korean),
        ("utf-16.tsv", &utf16),
    ] {
        let path = put(name, bytes);
        let (kept, _) = exchange::open(&path, None).unwrap();
        let (lean, _) = exchange::open_keeping(Keep::Pairs, &path, None).unwrap();
        assert_eq!(kept.bitext, lean.bitext, "{name}");
        assert_eq!(&kept.originals.en.0[..], bytes);
        assert!(lean.originals.en.0.is_empty());
        let last = rows(&kept.bitext).pop().unwrap();
        assert_eq!((&*last.0, &*last.1), ("Three, or more.", "셋, 또는 그 위."));
    }
}

#[test]
fn a_row_without_an_end_is_told_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let long = "a".repeat(20 << 20);
    for (name, text) in [
        ("line.tsv", format!("en\tko\nOne.\t하나.\n{long}")),
        (
            "quote.csv",
            format!("en,ko\nOne.,하나.\n\"{}", "never closed\n".repeat(1 << 20)),
        ),
        (
            "text.tmx",
            format!(
                "<tmx><body><tu/><tu><tuv xml:lang=\"en\"><seg>{long}</seg></tuv></tu></body></tmx>"
            ),
        ),
        (
            "line.jsonl",
            format!("{{\"en\":\"One.\",\"ko\":\"하나.\"}}\n{{\"en\":\"{long}\"}}"),
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let error = exchange::open(&path, None).unwrap_err().to_string();
        assert!(
            error.contains("row 2: ") && error.contains("MAX_CELL_BYTES"),
            "{error}"
        );
    }
}

/// A table of `rows`, in which some lack a side, some are of two sentences, some repeat and some say nothing.
fn table(rows: usize) -> String {
    let mut table = "en\tko\tstate\tnote\tdomain\ten_sentences\tko_sentences\n".to_owned();
    let mut places = [0, 0];
    for row in 0..rows {
        let (en, ko) = match row % 7 {
            1 => ("", "여기만 있다."),
            2 => ("Only here.", ""),
            3 => ("Two of. Them.", "둘이다."),
            4 => ("", ""),
            _ => ("One.", "하나."),
        };
        let marks = [en, ko].map(|text| match text {
            "" => vec![],
            "Two of. Them." => vec![7, 5],
            text => vec![text.chars().count()],
        });
        let mut cells = [String::new(), String::new()];
        for (side, lengths) in marks.iter().enumerate() {
            let marks = lengths.iter().map(|length| {
                places[side] += 50;
                format!("{}+{length}", places[side])
            });
            cells[side] = marks.collect::<Vec<_>>().join(",");
        }
        let state = ["accepted", "flagged", "unreviewed"][row % 3];
        table += &format!(
            "{en}\t{ko}\t{state}\tnote {row}\teconomy\t{}\t{}\n",
            cells[0], cells[1]
        );
    }
    table
}

#[test]
fn piece_by_piece_every_format_is_as_from_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.tsv");
    fs::write(&path, table(12_000)).unwrap();
    let (whole, warnings) = exchange::open(&path, None).unwrap();
    let flow = Flow::of(&path, None).unwrap().expect("it stands in order");
    assert_eq!(flow.warnings(), warnings);
    let about = About {
        labels: whole.about.labels.clone(),
        ..About::now(true)
    };
    let work = |bitext| ExportedWork {
        name: String::new(),
        bitext,
        about: &about,
        source: jjak::article::Lang::En,
        plain: false,
        is_masked: false,
    };
    for (one_sided, duplicates) in [(false, Duplicates::KeepFirst), (true, Duplicates::KeepAll)] {
        let options = Options {
            one_sided,
            duplicates,
            ..Options::default()
        };
        for format in Format::written().filter(|format| flows(*format, &options)) {
            let (mut at_once, mut in_pieces) = (Vec::new(), Vec::new());
            let pairs = write(&[work(&whole.bitext)], format, &options, &mut at_once).unwrap();
            let flowed = flow.pieces(|pieces| {
                let work = work(&flow.head().bitext);
                write_pieces(work, pieces, format, &options, &mut in_pieces).unwrap()
            });
            assert_eq!(flowed.unwrap(), pairs, "{format:?}");
            assert!(at_once == in_pieces, "{format:?} differs");
        }
    }
}

#[test]
fn sentences_that_crossed_are_read_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("crossing.tsv");
    let row = |en: usize, ko: usize| format!("One.\t하나.\t{en}+4\t{ko}+3\n");
    let names = "en\tko\ten_sentences\tko_sentences\n";
    for (rows, flows) in [
        ([row(0, 0), row(5, 9), row(10, 18)], true),
        ([row(0, 0), row(5, 18), row(10, 9)], false),
        ([row(0, 0), row(5, 9), row(10, 9)], false),
    ] {
        fs::write(&path, format!("{names}{}", rows.concat())).unwrap();
        assert_eq!(Flow::of(&path, None).unwrap().is_some(), flows, "{rows:?}");
    }
}

#[test]
fn a_writer_that_stops_leaves_no_reader_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.tsv");
    fs::write(&path, table(30_000)).unwrap();
    let flow = Flow::of(&path, None).unwrap().unwrap();
    let first = flow.pieces(|pieces| pieces.next().unwrap()).unwrap();
    assert_eq!(first.base.rows, 0);
    fs::write(&path, "en\tko\nOne.\t").unwrap();
    fs::remove_file(&path).unwrap();
    assert!(flow.pieces(|pieces| pieces.count()).is_err());
}
