//! What was translated from Korean stays so, whatever it goes through.

use super::*;

const MEMORY: &str = r#"<?xml version="1.0"?><tmx version="1.4"><header srclang="ko-KR" segtype="sentence"/><body>
<tu><tuv xml:lang="ko-KR"><seg>비가 두 번 왔다.</seg></tuv><tuv xml:lang="en-GB"><seg>It rained twice.</seg></tuv></tu>
<tu><tuv xml:lang="ko-KR"><seg>나는 잤다.</seg></tuv><tuv xml:lang="en-GB"><seg>I slept.</seg></tuv></tu>
</body></tmx>"#;

/// Whether a TMX was translated from Korean, by its header and by the order of its texts.
fn is_from_korean(tmx: &str) -> [bool; 2] {
    let header = tmx.contains("srclang=\"ko-KR\"");
    let first = |lang: &str| tmx.find(&format!("xml:lang=\"{lang}")).expect("a text");
    [header, first("ko") < first("en")]
}

#[test]
fn a_memory_from_korean_never_comes_out_the_other_way_round() {
    let desk = Desk::new();
    desk.put("memory.tmx", MEMORY);
    for by in ["tmx", "jjak", "xlf", "xliff", "tsv", "csv", "xlsx", "jsonl"] {
        desk.jjak(&format!("convert memory.tmx -o by.{by} --strict"))
            .done();
        desk.jjak(&format!("convert by.{by} -o again.tmx")).done();
        assert_eq!(is_from_korean(&desk.text("again.tmx")), [true; 2], "{by}");
    }
    let (one, two) = (desk.text("by.xlf"), desk.text("by.xliff"));
    assert!(
        one.contains("source-language=\"ko-KR\" target-language=\"en-US\""),
        "{one}"
    );
    assert!(one.contains("<source>나는 잤다.</source>"), "{one}");
    assert!(two.contains("srcLang=\"ko-KR\" trgLang=\"en-US\""), "{two}");
    assert!(desk.text("by.tsv").starts_with("ko\ten\tconfidence"));
    // A person knows better.
    desk.jjak("convert memory.tmx --source en -o turned.tmx")
        .done();
    assert_eq!(is_from_korean(&desk.text("turned.tmx")), [false; 2]);
}

#[test]
fn a_work_keeps_what_it_was_translated_from() {
    let desk = Desk::new();
    desk.put("en.txt", "It rained twice.\nI slept.\n");
    desk.put("ko.txt", "비가 두 번 왔다.\n나는 잤다.\n");
    desk.jjak("align en.txt ko.txt --source ko -o work.jjak -o work.tmx")
        .done();
    assert_eq!(is_from_korean(&desk.text("work.tmx")), [true; 2]);
    desk.jjak("align en.txt ko.txt -o other.jjak").done();
    desk.jjak("export work.jjak -o again.tmx").done();
    assert_eq!(is_from_korean(&desk.text("again.tmx")), [true; 2]);
    // Of works of both directions each unit says its own.
    desk.jjak("export other.jjak work.jjak -o both.tmx").done();
    let both = desk.text("both.tmx");
    assert!(both.contains("<tu srclang=\"ko-KR\""), "{both}");
    let read = desk.jjak("convert both.tmx -o both.tsv");
    assert!(
        read.err.contains("translated in the other direction"),
        "{}",
        read.err
    );
    assert!(
        desk.jjak("check work.jjak")
            .done()
            .contains("translated from Korean")
    );
}

#[test]
fn a_batch_and_a_job_go_from_korean() {
    let desk = Desk::new();
    desk.put("en.txt", "It rained twice.\nI slept.\n");
    desk.put("ko.txt", "비가 두 번 왔다.\n나는 잤다.\n");
    desk.put("pairs.tsv", "en\tko\nen.txt\tko.txt\n");
    desk.jjak("batch pairs.tsv --source ko -o all.tmx -o all.tsv")
        .done();
    assert_eq!(is_from_korean(&desk.text("all.tmx")), [true; 2]);
    assert!(desk.text("all.tsv").starts_with("ko\ten\t"));
    desk.jjak("job pairs.tsv --source ko -o news.jjakjob")
        .done();
    desk.jjak("job news.jjakjob -o news.tmx").done();
    assert_eq!(is_from_korean(&desk.text("news.tmx")), [true; 2]);
}

#[test]
fn the_checks_look_at_the_translation() {
    let desk = Desk::new();
    desk.put(
        "pairs.tsv",
        "ko\ten\n출입 코드가 지난달에 바뀌었다.\tThe password changed last month.\n\
         은행은 금리를 동결했다.\tThe bank 금리를 동결했다 on Monday.\n",
    );
    desk.put("terms.tsv", "access code\t출입코드\n");
    let found = desk
        .jjak("check pairs.tsv --glossary terms.tsv --format tsv")
        .done();
    assert!(
        found.starts_with("row\tcheck\tfinding\tko\ten\t"),
        "{found}"
    );
    assert!(
        found.contains("출입코드 is access code in the glossary"),
        "{found}"
    );
    assert!(found.contains("untranslated: 금리를 동결했다"), "{found}");
    let other_way = desk.jjak("check pairs.tsv --source en --format tsv").done();
    assert!(!other_way.contains("untranslated"), "{other_way}");
}

#[test]
fn xliff_follows_the_korean_where_the_korean_is_the_source() {
    let desk = Desk::new();
    desk.put(
        "en.txt",
        "The museum opened in 1931.\nIt holds 4,812 paintings.\nThe roof was repaired in 1987.\n\
         Some 96,500 visitors came last year.\nTickets cost 12,000 won.\n",
    );
    desk.put(
        "ko.txt",
        "박물관은 1931년에 문을 열었다.\n지난해에는 관람객 9만 6500명이 찾았다.\n그림 4812점을 소장하고 있다.\n\
         지붕은 1987년에 고쳤다.\n입장료는 1만 2000원이다.\n",
    );
    desk.jjak("align en.txt ko.txt --source ko -o work.xlf -o work.tsv")
        .done();
    let place = |text: &str, what: &str| text.find(what).expect("a sentence");
    let (xliff, table) = (desk.text("work.xlf"), desk.text("work.tsv"));
    assert!(place(&table, "4812점") < place(&table, "9만 6500명"));
    assert!(
        place(&xliff, "9만 6500명") < place(&xliff, "4812점"),
        "{xliff}"
    );
}
