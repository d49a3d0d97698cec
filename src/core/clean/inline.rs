//! Inline marks: datelines, wire credits and bylines inside a paragraph. They are no part of any sentence, so each
//! becomes an excluded block of its own beside what is left of its paragraph.

use super::attribution::{credit_at_end, credits_within};
use super::dateline::lead;
use super::mark::Mark;
use super::notes;
use crate::article::{Article, Block, BlockKind, Exclusion};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Whether datelines, credits and bylines inside a paragraph stay in its sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InlineMarks {
    /// They are excluded, each by itself.
    #[default]
    Exclude,
    /// They stay.
    Keep,
}

/// Marks behind each other at one end.
const MOST_MARKS: usize = 4;
/// Letters that must be left of a paragraph: a line that is nothing but a credit is judged as a line.
const FEWEST_LETTERS: usize = 4;

/// Parts the kept blocks at their inline marks.
pub fn part_inline_marks(article: &mut Article) {
    let notes = notes::labels(article);
    let mut blocks = Vec::with_capacity(article.blocks.len());
    for block in std::mem::take(&mut article.blocks) {
        let text = article.text.get(block.span.clone()).unwrap_or_default();
        let is_text = block.excluded.is_none() && block.kind != BlockKind::Cell;
        let mut marks = if is_text { marks(text) } else { Vec::new() };
        if is_text && !notes.is_empty() {
            notes::add(text, &notes, &mut marks);
        }
        if marks.is_empty() {
            blocks.push(block);
            continue;
        }
        let mut at = 0;
        for mark in &marks {
            blocks.extend(kept(&block, text, at..mark.span.start));
            blocks.push(Block {
                span: block.span.start + mark.span.start..block.span.start + mark.span.end,
                kind: block.kind,
                excluded: Some(Exclusion {
                    reason: mark.reason,
                    rule: Exclusion::INLINE.to_owned(),
                }),
            });
            at = mark.span.end;
        }
        blocks.extend(kept(&block, text, at..text.len()));
    }
    article.blocks = blocks;
}

/// What a paragraph has between two marks, without white space at its ends.
fn kept(block: &Block, text: &str, range: Range<usize>) -> Option<Block> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let part = part.trim();
    (!part.is_empty()).then(|| Block {
        span: block.span.start + start..block.span.start + start + part.len(),
        kind: block.kind,
        excluded: None,
    })
}

/// The marks of a paragraph in order; none where too little would be left of it.
fn marks(text: &str) -> Vec<Mark> {
    let mut marks = lead(text);
    let start = marks.last().map_or(0, |mark| mark.span.end);
    let mut end = text.trim_end().len();
    let mut trail = Vec::new();
    while trail.len() < MOST_MARKS && end > start {
        let Some(mark) = credit_at_end(text, start..end) else {
            break;
        };
        end = start + text[start..mark.span.start].trim_end().len();
        trail.push(mark);
    }
    marks.extend(credits_within(text, start..end));
    marks.extend(trail.into_iter().rev());
    let gone = |at: usize| marks.iter().any(|mark| mark.span.contains(&at));
    let left = text
        .char_indices()
        .filter(|&(at, c)| c.is_alphabetic() && !gone(at))
        .take(FEWEST_LETTERS)
        .count();
    if left < FEWEST_LETTERS {
        Vec::new()
    } else {
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Lang, Provenance, Reason};

    fn parted(text: &str) -> Vec<(String, Option<Reason>)> {
        let mut article = Article {
            text: text.to_owned(),
            blocks: vec![Block {
                span: 0..text.len(),
                kind: BlockKind::Body,
                excluded: None,
            }],
            lang: Lang::En,
            provenance: Provenance::default(),
        };
        part_inline_marks(&mut article);
        let parts = article.blocks.iter().map(|block| {
            let why = block.excluded.as_ref().map(|why| why.reason);
            (text[block.span.clone()].to_owned(), why)
        });
        parts.collect()
    }

    fn kept(text: &str) -> String {
        let parts = parted(text).into_iter();
        let kept: Vec<String> = parts
            .filter(|(_, why)| why.is_none())
            .map(|(text, _)| text)
            .collect();
        kept.join("|")
    }

    #[test]
    fn datelines_and_bylines_before_the_text_go() {
        for (text, rest) in [
            (
                "(은포=나루통신) 김예시 기자 = 항만이 다시 문을 연다.",
                "항만이 다시 문을 연다.",
            ),
            (
                "[남해=나루일보 김예시 기자] 항만이 다시 문을 연다.",
                "항만이 다시 문을 연다.",
            ),
            (
                "김예시·박가상 기자 = 항만이 다시 문을 연다.",
                "항만이 다시 문을 연다.",
            ),
            (
                "EUNPO, Nov. 19 — The port opened again.",
                "The port opened again.",
            ),
            (
                "HAESEONG, South Korea (AP) — The port opened.",
                "The port opened.",
            ),
            (
                "EUNPO, March 19 (Eunpo News) -- Mayor Lee spoke.",
                "Mayor Lee spoke.",
            ),
            (
                "WASHINGTON — The port opened again.",
                "The port opened again.",
            ),
        ] {
            assert_eq!(kept(text), rest);
        }
    }

    #[test]
    fn credits_and_bylines_behind_the_text_go() {
        for (text, rest) in [
            (
                "Chung speaks on Thursday. (Yonhap)",
                "Chung speaks on Thursday.",
            ),
            (
                "Chung speaks on Thursday. (Kim Mina/Eunpo News)",
                "Chung speaks on Thursday.",
            ),
            (
                "The mayor waves. / Courtesy of the city",
                "The mayor waves.",
            ),
            ("The mayor waves. Photo by J. Kim", "The mayor waves."),
            (
                "The mayor waves at the port. AFP-Haeseong",
                "The mayor waves at the port.",
            ),
            (
                "한빛항이 다시 문을 연다. [촬영 서하람]",
                "한빛항이 다시 문을 연다.",
            ),
            (
                "한빛항 전경 모습이다 [한빛시 제공. 재판매 및 DB 금지]",
                "한빛항 전경 모습이다",
            ),
            (
                "한빛항이 다시 문을 연다. 새봄군 제공",
                "한빛항이 다시 문을 연다.",
            ),
            (
                "한빛항이 다시 문을 연다. /사진=나루일보",
                "한빛항이 다시 문을 연다.",
            ),
            (
                "그는 그렇게 덧붙였다.한바다 기자 sea@eunpo.example",
                "그는 그렇게 덧붙였다.",
            ),
            (
                "한빛항이 다시 문을 연다. [새봄군 제공] (끝)",
                "한빛항이 다시 문을 연다.",
            ),
            (
                "Chung speaks. (Yonhap) The port opened.",
                "Chung speaks.|The port opened.",
            ),
        ] {
            assert_eq!(kept(text), rest);
        }
    }

    #[test]
    fn what_a_sentence_says_stays() {
        for text in [
            "NATO — The alliance met on Monday.",
            "We did not know that. (Laughter)",
            "그런 적은 한 번도 없어요. (웃음)",
            "It is cheap (see the table below).",
            "AI — it is everywhere in the city.",
            "(서울의 한 시장) 상인들은 웃었다.",
            "The rest is silence. (He laughed.)",
            "그 책은 도서관이 무료로 제공",
            "환율은 크게 올랐다. (1달러=1,300원)",
            "We went home […] and nobody spoke.",
            "It was late. […] Nobody spoke.",
        ] {
            assert_eq!(parted(text).len(), 1, "{text}: {:?}", parted(text));
        }
    }

    #[test]
    fn a_line_of_nothing_but_a_credit_is_left_to_others() {
        for text in ["(Yonhap)", "[촬영 서하람]", "사진=나루일보"] {
            assert_eq!(parted(text).len(), 1);
        }
    }
}
