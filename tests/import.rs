//! Files of every encoding and kind, and what is said of those that cannot be read.

use jjak::article::{Article, BlockKind, Reason};
use jjak::import::{self, ImportError};
use jjak::{article::Lang, clean};
use std::path::{Path, PathBuf};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/files")
        .join(name)
}

fn read(name: &str) -> Article {
    import::read(&file(name)).expect(name).article
}

#[test]
fn every_encoding_gives_the_same_text() {
    let utf8 = read("u8.txt");
    assert_eq!(utf8.provenance.encoding, "UTF-8");
    for (name, encoding) in [
        ("u8bom.txt", "UTF-8"),
        ("u16be_bom.txt", "UTF-16BE"),
        ("u16le_bom.txt", "UTF-16LE"),
        ("u16le_nobom.txt", "UTF-16LE"),
    ] {
        let other = read(name);
        assert_eq!(other.provenance.encoding, encoding, "{name}");
        assert_eq!(other.text, utf8.text, "{name}");
    }
    assert!(!utf8.text.contains(['\r', '\u{FEFF}']));
}

#[test]
fn korean_and_western_single_bytes_are_told_apart() {
    let korean = read("cp949.txt");
    assert_eq!(korean.provenance.encoding, "EUC-KR");
    assert!(korean.text.starts_with("한국은행은") && korean.text.contains("똠방각하"));
    assert_eq!(read("cp949_short.txt").text, "금리 동결");
    assert_eq!(read("cp949_mostly_en.txt").provenance.encoding, "EUC-KR");
    let english = read("cp1252_en.txt");
    assert_eq!(english.provenance.encoding, "windows-1252");
    assert!(
        english
            .text
            .starts_with("“We’ll see,” he said — the café’s")
    );
}

#[test]
fn decomposed_hangul_is_composed() {
    assert_eq!(read("nfd.txt").text, read("cp949.txt").text);
}

#[test]
fn what_cannot_be_read_says_why_and_what_to_do() {
    let johab = import::read(&file("johab.txt")).expect_err("Johab");
    assert!(matches!(johab, ImportError::UnknownEncoding { .. }));
    assert!(
        johab.to_string().contains("johab.txt") && johab.to_string().contains("save it as UTF-8")
    );

    let missing = import::read(&file("nothing.txt")).expect_err("missing");
    assert!(matches!(missing, ImportError::Missing { .. }));
    let folder = import::read(&file("")).expect_err("folder");
    assert!(matches!(folder, ImportError::Directory { .. }));
    for empty in [
        &b""[..],
        b" \n\t\r\n",
        b"\xEF\xBB\xBF",
        b"<html><body><script>x</script></body></html>",
    ] {
        let error =
            import::from_bytes(empty, Some(Path::new("a.txt"))).map(|read| read.article.text);
        if !empty.starts_with(b"<") {
            assert!(matches!(error, Err(ImportError::Empty { .. })), "{error:?}");
        }
    }
    let page = b"<!doctype html><html><body><script>x</script></body></html>";
    assert!(matches!(
        import::from_bytes(page, Some(Path::new("a.html"))),
        Err(ImportError::Empty { .. })
    ));
    for (bytes, what) in [
        (&b"\x89PNG\r\n"[..], "PNG"),
        (b"a\0\0\0b\0\0\0\x01\x02\x03", "binary"),
    ] {
        let error = import::from_bytes(bytes, Some(Path::new("x.bin"))).expect_err(what);
        assert!(matches!(error, ImportError::NotText { .. }), "{error}");
        assert!(
            error.to_string().contains(what) && error.to_string().contains("x.bin"),
            "{error}"
        );
    }
    let large = vec![b'a'; import::limits::MAX_FILE_BYTES as usize + 1];
    let error = import::from_bytes(&large, None).expect_err("too large");
    assert!(error.to_string().contains("MAX_FILE_BYTES"));
}

#[test]
fn pasted_text_is_read_as_lines() {
    let pasted = import::from_text("\u{FEFF}한 줄\r\n\r\n  두 줄  \r끝".to_owned());
    let lines: Vec<&str> = pasted
        .article
        .blocks
        .iter()
        .map(|block| &pasted.article.text[block.span.clone()])
        .collect();
    assert_eq!(lines, ["한 줄", "두 줄", "끝"]);
    assert_eq!(pasted.detected, Some(Lang::Ko));
    assert!(import::from_text(String::new()).article.blocks.is_empty());
}

#[test]
fn only_line_feeds_count_lines_but_every_break_parts_blocks() {
    let odd = "one\u{2028}two\u{c}three\r\nfour\u{85}five\rsix\nseven";
    let article = import::from_text(odd.to_owned()).article;
    assert_eq!(article.text.lines().count(), 3);
    let blocks = article.blocks.iter();
    let blocks: Vec<&str> = blocks
        .map(|block| &article.text[block.span.clone()])
        .collect();
    assert_eq!(
        blocks,
        ["one", "two", "three", "four", "five", "six", "seven"]
    );
    let old_mac = import::from_text("one\rtwo\r".to_owned()).article;
    assert_eq!(old_mac.text, "one\ntwo\n");
}

pub(crate) fn kept(article: &Article) -> Vec<String> {
    let blocks = article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_none());
    blocks
        .map(|block| article.line(&block.span).into_owned())
        .collect()
}

#[test]
fn a_daily_page_gives_headline_deck_captions_and_text() {
    let article = clean::clean(read("kh.html"));
    let kept = kept(&article);
    assert_eq!(kept.len(), 12, "{kept:#?}");
    assert_eq!(kept[0], "BOK holds key rate at 2.5% amid won weakness");
    assert_eq!(
        kept[1],
        "Governor says further easing is still on the table"
    );
    assert!(kept[2].ends_with('.'), "without its credit: {}", kept[2]);
    assert!(kept[11].ends_with("spring data first.”"));
    assert_eq!(article.provenance.byline.as_deref(), Some("Kim Mina"));
    let captions = article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Caption && block.excluded.is_none());
    assert_eq!(captions.count(), 2);
    assert!(
        article.text.contains("Back To Top"),
        "what is outside is still there"
    );
}

#[test]
fn a_wire_page_keeps_its_caption_and_loses_its_ranking() {
    let kept = kept(&clean::clean(read("yna.html")));
    assert_eq!(kept.len(), 10, "{kept:#?}");
    assert!(kept[0].starts_with("한은, 기준금리 연 2.5%로 동결…"));
    assert_eq!(kept[2], "기자간담회 하는 총재");
    assert_eq!(kept[9], "10월 한 달에만 가계대출이 6조4천억원 늘었다.");
}

#[test]
fn a_portal_page_tells_the_caption_from_the_lead() {
    let article = clean::clean(read("naver.html"));
    let kept = kept(&article);
    assert_eq!(kept.len(), 10, "{kept:#?}");
    assert_eq!(kept[0], "한은, 기준금리 연 2.5%로 동결");
    assert!(kept[3].ends_with("사진공동취재단"));
    assert_eq!(
        kept[4],
        "한국은행 금융통화위원회가 20일 기준금리를 연 2.5%로 동결했다."
    );
}

#[test]
fn a_page_without_its_headline_in_the_text_gets_it_from_the_title() {
    let page = "<html><head><meta charset=euc-kr><meta property='og:title' content='Rain again | The Test Post'></head>\
        <body><p>It rained on Monday.<br><br>It rained on Tuesday.<p hidden>secret<p style='display: none'>too</body></html>";
    let article = import::from_bytes(page.as_bytes(), None)
        .expect("a page")
        .article;
    assert_eq!(
        kept(&article),
        [
            "Rain again",
            "It rained on Monday.",
            "It rained on Tuesday."
        ]
    );
    assert_eq!(article.blocks[0].kind, BlockKind::Heading);
    assert_eq!(article.provenance.title.as_deref(), Some("Rain again"));
}

#[test]
fn a_declared_encoding_is_believed() {
    let (page, _, _) = encoding_rs::EUC_KR
        .encode("<html><meta charset='ks_c_5601-1987'><p>금리를 동결했다.</p></html>");
    let article = import::from_bytes(&page, None).expect("a page").article;
    assert_eq!(article.text, "금리를 동결했다.");
    assert_eq!(article.provenance.encoding, "EUC-KR");
}

#[test]
fn tables_lists_and_broken_lines_are_blocks_of_their_own() {
    let page = "<html><head><title>Boats of the bay | Harbor Post</title></head><body>\
        <nav><a href=\"/\">Home</a><a href=\"/n\">News</a></nav><article><h1>Boats of the bay</h1>\
        <p class=\"deck\">Three ferries, one engineer</p>\
        <figure><img src=\"a.jpg\"><figcaption>The ferry Sora leaves the pier. Photo by Ann Lee</figcaption></figure>\
        <p>The bay has three ferries and one engineer.<br><br>She is called at night more often than by day, she says.\
        <br><br>The oldest boat was built in 1971 and the newest in 2019.</p>\
        <ul><li>Sora: 120 seats</li><li>Mina: 80 seats</li></ul>\
        <table><tr><th>Boat</th><th>Built</th></tr><tr><td>Sora</td><td>1971</td></tr></table>\
        <p>Nobody has asked the engineer what she would like to do next, and she has not said.</p></article>\
        <footer>Copyright Harbor Post. All rights reserved.</footer></body></html>";
    let article = import::from_bytes(page.as_bytes(), None)
        .expect("a page")
        .article;
    let article = clean::clean(article);
    let lines = kept(&article);
    for line in [
        "Boats of the bay",
        "Three ferries, one engineer",
        "The bay has three ferries and one engineer.",
        "She is called at night more often than by day, she says.",
        "Sora: 120 seats",
        "Mina: 80 seats",
        "1971",
    ] {
        assert!(lines.iter().any(|kept| kept == line), "{line}: {lines:#?}");
    }
    assert!(
        !lines
            .iter()
            .any(|line| line.contains("All rights reserved") || line == "Home"),
        "{lines:#?}"
    );
    let caption = article
        .blocks
        .iter()
        .find(|block| article.text[block.span.clone()].starts_with("The ferry Sora"));
    assert_eq!(caption.map(|block| block.kind), Some(BlockKind::Caption));
}

#[test]
fn odd_pages_do_not_hang_or_overflow() {
    let nested = |depth: usize| {
        format!(
            "<html><body>{}word.{}",
            "<div>".repeat(depth),
            "</div>".repeat(depth)
        )
    };
    let deep = import::from_bytes(nested(1_500).as_bytes(), None)
        .expect("a deep page")
        .article;
    assert_eq!(deep.text, "word.");
    let deeper = import::from_bytes(nested(1_000_000).as_bytes(), None).expect_err("too deep");
    assert!(deeper.to_string().contains("MAX_HTML_DEPTH"));
    let broken = "<html><table><p>one<td>two<li>three</ul></b><h1>four";
    let broken = import::from_bytes(broken.as_bytes(), None)
        .expect("a broken page")
        .article;
    for word in ["one", "two", "three", "four"] {
        assert!(broken.text.contains(word));
    }
}

#[test]
fn nothing_inside_the_article_is_outside_it() {
    for name in ["kh.html", "yna.html", "naver.html"] {
        let article = read(name);
        for block in &article.blocks {
            if let Some(why) = &block.excluded {
                assert_eq!(why.reason, Reason::OutsideArticle);
                assert_eq!(why.rule, "markup");
            }
        }
    }
}
