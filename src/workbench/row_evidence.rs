//! What matches in the row under the cursor, found once and shown in the grid and in the details.

use super::session::Session;
use crate::article::Lang;
use crate::evidence::lexicon::Lexicon;
use crate::evidence::{Evidence, Kind, Place};
use std::ops::Range;

/// A range of a sentence's text, in bytes, and why it is marked.
pub type Mark = (Range<usize>, Kind);

/// The evidence of one row.
#[derive(Default)]
pub struct RowEvidence {
    of: Option<(u64, usize)>,
    /// For each column and sentence, what of its text matches something.
    marks: [Vec<Vec<Mark>>; 2],
    /// The same as words: kind, English, Korean.
    pub pairs: Vec<(Kind, String, String)>,
}

impl RowEvidence {
    /// Finds the evidence anew if the cursor moved to another row or the bitext changed.
    pub fn refresh(&mut self, session: &Session) {
        let row = session.cursor().row;
        let of = Some((session.revision(), row));
        if self.of == of || session.bitext().beads.is_empty() {
            return;
        }
        let texts = Lang::BOTH.map(|lang| -> Vec<String> {
            session
                .bitext()
                .texts(row, lang)
                .map(|text| text.into_owned())
                .collect()
        });
        *self = RowEvidence {
            of,
            marks: [
                vec![Vec::new(); texts[0].len()],
                vec![Vec::new(); texts[1].len()],
            ],
            pairs: Vec::new(),
        };
        let [en, ko] = texts
            .each_ref()
            .map(|texts| -> Vec<&str> { texts.iter().map(String::as_str).collect() });
        for hit in Evidence::of(&en, &ko, Lexicon::shipped()).matches {
            let word = |texts: &[&str], place: &Place| {
                texts[place.sentence][place.span.clone()].to_owned()
            };
            let words = (hit.kind, word(&en, &hit.en), word(&ko, &hit.ko));
            self.marks[0][hit.en.sentence].push((hit.en.span, hit.kind));
            self.marks[1][hit.ko.sentence].push((hit.ko.span, hit.kind));
            if !self.pairs.contains(&words) {
                self.pairs.push(words);
            }
        }
    }

    /// The marks of one sentence, if the evidence is of its row.
    pub fn marks(&self, row: usize, lang: Lang, at: usize) -> &[Mark] {
        match self.of {
            Some((_, of)) if of == row => {
                self.marks[lang as usize].get(at).map_or(&[], Vec::as_slice)
            }
            _ => &[],
        }
    }
}
