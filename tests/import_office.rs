//! Office documents and books that other programs wrote, and what is said of those that cannot be read.
//!
//! The files in `tests/files/office` are this project's own texts, written by python-docx, python-pptx, openpyxl,
//! python-hwpx, EbookLib and LibreOffice.

use crate::office::file;
use jjak::article::{Article, BlockKind, Reason};
use jjak::evidence::lexicon::Lexicon;
use jjak::import::{self, ImportWarning, Imported, Part, chapter, sheet};
use jjak::pipeline;
use jjak::progress::Progress;

fn read(name: &str) -> Imported {
    import::read(&file(name)).unwrap_or_else(|error| panic!("{error}"))
}

/// The blocks, a line each, with what they are where that is not plain text.
fn shown(article: &Article) -> String {
    let mut shown = String::new();
    for block in &article.blocks {
        let mark = match (&block.excluded, block.kind) {
            (Some(why), _) => why.reason.as_str(),
            (None, BlockKind::Body) => "",
            (None, BlockKind::Heading) => "#",
            (None, BlockKind::ListItem) => "*",
            (None, BlockKind::Cell) => "|",
            (None, BlockKind::Caption) => "caption",
            (None, BlockKind::Quote) => ">",
            (None, BlockKind::Footnote) => "note",
        };
        let space = if mark.is_empty() { "" } else { " " };
        shown += &format!("{mark}{space}{}\n", article.line(&block.span));
    }
    shown
}

fn left_out(imported: &Imported) -> Vec<(Part, usize)> {
    match imported.warnings.as_slice() {
        [] => Vec::new(),
        [ImportWarning::LeftOut(parts)] => parts.clone(),
        several => panic!("{several:?}"),
    }
}

#[test]
fn word_as_its_author_left_it() {
    let english = read("news.en.docx");
    assert_eq!(
        shown(&english.article),
        "\
running-head Coast Weekly, March issue
# Night ferry to Sinan gets a second boat
The county of Sinan will run a second night ferry from May 1 to the outer islands, officials said on Monday.
# What passengers asked for
“We used to sleep at the pier,” said Choe Ha-neul, who sells salt & seaweed. The boat holds 180 passengers and 24 cars.
* Departure at 11:40 p.m. from Mokpo
* Arrival at 5:10 a.m. on Heuksando
| Boat
| Seats
| Dolphin 2
| 180
caption Figure 1. The Dolphin 2 in the dock of Mokpo.
Fares stay as they are for two years.
A one-way ticket costs 31,000 won.
The county pays half of the fuel, and the rest comes from the ministry.
Seorak Shipping built the boat in 14 months.
"
    );
    assert_eq!(
        left_out(&english),
        [(Part::Comments, 1), (Part::Deletions, 1), (Part::Hidden, 1)]
    );
    let provenance = &english.article.provenance;
    let title = provenance.title.as_deref();
    assert_eq!(title, Some("Night ferry to Sinan gets a second boat"));
    assert_eq!(provenance.byline.as_deref(), Some("Im Ga-on"));
    assert_eq!(provenance.date.as_deref(), Some("2026-03-09T08:30:00Z"));
}

#[test]
fn word_and_writer_say_the_same() {
    // LibreOffice wrote the second from the first.
    let (word, writer) = (read("news.ko.docx"), read("news.ko.odt"));
    assert_eq!(shown(&word.article), shown(&writer.article));
    assert_eq!(word.article.text, writer.article.text);
}

#[test]
fn notes_follow_their_paragraph_and_endnotes_the_text() {
    let writer = read("notes.en.odt");
    assert_eq!(
        shown(&writer.article),
        "\
running-head Coast Weekly, March issue
# Night ferry to Sinan gets a second boat
The county of Sinan will run a second night ferry from May 1 to the outer islands, officials said on Monday. The first boat has run since 2019.
note Sinan is made up of more than 1,000 islands.
# What passengers asked for
> “We used to sleep at the pier,” said Choe Ha-neul, who sells salt & seaweed. The boat holds 180 passengers.
* Departure at 11:40 p.m. from Mokpo
* Arrival at 5:10 a.m. on Heuksando
| Boat
| Seats
| Dolphin 2
| 180
caption Figure 1. The Dolphin 2 in the dock of Mokpo.
Fares stay as they are for two years.
A one-way ticket costs 31,000 won.
雪岳 Shipping built the boat in 14 months.
note Figures of the county, March 2026.
"
    );
    assert_eq!(
        left_out(&writer),
        [(Part::Comments, 1), (Part::Deletions, 1), (Part::Hidden, 2)]
    );
    // LibreOffice's Word file shows the section that its own format hides.
    let word = shown(&read("notes.en.docx").article);
    let word = word.replace("This section is for the editors.\n", "");
    assert_eq!(word, shown(&writer.article));
}

#[test]
fn hangul_sections_in_the_order_of_the_spine() {
    let hangul = read("notes.ko.hwpx");
    assert_eq!(
        shown(&hangul.article),
        "\
신안 밤배 한 척 더 뜬다
running-head 주간 해안 3월호
신안군이 5월 1일부터 먼바다 섬을 오가는 밤배를 한 척 더 띄운다고 월요일 밝혔다.
note 신안은 섬 천 개가 넘는 군이다.
# 승객들이 바란 것
“예전에는 부두에서 잤어요.” 소금 & 미역을 파는 최하늘 씨가 말했다.
* 목포에서 오후 11시 40분 출발
* 흑산도에 오전 5시 10분 도착
| 배
| 좌석
| 돌고래 2호
| 180
요금은 2년 동안 그대로다.
편도 요금은 3만 1000원이다.
배는 설악해운이 14개월 만에 지었다.
note 군 자료, 2026년 3월.
"
    );
    assert_eq!(
        left_out(&hangul),
        [
            (Part::Equations, 1),
            (Part::Comments, 1),
            (Part::Deletions, 1)
        ]
    );
}

#[test]
fn slides_in_the_order_of_the_show() {
    let slides = read("slides.en.pptx");
    assert_eq!(
        shown(&slides.article),
        "\
# A second night ferry for Sinan
County briefing, March 2026
# Fares
| Boat
| Seats
| Dolphin 2
| 180
A one-way ticket costs 31,000 won.
# What passengers asked for
* Departure at 11:40 p.m. from Mokpo
* Salt & seaweed travel free.
speaker-notes Mention the sleepers on the pier.
"
    );
    assert_eq!(
        left_out(&slides),
        [
            (Part::Charts, 1),
            (Part::Hidden, 1),
            (Part::HiddenSlides, 1)
        ]
    );
    let title = slides.article.provenance.title.as_deref();
    assert_eq!(title, Some("A second night ferry for Sinan"));
}

#[test]
fn impress_shows_what_powerpoint_shows() {
    // LibreOffice wrote the second from the first.
    let (power_point, impress) = (read("slides.en.pptx"), read("slides.en.odp"));
    assert_eq!(shown(&impress.article), shown(&power_point.article));
    let title = impress.article.provenance.title.as_deref();
    assert_eq!(title, Some("A second night ferry for Sinan"));
    assert_eq!(
        left_out(&impress),
        [
            (Part::Objects, 1),
            (Part::Hidden, 1),
            (Part::HiddenSlides, 1)
        ]
    );
}

#[test]
fn a_column_is_an_article_and_two_languages_are_pairs() {
    for name in [
        "column.ko.xlsx",
        "column-libreoffice.ko.xlsx",
        "column.ko.ods",
    ] {
        let column = read(name);
        // LibreOffice writes beside a date how it is shown.
        let shown = shown(&column.article).replace("2026년 5월 1일", "2026-05-01");
        assert_eq!(
            shown,
            "\
신안 밤배 한 척 더 뜬다
신안군이 5월 1일부터 밤배를 한 척 더 띄운다고 밝혔다.
소금 & 미역은 그냥 싣는다.
요금은 2년 동안 그대로다.
| 출항
| 2026-05-01
| 탑승률
| 95.5%
| 합계
| 0.3
",
            "{name}"
        );
        assert_eq!(
            left_out(&column),
            [(Part::Comments, 1), (Part::HiddenSheets, 1)]
        );
    }
    let pairs = import::read(&file("pairs.xlsx")).expect_err("two languages");
    assert!(pairs.to_string().contains("jjak convert"), "{pairs}");
    let bytes = std::fs::read(file("pairs.xlsx")).unwrap();
    let workbook = sheet::read(&bytes).unwrap();
    let open_document = std::fs::read(file("pairs.ods")).unwrap();
    assert_eq!(sheet::read(&open_document).unwrap(), workbook);
    let rows = &workbook.sheets[0].rows;
    assert_eq!(
        rows[2],
        ["Salt & seaweed travel free.", "소금과 미역은 그냥 싣는다."]
    );
    assert_eq!(workbook.sheets[0].languages(), Some((0, 1)));
}

#[test]
fn a_book_whole_and_by_chapters() {
    let book = read("book.en.epub");
    assert_eq!(
        shown(&book.article),
        "\
# The pier
We slept at the pier for years. Nobody minded & nobody asked.
The boat came at dawn.
# The night boat
From May 1 the boat leaves at 11:40 p.m.
It holds 180 passengers.
And 24 cars.
# Fares
A one-way ticket costs 31,000 won.
"
    );
    let title = book.article.provenance.title.as_deref();
    assert_eq!(title, Some("Boats of the Southwest"));
    let chapters = chapter::all(&book.original.0);
    let titles: Vec<&str> = chapters
        .iter()
        .map(|chapter| chapter.title.as_str())
        .collect();
    assert_eq!(titles, ["The pier", "The night boat", "Fares"]);
    // The third begins within a file of the second.
    let fares = read("book.en.epub#3");
    assert_eq!(
        shown(&fares.article),
        "# Fares\nA one-way ticket costs 31,000 won.\n"
    );
    assert_eq!(fares.article.provenance.title.as_deref(), Some("Fares"));
    for wrong in ["0", "4", "list", ""] {
        let error = import::read(&file(&format!("book.en.epub#{wrong}"))).expect_err(wrong);
        assert!(error.to_string().contains("#2 The night boat"), "{error}");
    }
}

#[test]
fn two_documents_become_pairs_without_losing_a_character() {
    let (en, ko) = (read("news.en.docx"), read("news.ko.odt"));
    let prepared = pipeline::prepare(en, ko).unwrap();
    assert_eq!(prepared.warnings.len(), 2);
    assert!(
        prepared.warnings[0]
            .to_string()
            .contains("news.en.docx: left out: 1 comment")
    );
    let bitext = prepared
        .align(&[], Lexicon::shipped(), &Progress::default())
        .unwrap();
    let conservation = bitext.check().unwrap();
    // The running head is all that is not paired: headings, captions, cells and list items are text.
    assert_eq!(conservation.en.excluded, 1);
    let reasons = bitext
        .en
        .article
        .blocks
        .iter()
        .filter_map(|block| block.excluded.as_ref());
    assert!(reasons.map(|why| why.reason).eq([Reason::RunningHead]));
    assert!(
        bitext
            .beads
            .iter()
            .all(|bead| !bead.en.is_empty() && !bead.ko.is_empty())
    );
}
