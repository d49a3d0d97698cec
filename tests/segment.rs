//! Segmentation against the cases of `tests/gold/segment`, and what it is meant to do with each phenomenon.

use jjak::article::Lang;
use jjak::segment::{Endings, Quotations, Rule, Rules, Segment, segment_block};
use serde::Deserialize;
use std::collections::BTreeSet;

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
    let start = segment.start();
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

/// Cuts a block at every `|`: what stands between must be the segments with their markers.
fn assert_cuts(marked: &str) {
    let text = marked.replace('|', "");
    let got: Vec<&str> = segment_block(&text, &(0..text.len()))
        .iter()
        .map(|segment| whole(&text, segment))
        .collect();
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(got, expected);
}

#[test]
fn english_habits() {
    for marked in [
        "He met Mr. Kim of Kia Corp. in the U.S. on Jan. 5. |They spoke at 3 p.m. |The talks failed.",
        "At 9 a.m. Kim left. |He took No. 7, i.e. the bus to St. Paul.",
        "She lives in the U.S. |The visit was by George W. Bush and P. Diddy.",
        "\"It is over!\" Kim Jong-un said. |\"Is it?\" she asked. |\"Stop!\" |He ran.",
        "He said \"no. never.\" and left. |(It was late.) |It rained [...] all day.",
        "See www.example.com. |Write to kim@a.co.kr. |Then wait for example.co.kr/a.html to load.",
        "It rose to 3. |Then it fell to 2.5 in 2021. |Well... I think so. |Maybe... |Yes.",
        "He left today.|Then it rained. |Is it true?! |Yes.",
        "We won.[3] |They lost. |(Yonhap)",
        "The mayor waves on Monday. (Courtesy of the city)",
        "The mayor waves. / Photo by Kim Bo",
        "a. The first item |b. The second item",
        "Step 1. Peel it. |It takes 5 minutes.",
        "Q1. What is it?",
        "II. Background of the case",
        "He moved to Tampa, Fla. Tuesday. |The group is one of 12. |It grew.",
        "1.) The first item |2.) The second item",
        "They won. \" |\"We did,\" he said.",
    ] {
        assert_cuts(marked);
    }
}

#[test]
fn korean_habits() {
    for marked in [
        "그는 \"갔다.\"라고 했다.|그러나 왔다. |2021. 2. 18. 서울에서 열렸다.",
        "그는 \"안 간다. 못 간다.\" 라며 울었다. |‘정말?’ 하고 물었다.",
        "“사이가 안 좋거든요.” 마침내 여자가 말했다. |“왜요?”",
        "감사합니다 |다음에 또 뵙겠습니다 |안녕히 계세요ㅎㅎ |또 봐요",
        "대중가요 시장과 필요 없는 개요 부분을 고쳤다.",
        "했습니다. (웃음) |그렇죠.(일동 박수) |환율은 올랐다. (1달러=1,300원) |끝이다.",
        "대통령이 웃고 있다. /사진=홍길동 기자",
        "대통령이 웃고 있다. (사진=연합뉴스)",
        "그는 갔다. |(끝)",
        "■ 서울 3명 |■ 부산 2명",
        "서울은 ▲강남 3명 ▲서초 2명이다.",
        "제1조. 이 법은 시행한다. |제2조에 따른다.",
        "가. 목적을 정한다. |나. 방법을 정한다.",
        "他走了。|我也走了。",
    ] {
        assert_cuts(marked);
    }
}

fn markers(text: &str) -> Vec<(Option<&str>, &str)> {
    lines(text)
        .flat_map(|line| segment_block(text, &line))
        .map(|segment| {
            let marker = segment.marker.map(|marker| &text[marker]);
            (marker, &text[segment.span])
        })
        .collect()
}

#[test]
fn whole_quotations_of_the_gold_are_never_cut() {
    for json in [
        include_str!("gold/segment/en.json"),
        include_str!("gold/segment/ko.json"),
    ] {
        let cases: Vec<Case> = serde_json::from_str(json).expect("the gold is valid");
        for case in cases {
            for line in lines(&case.text) {
                for segment in
                    Rules::quoting(Quotations::Whole).segment_block(&case.text, &line, Lang::En)
                {
                    let sentence = &case.text[segment.span];
                    let of = |mark: char| sentence.matches(mark).count();
                    let balanced = case.text.matches('“').count() == case.text.matches('”').count();
                    assert!(!balanced || of('“') == of('”'), "{}: {sentence}", case.id);
                }
            }
        }
    }
}

#[test]
fn list_markers_stand_outside_and_heading_numbers_inside() {
    assert_eq!(
        markers("- one\n• two\n①셋\n(a) four\n2.1 The fifth.\n▲여섯"),
        [
            (Some("-"), "one"),
            (Some("•"), "two"),
            (Some("①"), "셋"),
            (Some("(a)"), "four"),
            (Some("2.1"), "The fifth."),
            (Some("▲"), "여섯"),
        ]
    );
    assert_eq!(
        markers("1. Definitions\n1.1 A unit is a room.\n2. Fees and Deposit"),
        [
            (None, "1. Definitions"),
            (Some("1.1"), "A unit is a room."),
            (None, "2. Fees and Deposit"),
        ]
    );
    assert_eq!(
        markers("1. 식품\n2. 연료\n\n9. 사람을 부른다."),
        [
            (Some("1."), "식품"),
            (Some("2."), "연료"),
            (Some("9."), "사람을 부른다."),
        ]
    );
    assert_eq!(
        markers("- 어떤 날인가.\n\n“좋은 날이죠.”\n- 어떤 날"),
        [
            (None, "- 어떤 날인가."),
            (None, "“좋은 날이죠.”"),
            (Some("-"), "어떤 날"),
        ]
    );
    assert_eq!(
        markers("■\n3.5 percent\n-5 degrees\n* * *"),
        [
            (None, "■"),
            (None, "3.5 percent"),
            (None, "-5 degrees"),
            (None, "* * *"),
        ]
    );
}

#[test]
fn a_hard_wrapped_paragraph_reads_as_one_line_but_keeps_its_bullets() {
    let text = "We met Mr.\nKim. He left\nat noon.\n";
    let got: Vec<&str> = segment_block(text, &(0..text.len()))
        .into_iter()
        .map(|segment| &text[segment.span])
        .collect();
    assert_eq!(got, ["We met Mr.\nKim.", "He left\nat noon."]);
    let text = "- one\n  and more\n- two";
    let got = segment_block(text, &(0..text.len()));
    assert_eq!(got.len(), 2);
    assert_eq!(&text[got[0].span.clone()], "one\n  and more");
    assert_eq!(got[1].rule, Rule::ListItem);
}

#[test]
fn quotations_are_split_at_their_stops_unless_korean_ties_them() {
    let cuts = |text: &str, how| {
        Rules::quoting(how)
            .segment_block(text, &(0..text.len()), Lang::En)
            .len()
    };
    for (text, expected) in [
        (
            "\"I don't mind. They do,\" he said. \"It is so. It stays.\"",
            4,
        ),
        ("“보일러요. 주로 학교에서요.”", 2),
        ("그는 \"보일러요. 학교에서요.\"라고 했다.", 1),
        ("“이제 시작이다. 함께 가자.” 그는 이렇게 말하며 마쳤다.", 2),
        ("He came (it was late. very.) and left.", 1),
    ] {
        assert_eq!(cuts(text, Quotations::default()), expected, "{text}");
        assert!(cuts(text, Quotations::Whole) <= expected.min(2), "{text}");
    }
}

#[test]
fn korean_endings_without_a_mark_close_sentences_by_level() {
    let cuts = |text: &str| {
        Endings::ALL.map(|endings| {
            let rules = Rules {
                endings,
                ..Rules::default()
            };
            rules.segment_block(text, &(0..text.len()), Lang::Ko).len()
        })
    };
    for (text, expected) in [
        ("회의를 마쳤습니다 내일 다시 모입니다", [1, 2, 2]),
        ("정말 좋아요 또 갈게요", [1, 2, 2]),
        ("그는 집에 갔다 가족이 기다리고 있었다", [1, 1, 2]),
        ("비가 온다 하늘이 어둡다", [1, 1, 2]),
        ("길이 없다 오늘은 쉰다", [1, 1, 2]),
        // What only looks like an end.
        ("바다 건너에서 왔다", [1, 1, 1]),
        ("어제보다 오늘이 춥다", [1, 1, 1]),
        ("집과 학교를 왔다 갔다 했다", [1, 1, 1]),
        ("비가 온다 하더라도 떠난다", [1, 1, 1]),
        ("하루마다 언니다 누나다 하며 다퉜다", [1, 1, 1]),
        ("그가 왔다는 말을 들었다고 했다 한다", [1, 1, 1]),
    ] {
        assert_eq!(cuts(text), expected, "{text}");
    }
}

#[test]
fn each_line_can_be_a_sentence() {
    let text = "Mr. Kim left. He ran.\n  and more \n\n끝.";
    let rules = Rules {
        lines: true,
        ..Rules::default()
    };
    let block = 0..text.len();
    let got: Vec<&str> = rules
        .segment_block(text, &block, Lang::En)
        .into_iter()
        .map(|segment| &text[segment.span])
        .collect();
    assert_eq!(got, ["Mr. Kim left. He ran.", "and more", "끝."]);
    assert_eq!(rules.explain(text, &block, Lang::En).len(), 2);
}

#[test]
fn every_decision_is_explained() {
    let text = "Mr. Kim rose 3.5 percent. He left.";
    let told: Vec<(usize, bool, &str)> = Rules::builtin()
        .explain(text, &(0..text.len()), Lang::En)
        .into_iter()
        .map(|decision| (decision.at, decision.breaks, decision.rule.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (4, false, "title"),
            (15, false, "inside-token"),
            (26, true, "full-stop")
        ]
    );
    for &rule in Rule::ALL {
        let json = serde_json::to_string(&rule).expect("a rule is a word");
        assert_eq!(json, format!("\"{rule}\""));
        assert!(rule.explain().ends_with('.'));
    }
}
