//! What segmentation promises for any text: nothing lost, nothing cut twice, quotations whole where asked, linear time.

use jjak::article::Lang;
use jjak::segment::{Quotations, Rules, segment_block};
use proptest::prelude::*;

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
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_conserved(text in any::<String>()) {
        assert_conserved(&text);
    }

    #[test]
    fn a_sentence_alone_stays_one(
        pieces in proptest::collection::vec(prop_oneof![
            Just("He left. "), Just("Mr. Kim of Kia Corp. won 3.5 percent. "), Just("“Stop. Go,” she said. "),
            Just("\"Is it?\" "), Just("(It was late.) "), Just("See www.a.com. "), Just("It rose to 3. "),
            Just("The U.S. Then "), Just("at 9 a.m. Monday. "), Just("그는 갔다. "), Just("“비가 온다. 춥다.”라고 했다. "),
            Just("2021. 2. 18. 열렸다. "), Just("감사합니다 "), Just("좋아요 ㅎㅎ "), Just("글쎄… "), Just("왔다.그러나 "),
            Just("‘왜?’ 하고 물었다. "), Just("well... "), Just("No. 7 "), Just("iPhone 9! "), Just("3m. 그 "),
        ], 1..12),
    ) {
        let text = pieces.concat();
        for segment in segment_block(&text, &(0..text.len())) {
            let sentence = &text[segment.span];
            let again = segment_block(sentence, &(0..sentence.len()));
            prop_assert_eq!(again.len(), 1, "{} of {}", sentence, text);
        }
    }

    #[test]
    fn nothing_is_split_inside_quotes_that_are_to_stay_whole(
        before in "(He left\\. |그는 갔다\\. |그는 ){0,2}",
        inside in "(Stop! |It is so\\. |안 된다\\. |왜\\? |Mr\\. |[(]a\\. B[)] |합니다 ){1,5}",
        after in "(라고 했다\\.| he said\\.|| 그가 떠났다\\.)( It rained\\.)?",
    ) {
        for (open, close) in [('"', '"'), ('“', '”'), ('「', '」'), ('(', ')')] {
            let text = format!("{before}{open}{}{close}{after}", inside.trim());
            let quotation = before.len() + open.len_utf8()..text.len() - after.len();
            for segment in Rules::quoting(Quotations::Whole).segment_block(&text, &(0..text.len()), Lang::En) {
                prop_assert!(!quotation.contains(&segment.span.start), "{text}");
            }
        }
    }

    #[test]
    fn marks_and_letters_are_conserved(
        text in "([.!?…。)\\]('\"“”‘’\\[<> \n\r\u{2028}]|[0-9aA가다요라고ㅋ~•①▲*·-]|1\\. |U\\.S\\. |니다 |[.]com|@){0,40}"
    ) {
        assert_conserved(&text);
    }
}

/// Squared, any of these would hang.
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
        "요 :) ",
        "ㅋㅋ ",
        "😀",
        ".😀",
        "요\n",
        ".1",
        ". ¹",
        "(…",
    ];
    for pattern in PATTERNS {
        let text = format!("a{}b", pattern.repeat(100_000 / pattern.len()));
        assert_conserved(&text);
        assert_conserved(&text[1..text.len() - 1]);
    }
}
