//! A person's splits, merges and edits after the rules have changed.

use jjak::article::{Article, Block, BlockKind, Exclusion, Lang, Provenance, Reason};
use jjak::segment::{Marks, Quotations, Rule, Rules, Segment, inner_starts, segment};
use proptest::prelude::*;

fn article(text: &str) -> Article {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let from = start + (line.len() - line.trim_start().len());
        start += line.len();
        if !trimmed.is_empty() {
            blocks.push(Block {
                span: from..from + trimmed.len(),
                kind: BlockKind::Body,
                excluded: None,
            });
        }
    }
    Article {
        lang: Lang::En,
        text: text.to_owned(),
        blocks,
        provenance: Provenance::default(),
    }
}

fn texts<'a>(article: &'a Article, segments: &[Segment]) -> Vec<&'a str> {
    let text = segments
        .iter()
        .map(|segment| &article.text[segment.span.clone()]);
    text.collect()
}

/// The segments with a cut at `at`, as the window makes it.
fn cut(segments: &[Segment], at: usize) -> Vec<Segment> {
    let mut cut = segments.to_vec();
    let place = cut
        .iter()
        .position(|segment| segment.span.contains(&at))
        .unwrap();
    let end = cut[place].span.end;
    cut[place].span.end = at - 1;
    cut.insert(place + 1, Segment::new(at..end, Rule::ByHand));
    cut
}

/// Takes the next segment into `segment`, as the window does.
fn join(segment: &mut Segment, next: &Segment) {
    if next.rule != Rule::ByHand {
        segment.joined.push(next.start());
    }
    segment.joined.extend(&next.joined);
    segment.span.end = next.span.end;
}

/// What no one but the text's writer settled.
fn none(_: &Segment) -> bool {
    false
}

const TEXT: &str = "\"One. Two.\" Three; four. Five.\nSix.";

#[test]
fn splits_and_merges_stay_where_they_are() {
    let article = article(TEXT);
    let automatic = segment(&article);
    assert_eq!(
        texts(&article, &automatic),
        ["\"One.", "Two.\"", "Three; four.", "Five.", "Six."]
    );
    let mut by_hand = cut(&automatic, TEXT.find("four").unwrap());
    // Five. and Six. are one now.
    let six = by_hand.pop().unwrap();
    join(by_hand.last_mut().unwrap(), &six);
    by_hand[1].edited = Some("Zwei.".into());
    let marks = Marks::of(TEXT, &by_hand, none);
    let other = Rules {
        quotations: Quotations::Whole,
        ..Rules::default()
    };
    let fresh = other.segment(&article);
    assert_eq!(texts(&article, &fresh)[0], "\"One. Two.\"");
    let (segments, lost) = marks.apply(&article, fresh);
    assert_eq!(lost, []);
    assert_eq!(
        texts(&article, &segments),
        ["\"One.", "Two.\"", "Three;", "four.", "Five.\nSix."]
    );
    assert_eq!(segments[1].edited.as_deref(), Some("Zwei."));
    assert_eq!(segments[3].rule, Rule::ByHand);
    let (same, lost) = marks.apply(&article, segment(&article));
    assert_eq!(
        (texts(&article, &same), lost),
        (texts(&article, &by_hand), vec![])
    );
}

#[test]
fn a_mark_in_another_text_or_an_excluded_block_is_told_of() {
    let mut article = article(TEXT);
    let automatic = segment(&article);
    let marks = Marks::of(TEXT, &cut(&automatic, TEXT.find("four").unwrap()), none);
    let other = TEXT.replace("four", "5our");
    let changed = Article {
        text: other,
        ..article.clone()
    };
    let (segments, lost) = marks.apply(&changed, segment(&changed));
    assert_eq!((segments.len(), lost.len()), (automatic.len(), 1));
    assert!(lost[0].after.starts_with("four."));
    article.blocks[0].excluded = Some(Exclusion {
        reason: Reason::ByHand,
        rule: String::new(),
    });
    let (segments, lost) = marks.apply(&article, segment(&article));
    assert_eq!((segments.len(), lost.len()), (1, 1));
}

#[test]
fn the_sentences_of_a_whole_quotation_are_offered_as_cuts() {
    let text = "그는 “비가 왔다. 길이 끊겼다. 다리도 무너졌다.”라고 말했다.";
    let segments = jjak::segment::segment_block(text, &(0..text.len()));
    assert_eq!(segments.len(), 1);
    let offered: Vec<&str> = inner_starts(text, &segments[0])
        .into_iter()
        .map(|at| &text[at..])
        .collect();
    assert_eq!(offered.len(), 2);
    assert!(offered[0].starts_with("길이") && offered[1].starts_with("다리도"));
}

proptest! {
    #[test]
    fn marks_never_lose_a_character(
        text in "([a-c.!?\"“”\n -]|다\\. |Mr\\. |[가나]){1,60}",
        cuts in proptest::collection::vec(0usize..80, 0..5),
        joins in proptest::collection::vec(0usize..20, 0..3),
        edits in proptest::collection::vec(0usize..20, 0..3),
    ) {
        let article = article(&text);
        let automatic = segment(&article);
        let mut by_hand = automatic.clone();
        for at in joins {
            if at + 1 < by_hand.len() {
                let next = by_hand.remove(at + 1);
                join(&mut by_hand[at], &next);
            }
        }
        for at in cuts {
            let fits = by_hand.iter().position(|segment| {
                segment.span.start < at
                    && at < segment.span.end
                    && text.is_char_boundary(at)
                    && !text[at..].starts_with(char::is_whitespace)
                    && text[segment.span.start..at].trim_end().len() == at - segment.span.start
            });
            if let Some(place) = fits {
                let head = &mut by_hand[place];
                let mut tail = Segment::new(at..head.span.end, Rule::ByHand);
                tail.joined = head.joined.iter().copied().filter(|&joined| joined > at).collect();
                head.joined.retain(|&joined| joined < at);
                head.span.end = at;
                by_hand.insert(place + 1, tail);
            }
        }
        for at in edits {
            if at < by_hand.len() {
                by_hand[at].edited = Some("x".into());
            }
        }
        let marks = Marks::of(&text, &by_hand, none);
        let (same, lost) = marks.apply(&article, automatic);
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert_eq!(&Marks::of(&text, &same, none), &marks);
        let spans = |segments: &[Segment]| segments.iter().map(|s| s.span.clone()).collect::<Vec<_>>();
        prop_assert_eq!(spans(&same), spans(&by_hand));
        for quotations in [Quotations::Whole, Quotations::Always] {
            let rules = Rules { quotations, ..Rules::default() };
            let (segments, _) = marks.apply(&article, rules.segment(&article));
            let mut end = 0;
            for segment in &segments {
                let start = segment.start();
                prop_assert!(start >= end && text[end..start].trim().is_empty(), "{segments:?}");
                end = segment.span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
