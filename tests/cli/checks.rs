//! `jjak check` on files of pairs of any tool.

use super::Desk;
use std::fs;

const TMX: &str = "<tmx version='1.4'><header/><body>\
    <tu><tuv xml:lang='en'><seg>Exports rose 8.4 percent.</seg></tuv><tuv xml:lang='ko'><seg>수출은 8.5% 늘었다.</seg></tuv></tu>\
    <tu><tuv xml:lang='en'><seg>Delete {0} files?</seg></tuv><tuv xml:lang='ko'><seg>파일을 삭제할까요?</seg></tuv></tu>\
    <tu><tuv xml:lang='en'><seg>The port opens.</seg></tuv><tuv xml:lang='ko'><seg>항구가  열린다.</seg></tuv></tu>\
    </body></tmx>";

#[test]
fn a_memory_is_checked_and_reported_in_every_format() {
    let desk = Desk::new();
    desk.put("memory.tmx", TMX);
    let report = desk.jjak("check memory.tmx").done();
    assert!(
        report.starts_with("3 findings in 3 pairs: 2 errors, 1 note\n"),
        "{report}"
    );
    assert!(
        report.contains("row 2: {0} of the English is not in the Korean (markup)"),
        "{report}"
    );
    assert!(
        report.contains("row 3: Korean: a space too many (marks, note)"),
        "{report}"
    );
    desk.jjak("check memory.tmx -o r.html -o r.xlsx -o r.tsv -o r.json")
        .done();
    let page = desk.text("r.html");
    assert!(
        page.contains("<mark>8.4</mark>") && page.contains("<mark>{0}</mark>"),
        "{page}"
    );
    assert_eq!(desk.text("r.tsv").lines().count(), 4);
    let json: serde_json::Value = serde_json::from_str(&desk.text("r.json")).unwrap();
    assert_eq!(
        (&json[2]["level"], &json[2]["row"]),
        (&"note".into(), &3.into())
    );
    assert!(fs::metadata(desk.path("r.xlsx")).unwrap().len() > 1000);
    desk.jjak("check memory.tmx -o memory.tmx --format tsv")
        .refused(&["is one of the inputs"]);
    assert_eq!(desk.text("memory.tmx"), TMX);
}

#[test]
fn errors_fail_strict_and_notes_do_not() {
    let desk = Desk::new();
    desk.put("memory.tmx", TMX);
    assert_eq!(desk.jjak("check memory.tmx --strict").code, Some(1));
    assert_eq!(
        desk.jjak("check memory.tmx --only marks --strict").code,
        Some(0)
    );
    desk.put("seen.tsv", "# all right as it is\nnumbers\t8.4\nmarkup\n");
    let report = desk
        .jjak("check memory.tmx --ignore seen.tsv --strict")
        .done();
    assert!(
        report.starts_with("1 finding in 3 pairs: 0 errors, 1 note\n"),
        "{report}"
    );
    desk.put("bad.tsv", "numbres\t8.4\n");
    desk.jjak("check memory.tmx --ignore bad.tsv")
        .refused(&["bad.tsv, line 1", "numbers, names"]);
    desk.jjak("check memory.tmx --only spelling")
        .refused(&["untranslated"]);
}

#[test]
fn a_folder_is_checked_file_by_file() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("job/more")).unwrap();
    desk.put("job/memory.tmx", TMX);
    desk.put("job/more/a.en", "It cost 5 won.\n");
    desk.put("job/more/a.ko", "6원이 들었다.\n");
    desk.put("job/note.txt", "No pairs.\n");
    let report = desk.jjak("check job --only numbers").done();
    assert!(
        report.starts_with("2 findings in 4 pairs: 2 errors, 0 notes\n"),
        "{report}"
    );
    assert!(report.contains("job/more/a.en, row 1: "), "{report}");
    fs::create_dir(desk.path("empty")).unwrap();
    desk.jjak("check empty")
        .refused(&["no project and no bilingual file"]);
}

#[test]
fn the_glossary_beside_a_file_counts_for_it_alone() {
    let desk = Desk::new();
    desk.put("memory.tsv", "Exports rose.\t수출이 늘었다.\n");
    desk.put("other.tsv", "Exports rose.\t수출이 늘었다.\n");
    desk.put("memory.glossary.tsv", "exports\t수출액\n");
    desk.put("memory.glossary.client.csv", "en,ko\nrise,상승하다\n");
    let report = desk.jjak("check memory.tsv other.tsv --only terms").done();
    assert!(
        report.contains("exports is 수출액 in the glossary"),
        "{report}"
    );
    assert_eq!(report.matches("in the glossary").count(), 1, "{report}");
    desk.put("memory.glossary.tsv", "exports and no Korean\n");
    let told = desk.jjak("check memory.tsv").err;
    assert!(told.contains("memory.glossary.tsv: line 1"), "{told}");
}

#[test]
fn what_was_found_right_in_a_project_is_not_told_again() {
    use jjak::bitext::{Operation, Waiver};
    let desk = Desk::new();
    desk.put("en.txt", "Exports rose 8.4 percent.\n");
    desk.put("ko.txt", "수출은 8.5% 늘었다.\n");
    desk.jjak("align en.txt ko.txt -o work.jjak").done();
    let report = desk.jjak("check work.jjak --format tsv").done();
    assert!(report.contains("8.5"), "{report}");
    {
        let (mut journal, loaded) = jjak::project::Journal::open(&desk.path("work.jjak")).unwrap();
        let waivers = vec!["numbers\t8.4".parse::<Waiver>().unwrap()];
        let rows = vec![jjak::bitext::RowIndex(0)];
        let waive = Operation::Waive { rows, waivers };
        let edit = waive.edit(&loaded.project.bitext).unwrap();
        journal.edit(&edit).unwrap();
    }
    let report = desk.jjak("check work.jjak --format tsv").done();
    assert!(!report.contains("8.5"), "{report}");
    // It is in the file once that is folded, too.
    let (mut journal, loaded) = jjak::project::Journal::open(&desk.path("work.jjak")).unwrap();
    journal.save(&loaded.project).unwrap();
    drop(journal);
    let report = desk.jjak("check work.jjak --format tsv").done();
    assert!(!report.contains("8.5"), "{report}");
}
