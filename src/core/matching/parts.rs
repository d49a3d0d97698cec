//! Pages that hold several articles, and articles cut over several pages: one text of one side against some of the
//! other, each with a stretch of its own.

use super::judged::Judged;
use super::share::weighted;
use std::ops::Range;

/// How much of the shorter text is paired.
const COVER: f64 = 0.6;
/// How much of the stretch is.
const DENSITY: f64 = 0.5;
/// Of the weight of what is paired so much lies outside the stretch at either end.
const OUTSIDE: f64 = 0.05;
/// Stretches overlap by no more of the shorter one.
const OVERLAP: f64 = 0.15;
/// A stretch is at least so much of the page.
const LEAST: f64 = 0.05;
/// All of them hold more than so much of what the best pairs.
const OF_BEST: f64 = 0.5;
/// Nobody is surer of a part.
const MOST: f64 = 0.95;

/// A text that goes with a stretch of a longer one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Which of the judged pairs it is.
    pub judged: usize,
    /// The sentences of the longer text.
    pub sentences: Range<usize>,
    pub score: f64,
    rank: f64,
    weight: f64,
}

/// The stretches of a page that holds several articles; none of a page that holds one. `pairs` are its own among all
/// that were judged; `is_en` says of which side it is.
pub(super) fn stretches(
    pairs: &[usize],
    judged: &[Judged],
    is_en: bool,
    weights: &[f32],
) -> Vec<Stretch> {
    let all: f64 = weights.iter().map(|&weight| f64::from(weight)).sum();
    let mut found: Vec<Stretch> = pairs
        .iter()
        .filter_map(|&at| stretch(at, judged.get(at)?, is_en, weights))
        .filter(|stretch| stretch.weight >= LEAST * all)
        .collect();
    found.sort_by(|a, b| b.rank.total_cmp(&a.rank).then(a.judged.cmp(&b.judged)));
    let mut taken: Vec<Stretch> = Vec::new();
    for stretch in found {
        let overlaps = taken.iter().any(|other| {
            let (a, b) = (&other.sentences, &stretch.sentences);
            let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
            shared as f64 > OVERLAP * a.len().min(b.len()) as f64
        });
        if !overlaps {
            taken.push(stretch);
        }
    }
    let paired = |judged: &Judged| {
        let paired = judged.paired(is_en);
        weighted(paired, weights) * all
    };
    let best = pairs
        .iter()
        .filter_map(|&at| judged.get(at))
        .map(paired)
        .fold(0.0, f64::max);
    let held: f64 = taken.iter().map(|stretch| stretch.weight).sum();
    if taken.len() > 1 && held > OF_BEST * best {
        taken.sort_by_key(|stretch| stretch.sentences.start);
        reach_out(&mut taken, judged, is_en);
        taken
    } else {
        Vec::new()
    }
}

/// A sentence counts as paired from this confidence on.
const PAIRED: f32 = 0.5;

/// Lets each stretch have what is paired with its text before and behind it, up to where its neighbours begin.
fn reach_out(stretches: &mut [Stretch], judged: &[Judged], is_en: bool) {
    let paired = |stretch: &Stretch| {
        judged
            .get(stretch.judged)
            .map_or(&[][..], |one| one.paired(is_en))
    };
    let mut bounds = Vec::with_capacity(stretches.len() + 1);
    bounds.push(0);
    for neighbours in stretches.windows(2) {
        if let [before, after] = neighbours {
            let (one, two) = (paired(before), paired(after));
            let sure = |paired: &[f32], at: usize| paired.get(at).copied().unwrap_or_default();
            let gap = before.sentences.end.min(after.sentences.start)
                ..=after.sentences.start.max(before.sentences.end);
            let start = *gap.start();
            let mut best = (start, 0.0_f32);
            let mut gain = 0.0_f32;
            for at in start..*gap.end() {
                gain += sure(one, at) - sure(two, at);
                if gain > best.1 {
                    best = (at + 1, gain);
                }
            }
            bounds.push(best.0);
        }
    }
    bounds.push(stretches.first().map_or(0, |stretch| paired(stretch).len()));
    for (stretch, bounds) in stretches.iter_mut().zip(bounds.windows(2)) {
        let &[first, end] = bounds else { continue };
        let own = paired(stretch);
        let is_paired = |at: &usize| own.get(*at).is_some_and(|&sure| sure >= PAIRED);
        let from = (first..end)
            .find(is_paired)
            .unwrap_or(stretch.sentences.start);
        let to = (first..end)
            .rev()
            .find(is_paired)
            .map_or(stretch.sentences.end, |last| last + 1);
        stretch.sentences = from..to;
    }
}

/// The stretch of the longer text that one judged pair gives it.
fn stretch(at: usize, judged: &Judged, is_en: bool, weights: &[f32]) -> Option<Stretch> {
    let share = judged.share.as_ref()?;
    let (cover, shorter) = if is_en {
        (share.ko, share.paired_ko.len())
    } else {
        (share.en, share.paired_en.len())
    };
    let paired = judged.paired(is_en);
    if cover < COVER || shorter >= paired.len() {
        return None;
    }
    let matched: Vec<(usize, f64)> = paired
        .iter()
        .zip(weights)
        .enumerate()
        .map(|(at, (&sure, &weight))| (at, f64::from(sure) * f64::from(weight)))
        .filter(|&(_, weight)| weight > 0.0)
        .collect();
    let all: f64 = matched.iter().map(|(_, weight)| weight).sum();
    let within = |limit: f64| {
        move |&(at, weight): &(usize, f64), sum: &mut f64| {
            *sum += weight;
            (*sum > limit).then_some(at)
        }
    };
    let first = {
        let (mut sum, found) = (0.0, within(OUTSIDE * all));
        matched.iter().find_map(|pair| found(pair, &mut sum))?
    };
    let last = {
        let (mut sum, found) = (0.0, within(OUTSIDE * all));
        matched
            .iter()
            .rev()
            .find_map(|pair| found(pair, &mut sum))?
    };
    let sentences = first..last + 1;
    let density = weighted(
        paired.get(sentences.clone())?,
        weights.get(sentences.clone())?,
    );
    if density < DENSITY {
        return None;
    }
    let weight = matched
        .iter()
        .filter(|(at, _)| sentences.contains(at))
        .map(|(_, weight)| weight)
        .sum();
    Some(Stretch {
        judged: at,
        sentences,
        score: (2.0 * cover * density / (cover + density)).min(MOST),
        rank: cover
            * density
            * (0.5 + 0.5 * judged.agreement)
            * judged.candidate.cosine.max(0.0).sqrt(),
        weight,
    })
}
