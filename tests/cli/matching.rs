//! `jjak match`: every state a text can have, and what else decides.

use super::*;
use std::collections::BTreeMap;

const ARTICLES: [&str; 6] = [
    "dev/n02", "dev/n05", "dev/n12", "dev2/q04", "dev2/q08", "dev2/q12",
];

fn article(name: &str, lang: &str) -> String {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    fs::read_to_string(gold.join(format!("{name}.{lang}.sent"))).unwrap()
}

/// A desk with the articles of `tests/gold` under names that say nothing, and none of the usual texts.
struct Folders(Desk);

impl Folders {
    fn new(articles: &[&str]) -> Folders {
        let folders = Folders(Desk::new());
        fs::create_dir(folders.0.path("en")).unwrap();
        fs::create_dir(folders.0.path("ko")).unwrap();
        for (at, name) in articles.iter().enumerate() {
            folders.put(&format!("en/e{at}.txt"), &article(name, "en"));
            let other = articles.len() - 1 - at;
            folders.put(&format!("ko/k{other}.txt"), &article(name, "ko"));
        }
        folders
    }

    fn put(&self, name: &str, text: &str) {
        self.0.put(name, text);
    }

    /// The rows that `jjak match en ko` and more arguments writes.
    fn matched(&self, more: &str) -> Vec<BTreeMap<String, String>> {
        self.0
            .jjak(&format!("match en ko -o pairs.tsv {more}"))
            .done();
        rows(&self.0.text("pairs.tsv"))
    }
}

fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = table
        .lines()
        .map(|line| line.split('\t').map(str::to_owned));
    let names: Vec<String> = lines.next().unwrap().collect();
    lines
        .map(|cells| names.iter().cloned().zip(cells).collect())
        .collect()
}

/// Of the rows of a state: English, Korean and what they are of.
fn of_state<'a>(rows: &'a [BTreeMap<String, String>], state: &str) -> Vec<[&'a str; 3]> {
    let rows = rows.iter().filter(|row| row["state"] == state);
    rows.map(|row| ["en", "ko", "of"].map(|name| row[name].as_str()))
        .collect()
}

#[test]
fn what_belongs_together_is_sure_whatever_it_is_called() {
    let rows = Folders::new(&ARTICLES).matched("");
    let expected = [
        ["en/e0.txt", "ko/k5.txt", ""],
        ["en/e1.txt", "ko/k4.txt", ""],
        ["en/e2.txt", "ko/k3.txt", ""],
        ["en/e3.txt", "ko/k2.txt", ""],
        ["en/e4.txt", "ko/k1.txt", ""],
        ["en/e5.txt", "ko/k0.txt", ""],
    ];
    assert_eq!(of_state(&rows, "sure"), expected);
    assert_eq!(rows.len(), 6);
    assert!(
        rows.iter()
            .all(|row| row["how"] == "content" && row["margin"].parse::<f64>().unwrap() > 0.5)
    );
    assert!(rows[0]["why"].contains("2.5"), "{}", rows[0]["why"]);
}

#[test]
fn what_has_no_counterpart_is_alone_and_what_cannot_be_used_is_told() {
    let folders = Folders::new(&ARTICLES[..3]);
    folders.put("en/stranger.txt", &article("dev/p06", "en"));
    folders.put("ko/stranger.txt", &article("dev/p10", "ko"));
    folders.put("ko/empty.txt", " \n");
    folders.put("en/picture.txt", "\u{89}PNG\r\n\u{1a}\n\0\0");
    let ran = folders.0.jjak("match en ko -o pairs.tsv --names no");
    assert!(ran.err.contains("ko/empty.txt: "), "{}", ran.err);
    ran.done();
    let rows = rows(&folders.0.text("pairs.tsv"));
    assert_eq!(of_state(&rows, "sure").len(), 3);
    assert_eq!(
        of_state(&rows, "alone"),
        [
            ["en/picture.txt", "", ""],
            ["en/stranger.txt", "", ""],
            ["", "ko/empty.txt", ""],
            ["", "ko/stranger.txt", ""],
        ]
    );
    let strict = folders.0.jjak("match en ko -o pairs.tsv --strict");
    assert_eq!(strict.code, Some(1));
}

#[test]
fn a_version_and_a_duplicate_are_told_and_one_is_kept() {
    let folders = Folders::new(&ARTICLES[..4]);
    let english = article(ARTICLES[1], "en");
    folders.put("en/z-copy.txt", &english);
    // The draft says something that nobody translated, and has not yet what came later.
    let mut draft: Vec<&str> = english.lines().collect();
    draft.truncate(24);
    draft.insert(
        3,
        "A spokesman had no comment on that at the time of writing.",
    );
    folders.put("en/draft.txt", &draft.join("\n"));
    let rows = folders.matched("");
    assert_eq!(
        of_state(&rows, "duplicate"),
        [["en/z-copy.txt", "", "en/e1.txt"]]
    );
    assert_eq!(
        of_state(&rows, "version"),
        [["en/draft.txt", "", "en/e1.txt"]]
    );
    assert!(of_state(&rows, "sure").contains(&["en/e1.txt", "ko/k2.txt", ""]));
}

#[test]
fn a_page_of_two_articles_pairs_by_its_parts_which_can_be_aligned() {
    let folders = Folders::new(&ARTICLES[..3]);
    let both = format!("{}{}", article("dev/p03", "ko"), article("dev/n09", "ko"));
    folders.put("ko/both.txt", &both);
    folders.put("en/first.txt", &article("dev/p03", "en"));
    folders.put("en/second.txt", &article("dev/n09", "en"));
    let rows = folders.matched("");
    let parts = of_state(&rows, "part");
    assert_eq!(parts.len(), 2, "{rows:?}");
    for ([en, ko, of], expected) in parts.iter().zip(["dev/p03", "dev/n09"]) {
        assert_eq!(*of, "ko/both.txt");
        assert!(*en == "en/first.txt" || *en == "en/second.txt");
        folders
            .0
            .jjak(&format!("align {en} {ko} -o part.tsv"))
            .done();
        let pairs = folders.0.text("part.tsv").lines().count();
        let sentences = article(expected, "ko").lines().count();
        assert!(pairs * 10 > sentences * 6, "{pairs} pairs of {sentences}");
    }
    assert_eq!(of_state(&rows, "sure").len(), 3);
}

#[test]
fn short_texts_are_for_a_person_to_look_at() {
    let folders = Folders::new(&ARTICLES[..2]);
    folders.put(
        "en/brief.txt",
        "The Eunpo ferry resumed on Nov. 12.\nIt takes 310 passengers.\n",
    );
    folders.put(
        "ko/brief.txt",
        "은포 여객선이 11월 12일 운항을 재개했다.\n정원은 310명이다.\n",
    );
    let rows = folders.matched("--names no");
    assert_eq!(
        of_state(&rows, "look"),
        [["en/brief.txt", "ko/brief.txt", ""]]
    );
}

#[test]
fn pages_of_one_kind_that_name_other_figures_are_a_guess_at_best() {
    let folders = Folders::new(&ARTICLES[..2]);
    let notes = |version: &str| {
        format!(
            "Harbor {version} release notes\nThis version repairs the sync of large folders.\nInstallers are signed again.\nThe window opens faster on old screens.\nThanks to all who reported faults.\nUpdate from the settings page.\n"
        )
    };
    folders.put("en/notes.txt", &notes("3.4.3"));
    folders.put("ko/notes.txt", "하버 3.4.5 출시 노트\n이번 버전은 큰 폴더의 동기화를 고쳤습니다.\n설치 파일에 다시 서명했습니다.\n오래된 화면에서 창이 더 빨리 열립니다.\n오류를 알려 주신 모든 분께 감사드립니다.\n설정 페이지에서 업데이트하세요.\n");
    let rows = folders.matched("--names no");
    let guess = of_state(&rows, "guess");
    assert_eq!(guess, [["en/notes.txt", "ko/notes.txt", ""]]);
    let row = rows.iter().find(|row| row["state"] == "guess").unwrap();
    assert!(row["why"].contains("other figures"), "{}", row["why"]);
    assert!(row["score"].parse::<f64>().unwrap() < 0.5);
}

#[test]
fn one_folder_and_files_of_both_languages_will_do() {
    let folders = Folders(Desk::new());
    fs::create_dir(folders.0.path("all")).unwrap();
    folders.put("all/a.txt", &article("dev/n02", "en"));
    folders.put("all/b.txt", &article("dev/n02", "ko"));
    let turns: Vec<String> = article("dev/p09", "en")
        .lines()
        .zip(article("dev/p09", "ko").lines())
        .map(|(en, ko)| format!("{en}\n{ko}\n"))
        .collect();
    folders.put("all/both.txt", &turns.concat());
    folders.0.jjak("match all -o pairs.tsv").done();
    let rows = rows(&folders.0.text("pairs.tsv"));
    assert_eq!(
        of_state(&rows, "sure"),
        [
            ["all/a.txt", "all/b.txt", ""],
            ["all/both.txt", "all/both.txt", ""]
        ]
    );
}

#[test]
fn lists_and_archives_stand_for_what_is_in_them() {
    let folders = Folders::new(&ARTICLES[..2]);
    let archive = fs::File::create(folders.0.path("ko.zip")).unwrap();
    let mut archive = zip::ZipWriter::new(archive);
    for at in 0..2 {
        let options = zip::write::SimpleFileOptions::default();
        archive
            .start_file(format!("pages/k{at}.txt"), options)
            .unwrap();
        let text = folders.0.text(&format!("ko/k{at}.txt"));
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    folders.put("list.txt", "en/e1.txt\nen/gone.txt\n");
    folders.0.jjak("match @list.txt ko.zip -o pairs.tsv").done();
    let rows = rows(&folders.0.text("pairs.tsv"));
    assert_eq!(
        of_state(&rows, "sure"),
        [["en/e1.txt", "ko.zip/pages/k0.txt", ""]]
    );
    let alone = of_state(&rows, "alone");
    assert_eq!(
        alone,
        [["en/gone.txt", "", ""], ["", "ko.zip/pages/k1.txt", ""]]
    );
    folders
        .0
        .jjak("align en/e1.txt ko.zip/pages/k0.txt -o pair.tmx")
        .done();
}

#[test]
fn what_a_person_decided_stays() {
    let folders = Folders::new(&ARTICLES[..4]);
    folders.put(
        "known.tsv",
        "state\tnote\tko\ten\n\tby hand\tko/k0.txt\ten/e0.txt\nnone\t\tko/k1.txt\t\n\t\tko/other.txt\ten/e9.txt\n",
    );
    let ran = folders.0.jjak("match en ko -o pairs.tsv --known known.tsv");
    assert!(
        ran.err.contains("en/e9.txt: the table of known pairs"),
        "{}",
        ran.err
    );
    ran.done();
    let rows = rows(&folders.0.text("pairs.tsv"));
    let sure = of_state(&rows, "sure");
    assert!(sure.contains(&["en/e0.txt", "ko/k0.txt", ""]));
    assert!(sure.contains(&["en/e1.txt", "ko/k2.txt", ""]));
    assert_eq!(of_state(&rows, "none"), [["", "ko/k1.txt", ""]]);
    folders.put("known.tsv", "en\tko\tscore\na\tb\tyes\n");
    let refused = folders.0.jjak("match en ko -o pairs.tsv --known known.tsv");
    refused.refused(&["known.tsv: line 2, column score: yes is no number"]);
}

#[test]
fn names_count_where_they_keep_to_the_texts_and_not_where_they_mislead() {
    let folders = Folders::new(&[]);
    for (at, name) in ARTICLES.iter().enumerate() {
        folders.put(&format!("en/{at}.en.txt"), &article(name, "en"));
        folders.put(&format!("ko/{at}.ko.txt"), &article(name, "ko"));
    }
    let both = folders.matched("");
    assert!(both.iter().all(|row| row["how"] == "both"), "{both:?}");
    let content = folders.matched("--names no");
    assert!(content.iter().all(|row| row["how"] == "content"));
    // Numbered the other way round.
    let mislead = Folders::new(&[]);
    for (at, name) in ARTICLES.iter().enumerate() {
        mislead.put(&format!("en/{at}.txt"), &article(name, "en"));
        mislead.put(&format!("ko/{}.txt", 5 - at), &article(name, "ko"));
    }
    let rows = mislead.matched("");
    assert_eq!(of_state(&rows, "sure").len(), 6);
    assert!(rows.iter().all(|row| row["how"] == "content"));
}

#[test]
fn the_table_can_be_json_lines_and_is_refused_over_what_is_read() {
    let folders = Folders::new(&ARTICLES[..1]);
    let out = folders.0.jjak("match en ko -o - --format jsonl").done();
    let row: serde_json::Value = serde_json::from_str(out.trim()).unwrap();
    assert_eq!(row["en"], "en/e0.txt");
    assert!(row["score"].as_f64().unwrap() > 0.9);
    folders.put("known.tsv", "en\tko\n");
    let refused = folders.0.jjak("match en ko -o known.tsv --known known.tsv");
    refused.refused(&["known.tsv"]);
    let text = folders.0.text("en/e0.txt");
    for (command, output) in [
        ("match en ko", "en/e0.txt"),
        ("match en ko", "./ko/../en/e0.txt"),
        ("match @list.txt ko", "list.txt"),
    ] {
        folders.put("list.txt", "en/e0.txt\n");
        let refused = folders.0.jjak(&format!("{command} -o {output}"));
        refused.refused(&["is one of the inputs"]);
    }
    assert_eq!(folders.0.text("en/e0.txt"), text);
    // A table of ours that lies among the texts is none of them.
    for format in ["tsv", "jsonl"] {
        for _ in 0..2 {
            let command = format!("match en ko -o en/pairs.txt --format {format}");
            folders.0.jjak(&command).done();
        }
    }
    fs::remove_file(folders.0.path("en/pairs.txt")).unwrap();
    folders
        .0
        .jjak("match en nowhere -o a.tsv")
        .refused(&["nowhere", "no such file or folder"]);
    folders
        .0
        .jjak("match en ko ko -o a.tsv")
        .refused(&["two folders"]);
    folders.0.jjak("match en ko").refused(&["-o pairs.tsv"]);
}

/// Three papers and a ministry on one fire: the wire's early report and its later one, the next day's, an editorial, another
/// fire told in the same words, and a story on each side that the other has not.
#[test]
fn reports_of_one_event_are_told_apart() {
    let papers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/papers");
    let folders = Folders::new(&[]);
    for lang in ["en", "ko"] {
        for entry in fs::read_dir(papers.join(lang)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{lang}/{}", entry.file_name().to_str().unwrap());
            folders.put(&name, &fs::read_to_string(entry.path()).unwrap());
        }
    }
    let rows = folders.matched("");
    let pairs: BTreeMap<&str, &str> = rows
        .iter()
        .filter(|row| row["score"].parse::<f64>().is_ok_and(|score| score >= 0.5))
        .map(|row| (row["en"].as_str(), row["ko"].as_str()))
        .collect();
    let gold = fs::read_to_string(papers.join("pairs.tsv")).unwrap();
    let gold: BTreeMap<String, String> = gold
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(en, ko)| (format!("en/{en}"), format!("ko/{ko}")))
        .collect();
    let gold: BTreeMap<&str, &str> = gold.iter().map(|(en, ko)| (&**en, &**ko)).collect();
    assert_eq!(pairs, gold);
}
