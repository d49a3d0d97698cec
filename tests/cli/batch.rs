//! `jjak batch`: many pairs, of which some are broken.

use super::{Desk, ENGLISH, KOREAN, command};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::process::Stdio;

fn record(id: &str, en: &str, ko: &str) -> String {
    json!({"id": id, "en_text": en, "ko_text": ko}).to_string() + "\n"
}

fn reports(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn records_come_back_in_order_with_what_became_of_each() {
    let desk = Desk::new();
    let page =
        format!("<html><head><meta charset=euc-kr></head><body><p>{ENGLISH}</p></body></html>");
    let table = [
        record("a/1", ENGLISH, KOREAN),
        record("both English", ENGLISH, ENGLISH),
        json!({"id": "files", "en": "en.txt", "ko": "ko.txt", "domain": "economy"}).to_string()
            + "\n",
        "{broken\n".to_owned(),
        json!({"id": "page", "en_html": page, "ko_text": KOREAN}).to_string() + "\n",
        json!({"id": "gone", "en": "no.txt", "ko": "ko.txt"}).to_string() + "\n",
        json!({"id": "link", "en_url": "https://a.kr", "ko": "ko.txt"}).to_string() + "\n",
        json!({"id": "unsure", "en": "en.txt", "ko": "ko.txt", "score": 0.2}).to_string() + "\n",
        record("a/1", ENGLISH, KOREAN),
    ];
    desk.put("pairs.jsonl", table.concat());
    let ran = desk
        .jjak("batch pairs.jsonl -o - --format jsonl -o all.tsv -o work/ --jobs 2 --log log.jsonl");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let told = reports(&ran.out);
    let seen: Vec<(&str, &str)> = told
        .iter()
        .map(|report| {
            (
                report["id"].as_str().unwrap(),
                report["status"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("a/1", "ok"),
            ("both English", "failed"),
            ("files", "ok"),
            ("row 4", "failed"),
            ("page", "ok"),
            ("gone", "failed"),
            ("link", "failed"),
            ("unsure", "skipped"),
            ("a/1", "failed"),
        ]
    );
    for (at, word) in [
        (1, "both English"),
        (3, "line 4"),
        (5, "no.txt"),
        (6, "save the page"),
        (8, "same id"),
    ] {
        let error = told[at]["error"].as_str().unwrap();
        assert!(error.contains(word), "{error}");
    }
    for at in [0, 2, 4] {
        assert_eq!(told[at]["pairs"].as_array().unwrap().len(), 4, "{at}");
        assert_eq!(told[at]["share_paired"], 1.0);
        assert!(told[at]["proof"].as_str().unwrap().starts_with("EN "));
    }
    assert_eq!(told[2]["domain"], "economy");
    assert_eq!(desk.text("all.tsv").lines().count(), 1 + 3 * 4);
    assert!(desk.path("work/a%2F1.jjak").exists() && desk.path("work/files.jjak").exists());
    let log = reports(&desk.text("log.jsonl"));
    assert!(log.len() == 9 && log[0].get("pairs").is_none());
    assert!(
        !desk.path("all.tsv.batch").exists(),
        "nothing is left behind"
    );
}

#[test]
fn a_corpus_is_what_each_pair_by_itself_gives() {
    let desk = Desk::new();
    desk.put("pairs.tsv", "id\ten\tko\none\ten.txt\tko.txt\n");
    assert_eq!(desk.jjak("batch pairs.tsv -o batch.jsonl").code, Some(0));
    assert_eq!(
        desk.jjak("align en.txt ko.txt -o align.jsonl").code,
        Some(0)
    );
    let lines = |name: &str| {
        let mut lines = reports(&desk.text(name));
        for line in &mut lines {
            let line = line.as_object_mut().unwrap();
            line.remove("began");
            assert!(
                line.remove("project")
                    .is_none_or(|project| project == "one")
            );
        }
        lines
    };
    assert_eq!(lines("batch.jsonl"), lines("align.jsonl"));
}

#[test]
fn a_batch_that_was_killed_goes_on_and_gives_the_same() {
    let desk = Desk::new();
    let table: String = (0..60)
        .map(|at| match at % 7 {
            3 => record(&at.to_string(), ENGLISH, ENGLISH),
            _ => record(
                &at.to_string(),
                &format!("{ENGLISH}It was {at}.\n"),
                &format!("{KOREAN}{at}였다.\n"),
            ),
        })
        .collect();
    desk.put("pairs.jsonl", table);
    let dated = |arguments: &str| {
        let mut command = command(desk.0.path(), arguments);
        command.env("SOURCE_DATE_EPOCH", "1700000000");
        command
    };
    dated("batch pairs.jsonl -o whole.tsv -o whole.parquet -o whole.tmx")
        .output()
        .unwrap();
    let killed = "batch pairs.jsonl -o resumed.tsv -o resumed.parquet -o resumed.tmx -o - --format jsonl --jobs 2";
    let mut child = dated(killed)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Until some records are done, and no more.
    let mut out = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    for _ in 0..5 {
        std::io::BufRead::read_line(&mut out, &mut line).unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    drop(out);
    assert!(!desk.path("resumed.tsv").exists());
    // A line that was cut short.
    let spool = desk.path("resumed.tsv.batch");
    let mut cut = fs::OpenOptions::new().append(true).open(&spool).unwrap();
    cut.write_all(b"{\"id\":\"5\",\"line\"").unwrap();
    drop(cut);

    let again = dated(killed).output().unwrap();
    let said = String::from_utf8_lossy(&again.stderr);
    assert!(
        again.status.code() == Some(2) && said.contains("--resume"),
        "{said}"
    );
    let other = dated(&format!("{killed} --resume --one-to-one"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&other.stderr);
    assert!(
        other.status.code() == Some(2) && said.contains("other options"),
        "{said}"
    );

    let resumed = dated(&format!("{killed} --resume")).output().unwrap();
    assert_eq!(
        resumed.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&resumed.stderr)
    );
    let told = String::from_utf8(resumed.stdout).unwrap();
    let ids: Vec<usize> = reports(&told)
        .iter()
        .map(|report| report["id"].as_str().unwrap().parse().unwrap())
        .collect();
    assert_eq!(ids, (0..60).collect::<Vec<_>>());
    for end in ["tsv", "parquet", "tmx"] {
        let bytes = |name: &str| fs::read(desk.path(&format!("{name}.{end}"))).unwrap();
        assert!(bytes("whole") == bytes("resumed"), "{end}");
    }
    assert!(!spool.exists());
}

#[test]
fn shards_make_the_whole() {
    let desk = Desk::new();
    let table: String = (0..7)
        .map(|at| record(&at.to_string(), ENGLISH, KOREAN))
        .collect();
    desk.put("pairs.jsonl", table);
    let mut ids = Vec::new();
    for shard in 1..=3 {
        let ran = desk.jjak(&format!(
            "batch pairs.jsonl -o - --format jsonl --shard {shard}/3 --jobs 1"
        ));
        ids.extend(
            reports(&ran.out)
                .iter()
                .map(|report| report["id"].as_str().unwrap().to_owned()),
        );
    }
    assert_eq!(ids, ["0", "3", "6", "1", "4", "2", "5"]);
    assert_eq!(
        desk.jjak("batch pairs.jsonl -o - --shard 4/3").code,
        Some(2)
    );
}

#[test]
fn what_takes_too_long_or_too_much_stops_no_other() {
    let desk = Desk::new();
    let long = |text: &str| text.repeat(400);
    let table = [
        record("fine", ENGLISH, KOREAN),
        record("long", &long(ENGLISH), &long(KOREAN)),
        record("fine, too", ENGLISH, KOREAN),
    ];
    desk.put("pairs.jsonl", table.concat());
    let status = |arguments: &str| {
        let ran = desk.jjak(&format!(
            "batch pairs.jsonl -o - --format jsonl --jobs 1 {arguments}"
        ));
        let told = reports(&ran.out);
        let seen: Vec<String> = told
            .iter()
            .map(|report| report["status"].as_str().unwrap().to_owned())
            .collect();
        (
            seen,
            told[1]["error"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let (seen, error) = status("--timeout 0.3");
    assert_eq!(seen, ["ok", "failed", "ok"], "{error}");
    assert!(error.contains("--timeout"), "{error}");
}

#[test]
fn nothing_that_is_read_is_written() {
    let desk = Desk::new();
    desk.put("pairs.tsv", "en\tko\nen.txt\tko.tsv\n");
    desk.put("ko.tsv", KOREAN);
    let ran = desk.jjak("batch pairs.tsv -o ko.tsv");
    assert!(
        ran.code == Some(2) && ran.err.contains("would replace"),
        "{}",
        ran.err
    );
    assert_eq!(desk.text("ko.tsv"), KOREAN);
    assert_eq!(desk.jjak("batch pairs.tsv -o pairs.tsv").code, Some(2));
    assert_eq!(desk.jjak("batch pairs.tsv -o all.html").code, Some(2));
    assert_eq!(desk.jjak("batch pairs.tsv -o - --resume").code, Some(2));
}

#[test]
fn a_corpus_is_counted_and_divided_by_document() {
    let desk = Desk::new();
    let mut table = String::new();
    for at in 0..40 {
        // Every tenth is nearly the one before.
        let number = at - usize::from(at % 10 == 9);
        let words = |word: &str| format!("{word} ").repeat(number + 1);
        let en = format!(
            "{ENGLISH}The number of {} is {number}.\n{}ends.\n",
            number * 7919,
            words(&format!("w{number}x"))
        );
        let ko = format!(
            "{KOREAN}{}의 수는 {number}이다.\n{}끝이다.\n",
            number * 7919,
            words(&format!("말{number}"))
        );
        table += &record(&format!("d{at}"), &en, &ko);
    }
    desk.put("pairs.jsonl", table);
    assert_eq!(desk.jjak("batch pairs.jsonl -o corpus.jsonl").code, Some(0));
    let ran = desk.jjak("stats corpus.jsonl -o - -o page.html");
    let figures: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(figures["documents"], 40);
    let pairs = figures["pairs"].as_u64().unwrap() as usize;
    assert_eq!(
        pairs + figures["one_sided"].as_u64().unwrap() as usize,
        desk.text("corpus.jsonl").lines().count()
    );
    assert!(figures["repeated_exactly"].as_u64().unwrap() >= 39 * 4);
    assert!(desk.text("page.html").contains("<svg"));
    let volume = &figures["by_state"]["unreviewed"];
    for count in ["words", "characters"] {
        assert_eq!(volume[count], figures[count]);
    }
    assert_eq!(volume["pairs"], pairs);
    let [all, bare] = ["characters", "characters_without_spaces"].map(|of| volume[of][1].as_u64());
    assert!(bare < all && bare > Some(0));

    let ran = desk.jjak("split corpus.jsonl -o parts --dev .2 --test .2 --seed 3");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let mut place = std::collections::BTreeMap::new();
    let mut lines = Vec::new();
    for part in ["train", "dev", "test"] {
        let text = desk.text(&format!("parts/{part}.jsonl"));
        for row in reports(&text) {
            let document = row["project"].as_str().unwrap().to_owned();
            assert_eq!(*place.entry(document).or_insert(part), part);
        }
        lines.extend(text.lines().map(str::to_owned));
    }
    let mut all: Vec<String> = desk
        .text("corpus.jsonl")
        .lines()
        .map(str::to_owned)
        .collect();
    all.sort();
    lines.sort();
    assert!(all == lines, "every line is in one part, as it was");
    for at in [9, 19, 29, 39] {
        assert_eq!(
            place[&format!("d{at}")],
            place[&format!("d{}", at - 1)],
            "{at}"
        );
    }
    assert!(desk.text("parts/README.md").starts_with("---\nlanguage:"));
    assert_eq!(desk.jjak("split corpus.jsonl -o parts").code, Some(2));
    let ran = desk.jjak("split corpus.jsonl -o once --duplicates keep-first");
    assert!(ran.err.contains("said before"), "{}", ran.err);
}
