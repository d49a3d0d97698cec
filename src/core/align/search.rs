//! The best beads in both orders: dynamic programming with states for text and noise.
//!
//! Noise is page boilerplate that one page has and the other has not: entering it costs once, each sentence inside
//! costs nothing unless another sentence is much like it. Noise of both sides is English first, then Korean, so that it
//! is counted once.

use super::bead::{EN_ONLY, KO_ONLY, Placed, SHAPES};
use super::cancellation::CancellationToken;
use super::score::Scores;
use crate::progress::Cancelled;

/// What it costs to enter noise, and what at the very start of the text. All of a text may be noise, so that is also what
/// keeps texts together that say the same in other words.
const ENTER_NOISE: f64 = 6.5;
const BEGIN_IN_NOISE: f64 = 5.0;

/// Sentences of both sides that are aligned in order, apart from those before and after.
pub(super) struct Stretch {
    pub en: Vec<usize>,
    pub ko: Vec<usize>,
    /// How many sentences without a gap end after the first none, one, two ...
    en_runs: Vec<usize>,
    ko_runs: Vec<usize>,
    /// Whether it is the first of the text.
    pub begins_text: bool,
}

impl Stretch {
    pub(super) fn new(en: Vec<usize>, ko: Vec<usize>, begins_text: bool) -> Stretch {
        Stretch {
            en_runs: runs(&en),
            ko_runs: runs(&ko),
            en,
            ko,
            begins_text,
        }
    }

    /// Whether a bead of this shape can end after the first `i` and `j` sentences.
    pub(super) fn fits(&self, shape: usize, i: usize, j: usize) -> bool {
        SHAPES[shape].en <= self.en_runs[i] && SHAPES[shape].ko <= self.ko_runs[j]
    }

    /// What a bead of both sides is worth that ends after the first `i` and `j` sentences.
    pub(super) fn value(&self, scores: &Scores, shape: usize, i: usize, j: usize) -> f64 {
        let size = SHAPES[shape];
        scores.value(shape, self.en[i - size.en], self.ko[j - size.ko])
    }

    /// What it costs to go over to noise at a cell of the search; `begin`, if that is where the text begins.
    pub(super) fn enter(&self, cell: usize, begin: f64) -> f64 {
        if cell == 0 && self.begins_text {
            begin
        } else {
            ENTER_NOISE
        }
    }
}

fn runs(sentences: &[usize]) -> Vec<usize> {
    let mut runs = vec![0; sentences.len() + 1];
    for at in 0..sentences.len() {
        let follows = at > 0 && sentences[at] == sentences[at - 1] + 1;
        runs[at + 1] = if follows { runs[at] + 1 } else { 1 };
    }
    runs
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    NoiseEn,
    NoiseKo,
}

/// What the best way to a cell is worth that ends in a state, and where it came from: for text the shape of its last
/// bead, for noise the state before its last sentence.
#[derive(Clone, Copy)]
struct Cell {
    text: f64,
    shape: usize,
    noise_en: f64,
    before_en: State,
    noise_ko: f64,
    before_ko: State,
    /// The best of the three.
    best: f64,
}

impl Cell {
    const NONE: Cell = Cell {
        text: f64::NEG_INFINITY,
        shape: 0,
        noise_en: f64::NEG_INFINITY,
        before_en: State::Text,
        noise_ko: f64::NEG_INFINITY,
        before_ko: State::Text,
        best: f64::NEG_INFINITY,
    };

    fn state(&self) -> State {
        if self.text == self.best {
            State::Text
        } else if self.noise_en == self.best {
            State::NoiseEn
        } else {
            State::NoiseKo
        }
    }
}

/// The best beads of a stretch, in order, and what they are worth together.
pub(super) fn search(
    scores: &Scores,
    stretch: &Stretch,
    cancellation: &CancellationToken,
) -> Result<(f64, Vec<Placed>), Cancelled> {
    let (n, m) = (stretch.en.len(), stretch.ko.len());
    let width = m + 1;
    let mut cells = vec![Cell::NONE; (n + 1) * width];
    let mut bests = vec![f64::NEG_INFINITY; cells.len()];
    let mut beads: Vec<(f64, usize)> = Vec::with_capacity(width);
    for i in 0..=n {
        cancellation.check()?;
        best_beads(scores, stretch, i, &bests, &mut beads);
        for (j, &bead) in beads.iter().enumerate() {
            let at = i * width + j;
            let mut cell = Cell::NONE;
            if at == 0 {
                cell.text = 0.0;
            }
            if i > 0 {
                let up = &cells[at - width];
                cell.text = up.text - scores.en_alone(stretch.en[i - 1]);
                cell.shape = EN_ONLY;
                let entered = up.text - stretch.enter(at - width, BEGIN_IN_NOISE);
                (cell.noise_en, cell.before_en) =
                    better((entered, State::Text), (up.noise_en, State::NoiseEn));
                cell.noise_en -= scores.en_noise[stretch.en[i - 1]];
            }
            if j > 0 {
                let left = &cells[at - 1];
                let alone = left.text - scores.ko_alone(stretch.ko[j - 1]);
                if alone > cell.text {
                    (cell.text, cell.shape) = (alone, KO_ONLY);
                }
                let entered = left.text - stretch.enter(at - 1, BEGIN_IN_NOISE);
                let inside = better(
                    (left.noise_en, State::NoiseEn),
                    (left.noise_ko, State::NoiseKo),
                );
                (cell.noise_ko, cell.before_ko) = better((entered, State::Text), inside);
                cell.noise_ko -= scores.ko_noise[stretch.ko[j - 1]];
            }
            if bead.0 > cell.text {
                (cell.text, cell.shape) = bead;
            }
            cell.best = cell.text.max(cell.noise_en).max(cell.noise_ko);
            bests[at] = cell.best;
            cells[at] = cell;
        }
    }
    let last = &cells[n * width + m];
    Ok((last.best, path(&cells, stretch)))
}

/// The best way to each cell of row `i` that ends in a bead of both sides, and the bead's shape: the first of those that
/// are equal. Such beads come from rows above, so a shape is followed along the whole row.
fn best_beads(
    scores: &Scores,
    stretch: &Stretch,
    i: usize,
    bests: &[f64],
    beads: &mut Vec<(f64, usize)>,
) {
    let width = stretch.ko.len() + 1;
    beads.clear();
    beads.resize(width, (f64::NEG_INFINITY, 0));
    for (shape, size) in SHAPES.iter().enumerate() {
        if size.is_null() || size.en > stretch.en_runs[i] || size.ko >= width {
            continue;
        }
        let before = &bests[(i - size.en) * width..][..width - size.ko];
        let worth = scores.row(shape, stretch.en[i - size.en]);
        let price = scores.penalties[shape];
        let ends = beads[size.ko..].iter_mut().zip(&stretch.ko_runs[size.ko..]);
        for ((best, &run), (&before, &ko)) in ends.zip(before.iter().zip(&stretch.ko)) {
            let total = before + (f64::from(worth[ko]) - price);
            if total > best.0 && run >= size.ko {
                *best = (total, shape);
            }
        }
    }
}

/// The better of two ways; the first if they are equal.
fn better(a: (f64, State), b: (f64, State)) -> (f64, State) {
    if b.0 > a.0 { b } else { a }
}

/// The beads of the best way to the last cell.
fn path(cells: &[Cell], stretch: &Stretch) -> Vec<Placed> {
    let (mut i, mut j) = (stretch.en.len(), stretch.ko.len());
    let width = j + 1;
    let mut beads = Vec::new();
    let mut state = cells[i * width + j].state();
    while i > 0 || j > 0 {
        let cell = &cells[i * width + j];
        let shape = match state {
            State::Text => cell.shape,
            State::NoiseEn => EN_ONLY,
            State::NoiseKo => KO_ONLY,
        };
        i -= SHAPES[shape].en;
        j -= SHAPES[shape].ko;
        state = match state {
            State::NoiseEn => cell.before_en,
            State::NoiseKo => cell.before_ko,
            // After noise comes a bead.
            State::Text if SHAPES[shape].is_null() => State::Text,
            State::Text => cells[i * width + j].state(),
        };
        beads.push(Placed {
            shape,
            en: if SHAPES[shape].en > 0 {
                stretch.en[i]
            } else {
                0
            },
            ko: if SHAPES[shape].ko > 0 {
                stretch.ko[j]
            } else {
                0
            },
        });
    }
    beads.reverse();
    beads
}
