//! The user's lists and SRX files on the command line.

use std::fs;
use std::path::Path;
use std::process::Command;

const SRX: &str = r#"<srx version="2.0"><header cascade="no"/><body><languagerules>
<languagerule languagerulename="all">
<rule break="no"><beforebreak>Kapt\.</beforebreak><afterbreak>\s</afterbreak></rule>
<rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>
<rule break="yes"><beforebreak>(</beforebreak><afterbreak></afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules>
</body></srx>"#;

/// Standard output, standard error and the exit code of `jjak` with its configuration in `folder`.
fn jjak(folder: &Path, arguments: &str) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_jjak"))
        .current_dir(folder)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("HOME", folder)
        .env("APPDATA", folder.join("config"))
        .args(arguments.split_whitespace())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code().unwrap(),
    )
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_glossary_of_the_folder_or_of_the_job_pairs_what_nothing_else_can() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        "a.en",
        "Velkar waits for rain.\nDursh sleeps through it.\nNorthgate shines at dusk.\nMoxel hums all night.\nSaltmarsh burns its lamps.\nFernhill rises over it.\n",
    );
    write(
        folder,
        "a.ko",
        "북문 어귀가 붉다.\n염전골 들머리가 훤하다.\n고사리재 너머가 높다.\n",
    );
    let terms = "Northgate\t북문\nSaltmarsh\t염전골\nFernhill\t고사리재\n";
    let align = |options: &str| {
        jjak(
            folder,
            &format!("align --segmented a.en a.ko --beads - {options}"),
        )
    };
    let right = |beads: &str| {
        let found = ["2\t0\t", "4\t1\t", "5\t2\t"].into_iter();
        found
            .filter(|pair| beads.lines().any(|line| line.starts_with(pair)))
            .count()
    };
    assert!(right(&align("").0) < 3);
    write(folder, "terms.tsv", terms);
    let (beads, told, _) = align("--glossary terms.tsv");
    assert_eq!(right(&beads), 3, "{beads}{told}");
    write(folder, "config/jjak/lists/glossary.tsv", terms);
    let (beads, told, _) = align("");
    assert_eq!(right(&beads), 3, "{beads}{told}");
    write(folder, "terms.tsv", "no tab\n");
    let (_, told, code) = align("--glossary terms.tsv");
    assert_eq!(code, 2);
    assert!(
        told.contains("terms.tsv: line 1 is no term: \"no tab\""),
        "{told}"
    );
}

#[test]
fn an_srx_file_extends_or_replaces_and_its_faults_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        "a.txt",
        "He met Kapt. Holm; they sailed. It rained.\n",
    );
    write(folder, "r.srx", SRX);
    let (own, _, _) = jjak(folder, "segment a.txt");
    assert_eq!(own, "He met Kapt.\nHolm; they sailed.\nIt rained.\n");
    let (both, told, code) = jjak(folder, "segment a.txt --srx r.srx");
    assert_eq!(both, "He met Kapt. Holm;\nthey sailed.\nIt rained.\n");
    assert!(
        told.contains("r.srx: rule 3 of \"all\" is not used"),
        "{told}"
    );
    assert_eq!(code, 0);
    let (only, _, _) = jjak(folder, "segment a.txt --srx r.srx --srx-only");
    assert_eq!(only, "He met Kapt. Holm;\nthey sailed. It rained.\n");
    let (explained, _, _) = jjak(folder, "segment a.txt --srx r.srx --format explain");
    let rules: Vec<&str> = explained
        .lines()
        .filter_map(|line| line.split('\t').nth(2))
        .collect();
    assert_eq!(rules, ["srx-join", "srx-break", "full-stop"]);
    let (_, told, code) = jjak(folder, "segment a.txt --srx a.txt");
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("a.txt: "), "{told}");
    let (_, told, code) = jjak(folder, "segment a.txt --srx-only");
    assert!(code == 2 && told.contains("--srx-only needs"), "{told}");
}

#[test]
fn alignment_goes_by_the_same_rules() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        "en.txt",
        "The boat left; the crew sang. It rained in Busan.\n",
    );
    write(
        folder,
        "ko.txt",
        "배가 떠났고; 선원들이 노래했다. 부산에는 비가 왔다.\n",
    );
    write(folder, "r.srx", SRX);
    let (_, told, code) = jjak(folder, "align en.txt ko.txt --srx r.srx -o out.tsv");
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("en.txt (UTF-8), 3 sentences"), "{told}");
    let (_, told, code) = jjak(
        folder,
        "align en.txt ko.txt --segmented --srx r.srx -o out.tsv",
    );
    assert!(code == 2 && told.contains("--segmented"), "{told}");
}

#[test]
fn each_line_is_a_sentence_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.txt", "One. Two.\n\nSubscribe\nThree\n");
    let (lines, _, _) = jjak(folder.path(), "segment a.txt --segmented");
    assert_eq!(lines, "One. Two.\nSubscribe\nThree\n");
}

#[cfg(target_os = "linux")]
#[test]
fn the_users_lists_are_read_and_a_bad_line_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        "config/jjak/lists/segment/abbreviations.txt",
        "Kapt.\n",
    );
    write(
        folder,
        "config/jjak/lists/clean/never.txt",
        "Harbor deals *\n???\n",
    );
    write(
        folder,
        "a.txt",
        "He met Kapt. Holm in the harbor.\nHarbor deals 12\n",
    );
    let (lines, told, _) = jjak(folder, "segment a.txt");
    assert_eq!(lines, "He met Kapt. Holm in the harbor.\n");
    assert!(told.contains("never.txt, line 2: "), "{told}");
    let (blocks, _, _) = jjak(folder, "clean a.txt");
    assert!(
        blocks.contains("by-hand         Harbor deals 12"),
        "{blocks}"
    );
}

#[test]
fn rules_are_not_written_over_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, "a.txt", "Kim left.");
    let (_, told, code) = jjak(folder, "segment --write-srx a.txt");
    assert!(told.contains(".srx"), "{told}");
    assert_eq!(code, 2);
    let text = fs::read_to_string(folder.join("a.txt")).unwrap();
    assert_eq!(text, "Kim left.");
    assert_eq!(jjak(folder, "segment --write-srx own.srx").2, 0);
    let (_, told, code) = jjak(folder, "segment a.txt --srx own.srx --srx-only");
    assert_eq!(code, 0, "{told}");
}

#[test]
fn a_line_of_the_glossary_that_is_no_term_leaves_the_others_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        "config/jjak/lists/glossary.tsv",
        "captain\t함장\nbroken\n",
    );
    write(
        folder,
        "a.tsv",
        "The captain left early.\t선장은 일찍 떠났다.\nHe slept.\t\n",
    );
    let (_, told, code) = jjak(folder, "convert a.tsv -o a --format jjak -o a.tmx");
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("1 without a counterpart left out"), "{told}");
    write(
        folder,
        "b.jjak",
        &fs::read_to_string(folder.join("a")).unwrap(),
    );
    let (found, told, code) = jjak(folder, "check b.jjak --format tsv --strict");
    assert!(told.contains("line 2"), "{told}");
    assert!(found.contains("captain is 함장"), "{found}");
    assert_eq!(code, 1);
}
