//! From rows to a bitext: each article is its sentences, one a line, in the order they had.

use super::Aligned;
use crate::article::{Article, Block, BlockKind, Lang, one_line};
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
        let placed = self.build(&en, &ko, true);
        // Places that contradict each other, or the order of the rows, are not ours.
        match placed.check() {
            Ok(_) => placed,
            Err(_) => self.build(&en, &ko, false),
        }
    }

    fn build(&self, en: &[Vec<Sentence>], ko: &[Vec<Sentence>], by_place: bool) -> Bitext {
        let (en, en_ids) = self.side(Lang::En, en, by_place);
        let (ko, ko_ids) = self.side(Lang::Ko, ko, by_place);
        let cells = en_ids.into_iter().zip(ko_ids);
        let beads = self
            .rows
            .iter()
            .zip(cells)
            .map(|(row, (en, ko))| Bead {
                en,
                ko,
                confidence: row.confidence,
                state: row.state,
                verdict: row.verdict,
                note: row.note.clone(),
                bookmark: false,
                origin: row.origin,
            })
            .collect();
        Bitext { en, ko, beads }
    }

    /// The article of one side, and the sentences of every row in it.
    fn side(
        &self,
        lang: Lang,
        rows: &[Vec<Sentence>],
        by_place: bool,
    ) -> (Side, Vec<Vec<SegmentId>>) {
        let mut order: Vec<(usize, usize)> = Vec::new();
        for (row, sentences) in rows.iter().enumerate() {
            order.extend((0..sentences.len()).map(|nth| (row, nth)));
        }
        let place = |&(row, nth): &(usize, usize)| rows[row][nth].0;
        let mut places = HashSet::with_capacity(order.len());
        let by_place = by_place
            && order
                .iter()
                .all(|at| place(at).is_some_and(|place| places.insert(place)));
        if by_place {
            order.sort_by_key(place);
        }
        let paragraphs = &self.paragraphs[lang as usize];
        // Which paragraph a sentence is in, as far as that is known.
        let paragraph = |at: &(usize, usize)| match place(at) {
            Some(place) if by_place => paragraphs.partition_point(|&(start, _)| start <= place),
            _ => 0,
        };
        let mut last = 0;
        let mut article = Article {
            lang,
            text: String::new(),
            blocks: Vec::with_capacity(order.len()),
            provenance: self.provenance[lang as usize].clone(),
        };
        let mut segments = Vec::with_capacity(order.len());
        let mut ids = vec![Vec::new(); rows.len()];
        for (row, nth) in order {
            let paragraph = paragraph(&(row, nth));
            let goes_on = paragraph > 0 && paragraph == last;
            if let Some(end) = article.text.pop() {
                article.text.push(if goes_on { ' ' } else { end });
            }
            let start = article.text.len();
            article.text.push_str(&one_line(&rows[row][nth].1));
            let span = start..article.text.len();
            article.text.push('\n');
            match article.blocks.last_mut() {
                Some(block) if goes_on => block.span.end = span.end,
                _ => article.blocks.push(Block {
                    span: span.clone(),
                    kind: match paragraph {
                        0 => BlockKind::Body,
                        nth => paragraphs[nth - 1].1,
                    },
                    excluded: None,
                }),
            }
            last = paragraph;
            segments.push(Segment::new(span, Rule::BlockStart));
            ids[row].push(start);
        }
        (Side { article, segments }, ids)
    }
}
