//! What is never replaced: a person's work, what is read, what is somebody else's.

use super::*;
use jjak::bitext::{Operation, RowIndex, State};
use jjak::project::Journal;

/// Accepts the first row, as in the window.
fn review(path: &Path) {
    let (mut journal, loaded) = Journal::open(path).unwrap();
    let operation = Operation::SetState {
        rows: RowIndex(0)..RowIndex(1),
        state: State::Accepted,
    };
    let edit = operation.edit(&loaded.project.bitext).unwrap();
    journal.edit(&edit).unwrap();
}

#[test]
fn a_reviewed_project_is_not_replaced_unless_asked_and_then_stays_under_another_name() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o pair.jjak -o pair.tmx")
        .done();
    // What nobody has touched may be made anew.
    desk.jjak("align en.txt ko.txt -o pair.jjak").done();
    desk.jjak("align en.txt ko.txt -o other.jjak").done();
    review(&desk.path("pair.jjak"));
    let reviewed = desk.text("pair.jjak");
    for arguments in [
        "align en.txt ko.txt -o pair.jjak",
        "align en.txt ko.txt -o pair.tsv -o ./pair.jjak",
        "convert pair.tmx -o pair.jjak",
        "export other.jjak -o pair.jjak",
    ] {
        desk.jjak(arguments).refused(&[
            "pair.jjak",
            "1 accepted row",
            "1 step to undo",
            "--replace",
        ]);
        assert_eq!(desk.text("pair.jjak"), reviewed, "{arguments}");
    }
    assert!(!desk.path("pair.tsv").exists(), "refused before anything");

    let ran = desk.jjak("align en.txt ko.txt -o pair.jjak --replace");
    assert!(ran.err.contains("pair.1.jjak"), "{}", ran.err);
    ran.done();
    assert_eq!(desk.text("pair.1.jjak"), reviewed);
    review(&desk.path("pair.jjak"));
    let again = desk.text("pair.jjak");
    desk.jjak("align en.txt ko.txt -o pair.jjak --replace")
        .done();
    assert_eq!(desk.text("pair.1.jjak"), reviewed, "the first stays");
    assert_eq!(desk.text("pair.2.jjak"), again);
    desk.jjak("align en.txt ko.txt -o pair.jjak --replace")
        .done();
    assert!(
        !desk.path("pair.3.jjak").exists(),
        "there was nothing to keep"
    );
}

#[test]
fn what_cannot_be_told_to_be_no_work_is_kept_too() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o pair.jjak").done();
    let text = desk.text("pair.jjak");
    let cut = text.len() / 2;
    desk.put("cut.jjak", &text[..cut]);
    desk.put("diary.jjak", "Dear diary");
    desk.put("newer.jjak", "{\"jjak\":{\"version\":9}}\n");
    desk.put("empty.jjak", "");
    for (name, why) in [
        ("cut.jjak", "breaks off"),
        ("diary.jjak", "no Jjak project"),
        ("newer.jjak", "newer Jjak"),
    ] {
        let before = desk.text(name);
        desk.jjak(&format!("align en.txt ko.txt -o {name}"))
            .refused(&[name, why, "--replace"]);
        assert_eq!(desk.text(name), before);
    }
    desk.jjak("align en.txt ko.txt -o empty.jjak").done();
    desk.jjak("align en.txt ko.txt -o diary.jjak --replace")
        .done();
    assert_eq!(desk.text("diary.1.jjak"), "Dear diary");
}

#[test]
fn what_a_window_has_open_is_not_written() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o pair.jjak").done();
    let before = desk.text("pair.jjak");
    let window = Journal::open(&desk.path("pair.jjak")).unwrap();
    for arguments in [
        "align en.txt ko.txt -o pair.jjak",
        "align en.txt ko.txt -o pair.jjak --replace",
    ] {
        desk.jjak(arguments).refused(&["open in another window"]);
        assert_eq!(desk.text("pair.jjak"), before);
    }
    drop(window);
    desk.jjak("align en.txt ko.txt -o pair.jjak").done();
    let left = fs::read_dir(desk.0.path()).unwrap();
    let hidden = left.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with('.')
    });
    assert_eq!(hidden.count(), 0, "no lock and nothing half written stays");
}

#[test]
fn what_is_read_is_not_written_over() {
    let desk = Desk::new();
    desk.put("terms.tsv", "central bank\t중앙은행\n");
    desk.put("pins.tsv", "0\t0\n");
    desk.put("rules.srx", "no rules\n");
    desk.put("memory.tsv", "en\tko\nOne.\t하나.\n");
    fs::create_dir_all(desk.path("config/jjak/lists/clean")).unwrap();
    desk.put("config/jjak/lists/clean/never.txt", "Back to top\n");
    desk.put("config/jjak/lists/glossary.tsv", "rate\t금리\n");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("terms.tsv", desk.path("link.tsv")).unwrap();
        std::os::unix::fs::symlink("new.tsv", desk.path("ahead.tsv")).unwrap();
        fs::hard_link(desk.path("terms.tsv"), desk.path("twin.tsv")).unwrap();
    }
    let files = ["terms.tsv", "pins.tsv", "rules.srx", "en.txt", "memory.tsv"];
    let before = files.map(|file| desk.text(file));
    let mut cases = vec![
        (
            "align en.txt ko.txt --glossary terms.tsv -o terms.tsv",
            "inputs",
        ),
        (
            "align en.txt ko.txt --glossary terms.tsv -o ./terms.tsv",
            "inputs",
        ),
        (
            "align en.txt ko.txt --glossary terms.tsv -o a.tmx --beads terms.tsv",
            "inputs",
        ),
        (
            "align en.txt ko.txt --pins pins.tsv -o a.tmx --beads pins.tsv",
            "inputs",
        ),
        ("align en.txt ko.txt --pins pins.tsv -o pins.tsv", "inputs"),
        (
            "align en.txt ko.txt --srx rules.srx -o a.tmx --beads rules.srx",
            "inputs",
        ),
        ("align en.txt ko.txt -o en.txt --format tsv", "inputs"),
        ("segment --srx rules.srx --write-srx ./rules.srx", "inputs"),
        ("convert memory.tsv -o memory.tsv", "inputs"),
        (
            "align en.txt ko.txt -o config/jjak/lists/glossary.tsv",
            "lists",
        ),
        (
            "convert memory.tsv -o config/jjak/lists/glossary.tsv",
            "lists",
        ),
        (
            "align en.txt ko.txt -o a.tmx --beads config/jjak/lists/clean/never.txt",
            "lists",
        ),
        ("align en.txt ko.txt -o a.tsv -o ./a.tsv", "two outputs"),
        (
            "align en.txt ko.txt -o a.tsv --beads config/../a.tsv",
            "two outputs",
        ),
        (
            "align en.txt ko.txt -o a.tei -o a.en.xml --format tei",
            "two outputs",
        ),
    ];
    if cfg!(unix) {
        cases.extend([
            (
                "align en.txt ko.txt --glossary terms.tsv -o link.tsv",
                "inputs",
            ),
            (
                "align en.txt ko.txt --glossary terms.tsv -o twin.tsv",
                "inputs",
            ),
            ("align en.txt ko.txt -o new.tsv -o ahead.tsv", "two outputs"),
        ]);
    }
    for (arguments, why) in cases {
        let output = command(desk.0.path(), arguments)
            .env("XDG_CONFIG_HOME", desk.path("config"))
            .output()
            .unwrap();
        Ran::from(output).refused(&[why]);
    }
    assert_eq!(files.map(|file| desk.text(file)), before);
    assert_eq!(desk.text("config/jjak/lists/glossary.tsv"), "rate\t금리\n");
    // Nothing is kept in what throws everything away.
    #[cfg(unix)]
    desk.jjak("align en.txt ko.txt --format tsv -o /dev/null -o /dev/null")
        .done();
}

/// As `jjak ... -o /dev/stdout >> log` has it.
#[cfg(target_os = "linux")]
#[test]
fn what_a_shell_has_open_is_not_replaced() {
    use std::fs::OpenOptions;
    let desk = Desk::new();
    desk.put("log", "before\n");
    let log = OpenOptions::new()
        .append(true)
        .open(desk.path("log"))
        .unwrap();
    let run = |arguments: &str| {
        let mut command = command(&desk.path("."), arguments);
        command.stdout(log.try_clone().unwrap()).output().unwrap()
    };
    let ran = run("align en.txt ko.txt -o /dev/stdout --format tsv");
    assert!(ran.status.success());
    let written = desk.text("log");
    assert!(written.starts_with("before\nen\tko"), "{written}");
    // By another name it is a file that somebody else goes on writing to.
    std::os::unix::fs::symlink("/proc/self/fd/1", desk.path("link.tsv")).unwrap();
    let ran = run("align en.txt ko.txt -o link.tsv");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(said.contains("open already"), "{said}");
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(desk.text("log"), written);
}

#[test]
fn a_list_without_an_end_is_refused_and_so_is_a_project_as_a_text() {
    let desk = Desk::new();
    // Zeros that take no room.
    let huge = std::fs::File::create(desk.path("huge.txt")).unwrap();
    huge.set_len(jjak::import::limits::MAX_FILE_BYTES + 1)
        .unwrap();
    for command in [
        "align en.txt ko.txt -o x.tsv --pins huge.txt",
        "align en.txt ko.txt -o x.tsv --glossary huge.txt",
        "align en.txt ko.txt -o x.tsv --srx huge.txt",
        "score huge.txt huge.txt",
    ] {
        desk.jjak(command).refused(&["huge.txt", "MAX_FILE_BYTES"]);
    }
    desk.jjak("align en.txt ko.txt -o a.jjak").done();
    desk.jjak("align a.jjak ko.txt -o x.tsv")
        .refused(&["a.jjak", "a Jjak project"]);
    assert!(!desk.path("x.tsv").exists());
}

#[test]
fn a_project_comes_from_standard_input_too() {
    let desk = Desk::new();
    desk.jjak("align en.txt ko.txt -o a.jjak").done();
    let from_file = desk.jjak("check a.jjak").done();
    let read = |input: &str| -> Ran {
        desk.put("input", input);
        let mut command = command(&desk.path("."), "check -");
        let input = std::fs::File::open(desk.path("input")).unwrap();
        command.stdin(input).output().unwrap().into()
    };
    assert_eq!(read(&desk.text("a.jjak")).done(), from_file);
    read("{\"jjak\":").refused(&["standard input", "breaks off"]);
    desk.jjak("align en.txt ko.txt -o - --format jjak")
        .refused(&["-o NAME.jjak"]);
}

#[test]
fn a_text_beside_an_alignment_replaces_only_one_of_ours() {
    let desk = Desk::new();
    let theirs = "<?xml version=\"1.0\"?><TEI><text>A year of work</text></TEI>";
    desk.put("x.en.xml", theirs);
    desk.jjak("align en.txt ko.txt -o x.tei")
        .refused(&["x.en.xml", "--replace"]);
    assert_eq!(desk.text("x.en.xml"), theirs);
    assert!(!desk.path("x.tei").exists());
    desk.jjak("align en.txt ko.txt -o x.tei --replace").done();
    assert_eq!(desk.text("x.en.1.xml"), theirs);
    // Its own it may write as often as need be.
    desk.jjak("align en.txt ko.txt -o x.tei").done();
    assert!(!desk.path("x.en.2.xml").exists());
}
