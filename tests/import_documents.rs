//! Documents that other programs made, and what their readers give of them.

use jjak::article::{BlockKind, Lang, Reason};
use jjak::import::{self, Fault, ImportError, ImportWarning, Imported, Part};
use std::path::{Path, PathBuf};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/files")
        .join(name)
}

fn read(name: &str) -> Imported {
    import::read(&file(name)).expect(name)
}

fn bytes(bytes: &[u8], name: &str) -> Imported {
    import::from_bytes(bytes, Some(Path::new(name))).expect(name)
}

/// Blocks with their kinds; excluded ones begin with their reason.
fn blocks(imported: &Imported) -> Vec<String> {
    let article = &imported.article;
    let blocks = article.blocks.iter();
    blocks
        .map(|block| {
            let kind = match (&block.excluded, block.kind) {
                (Some(why), _) => format!("{}: ", why.reason.as_str()),
                (None, BlockKind::Body) => String::new(),
                (None, kind) => format!("{kind:?}: "),
            };
            kind + &article.line(&block.span)
        })
        .collect()
}

#[test]
fn rtf_is_read_as_its_author_meant_it() {
    let word = read("word.rtf");
    assert_eq!(
        blocks(&word),
        [
            "running-head: 은포 신문",
            "Heading: Harbor 항구",
            "It’s the city’s first dredging in 23 years. 한국은 금리.😀",
            "Footnote: The port office said so.",
            "ListItem: 항목 하나",
            "Quote: “We waited.”",
            "See the plan on two lines.",
            "Cell: Boat",
            "Cell: 배",
            "Cell: 배 둘",
            "가 last Text of a box.",
            "end",
        ]
    );
    let left_out = vec![(Part::Pictures, 1), (Part::Deletions, 1), (Part::Hidden, 1)];
    assert_eq!(word.warnings, [ImportWarning::LeftOut(left_out)]);
    let provenance = &word.article.provenance;
    assert_eq!(provenance.title.as_deref(), Some("항구"));
    assert_eq!(provenance.byline.as_deref(), Some("Kim Mina"));
}

#[test]
fn rtf_of_libreoffice_and_of_code_page_949() {
    let korean = read("cp949.rtf");
    assert_eq!(
        blocks(&korean),
        [
            "The Bank kept its rate.",
            "한국은행은 금리를 동결했다.",
            "둘째 문단."
        ]
    );
    let market = blocks(&read("m.rtf"));
    assert_eq!(market[0], "running-head: HEADER text 머리말");
    assert_eq!(market[2], "Heading: [Editor's note] Market wrap");
    assert_eq!(
        market[5],
        "A line with a soft break inside — and 漢字, ½, 😀."
    );
    assert_eq!(market[6], "ListItem: 글머리 항목 하나");
    assert_eq!(market[11], "Cell: 금리 기준금리");
    let harbor = blocks(&read("harbor.rtf"));
    assert_eq!(
        harbor[0],
        "Heading: Eunpo dredges its harbor 은포 내항 준설"
    );
    assert_eq!(
        harbor[3..5],
        ["ListItem: Sora: 120 seats", "ListItem: 소라호: 120석"]
    );
    assert_eq!(harbor[9], "Quote: “We waited long,” a fisher said.");
}

#[test]
fn hwp_with_a_note_a_table_and_a_header() {
    let harbor = read("harbor.hwp");
    assert_eq!(
        blocks(&harbor),
        [
            "Heading: 항구 준설 공사 시작",
            "running-head: 은포시 소식",
            "은포시는 27일 내항 준설 공사를 시작했다. 23년 만이다.",
            "Footnote: 은포시 보도 자료를 따랐다.",
            "공사비는 412억 원이며 내년 3월에 끝난다.",
            "Cell: 배",
            "Cell: 건조",
            "Cell: 소라호",
            "Cell: 1971",
            "표 아래에 본문이 이어진다.",
        ]
    );
    assert_eq!(harbor.detected, Some(Lang::Ko));
}

#[test]
fn hwp_that_may_not_be_read_says_why() {
    let locked = import::read(&file("password.hwp")).expect_err("a password");
    assert!(
        matches!(
            &locked,
            ImportError::Document {
                fault: Fault::Encrypted,
                ..
            }
        ),
        "{locked}"
    );
    // Bit 2 of the properties, which stand behind signature and version.
    let mut container = cfb::CompoundFile::open(std::io::Cursor::new(
        std::fs::read(file("harbor.hwp")).unwrap(),
    ))
    .unwrap();
    let mut header = Vec::new();
    use std::io::{Read, Seek, Write};
    let mut stream = container.open_stream("/FileHeader").unwrap();
    stream.read_to_end(&mut header).unwrap();
    header[36] |= 1 << 2;
    stream.rewind().unwrap();
    stream.write_all(&header).unwrap();
    drop(stream);
    let distributed = container.into_inner().into_inner();
    let error = import::from_bytes(&distributed, Some(Path::new("a.hwp"))).expect_err("배포용");
    assert!(
        error.to_string().contains("배포용") && error.to_string().contains("a.hwp"),
        "{error}"
    );
    let old = import::from_bytes(
        b"HWP Document File V3.00 \x1a\x01\x02",
        Some(Path::new("old.hwp")),
    );
    let old = old.expect_err("HWP 3").to_string();
    assert!(old.contains("HWP 3") && old.contains("HWPX"), "{old}");
}

#[test]
fn pdf_lines_are_joined_and_boilerplate_is_excluded() {
    let long = read("long.pdf");
    let lines = blocks(&long);
    assert_eq!(lines[0], "Heading: Long paragraphs 긴 문단");
    assert!(
        lines[1].contains("The decision by the seven-member board"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("한국은행 금융통화위원회가 20일 기준금리를 연 2.5%로 동결했다."),
        "{}",
        lines[2]
    );
    assert!(
        lines[2].contains("세 차례 연속 동결이다.") && lines[2].contains("한다는 판단으로"),
        "{}",
        lines[2]
    );
    assert!(
        lines.contains(&"running-head: - 1 -".to_owned()),
        "{lines:#?}"
    );
    assert!(long.warnings.contains(&ImportWarning::PdfIsGuessed));
    let market = blocks(&read("m.pdf"));
    assert!(
        market.contains(&"ListItem: • 글머리 항목 하나".to_owned()),
        "{market:#?}"
    );
    assert!(
        market
            .iter()
            .any(|line| line.contains("이창용 총재는 “미국 경제 전망이")),
        "{market:#?}"
    );
    assert!(market.contains(&"Cell: 한국어".to_owned()), "{market:#?}");
}

#[test]
fn pdf_columns_are_read_one_after_the_other() {
    let columns = read("columns.pdf");
    let lines = blocks(&columns);
    let kept: Vec<&String> = lines
        .iter()
        .filter(|line| !line.starts_with("running-head"))
        .collect();
    assert_eq!(kept[0], "Heading: Harbors in two columns");
    assert_eq!(
        kept[2],
        "항만 논평의 2번째 문장은 내항이 오랜 기다림 끝에 다시 준설되었고 2호 배가 정오에 아무 탈 없이 돌아왔다고 전한다."
    );
    // Sixty paragraphs in order, over two columns and pages.
    assert_eq!(kept.len(), 61, "{kept:#?}");
    for (number, line) in kept.iter().enumerate().skip(1) {
        assert!(
            line.contains(&format!("number {number} ")) || line.contains(&format!("{number}번째")),
            "{line}"
        );
    }
    assert_eq!(
        columns.article.provenance.title.as_deref(),
        Some("Harbors in two columns")
    );
}

#[test]
fn pdf_that_has_no_text_says_why() {
    let fault = |name: &str| match import::read(&file(name)) {
        Err(ImportError::Document { fault, .. }) => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(fault("scan.pdf"), Fault::Scanned);
    assert_eq!(fault("locked.pdf"), Fault::Encrypted);
    let error =
        import::from_bytes(b"%PDF-1.7\nnothing", Some(Path::new("a.pdf"))).expect_err("no pages");
    assert!(error.to_string().contains("a.pdf: is damaged"), "{error}");
}

#[test]
fn markdown_with_front_matter_notes_and_code() {
    let text = "---\ntitle: \"Boats of the bay\"\nauthor: Ann Lee\ndate: 2026-11-23\n---\n\nThe *bay* has\nthree [ferries](http://x.org).[^1]\n\n\
        ```\nlet x = 1;\n```\n\n1. Sora\n   - 120 seats\n2. Mina\n\n> Quoted **text**.\n\n![A ferry at the pier](a.png)\n\n<div><p>In HTML.</p></div>\n\n[^1]: As of 2026.\n";
    let boats = bytes(text.as_bytes(), "boats.md");
    assert_eq!(
        blocks(&boats),
        [
            "Heading: Boats of the bay",
            "The bay has three ferries.",
            "code: let x = 1;",
            "ListItem: Sora",
            "ListItem: 120 seats",
            "ListItem: Mina",
            "Quote: Quoted text.",
            "Caption: A ferry at the pier",
            "In HTML.",
            "Footnote: As of 2026.",
        ]
    );
    assert_eq!(boats.article.provenance.byline.as_deref(), Some("Ann Lee"));
    assert_eq!(boats.article.provenance.date.as_deref(), Some("2026-11-23"));
    let market = read("a.md");
    assert_eq!(blocks(&market)[0], "Heading: 제목 Title");
    assert_eq!(blocks(&market)[1], "The Bank of Korea kept its key rate.");
    assert_eq!(
        market.article.provenance.title.as_deref(),
        Some("제목 Title")
    );
    let reason = boats
        .article
        .blocks
        .iter()
        .find_map(|block| block.excluded.as_ref());
    assert_eq!(reason.map(|why| why.reason), Some(Reason::Code));
}

#[test]
fn subtitles_are_sentences_without_times() {
    let both = [
        "The Bank of Korea kept its key rate.",
        "한국은행은 동결했다.",
    ];
    assert_eq!(blocks(&read("a.srt")), both);
    assert_eq!(blocks(&read("a.vtt")), both);
    let sami = read("a.smi");
    assert_eq!(
        blocks(&sami),
        [
            "한국은행은 기준금리를 동결했다.",
            "The Bank of Korea kept its key rate & said so."
        ]
    );
    assert_eq!(sami.article.provenance.encoding, "EUC-KR");
    let sides = import::bilingual::separate(&sami).expect("both languages");
    assert!(sides.counts.by_file);
    assert_eq!(blocks(&sides.ko), ["한국은행은 기준금리를 동결했다."]);
}

#[test]
fn a_bilingual_page_is_two_articles() {
    let page = "<html><body><article><h1>Rates held</h1><h1>금리 동결</h1>\
        <table><tr><td>The bank kept its rate at 2.5 percent.</td><td>은행은 금리를 2.5%로 동결했다.</td></tr>\
        <tr><td>It did so for the third time.</td><td>세 번째 동결이다.</td></tr></table></article></body></html>";
    let both = bytes(page.as_bytes(), "both.html");
    assert!(import::bilingual::holds_both(&both));
    let sides = import::bilingual::separate(&both).expect("both languages");
    assert_eq!(
        blocks(&sides.en),
        [
            "Heading: Rates held",
            "Cell: The bank kept its rate at 2.5 percent.",
            "Cell: It did so for the third time."
        ]
    );
    assert_eq!(blocks(&sides.ko)[2], "Cell: 세 번째 동결이다.");
    assert_eq!(sides.ko.detected, Some(Lang::Ko));
}

#[test]
fn a_chosen_encoding_is_used_and_what_it_cannot_read_is_told() {
    let chosen = |name: &str| import::Encoding::named(name).expect(name);
    let korean = import::read_as(&file("cp949.txt"), Some(chosen("cp949"))).unwrap();
    assert!(korean.article.text.starts_with("한국은행은") && korean.warnings.is_empty());
    let wrong = import::read_as(&file("cp949.txt"), Some(chosen("utf-8"))).unwrap();
    assert!(matches!(
        wrong.warnings[..],
        [ImportWarning::Undecodable {
            encoding: "UTF-8",
            ..
        }]
    ));
    let latin = import::read_as(&file("cp949.txt"), Some(chosen("latin1"))).unwrap();
    assert_eq!(latin.article.provenance.encoding, "windows-1252");
    let document = import::read_as(&file("harbor.hwp"), Some(chosen("cp949"))).unwrap();
    assert_eq!(document.warnings, [ImportWarning::EncodingUnused]);
    assert_eq!(import::Encoding::named("no such"), None);
}

#[test]
fn pasted_html_is_read_as_a_page() {
    let pasted = import::from_text("<p>One &amp; two.</p><ul><li>Three.</li></ul>".into());
    assert_eq!(blocks(&pasted), ["One & two.", "ListItem: Three."]);
    let plain = import::from_text("<속보> 금리 동결".into());
    assert_eq!(blocks(&plain), ["<속보> 금리 동결"]);
}

#[test]
fn bombs_and_towers_are_refused() {
    let tower = "{".repeat(100_000);
    let error =
        import::from_bytes(format!("{{\\rtf1 {tower}").as_bytes(), None).expect_err("a tower");
    assert!(error.to_string().contains("MAX_RTF_DEPTH"), "{error}");
    let quotes = format!("{}deep", "> ".repeat(5_000));
    let read = import::from_bytes(quotes.as_bytes(), Some(Path::new("a.md")));
    assert!(read.is_err_and(|error| error.to_string().contains("MAX_MARKDOWN_DEPTH")));
}
