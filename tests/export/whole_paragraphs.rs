//! Whole paragraphs instead of sentences.

use super::*;
use jjak::bitext::RowIndex;
use jjak::exchange::paragraphs;
use proptest::prelude::*;

/// Lines in paragraphs: how many lines each has.
fn in_paragraphs(mut bitext: Bitext, en: &[usize], ko: &[usize]) -> Bitext {
    for (side, lengths) in [(&mut bitext.en, en), (&mut bitext.ko, ko)] {
        let mut lines = std::mem::take(&mut side.article.blocks).into_iter();
        for &length in lengths {
            let mut block = lines.next().unwrap();
            for line in lines.by_ref().take(length - 1) {
                block.span.end = line.span.end;
            }
            side.article.blocks.push(block);
        }
    }
    bitext.check().unwrap();
    bitext
}

#[test]
fn paragraphs_that_hang_together_are_one_unit() {
    let plain = bitext(
        "A.\nB.\nC.\nD.\nE.\nF.",
        "가.\n나.\n마.\n다.\n라.\n바.\n사.",
        &[
            (&[0], &[0], 0.9),
            (&[1], &[1], 0.8),
            (&[2], &[3], 0.7),
            (&[3], &[4], 1.0),
            (&[4], &[2], 0.9), // moved to another paragraph
            (&[5], &[5], 0.9),
            (&[], &[6], 0.5),
        ],
    );
    // A B | C | D E | F and 가 나 마 | 다 라 | 바 사: C and D share a Korean paragraph.
    let mut bitext = in_paragraphs(plain, &[2, 1, 2, 1], &[3, 2, 2]);
    let options = Options {
        paragraphs: true,
        ..Options::default()
    };
    let pairs = |bitext: &Bitext, options: &Options| {
        let tsv = written(bitext, Format::Tsv, options);
        let rows = tsv.lines().skip(1);
        let cells = rows.map(|row| row.split('\t').take(4).collect::<Vec<_>>().join("/"));
        cells.collect::<Vec<_>>()
    };
    assert_eq!(
        pairs(&bitext, &options),
        [
            "A. B./가. 나./0.800/2-2",
            "C. D./다. 라./0.700/2-2",
            "E./마./0.900/1-1",
            "F./바. 사./0.500/1-2",
        ]
    );
    // With a hole it would be no paragraph.
    let sure = Options {
        min_confidence: 0.75,
        ..options.clone()
    };
    assert_eq!(
        pairs(&bitext, &sure),
        ["A. B./가. 나./0.800/2-2", "E./마./0.900/1-1"]
    );
    bitext.beads[RowIndex(0)].state = State::Accepted;
    let accepted = Options {
        states: [State::Accepted].into(),
        ..options.clone()
    };
    assert!(pairs(&bitext, &accepted).is_empty(), "B was not looked at");
    let tmx = written(&bitext, Format::Tmx, &options);
    assert!(tmx.contains("segtype=\"paragraph\""));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(150)
    })]

    #[test]
    fn every_sentence_is_in_one_paragraph(first in random::bitext(), steps in random::steps(20)) {
        let mut bitext = first;
        for step in &steps {
            if let Some(edit) = step.operation(&bitext).and_then(|o| o.edit(&bitext).ok()) {
                bitext.apply(&edit);
            }
        }
        let units = paragraphs::of(&bitext, |_| true);
        for lang in Lang::BOTH {
            let ids = |bead: &jjak::bitext::Bead| bead.ids(lang).to_vec();
            let mut joined: Vec<_> = units.iter().flat_map(|(_, unit)| ids(unit)).collect();
            let mut all: Vec<_> = bitext.beads.iter().flat_map(ids).collect();
            joined.sort_unstable();
            all.sort_unstable();
            prop_assert_eq!(joined, all);
        }
        prop_assert!(units.is_sorted_by_key(|(row, _)| *row));
    }
}
