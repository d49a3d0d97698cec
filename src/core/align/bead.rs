//! The kinds of bead the search knows, and a bead in its place.

use std::ops::Range;

/// How many sentences of each side a bead holds, and what that costs before any evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shape {
    pub en: usize,
    pub ko: usize,
    pub penalty: f64,
}

impl Shape {
    pub(super) fn is_null(self) -> bool {
        self.en == 0 || self.ko == 0
    }
}

const fn shape(en: usize, ko: usize, penalty: f64) -> Shape {
    Shape { en, ko, penalty }
}

/// The most sentences that a bead holds on one side.
pub(super) const LONGEST: usize = 5;

/// All shapes, 1-1 first. The prices up to 3-2 were tuned on development data, those of the larger shapes set
/// beyond them. Subtitles cut one sentence into up to five.
pub(super) const SHAPES: [Shape; 20] = [
    shape(1, 1, 0.0),
    shape(1, 0, 2.0),
    shape(0, 1, 2.0),
    shape(1, 2, 1.3),
    shape(2, 1, 3.5),
    shape(2, 2, 6.0),
    shape(1, 3, 3.5),
    shape(3, 1, 7.0),
    shape(1, 4, 4.0),
    shape(4, 1, 8.5),
    shape(1, 5, 5.0),
    shape(5, 1, 9.5),
    shape(2, 3, 8.0),
    shape(3, 2, 8.0),
    shape(2, 4, 9.0),
    shape(4, 2, 10.0),
    shape(3, 3, 10.0),
    shape(3, 4, 11.0),
    shape(4, 3, 11.0),
    shape(4, 4, 12.0),
];

/// What is different in a short text, and the number of sentences at which half of that is: it leaves out less than an
/// article does, so that a sentence alone costs more, and two that stand beside one or three beside one cost less.
const ALONE: (f64, f64) = (3.0, 1.5);
const JOINED: (f64, f64) = (2.0, 8.0);

/// The prices of all shapes in a text of so many sentences, both sides together, before it is known.
pub(super) fn prices(sentences: usize) -> [f64; SHAPES.len()] {
    let share = |(price, half): (f64, f64)| price * half / (half + sentences as f64);
    SHAPES.map(|shape| match (shape.en, shape.ko) {
        (1, 0) | (0, 1) => shape.penalty + share(ALONE),
        (2, 1) | (1, 3) | (3, 1) => shape.penalty - share(JOINED),
        _ => shape.penalty,
    })
}

pub(super) const ONE_TO_ONE: usize = 0;
pub(super) const EN_ONLY: usize = 1;
pub(super) const KO_ONLY: usize = 2;

/// The cost of a sentence alone, before the text tells how many there are.
pub(super) const NULL: f64 = SHAPES[EN_ONLY].penalty;

/// A bead of consecutive sentences, named by its shape and the first sentence of each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub shape: usize,
    pub en: usize,
    pub ko: usize,
}

impl Placed {
    pub(super) fn shape(self) -> Shape {
        SHAPES[self.shape]
    }

    pub(super) fn en(self) -> Range<usize> {
        self.en..self.en + self.shape().en
    }

    pub(super) fn ko(self) -> Range<usize> {
        self.ko..self.ko + self.shape().ko
    }
}
