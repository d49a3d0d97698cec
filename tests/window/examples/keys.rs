//! Prints the keys that review a pair in the window until it is as people paired it, one a line, as xdotool names them;
//! how many it takes to review and to repair alone goes to standard error. Files that end in `.sent` hold a sentence a
//! line.
//!
//! `cargo run -p jjak-window-tests --example keys -- EN KO GOLD.tsv`

use jjak::evidence::lexicon::Lexicon;
use jjak::import;
use jjak::pipeline::{prepare, prepare_lines};
use jjak::progress::Progress;
use jjak_window_tests::repair::{Repair, gold};
use jjak_workbench::command::Command;
use std::path::PathBuf;

fn main() {
    let files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [en, ko, tsv] = &files[..] else {
        panic!("give the English page, the Korean page and the gold beads");
    };
    let read = |path: &PathBuf| import::read(path).expect("a page");
    let prepared = if en.extension().is_some_and(|end| end == "sent") {
        prepare_lines(read(en), read(ko))
    } else {
        prepare(read(en), read(ko))
    };
    let prepared = prepared.expect("an English and Korean pair");
    let bitext = prepared
        .align(&[], Lexicon::shipped(), &Progress::default())
        .expect("nobody stops it");
    let wanted = gold(&bitext, &std::fs::read_to_string(tsv).expect("gold beads"));
    let mut alone = Repair::new(bitext.clone(), wanted.clone());
    let missing = alone.wrong();
    let mended = alone.repair();
    let mut repair = Repair::new(bitext, wanted);
    let reviewed = repair.review();
    eprintln!(
        "{missing} of the gold beads are missing; {} keys to repair, {} to review{}",
        alone.pressed.len(),
        repair.pressed.len(),
        if mended && reviewed {
            ""
        } else {
            "; the pair does not come right"
        }
    );
    repair
        .pressed
        .iter()
        .for_each(|&command| println!("{}", key(command)));
}

fn key(command: Command) -> String {
    let text = command.keys()[0].to_string();
    let (held, key) = match text.rsplit_once('+') {
        Some((held, key)) => (format!("{}+", held.to_lowercase()), key),
        None => (String::new(), text.as_str()),
    };
    let name = match key {
        "Enter" => "Return",
        "Backspace" => "BackSpace",
        "PgDn" => "Next",
        "PgUp" => "Prior",
        "Space" => "space",
        letter if letter.len() == 1 => return held + &letter.to_lowercase(),
        other => other,
    };
    held + name
}
