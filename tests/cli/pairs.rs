//! `jjak convert`: files of pairs.

use super::*;

#[test]
fn pairs_come_back_from_the_files_they_were_written_to() {
    let desk = Desk::new();
    let pairs = [
        "a.tmx", "a.xlf", "a.xliff", "a.tei", "a.tsv", "a.csv", "a.xlsx", "a.docx", "a.jsonl",
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
fn field_reviewer_and_licence_travel_with_the_pairs() {
    let desk = Desk::new();
    desk.jjak(
        "align en.txt ko.txt --domain economy --reviewer 한서윤 --licence CC-BY-4.0 -o a.jjak -o a.tmx -o a.xlf -o a.xliff -o a.xces -o a.jsonl",
    )
    .done();
    desk.jjak("export a.jjak -o a.tsv -o a.csv -o a.parquet -o a.xlsx -o a.html")
        .done();
    assert!(desk.text("a.html").contains("CC-BY-4.0"));
    for file in [
        "a.tmx", "a.xlf", "a.xliff", "a.xces", "a.jsonl", "a.tsv", "a.csv", "a.xlsx",
    ] {
        desk.jjak(&format!("convert {file} -o back.jjak")).done();
        for project in ["a.jjak", "back.jjak"] {
            let told = desk.jjak(&format!("check {project}")).done();
            assert!(
                told.contains("domain: economy\nreviewer: 한서윤\nlicence: CC-BY-4.0"),
                "{told}"
            );
        }
    }
}

/// The parts of a zip file, one of them changed.
fn repacked(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let part_name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if part_name == name {
            text = change(&text);
        }
        to.start_file(part_name, zip::write::SimpleFileOptions::default())
            .unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn a_table_of_word_comes_back_with_what_a_reviewer_changed_first() {
    let desk = Desk::new();
    desk.put("en.txt", ENGLISH.replace("8.4 percent", "9.4 percent"));
    desk.jjak("align en.txt ko.txt -o work.jjak -o work.docx")
        .done();
    let sent = fs::read(desk.path("work.docx")).unwrap();
    let edited = repacked(&sent, "word/document.xml", |xml| {
        let xml = xml.replace("세 번 연속 동결이다.", "세 번 내리 동결했다.");
        // The last row, tracked; and the first is gone.
        let tracked = "</w:t></w:r><w:del><w:r><w:delText>늘었다</w:delText></w:r></w:del><w:ins><w:r><w:t>증가했다</w:t></w:r></w:ins><w:r><w:t>.";
        let xml = xml.replace("늘었다.", tracked);
        let mut rows: Vec<&str> = xml.split_inclusive("</w:tr>").collect();
        rows.remove(1);
        rows.concat()
    });
    desk.put("edited.docx", edited);
    let ran = desk.jjak("convert edited.docx -o edited.tsv");
    assert!(ran.err.contains("1 rows that the table had"), "{}", ran.err);
    ran.done();
    let table = desk.text("edited.tsv");
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), 3, "{table}");
    for (row, words) in [
        (
            rows[0],
            [
                "세 번 내리 동결했다.",
                "flagged",
                "before, ko: 세 번 연속 동결이다.",
            ],
        ),
        (rows[2], ["8.4% 증가했다.", "flagged", "8.4% 늘었다."]),
    ] {
        for word in words {
            assert!(row.contains(word), "no {word} in {row}");
        }
    }
    assert!(rows[1].contains("unreviewed"), "{}", rows[1]);
    // What the checks find stands beside the row.
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(sent)).unwrap();
    let mut comments = String::new();
    let mut part = parts.by_name("word/comments.xml").unwrap();
    part.read_to_string(&mut comments).unwrap();
    assert!(
        comments.contains("the English has 9.4, the Korean 8.4"),
        "{comments}"
    );
    // Any other document of Word is a text.
    desk.jjak("convert work.docx --plain -o plain.docx").done();
    desk.jjak("convert plain.docx -o plain.tsv").done();
}
