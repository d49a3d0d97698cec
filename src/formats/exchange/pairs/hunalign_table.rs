//! The table of texts that hunalign (Varga et al. 2005) writes with `-text`: told by its look, not by a name.

use super::{Cell, Row};
use jjak_core::article::{Lang, PerLang};
use jjak_core::bitext::Origin;

/// Between the sentences of a side in a table of texts.
const JOINT: &str = "~~~";

/// Whether a table without names of columns is one of hunalign's: two texts and a score in every row.
pub(super) fn is_table(table: &[Vec<String>]) -> bool {
    let is_row = |row: &Vec<String>| row.len() == 3 && row[2].trim().parse::<f32>().is_ok();
    !table.is_empty() && table.iter().all(is_row)
}

/// Gives a row of such a table its score, and its sentences apart. `places` counts those of each side.
pub(super) fn take_table_row(row: &mut Row, score: &str, places: &mut PerLang<usize>) {
    row.take_hunalign_score(score.trim().parse().unwrap_or_default());
    for lang in Lang::BOTH {
        let cell = row.cell(lang);
        let text = std::mem::take(&mut cell.text);
        let place = &mut places[lang];
        let sentences = text
            .split(JOINT)
            .filter(|sentence| !sentence.trim().is_empty());
        *cell = Cell::of(sentences.map(|sentence| {
            *place += 1;
            (*place - 1, sentence)
        }));
    }
}

impl Row {
    /// Takes a score of hunalign's, which is no probability. It only orders the rows: the surest is still unsure.
    pub(in crate::exchange) fn take_hunalign_score(&mut self, score: f32) {
        self.origin = Origin::Engine;
        self.confidence = if score > 0.0 {
            0.5 * (score / (1.0 + score)).min(1.0)
        } else {
            0.0
        };
        if !self.confidence.is_finite() {
            self.confidence = 0.0;
        }
    }
}
