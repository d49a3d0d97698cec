//! Files of pairs read back: those that Jjak wrote as they were, those of other tools as rows.

use crate::random;
use jjak::article::{Lang, one_line};
use jjak::bitext::{Bitext, Origin, RowIndex, State, Verdict};
use jjak::exchange::{
    BilingualError, BilingualWarning, Format, read, read_pair, read_standoff, texts_of,
};
use jjak::exchange::{ExportedWork, Options, write_text};
use jjak::project::About;
use proptest::prelude::*;
use std::path::Path;

fn options() -> Options {
    Options {
        one_sided: true,
        created: "2026-11-24T09:08:07Z".parse().unwrap(),
        ..Options::default()
    }
}

fn written(bitext: &Bitext, format: Format) -> Vec<u8> {
    let about = About {
        began: options().created,
        ..About::now(true)
    };
    let work = ExportedWork {
        name: "pairs.jjak".into(),
        bitext,
        about: &about,
        source: Lang::En,
        plain: false,
        is_masked: false,
    };
    let mut out = Vec::new();
    jjak::exchange::write(&[work], format, &options(), &mut out).unwrap();
    out
}

/// What a format writes, and reads back.
fn there_and_back(bitext: &Bitext, format: Format) -> (Vec<u8>, Result<Bitext, BilingualError>) {
    let bytes = written(bitext, format);
    let aligned = match format {
        Format::Tei | Format::Xces => read_standoff(&bytes, &texts(bitext, format, &bytes)),
        Format::Xliff12 | Format::Xliff21 => read(&bytes, Format::Xliff12, None),
        format => read(&bytes, Format::to_read(format.as_str()).unwrap(), None),
    };
    let again = aligned.map(|aligned| {
        let bitext = aligned.into_bitext();
        bitext.check().unwrap();
        bitext
    });
    (bytes, again)
}

/// The texts beside an alignment, in the order it names them.
fn texts(bitext: &Bitext, format: Format, alignment: &[u8]) -> Vec<Vec<u8>> {
    assert!(format.texts_beside(Path::new("pairs.x")).is_some());
    let names = texts_of(alignment).unwrap();
    let text = |name: &String| {
        let lang = if name.ends_with(".en.xml") {
            Lang::En
        } else {
            Lang::Ko
        };
        let mut out = Vec::new();
        let about = About::now(true);
        let work = ExportedWork {
            name: "pairs.jjak".into(),
            bitext,
            about: &about,
            source: Lang::En,
            plain: false,
            is_masked: false,
        };
        write_text(&[work], lang, &options(), &mut out).unwrap();
        out
    };
    names.iter().map(text).collect()
}

fn bitext(bytes: &[u8], kind: Format) -> Bitext {
    let bitext = read(bytes, kind, None).unwrap().into_bitext();
    bitext.check().unwrap();
    bitext
}

/// What of a sentence is in a file.
fn said(text: &str) -> String {
    one_line(&text.replace(|c: char| c.is_control() && !c.is_whitespace(), "")).into_owned()
}

type Told = (
    Vec<String>,
    Vec<String>,
    String,
    State,
    Option<Verdict>,
    String,
    Origin,
);

/// The rows of a bitext that a file holds, as far as it holds them.
fn told(bitext: &Bitext, one_sided: bool) -> Vec<Told> {
    let rows = bitext.beads.numbered().map(|(row, bead)| {
        let side = |lang| {
            let texts = bitext.texts(row, lang).map(|text| said(&text));
            texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
        };
        let confidence = format!("{:.3}", bead.confidence);
        let note = said(&bead.note);
        (
            side(Lang::En),
            side(Lang::Ko),
            confidence,
            bead.state,
            bead.verdict,
            note,
            bead.origin,
        )
    });
    rows.filter(|(en, ko, ..)| {
        if one_sided {
            !en.is_empty() || !ko.is_empty()
        } else {
            !en.is_empty() && !ko.is_empty()
        }
    })
    .collect()
}

fn in_any_order(rows: Vec<Told>) -> Vec<String> {
    let mut rows: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    rows.sort_unstable();
    rows
}

/// The Korean sentences of the rows of a file, in the order of their article.
fn korean_order(bitext: &Bitext, one_sided: bool) -> Vec<String> {
    let beads = bitext
        .beads
        .iter()
        .filter(|bead| one_sided || !(bead.en.is_empty() || bead.ko.is_empty()));
    let mut ids: Vec<_> = beads.flat_map(|bead| bead.ko.iter().copied()).collect();
    ids.sort_unstable();
    let texts = ids.iter().map(|&id| said(&bitext.ko.text(id)));
    texts.filter(|text| !text.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(150)
    })]

    #[test]
    fn what_was_written_reads_back(first in random::bitext(), steps in random::steps(20)) {
        let mut bitext = first;
        for step in &steps {
            if let Some(edit) = step.operation(&bitext).and_then(|o| o.edit(&bitext).ok()) {
                bitext.apply(&edit);
            }
        }
        for (format, one_sided) in [
            (Format::Tmx, false),
            (Format::Xliff12, true),
            (Format::Xliff21, true),
            (Format::Tei, true),
            (Format::Xces, true),
            (Format::Tsv, true),
            (Format::Csv, true),
            (Format::Xlsx, true),
            (Format::Jsonl, true),
        ] {
            let rows = told(&bitext, one_sided);
            let (_, again) = there_and_back(&bitext, format);
            if rows.is_empty() {
                prop_assert_eq!(again.unwrap_err(), BilingualError::Empty);
                continue;
            }
            let again = again.unwrap();
            // Where a sentence says nothing that a file can hold, the order is told of the others only.
            let whole = Lang::BOTH.into_iter().all(|lang| {
                let side = bitext.side(lang);
                side.segments.iter().all(|segment| !said(&side.text_of(segment)).is_empty())
            });
            let stands_apart = matches!(format, Format::Tei | Format::Xces);
            if whole || !stands_apart {
                prop_assert_eq!(told(&again, one_sided), rows, "{:?}", format);
            } else {
                prop_assert_eq!(in_any_order(told(&again, one_sided)), in_any_order(rows));
            }
            if whole {
                prop_assert_eq!(korean_order(&again, one_sided), korean_order(&bitext, one_sided));
            }
            // From then on nothing changes any more.
            let (second, again) = there_and_back(&again, format);
            let (third, _) = there_and_back(&again.unwrap(), format);
            prop_assert_eq!(String::from_utf8(second), String::from_utf8(third));
        }
    }

    #[test]
    fn any_table_is_read_soundly_or_refused(text in "[a-z가-힣\"',;=\t\n0-9+]{0,200}") {
        for kind in [Format::Tsv, Format::Csv] {
            if let Ok(aligned) = read(text.as_bytes(), kind, None) {
                prop_assert!(aligned.into_bitext().check().is_ok());
            }
        }
    }
}

#[test]
fn a_tmx_of_another_tool_opens_with_what_it_left_out_said() {
    let tmx = "<?xml version='1.0'?><tmx version='1.4'><header srclang='EN'/><body>\
        <tu><note>check</note><tuv xml:lang='EN-gb'><seg>R&amp;D <bpt i='1'>&lt;b></bpt>grew<ept i='1'>&lt;/b></ept> 5%.</seg></tuv>\
        <tuv xml:lang='ja'><seg>研究</seg></tuv><tuv lang='ko'><seg>연구개발이 5% 늘었다.</seg></tuv>\
        <tuv xml:lang='ko-KR'><seg>연구개발은 5% 커졌다.</seg></tuv></tu>\
        <tu><tuv xml:lang='en'><seg> </seg></tuv></tu></body></tmx>";
    let aligned = read(tmx.as_bytes(), Format::Tmx, None).unwrap();
    assert_eq!(
        aligned.warnings,
        [
            BilingualWarning::OtherLanguage(1),
            BilingualWarning::SecondText(1),
            BilingualWarning::Codes(2),
            BilingualWarning::NoText(1)
        ]
    );
    let bitext = aligned.into_bitext();
    assert_eq!(bitext.en.article.text, "R&D grew 5%.\n");
    assert_eq!(
        (
            bitext.beads[RowIndex(0)].note.as_str(),
            bitext.beads[RowIndex(0)].origin
        ),
        ("check", Origin::Person)
    );
}

#[test]
fn columns_are_told_by_name_or_by_script() {
    let text = |bitext: &Bitext| {
        (
            bitext.en.article.text.clone(),
            bitext.ko.article.text.clone(),
        )
    };
    let expected = (
        "It rained; hard.\n".to_owned(),
        "비가 많이 왔다.\n".to_owned(),
    );
    let csv = "번호;\"영어\";한국어\r\n1;\"It rained; hard.\";비가 많이 왔다.\r\n";
    assert_eq!(text(&bitext(csv.as_bytes(), Format::Csv)), expected);
    let tsv = "1\t비가 많이 왔다.\tIt rained; hard.\n";
    assert_eq!(text(&bitext(tsv.as_bytes(), Format::Tsv)), expected);
    assert_eq!(
        read(b"a\tb\nc\td\n", Format::Tsv, None).unwrap_err(),
        BilingualError::NoColumns
    );
}

#[test]
fn where_the_texts_came_from_comes_back() {
    let tsv = "en\tko\nIt rained.\t비가 왔다.\n";
    let mut first = bitext(tsv.as_bytes(), Format::Tsv);
    let provenance = &mut first.ko.article.provenance;
    provenance.title = Some("\"비\" & <바람>".into());
    provenance.url = Some("https://example.com/?a=1&b=2".into());
    for format in [
        Format::Tmx,
        Format::Xliff12,
        Format::Xliff21,
        Format::Tei,
        Format::Xces,
        Format::Tsv,
        Format::Csv,
        Format::Jsonl,
    ] {
        let (_, again) = there_and_back(&first, format);
        let again = again.unwrap();
        assert_eq!(
            again.ko.article.provenance, first.ko.article.provenance,
            "{format:?}"
        );
    }
}

#[test]
fn broken_files_say_where() {
    let error = |bytes: &[u8], kind| read(bytes, kind, None).unwrap_err().to_string();
    assert!(error(b"<tmx><body><tu>", Format::Tmx).contains("byte 15"));
    assert!(error(b"<tmx>&evil;</tmx>", Format::Tmx).contains("&evil;"));
    assert!(error(b"<html></html>", Format::Tmx).contains("<html>"));
    assert!(error(b"{\"en\":\"a\",\"ko\":\"b\"}\n{", Format::Jsonl).contains("line 2"));
    assert!(
        error(
            "<a>".repeat(99).replacen("<a>", "<tmx>", 1).as_bytes(),
            Format::Tmx
        )
        .contains("MAX_XML_DEPTH")
    );
    let unclosed = "en,ko\nHi.,안녕.\n\"He left.,갔다.\nNext.,다음.\n";
    let told = error(unclosed.as_bytes(), Format::Csv);
    assert!(told.starts_with("row 2: a quotation mark"), "{told}");
    let long = format!("en,ko\n\"{}\",가\n", "a".repeat(1 << 21));
    let told = error(long.as_bytes(), Format::Csv);
    assert!(told.contains("MAX_CELL_BYTES"), "{told}");
    let uneven = read_pair(b"One.\nTwo.\n", "하나.\n".as_bytes()).unwrap_err();
    assert!(uneven.to_string().contains("2 English and 1 Korean"));
}
