//! Small bitexts drawn as rows: `a,b|가` is a bead of the English sentences "a" and "b" and the Korean one "가".
//! The articles hold the sentences in alphabetical order, each a block of its own.

use jjak::article::{Article, Block, BlockKind, Lang, Provenance};
use jjak::bitext::{Bead, Bitext, Operation, Refusal, RowIndex, RowRange, SegmentId, Side};
use jjak::segment::segment;

pub(super) const EN: Lang = Lang::En;
pub(super) const KO: Lang = Lang::Ko;

pub(super) fn drawn(rows: &[&str]) -> Bitext {
    let cells: Vec<(&str, &str)> = rows
        .iter()
        .map(|row| row.split_once('|').unwrap())
        .collect();
    let en = side(EN, cells.iter().map(|cells| cells.0));
    let ko = side(KO, cells.iter().map(|cells| cells.1));
    let ids = |side: &Side, cell: &str| -> Vec<SegmentId> {
        let sentences = cell.split(',').filter(|sentence| !sentence.is_empty());
        sentences
            .map(|s| SegmentId(side.article.text.find(s).unwrap()))
            .collect()
    };
    let beads = cells.iter().map(|cells| Bead {
        en: ids(&en, cells.0),
        ko: ids(&ko, cells.1),
        confidence: 0.8,
        ..Bead::default()
    });
    let beads = beads.collect();
    let bitext = Bitext { en, ko, beads };
    bitext.check().expect("a bitext to start from");
    bitext
}

pub(super) fn side<'a>(lang: Lang, cells: impl Iterator<Item = &'a str>) -> Side {
    let mut sentences: Vec<&str> = cells.flat_map(|cell| cell.split(',')).collect();
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.sort_unstable();
    let (mut text, mut blocks) = (String::new(), Vec::new());
    for sentence in sentences {
        let start = text.len();
        text.push_str(sentence);
        blocks.push(Block {
            span: start..text.len(),
            kind: BlockKind::Body,
            excluded: None,
        });
        text.push('\n');
    }
    let article = Article {
        lang,
        text,
        blocks,
        provenance: Provenance::default(),
    };
    let segments = segment(&article);
    Side { article, segments }
}

pub(super) fn rows(bitext: &Bitext) -> Vec<String> {
    let cell = |row, lang| bitext.texts(row, lang).collect::<Vec<_>>().join(",");
    let rows = bitext.beads.rows().each();
    rows.map(|row| format!("{}|{}", cell(row, EN), cell(row, KO)))
        .collect()
}

pub(super) fn id(bitext: &Bitext, lang: Lang, sentence: &str) -> SegmentId {
    SegmentId(bitext.side(lang).article.text.find(sentence).unwrap())
}

pub(super) fn does(bitext: &mut Bitext, operation: Operation) {
    let edit = operation.edit(bitext).expect("nothing speaks against it");
    bitext.apply(&edit);
}

pub(super) fn refusal(bitext: &Bitext, operation: Operation) -> Refusal {
    operation.edit(bitext).expect_err("it cannot be done")
}

pub(super) fn note(bitext: &mut Bitext, row: usize, note: &str) {
    bitext.beads[RowIndex(row)].note = note.to_owned();
}
