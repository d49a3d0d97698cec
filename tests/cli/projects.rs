//! Projects: `jjak check`, `export` and `diff`.

use super::*;

#[test]
fn a_project_is_checked_exported_and_compared() {
    let desk = Desk::new();
    desk.put("en.txt", ENGLISH);
    desk.put("ko.txt", KOREAN);
    desk.jjak("align en.txt ko.txt -o pair.jjak -o pair.tsv")
        .done();
    let report = desk.jjak("check pair.jjak").done();
    assert!(
        report.contains("EN ") && report.contains("4 beads, 0 accepted"),
        "{report}"
    );
    desk.jjak("export pair.jjak -o again.tsv -o copy.jjak")
        .done();
    assert_eq!(desk.text("again.tsv"), desk.text("pair.tsv"));
    assert_eq!(desk.jjak("diff pair.jjak copy.jjak").done(), "");

    desk.jjak("export pair.jjak copy.jjak -o all.moses -o first.tsv --duplicates keep-first")
        .done();
    assert_eq!(desk.text("all.en").lines().count(), 4);
    assert_eq!(desk.text("all.ko").lines().count(), 4);
    assert_eq!(desk.text("first.tsv"), desk.text("pair.tsv"));
    let ran = desk.jjak("export pair.jjak -o pair.xlsx -o pair.parquet -o pair.md -o pair.html");
    assert_eq!(ran.err.matches("4 pairs written").count(), 4, "{}", ran.err);
    desk.jjak("convert pair.xlsx -o from-xlsx.md").done();
    assert_eq!(desk.text("from-xlsx.md"), desk.text("pair.md"));
    desk.jjak("export pair.jjak copy.jjak -o one.jjak")
        .refused(&["one.jjak", "one pair of texts"]);
    let none = desk.jjak("export pair.jjak -o - --format tsv --states accepted,flagged");
    assert_eq!(none.done().lines().count(), 1, "the header only");
    for (option, says) in [
        ("--states done", "unreviewed, accepted, flagged"),
        (
            "--verdicts good",
            "exact, free, partial, not-a-translation, intended-omission, none",
        ),
        ("--order random", "document, english, korean"),
        ("--duplicates drop", "keep-all, keep-first"),
        ("--normalize nfkc", "nfc, quotes, spaces"),
        ("--format moses", "-o NAME.moses"),
    ] {
        desk.jjak(&format!("export pair.jjak -o - {option}"))
            .refused(&[says]);
    }

    let cut = desk.text("pair.jjak") + "{\"edit\":{\"at\"";
    desk.put("cut.jjak", cut);
    let ran = desk.jjak("check cut.jjak");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("cut short"), "{}", ran.err);
    desk.jjak("check en.txt").refused(&["which format?"]);
}

#[test]
fn a_projects_findings_are_listed_and_fail_only_if_asked() {
    let desk = Desk::new();
    desk.put("en.txt", ENGLISH_WITH_FIGURES);
    desk.put("ko.txt", KOREAN_WITH_OTHER_FIGURES);
    desk.jjak("align --segmented en.txt ko.txt -o pair.jjak")
        .done();
    let report = desk.jjak("check pair.jjak").done();
    let expected = "1 finding in 3 pairs: 1 error, 0 notes\nrow 2: the English has 14, the Korean 15 (numbers)\n";
    assert!(report.ends_with(expected), "{report}");
    let table = desk.jjak("check pair.jjak --format tsv").done();
    assert!(
        table.starts_with("row\tcheck\tfinding\ten\tko\tlevel\tfile\n2\tnumbers\t"),
        "{table}"
    );
    let json = desk.jjak("check pair.jjak --format json").done();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["check"], "numbers");
    assert_eq!(desk.jjak("check pair.jjak --strict").code, Some(1));
    desk.jjak("check pair.jjak --format xml")
        .refused(&["text, tsv, json, xlsx, html"]);
}

const ENGLISH_WITH_FIGURES: &str = "\
Rents in the city went up again this year.
Rents rose 14 percent on average, the office said.
Most families looked for smaller homes.
";
const KOREAN_WITH_OTHER_FIGURES: &str = "\
올해도 시내 월세가 다시 올랐다.
사무소는 월세가 평균 15% 올랐다고 밝혔다.
대부분의 가족은 더 작은 집을 찾았다.
";
