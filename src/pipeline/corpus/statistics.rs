//! What is in a corpus, counted.

use super::near::Near;
use super::recurring::{Recurring, Recurs};
use super::row::normalised;
use jjak_core::article::Lang;
use jjak_core::evidence::quality::{numbers_agree, own_letters};
use jjak_formats::exchange::verbatim::CorpusRow;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// So many sentences that recur are told one by one.
const MOST_RECURRING: usize = 50;

/// How many values lie where: `counts[i]` of `from + i * step` or more and less than one step more; what lies outside is
/// counted at the ends.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Histogram {
    pub from: f64,
    pub step: f64,
    pub counts: Vec<usize>,
}

impl Histogram {
    fn new(from: f64, to: f64, bars: usize) -> Histogram {
        Histogram {
            from,
            step: (to - from) / bars as f64,
            counts: vec![0; bars],
        }
    }

    fn add(&mut self, value: f64) {
        let last = self.counts.len().saturating_sub(1);
        let at = ((value - self.from) / self.step).max(0.0) as usize;
        if let Some(count) = self.counts.get_mut(at.min(last)) {
            *count += 1;
        }
    }
}

/// How much there is, as work is paid for. Of two sides the English is first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Volume {
    pub pairs: usize,
    /// Between white space; the Korean ones are eojeol.
    pub words: [usize; 2],
    pub characters: [usize; 2],
    pub characters_without_spaces: [usize; 2],
}

impl Volume {
    fn add(&mut self, row: &CorpusRow) {
        self.pairs += 1;
        for (at, text) in [&row.en, &row.ko].into_iter().enumerate() {
            self.words[at] += text.split_whitespace().count();
            self.characters[at] += text.chars().count();
            self.characters_without_spaces[at] +=
                text.chars().filter(|c| !c.is_whitespace()).count();
        }
    }
}

/// The figures of a corpus. Of two sides the English is first.
#[derive(Clone, Debug, Serialize)]
pub struct Statistics {
    pub documents: usize,
    pub pairs: usize,
    /// Rows without one side.
    pub one_sided: usize,
    /// Between white space.
    pub words: [usize; 2],
    pub characters: [usize; 2],
    /// The same by what a person said of the pairs.
    pub by_state: BTreeMap<String, Volume>,
    /// Characters of a side of a pair.
    pub lengths: [Histogram; 2],
    /// The Korean characters of a pair for one English.
    pub length_ratio: Histogram,
    pub confidence: Histogram,
    pub shapes: BTreeMap<String, usize>,
    /// The share of letters in the side's own script.
    pub script_share: [f64; 2],
    /// Pairs with a number on either side; those in which both sides have the same.
    pub with_numbers: usize,
    pub numbers_agree: usize,
    /// Pairs that say what one before said, letter for letter; but for letter case, marks and spaces.
    pub repeated_exactly: usize,
    pub repeated: usize,
    /// Documents that are nearly the same as one before.
    pub documents_repeated: usize,
    /// How many sentences recur on the pages of a site, and the most frequent of them.
    pub recurring: usize,
    pub recurring_most: Vec<Recurs>,
    #[serde(skip)]
    letters: [[usize; 2]; 2],
    #[serde(skip)]
    said: HashSet<(bool, u64)>,
    #[serde(skip)]
    near: Near,
}

impl Default for Statistics {
    fn default() -> Statistics {
        let lengths = || Histogram::new(0.0, 400.0, 40);
        Statistics {
            documents: 0,
            pairs: 0,
            one_sided: 0,
            words: [0; 2],
            characters: [0; 2],
            by_state: BTreeMap::new(),
            lengths: [lengths(), lengths()],
            length_ratio: Histogram::new(0.0, 1.5, 30),
            confidence: Histogram::new(0.0, 1.0, 20),
            shapes: BTreeMap::new(),
            script_share: [0.0; 2],
            with_numbers: 0,
            numbers_agree: 0,
            repeated_exactly: 0,
            repeated: 0,
            documents_repeated: 0,
            recurring: 0,
            recurring_most: Vec::new(),
            letters: [[0; 2]; 2],
            said: HashSet::new(),
            near: Near::default(),
        }
    }
}

impl Statistics {
    /// Counts a row. The rows of a document stand together.
    pub fn add(&mut self, row: &CorpusRow) {
        self.near.add(row);
        if row.en.is_empty() || row.ko.is_empty() {
            self.one_sided += 1;
            return;
        }
        self.pairs += 1;
        if !row.state.is_empty() {
            self.by_state.entry(row.state.clone()).or_default().add(row);
        }
        let lengths = [&row.en, &row.ko].map(|text| text.chars().count());
        for (at, text) in [&row.en, &row.ko].into_iter().enumerate() {
            self.words[at] += text.split_whitespace().count();
            self.characters[at] += lengths[at];
            self.lengths[at].add(lengths[at] as f64);
            let [own, all] = own_letters(text, Lang::BOTH[at]);
            self.letters[at][0] += own;
            self.letters[at][1] += all;
        }
        self.length_ratio.add(lengths[1] as f64 / lengths[0] as f64);
        if let Some(confidence) = row.confidence {
            self.confidence.add(f64::from(confidence));
        }
        if !row.shape.is_empty() {
            *self.shapes.entry(row.shape.clone()).or_default() += 1;
        }
        if let Some(agree) = numbers_agree(&row.en, &row.ko) {
            self.with_numbers += 1;
            self.numbers_agree += usize::from(agree);
        }
        let exact = [&row.en, &row.ko]
            .into_iter()
            .flat_map(|text| text.bytes().chain([0]));
        let exact = exact.fold(0, |hash, byte| super::near::mixed(hash, u64::from(byte)));
        self.repeated_exactly += usize::from(!self.said.insert((true, exact)));
        self.repeated += usize::from(!self.said.insert((false, normalised(row))));
    }

    /// Takes what recurs on the pages of a site.
    pub fn take_recurring(&mut self, recurring: &Recurring) {
        let all = recurring.all();
        self.recurring = all.len();
        self.recurring_most = all.into_iter().take(MOST_RECURRING).cloned().collect();
    }

    /// The figures when all rows have come.
    pub fn finish(mut self) -> Statistics {
        self.near.close();
        self.documents = self.near.documents();
        self.documents_repeated = self.near.repeated();
        self.script_share = self
            .letters
            .map(|[own, all]| own as f64 / all.max(1) as f64);
        self.near = Near::default();
        self.said = HashSet::new();
        self
    }
}
