use super::{Bead, Bitext, Operation, SegmentId};
use crate::align::align;
use crate::article::Lang;
use crate::progress::{Cancelled, Progress};
use std::ops::Range;

impl Bitext {
    /// Whether re-alignment and moving tails must leave the row alone: it is pinned, or its text was edited.
    pub fn is_fixed(&self, row: usize) -> bool {
        let bead = &self.beads[row];
        bead.is_pinned()
            || Lang::BOTH.iter().any(|&lang| {
                let side = self.side(lang);
                bead.ids(lang)
                    .iter()
                    .any(|&id| side.segment(id).is_some_and(|s| s.edited.is_some()))
            })
    }

    /// Aligns the sentences of `rows` again, keeping the beads that are fixed. Nothing is changed yet.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn realign(&self, rows: Range<usize>, progress: &Progress) -> Result<Operation, Cancelled> {
        let column = |lang: Lang| {
            let mut ids: Vec<SegmentId> = self.beads[rows.clone()]
                .iter()
                .flat_map(|bead| bead.ids(lang).iter().copied())
                .collect();
            ids.sort_unstable();
            ids
        };
        let (en, ko) = (column(Lang::En), column(Lang::Ko));
        let fixed: Vec<&Bead> = rows
            .clone()
            .filter(|&row| self.is_fixed(row))
            .map(|row| &self.beads[row])
            .collect();
        let places = |ids: &[SegmentId], column: &[SegmentId]| -> Vec<usize> {
            ids.iter()
                .filter_map(|id| column.binary_search(id).ok())
                .collect()
        };
        let pins: Vec<(Vec<usize>, Vec<usize>)> = fixed
            .iter()
            .map(|bead| (places(&bead.en, &en), places(&bead.ko, &ko)))
            .collect();
        let texts = |ids: &[SegmentId], lang: Lang| -> Vec<String> {
            ids.iter()
                .map(|&id| self.side(lang).text(id).into_owned())
                .collect()
        };
        let (en_texts, ko_texts) = (texts(&en, Lang::En), texts(&ko, Lang::Ko));
        let en_lines: Vec<&str> = en_texts.iter().map(String::as_str).collect();
        let ko_lines: Vec<&str> = ko_texts.iter().map(String::as_str).collect();
        let links = align(&en_lines, &ko_lines, &pins, progress)?;
        let beads = links
            .into_iter()
            .map(|link| {
                let bead = Bead {
                    en: link.en.iter().map(|&at| en[at]).collect(),
                    ko: link.ko.iter().map(|&at| ko[at]).collect(),
                    confidence: link.confidence,
                    ..Bead::default()
                };
                match fixed
                    .iter()
                    .find(|pin| pin.en == bead.en && pin.ko == bead.ko)
                {
                    Some(pin) => (*pin).clone(),
                    None => bead,
                }
            })
            .collect();
        Ok(Operation::Realign { rows, beads })
    }
}
