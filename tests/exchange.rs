//! Files of pairs that other programs made: each opens with what it says, and what it could not give is told.

#[path = "exchange/large.rs"]
mod large;

use jjak::article::Lang;
use jjak::bitext::{Bitext, Origin, RowIndex, State};
use jjak::exchange::{
    self, BilingualError, BilingualWarning, Columns, Format, is_pairs, read, read_ladder,
};
use std::fs;
use std::path::{Path, PathBuf};

fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/pairs");
    folder.join(name)
}

fn opened(name: &str) -> (Bitext, Vec<BilingualWarning>) {
    let (project, warnings) = exchange::open(&file(name), None).unwrap();
    project.bitext.check().unwrap();
    (project.bitext, warnings)
}

/// Both sides, state and note of every row, sentences parted by `|`.
fn rows(bitext: &Bitext) -> Vec<(String, String, State, &str)> {
    let rows = bitext.beads.numbered().map(|(row, bead)| {
        let side = |lang| bitext.texts(row, lang).collect::<Vec<_>>().join("|");
        (
            side(Lang::En),
            side(Lang::Ko),
            bead.state,
            bead.note.as_str(),
        )
    });
    rows.collect()
}

fn row<'a>(en: &str, ko: &str, state: State, note: &'a str) -> (String, String, State, &'a str) {
    (en.to_owned(), ko.to_owned(), state, note)
}

use State::{Accepted, Flagged, Unreviewed};

#[test]
fn a_memory_of_trados_is_read_from_its_database() {
    let (bitext, warnings) = opened("trados.sdltm");
    let long = |piece: &str, end: &str| piece.repeat(200) + end;
    let pairs = [
        (
            "Boats & ferries left at noon.".to_owned(),
            "배와 여객선이 정오에 떠났다.".to_owned(),
        ),
        ("Press Start.".into(), "시작을 누르십시오.".into()),
        // Longer than a page.
        (
            long("It rained. ", "It stopped."),
            long("비가 왔다. ", "그쳤다."),
        ),
        ("If a < b, stop.".into(), "a < b이면 멈춘다.".into()),
    ];
    let found = rows(&bitext).into_iter().map(|(en, ko, ..)| (en, ko));
    assert_eq!(found.collect::<Vec<_>>(), pairs);
    assert_eq!(warnings, [BilingualWarning::Codes(2)]);
    // However it is damaged it is refused in words, or what is left of it is read.
    let whole = fs::read(file("trados.sdltm")).unwrap();
    for at in (0..whole.len()).step_by(37) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        let _ = read(&bytes, Format::Sdltm, None);
        let _ = read(&whole[..at], Format::Sdltm, None);
    }
}

#[test]
fn trados_segments_come_with_their_levels_comments_and_final_text() {
    let (bitext, warnings) = opened("trados.sdlxliff");
    assert_eq!(
        rows(&bitext),
        [
            row(
                "The last ferry leaves at nine.",
                "마지막 배는 아홉 시에 떠난다.",
                Flagged,
                "‘배’인가 ‘여객선’인가"
            ),
            row(
                "Cars wait on pier two.",
                "자동차는 2번 부두에서 기다린다.",
                Accepted,
                ""
            ),
            row("Nobody is late.", "", Unreviewed, ""),
            row("Two hours.", "두 시간.", Accepted, ""),
            row("Three hours.", "세 시간.", Unreviewed, ""),
        ]
    );
    assert_eq!(
        warnings,
        [
            BilingualWarning::Codes(2),
            BilingualWarning::Untranslatable(1)
        ]
    );
}

#[test]
fn memoq_from_korean_to_english_keeps_older_versions_out() {
    let (bitext, warnings) = opened("memoq.mqxliff");
    assert_eq!(
        rows(&bitext),
        [
            row(
                "The last ferry leaves at nine.",
                "마지막 배는 아홉 시에 떠난다.",
                Accepted,
                ""
            ),
            row(
                "Cars wait on pier three.",
                "자동차는 2번 부두에서 기다린다.",
                Flagged,
                "pier two"
            ),
            row(
                "Two hours. Three in winter.",
                "두 시간. 겨울에는 세 시간.",
                Unreviewed,
                ""
            ),
            row("Ticket", "표", Accepted, ""),
            row("", "아직 옮기지 않았다.", Unreviewed, ""),
        ]
    );
    assert_eq!(warnings, [BilingualWarning::Codes(6)]);
}

#[test]
fn xliff_of_other_tools_opens_in_both_versions() {
    let (bitext, warnings) = opened("po2xliff.xlf");
    let all = rows(&bitext);
    assert_eq!(all.len(), 8);
    assert_eq!(
        all[1],
        row(
            "Cars wait on pier %d, the \"old\" one.",
            "자동차는 %d번 부두에서 기다린다.",
            Flagged,
            "확인이 필요함"
        )
    );
    assert_eq!(all[0].2, Accepted);
    assert_eq!(warnings, []);

    let (bitext, _) = opened("toolkit-2.0.xlf");
    assert_eq!(
        rows(&bitext)[1],
        row(
            "Cars wait on pier two.",
            "자동차는 2번 부두에서 기다린다.",
            Unreviewed,
            "확인이 필요함"
        )
    );
    for name in ["npm-1.2.xlf", "npm-2.0.xlf"] {
        let (bitext, warnings) = opened(name);
        let expected = [
            row(
                "The last ferry leaves at nine.",
                "마지막 배는 아홉 시에 떠난다.",
                Unreviewed,
                "timetable",
            ),
            row("Not translated yet.", "", Unreviewed, ""),
        ];
        assert_eq!(rows(&bitext), expected, "{name}");
        assert_eq!(warnings, [BilingualWarning::Codes(3)], "{name}");
    }
}

#[test]
fn states_of_xliff_are_states_of_ours() {
    let two = |attributes: &str| {
        let xml = format!(
            "<xliff version='2.2' srcLang='ko' trgLang='en'><file id='f'><unit id='u'><segment {attributes}>\
             <source>비.</source><target>Rain.</target></segment><ignorable><source> </source></ignorable></unit></file></xliff>"
        );
        let bitext = read(xml.as_bytes(), Format::Xliff12, None)
            .unwrap()
            .into_bitext();
        assert_eq!(bitext.en.article.text, "Rain.\n");
        bitext.beads[RowIndex(0)].state
    };
    assert_eq!(two(""), Unreviewed);
    assert_eq!(two("state='translated'"), Unreviewed);
    assert_eq!(two("state='reviewed'"), Accepted);
    assert_eq!(two("state='final'"), Accepted);
    let one = |unit: &str, target: &str| {
        let xml = format!(
            "<xliff version='1.2'><file source-language='en'><body><trans-unit {unit}><source>Rain.</source>\
             <target {target}>비.</target></trans-unit></body></file></xliff>"
        );
        let bitext = read(xml.as_bytes(), Format::Xliff12, None)
            .unwrap()
            .into_bitext();
        bitext.beads[RowIndex(0)].state
    };
    assert_eq!(one("", "state='signed-off'"), Accepted);
    assert_eq!(one("", "state='needs-review-l10n'"), Flagged);
    assert_eq!(one("approved='yes'", "state='translated'"), Accepted);
    assert_eq!(
        one("approved='yes'", "state='needs-review-translation'"),
        Flagged
    );
    assert_eq!(one("", "state='new'"), Unreviewed);
}

#[test]
fn po_gives_states_contexts_and_plurals() {
    let (bitext, warnings) = opened("gettext.po");
    let all = rows(&bitext);
    assert_eq!(
        all,
        [
            row(
                "The last ferry leaves at nine.",
                "마지막 배는 아홉 시에 떠난다.",
                Unreviewed,
                "Shown above the timetable."
            ),
            row(
                "Cars wait on pier %d, the \"old\" one.",
                "자동차는 %d번 부두에서 기다린다.",
                Flagged,
                "확인이 필요함"
            ),
            row("%d passenger", "승객 %d명", Unreviewed, ""),
            row("%d passengers", "승객 %d명", Unreviewed, ""),
            row("Open", "열기", Unreviewed, "msgctxt: menu"),
            row(
                "The crossing takes two hours; in winter it takes three.",
                "건너는 데 두 시간이 걸린다. 겨울에는 세 시간이 걸린다.",
                Unreviewed,
                ""
            ),
            row("Not translated yet.", "", Unreviewed, ""),
        ]
    );
    assert_eq!(warnings, [BilingualWarning::Obsolete(1)]);
    let broken = read(
        "msgid \"a\"\nmsgstr \"가\nmsgid \"b\"".as_bytes(),
        Format::Po,
        None,
    );
    assert!(broken.unwrap_err().to_string().contains("line 2"));
}

#[test]
fn alignments_that_stand_apart_open_with_their_texts() {
    let (bitext, warnings) = opened("intertext.en-ko.xml");
    assert_eq!(
        rows(&bitext),
        [
            row(
                "The last ferry leaves at nine.",
                "마지막 배는 아홉 시에 떠난다.",
                Accepted,
                ""
            ),
            row(
                "Cars wait on pier two,|and nobody is late.",
                "자동차는 2번 부두에서 기다리고 늦는 이는 없다.",
                Unreviewed,
                ""
            ),
            row("", "짝이 없는 문장.", Unreviewed, ""),
            row("So it is.", "", Flagged, ""),
        ]
    );
    assert_eq!(
        warnings,
        [BilingualWarning::Dangling(1), BilingualWarning::Unlinked(1)]
    );
    assert_eq!(bitext.en.article.blocks.len(), 2, "two paragraphs");

    // OPUS names packed texts in folders; what is unpacked beside the alignment is found.
    let (bitext, warnings) = opened("opus.xces");
    assert_eq!(
        rows(&bitext),
        [
            row("Nobody is late .", "늦는 이는 없다.", Unreviewed, ""),
            row(
                "Two hours.|Three in winter.",
                "두 시간이지만 겨울에는 세 시간.",
                Unreviewed,
                ""
            ),
        ]
    );
    assert_eq!(warnings, []);
    let of_engine = |bead: &jjak::bitext::Bead| bead.origin == Origin::Engine;
    assert!(bitext.beads.iter().all(of_engine));
    // A score is no probability: none counts as sure.
    assert!(bitext.beads[RowIndex(0)].confidence > bitext.beads[RowIndex(1)].confidence);
    assert!(bitext.beads[RowIndex(0)].confidence < 0.5);
}

#[test]
fn an_alignment_without_its_texts_says_which_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xml");
    let read = |links: &str| {
        fs::write(&path, links).unwrap();
        exchange::open(&path, None).unwrap_err().to_string()
    };
    let error =
        read("<linkGrp toDoc='../../etc/passwd' fromDoc='b.xml'><link xtargets='1;1'/></linkGrp>");
    assert!(
        error.contains("b.xml") && error.contains("a.xml"),
        "{error}"
    );
    fs::write(
        folder.path().join("b.xml"),
        "<text><s id='1'>One.</s></text>",
    )
    .unwrap();
    let error =
        read("<linkGrp toDoc='../../etc/passwd' fromDoc='b.xml'><link xtargets='1;1'/></linkGrp>");
    assert!(error.contains("passwd"), "{error}");
    assert!(read("<linkGrp><link xtargets='1;1'/></linkGrp>").contains("fromDoc"));
}

#[test]
fn hunalign_gives_a_ladder_or_a_table_of_texts() {
    let en = b"One.\nTwo.\nThree.\nFour.\n";
    let ko = "하나.\n둘.\n".as_bytes();
    let ladder = fs::read(file("hunalign.ladder")).unwrap();
    let bitext = read_ladder(&ladder, en, ko).unwrap().into_bitext();
    assert_eq!(
        rows(&bitext),
        [
            row("One.", "하나.", Unreviewed, ""),
            row("Two.", "", Unreviewed, ""),
            row("Three.|Four.", "둘.", Unreviewed, ""),
        ]
    );
    let error = |ladder: &[u8]| read_ladder(ladder, en, ko).unwrap_err();
    assert_eq!(
        error(b"0\t0\t1\n1\tx\t1\n"),
        BilingualError::NotLadder { line: 2 }
    );
    assert!(error(b"9\t0\t1\n").to_string().contains("sentence 9"));
    let table = "One. ~~~ Two.\t하나와 둘.\t0.7\nThree.\t셋.\t-0.3\n";
    let bitext = read(table.as_bytes(), Format::Tsv, None)
        .unwrap()
        .into_bitext();
    assert_eq!(
        rows(&bitext),
        [
            row("One.|Two.", "하나와 둘.", Unreviewed, ""),
            row("Three.", "셋.", Unreviewed, ""),
        ]
    );
}

#[test]
fn tables_open_in_whatever_dialect_and_encoding() {
    let (bitext, _) = opened("libreoffice-utf16.tsv");
    assert_eq!(
        rows(&bitext),
        [
            row(
                "He said, \"No.\"",
                "그는 “아니.”라고 말했다.",
                Unreviewed,
                ""
            ),
            row("Two lines, one cell", "한 칸에, 두 줄", Unreviewed, "ok"),
            row(
                "The last ferry leaves at nine.",
                "마지막 배는 아홉 시에 떠난다.",
                Unreviewed,
                ""
            ),
        ]
    );
    let expected = [row("It rained; hard.", "비가 많이 왔다.", Unreviewed, "")];
    let (cp949, _, _) =
        encoding_rs::EUC_KR.encode("영문,국문\r\nIt rained; hard.,비가 많이 왔다.\r\n");
    for bytes in [
        &cp949[..],
        "sep=|\nIt rained; hard.|비가 많이 왔다.\n".as_bytes(),
        "\u{feff}Source\tTarget\r\n\"It rained; hard.\"\t\"비가 많이 왔다.\"\r\n".as_bytes(),
    ] {
        let bitext = read(bytes, Format::Csv, None).unwrap().into_bitext();
        assert_eq!(rows(&bitext), expected);
    }
}

#[test]
fn columns_are_a_choice() {
    let table = "원문,초벌,최종\nIt rained.,비 왔다.,비가 왔다.\n";
    let ko = |columns: &str| {
        let columns = Columns::named(columns);
        let bitext = read(table.as_bytes(), Format::Csv, columns.as_ref());
        bitext.map(|aligned| aligned.into_bitext().ko.article.text)
    };
    assert_eq!(ko("원문,최종").unwrap(), "비가 왔다.\n");
    assert_eq!(ko("1,초벌").unwrap(), "비 왔다.\n");
    assert_eq!(
        ko("1,4").unwrap_err(),
        BilingualError::NoSuchColumn { name: "4".into() }
    );
    assert!(ko("원문,없음").unwrap_err().to_string().contains("없음"));
}

#[test]
fn half_a_moses_pair_finds_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let (en, ko) = (folder.path().join("a.en"), folder.path().join("a.ko"));
    fs::write(&en, "One.\nTwo.\n").unwrap();
    assert!(!is_pairs(&en), "alone it is a text");
    let error = exchange::open(&en, None).unwrap_err().to_string();
    assert!(error.contains("a.ko"), "{error}");
    fs::write(&ko, "하나.\n둘.\n").unwrap();
    assert!(is_pairs(&en) && is_pairs(&ko));
    let (project, _) = exchange::open(&ko, None).unwrap();
    assert_eq!(project.bitext.beads.len(), 2);
    fs::write(&ko, "하나.\n둘.\n셋.\n").unwrap();
    assert!(!is_pairs(&en), "two articles to align");
}
