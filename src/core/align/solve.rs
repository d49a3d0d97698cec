//! One stretch of text, short enough to look at every pair of sentences: two passes, moves, confidence.

use super::Link;
use super::adapt::{Weighed, adapt, prices};
use super::bead::{EN_ONLY, KO_ONLY, SHAPES};
use super::length::expected_ratio;
use super::memory::Memory;
use super::moves::Alignment;
use super::pins::Part;
use super::posterior::{TEMPERATURE, posteriors};
use super::quotes;
use super::score::{Fits, Scores, Side};
use super::search::{BEGIN_IN_NOISE, ENTER_NOISE, Stretch};
use super::table::Table;
use super::text::{Analyses, Sentence, Units};
use super::watch::Watch;
use crate::evidence::lexicon::Lexicon;
use crate::progress::Cancelled;

/// Beads with more evidence than this tell how long Korean is here against English.
const LIKELY: f64 = 5.0;

const MOST_SURE: f64 = 0.995;
const LEAST_SURE: f64 = 0.01;
/// No more than this of a moved bead: development data had eleven.
const MOST_SURE_OF_MOVED: f64 = 0.97;

/// The sentences of both texts with what is known of them.
pub struct Sentences<'a> {
    pub en: Vec<Sentence<'a>>,
    pub ko: Vec<Sentence<'a>>,
    pub analyses: Analyses,
    pub lexicon: &'a Lexicon,
    pub memory: Memory,
}

/// The links of some parts, each aligned in order but for the blocks that cross.
pub fn solve(sentences: &Sentences, parts: &[Part], watch: &Watch) -> Result<Vec<Link>, Cancelled> {
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
    let ko_side = side(Units::korean(&korean), &korean, ko_parts);
    let table = Table::of(
        &en_side.units,
        &ko_side.units,
        &korean,
        &sentences.analyses,
        sentences.lexicon,
        &sentences.memory,
    );

    let base = SHAPES.map(|shape| shape.penalty);
    let expected = expected_ratio(&en_side.lengths, &ko_side.lengths);
    let fits = Fits::of(&en_side, &ko_side, expected, watch)?;
    let (en_units, ko_units) = (&en_side.units, &ko_side.units);
    let scores = Scores::of(&en_side, &ko_side, &table, &fits, base, watch)?;
    let first = Alignment::in_order(&scores, stretches(parts), watch)?;
    let beads: Vec<Weighed> = first
        .beads()
        .map(|bead| (bead, scores.evidence(bead.shape, bead.en, bead.ko)))
        .collect();
    let table = adapt(&table, en_units, ko_units, &beads, watch)?;
    let fits = match ratio(&beads, &en_side, &ko_side) {
        Some(ratio) => Fits::of(&en_side, &ko_side, ratio, watch)?,
        None => fits,
    };
    let scores = Scores::of(&en_side, &ko_side, &table, &fits, prices(&beads), watch)?;
    let second =
        Alignment::in_order(&scores, stretches(parts), watch)?.with_moves(&scores, watch)?;
    links(&scores, &second, &en, &ko, watch)
}

/// The log of Korean to English length in the beads that are likely right.
fn ratio(beads: &[Weighed], en: &Side, ko: &Side) -> Option<f64> {
    let likely = beads
        .iter()
        .filter(|(bead, evidence)| !bead.shape().is_null() && *evidence > LIKELY)
        .map(|(bead, _)| {
            let length = |lengths: &[f64]| lengths.iter().sum::<f64>();
            (
                length(&en.lengths[bead.en()]),
                length(&ko.lengths[bead.ko()]),
            )
        });
    let (en, ko) = likely.reduce(|a, b| (a.0 + b.0, a.1 + b.1))?;
    Some((ko / en).ln())
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
) -> Side {
    let follows =
        |part: &'a [usize]| (0..part.len()).map(move |at| at > 0 && part[at] == part[at - 1] + 1);
    Side {
        units,
        quotes: quotes::boundaries(&sentences.iter().map(|s| s.text).collect::<Vec<_>>()),
        lengths: sentences.iter().map(|sentence| sentence.length).collect(),
        joined: parts.flat_map(follows).collect(),
    }
}

/// The parts, their sentences counted through.
fn stretches(parts: &[Part]) -> Vec<Stretch> {
    let (mut en, mut ko) = (0, 0);
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let (first_en, first_ko) = (en, ko);
            (en, ko) = (en + part.en.len(), ko + part.ko.len());
            let begin_in_noise = if at == 0 { BEGIN_IN_NOISE } else { ENTER_NOISE };
            Stretch::new(
                (first_en..en).collect(),
                (first_ko..ko).collect(),
                begin_in_noise,
            )
        })
        .collect()
}

/// The beads with their confidence, in the sentences' own numbers.
fn links(
    scores: &Scores,
    alignment: &Alignment,
    en: &[usize],
    ko: &[usize],
    watch: &Watch,
) -> Result<Vec<Link>, Cancelled> {
    let mut sure = Vec::new();
    for (stretch, beads) in &alignment.ordered {
        let posteriors = posteriors(scores, stretch, beads, watch)?;
        sure.extend(beads.iter().copied().zip(posteriors));
    }
    for block in &alignment.blocks {
        let confidence = 1.0 / (1.0 + (-TEMPERATURE * block.gain).exp());
        let confidence = confidence.min(MOST_SURE_OF_MOVED);
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
