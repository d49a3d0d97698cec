//! Files of beads, which are read back as pins.

use super::*;
use jjak::exchange::beads::{self, Numbering};
use std::path::Path;

#[test]
fn bead_files_read_back_as_pins() {
    let bitext = bitext(
        "\nOne.\n\nTwo.\nThree.",
        "\n\n하나.\n둘 셋.\n넷.",
        &[(&[0], &[0], 1.0), (&[1, 2], &[1], 0.5), (&[], &[2], 0.25)],
    );
    for (numbering, expected) in [
        (
            Numbering::Lines,
            "1\t2\t1.0000\n3,4\t3\t0.5000\n\t4\t0.2500\n",
        ),
        (
            Numbering::Segments,
            "0\t0\t1.0000\n1,2\t1\t0.5000\n\t2\t0.2500\n",
        ),
    ] {
        let mut out = Vec::new();
        beads::write(&bitext, numbering, &mut out).unwrap();
        assert_eq!(String::from_utf8_lossy(&out), expected);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("beads.tsv");
        std::fs::write(&path, out).unwrap();
        let read = beads::read(&path).unwrap();
        let pins = beads::to_pins(&read, &path, &bitext.en, &bitext.ko, numbering).unwrap();
        assert_eq!(
            pins,
            [(vec![0], vec![0]), (vec![1, 2], vec![1]), (vec![], vec![2])]
        );
    }
}

#[test]
fn pins_that_fit_no_sentence_are_refused_by_line() {
    let bitext = bitext(
        "One.\n\nTwo.",
        "하나.\n둘.",
        &[(&[0], &[0], 1.0), (&[1], &[1], 1.0)],
    );
    let refusal = |text: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pins.tsv");
        std::fs::write(&path, text).unwrap();
        let read = beads::read(&path).unwrap();
        beads::to_pins(
            &read,
            Path::new("pins.tsv"),
            &bitext.en,
            &bitext.ko,
            Numbering::Lines,
        )
        .unwrap_err()
        .to_string()
    };
    assert_eq!(
        refusal("0\t0\n1\t1\n"),
        "pins.tsv, line 2: the English text has no line with text 1"
    );
    assert!(refusal("0\t0\n2\t0\n").starts_with("pins.tsv, line 2: Korean 0 is in two beads"));
}
