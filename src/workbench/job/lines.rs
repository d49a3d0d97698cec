//! What stands on which line of the table: pairs, then the texts without a counterpart, English and Korean side by side.

use jjak_core::article::{Lang, PerLang};
use jjak_formats::job::JobPair;
use jjak_pipeline::job::View;
use jjak_review::job::single;

pub(super) const PAIR: f32 = 46.0;
pub(super) const HEADING: f32 = 58.0;
pub(super) const TEXTS: f32 = 30.0;

/// A line of the table, by where its pairs or texts are in the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableLine {
    Pair(usize),
    Heading,
    /// A text of each language, as long as there are both.
    Texts(PerLang<Option<usize>>),
}

/// The lines that are shown, in order.
#[derive(Debug, Default)]
pub(super) struct Lines {
    lines: Vec<TableLine>,
    /// The places of the pairs that are shown, in order.
    pairs: Vec<usize>,
    texts: usize,
}

impl Lines {
    pub(super) fn of(pairs: &[JobPair], view: &View) -> Lines {
        let is_pair = |at: &usize| pairs.get(*at).is_some_and(JobPair::is_pair);
        let (shown, alone): (Vec<usize>, Vec<usize>) =
            view.of(pairs).into_iter().partition(is_pair);
        let of = |lang: Lang| {
            let is_of = |at: &&usize| {
                let text = pairs.get(**at).and_then(single);
                text.is_some_and(|(of, _)| of == lang)
            };
            alone.iter().filter(is_of).copied().collect::<Vec<usize>>()
        };
        let [english, korean] = Lang::BOTH.map(of);
        let mut lines: Vec<TableLine> = shown.iter().copied().map(TableLine::Pair).collect();
        let texts = english.len() + korean.len();
        if texts > 0 {
            lines.push(TableLine::Heading);
        }
        for at in 0..english.len().max(korean.len()) {
            lines.push(TableLine::Texts(PerLang([
                english.get(at).copied(),
                korean.get(at).copied(),
            ])));
        }
        Lines {
            lines,
            pairs: shown,
            texts,
        }
    }

    pub(super) fn pairs(&self) -> &[usize] {
        &self.pairs
    }

    /// How many texts stand below the pairs.
    pub(super) fn texts(&self) -> usize {
        self.texts
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(super) fn get(&self, line: usize) -> Option<TableLine> {
        self.lines.get(line).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The height of all lines above `line`, in points.
    pub(super) fn top(&self, line: usize) -> f32 {
        let line = line.min(self.lines.len());
        let pairs = line.min(self.pairs.len()) as f32 * PAIR;
        match line.saturating_sub(self.pairs.len()) {
            0 => pairs,
            below => pairs + HEADING + (below - 1) as f32 * TEXTS,
        }
    }

    pub(super) fn height(&self, line: usize) -> f32 {
        match self.lines.get(line) {
            Some(TableLine::Pair(_)) => PAIR,
            Some(TableLine::Heading) => HEADING,
            Some(TableLine::Texts(_)) => TEXTS,
            None => 0.0,
        }
    }

    /// The line at a height; the last one below all.
    pub(super) fn at(&self, y: f32) -> usize {
        let pairs = (y.max(0.0) / PAIR) as usize;
        if pairs < self.pairs.len() {
            return pairs;
        }
        let below = y - self.pairs.len() as f32 * PAIR;
        let line = if below < HEADING {
            self.pairs.len()
        } else {
            self.pairs.len() + 1 + ((below - HEADING) / TEXTS) as usize
        };
        line.min(self.lines.len().saturating_sub(1))
    }

    /// The line that a place of the job is on, and the side it is on.
    pub(super) fn find(&self, place: usize) -> Option<(usize, Lang)> {
        self.lines
            .iter()
            .enumerate()
            .find_map(|(number, line)| match line {
                TableLine::Pair(at) if *at == place => Some((number, Lang::En)),
                TableLine::Texts(PerLang([Some(at), _])) if *at == place => {
                    Some((number, Lang::En))
                }
                TableLine::Texts(PerLang([_, Some(at)])) if *at == place => {
                    Some((number, Lang::Ko))
                }
                _ => None,
            })
    }

    /// What stands on a line: on this side, or on the other if nothing is there.
    pub(super) fn place(&self, line: usize, side: Lang) -> Option<usize> {
        match self.lines.get(line)? {
            TableLine::Pair(at) => Some(*at),
            TableLine::Heading => None,
            TableLine::Texts(texts) => {
                let of = |lang: Lang| texts[lang];
                of(side).or_else(|| of(side.other()))
            }
        }
    }

    /// Where the cursor goes from `line`, so many lines down or up.
    pub(super) fn moved(&self, line: usize, side: Lang, by: isize) -> Option<usize> {
        let last = self.lines.len().checked_sub(1)?;
        let mut to = line.saturating_add_signed(by).min(last);
        // Nothing stands on a heading.
        if self.lines.get(to) == Some(&TableLine::Heading) {
            to = match by < 0 {
                true if to == 0 => to + 1,
                true => to - 1,
                false => to + 1,
            };
        }
        self.place(to.min(last), side)
    }
}
