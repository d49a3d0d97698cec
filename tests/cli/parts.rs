//! `jjak segment` and `clean`, and what every command does alike.

use super::*;

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let desk = Desk::new();
    let refused = |arguments: &str, words: &[&str]| desk.jjak(arguments).refused(words);
    refused("align en.txt", &["two files", "See jjak align --help"]);
    refused("align en.txt ko.txt", &["-o corpus.tmx"]);
    refused(
        "align en.txt ko.txt -o out.doc",
        &["out.doc", "--format tmx, xlf, xliff, tsv, xlsx, docx"],
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
        &["allign", "commands are align, batch, segment"],
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
    for command in [
        "align", "segment", "clean", "score", "export", "convert", "match", "job", "check", "diff",
    ] {
        assert!(help.contains(&format!("jjak {command} ")));
        let own = desk.jjak(&format!("{command} --help")).done();
        assert!(own.contains(&format!("Usage: jjak {command} ")));
        let long = own.lines().find(|line| line.chars().count() > 110);
        assert_eq!(long, None);
    }
    // A release build adds the commit it was made from.
    let version = desk.jjak("--version").done();
    let own = format!("jjak {}", env!("CARGO_PKG_VERSION"));
    assert!(version.starts_with(&own) && version.lines().count() == 1);
}

/// The options that a help text names, by their long names.
fn options_in(help: &str) -> Vec<String> {
    let named = help.lines().filter(|line| line.starts_with("  "));
    let words = named
        .flat_map(|line| line.split(|letter: char| !letter.is_ascii_lowercase() && letter != '-'));
    let options = words.filter(|word| word.starts_with("--") && word.len() > 2);
    options.map(str::to_owned).collect()
}

#[test]
fn a_slip_in_a_name_is_answered_with_what_was_meant() {
    let desk = Desk::new();
    let refused = |arguments: &str, words: &[&str]| desk.jjak(arguments).refused(words);
    refused("allign en.txt ko.txt", &["did you mean align?"]);
    refused(
        "align en.txt ko.txt --wraped no",
        &["did you mean --wrapped?"],
    );
    refused(
        "clean en.txt --wrapped yse",
        &["auto, yes, no", "did you mean yes?"],
    );
    refused("--vers", &["did you mean --version?"]);
    refused("--version en.txt", &["en.txt", "nothing"]);
}

#[test]
fn the_manual_page_and_the_completions_know_every_option() {
    let desk = Desk::new();
    let page = desk.jjak("--generate man").done().replace("\\-", "-");
    let scripts = ["bash", "zsh", "fish", "powershell"].map(|shell| {
        let script = desk.jjak(&format!("--generate complete-{shell}")).done();
        (shell, script)
    });
    for command in [
        "align", "batch", "job", "segment", "check", "split", "dedup",
    ] {
        assert!(page.contains(&format!(".SH JJAK {}", command.to_uppercase())));
        for option in options_in(&desk.jjak(&format!("{command} --help")).done()) {
            assert!(page.contains(&option), "{option} is in no manual page");
            for (shell, script) in &scripts {
                let name = match *shell {
                    "fish" => option.replace("--", "-l "),
                    _ => option.clone(),
                };
                assert!(script.contains(&name), "{shell} does not know {option}");
            }
        }
    }
}

#[test]
fn bash_completes_commands_options_and_values() {
    let desk = Desk::new();
    desk.put("jjak.bash", desk.jjak("--generate complete-bash").done());
    let offered = |words: &str| {
        let ask = format!(
            "source jjak.bash; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _jjak; echo ${{COMPREPLY[@]}}"
        );
        let ran = Command::new("bash")
            .args(["-c", &ask])
            .current_dir(desk.path(""))
            .output();
        String::from_utf8(ran.unwrap().stdout)
            .unwrap()
            .trim()
            .to_owned()
    };
    assert_eq!(offered("jjak seg"), "segment");
    assert_eq!(offered("jjak align --en-"), "--en-code --en-encoding");
    assert_eq!(offered("jjak align --wrapped ''"), "auto yes no");
    assert_eq!(offered("jjak segment en.t"), "en.txt");
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
fn a_part_of_a_text_is_read_and_the_rest_of_it_excluded() {
    let desk = Desk::new();
    let line = ENGLISH.lines().next().unwrap().len();
    let shown = desk.jjak(&format!("segment en.txt#0-{line}")).done();
    assert_eq!(shown, &ENGLISH[..=line]);
    let ran = desk.jjak(&format!(
        "align en.txt#0-{line} ko.txt -o part.jjak -o part.tsv"
    ));
    ran.done();
    assert_eq!(desk.text("part.tsv").lines().count(), 2);
    // What is outside is still there.
    assert!(desk.text("part.jjak").contains("Exports rose"));
    let beyond = desk.jjak("segment en.txt#9000-9001");
    beyond.refused(&["en.txt#9000-9001", "between these bytes"]);
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
