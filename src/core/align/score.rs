//! What speaks for a bead: a log-likelihood ratio of translation against chance, both ways, and the lengths.
//!
//! Moore (2002) scores beads by Model 1 in the same way; here a token that the lexicon does not know is
//! neutral, and no word is charged for the sentences it does not stand in.

use super::bead::{EN_ONLY, KO_ONLY, LONGEST, ONE_TO_ONE, Placed, SHAPES};
use super::cancellation::CancellationToken;
use super::length::{Length, length_score};
use super::opinions::Opinions;
use super::table::{MIX, Row, Table};
use super::text::Units;
use crate::evidence::tokens::Class;
use crate::progress::Cancelled;
use std::ops::Range;

pub(super) const TRANSLATION_WEIGHT: f32 = 1.3;
pub(super) const LENGTH_WEIGHT: f64 = 1.7;
/// What it costs that one side begins or ends within a quotation and the other does not.
const OTHER_QUOTATION: f32 = 0.5;
/// What it costs that one side begins or ends before a line that goes on with the one before, and the other does not.
const TORN: f32 = 2.0;
/// What it costs to join a title with another line.
const TITLE: f32 = 3.0;
/// A sentence with more evidence than this for a pair has a partner; how much of the rest it costs to call it noise all the
/// same, and the most that it costs.
const PARTNER: f64 = 2.0;
const PARTNERED: f64 = 0.7;
const MOST_PARTNERED: f64 = 2.0;
/// What is left to chance of a mark, of a number, of a token that nothing knows.
const MARK: f64 = 0.5;
const NUMBER: f64 = 0.3;
const UNKNOWN: f64 = 0.95;
/// Likewise of a function word, which the other language mostly has no word for.
const FUNCTION: f64 = 0.88;
/// The tokens of a sentence, for a mark: it has each at most once however long it is, so in a short one a mark is no rarer.
const MARKED: f64 = 12.0;
/// The score of a bead that must not be.
pub(super) const NEVER: f64 = -1e9;

/// The scores of all beads of two lists of sentences, and the price of each shape.
pub(super) struct Scores {
    pub en: usize,
    pub ko: usize,
    /// For every shape, the scores by first English and first Korean sentence.
    scores: Vec<Vec<f32>>,
    pub penalties: [f64; SHAPES.len()],
    /// What it costs that a sentence stands alone, beside the price of that.
    en_alone: Vec<f64>,
    ko_alone: Vec<f64>,
    /// What it costs to call a sentence noise.
    pub en_noise: Vec<f64>,
    pub ko_noise: Vec<f64>,
}

/// One side of the work.
pub(super) struct ScoreSide {
    pub units: Units,
    /// The lengths of its sentences.
    pub lengths: Vec<f64>,
    /// Which of them follow the one before without a gap.
    pub joined: Vec<bool>,
    /// Which boundaries between them lie within a quotation.
    pub quotes: Vec<Option<bool>>,
    /// Which sentences go on with the one before.
    pub continues: Vec<bool>,
    /// Which lines are titles.
    pub titles: Vec<bool>,
}

/// How well the lengths of all beads fit, for every shape by first English and first Korean sentence.
pub(super) struct Fits(Vec<Vec<f32>>);

impl Fits {
    /// `ratio` is the log of Korean to English length that is expected.
    pub(super) fn of(
        en: &ScoreSide,
        ko: &ScoreSide,
        ratio: f64,
        cancellation: &CancellationToken,
    ) -> Result<Fits, Cancelled> {
        let en: [Vec<Option<Length>>; LONGEST] = std::array::from_fn(|size| en.groups(size + 1));
        let ko: [Vec<Option<Length>>; LONGEST] = std::array::from_fn(|size| ko.groups(size + 1));
        let mut fits = Vec::with_capacity(SHAPES.len());
        for shape in SHAPES {
            let mut of_shape = Vec::new();
            if !shape.is_null() {
                let ko = &ko[shape.ko - 1];
                of_shape.reserve_exact(en[0].len() * ko.len());
                for en in &en[shape.en - 1] {
                    cancellation.check()?;
                    of_shape.extend(ko.iter().map(|ko| match (en, ko) {
                        (Some(en), Some(ko)) => {
                            (LENGTH_WEIGHT * length_score(*en, *ko, ratio)) as f32
                        }
                        _ => NEVER as f32,
                    }));
                }
            }
            fits.push(of_shape);
        }
        Ok(Fits(fits))
    }
}

impl ScoreSide {
    /// The lengths of all groups of `size` sentences that follow each other, by their first.
    fn groups(&self, size: usize) -> Vec<Option<Length>> {
        (0..self.lengths.len())
            .map(|first| {
                let lengths = self.lengths.get(first..first + size)?;
                let joined = !self.joined[first + 1..first + size].contains(&false);
                joined.then(|| Length::of(lengths))
            })
            .collect()
    }
}

impl Scores {
    pub(super) fn of(
        en_side: &ScoreSide,
        ko_side: &ScoreSide,
        table: &Table,
        fits: &Fits,
        opinions: &Opinions,
        penalties: [f64; SHAPES.len()],
        cancellation: &CancellationToken,
    ) -> Result<Scores, Cancelled> {
        let (en, ko) = (&en_side.units, &ko_side.units);
        let (rows, columns) = (en.sentences.len(), ko.sentences.len());
        let (forth, back) = Ratios::both(en, ko, table, cancellation)?;
        let mut scores = fits.0.clone();
        let form = Form::of(en_side, ko_side);
        for (of_shape, shape) in scores.iter_mut().zip(SHAPES) {
            if shape.is_null() {
                continue;
            }
            for i in 0..(rows + 1).saturating_sub(shape.en) {
                cancellation.check()?;
                let of_row = &mut of_shape[i * columns..][..columns];
                let forth = forth.row(shape.en, i).windows(shape.ko);
                let back = back.column(shape.ko, i..i + shape.en);
                for (j, (score, (forth, back))) in
                    of_row.iter_mut().zip(forth.zip(back)).enumerate()
                {
                    let translation = forth.iter().sum::<f32>() + back.iter().sum::<f32>();
                    let (of_en, of_ko) = (i..i + shape.en, j..j + shape.ko);
                    *score += TRANSLATION_WEIGHT / 2.0 * translation
                        + opinions.of(of_en.clone(), of_ko.clone())
                        - form.misplaced(of_en, of_ko);
                }
            }
        }
        let (mut en_noise, mut ko_noise) = (vec![0.0_f64; rows], vec![0.0_f64; columns]);
        for (at, &score) in scores[0].iter().enumerate() {
            let cost = (PARTNERED * (f64::from(score) - PARTNER)).min(MOST_PARTNERED);
            for noise in [&mut en_noise[at / columns], &mut ko_noise[at % columns]] {
                *noise = cost.max(*noise);
            }
        }
        // What goes on with the line before it is not alone.
        let alone = |continues: &[bool]| -> Vec<f64> {
            let torn = continues.iter().map(|&torn| f64::from(u8::from(torn)));
            torn.map(|torn| torn * f64::from(TORN)).collect()
        };
        Ok(Scores {
            en_alone: alone(&en_side.continues),
            ko_alone: alone(&ko_side.continues),
            en_noise,
            ko_noise,
            en: rows,
            ko: columns,
            scores,
            penalties,
        })
    }

    /// The evidence for a bead, without the price of its shape; 0 for a sentence alone.
    pub(super) fn evidence(&self, shape: usize, i: usize, j: usize) -> f64 {
        if SHAPES[shape].is_null() {
            0.0
        } else {
            f64::from(self.scores[shape][i * self.ko + j])
        }
    }

    /// The evidence for beads of both sides of one shape that begin at English sentence `i`, by the first Korean one.
    pub(super) fn row(&self, shape: usize, i: usize) -> &[f32] {
        &self.scores[shape][i * self.ko..][..self.ko]
    }

    /// What it costs that an English sentence, or a Korean one, stands alone.
    pub(super) fn en_alone(&self, i: usize) -> f64 {
        self.penalties[EN_ONLY] + self.en_alone[i]
    }

    pub(super) fn ko_alone(&self, j: usize) -> f64 {
        self.penalties[KO_ONLY] + self.ko_alone[j]
    }

    /// By how much more evidence a sentence of `bead` has with another sentence than all of the bead has; below 0 where none
    /// has more, and 0 for a sentence alone. In a text whose sentences share their words much evidence tells little (margin
    /// scoring, Artetxe and Schwenk 2019).
    pub(super) fn outdone(&self, bead: Placed) -> f64 {
        if bead.shape().is_null() {
            return 0.0;
        }
        let one_to_one = |en: usize, ko: usize| self.evidence(ONE_TO_ONE, en, ko);
        let of_en = bead.en().flat_map(|en| {
            let others = (0..self.ko).filter(|ko| !bead.ko().contains(ko));
            others.map(move |ko| one_to_one(en, ko))
        });
        let of_ko = bead.ko().flat_map(|ko| {
            let others = (0..self.en).filter(|en| !bead.en().contains(en));
            others.map(move |en| one_to_one(en, ko))
        });
        let best = of_en.chain(of_ko).fold(NEVER, f64::max);
        best - self.evidence(bead.shape, bead.en, bead.ko)
    }

    /// The evidence less the price.
    pub(super) fn value(&self, shape: usize, i: usize, j: usize) -> f64 {
        self.evidence(shape, i, j) - self.penalties[shape]
    }
}

/// What it costs that a bead begins, ends or joins lines where their form says otherwise.
struct Form {
    /// Where the English begins or ends before one sentence and the Korean before another, by both.
    boundaries: Vec<f32>,
    width: usize,
    /// How many titles are among the first none, one, two ... lines.
    en_titles: Vec<usize>,
    ko_titles: Vec<usize>,
}

impl Form {
    fn of(en: &ScoreSide, ko: &ScoreSide) -> Form {
        let width = ko.lengths.len() + 1;
        let mut boundaries = Vec::with_capacity((en.lengths.len() + 1) * width);
        for i in 0..=en.lengths.len() {
            boundaries.extend((0..width).map(|j| {
                let quoted = en.quotes[i].zip(ko.quotes[j]);
                let is_quoted_otherwise = quoted.is_some_and(|(en, ko)| en != ko);
                let is_torn = en.continues[i] != ko.continues[j];
                OTHER_QUOTATION * f32::from(is_quoted_otherwise) + TORN * f32::from(is_torn)
            }));
        }
        let counted = |titles: &[bool]| -> Vec<usize> {
            let mut count = 0;
            let after = titles.iter().map(|&title| {
                count += usize::from(title);
                count
            });
            std::iter::once(0).chain(after).collect()
        };
        Form {
            boundaries,
            width,
            en_titles: counted(&en.titles),
            ko_titles: counted(&ko.titles),
        }
    }

    fn misplaced(&self, en: Range<usize>, ko: Range<usize>) -> f32 {
        let boundary = |i: usize, j: usize| self.boundaries[i * self.width + j];
        let joined = |titles: &[usize], lines: Range<usize>| match lines.len() {
            1 => 0,
            _ => titles[lines.end] - titles[lines.start],
        };
        let titles = joined(&self.en_titles, en.clone()) + joined(&self.ko_titles, ko.clone());
        boundary(en.start, ko.start) + boundary(en.end, ko.end) + TITLE * titles as f32
    }
}

/// How well the English units explain the Korean ones and the other way round, each side taken as one sentence.
pub(super) fn translation(
    en: &Units,
    ko: &Units,
    table: &Table,
    cancellation: &CancellationToken,
) -> Result<(f32, f32), Cancelled> {
    let (forth, back) = Ratios::both(en, ko, table, cancellation)?;
    let alone = |ratios: &Ratios| ratios.row(1, 0).iter().take(1).sum();
    Ok((alone(&forth), alone(&back)))
}

/// For every group of one to five source sentences and every target sentence, the log-likelihood ratio of the
/// target's tokens.
struct Ratios {
    targets: usize,
    /// By size of the group (less one), then first source and target sentence.
    by_size: [Vec<f32>; LONGEST],
}

impl Ratios {
    /// The ratios of the Korean tokens, and those of the English ones.
    fn both(
        en: &Units,
        ko: &Units,
        table: &Table,
        cancellation: &CancellationToken,
    ) -> Result<(Ratios, Ratios), Cancelled> {
        let literal = table.literal;
        let forth = Ratios::of(
            en,
            ko,
            &table.ko_given_en,
            &table.known_ko,
            literal.ko,
            cancellation,
        )?;
        let back = Ratios::of(
            ko,
            en,
            &table.en_given_ko,
            &table.known_en,
            literal.en,
            cancellation,
        )?;
        Ok((forth, back))
    }

    /// `left` is what is left to chance of a word that the lexicon knows. `rows` holds for every target unit the source
    /// units it may come from. Only the groups that hold one of them differ from the ratio of a token that nothing
    /// explains, so work grows with the matches alone.
    fn of(
        source: &Units,
        target: &Units,
        rows: &[Row],
        known: &[bool],
        left: f64,
        cancellation: &CancellationToken,
    ) -> Result<Ratios, Cancelled> {
        let (sources, targets) = (source.sentences.len(), target.sentences.len());
        let chance = |unit: usize| match target.units[unit].class {
            _ if !known[unit] => UNKNOWN,
            Class::Number => NUMBER,
            Class::Mark => MARK,
            _ if target.units[unit].function => FUNCTION,
            _ => left,
        };
        let unexplained: Vec<f32> = target
            .sentences
            .iter()
            .map(|units| units.iter().map(|&unit| chance(unit).ln()).sum::<f64>() as f32)
            .collect();
        let by_size = std::array::from_fn(|_| unexplained.repeat(sources));
        let mut ratios = Ratios { targets, by_size };
        let lengths: Vec<f64> = source
            .sentences
            .iter()
            .map(|units| units.len() as f64)
            .collect();
        let mut likely = vec![0.0; sources];
        let mut touched: Vec<usize> = Vec::new();
        for (unit, row) in rows.iter().enumerate() {
            if unit % 256 == 0 {
                cancellation.check()?;
            }
            for &(from, probability) in row {
                for posting in &source.units[from].postings {
                    if likely[posting.sentence] == 0.0 {
                        touched.push(posting.sentence);
                    }
                    likely[posting.sentence] += probability * posting.count;
                }
            }
            touched.sort_unstable();
            let left = chance(unit);
            let word = &target.units[unit];
            for size in 1..=LONGEST {
                let mut next = 0;
                for &sentence in &touched {
                    let first = next.max((sentence + 1).saturating_sub(size));
                    let end = (sentence + 1).min((sources + 1).saturating_sub(size));
                    for start in first..end {
                        let likely: f64 = likely[start..start + size].iter().sum();
                        let length: f64 = match word.class {
                            Class::Mark => MARKED * size as f64,
                            _ => lengths[start..start + size].iter().sum(),
                        };
                        let gain = (1.0 + MIX * likely / (length * word.chance * left)).ln();
                        for posting in &word.postings {
                            ratios.by_size[size - 1][start * targets + posting.sentence] +=
                                (gain * posting.count) as f32;
                        }
                    }
                    next = next.max(end);
                }
            }
            for sentence in touched.drain(..) {
                likely[sentence] = 0.0;
            }
        }
        Ok(ratios)
    }

    /// The ratios of all target sentences, given `size` source sentences from `start` on.
    fn row(&self, size: usize, start: usize) -> &[f32] {
        &self.by_size[size - 1][start * self.targets..][..self.targets]
    }

    /// The ratios of some target sentences, given `size` source sentences, by the first of these.
    fn column(&self, size: usize, targets: Range<usize>) -> impl Iterator<Item = &[f32]> {
        let rows = self.by_size[size - 1].chunks_exact(self.targets.max(1));
        rows.map(move |row| &row[targets.clone()])
    }
}
