//! The report in HTML.

use super::*;
use jjak::article::{Exclusion, Reason};
use jjak::bitext::RowIndex;

#[test]
fn a_report_of_several_projects_has_a_part_for_each() {
    let first = bitext("One.", "하나.", &[(&[0], &[0], 1.0)]);
    let second = bitext("Two.", "둘.", &[(&[0], &[], 1.0), (&[], &[0], 1.0)]);
    let works = [work(&first), work(&second), work(&first)];
    let mut out = Vec::new();
    jjak::exchange::write(&works, Format::Html, &Options::default(), &mut out).unwrap();
    let html = String::from_utf8(out).unwrap();
    for tag in ["section", "table", "tbody", "svg"] {
        let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
        assert_eq!(html.matches(&open).count(), 3, "{tag}");
        assert_eq!(html.matches(&close).count(), 3, "{tag}");
    }
}

#[test]
fn a_page_shows_what_matches_and_runs_nothing() {
    let bitext = bitext(
        "<script>alert(1)</script> On May 3 Bob's rent rose 12 percent.",
        "5월 3일 밥의 월세가 12퍼센트 올랐다.",
        &[(&[0], &[0], 0.9)],
    );
    let html = written(&bitext, Format::Html, &Options::default());
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script&gt;"));
    assert!(html.contains("<mark class=\"number\">12</mark>"), "{html}");
    assert!(html.contains("<mark class=\"date\">5월</mark>"));
    assert!(html.contains("<dt>Rows</dt><dd>1</dd>"), "{html}");
    assert!(html.contains("<title>0.9 to 1.0: 1</title>"));
    assert!(html.contains("<mark class=\"lone\">Bob</mark>") || html.contains("name\">Bob"));
    assert!(!html.contains("src=") && !html.contains("@import"));
}

#[test]
fn a_report_speaks_the_language_asked_for() {
    let mut bitext = bitext(
        "가 12.\n나.",
        "가 12.\n나.\n다.",
        &[(&[0], &[0], 0.95), (&[1], &[1], 0.3), (&[], &[2], 0.9)],
    );
    bitext.beads[RowIndex(0)].state = State::Accepted;
    bitext.beads[RowIndex(1)].state = State::Flagged;
    bitext.beads[RowIndex(1)].verdict = Some(Verdict::Partial);
    bitext.en.article.blocks[1].excluded = Some(Exclusion {
        reason: Reason::Byline,
        rule: String::new(),
    });
    bitext.en.article.provenance.title = None;
    bitext.ko.article.provenance.title = None;
    let korean = Options {
        report: Lang::Ko,
        ..Options::default()
    };
    let html = written(&bitext, Format::Html, &korean);
    assert!(html.contains("<html lang=\"ko\">"));
    for words in [
        "<dt>확정</dt><dd>1</dd>",
        "⚑ 보류",
        "일부만 번역",
        "기자 이름",
        "0.9~1.0",
    ] {
        assert!(html.contains(words), "no {words}: {html}");
    }
    // No word is left in English, but for names and the date.
    let body = &html[html.find("<body>").unwrap()..];
    let said: String = body
        .split('<')
        .filter_map(|tag| Some(tag.split_once('>')?.1))
        .collect();
    let said = [
        "harbor.jjak",
        "economy",
        "Kim",
        "2026-11-20T01:02:03Z",
        "jjak 0.1.0",
    ]
    .iter()
    .fold(said, |said, name| said.replace(name, ""));
    assert!(!said.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
}
