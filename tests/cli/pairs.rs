//! `jjak convert`: files of pairs.

use super::*;

#[test]
fn pairs_come_back_from_the_files_they_were_written_to() {
    let desk = Desk::new();
    let pairs = [
        "a.tmx", "a.xlf", "a.xliff", "a.tei", "a.tsv", "a.csv", "a.xlsx", "a.jsonl",
    ];
    let outs = pairs.map(|pairs| format!("-o {pairs}")).join(" ");
    desk.jjak(&format!("align en.txt ko.txt -o a.jjak {outs}"))
        .done();
    for pairs in pairs {
        desk.jjak(&format!("convert {pairs} -o back.jjak")).done();
        let same = desk.jjak("diff a.jjak back.jjak");
        assert_eq!((same.code, same.out.as_str()), (Some(0), ""), "{pairs}");
        desk.jjak("check back.jjak").done();
    }
    desk.jjak("convert en.txt ko.txt -o lines.tsv -o lines.moses")
        .done();
    assert_eq!(desk.text("lines.tsv").lines().count(), 5);
    desk.put("short.txt", "하나.\n");
    desk.jjak("convert en.txt short.txt -o x.tsv")
        .refused(&["4 English and 1 Korean"]);
    desk.jjak("convert en.txt -o x.tsv")
        .refused(&["which format?", ".tmx"]);
    desk.jjak("convert a.tmx").refused(&["-o corpus.tmx"]);
    // Half of a Moses pair is enough, and is an input as the other is.
    desk.jjak("convert lines.ko -o again.tsv").done();
    assert_eq!(desk.text("again.tsv").lines().count(), 5);
    desk.jjak("convert lines.en -o lines.ko")
        .refused(&["one of the inputs"]);
}

#[test]
fn an_alignment_is_written_with_its_texts_and_read_with_them() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o a.jjak -o a.en-ko.xml --format tei")
        .done();
    assert!(desk.text("a.en-ko.xml").contains("toDoc=\"a.en.xml\""));
    assert!(desk.text("a.ko.xml").contains("세 번 연속 동결이다."));
    desk.jjak("convert a.en-ko.xml -o b.xces -o b.jjak").done();
    assert_eq!(desk.jjak("diff a.jjak b.jjak").code, Some(0));
    // The texts beside it are inputs, too.
    desk.jjak("convert a.en-ko.xml -o a.xces")
        .refused(&["a.en.xml is one of the inputs"]);
    desk.jjak("convert b.xces -o c.tei -o c.xces")
        .refused(&["c.en.xml is given for two outputs"]);
    desk.jjak("convert b.xces -o - --format xces")
        .refused(&["three files"]);
    fs::remove_file(desk.path("b.ko.xml")).unwrap();
    desk.jjak("convert b.xces -o d.tsv")
        .refused(&["b.xces", "b.ko.xml"]);
}

#[test]
fn a_ladder_pairs_two_files_of_lines() {
    let desk = Desk::new();
    desk.put(
        "pairs.ladder",
        "0\t0\t0.5\n1\t1\t0.2\n3\t2\t0.9\n4\t4\t0.1\n",
    );
    desk.jjak("convert en.txt ko.txt --ladder pairs.ladder -o a.tsv")
        .done();
    let shapes: Vec<String> = desk
        .text("a.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').nth(3).unwrap().to_owned())
        .collect();
    assert_eq!(shapes, ["1-1", "2-1", "1-2"]);
    desk.jjak("convert en.txt --ladder pairs.ladder -o b.tsv")
        .refused(&["two files"]);
}

#[test]
fn the_columns_of_a_table_are_a_choice() {
    let desk = Desk::new();
    desk.put("a.csv", "원문;초벌;최종\nIt rained.;비 왔다.;비가 왔다.\n");
    desk.jjak("convert a.csv --columns 1,최종 -o a.moses")
        .done();
    assert_eq!(desk.text("a.ko"), "비가 왔다.\n");
    desk.jjak("convert a.csv --columns 1,7 -o b.tsv")
        .refused(&["a.csv", "no column is 7"]);
    desk.jjak("convert a.csv --columns 1 -o b.tsv")
        .refused(&["--columns 2,3"]);
    // Paragraphs of a table are cut and paired anew.
    desk.put(
        "b.csv",
        "id,source,target\n1,It rained. It snowed.,비가 왔다. 눈이 왔다.\n",
    );
    desk.jjak("align b.csv --columns 2,target -o b.moses")
        .done();
    assert_eq!(desk.text("b.ko"), "비가 왔다.\n눈이 왔다.\n");
    desk.jjak("align en.txt ko.txt --columns 1,2 -o c.tsv")
        .refused(&["one file"]);
}

#[test]
fn field_and_reviewer_travel_with_the_pairs() {
    let desk = Desk::new();
    desk.jjak(
        "align en.txt ko.txt --domain economy --reviewer 한서윤 -o a.jjak -o a.tmx -o a.xlf -o a.xliff -o a.xces -o a.jsonl",
    )
    .done();
    desk.jjak("export a.jjak -o a.tsv -o a.csv").done();
    for file in [
        "a.tmx", "a.xlf", "a.xliff", "a.xces", "a.jsonl", "a.tsv", "a.csv",
    ] {
        desk.jjak(&format!("convert {file} -o back.jjak")).done();
        for project in ["a.jjak", "back.jjak"] {
            let told = desk.jjak(&format!("check {project}")).done();
            assert!(told.contains("domain: economy\nreviewer: 한서윤"), "{told}");
        }
    }
}
