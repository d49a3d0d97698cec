//! What each operation on sentences and blocks does, example by example.

use super::drawn::{EN, KO, does, drawn, note, refusal, rows};
use crate::random::why;
use jjak::article::Reason;
use jjak::bitext::{Operation, Origin, Refusal, RowIndex, SegmentId};
use jjak::segment::Rules;

#[test]
fn a_sentence_is_cut_and_joined_again() {
    let mut bitext = drawn(&["Kim left he ran|가"]);
    let first = bitext.clone();
    does(
        &mut bitext,
        Operation::SplitSegment {
            lang: EN,
            id: SegmentId(0),
            at: 8,
        },
    );
    assert_eq!(rows(&bitext), ["Kim left,he ran|가"]);
    does(
        &mut bitext,
        Operation::MergeSegments {
            lang: EN,
            id: SegmentId(0),
        },
    );
    assert_eq!(bitext, first);
}

#[test]
fn joining_sentences_of_two_rows_leaves_both_to_be_looked_at() {
    let mut bitext = drawn(&["a|가", "b|나"]);
    note(&mut bitext, 1, "of 나");
    does(
        &mut bitext,
        Operation::MergeSegments {
            lang: EN,
            id: SegmentId(0),
        },
    );
    assert_eq!(rows(&bitext), ["a b|가", "|나"]);
    assert!(
        bitext
            .beads
            .iter()
            .all(|bead| bead.origin == Origin::Remainder)
    );
    assert_eq!(bitext.beads[RowIndex(1)].note, "of 나");
}

#[test]
fn joining_sentences_of_a_pinned_row_keeps_it_pinned() {
    let mut bitext = drawn(&["a|가", "b|"]);
    does(
        &mut bitext,
        Operation::MergeBeads {
            rows: RowIndex(0)..RowIndex(2),
        },
    );
    does(
        &mut bitext,
        Operation::MergeSegments {
            lang: EN,
            id: SegmentId(0),
        },
    );
    assert_eq!(rows(&bitext), ["a b|가"]);
    assert!(bitext.beads[RowIndex(0)].is_pinned());
}

#[test]
fn a_text_is_overlaid_and_brought_back() {
    let mut bitext = drawn(&["a|가"]);
    let first = bitext.clone();
    let set = |text: Option<&str>| Operation::SetText {
        lang: KO,
        id: SegmentId(0),
        text: text.map(str::to_owned),
    };
    does(&mut bitext, set(Some(" 그는\n갔다. ")));
    assert_eq!(rows(&bitext), ["a|그는 갔다."]);
    assert_eq!(bitext.ko.article, first.ko.article);
    assert!(bitext.is_fixed(RowIndex(0)));
    does(&mut bitext, set(None));
    assert_eq!(bitext, first);
}

#[test]
fn an_excluded_block_leaves_the_rows_and_comes_back() {
    let mut bitext = drawn(&["a|가", "b|나", "c|다"]);
    let why = why(Reason::ByHand);
    does(
        &mut bitext,
        Operation::Exclude {
            lang: EN,
            block: 1,
            why,
        },
    );
    assert_eq!(rows(&bitext), ["a|가", "|나", "c|다"]);
    assert_eq!(bitext.check().unwrap().en.in_excluded, 1);
    let restored = bitext.restored(EN, 1, &Rules::default());
    does(&mut bitext, restored);
    assert_eq!(rows(&bitext), ["a|가", "b|", "|나", "c|다"]);
    assert_eq!(bitext.check().unwrap().en.in_excluded, 0);
}

#[test]
fn a_sentence_does_not_join_over_an_excluded_block() {
    let mut bitext = drawn(&["a|가", "b|", "c|나"]);
    let why = why(Reason::ByHand);
    does(
        &mut bitext,
        Operation::Exclude {
            lang: EN,
            block: 1,
            why,
        },
    );
    let join = Operation::MergeSegments {
        lang: EN,
        id: SegmentId(0),
    };
    assert_eq!(refusal(&bitext, join), Refusal::ExcludedBetween);
}

#[test]
fn a_sentence_with_new_text_is_not_cut() {
    let mut bitext = drawn(&["one two|가"]);
    let text = Some("three".to_owned());
    does(
        &mut bitext,
        Operation::SetText {
            lang: EN,
            id: SegmentId(0),
            text,
        },
    );
    let cut = Operation::SplitSegment {
        lang: EN,
        id: SegmentId(0),
        at: 4,
    };
    assert_eq!(refusal(&bitext, cut), Refusal::Edited);
}

#[test]
fn blocks_go_in_one_step_or_not_at_all() {
    let mut bitext = drawn(&["a|가", "b|나", "c|다"]);
    let before = bitext.clone();
    let all = |blocks: Vec<usize>| Operation::ExcludeAll {
        lang: EN,
        blocks,
        why: why(Reason::ByHand),
    };
    assert_eq!(refusal(&bitext, all(vec![0, 9])), Refusal::NoSuchBlock);
    assert_eq!(refusal(&bitext, all(Vec::new())), Refusal::NoChange);
    let edit = all(vec![0, 2]).edit(&bitext).unwrap();
    let back = edit.inverse();
    bitext.apply(&edit);
    assert_eq!(rows(&bitext), ["|가", "b|나", "|다"]);
    bitext.check().expect("nothing is lost");
    bitext.apply(&back);
    assert_eq!(bitext, before);
}
