//! Tables and lines: TSV, CSV, workbooks, JSON lines, Moses pairs.

use super::*;
use jjak::bitext::RowIndex;
use jjak::exchange::{COLUMNS, Normal};
use quick_xml::{Reader, events::Event};

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
            "",
        ]
    );
    assert_eq!(rows[3][..4], ["Lost.", "", "0.800", "1-0"]);
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
    assert_eq!(
        first,
        bitext.beads[RowIndex(0)].en.first().map(|id| id.0 as u64)
    );
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
            assert!(part.contains("<autoFilter ref=\"A1:S2\"/>"), "{part}");
        }
    }
}

#[test]
fn a_text_too_long_for_a_cell_is_told_with_its_row() {
    let bitext = bitext(&"a".repeat(40_000), "가", &[(&[0], &[0], 1.0)]);
    let error = write(&bitext, Format::Xlsx, &Options::default(), &mut Vec::new()).unwrap_err();
    assert!(error.to_string().starts_with("row 1: "), "{error}");
}
