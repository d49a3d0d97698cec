//! How commands end, and what never reaches a terminal.

use super::*;

/// A page that cannot be read without a word: bytes that are no text stand in a picture's place.
const WITH_A_LIST_FAULT: &str = "x\n";

#[test]
fn every_command_that_reads_can_be_strict() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o pair.jjak -o pair.tmx -o pair.jsonl --beads pair.beads")
        .done();
    // A line to exclude of one letter has no effect, which is told.
    fs::create_dir_all(desk.path("config/jjak/lists/clean")).unwrap();
    desk.put("config/jjak/lists/clean/never.txt", WITH_A_LIST_FAULT);
    let run = |arguments: &str| {
        let output = command(desk.0.path(), arguments)
            .env("XDG_CONFIG_HOME", desk.path("config"))
            .output()
            .unwrap();
        Ran::from(output).code
    };
    for command in [
        "align en.txt ko.txt -o again.tsv",
        "segment en.txt",
        "clean en.txt",
        "check pair.jjak",
    ] {
        assert_eq!(run(command), Some(0), "{command}");
        assert_eq!(run(&format!("{command} --strict")), Some(1), "{command}");
    }
    for command in [
        "export pair.jjak -o again.tsv",
        "convert pair.tmx -o again.tsv",
        "diff pair.jjak pair.jjak",
        "score pair.beads pair.beads",
        "stats pair.jsonl",
        "split pair.jsonl -o parts",
    ] {
        assert_eq!(run(&format!("{command} --strict")), Some(0), "{command}");
    }
    desk.put("half.tsv", "en\tko\tstate\nOne.\t하나.\t\n\t\tflagged\n");
    assert_eq!(run("convert half.tsv -o half.tmx"), Some(0));
    assert_eq!(run("convert half.tsv -o half.tmx --strict"), Some(1));
}

#[test]
fn a_text_of_which_next_to_nothing_is_kept_is_told() {
    let desk = Desk::new();
    desk.put(
        "menu.txt",
        "Home | News | Sport | Weather | Contact us\nSign up for our newsletter\nShare on Facebook\n\
         Most read\n© 2026 Eunpo News. All rights reserved.\nPrivacy policy | Terms of use | Advertise\n",
    );
    for command in ["clean menu.txt", "segment menu.txt"] {
        let ran = desk.jjak(command);
        assert!(
            ran.err.contains("characters are kept as the article"),
            "{}",
            ran.err
        );
        ran.done();
        assert_eq!(desk.jjak(&format!("{command} --strict")).code, Some(1));
    }
}

#[test]
fn a_damaged_project_is_never_a_success() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o pair.jjak").done();
    let cut = desk.text("pair.jjak") + "{\"edit\":{\"at\"";
    desk.put("cut.jjak", cut);
    for command in [
        "check cut.jjak",
        "export cut.jjak -o all.tsv",
        "convert cut.jjak -o all.tmx",
        "diff cut.jjak pair.jjak",
    ] {
        let ran = desk.jjak(command);
        assert_eq!(ran.code, Some(1), "{command}");
        assert!(ran.err.contains("cut short"), "{}", ran.err);
    }
    assert_eq!(
        desk.text("all.tsv").lines().count(),
        5,
        "what is sound is had"
    );
}

#[test]
fn control_sequences_of_titles_and_names_are_written_out() {
    let desk = Desk::new();
    let page = format!(
        "<html><head><title>Rates \u{1b}]0;gone\u{7}\u{9b}2J held</title></head><body><p>{}</p></body></html>",
        ENGLISH.replace('\n', "</p><p>")
    );
    desk.put("evil.html", page);
    let is_clean = |text: &str| !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t');
    let ran = desk.jjak("align evil.html ko.txt -o evil.jjak");
    assert!(is_clean(&ran.err), "{:?}", ran.err);
    let ran = desk.jjak("check evil.jjak");
    assert!(is_clean(&ran.out), "{:?}", ran.out);
    let missing = desk.jjak("check no\u{1b}[2Jsuch.jjak");
    assert!(is_clean(&missing.err), "{:?}", missing.err);
    assert!(missing.err.contains("\\u{1b}"), "{}", missing.err);
}

#[test]
fn the_same_texts_make_the_same_bytes_at_a_time_that_is_given() {
    let desk = Desk::new();
    const FILES: [&str; 12] = [
        "p.jjak",
        "p.tmx",
        "p.xlf",
        "p.xliff",
        "p.tsv",
        "p.csv",
        "p.xlsx",
        "p.jsonl",
        "p.parquet",
        "p.tei",
        "p.html",
        "p.md",
    ];
    let made = || {
        let outputs = FILES.map(|file| format!("-o {file}")).join(" ");
        let output = command(desk.0.path(), &format!("align en.txt ko.txt {outputs}"))
            .env("SOURCE_DATE_EPOCH", "1700000000")
            .output()
            .unwrap();
        Ran::from(output).done();
        FILES.map(|file| fs::read(desk.path(file)).unwrap())
    };
    let first = made();
    for (file, (first, second)) in FILES.iter().zip(first.iter().zip(made())) {
        assert!(*first == second, "{file}");
    }
    assert!(desk.text("p.tmx").contains("20231114T221320Z"));
    assert!(desk.text("p.jjak").contains("2023-11-14T22:13:20Z"));
    let output = command(desk.0.path(), "segment en.txt")
        .env("SOURCE_DATE_EPOCH", "yesterday")
        .output()
        .unwrap();
    Ran::from(output).refused(&["SOURCE_DATE_EPOCH", "yesterday"]);
}

#[test]
fn a_project_and_its_texts_can_move_together_and_say_nothing_of_the_folders_above() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("acme/texts")).unwrap();
    fs::create_dir_all(desk.path("acme/jobs")).unwrap();
    for file in ["en.txt", "ko.txt"] {
        fs::rename(desk.path(file), desk.path("acme/texts").join(file)).unwrap();
    }
    desk.put("acme/texts/terms.tsv", "rate\t금리\n");
    let texts = desk.path("acme/texts");
    let texts = texts.display();
    desk.jjak(&format!(
        "align {texts}/en.txt {texts}/ko.txt --glossary {texts}/terms.tsv -o acme/jobs/pair.jjak -o all.tmx -o all.jsonl -o all.xlf -o all.tei"
    ))
    .done();
    let written = desk.text("acme/jobs/pair.jjak");
    assert!(written.contains("\"../texts/en.txt\""), "{written}");
    assert!(!written.contains("acme"), "{written}");
    for file in ["all.tmx", "all.jsonl", "all.xlf", "all.tei", "all.en.xml"] {
        assert!(!desk.text(file).contains("acme"), "{file}");
    }
    fs::rename(desk.path("acme"), desk.path("moved")).unwrap();
    let report = desk.jjak("check moved/jobs/pair.jjak").done();
    assert!(
        report.contains("shaped by: moved/texts/terms.tsv"),
        "{report}"
    );
}

#[test]
fn a_plain_export_holds_the_texts_alone() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o pair.jjak --reviewer Kim --domain bank")
        .done();
    desk.jjak("export pair.jjak --plain -o p.tmx -o p.tsv -o p.csv -o p.xlsx -o p.jsonl -o p.parquet -o p.xlf -o p.xliff -o p.tei")
        .done();
    for file in [
        "p.tmx", "p.tsv", "p.csv", "p.jsonl", "p.xlf", "p.xliff", "p.tei", "p.en.xml",
    ] {
        let text = desk.text(file);
        for word in [
            "Kim",
            "confidence",
            "en.txt",
            "pair.jjak",
            "unreviewed",
            "bank</prop>",
        ] {
            assert!(!text.contains(word), "{word} in {file}: {text}");
        }
    }
    assert_eq!(desk.text("p.tsv").lines().next(), Some("en\tko"));
    let line = desk.text("p.jsonl");
    let line: serde_json::Value = serde_json::from_str(line.lines().next().unwrap()).unwrap();
    assert_eq!(line.as_object().unwrap().len(), 1);
    for file in [
        "p.tmx", "p.tsv", "p.csv", "p.xlsx", "p.jsonl", "p.xlf", "p.xliff", "p.tei",
    ] {
        desk.jjak(&format!("convert {file} -o again.tsv --plain"))
            .done();
        assert_eq!(desk.text("again.tsv"), desk.text("p.tsv"), "{file}");
    }
}

/// A name as long as a file system takes.
#[cfg(unix)]
#[test]
fn a_long_name_is_no_hindrance() {
    let desk = Desk::new();
    let name = "가".repeat(80) + "12.jjak";
    assert_eq!(name.len(), 247);
    desk.jjak(&format!("align en.txt ko.txt -o {name}")).done();
    desk.jjak(&format!("align en.txt ko.txt -o {name}")).done();
    desk.jjak(&format!("check {name}")).done();
    let longer = "a".repeat(300) + ".tmx";
    desk.jjak(&format!("align en.txt ko.txt -o {longer}"))
        .refused(&["shorter name"]);
}
