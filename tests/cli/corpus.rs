//! `jjak stats`, `dedup` and `split` on every form of a corpus.

use super::Desk;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

const FORMS: [&str; 5] = ["jsonl", "tsv", "csv", "tmx", "parquet"];

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Fourteen documents of a site, which say farewell alike, of which every sixth is nearly the one before; as a corpus
/// in every form.
fn corpora(desk: &Desk) {
    let mut table = String::new();
    for at in 0..14 {
        let number = at - usize::from(at % 6 == 5);
        let words = |word: &str| format!("{word}{number} ").repeat(25);
        let en = format!(
            "{}The = of \"{number}\" is {at}, it said.\nIt rained.\nThe editors thank the readers of this town.\n",
            words("w")
        );
        let ko = format!(
            "{}\"{number}\"의 값은 {at}이라고 한다.\n비가 왔다.\n편집부는 이 고을의 독자에게 감사드린다.\n",
            words("말")
        );
        let url = |lang: &str| format!("https://www.eunpo.example/{lang}/{at}");
        table += &json!({
            "id": format!("d{at}"), "en_text": en, "ko_text": ko, "en_url": url("en"), "ko_url": url("ko"),
        })
        .to_string();
        table.push('\n');
    }
    desk.put("pairs.jsonl", table);
    let outputs: String = FORMS.map(|form| format!(" -o corpus.{form}")).concat();
    let ran = desk.jjak(&format!("batch pairs.jsonl{outputs} --order english"));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

/// What `jjak dedup` leaves of a corpus and what it drops.
fn dedup(desk: &Desk, form: &str, options: &str) -> (Vec<u8>, Vec<Value>, String) {
    let ran = desk.jjak(&format!(
        "dedup corpus.{form} -o left.{form} --dropped dropped.jsonl {options}"
    ));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let left = fs::read(desk.path(&format!("left.{form}"))).unwrap();
    (left, lines(&desk.text("dropped.jsonl")), ran.err)
}

/// The same but for how exactly a form says the confidence.
fn told(dropped: &[Value]) -> Vec<Value> {
    let told = dropped.iter().map(|row| {
        let mut row = row.clone();
        row["confidence"] = Value::Null;
        row
    });
    told.collect()
}

#[test]
fn every_form_of_a_corpus_is_read_alike_and_left_as_it_is() {
    let desk = Desk::new();
    corpora(&desk);
    let figures = FORMS.map(|form| desk.jjak(&format!("stats corpus.{form} -o -")).done());
    let first: Value = serde_json::from_str(&figures[0]).unwrap();
    assert_eq!(
        (&first["documents"], &first["documents_repeated"]),
        (&json!(14), &json!(2))
    );
    assert_eq!(first["recurring"], 4, "{figures:?}");
    for (form, figures) in FORMS.iter().zip(&figures) {
        assert_eq!(
            serde_json::from_str::<Value>(figures).unwrap(),
            first,
            "{form}"
        );
    }
    let (_, of_lines, _) = dedup(&desk, "jsonl", "--recurring 10");
    for form in FORMS {
        let whole = fs::read(desk.path(&format!("corpus.{form}"))).unwrap();
        let (left, dropped, _) = dedup(&desk, form, "--pairs keep-all --documents keep-all");
        assert!(
            left == whole && dropped.is_empty(),
            "{form} is not as it was"
        );
        let (left, dropped, _) = dedup(&desk, form, "--recurring 10");
        assert!(left.len() < whole.len());
        assert!(told(&dropped) == told(&of_lines), "{form}");
        // What is left is a corpus in which nothing stands twice.
        fs::rename(
            desk.path(&format!("left.{form}")),
            desk.path(&format!("corpus.{form}")),
        )
        .unwrap();
        let (again, dropped, _) = dedup(&desk, form, "--recurring 10");
        assert!(again == left && dropped.is_empty(), "{form}: {dropped:?}");
        let ran = desk.jjak(&format!("split corpus.{form} -o {form} --dev .2 --test .2"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let card = desk.text(&format!("{form}/README.md"));
        assert_eq!(
            card.contains(&format!("path: dev.{form}")),
            form != "tmx",
            "{card}"
        );
        let count = |name: &str| -> u64 {
            let figures = desk.jjak(&format!("stats {name}.{form} -o -")).done();
            serde_json::from_str::<Value>(&figures).unwrap()["pairs"]
                .as_u64()
                .unwrap()
        };
        let parts = ["train", "dev", "test"].map(|part| count(&format!("{form}/{part}")));
        assert_eq!(parts.iter().sum::<u64>(), count("corpus"), "{form}");
    }
}

#[test]
fn what_is_left_out_and_what_is_left_are_the_whole() {
    let desk = Desk::new();
    corpora(&desk);
    let whole = lines(&desk.text("corpus.jsonl"));
    for options in [
        "",
        "--recurring 10",
        "--documents keep-all",
        "--pairs keep-all",
    ] {
        let (left, dropped, said) = dedup(&desk, "jsonl", options);
        let mut left = lines(std::str::from_utf8(&left).unwrap()).into_iter();
        let mut gone = dropped.iter().peekable();
        let mut why: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, row) in whole.iter().enumerate() {
            let Some(dropped) = gone.next_if(|dropped| dropped["row"] == at + 1) else {
                assert_eq!(left.next().as_ref(), Some(row));
                continue;
            };
            let reason = dropped["why"].as_str().unwrap();
            *why.entry(reason).or_default() += 1;
            let text = |lang: &str| (dropped[lang].clone(), row["translation"][lang].clone());
            for (told, stood) in ["en", "ko"].map(text) {
                assert_eq!(told, stood);
            }
            assert_eq!(dropped["document"], row["project"]);
            let kept = &dropped["kept"];
            match reason {
                "said-before" => {
                    let first = &whole[kept["row"].as_u64().unwrap() as usize - 1];
                    assert_eq!(first["translation"], row["translation"]);
                    assert_eq!(first["project"], kept["document"]);
                }
                "near-document" => {
                    assert!(["d4", "d10"].contains(&kept["document"].as_str().unwrap()));
                    assert!(kept["likeness"].as_f64().unwrap() >= 0.6);
                }
                _ => assert_eq!(dropped["recurs"][0]["site"], "eunpo.example"),
            }
        }
        assert!(left.next().is_none() && gone.next().is_none());
        let counts = |reason| why.get(reason).copied().unwrap_or_default();
        assert_eq!(
            counts("near-document") > 0,
            options != "--documents keep-all"
        );
        assert_eq!(
            counts("said-before") > 0,
            !["--pairs keep-all", "--recurring 10"].contains(&options)
        );
        assert_eq!(counts("recurring") > 0, options == "--recurring 10");
        assert!(
            said.contains("14 of 14 documents of eunpo.example: The editors thank"),
            "{said}"
        );
    }
}

#[test]
fn what_is_no_corpus_is_refused() {
    let desk = Desk::new();
    corpora(&desk);
    let refused = |arguments: &str, words: &[&str]| desk.jjak(arguments).refused(words);
    refused("stats en.txt", &["en.txt", ".parquet"]);
    refused("dedup corpus.tsv -o out.csv", &["jjak convert"]);
    refused("dedup corpus.tsv", &["-o OUT"]);
    refused("dedup corpus.tsv -o corpus.tsv", &["one of the inputs"]);
    refused("dedup corpus.tsv -o out.tsv --recurring few", &["few"]);
    for form in ["tmx", "parquet"] {
        let bytes = fs::read(desk.path(&format!("corpus.{form}"))).unwrap();
        for cut in [0, 3, bytes.len() / 2, bytes.len() - 9] {
            fs::write(desk.path(&format!("cut.{form}")), &bytes[..cut]).unwrap();
            refused(&format!("dedup cut.{form} -o out.{form}"), &["cut", form]);
            assert!(!desk.path(&format!("out.{form}")).exists());
        }
    }
    desk.put("cells.tsv", "english\tkorean\nIt rained.\t비가 왔다.\n");
    refused("stats cells.tsv", &["no column is called \"en\""]);
    desk.put(
        "some.jsonl",
        "{\"translation\":{\"en\":\"a\",\"ko\":null}}\n\n{\"en\":1}\n",
    );
    refused("stats some.jsonl", &["some.jsonl, row 2", "translation"]);
}
