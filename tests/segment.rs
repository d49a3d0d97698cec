//! Segmentation against the cases of `tests/gold/segment`, and the promises it makes for any text.

use jjak::segment::{Segment, segment_block};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    expect: Vec<String>,
}

/// Boundaries right, found and expected, and the cases that are wrong.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    expected: usize,
    wrong: Vec<String>,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.expected) as f64
    }
}

/// A segment with its marker, in the text that it is from.
fn whole<'a>(text: &'a str, segment: &Segment) -> &'a str {
    let start = segment.marker.as_ref().unwrap_or(&segment.span).start;
    &text[start..segment.span.end]
}

fn lines(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    text.split_inclusive('\n').scan(0, |start, line| {
        let span = *start..*start + line.len();
        *start = span.end;
        Some(span)
    })
}

/// Where sentences end within a case, counted in characters that are not white space.
fn boundaries<'a>(sentences: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    sentences
        .scan(0, |end, sentence| {
            *end += sentence.chars().filter(|c| !c.is_whitespace()).count();
            Some(*end)
        })
        .collect()
}

fn score(json: &str) -> Score {
    let cases: Vec<Case> = serde_json::from_str(json).expect("the gold is valid");
    let mut score = Score::default();
    for case in cases {
        let text = &case.text;
        let got: Vec<&str> = lines(text)
            .flat_map(|line| segment_block(text, &line))
            .map(|segment| whole(text, &segment))
            .collect();
        let found = boundaries(got.iter().copied());
        let expected = boundaries(case.expect.iter().map(String::as_str));
        // The end of a case is no achievement.
        score.right += found.intersection(&expected).count() - 1;
        score.found += found.len() - 1;
        score.expected += expected.len() - 1;
        if found != expected {
            score.wrong.push(format!("{}: {got:#?}", case.id));
        }
    }
    score
}

#[test]
fn english_gold() {
    let score = score(include_str!("gold/segment/en.json"));
    assert!(score.f1() >= 0.99, "{}: {:#?}", score.f1(), score.wrong);
}

#[test]
fn korean_gold() {
    let score = score(include_str!("gold/segment/ko.json"));
    assert!(score.f1() >= 0.99, "{}: {:#?}", score.f1(), score.wrong);
}

/// Segments and markers are in order, on character boundaries, and leave out nothing but white space.
fn assert_conserved(text: &str) {
    let block = 0..text.len();
    let mut end = 0;
    for segment in segment_block(text, &block) {
        for span in segment.marker.iter().chain([&segment.span]) {
            assert!(span.start < span.end && span.start >= end, "{span:?}");
            assert!(text[end..span.start].trim().is_empty(), "{span:?}");
            assert_eq!(text[span.clone()].trim().len(), span.len(), "{span:?}");
            end = span.end;
        }
    }
    assert!(text[end..].trim().is_empty(), "lost after {end}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_conserved(text in any::<String>()) {
        assert_conserved(&text);
    }

    #[test]
    fn marks_and_letters_are_conserved(
        text in "([.!?…。)\\]('\"“”‘’\\[<> \n\r\u{2028}]|[0-9aA가다요라고ㅋ~•①▲*·-]|1\\. |U\\.S\\. |니다 |[.]com|@){0,40}"
    ) {
        assert_conserved(&text);
    }
}

/// A megabyte of each of these was quadratic in the prototype or could be.
#[test]
fn time_is_linear() {
    const PATTERNS: &[&str] = &[
        "\"",
        "“",
        "'",
        "(",
        "()",
        "(\"",
        ".",
        "! ",
        ". ",
        "a.",
        "a.a ",
        "1. ",
        "가. ",
        "다.",
        "다 ",
        "요 ",
        "\"가\" ",
        "■ ",
        "① ",
        "a",
        "가",
        " ",
        "http://a.b/",
        "ㅋ",
        "[1",
        "(a",
        "A! ",
        ".) ",
        "”",
        "“a.” ",
        "Mr. ",
        "a.m. ",
        "2021. ",
        "- ",
        "* ",
        "’",
        "a’",
        "…",
        "\n",
        "- a\n",
        "1.\n",
        "‘",
        "a\n\n",
    ];
    for pattern in PATTERNS {
        let text = pattern.repeat(1_000_000 / pattern.len());
        let start = Instant::now();
        assert_conserved(&text);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{pattern:?} took {took:?}");
    }
}
