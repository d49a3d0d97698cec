//! What two versions of a pair say differently.

use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, RowIndex};
use std::collections::HashMap;

/// A row as it is compared: its texts and what a person said of it.
type Key = [String; 5];

/// The rows that only `a` has and those that only `b` has: in order.
///
/// Rows are equal when their sentences, state, verdict and note are, wherever they stand; the model's confidence does
/// not count.
pub fn diff(a: &Bitext, b: &Bitext) -> (Vec<RowIndex>, Vec<RowIndex>) {
    let (a, b) = (keys(a), keys(b));
    (only(&a, &b), only(&b, &a))
}

fn keys(bitext: &Bitext) -> Vec<Key> {
    let rows = bitext.beads.numbered();
    rows.map(|(row, bead)| {
        let lines = |lang: Lang| {
            let texts: Vec<_> = bitext.texts(row, lang).collect();
            texts.join("\n")
        };
        [
            lines(Lang::En),
            lines(Lang::Ko),
            bead.state.as_str().to_owned(),
            bead.verdict
                .map_or("", |verdict| verdict.as_str())
                .to_owned(),
            bead.note.clone(),
        ]
    })
    .collect()
}

fn only(these: &[Key], those: &[Key]) -> Vec<RowIndex> {
    let mut left: HashMap<&Key, usize> = HashMap::new();
    for key in those {
        *left.entry(key).or_default() += 1;
    }
    let mut rows = Vec::new();
    for (row, key) in these.iter().enumerate() {
        match left.get_mut(key) {
            Some(copies) if *copies > 0 => *copies -= 1,
            _ => rows.push(RowIndex(row)),
        }
    }
    rows
}
