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
