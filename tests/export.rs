//! What leaves the house: TMX and TSV read back, bead files, previews.

use jjak::align::Link;
use jjak::article::Lang;
use jjak::bitext::{Bitext, State, Verdict};
use jjak::export::{Format, Options, beads, beads::Numbering, preview, write};
use jjak::import::{self, Imported};
use jjak::pipeline::prepare_lines;
use quick_xml::{Reader, events::Event};
use std::path::Path;

fn imported(text: &str, lang: Lang) -> Imported {
    let mut imported = import::from_text(text.into());
    imported.article.lang = lang;
    imported.article.provenance.title = Some("Tom & \"Jerry\" <live>".into());
    imported.detected = Some(lang);
    imported
}

/// A bitext of lines with the beads given as positions.
fn bitext(en: &str, ko: &str, links: &[(&[usize], &[usize], f32)]) -> Bitext {
    let prepared = prepare_lines(imported(en, Lang::En), imported(ko, Lang::Ko)).unwrap();
    let links: Vec<Link> = links
        .iter()
        .map(|&(en, ko, confidence)| Link {
            en: en.into(),
            ko: ko.into(),
            confidence,
        })
        .collect();
    let bitext = Bitext::new(prepared.en, prepared.ko, &links);
    bitext.check().unwrap();
    bitext
}

/// Awkward characters on both sides, a 2-1 bead, and a sentence without a counterpart.
fn awkward() -> Bitext {
    let mut bitext = bitext(
        "R&D <b>\"grew\"</b> 5% ]]>\u{0}\u{b}now\u{ffff}.\nOne.\nTwo.\nLost.\n",
        "연구\u{1b}개발은\t5%\u{2028}늘었다.\n\u{1112}\u{1161}\u{11ab}나 둘.\n",
        &[(&[0], &[0], 0.95), (&[1, 2], &[1], 0.4), (&[3], &[], 0.8)],
    );
    bitext.beads[0].note = "see\tpage 3 & \u{1}4\n".into();
    bitext.beads[1].state = State::Accepted;
    bitext.beads[1].verdict = Some(Verdict::Free);
    bitext
}

fn written(bitext: &Bitext, format: Format, options: &Options) -> String {
    let mut out = Vec::new();
    write(bitext, format, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Element names in order of their opening, and the text of every `seg`, `note` and `prop`.
fn parse(tmx: &str) -> (Vec<String>, Vec<(String, String)>) {
    let mut reader = Reader::from_str(tmx);
    let (mut opened, mut texts, mut text) = (Vec::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                opened.push(tag.name().as_ref().to_owned());
                text.clear();
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) => text.push(match &*name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                other => panic!("unexpected entity {other:?}"),
            }),
            Event::End(tag) => {
                let name = tag.name().as_ref().to_owned();
                if matches!(name.as_str(), "seg" | "note" | "prop") {
                    texts.push((name, text.clone()));
                }
            }
            Event::Eof => return (opened, texts),
            _ => {}
        }
    }
}

fn segs(tmx: &str) -> Vec<String> {
    let texts = parse(tmx).1.into_iter();
    texts
        .filter(|(name, _)| name == "seg")
        .map(|(_, text)| text)
        .collect()
}

#[test]
fn tmx_reads_back_without_what_xml_forbids() {
    let tmx = written(&awkward(), Format::Tmx, &Options::default());
    assert_eq!(
        segs(&tmx),
        [
            "R&D <b>\"grew\"</b> 5% ]]> now.",
            "연구개발은 5% 늘었다.",
            "One. Two.",
            "한나 둘.",
        ]
    );
    assert!(!tmx.contains(|c: char| c < ' ' && c != '\n'));
}

#[test]
fn tmx_has_the_form_its_readers_want() {
    let options = Options {
        en_code: "en-GB".into(),
        created: "2026-11-23T09:08:07Z".parse().unwrap(),
        ..Options::default()
    };
    let tmx = written(&awkward(), Format::Tmx, &options);
    assert!(tmx.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx "));
    for attribute in [
        "creationtool=\"Jjak\"",
        "creationtoolversion=",
        "segtype=\"sentence\"",
        "o-tmf=",
        "adminlang=\"en\"",
        "srclang=\"en-GB\"",
        "datatype=\"plaintext\"",
        "creationdate=\"20261123T090807Z\"",
    ] {
        assert_eq!(tmx.matches(attribute).count(), 1, "{attribute}");
    }
    assert_eq!(tmx.matches("xml:lang=\"en-GB\"").count(), 2);
    assert_eq!(tmx.matches("<tu segtype=\"block\">").count(), 1);
    assert!(!tmx.contains("tuid"));
    let (opened, texts) = parse(&tmx);
    let first = opened.iter().position(|name| name == "tu").unwrap();
    assert_eq!(
        opened[first..first + 12],
        [
            "tu", "prop", "prop", "prop", "prop", "prop", "prop", "note", "tuv", "seg", "tuv",
            "seg"
        ]
    );
    assert_eq!(texts[0], ("prop".into(), "Tom & \"Jerry\" <live>".into()));
    assert!(texts.contains(&("note".into(), "see page 3 & 4".into())));
    assert!(texts.contains(&("prop".into(), "free".into())));
}

#[test]
fn tsv_rows_have_the_columns_of_their_header() {
    let options = Options {
        one_sided: true,
        ..Options::default()
    };
    let tsv = written(&awkward(), Format::Tsv, &options);
    let rows: Vec<Vec<&str>> = tsv.lines().map(|row| row.split('\t').collect()).collect();
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|row| row.len() == 14), "{tsv}");
    assert_eq!(
        rows[0],
        [
            "en",
            "ko",
            "confidence",
            "shape",
            "state",
            "verdict",
            "note",
            "origin",
            "en_sentences",
            "ko_sentences",
            "domain",
            "reviewer",
            "en_source",
            "ko_source"
        ]
    );
    assert_eq!(rows[1][6], "see page 3 & 4");
    assert_eq!(
        rows[2],
        [
            "One. Two.",
            "한나 둘.",
            "0.400",
            "2-1",
            "accepted",
            "free",
            "",
            "engine",
            "34+4,39+4",
            "33+5",
            "",
            "",
            "{\"title\":\"Tom & \\\"Jerry\\\" <live>\"}",
            "{\"title\":\"Tom & \\\"Jerry\\\" <live>\"}"
        ]
    );
    assert_eq!(rows[3][..4], ["Lost.", "", "0.800", "1-0"]);
}

#[test]
fn options_choose_beads() {
    let bitext = awkward();
    let count =
        |options: Options, format| write(&bitext, format, &options, &mut Vec::new()).unwrap();
    let default = Options::default;
    assert_eq!(count(default(), Format::Tsv), 2);
    let one_sided = Options {
        one_sided: true,
        ..default()
    };
    assert_eq!(count(one_sided.clone(), Format::Tsv), 3);
    assert_eq!(count(one_sided, Format::Tmx), 2);
    let accepted = Options {
        accepted_only: true,
        ..default()
    };
    assert_eq!(count(accepted, Format::Tmx), 1);
    // What a person accepted is not measured by the model's confidence.
    let sure = Options {
        min_confidence: 0.9,
        ..default()
    };
    assert_eq!(count(sure, Format::Tmx), 2);
    let one_to_one = Options {
        many: false,
        ..default()
    };
    assert_eq!(count(one_to_one, Format::Tmx), 1);
    let without_notes = Options {
        notes: false,
        ..default()
    };
    assert!(!written(&bitext, Format::Tmx, &without_notes).contains("<note>"));
}

#[test]
fn jsonl_is_a_translation_with_what_was_said_of_it() {
    let bitext = awkward();
    let jsonl = written(&bitext, Format::Jsonl, &Options::default());
    let lines: Vec<serde_json::Value> = jsonl
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    let tsv = written(&bitext, Format::Tsv, &Options::default());
    for (line, row) in lines.iter().zip(tsv.lines().skip(1)) {
        let row: Vec<&str> = row.split('\t').collect();
        assert_eq!(line["translation"]["en"], row[0]);
        assert_eq!(line["translation"]["ko"], row[1]);
        assert_eq!(line["shape"], row[3]);
        assert_eq!(line["state"], row[4]);
    }
    let first = lines[0]["offsets"]["en"][0].as_u64();
    assert_eq!(first, bitext.beads[0].en.first().map(|&id| id as u64));
}

#[test]
fn csv_opens_as_text_in_a_spreadsheet() {
    let bitext = bitext(
        "=SUM(A1), he \"joked\".",
        "@농담이었다.",
        &[(&[0], &[0], 1.0)],
    );
    let csv = written(&bitext, Format::Csv, &Options::default());
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert!(rows[0].starts_with("\u{feff}\"en\",\"ko\""));
    assert!(
        rows[1].starts_with("\"'=SUM(A1), he \"\"joked\"\".\",\"'@농담이었다.\","),
        "{}",
        rows[1]
    );
    assert_eq!(rows.len(), 3, "the last row ends its line");
}

#[test]
fn a_page_shows_what_matches_and_runs_nothing() {
    let bitext = bitext(
        "<script>alert(1)</script> On May 3 Bob's rent rose 12 percent.",
        "5월 3일 밥의 월세가 12퍼센트 올랐다.",
        &[(&[0], &[0], 0.9)],
    );
    let html = written(&bitext, Format::Html, &Options::default());
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script&gt;"));
    assert!(html.contains("<mark class=\"number\">12</mark>"), "{html}");
    assert!(html.contains("<mark class=\"date\">5월</mark>"));
    assert!(html.contains("1 rows"));
}

#[test]
fn a_preview_is_the_beginning_of_the_file() {
    let (bitext, options) = (awkward(), Options::default());
    for format in Format::ALL {
        let whole = written(&bitext, format, &options);
        for lines in [0, 1, 2, 9] {
            let start = preview(&bitext, format, &options, lines);
            assert!(whole.starts_with(&start));
            assert_eq!(start.lines().count(), lines.min(whole.lines().count()));
        }
        assert_eq!(preview(&bitext, format, &options, 1000), whole);
    }
}

#[test]
fn bead_files_read_back_as_pins() {
    let bitext = bitext(
        "\nOne.\n\nTwo.\nThree.",
        "\n\n하나.\n둘 셋.\n넷.",
        &[(&[0], &[0], 1.0), (&[1, 2], &[1], 0.5), (&[], &[2], 0.25)],
    );
    for (numbering, expected) in [
        (
            Numbering::Lines,
            "1\t2\t1.0000\n3,4\t3\t0.5000\n\t4\t0.2500\n",
        ),
        (
            Numbering::Segments,
            "0\t0\t1.0000\n1,2\t1\t0.5000\n\t2\t0.2500\n",
        ),
    ] {
        let mut out = Vec::new();
        beads::write(&bitext, numbering, &mut out).unwrap();
        assert_eq!(String::from_utf8_lossy(&out), expected);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("beads.tsv");
        std::fs::write(&path, out).unwrap();
        let read = beads::read(&path).unwrap();
        let pins = beads::to_pins(&read, &path, &bitext.en, &bitext.ko, numbering).unwrap();
        assert_eq!(
            pins,
            [(vec![0], vec![0]), (vec![1, 2], vec![1]), (vec![], vec![2])]
        );
    }
}

#[test]
fn pins_that_fit_no_sentence_are_refused_by_line() {
    let bitext = bitext(
        "One.\n\nTwo.",
        "하나.\n둘.",
        &[(&[0], &[0], 1.0), (&[1], &[1], 1.0)],
    );
    let refusal = |text: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pins.tsv");
        std::fs::write(&path, text).unwrap();
        let read = beads::read(&path).unwrap();
        beads::to_pins(
            &read,
            Path::new("pins.tsv"),
            &bitext.en,
            &bitext.ko,
            Numbering::Lines,
        )
        .unwrap_err()
        .to_string()
    };
    assert_eq!(
        refusal("0\t0\n1\t1\n"),
        "pins.tsv, line 2: the English text has no line with text 1"
    );
    assert!(refusal("0\t0\n2\t0\n").starts_with("pins.tsv, line 2: Korean 0 is in two beads"));
}
