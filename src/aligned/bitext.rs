//! From rows to a bitext: each article is its sentences, one a line, in the order they had.

use super::{Aligned, Row};
use crate::article::{Article, Block, BlockKind, Lang, Provenance, one_line};
use crate::bitext::{Bead, Bitext, SegmentId, Side};
use crate::segment::{Rule, Segment};
use std::collections::HashSet;

/// A sentence of a row: where it began in its article, if the file tells, and what it says.
type Sentence = (Option<usize>, String);

impl Aligned {
    /// The rows as a bitext. Where the file tells where the sentences stood, those that crossed cross again.
    pub fn into_bitext(self) -> Bitext {
        let sentences = |lang: Lang| -> Vec<Vec<Sentence>> {
            let rows = self.rows.iter();
            rows.map(|row| row.cells[lang as usize].sentences())
                .collect()
        };
        let (en, ko) = (sentences(Lang::En), sentences(Lang::Ko));
        let [en_of, ko_of] = &self.provenance;
        let placed = build(&self.rows, (&en, en_of), (&ko, ko_of), true);
        // Places that contradict each other, or the order of the rows, are not ours.
        match placed.check() {
            Ok(_) => placed,
            Err(_) => build(&self.rows, (&en, en_of), (&ko, ko_of), false),
        }
    }
}

fn build(
    rows: &[Row],
    (en, en_of): (&[Vec<Sentence>], &Provenance),
    (ko, ko_of): (&[Vec<Sentence>], &Provenance),
    by_place: bool,
) -> Bitext {
    let (en, en_ids) = side(Lang::En, en, en_of, by_place);
    let (ko, ko_ids) = side(Lang::Ko, ko, ko_of, by_place);
    let cells = en_ids.into_iter().zip(ko_ids);
    let beads = rows
        .iter()
        .zip(cells)
        .map(|(row, (en, ko))| Bead {
            en,
            ko,
            confidence: row.confidence,
            state: row.state,
            verdict: row.verdict,
            note: row.note.clone(),
            origin: row.origin,
        })
        .collect();
    Bitext { en, ko, beads }
}

/// The article of one side, and the sentences of every row in it.
fn side(
    lang: Lang,
    rows: &[Vec<Sentence>],
    provenance: &Provenance,
    by_place: bool,
) -> (Side, Vec<Vec<SegmentId>>) {
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (row, sentences) in rows.iter().enumerate() {
        order.extend((0..sentences.len()).map(|nth| (row, nth)));
    }
    let place = |&(row, nth): &(usize, usize)| rows[row][nth].0;
    let mut places = HashSet::with_capacity(order.len());
    if by_place
        && order
            .iter()
            .all(|at| place(at).is_some_and(|place| places.insert(place)))
    {
        order.sort_by_key(place);
    }
    let mut article = Article {
        lang,
        text: String::new(),
        blocks: Vec::with_capacity(order.len()),
        provenance: provenance.clone(),
    };
    let mut segments = Vec::with_capacity(order.len());
    let mut ids = vec![Vec::new(); rows.len()];
    for (row, nth) in order {
        let start = article.text.len();
        article.text.push_str(&one_line(&rows[row][nth].1));
        let span = start..article.text.len();
        article.text.push('\n');
        article.blocks.push(Block {
            span: span.clone(),
            kind: BlockKind::Body,
            excluded: None,
        });
        segments.push(Segment::new(span, Rule::BlockStart));
        ids[row].push(start);
    }
    (Side { article, segments }, ids)
}
