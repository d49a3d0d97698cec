//! The real program, driven from outside: what it writes where, and how it ends.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const ENGLISH: &str = "\
The central bank kept its key rate at 2.5 percent on Thursday.
It was the third time in a row.
\"We will watch home prices,\" Governor Rhee Chang-yong told reporters in Seoul.
Exports rose 8.4 percent in October from a year earlier.
";

const KOREAN: &str = "\
한국은행은 27일 기준금리를 2.5%로 유지했다.
세 번 연속 동결이다.
이창용 총재는 서울에서 기자들에게 \"집값을 지켜보겠다\"고 말했다.
10월 수출은 1년 전보다 8.4% 늘었다.
";

/// A folder of its own for a test, with the two texts in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        desk.put("en.txt", ENGLISH);
        desk.put("ko.txt", KOREAN);
        desk
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs `jjak` in the folder, with `arguments` separated by spaces.
    fn jjak(&self, arguments: &str) -> Ran {
        let output = command(self.0.path(), arguments).output().unwrap();
        Ran::from(output)
    }
}

fn command(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jjak"));
    command
        .current_dir(folder)
        .args(arguments.split_whitespace());
    command
}

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// It did what was asked; what it wrote to standard output.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{}", self.err);
        self.out
    }

    /// It could not run, said all of `words`, and wrote no data.
    #[track_caller]
    fn refused(self, words: &[&str]) {
        assert_eq!(self.code, Some(2), "{}", self.err);
        assert_eq!(self.out, "");
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in: {}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
    }
}

#[test]
fn the_whole_job() {
    let desk = Desk::new();
    let ran = desk.jjak("align en.txt ko.txt -o out.tmx -o out.tsv");
    assert!(
        ran.err.contains("English: en.txt (UTF-8), 4 sentences"),
        "{}",
        ran.err
    );
    assert!(
        ran.err
            .contains("EN 189 of 189 characters: 189 in 4 segments"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("4 beads: 0 without a counterpart"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("out.tmx: 4 pairs written"), "{}", ran.err);
    assert!(
        !ran.err.contains('\r'),
        "no progress bar without a terminal"
    );
    assert_eq!(ran.done(), "");
    assert_eq!(desk.text("out.tmx").matches("<tu ").count(), 4);
    let tsv = desk.text("out.tsv");
    let rows: Vec<&str> = tsv.lines().collect();
    assert_eq!(rows.len(), 5);
    assert!(rows[4].starts_with(
        "Exports rose 8.4 percent in October from a year earlier.\t10월 수출은 1년 전보다 8.4% 늘었다.\t"
    ));
}

#[test]
fn line_numbers_are_those_of_the_file() {
    let desk = Desk::new();
    desk.put(
        "en.txt",
        ENGLISH.replacen("key rate", "key\u{2028}\u{b}rate", 1),
    );
    desk.put("ko.txt", KOREAN.replacen(" 연속", "\u{85}\r연속", 1));
    desk.jjak("align --segmented en.txt ko.txt --beads beads.tsv")
        .done();
    let beads = desk.text("beads.tsv");
    let numbers = beads.lines().map(|line| line.rsplit_once('\t').unwrap().0);
    assert_eq!(
        numbers.collect::<Vec<_>>(),
        ["0\t0", "1\t1", "2\t2", "3\t3"]
    );
}

#[test]
fn data_alone_goes_to_standard_output() {
    let desk = Desk::new();
    let ran = desk.jjak("align en.txt ko.txt -o - --format tsv");
    assert!(ran.err.contains("standard output: 4 pairs written"));
    let out = ran.done();
    assert!(out.starts_with("en\tko\tconfidence\t"));
    assert_eq!(out.lines().count(), 5);
    let columns = jjak::export::COLUMNS.len();
    assert!(out.lines().all(|line| line.split('\t').count() == columns));
}

#[test]
fn segmented_lines_keep_their_numbers() {
    let desk = Desk::new();
    desk.put("en.txt", format!("\n{}", ENGLISH.replace('\n', "\n\n")));
    desk.jjak("align --segmented en.txt ko.txt --beads beads.tsv")
        .done();
    let beads = desk.text("beads.tsv");
    let numbers: Vec<&str> = beads
        .lines()
        .map(|line| line.rsplit_once('\t').unwrap().0)
        .collect();
    assert_eq!(numbers, ["1\t0", "3\t1", "5\t2", "7\t3"]);
    let score = desk.jjak("score beads.tsv beads.tsv").done();
    assert!(score.contains("strict   1.0000 1.0000 1.0000"), "{score}");
    assert!(score.contains("recall by type: 1-1 4/4=1.000"), "{score}");
}

#[test]
fn pins_are_kept() {
    let desk = Desk::new();
    desk.put("pins.tsv", "0\t3\n1,2\t1\n");
    desk.jjak("align --segmented en.txt ko.txt --pins pins.tsv --beads beads.tsv")
        .done();
    let beads = desk.text("beads.tsv");
    assert!(beads.contains("0\t3\t1.0000\n"), "{beads}");
    assert!(beads.contains("1,2\t1\t1.0000\n"), "{beads}");
}

#[test]
fn swapped_texts_are_put_right_with_a_warning() {
    let desk = Desk::new();
    let ran = desk.jjak("align ko.txt en.txt -o out.tsv");
    assert!(ran.err.contains("warning: "), "{}", ran.err);
    assert!(
        ran.err.contains("en.txt is taken as the English"),
        "{}",
        ran.err
    );
    ran.done();
    assert!(desk.text("out.tsv").contains("\nThe central bank"));
    let strict = desk.jjak("align --strict ko.txt en.txt -o out.tsv");
    assert_eq!(strict.code, Some(1));
    desk.jjak("align --strict en.txt ko.txt -o out.tsv").done();
}

#[test]
fn documents_are_paired_and_what_they_leave_out_is_told() {
    let desk = Desk::new();
    for name in ["news.en.docx", "news.ko.odt"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/office");
        desk.put(name, fs::read(folder.join(name)).unwrap());
    }
    let ran = desk.jjak("align --strict news.en.docx news.ko.odt -o out.tsv");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let told = "warning: news.en.docx: left out: 1 comment, 1 tracked deletion, 1 hidden text\n";
    assert!(ran.err.contains(told), "{}", ran.err);
    let proof = "EN 528 of 528 characters: 506 in 16 segments, 22 in 1 excluded blocks";
    assert!(ran.err.contains(proof), "{}", ran.err);
    assert!(
        desk.text("out.tsv")
            .contains("\nFares stay as they are for two years.\t요금은 2년")
    );
    let cleaned = desk.jjak("clean news.en.docx");
    assert!(cleaned.err.contains(told), "{}", cleaned.err);
    cleaned.done();
}

#[test]
fn texts_that_make_no_pair_are_refused() {
    let desk = Desk::new();
    let align = |files: &str| desk.jjak(&format!("align {files} -o out.tmx"));
    align("en.txt none.txt").refused(&["jjak align: none.txt", "there is no such file"]);
    align("en.txt en.txt").refused(&["both English", "Korean counterpart"]);
    desk.put("empty.txt", "");
    align("en.txt empty.txt").refused(&["empty.txt", "empty"]);
    desk.put(
        "picture.txt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\xff",
    );
    align("picture.txt ko.txt").refused(&["picture.txt"]);
    align(". ko.txt").refused(&["."]);
    assert!(!desk.path("out.tmx").exists());
}

#[test]
fn places_that_cannot_be_written_are_refused() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder.tmx")).unwrap();
    let align = |out: &str| desk.jjak(&format!("align en.txt ko.txt -o {out}"));
    align("none/out.tmx").refused(&["none/out.tmx", "there is no folder none"]);
    align("folder.tmx").refused(&["folder.tmx", "is a folder"]);
    align("en.txt --format tsv").refused(&["en.txt", "would replace it"]);
    assert_eq!(desk.text("en.txt"), ENGLISH);
}

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

#[cfg(target_os = "linux")]
#[test]
fn without_a_home_the_job_is_done_all_the_same() {
    let desk = Desk::new();
    let mut command = command(desk.0.path(), "align en.txt ko.txt -o a.tsv");
    let output = command.env_clear().env("HOME", "").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(desk.text("a.tsv").lines().count(), 5);
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let desk = Desk::new();
    let refused = |arguments: &str, words: &[&str]| desk.jjak(arguments).refused(words);
    refused("align en.txt", &["two files", "See jjak align --help"]);
    refused("align en.txt ko.txt", &["-o corpus.tmx"]);
    refused(
        "align en.txt ko.txt -o out.doc",
        &["out.doc", "--format tmx, xlf, xliff, tei, xces, tsv"],
    );
    refused("align en.txt ko.txt -o -", &["which format?"]);
    refused("align en.txt ko.txt -o - --format pdf", &["not \"pdf\""]);
    refused(
        "align en.txt ko.txt -o a.tmx -o a.tmx",
        &["a.tmx", "two outputs"],
    );
    refused("align en.txt ko.txt -o", &["missing argument"]);
    refused("align - - -o a.tmx", &["standard input"]);
    refused("align --en-code english a b -o a.tmx", &["\"english\""]);
    refused("align --min-confidence 2 a b -o a.tmx", &["from 0 to 1"]);
    refused("align --fast en.txt ko.txt", &["--fast"]);
    refused("--fast", &["--fast", "See jjak --help"]);
    refused(
        "allign en.txt ko.txt",
        &[
            "allign",
            "align, segment, clean, export, convert, check, diff, score",
        ],
    );
    refused("segment", &["give a file"]);
    refused("segment en.txt --format xml", &["not \"xml\""]);
    refused("segment en.txt --lang fr", &["not \"fr\""]);
    refused("clean en.txt ko.txt", &["one file, not 2"]);
    refused("score en.txt", &["GOLD"]);
    refused("score en.txt ko.txt", &["en.txt, line 1", "no number"]);
    desk.put("pins.tsv", "0\t9\n");
    refused(
        "align en.txt ko.txt -o a.tmx --pins pins.tsv",
        &["pins.tsv, line 1", "no sentence 9"],
    );
}

#[test]
fn help_and_version_are_data() {
    let desk = Desk::new();
    let help = desk.jjak("--help").done();
    for command in ["align", "segment", "clean", "score", "export", "convert"] {
        assert!(help.contains(&format!("jjak {command} ")));
        let own = desk.jjak(&format!("{command} --help")).done();
        assert!(own.contains(&format!("Usage: jjak {command} ")));
        assert!(own.lines().all(|line| line.chars().count() <= 110));
    }
    assert_eq!(
        desk.jjak("--version").done(),
        format!("jjak {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn sentences_are_shown_as_lines_json_and_reasons() {
    let desk = Desk::new();
    desk.put("two.txt", "One thing happened. Another did not.\n");
    assert_eq!(
        desk.jjak("segment two.txt").done(),
        "One thing happened.\nAnother did not.\n"
    );
    let json: serde_json::Value =
        serde_json::from_str(&desk.jjak("segment two.txt --no-clean --format json").done())
            .unwrap();
    assert_eq!(json[1]["start"], 20);
    assert_eq!(json[1]["end"], 36);
    assert_eq!(json[1]["text"], "Another did not.");
    let explained = desk
        .jjak("segment two.txt --lang en --format explain")
        .done();
    assert!(
        explained.starts_with("20\tsplit\tfull-stop\tOne thing happened.|Another did not.\t"),
        "{explained}"
    );
}

#[test]
fn blocks_are_shown_with_their_reasons() {
    let desk = Desk::new();
    let page = format!("Back To Top\n\n{ENGLISH}\nCopyright 2026 Herald. All rights reserved.\n");
    desk.put("page.txt", page);
    let json = desk.jjak("clean page.txt --format json").done();
    let blocks: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        blocks[0],
        serde_json::json!({
            "start": 0, "end": 11, "text": "Back To Top", "kept": false, "reason": "navigation"
        })
    );
    assert_eq!(blocks[1]["kept"], true);
    assert_eq!(blocks[1]["reason"], serde_json::Value::Null);
    let text = desk.jjak("clean page.txt").done();
    assert!(text.starts_with("navigation      Back To Top\n"), "{text}");
}

#[test]
fn a_text_can_come_from_standard_input() {
    let desk = Desk::new();
    let mut child = command(desk.0.path(), "segment -")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(KOREAN.as_bytes())
        .unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.done(), KOREAN);
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let desk = Desk::new();
    desk.put("long.txt", ENGLISH.repeat(2000));
    let mut child = command(desk.0.path(), "segment --no-clean long.txt")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 8];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

#[cfg(not(feature = "gui"))]
#[test]
fn without_its_window_the_program_says_how_to_get_it() {
    Desk::new()
        .jjak("")
        .refused(&["without its window", "cargo build"]);
    Desk::new()
        .jjak("en.txt ko.txt")
        .refused(&["without its window"]);
}

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
    let ran = desk.jjak("check en.txt");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("no Jjak project"), "{}", ran.err);
}

#[test]
fn a_projects_findings_are_listed_and_fail_only_if_asked() {
    let desk = Desk::new();
    desk.put("en.txt", ENGLISH_WITH_FIGURES);
    desk.put("ko.txt", KOREAN_WITH_OTHER_FIGURES);
    desk.jjak("align --segmented en.txt ko.txt -o pair.jjak")
        .done();
    let report = desk.jjak("check pair.jjak").done();
    let expected = "1 finding\nrow 2: the English has 14, the Korean 15 (numbers)\n";
    assert!(report.ends_with(expected), "{report}");
    let table = desk.jjak("check pair.jjak --format tsv").done();
    assert!(
        table.starts_with("row\tcheck\tfinding\ten\tko\n2\tnumbers\t"),
        "{table}"
    );
    let json = desk.jjak("check pair.jjak --format json").done();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["check"], "numbers");
    assert_eq!(desk.jjak("check pair.jjak --strict").code, Some(1));
    desk.jjak("check pair.jjak --format xml")
        .refused(&["text, tsv and json"]);
}

#[test]
fn one_file_of_both_languages_is_separated() {
    let desk = Desk::new();
    let both = ENGLISH.lines().zip(KOREAN.lines());
    let both: Vec<String> = both.map(|(en, ko)| format!("{en}\n{ko}\n")).collect();
    desk.put("both.txt", both.join("\n"));
    let ran = desk.jjak("align both.txt -o out.tsv");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains(
            "both.txt: one file for both languages, separated by script: 4 English and 4 Korean"
        ),
        "{}",
        ran.err
    );
    assert_eq!(desk.text("out.tsv").lines().count(), 5);
    let alone = desk.jjak("align ko.txt -o out.tsv");
    assert_eq!(alone.code, Some(2));
    assert!(
        alone
            .err
            .contains("ko.txt: does not hold both English and Korean"),
        "{}",
        alone.err
    );
}

#[test]
fn an_encoding_can_be_asked_for() {
    let desk = Desk::new();
    let (korean, _, _) = encoding_rs::EUC_KR.encode(KOREAN);
    desk.put("korean.txt", &korean);
    let ran = desk.jjak("segment --encoding cp949 korean.txt");
    assert!(ran.out.starts_with("한국은행은"), "{}", ran.out);
    let wrong = desk.jjak("align en.txt korean.txt --ko-encoding latin1 -o out.tsv");
    assert_eq!(wrong.code, Some(2), "{}", wrong.err);
    let right = desk.jjak("align en.txt korean.txt --ko-encoding euc-kr -o out.tsv");
    assert!(right.err.contains("korean.txt (EUC-KR)"), "{}", right.err);
    let unknown = desk.jjak("clean --encoding klingon en.txt");
    assert!(
        unknown.code == Some(2) && unknown.err.contains("no encoding called \"klingon\""),
        "{}",
        unknown.err
    );
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
