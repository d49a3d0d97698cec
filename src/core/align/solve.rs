//! One stretch of text, short enough to look at every pair of sentences: two passes, moves, confidence.

use super::Link;
use super::adapt::{Weighed, adapt, adapted};
use super::bead::{EN_ONLY, KO_ONLY, Placed, prices};
use super::cancellation::CancellationToken;
use super::confidence;
use super::learned::LearnedLexicon;
use super::length::{TYPICAL, expected_ratio};
use super::moves::Alignment;
use super::opinions::{Opinion, Opinions};
use super::pins::PinnedPart;
use super::posterior::posteriors;
use super::score::{Fits, ScoreSide, Scores};
use super::search::Stretch;
use super::support::Words;
use super::table::{Literal, Table};
use super::text::{Analyses, Sentence, Units};
use super::{lines, names, quotes};
use crate::evidence::lexicon::Lexicon;
use crate::progress::Cancelled;

/// Beads with more evidence than this tell how long Korean is here against English, and how literal.
const LIKELY: f64 = 5.0;
/// English characters of typical length that count beside theirs.
const PRIOR: f64 = 100.0;

const MOST_SURE: f64 = 0.995;
const LEAST_SURE: f64 = 0.01;

/// The sentences of both texts with what is known of them.
pub(super) struct Sentences<'a> {
    pub en: Vec<Sentence<'a>>,
    pub ko: Vec<Sentence<'a>>,
    pub analyses: Analyses,
    pub lexicon: &'a Lexicon,
    /// What was learned from beads of this text, and of others.
    pub learned: [&'a LearnedLexicon; 2],
    pub opinions: &'a [Opinion],
}

/// The links of some parts, each aligned in order but for the blocks that cross.
pub(super) fn solve(
    sentences: &Sentences,
    parts: &[PinnedPart],
    cancellation: &CancellationToken,
) -> Result<Vec<Link>, Cancelled> {
    let en: Vec<usize> = parts
        .iter()
        .flat_map(|part| part.en.iter().copied())
        .collect();
    let ko: Vec<usize> = parts
        .iter()
        .flat_map(|part| part.ko.iter().copied())
        .collect();
    if en.is_empty() || ko.is_empty() {
        return Ok(alone(&en, &ko));
    }
    let english: Vec<&Sentence> = en.iter().map(|&at| &sentences.en[at]).collect();
    let korean: Vec<&Sentence> = ko.iter().map(|&at| &sentences.ko[at]).collect();
    let en_parts = parts.iter().map(|part| part.en.as_slice());
    let ko_parts = parts.iter().map(|part| part.ko.as_slice());
    let en_side = side(Units::english(&english), &english, en_parts);
    let ko_side = side(
        Units::korean(&korean, &sentences.analyses),
        &korean,
        ko_parts,
    );
    let mut table = Table::of(
        &en_side.units,
        &ko_side.units,
        &korean,
        &sentences.analyses,
        sentences.lexicon,
        &sentences.learned,
    );
    names::add(
        &mut table,
        &en_side.units,
        &ko_side.units,
        &english,
        &korean,
    );

    let base = prices(en.len() + ko.len());
    let expected = expected_ratio(&en_side.lengths, &ko_side.lengths);
    let fits = Fits::of(&en_side, &ko_side, expected, cancellation)?;
    let (en_units, ko_units) = (&en_side.units, &ko_side.units);
    let opinions = Opinions::among(sentences.opinions, &en, &ko);
    let scores = Scores::of(
        &en_side,
        &ko_side,
        &table,
        &fits,
        &opinions,
        base,
        cancellation,
    )?;
    let first = Alignment::in_order(&scores, stretches(parts), cancellation)?;
    let beads: Vec<Weighed> = first
        .beads()
        .map(|bead| (bead, scores.evidence(bead.shape, bead.en, bead.ko)))
        .collect();
    let likely: Vec<Placed> = likely(&beads).collect();
    let literal = Literal::of(&likely, en_units, ko_units, &table);
    let mut table = adapt(&table, en_units, ko_units, &beads, cancellation)?;
    table.literal = literal;
    let fits = match ratio(&likely, &en_side, &ko_side) {
        Some(ratio) => Fits::of(&en_side, &ko_side, ratio, cancellation)?,
        None => fits,
    };
    let scores = Scores::of(
        &en_side,
        &ko_side,
        &table,
        &fits,
        &opinions,
        adapted(base, &beads),
        cancellation,
    )?;
    let second = Alignment::in_order(&scores, stretches(parts), cancellation)?
        .with_moves(&scores, cancellation)?;
    let words = Words {
        en: en_units,
        ko: ko_units,
        table: &table,
    };
    links(&scores, &second, &words, &en, &ko, cancellation)
}

/// The beads of both sides that are likely right.
fn likely(beads: &[Weighed]) -> impl Iterator<Item = Placed> {
    let likely = |&(bead, evidence): &Weighed| !bead.shape().is_null() && evidence > LIKELY;
    beads.iter().copied().filter(likely).map(|(bead, _)| bead)
}

/// The log of Korean to English length in beads that are likely right.
fn ratio(beads: &[Placed], en: &ScoreSide, ko: &ScoreSide) -> Option<f64> {
    let lengths = beads.iter().map(|bead| {
        let length = |lengths: &[f64]| lengths.iter().sum::<f64>();
        (
            length(&en.lengths[bead.en()]),
            length(&ko.lengths[bead.ko()]),
        )
    });
    let (en, ko) = lengths.reduce(|a, b| (a.0 + b.0, a.1 + b.1))?;
    Some(((ko + PRIOR * TYPICAL) / (en + PRIOR)).ln())
}

/// Links of one side only, when there is nothing on the other.
fn alone(en: &[usize], ko: &[usize]) -> Vec<Link> {
    let confidence = MOST_SURE as f32;
    let en = en.iter().map(|&at| Link {
        en: vec![at],
        ko: Vec::new(),
        confidence,
    });
    let ko = ko.iter().map(|&at| Link {
        en: Vec::new(),
        ko: vec![at],
        confidence,
    });
    en.chain(ko).collect()
}

fn side<'a>(
    units: Units,
    sentences: &[&Sentence],
    parts: impl Iterator<Item = &'a [usize]>,
) -> ScoreSide {
    let follows =
        |part: &'a [usize]| (0..part.len()).map(move |at| at > 0 && part[at] == part[at - 1] + 1);
    let texts: Vec<&str> = sentences.iter().map(|sentence| sentence.text).collect();
    ScoreSide {
        units,
        quotes: quotes::boundaries(&texts),
        continues: lines::continuing(&texts),
        titles: lines::titles(&texts),
        lengths: sentences.iter().map(|sentence| sentence.length).collect(),
        joined: parts.flat_map(follows).collect(),
    }
}

/// The parts, their sentences counted through.
fn stretches(parts: &[PinnedPart]) -> Vec<Stretch> {
    let (mut en, mut ko) = (0, 0);
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let (first_en, first_ko) = (en, ko);
            (en, ko) = (en + part.en.len(), ko + part.ko.len());
            Stretch::new((first_en..en).collect(), (first_ko..ko).collect(), at == 0)
        })
        .collect()
}

/// The beads with their confidence, in the sentences' own numbers.
fn links(
    scores: &Scores,
    alignment: &Alignment,
    words: &Words,
    en: &[usize],
    ko: &[usize],
    cancellation: &CancellationToken,
) -> Result<Vec<Link>, Cancelled> {
    let both = alignment.beads().filter(|bead| !bead.shape().is_null());
    let support = words.support(both);
    let mut sure = Vec::new();
    for (stretch, beads) in &alignment.ordered {
        let posteriors = posteriors(scores, stretch, beads, cancellation)?;
        let outdone: Vec<f64> = beads.iter().map(|&bead| scores.outdone(bead)).collect();
        let confidences = confidence::in_order(beads, &posteriors, &outdone, support);
        sure.extend(beads.iter().copied().zip(confidences));
    }
    for block in &alignment.blocks {
        let confidence = confidence::moved(block.gain);
        sure.extend(block.beads.iter().map(|&bead| (bead, confidence)));
    }
    Ok(sure
        .into_iter()
        .map(|(bead, confidence)| Link {
            en: if bead.shape == KO_ONLY {
                Vec::new()
            } else {
                en[bead.en()].to_vec()
            },
            ko: if bead.shape == EN_ONLY {
                Vec::new()
            } else {
                ko[bead.ko()].to_vec()
            },
            confidence: confidence.clamp(LEAST_SURE, MOST_SURE) as f32,
        })
        .collect())
}
