//! What is not to go out: what somebody has already, and what tells who somebody is.

use super::*;

#[test]
fn what_a_memory_has_is_left_out() {
    let desk = Desk::new();
    desk.put(
        "all.tsv",
        "en\tko\nIt rained twice.\t비가 두 번 왔다.\nI slept.\t나는 잤다.\n",
    );
    desk.put("old.tsv", "ko\ten\n비가  두 번 왔다.\tIt rained twice.\n");
    desk.jjak("convert old.tsv -o memory.tmx").done();
    let ran = desk.jjak("convert all.tsv --not-in memory.tmx -o new.tmx");
    assert!(ran.err.contains("1 pairs are known already"), "{}", ran.err);
    ran.done();
    let new = desk.text("new.tmx");
    assert!(new.contains("I slept.") && !new.contains("rained"), "{new}");
    desk.jjak("convert all.tsv --not-in memory.tmx -o memory.tmx")
        .refused(&["one of the inputs"]);
    desk.jjak("convert all.tsv --not-in memory.tmx -o all.jjak")
        .refused(&["holds the texts as they are"]);
    desk.jjak("convert all.tsv --not-in gone.tmx -o x.tmx")
        .refused(&["gone.tmx"]);
}

#[test]
fn what_tells_who_somebody_is_goes_out_masked_or_not_at_all() {
    let desk = Desk::new();
    desk.put(
        "en.txt",
        "Write to kim@news.co.kr today.\nCall 010-1234-5678 now.\n",
    );
    desk.put(
        "ko.txt",
        "오늘 kim@news.co.kr로 쓰십시오.\n지금 010-1234-5678로 전화하십시오.\n",
    );
    desk.jjak("align --segmented en.txt ko.txt -o work.jjak")
        .done();
    for form in ["tmx", "tsv", "jsonl", "xlf", "xliff", "md"] {
        desk.jjak(&format!("export work.jjak --mask -o out.{form}"))
            .done();
        let out = desk.text(&format!("out.{form}"));
        let bare = out.replace('\\', "");
        assert!(
            bare.contains("[EMAIL]로 쓰십시오") && bare.contains("Call [PHONE]"),
            "{out}"
        );
        assert!(
            !out.contains("kim@") && !out.contains("1234") && !out.contains("en.txt"),
            "{out}"
        );
    }
    for form in ["html", "tei", "jjak"] {
        let ran = desk.jjak(&format!("export work.jjak --mask -o out2.{form}"));
        ran.refused(&["holds the texts as they are"]);
    }
    desk.put("pairs.tsv", "en\tko\nen.txt\tko.txt\n");
    desk.jjak("batch pairs.tsv --segmented --mask -o corpus.jsonl")
        .done();
    let corpus = desk.text("corpus.jsonl");
    assert!(
        corpus.contains("[EMAIL]") && !corpus.contains("kim@"),
        "{corpus}"
    );
    desk.jjak("batch pairs.tsv --segmented --mask -o works/")
        .refused(&["--mask goes with files of pairs"]);
}
