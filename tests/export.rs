//! What leaves the house: TMX and TSV read back, bead files, previews.

#[allow(dead_code, reason = "drawn steps are edits here, never undo")]
#[path = "bitext/random.rs"]
mod random;

use jjak::align::Link;
use jjak::article::Lang;
use jjak::bitext::{Bitext, State, Verdict};
use jjak::export::{COLUMNS, Duplicates, Format, Normal, Options, Order, Work};
use jjak::export::{beads, beads::Numbering, paragraphs};
use jjak::import::{self, Imported};
use jjak::pipeline::prepare_lines;
use jjak::project::{About, Labels};
use proptest::prelude::*;
use quick_xml::{Reader, events::Event};
use std::path::Path;
use std::sync::LazyLock;

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

static ABOUT: LazyLock<About> = LazyLock::new(|| About {
    tool: "0.1.0".into(),
    began: "2026-11-20T01:02:03Z".parse().unwrap(),
    labels: Labels::new("economy", "Kim"),
    ..About::now(false)
});

fn work(bitext: &Bitext) -> Work<'_> {
    Work {
        name: "harbor.jjak".into(),
        bitext,
        about: &ABOUT,
    }
}

fn write(
    bitext: &Bitext,
    format: Format,
    options: &Options,
    out: &mut Vec<u8>,
) -> std::io::Result<usize> {
    jjak::export::write(&[work(bitext)], format, options, out)
}

fn written(bitext: &Bitext, format: Format, options: &Options) -> String {
    let mut out = Vec::new();
    write(bitext, format, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn preview(bitext: &Bitext, format: Format, options: &Options, lines: usize) -> String {
    jjak::export::preview(&[work(bitext)], format, options, lines)
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
    assert_eq!(tmx.matches("<tu segtype=\"block\" ").count(), 1);
    assert!(!tmx.contains("tuid"));
    let (opened, texts) = parse(&tmx);
    let first = opened.iter().position(|name| name == "tu").unwrap();
    let children = &opened[first + 1..];
    let props = children.iter().take_while(|name| *name == "prop").count();
    assert_eq!(children[props..][..5], ["note", "tuv", "seg", "tuv", "seg"]);
    // The title is in the header and in every unit: tools that join memories drop the header.
    let title = ("prop".into(), "Tom & \"Jerry\" <live>".into());
    assert_eq!(
        texts.iter().filter(|text| **text == title).count(),
        2 * (1 + 2)
    );
    assert_eq!(tmx.matches("creationdate=\"20261120T010203Z\"").count(), 2);
    assert_eq!(
        tmx.matches("changeid=\"Kim\"").count(),
        1,
        "what was reviewed"
    );
    assert!(texts.contains(&("note".into(), "see page 3 & 4".into())));
    assert!(texts.contains(&("prop".into(), "free".into())));
}

#[test]
fn tsv_rows_have_the_columns_of_their_header() {
    let options = Options {
        one_sided: true,
        normal: Normal {
            nfc: true,
            ..Normal::default()
        },
        ..Options::default()
    };
    let tsv = written(&awkward(), Format::Tsv, &options);
    let rows: Vec<Vec<&str>> = tsv.lines().map(|row| row.split('\t').collect()).collect();
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|row| row.len() == COLUMNS.len()), "{tsv}");
    assert_eq!(rows[0], COLUMNS);
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
            "economy",
            "Kim",
            "{\"title\":\"Tom & \\\"Jerry\\\" <live>\"}",
            "{\"title\":\"Tom & \\\"Jerry\\\" <live>\"}",
            "harbor.jjak",
            "2",
            "2026-11-20T01:02:03Z",
            "jjak 0.1.0",
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
        states: [State::Accepted].into(),
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
fn states_and_verdicts_are_chosen_by_themselves() {
    let bitext = awkward();
    let count = |options: Options| write(&bitext, Format::Tsv, &options, &mut Vec::new()).unwrap();
    let verdicts = |verdicts: &[Option<Verdict>]| Options {
        verdicts: verdicts.iter().copied().collect(),
        ..Options::default()
    };
    assert_eq!(count(verdicts(&[None])), 1);
    assert_eq!(count(verdicts(&[Some(Verdict::Free)])), 1);
    assert_eq!(count(verdicts(&[Some(Verdict::Exact)])), 0);
    let flagged = Options {
        states: [State::Flagged].into(),
        ..Options::default()
    };
    assert_eq!(count(flagged), 0);
}

#[test]
fn of_pairs_that_say_the_same_the_first_is_kept_across_projects() {
    let links: [(&[usize], &[usize], f32); 2] = [(&[0], &[0], 1.0), (&[1], &[1], 1.0)];
    let first = bitext("Yes.\nNo.", "네.\n아니요.", &links);
    let second = bitext("No.\nYes.", "아니요.\n예.", &links);
    let works = [work(&first), work(&second)];
    let options = |duplicates| Options {
        duplicates,
        ..Options::default()
    };
    let mut kept = Vec::new();
    let format = Format::Moses(Lang::Ko);
    jjak::export::write(&works, format, &options(Duplicates::KeepAll), &mut kept).unwrap();
    assert_eq!(
        String::from_utf8_lossy(&kept),
        "네.\n아니요.\n아니요.\n예.\n"
    );
    kept.clear();
    jjak::export::write(&works, format, &options(Duplicates::KeepFirst), &mut kept).unwrap();
    assert_eq!(String::from_utf8_lossy(&kept), "네.\n아니요.\n예.\n");
}

#[test]
fn the_order_is_that_of_either_text() {
    let bitext = bitext(
        "A.\nB.\nC.",
        "나.\n다.\n가.",
        &[
            (&[], &[1], 0.5),
            (&[0], &[2], 1.0),
            (&[1], &[0], 1.0),
            (&[2], &[], 0.5),
        ],
    );
    let sides = |order| {
        let options = Options {
            order,
            one_sided: true,
            ..Options::default()
        };
        let tsv = written(&bitext, Format::Tsv, &options);
        let rows = tsv.lines().skip(1).map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            format!("{}{}", cells[0], cells[1])
        });
        rows.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(sides(Order::Document), "다. A.가. B.나. C.");
    assert_eq!(sides(Order::English), "A.가. B.나. C. 다.");
    assert_eq!(sides(Order::Korean), "B.나. 다. A.가. C.");
}

/// Lines in paragraphs: how many lines each has.
fn in_paragraphs(mut bitext: Bitext, en: &[usize], ko: &[usize]) -> Bitext {
    for (side, lengths) in [(&mut bitext.en, en), (&mut bitext.ko, ko)] {
        let mut lines = std::mem::take(&mut side.article.blocks).into_iter();
        for &length in lengths {
            let mut block = lines.next().unwrap();
            for line in lines.by_ref().take(length - 1) {
                block.span.end = line.span.end;
            }
            side.article.blocks.push(block);
        }
    }
    bitext.check().unwrap();
    bitext
}

#[test]
fn paragraphs_that_hang_together_are_one_unit() {
    let plain = bitext(
        "A.\nB.\nC.\nD.\nE.\nF.",
        "가.\n나.\n마.\n다.\n라.\n바.\n사.",
        &[
            (&[0], &[0], 0.9),
            (&[1], &[1], 0.8),
            (&[2], &[3], 0.7),
            (&[3], &[4], 1.0),
            (&[4], &[2], 0.9), // moved to another paragraph
            (&[5], &[5], 0.9),
            (&[], &[6], 0.5),
        ],
    );
    // A B | C | D E | F and 가 나 마 | 다 라 | 바 사: C and D share a Korean paragraph.
    let mut bitext = in_paragraphs(plain, &[2, 1, 2, 1], &[3, 2, 2]);
    let options = Options {
        paragraphs: true,
        ..Options::default()
    };
    let pairs = |bitext: &Bitext, options: &Options| {
        let tsv = written(bitext, Format::Tsv, options);
        let rows = tsv.lines().skip(1);
        let cells = rows.map(|row| row.split('\t').take(4).collect::<Vec<_>>().join("/"));
        cells.collect::<Vec<_>>()
    };
    assert_eq!(
        pairs(&bitext, &options),
        [
            "A. B./가. 나./0.800/2-2",
            "C. D./다. 라./0.700/2-2",
            "E./마./0.900/1-1",
            "F./바. 사./0.500/1-2",
        ]
    );
    // With a hole it would be no paragraph.
    let sure = Options {
        min_confidence: 0.75,
        ..options.clone()
    };
    assert_eq!(
        pairs(&bitext, &sure),
        ["A. B./가. 나./0.800/2-2", "E./마./0.900/1-1"]
    );
    bitext.beads[0].state = State::Accepted;
    let accepted = Options {
        states: [State::Accepted].into(),
        ..options.clone()
    };
    assert!(pairs(&bitext, &accepted).is_empty(), "B was not looked at");
    let tmx = written(&bitext, Format::Tmx, &options);
    assert!(tmx.contains("segtype=\"paragraph\""));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(150)
    })]

    #[test]
    fn every_sentence_is_in_one_paragraph(first in random::bitext(), steps in random::steps(20)) {
        let mut bitext = first;
        for step in &steps {
            if let Some(edit) = step.operation(&bitext).and_then(|o| o.edit(&bitext).ok()) {
                bitext.apply(&edit);
            }
        }
        let units = paragraphs::of(&bitext, |_| true);
        for lang in Lang::BOTH {
            let ids = |bead: &jjak::bitext::Bead| bead.ids(lang).to_vec();
            let mut joined: Vec<usize> = units.iter().flat_map(|(_, unit)| ids(unit)).collect();
            let mut all: Vec<usize> = bitext.beads.iter().flat_map(ids).collect();
            joined.sort_unstable();
            all.sort_unstable();
            prop_assert_eq!(joined, all);
        }
        prop_assert!(units.is_sorted_by_key(|(row, _)| *row));
    }
}

#[test]
fn texts_are_made_alike_only_if_asked() {
    let bitext = bitext("“Yes.”\u{200b}", "“네.”", &[(&[0], &[0], 1.0)]);
    let en = Format::Moses(Lang::En);
    let as_is = written(&bitext, en, &Options::default());
    assert_eq!(as_is, "“Yes.”\u{200b}\n");
    let normal = Normal {
        quotes: true,
        spaces: true,
        ..Normal::default()
    };
    let alike = Options {
        normal,
        ..Options::default()
    };
    assert_eq!(written(&bitext, en, &alike), "\"Yes.\"\n");
}

#[test]
fn both_sides_of_a_moses_pair_have_as_many_lines() {
    let bitext = awkward();
    let options = Options {
        one_sided: true,
        ..Options::default()
    };
    let lines = |lang| {
        let text = written(&bitext, Format::Moses(lang), &options);
        text.lines().count()
    };
    assert_eq!((lines(Lang::En), lines(Lang::Ko)), (2, 2));
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
fn a_workbook_holds_text_whatever_it_begins_with() {
    let bitext = bitext("=SUM(A1) & <co>", "@농담_x0041_", &[(&[0], &[0], 1.0)]);
    let mut out = Vec::new();
    write(&bitext, Format::Xlsx, &Options::default(), &mut out).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(out)).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let part = std::io::read_to_string(file).unwrap();
        // Every part is well-formed.
        let mut reader = Reader::from_str(&part);
        while reader
            .read_event()
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            != Event::Eof
        {}
        if name.ends_with("sheet1.xml") {
            let cell = |at: &str, text: &str| {
                format!(
                    "<c r=\"{at}\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
                )
            };
            assert!(
                part.contains(&cell("A2", "=SUM(A1) &amp; &lt;co&gt;")),
                "{part}"
            );
            assert!(part.contains(&cell("B2", "@농담_x005F_x0041_")), "{part}");
            assert!(part.contains("<autoFilter ref=\"A1:R2\"/>"), "{part}");
        }
    }
}

#[test]
fn a_text_too_long_for_a_cell_is_told_with_its_row() {
    let bitext = bitext(&"a".repeat(40_000), "가", &[(&[0], &[0], 1.0)]);
    let error = write(&bitext, Format::Xlsx, &Options::default(), &mut Vec::new()).unwrap_err();
    assert!(error.to_string().starts_with("row 1: "), "{error}");
}

#[test]
fn a_report_of_several_projects_has_a_part_for_each() {
    let first = bitext("One.", "하나.", &[(&[0], &[0], 1.0)]);
    let second = bitext("Two.", "둘.", &[(&[0], &[], 1.0), (&[], &[0], 1.0)]);
    let works = [work(&first), work(&second), work(&first)];
    let mut out = Vec::new();
    jjak::export::write(&works, Format::Html, &Options::default(), &mut out).unwrap();
    let html = String::from_utf8(out).unwrap();
    for tag in ["section", "table", "tbody", "svg"] {
        let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
        assert_eq!(html.matches(&open).count(), 3, "{tag}");
        assert_eq!(html.matches(&close).count(), 3, "{tag}");
    }
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
    assert!(html.contains("<dt>Rows</dt><dd>1</dd>"), "{html}");
    assert!(html.contains("<title>0.9 to 1.0: 1</title>"));
    assert!(html.contains("<mark class=\"lone\">Bob</mark>") || html.contains("name\">Bob"));
    assert!(!html.contains("src=") && !html.contains("@import"));
}

#[test]
fn a_preview_is_the_beginning_of_the_file() {
    let (bitext, options) = (awkward(), Options::default());
    for format in Format::ALL {
        if !format.is_text() {
            let table = preview(&bitext, Format::Tsv, &options, 3);
            assert_eq!(preview(&bitext, format, &options, 3), table);
            continue;
        }
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
