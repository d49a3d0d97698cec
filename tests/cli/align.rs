//! `jjak align`: the whole job.

use super::*;

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

/// Sentences of invented words, which only a model from outside can pair.
#[test]
fn scores_from_outside_have_a_say() {
    let desk = Desk::new();
    desk.put("en.txt", "Zorb quell vint mar.\nPliff dast orm kel.\n");
    desk.put("ko.txt", "뷁둟 꾧렝 쉛맑.\n츢팃 뒭곭 븖녺.\n");
    desk.put(
        "scores.tsv",
        "# English, Korean, similarity\n0\t1\t0.95\n0\t0\t0.05\n1\t1\t0.05\n",
    );
    let align = "align --segmented en.txt ko.txt --beads beads.tsv";
    let paired = |desk: &Desk| desk.text("beads.tsv").contains("0\t1\t");
    desk.jjak(align).done();
    assert!(!paired(&desk), "{}", desk.text("beads.tsv"));
    desk.jjak(&format!("{align} --scores scores.tsv")).done();
    assert!(paired(&desk), "{}", desk.text("beads.tsv"));

    desk.put("scores.tsv", "0\t7\t0.5\n");
    let ran = desk.jjak(&format!("{align} --scores scores.tsv"));
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    let told = "scores.tsv, line 1: ko.txt has no line with text 7";
    assert!(ran.err.contains(told), "{}", ran.err);
}

#[test]
fn data_alone_goes_to_standard_output() {
    let desk = Desk::new();
    let ran = desk.jjak("align en.txt ko.txt -o - --format tsv");
    assert!(ran.err.contains("standard output: 4 pairs written"));
    let out = ran.done();
    assert!(out.starts_with("en\tko\tconfidence\t"));
    assert_eq!(out.lines().count(), 5);
    let columns = jjak::exchange::COLUMNS.len();
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
