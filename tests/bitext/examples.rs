//! What each operation on rows does, example by example.

use super::drawn::{EN, KO, does, drawn, id, note, refusal, rows};
use crate::random::why;
use jjak::article::{Lang, Reason};
use jjak::bitext::{
    Bead, History, Operation, Origin, Refusal, RowIndex, SegmentId, State, Verdict,
};
use jjak::evidence::lexicon::Lexicon;
use jjak::progress::Progress;
use jjak::segment::Rules;

#[test]
fn merging_rows_makes_one_bead_that_is_pinned_and_to_be_reviewed() {
    let mut bitext = drawn(&["a|가", "b|", "c|나"]);
    bitext.beads[RowIndex(0)].state = State::Accepted;
    bitext.beads[RowIndex(0)].verdict = Some(Verdict::Exact);
    does(
        &mut bitext,
        Operation::MergeBeads {
            rows: RowIndex(0)..RowIndex(2),
        },
    );
    assert_eq!(rows(&bitext), ["a,b|가", "c|나"]);
    let merged = &bitext.beads[RowIndex(0)];
    assert_eq!((merged.origin, merged.confidence), (Origin::Person, 1.0));
    assert_eq!((merged.state, merged.verdict), (State::Unreviewed, None));
}

#[test]
fn merged_rows_keep_both_notes_and_a_flag() {
    let mut bitext = drawn(&["a|가", "b|나"]);
    note(&mut bitext, 0, "one");
    note(&mut bitext, 1, "two");
    bitext.beads[RowIndex(1)].state = State::Flagged;
    does(
        &mut bitext,
        Operation::MergeBeads {
            rows: RowIndex(0)..RowIndex(2),
        },
    );
    assert_eq!(bitext.beads[RowIndex(0)].note, "one / two");
    assert_eq!(bitext.beads[RowIndex(0)].state, State::Flagged);
}

#[test]
fn splitting_a_bead_cuts_both_sides() {
    let mut bitext = drawn(&["a,b|가,나"]);
    note(&mut bitext, 0, "one");
    does(
        &mut bitext,
        Operation::SplitBead {
            row: RowIndex(0),
            en: 1,
            ko: 1,
        },
    );
    assert_eq!(rows(&bitext), ["a|가", "b|나"]);
    assert_eq!(bitext.beads[RowIndex(0)].note, "one");
    assert!(bitext.beads.iter().all(Bead::is_pinned));
}

#[test]
fn cutting_a_sentence_and_its_row_pairs_each_part() {
    let mut bitext = drawn(&["one two|가,나"]);
    bitext.beads[RowIndex(0)].bookmark = true;
    let second = bitext.beads[RowIndex(0)].ko[1];
    let cut = |lang, id, at| Operation::CutBead {
        lang,
        id,
        at,
        with: vec![second],
    };
    let one = bitext.beads[RowIndex(0)].en[0];
    does(&mut bitext, cut(EN, one, one.0 + "one ".len()));
    assert_eq!(rows(&bitext), ["one|가", "two|나"]);
    assert!(bitext.beads.iter().all(Bead::is_pinned));
    assert!(bitext.beads[RowIndex(0)].bookmark && !bitext.beads[RowIndex(1)].bookmark);
    assert_eq!(refusal(&bitext, cut(EN, one, one.0)), Refusal::NoCutThere);
}

#[test]
fn bookmarks_are_set_and_outlive_the_merging_of_their_row() {
    let mut bitext = drawn(&["a|가", "b|나", "c|다"]);
    does(
        &mut bitext,
        Operation::SetBookmark {
            rows: vec![RowIndex(1)],
            on: true,
        },
    );
    does(
        &mut bitext,
        Operation::MergeBeads {
            rows: RowIndex(0)..RowIndex(2),
        },
    );
    assert!(bitext.beads[RowIndex(0)].bookmark && !bitext.beads[RowIndex(1)].bookmark);
}

#[test]
fn splitting_off_a_distant_sentence_puts_it_in_its_place() {
    let mut bitext = drawn(&["a,d|가", "|나", "b|다", "|라", "c|마", "|바"]);
    does(
        &mut bitext,
        Operation::SplitBead {
            row: RowIndex(0),
            en: 1,
            ko: 1,
        },
    );
    assert_eq!(
        rows(&bitext),
        ["a|가", "|나", "b|다", "|라", "c|마", "|바", "d|"]
    );
}

#[test]
fn a_sentence_moves_to_the_next_row() {
    let mut bitext = drawn(&["a,b|가", "c|나"]);
    let b = id(&bitext, EN, "b");
    does(
        &mut bitext,
        Operation::MoveSegment {
            lang: EN,
            id: b,
            to: RowIndex(1),
        },
    );
    assert_eq!(rows(&bitext), ["a|가", "b,c|나"]);
    assert_eq!(bitext.beads[RowIndex(0)].origin, Origin::Remainder);
    assert_eq!(bitext.beads[RowIndex(1)].origin, Origin::Person);
}

#[test]
fn the_note_of_a_row_that_vanishes_goes_with_its_sentence() {
    let mut bitext = drawn(&["a|", "b|가"]);
    note(&mut bitext, 0, "of a");
    let a = id(&bitext, EN, "a");
    does(
        &mut bitext,
        Operation::MoveSegment {
            lang: EN,
            id: a,
            to: RowIndex(1),
        },
    );
    assert_eq!(rows(&bitext), ["a,b|가"]);
    assert_eq!(bitext.beads[RowIndex(0)].note, "of a");
}

#[test]
fn pushing_moves_one_column_as_far_as_the_next_gap() {
    let mut bitext = drawn(&["a|가", "b|나", "c|", "d|다"]);
    does(
        &mut bitext,
        Operation::PushTail {
            lang: KO,
            row: RowIndex(0),
        },
    );
    assert_eq!(rows(&bitext), ["a|", "b|가", "c|나", "d|다"]);
    assert_eq!(bitext.beads[RowIndex(3)].confidence, 0.8);
}

#[test]
fn pushing_stops_above_a_pinned_row_and_at_the_end() {
    let mut bitext = drawn(&["a|가", "b|나", "c|다", "d|라"]);
    does(
        &mut bitext,
        Operation::SetState {
            rows: RowIndex(2)..RowIndex(3),
            state: State::Accepted,
        },
    );
    does(
        &mut bitext,
        Operation::PushTail {
            lang: KO,
            row: RowIndex(0),
        },
    );
    assert_eq!(rows(&bitext), ["a|", "b|가", "|나", "c|다", "d|라"]);
    does(
        &mut bitext,
        Operation::PushTail {
            lang: EN,
            row: RowIndex(4),
        },
    );
    assert_eq!(rows(&bitext)[4..], ["|라", "d|"]);
}

#[test]
fn pushing_stops_above_a_row_whose_text_was_edited() {
    let mut bitext = drawn(&["a|가", "b|나", "c|다"]);
    let text = Some("see".to_owned());
    let c = id(&bitext, EN, "c");
    does(
        &mut bitext,
        Operation::SetText {
            lang: EN,
            id: c,
            text,
        },
    );
    does(
        &mut bitext,
        Operation::PushTail {
            lang: KO,
            row: RowIndex(0),
        },
    );
    assert_eq!(rows(&bitext), ["a|", "b|가", "|나", "see|다"]);
}

#[test]
fn pulling_takes_a_push_at_the_same_row_back() {
    for lang in Lang::BOTH {
        let mut bitext = drawn(&["a|가", "b,c|나,다", "d|라"]);
        let before = rows(&bitext);
        does(
            &mut bitext,
            Operation::PushTail {
                lang,
                row: RowIndex(1),
            },
        );
        assert_ne!(rows(&bitext), before);
        does(
            &mut bitext,
            Operation::PullTail {
                lang,
                row: RowIndex(1),
            },
        );
        assert_eq!(rows(&bitext), before);
    }
}

#[test]
fn pulling_a_full_cell_joins_the_one_above_and_draws_the_rest_up() {
    let mut bitext = drawn(&["a|가", "b|나", "c|다", "|라"]);
    note(&mut bitext, 3, "of 라");
    does(
        &mut bitext,
        Operation::PullTail {
            lang: KO,
            row: RowIndex(1),
        },
    );
    assert_eq!(rows(&bitext), ["a|가,나", "b|다", "c|라"]);
    assert_eq!(bitext.beads[RowIndex(2)].note, "of 라");
}

#[test]
fn linking_makes_a_crossing_bead() {
    let mut bitext = drawn(&["a|가", "b|나", "c|", "|다"]);
    let (en, ko) = (vec![id(&bitext, EN, "c")], vec![id(&bitext, KO, "가")]);
    does(&mut bitext, Operation::Link { en, ko });
    assert_eq!(rows(&bitext), ["a|", "b|나", "c|가", "|다"]);
    assert_eq!(bitext.crossing().len(), 1);
    assert!(bitext.beads[RowIndex(2)].is_pinned());
}

#[test]
fn linking_far_rows_leaves_the_rest_in_both_orders() {
    let mut bitext = drawn(&["a|가", "|나", "b|다", "c|라"]);
    note(&mut bitext, 1, "of 나");
    let (en, ko) = (vec![id(&bitext, EN, "c")], vec![id(&bitext, KO, "가")]);
    does(&mut bitext, Operation::Link { en, ko });
    assert_eq!(rows(&bitext), ["a|", "|나", "b|다", "c|가", "|라"]);
    assert_eq!(bitext.beads[RowIndex(1)].note, "of 나");
}

#[test]
fn linking_what_is_together_pins_it_and_keeps_what_was_said() {
    let mut bitext = drawn(&["a|가"]);
    bitext.beads[RowIndex(0)].verdict = Some(Verdict::Free);
    let link = || Operation::Link {
        en: vec![SegmentId(0), SegmentId(0)],
        ko: vec![SegmentId(0)],
    };
    does(&mut bitext, link());
    assert!(bitext.beads[RowIndex(0)].is_pinned());
    assert_eq!(bitext.beads[RowIndex(0)].verdict, Some(Verdict::Free));
    assert_eq!(refusal(&bitext, link()), Refusal::NoChange);
}

#[test]
fn unlinking_makes_every_sentence_a_row() {
    let mut bitext = drawn(&["a|가", "b,c|나", "d|다"]);
    note(&mut bitext, 1, "of b");
    does(&mut bitext, Operation::Unlink { row: RowIndex(1) });
    assert_eq!(rows(&bitext), ["a|가", "b|", "c|", "|나", "d|다"]);
    assert_eq!(bitext.beads[RowIndex(1)].note, "of b");
}

#[test]
fn accepting_all_above_is_one_step_back() {
    let mut bitext = drawn(&["a|가", "b|나", "c|다"]);
    let first = bitext.clone();
    let mut history = History::default();
    let accept = Operation::SetState {
        rows: RowIndex(0)..RowIndex(3),
        state: State::Accepted,
    };
    let edit = accept.edit(&bitext).unwrap();
    history.apply(&mut bitext, edit);
    assert!(
        bitext
            .beads
            .iter()
            .all(|bead| bead.state == State::Accepted)
    );
    assert_eq!(history.len(), 1);
    history.undo(&mut bitext);
    assert_eq!(bitext, first);
    assert!(history.can_redo() && !history.can_undo());
}

#[test]
fn rows_here_and_there_are_accepted_in_one_step() {
    let bitext = drawn(&["a|가", "b|나", "c|다"]);
    let states = |rows| Operation::SetStates {
        rows,
        state: State::Accepted,
    };
    let mut accepted = bitext.clone();
    does(&mut accepted, states(vec![RowIndex(2), RowIndex(0)]));
    let said: Vec<State> = accepted.beads.iter().map(|bead| bead.state).collect();
    assert_eq!(said, [State::Accepted, State::Unreviewed, State::Accepted]);
    assert_eq!(
        refusal(&bitext, states(vec![RowIndex(1), RowIndex(3)])),
        Refusal::NoSuchRow
    );
    assert_eq!(refusal(&bitext, states(Vec::new())), Refusal::NoChange);
}

#[test]
fn aligning_again_keeps_pins_and_moves_notes_with_their_sentences() {
    let mut bitext = drawn(&["a|가", "b|나", "c|", "|다"]);
    does(
        &mut bitext,
        Operation::SetState {
            rows: RowIndex(0)..RowIndex(1),
            state: State::Accepted,
        },
    );
    note(&mut bitext, 3, "of 다");
    let pinned = bitext.beads[RowIndex(0)].clone();
    let again = bitext
        .realign(
            RowIndex(0)..RowIndex(4),
            Lexicon::shipped(),
            &Progress::default(),
        )
        .unwrap();
    does(&mut bitext, again);
    assert_eq!(bitext.beads[RowIndex(0)], pinned);
    let holder = bitext.row_of(KO, id(&bitext, KO, "다")).unwrap();
    assert_eq!(bitext.beads[holder].note, "of 다");
}

#[test]
fn what_cannot_be_done_is_said_in_words() {
    let mut bitext = drawn(&["a|가", "b|"]);
    let says = |operation: Operation| refusal(&bitext, operation).to_string();
    let restored = |lang, block| bitext.restored(lang, block, &Rules::default());
    assert_eq!(
        says(Operation::Unlink { row: RowIndex(9) }),
        "there is no such row"
    );
    assert_eq!(
        says(Operation::SetNote {
            row: RowIndex(usize::MAX),
            note: String::new()
        }),
        "there is no such row"
    );
    assert_eq!(
        says(Operation::MergeSegments {
            lang: KO,
            id: SegmentId(1)
        }),
        "there is no such sentence"
    );
    assert_eq!(
        says(Operation::MergeBeads {
            rows: RowIndex(1)..RowIndex(2)
        }),
        "there is no neighbouring row to merge with"
    );
    assert_eq!(
        says(Operation::SplitBead {
            row: RowIndex(1),
            en: 1,
            ko: 0
        }),
        "a row of one sentence cannot be split"
    );
    assert_eq!(
        says(Operation::PushTail {
            lang: KO,
            row: RowIndex(1)
        }),
        "there is nothing below to move"
    );
    assert_eq!(
        says(Operation::MoveSegment {
            lang: EN,
            id: SegmentId(0),
            to: RowIndex(0)
        }),
        "the sentence is in that row already"
    );
    assert_eq!(
        says(Operation::Link {
            en: vec![SegmentId(0)],
            ko: vec![]
        }),
        "a link needs a sentence on both sides"
    );
    assert_eq!(
        says(Operation::SplitSegment {
            lang: KO,
            id: SegmentId(0),
            at: 1
        }),
        "a sentence can only be cut between two of its characters"
    );
    assert_eq!(says(restored(EN, 0)), "the block is in that state already");
    assert_eq!(says(restored(EN, 7)), "there is no such block");
    assert_eq!(
        says(Operation::Realign {
            rows: RowIndex(0)..RowIndex(2),
            beads: Vec::new()
        }),
        "the new alignment does not hold the same sentences, or changes a pinned row"
    );
    assert_eq!(
        says(Operation::SetState {
            rows: RowIndex(0)..RowIndex(2),
            state: State::Unreviewed
        }),
        "nothing would change"
    );
    does(
        &mut bitext,
        Operation::MergeSegments {
            lang: EN,
            id: SegmentId(0),
        },
    );
    let why = why(Reason::ByHand);
    assert_eq!(
        refusal(
            &bitext,
            Operation::Exclude {
                lang: EN,
                block: 1,
                why
            }
        )
        .to_string(),
        "a sentence reaches over the edge of the block: cut it there first"
    );
}

#[test]
fn a_broken_bitext_is_found_out_and_never_panics() {
    let mut bitext = drawn(&["a|가"]);
    bitext.ko.segments[0].span = 1..900;
    assert!(bitext.check().is_err());
    let mut bitext = drawn(&["a|가", "b|나"]);
    bitext.beads.as_vec_mut().pop();
    assert!(bitext.check().is_err());
}

#[test]
fn an_edit_for_another_bitext_changes_nothing() {
    let mut bitext = drawn(&["a|가", "b|나"]);
    let other = drawn(&["a|가", "b|", "c|나"]);
    let first = bitext.clone();
    let edit = Operation::MergeBeads {
        rows: RowIndex(1)..RowIndex(3),
    }
    .edit(&other)
    .unwrap();
    assert!(bitext.try_apply(&edit).is_err());
    assert_eq!(bitext, first);
}
