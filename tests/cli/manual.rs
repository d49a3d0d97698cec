//! The manual's commands do what it says they do.

use super::Desk;
use std::fs;
use std::path::Path;

#[test]
fn every_command_of_the_manual_runs() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let commands = |language: &str| -> Vec<String> {
        let manual = top.join(format!("assets/manual/manual.{language}.md"));
        let text = fs::read_to_string(manual).unwrap();
        let blocks = text.split("```sh\n").skip(1);
        let blocks = blocks.map(|block| block.split("```").next().unwrap_or_default().to_owned());
        let lines: Vec<String> = blocks
            .flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        lines
    };
    let english = commands("en");
    assert_eq!(english, commands("ko"), "both manuals say the same");
    assert!(english.len() > 10);
    let desk = Desk::new();
    for sample in fs::read_dir(top.join("samples")).unwrap() {
        let sample = sample.unwrap();
        if sample.path().is_dir() {
            continue;
        }
        fs::copy(
            sample.path(),
            desk.path(&sample.file_name().to_string_lossy()),
        )
        .unwrap();
    }
    for file in ["en.txt", "ko.txt"] {
        let _ = fs::remove_file(desk.path(file));
    }
    for command in english {
        let arguments = command.strip_prefix("jjak ").expect("a command of Jjak");
        let ran = desk.jjak(arguments);
        assert_eq!(ran.code, Some(0), "{command}: {}", ran.err);
    }
}

#[test]
fn every_option_that_the_manual_names_there_is() {
    let known = Desk::new().jjak("--generate man").done();
    let known = known.replace("\\-", "-");
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for language in ["en", "ko"] {
        let manual = top.join(format!("assets/manual/manual.{language}.md"));
        let text = fs::read_to_string(manual).unwrap();
        let spans = text.split('`').skip(1).step_by(2);
        let words = spans.flat_map(str::split_whitespace);
        let options: Vec<&str> = words.filter(|word| word.starts_with("--")).collect();
        assert!(options.len() > 20);
        for option in options {
            let is_known = known.contains(&format!("\\fB{option}\\fR"));
            assert!(is_known, "{option} in the manual, {language}");
        }
    }
}

#[test]
fn the_help_names_every_list_that_a_person_can_add_to() {
    let clean: Vec<&str> = jjak::clean::Lists::reasons()
        .map(|(name, _)| name)
        .collect();
    for (command, lists) in [
        ("clean", &clean[..]),
        ("segment", jjak::segment::Words::LISTS),
    ] {
        let help = Desk::new().jjak(&format!("{command} --help")).done();
        let words = help.split(|letter: char| letter == ',' || letter.is_whitespace());
        let words: Vec<&str> = words.collect();
        for list in lists {
            assert!(words.contains(list), "{list} in {command} --help");
        }
    }
}

#[test]
fn the_manual_is_one_page_whose_links_lead_somewhere() {
    let desk = Desk::new();
    for (lang, file) in [("en", "manual.en.md"), ("ko", "manual.ko.md")] {
        let page = desk.jjak(&format!("--generate manual-{lang}")).done();
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        let top = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(top.join("assets/manual").join(file)).unwrap();
        let chapters = text.lines().filter(|line| line.starts_with("## ")).count();
        let count = |what: &str| page.matches(what).count();
        assert_eq!(count("<h2 id=\"chapter-"), chapters);
        assert_eq!(count("<a href=\"#chapter-"), chapters);
        assert!(!page.contains("<link") && !page.contains("<script"));
        let other = if lang == "en" { "ko" } else { "en" };
        assert_eq!(count(&format!("<a href=\"manual.{other}.html\">")), 1);
        // Its pictures are in it.
        let pictures = text.lines().filter(|line| line.starts_with("![")).count();
        assert!(pictures > 3);
        assert_eq!(count("src="), pictures);
        assert_eq!(count("<img src=\"data:image/png;base64,"), pictures);
        // It is a page that Jjak itself can read, too.
        desk.put("manual.html", &page);
        let read = desk.jjak("clean manual.html").done();
        assert!(read.contains("jjak check harbor.tmx"));
    }
}
