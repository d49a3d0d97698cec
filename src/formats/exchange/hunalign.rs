//! The ladder of sentence numbers that hunalign (Varga et al. 2005) writes.

use crate::exchange::pairs::{BilingualError, BilingualFile, Cell, Row, decoded};
use jjak_core::article::{Lang, PerLang};

/// Reads a ladder with the two files it was made of, one sentence a line. Each rung says where the next row begins on
/// both sides: English number, tab, Korean number, tab, score.
///
/// # Errors
/// [`BilingualError`] of whichever file.
pub fn read_ladder(ladder: &[u8], en: &[u8], ko: &[u8]) -> Result<BilingualFile, BilingualError> {
    let texts = PerLang([decoded(en)?, decoded(ko)?]);
    let sentences = PerLang::from_fn(|lang| texts[lang].lines().collect::<Vec<_>>());
    let mut aligned = BilingualFile::default();
    let mut last = (PerLang::default(), 0.0);
    for (at, line) in decoded(ladder)?.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let line_number = at + 1;
        let bad = || BilingualError::NotLadder { line: line_number };
        let (rung, score) = rung(line).ok_or_else(bad)?;
        for lang in Lang::BOTH {
            if rung[lang] < last.0[lang] {
                return Err(bad());
            }
            if rung[lang] > sentences[lang].len() {
                return Err(BilingualError::LadderTooLong {
                    line: line_number,
                    sentence: rung[lang],
                    sentences: sentences[lang].len(),
                });
            }
        }
        // A rung's score is of what lies between it and the next.
        if let Some(row) = row(&sentences, last.0, rung, last.1) {
            aligned.take_row(Ok(row))?;
        }
        last = (rung, score);
    }
    let ends = PerLang::from_fn(|lang| sentences[lang].len());
    if let Some(row) = row(&sentences, last.0, ends, last.1) {
        aligned.take_row(Ok(row))?;
    }
    aligned.settle()?;
    Ok(aligned)
}

fn rung(line: &str) -> Option<(PerLang<usize>, f32)> {
    let mut cells = line.split_whitespace();
    let numbers = PerLang([cells.next()?.parse().ok()?, cells.next()?.parse().ok()?]);
    let score = cells.next().map_or(Some(0.0), |score| score.parse().ok())?;
    cells.next().is_none().then_some((numbers, score))
}

/// The row of the sentences from one rung to the next.
fn row(
    sentences: &PerLang<Vec<&str>>,
    from: PerLang<usize>,
    to: PerLang<usize>,
    score: f32,
) -> Option<Row> {
    if from == to {
        return None;
    }
    let mut row = Row::default();
    row.take_hunalign_score(score);
    for lang in Lang::BOTH {
        let numbers = from[lang]..to[lang];
        let texts = numbers.map(|number| (number, sentences[lang][number]));
        *row.cell(lang) = Cell::of(texts);
    }
    Some(row)
}
